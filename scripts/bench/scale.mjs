// What each page takes with a thousand cases and with a million, on one core, turn by turn.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nodePath } from "../support/prepare.mjs";
import { Connection } from "./http.mjs";
import { Visitor, walkJourney } from "./journey.mjs";
import { median } from "./measure.mjs";
import { writeInto } from "./report.mjs";
import { listPages } from "./scale-pages.mjs";
import { signInAll } from "./scale-readers.mjs";
import { scaleReport } from "./scale-report.mjs";
import { pinClient, settings, startServer } from "./servers.mjs";

const sizes = [1_000, 1_000_000];
const [rounds, warm] = [30, 5];
const settleMs = 20_000;

export async function runScale({ write }) {
  pinClient();
  const folder = mkdtempSync(join(process.env["BENCH_DIR"] ?? tmpdir(), "myaccount-bench-"));
  try {
    console.log("Making the demo ...");
    const first = await startServer("./serve-portal.mjs", { env: settings(folder, "demo") });
    await first.stop();
    for (const many of sizes) {
      cpSync(join(folder, "demo"), join(folder, String(many)), { recursive: true });
      fill(databaseOf(folder, many), many);
    }
    // What was filled is on the disk before anything is measured: gigabytes still being written would be waited for.
    spawnSync("sync");
    const text = scaleReport({ sizes, ...(await measureScale(folder, sizes.map(String))) });
    console.log(`\n${text}`);
    if (write) writeInto("scale", text);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const databaseOf = (folder, name) => join(folder, String(name), "portal.sqlite");

/** Measures each page over the databases of some folders. */
export async function measureScale(folder, names) {
  const portals = [];
  try {
    for (const name of names) {
      const began = performance.now();
      const server = await startServer("./serve-portal.mjs", { env: settings(folder, name) });
      portals.push({ server, started: performance.now() - began });
      // The worker's first round removes what is overdue: whoever comes meanwhile must not wait for it. One at a time:
      // they share a core.
      await new Promise((resolve) => setTimeout(resolve, settleMs));
      portals.at(-1).stall = (await server.usage()).stall;
    }
    for (const [which, portal] of portals.entries()) {
      portal.readers = await signInAll(portal.server);
      portal.pages = listPages(databaseOf(folder, names[which]));
    }
    const figures = [];
    for (const index of portals[0].pages.keys()) figures.push(await measurePage(portals, index));
    figures.push(...(await measureJourneys(portals)));
    return { figures, started: portals.map(({ started }) => started), stalls: portals.map(({ stall }) => stall) };
  } finally {
    await Promise.all(portals.map(({ server }) => server.stop()));
  }
}

function fill(file, many) {
  const began = performance.now();
  const script = new URL("fill.ts", import.meta.url).pathname;
  const { status } = spawnSync(nodePath(), ["--import", "tsx", script, file, String(many)], { stdio: "inherit" });
  if (status !== 0) throw new Error("The database could not be filled.");
  console.log(`${many.toLocaleString("en-GB")} cases filled in ${((performance.now() - began) / 1000).toFixed(0)} s.`);
}

/** Asks both for a page, in turn, so that what slows the machine slows both. */
async function measurePage(portals, index) {
  const times = portals.map(() => []);
  for (let round = -warm; round < rounds; round++)
    for (const [which, { readers, pages }] of portals.entries()) {
      const { name, reader, path } = pages[index];
      const { status, ms } = await readers[reader].send(name, "GET", path);
      if (status !== 200) throw new Error(`${path} was answered with ${status}.`);
      if (round >= 0) times[which].push(ms);
    }
  return { name: portals[0].pages[index].name, ms: times.map(median) };
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
