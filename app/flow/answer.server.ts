import { data } from "@remix-run/node";
import { type Context, doerOf, goTo } from "../platform/context.server";
import { fieldOf } from "../platform/http/field";
import type { OfferedService } from "../services/catalogue.server";
import type { Draft } from "./draft";
import { changeDraft, keepTyped } from "./drafts.server";
import { type Reached, without } from "./engine";
import { readTyped, sentTo } from "./form";
import { goOn, isChange } from "./go-on.server";
import { showOvertaken } from "./overtaken.server";
import { addAnswers, admit, parts } from "./parts/parts.server";
import { servicePath } from "./paths";
import { type NotRight, type Right, readStep } from "./read-step.server";
import { isOvertaken, stamp, typedKey } from "./sharing.server";
import { makeStepView } from "./show.server";
import { enterWith, takeDraft } from "./take-draft.server";
import { getReached, openVisit, type Visit } from "./visit.server";

type Params = Record<string, string | undefined>;

/**
 * Takes the answers of a step. Right ones are kept and lead on; wrong ones come back with what to do, still as typed.
 * @returns a redirect, or the step to be shown again (status 400 or 409)
 */
export async function answerStep(context: Context, params: Params, form: FormData) {
  const service = await enterWith(context, params, form);
  await admit(context, service, { next: servicePath(service), sent: sentTo(service, params["step"], form).pairs });
  const draft = await takeDraft(context, service, form);
  if (draft.state === "submitted") return goToSent(context, service, draft);
  const visit = { ...(await openVisit(context, service, draft)), draft };
  const reached = await reachOrKeep(context, visit, params["step"], form);
  if (reached.step.kind === "notice") return passNotice(context, visit, reached);
  const outcome = await readStep(context, visit, reached, form);
  if (outcome.kind === "right") return keepRight(context, visit, reached, outcome, form);
  return keepWrong(context, visit, reached, outcome);
}

/** Somebody at a step, with the draft that its form belongs to. */
type Answering = Visit & { draft: Draft };

/** The step that was answered. Where something before it is to be done first, what was typed waits for its turn. */
async function reachOrKeep(
  context: Context,
  visit: Answering,
  stepId: string | undefined,
  form: FormData,
): Promise<Reached> {
  try {
    return getReached(context, visit, stepId);
  } catch (elsewhere) {
    const step = visit.service.steps.find((one) => one.id === stepId);
    if (step?.kind === "questions") await keepTyped(context, visit.draft.id, step.id, readTyped(form, step.questions));
    throw elsewhere;
  }
}

async function passNotice(context: Context, { service, draft }: Answering, reached: Reached) {
  const read = { [reached.step.id]: true };
  const changed = await changeDraft(context, draft.id, ({ answers }) => ({ answers: { ...answers, ...read } }));
  return changed ? goOn(context, service, changed, reached) : goToSent(context, service, draft);
}

/** Keeps right answers, unless somebody else has answered otherwise since the form was fetched. */
async function keepRight(
  context: Context,
  { service, draft }: Answering,
  reached: Reached,
  { answers: given }: Right,
  form: FormData,
) {
  const { id } = reached.step;
  const seen = fieldOf(form, "seen");
  let overtaken: Draft | undefined;
  const change = (now: Draft) => {
    if (isOvertaken(context, now, id, { seen, answers: given })) {
      overtaken = now;
      return undefined;
    }
    const { [typedKey(context, now, id)]: _done, ...typed } = now.typed;
    return { answers: addAnswers(service, now.answers, given), typed, edits: stamp(context, now, id, "answered") };
  };
  const deed = { by: doerOf(context), action: "draft.changed", detail: { step: id } } as const;
  const changed = await changeDraft(context, draft.id, change, deed);
  if (overtaken) return showOvertaken(context, service, overtaken, reached, form);
  if (!changed) return goToSent(context, service, draft);
  for (const part of parts) await part.answer?.(context, service, changed);
  return goOn(context, service, changed, reached);
}

/** Keeps what was typed and cannot be taken yet, and shows the step with what to do about it. */
export async function keepWrong(context: Context, visit: Answering, reached: Reached, outcome: NotRight) {
  const { id } = reached.step;
  const refused = await changeDraft(context, visit.draft.id, (now) => ({
    answers: without(now.answers, outcome.reopened),
    typed: { ...now.typed, [typedKey(context, now, id)]: outcome.fields.pairs },
    edits: stamp(context, now, id, "refused"),
  }));
  if (outcome.kind === "again")
    return goTo(context, servicePath(visit.service, id) + (isChange(context) ? "?change" : ""));
  const draft = refused ?? visit.draft;
  return data(await makeStepView(context, { ...visit, draft }, reached, outcome), { status: 400 });
}

/** The draft was sent already, from another tab or before Back. */
export const goToSent = (context: Context, service: OfferedService, draft: Draft) =>
  goTo(context, servicePath(service, `sent/${draft.id}`));
