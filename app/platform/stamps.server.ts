import { eq } from "drizzle-orm";
import { platformTables } from "~db/schema/platform";
import type { Database } from "./db/database.server";
import { newId } from "./ids";

/** What a process may hold in memory although another one changes it. */
type Stamped = "places";

const keyOf = (what: Stamped) => `stamp of ${what}`;

/** Has every process that holds this in memory read it again. */
export async function stamp(db: Database, what: Stamped): Promise<void> {
  const { meta } = db.tables(platformTables);
  const value = newId();
  await db.transaction(() =>
    db.q
      .insert(meta)
      .values({ key: keyOf(what), value })
      .onConflictDoUpdate({ target: meta.key, set: { value } }),
  );
}

/** Another text each time that this was changed. */
export async function findStamp(db: Database, what: Stamped): Promise<string | undefined> {
  const { meta } = db.tables(platformTables);
  return (
    await db.q
      .select({ value: meta.value })
      .from(meta)
      .where(eq(meta.key, keyOf(what)))
  )[0]?.value;
}
