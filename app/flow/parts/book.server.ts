import { confirmBooking, holdForPayment, releaseHold, renewHold } from "../../features/bookings/bookings.server";
import { auditBooking, tellBooking } from "../../features/cases/cases.server";
import { evaluate } from "../../services/logic";
import type { Service } from "../../services/service";
import { type Answers, dataOf } from "../engine";
import { type Part, Refused } from "./part";

/** The question whose answer is a booked slot; undefined where the service books nothing. */
export const slotQuestion = (service: Service) =>
  service.steps
    .flatMap((step) => (step.kind === "questions" ? step.questions : []))
    .find((question) => question.type === "slot");

/** Keeps a place while the form goes on, and books it when it is sent. */
export const book: Part = {
  /** A place that was chosen stands no longer once an earlier answer leads to something else to book. */
  outdate: (service, before, after) => {
    const question = slotQuestion(service);
    if (question?.type !== "slot") return [];
    const resource = (answers: Answers) => evaluate(question.resource, dataOf(service, answers));
    return resource(before) === resource(after) ? [] : [question.id];
  },
  /** Whoever goes on with a booking keeps the place they hold. */
  answer: async (context, service, draft) => {
    if (slotQuestion(service)) await renewHold(context, draft.id);
  },
  tells: (service) => slotQuestion(service) !== undefined,
  /** Books the held slot, or keeps it until the payment is decided. */
  send: async ({ house, service, draft, answers, amountPence, opened }) => {
    const question = slotQuestion(service);
    if (!question || !answers[question.id]) return;
    const ids = { draftId: draft.id, caseId: opened.id };
    const booked = await (amountPence ? holdForPayment(house, ids) : confirmBooking(house, ids));
    if (!booked.ok) throw new Refused(question.id);
    if (amountPence) return;
    await auditBooking(house, opened, opened.by, booked.value, "confirmed");
    await tellBooking(house, opened, booked.value);
  },
  discard: releaseHold,
};
