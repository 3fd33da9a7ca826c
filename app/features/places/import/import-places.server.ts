import type { Database } from "~/platform/db/database.server";
import { stamp } from "~/platform/stamps.server";
import { forgetStreets } from "../street-index.server";
import { forgetWards } from "../ward-index.server";
import { importAddresses } from "./import-addresses.server";
import { importPostcodes } from "./import-postcodes.server";
import type { Tally } from "./import-report";
import { importWards } from "./import-wards.server";
import { reassignWards } from "./reassign-wards.server";

/** Paths of the files to take; each may be left out. */
export interface PlacesFiles {
  wards?: string;
  postcodes?: string;
  addresses?: string;
}

/** What became of each kind; a kind is there when its file was given. */
export type PlacesReport = Partial<Record<"wards" | "postcodes" | "addresses" | "streets", Tally>>;

/**
 * Loads a real council's places. Bad rows are left out and listed, good ones kept; importing the same files again
 * changes nothing. Rows are committed some hundreds at a time, so an import that was broken off may simply be run again.
 * @throws ImportError with a sentence, where a file cannot be used at all
 */
export async function importPlaces(db: Database, files: PlacesFiles): Promise<PlacesReport> {
  try {
    return await load(db, files);
  } finally {
    forgetWards(db);
    forgetStreets(db);
    // Rows may have been written even if it ended early: the portals that run read them now.
    await stamp(db, "places");
  }
}

async function load(db: Database, files: PlacesFiles): Promise<PlacesReport> {
  const report: PlacesReport = {};
  if (files.wards) report.wards = await importWards(db, files.wards);
  if (files.postcodes) report.postcodes = await importPostcodes(db, files.postcodes);
  if (files.addresses) Object.assign(report, await importAddresses(db, files.addresses));
  const { added = 0, changed = 0, removed = 0 } = report.wards ?? {};
  if (added + changed + removed > 0) await reassignWards(db);
  return report;
}
