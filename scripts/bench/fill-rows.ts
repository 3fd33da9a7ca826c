import SQLite from "better-sqlite3";

type Row = Record<string, string | number | null | object>;
export type Add = (table: string, row: Row) => void;

/** Rows of one statement: more of them gain nothing. */
const atOnce = 16;

/**
 * Fills tables of a database that nobody else has open, many rows in one statement, all in one transaction. The indexes
 * are made afterwards: that is faster than keeping them in order with each row.
 */
export function fillTables(file: string, work: (add: Add, db: SQLite.Database) => void): void {
  const db = new SQLite(file);
  for (const setting of ["journal_mode = OFF", "synchronous = OFF", "cache_size = -1000000", "foreign_keys = OFF"])
    db.pragma(setting);
  const all = db.prepare("select name, sql from sqlite_master where type = 'index' and sql is not null").all();
  const indexes = all as { name: string; sql: string }[];
  for (const { name } of indexes) db.exec(`drop index "${name}"`);
  const tables = new Map<string, { columns: string[]; waiting: unknown[][] }>();
  const kept = new Map<string, SQLite.Statement>();

  const insert = (table: string, columns: string[], rows: unknown[][]) => {
    const key = `${table} ${rows.length}`;
    const blanks = `(${columns.map(() => "?")})`;
    const names = columns.map((column) => `"${column}"`);
    if (!kept.has(key))
      kept.set(key, db.prepare(`insert into ${table} (${names}) values ${Array(rows.length).fill(blanks)}`));
    kept.get(key)!.run(rows.flat());
  };
  const add: Add = (table, row) => {
    const known = tables.get(table) ?? { columns: Object.keys(row), waiting: [] };
    tables.set(table, known);
    known.waiting.push(Object.values(row).map((value) => (isObject(value) ? JSON.stringify(value) : value)));
    if (known.waiting.length === atOnce) insert(table, known.columns, known.waiting.splice(0));
  };
  db.exec("begin");
  work(add, db);
  for (const [table, { columns, waiting }] of tables) if (waiting.length > 0) insert(table, columns, waiting);
  for (const { sql } of indexes) db.exec(sql);
  db.exec("commit");
  db.pragma("journal_mode = WAL");
  db.close();
}

const isObject = (value: Row[string]): value is object => typeof value === "object" && value !== null;
