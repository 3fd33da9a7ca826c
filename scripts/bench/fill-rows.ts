import { connect } from "./connect.mjs";
import { fillPostgres } from "./fill-postgres";
import { fillSqlite } from "./fill-sqlite";

export type Row = Record<string, string | number | null | object>;
export type Add = (table: string, row: Row) => void;
export type Rows = (sql: string) => Promise<unknown[][]>;

/** How a database of one kind takes rows in, faster than while others use it. */
export interface Filling {
  /** Rows of one statement: more of them gain nothing. */
  atOnce: number;
  begin(): Promise<void>;
  insert(table: string, rows: Row[]): Promise<void>;
  /** The indexes are made now: that is faster than keeping them in order with each row. */
  end(): Promise<void>;
}

/**
 * Fills tables of a database that nobody else has open, many rows in one statement.
 * @param work adds rows, and waits for `flush` now and then: they are kept in memory until then
 */
export async function fillTables(
  place: string,
  work: (add: Add, rows: Rows, flush: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const connection = await connect(place);
  const filling = connection.sqlite ? fillSqlite(connection.sqlite) : await fillPostgres(connection.postgres!);
  const waiting = new Map<string, Row[]>();
  const flush = async (atLeast = filling.atOnce) => {
    for (const [table, rows] of waiting) {
      let done = 0;
      for (; rows.length - done >= atLeast; done += filling.atOnce)
        await filling.insert(table, rows.slice(done, done + filling.atOnce));
      rows.splice(0, done);
    }
  };
  const add: Add = (table, row) => {
    const rows = waiting.get(table);
    if (rows) rows.push(row);
    else waiting.set(table, [row]);
  };
  await filling.begin();
  await work(add, connection.rows, flush);
  await flush(1);
  await filling.end();
  await connection.close();
}
