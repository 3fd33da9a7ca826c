import type { Role } from "~db/schema/organisations";
import type { Subject } from "./actor";

/**
 * How an actor stands to the subject of a record: it is their own, they have a role in the organisation, or they have
 * shown a code that was sent to the mailbox of that one case.
 */
export type Standing = "self" | Role | "code";

const everybody: Standing[] = ["self", "owner", "administrator", "member", "read-only"];
const makers: Standing[] = ["self", "owner", "administrator", "member"];
const managers: Standing[] = ["owner", "administrator"];

/** Who may do what to which record. What is not here, nobody may. Staff have rights of their own, by route. */
export const rights = {
  "draft.see": everybody,
  "draft.change": makers,
  "case.see": [...everybody, "code"],
  "case.end": [...makers, "code"],
  "case.reuse": makers,
  "payment.see": [...everybody, "code"],
  "payment.make": [...makers, "code"],
  "organisation.see": ["owner", "administrator", "member", "read-only"],
  "organisation.change": managers,
  "organisation.audit": managers,
  /** Only an owner answers for what the organisation is. */
  "organisation.prove": ["owner"],
  "member.invite": managers,
  "member.change": managers,
  /** Only an owner makes or unmakes another owner. */
  "owner.change": ["owner"],
  "member.leave": ["owner", "administrator", "member", "read-only"],
} as const satisfies Record<string, readonly Standing[]>;
export type Right = keyof typeof rights;

/** Whether somebody of this standing may do it. */
export const allows = (standing: Standing | undefined, right: Right): boolean =>
  standing !== undefined && (rights[right] as readonly Standing[]).includes(standing);

/** What is known of the asker in a request. */
export interface Asker {
  /** Themselves, or the organisation that they act for now. */
  subject: Subject | undefined;
  /** Their role there, where they act for an organisation. */
  role: Role | undefined;
}

/** How the asker stands to a subject: strangers do not. */
export function standingTo({ subject, role }: Asker, other: Subject): Standing | undefined {
  if (subject?.kind !== other.kind || subject.id !== other.id) return undefined;
  return subject.kind === "organisation" ? role : "self";
}
