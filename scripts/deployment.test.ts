import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type IncomingMessage, request } from "node:http";
import { request as askSafely } from "node:https";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text as readText } from "node:stream/consumers";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { createAccount } from "~/features/accounts/accounts.server";
import { openPostgres } from "~/platform/db/postgres.server";
import { Browser } from "~/testing/browser";
import { otherCouncil } from "~/testing/council";
import { referenceOf, walk } from "~/testing/faults/journey";
import { picture } from "~/testing/filler";
import { createTestHouse } from "~/testing/portal.server";

// What deploy/ says, as far as it can be shown without a container engine: nginx with TLS and the configuration that is
// kept there, in front of two nodes in production on one PostgreSQL.

const nginx = ["/usr/sbin/nginx", "/usr/local/sbin/nginx", "/opt/homebrew/bin/nginx"].find((path) => existsSync(path));
const isBuilt = existsSync("build/server/index.js");
const folder = mkdtempSync(join(tmpdir(), "myaccount-deployment-"));
const running: ChildProcess[] = [];
let address = "";
let plainAddress = "";
let nodes: { port: number; process: ChildProcess }[] = [];

const freePort = () =>
  new Promise<number>((found) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => found(port));
    });
  });

async function untilReady(port: number): Promise<void> {
  while (!(await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined))?.ok)
    await new Promise((resolve) => setTimeout(resolve, 100));
}

async function makeDatabase(): Promise<string> {
  const { postgresUrl } = inject("databases");
  const admin = new pg.Client({ connectionString: postgresUrl });
  await admin.connect();
  await admin.query("create database deployment template template_portal");
  await admin.end();
  return postgresUrl.replace(/\/postgres$/, "/deployment");
}

function startNode(port: number, env: Record<string, string>): ChildProcess {
  const node = spawn(process.execPath, ["scripts/start.mjs", "--built"], {
    stdio: ["ignore", "ignore", "inherit"],
    detached: true,
    env: { PATH: process.env["PATH"], NODE_ENV: "production", PORT: String(port), ...env },
  });
  running.push(node);
  return node;
}

/** A node and its child, at once and without a word, as when the power goes. */
const kill = (node: ChildProcess) => {
  try {
    process.kill(-node.pid!, "SIGKILL");
  } catch {
    // It has ended already.
  }
};

/** nginx with the kept files: only names, ports and places are others. */
async function startProxy(ports: { http: number; https: number; nodes: number[] }): Promise<void> {
  mkdirSync(join(folder, "tls"));
  const [key, certificate] = [join(folder, "tls/privkey.pem"), join(folder, "tls/fullchain.pem")];
  execFileSync(
    "openssl",
    ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost"].concat([
      "-keyout",
      key,
      "-out",
      certificate,
    ]),
    { stdio: "ignore" },
  );
  const site = readFileSync("deploy/nginx/myaccount.conf", "utf8")
    .replaceAll("https://myaccount.example.gov.uk", `https://localhost:${ports.https}`)
    .replaceAll("myaccount.example.gov.uk", "localhost")
    .replaceAll("/etc/myaccount/tls", join(folder, "tls"))
    .replace(/^ *listen \[::\].*$/gm, "")
    .replace("listen 80", `listen 127.0.0.1:${ports.http}`)
    .replace("listen 443", `listen 127.0.0.1:${ports.https}`);
  const upstream = readFileSync("deploy/nginx/nodes.conf", "utf8")
    .replace(":3001", `:${ports.nodes[0]}`)
    .replace(":3002", `:${ports.nodes[1]}`);
  const places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (one) => `${one}_temp_path ${folder}/${one};`,
  );
  const user = process.getuid?.() === 0 ? "user root;" : "";
  const main = `${user} daemon off; pid ${folder}/pid; error_log ${folder}/error.log; events {}
http { access_log off; ${places.join(" ")}
${upstream}
${site}
}`;
  writeFileSync(join(folder, "nginx.conf"), main);
  const args = ["-c", join(folder, "nginx.conf"), "-e", join(folder, "error.log")];
  execFileSync(nginx!, [...args, "-t"], { stdio: "pipe" });
  running.push(spawn(nginx!, args, { stdio: ["ignore", "ignore", "inherit"] }));
}

beforeAll(async () => {
  if (!nginx || !isBuilt) return;
  const url = await makeDatabase();
  const house = createTestHouse(openPostgres(url));
  await createAccount(house, { name: "Ada", email: "ada@example.org", password: "wagon thistle harbour" });
  await house.db.close();
  const [http, https, one, two] = [await freePort(), await freePort(), await freePort(), await freePort()];
  address = `https://localhost:${https}`;
  plainAddress = `http://127.0.0.1:${http}`;
  const env = {
    ...otherCouncil,
    PUBLIC_URL: address,
    DATABASE_URL: url,
    DATA_DIR: join(folder, "data"),
    SESSION_SECRET: randomBytes(32).toString("hex"),
    AUDIT_KEY: randomBytes(32).toString("hex"),
    SMTP_URL: "smtp://127.0.0.1:25",
    TRUST_PROXY: "true",
    WORKER: "false",
    LOG_LEVEL: "error",
  };
  mkdirSync(env.DATA_DIR, { mode: 0o700 });
  nodes = [one, two].map((port) => ({ port, process: startNode(port, env) }));
  await Promise.all(nodes.map(({ port }) => untilReady(port)));
  await startProxy({ http, https, nodes: [one, two] });
  // Its certificate is signed by nobody.
  process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = "0";
  while (!(await fetch(address).catch(() => undefined))?.ok) await new Promise((resolve) => setTimeout(resolve, 100));
  // Two nodes start, which takes a busy machine long.
}, 180_000);

afterAll(async () => {
  delete process.env["NODE_TLS_REJECT_UNAUTHORIZED"];
  for (const { process: node } of nodes) kill(node);
  for (const one of running) one.kill("SIGTERM");
  const alive = running.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
  await Promise.all(alive.map((one) => once(one, "exit")));
  rmSync(folder, { recursive: true, force: true });
});

it("serves people over nginx with TLS, and a form goes on when one of two nodes is killed in its middle", async (test) => {
  if (!nginx) return test.skip("nginx is not installed");
  if (!isBuilt) return test.skip("there is no build: npm run build");
  const browser = new Browser(address);
  const first = await browser.open("/sign-in");
  expect(first.headers.get("strict-transport-security")).toContain("max-age");
  await browser.submit({ email: "ada@example.org", password: "wagon thistle harbour" });
  expect([...browser.cookies.keys()]).toContain("__Host-session");
  expect((await browser.open("/account")).own).toBe("/account");

  await walk(
    browser,
    "report-pothole",
    {
      danger: { danger: "no-danger" },
      place: { "place-description": "By the gate of the park" },
      surface: { surface: "road" },
      "size-and-depth": { size: "small", depth: "deep" },
    },
    "more",
  );
  await browser.submit({ do: "add:photos", photos: picture() });
  const upload = /remove:photos:([0-9a-f-]+)/.exec(browser.page!.html)![1]!;

  // Each of the two has connections open to the proxy: whichever it takes, a form comes through.
  kill(nodes[0]!.process);
  await once(nodes[0]!.process, "exit");
  const contact = await browser.submit({ details: "It is getting deeper" });
  expect([contact.status, contact.own]).toEqual([200, "/services/report-pothole/contact"]);
  for (let times = 0; times < 6; times++) expect((await browser.open("/account")).status).toBe(200);
  await browser.open("/services/report-pothole/contact");
  await browser.submit({});
  expect(browser.page!.text).toContain("It is getting deeper");
  const reference = referenceOf(await browser.submit());
  expect((await browser.open(`/cases/${reference}`)).status).toBe(200);
  expect((await browser.open(`/uploads/${upload}`)).headers.get("content-type")).toBe("image/png");
});

it("lets the portal say what to do about a form that is too large, and says it itself of one that is far too large", async (test) => {
  if (!nginx) return test.skip("nginx is not installed");
  if (!isBuilt) return test.skip("there is no build: npm run build");
  const page = `${address}/pl/services/report-pothole/more`;
  const body = new FormData();
  body.set("photos", new File([new Uint8Array(45_000_000)], "a.jpg", { type: "image/jpeg" }));
  const large = await fetch(page, { method: "POST", headers: { origin: address }, body });
  expect([large.status, (await large.text()).includes('<html lang="pl"')]).toEqual([413, true]);
  // What it says it will send is enough to be told.
  const asked = askSafely(page, { method: "POST", headers: { "content-length": 120_000_000 } });
  asked.on("error", () => undefined).flushHeaders();
  const [larger] = (await once(asked, "response")) as [IncomingMessage];
  expect([larger.statusCode, await readText(larger)]).toEqual([413, expect.stringContaining("fewer or smaller files")]);
  asked.destroy();
});

it("lets nothing through that is not for everybody, and says kindly that no node answers", async (test) => {
  if (!nginx) return test.skip("nginx is not installed");
  if (!isBuilt) return test.skip("there is no build: npm run build");
  expect((await fetch(`${address}/metrics`)).status).toBe(404);
  const forged = { "x-forwarded-host": "evil.example", "x-forwarded-for": "203.0.113.9" };
  const page = await fetch(`${address}/sign-in`, { headers: forged });
  expect([page.status, (await page.text()).includes("evil.example")]).toEqual([200, false]);
  const asked = request(`${plainAddress}/track`, { headers: { host: "localhost" } }).end();
  const [moved] = (await once(asked, "response")) as [{ statusCode: number; headers: Record<string, string> }];
  expect([moved.statusCode, moved.headers["location"]]).toEqual([301, `${address}/track`]);

  for (const { process: node } of nodes) kill(node);
  const away = await fetch(address);
  expect([away.status, away.headers.get("retry-after")]).toEqual([503, "60"]);
  expect(await away.text()).toContain("Try again in a few minutes");
});
