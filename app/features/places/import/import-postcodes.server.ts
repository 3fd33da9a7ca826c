import type { Database } from "~/platform/db/database.server";
import { placeTables } from "~db/schema/places";
import { readPostcode } from "../postcode";
import { emptyTally, type Tally } from "./import-report";
import { inChunks } from "./in-chunks";
import { chunkSize, mergeRows, rowsBy } from "./merge-rows.server";
import { type Columns, type CsvRow, readCsv } from "./read-csv.server";
import { readPosition } from "./read-position";
import { type WardFinder, wardFinder } from "./ward-finder.server";

const columns = {
  postcode: { names: /^(postcode|pcds?)$/, required: true },
  lat: { names: /^lat(itude)?$/, required: false },
  lon: { names: /^(lon|lng|long|longitude)$/, required: false },
  ward: { names: /^(ward_code(_\d{4})?|osward|wd\d\dcd)$/, required: false },
} satisfies Columns<string>;

interface PostcodeRow extends Record<string, unknown> {
  postcode: string;
  lat: number | null;
  lon: number | null;
  wardCode: string | null;
}

/**
 * Takes the postcodes of a CSV file with the columns postcode and, if it has them, latitude, longitude and ward_code.
 * @throws ImportError where the file cannot be used at all
 */
export async function importPostcodes(db: Database, file: string): Promise<Tally> {
  const tally = emptyTally();
  const finder = await wardFinder(db);
  const { postcodes: table } = db.tables(placeTables);
  for await (const rows of inChunks(readRows(file, finder, tally), chunkSize)) {
    await db.transaction(async () => {
      const known = await rowsBy<PostcodeRow>(
        db,
        table,
        table.postcode,
        "postcode",
        rows.map(({ postcode }) => postcode),
      );
      const pairs = rows.map((row) => ({ row, existing: known.get(row.postcode) }));
      await mergeRows(db, table, "postcode", pairs, tally);
    });
  }
  return tally;
}

async function* readRows(file: string, finder: WardFinder, tally: Tally): AsyncGenerator<PostcodeRow> {
  const seen = new Map<string, number>();
  for await (const row of readCsv(file, columns, (bad) => tally.bad.push(bad))) {
    const read = readRow(row, finder);
    const earlier = typeof read === "string" ? undefined : seen.get(read.postcode);
    if (typeof read === "string") tally.bad.push({ line: row.line, reason: read });
    else if (earlier) tally.bad.push({ line: row.line, reason: `${read.postcode} stands on line ${earlier} already` });
    else {
      seen.set(read.postcode, row.line);
      yield read;
    }
  }
}

function readRow({ values }: CsvRow<keyof typeof columns>, finder: WardFinder): PostcodeRow | string {
  const postcode = readPostcode(values.postcode);
  if (!postcode) return `"${values.postcode}" is not a postcode`;
  const { position, reason } = readPosition(values.lat, values.lon);
  if (reason) return reason;
  const wardCode = finder.byCode(values.ward, position);
  return { postcode, lat: position?.lat ?? null, lon: position?.lon ?? null, wardCode };
}
