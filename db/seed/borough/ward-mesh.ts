import type { WardShape } from "~db/schema/places";
import { wardNames } from "./names";
import type { Random } from "./random";

type Point = [lon: number, lat: number];

const columns = 4;
const rows = wardNames.length / columns;
/** In the open North Sea, where no other council can be. */
const corner: Point = [1.0, 54.2];
const cell: Point = [0.025, 0.0145];
/** Parts of a cell by which corners are moved, and of an edge by which its points stray. */
const cornerJitter = 0.2;
const edgeJitter = 0.06;
const edgePoints = 3;

export interface Ward {
  code: string;
  name: string;
  shape: WardShape & { type: "Polygon" };
}

/** Wards that tile the borough: neighbours share each point of the edge between them. */
export function makeWards(random: Random): Ward[] {
  const corners = Array.from(
    { length: (columns + 1) * (rows + 1) },
    (_, index): Point => [
      corner[0] + cell[0] * ((index % (columns + 1)) + random.between(-cornerJitter, cornerJitter)),
      corner[1] + cell[1] * (Math.floor(index / (columns + 1)) + random.between(-cornerJitter, cornerJitter)),
    ],
  );
  const edges = new Map<string, Point[]>();
  /** The points from one corner up to, but without, another. */
  const edge = (from: number, to: number): Point[] => {
    const key = from < to ? `${from} ${to}` : `${to} ${from}`;
    const known = edges.get(key) ?? drawEdge(random, corners[Math.min(from, to)]!, corners[Math.max(from, to)]!);
    edges.set(key, known);
    return (from < to ? known : known.toReversed()).slice(0, -1);
  };
  return wardNames.map((name, index) => {
    const south = index + Math.floor(index / columns);
    const north = south + columns + 1;
    const turn = [south, south + 1, north + 1, north, south];
    const ring = turn.slice(1).flatMap((to, side) => edge(turn[side]!, to));
    const code = `X05${String(index + 1).padStart(6, "0")}`;
    return { code, name, shape: { type: "Polygon", coordinates: [[...ring, ring[0]!]] } };
  });
}

/** A line from one point to another, both included, that strays a little to either side. */
function drawEdge(random: Random, from: Point, to: Point): Point[] {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const between = Array.from({ length: edgePoints }, (_, index): Point => {
    const along = (index + 1) / (edgePoints + 1);
    const aside = random.between(-edgeJitter, edgeJitter);
    return [from[0] + dx * along - dy * aside, from[1] + dy * along + dx * aside];
  });
  return [from, ...between, to].map(([lon, lat]): Point => [round(lon), round(lat)]);
}

/** Degrees to six places, about ten centimetres. */
export const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
