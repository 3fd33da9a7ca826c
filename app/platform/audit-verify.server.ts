import { createHash } from "node:crypto";
import { and, asc, eq, gt, or } from "drizzle-orm";
import { auditTables } from "~db/schema/audit";
import { isKeyed, link } from "./audit-chain";
import { findSeal, makeSeal } from "./audit-seal.server";
import type { Database } from "./db/database.server";

type Row = typeof auditTables.postgres.auditEntries.$inferSelect;

/** Something wrong with the log: which chain, which entry, and what became of it. */
export interface AuditFault {
  subject: string;
  number: number;
  what: "changed" | "missing" | "cut off" | "added" | "without the key";
  action?: string;
}

const pageRows = 1000;

/** All entries until an instant, as one hash: kept elsewhere, it tells later whether they are still the same. */
export interface Anchor {
  until: string;
  entries: number;
  head: string;
}

/** What became of the log. */
export interface AuditReport {
  entries: number;
  /** How many of them are from before the log was keyed. */
  unkeyed: number;
  faults: AuditFault[];
  /** Whether the entries from before the key are those that were there when it came. */
  seal: "whole" | "changed" | "not made yet";
  anchors: Anchor[];
}

/**
 * Goes through every chain and names each entry that was changed, removed, put in another's place, made without the
 * key, or added without its head. The portal may go on meanwhile.
 * @param untils the instants for which anchors are wanted
 */
export async function verifyAudit(db: Database, auditKey: string, untils: string[] = []): Promise<AuditReport> {
  // The portal may be writing: what its heads said at first must be there, and nothing beyond what they say at last.
  const atFirst = await readHeads(db);
  const faults: AuditFault[] = [];
  const ends = new Map<string, Head>();
  const anchors = untils.map((until) => makeAnchor(until));
  const seal = makeSeal(auditKey);
  let [entries, unkeyed] = [0, 0];
  let old: Row | undefined;
  for await (const entry of everyEntry(db)) {
    entries++;
    for (const anchor of anchors) anchor.add(entry);
    const subject = `${entry.subjectKind} ${entry.subjectId}`;
    const before = ends.get(subject) ?? none;
    for (let number = before.number + 1; number < entry.number; number++)
      faults.push({ subject, number, what: "missing" });
    const key = isKeyed(entry.hash) ? auditKey : undefined;
    // The last one of each chain goes into the seal.
    if (old && (key || old.subjectId !== entry.subjectId || old.subjectKind !== entry.subjectKind)) seal.add(old);
    old = key ? undefined : entry;
    if (!key) unkeyed++;
    // After a gap the hash before is gone: the entry itself is judged by those that are left.
    const isNext = entry.number === before.number + 1;
    const isSame = link(key, before.hash, entry) === entry.hash;
    const what = isNext && !isSame ? "changed" : !key && isKeyed(before.hash) ? "without the key" : undefined;
    if (what) faults.push({ subject, number: entry.number, what, action: entry.action });
    ends.set(subject, { number: entry.number, hash: entry.hash });
  }
  if (old) seal.add(old);
  faults.push(...compareHeads(ends, atFirst, await readHeads(db)));
  return {
    entries,
    unkeyed,
    faults,
    seal: judgeSeal(await findSeal(db), seal.end(), { entries, unkeyed }),
    anchors: anchors.map((anchor) => anchor.end()),
  };
}

/** Without one nothing can have been sealed, unless somebody took it off. */
function judgeSeal(
  found: string | undefined,
  made: string,
  { entries, unkeyed }: { entries: number; unkeyed: number },
) {
  if (found !== undefined) return found === made ? "whole" : "changed";
  if (unkeyed === 0) return "whole";
  return unkeyed === entries ? "not made yet" : "changed";
}

function makeAnchor(until: string) {
  const hash = createHash("sha256");
  const last = new Date(until);
  let entries = 0;
  return {
    add: (entry: Row) => {
      if (entry.at > last) return;
      entries++;
      hash.update(JSON.stringify([entry.subjectKind, entry.subjectId, entry.number, entry.hash]));
    },
    end: (): Anchor => ({ until, entries, head: hash.digest("hex") }),
  };
}

/** Whether each chain ends where its head says: at first, or at last where it has grown meanwhile. */
function compareHeads(ends: Map<string, Head>, atFirst: Map<string, Head>, atLast: Map<string, Head>): AuditFault[] {
  const faults: AuditFault[] = [];
  for (const subject of new Set([...atFirst.keys(), ...ends.keys()])) {
    const end = ends.get(subject) ?? none;
    const [first, last] = [atFirst.get(subject) ?? none, atLast.get(subject)];
    if (!last) faults.push({ subject, number: end.number, what: "cut off" });
    for (let number = end.number + 1; number <= first.number; number++)
      faults.push({ subject, number, what: "cut off" });
    for (let number = (last ?? end).number + 1; number <= end.number; number++)
      faults.push({ subject, number, what: "added" });
    if ([first, last].some((head) => head?.number === end.number && head.hash !== end.hash))
      faults.push({ subject, number: end.number, what: "changed" });
  }
  return faults;
}

/** The number and the hash of a chain's newest entry. */
interface Head {
  number: number;
  hash: string;
}
const none: Head = { number: 0, hash: "" };

async function readHeads(db: Database): Promise<Map<string, Head>> {
  const heads = await db.q.select().from(db.tables(auditTables).auditHeads);
  return new Map(heads.map((head) => [`${head.subjectKind} ${head.subjectId}`, head]));
}

async function* everyEntry(db: Database): AsyncGenerator<Row> {
  const { auditEntries: entries } = db.tables(auditTables);
  const { subjectKind, subjectId, number } = entries;
  let last: Row | undefined;
  for (;;) {
    const after = last
      ? or(
          gt(subjectKind, last.subjectKind),
          and(eq(subjectKind, last.subjectKind), gt(subjectId, last.subjectId)),
          and(eq(subjectKind, last.subjectKind), eq(subjectId, last.subjectId), gt(number, last.number)),
        )
      : undefined;
    const page = await db.q
      .select()
      .from(entries)
      .where(after)
      .orderBy(asc(subjectKind), asc(subjectId), asc(number))
      .limit(pageRows);
    yield* page;
    if (page.length < pageRows) return;
    last = page.at(-1);
  }
}
