import { data } from "@remix-run/node";
import { parkRequest } from "../features/accounts/accounts.server";
import { renewHold } from "../features/bookings/bookings.server";
import { noteHelp } from "../features/kiosks/kiosks.server";
import { type Context, doerOf, goTo, type Redirect } from "../platform/context.server";
import type { OfferedService } from "../services/catalogue.server";
import { evaluate } from "../services/logic";
import { refusalOf } from "./audience";
import type { Draft } from "./draft";
import { changeDraft, ensureDraft, findDraftFor, keepTyped } from "./drafts.server";
import { type Answers, dataOf, followWay, type Reached, sectionsOf, stepAfter, type Way } from "./engine";
import type { Fields } from "./fields";
import { readForm } from "./form";
import { isSwitchedOff, lacksPayments } from "./offer.server";
import { servicePath } from "./paths";
import { slotQuestion } from "./processes/book.server";
import { kindOf } from "./questions/kinds";
import type { FieldError } from "./questions/question";
import { wordsFor } from "./questions/words";
import { editorOf, isOvertaken, sentOf, stamp, typedKey } from "./sharing.server";
import { makeStepView } from "./show.server";
import { keepSent } from "./so-far.server";
import {
  askingOf,
  enterService,
  getReached,
  getService,
  lastPage,
  nextPath,
  openVisit,
  type Visit,
} from "./visit.server";

type Params = Record<string, string | undefined>;

/**
 * Takes the answers of a step. Right ones are kept and lead on; wrong ones come back with what to do, still as typed.
 * @returns a redirect, or the step to be shown again (status 400 or 409)
 */
export async function answerStep(context: Context, params: Params, form: FormData) {
  await keepWhereOff(context, params, form);
  const service = await enterService(context, params["service"]);
  await requireSignIn(context, service, params["step"], form);
  const draft = await takeDraft(context, service, form);
  if (draft.state === "submitted") return goTo(context, servicePath(service, `sent/${draft.id}`));
  const visit = await openVisit(context, service, draft);
  const reached = await reachOrKeep(context, visit, params["step"], form);
  if (reached.step.kind === "notice") {
    const changed = await changeDraft(context, draft.id, ({ answers }) => ({
      answers: { ...answers, [reached.step.id]: true },
    }));
    return changed ? goOn(context, service, changed, reached) : goTo(context, servicePath(service, `sent/${draft.id}`));
  }
  const outcome = await readStep(context, service, draft, reached, form, visit.way);
  if (outcome.kind === "right") {
    const { step } = reached;
    const seen = String(form.get("seen") ?? "");
    let overtaken: Draft | undefined;
    const change = (now: Draft) => {
      if (isOvertaken(context, now, step.id, { seen, answers: outcome.answers })) {
        overtaken = now;
        return undefined;
      }
      const { [typedKey(context, now, step.id)]: _done, ...typed } = now.typed;
      const answers = withoutOutdated(service, now.answers, outcome.answers);
      return { answers, typed, edits: stamp(context, now, step.id, "answered") };
    };
    const deed = { by: doerOf(context), action: "draft.changed", detail: { step: step.id } } as const;
    const changed = await changeDraft(context, draft.id, change, deed);
    if (overtaken) return showOvertaken(context, service, overtaken, reached, form);
    if (!changed) return goTo(context, servicePath(service, `sent/${draft.id}`));
    // Whoever goes on with a booking keeps the place they hold.
    if (slotQuestion(service)) await renewHold(context, draft.id);
    return goOn(context, service, changed, reached);
  }
  const refused = await changeDraft(context, draft.id, (now) => ({
    answers: without(now.answers, outcome.reopened),
    typed: { ...now.typed, [typedKey(context, now, reached.step.id)]: outcome.fields.pairs },
    edits: stamp(context, now, reached.step.id, "refused"),
  }));
  if (outcome.kind === "again")
    return goTo(context, servicePath(service, reached.step.id) + (isChange(context) ? "?change" : ""));
  const tried = { fields: outcome.fields, errors: outcome.errors };
  return data(await makeStepView(context, { ...visit, draft: refused ?? draft }, reached, tried), { status: 400 });
}

/** The step once more, with what somebody else answered meanwhile, and the form as it was sent. */
async function showOvertaken(
  context: Context,
  service: OfferedService,
  draft: Draft,
  reached: Reached,
  form: FormData,
) {
  const fields = readForm(form, reached.questions).without("do");
  const editor = await editorOf(context, draft, reached.step.id);
  const { text } = context;
  const overtaken = {
    text: text.t("organisations:editing.changed", { ...editor }),
    answers: reached.questions.map((question) => {
      const words = wordsFor(text, service.id, question);
      const answer = draft.answers[question.id];
      const isEmpty = answer === null || answer === undefined;
      return { label: words.short, lines: isEmpty ? ["–"] : kindOf(question).toLines(answer, question, words, text) };
    }),
  };
  const visit = await openVisit(context, service, draft);
  return data(await makeStepView(context, visit, reached, { fields, errors: [] }, overtaken), { status: 409 });
}

/** The step that was answered. Where something before it is to be done first, what was typed waits for its turn. */
async function reachOrKeep(
  context: Context,
  visit: Visit,
  stepId: string | undefined,
  form: FormData,
): Promise<Reached> {
  try {
    return getReached(context, visit, stepId);
  } catch (elsewhere) {
    const step = visit.service.steps.find((one) => one.id === stepId);
    if (step?.kind === "questions" && visit.draft) {
      const fields = readForm(form, step.questions).without("do");
      await keepTyped(context, visit.draft.id, step.id, fields);
    }
    throw elsewhere;
  }
}

/** Keeps what is being typed at a step, without looking at it; what comes after the step was sent is older than that. */
export async function saveTyped(context: Context, params: Params, form: FormData): Promise<Response> {
  await keepWhereOff(context, params, form);
  const service = await enterService(context, params["service"]);
  const step = service.steps.find((one) => one.id === params["step"]);
  const { text } = context;
  if (step?.kind !== "questions" || (service.signIn === "required" && context.actor.kind === "guest"))
    return Response.json({ saved: "" }, { status: 404 });
  const draft = await takeDraft(context, service, form);
  const fields = readForm(form, step.questions).without("do");
  const sent = (now: Draft) => sentOf(context, now, step.id);
  const isLate = (now: Draft) => sent(now) !== (form.get("sent") ?? "0");
  const saved = draft.state === "open" ? await keepTyped(context, draft.id, step.id, fields, isLate) : undefined;
  if (saved && isLate(saved)) return Response.json({ saved: text.t("flow:save-late"), sent: sent(saved) });
  const time = text.time(saved?.updatedAt ?? draft.updatedAt);
  return Response.json({ saved: text.t("flow:saved-at", { time }) });
}

/** @throws the start page, where the service was switched off meanwhile: what was sent is kept, and shown there */
async function keepWhereOff(context: Context, params: Params, form: FormData): Promise<void> {
  const service = await getService(context, params["service"]);
  if (refusalOf(context, service) || !(await isSwitchedOff(context, service))) return;
  await keepSent(context, service, params["step"], form);
  throw goTo(context, servicePath(service));
}

/** The draft that a form changes. */
async function takeDraft(context: Context, service: OfferedService, form: FormData): Promise<Draft> {
  const draft = await ownDraft(context, service, form);
  if (draft.state === "open") await noteHelp(context, draft.id);
  return draft;
}

/** The draft that a form belongs to: the one it names, else the open one, else a new one. */
async function ownDraft(context: Context, service: OfferedService, form: FormData): Promise<Draft> {
  const own = await findDraftFor(context, form.get("draft"), "draft.change");
  if (own?.serviceId === service.id) return own;
  if (lacksPayments(context, service)) throw goTo(context, servicePath(service));
  return ensureDraft(context, await context.provenance(), service);
}

/** A guest who must sign in keeps what they sent: it is taken up again afterwards. */
async function requireSignIn(
  context: Context,
  service: OfferedService,
  stepId: string | undefined,
  form: FormData,
): Promise<void> {
  if (service.signIn !== "required" || context.actor.kind === "account") return;
  const step = service.steps.find((one) => one.id === stepId);
  const { pairs } = readForm(form, step?.kind === "questions" ? step.questions : []);
  await parkRequest(context, context.path + context.url.search, pairs);
  throw goTo(context, `/sign-in?next=${encodeURIComponent(servicePath(service))}`);
}

type Outcome =
  | { kind: "right"; answers: Answers }
  | { kind: "again"; fields: Fields; reopened: string[] }
  | { kind: "wrong"; fields: Fields; errors: FieldError[]; reopened: string[] };

async function readStep(
  context: Context,
  service: OfferedService,
  draft: Draft,
  reached: Reached,
  form: FormData,
  way: Way,
): Promise<Outcome> {
  const all = readForm(form, reached.questions);
  let fields = all.without("do");
  const answers: Answers = {};
  const errors: FieldError[] = [];
  const reopened: string[] = [];
  const asking = askingOf(context, draft.id, { ...way.answers }, filesOf(form));
  for (const question of reached.questions) {
    const words = wordsFor(context.text, service.id, question);
    const reading = await kindOf(question).read(question, question.id, all, words, asking);
    if (reading.kind === "value") {
      answers[question.id] = reading.value;
      asking.answers[question.id] = reading.value;
    } else if (reading.kind === "errors") errors.push(...reading.errors);
    else {
      // A question gives all its fields back: what is not among them is gone.
      fields = fields.without(question.id).with(reading.fields.only([question.id]).pairs);
      reopened.push(question.id);
    }
  }
  if (reopened.length > 0) return { kind: "again", fields, reopened };
  if (errors.length > 0) return { kind: "wrong", fields, errors, reopened };
  return { kind: "right", answers };
}

function filesOf(form: FormData): Map<string, File[]> {
  const files = new Map<string, File[]>();
  for (const [name, value] of form) {
    if (!(value instanceof File)) continue;
    const same = files.get(name);
    if (same) same.push(value);
    else files.set(name, [value]);
  }
  return files;
}

/** A place that was chosen stands no longer once an earlier answer leads to something else to book. */
function withoutOutdated(service: OfferedService, before: Answers, given: Answers): Answers {
  const after = { ...before, ...given };
  const question = slotQuestion(service);
  if (question?.type !== "slot" || given[question.id] !== undefined) return after;
  const resource = (answers: Answers) => evaluate(question.resource, dataOf(service, answers));
  return resource(before) === resource(after) ? after : without(after, [question.id]);
}

const without = (answers: Answers, ids: string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => !ids.includes(id)));

const isChange = (context: Context) => context.url.searchParams.has("change");

/** After a right answer: back to the check page where it was changed from there, else to what comes next. */
function goOn(context: Context, service: OfferedService, draft: Draft, reached: Reached): Redirect {
  const way = followWay(service, draft.answers);
  const { id } = reached.step;
  if (isChange(context)) {
    const open = way.next ?? way.stop;
    return goTo(
      context,
      open ? servicePath(service, open.step.id) + (way.stop ? "" : "?change") : servicePath(service, lastPage(service)),
    );
  }
  const section = sectionsOf(service, way).find((one) => one.steps.some((step) => step.step.id === id));
  if (section) {
    const following = section.steps[section.steps.findIndex((step) => step.step.id === id) + 1];
    return goTo(context, servicePath(service, following?.step.id ?? "tasks"));
  }
  const following = stepAfter(way, id);
  if (service.sections.length > 0 || !following)
    return goTo(context, following ? nextPath(service, way) : servicePath(service, lastPage(service)));
  return goTo(context, servicePath(service, following.step.id));
}
