// An open loop: requests arrive at a rate whether or not the answers keep up, as residents do. What waits, waits longer.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Connection } from "./http.mjs";
import { questionStep, service, Visitor, walkJourney } from "./journey.mjs";
import { quantile } from "./measure.mjs";
import { pinClient, settings, startServer } from "./servers.mjs";

const seconds = 20;
const connections = 800;
const visitors = 100;

/** Prints how long requests wait at a rate: a fifth are answers, two fifths people in a form, two fifths new guests. */
export async function runOpenLoop(rate) {
  pinClient();
  const folder = mkdtempSync(join(process.env["BENCH_DIR"] ?? tmpdir(), "myaccount-bench-"));
  const server = await startServer("./serve-portal.mjs", {
    env: { ...settings(folder, "portal"), SHED_AFTER_MS: process.env["SHED_AFTER_MS"] ?? "" },
  });
  try {
    const people = [];
    while (people.length < visitors) people.push(await begin(server));
    await arrive(server, people, Math.min(rate, 200), 5);
    const before = await server.usage();
    const seen = await arrive(server, people, rate, seconds);
    const { cpu, rss } = await server.usage();
    console.log(`\n${rate} requests a second for ${seconds} s, ms from when each was due:\n`);
    for (const [kind, list] of Object.entries(seen)) print(kind, list);
    console.log(
      `\nThe server's core was busy ${((cpu - before.cpu) / seconds / 1e4).toFixed(0)} %, its memory ${rss.toFixed(0)} MB at most.`,
    );
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function begin(server) {
  const connection = new Connection(server.port);
  const visitor = new Visitor(connection);
  const path = await walkJourney(visitor, questionStep);
  const { body } = await visitor.send("page", "GET", path);
  const draft = /name="draft" value="([^"]+)"/.exec(body)?.[1];
  connection.close();
  return { path, cookie: visitor.cookie, form: new URLSearchParams({ draft, [questionStep]: "road" }).toString() };
}

/** Sends requests at their times over idle connections, the next one first come, first served. */
async function arrive(server, people, rate, forSeconds) {
  const idle = Array.from({ length: connections }, () => new Connection(server.port));
  const all = [...idle];
  const waiting = [];
  const seen = { "new guests": [], "in a form": [], answers: [] };
  const total = rate * forSeconds;
  const started = performance.now();
  let done = 0;
  const pump = () => {
    while (idle.length > 0 && waiting.length > 0) void ask(idle.pop(), waiting.shift());
  };
  const ask = async (connection, { kind, due, request }) => {
    // A connection that the server has just closed for being idle is opened anew, as a browser does.
    const again = () => connection.request(...request);
    const status = await again()
      .catch(again)
      .then(
        (answer) => answer.status,
        () => 0,
      );
    seen[kind].push({ ms: performance.now() - started - due, status });
    done++;
    idle.push(connection);
    pump();
  };
  for (let sent = 0; sent < total; ) {
    const now = performance.now() - started;
    for (; sent < total && (sent * 1000) / rate <= now; sent++)
      waiting.push({ due: (sent * 1000) / rate, ...requestOf(server, people, sent) });
    pump();
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  while (done < total) await new Promise((resolve) => setTimeout(resolve, 5));
  for (const connection of all) connection.close();
  return seen;
}

function requestOf(server, people, number) {
  const { path, cookie, form } = people[Math.floor(number / 5) % people.length];
  const own = `Cookie: ${cookie}\r\n`;
  const place = number % 5;
  if (place === 0) {
    const origin = `Origin: http://127.0.0.1:${server.port}\r\nSec-Fetch-Site: same-origin\r\n`;
    const type = "Content-Type: application/x-www-form-urlencoded\r\n";
    return { kind: "answers", request: ["POST", path, own + origin + type, form] };
  }
  if (place < 3) return { kind: "in a form", request: ["GET", path, own] };
  return { kind: "new guests", request: ["GET", place === 3 ? "/" : `/services/${service}`] };
}

function print(kind, list) {
  const times = (of) => of.map(({ ms }) => ms).sort((a, b) => a - b);
  const line = (name, sorted) =>
    `${name.padEnd(24)} ${String(sorted.length).padStart(6)}   p50 ${quantile(sorted, 0.5).toFixed(0)}  p95 ${quantile(sorted, 0.95).toFixed(0)}  p99 ${quantile(sorted, 0.99).toFixed(0)}`;
  const failed = new Set(
    list.filter(({ status }) => status === 0 || (status >= 400 && status !== 503)).map(({ status }) => status),
  );
  if (failed.size > 0) console.log(`${kind}: failed with ${[...failed].join(", ")}`);
  const byStatus = Object.groupBy(list, ({ status }) =>
    status === 503 ? "turned away" : status < 400 && status > 0 ? "served" : "failed",
  );
  for (const [what, of] of Object.entries(byStatus)) console.log(line(`${kind}, ${what}`, times(of)));
}
