import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { type Anchor, type AuditReport, verifyAudit } from "./audit-verify.server";
import type { Database } from "./db/database.server";

/** What is written down and not yet committed may be this old. */
const settledMs = 60_000;

/**
 * Verifies the log, compares it with each anchor that a file holds, and adds an anchor of now where all is well. The
 * file is to be kept where nobody writes who may write to the database.
 * @returns the anchors that the log no longer agrees with
 */
export async function anchorAudit(
  db: Database,
  auditKey: string,
  file: string,
  now: Date,
): Promise<AuditReport & { broken: Anchor[] }> {
  const kept = readAnchors(file);
  const until = new Date(now.getTime() - settledMs).toISOString();
  const report = await verifyAudit(db, auditKey, [...kept.map((anchor) => anchor.until), until]);
  const broken = kept.filter((anchor, at) => anchor.head !== report.anchors[at]!.head);
  const isWell = broken.length === 0 && report.faults.length === 0 && report.seal !== "changed";
  if (isWell) appendFileSync(file, `${JSON.stringify(report.anchors.at(-1))}\n`);
  return { ...report, broken };
}

/** One in each line. */
function readAnchors(file: string): Anchor[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter(Boolean).map((line) => JSON.parse(line) as Anchor);
}
