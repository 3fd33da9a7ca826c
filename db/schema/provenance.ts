import type { Kit } from "./kit";

/** Whom a record is about: a guest's browser, an account, an organisation, or somebody whom staff act for. */
export type SubjectKind = "guest" | "account" | "organisation" | "client";
/** Who did something. `system` is the portal itself: a schedule, a payment that came in. */
export type ActorKind = "guest" | "account" | "staff" | "floorwalker" | "api" | "system";
/** Which way it came. */
export type Channel = "online" | "kiosk" | "assisted" | "phone" | "api";

/** For whom, by whom, which way and with whose help: columns of every record that somebody makes. */
export const provenance = (k: Kit) => ({
  subjectKind: k.text("subject_kind").$type<SubjectKind>().notNull(),
  subjectId: k.text("subject_id").notNull(),
  actorKind: k.text("actor_kind").$type<ActorKind>().notNull(),
  /** Empty for the portal itself, which has no id. */
  actorId: k.text("actor_id").notNull(),
  channel: k.text("channel").$type<Channel>().notNull(),
  /** The account of the floorwalker who stood by. */
  helperId: k.text("helper_id"),
});
