import { declareTables } from "./kit";
import type { SubjectKind } from "./provenance";

export const kioskTables = declareTables((k) => {
  /** A PC in a council building at which anybody may use the portal. */
  const kiosks = k.table(
    "kiosks",
    {
      id: k.id(),
      /** What stands on it, such as "Kiosk 2, by the door". */
      name: k.text("name").notNull(),
      /** The building; floorwalkers have a PIN for each. */
      site: k.text("site").notNull(),
      /** Keyed hash of the code that enrols it; empty once it is used. */
      codeHash: k.text("code_hash").unique(),
      codeExpiresAt: k.instant("code_expires_at"),
      /** SHA-256 of the token in the device's cookie; empty until it is enrolled and after it is revoked. */
      tokenHash: k.text("token_hash").unique(),
      enrolledAt: k.instant("enrolled_at"),
      createdAt: k.instant("created_at").notNull(),
    },
    (t) => [k.index("kiosks_site").on(t.site)],
  );
  /** One person at a kiosk, from the start screen to "End visit". */
  const visits = k.table(
    "visits",
    {
      id: k.id(),
      kioskId: k.text("kiosk_id").notNull(),
      /** One open visit for a kiosk; empty once it is over. */
      openKey: k.text("open_key").unique(),
      /** The guest that the records of this visit are about, until somebody signs in. */
      guestId: k.text("guest_id").notNull(),
      /** What the person at the screen tells a helper. */
      code: k.text("code").notNull(),
      startedAt: k.instant("started_at").notNull(),
      touchedAt: k.instant("touched_at").notNull(),
      endedAt: k.instant("ended_at"),
      /** Since when its person waits for somebody to help them; empty once somebody is there. */
      waitsSince: k.instant("waits_since"),
      /** The floorwalker who is on the way. */
      comingId: k.text("coming_id"),
      comingName: k.text("coming_name"),
      /** How its pages look, by what its person touched. */
      largeText: k.boolean("large_text").notNull().default(false),
      highContrast: k.boolean("high_contrast").notNull().default(false),
    },
    (t) => [
      k.index("visits_kiosk").on(t.kioskId, t.startedAt),
      k.index("visits_code").on(t.code, t.openKey),
      k.index("visits_ended").on(t.endedAt),
    ],
  );
  /** A draft on its way from a kiosk to where its person goes on. */
  const handovers = k.table(
    "handovers",
    {
      id: k.id(),
      way: k.text("way").$type<"phone" | "email" | "paper">().notNull(),
      /** SHA-256 of the token in the link; keyed hash of the code on the slip. */
      tokenHash: k.text("token_hash").notNull().unique(),
      visitId: k.text("visit_id").notNull(),
      draftId: k.text("draft_id").notNull(),
      serviceId: k.text("service_id").notNull(),
      /** The guest who has the draft until somebody takes it: the visit's, or nobody where the kiosk has forgotten it. */
      holderId: k.text("holder_id").notNull(),
      /** Who takes it, and the number that both screens show them. */
      takerKind: k.text("taker_kind").$type<SubjectKind>(),
      takerId: k.text("taker_id"),
      number: k.text("number"),
      kioskSaidYes: k.boolean("kiosk_said_yes").notNull(),
      phoneSaidYes: k.boolean("phone_said_yes").notNull(),
      state: k.text("state").$type<"open" | "taken" | "stopped">().notNull(),
      expiresAt: k.instant("expires_at").notNull(),
      createdAt: k.instant("created_at").notNull(),
    },
    (t) => [k.index("handovers_visit").on(t.visitId, t.way, t.state), k.index("handovers_expires").on(t.expiresAt)],
  );
  /** What a floorwalker types, beside their password, at each site where they help. */
  const floorPins = k.table(
    "floor_pins",
    {
      accountId: k.text("account_id").notNull(),
      site: k.text("site").notNull(),
      pinHash: k.text("pin_hash").notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.accountId, t.site] })],
  );
  /** A session in which a floorwalker has given the PIN of a site. */
  const floorShifts = k.table(
    "floor_shifts",
    {
      sessionId: k.id("session_id"),
      accountId: k.text("account_id").notNull(),
      site: k.text("site").notNull(),
      expiresAt: k.instant("expires_at").notNull(),
    },
    (t) => [k.index("floor_shifts_expires").on(t.expiresAt)],
  );
  /** A floorwalker's help in a visit, from asking for it on. */
  const helps = k.table(
    "helps",
    {
      id: k.id(),
      visitId: k.text("visit_id").notNull(),
      /** One helper at a time for a visit; empty once it is over. */
      openKey: k.text("open_key").unique(),
      /** Where it was, in the words of that day. */
      kiosk: k.text("kiosk").notNull(),
      site: k.text("site").notNull(),
      helperId: k.text("helper_id").notNull(),
      helperName: k.text("helper_name").notNull(),
      state: k.text("state").$type<"asked" | "open" | "declined" | "ended">().notNull(),
      /** In which language the customer read what they agreed to. */
      consentLocale: k.text("consent_locale"),
      consentAt: k.instant("consent_at"),
      endedAt: k.instant("ended_at"),
      endedBy: k.text("ended_by").$type<"helper" | "customer" | "visit">(),
      kind: k.text("kind"),
      aloneNextTime: k.boolean("alone_next_time"),
      createdAt: k.instant("created_at").notNull(),
    },
    (t) => [k.index("helps_helper").on(t.helperId, t.openKey)],
  );
  /** What was worked on with help: it is shown on the case that came of it. */
  const helpDrafts = k.table(
    "help_drafts",
    { helpId: k.text("help_id").notNull(), draftId: k.text("draft_id").notNull() },
    (t) => [k.primaryKey({ columns: [t.helpId, t.draftId] }), k.index("help_drafts_draft").on(t.draftId)],
  );
  /** Pages that answered a form in a visit that goes on: the browser there gets their address only. */
  const keptPages = k.table(
    "kept_pages",
    {
      id: k.id(),
      visitId: k.text("visit_id").notNull(),
      /** The session that sent the form; empty where there was none. */
      sessionId: k.text("session_id"),
      /** The HTTP status that it answered with. */
      status: k.integer("status").notNull(),
      html: k.text("html").notNull(),
    },
    (t) => [k.index("kept_pages_visit").on(t.visitId, t.id)],
  );
  return { kiosks, visits, handovers, floorPins, floorShifts, helps, helpDrafts, keptPages };
});
