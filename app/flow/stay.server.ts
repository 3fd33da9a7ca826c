import { type Context, goTo } from "../platform/context.server";
import { fieldOf } from "../platform/http/field";
import type { OfferedService } from "../services/catalogue.server";
import { goToSent, keepWrong } from "./answer.server";
import type { Draft } from "./draft";
import { keepTyped } from "./drafts.server";
import { readTyped } from "./form";
import { isChange } from "./go-on.server";
import { showOvertaken } from "./overtaken.server";
import { admit } from "./parts/parts.server";
import { servicePath } from "./paths";
import { readStep } from "./read-step.server";
import { isOvertaken, sentOf } from "./sharing.server";
import { enterWith, takeDraft } from "./take-draft.server";
import { getReached, openVisit } from "./visit.server";

type Params = Record<string, string | undefined>;

/**
 * Keeps what stands on a step's page, also files that were only chosen, and shows the page again: something else was
 * changed in the midst of it, such as its look. Nothing is answered by that.
 */
export async function stayAtStep(context: Context, params: Params, form: FormData) {
  const service = await enterWith(context, params, form);
  const step = service.steps.find((one) => one.id === params["step"]);
  const own = servicePath(service, params["step"]) + (isChange(context) ? "?change" : "");
  if (step?.kind !== "questions") return goTo(context, own);
  const typed = readTyped(form, step.questions);
  await admit(context, service, { next: servicePath(service), sent: typed.pairs });
  const chosen = [...form].find(([, value]) => value instanceof File && value.size > 0)?.[0];
  const isBlank = typed.pairs.every(([, value]) => value.trim() === "");
  // Nothing is begun by looking.
  if (!chosen && isBlank && !fieldOf(form, "draft")) return goTo(context, own);
  const draft = await takeDraft(context, service, form);
  if (draft.state === "submitted") return goToSent(context, service, draft);
  if (chosen) form.set("do", `add:${chosen}`);
  if (chosen || form.has("failed")) {
    const shown = await readAsShown(context, service, draft, step.id, form);
    if (shown) return shown;
  }
  const isLate = (now: Draft) => sentOf(context, now, step.id) !== (fieldOf(form, "sent") || "0");
  await keepTyped(context, draft.id, step.id, typed, { isLate });
  return goTo(context, own);
}

/** The page with what is wrong on it, as it was before; undefined where all is right by now. */
async function readAsShown(context: Context, service: OfferedService, draft: Draft, stepId: string, form: FormData) {
  const visit = { ...(await openVisit(context, service, draft)), draft };
  const reached = getReached(context, visit, stepId);
  const outcome = await readStep(context, visit, reached, form);
  if (outcome.kind !== "right") return keepWrong(context, visit, reached, outcome);
  const seen = fieldOf(form, "seen");
  if (!isOvertaken(context, draft, stepId, { seen, answers: outcome.answers })) return undefined;
  return showOvertaken(context, service, draft, reached, form);
}
