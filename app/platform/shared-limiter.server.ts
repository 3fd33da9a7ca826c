import { getTableName } from "drizzle-orm";
import { type RateLimiterMemory, RateLimiterPostgres } from "rate-limiter-flexible";
import { platformTables } from "~db/schema/platform";
import type { Database } from "./db/database.server";
import type { Log } from "./log.server";

/**
 * A limiter like the one in memory, whose counts all nodes share. Counts that are over for an hour are removed as it goes.
 * @returns undefined where the database is one node's own
 */
export function sharedLimiter(
  { db, log }: { db: Database; log: Log },
  memory: RateLimiterMemory,
): RateLimiterPostgres | undefined {
  const { apart } = db;
  if (!apart) return undefined;
  return new RateLimiterPostgres({
    storeClient: { query: makeQuery(apart, log) },
    storeType: "client",
    tableName: getTableName(db.tables(platformTables).rateLimits),
    tableCreated: true,
    keyPrefix: memory.keyPrefix,
    points: memory.points,
    duration: memory.duration,
    insuranceLimiter: memory,
  });
}

/** The library's statements, unprepared: a pooler may stand between. It reckons in numbers, and PostgreSQL's driver gives texts. */
const makeQuery =
  (apart: NonNullable<Database["apart"]>, log: Log) =>
  async ({ text, values }: { text: string; values: unknown[] }) => {
    try {
      const found = await apart(text, values);
      const rows = found.map(({ points, expire }) => ({ points: Number(points), expire: Number(expire) }));
      return { rows, rowCount: rows.length };
    } catch (error) {
      log.warn({ err: error }, "the database of limits does not answer: this process counts by itself");
      throw error;
    }
  };
