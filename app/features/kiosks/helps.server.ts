import { and, asc, eq, gt, isNotNull, isNull } from "drizzle-orm";
import { kioskTables } from "~db/schema/kiosks";
import type { Provenance } from "../../platform/actor";
import { audit } from "../../platform/audit.server";
import { type Context, type KioskVisit, refuse } from "../../platform/context.server";
import { isDuplicate } from "../../platform/db/database.server";
import type { House } from "../../platform/house.server";
import { isolate } from "../../platform/i18n/isolate";
import { newId } from "../../platform/ids";
import { endCall } from "./calls.server";
import { requireShift } from "./floor.server";
import { isOver, type OpenVisit } from "./visits.server";

type Row = typeof kioskTables.postgres.helps.$inferSelect;

/** A floorwalker's help in a visit. */
export interface HelpView {
  id: string;
  visit: OpenVisit & { startedAt: Date };
  kiosk: string;
  site: string;
  helperId: string;
  state: Row["state"];
  consentAt: Date | undefined;
  endedBy: Row["endedBy"];
  kind: string | undefined;
}

/** A help that goes on, by the PC it goes on at. */
export type OpenHelp = Pick<HelpView, "id" | "kiosk">;

const closedState = (consentAt: Date | null | undefined) => (consentAt ? "ended" : "declined");

const toHelpView = (row: Row, visit: HelpView["visit"], isForgotten: boolean): HelpView => ({
  id: row.id,
  visit,
  kiosk: row.kiosk,
  site: row.site,
  helperId: row.helperId,
  // A visit that nobody touches any more is over, whether or not somebody has tidied up.
  state: isForgotten && row.openKey ? closedState(row.consentAt) : row.state,
  consentAt: row.consentAt ?? undefined,
  endedBy: row.endedBy,
  kind: row.kind ?? undefined,
});

async function findBy(house: House, which: { id: string } | { openKey: string }): Promise<HelpView | undefined> {
  const { helps, visits } = house.db.tables(kioskTables);
  const { id, guestId, startedAt, touchedAt, waitsSince } = visits;
  const [row] = await house.db.q
    .select({ help: helps, visit: { id, guestId, startedAt }, presence: { touchedAt, waitsSince } })
    .from(helps)
    .innerJoin(visits, eq(visits.id, helps.visitId))
    .where("id" in which ? eq(helps.id, which.id) : eq(helps.openKey, which.openKey))
    .limit(1);
  return row && toHelpView(row.help, row.visit, isOver(house, row.presence));
}

/** The help that goes on in a visit, or waits for its customer's answer. */
export const findHelpOfVisit = (house: House, visitId: string): Promise<HelpView | undefined> =>
  findBy(house, { openKey: visitId });

/**
 * A help of the floorwalker who asks, at the site where they work now.
 * @throws a 404 for anybody else's; the page that asks for the PIN where they have not given this site's
 */
export async function getOwnHelp(context: Context, id: string): Promise<HelpView> {
  const help = await findBy(context, { id });
  if (!help || help.helperId !== context.actor.id) throw refuse(404);
  await requireShift(context, help.site);
  return help;
}

/**
 * Asks the customer of a visit whether this floorwalker may help. Nothing is seen until they say yes.
 * @param code what the customer's screen shows
 * @returns the help's id; undefined where no visit at this site has this code, or somebody else helps there already
 */
export async function askToHelp(
  context: Context,
  { site, code, helper }: { site: string; code: string; helper: { id: string; name: string } },
): Promise<string | undefined> {
  const { helps, visits, kiosks } = context.db.tables(kioskTables);
  const [found] = await context.db.q
    .select({ visitId: visits.id, guestId: visits.guestId, kiosk: kiosks.name })
    .from(visits)
    .innerJoin(kiosks, eq(kiosks.id, visits.openKey))
    .where(and(eq(visits.code, code.replace(/\D/g, "")), eq(kiosks.site, site)))
    .limit(1);
  if (!found) return undefined;
  const { visitId, kiosk } = found;
  const id = newId();
  const named = { helperId: helper.id, helperName: helper.name };
  try {
    await context.db.transaction(async () => {
      const row = { id, visitId, openKey: visitId, kiosk, site, ...named, state: "asked" } as const;
      await context.db.q.insert(helps).values({ ...row, createdAt: context.clock.now() });
      await endCall(context, visitId);
      await audit(context, byHelper(helper.id, found.guestId), { action: "help.asked", record: { kind: "help", id } });
    });
    return id;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    // Somebody helps there: whoever it is themselves goes on with it.
    const open = await findHelpOfVisit(context, visitId);
    return open?.helperId === helper.id ? open.id : undefined;
  }
}

/** The helps of a floorwalker that go on at a site, or wait for their customer's answer: what they come back to. */
export async function listOpenHelps(house: House, helperId: string, site: string): Promise<OpenHelp[]> {
  const { helps, visits } = house.db.tables(kioskTables);
  const { touchedAt, waitsSince } = visits;
  const rows = await house.db.q
    .select({ id: helps.id, kiosk: helps.kiosk, at: helps.createdAt, presence: { touchedAt, waitsSince } })
    .from(helps)
    .innerJoin(visits, eq(visits.id, helps.visitId))
    .where(and(gt(helps.openKey, ""), eq(helps.helperId, helperId), eq(helps.site, site)));
  return rows
    .filter(({ presence }) => !isOver(house, presence))
    .sort((one, other) => one.at.getTime() - other.at.getTime())
    .map(({ id, kiosk }) => ({ id, kiosk }));
}

/** What a helper does concerns the visit's guest, and stands in that chain. */
const byHelper = (helperId: string, guestId: string): Provenance => ({
  subject: { kind: "guest", id: guestId },
  actor: { kind: "floorwalker", id: helperId },
  channel: "assisted",
  helperId,
});

/** The customer answers on their own screen whether somebody may help. */
export async function answerHelp(context: Context, visit: KioskVisit, isYes: boolean): Promise<void> {
  const { helps } = context.db.tables(kioskTables);
  if (!visit.help) return;
  const { id } = visit.help;
  const now = context.clock.now();
  const set = isYes
    ? ({ state: "open", consentAt: now, consentLocale: context.lng } as const)
    : ({ state: "declined", openKey: null, endedAt: now, endedBy: "customer" } as const);
  const asked = and(eq(helps.id, id), eq(helps.state, "asked"));
  await context.db.transaction(async () => {
    const rows = await context.db.q.update(helps).set(set).where(asked).returning({ id: helps.id });
    if (rows.length === 0) return;
    const self = { kind: "guest", id: visit.guestId } as const;
    const action = isYes ? "help.allowed" : "help.declined";
    await audit(context, { subject: self, actor: self, channel: "kiosk" }, { action, record: { kind: "help", id } });
  });
}

/** Ends somebody's help at once. */
export async function endHelp(
  house: House,
  { id, consentAt, visit, helperId }: HelpView,
  endedBy: NonNullable<Row["endedBy"]>,
): Promise<void> {
  const { helps } = house.db.tables(kioskTables);
  const going = and(eq(helps.id, id), isNotNull(helps.openKey));
  const set = { state: closedState(consentAt), openKey: null, endedAt: house.clock.now(), endedBy } as const;
  await house.db.transaction(async () => {
    const rows = await house.db.q.update(helps).set(set).where(going).returning({ id: helps.id });
    if (rows.length === 0) return;
    await audit(house, byHelper(helperId, visit.guestId), {
      action: "help.ended",
      record: { kind: "help", id },
      detail: { by: endedBy },
    });
  });
}

/** Writes down that a draft was begun, changed or sent while a helper was there, whosever it is and wherever it goes. */
export async function noteHelp(context: Context, draftId: string): Promise<void> {
  const help = context.kiosk?.visit?.help;
  if (help?.state !== "open") return;
  const { helpDrafts } = context.db.tables(kioskTables);
  await context.db.transaction(() =>
    context.db.q.insert(helpDrafts).values({ helpId: help.id, draftId }).onConflictDoNothing(),
  );
}

/** One draft goes on in another, in the caller's transaction: with whose help goes with it. */
export async function moveHelp(house: House, from: string, to: string): Promise<void> {
  const { helpDrafts } = house.db.tables(kioskTables);
  const helped = await house.db.q.delete(helpDrafts).where(eq(helpDrafts.draftId, from)).returning();
  for (const { helpId } of helped)
    await house.db.q.insert(helpDrafts).values({ helpId, draftId: to }).onConflictDoNothing();
}

/** Writes down that a helper looked at a draft. */
export const auditSeen = (house: House, { helperId, visit }: HelpView, draftId: string): Promise<void> =>
  audit(house, byHelper(helperId, visit.guestId), { action: "draft.seen", record: { kind: "draft", id: draftId } });

/** The floorwalker says what kind of help it was, once it is over. What they said first stays. */
export async function recordHelp(
  house: House,
  { id, helperId, visit }: HelpView,
  { kind, aloneNextTime }: { kind: string; aloneNextTime: boolean },
): Promise<void> {
  const { helps } = house.db.tables(kioskTables);
  await house.db.transaction(async () => {
    const unsaid = and(eq(helps.id, id), isNull(helps.kind));
    const rows = await house.db.q.update(helps).set({ kind, aloneNextTime }).where(unsaid).returning({ id: helps.id });
    if (rows.length === 0) return;
    await audit(house, byHelper(helperId, visit.guestId), {
      action: "help.recorded",
      record: { kind: "help", id },
      detail: { kind, aloneNextTime },
    });
  });
}

/** With whose help a draft was filled in, a sentence for each: for its case's own page. */
export async function wordHelp(context: Context, draftId: string): Promise<string[]> {
  const { helps, helpDrafts } = context.db.tables(kioskTables);
  const rows = await context.db.q
    .select({ help: helps })
    .from(helpDrafts)
    .innerJoin(helps, eq(helps.id, helpDrafts.helpId))
    .where(and(eq(helpDrafts.draftId, draftId), isNotNull(helps.endedAt)))
    .orderBy(asc(helps.createdAt));
  const { text } = context;
  return rows.map(({ help }) => {
    const { helperName, kiosk, site, kind, aloneNextTime, consentAt, endedAt } = help;
    const minutes = Math.max(1, Math.round((endedAt!.getTime() - consentAt!.getTime()) / 60_000));
    const isolated = { helper: isolate(helperName), kiosk: isolate(`${kiosk}, ${site}`) };
    const told = text.t("kiosk:record.line", { ...isolated, day: text.day(endedAt!), count: minutes });
    const more = kind && [
      text.t(`kiosk:record.kinds.${kind}`),
      text.t(aloneNextTime ? "kiosk:record.alone" : "kiosk:record.not-alone"),
    ];
    return [told, ...(more || [])].join(" ");
  });
}
