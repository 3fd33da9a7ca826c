import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { platformTables } from "~db/schema/platform";
import { fixedClock } from "../../platform/clock";
import { eachDatabase } from "../../platform/db/testing.server";
import { createTexts, readLocales } from "../../platform/i18n/i18n.server";
import { isolate } from "../../platform/i18n/isolate";
import { languageCodes } from "../../platform/i18n/languages";
import { runOutbox } from "../../platform/outbox.server";
import { createTestHouse } from "../../testing/portal.server";
import { aGuest } from "../../testing/provenance";
import { composeMessage } from "./compose";
import { deliverMessage, listDemoMail, type Message, sendMessage } from "./notifications.server";
import { templates } from "./templates";

const council = { name: "Brackenford Council", phone: "020 7946 0000" };
const received: Message = {
  to: "ada@example.org",
  lng: "en",
  template: "case-received",
  values: { name: "Ada Łovelace", reference: "7K4-M2Q-9XD", serviceId: "report-pothole", date: "2026-05-14" },
  link: { path: "/account/cases/7K4-M2Q-9XD" },
};

describe("messages", () => {
  const texts = createTexts();
  const english = {
    texts: texts("en"),
    council,
    url: "https://portal.example/account",
    site: "https://portal.example",
  };

  it.each(languageCodes)("has words for every template in %s, naming only values that there are", (lng) => {
    const all = {
      reference: "7K4-M2Q-9XD",
      serviceId: "report-pothole",
      name: "Ada",
      date: "2026-05-14",
      status: "in-progress",
      note: "A note",
      amount: 4250,
      code: "123456",
      when: "2026-05-14T13:30:00Z",
      until: "2026-05-14T13:30:00Z",
      place: "Town Hall",
    };
    for (const template of templates) {
      const letter = composeMessage({ ...received, template, values: all } as Message, {
        ...english,
        texts: texts(lng),
      });
      const { subject, text, html } = letter;
      expect(subject, template).not.toMatch(/messages:|^$/);
      expect(text.split("\n\n").length, template).toBeGreaterThan(3);
      expect(subject + text + html, template).not.toMatch(/\{\{|\}\}|undefined|messages:/);
      const paragraphs = texts(lng).templates(`messages:${template}.body`);
      for (const paragraph of paragraphs) {
        const start = paragraph.split("{{")[0]!;
        expect(text, `${template}: ${paragraph}`).toContain(start);
      }
    }
  });

  it("keeps the council's number in its order in every message of a language from right to left", () => {
    const told = templates.map((template) => {
      const message = { ...received, template, values: { until: "2026-05-14" } } as Message;
      return composeMessage(message, { ...english, texts: texts("ar"), medium: "letter" }).text;
    });
    const said = told.flatMap((text) => text.match(/.?020\s7946\s0000.?/g) ?? []);
    expect(said.length).toBeGreaterThan(templates.length);
    // On paper it stands in one line.
    expect(new Set(said)).toEqual(new Set([isolate(council.phone.replaceAll(" ", "\u00a0"))]));
  });

  it("writes dates, times, money and services as the reader does", () => {
    const values = { reference: "7K4-M2Q-9XD", serviceId: "report-pothole" };
    const paid = { ...received, template: "payment-receipt", values: { ...values, amount: 4250, date: "2026-05-14" } };
    expect(composeMessage(paid as Message, english).subject).toBe("Your payment of £42.50 (7K4-M2Q-9XD)");
    const booked = { ...received, template: "booking-confirmed", values: { ...values, when: "2026-05-14T13:30:00Z" } };
    const { text } = composeMessage(booked as Message, english);
    expect(text).toContain("When: Thursday 14 May at 2:30pm");
    expect(text).toContain("Report a pothole");
    expect(text).not.toContain("Where:");
  });

  it("leaves out what it was not told", () => {
    const values = { reference: "7K4-M2Q-9XD", serviceId: "report-pothole" };
    const { text } = composeMessage({ ...received, template: "case-received", values }, { ...english, url: undefined });
    expect(text).toMatch(/^Hello,\n/);
    expect(text).not.toContain("make it safe by");
    expect(text).not.toContain("http");
  });

  it("takes values as words: they make no markup, no header and no template", () => {
    const name = 'Eve <script>alert(1)</script>\r\nBcc: all@example.org {{phone}} $t(ui:product) & "co"\u202e';
    const values = { name, reference: "7K4-M2Q-9XD\r\nBcc: x@example.org", serviceId: "report-pothole" };
    const { subject, text, html } = composeMessage({ ...received, template: "case-received", values }, english);
    expect(subject).not.toMatch(/[\r\n]/);
    expect(html).not.toContain("<script");
    expect(html).toContain("&lt;script&gt;");
    expect(text).toContain("{{phone}} $t(ui:product)");
    expect(text).not.toMatch(/[\r\u202e]/);
  });

  it("writes from right to left where the language does", () => {
    const messages = {
      shared: { hello: "مرحبا", "hello-name": "مرحبا {{name}}،", "sign-off": ["{{council}}"], automatic: [] },
      "case-received": { subject: "استلمنا طلبك {{reference}}", body: ["رقمك {{reference}}"], button: "تابع" },
    };
    const locales = readLocales();
    const arabic = createTexts({}, { ...locales, ar: { ...locales.ar, messages } })("ar");
    const { text, html } = composeMessage(received, { ...english, texts: arabic });
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toContain("<bdi>Ada Łovelace</bdi>");
    expect(text).toContain("مرحبا \u2068Ada Łovelace\u2069،");
    expect(text).toContain("رقمك 7K4-M2Q-9XD");
  });
});

eachDatabase("notifications", (open) => {
  const setup = async () => {
    const clock = fixedClock("2026-05-01T09:00:00Z");
    const house = createTestHouse(await open(), { clock });
    return { house, clock, run: () => runOutbox(house, { message: deliverMessage }) };
  };

  it("keeps a message with what was decided, or not at all", async () => {
    const { house, run } = await setup();
    const failing = house.db.transaction(async () => {
      await sendMessage(house, aGuest, received);
      throw new Error("half-way");
    });
    await expect(failing).rejects.toThrow("half-way");
    expect(await run()).toBe(0);
    await house.db.transaction(() => sendMessage(house, aGuest, received));
    expect(await run()).toBe(1);
    const [mail] = await listDemoMail(house);
    expect(mail).toMatchObject({ to: "ada@example.org", locale: "en", dir: "ltr" });
    expect(mail!.text).toContain("We will repair it or make it safe by Thursday 14 May.");
    expect(mail!.text).toContain(`${house.config.publicUrl}/account/cases/7K4-M2Q-9XD`);
  });

  it("puts the language into the link", async () => {
    const { house, run } = await setup();
    await sendMessage(house, aGuest, { ...received, lng: "pl" });
    await run();
    const [mail] = await listDemoMail(house);
    expect(mail!.text).toContain(`${house.config.publicUrl}/pl/account/cases/`);
    expect(mail!.locale).toBe("pl");
  });

  it("writes a message with a key once, however often it is asked for", async () => {
    const { house, run } = await setup();
    for (const dedupe of ["case 1", "case 1", "case 2"]) await sendMessage(house, aGuest, { ...received, dedupe });
    expect(await run()).toBe(2);
    expect(await listDemoMail(house)).toHaveLength(2);
  });

  it("keeps a message once when the worker died before it wrote down its success", async () => {
    const { house, clock, run } = await setup();
    const { outbox } = house.db.tables(platformTables);
    await sendMessage(house, aGuest, received);
    await run();
    await house.db.transaction(() =>
      house.db.q.update(outbox).set({ state: "waiting" }).where(eq(outbox.state, "done")),
    );
    clock.advance(5 * 60 * 1000);
    expect(await run()).toBe(1);
    expect(await listDemoMail(house)).toHaveLength(1);
  });
});
