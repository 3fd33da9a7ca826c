// Starts this checkout as an operator does, with `NODE_ENV=production npm start`, and asks it for a page, on each database.
// It needs nothing installed: on a clean checkout it shows that the documented first start installs and builds.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./prepare.mjs";

await start("SQLite", {});
const { startPostgres } = await import("./start-postgres.mjs");
const postgres = await startPostgres();
await start("PostgreSQL", { DATABASE_URL: postgres.url("postgres") });
await postgres.stop();

async function start(database, settings) {
  const data = mkdtempSync(join(tmpdir(), "myaccount-production-"));
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const portal = spawn("npm", ["start"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    // npm does not pass signals on: the group is ended as one.
    detached: true,
    env: {
      ...operatorEnv(),
      NODE_ENV: "production",
      PORT: String(port),
      PUBLIC_URL: address,
      SESSION_SECRET: randomBytes(32).toString("hex"),
      AUDIT_KEY: randomBytes(32).toString("hex"),
      SMTP_URL: "smtp://127.0.0.1:25",
      MAIL_FROM: "MyAccount <myaccount@otherham.example>",
      COUNCIL_NAME: "Otherham Council",
      COUNCIL_PHONE: "01632 960001",
      COUNCIL_HOURS: "weekdays 09:00-17:00",
      COUNCIL_ADDRESS: "Town Hall, 1 Market Place, Otherham, ZZ1 1ZZ",
      COUNCIL_COLLECTION_HOURS: "07:00-17:00",
      DATA_DIR: data,
      LOG_LEVEL: "error",
      ...settings,
    },
  });
  const ended = once(portal, "exit");
  try {
    await Promise.race([
      untilReady(address),
      ended.then(([code]) => Promise.reject(new Error(`npm start ended with ${code}, on ${database}.`))),
    ]);
    await seePage(address);
    console.log(`NODE_ENV=production npm start: serves, on ${database}.`);
  } finally {
    if (portal.exitCode === null) process.kill(-portal.pid, "SIGTERM");
    await ended;
    rmSync(data, { recursive: true, force: true });
  }
}

/** The environment without what `npm test` and a developer's shell put into it. */
function operatorEnv() {
  const own = /^(npm_(?!config_cache|config_registry)|DEMO$|DATABASE_URL$|HOST$|NODE_OPTIONS$)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
}

async function untilReady(address) {
  for (;;) {
    const answer = await fetch(`${address}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** A page and its style: what the build made is there. */
async function seePage(address) {
  const page = await fetch(address);
  const style = /href="(\/assets\/[^"]+\.css)"/.exec(await page.text())?.[1];
  const styled = style && (await fetch(address + style));
  if (!page.ok || !styled?.ok) throw new Error(`The first page answers ${page.status}, its style ${styled?.status}.`);
}

function freePort() {
  return new Promise((found, failed) => {
    const probe = createServer().once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });
}
