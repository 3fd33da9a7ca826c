import { createHash, createHmac } from "node:crypto";
import type { auditTables } from "~db/schema/audit";

/** An entry as it is read. */
export type AuditEntry = Omit<typeof auditTables.postgres.auditEntries.$inferSelect, "id" | "hash">;

/** What stands before the hash of an entry: how it was made. The first entries were made without a key, and have none. */
const keyed = "k1:";

export const isKeyed = (hash: string): boolean => hash.startsWith(keyed);

/**
 * The hash of an entry and, through the one before it, of all that came before.
 * @param key without it nobody can make one, who may write to the database; undefined for an entry from before keys
 */
export function link(key: string | undefined, before: string, entry: AuditEntry): string {
  const { subjectKind, subjectId, number, at, actorKind, actorId, channel, helperId } = entry;
  // The database may give the details back in another order.
  const detail = Object.entries(entry.detail).sort(([one], [other]) => (one < other ? -1 : 1));
  const who = [subjectKind, subjectId, number, at.toISOString(), actorKind, actorId, channel, helperId];
  const what = [entry.action, entry.recordKind, entry.recordId, detail];
  const text = JSON.stringify([before, who, what]);
  if (key === undefined) return createHash("sha256").update(text).digest("hex");
  return keyed + createHmac("sha256", key).update(text).digest("hex");
}
