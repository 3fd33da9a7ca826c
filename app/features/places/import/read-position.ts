import type { Position } from "../ward-index.server";

const degrees = /^-?\d{1,3}(\.\d+)?$/;

/** A position within the United Kingdom and its waters; empty values give none, and all else a reason why it cannot be right. */
export function readPosition(lat: string, lon: string): { position?: Position; reason?: string } {
  if (lat === "" && lon === "") return {};
  if (!degrees.test(lat) || !degrees.test(lon)) return { reason: `the position "${lat}, ${lon}" is not in degrees` };
  const position = { lat: Number(lat), lon: Number(lon) };
  const near = position.lat > 49 && position.lat < 61.5 && position.lon > -9.5 && position.lon < 3;
  return near ? { position } : { reason: `the position ${lat}, ${lon} is not in the United Kingdom` };
}
