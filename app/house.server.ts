import { join } from "node:path";
import { systemClock } from "./platform/clock";
import type { Config } from "./platform/config.server";
import { migrateDatabase } from "./platform/db/migrate.server";
import { openDatabase } from "./platform/db/open.server";
import type { House } from "./platform/house.server";
import { createTexts } from "./platform/i18n/i18n.server";
import { createLog } from "./platform/log.server";
import { createRateLimits } from "./platform/rate-limits.server";

/** Opens a house for a set of settings: its database is brought up to date first. */
export async function openHouse(config: Config): Promise<House> {
  const place = { url: config.databaseUrl, file: join(config.dataDir, "portal.sqlite") };
  const log = createLog(config.logLevel);
  await migrateDatabase(place);
  const db = await openDatabase(place);
  return { config, db, log, clock: systemClock, texts: createTexts(), limits: createRateLimits(config.rateLimits) };
}
