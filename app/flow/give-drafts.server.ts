import { and, eq, ne } from "drizzle-orm";
import { flowTables } from "~db/schema/flow";
import { isSame, provenanceOf, type Subject } from "../platform/actor";
import type { House } from "../platform/house.server";
import { type Draft, openKey, type Row, toDraft } from "./draft";
import { lockDraft } from "./drafts.server";
import { parts } from "./parts/parts.server";

/**
 * Gives a guest's drafts to the account that they signed in to, in the caller's transaction. Where the account has an
 * open draft of the same service, the newer one stays open and takes what only the older one answers.
 */
export async function adoptDrafts(house: House, guestId: string, accountId: string): Promise<void> {
  const { drafts } = house.db.tables(flowTables);
  const guest: Subject = { kind: "guest", id: guestId };
  const account: Subject = { kind: "account", id: accountId };
  const theirs = await house.db.q
    .select()
    .from(drafts)
    .where(and(eq(drafts.subjectKind, "guest"), eq(drafts.subjectId, guestId)));
  for (const row of theirs) await passOn(house, row, guest, account);
}

/**
 * Gives one open draft to somebody else, in the caller's transaction. What they have of the same service goes into it.
 * @returns whether it was there to give
 */
export async function giveDraft(house: House, id: string, from: Subject, to: Subject): Promise<boolean> {
  const [row] = await house.db.run(lockDraft, { id });
  if (row?.state !== "open" || !isSame(from, provenanceOf(row).subject)) return false;
  await passOn(house, row, from, to);
  return true;
}

async function passOn(house: House, row: Row, from: Subject, to: Subject): Promise<void> {
  const { drafts } = house.db.tables(flowTables);
  if (row.state === "open") await mergeInto(house, openKey(to, row.serviceId), toDraft(row));
  const key = row.state === "open" ? openKey(to, row.serviceId) : null;
  await house.db.q
    .update(drafts)
    .set({ subjectKind: to.kind, subjectId: to.id, openKey: key })
    .where(and(eq(drafts.id, row.id), eq(drafts.subjectId, from.id)));
}

async function mergeInto(house: House, key: string, guests: Draft): Promise<void> {
  const { drafts, uploads } = house.db.tables(flowTables);
  const [own] = await house.db.q
    .select()
    .from(drafts)
    .where(and(eq(drafts.openKey, key), ne(drafts.id, guests.id)))
    .limit(1);
  if (!own) return;
  const [older, newer] = own.updatedAt > guests.updatedAt ? [guests, toDraft(own)] : [toDraft(own), guests];
  const answers = { ...older.answers, ...newer.answers };
  const typed = { ...older.typed, ...newer.typed };
  await house.db.q.update(uploads).set({ draftId: guests.id }).where(eq(uploads.draftId, own.id));
  for (const part of parts) await part.merge?.(house, own.id, guests.id);
  await house.db.q.delete(drafts).where(eq(drafts.id, own.id));
  await house.db.q.update(drafts).set({ answers, typed }).where(eq(drafts.id, guests.id));
}
