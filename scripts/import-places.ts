import { parseArgs } from "node:util";
import { importPlaces, type PlacesReport } from "~/features/places/import/import-places.server";
import { ImportError, type Tally } from "~/features/places/import/import-report";
import { openPortal, runCommand } from "./support/command";

const usage = `Loads a council's places into the configured database:
  npm run import:places -- --wards W.geojson --postcodes P.csv --addresses A.csv
Each file may be left out; see docs/operating.md for its columns.`;

/** How many bad rows of a file are listed before the rest is only counted. */
const mostListed = 200;

async function main(): Promise<void> {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ options: { wards: text, postcodes: text, addresses: text } });
  if (Object.keys(values).length === 0) throw new ImportError(usage);
  const { db } = await openPortal();
  try {
    print(await importPlaces(db, values));
  } finally {
    await db.close();
  }
}

function print(report: PlacesReport): void {
  for (const [kind, tally] of Object.entries(report)) {
    console.log(`${kind}: ${sentence(tally)}`);
    for (const { line, reason } of tally.bad.slice(0, mostListed)) console.log(`  line ${line}: ${reason}`);
    if (tally.bad.length > mostListed) console.log(`  and ${tally.bad.length - mostListed} more`);
  }
}

const sentence = ({ added, changed, unchanged, removed, bad }: Tally) =>
  `${added} added, ${changed} changed, ${unchanged} unchanged, ${removed} removed, ${bad.length} bad`;

runCommand(main);
