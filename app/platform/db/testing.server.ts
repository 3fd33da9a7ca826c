import { randomUUID } from "node:crypto";
import { copyFileSync } from "node:fs";
import { dirname, join } from "node:path";
import pg from "pg";
import { afterAll, describe, expect, inject } from "vitest";
import type { Database } from "./database.server";
import { readPostgresPlans, readSqlitePlans, watchStatements } from "./plans.testing.server";
import { openPostgres } from "./postgres.server";
import { openSqlite } from "./sqlite.server";

watchStatements();

/**
 * Runs one suite on both databases. Each `open()` gives a new migrated database that is closed after the suite.
 * @example eachDatabase("drafts", (open) => { it("keeps answers", async () => { const db = await open(); ... }); });
 */
export function eachDatabase(name: string, suite: (open: () => Promise<Database>) => void): void {
  for (const [dialect, create, readPlans] of [
    ["sqlite", copySqlite, () => readSqlitePlans(inject("databases").sqliteTemplate)],
    ["postgres", copyPostgres, () => readPostgresPlans(postgresAt("template_portal"))],
  ] as const) {
    describe(`${name} on ${dialect}`, () => {
      const opened: Database[] = [];
      afterAll(async () => {
        await Promise.all(opened.map((db) => db.close()));
        expect(await readPlans(), "plans that take longer with each case").toEqual([]);
      });
      suite(async () => {
        const db = await create();
        opened.push(db);
        return db;
      });
    });
  }
}

/** A new migrated SQLite database in the test run's own folder. */
export async function copySqlite(): Promise<Database> {
  const { sqliteTemplate } = inject("databases");
  const file = join(dirname(sqliteTemplate), `${randomUUID()}.sqlite`);
  copyFileSync(sqliteTemplate, file);
  return openSqlite(file);
}

/** A new migrated database on the test run's own PostgreSQL. */
export async function copyPostgres(): Promise<Database> {
  const { postgresUrl } = inject("databases");
  const name = `t_${randomUUID().replaceAll("-", "")}`;
  const admin = new pg.Client({ connectionString: postgresUrl });
  await admin.connect();
  await admin.query(`create database ${name} template template_portal`);
  await admin.end();
  return openPostgres(postgresAt(name));
}

const postgresAt = (name: string) => inject("databases").postgresUrl.replace(/\/postgres$/, `/${name}`);
