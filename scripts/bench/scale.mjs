// What each page takes with a thousand cases and with a million, on one core, turn by turn.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nodePath } from "../support/prepare.mjs";
import { Connection } from "./http.mjs";
import { Visitor, walkJourney } from "./journey.mjs";
import { median } from "./measure.mjs";
import { listPages } from "./scale-pages.mjs";
import { signInAll } from "./scale-readers.mjs";
import { printScale } from "./scale-report.mjs";
import { pinClient, settings, startServer } from "./servers.mjs";

const sizes = (process.env["BENCH_SIZES"] ?? "1000,1000000").split(",").map(Number);
const [rounds, warm] = [30, 5];

export async function runScale({ write }) {
  pinClient();
  const folder = mkdtempSync(join(process.env["BENCH_DIR"] ?? tmpdir(), "myaccount-bench-"));
  const servers = [];
  try {
    console.log("Making the demo ...");
    const first = await startServer("./serve-portal.mjs", { env: settings(folder, "demo") });
    await first.stop();
    const portals = [];
    for (const many of sizes) {
      const name = `with-${many}`;
      cpSync(join(folder, "demo"), join(folder, name), { recursive: true });
      const file = join(folder, name, "portal.sqlite");
      fill(file, many);
      const began = performance.now();
      const server = await startServer("./serve-portal.mjs", { env: settings(folder, name) });
      servers.push(server);
      const started = performance.now() - began;
      const readers = await signInAll(server);
      portals.push({ server, readers, pages: listPages(file), started });
    }
    const figures = [];
    for (const index of portals[0].pages.keys()) figures.push(await measurePage(portals, index));
    for (const figure of await measureJourneys(portals)) figures.push(figure);
    printScale({ figures, sizes, started: portals.map(({ started }) => started), write });
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    rmSync(folder, { recursive: true, force: true });
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
