// What each page takes with a thousand cases and with a million, on one core, turn by turn.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Connection } from "./http.mjs";
import { Visitor, walkJourney } from "./journey.mjs";
import { median } from "./measure.mjs";
import { writeInto } from "./report.mjs";
import { listPages } from "./scale-pages.mjs";
import { scalePortals } from "./scale-portals.mjs";
import { signInAll } from "./scale-readers.mjs";
import { scaleReport } from "./scale-report.mjs";
import { pinClient } from "./servers.mjs";

const [rounds, warm, fileRounds] = [30, 5, 7];
const settleMs = 20_000;

/** @param postgres the address of a server of PostgreSQL, where it is to be measured instead of SQLite */
export async function runScale({ write, postgres, most }) {
  pinClient();
  const sizes = [1_000, most];
  const folder = mkdtempSync(join(process.env["BENCH_DIR"] ?? tmpdir(), "myaccount-bench-"));
  const made = scalePortals(folder, postgres);
  try {
    await made.makeAll(sizes);
    const text = scaleReport({ sizes, ...(await measureScale(made, sizes.map(String))) });
    console.log(`\n${text}`);
    if (write) writeInto(postgres ? "scale-postgres" : "scale", text);
  } finally {
    await made.removeAll(sizes);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Measures each page over some of the portals that were made. */
export async function measureScale(made, names) {
  const portals = [];
  try {
    for (const name of names) {
      const began = performance.now();
      const server = await made.start(name);
      portals.push({ server, started: performance.now() - began });
      // The worker's first round removes what is overdue: whoever comes meanwhile must not wait for it. One at a time:
      // they share a core.
      portals.at(-1).stall = await settle(server);
    }
    for (const [which, portal] of portals.entries()) {
      portal.readers = await signInAll(portal.server);
      Object.assign(portal, await listPages(made.placeOf(names[which])));
    }
    const [figures, files] = [[], []];
    for (const index of portals[0].pages.keys()) figures.push(await measurePage(portals, index));
    figures.push(...(await measureJourneys(portals)));
    for (const index of portals[0].files.keys()) files.push(await measureFile(portals, index));
    return {
      figures,
      files,
      started: portals.map(({ started }) => started),
      stalls: portals.map(({ stall }) => stall),
    };
  } finally {
    await Promise.all(portals.map(({ server }) => server.stop()));
  }
}

/** Asks for a case every 50 ms until a portal has come to rest. @returns the longest that an answer took, of a portal that is warm */
async function settle(server) {
  const connection = new Connection(server.port);
  let longest = 0;
  const until = performance.now() + settleMs;
  for (let asked = 0; performance.now() < until; asked++) {
    const { ms } = await connection.request("GET", "/track?reference=222-222-222");
    if (asked >= warm) longest = Math.max(longest, ms);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  connection.close();
  return longest;
}

/** Asks both for a page, in turn, so that what slows the machine slows both. */
async function measurePage(portals, index) {
  const times = portals.map(() => []);
  for (let round = -warm; round < rounds; round++)
    for (const [which, { readers, pages }] of portals.entries()) {
      const { ms } = await ask(readers, pages[index]);
      if (round >= 0) times[which].push(ms);
    }
  return { name: portals[0].pages[index].name, ms: times.map(median) };
}

async function ask(readers, { name, reader, path }) {
  const answer = await readers[reader].send(name, "GET", path);
  if (answer.status !== 200) throw new Error(`${path} was answered with ${answer.status}.`);
  return answer;
}

/** The same of a file, and for how long everybody else waited at most while it was made. */
async function measureFile(portals, index) {
  const times = portals.map(() => []);
  const stalls = portals.map(() => []);
  for (let round = -1; round < fileRounds; round++)
    for (const [which, { server, readers, files }] of portals.entries()) {
      await server.usage();
      const { ms } = await ask(readers, files[index]);
      const { stall } = await server.usage();
      if (round < 0) continue;
      times[which].push(ms);
      stalls[which].push(stall);
    }
  return { name: portals[0].files[index].name, ms: times.map(median), stalls: stalls.map(median) };
}

async function measureJourneys(portals) {
  const kinds = new Map();
  for (let round = -1; round < 8; round++)
    for (const [which, { server }] of portals.entries()) {
      const connection = new Connection(server.port);
      const seen = (kind, ms) => {
        if (!kinds.has(kind))
          kinds.set(
            kind,
            portals.map(() => []),
          );
        if (round >= 0) kinds.get(kind)[which].push(ms);
      };
      await walkJourney(new Visitor(connection, seen));
      connection.close();
    }
  return [...kinds].map(([kind, times]) => ({ name: `a pothole: ${kind}`, ms: times.map(median) }));
}
