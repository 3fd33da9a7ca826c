import { eq, sql } from "drizzle-orm";
import { flowTables } from "~db/schema/flow";
import type { House } from "../../platform/house.server";
import { uploadsRefused, uploadsStored } from "../../platform/metrics.server";
import { takeAll } from "../../platform/rate-limits.server";
import { err, ok, type Result } from "../../platform/result";

/** Who brings a file, as quotas count it. */
export interface Sender {
  /** One person: an account, or a guest's browser. */
  who: string;
  network: string;
}

/** What has no room left: this draft, what this sender may bring in a day, or the store. */
export type QuotaFault = "draft-full" | "sender-full" | "store-full";

/**
 * Finds out, before anything is written, whether there is room for so many bytes, and counts them for who brings them. A
 * file that is removed again has been brought all the same.
 */
export async function takeRoom(
  house: House,
  draftId: string,
  bytes: number,
  { who, network }: Sender,
): Promise<Result<true, QuotaFault>> {
  const fault = await findFull(house, draftId, bytes, await readTotal(house));
  if (fault) return refuse(fault);
  const { uploadSession, uploadNetwork } = house.limits;
  const kilobytes = Math.ceil(bytes / 1000);
  const day = await takeAll(
    [
      [uploadSession, who],
      [uploadNetwork, network],
    ],
    kilobytes,
  );
  return day.wait > 0 ? refuse("sender-full") : ok(true);
}

const noteRefused = (fault: QuotaFault) => uploadsRefused.inc({ quota: fault.replace("-full", "") });

function refuse(fault: QuotaFault) {
  noteRefused(fault);
  return err(fault);
}

const megabyte = 1_000_000;

async function findFull(
  { db, config }: House,
  draftId: string,
  more: number,
  total: number,
): Promise<QuotaFault | undefined> {
  if (total + more > config.uploads.total * megabyte) return "store-full";
  const { uploads } = db.tables(flowTables);
  const sum = sql<number>`coalesce(sum(${uploads.bytes}), 0)`.mapWith(Number);
  const [row] = await db.q.select({ sum }).from(uploads).where(eq(uploads.draftId, draftId));
  return row!.sum + more > config.uploads.draft * megabyte ? "draft-full" : undefined;
}

async function readTotal({ db }: House): Promise<number> {
  const { storageUsed } = db.tables(flowTables);
  const [row] = await db.q.select().from(storageUsed).where(eq(storageUsed.kind, "uploads"));
  return row?.bytes ?? 0;
}

/** Counts a file that is about to get its row, within the same transaction; where it says what is full, it has not. */
export async function countIn(house: House, draftId: string, bytes: number): Promise<QuotaFault | undefined> {
  const total = await change(house, bytes);
  const fault = await findFull(house, draftId, bytes, total - bytes);
  if (!fault) return undefined;
  await change(house, -bytes);
  noteRefused(fault);
  return fault;
}

/** Counts files out whose rows were removed, within the same transaction. */
export const countOut = (house: House, bytes: number): Promise<number> => change(house, -bytes);

async function change({ db }: House, by: number): Promise<number> {
  const { storageUsed } = db.tables(flowTables);
  const [row] = await db.q
    .insert(storageUsed)
    .values({ kind: "uploads", bytes: by })
    .onConflictDoUpdate({ target: storageUsed.kind, set: { bytes: sql`${storageUsed.bytes} + ${by}` } })
    .returning();
  uploadsStored.set(row!.bytes);
  return row!.bytes;
}

/** Shows what is kept where it is watched, whichever node kept it. */
export async function measureUploads(house: House): Promise<void> {
  uploadsStored.set(await readTotal(house));
}
