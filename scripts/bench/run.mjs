// The course of the bench: portal and floors take turns, round after round, on one core.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Connection } from "./http.mjs";
import { questionStep, Visitor, walkJourney } from "./journey.mjs";
import { load, medians } from "./measure.mjs";
import { printReport, writeReport } from "./report.mjs";
import { pinClient, settings, startServer } from "./servers.mjs";

const clients = 16;
const extraServices = 200;
const post = [
  "POST",
  "/",
  "Content-Type: application/x-www-form-urlencoded\r\n",
  "draft=9f2b8a5e-6c1d-4c0e-9a67-2f0f4d1c8b3a&surface=road",
];

export async function runBench({ write, quick, browser }) {
  pinClient();
  // Not in memory: what is durable must reach a disk.
  const folder = mkdtempSync(join(process.env["BENCH_DIR"] ?? tmpdir(), "myaccount-bench-"));
  const servers = [];
  const start = async (...args) => {
    servers.push(await startServer(...args));
    return servers.at(-1);
  };
  try {
    const figures = await measureAll({ start, folder, quick, browser });
    printReport(figures);
    if (write) writeReport(figures);
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureAll({ start, folder, quick, browser }) {
  console.log("Starting the portal and the floors ...");
  const portal = await start("./serve-portal.mjs", { env: settings(folder, "portal") });
  const grown = await start("./serve-portal.mjs", { args: [String(extraServices)], env: settings(folder, "grown") });
  const page = await capturePage(portal);
  const floor = await start("./serve-floors.mjs", { args: ["static"], env: { BENCH_PAGE: JSON.stringify(page) } });
  const durable = await start("./serve-floors.mjs", { args: ["durable", folder] });
  const visits = { portal: page.visitor, grown: (await capturePage(grown)).visitor };

  const openPage =
    ({ cookie }, extra = "") =>
    async (connection, count) => {
      const { ms, status } = await connection.request("GET", page.path, `Cookie: ${cookie}\r\n${extra}`);
      if (status !== 200) throw new Error(`The question page was answered with ${status}.`);
      count("page", ms);
    };
  const insert = async (connection, count) => count("insert", (await connection.request(...post)).ms);
  const journey = (connection, count) => walkJourney(new Visitor(connection, count));

  const tasks = {
    journey: { server: portal, work: journey, ms: 4000 },
    question: { server: portal, work: openPage(visits.portal), ms: 1500 },
    compressed: {
      server: portal,
      work: openPage(visits.portal, "Accept-Encoding: gzip, deflate, br, zstd\r\n"),
      ms: 1000,
    },
    static: { server: floor, work: openPage(visits.portal), ms: 1000 },
    durable: { server: durable, work: insert, ms: 1500 },
  };
  const many = quick ? 1 : 5;
  const warm = { clients, ms: quick ? 1000 : 2500 };
  console.log("Comparing with many more services and routes ...");
  // Before anything else, turn by turn: what one of the two had done beside would have made it faster.
  const compared = [tasks.question, { ...tasks.question, server: grown, work: openPage(visits.grown) }];
  for (const { server, work } of compared) await load(server, { ...warm, work });
  const pairs = [];
  for (let round = 1; round <= many; round++) {
    const [few, more] = [
      await load(compared[0].server, { clients, ...compared[0] }),
      await load(grown, { clients, ...compared[1] }),
    ];
    pairs.push({ ratio: more.cpu / few.cpu });
  }
  console.log("Warming up ...");
  for (const { server, work } of Object.values(tasks)) await load(server, { ...warm, work });
  const rounds = Object.fromEntries(Object.keys(tasks).map((name) => [name, []]));
  for (let round = 1; round <= many; round++) {
    console.log(`Round ${round} of ${many} ...`);
    for (const [name, { server, work, ms }] of Object.entries(tasks))
      rounds[name].push(await load(server, { clients, ms, work }));
  }
  const figures = Object.fromEntries(Object.entries(rounds).map(([name, list]) => [name, medians(list)]));
  const ratio = (name, floorName) =>
    medians(rounds[name].map((one, i) => ({ ratio: one.cpu / rounds[floorName][i].cpu }))).ratio;
  const kinds = await timeKinds(portal);
  const { rss } = await portal.usage();
  const weights = browser ? await (await import("./weights.mjs")).weigh(portal) : undefined;
  return {
    ...figures,
    journeyRatio: ratio("journey", "durable"),
    questionRatio: ratio("question", "static"),
    grownRatio: medians(pairs).ratio,
    kinds,
    rss,
    weights,
    clients,
    rounds: many,
    extraServices,
    pageBytes: Buffer.byteLength(page.body),
  };
}

/** A question page as its reader gets it, in the middle of a journey. */
async function capturePage(portal) {
  const visitor = new Visitor(new Connection(portal.port));
  const path = await walkJourney(visitor, questionStep);
  const { head, body } = await visitor.send("page", "GET", path);
  visitor.connection.close();
  const lines = head
    .split("\r\n")
    .slice(1)
    .map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)]);
  const own = lines.filter(([name]) => !/^(date|connection|keep-alive|content-length)$/i.test(name));
  return { path, visitor, body: body.toString(), headers: Object.fromEntries(own) };
}

/** How long each kind of request takes a single reader, in ms: where a journey's time goes. */
async function timeKinds(portal) {
  const times = new Map();
  const connection = new Connection(portal.port);
  const seen = (kind, ms) => times.set(kind, [...(times.get(kind) ?? []), ms]);
  for (let i = 0; i < 60; i++) await walkJourney(new Visitor(connection, seen));
  connection.close();
  return [...times].map(([kind, list]) => ({
    kind,
    many: list.length / 60,
    p50: list.sort((a, b) => a - b)[list.length >> 1],
  }));
}
