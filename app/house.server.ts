import { join } from "node:path";
import { demoExample } from "~db/seed/borough/landmarks";
import { findWhose } from "~db/seed/demo";
import { findExample } from "./features/places/places.server";
import { sealAudit } from "./platform/audit-seal.server";
import { systemClock } from "./platform/clock";
import { type Config, ConfigError } from "./platform/config.server";
import type { Database } from "./platform/db/database.server";
import { migrateDatabase } from "./platform/db/migrate.server";
import { openDatabase, placeOf } from "./platform/db/open.server";
import { openFileStore } from "./platform/files/open-store.server";
import type { House } from "./platform/house.server";
import { createLog } from "./platform/log.server";
import { claimFolder, tryFolder } from "./platform/own-files.server";
import { createRateLimits, limitsOf } from "./platform/rate-limits.server";
import { createWork } from "./platform/work.server";
import { createPortalTexts } from "./services/words.server";

/**
 * Opens a house for a set of settings: its database is brought up to date first.
 * @throws ConfigError where a demo and the data of residents would come together, or where its database or its folder
 * cannot be opened
 */
export async function openHouse(config: Config): Promise<House> {
  const place = placeOf(config);
  const log = createLog(config.logLevel);
  if (!config.s3) await claimUploads(config.dataDir);
  await migrateDatabase(place);
  const db = await openDatabase(place);
  try {
    await keepDemoApart(config, db);
    await sealAudit(config, db);
  } catch (error) {
    await db.close();
    throw error;
  }
  const files = openFileStore(config);
  return {
    config,
    db,
    files,
    log,
    clock: systemClock,
    texts: createPortalTexts({ council: config.council, example: config.demo ? demoExample : await findExample(db) }),
    limits: createRateLimits(config.rateLimits, { db, log }, limitsOf(config)),
    work: createWork(),
  };
}

async function claimUploads(folder: string): Promise<void> {
  const uploads = join(folder, "uploads");
  try {
    await claimFolder(uploads);
    await tryFolder(uploads);
  } catch (error) {
    throw new ConfigError([
      `The folder of DATA_DIR (${folder}) cannot be written to: ${(error as Error).message}. It and all in it must belong to the user that the portal runs as.`,
    ]);
  }
}

/** Who knows the README may sign in to a demo as staff: nobody's data may be there. */
async function keepDemoApart(config: Config, db: Database): Promise<void> {
  if (!config.production && !config.demo) return;
  const whose = await findWhose(db);
  const name = config.databaseUrl ? "DATABASE_URL" : "DATA_DIR";
  if (config.production && whose === "the demo's")
    throw new ConfigError([
      `The database of ${name} was begun as a demo, whose passwords everybody knows: set ${name} to an empty one, or set DEMO=true to go on with the demo.`,
    ]);
  if (config.demo && whose === "people's")
    throw new ConfigError([
      `The database of ${name} holds accounts of people, and a demo lets everybody in as staff: set ${name} to an empty one, or leave DEMO out.`,
    ]);
}
