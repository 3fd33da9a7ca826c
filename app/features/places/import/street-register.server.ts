import { avg, count, eq } from "drizzle-orm";
import type { Database } from "~/platform/db/database.server";
import { newId } from "~/platform/ids";
import { placeTables } from "~db/schema/places";
import { streetKey, streetSearch } from "../address-text";
import { emptyTally, type Tally } from "./import-report";
import type { ReadAddress } from "./read-address";

/** The streets of the addresses that an import brings. */
export interface StreetRegister {
  /** The street of each address; new streets are written. Inside a transaction. */
  idsOf(addresses: ReadAddress[]): Promise<string[]>;
  /** Gives each street the ward of most of its addresses and their mean position. */
  settle(): Promise<Tally>;
}

/** All streets by name and locality, held in memory for one import. */
export async function streetRegister(db: Database): Promise<StreetRegister> {
  const { streets: table } = db.tables(placeTables);
  const ids = new Map((await db.q.select().from(table)).map(({ key, id }) => [key, id]));
  const added = new Set<string>();
  return {
    async idsOf(addresses) {
      const fresh: (typeof table.$inferInsert)[] = [];
      const found = addresses.map(({ parts, town }) => {
        const [name, locality] = [parts.street, parts.locality ?? town];
        const key = streetKey(name, locality);
        const id = ids.get(key) ?? newId();
        if (!ids.has(key)) fresh.push({ id, key, name, locality, search: streetSearch(name, locality) });
        ids.set(key, id);
        return id;
      });
      if (fresh.length > 0) await db.q.insert(table).values(fresh);
      for (const { id } of fresh) added.add(id);
      return found;
    },
    settle: () => db.transaction(() => settleStreets(db, added)),
  };
}

interface Middle {
  wardCode: string | null;
  lat: number | null;
  lon: number | null;
}

async function settleStreets(db: Database, added: Set<string>): Promise<Tally> {
  const { streets: table } = db.tables(placeTables);
  const tally = emptyTally();
  const middles = await middlesOfStreets(db);
  for (const street of await db.q.select().from(table)) {
    const middle = middles.get(street.id) ?? { wardCode: null, lat: null, lon: null };
    const same = street.wardCode === middle.wardCode && street.lat === middle.lat && street.lon === middle.lon;
    if (!same) await db.q.update(table).set(middle).where(eq(table.id, street.id));
    if (added.has(street.id)) tally.added++;
    else tally[same ? "unchanged" : "changed"]++;
  }
  return tally;
}

async function middlesOfStreets(db: Database): Promise<Map<string, Middle>> {
  const { addresses: table } = db.tables(placeTables);
  const { streetId, wardCode, lat, lon } = table;
  const parts = await db.q
    .select({ streetId, wardCode, all: count(), placed: count(lat), lat: avg(lat), lon: avg(lon) })
    .from(table)
    .groupBy(streetId, wardCode);
  const streets = Map.groupBy(parts, (part) => part.streetId);
  return new Map([...streets].map(([id, wards]) => [id, middleOf(wards)]));
}

type Part = { wardCode: string | null; all: number; placed: number; lat: string | null; lon: string | null };

function middleOf(wards: Part[]): Middle {
  const [most] = wards.sort((a, b) => b.all - a.all || ((a.wardCode ?? "") < (b.wardCode ?? "") ? -1 : 1));
  const placed = wards.reduce((sum, part) => sum + part.placed, 0);
  // Rounded, since a sum's last digits depend on its order.
  const mean = (of: "lat" | "lon") =>
    placed === 0
      ? null
      : Math.round((wards.reduce((sum, part) => sum + part.placed * Number(part[of] ?? 0), 0) / placed) * 1e6) / 1e6;
  return { wardCode: most?.wardCode ?? null, lat: mean("lat"), lon: mean("lon") };
}
