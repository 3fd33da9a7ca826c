import { isDeepStrictEqual } from "node:util";
import { calendarDate } from "../platform/clock";
import { type Context, doerOf, findSubject, goTo, refuse } from "../platform/context.server";
import { guess } from "../platform/guess.server";
import { findDefinition, findService, type OfferedService } from "../services/catalogue.server";
import type { Question } from "../services/service";
import { refusalOf } from "./audience";
import type { Draft } from "./draft";
import { changeDraft, findDraft } from "./drafts.server";
import { type Answers, followWay, type Reached, type Way } from "./engine";
import { Fields } from "./fields";
import { isClosed } from "./offer.server";
import { servicePath } from "./paths";
import { kindOf } from "./questions/kinds";
import type { Asking } from "./questions/question";
import { wordsFor } from "./questions/words";

/** Somebody in a service: what it is, what they have answered, and where that leads. */
export interface Visit {
  service: OfferedService;
  draft: Draft | undefined;
  way: Way;
}

/** The service of a path, even one that is switched off. @throws a 404 where there is none */
export async function getService(context: Context, id: string | undefined): Promise<OfferedService> {
  const service = id ? ((await findService(context, id)) ?? findDefinition(id)) : undefined;
  if (!service) throw refuse(404);
  return service;
}

/** The service of a path, for somebody who may use it. @throws its start page, which says why they may not */
export async function enterService(context: Context, id: string | undefined): Promise<OfferedService> {
  const service = await getService(context, id);
  if (refusalOf(context, service) || (await isClosed(context, service))) throw goTo(context, servicePath(service));
  return service;
}

/** Opens a service where the reader left it. A draft begun with an older version keeps all answers that still fit. */
export async function openVisit(context: Context, service: OfferedService, known?: Draft): Promise<Visit> {
  const subject = findSubject(context);
  const found = known ?? (subject && (await findDraft(context, subject, service.id)));
  const draft = found && found.version !== service.version ? await renewDraft(context, service, found) : found;
  return { service, draft, way: followWay(service, draft?.answers ?? {}) };
}

/** What questions may need to know while they are read or shown. */
export function askingOf(
  context: Context,
  draftId: string | undefined,
  answers: Answers,
  files?: Map<string, File[]>,
): Asking {
  const subject = findSubject(context);
  return {
    house: context,
    guess: (secret, look) => guess(context, secret, look),
    by: subject && { ...doerOf(context), subject },
    text: context.text,
    today: calendarDate(context.clock.now()),
    draftId,
    answers,
    sender: { who: `${context.actor.kind} ${context.actor.id}`, network: context.address },
    files: files ?? new Map(),
    query: context.url.searchParams,
  };
}

/** Drops the answers that the service's new version would not take, so that only these are asked again. */
async function renewDraft(context: Context, service: OfferedService, draft: Draft): Promise<Draft | undefined> {
  const read = service.steps.filter((step) => step.kind === "notice" && draft.answers[step.id] === true);
  const notices = Object.fromEntries(read.map((step) => [step.id, true]));
  const answers = { ...notices, ...(await fittingAnswers(context, service, draft)) };
  return changeDraft(context, draft.id, () => ({ answers, typed: {}, version: service.version }));
}

/** Those answers that the service as it is now would take. Each is read with those before it, as on the way there. */
export async function fittingAnswers(
  context: Context,
  service: OfferedService,
  given: Pick<Draft, "id" | "answers">,
): Promise<Answers> {
  const kept: Answers = {};
  for (const step of service.steps)
    for (const question of step.kind === "questions" ? step.questions : []) {
      const answer = given.answers[question.id];
      if (answer !== undefined && (await stillFits(context, service, given, question, kept)))
        kept[question.id] = answer;
    }
  return kept;
}

/** Whether an answer would be taken, and would come out as it is: that it can be read says nothing of its shape. */
async function stillFits(
  context: Context,
  service: OfferedService,
  given: Pick<Draft, "id" | "answers">,
  question: Question,
  answers: Answers,
): Promise<boolean> {
  const answer = given.answers[question.id];
  try {
    const reading = await recheck(context, service, given, question, answers);
    if (reading.kind !== "value") return false;
    // What is looked up, such as an address or a bill, may say more by now.
    return isRecord(answer) ? isRecord(reading.value) : isDeepStrictEqual(reading.value, answer);
  } catch {
    return false;
  }
}

const isRecord = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);

/** Reads a kept answer once more, as if it had just been typed: what was right then may not be now. */
export function recheck(
  context: Context,
  service: OfferedService,
  draft: Pick<Draft, "id" | "answers">,
  question: Question,
  answers: Answers,
) {
  const kind = kindOf(question);
  const answer = draft.answers[question.id];
  const fields = new Fields(
    answer === null || answer === undefined ? [] : kind.toFields(answer, question.id, question),
  );
  const words = wordsFor(context.text, service.id, question);
  return kind.read(question, question.id, fields, words, askingOf(context, draft.id, answers));
}

/**
 * The step of a path, where the reader may be there: on their way, with nothing left to do before it.
 * @throws a redirect to where they should be, or a 404 for a step that the service does not have
 */
export function getReached(context: Context, { service, way }: Visit, stepId: string | undefined): Reached {
  if (!service.steps.some((step) => step.id === stepId)) throw refuse(404);
  const at = way.steps.findIndex((reached) => reached.step.id === stepId);
  const reached = way.steps[at];
  const section = reached?.step.section;
  const before = way.steps
    .slice(0, Math.max(at, 0))
    .filter((one) => !service.sections.length || one.step.section === section);
  if (reached && before.every((one) => one.complete)) return reached;
  throw goTo(context, nextPath(service, way));
}

/** Where a reader goes on: what is left to do, the task list of a long service, or the page that ends it. */
export function nextPath(service: OfferedService, way: Way): string {
  if (service.sections.length > 0) return servicePath(service, "tasks");
  const open = way.next ?? way.stop;
  return servicePath(service, open ? open.step.id : lastPage(service));
}

/** The page after the last question. */
export const lastPage = (service: OfferedService) => (service.find ? "result" : "check");
