import { and, asc, eq, gte, isNull, lte, or } from "drizzle-orm";
import { calendarDate } from "~/platform/clock";
import type { Database } from "~/platform/db/database.server";
import {
  type Closure,
  directoryTables,
  type Facility,
  type NoticeKind,
  type Surgery,
  type WeekHours,
} from "~db/schema/directory";

/**
 * The door to the council's directory: councillors, libraries and notices.
 * @example
 * const libraries = await listLibraries(db, { need: "step-free" });
 * const open = libraries.filter((library) => openAt(library, clock.now()).open);
 */
export { hoursOn, nextOpening, type Opening, openAt } from "./library-hours";
export { nextSurgery } from "./surgeries";

export interface CouncillorView {
  id: string;
  name: string;
  wardCode: string;
  email: string;
  phone?: string;
  surgery?: Surgery;
}

/** The councillors of a ward, by name. An unknown ward has none. */
export async function councillorsFor(db: Database, wardCode: string): Promise<CouncillorView[]> {
  const { councillors } = db.tables(directoryTables);
  const rows = await db.q
    .select()
    .from(councillors)
    .where(eq(councillors.wardCode, wardCode))
    .orderBy(asc(councillors.name));
  return rows.map(({ phone, surgery, ...row }) => ({
    ...row,
    phone: phone ?? undefined,
    surgery: surgery ?? undefined,
  }));
}

/** Names and addresses are proper names; `hours` and `closures` go to `openAt`, `nextOpening` and `hoursOn`. */
export interface LibraryView {
  id: string;
  name: string;
  lines: string[];
  town: string;
  postcode: string;
  lat?: number;
  lon?: number;
  phone?: string;
  email?: string;
  hours: WeekHours;
  facilities: Facility[];
  closures: Closure[];
}

/** The libraries by name; with `need`, those that have this facility. */
export async function listLibraries(db: Database, { need }: { need?: string } = {}): Promise<LibraryView[]> {
  const { libraries } = db.tables(directoryTables);
  const rows = await db.q.select().from(libraries).orderBy(asc(libraries.name), asc(libraries.id));
  return rows.map(toLibraryView).filter(({ facilities }) => !need || facilities.some((facility) => facility === need));
}

/** The library with this id, such as `harbour-library`; undefined where there is none. */
export async function findLibrary(db: Database, id: string): Promise<LibraryView | undefined> {
  const { libraries } = db.tables(directoryTables);
  const [row] = await db.q.select().from(libraries).where(eq(libraries.id, id));
  return row && toLibraryView(row);
}

function toLibraryView({ lat, lon, phone, email, ...row }: LibraryRow): LibraryView {
  return { ...row, lat: lat ?? undefined, lon: lon ?? undefined, phone: phone ?? undefined, email: email ?? undefined };
}
type LibraryRow = (typeof directoryTables.postgres.libraries)["$inferSelect"];

/** `lng` is the language of the text, which is English where the one asked for is missing. */
export interface NoticeView {
  id: string;
  kind: NoticeKind;
  title: string;
  body: string;
  lng: string;
  from: string;
  until: string;
  libraryId?: string;
}

/**
 * The notices of the day, newest first: those for everybody, and those for the ward and the round given.
 * @param options.lng the reader's language; a text that has no translation comes in English, and says so
 */
export async function currentNotices(
  db: Database,
  {
    now,
    lng,
    wardCode,
    roundId,
  }: { now: Date; lng: string; wardCode?: string | undefined; roundId?: string | undefined },
): Promise<NoticeView[]> {
  const { notices } = db.tables(directoryTables);
  const today = calendarDate(now);
  const rows = await db.q
    .select()
    .from(notices)
    .where(
      and(
        lte(notices.from, today),
        gte(notices.until, today),
        or(isNull(notices.wardCode), wardCode ? eq(notices.wardCode, wardCode) : undefined),
        or(isNull(notices.roundId), roundId ? eq(notices.roundId, roundId) : undefined),
      ),
    );
  return rows
    .sort((a, b) => b.from.localeCompare(a.from) || a.id.localeCompare(b.id))
    .map(({ id, kind, from, until, libraryId, texts }) => {
      const language = texts[lng] ? lng : "en";
      return { id, kind, ...texts[language]!, lng: language, from, until, libraryId: libraryId ?? undefined };
    });
}

export const hasCouncillors = async (db: Database): Promise<boolean> => {
  const { councillors } = db.tables(directoryTables);
  return (await db.q.select({ id: councillors.id }).from(councillors).limit(1)).length > 0;
};

export const hasLibraries = async (db: Database): Promise<boolean> => {
  const { libraries } = db.tables(directoryTables);
  return (await db.q.select({ id: libraries.id }).from(libraries).limit(1)).length > 0;
};
