import { and, asc, eq } from "drizzle-orm";
import { letterTables } from "~db/schema/letters";
import type { Doer, Provenance } from "../../platform/actor";
import { audit } from "../../platform/audit.server";
import type { House } from "../../platform/house.server";
import { isLanguage, type Language } from "../../platform/i18n/languages";
import { newId } from "../../platform/ids";
import { composeMessage, type Message } from "../notifications/notifications.server";

/** A letter, in words: who it goes to, and its paragraphs with the sender's name at their end. */
export interface LetterView {
  id: string;
  reference: string;
  lng: Language;
  name: string;
  address: string[];
  date: string;
  subject: string;
  /** Each may have several lines. */
  paragraphs: string[];
  state: "queued" | "printed";
}

/** Puts a message into the print queue, in the transaction that decides it: its reader has no email address. */
export async function queueLetter(
  house: House,
  by: Provenance,
  { reference, message }: { reference: string; message: Pick<Message, "template" | "values"> },
): Promise<void> {
  const { letters } = house.db.tables(letterTables);
  const { template, values } = message;
  await house.db.q.insert(letters).values({
    id: newId(),
    clientId: by.subject.id,
    reference,
    template,
    values: values as Record<string, unknown>,
    state: "queued",
    createdAt: house.clock.now(),
  });
}

const select = (house: House) => {
  const { letters, clients } = house.db.tables(letterTables);
  return house.db.q
    .select({ letter: letters, client: clients })
    .from(letters)
    .innerJoin(clients, eq(clients.id, letters.clientId));
};

type Row = Awaited<ReturnType<typeof select>>[number];

function toLetterView(house: House, { letter, client }: Row): LetterView {
  const lng = isLanguage(client.locale) ? client.locale : "en";
  const texts = house.texts(lng);
  const message = { template: letter.template, values: letter.values, to: "", lng } as unknown as Message;
  const { subject, text } = composeMessage(message, { texts, council: house.config.council, url: undefined });
  return {
    id: letter.id,
    reference: letter.reference,
    lng,
    name: client.name,
    address: client.address,
    date: texts.date(letter.createdAt),
    subject,
    paragraphs: text.trim().split("\n\n"),
    state: letter.state,
  };
}

/** The letters that wait to be printed, the oldest first. */
export async function listQueue(house: House): Promise<LetterView[]> {
  const { letters } = house.db.tables(letterTables);
  const rows = await select(house).where(eq(letters.state, "queued")).orderBy(asc(letters.createdAt));
  return rows.map((row) => toLetterView(house, row));
}

/** One letter; undefined where there is none of this id. */
export async function findLetter(house: House, id: string): Promise<LetterView | undefined> {
  const { letters } = house.db.tables(letterTables);
  const [row] = await select(house).where(eq(letters.id, id)).limit(1);
  return row && toLetterView(house, row);
}

/** Takes a letter out of the queue: it is in its envelope. */
export async function markPrinted(house: House, by: Doer, id: string): Promise<void> {
  const { letters } = house.db.tables(letterTables);
  const queued = and(eq(letters.id, id), eq(letters.state, "queued"));
  const set = { state: "printed", printedAt: house.clock.now() } as const;
  await house.db.transaction(async () => {
    const [row] = await house.db.q.update(letters).set(set).where(queued).returning({ clientId: letters.clientId });
    if (!row) return;
    const provenance = { ...by, subject: { kind: "client", id: row.clientId } } as const;
    await audit(house, provenance, { action: "letter.printed", record: { kind: "letter", id } });
  });
}
