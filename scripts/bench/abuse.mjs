// What a stranger can send in one request or a few, while a second client asks for a page every 50 ms.

import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { heicGrid } from "../../app/flow/uploads/testing/heic.ts";
import { interlacedSquare } from "./abuse-files.mjs";
import { Connection } from "./http.mjs";
import { service, Visitor, walkJourney } from "./journey.mjs";
import { pinClient, settings, startServer } from "./servers.mjs";

const everyMs = 50;
const aim = { ms: 250, mb: 600 };
const boundary = "----abuse5Pq1";
const plain = "Content-Type: application/x-www-form-urlencoded\r\n";
const parts = `Content-Type: multipart/form-data; boundary=${boundary}\r\n`;
const part = (name, body, file = "") =>
  Buffer.concat([
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file && `; filename="${file}"`}\r\n\r\n`,
    ),
    Buffer.from(body),
    Buffer.from("\r\n"),
  ]);
const ended = (...list) => Buffer.concat([...list, Buffer.from(`--${boundary}--\r\n`)]);
const spaces = (many) => `a${" ".repeat(many)}b`;

/** Each attack: what it is, the step whose page it is sent to, the body or bodies, and how many at once. */
const attacks = [
  ["60,000 spaces in a name", "contact", plain, () => new URLSearchParams({ name: spaces(60_000) }).toString()],
  ["150,000 spaces in a text", "more", plain, () => new URLSearchParams({ details: spaces(150_000) }).toString()],
  [
    "60,000 files of one byte",
    "more",
    parts,
    () => ended(...Array.from({ length: 60_000 }, () => part("photos", "x", "x.jpg"))),
  ],
  [
    "a picture of 400 tiles",
    "more",
    parts,
    () => ended(part("photos", heicGrid({ columns: 20, rows: 20, tile: { width: 512, height: 512 } }), "a.heic")),
    4,
  ],
  ["an interlaced picture, 16 bits deep", "more", parts, () => ended(part("photos", interlacedSquare(), "a.png")), 4],
  ["12 bodies of 39 MB to a page without files", "/sign-in", plain, () => `email=${"x".repeat(39 * 1024 * 1024)}`, 12],
  [
    "12 bodies of 39 MB to a page with files",
    "more",
    parts,
    () => ended(part("photos", Buffer.alloc(39 * 1024 * 1024), "a.jpg")),
    12,
  ],
  // The place is asked again then, so nothing that comes after it could be answered.
  [
    "60,000 spaces in a street",
    "place",
    plain,
    () => new URLSearchParams({ "place-place": spaces(60_000) }).toString(),
  ],
];

/** Prints the second client's longest wait in peace and in each attack, and the most memory that the portal held. */
export async function runAbuse() {
  pinClient();
  const folder = mkdtempSync(join(process.env["BENCH_DIR"] ?? tmpdir(), "myaccount-bench-"));
  const server = await startServer("./serve-portal.mjs", { env: settings(folder, "portal") });
  try {
    const stranger = new Visitor(new Connection(server.port));
    const last = await walkJourney(stranger, "check");
    const base = last.slice(0, last.lastIndexOf("/") + 1);
    stranger.connection.close();
    await watch(server, () => wait(2_000));
    const rows = [await measure(server, "in peace", () => wait(5_000))];
    for (const [name, step, type, make, many = 1] of attacks) {
      const path = step.startsWith("/") ? step : base + step;
      const body = make();
      rows.push(await measure(server, name, () => send(server, stranger.cookie, path, type, body, many)));
    }
    const line = (name, ...cells) =>
      console.log(name.padEnd(44), ...cells.map((cell) => cell.padStart(14)), ` ${outcomeOf(name, rows)}`);
    console.log("\nms of the second client and of the server's own loop, MB of its memory so far\n");
    line("While a stranger sends", "longest wait", "longest stall", "memory");
    for (const { name, longest, stall, rss } of rows)
      line(name, ...[longest, stall, rss].map((value) => value.toFixed(0)));
    const met = rows.every(({ longest, rss }) => longest <= aim.ms && rss <= aim.mb);
    console.log(`\nAim: never above ${aim.ms} ms, memory never above ${aim.mb} MB: ${met ? "met" : "not met"}.`);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const outcomeOf = (name, rows) => rows.find((row) => row.name === name)?.outcome ?? "";

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function measure(server, name, work) {
  console.log(`${name} ...`);
  await server.usage();
  const { longest, outcome } = await watch(server, work);
  const { rss, stall } = await server.usage();
  return { name, longest, outcome, rss, stall };
}

/** Asks for a page again and again until the work is done. @returns the longest wait, from when each was due */
async function watch(server, work) {
  const waits = [];
  let isDone = false;
  const asking = [];
  const ask = async () => {
    const connection = new Connection(server.port);
    const due = performance.now();
    await connection.request("GET", `/services/${service}`);
    waits.push(performance.now() - due);
    connection.close();
  };
  const working = work().finally(() => {
    isDone = true;
  });
  while (!isDone) {
    asking.push(ask());
    await wait(everyMs);
  }
  await Promise.all(asking);
  return { longest: Math.max(...waits), outcome: await working };
}

/** Sends a body over some connections at once, from a thread of its own. @returns the statuses that came back */
async function send(server, cookie, path, type, body, many) {
  const headers = `Cookie: ${cookie}\r\nOrigin: http://127.0.0.1:${server.port}\r\nSec-Fetch-Site: same-origin\r\n${type}`;
  const workerData = { port: server.port, path, headers, body, many };
  const sender = new Worker(new URL("./abuse-sender.mjs", import.meta.url), { workerData });
  const [statuses] = await once(sender, "message");
  return statuses.join(", ");
}
