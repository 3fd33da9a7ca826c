import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrateDatabase } from "../../app/platform/db/migrate.server";
import { startPostgres } from "./start-postgres.mjs";

declare module "vitest" {
  interface ProvidedContext {
    databases: { sqliteTemplate: string; postgresUrl: string };
  }
}

/** Before any test: one migrated template of each database. A test copies it in milliseconds. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), "myaccount-test-"));
  const sqliteTemplate = join(folder, "template.sqlite");
  await migrateDatabase({ file: sqliteTemplate });

  const postgres = await startPostgres();
  const admin = new pg.Client({ connectionString: postgres.url("postgres") });
  await admin.connect();
  await admin.query("create database template_portal");
  await admin.end();
  await migrateDatabase({ url: postgres.url("template_portal"), file: "" });

  project.provide("databases", { sqliteTemplate, postgresUrl: postgres.url("postgres") });
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
