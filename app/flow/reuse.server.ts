import { type CaseView, findCaseFor } from "../features/cases/cases.server";
import { noteHelp } from "../features/kiosks/kiosks.server";
import { type Context, goTo, refuse } from "../platform/context.server";
import { readReference } from "../platform/ids";
import { findService } from "../services/catalogue.server";
import type { Question, Service } from "../services/service";
import { refusalOf } from "./audience";
import { auditDraft, changeDraft, ensureDraft } from "./drafts.server";
import { type Answers, followWay } from "./engine";
import { nextPath } from "./visit.server";

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
export async function reuseCase(context: Context, typed: string): Promise<Response> {
  const reference = readReference(typed);
  const own = reference && (await findCaseFor(context, { reference }, "case.reuse"));
  const service = own && (await findService(context, own.serviceId));
  if (!own || !service || !isReusable(service) || refusalOf(context, service)) throw refuse(404);
  const by = await context.provenance();
  const draft = await ensureDraft(context, by, service);
  await noteHelp(context, draft.id);
  const kept = lasting(service, own);
  const filled = await changeDraft(context, draft.id, ({ answers }) => ({ answers: { ...kept, ...answers } }));
  await auditDraft(context, draft, by, "draft.reused", { reference: own.reference });
  return goTo(context, nextPath(service, followWay(service, filled?.answers ?? {})));
}

function lasting(service: Service, { answers }: CaseView): Answers {
  const questions = service.steps.flatMap((step) => (step.kind === "questions" ? step.questions : []));
  const again = questions.filter(({ id, type }) => answers[id] !== undefined && !onceOnly.includes(type));
  return Object.fromEntries(again.map(({ id }) => [id, answers[id]]));
}
