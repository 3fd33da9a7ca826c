import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as wait } from "node:timers/promises";
import SQLite from "better-sqlite3";
import type { SQL } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { Tables } from "~db/schema/kit";
import { claimSqlite } from "../own-files.server";
import { type Database, errorCode, type HotQuery, type Prepared, type Query } from "./database.server";
import { watchWrite } from "./writes.server";

interface Job {
  run: () => Promise<unknown>;
  resolve: (value: unknown) => void;
  reject: (reason: unknown) => void;
}

/** How many waiting transactions share one commit, and so one fsync. */
const groupLimit = 64;
/** How long a write waits for another process, such as an import, that writes to the same file. */
const lockPatience = 5000;

/**
 * Opens the embedded database: one writer connection, and one that only reads.
 * Commits are durable (`synchronous=FULL`): a caller hears of success after the data is on the disk.
 * @param patience milliseconds that a write waits for another process
 */
export function openSqlite(file: string, patience = lockPatience): Database {
  claimSqlite(file);
  const writer = connect(file);
  const reader = connect(file);
  reader.pragma("query_only = ON");
  // SQLite itself would wait with the whole process; `groupCommits` waits without.
  writer.pragma("busy_timeout = 0");
  const write = drizzle(writer) as unknown as Query;
  const read = drizzle(reader) as unknown as Query;
  const current = new AsyncLocalStorage<{ open: boolean }>();
  const transact = groupCommits(writer, current, patience);

  const inTransaction = () => {
    const transaction = current.getStore();
    if (transaction && !transaction.open) throw new Error("A query ran after its transaction ended: await it inside.");
    return transaction !== undefined;
  };
  const prepared = new Map<Query, WeakMap<object, Prepared>>([
    [write, new WeakMap()],
    [read, new WeakMap()],
  ]);
  const prepareOnce = (query: HotQuery<unknown, unknown>): Prepared => {
    const on = inTransaction() ? write : read;
    const known = prepared.get(on)!;
    let made = known.get(query);
    if (!made) {
      made = query(on, database).prepare("");
      known.set(query, made);
    }
    return made;
  };
  const database: Database = {
    dialect: "sqlite",
    get q() {
      return inTransaction() ? write : read;
    },
    tables: <T>(owner: Tables<T>) => owner.sqlite,
    transaction: (work) => (inTransaction() ? work() : watchWrite(transact(work))),
    run: async <Values, Row>(query: HotQuery<Values, Row>, values: Values) =>
      (await prepareOnce(query).execute(values as Record<string, unknown>)) as Row[],
    rows: async <T>(statement: SQL) => allRows(inTransaction() ? write : read, statement) as T[],
    close: async () => {
      reader.close();
      writer.close();
    },
  };
  return database;
}

const allRows = (query: Query, statement: SQL) => (query as unknown as { all(s: SQL): unknown[] }).all(statement);

function connect(file: string): SQLite.Database {
  const connection = new SQLite(file);
  connection.pragma("journal_mode = WAL");
  connection.pragma("synchronous = FULL");
  connection.pragma("foreign_keys = ON");
  connection.pragma("busy_timeout = 5000");
  keepStatements(connection);
  return connection;
}

const mostKept = 500;

/** The builder writes the same few hundred SQL texts again and again: SQLite compiles each of them once. */
function keepStatements(connection: SQLite.Database): void {
  const kept = new Map<string, SQLite.Statement>();
  const compile = connection.prepare.bind(connection);
  connection.prepare = ((text: string) => {
    let statement = kept.get(text);
    if (!statement) {
      statement = compile(text);
      if (kept.size >= mostKept) kept.clear();
      kept.set(text, statement);
    } else if (statement.reader) statement.raw(false);
    return statement;
  }) as typeof connection.prepare;
}

/**
 * Runs transactions one after another on the writer. Those that wait at the same time become savepoints of one
 * BEGIN IMMEDIATE, so that they share its commit: a failed one is rolled back alone, and none is told of success before the commit.
 */
function groupCommits(writer: SQLite.Database, current: AsyncLocalStorage<{ open: boolean }>, patience: number) {
  const statement = (sql: string) => writer.prepare(sql);
  const [begin, commit, rollback] = [statement("BEGIN IMMEDIATE"), statement("COMMIT"), statement("ROLLBACK")];
  const [save, release, undo] = [statement("SAVEPOINT one"), statement("RELEASE one"), statement("ROLLBACK TO one")];
  const queue: Job[] = [];
  let busy = false;

  async function runOne(job: Job): Promise<() => void> {
    const transaction = { open: true };
    save.run();
    try {
      const value = await current.run(transaction, job.run);
      return () => job.resolve(value);
    } catch (error) {
      // With the disk full, SQLite itself may have rolled back all that waits for this commit.
      if (!writer.inTransaction) throw error;
      undo.run();
      // Not before the commit either: what it failed on, such as another's row of the same key, can be read only then.
      return () => job.reject(error);
    } finally {
      transaction.open = false;
      if (writer.inTransaction) release.run();
    }
  }

  async function beginWhenFree(): Promise<void> {
    for (const until = performance.now() + patience; ; await wait(20))
      try {
        return void begin.run();
      } catch (error) {
        if (errorCode(error) !== "SQLITE_BUSY" || performance.now() > until) throw error;
      }
  }

  async function drain() {
    while (queue.length > 0) {
      const group: Job[] = [];
      const settle: (() => void)[] = [];
      try {
        await beginWhenFree();
        for (let job = queue.shift(); job; job = group.length < groupLimit ? queue.shift() : undefined) {
          group.push(job);
          settle.push(await runOne(job));
        }
        commit.run();
        for (const tell of settle) tell();
      } catch (error) {
        if (writer.inTransaction) rollback.run();
        // It did not begin: nor would it for the others that wait.
        if (group.length === 0) group.push(...queue.splice(0));
        for (const job of group) job.reject(error);
      }
    }
    busy = false;
  }

  return <T>(run: () => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      queue.push({ run, resolve: resolve as Job["resolve"], reject });
      if (busy) return;
      busy = true;
      // Not at once: whoever else has sent something meanwhile is read first, and shares the commit.
      setImmediate(drain);
    });
}
