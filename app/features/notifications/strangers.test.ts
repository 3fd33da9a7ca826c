import { expect, it } from "vitest";
import { fixedClock } from "../../platform/clock";
import { eachDatabase } from "../../platform/db/testing.server";
import { languageCodes } from "../../platform/i18n/languages";
import { newId } from "../../platform/ids";
import { runOutbox } from "../../platform/outbox.server";
import { openTestPortal } from "../../testing/portal.server";
import { aGuest, by } from "../../testing/provenance";
import { createAccount } from "../accounts/accounts.server";
import { beginSession } from "../accounts/sessions.server";
import { openCase } from "../cases/cases.server";
import { deliverMessage, listDemoMail, type Message, sendMessage } from "./notifications.server";
import { templates } from "./templates";

/** What a stranger would have the council say. */
const marker = "see http://evil.example";
const victim = "victim@example.org";
const code: Message = {
  to: victim,
  lng: "en",
  template: "verify-email",
  values: { until: "2026-05-14T13:30:00Z" },
};

eachDatabase("a message to an address that nobody has proved", (open) => {
  const setup = async (env: Record<string, string> = {}) => {
    const clock = fixedClock("2026-05-13T09:00:00Z");
    const portal = await openTestPortal(await open(), { clock, env });
    const { house } = portal;
    const mails = async () => {
      clock.advance(1);
      while ((await runOutbox(house, { message: deliverMessage })) > 0);
      return (await listDemoMail(house, 1000)).filter(({ to }) => to === victim);
    };
    /** Sends a request in the victim's name, and looks at its confirmation. */
    const request = async (account?: string) => {
      const { token, guestId } = await beginSession(house, account ? { accountId: account } : {});
      const browser = portal.browser();
      browser.cookies.set("session", token);
      const subject = account ? ({ kind: "account", id: account } as const) : ({ kind: "guest", id: guestId } as const);
      const { reference } = await house.db.transaction(() =>
        openCase(house, {
          draftId: newId(),
          serviceId: "request-call-back",
          version: 1,
          by: by(subject),
          locale: "en",
          contact: { name: marker, email: victim },
          answers: {},
          state: "received",
          team: "customer-services",
          tell: true,
        }),
      );
      const page = await browser.open(`/services/request-call-back/done/${reference}`);
      return { page, reference };
    };
    return { ...portal, mails, request };
  };

  it("carries no word or link of a stranger, whichever message it is and in whichever language", async () => {
    const { house, mails } = await setup({ RATE_LIMITS: "false" });
    const machine = {
      reference: "7K4-M2Q-9XD",
      serviceId: "report-pothole",
      date: "2026-05-14",
      status: "in-progress",
      amount: 4250,
      code: "123456",
      when: "2026-05-14T13:30:00Z",
      until: "2026-05-14T13:30:00Z",
    };
    const words = { name: marker, note: marker, organisation: marker, title: marker, message: marker };
    for (const lng of languageCodes)
      for (const template of templates) {
        const message = { to: victim, lng, template, values: { ...machine, ...words } } as unknown as Message;
        await sendMessage(house, aGuest, message);
        // What staff write leaves as they wrote it; who the case says it is about does not.
        const values = { ...machine, ...words, note: "We filled it." } as never;
        await sendMessage(house, aGuest, { ...message, values, trust: "council" });
      }
    const all = await mails();
    expect(all).toHaveLength(languageCodes.length * templates.length * 2);
    for (const mail of all) expect(JSON.stringify(mail)).not.toMatch(/evil/);
    // Three of them have a place for it: a case that moved, one that is done, and a booking that is cancelled.
    expect(all.filter(({ text }) => text.includes("We filled it."))).toHaveLength(languageCodes.length * 3);
  });

  it("is one of ten in a day, and the page says what did not leave", async () => {
    const { mails, request } = await setup();
    for (let times = 0; times < 10; times++)
      expect((await request()).page.text).toContain("We have sent a receipt to victim@example.org");
    const { page, reference } = await request();
    expect(page.heading).toContain("We have your request");
    expect(page.text).toContain("we did not send a receipt");
    expect(page.text).toContain(reference);
    expect(await mails()).toHaveLength(10);
  });

  it("counts one mailbox once, however its address is written", async () => {
    const { house } = await setup();
    const send = (to: string) => sendMessage(house, aGuest, { ...code, to });
    for (let times = 0; times < 10; times++) expect(await send(`Victim+${times}@Example.org`)).toBe(true);
    expect(await send(victim)).toBe(false);
    expect(await send("else@example.org")).toBe(true);
  });

  it("is one of sixty in an hour from one network, whomever they go to", async () => {
    const { house } = await setup();
    const send = (address: string, number: number) =>
      sendMessage({ ...house, address }, aGuest, { ...code, to: `${number}@example.org` });
    for (let times = 0; times < 60; times++) expect(await send("192.0.2.1", times)).toBe(true);
    expect(await send("192.0.2.1", 61)).toBe(false);
    expect(await send("192.0.2.2", 62)).toBe(true);
  });

  it("is one of those that all together may have sent", async () => {
    const { house } = await setup();
    house.log.level = "silent";
    await house.limits.strangerAll.take("all", 3000);
    expect(await sendMessage(house, aGuest, code)).toBe(false);
    expect(await sendMessage(house, aGuest, { ...code, trust: "proved" })).toBe(true);
  });

  it("is another matter where the account that sends has the address itself", async () => {
    const { house, mails, request } = await setup();
    const { id } = await createAccount(house, {
      email: victim,
      name: "Vic",
      password: "long enough 26",
      role: "resident",
    });
    for (let times = 0; times < 12; times++)
      expect((await request(id)).page.text).toContain("We have sent a receipt to");
    expect(await mails()).toHaveLength(12);
  });
});
