import type { ActorKind, Channel, SubjectKind } from "~db/schema/provenance";

export type { ActorKind, Channel, SubjectKind } from "~db/schema/provenance";

/** What an account may be beside a resident's: staff work on cases, floorwalkers help at kiosks. */
export type AccountRole = "resident" | "staff" | "floorwalker";

/** Where each of them begins. */
export const homePath: Record<AccountRole, string> = { resident: "/account", staff: "/staff", floorwalker: "/floor" };

/** Who acts: somebody without an account on one browser, or somebody signed in. */
export type Actor =
  | { kind: "guest" /** Empty until something has to be remembered. */; id: string | undefined }
  | { kind: "account"; id: string; name: string; email: string; role: AccountRole };

/** Whom a record is about, as the records store it. */
export interface Subject {
  kind: SubjectKind;
  id: string;
}

/** Who does something, which way, and who helps. */
export interface Doer {
  actor: { kind: ActorKind; id: string };
  channel: Channel;
  /** The account of the floorwalker who stands by. */
  helperId?: string;
}

/** Where a record came from: by whom, for whom, which way and with whose help. Whoever makes a record must say. */
export interface Provenance extends Doer {
  subject: Subject;
}

/** The portal itself: a schedule, or a payment that came in. It goes on in the way in which the record came. */
export const bySystem = (from: Provenance): Provenance => ({ ...from, actor: { kind: "system", id: "" } });

/** What the portal does for an account by itself, such as a message about its password. */
export const bySystemFor = (accountId: string): Provenance => ({
  subject: { kind: "account", id: accountId },
  actor: { kind: "system", id: "" },
  channel: "online",
});

/** Provenance as records store it. */
export const provenanceColumns = ({ subject, actor, channel, helperId }: Provenance) => ({
  subjectKind: subject.kind,
  subjectId: subject.id,
  actorKind: actor.kind,
  actorId: actor.id,
  channel,
  helperId: helperId ?? null,
});

/** Provenance as a record has it. */
export const provenanceOf = (row: ReturnType<typeof provenanceColumns>): Provenance => ({
  subject: { kind: row.subjectKind, id: row.subjectId },
  actor: { kind: row.actorKind, id: row.actorId },
  channel: row.channel,
  helperId: row.helperId ?? undefined,
});

export const isSame = (one: Subject | undefined, other: Subject): boolean =>
  one?.kind === other.kind && one.id === other.id;
