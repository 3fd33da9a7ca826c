import { type CaseView, findCaseFor, openCase } from "../features/cases/cases.server";
import { noteHelp } from "../features/kiosks/kiosks.server";
import { isLive, type PaymentView, paymentsOf, sendToPay } from "../features/payments/payments.server";
import { type Context, doerOf, goTo, type Redirect } from "../platform/context.server";
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
import { servicePath } from "./paths";
import { book, slotQuestion } from "./processes/book.server";
import { pay } from "./processes/pay.server";
import { type Part, Refused } from "./processes/submission";
import { kindOf } from "./questions/kinds";
import { differencesOf, shownOf } from "./shown";
import { enterService, nextPath, openVisit, recheck } from "./visit.server";

/** What a submission may do beside opening its case; a service joins those that its definition asks for. */
const parts: Part[] = [book, pay];

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
  if (service.signIn === "required" && context.actor.kind === "guest")
    return goTo(context, `/sign-in?next=${servicePath(service, "check")}`);
  const found = await findDraftFor(context, form.get("draft"), "draft.change");
  if (!found) return goTo(context, servicePath(service));
  if (found.state === "submitted") return payOrShow(context, service, found.id);
  const { draft, way } = await openVisit(context, service, found);
  if (!draft) return payOrShow(context, service, found.id);
  if (way.stop || way.next) return goTo(context, nextPath(service, way));
  const differences = differencesOf(form.get("seen"), shownOf(service, way));
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
  return payOrShow(context, service, draft.id);
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
    await noteHelp(context, draft.id);
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
      tell: !amountPence && !slotQuestion(service),
    });
    for (const part of parts) await part({ house: context, service, draft, answers, amountPence, opened });
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
  if (!kept) return showSent(context, service, draft.id);
  return goTo(context, servicePath(service, `${step.id}?again`));
}

/** Leads to what became of a sent draft: the page of its payment, where one is open, or its confirmation. */
export async function showSent(context: Context, service: OfferedService, draftId: string): Promise<Redirect> {
  const sent = await findCaseFor(context, { draftId });
  if (!sent) return goTo(context, servicePath(service));
  const payment = await findOpenPayment(context, sent);
  return goTo(context, payment ? `/payments/${payment.id}` : donePath(sent));
}

/** The same for whoever has just pressed the button: what is to be paid is paid at once. */
async function payOrShow(context: Context, service: OfferedService, draftId: string): Promise<Redirect> {
  const sent = await findCaseFor(context, { draftId }, "payment.make");
  const payment = sent && (await findOpenPayment(context, sent));
  if (!payment) return showSent(context, service, draftId);
  const { reference, serviceId } = sent;
  const away = await sendToPay(context, payment.id, { reference, serviceId, email: sent.contact.email });
  return away ?? goTo(context, `/payments/${payment.id}`);
}

async function findOpenPayment(context: Context, sent: CaseView): Promise<PaymentView | undefined> {
  const payment = sent.state === "unpaid" ? (await paymentsOf(context, sent.id)).at(-1) : undefined;
  return payment && isLive(payment.state) ? payment : undefined;
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
