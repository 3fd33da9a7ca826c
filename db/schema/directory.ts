import { declareTables } from "./kit";

/** Opening and closing time of a day, `["09:30", "17:00"]`, Europe/London. */
export type Span = [open: string, close: string];

/** Seven lists of spans, Monday first; an empty list is a closed day. */
export type WeekHours = Span[][];

export const facilities = [
  "computers",
  "children",
  "study",
  "printing",
  "step-free",
  "toilets",
  "meeting-room",
] as const;
export type Facility = (typeof facilities)[number];

/** Whole days, both included. The reason is a text id, such as `bank-holiday`. */
export interface Closure {
  from: string;
  until: string;
  reason: string;
}

/** A councillor's regular open hour. `week` 1 to 4 is that weekday's place in the month, 5 is the last; weekdays are ISO. */
export interface Surgery {
  place: string;
  weekday: number;
  week: 1 | 2 | 3 | 4 | 5;
  from: string;
  until: string;
}

export type NoticeKind = "collections" | "roads" | "libraries" | "council" | "weather";
export type NoticeTexts = Record<string, { title: string; body: string }>;

export const directoryTables = declareTables((k) => {
  const councillors = k.table(
    "councillors",
    {
      id: k.id(),
      name: k.text("name").notNull(),
      wardCode: k.text("ward_code").notNull(),
      email: k.text("email").notNull(),
      phone: k.text("phone"),
      surgery: k.json<Surgery>("surgery"),
    },
    (t) => [k.index("councillors_ward").on(t.wardCode)],
  );
  const libraries = k.table("libraries", {
    id: k.id(),
    name: k.text("name").notNull(),
    lines: k.json<string[]>("lines").notNull(),
    town: k.text("town").notNull(),
    postcode: k.text("postcode").notNull(),
    lat: k.real("lat"),
    lon: k.real("lon"),
    phone: k.text("phone"),
    email: k.text("email"),
    hours: k.json<WeekHours>("hours").notNull(),
    facilities: k.json<Facility[]>("facilities").notNull(),
    closures: k.json<Closure[]>("closures").notNull(),
  });
  const notices = k.table(
    "notices",
    {
      id: k.id(),
      /** First and last day on which it is shown. */
      from: k.date("from_date").notNull(),
      until: k.date("until_date").notNull(),
      kind: k.text("kind").$type<NoticeKind>().notNull(),
      /** By language; English is always there. */
      texts: k.json<NoticeTexts>("texts").notNull(),
      /** Empty: everywhere. */
      wardCode: k.text("ward_code"),
      roundId: k.text("round_id"),
      libraryId: k.text("library_id"),
    },
    (t) => [k.index("notices_dates").on(t.from, t.until)],
  );
  return { councillors, libraries, notices };
});
