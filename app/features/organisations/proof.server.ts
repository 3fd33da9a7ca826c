import { and, desc, eq, gt, isNull, lt, sql } from "drizzle-orm";
import { DateTime } from "luxon";
import { type CodeEnd, organisationTables, type Premises } from "~db/schema/organisations";
import type { Doer, Provenance } from "../../platform/actor";
import { calendarDate, zone } from "../../platform/clock";
import type { Context } from "../../platform/context.server";
import { removeOverdue } from "../../platform/db/overdue.server";
import type { House } from "../../platform/house.server";
import { pathFor } from "../../platform/i18n/languages";
import { hashCode, hashToken, newCode } from "../../platform/ids";
import { takeAll } from "../../platform/rate-limits.server";
import { err, ok, type Result } from "../../platform/result";
import { noteSecurity } from "../../platform/security-events.server";
import { getAccount, lockAccount } from "../accounts/accounts.server";
import { codeDays, queueLetter, withdrawLetter } from "../letters/letters.server";
import { sendMessage } from "../notifications/notifications.server";
import { linesOf } from "./fields";
import { findMembership } from "./members.server";
import { findRival, getOrganisation, listSharers, lockOrganisation, within } from "./records.server";

/** In the days that a code is good. */
const mostLetters = 3;
/** Letters of one account, whatever organisations it sets up: each costs paper, and goes to whom it names. */
const mostOfAccount = 6;
const maxTries = 5;

const daysAgo = ({ clock }: House, days: number) =>
  DateTime.fromJSDate(clock.now(), { zone }).minus({ days }).toJSDate();
const record = (id: string) => ({ kind: "organisation", id });
const hashOf = (house: House, organisationId: string, code: string) =>
  hashCode(house.config.secret, `organisation ${organisationId} ${code}`);

const codesOf = (house: House) => house.db.tables(organisationTables).organisationCodes;
/** The code that is good now, if there is one. */
const goodCode = (house: House, organisationId: string) => {
  const codes = codesOf(house);
  const now = house.clock.now();
  return and(eq(codes.organisationId, organisationId), isNull(codes.end), gt(codes.expiresAt, now));
};

/** How the newest letter of an organisation stands. */
export interface ProofLetter {
  registered: Premises;
  askedAt: Date;
  /** The last day on which its code is good. */
  until: Date;
  /** Whether its code can be entered, or why not. */
  state: "waiting" | "guessed" | "expired" | CodeEnd;
}

export async function findProofLetter(house: House, organisationId: string): Promise<ProofLetter | undefined> {
  const codes = codesOf(house);
  const own = eq(codes.organisationId, organisationId);
  const [row] = await house.db.q.select().from(codes).where(own).orderBy(desc(codes.createdAt)).limit(1);
  if (!row) return undefined;
  const { registered, createdAt, expiresAt, tries } = row;
  const late = expiresAt <= house.clock.now() ? "expired" : undefined;
  const state = row.end ?? late ?? (tries < maxTries ? "waiting" : "guessed");
  return { registered, askedAt: createdAt, until: expiresAt, state };
}

/** From when on another letter may be asked for; undefined where that is now. */
export async function nextLetterFrom(house: House, ids: { organisationId: string; accountId: string }) {
  const codes = codesOf(house);
  for (const [whose, most] of [
    [eq(codes.organisationId, ids.organisationId), mostLetters],
    [eq(codes.askedBy, ids.accountId), mostOfAccount],
  ] as const) {
    const recent = and(whose, gt(codes.createdAt, daysAgo(house, codeDays)));
    const asked = house.db.q.select({ at: codes.createdAt }).from(codes).where(recent);
    const oldest = (await asked.orderBy(desc(codes.createdAt)).limit(most))[most - 1];
    if (oldest) return DateTime.fromJSDate(oldest.at, { zone }).plus({ days: codeDays }).toJSDate();
  }
  return undefined;
}

/**
 * Asks for a letter with a code to an organisation's registered address. Codes of earlier letters are worthless from then on.
 * @param once what tells this form from others: sent again, it asks for no second letter
 * @returns `limit` where so many were asked for that another one has to wait; `busy` where too many come from this network,
 * or from everybody, today
 */
export async function askForLetter(
  context: Context,
  by: Provenance,
  wanted: { organisationId: string; registered: Premises; once: string },
): Promise<Result<true, "limit" | "busy">> {
  const id = hashToken(`${wanted.organisationId} ${wanted.once}`);
  if (await isAsked(context, id)) return ok(true);
  const { limits, address, log } = context;
  const taken = await takeAll([
    [limits.letterNetwork, address],
    [limits.letterAll, "all"],
  ]);
  if (!("giveBack" in taken)) {
    if (taken.at === limits.letterAll) log.error({}, "letters with a code are held back: too many in a day");
    return err("busy");
  }
  const asked = await queueCode(context, by, { ...wanted, id });
  if (!asked.ok || asked.value === "before") await taken.giveBack();
  return asked.ok ? ok(true) : asked;
}

async function isAsked(house: House, id: string): Promise<boolean> {
  const codes = codesOf(house);
  const same = await house.db.q.select({ id: codes.id }).from(codes).where(eq(codes.id, id)).limit(1);
  return same.length > 0;
}

function queueCode(
  context: Context,
  by: Provenance,
  { id, organisationId, registered }: { id: string; organisationId: string; registered: Premises },
): Promise<Result<"now" | "before", "limit">> {
  const codes = codesOf(context);
  return context.db.transaction(async () => {
    await lockAccount(context, by.actor.id);
    const { name, number } = await lockOrganisation(context, organisationId);
    if (await isAsked(context, id)) return ok("before");
    if (await nextLetterFrom(context, { organisationId, accountId: by.actor.id })) return err("limit");
    await endCode(context, organisationId, "replaced");
    const own = within(by, organisationId);
    const code = newCode();
    const now = context.clock.now();
    const expiresAt = DateTime.fromJSDate(now, { zone }).plus({ days: codeDays }).endOf("day").toJSDate();
    const letterId = await queueLetter(context, own, {
      reference: number ?? organisationId,
      message: { template: "organisation-code", values: { code, until: calendarDate(expiresAt) } },
      recipient: { name, address: linesOf(registered), locale: context.lng },
    });
    const codeHash = hashOf(context, organisationId, code);
    const asked = { registered, askedBy: by.actor.id, createdAt: now, expiresAt };
    await context.db.q.insert(codes).values({ id, organisationId, codeHash, letterId, ...asked });
    await noteSecurity(context, own, { action: "organisation.letter-asked", record: record(organisationId) });
    return ok("now");
  });
}

/**
 * Proves an organisation by the code of its newest letter, which is used up by that. A wrong one counts against the letter.
 * @param code as `readCode` gives it
 * @returns undefined where it is wrong, or there is none that is good
 */
export async function proveByCode(
  house: House,
  by: Provenance,
  { organisationId, code }: { organisationId: string; code: string },
): Promise<true | undefined> {
  const codes = codesOf(house);
  const { organisations } = house.db.tables(organisationTables);
  const own = within(by, organisationId);
  return house.db.transaction(async () => {
    await lockOrganisation(house, organisationId);
    const [tried] = await house.db.q
      .update(codes)
      .set({ tries: sql`${codes.tries} + 1` })
      .where(and(goodCode(house, organisationId), lt(codes.tries, maxTries)))
      .returning();
    if (!tried) return undefined;
    if (tried.codeHash !== hashOf(house, organisationId, code)) {
      // Its code opens nothing any more: it is not printed for nothing.
      if (tried.tries >= maxTries) await withdrawLetter(house, tried.letterId);
      await noteSecurity(house, own, { action: "organisation.code-wrong", record: record(organisationId) });
      return undefined;
    }
    await endCode(house, organisationId, "used");
    await house.db.q
      .update(organisations)
      .set({ provedAt: house.clock.now(), provedBy: by.actor.id, registered: tried.registered })
      .where(eq(organisations.id, organisationId));
    await noteSecurity(house, own, { action: "organisation.proved", record: record(organisationId) });
    return true;
  });
}

/** An organisation is called or stands otherwise now, in the caller's transaction: what was proved was another. */
export async function endProof(house: House, own: Provenance, id: string, provedAt: Date | null): Promise<void> {
  const { organisations } = house.db.tables(organisationTables);
  await endCode(house, id, "changed");
  if (!provedAt) return;
  const none = { provedAt: null, provedBy: null, registered: null };
  await house.db.q.update(organisations).set(none).where(eq(organisations.id, id));
  await noteSecurity(house, own, { action: "organisation.unproved", record: record(id) });
}

/**
 * Staff do not send a letter: its address is not the registered one. Whoever asked for it is told by a message. Nothing
 * happens where it was printed or taken back.
 * @returns whether it waited still
 */
export async function refuseProofLetter(house: House, by: Doer, letterId: string): Promise<boolean> {
  return house.db.transaction(async () => {
    const id = await withdrawLetter(house, letterId);
    if (!id) return false;
    await endCode(house, id, "refused");
    const own: Provenance = { ...by, subject: { kind: "organisation", id } };
    await noteSecurity(house, own, { action: "organisation.letter-refused", record: record(id) });
    await tellRefused(house, own, { organisationId: id, letterId });
    return true;
  });
}

/** Tells whoever asked for a letter that it was not sent, if they are an owner still. */
async function tellRefused(
  house: House,
  own: Provenance,
  { organisationId, letterId }: { organisationId: string; letterId: string },
): Promise<void> {
  const codes = codesOf(house);
  const its = and(eq(codes.organisationId, organisationId), eq(codes.letterId, letterId));
  const [code] = await house.db.q.select({ askedBy: codes.askedBy }).from(codes).where(its).limit(1);
  const membership = code && (await findMembership(house, organisationId, code.askedBy));
  if (membership?.role !== "owner") return;
  const { email: to, locale: lng, name } = await getAccount(house, code!.askedBy);
  await sendMessage(house, own, {
    to,
    lng,
    // Nobody gets in before the address is confirmed.
    trust: "proved",
    template: "organisation-letter-refused",
    values: { name },
    link: { path: pathFor(organisationId, "/organisation/proof") },
  });
}

/**
 * Whether somebody else may get, or has, a code for the same company or charity number: what staff look at before they
 * print. Beside what {@link findRival} finds, another letter may be on its way.
 */
export async function findRivalOfLetter(house: House, organisationId: string) {
  const rival = await findRival(house, organisationId);
  if (rival === "proved") return rival;
  const codes = codesOf(house);
  for (const id of await listSharers(house, await getOrganisation(house, organisationId))) {
    const found = await house.db.q.select({ id: codes.id }).from(codes).where(goodCode(house, id)).limit(1);
    if (found.length > 0) return "asking" as const;
  }
  return rival;
}

/** Makes the code that is good now worthless, in the caller's transaction, and takes its letter back if it waits still. */
async function endCode(house: House, organisationId: string, end: CodeEnd): Promise<void> {
  const codes = codesOf(house);
  const good = goodCode(house, organisationId);
  const ended = await house.db.q.update(codes).set({ end }).where(good).returning({ letterId: codes.letterId });
  for (const { letterId } of ended) await withdrawLetter(house, letterId);
}

/** Removes codes whose time is over: they count against nothing any more. */
export async function forgetOldCodes(house: House): Promise<void> {
  const { id, expiresAt } = codesOf(house);
  await removeOverdue(house.db, { from: codesOf(house), id, instant: expiresAt, before: house.clock.now() });
}
