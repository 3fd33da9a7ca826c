import { hasBookable } from "../features/bookings/bookings.server";
import { hasCouncillors, hasLibraries } from "../features/directory/directory.server";
import { hasBills, takesPayments } from "../features/payments/payments.server";
import { hasCollections } from "../features/places/places.server";
import type { House } from "../platform/house.server";
import { findService } from "../services/catalogue.server";
import { asksForPayment } from "../services/sending";
import type { Service } from "../services/service";
import { slotQuestion } from "./parts/book.server";

/** Why nobody can use a service now: the id of a text. */
export type Obstacle = "switched-off" | "other-body" | "no-payments" | "no-times" | "no-data";

async function isSwitchedOff(house: House, { id }: Service): Promise<boolean> {
  return (await findService(house, id)) === undefined;
}

/** Whether nobody may go on with it: it is switched off, or another body does it. */
export async function isClosed(house: House, service: Service): Promise<boolean> {
  return service.body !== undefined || (await isSwitchedOff(house, service));
}

/** Whether a service asks for money that nobody could take. */
export const lacksPayments = (house: House, service: Service): boolean =>
  (asksForPayment(service) || Object.values(service.fees).some((pence) => pence > 0)) && !takesPayments(house);

/** What a service could not do for anybody now. Nobody is to find that out after having filled it in. */
export async function findObstacle(house: House, service: Service): Promise<Obstacle | undefined> {
  if (await isSwitchedOff(house, service)) return "switched-off";
  if (service.body) return "other-body";
  if (lacksPayments(house, service)) return "no-payments";
  const slot = slotQuestion(service);
  if (slot?.type === "slot" && !(await hasBookable(house, textsIn(slot.resource)))) return "no-times";
  return (await hasData(house, service)) ? undefined : "no-data";
}

/** Whether there is anything to look up. */
async function hasData(house: House, { find, steps }: Service): Promise<boolean> {
  if (find) return sources[find.source](house);
  const questions = steps.flatMap((step) => (step.kind === "questions" ? step.questions : []));
  for (const question of questions)
    if (question.type === "bill" && !(await hasBills(house, question.register))) return false;
  return true;
}

const sources: Record<NonNullable<Service["find"]>["source"], (house: House) => Promise<boolean>> = {
  collections: ({ db }) => hasCollections(db),
  councillors: ({ db }) => hasCouncillors(db),
  libraries: ({ db }) => hasLibraries(db),
};

/** The texts that an expression puts together: what it may come to begins with one of them. */
function textsIn(expression: unknown): string[] {
  if (typeof expression === "string") return [expression];
  if (Array.isArray(expression)) return expression.flatMap(textsIn);
  if (typeof expression !== "object" || expression === null || "var" in expression) return [];
  return Object.values(expression).flatMap(textsIn);
}
