import { declareTables } from "./kit";
import { provenance } from "./provenance";

export const bookingTables = declareTables((k) => {
  /** Something that can be booked: an advisor's desk, a collection crew. */
  const resources = k.table("resources", {
    id: k.id(),
    /** A proper name, the same in every language; empty where there is no place to go to. */
    place: k.text("place"),
    address: k.text("address"),
    /** What is helped with there, as answers name it; empty where it is everything. */
    topics: k.json<string[]>("topics"),
    /** Whether the reader chooses a time, or a day only. */
    unit: k.text("unit").$type<"time" | "day">().notNull(),
  });
  const slots = k.table(
    "slots",
    {
      id: k.id(),
      resourceId: k
        .text("resource_id")
        .notNull()
        .references(() => resources.id),
      startsAt: k.instant("starts_at").notNull(),
      endsAt: k.instant("ends_at").notNull(),
      capacity: k.integer("capacity").notNull(),
      /** Held and booked places together; never above capacity. */
      taken: k.integer("taken").notNull().default(0),
    },
    (t) => [k.uniqueIndex("slots_start").on(t.resourceId, t.startsAt)],
  );
  const bookings = k.table(
    "bookings",
    {
      id: k.id(),
      slotId: k
        .text("slot_id")
        .notNull()
        .references(() => slots.id),
      draftId: k.text("draft_id").notNull(),
      caseId: k.text("case_id"),
      ...provenance(k),
      state: k.text("state").$type<"held" | "booked" | "released" | "cancelled">().notNull(),
      /** One live booking for a draft; empty once it is released or cancelled. */
      liveKey: k.text("live_key").unique(),
      heldUntil: k.instant("held_until"),
      createdAt: k.instant("created_at").notNull(),
    },
    (t) => [k.index("bookings_case").on(t.caseId), k.index("bookings_held").on(t.state, t.heldUntil)],
  );
  return { resources, slots, bookings };
});
