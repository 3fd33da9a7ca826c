import { type CaseView, findCaseFor } from "../features/cases/cases.server";
import { isWatched } from "../platform/audit.server";
import { type Context, doerOf, goTo, type Redirect, refuse } from "../platform/context.server";
import { readReference } from "../platform/ids";
import { findService } from "../services/catalogue.server";
import type { Question, Service, Step } from "../services/service";
import { refusalOf } from "./audience";
import type { Draft } from "./draft";
import { changeDraft, ensureDraft } from "./drafts.server";
import { type Answers, followWay } from "./engine";
import { isPersonal } from "./facts.server";
import { touch } from "./parts/parts.server";
import { stamp } from "./sharing.server";
import { fittingAnswers, nextPath, openVisit } from "./visit.server";

/** Answers that count once: a place that was booked, a bill that was paid, a file, what somebody stood for. */
const onceOnly: Question["type"][] = ["upload", "slot", "bill", "declaration"];
/** Reports are about something new each time; what was looked up is found again. */
const repeated: Service["processes"] = ["apply", "request", "book"];

/** Whether what was sent may be the pattern of another one. */
export const isReusable = (service: Service | undefined): boolean =>
  service?.processes.some((process) => repeated.includes(process)) ?? false;

/**
 * Begins the service of a case anew, with the answers that were given then: each is looked over before it is sent. What an
 * open draft of the service answers already stays.
 */
export async function reuseCase(context: Context, typed: string): Promise<Redirect> {
  const reference = readReference(typed);
  const own = reference && (await findCaseFor(context, { reference }, "case.reuse"));
  const service = own && (await findService(context, own.serviceId));
  if (!own || !service || !isReusable(service) || refusalOf(context, service)) throw refuse(404);
  const begun = await ensureDraft(context, await context.provenance(), service);
  await touch(context, begun.id);
  const { draft } = await openVisit(context, service, begun);
  const kept = await fittingAnswers(context, service, { id: begun.id, answers: lasting(service, own) });
  const change = ({ answers, ...now }: Draft) => ({
    answers: { ...kept, ...answers },
    edits: stepsWith(service, kept, answers).reduce(
      (edits, id) => stamp(context, { ...now, edits }, id, "answered"),
      now.edits,
    ),
  });
  const deed = { by: doerOf(context), action: "draft.reused", detail: { reference: own.reference } } as const;
  const filled = draft && (await changeDraft(context, draft.id, change, deed));
  return goTo(context, nextPath(service, followWay(service, filled?.answers ?? {})));
}

/** What may be said again. Of what several people share, each says anew who they are themselves. */
function lasting(service: Service, { answers, subject }: CaseView): Answers {
  const again = questionsOf(service.steps).filter(({ type, fact }) => {
    const isOthers = fact !== undefined && isWatched(subject) && isPersonal(fact.key);
    return !onceOnly.includes(type) && fact?.reuse !== "never" && !isOthers;
  });
  return Object.fromEntries(again.map(({ id }) => [id, answers[id]]));
}

/** The steps that get answers which the draft does not have yet. */
const stepsWith = (service: Service, kept: Answers, before: Answers): string[] =>
  service.steps
    .filter((step) => questionsOf([step]).some(({ id }) => kept[id] !== undefined && before[id] === undefined))
    .map(({ id }) => id);

const questionsOf = (steps: Step[]): Question[] =>
  steps.flatMap((step) => (step.kind === "questions" ? step.questions : []));
