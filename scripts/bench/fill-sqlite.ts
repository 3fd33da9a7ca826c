import type SQLite from "better-sqlite3";
import type { Filling, Row } from "./fill-rows";

/** Takes rows into a file of SQLite, all in one transaction. */
export function fillSqlite(db: SQLite.Database): Filling {
  for (const setting of ["journal_mode = OFF", "synchronous = OFF", "cache_size = -1000000", "foreign_keys = OFF"])
    db.pragma(setting);
  const all = db.prepare("select name, sql from sqlite_master where type = 'index' and sql is not null").all();
  const indexes = all as { name: string; sql: string }[];
  const kept = new Map<string, SQLite.Statement>();
  const statement = (table: string, columns: string[], many: number) => {
    const key = `${table} ${many}`;
    const blanks = `(${columns.map(() => "?")})`;
    const names = columns.map((column) => `"${column}"`);
    if (!kept.has(key)) kept.set(key, db.prepare(`insert into ${table} (${names}) values ${Array(many).fill(blanks)}`));
    return kept.get(key)!;
  };
  return {
    atOnce: 16,
    begin: async () => {
      for (const { name } of indexes) db.exec(`drop index "${name}"`);
      db.exec("begin");
    },
    insert: async (table, rows) => {
      const values = rows.flatMap((row) =>
        Object.values(row).map((value) => (isObject(value) ? JSON.stringify(value) : value)),
      );
      statement(table, Object.keys(rows[0]!), rows.length).run(values);
    },
    end: async () => {
      for (const { sql } of indexes) db.exec(sql);
      db.exec("commit");
      db.pragma("journal_mode = WAL");
    },
  };
}

const isObject = (value: Row[string]): value is object => typeof value === "object" && value !== null;
