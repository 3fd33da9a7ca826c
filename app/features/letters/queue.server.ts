import { and, eq, gte, type SQL } from "drizzle-orm";
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
  /** When it was written, in its reader's words. */
  date: string;
  written: Date;
  subject: string;
  /** Each may have several lines. */
  paragraphs: string[];
  /** When it was put into its envelope; undefined while it waits. */
  printed: Date | undefined;
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

export const selectLetters = (house: House) => {
  const { letters, clients } = house.db.tables(letterTables);
  return house.db.q
    .select({ letter: letters, client: clients })
    .from(letters)
    .innerJoin(clients, eq(clients.id, letters.clientId));
};

type Row = Awaited<ReturnType<typeof selectLetters>>[number];

export function toLetterView(house: House, { letter, client }: Row): LetterView {
  const lng = isLanguage(client.locale) ? client.locale : "en";
  const texts = house.texts(lng);
  // A form need not ask for a name: the envelope has one.
  const values = { ...letter.values, name: letter.values["name"] ?? client.name };
  const message = { template: letter.template, values, to: "", lng } as unknown as Message;
  const { subject, text } = composeMessage(message, {
    texts,
    council: house.config.council,
    url: undefined,
    medium: "letter",
  });
  return {
    id: letter.id,
    reference: letter.reference,
    lng,
    name: client.name,
    address: client.address,
    date: texts.date(letter.createdAt),
    written: letter.createdAt,
    subject,
    paragraphs: text.trim().split("\n\n"),
    printed: letter.printedAt ?? undefined,
  };
}

/** How long a letter can be printed again. */
const printedDays = 28;

export const oldestPrinted = ({ clock }: House) => new Date(clock.now().getTime() - printedDays * 24 * 60 * 60 * 1000);

/** One letter for staff to read, which is written down; undefined where there is none of this id. */
export async function readLetter(house: House, by: Doer, id: string): Promise<LetterView | undefined> {
  const { letters } = house.db.tables(letterTables);
  const [row] = await selectLetters(house).where(eq(letters.id, id)).limit(1);
  if (!row) return undefined;
  await write(house, by, { clientId: row.client.id, id, action: "read" });
  return toLetterView(house, row);
}

/** Takes a letter out of the queue: it is in its envelope. */
export async function markPrinted(house: House, by: Doer, id: string): Promise<void> {
  const { letters } = house.db.tables(letterTables);
  const queued = and(eq(letters.id, id), eq(letters.state, "queued"));
  await move(house, by, id, {
    from: queued,
    to: { state: "printed", printedAt: house.clock.now() },
    action: "printed",
  });
}

/** Puts a letter that was printed in the last 28 days back into the queue. */
export async function queueAgain(house: House, by: Doer, id: string): Promise<void> {
  const { letters } = house.db.tables(letterTables);
  const recent = gte(letters.printedAt, oldestPrinted(house));
  const printed = and(eq(letters.id, id), eq(letters.state, "printed"), recent);
  await move(house, by, id, { from: printed, to: { state: "queued", printedAt: null }, action: "queued-again" });
}

/** Moves a letter, once however often it is asked for, and writes down who did. */
async function move(
  house: House,
  by: Doer,
  id: string,
  change: { from: SQL | undefined; to: { state: "queued" | "printed"; printedAt: Date | null }; action: string },
): Promise<void> {
  const { letters } = house.db.tables(letterTables);
  const { from, to, action } = change;
  await house.db.transaction(async () => {
    const [row] = await house.db.q.update(letters).set(to).where(from).returning({ clientId: letters.clientId });
    if (row) await write(house, by, { clientId: row.clientId, id, action });
  });
}

/** Writes down what staff did with a letter. */
const write = (house: House, by: Doer, { clientId, id, action }: { clientId: string; id: string; action: string }) =>
  audit(
    house,
    { ...by, subject: { kind: "client", id: clientId } },
    { action: `letter.${action}`, record: { kind: "letter", id } },
  );
