import { eq } from "drizzle-orm";
import { HtmlValidate } from "html-validate";
import { expect, it } from "vitest";
import { bookingTables } from "~db/schema/bookings";
import { demoPayTables } from "~db/schema/demo-pay";
import { demoBills, seedBills } from "~db/seed/bills";
import { extendSlots, seedResources } from "~db/seed/resources";
import { createAccount } from "./features/accounts/accounts.server";
import { beginSession } from "./features/accounts/sessions.server";
import { bookingOf, cancelBooking, holdForPayment, holdSlot, listSlots } from "./features/bookings/bookings.server";
import { findCase, openCase } from "./features/cases/cases.server";
import { createOrganisation } from "./features/organisations/organisations.server";
import {
  createPayment,
  findBill,
  findPayment,
  paymentHandlers,
  paymentsOf,
  type Register,
} from "./features/payments/payments.server";
import { fixedClock } from "./platform/clock";
import { eachDatabase } from "./platform/db/testing.server";
import { pathFor } from "./platform/i18n/languages";
import { unbroken } from "./platform/i18n/unbroken";
import { newId } from "./platform/ids";
import { runOutbox } from "./platform/outbox.server";
import { releasePlaces, settlePayments } from "./settlement.server";
import { openTestPortal } from "./testing/portal.server";
import { aGuest, by } from "./testing/provenance";

const minute = 60_000;
/** Matters of taste, or of React's way to write HTML. */
const ignored = new Set([
  "no-trailing-whitespace",
  "void-style",
  "attribute-boolean-style",
  "long-title",
  "prefer-native-element",
]);

eachDatabase("a case that is paid for", (open) => {
  const setup = async () => {
    const clock = fixedClock("2026-05-13T09:00:00Z");
    const portal = await openTestPortal(await open(), { clock });
    const { house } = portal;
    house.log.level = "silent";
    await seedResources(house.db, clock.now());
    await seedBills(house.db, clock.now());
    const guest = async () => {
      const { token, guestId } = await beginSession(house);
      const browser = portal.browser();
      browser.cookies.set("session", token);
      return { browser, guestId };
    };
    const { browser, guestId } = await guest();
    const submit = async (
      serviceId: string,
      answers: Record<string, unknown>,
      amountPence: number,
      slotId?: string,
    ) => {
      const draftId = newId();
      if (slotId) await holdSlot(house, aGuest, { slotId, draftId });
      return house.db.transaction(async () => {
        const opened = await openCase(house, {
          draftId,
          serviceId,
          version: 1,
          by: by({ kind: "guest", id: guestId }),
          locale: "en",
          contact: {},
          answers,
          state: "unpaid",
          team: "finance",
          tell: true,
        });
        if (slotId) await holdForPayment(house, { draftId, caseId: opened.id });
        const payment = await createPayment(house, aGuest, { caseId: opened.id, amountPence });
        return { caseId: opened.id, reference: opened.reference, payment };
      });
    };
    const payBill = async (register: Register, reference: string, amountPence: number, match?: string) => {
      const bill = await findBill(house, register, reference, match);
      const service = {
        "council-tax": "pay-council-tax",
        "business-rates": "pay-business-rates",
        "parking-charge": "pay-parking-charge",
        invoice: "pay-invoice",
      };
      return submit(service[register], { bill }, amountPence);
    };
    const book = async () => {
      const [day] = await listSlots(house, "bulky-waste");
      return submit("book-bulky-waste-collection", {}, 3500, day!.slots[0]!.id);
    };
    const stateOf = async (caseId: string) => (await findCase(house, { id: caseId }))!.state;
    const choose = (choice: string) => browser.submit({ choice });
    return { house, clock, portal, browser, guest, submit, payBill, book, stateOf, choose };
  };
  const taken = async (house: Awaited<ReturnType<typeof setup>>["house"]) => {
    const { slots } = house.db.tables(bookingTables);
    const rows = await house.db.q.select().from(slots).where(eq(slots.resourceId, "bulky-waste"));
    return rows.reduce((sum, row) => sum + row.taken, 0);
  };

  it("is paid on the demo provider's page, settles its bill, and has a receipt", async () => {
    const { house, browser, payBill, stateOf, choose } = await setup();
    const { reference } = demoBills.councilTax;
    const { caseId, payment } = await payBill("council-tax", reference, 24_350);
    const page = await browser.post(`/payments/${payment.id}`);
    expect(page.path).toBe(`/demo-pay/demo-${payment.id}`);
    expect(page.text).toContain("demonstration and not a bank");
    expect(page.text).toContain("£243.50");
    await choose("pay");
    expect(browser.page!.path).toMatch(/^\/services\/pay-council-tax\/done\//);
    expect(await stateOf(caseId)).toBe("done");
    expect(await findBill(house, "council-tax", reference)).toMatchObject({ duePence: 100_000 });
    const receipt = await browser.open(`/payments/${payment.id}/receipt`);
    expect(receipt.heading).toBe("Receipt");
    for (const part of ["£243.50", "Wednesday 13 May 2026 at 10:00am", reference, "No VAT", "Pay council tax"])
      expect(receipt.text).toContain(part);
    // Back and again: the bill is not paid twice.
    await browser.post(`/payments/${payment.id}`);
    await browser.post(`/demo-pay/demo-${payment.id}`, { choice: "decline" });
    expect(await stateOf(caseId)).toBe("done");
    expect(await findBill(house, "council-tax", reference)).toMatchObject({ duePence: 100_000 });
  });

  it("waits for its payer's button: the page itself tells what is to be paid", async () => {
    const { house, browser, payBill } = await setup();
    const { reference, payment } = await payBill("council-tax", demoBills.councilTax.reference, 24_350);
    const page = await browser.open(`/payments/${payment.id}`);
    expect(page.heading).toBe("Pay £243.50");
    expect(page.text).toContain(unbroken(reference));
    expect(await findPayment(house, payment.id)).toMatchObject({ state: "created" });
    await browser.submit();
    expect(browser.page!.heading).toBe("Demonstration payment");
    expect(await findPayment(house, payment.id)).toMatchObject({ state: "started" });
    await browser.submit({ choice: "pay" });
    expect((await browser.open(`/payments/${payment.id}`)).path).toContain("/done/");
  });

  it("says that no money was taken when the card is declined, and what is kept; the next attempt pays", async () => {
    const { house, browser, book, stateOf, choose } = await setup();
    const { caseId, reference, payment } = await book();
    await browser.post(`/payments/${payment.id}`);
    const declined = await choose("decline");
    expect(declined.heading).toBe("Your payment did not go through");
    expect(declined.text).toContain("We have not taken any money from you");
    expect(declined.text).toContain("until 10:15am");
    expect(declined.text).toContain(unbroken(reference));
    expect(await stateOf(caseId)).toBe("unpaid");
    await browser.submit();
    expect(browser.page!.heading).toBe("Demonstration payment");
    await choose("pay");
    expect(await paymentsOf(house, caseId)).toMatchObject([{ state: "failed" }, { state: "paid" }]);
    expect(await bookingOf(house, caseId)).toMatchObject({ state: "booked" });
    expect(await stateOf(caseId)).toBe("received");
  });

  it("is settled though its payer never comes back, and keeps its place all the while", async () => {
    const { house, clock, browser, book, stateOf } = await setup();
    const { caseId, payment } = await book();
    await browser.post(`/payments/${payment.id}`);
    // Paid in the last minute, the browser closed at once; the hold would have expired long before.
    clock.advance(89 * minute);
    await releasePlaces(house);
    expect(await taken(house)).toBe(1);
    const { demoPayments } = house.db.tables(demoPayTables);
    await house.db.transaction(() => house.db.q.update(demoPayments).set({ state: "paid" }));
    clock.advance(60 * minute);
    await releasePlaces(house);
    expect(await bookingOf(house, caseId)).toMatchObject({ state: "booked" });
    await settlePayments(house);
    expect([await stateOf(caseId), await taken(house)]).toEqual(["received", 1]);
  });

  it("gives its place back when nobody pays, and takes it again for another attempt", async () => {
    const { house, clock, browser, book, stateOf } = await setup();
    const { caseId, payment } = await book();
    await browser.post(`/payments/${payment.id}`);
    await browser.submit({ choice: "leave" });
    clock.advance(91 * minute);
    await settlePayments(house);
    expect(await findPayment(house, payment.id)).toMatchObject({ state: "expired" });
    clock.advance(15 * minute);
    await releasePlaces(house);
    expect([await stateOf(caseId), await taken(house)]).toEqual(["unpaid", 0]);
    await browser.post(`/payments/${payment.id}`, { again: "yes" });
    expect(browser.page!.heading).toBe("Demonstration payment");
    expect(await taken(house)).toBe(1);
  });

  it("gives the money back when the place was gone before a late payment came", async () => {
    const { house, clock, browser, book, choose } = await setup();
    const { caseId, payment } = await book();
    await browser.post(`/payments/${payment.id}`);
    await cancelBooking(house, { caseId });
    const page = await choose("pay");
    expect(page.heading).toBe("We are giving your money back");
    clock.advance(minute);
    await runOutbox(house, paymentHandlers);
    expect(await findPayment(house, payment.id)).toMatchObject({ state: "refunded" });
  });

  it("keeps the payer's language all the way, even one chosen on the provider's page", async () => {
    const { browser, payBill } = await setup();
    const { payment } = await payBill("council-tax", demoBills.councilTax.reference, 100);
    expect((await browser.post(`/pl/payments/${payment.id}`)).path).toBe(`/pl/demo-pay/demo-${payment.id}`);
    await browser.submit({ choice: "cancel" });
    expect(browser.page!.path).toBe(`/pl/payments/${payment.id}/return`);
    await browser.open(`/ar/demo-pay/demo-${payment.id}`);
    const back = browser.page!.dom.querySelector("main a.govuk-button");
    expect(back?.getAttribute("href")).toBe(`/ar/payments/${payment.id}/return`);
  });

  it("has valid pages", async () => {
    const { house, browser, book } = await setup();
    const { caseId, payment } = await book();
    const validate = new HtmlValidate({ extends: ["html-validate:recommended", "html-validate:a11y"] });
    const faults: string[] = [];
    const check = async () => {
      // What the portal's frame does is its own tests' matter.
      const report = await validate.validateString(browser.page!.dom.querySelector("main")!.outerHTML);
      for (const message of report.results.flatMap((result) => result.messages))
        if (!ignored.has(message.ruleId)) faults.push(`${browser.page!.path}: ${message.ruleId} ${message.message}`);
    };
    await browser.open(`/payments/${payment.id}`);
    await check();
    await browser.submit();
    await check();
    await browser.open(`/payments/${payment.id}/return`);
    expect(browser.page!.heading).toBe("We are checking your payment");
    await check();
    await browser.post(`/demo-pay/demo-${payment.id}`, { choice: "decline" });
    await check();
    await browser.submit();
    await browser.submit({ choice: "pay" });
    expect(browser.page!.path).toContain("/done/");
    const paid = (await paymentsOf(house, caseId)).find((one) => one.state === "paid");
    await browser.open(`/payments/${paid!.id}/receipt`);
    await check();
    expect(faults).toEqual([]);
  });

  it("shows a payment to nobody but its own person", async () => {
    const { guest, portal, book, browser, choose } = await setup();
    const { payment, reference } = await book();
    await browser.post(`/payments/${payment.id}`);
    await choose("pay");
    const calendar = await browser.open(`/cases/${reference}/calendar.ics`);
    expect(calendar.headers.get("content-type")).toContain("text/calendar");
    expect(calendar.html).toContain("BEGIN:VEVENT");
    const strangers = [portal.browser(), (await guest()).browser];
    for (const stranger of strangers)
      for (const path of ["", "/return", "/receipt"])
        expect((await stranger.open(`/payments/${payment.id}${path}`)).status).toBe(404);
    expect((await strangers[1]!.post(`/payments/${payment.id}`, { again: "yes" })).status).toBe(404);
    expect((await strangers[1]!.open(`/cases/${reference}/calendar.ics`)).status).toBe(404);
    expect((await browser.open("/payments/none/return")).status).toBe(404);
  });

  it("has no demo provider outside of a demonstration", async () => {
    const { house, browser, book } = await setup();
    const { payment } = await book();
    await browser.post(`/payments/${payment.id}`);
    house.config.demo = false;
    expect((await browser.open(`/demo-pay/demo-${payment.id}`)).status).toBe(404);
    const other = await book();
    const page = await browser.post(`/payments/${other.payment.id}`);
    expect([page.status, page.heading]).toEqual([503, "You cannot pay at the moment"]);
  });

  it("keeps the demo borough's calendar eight weeks ahead", async () => {
    const { house, clock } = await setup();
    const { slots } = house.db.tables(bookingTables);
    const count = async () => (await house.db.q.select({ id: slots.id }).from(slots)).length;
    const before = await count();
    await seedResources(house.db, clock.now());
    await extendSlots(house);
    expect(await count()).toBe(before);
    // Monday 25 May is a bank holiday, and so nothing is added for 20 July's week but its own days.
    clock.advance(7 * 24 * 60 * minute);
    await extendSlots(house);
    expect(await count()).toBe(before + 5 * (3 * 15 + 2));
  });

  it("shows what a business rates account owes before it is paid, to whoever knows its postcode too", async () => {
    const { house, portal } = await setup();
    const { reference, postcode } = demoBills.businessRates;
    const { id } = await createAccount(house, { email: "o@example.org", name: "Olwen", password: "long enough 26" });
    const owner = by({ kind: "account", id });
    const premises = { lines: ["1 Mill Lane"], town: "Brackenford", postcode: "BK1 2AB" };
    const crumb = await createOrganisation(house, owner, {
      kind: "sole-trader",
      name: "Crumb",
      number: null,
      premises,
    });
    const browser = portal.browser();
    browser.cookies.set("session", (await beginSession(house, { accountId: id })).token);
    await browser.open(pathFor(crumb.id, "/services/pay-business-rates/bill"));
    for (const wrong of [
      { postcode: "BK9 9ZZ", bill: reference },
      { postcode, bill: "BR1" },
    ]) {
      const page = await browser.submit(wrong);
      expect([page.status, page.text]).toEqual([400, expect.stringContaining("account with this number and postcode")]);
      expect(page.text).not.toContain("8,640");
    }
    const amount = await browser.submit({ postcode: postcode.toLowerCase(), bill: ` ${reference.toLowerCase()} ` });
    expect([amount.own, amount.text]).toEqual([
      "/services/pay-business-rates/amount",
      expect.stringContaining("You owe £8,640 today."),
    ]);
    const wrong = await browser.submit({ amount: "much" });
    expect([wrong.status, wrong.text]).toEqual([400, expect.stringContaining("You owe £8,640 today.")]);
    await browser.submit({ amount: "640" });
    await browser.submit({ email: "" });
    expect(browser.page!.own).toBe("/services/pay-business-rates/check");
    await browser.submit();
    await browser.submit({ choice: "pay" });
    const again = pathFor(crumb.id, "/services/pay-business-rates/");
    await browser.open(`${again}bill`);
    await browser.submit({ postcode, bill: reference });
    expect((await browser.open(`${again}amount`)).text).toContain("You owe £8,000 today.");
  });
});
