import type { Database } from "~/platform/db/database.server";
import { newId } from "~/platform/ids";
import { placeTables } from "~db/schema/places";
import { addressText, textKey } from "../address-text";
import { emptyTally, type Tally } from "./import-report";
import { inChunks } from "./in-chunks";
import { chunkSize, mergeRows, rowsBy } from "./merge-rows.server";
import { addressColumns, addressDuplicates, type ReadAddress, readAddress } from "./read-address";
import { readCsv } from "./read-csv.server";
import { type StreetRegister, streetRegister } from "./street-register.server";
import { type WardFinder, wardFinder, wardsOfPostcodes } from "./ward-finder.server";

interface AddressRow extends Record<string, unknown> {
  id: string;
  key: string;
}

/**
 * Takes the addresses of a CSV file. An address that is there already keeps its id: it is known by its UPRN, or else by
 * its first line and postcode; one that was without a UPRN is known by those when it gets one.
 * @throws ImportError where the file cannot be used at all
 */
export async function importAddresses(db: Database, file: string): Promise<{ addresses: Tally; streets: Tally }> {
  const tally = emptyTally();
  const finder = await wardFinder(db);
  const streets = await streetRegister(db);
  for await (const chunk of inChunks(readRows(file, tally), chunkSize)) {
    await db.transaction(() => writeChunk(db, chunk, { finder, streets, tally }));
  }
  return { addresses: tally, streets: await streets.settle() };
}

async function* readRows(file: string, tally: Tally): AsyncGenerator<ReadAddress> {
  const duplicateOf = addressDuplicates();
  for await (const row of readCsv(file, addressColumns, (bad) => tally.bad.push(bad))) {
    const address = readAddress(row);
    const reason = typeof address === "string" ? address : duplicateOf(address, row.line);
    if (reason !== undefined) tally.bad.push({ line: row.line, reason });
    else yield address as ReadAddress;
  }
}

interface Means {
  finder: WardFinder;
  streets: StreetRegister;
  tally: Tally;
}

async function writeChunk(db: Database, chunk: ReadAddress[], { finder, streets, tally }: Means): Promise<void> {
  const { addresses: table } = db.tables(placeTables);
  const texts = chunk.map(({ parts }) => addressText(parts));
  const keys = new Set([...texts.map(({ key }) => key), ...chunk.map(({ parts }) => textKey(parts))]);
  const known = await rowsBy<AddressRow>(db, table, table.key, "key", [...keys]);
  const wards = await wardsOfPostcodes(db, [...new Set(chunk.map(({ parts }) => parts.postcode))]);
  const streetIds = await streets.idsOf(chunk);
  const pairs = chunk.map(({ parts, town, position }, index) => {
    const text = texts[index]!;
    const existing = known.get(text.key) ?? known.get(textKey(parts));
    // Of two flats of one text that get UPRNs, one takes over the row that was there.
    if (existing) known.delete(existing.key);
    const row = {
      ...text,
      id: existing?.id ?? newId(),
      uprn: parts.uprn ?? null,
      town,
      postcode: parts.postcode,
      streetId: streetIds[index]!,
      lat: position?.lat ?? null,
      lon: position?.lon ?? null,
      wardCode: finder.byPosition(position, wards.get(parts.postcode)),
    };
    return { row, existing };
  });
  await mergeRows(db, table, "id", pairs, tally);
}
