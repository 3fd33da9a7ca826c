import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrateDatabase } from "../../app/platform/db/migrate.server";

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

/** Starts the server of `postgres.ts` and waits for its port. */
async function startPostgres() {
  const server = spawn(process.execPath, ["node_modules/tsx/dist/cli.mjs", "scripts/support/postgres.ts"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = once(server, "exit");
  const port = await Promise.race([
    once(server.stdout, "data").then(([said]) => String(said).trim()),
    ended.then(([code]) => Promise.reject(new Error(`PostgreSQL for the tests did not start (exit ${code}).`))),
  ]);
  return {
    url: (database: string) => `postgres://postgres:postgres@127.0.0.1:${port}/${database}`,
    stop: async () => {
      server.stdin.end();
      await ended;
    },
  };
}
