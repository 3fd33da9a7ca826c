import type { Context } from "../platform/context.server";
import { fieldOf } from "../platform/http/field";
import type { Draft } from "./draft";
import { keepTyped } from "./drafts.server";
import { readTyped } from "./form";
import { needsSignIn } from "./parts/sign-in.server";
import { sentOf } from "./sharing.server";
import { enterWith, takeDraft } from "./take-draft.server";
import { readTurn } from "./turns";

/**
 * Keeps what is being typed at a step, without looking at it. What comes after the step was sent is older than that, and
 * what comes after a newer save of its page is not needed any more: what is saved by now is told.
 */
export async function saveTyped(
  context: Context,
  params: Record<string, string | undefined>,
  form: FormData,
): Promise<Response> {
  const sent = (now: Draft) => sentOf(context, now, params["step"] ?? "");
  const isLate = (now: Draft) => sent(now) !== (fieldOf(form, "sent") || "0");
  const order = { isLate, turn: readTurn(form) };
  const service = await enterWith(context, params, form, order);
  const step = service.steps.find((one) => one.id === params["step"]);
  const { text } = context;
  if (step?.kind !== "questions" || needsSignIn(context, service)) return Response.json({ saved: "" }, { status: 404 });
  const draft = await takeDraft(context, service, form);
  const fields = readTyped(form, step.questions);
  const saved = draft.state === "open" ? await keepTyped(context, draft.id, step.id, fields, order) : undefined;
  if (saved && isLate(saved)) return Response.json({ saved: text.t("flow:save-late"), sent: sent(saved) });
  const time = text.time(saved?.updatedAt ?? draft.updatedAt);
  return Response.json({ saved: text.t("flow:saved-at", { time }) });
}
