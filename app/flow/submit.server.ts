import { type CaseView, findCaseFor, openCase } from "../features/cases/cases.server";
import { type Context, doerOf, goTo, type Redirect } from "../platform/context.server";
import { fieldOf } from "../platform/http/field";
import { addWorkingDays } from "../platform/working-days";
import type { OfferedService } from "../services/catalogue.server";
import type { Question } from "../services/service";
import { standardFor, teamFor } from "../services/standard";
import { showChanged } from "./check.server";
import type { Draft } from "./draft";
import { consumeDraft, findDraftFor, keepTyped } from "./drafts.server";
import { feeOf, type Way } from "./engine";
import { factsOf, keepFacts } from "./facts.server";
import { Fields } from "./fields";
import { Refused } from "./parts/part";
import { admit, parts, touch } from "./parts/parts.server";
import { servicePath } from "./paths";
import { kindOf } from "./questions/kinds";
import { differencesOf, shownOf } from "./shown";
import { enterService, nextPath, openVisit, recheck } from "./visit.server";

/**
 * Sends a draft as the check page showed it; where that does not hold any more, the page is shown again. All answers are
 * checked again, then one transaction opens the case with all that belongs to it.
 * However often and from wherever a draft is sent, it makes one case, and every sender is shown that one.
 */
export async function submitFlow(
  context: Context,
  params: Record<string, string | undefined>,
  form: FormData,
): Promise<Redirect | Awaited<ReturnType<typeof showChanged>>> {
  const service = await enterService(context, params["service"]);
  await admit(context, service, { next: servicePath(service, "check") });
  const found = await findDraftFor(context, fieldOf(form, "draft") || undefined, "draft.change");
  if (!found) return goTo(context, servicePath(service));
  if (found.state === "submitted") return leadOn(context, service, found.id, { isSender: true });
  const { draft, way } = await openVisit(context, service, found);
  if (!draft) return leadOn(context, service, found.id, { isSender: true });
  if (way.stop || way.next) return goTo(context, nextPath(service, way));
  const differences = differencesOf(fieldOf(form, "seen"), shownOf(service, way));
  if (differences) return showChanged(context, service, draft, way, differences);
  const wrong = await findWrong(context, service, draft, way);
  if (wrong) return askAgain(context, service, draft, wrong);
  try {
    // Another answer was given meanwhile, by oneself in another tab or by another: it is shown first.
    if ((await send(context, service, draft, way)) === "changed") return submitFlow(context, params, form);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const question = way.steps.flatMap((reached) => reached.questions).find((one) => one.id === error.questionId);
    if (question) return askAgain(context, service, draft, question);
  }
  return leadOn(context, service, draft.id, { isSender: true });
}

async function send(
  context: Context,
  service: OfferedService,
  draft: Draft,
  way: Way,
): Promise<"taken" | "sent" | "changed"> {
  const { answers } = way;
  const amountPence = feeOf(service, answers);
  const standard = standardFor(service, answers);
  return context.db.transaction(async () => {
    const outcome = await consumeDraft(context, draft.id, draft.answers);
    if (outcome !== "taken") return outcome;
    await touch(context, draft.id);
    const opened = await openCase(context, {
      draftId: draft.id,
      serviceId: service.id,
      version: service.version,
      by: { ...doerOf(context), subject: draft.subject },
      locale: context.lng,
      contact: contactOf(context, way),
      answers,
      state: amountPence ? "unpaid" : "received",
      team: teamFor(service, answers),
      targetDate: standard && addWorkingDays(context.clock.now(), standard.workingDays),
      tell: !parts.some((part) => part.tells?.(service, amountPence)),
    });
    for (const part of parts) await part.send?.({ house: context, service, draft, answers, amountPence, opened });
    await keepFacts(context, draft, way);
    return outcome;
  });
}

/** The first question whose kept answer is not right any more: a slot that is gone, a bill that is paid. */
async function findWrong(
  context: Context,
  service: OfferedService,
  draft: Draft,
  way: Way,
): Promise<Question | undefined> {
  for (const { questions } of way.steps)
    for (const question of questions) {
      const reading = await recheck(context, service, draft, question, way.answers);
      if (reading.kind !== "value") return question;
    }
  return undefined;
}

/**
 * Back to a question whose answer does not hold any more; the page says why as it reads it again. Where the same draft
 * was sent a moment ago, what looks wrong is its own doing: its slot is booked, its bill is paid.
 */
async function askAgain(
  context: Context,
  service: OfferedService,
  draft: Draft,
  question: Question,
): Promise<Redirect> {
  const step = service.steps.find(
    (one) => one.kind === "questions" && one.questions.some((own) => own.id === question.id),
  )!;
  const fields = new Fields(kindOf(question).toFields(draft.answers[question.id], question.id, question));
  const kept = await keepTyped(context, draft.id, step.id, fields);
  if (!kept) return leadOn(context, service, draft.id, { isSender: false });
  return goTo(context, servicePath(service, `${step.id}?again`));
}

/** Leads to what became of a sent draft: to what a part has open for it, such as a payment, or to its confirmation. */
export async function leadOn(
  context: Context,
  service: OfferedService,
  draftId: string,
  { isSender }: { isSender: boolean },
): Promise<Redirect> {
  const sent = await findCaseFor(context, { draftId });
  if (!sent) return goTo(context, servicePath(service));
  for (const part of parts) {
    const away = await part.lead?.(context, sent, isSender);
    if (away) return away;
  }
  return goTo(context, donePath(sent));
}

export const donePath = (sent: CaseView) => servicePath({ id: sent.serviceId }, `done/${sent.reference}`);

/** Whom messages about the case go to: what was said in it, else what the account says. */
function contactOf(context: Context, way: Way): { name?: string; email?: string } {
  const { actor } = context;
  const said = factsOf(way);
  if (context.client)
    return { name: (said["name"] as string | undefined) ?? context.client.name, email: said["email"] as string };
  const own = actor.kind === "account" ? { name: actor.name, email: actor.email } : {};
  return { name: (said["name"] as string) ?? own.name, email: (said["email"] as string) ?? own.email };
}
