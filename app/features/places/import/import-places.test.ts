import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, it } from "vitest";
import type { Database } from "~/platform/db/database.server";
import { eachDatabase } from "~/platform/db/testing.server";
import { findStamp } from "~/platform/stamps.server";
import { placeTables } from "~db/schema/places";
import { findAddresses, findStreets, findWardAt } from "../places.server";
import { importPlaces, type PlacesFiles } from "./import-places.server";

const folder = mkdtempSync(join(tmpdir(), "import-places-"));
afterAll(() => rmSync(folder, { recursive: true }));

let written = 0;
const file = (text: string | Buffer): string => {
  const path = join(folder, `${++written}.txt`);
  writeFileSync(path, text);
  return path;
};
const square = (code: string, west: number, name = `Ward ${code}`) => ({
  type: "Feature",
  properties: { code, name },
  geometry: {
    type: "Polygon",
    coordinates: [
      [
        [west, 54],
        [west + 0.1, 54],
        [west + 0.1, 54.1],
        [west, 54.1],
        [west, 54],
      ],
    ],
  },
});
const geojson = (...features: object[]) => file(JSON.stringify({ type: "FeatureCollection", features }));
const header = "number,street,locality_town,postcode,latitude,longitude";
const addressFile = (...rows: string[]) => file([header, ...rows].join("\n"));
const uprnFile = (...rows: string[]) => file([`uprn,${header}`, ...rows].join("\n"));
const wards = geojson(square("A", 1), square("B", 1.1));
const postcodes = file(
  "postcode,latitude,longitude,ward_code_2014\nBK1 1AA,54.05,1.05,A\nBK1 1AB,54.05,1.15,gone\nBK1 1AD,,,B\n",
);

eachDatabase("importPlaces", (open) => {
  let db: Database;
  beforeEach(async () => {
    db = await open();
  });
  const load = async (files: PlacesFiles) => importPlaces(db, files);
  const lines = async (postcode: string) => {
    const search = await findAddresses(db, postcode);
    return search.kind === "found"
      ? search.addresses.map((address) => `${address.lines.join(", ")} ${address.ward?.code}`)
      : search.kind;
  };

  it("takes good rows, and lists each bad one by its line with a reason", async () => {
    const addresses = file(
      [
        `\uFEFF${header},extra`,
        '1,Mill Lane,"Harbour, Brackenford",BK1 1AA,54.05,1.05,x',
        "",
        "2,Mill Lane,Brackenford,BK1,54.05,1.05,x",
        ",Mill Lane,Brackenford,BK1 1AA,54.05,1.05,x",
        "3,,Brackenford,BK1 1AA,54.05,1.05,x",
        "4,Mill Lane,Brackenford,BK1 1AA,54.05,,x",
        "5,Mill Lane,Brackenford,BK1 1AA,1.05,54.05,x",
        "6,Mill Lane,BK1 1AA,54.05,1.05,x",
        '7,"Mill Lane,Brackenford,BK1 1AA,54.05,1.05,x',
        "8,Mill Lane,Brackenford,BK1 1AA,54.05,1.05,x",
        " 8 ,MILL  LANE,Elsewhere,bk11aa,54.05,1.05,x",
        '9,Mill Lane,"Brackenford\r\n",BK1 1AA,54.05,1.05,x',
        `10,Mill ${"long ".repeat(60)}Lane,Brackenford,BK1 1AA,54.05,1.05,x`,
        '11,"Mill "" Lane",Brackenford,BK1 1AA,54.05,1.05,x',
        "12,Mill Lane,Brackenford,BK1 1AA,54.05,1.05,x",
      ].join("\r\n"),
    );
    const report = await load({ wards, postcodes, addresses });
    expect(report.addresses!.bad).toEqual([
      { line: 4, reason: '"BK1" is not a postcode' },
      { line: 5, reason: "it has neither a house number nor a house name" },
      { line: 6, reason: "it names no street" },
      { line: 7, reason: 'the position "54.05, " is not in degrees' },
      { line: 8, reason: "the position 1.05, 54.05 is not in the United Kingdom" },
      { line: 9, reason: "it has 6 values where the header has 7" },
      { line: 10, reason: "a quotation mark is not closed" },
      { line: 12, reason: "the same address stands on line 11 already" },
      { line: 15, reason: "a value has control characters or more than 200 characters" },
    ]);
    expect(report.addresses).toMatchObject({ added: 5, changed: 0, unchanged: 0 });
    expect(report.postcodes).toMatchObject({ added: 3, bad: [] });
    expect(report.wards).toMatchObject({ added: 2, bad: [] });
    expect(await lines("BK1 1AA")).toEqual([
      "1 Mill Lane, Harbour A",
      "8 Mill Lane A",
      "9 Mill Lane A",
      '11 Mill " Lane A',
      "12 Mill Lane A",
    ]);
  });

  it("tells the portals that run, even where a file of it cannot be used", async () => {
    const stamps = [await findStamp(db, "places")];
    await load({ wards });
    stamps.push(await findStamp(db, "places"));
    await expect(load({ postcodes, addresses: file("no,columns\n1,2\n") })).rejects.toThrow();
    stamps.push(await findStamp(db, "places"));
    expect(new Set(stamps).size).toBe(3);
  });

  it("changes nothing the second time", async () => {
    const addresses = addressFile(
      "1,Mill Lane,Town,BK1 1AA,54.05,1.05",
      "2,Mill Lane,Town,BK1 1AB,,",
      "3,Mill Lane,Town,BK1 1AD,54.05,1.05",
    );
    const files = { wards, postcodes, addresses };
    const first = await load(files);
    const rows = await everything(db);
    expect(first.addresses).toMatchObject({ added: 3 });
    const untouched = { added: 0, changed: 0, removed: 0, bad: [] };
    expect(await load(files)).toEqual({
      wards: { ...untouched, unchanged: 2 },
      postcodes: { ...untouched, unchanged: 3 },
      addresses: { ...untouched, unchanged: 3 },
      streets: { ...untouched, unchanged: 1 },
    });
    expect(await everything(db)).toEqual(rows);
  });

  it("puts addresses into wards by position, or else by postcode", async () => {
    const addresses = addressFile(
      "1,Mill Lane,Town,BK1 1AA,54.05,1.15",
      "2,Mill Lane,Town,BK1 1AA,,",
      "3,Mill Lane,Town,BK1 1AA,55,1.05",
      "4,Mill Lane,Town,BK9 9AA,,",
    );
    await load({ wards, postcodes, addresses });
    expect(await lines("BK1 1AA")).toEqual(["1 Mill Lane B", "2 Mill Lane A", "3 Mill Lane A"]);
    expect(await lines("BK9 9AA")).toEqual(["4 Mill Lane undefined"]);
    expect(await findAddresses(db, "BK1 1AB")).toMatchObject({ ward: { code: "B" } });
    expect(await findAddresses(db, "BK1 1AD")).toMatchObject({ ward: { code: "B" } });
    expect((await findStreets(db, "mill")).streets).toMatchObject([
      { name: "Mill Lane", locality: "Town", ward: { code: "A" } },
    ]);
  });

  it("keeps an address's id and round through corrections and when it gets a UPRN", async () => {
    await load({ wards, postcodes, addresses: addressFile("Rose Cottage,Mill Lane,Town,BK1 1AA,54.05,1.05") });
    const { addresses: table } = db.tables(placeTables);
    const [before] = await db.q.select().from(table);
    const numbered = await load({ addresses: uprnFile("000071,Rose Cottage,Mill Lane,Town,BK1 1AA,54.05,1.05") });
    expect(numbered.addresses).toMatchObject({ added: 0, changed: 1 });
    const renamed = await load({ addresses: uprnFile("71,Thorn Cottage,Mill Lane,Town,BK1 1AD,54.05,1.15") });
    expect(renamed.addresses).toMatchObject({ added: 0, changed: 1 });
    const rows = await db.q.select().from(table);
    expect(rows).toMatchObject([{ id: before!.id, uprn: "71", lines: ["Thorn Cottage, Mill Lane"], wardCode: "B" }]);
  });

  it("lets two properties have one text if each has a UPRN", async () => {
    await load({ addresses: addressFile("1,Mill Lane,Town,BK1 1AA,,") });
    const report = await load({
      addresses: uprnFile(
        "71,1,Mill Lane,Town,BK1 1AA,,",
        "72,1,Mill Lane,Town,BK1 1AA,,",
        "72,3,Mill Lane,Town,BK1 1AA,,",
        ",1,Mill Lane,Town,BK1 1AA,,",
        "seven,4,Mill Lane,Town,BK1 1AA,,",
      ),
    });
    expect(report.addresses).toMatchObject({
      added: 1,
      changed: 1,
      bad: [
        { line: 4, reason: "UPRN 72 stands on line 3 already" },
        { line: 5, reason: "the same address stands on line 2 already" },
        { line: 6, reason: '"seven" is not a UPRN: it has 1 to 12 digits' },
      ],
    });
  });

  it("takes new wards for the whole truth and moves everything into them", async () => {
    await load({
      wards,
      postcodes,
      addresses: addressFile("1,Mill Lane,Town,BK1 1AA,54.05,1.05", "2,Mill Lane,Town,BK1 1AA,,"),
    });
    expect(await findWardAt(db, { lat: 54.05, lon: 1.05 })).toEqual({ code: "A", name: "Ward A" });
    const report = await load({ wards: geojson(square("C", 1, "New"), square("B", 1.1, "Renamed")) });
    expect(report.wards).toMatchObject({ added: 1, changed: 1, removed: 1 });
    expect(await findWardAt(db, { lat: 54.05, lon: 1.05 })).toEqual({ code: "C", name: "New" });
    expect(await lines("BK1 1AA")).toEqual(["1 Mill Lane C", "2 Mill Lane C"]);
    expect((await findStreets(db, "mill")).streets).toMatchObject([{ ward: { code: "C" } }]);
  });

  it("removes no ward while a feature cannot be read", async () => {
    await load({ wards });
    const broken = { type: "Feature", properties: { code: "B" }, geometry: null };
    const nameless = { ...square("B", 1), properties: { WD22CD: "B" } };
    const report = await load({ wards: geojson(square("A", 1), broken, nameless, square("A", 1)) });
    expect(report.wards).toMatchObject({ unchanged: 1, removed: 0 });
    expect(report.wards!.bad.map(({ line }) => line)).toEqual([2, 3, 4]);
    expect(report.wards!.bad[1]!.reason).toBe("the feature has no ward code or no ward name");
    expect(await findWardAt(db, { lat: 54.05, lon: 1.15 })).toMatchObject({ code: "B" });
  });

  it("lists bad postcodes", async () => {
    const report = await load({
      wards,
      postcodes: file("Postcode,Latitude,Longitude\nBK1 1AA,54,1\nbk11aa,,\nnone,,\nBK1 1AB,north,1"),
    });
    expect(report.postcodes).toMatchObject({ added: 1 });
    expect(report.postcodes!.bad).toEqual([
      { line: 3, reason: "BK1 1AA stands on line 2 already" },
      { line: 4, reason: '"none" is not a postcode' },
      { line: 5, reason: 'the position "north, 1" is not in degrees' },
    ]);
  });

  it.each<[string, PlacesFiles, RegExp]>([
    [
      "a missing column",
      { addresses: file("number;street\n1;x") },
      /has no column for premises, street, postcode: its first line names number;street\./,
    ],
    ["an empty file", { addresses: file("") }, /is empty: its first line must name the columns\./],
    ["a missing file", { postcodes: join(folder, "nowhere.csv") }, /nowhere\.csv cannot be read: ENOENT/],
    ["a folder", { postcodes: folder }, /cannot be read: EISDIR/],
    ["broken JSON", { wards: file("{") }, /cannot be read as GeoJSON/],
    ["other JSON", { wards: file("{}") }, /is not a GeoJSON FeatureCollection with at least one feature\./],
  ])("refuses %s with a sentence", async (_, files, sentence) => {
    await expect(load(files)).rejects.toThrow(sentence);
    await expect(load(files)).rejects.toMatchObject({ name: "ImportError" });
  });

  it("leaves out a row that is not in UTF-8", async () => {
    const latin = Buffer.from(`${header}\n1,Caf\xe9 Row,Town,BK1 1AA,,\n2,Mill Lane,Town,BK1 1AA,,`, "latin1");
    const report = await load({ addresses: file(latin) });
    expect(report.addresses).toMatchObject({ added: 1, bad: [{ line: 2, reason: "a character is not in UTF-8" }] });
  });

  it("takes more rows than one statement holds", async () => {
    const rows = Array.from({ length: 1234 }, (_, index) => `${index + 1},Long Road,Town,BK1 1AA,54.05,1.05`);
    const addresses = addressFile(...rows);
    expect((await load({ wards, postcodes, addresses })).addresses).toMatchObject({ added: 1234 });
    expect((await load({ addresses })).addresses).toMatchObject({ added: 0, unchanged: 1234 });
    expect(await lines("BK1 1AA")).toHaveLength(1234);
  });
});

async function everything(db: Database) {
  const { wards, postcodes, streets, addresses } = db.tables(placeTables);
  const rows = await Promise.all([wards, postcodes, streets, addresses].map((table) => db.q.select().from(table)));
  return rows.map((table) => table.map((row) => JSON.stringify(row)).sort());
}
