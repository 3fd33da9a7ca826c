import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as wait } from "node:timers/promises";
import type { SQL } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import type { Tables } from "~db/schema/kit";
import { type Database, errorCode, type HotQuery, type Query } from "./database.server";
import { watchWrite } from "./writes.server";

const maxTries = 8;
/** How long a connection, or a row that others hold, is waited for. */
const patience = 10_000;
/** How long one statement may take: none that runs is written to take longer than some ms. */
const longest = 30_000;
/** Serialisation failure and deadlock: the same transaction may succeed when it runs again. */
const retryable = new Set(["40001", "40P01"]);

/** Opens a PostgreSQL database, for councils whose portal runs on several nodes. */
export function openPostgres(url: string): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: patience,
    lock_timeout: patience,
    statement_timeout: longest,
  });
  // A dropped idle connection is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => undefined);
  const beside = new pg.Pool({ connectionString: url, max: 3, connectionTimeoutMillis: 1000, query_timeout: 1000 });
  beside.on("error", () => undefined);
  const db = drizzle(pool);
  const current = new AsyncLocalStorage<Query>();
  const outside = db as unknown as Query;

  async function retry<T>(work: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await db.transaction((tx) => current.run(tx as unknown as Query, work), {
          isolationLevel: "read committed",
        });
      } catch (error) {
        if (tries === maxTries || !retryable.has(errorCode(error) ?? "")) throw error;
        await wait(Math.random() * 5 * 2 ** tries);
      }
    }
  }
  const database: Database = {
    dialect: "postgres",
    get q() {
      return current.getStore() ?? outside;
    },
    tables: <T>(owner: Tables<T>) => owner.postgres,
    transaction: (work) => (current.getStore() ? work() : watchWrite(retry(work))),
    // A transaction's connection is another each time, and a pooler may stand between: nothing is kept prepared here.
    run: async <Values, Row>(query: HotQuery<Values, Row>, values: Values) =>
      (await query(database.q, database)
        .prepare(undefined as never)
        .execute(values as Record<string, unknown>)) as Row[],
    rows: async <T>(statement: SQL) => {
      const query = (current.getStore() ?? outside) as unknown as { execute(s: SQL): Promise<{ rows: T[] }> };
      return (await query.execute(statement)).rows;
    },
    apart: async (text, values) => (await beside.query<Record<string, unknown>>(text, values)).rows,
    close: async () => void (await Promise.all([pool.end(), beside.end()])),
  };
  return database;
}
