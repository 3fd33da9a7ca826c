import type { Doer, Provenance, Subject } from "../platform/actor";

/** A record that somebody made for themselves, online. */
export const by = (subject: Subject): Provenance => ({
  subject,
  actor: { kind: subject.kind === "guest" ? "guest" : "account", id: subject.id },
  channel: "online",
});

/** A guest whom nothing more is known of. */
export const aGuest: Provenance = by({ kind: "guest", id: "a-guest" });

/** What a member of staff does. */
export const byStaff: Doer = { actor: { kind: "staff", id: "staff" }, channel: "online" };
