import { and, asc, desc, eq, gt, gte, lt, lte, or } from "drizzle-orm";
import { letterTables } from "~db/schema/letters";
import type { House } from "../../platform/house.server";
import type { Language } from "../../platform/i18n/languages";
import { type LetterView, oldestPrinted, selectLetters, toLetterView } from "./queue.server";

const pageSize = 100;

/** Letters are listed in the language of whoever looks for one, whatever they are written in. */
type Reader = House & { lng: Language };

interface LetterPage {
  letters: LetterView[];
  /** Where the next page begins; undefined on the last one. */
  next: string | undefined;
}

/**
 * A page of the letters that wait to be printed, the oldest first.
 * @param after the last letter of the page before, as `<instant>_<id>`
 */
export async function listQueue(house: Reader, after?: string): Promise<LetterPage> {
  const { createdAt, id, state } = house.db.tables(letterTables).letters;
  const last = readKey(after);
  const rows = await selectLetters(house)
    .where(and(eq(state, "queued"), last && and(gte(createdAt, last.at), or(gt(createdAt, last.at), gt(id, last.id)))))
    .orderBy(asc(createdAt), asc(id))
    .limit(pageSize + 1);
  return toPage(house, rows, ({ createdAt }) => createdAt);
}

/** A page of the letters printed in the last 28 days, the newest first: one that jams or gets lost is printed again. */
export async function listPrinted(house: Reader, after?: string): Promise<LetterPage> {
  const { printedAt, id, state } = house.db.tables(letterTables).letters;
  const last = readKey(after);
  const rows = await selectLetters(house)
    .where(
      and(
        eq(state, "printed"),
        gte(printedAt, oldestPrinted(house)),
        last && and(lte(printedAt, last.at), or(lt(printedAt, last.at), lt(id, last.id))),
      ),
    )
    .orderBy(desc(printedAt), desc(id))
    .limit(pageSize + 1);
  return toPage(house, rows, ({ printedAt }) => printedAt!);
}

type Row = Awaited<ReturnType<typeof selectLetters>>[number];

function toPage(house: Reader, rows: Row[], instantOf: (letter: Row["letter"]) => Date): LetterPage {
  const page = rows.slice(0, pageSize);
  const last = page.at(-1)?.letter;
  return {
    letters: page.map((row) => toLetterView(house, row, { lng: house.lng })),
    next: rows.length > pageSize && last ? `${instantOf(last).getTime()}_${last.id}` : undefined,
  };
}

/** A key in an address, whatever stands there. */
function readKey(key = ""): { at: Date; id: string } | undefined {
  const [instant, id] = key.split("_");
  const at = new Date(Number(instant));
  return id && !Number.isNaN(at.getTime()) ? { at, id } : undefined;
}
