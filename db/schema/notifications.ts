import { declareTables } from "./kit";

export const notificationTables = declareTables((k) => ({
  /** Messages that the demo shows at /dev/mail instead of sending them. */
  demoMail: k.table(
    "demo_mail",
    {
      id: k.id(),
      to: k.text("to").notNull(),
      subject: k.text("subject").notNull(),
      text: k.text("text").notNull(),
      html: k.text("html").notNull(),
      locale: k.text("locale").notNull(),
      at: k.instant("at").notNull(),
    },
    (t) => [k.index("demo_mail_at").on(t.at, t.id)],
  ),
}));
