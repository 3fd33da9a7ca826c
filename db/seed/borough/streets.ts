import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import { streetKey, streetSearch } from "~/features/places/places.server";
import { commonStreets, streetBases, streetEndings } from "./names";
import type { Random } from "./random";
import { round, type Ward } from "./ward-mesh";

/** A straight street in one ward. */
export interface Street {
  row: {
    id: string;
    key: string;
    name: string;
    locality: string;
    search: string;
    wardCode: string;
    lat: number;
    lon: number;
  };
  ward: Ward;
  /** Where it leads, in radians. */
  heading: number;
}

/** Degrees of latitude of one house's width, and of the way from the middle of the road to a front door. */
const houseWidth = 0.00008;
const toDoor = 0.0001;
/** A degree of longitude is this many times shorter than one of latitude, so far north. */
const narrowing = 0.585;

/** Lays out streets; none has the name of another in its ward. */
export function streetBook(random: Random) {
  const taken = new Set<string>();
  let count = 0;

  const freeName = (locality: string): string => {
    for (;;) {
      const name = random.chance(0.03)
        ? random.pick(commonStreets)
        : `${random.pick(streetBases)} ${random.pick(streetEndings)}`;
      if (!taken.has(streetKey(name, locality))) return name;
    }
  };
  return (ward: Ward, name = freeName(ward.name)): Street => {
    const key = streetKey(name, ward.name);
    taken.add(key);
    count++;
    const [lon, lat] = pointInside(random, ward);
    const row = {
      id: `street-${String(count).padStart(5, "0")}`,
      key,
      name,
      locality: ward.name,
      search: streetSearch(name, ward.name),
      wardCode: ward.code,
      lat,
      lon,
    };
    return { row, ward, heading: random.between(0, Math.PI) };
  };
}

/** Where the nth of so many houses stands: along the street, on alternate sides, and never outside the ward. */
export function positionOf(
  { row, ward, heading }: Street,
  index: number,
  houses: number,
): { lat: number; lon: number } {
  const along = (index - houses / 2) * houseWidth;
  const aside = index % 2 === 0 ? toDoor : -toDoor;
  const north = along * Math.sin(heading) + aside * Math.cos(heading);
  const east = (along * Math.cos(heading) - aside * Math.sin(heading)) / narrowing;
  for (let shrink = 1; shrink > 0.001; shrink *= 0.7) {
    const place = { lat: round(row.lat + north * shrink), lon: round(row.lon + east * shrink) };
    if (booleanPointInPolygon([place.lon, place.lat], ward.shape, { ignoreBoundary: true })) return place;
  }
  return { lat: row.lat, lon: row.lon };
}

function pointInside(random: Random, ward: Ward): [lon: number, lat: number] {
  const ring = ward.shape.coordinates[0]!;
  const [lons, lats] = [ring.map(([lon]) => lon!), ring.map(([, lat]) => lat!)];
  for (;;) {
    const lon = round(random.between(Math.min(...lons), Math.max(...lons)));
    const lat = round(random.between(Math.min(...lats), Math.max(...lats)));
    if (booleanPointInPolygon([lon, lat], ward.shape, { ignoreBoundary: true })) return [lon, lat];
  }
}
