import { and, asc, isNotNull, like } from "drizzle-orm";
import { bookingTables } from "~db/schema/bookings";
import type { House } from "../../platform/house.server";

/** Somewhere to go to. */
export interface Venue {
  /** Its resource's id without what such ids begin with. */
  id: string;
  /** A proper name, the same in every language. */
  name: string;
  address: string | undefined;
}

/**
 * Where people can come to.
 * @param of what the ids of such resources begin with, such as `advisor`
 * @param topic leaves out those that do not help with it
 */
export async function listVenues(house: House, of: string, topic?: string): Promise<Venue[]> {
  const { resources } = house.db.tables(bookingTables);
  const rows = await house.db.q
    .select()
    .from(resources)
    .where(and(like(resources.id, `${of}-%`), isNotNull(resources.place)))
    .orderBy(asc(resources.id));
  return rows
    .filter(({ topics }) => !topics || topic === undefined || topics.includes(topic))
    .map(({ id, place, address }) => ({
      id: id.slice(of.length + 1),
      name: place ?? "",
      address: address ?? undefined,
    }));
}
