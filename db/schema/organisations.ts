import { declareTables } from "./kit";

export type OrganisationKind = "company" | "charity" | "sole-trader";
/** What somebody may do in an organisation, the most first. */
export const roles = ["owner", "administrator", "member", "read-only"] as const;
export type Role = (typeof roles)[number];

/** Why a code is of no more use: entered, followed by a newer one, not sent by staff, or the name or address is another. */
export type CodeEnd = "used" | "replaced" | "refused" | "changed";

/** A place of business. */
export interface Premises {
  lines: string[];
  town: string;
  /** Empty where somebody typed an address that has none. */
  postcode: string;
  /** None in the United Kingdom. */
  country?: string;
  /** The unique property reference number, where the address was chosen from the council's list. */
  uprn?: string;
}

export const organisationTables = declareTables((k) => {
  const organisations = k.table(
    "organisations",
    {
      id: k.id(),
      kind: k.text("kind").$type<OrganisationKind>().notNull(),
      name: k.text("name").notNull(),
      /** The company's or charity's number; empty for a sole trader. */
      number: k.text("number"),
      premises: k.json<Premises>("premises").notNull(),
      /** Which of its versions this is. */
      version: k.integer("version").notNull().default(1),
      /** When a code of a letter was entered that went to its registered address, by whom, and which address that was. */
      provedAt: k.instant("proved_at"),
      provedBy: k.text("proved_by"),
      registered: k.json<Premises>("registered"),
      /** Who sent which form, once: sent twice, it makes one organisation. */
      once: k.text("once").unique(),
      createdAt: k.instant("created_at").notNull(),
    },
    (t) => [k.index("organisations_number").on(t.kind, t.number, t.createdAt)],
  );
  /** What it was called and where it was, from each change on: what the history of an organisation is worded with. */
  const organisationVersions = k.table(
    "organisation_versions",
    {
      organisationId: k
        .text("organisation_id")
        .notNull()
        .references(() => organisations.id, { onDelete: "cascade" }),
      /** From 1 on, without a gap. */
      version: k.integer("version").notNull(),
      name: k.text("name").notNull(),
      premises: k.json<Premises>("premises").notNull(),
      changedBy: k.text("changed_by").notNull(),
      createdAt: k.instant("created_at").notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.organisationId, t.version] })],
  );
  const memberships = k.table(
    "memberships",
    {
      organisationId: k
        .text("organisation_id")
        .notNull()
        .references(() => organisations.id, { onDelete: "cascade" }),
      accountId: k.text("account_id").notNull(),
      role: k.text("role").$type<Role>().notNull(),
      createdAt: k.instant("created_at").notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.organisationId, t.accountId] }), k.index("memberships_account").on(t.accountId)],
  );
  const invitations = k.table(
    "invitations",
    {
      id: k.id(),
      organisationId: k
        .text("organisation_id")
        .notNull()
        .references(() => organisations.id, { onDelete: "cascade" }),
      email: k.text("email").notNull(),
      role: k.text("role").$type<Role>().notNull(),
      /** SHA-256 of the token in the link. */
      tokenHash: k.text("token_hash").notNull().unique(),
      invitedBy: k.text("invited_by").notNull(),
      locale: k.text("locale").notNull(),
      expiresAt: k.instant("expires_at").notNull(),
      state: k.text("state").$type<"open" | "accepted" | "declined" | "revoked">().notNull(),
      createdAt: k.instant("created_at").notNull(),
    },
    (t) => [
      k.index("invitations_organisation").on(t.organisationId, t.createdAt),
      k.index("invitations_email").on(t.email, t.state, t.createdAt),
    ],
  );
  /** The codes of letters to registered addresses: kept as long as they count against how many may be asked for. */
  const organisationCodes = k.table(
    "organisation_codes",
    {
      /** A hash of the form that asked for it: sent twice, it asks for one letter. */
      id: k.id(),
      organisationId: k
        .text("organisation_id")
        .notNull()
        .references(() => organisations.id, { onDelete: "cascade" }),
      /** A keyed hash. */
      codeHash: k.text("code_hash").notNull(),
      letterId: k.text("letter_id").notNull(),
      registered: k.json<Premises>("registered").notNull(),
      askedBy: k.text("asked_by").notNull(),
      tries: k.integer("tries").notNull().default(0),
      /** Why it is of no more use, unless its time is over. */
      end: k.text("end_reason").$type<CodeEnd>(),
      createdAt: k.instant("created_at").notNull(),
      expiresAt: k.instant("expires_at").notNull(),
    },
    (t) => [
      k.index("organisation_codes_organisation").on(t.organisationId, t.createdAt),
      k.index("organisation_codes_asked_by").on(t.askedBy, t.createdAt),
      k.index("organisation_codes_expires").on(t.expiresAt),
    ],
  );
  return { organisations, organisationVersions, memberships, invitations, organisationCodes };
});
