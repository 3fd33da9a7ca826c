import { readFile } from "node:fs/promises";
import { inArray } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "~/platform/db/database.server";
import { placeTables, type WardShape } from "~db/schema/places";
import { emptyTally, ImportError, type Tally } from "./import-report";
import { mergeRows, rowsBy } from "./merge-rows.server";

const point = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).rest(z.number());
const ring = z.array(point).min(4, "a ring has fewer than four points");
const shape = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Polygon"), coordinates: z.array(ring).min(1) }),
  z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(ring).min(1)).min(1) }),
]);
const collection = z.object({ type: z.literal("FeatureCollection"), features: z.array(z.unknown()).min(1) });
const feature = z.object({ properties: z.record(z.string(), z.unknown()), geometry: shape });

/** What a ward's code and name are called: in general, and in the files of the Office for National Statistics. */
const codeName = /^(code|ward_code|WD\d\dCD)$/i;
const nameName = /^(name|ward_name|WD\d\dNM)$/i;

interface WardRow extends Record<string, unknown> {
  code: string;
  name: string;
  shape: WardShape;
}

/**
 * Takes the wards of a GeoJSON file (WGS84). The file is the whole truth: wards that it lacks are removed,
 * unless some of its features could not be read.
 * @throws ImportError where it is not a FeatureCollection
 */
export async function importWards(db: Database, file: string): Promise<Tally> {
  const tally = emptyTally();
  const wards = readWards(file, await readJson(file), tally);
  const { wards: table } = db.tables(placeTables);
  await db.transaction(async () => {
    const existing = await rowsBy<WardRow>(db, table, table.code, "code", [...wards.keys()]);
    const pairs = [...wards.values()].map((row) => ({ row, existing: existing.get(row.code) }));
    await mergeRows(db, table, "code", pairs, tally);
    if (tally.bad.length === 0) tally.removed = await removeOthers(db, wards);
  });
  return tally;
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse((await readFile(file, "utf8")).replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new ImportError(`${file} cannot be read as GeoJSON: ${(error as Error).message}.`);
  }
}

function readWards(file: string, json: unknown, tally: Tally): Map<string, WardRow> {
  const { data } = collection.safeParse(json);
  if (!data) throw new ImportError(`${file} is not a GeoJSON FeatureCollection with at least one feature.`);
  const wards = new Map<string, WardRow>();
  for (const [index, raw] of data.features.entries()) {
    const ward = readWard(raw);
    if (typeof ward === "string") tally.bad.push({ line: index + 1, reason: ward });
    else if (wards.has(ward.code)) tally.bad.push({ line: index + 1, reason: `ward ${ward.code} is there twice` });
    else wards.set(ward.code, ward);
  }
  return wards;
}

function readWard(raw: unknown): WardRow | string {
  const { data, error } = feature.safeParse(raw);
  if (!data) return `the feature is not an area: ${error.issues[0]?.path.join(".")} ${error.issues[0]?.message}`;
  const property = (names: RegExp) => {
    const value = data.properties[Object.keys(data.properties).find((name) => names.test(name)) ?? ""];
    return typeof value === "string" ? value.trim() : "";
  };
  const [code, name] = [property(codeName), property(nameName)];
  if (!code || !name) return "the feature has no ward code or no ward name";
  return { code, name, shape: data.geometry as WardShape };
}

async function removeOthers(db: Database, wards: Map<string, WardRow>): Promise<number> {
  const tables = db.tables(placeTables);
  const known = await db.q.select({ code: tables.wards.code }).from(tables.wards);
  const gone = known.map(({ code }) => code).filter((code) => !wards.has(code));
  if (gone.length === 0) return 0;
  for (const table of [tables.postcodes, tables.streets, tables.addresses]) {
    await db.q.update(table).set({ wardCode: null }).where(inArray(table.wardCode, gone));
  }
  await db.q.delete(tables.wards).where(inArray(tables.wards.code, gone));
  return gone.length;
}
