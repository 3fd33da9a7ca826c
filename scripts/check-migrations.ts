import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

// The frozen SQL is made from the tables: making it again, in a copy, must find nothing to add.
const work = mkdtempSync(join(tmpdir(), "myaccount-migrations-"));
try {
  for (const [dialect, folder] of [
    ["sqlite", "sqlite"],
    ["postgresql", "postgres"],
  ] as const) {
    const out = join(work, folder);
    cpSync(`db/migrations/${folder}`, out, { recursive: true });
    const before = readdirSync(out).length;
    const config = join(work, `${folder}.config.json`);
    writeFileSync(config, JSON.stringify({ dialect, schema: resolve(`db/schema/${folder}.ts`), out }));
    execFileSync("drizzle-kit", ["generate", "--config", config], { stdio: "pipe" });
    if (readdirSync(out).length === before) continue;
    console.error(
      `The tables in db/schema have changed since the last migration of ${folder}: run "npm run db:generate -- --name what-changed".`,
    );
    process.exitCode = 1;
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
