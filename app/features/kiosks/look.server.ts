import { and, eq, isNotNull } from "drizzle-orm";
import { kioskTables } from "~db/schema/kiosks";
import type { Context, Look } from "../../platform/context.server";
import type { House } from "../../platform/house.server";
import { fieldOf } from "../../platform/http/field";
import { lookNames, looks } from "./look";
import type { OpenVisit } from "./visits.server";

/** What a form says of the look: it may name one part, or both. */
export function readLook(form: FormData): Partial<Look> {
  const said = looks.filter((one) => form.has(lookNames[one]));
  return Object.fromEntries(said.map((one) => [one, fieldOf(form, lookNames[one]) === "on"]));
}

/** The pages of a visit look otherwise from now on, until it ends. */
export async function changeLook(house: House, visit: OpenVisit, change: Partial<Look>): Promise<void> {
  if (Object.keys(change).length === 0) return;
  const { visits } = house.db.tables(kioskTables);
  const open = and(eq(visits.id, visit.id), isNotNull(visits.openKey));
  await house.db.transaction(() => house.db.q.update(visits).set(change).where(open));
}

/**
 * Changes the look where the form of a kiosk's page was sent for that.
 * @returns whether it was: then nobody means to send what else stands in it
 */
export async function takeLook(context: Context, form: FormData): Promise<boolean> {
  const change = readLook(form);
  if (!context.kiosk?.visit || Object.keys(change).length === 0) return false;
  await changeLook(context, context.kiosk.visit, change);
  return true;
}
