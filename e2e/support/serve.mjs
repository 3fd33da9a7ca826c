// Serves the production build for the tests, over an empty demo borough in a folder of its own.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const data = mkdtempSync(join(tmpdir(), "myaccount-e2e-"));
process.on("exit", () => rmSync(data, { recursive: true, force: true }));
Object.assign(process.env, {
  NODE_ENV: "production",
  DEMO: "true",
  DATA_DIR: data,
  RATE_LIMITS: "false",
  SHED_AFTER_MS: "0",
  LOG_LEVEL: "error",
});
for (const name of ["DATABASE_URL", "PUBLIC_URL", "SMTP_URL", "HOST"]) delete process.env[name];
await import("../../scripts/support/serve.mjs");
