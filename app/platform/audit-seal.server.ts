import { createHash, createHmac } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { auditTables } from "~db/schema/audit";
import { platformTables } from "~db/schema/platform";
import { isKeyed } from "./audit-chain";
import { type Config, ConfigError } from "./config.server";
import type { Database } from "./db/database.server";

/** The last entry of a chain that was made without a key. */
interface OldEnd {
  subjectKind: string;
  subjectId: string;
  number: number;
  hash: string;
}

const key = "audit-seal";

/** Takes the ends of all chains from before the key, in their order, and gives what a seal says of them. */
export function makeSeal(auditKey: string) {
  const ends = createHash("sha256");
  return {
    add: ({ subjectKind, subjectId, number, hash }: OldEnd) =>
      void ends.update(JSON.stringify([subjectKind, subjectId, number, hash])),
    end: () => sign(auditKey, ends.digest("hex")),
  };
}

const sign = (auditKey: string, ends: string): string =>
  `${ends} ${createHmac("sha256", auditKey).update(`seal ${ends}`).digest("hex")}`;

export async function findSeal(db: Database): Promise<string | undefined> {
  const { meta } = db.tables(platformTables);
  const [row] = await db.q.select().from(meta).where(eq(meta.key, key));
  return row?.value;
}

/**
 * Seals what the log holds from before it was keyed, once, at the first start with a key: from then on nobody without
 * the key can add to it or change it.
 * @throws ConfigError where the log was begun with another key
 */
export async function sealAudit(config: Config, db: Database): Promise<void> {
  const seal = await findSeal(db);
  const isOther = seal !== undefined && seal !== sign(config.auditKey, seal.split(" ", 1)[0]!);
  if (isOther && config.production)
    throw new ConfigError([
      "AUDIT_KEY is not the one that the audit log of this database was begun with: set it to that one again.",
    ]);
  if (seal !== undefined) return;
  const { meta } = db.tables(platformTables);
  const { auditHeads: heads } = db.tables(auditTables);
  await db.transaction(async () => {
    const all = await db.q.select().from(heads).orderBy(asc(heads.subjectKind), asc(heads.subjectId));
    // A seal that somebody took off is not made again: `npm run audit:verify` tells that it is gone.
    if (all.some(({ hash }) => isKeyed(hash))) return;
    const made = makeSeal(config.auditKey);
    for (const head of all) made.add(head);
    await db.q.insert(meta).values({ key, value: made.end() }).onConflictDoNothing();
  });
}
