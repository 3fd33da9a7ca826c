import { isNull } from "drizzle-orm";
import { declareTables } from "./kit";
import type { SubjectKind } from "./provenance";

export const accountTables = declareTables((k) => {
  const accounts = k.table(
    "accounts",
    {
      id: k.id(),
      /** Lower case; one account for one address. */
      email: k.text("email").notNull().unique(),
      name: k.text("name").notNull(),
      passwordHash: k.text("password_hash").notNull(),
      role: k.text("role").$type<"resident" | "staff" | "floorwalker">().notNull().default("resident"),
      locale: k.text("locale").notNull().default("en"),
      verifiedAt: k.instant("verified_at"),
      createdAt: k.instant("created_at").notNull(),
    },
    (t) => [k.index("accounts_unconfirmed").on(t.createdAt).where(isNull(t.verifiedAt))],
  );
  /** A browser that the portal remembers: a guest's until somebody signs in on it. */
  const sessions = k.table(
    "sessions",
    {
      /** SHA-256 of the token in the cookie, so that a copy of the table opens nothing. */
      id: k.id(),
      guestId: k.text("guest_id").notNull(),
      accountId: k.text("account_id").references(() => accounts.id, { onDelete: "cascade" }),
      /** The visit to a kiosk that it lives and ends with. */
      visitId: k.text("visit_id"),
      createdAt: k.instant("created_at").notNull(),
      seenAt: k.instant("seen_at").notNull(),
      expiresAt: k.instant("expires_at").notNull(),
      /** When it was first asked for after its staff had been away for too long. */
      lapsedAt: k.instant("lapsed_at"),
    },
    (t) => [
      k.index("sessions_account").on(t.accountId),
      k.index("sessions_visit").on(t.visitId),
      k.index("sessions_expires").on(t.expiresAt),
    ],
  );
  /** A request that met the sign-in page, kept to be taken up again afterwards. */
  const parkedRequests = k.table(
    "parked_requests",
    {
      id: k.id(),
      guestId: k.text("guest_id").notNull(),
      path: k.text("path").notNull(),
      fields: k.json<[string, string][]>("fields").notNull(),
      expiresAt: k.instant("expires_at").notNull(),
    },
    (t) => [
      k.index("parked_requests_guest").on(t.guestId, t.expiresAt),
      k.index("parked_requests_expires").on(t.expiresAt),
    ],
  );
  const accountTokens = k.table(
    "account_tokens",
    {
      /** SHA-256 of the token in the link. */
      id: k.id(),
      accountId: k
        .text("account_id")
        .notNull()
        .references(() => accounts.id, { onDelete: "cascade" }),
      purpose: k.text("purpose").$type<"verify" | "reset">().notNull(),
      expiresAt: k.instant("expires_at").notNull(),
      usedAt: k.instant("used_at"),
      /** Where its owner was on the way to, sealed with the token. */
      next: k.text("next"),
    },
    (t) => [k.index("account_tokens_account").on(t.accountId), k.index("account_tokens_expires").on(t.expiresAt)],
  );
  /** What a person or an organisation has told the council once. */
  const facts = k.table(
    "facts",
    {
      subjectKind: k.text("subject_kind").$type<SubjectKind>().notNull(),
      subjectId: k.text("subject_id").notNull(),
      key: k.text("key").notNull(),
      value: k.json<unknown>("value").notNull(),
      updatedAt: k.instant("updated_at").notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.subjectKind, t.subjectId, t.key] })],
  );
  return { accounts, sessions, parkedRequests, accountTokens, facts };
});
