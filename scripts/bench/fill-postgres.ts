import type pg from "pg";
import type { Filling } from "./fill-rows";

/** Takes rows into a database of PostgreSQL, whose user must be its superuser. */
export async function fillPostgres(db: pg.Client): Promise<Filling> {
  const list = async (text: string) => (await db.query<string[]>({ text, rowMode: "array" })).rows;
  const indexes = await list(
    `select indexname, indexdef from pg_indexes
     where schemaname = 'public' and indexname not in (select conname from pg_constraint)`,
  );
  const types = new Map(
    (
      await list(
        "select table_name || '.' || column_name, data_type from information_schema.columns where table_schema = 'public'",
      )
    ).map(([column, type]) => [column!, type!]),
  );
  /** A value as JSON has it, which knows no instants; what stands for JSON in a text is read. */
  const asJson = (column: string, value: unknown) => {
    const type = types.get(column);
    if (typeof value === "number" && type === "timestamp with time zone") return new Date(value);
    return typeof value === "string" && type === "jsonb" ? JSON.parse(value) : value;
  };
  return {
    atOnce: 1000,
    begin: async () => {
      // Whoever is named by a row may be added after it.
      await db.query("set session_replication_role = replica; set synchronous_commit = off");
      await db.query("set maintenance_work_mem = '512MB'");
      for (const [name] of indexes) await db.query(`drop index "${name}"`);
    },
    insert: async (table, rows) => {
      const names = Object.keys(rows[0]!).map((column) => `"${column}"`);
      const values = rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [name, asJson(`${table}.${name}`, value)])),
      );
      await db.query(
        `insert into ${table} (${names}) select ${names} from json_populate_recordset(null::${table}, $1)`,
        [JSON.stringify(values)],
      );
    },
    end: async () => {
      for (const [, definition] of indexes) await db.query(definition!);
      // As its own housekeeping would do in the days that so many rows take to come.
      await db.query("vacuum analyze");
    },
  };
}
