import { confirmBooking, holdForPayment } from "../../features/bookings/bookings.server";
import { auditBooking, tellBooking } from "../../features/cases/cases.server";
import type { Service } from "../../services/service";
import { type Part, Refused } from "./submission";

/** The question whose answer is a booked slot; undefined where the service books nothing. */
export const slotQuestion = (service: Service) =>
  service.steps
    .flatMap((step) => (step.kind === "questions" ? step.questions : []))
    .find((question) => question.type === "slot");

/** Books the held slot, or keeps it until the payment is decided. */
export const book: Part = async ({ house, service, draft, answers, amountPence, opened }) => {
  const question = slotQuestion(service);
  if (!question || !answers[question.id]) return;
  const ids = { draftId: draft.id, caseId: opened.id };
  const booked = await (amountPence ? holdForPayment(house, ids) : confirmBooking(house, ids));
  if (!booked.ok) throw new Refused(question.id);
  if (amountPence) return;
  await auditBooking(house, opened, opened.by, booked.value, "confirmed");
  await tellBooking(house, opened, booked.value, "confirmed");
};
