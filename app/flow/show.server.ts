import { type Context, goTo, type PageView } from "../platform/context.server";
import { isolate } from "../platform/i18n/isolate";
import type { OfferedService } from "../services/catalogue.server";
import type { Question, Step } from "../services/service";
import type { OvertakenProps } from "../ui/overtaken/overtaken";
import { type BodyView, bodiesFor } from "./bodies.server";
import { type Reached, sectionsOf, stepBefore } from "./engine";
import { readKnown } from "./facts.server";
import { Fields } from "./fields";
import { lacksPayments } from "./offer.server";
import { servicePath } from "./paths";
import { kindOf } from "./questions/kinds";
import type { FieldError, ViewProps } from "./questions/question";
import { wordsFor } from "./questions/words";
import { othersAt, seenOf, sentOf, typedKey } from "./sharing.server";
import { linksTo } from "./start.server";
import { askingOf, enterService, getReached, openVisit, recheck, type Visit } from "./visit.server";

/** A question as its page shows it. */
export interface QuestionView extends Omit<ViewProps, "fields" | "words" | "text"> {
  /** What stands in its fields. */
  fields: [string, string][];
  /** It is filled in with what the council knows; `confirm` asks the person to check it. */
  reused: "reuse" | "confirm" | undefined;
}

export interface StepView extends PageView {
  /** The service's id, by which the words of its questions are found. */
  service: string;
  kind: "questions" | "notice" | "stop";
  caption: string;
  /** The h1, where no question is. */
  heading: string | undefined;
  body: string[];
  questions: QuestionView[];
  errors: FieldError[];
  draftId: string | undefined;
  /** What tells whether somebody else answers meanwhile; see `seenOf`. */
  seen: string | undefined;
  /** What tells whether the step was sent since; see `sentOf`. */
  sent: string;
  /** Who else is at work on a shared draft. */
  others: string | undefined;
  /** Somebody else was quicker: what they answered. */
  overtaken: OvertakenProps | undefined;
  /** Where the form goes, with the reader's language. */
  action: string;
  save: string;
  back: string;
  savedAt: string | undefined;
  /** Whom to call where the service cannot help. */
  contact: string | undefined;
  /** Services that help where this one cannot. */
  links: { title: string; href: string }[];
  /** Others who help, such as who else answers for a road. */
  bodies: BodyView[];
  hasFiles: boolean;
}

type Params = Record<string, string | undefined>;

/** Shows a step: its questions with what is known of them, a notice, or where the way ends. */
export async function showStep(context: Context, params: Params): Promise<StepView> {
  const service = await enterService(context, params["service"]);
  const visit = await openVisit(context, service);
  if (!visit.draft && lacksPayments(context, service)) throw goTo(context, servicePath(service));
  const reached = getReached(context, visit, params["step"]);
  const tried = context.url.searchParams.has("again") ? await readAgain(context, visit, reached) : undefined;
  return makeStepView(context, visit, reached, tried);
}

/** What is wrong with answers that were right when they were given, such as a time that somebody else has now. */
async function readAgain(context: Context, { service, draft, way }: Visit, reached: Reached) {
  const typed = draft?.typed[typedKey(context, draft, reached.step.id)];
  if (!draft || !typed) return undefined;
  const errors: FieldError[] = [];
  for (const question of reached.questions) {
    const reading = await recheck(context, service, draft, question, way.answers);
    if (reading.kind === "errors") errors.push(...reading.errors);
  }
  return errors.length > 0 ? { fields: new Fields(typed), errors } : undefined;
}

/**
 * The view of a step.
 * @param tried what was just sent and not accepted, with what to do about it
 */
export async function makeStepView(
  context: Context,
  visit: Visit,
  reached: Reached,
  tried?: { fields: Fields; errors: FieldError[] },
  overtaken?: OvertakenProps,
): Promise<StepView> {
  const { service, draft } = visit;
  const { step } = reached;
  const { text, blanks } = context;
  const key = `services/${service.id}:steps.${step.id}`;
  const phone = phoneOf(context, step);
  const title = text.has(`${key}.title`) ? text.t(`${key}.title`) : undefined;
  const facts = await findFacts(context, visit, reached);
  const single = title === undefined && reached.questions.length === 1;
  const questions: QuestionView[] = [];
  for (const question of reached.questions)
    questions.push(await viewQuestion(context, visit, reached, question, { tried, facts, single }));
  const first = questions[0] && wordsFor(text, service.id, questions[0].question).label;
  const change = context.url.searchParams.has("change") ? "?change" : "";
  const own = servicePath(service, step.id);
  return {
    title: [title ?? first, text.t(`services/${service.id}:title`)].filter(Boolean).join(" – "),
    staying: step.kind === "questions" ? "answers" : undefined,
    failed: (tried?.errors.length ?? 0) > 0 || overtaken !== undefined,
    service: service.id,
    kind: step.kind,
    caption: text.t(`services/${service.id}:title`),
    heading: single ? undefined : title,
    body: [...text.items(`${key}.body`, { phone: isolate(phone) }), ...answeredOf(context, step)],
    questions,
    errors: tried?.errors ?? [],
    draftId: draft && blanks.mark(draft.id),
    seen: seenOf(draft, step.id),
    sent: blanks.mark(sentOf(context, draft, step.id)),
    others: overtaken ? undefined : await othersAt(context, draft),
    overtaken,
    action: text.link(own) + change,
    save: text.link(`${own}/save`),
    back: text.link(change ? servicePath(service, "check") : backPath(service, visit, reached)),
    savedAt: draft && text.t("flow:saved-at", { time: blanks.mark(text.time(draft.updatedAt)) }),
    contact: step.kind === "stop" && !step.body ? phone : undefined,
    links: step.kind === "questions" ? [] : await linksTo(context, step.services),
    bodies: step.kind === "questions" ? [] : bodiesFor(context, [...(step.body ? [step.body] : []), ...step.bodies]),
    hasFiles: reached.questions.some((question) => question.type === "upload"),
  };
}

function backPath(service: OfferedService, { way }: Visit, reached: Reached): string {
  const section = sectionsOf(service, way).find((one) => one.steps.includes(reached));
  const before = section ? section.steps[section.steps.indexOf(reached) - 1] : stepBefore(way, reached.step.id);
  if (before) return servicePath(service, before.step.id);
  return servicePath(service, service.sections.length > 0 ? "tasks" : "");
}

/** The number to call: one for the whole country, one of the council's by the id that definitions use, or its own. */
function phoneOf(context: Context, step: Step): string {
  if (step.kind === "stop" && step.call) return step.call;
  const { contacts, phone } = context.config.council;
  return (step.kind !== "questions" && step.contact && contacts[step.contact]) || phone;
}

/** When the number for an emergency is answered: at any time where the council has one for it, else as its office is. */
function answeredOf({ text, config }: Context, step: Step): string[] {
  if (step.kind === "questions" || !step.contact || step.contact === "emergency") return [];
  return [text.t(config.council.contacts[step.contact] ? "flow:answered.always" : "flow:answered.office")];
}

interface Known {
  tried: { fields: Fields; errors: FieldError[] } | undefined;
  facts: Record<string, unknown>;
  single: boolean;
}

async function viewQuestion(
  context: Context,
  { draft, way }: Visit,
  reached: Reached,
  question: Question,
  { tried, facts, single }: Known,
): Promise<QuestionView> {
  const kind = kindOf(question);
  const name = question.id;
  const answer = draft?.answers[question.id];
  const typed = draft?.typed[typedKey(context, draft, reached.step.id)];
  const fact = question.fact && question.fact.reuse !== "never" ? facts[question.fact.key] : undefined;
  const known = answer !== undefined ? answer : typed || tried ? undefined : fact;
  const shown = known === undefined || known === null ? [] : kind.toFields(known, name, question);
  const fields = tried?.fields ?? new Fields(typed ?? shown);
  const asking = askingOf(context, draft?.id, way.answers);
  return {
    question,
    name,
    fields: fields.pairs,
    errors: tried?.errors ?? [],
    isHeading: single,
    found: await kind.prepare?.(question, name, fields, asking),
    reused: answer === undefined && !typed && !tried && fact !== undefined ? reuseOf(question) : undefined,
  };
}

const reuseOf = ({ fact }: Question) => (fact?.reuse === "confirm" ? "confirm" : "reuse");

/** What the council knows of a person already, for the questions of a step that nobody has answered yet. */
async function findFacts(context: Context, { draft }: Visit, reached: Reached): Promise<Record<string, unknown>> {
  const wanted = reached.questions.some((question) => question.fact && draft?.answers[question.id] === undefined);
  return wanted ? readKnown(context) : {};
}
