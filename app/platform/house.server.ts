import type { Clock } from "./clock";
import type { Config } from "./config.server";
import type { Database } from "./db/database.server";
import type { FileStore } from "./files/file-store";
import type { Texts } from "./i18n/i18n.server";
import type { Language } from "./i18n/languages";
import type { Log } from "./log.server";
import type { RateLimits } from "./rate-limits.server";
import type { Work } from "./work.server";

/** What every part of the portal stands on, made once at its start and handed to each request and each job. */
export interface House {
  config: Config;
  db: Database;
  files: FileStore;
  clock: Clock;
  log: Log;
  texts: (lng: Language) => Texts;
  limits: RateLimits;
  work: Work;
  /** The network of the caller, or the kiosk, for limits only; none where no request is behind what is done. */
  address?: string;
}
