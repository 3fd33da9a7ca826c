import { randomUUID } from "node:crypto";
import { copyFileSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import SQLite from "better-sqlite3";
import { sql } from "drizzle-orm";
import pg from "pg";
import { afterAll, describe, expect, inject, it } from "vitest";
import { platformTables } from "~db/schema/platform";
import { systemClock } from "../../platform/clock";
import type { Database } from "../../platform/db/database.server";
import { openPostgres } from "../../platform/db/postgres.server";
import { openSqlite } from "../../platform/db/sqlite.server";
import type { Page } from "../browser";
import { openTestPortal } from "../portal.server";
import { callBack, referenceOf, walk } from "./journey";

/** A database that can be put out of order, and into it again. */
interface Faulty {
  db: Database;
  fault(): Promise<void>;
  mend(): Promise<void>;
}

const read = (file: string) => JSON.parse(readFileSync(file, "utf8"));
const pl = read("locales/pl/services/request-call-back.json").questions.topic.options;

/** What fails here fails on purpose. */
const env = { LOG_LEVEL: "silent" };
const opened: Database[] = [];
const keep = (db: Database) => {
  opened.push(db);
  return db;
};
afterAll(() => Promise.all(opened.map((db) => db.close())));

function copyFile(): string {
  const { sqliteTemplate } = inject("databases");
  const file = join(dirname(sqliteTemplate), `${randomUUID()}.sqlite`);
  copyFileSync(sqliteTemplate, file);
  // With small pages, what is typed in this test needs a new one.
  new SQLite(file).exec("pragma journal_mode = delete; pragma page_size = 512; vacuum").close();
  return file;
}

async function full(): Promise<Faulty> {
  const db = keep(openSqlite(copyFile()));
  const limit = (pages: number) => db.transaction(() => db.rows(sql.raw(`pragma max_page_count = ${pages}`)));
  const put = (size: number) =>
    db
      .transaction(() =>
        db.q.insert(db.tables(platformTables).meta).values({ key: randomUUID(), value: "x".repeat(size) }),
      )
      .then(
        () => true,
        () => false,
      );
  const fault = async () => {
    await limit(1);
    for (const size of [20_000, 500, 1]) while (await put(size));
  };
  return { db, fault, mend: async () => void (await limit(1_000_000)) };
}

async function locked(): Promise<Faulty> {
  const file = copyFile();
  const other = new SQLite(file);
  const run = (statement: string) => async () => void other.exec(statement);
  return { db: keep(openSqlite(file, 0)), fault: run("begin immediate"), mend: run("rollback") };
}

async function readOnlyServer(): Promise<Faulty> {
  const { postgresUrl } = inject("databases");
  const name = `t_${randomUUID().replaceAll("-", "")}`;
  const asAdmin = async (...statements: string[]) => {
    const admin = new pg.Client({ connectionString: postgresUrl });
    await admin.connect();
    for (const statement of statements) await admin.query(statement);
    await admin.end();
  };
  await asAdmin(`create database ${name} template template_portal`);
  const set = (value: string) => () =>
    asAdmin(
      `alter database ${name} set default_transaction_read_only = ${value}`,
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
    );
  return { db: keep(openPostgres(postgresUrl.replace(/\/postgres$/, `/${name}`))), fault: set("on"), mend: set("off") };
}

/** What a page that failed shows of what was sent to it: each answer with its question. */
const givenBack = ({ dom }: Page) =>
  dom.querySelectorAll("main .govuk-summary-list__row").map((row) => row.querySelectorAll("dt, dd").map(textOf));
const textOf = ({ text }: { text: string }) => text.replace(/&quot;/g, '"').replace(/&amp;/g, "&");

describe.each([
  ["full", full],
  ["locked by another process", locked],
  ["read-only", readOnlyServer],
])("a database that is %s", (_name, make) => {
  it("gives back what was typed, says that it takes no writes, and goes on by itself", async () => {
    const { db, fault, mend } = await make();
    // Each look at the clock is a second later, so that each question of its state is answered anew.
    let seconds = 0;
    const clock = { now: () => new Date(systemClock.now().getTime() + seconds++ * 1000) };
    const { browser: open, url } = await openTestPortal(db, { clock, env });
    const browser = open();
    const state = async () => {
      const ready = await fetch(`${url}/readyz`);
      const figures = await (await fetch(`${url}/metrics`)).text();
      return [ready.status, await ready.text(), /^database_writes_failing (\d)/m.exec(figures)?.[1]];
    };
    await walk(browser, "request-call-back", callBack, "about");
    expect(await state()).toEqual([200, "ready", "0"]);

    await fault();
    const typed = `The bins in the yard of "Ada & Co"\n${"x".repeat(900)}`;
    const failed = await browser.submit({ about: typed });
    expect([failed.status, failed.heading]).toEqual([503, "This page is not available now"]);
    expect(failed.headers.get("retry-after")).toBeTruthy();
    expect(givenBack(failed)).toEqual([["What the call is about", typed]]);
    expect(await state()).toEqual([503, "the database takes no writes", "1"]);
    expect((await open().open("/services")).status).toBe(200);

    await mend();
    const again = await browser.submit();
    expect(again.own).toBe("/services/request-call-back/call-times");
    expect(await state()).toEqual([200, "ready", "0"]);
    await walk(browser, "request-call-back", callBack);
    const done = await browser.submit({});
    expect(referenceOf(done)).toBeTruthy();
  });
});

it("gives back what was chosen in the reader's words", async () => {
  const { db, fault } = await locked();
  const { browser: open } = await openTestPortal(db, { env });
  await fault();
  const chosen = await open().post("/pl/services/request-call-back/topic", { topic: "waste" });
  expect([chosen.status, givenBack(chosen)]).toEqual([503, [["Temat", pl.waste]]]);
});

it("never gives a password back", async () => {
  const { db, fault } = await locked();
  const { browser: open } = await openTestPortal(db, { env });
  const browser = open();
  await browser.open("/register");
  await fault();
  const failed = await browser.submit({ name: "Ada", email: "ada@example.org", "new-password": "wagon thistle" });
  expect(failed.status).toBe(503);
  // It is no step of a service: what was typed stands without its questions.
  expect(failed.dom.querySelectorAll("main li").map(textOf)).toEqual(["Ada", "ada@example.org"]);
  expect(failed.html).not.toContain("wagon");
});

it("a write waits for another process without holding up who reads", async () => {
  const file = copyFile();
  const other = new SQLite(file);
  const { browser, url } = await openTestPortal(keep(openSqlite(file)));
  const writer = browser();
  await writer.open("/register");
  other.exec("begin immediate");
  const writing = fetch(`${url}/readyz`);
  expect((await browser().open("/services")).status).toBe(200);
  other.exec("rollback");
  expect((await writing).status).toBe(200);
});
