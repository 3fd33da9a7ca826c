import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import type { Database } from "~/platform/db/database.server";
import { placeTables, type WardShape } from "~db/schema/places";

/** A position in WGS84 degrees. */
export interface Position {
  lat: number;
  lon: number;
}

export interface WardRef {
  code: string;
  name: string;
}

interface IndexedWard extends WardRef {
  shape: WardShape;
  box: [west: number, south: number, east: number, north: number];
}

/** Finds the ward around a position, from polygons held in memory. */
export interface WardIndex {
  at(position: Position): WardRef | undefined;
}

/** An import runs in a process of its own, so polygons are read again after this long. */
const keepMs = 60_000;
const held = new WeakMap<Database, { index: Promise<WardIndex>; since: number }>();

/** The wards' polygons, read once and then held. */
export function wardIndex(db: Database): Promise<WardIndex> {
  const known = held.get(db);
  if (known && performance.now() - known.since < keepMs) return known.index;
  const index = readWards(db);
  held.set(db, { index, since: performance.now() });
  index.catch(() => held.delete(db));
  return index;
}

/** Lets go of the held polygons, after they were changed. */
export function forgetWards(db: Database): void {
  held.delete(db);
}

async function readWards(db: Database): Promise<WardIndex> {
  const { wards } = db.tables(placeTables);
  return indexWards(await db.q.select().from(wards).orderBy(wards.code));
}

/** An index over given wards. A position on the line between two belongs to the first of them. */
export function indexWards(wards: { code: string; name: string; shape: WardShape }[]): WardIndex {
  const indexed: IndexedWard[] = wards.map((ward) => ({ ...ward, box: boxAround(ward.shape) }));
  return {
    at({ lat, lon }) {
      const ward = indexed.find(
        ({ box, shape }) =>
          lon >= box[0] && lat >= box[1] && lon <= box[2] && lat <= box[3] && booleanPointInPolygon([lon, lat], shape),
      );
      return ward && { code: ward.code, name: ward.name };
    },
  };
}

function boxAround(shape: WardShape): IndexedWard["box"] {
  const polygons = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
  const box: IndexedWard["box"] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon = 0, lat = 0] of polygons.flat(2)) {
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  }
  return box;
}
