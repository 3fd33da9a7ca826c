import { mkdtempSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { ServerBuild } from "@remix-run/node";
import { afterAll } from "vitest";
import { demoExample } from "~db/seed/borough/landmarks";
import * as entry from "../entry.server";
import { findExample } from "../features/places/places.server";
import { type Clock, systemClock } from "../platform/clock";
import { loadConfig } from "../platform/config.server";
import { councilOf } from "../platform/council";
import type { Database } from "../platform/db/database.server";
import { asRequest } from "../platform/db/plans.testing.server";
import { openFileStore } from "../platform/files/open-store.server";
import type { House } from "../platform/house.server";
import { createBranches } from "../platform/http/branches.server";
import type { Pressure } from "../platform/http/pressure.server";
import { createStock } from "../platform/http/stock.server";
import { createLog } from "../platform/log.server";
import { createRateLimits, limitsOf } from "../platform/rate-limits.server";
import { createWork } from "../platform/work.server";
import * as root from "../root";
import routes from "../routes";
import { createListener } from "../server";
import { createPortalTexts } from "../services/words.server";
import { Browser } from "./browser";

const modules = import.meta.glob("../routes/**/*.tsx", { eager: true }) as Record<string, object>;

export interface TestPortal {
  house: House;
  url: string;
  /** A new browser without scripts: it keeps cookies and sends forms. */
  browser: () => Browser;
}

/** A house for tests of features: a database, a clock, real texts, no log. */
export function createTestHouse(db: Database, options: { clock?: Clock; env?: Record<string, string> } = {}): House {
  const config = loadConfig({
    NODE_ENV: "test",
    DEMO: "true",
    LOG_LEVEL: "error",
    DATA_DIR: mkdtempSync(join(tmpdir(), "myaccount-data-")),
    ...options.env,
  });
  const log = createLog(config.logLevel);
  const limits = createRateLimits(config.rateLimits, { db, log }, limitsOf(config));
  const files = openFileStore(config);
  const own = isDeepStrictEqual(config.council, brackenford) ? texts : createPortalTexts({ council: config.council });
  return { config, db, files, limits, clock: options.clock ?? systemClock, log, texts: own, work };
}
const brackenford = councilOf({});
const texts = createPortalTexts({ council: brackenford, example: demoExample });
/** One for all tests of a process: a thread takes time to begin. */
const work = createWork();

/** The whole portal over a database, on a free port, as the tests' own process runs it. No worker runs by itself. */
export async function openTestPortal(
  db: Database,
  options: { clock?: Clock; env?: Record<string, string>; pressure?: Pressure; stock?: boolean } = {},
): Promise<TestPortal> {
  const house = createTestHouse(db, options);
  if (!house.config.demo)
    house.texts = createPortalTexts({ council: house.config.council, example: await findExample(db) });
  const create = (options.stock ?? process.env["STOCK"] === "1") ? createStock : createBranches;
  const listener = createListener(house, create(build()), options.pressure);
  const server = createServer((request, response) => asRequest(() => listener(request, response)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  const url = `http://127.0.0.1:${port}`;
  house.config.publicUrl = url;
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return { house, url, browser: () => new Browser(url) };
}

let made: ServerBuild | undefined;

/** The server build that the Remix plugin would make from `routes.ts`. */
function build(): ServerBuild {
  if (made) return made;
  const list = (routes as { id?: string; file: string; path?: string; index?: boolean }[]).map((route) => {
    const id = route.id ?? route.file.replace(/\.tsx?$/, "");
    return [
      id,
      { id, parentId: "root", path: route.path, index: route.index, module: modules[`../${route.file}`] },
    ] as const;
  });
  const all = { root: { id: "root", path: "", module: root }, ...Object.fromEntries(list) };
  const manifest = Object.values(all).map(({ module, ...route }) => [
    route.id,
    { ...route, ...partsOf(module), module: "", imports: [] },
  ]);
  made = {
    entry: { module: entry },
    routes: all,
    assets: { entry: { module: "", imports: [] }, routes: Object.fromEntries(manifest), url: "", version: "test" },
    publicPath: "/",
    assetsBuildDirectory: "build/client",
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_routeConfig: true,
      v3_singleFetch: true,
      v3_lazyRouteDiscovery: true,
    },
    isSpaMode: false,
    mode: "test",
  } as unknown as ServerBuild;
  return made;
}

/** What the manifest says of a route module. */
const partsOf = (module: object = {}) => ({
  hasLoader: "loader" in module,
  hasAction: "action" in module,
  hasErrorBoundary: "ErrorBoundary" in module,
});
