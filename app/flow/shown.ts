import { createHash } from "node:crypto";
import type { Service } from "../services/service";
import { feeOf, type Way } from "./engine";

/**
 * What a check page sends back, to tell whether what it showed still holds: the version of the service, the fee in
 * pence, and the answers.
 */
export function shownOf(service: Service, { answers }: Way): string {
  const digest = createHash("sha256").update(JSON.stringify(answers)).digest("base64url");
  return [service.version, feeOf(service, answers) ?? 0, digest].join(".");
}

export interface Differences {
  service: boolean;
  /** What was to be paid, in pence. */
  feeBefore: number | undefined;
  answers: boolean;
}

/** What is other than a check page showed; undefined where all of it holds. */
export function differencesOf(seen: string, now: string): Differences | undefined {
  if (seen === now) return undefined;
  const [version, fee, answers] = seen.split(".");
  const [versionNow, feeNow, answersNow] = now.split(".");
  return {
    service: version !== versionNow,
    feeBefore: fee !== feeNow && /^\d{1,9}$/.test(fee ?? "") ? Number(fee) : undefined,
    answers: answers !== answersNow,
  };
}
