import { existsSync, readFileSync } from "node:fs";
import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import { isValid } from "postcode";
import { describe, expect, it } from "vitest";
import { makeBorough } from "./borough";
import { landmarks, withoutUprn } from "./landmarks";
import { makeChanges } from "./rounds";
import type { Ward } from "./ward-mesh";

const today = "2026-11-22";
const borough = makeBorough({ today });
const postcodeCounts = Map.groupBy(borough.addresses, ({ postcode }) => postcode);
const unique = (values: unknown[]) => new Set(values).size === values.length;

describe("the demo borough", () => {
  it("is the same each time, and another one from another seed", () => {
    expect(makeBorough({ today })).toEqual(borough);
    expect(makeBorough({ today, seed: 2 }).addresses).not.toEqual(borough.addresses);
  });

  it("keeps its addresses from one day to the next", () => {
    expect(makeBorough({ today: "2027-03-01" }).addresses).toEqual(borough.addresses);
  });

  it.each([100, 777, 5000])("has exactly %i addresses where so many are asked for", (addresses) => {
    expect(makeBorough({ today, addresses }).addresses).toHaveLength(addresses);
  });

  it("has rows that know each other and keys that are unique", () => {
    const { wards, streets, addresses, postcodes, collectionRounds, collectionChanges } = borough;
    for (const rows of [streets, addresses, collectionRounds, collectionChanges]) {
      expect(unique(rows.map(({ id }) => id))).toBe(true);
    }
    expect(unique(postcodes.map(({ postcode }) => postcode))).toBe(true);
    expect(unique(addresses.map(({ key }) => key))).toBe(true);
    expect(unique(streets.map(({ key }) => key))).toBe(true);
    const known = {
      streetId: new Set(streets.map(({ id }) => id)),
      postcode: new Set(postcodes.map(({ postcode }) => postcode)),
      wardCode: new Set(wards.map(({ code }) => code)),
      roundId: new Set(collectionRounds.map(({ id }) => id)),
    };
    for (const address of addresses) {
      for (const [field, values] of Object.entries(known)) {
        expect(values.has(address[field as keyof typeof known])).toBe(true);
      }
    }
  });

  it("cannot be real", () => {
    const { addresses, postcodes, councillors, libraries } = borough;
    for (const { postcode } of postcodes) expect(isValid(postcode) && /^BK\d+ \d[A-Z]{2}$/.test(postcode)).toBe(true);
    for (const { uprn } of addresses) expect(uprn === null || /^9999\d{8}$/.test(uprn)).toBe(true);
    for (const { email, phone } of councillors) {
      expect(email).toMatch(/^[a-z.]+@brackenford\.example$/);
      expect(phone).toMatch(/^07700 900\d{3}$/);
    }
    for (const { phone } of libraries) expect(phone).toMatch(/^020 7946 0\d{3}$/);
  });

  it("has the landmarks that tests rely on", () => {
    expect(postcodeCounts.get(landmarks.crowded)!.length).toBeGreaterThan(60);
    expect(postcodeCounts.get(landmarks.single)).toHaveLength(1);
    expect(postcodeCounts.has(landmarks.empty)).toBe(false);
    expect(postcodeCounts.has(landmarks.outside)).toBe(false);
    const lines = postcodeCounts.get(landmarks.mixed)!.map((address) => address.lines[0]);
    expect(lines).toEqual(
      expect.arrayContaining(["2 Mill Lane", "Flat 2, 14 Mill Lane", "14A Mill Lane", "Rose Cottage, Mill Lane"]),
    );
    const unregistered = borough.addresses.filter(({ uprn }) => uprn === null);
    expect(unregistered.map(({ lines }) => lines[0])).toEqual([`${withoutUprn}, Mill Lane`]);
  });

  it("has streets of one name in several wards", () => {
    const names = Map.groupBy(makeBorough({ today, addresses: 20_000 }).streets, ({ name }) => name);
    expect(names.get("Mill Lane")!.length).toBeGreaterThan(1);
  });

  it("gives each ward both of its weekday's rounds", () => {
    for (const [, addresses] of Map.groupBy(borough.addresses, ({ wardCode }) => wardCode)) {
      expect(new Set(addresses.map(({ roundId }) => roundId)).size).toBe(2);
    }
  });

  it("has three councillors a ward, six libraries, one open on Sunday, and notices in four languages", () => {
    for (const { code } of borough.wards) {
      expect(borough.councillors.filter(({ wardCode }) => wardCode === code)).toHaveLength(3);
    }
    expect(unique(borough.councillors.map(({ name }) => name))).toBe(true);
    expect(borough.libraries.filter(({ hours }) => hours[6]!.length > 0)).toHaveLength(1);
    expect(borough.libraries.map(({ id }) => id)).toContain("harbour-library");
    for (const { texts, from, until } of borough.notices) {
      expect(Object.keys(texts)).toEqual(["en", "pl", "ar", "cy"]);
      expect(from <= today && today <= until).toBe(true);
    }
  });
});

describe("the wards", () => {
  it("tile the borough: a point is in exactly one of them, and every edge inside is shared", () => {
    const edges = borough.wards.flatMap(edgesOf);
    const inside = edges.filter((edge) => edges.includes(edge.split(" ").reverse().join(" ")));
    // 4 by 3 wards have 17 borders between them, of 4 pieces each, and each is seen from both sides.
    expect(inside).toHaveLength(2 * 17 * 4);
    for (let lon = 1.01; lon < 1.09; lon += 0.0037) {
      for (let lat = 54.205; lat < 54.24; lat += 0.0021) {
        const around = borough.wards.filter(({ shape }) => booleanPointInPolygon([lon, lat], shape));
        expect(around).toHaveLength(1);
      }
    }
  });

  it("hold their own addresses, streets and postcodes", () => {
    const shapes = new Map(borough.wards.map(({ code, shape }) => [code, shape]));
    for (const { wardCode, lat, lon } of [...borough.addresses, ...borough.streets]) {
      expect(booleanPointInPolygon([lon, lat], shapes.get(wardCode)!)).toBe(true);
    }
  });
});

const edgesOf = ({ shape }: Ward) => {
  const ring = shape.coordinates[0]!;
  return ring.slice(1).map((to, index) => `${ring[index]!.join()} ${to.join()}`);
};

describe("moved collections", () => {
  it("follow Good Friday and Easter Monday", () => {
    const easter = makeChanges(2027).filter(({ reason }) => reason === "easter");
    expect(easter.map(({ normalDate, revisedDate }) => `${normalDate} ${revisedDate}`)).toEqual([
      "2027-03-26 2027-03-27",
      "2027-03-29 2027-03-30",
      "2027-03-30 2027-03-31",
      "2027-03-31 2027-04-01",
      "2027-04-01 2027-04-02",
      "2027-04-02 2027-04-03",
    ]);
  });

  const published = new URL("../../../../shared/data/ealing_christmas_collection_changes_2023.csv", import.meta.url);
  it.skipIf(!existsSync(published))("are those that Ealing published for 2023 (skipped without ../shared/data)", () => {
    const rows = readFileSync(published, "utf8").trim().split(/\r?\n/).slice(1);
    const moved = rows.map((row) => row.split(",")).filter(([normal, revised]) => normal !== revised);
    const christmas = makeChanges(2023).filter(({ reason }) => reason === "christmas");
    expect(christmas.map(({ normalDate, revisedDate }) => [normalDate, revisedDate])).toEqual(moved);
  });
});
