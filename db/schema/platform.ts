import { isNotNull } from "drizzle-orm";
import { declareTables } from "./kit";
import { provenance } from "./provenance";

export const platformTables = declareTables((k) => {
  /** What is to happen outside, written in the transaction that decided it. */
  const outbox = k.table(
    "outbox",
    {
      id: k.id(),
      kind: k.text("kind").notNull(),
      ...provenance(k),
      payload: k.json<Record<string, unknown>>("payload").notNull(),
      state: k.text("state").$type<"waiting" | "done" | "failed">().notNull().default("waiting"),
      tries: k.integer("tries").notNull().default(0),
      /** Not before this instant; a claim moves it on, so that a worker that died gives its rows back. */
      dueAt: k.instant("due_at").notNull(),
      error: k.text("error"),
      createdAt: k.instant("created_at").notNull(),
      doneAt: k.instant("done_at"),
    },
    (t) => [
      k.index("outbox_due").on(t.state, t.dueAt),
      // Not by the state too: PostgreSQL would take it for what waits as well, and sort all of that for the first few.
      k.index("outbox_done").on(t.doneAt).where(isNotNull(t.doneAt)),
    ],
  );
  /** Facts about this database itself, such as whether the demo borough is in it. */
  const meta = k.table("meta", { key: k.text("key").primaryKey(), value: k.text("value").notNull() });
  /** What limits have counted, where several nodes share a database. Its columns are those of rate-limiter-flexible, in its order. */
  const rateLimits = k.table(
    "rate_limits",
    { key: k.text("key").primaryKey(), points: k.integer("points").notNull(), expire: k.integer("expire") },
    (t) => [k.index("rate_limits_expire").on(t.expire)],
  );
  return { outbox, meta, rateLimits };
});
