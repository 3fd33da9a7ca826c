// One connection to a portal's database of either kind, for what the benchmarks fill in and look up.
import SQLite from "better-sqlite3";
import pg from "pg";

/**
 * @param {string} place a file of SQLite, or the address of a database of PostgreSQL
 * @returns {Promise<{ sqlite?: SQLite.Database, postgres?: pg.Client, rows(sql: string): Promise<unknown[][]>, close(): Promise<void> }>}
 */
export async function connect(place) {
  if (!isAddress(place)) {
    const sqlite = new SQLite(place);
    return { sqlite, rows: async (sql) => sqlite.prepare(sql).raw().all(), close: async () => void sqlite.close() };
  }
  const postgres = new pg.Client({ connectionString: place });
  await postgres.connect();
  return {
    postgres,
    rows: async (text) => (await postgres.query({ text, rowMode: "array" })).rows,
    close: () => postgres.end(),
  };
}

const isAddress = (place) => /^postgres(ql)?:/.test(place);
