import { expect, it } from "vitest";
import { collectionsFor, findAddresses, findWardAt } from "~/features/places/places.server";
import { eachDatabase } from "~/platform/db/testing.server";
import { directoryTables } from "~db/schema/directory";
import { placeTables } from "~db/schema/places";
import { makeBorough } from "./borough";
import { landmarks } from "./landmarks";
import { seedBorough } from "./seed-borough";

const today = "2026-11-22";

eachDatabase("seedBorough", (open) => {
  it("writes what makeBorough makes, and nothing more the second time", { timeout: 20_000 }, async () => {
    const db = await open();
    await seedBorough(db, { today });
    await seedBorough(db, { today });
    const tables = { ...db.tables(placeTables), ...db.tables(directoryTables) };
    for (const [name, rows] of Object.entries(makeBorough({ today }))) {
      const written = await db.q.select().from(tables[name as keyof typeof tables]);
      expect(written, name).toHaveLength(rows.length);
      expect(sorted(written), name).toMatchObject(sorted(rows));
    }
  });

  it("makes a place where addresses lead to wards and bins", async () => {
    const db = await open();
    await seedBorough(db, { today, addresses: 300 });
    const search = await findAddresses(db, landmarks.mixed);
    const [first] = search.kind === "found" ? search.addresses : [];
    expect(await findWardAt(db, { lat: first!.lat!, lon: first!.lon! })).toEqual(first!.ward);
    expect(await collectionsFor(db, first!.id, { from: today, days: 14 })).toHaveLength(2);
  });
});

const sorted = (rows: { id?: string; code?: string; postcode?: string }[]) => {
  const key = (row: (typeof rows)[number]) => row.id ?? row.code ?? row.postcode!;
  return rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
};
