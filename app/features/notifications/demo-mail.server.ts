import { desc, eq } from "drizzle-orm";
import { notificationTables } from "~db/schema/notifications";
import { blanks, type HotQuery } from "../../platform/db/database.server";
import type { House } from "../../platform/house.server";
import { isLanguage, languages } from "../../platform/i18n/languages";

/** A message that the demo keeps instead of sending it. */
export interface DemoMail {
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  locale: string;
  dir: "ltr" | "rtl";
  at: Date;
}

/** Whether messages may be looked at: only in the demo, and only where none leaves. */
export const hasDemoMail = ({ config }: House): boolean => config.demo && !config.smtpUrl;

const insertMail: HotQuery<Omit<DemoMail, "dir">, never> = (q, db) => {
  const { demoMail } = db.tables(notificationTables);
  const { id, to, subject, text, html, locale, at } = blanks<Omit<DemoMail, "dir">>();
  return q.insert(demoMail).values({ id, to, subject, text, html, locale, at }).onConflictDoNothing();
};

/** Keeps a message once, however often it is handed over. */
export async function keepDemoMail(house: House, mail: Omit<DemoMail, "at" | "dir">): Promise<void> {
  await house.db.transaction(() => house.db.run(insertMail, { ...mail, at: house.clock.now() }));
}

/** The newest messages. */
export async function listDemoMail(house: House, limit = 50): Promise<DemoMail[]> {
  const { demoMail } = house.db.tables(notificationTables);
  const rows = await house.db.q.select().from(demoMail).orderBy(desc(demoMail.at), desc(demoMail.id)).limit(limit);
  return rows.map(toDemoMail);
}

export async function findDemoMail(house: House, id: string): Promise<DemoMail | undefined> {
  const { demoMail } = house.db.tables(notificationTables);
  const [mail] = await house.db.q.select().from(demoMail).where(eq(demoMail.id, id)).limit(1);
  return mail && toDemoMail(mail);
}

const toDemoMail = (row: Omit<DemoMail, "dir">): DemoMail => ({
  ...row,
  dir: isLanguage(row.locale) ? languages[row.locale].dir : "ltr",
});
