import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { parse } from "csv-parse/sync";
import { type BadRow, ImportError } from "./import-report";

/** Names that a column may have in the header, once in lower case with `_` for spaces. */
export type Columns<K extends string> = Record<K, { names: RegExp; required: boolean }>;

/** A row by our names of its columns; a missing or empty value is "", and white space is one space. */
export interface CsvRow<K extends string> {
  line: number;
  values: Record<K, string>;
}

/** A quoted value may run over this many lines; a longer one has lost its closing quotation mark. */
const mostLines = 5;

/**
 * Reads a UTF-8 CSV file row by row, holding one row at a time. A row that cannot be read spoils no other.
 * @param onBad hears of each row that is left out
 * @throws ImportError where the file or a required column is missing
 */
export async function* readCsv<K extends string>(
  file: string,
  columns: Columns<K>,
  onBad: (row: BadRow) => void,
): AsyncGenerator<CsvRow<K>> {
  let places: [K, number][] | undefined;
  let width = 0;
  for await (const { line, values, spoilt } of records(file, () => width)) {
    if (!places) {
      places = placeColumns(file, columns, values ?? []);
      width = values?.length ?? 0;
    } else if (!values) onBad({ line, reason: "a quotation mark is not closed" });
    else if (spoilt) onBad({ line, reason: "a character is not in UTF-8" });
    else if (values.length !== width)
      onBad({ line, reason: `it has ${values.length} values where the header has ${width}` });
    else yield { line, values: pick(places, values) };
  }
  if (!places) throw new ImportError(`${file} is empty: its first line must name the columns.`);
}

interface Line {
  line: number;
  text: string;
}

interface CsvRecord {
  /** Of its first line. */
  line: number;
  /** Missing where its quotation marks make no sense. */
  values?: string[];
  spoilt: boolean;
}

async function* records(file: string, width: () => number): AsyncGenerator<CsvRecord> {
  const waiting: Line[] = [];
  let line = 0;
  for await (const text of lines(file)) {
    line++;
    waiting.push({ line, text: line === 1 ? text.replace(/^\uFEFF/, "") : text });
    yield* takeRecords(waiting, width, mostLines);
  }
  yield* takeRecords(waiting, width, 1);
}

/**
 * Takes records off the waiting lines. Lines belong together while a quotation mark stands open, but only if they
 * make a whole row so; otherwise the first is spoilt alone. Fewer lines than `patience` may wait for more.
 */
function* takeRecords(waiting: Line[], width: () => number, patience: number): Generator<CsvRecord> {
  for (let first = waiting[0]; first; first = waiting[0]) {
    const count = linesToClose(waiting);
    if (count === 0 && waiting.length < patience) return;
    const text = waiting
      .slice(0, count || 1)
      .map((line) => line.text)
      .join("\n");
    const values = count > 0 ? splitRecord(text) : undefined;
    const whole = count === 1 || values?.length === width();
    waiting.splice(0, whole ? count : 1);
    if (text.trim() !== "") {
      yield { line: first.line, values: whole ? values : undefined, spoilt: text.includes("\uFFFD") };
    }
  }
}

/** After how many lines all quotation marks are closed; 0 if they never are. */
function linesToClose(waiting: Line[]): number {
  let marks = 0;
  for (const [index, { text }] of waiting.entries()) {
    marks += text.split('"').length - 1;
    if (marks % 2 === 0) return index + 1;
  }
  return 0;
}

async function* lines(file: string): AsyncGenerator<string> {
  const stream = createReadStream(file, "utf8");
  try {
    yield* createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY });
  } catch (error) {
    throw new ImportError(`${file} cannot be read: ${(error as Error).message}.`);
  } finally {
    stream.destroy();
  }
}

function splitRecord(text: string): string[] | undefined {
  if (!text.includes('"')) return text.split(",").map((value) => value.trim());
  try {
    return (parse(text, { relax_quotes: true, trim: true, relax_column_count: true }) as string[][])[0];
  } catch {
    return undefined;
  }
}

function placeColumns<K extends string>(file: string, columns: Columns<K>, header: string[]): [K, number][] {
  const names = header.map((name) => name.trim().toLowerCase().replace(/\s+/g, "_"));
  const places = (Object.keys(columns) as K[]).map((key): [K, number] => [
    key,
    names.findIndex((name) => columns[key].names.test(name)),
  ]);
  const missing = places.filter(([key, place]) => place < 0 && columns[key].required).map(([key]) => key);
  if (missing.length > 0) {
    const found = header.join(", ").slice(0, 300);
    throw new ImportError(
      `${file} has no column for ${missing.join(", ")}: its first line names ${found || "nothing"}.`,
    );
  }
  return places;
}

const pick = <K extends string>(places: [K, number][], values: string[]) =>
  Object.fromEntries(places.map(([key, place]) => [key, (values[place] ?? "").replace(/\s+/g, " ").trim()])) as Record<
    K,
    string
  >;
