import { randomInt } from "node:crypto";
import { and, desc, eq, gt, isNull, lt, sql } from "drizzle-orm";
import { caseTables } from "~db/schema/cases";
import { bySystem } from "../../platform/actor";
import type { Context } from "../../platform/context.server";
import type { House } from "../../platform/house.server";
import { hashCode, hashToken, newId } from "../../platform/ids";
import { plainEmail } from "../../platform/typed";
import { linkToken, sendMessage } from "../notifications/notifications.server";
import { opensByCode } from "./access.server";
import { type CaseView, findCase } from "./records.server";

const minute = 60_000;
/** How long a code may be used, and how long a browser that used it may see the case. */
const codeMs = 30 * minute;
const grantMs = 60 * minute;
const maxGuesses = 5;

/**
 * Sends a code for a case to its own mailbox, where that is the address given. The caller says the same in either case:
 * a stranger with a reference learns nothing. The code is good in the browser that asked, so that nobody else
 * can use up its tries; the link is good in any.
 */
export async function sendTrackingCode(house: Context, reference: string, email: string): Promise<void> {
  const askedBy = await guestOf(house);
  const view = await findCase(house, { reference });
  const { contact } = view ?? {};
  if (!view || !opensByCode(view) || !contact?.email || contact.email !== plainEmail(email)) return;
  if (!(await house.limits.mail.take(`track ${contact.email}`))) return;
  const to = contact.email;
  const seed = newId();
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  const expiresAt = new Date(house.clock.now().getTime() + codeMs);
  const { caseCodes } = house.db.tables(caseTables);
  await house.db.transaction(async () => {
    const row = { caseId: view.id, codeHash: hashOf(house, view.id, code), expiresAt, askedBy };
    await house.db.q.insert(caseCodes).values({ id: hashToken(linkToken(house, seed)), ...row });
    await sendMessage(house, bySystem(view.by), {
      to,
      lng: view.locale,
      template: "tracking-code",
      values: { reference, serviceId: view.serviceId, code, until: expiresAt.toISOString() },
      link: { path: "/track/open", secret: seed },
    });
  });
}

const hashOf = ({ config }: House, caseId: string, code: string) => hashCode(config.secret, `${caseId} ${code}`);

/**
 * Uses up the code that somebody typed, and lets this browser see the case for an hour.
 * @returns the case; undefined where the code is wrong, old or used, or was guessed at five times
 */
export async function openByCode(context: Context, reference: string, code: string): Promise<CaseView | undefined> {
  const view = await findCase(context, { reference });
  const guestId = context.session?.guestId;
  if (!guestId || !view || !opensByCode(view)) return undefined;
  const { caseCodes } = context.db.tables(caseTables);
  const open = and(
    eq(caseCodes.caseId, view.id),
    eq(caseCodes.askedBy, guestId),
    isNull(caseCodes.usedAt),
    gt(caseCodes.expiresAt, context.clock.now()),
    lt(caseCodes.tries, maxGuesses),
  );
  const used = await context.db.transaction(async () => {
    const [newest] = await context.db.q
      .select({ id: caseCodes.id })
      .from(caseCodes)
      .where(open)
      .orderBy(desc(caseCodes.expiresAt))
      .limit(1);
    if (!newest) return false;
    // Each try is counted before it is compared: of many at once none is free.
    const [tried] = await context.db.q
      .update(caseCodes)
      .set({ tries: sql`${caseCodes.tries} + 1` })
      .where(and(eq(caseCodes.id, newest.id), open))
      .returning({ id: caseCodes.id, codeHash: caseCodes.codeHash });
    if (tried?.codeHash !== hashOf(context, view.id, code.replace(/\D/g, ""))) return false;
    await context.db.q.update(caseCodes).set({ usedAt: context.clock.now() }).where(eq(caseCodes.id, tried.id));
    return true;
  });
  return used ? grant(context, view) : undefined;
}

/** Uses up the link of a message; only a POST does this, so that a mail scanner's look uses nothing up. */
export async function openByLink(context: Context, token: string): Promise<CaseView | undefined> {
  const { caseCodes } = context.db.tables(caseTables);
  const now = context.clock.now();
  const [row] = await context.db.transaction(() =>
    context.db.q
      .update(caseCodes)
      .set({ usedAt: now })
      .where(and(eq(caseCodes.id, hashToken(token)), isNull(caseCodes.usedAt), gt(caseCodes.expiresAt, now)))
      .returning({ caseId: caseCodes.caseId }),
  );
  const view = row && (await findCase(context, { id: row.caseId }));
  return view && opensByCode(view) ? grant(context, view) : undefined;
}

/** The browser that asks. */
async function guestOf(context: Context): Promise<string> {
  if (!context.session) await context.ensureSubject();
  return context.session!.guestId;
}

async function grant(context: Context, view: CaseView): Promise<CaseView> {
  const { caseGrants } = context.db.tables(caseTables);
  const guestId = await guestOf(context);
  const expiresAt = new Date(context.clock.now().getTime() + grantMs);
  await context.db.transaction(() =>
    context.db.q
      .insert(caseGrants)
      .values({ guestId, caseId: view.id, expiresAt })
      .onConflictDoUpdate({ target: [caseGrants.guestId, caseGrants.caseId], set: { expiresAt } }),
  );
  return view;
}
