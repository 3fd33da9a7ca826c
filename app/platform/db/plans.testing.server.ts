import { AsyncLocalStorage } from "node:async_hooks";
import SQLite from "better-sqlite3";
import pg from "pg";
import { postgresFaults, sqliteFaults } from "./plan-faults";

/** The statements that requests have run so far, by the database that they ran on. */
const asked = { sqlite: new Set<string>(), postgres: new Set<string>() };
const inRequest = new AsyncLocalStorage<true>();
const isQuery = (text: string) => /^\s*(select|update|delete|with)\b/i.test(text);

/** Runs what answers a request: the plan of every statement in it is read when the suite ends. */
export const asRequest = <T>(work: () => T): T => inRequest.run(true, work);

/** Writes down each statement as it reaches the database's own client. */
export function watchStatements(): void {
  const note = (on: Set<string>, text: unknown) => {
    if (typeof text === "string" && inRequest.getStore() && isQuery(text)) on.add(text);
  };
  const prepare = SQLite.prototype.prepare;
  SQLite.prototype.prepare = function (this: SQLite.Database, text: string) {
    note(asked.sqlite, text);
    return prepare.call(this, text);
  } as typeof prepare;
  const query = pg.Client.prototype.query as (this: pg.Client, ...given: unknown[]) => unknown;
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    note(asked.postgres, typeof given[0] === "string" ? given[0] : (given[0] as { text?: string })?.text);
    return query.apply(this, given);
  } as never;
}

const known = new Map<string, string[]>();

/** A list of values may be long, though a test gave one: SQLite chooses another index then. */
const manyBlanks = Array(50).fill("?").join(", ");

/** What is wrong with the plans of all that requests have asked SQLite so far. */
export function readSqlitePlans(file: string, statements = asked.sqlite): string[] {
  const connection = new SQLite(file, { readonly: true });
  const explain = (asked: string) => {
    const text = asked.replaceAll(/ in \(\?(, \?)*\)/g, ` in (${manyBlanks})`);
    const blanks = text.replaceAll(/"[^"]*"|'[^']*'/g, "").split("?").length - 1;
    const steps = connection.prepare(`explain query plan ${text}`).all(Array(blanks).fill(null));
    return sqliteFaults(text, steps as { detail: string }[]);
  };
  const faults = [...statements].flatMap((text) => once(`sqlite ${text}`, () => explain(text)));
  connection.close();
  return faults;
}

function once(key: string, read: () => string[]): string[] {
  const faults = known.get(key) ?? read();
  known.set(key, faults);
  return faults;
}

/** The same of PostgreSQL: what it would do if it could not fall back on reading a table from end to end. */
export async function readPostgresPlans(url: string, statements = asked.postgres): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("set enable_seqscan = off");
  for (const text of statements) {
    if (known.has(`postgres ${text}`)) continue;
    const { rows } = await client.query(`explain (generic_plan, format json) ${text}`);
    known.set(`postgres ${text}`, postgresFaults(text, rows[0]["QUERY PLAN"][0].Plan));
  }
  await client.end();
  return [...statements].flatMap((text) => known.get(`postgres ${text}`)!);
}
