import { and, eq, gte, isNotNull, type SQL } from "drizzle-orm";
import { letterTables, type Recipient } from "~db/schema/letters";
import type { Doer, Provenance, Subject } from "../../platform/actor";
import { audit } from "../../platform/audit.server";
import type { House } from "../../platform/house.server";
import { isLanguage, type Language } from "../../platform/i18n/languages";
import { newId } from "../../platform/ids";
import { openSealed, sealText } from "../../platform/sealed.server";
import { composeMessage, type Message, turnSecrets, withoutSecrets } from "../notifications/notifications.server";

/** What a letter says in one language: its paragraphs with the sender's name at their end. */
export interface LetterText {
  lng: Language;
  subject: string;
  /** Each may have several lines. */
  paragraphs: string[];
}

/** A letter, in words: who it goes to, and what it says. */
export interface LetterView {
  id: string;
  reference: string;
  name: string;
  address: string[];
  /** When it was written, in its reader's words. */
  date: string;
  written: Date;
  /** The same in one language after the other. */
  texts: [LetterText, ...LetterText[]];
  /** The paragraph that is typed elsewhere; masked but on paper. */
  code: string | undefined;
  /** When it was put into its envelope; undefined while it waits. */
  printed: Date | undefined;
  /** The organisation whose registered address it goes to. */
  organisationId: string | undefined;
}

/**
 * Puts a message into the print queue, in the transaction that decides it. A code in it is kept closed until it is
 * printed, and no longer.
 * @param by whom it is for: a client without an email address, or an organisation
 * @param letter with whom it goes to, where that is no client
 * @returns the letter's id
 */
export async function queueLetter(
  house: House,
  { subject }: Provenance,
  letter: { reference: string; message: Pick<Message, "template" | "values">; recipient?: Recipient },
): Promise<string> {
  const { letters } = house.db.tables(letterTables);
  const { reference, message, recipient } = letter;
  const id = newId();
  const seal = (text: string) => sealText(house.config.secret, text);
  await house.db.q.insert(letters).values({
    id,
    [subject.kind === "organisation" ? "organisationId" : "clientId"]: subject.id,
    recipient,
    reference,
    template: message.template,
    values: turnSecrets(message.values, seal) as Record<string, unknown>,
    state: "queued",
    createdAt: house.clock.now(),
  });
  return id;
}

/**
 * Takes a letter to an organisation back that has not been printed yet, in the caller's transaction.
 * @returns the organisation's id; undefined where there was nothing to take back
 */
export async function withdrawLetter(house: House, id: string): Promise<string | undefined> {
  const { letters } = house.db.tables(letterTables);
  const { organisationId, state } = letters;
  const waiting = and(eq(letters.id, id), eq(state, "queued"), isNotNull(organisationId));
  const [taken] = await house.db.q.delete(letters).where(waiting).returning({ organisationId });
  return taken?.organisationId ?? undefined;
}

export const selectLetters = (house: House) => {
  const { letters, clients } = house.db.tables(letterTables);
  return house.db.q
    .select({ letter: letters, client: clients })
    .from(letters)
    .leftJoin(clients, eq(clients.id, letters.clientId));
};

type Row = Awaited<ReturnType<typeof selectLetters>>[number];

/** What stands for a code wherever a letter is read but on paper. */
const masked = "•••-•••-•••-•••";

interface Reading {
  /** The reader's language, where that is not whom the letter is for. */
  lng?: Language;
  /** Makes a closed code readable: for the print alone. */
  open?: ((sealed: string) => string) | undefined;
}

export function toLetterView(house: House, { letter, client }: Row, reading: Reading = {}): LetterView {
  const { name, address, locale } = letter.recipient ?? client!;
  const { open = () => masked } = reading;
  const own = isLanguage(locale) ? locale : "en";
  // Whoever opens a letter at a registered office need not read what the person reads who asked for it.
  const [first, ...others] = reading.lng ? [reading.lng] : letter.organisationId ? ["en" as const, own] : [own];
  // A form need not ask for a name: the envelope has one.
  const values: Record<string, unknown> = {
    ...turnSecrets(letter.values, open),
    name: letter.values["name"] ?? name,
  };
  const { council, publicUrl } = house.config;
  const wordIn = (lng: Language): LetterText => {
    const message = { template: letter.template, values, to: "", lng } as unknown as Message;
    const surroundings = {
      texts: house.texts(lng),
      council,
      url: undefined,
      site: publicUrl,
      medium: "letter",
    } as const;
    const { subject, text } = composeMessage(message, surroundings);
    return { lng, subject, paragraphs: text.trim().split("\n\n") };
  };
  return {
    id: letter.id,
    reference: letter.reference,
    name,
    address,
    date: house.texts(first).date(letter.createdAt),
    written: letter.createdAt,
    texts: [wordIn(first), ...others.filter((lng) => lng !== first).map(wordIn)],
    code: typeof values["code"] === "string" ? values["code"] : undefined,
    printed: letter.printedAt ?? undefined,
    organisationId: letter.organisationId ?? undefined,
  };
}

/** How long a letter can be printed again. */
const printedDays = 28;

export const oldestPrinted = ({ clock }: House) => new Date(clock.now().getTime() - printedDays * 24 * 60 * 60 * 1000);

/**
 * One letter for staff to read, which is written down; undefined where there is none of this id.
 * @param medium a code can be read on `paper` only
 */
export async function readLetter(
  house: House,
  by: Doer,
  id: string,
  medium: "screen" | "paper" = "screen",
): Promise<LetterView | undefined> {
  const { letters } = house.db.tables(letterTables);
  const [row] = await selectLetters(house).where(eq(letters.id, id)).limit(1);
  if (!row) return undefined;
  await write(house, by, { letter: row.letter, action: "read" });
  const open = (sealed: string) => openSealed(house.config.secret, sealed);
  return toLetterView(house, row, { open: medium === "paper" ? open : undefined });
}

/** Whom a letter is for, and whether it waits; nothing of what it says. */
export async function findLetter(
  house: House,
  id: string,
): Promise<{ name: string; hasCode: boolean; waits: boolean } | undefined> {
  const { letters } = house.db.tables(letterTables);
  const [row] = await selectLetters(house).where(eq(letters.id, id)).limit(1);
  if (!row) return undefined;
  const { letter, client } = row;
  const { name } = letter.recipient ?? client!;
  return { name, hasCode: letter.organisationId !== null, waits: letter.state === "queued" };
}

/**
 * Takes a letter out of the queue: it is in its envelope. Nobody needs a code in it here any more.
 * @returns whether it waited still
 */
export async function markPrinted(house: House, by: Doer, id: string): Promise<boolean> {
  const { letters } = house.db.tables(letterTables);
  const queued = and(eq(letters.id, id), eq(letters.state, "queued"));
  const [letter] = await house.db.q.select({ values: letters.values }).from(letters).where(queued).limit(1);
  if (!letter) return false;
  const printed = { state: "printed", printedAt: house.clock.now(), values: withoutSecrets(letter.values) } as const;
  return move(house, by, { from: queued, to: printed, action: "printed" });
}

/** Puts a letter to a client that was printed in the last 28 days back into the queue. Others had a code. */
export async function queueAgain(house: House, by: Doer, id: string): Promise<void> {
  const { letters } = house.db.tables(letterTables);
  const recent = and(isNotNull(letters.clientId), gte(letters.printedAt, oldestPrinted(house)));
  const printed = and(eq(letters.id, id), eq(letters.state, "printed"), recent);
  await move(house, by, { from: printed, to: { state: "queued", printedAt: null }, action: "queued-again" });
}

type Change = Partial<Pick<Row["letter"], "values">> & Pick<Row["letter"], "state" | "printedAt">;

/** Moves a letter, once however often it is asked for, and writes down who did. */
async function move(
  house: House,
  by: Doer,
  { from, to, action }: { from: SQL | undefined; to: Change; action: string },
): Promise<boolean> {
  const { letters } = house.db.tables(letterTables);
  return house.db.transaction(async () => {
    const [letter] = await house.db.q.update(letters).set(to).where(from).returning();
    if (letter) await write(house, by, { letter, action });
    return letter !== undefined;
  });
}

/** Whom a letter is for. */
const subjectOf = ({ clientId, organisationId }: Row["letter"]): Subject =>
  organisationId ? { kind: "organisation", id: organisationId } : { kind: "client", id: clientId ?? "" };

/** Writes down what staff did with a letter. */
const write = (house: House, by: Doer, { letter, action }: { letter: Row["letter"]; action: string }) =>
  audit(
    house,
    { ...by, subject: subjectOf(letter) },
    { action: `letter.${action}`, record: { kind: "letter", id: letter.id } },
  );
