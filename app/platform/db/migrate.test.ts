import { randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import SQLite from "better-sqlite3";
import { drizzle as onSqlite } from "drizzle-orm/better-sqlite3";
import { migrate as migrateSqlite } from "drizzle-orm/better-sqlite3/migrator";
import { drizzle as onPostgres } from "drizzle-orm/node-postgres";
import { migrate as migratePostgres } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { expect, inject, it } from "vitest";
import { migrateDatabase } from "./migrate.server";
import { findRelease } from "./release.server";

/** The frozen SQL as it was first, before anything was added to it. */
function firstOf(dialect: "sqlite" | "postgres"): string {
  const folder = mkdtempSync(join(dirname(inject("databases").sqliteTemplate), "migrations-"));
  cpSync(join("db/migrations", dialect), folder, { recursive: true });
  const journal = join(folder, "meta/_journal.json");
  const { entries, ...rest } = JSON.parse(readFileSync(journal, "utf8"));
  expect(entries.length).toBeGreaterThan(1);
  writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, 1) }));
  return folder;
}

const premises = JSON.stringify({ lines: ["1 Mill Lane"], town: "Brackenford", postcode: "BK1 2AB" });
const read = "select organisation_id, version, name, premises, changed_by from organisation_versions";
const letter = ["l", "ola", "R", "case-received", "{}", "queued"];
const readLetters = "select client_id, organisation_id, recipient, reference, state from letters";
const expectedLetter = { client_id: "ola", organisation_id: null, recipient: null, reference: "R", state: "queued" };
const expected = { organisation_id: "bakery", version: 1, name: "Crumb", changed_by: "olwen" };

it("brings an older SQLite database up to date, with what is in it, however often it is asked", async () => {
  const file = join(dirname(inject("databases").sqliteTemplate), `${randomUUID()}.sqlite`);
  expect(await findRelease({ file })).toBe("none");
  const old = new SQLite(file);
  migrateSqlite(onSqlite(old), { migrationsFolder: firstOf("sqlite") });
  old
    .prepare("insert into organisations values (?, ?, ?, ?, ?, ?)")
    .run("bakery", "company", "Crumb", "1", premises, 5);
  old.prepare("insert into memberships values (?, ?, ?, ?)").run("bakery", "olwen", "owner", 5);
  old.prepare("insert into letters values (?, ?, ?, ?, ?, ?, ?, ?)").run(...letter, 5, null);
  old.close();
  expect(await findRelease({ file })).toBe("earlier");
  await migrateDatabase({ file });
  await migrateDatabase({ file });
  expect(await findRelease({ file })).toBe("same");
  const now = new SQLite(file);
  expect(now.prepare(readLetters).all()).toEqual([expectedLetter]);
  expect(now.prepare(read).all()).toEqual([{ ...expected, premises }]);
  expect(now.pragma("integrity_check", { simple: true })).toBe("ok");
  now.close();
});

it("brings an older PostgreSQL database up to date, with what is in it, however often it is asked", async () => {
  const { postgresUrl } = inject("databases");
  const name = `t_${randomUUID().replaceAll("-", "")}`;
  const admin = new pg.Client({ connectionString: postgresUrl });
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  const url = postgresUrl.replace(/\/postgres$/, `/${name}`);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  expect(await findRelease({ url, file: "" })).toBe("none");
  await migratePostgres(onPostgres(client), { migrationsFolder: firstOf("postgres") });
  await client.query("insert into organisations values ($1, $2, $3, $4, $5, now())", [
    ...["bakery", "company", "Crumb", "1"],
    premises,
  ]);
  await client.query("insert into memberships values ('bakery', 'olwen', 'owner', now())");
  await client.query("insert into letters values ($1, $2, $3, $4, $5, $6, now(), null)", letter);
  expect(await findRelease({ url, file: "" })).toBe("earlier");
  await migrateDatabase({ url, file: "" });
  await migrateDatabase({ url, file: "" });
  expect(await findRelease({ url, file: "" })).toBe("same");
  await client.query("update drizzle.__drizzle_migrations set created_at = created_at + 1");
  expect(await findRelease({ url, file: "" })).toBe("later");
  expect((await client.query(readLetters)).rows).toEqual([expectedLetter]);
  const { rows } = await client.query(read);
  expect(rows).toEqual([{ ...expected, version: "1", premises: JSON.parse(premises) }]);
  await client.end();
});

it("says what to do about a database that is older than that, and leaves it as it is", async () => {
  const file = join(dirname(inject("databases").sqliteTemplate), `${randomUUID()}.sqlite`);
  const old = new SQLite(file);
  old.exec("create table account_tokens (id text); insert into account_tokens values ('kept')");
  await expect(migrateDatabase({ file })).rejects.toThrow("begin with an empty one");
  expect(old.prepare("select id from account_tokens").all()).toEqual([{ id: "kept" }]);
  old.close();
});

it.each([
  ["nobody answers", "postgres://portal:secret@127.0.0.1:1/myaccount", "DATABASE_URL cannot be opened"],
  ["the name is wrong", "postgres://portal:secret@no-such-host.invalid/myaccount", "DATABASE_URL cannot be opened"],
])("says in a sentence, without the password, that %s", async (_what, url, sentence) => {
  const refused = await migrateDatabase({ url, file: "" }).catch((error: Error) => error);
  expect(refused).toMatchObject({ name: "ConfigError" });
  expect((refused as Error).message).toContain(sentence);
  expect((refused as Error).message).not.toContain("secret");
});

it("says in a sentence that there is no such database, or that its folder is none", async () => {
  const { postgresUrl } = inject("databases");
  const url = postgresUrl.replace(/\/postgres$/, "/nothing-of-the-kind");
  await expect(migrateDatabase({ url, file: "" })).rejects.toThrow(/DATABASE_URL cannot be opened: .*does not exist/);
  const file = join(inject("databases").sqliteTemplate, "portal.sqlite");
  await expect(migrateDatabase({ file })).rejects.toThrow(/DATA_DIR .* cannot be opened: /);
});
