import { setImmediate } from "node:timers/promises";
import { asc, desc, gt } from "drizzle-orm";
import MiniSearch from "minisearch";
import type { Database } from "~/platform/db/database.server";
import { findStamp } from "~/platform/stamps.server";
import { placeTables } from "~db/schema/places";
import { plainWords } from "./plain-words";
import { spellingsOf } from "./street-words";

/** A street as it is searched: the words of its name and of its locality, in each way of writing. */
export interface IndexedStreet {
  id: string;
  name: string;
  locality: string;
}
export interface StreetIndex {
  names: MiniSearch<IndexedStreet>;
  /** Each locality once, under its words. */
  localities: MiniSearch<{ id: string }>;
  streetsIn: Map<string, string[]>;
}

interface Held {
  index: StreetIndex;
  /** The last of all ids, and the stamp of the last import, when it was begun. */
  newest: string | undefined;
  stamp: string | undefined;
}
const held = new WeakMap<Database, Held>();
const making = new WeakMap<Database, Promise<Held>>();
/** Streets that are read and indexed before others have their turn. */
const chunk = 500;

/**
 * All streets, held in memory and made anew where an import brought or renamed some. An import runs in a process of its
 * own, so its stamp and the last id are looked at each time; while the index is made anew, the old one answers.
 */
export async function streetIndex(db: Database): Promise<StreetIndex> {
  const known = held.get(db);
  if (known && (await isCurrent(db, known))) return known.index;
  const fresh = making.get(db) ?? makeIndex(db);
  making.set(db, fresh);
  const settle = fresh.then((made) => void held.set(db, made)).finally(() => making.delete(db));
  if (known?.newest) {
    settle.catch(() => undefined);
    return known.index;
  }
  await settle;
  return (await fresh).index;
}

/** Lets go of the index, after streets were changed. */
export function forgetStreets(db: Database): void {
  held.delete(db);
}

async function isCurrent(db: Database, { newest, stamp }: Held): Promise<boolean> {
  return newest === (await newestOf(db)) && stamp === (await findStamp(db, "places"));
}

async function newestOf(db: Database): Promise<string | undefined> {
  const { streets } = db.tables(placeTables);
  return (await db.q.select({ id: streets.id }).from(streets).orderBy(desc(streets.id)).limit(1))[0]?.id;
}

/** Words of three letters are too like each other. */
export const allowsSlip = (word: string) => word.length > 3;

const options = {
  tokenize: (text: string) => text.split(" "),
  processTerm: (word: string) => word,
  searchOptions: { prefix: true, fuzzy: (word: string) => (allowsSlip(word) ? 1 : false) },
};

async function makeIndex(db: Database): Promise<Held> {
  const { streets } = db.tables(placeTables);
  const { id, name, locality } = streets;
  const names = new MiniSearch<IndexedStreet>({ ...options, fields: ["name"], storeFields: ["name", "locality"] });
  const streetsIn = new Map<string, string[]>();
  const stamp = await findStamp(db, "places");
  let newest: string | undefined;
  for (;;) {
    const rows = await db.q
      .select({ id, name, locality })
      .from(streets)
      .where(newest === undefined ? undefined : gt(id, newest))
      .orderBy(asc(id))
      .limit(chunk);
    const fresh = rows.map((row) => ({ id: row.id, name: spelled(row.name), locality: spelled(row.locality) }));
    names.addAll(fresh);
    for (const street of fresh) {
      const others = streetsIn.get(street.locality);
      if (others) others.push(street.id);
      else streetsIn.set(street.locality, [street.id]);
    }
    newest = rows.at(-1)?.id ?? newest;
    if (rows.length < chunk) {
      const localities = new MiniSearch<{ id: string }>({ ...options, fields: ["id"] });
      localities.addAll([...streetsIn.keys()].map((words) => ({ id: words })));
      return { index: { names, localities, streetsIn }, newest, stamp };
    }
    await setImmediate();
  }
}

const spelled = (text: string) => [...new Set(plainWords(text).split(" ").flatMap(spellingsOf))].join(" ");
