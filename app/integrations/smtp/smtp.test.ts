import type { AddressInfo } from "node:net";
import { eq } from "drizzle-orm";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterEach, describe, expect, it } from "vitest";
import { platformTables } from "~db/schema/platform";
import { deliverMessage, type Message, sendMessage } from "../../features/notifications/notifications.server";
import { fixedClock } from "../../platform/clock";
import { copySqlite } from "../../platform/db/testing.server";
import { createTexts, readLocales } from "../../platform/i18n/i18n.server";
import { runOutbox } from "../../platform/outbox.server";
import { createTestHouse } from "../../testing/portal.server";
import { aGuest } from "../../testing/provenance";
import { closeMailServers, MailError, sendMail } from "./smtp.server";

interface Delivered {
  email: Email;
  raw: string;
  recipients: string[];
}

const closing: (() => unknown)[] = [];
afterEach(async () => {
  closeMailServers();
  for (const close of closing.splice(0)) await close();
});

/** A real mail server on a free port. `refuse` makes it answer every recipient with a permanent error. */
async function openMailServer(port = 0, options: { refuse?: boolean } = {}) {
  const delivered: Delivered[] = [];
  const server = new SMTPServer({
    authOptional: true,
    closeTimeout: 50,
    disabledCommands: ["STARTTLS"],
    onRcptTo: ({ address }, _session, done) => done(options.refuse ? new Error(`no mailbox ${address}`) : null),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        const raw = Buffer.concat(chunks);
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        delivered.push({ email: await PostalMime.parse(raw), raw: raw.toString("latin1"), recipients });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  closing.push(close);
  return { delivered, close, port: (server.server.address() as AddressInfo).port };
}

const message: Message = {
  to: "ada@example.org",
  lng: "en",
  template: "case-done",
  values: {
    name: "Ada O’Łovelace 🌿",
    reference: "7K4-M2Q-9XD",
    serviceId: "report-pothole",
    note: "Mended.\n.\nDone",
  },
  link: { path: "/account/cases/7K4-M2Q-9XD" },
};

async function openHouse(port: number) {
  const clock = fixedClock("2026-05-01T09:00:00Z");
  const env = { SMTP_URL: `smtp://127.0.0.1:${port}`, PUBLIC_URL: "https://portal.example", LOG_LEVEL: "silent" };
  const house = createTestHouse(await copySqlite(), { clock, env });
  return { house, clock, run: () => runOutbox(house, { message: deliverMessage }) };
}

const mail = {
  messageId: "<1@portal.example>",
  from: "MyAccount <a@b.example>",
  subject: "s",
  text: "t",
  html: "<p>t</p>",
  lng: "en",
};

describe("smtp", () => {
  it("delivers a message with text and HTML that mail programs read", async () => {
    const { delivered, port } = await openMailServer();
    const { house, run } = await openHouse(port);
    await sendMessage(house, aGuest, { ...message, trust: "proved" });
    await run();
    const { email, recipients, raw } = delivered[0]!;
    expect(recipients).toEqual(["ada@example.org"]);
    expect(email.subject).toBe("It is done: Report a pothole (7K4-M2Q-9XD)");
    expect(email.from).toMatchObject({ name: "MyAccount", address: "myaccount@brackenford.example" });
    expect(email.to).toEqual([expect.objectContaining({ address: "ada@example.org" })]);
    expect(email.text).toContain("Hello Ada O’Łovelace 🌿,");
    expect(email.text).toContain("Mended.\n.\nDone");
    expect(email.text).toContain("https://portal.example/account/cases/7K4-M2Q-9XD");
    expect(email.html).toContain('<html lang="en" dir="ltr">');
    const headers = Object.fromEntries(email.headers.map(({ key, value }) => [key, value]));
    expect(headers).toMatchObject({ "auto-submitted": "auto-generated", "content-language": "en" });
    expect(raw).toMatch(/content-type: multipart\/alternative/i);
    expect(email.attachments).toEqual([]);
  });

  it("brings what is to change in the reader's calendar as a part that calendars take over", async () => {
    const { delivered, port } = await openMailServer();
    const { house, run } = await openHouse(port);
    const content = "BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n";
    await sendMessage(house, aGuest, { ...message, calendar: { method: "CANCEL", content }, trust: "proved" });
    await run();
    const { email, raw } = delivered[0]!;
    expect(raw).toMatch(/content-type: text\/calendar; charset=utf-8; method=CANCEL/i);
    const files = email.attachments.map(({ filename, content: bytes }) => [
      filename,
      Buffer.from(bytes as ArrayBuffer)
        .toString()
        .replaceAll("\n", "\r\n")
        .replaceAll("\r\r", "\r"),
    ]);
    expect(files).toContainEqual(["booking.ics", content]);
  });

  it("delivers Arabic as it was written", async () => {
    const { delivered, port } = await openMailServer();
    const { house, run } = await openHouse(port);
    const locales = readLocales();
    const messages = {
      shared: {
        hello: "مرحبا",
        "hello-name": "مرحبا {{name}}،",
        "sign-off": ["{{council}}"],
        automatic: ["رسالة آلية"],
      },
      "case-done": {
        subject: "انتهينا من {{service}} ‏({{reference}})",
        body: ["أنهينا طلبك {{reference}}."],
        button: "انظر",
      },
    };
    house.texts = createTexts({}, { ...locales, ar: { ...locales.ar, messages } });
    await sendMessage(house, aGuest, { ...message, lng: "ar" });
    await run();
    const { email, raw } = delivered[0]!;
    expect(email.subject).toContain("انتهينا من");
    expect(email.text).toContain("أنهينا طلبك 7K4-M2Q-9XD.");
    expect(email.html).toContain('<html lang="ar" dir="rtl">');
    expect(email.text).toContain("https://portal.example/ar/account/cases/");
    expect([...raw].every((character) => character.charCodeAt(0) < 128)).toBe(true);
  });

  it("lets messages leave later when the mail server was down, and goes on meanwhile", async () => {
    const { port, close } = await openMailServer();
    await close();
    const { house, clock, run } = await openHouse(port);
    await sendMessage(house, aGuest, message);
    expect(await run()).toBe(1);
    const { outbox } = house.db.tables(platformTables);
    const [row] = await house.db.q.select().from(outbox);
    expect(row).toMatchObject({ state: "waiting", tries: 1 });
    const { delivered } = await openMailServer(port);
    clock.advance(60 * 60 * 1000);
    await run();
    expect(delivered).toHaveLength(1);
    expect((await house.db.q.select().from(outbox))[0]!.state).toBe("done");
  });

  it("repeats under the same Message-ID what it cannot know to have left", async () => {
    const { delivered, port } = await openMailServer();
    const { house, clock, run } = await openHouse(port);
    await sendMessage(house, aGuest, message);
    const { outbox } = house.db.tables(platformTables);
    const [{ payload } = {}] = await house.db.q.select().from(outbox);
    await run();
    // As if the process had died between the mail server's answer and writing it down.
    await house.db.transaction(() =>
      house.db.q.update(outbox).set({ state: "waiting", payload }).where(eq(outbox.state, "done")),
    );
    clock.advance(5 * 60 * 1000);
    await run();
    expect(delivered).toHaveLength(2);
    const [first, second] = delivered.map(({ email }) => email.messageId);
    expect(first).toMatch(/^<[^@\s]+@portal\.example>$/);
    expect(second).toBe(first);
  });

  it("goes on over a new connection after the mail server began anew", async () => {
    const first = await openMailServer();
    const { house, clock, run } = await openHouse(first.port);
    await sendMessage(house, aGuest, message);
    await run();
    await first.close();
    const second = await openMailServer(first.port);
    await sendMessage(house, aGuest, message);
    for (let tries = 0; tries < 3 && second.delivered.length === 0; tries++) {
      await run();
      clock.advance(60 * 60 * 1000);
    }
    expect(second.delivered).toHaveLength(1);
  });

  it("tells of a refusal without anybody's address", async () => {
    const { port } = await openMailServer(0, { refuse: true });
    const { house, run } = await openHouse(port);
    await sendMessage(house, aGuest, message);
    await run();
    const [row] = await house.db.q.select().from(house.db.tables(platformTables).outbox);
    expect(row!.error).toMatch(/MailError.*550/);
    expect(row!.error).not.toContain("ada");
  });

  it("sends to one address only, and never begins a second header", async () => {
    const { delivered, port } = await openMailServer();
    const url = `smtp://127.0.0.1:${port}`;
    for (const to of ["a@b.example, c@d.example", "a@b.example\r\nBcc: c@d.example", "A <a@b.example>", "nobody", ""])
      await expect(sendMail(url, { ...mail, to }), to).rejects.toThrow(MailError);
    await sendMail(url, { ...mail, to: "a@b.example", subject: "Hello\r\nBcc: c@d.example", lng: "en" });
    expect(delivered).toHaveLength(1);
    expect(delivered[0]!.recipients).toEqual(["a@b.example"]);
    expect(delivered[0]!.email.headers.map(({ key }) => key)).not.toContain("bcc");
  });
});
