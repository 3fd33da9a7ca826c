import { declareTables } from "./kit";

/** Somebody to write to, in their language, at the address as it stands on an envelope. */
export interface Recipient {
  name: string;
  address: string[];
  locale: string;
}

export const letterTables = declareTables((k) => {
  /** Somebody on the phone, for whom staff fill in a form. */
  const clients = k.table("clients", {
    id: k.id(),
    name: k.text("name").notNull(),
    /** As it stands on an envelope. */
    address: k.json<string[]>("address").notNull(),
    locale: k.text("locale").notNull(),
    /** The account of who took the call. */
    takenBy: k.text("taken_by").notNull(),
    createdAt: k.instant("created_at").notNull(),
  });
  /** A message on paper: for somebody without an email address, or to the registered address of an organisation. */
  const letters = k.table(
    "letters",
    {
      id: k.id(),
      clientId: k.text("client_id"),
      organisationId: k.text("organisation_id"),
      /** Whom it goes to, where that is no client. */
      recipient: k.json<Recipient>("recipient"),
      reference: k.text("reference").notNull(),
      template: k.text("template").notNull(),
      values: k.json<Record<string, unknown>>("values").notNull(),
      state: k.text("state").$type<"queued" | "printed">().notNull(),
      createdAt: k.instant("created_at").notNull(),
      printedAt: k.instant("printed_at"),
    },
    (t) => [
      k.index("letters_state").on(t.state, t.createdAt, t.id),
      k.index("letters_printed").on(t.state, t.printedAt, t.id),
      k.index("letters_client").on(t.clientId),
    ],
  );
  return { clients, letters };
});
