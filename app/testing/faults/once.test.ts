import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { bookingTables } from "~db/schema/bookings";
import { caseTables } from "~db/schema/cases";
import { flowTables } from "~db/schema/flow";
import { paymentTables } from "~db/schema/payments";
import { platformTables } from "~db/schema/platform";
import { demoBills, seedBills } from "~db/seed/bills";
import { seedResources } from "~db/seed/resources";
import { findCase } from "../../features/cases/cases.server";
import { eachDatabase } from "../../platform/db/testing.server";
import type { Browser, Page } from "../browser";
import { openTestPortal, type TestPortal } from "../portal.server";
import { type Answers, appointment, callBack, openTab, placeOf, referenceOf, walk } from "./journey";

// Whole journeys on a busy machine take their time.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

const invoice: Answers = { invoice: { postcode: demoBills.invoice.postcode, bill: demoBills.invoice.reference } };

eachDatabase("once only", (open) => {
  let portal: TestPortal;
  beforeAll(async () => {
    const db = await open();
    portal = await openTestPortal(db, { env: { RATE_LIMITS: "false" } });
    await seedResources(db, portal.house.clock.now());
    await seedBills(db, portal.house.clock.now());
  });

  const tabs = (browser: Browser, count: number) => Array.from({ length: count }, () => openTab(browser, portal));
  const casesOf = async (draftId: string) => {
    const { cases } = portal.house.db.tables(caseTables);
    return portal.house.db.q.select().from(cases).where(eq(cases.draftId, draftId));
  };
  const draftOf = (page: Page) => page.dom.querySelector("input[name=draft]")!.getAttribute("value")!;

  describe("sending", () => {
    it("makes one case of ten parallel submits, and shows each of them its reference", async () => {
      const browser = portal.browser();
      const draft = draftOf(await walk(browser, "request-call-back", callBack));
      const pages = await Promise.all(tabs(browser, 10).map((tab) => tab.submit()));
      expect(new Set(pages.map(referenceOf)).size).toBe(1);
      expect(await casesOf(draft)).toHaveLength(1);
      const { outbox } = portal.house.db.tables(platformTables);
      const messages = (await portal.house.db.q.select().from(outbox)).filter((row) =>
        JSON.stringify(row.payload).includes(referenceOf(pages[0]!)),
      );
      expect(messages).toHaveLength(1);
    });

    it.each([
      ["book-advisor-appointment", appointment],
      ["request-call-back", callBack],
    ] as const)(
      "shows the same reference after a double click, Back and another submit: %s",
      async (service, answers) => {
        const browser = portal.browser();
        const draft = draftOf(await walk(browser, service, answers));
        const twice = await Promise.all(tabs(browser, 2).map((tab) => tab.submit()));
        const again = await browser.submit();
        const references = [...twice, again].map(referenceOf);
        expect(new Set(references).size).toBe(1);
        // Back to an earlier page of the same form, sent once more.
        const back = await browser.post(`/services/${service}/contact`, { draft, ...(answers["contact"] as object) });
        expect(referenceOf(back)).toBe(references[0]);
        expect(await casesOf(draft)).toHaveLength(1);
      },
    );

    it("makes one case, one booking and takes one place, however often a booking is sent", async () => {
      const browser = portal.browser();
      const draft = draftOf(
        await walk(browser, "book-advisor-appointment", { ...appointment, place: { place: "civic-centre" } }),
      );
      const pages = await Promise.all(tabs(browser, 10).map((tab) => tab.submit()));
      expect(new Set(pages.map(referenceOf)).size).toBe(1);
      const { bookings, slots } = portal.house.db.tables(bookingTables);
      const made = await portal.house.db.q.select().from(bookings).where(eq(bookings.draftId, draft));
      expect(made.map((row) => row.state)).toEqual(["booked"]);
      const [slot] = await portal.house.db.q.select().from(slots).where(eq(slots.id, made[0]!.slotId));
      expect(slot!.taken).toBe(1);
    });

    it("makes one case and one payment, and leads every click to it", async () => {
      const browser = portal.browser();
      const draft = draftOf(await walk(browser, "pay-invoice", invoice));
      const pages = await Promise.all(tabs(browser, 5).map((tab) => tab.submit()));
      for (const page of pages) expect(page.path).toMatch(/^\/(demo-pay|payments)\//);
      const { payments } = portal.house.db.tables(paymentTables);
      const [sent, ...others] = await casesOf(draft);
      expect(others).toEqual([]);
      expect(await portal.house.db.q.select().from(payments).where(eq(payments.caseId, sent!.id))).toHaveLength(1);
    });

    it("shows what another tab answered meanwhile before it is sent", async () => {
      const browser = portal.browser();
      const draft = draftOf(await walk(browser, "request-call-back", callBack));
      const [other] = tabs(browser, 1);
      await other!.open("/services/request-call-back/about?change");
      await other!.submit({ about: "Another matter" });
      const shown = await browser.submit();
      expect([shown.status, shown.text]).toEqual([409, expect.stringContaining("Another matter")]);
      expect(shown.text).toContain("Your answers changed after you opened this page, perhaps in another tab.");
      expect(await casesOf(draft)).toEqual([]);
      const page = await browser.submit();
      expect((await findCase(portal.house, { reference: referenceOf(page) }))!.answers["about"]).toBe("Another matter");
    });

    it("shows what the page did not, where the price or the service became other", async () => {
      const browser = portal.browser();
      const page = await walk(browser, "pay-invoice", invoice);
      const [version, fee, answers] = page.dom.querySelector("input[name=seen]")!.getAttribute("value")!.split(".");
      const changed = await browser.submit({ seen: [Number(version) - 1, Number(fee) - 100, answers].join(".") });
      expect(changed.text).toContain("We changed the questions of this service after you opened this page.");
      expect(changed.text).toMatch(/The amount to pay was £[\d.]+\. It is now £[\d.]+\./);
      expect((await browser.submit()).path).toMatch(/^\/(demo-pay|payments)\//);
    });

    it("never says of an answer that it was kept when the case was sent without it", async () => {
      for (let round = 0; round < 4; round++) {
        const browser = portal.browser();
        const draft = draftOf(await walk(browser, "request-call-back", callBack));
        const [one, two] = tabs(browser, 2);
        const answer = { draft, about: `Changed in round ${round}` };
        const [sent, changed] = await Promise.all([
          one!.submit(),
          two!.post("/services/request-call-back/about?change", answer),
        ]);
        if (placeOf(changed) === "done") expect(referenceOf(changed)).toBe(referenceOf(sent));
        else expect([sent.status, sent.text]).toEqual([409, expect.stringContaining(answer.about)]);
      }
    });

    it("asks again where another tab opened a question anew", async () => {
      const browser = portal.browser();
      const draft = draftOf(await walk(browser, "request-call-back", callBack));
      const [other] = tabs(browser, 1);
      await other!.open("/services/request-call-back/language?change");
      await other!.submit({ language: "other" });
      const page = await browser.submit();
      expect(placeOf(page)).toBe("other-language");
      expect(await casesOf(draft)).toEqual([]);
    });
  });

  describe("drafts", () => {
    it("takes two first answers at once from a browser without a cookie", async () => {
      const browser = portal.browser();
      const post = () => browser.post("/services/request-call-back/topic", { topic: "housing" });
      const pages = await Promise.all([post(), post()]);
      for (const page of pages) expect(page.status).toBe(200);
      expect(placeOf(await browser.open("/services/request-call-back/about"))).toBe("about");
    });

    it("keeps both of two pages that are saved at once, and one draft only", async () => {
      const browser = portal.browser();
      const draft = draftOf(await walk(browser, "request-call-back", callBack, "contact"));
      const [one, two] = tabs(browser, 2);
      for (let round = 0; round < 5; round++) {
        await Promise.all([
          one!.post("/services/request-call-back/about", { draft, about: `about ${round}` }),
          two!.post("/services/request-call-back/topic", { draft, topic: round % 2 ? "roads" : "parking" }),
        ]);
        const { drafts } = portal.house.db.tables(flowTables);
        const [row] = await portal.house.db.q.select().from(drafts).where(eq(drafts.id, draft));
        expect(row!.answers).toMatchObject({ about: `about ${round}`, topic: round % 2 ? "roads" : "parking" });
      }
    });

    it("keeps what is typed at two steps at once, and shows it again", async () => {
      const browser = portal.browser();
      const draft = draftOf(await walk(browser, "request-call-back", callBack, "contact"));
      const [one, two] = tabs(browser, 2);
      await Promise.all([
        one!.post("/services/request-call-back/contact/save", { draft, sent: "0", name: "Half a na" }),
        two!.post("/services/request-call-back/about/save", { draft, sent: "1", about: "Half a sen" }),
      ]);
      const typed = async (step: string, field: string) =>
        (await browser.open(`/services/request-call-back/${step}`)).dom.querySelector(`[name="${field}"]`)!;
      expect((await typed("contact", "name")).getAttribute("value")).toBe("Half a na");
      expect((await typed("about", "about")).text).toBe("Half a sen");
    });

    it("never shows what was typed before an answer in its place, however late it is saved", async () => {
      const browser = portal.browser();
      await walk(browser, "request-call-back", callBack, "about");
      const path = "/services/request-call-back/about";
      const about = async (tab = browser) => (await tab.open(path)).dom.querySelector("[name=about]")!.text;
      const [late, other] = tabs(browser, 2);
      const save = async (tab: Browser, typed: string) => {
        const fields = tab
          .page!.dom.querySelectorAll("main form input[type=hidden]")
          .map(({ attributes }) => attributes);
        const own = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
        return (await openTab(tab, portal).post(`${path}/save`, { ...own, about: typed })).html;
      };
      expect(await save(browser, "The bi")).toContain("Saved at");
      await browser.submit({ about: "The bins" });
      expect(await save(late!, "The bin")).toContain("You answered this after you opened this page");
      expect(await about()).toBe("The bins");
      // What was refused is newer too.
      await browser.submit({ about: "" });
      expect(await save(late!, "The bin")).not.toContain("Saved at");
      expect(await about()).toBe("");
      // What is typed once the answer is known is newer than it.
      await about(other!);
      expect(await save(other!, "The bins in the yard")).toContain("Saved at");
      expect(await about()).toBe("The bins in the yard");
    });

    it("never shows older words in the place of newer ones, in whatever order a page's saves arrive", async () => {
      const browser = portal.browser();
      await walk(browser, "request-call-back", callBack, "about");
      const path = "/services/request-call-back/about";
      const about = async () => (await browser.open(path)).dom.querySelector("[name=about]")!.text;
      const { draft, sent } = Object.fromEntries(
        browser
          .page!.dom.querySelectorAll("main form input[type=hidden]")
          .map(({ attributes }) => [attributes["name"], attributes["value"]]),
      ) as Record<string, string>;
      const save = async (turn: string, typed: string) => {
        const fields = { draft: draft!, sent: sent!, turn, about: typed };
        const { status, html } = await openTab(browser, portal).post(`${path}/save`, fields);
        return [status, Object.keys(JSON.parse(html))];
      };
      const saved = [200, ["saved"]];
      expect(await save("one.2", "The bins")).toEqual(saved);
      // Its words are part of what is saved already: nothing is kept, and nothing is wrong.
      expect(await save("one.1", "The bi")).toEqual(saved);
      expect(await about()).toBe("The bins");
      // Another tab is typed into later; what the first one sent before arrives once more.
      expect(await save("two.1", "The bins in the yard")).toEqual(saved);
      for (const [turn, typed] of [
        ["one.1", "The bi"],
        ["one.2", "The bins"],
      ] as const)
        await save(turn, typed);
      expect(await about()).toBe("The bins in the yard");
      // The first tab is typed into again.
      expect(await save("one.3", "The bins here")).toEqual(saved);
      expect(await about()).toBe("The bins here");
      const parallel = [4, 9, 6, 8, 5, 7].map((turn) => save(`one.${turn}`, `The bins ${turn}`));
      await Promise.all(parallel);
      expect(await about()).toBe("The bins 9");
    });

    it("keeps what was typed at a step that has to wait for an earlier one", async () => {
      const browser = portal.browser();
      // The session ended while the page was open: its form names a draft that is somebody else's now.
      const lost = await browser.post("/services/request-call-back/about", { draft: "gone", about: "A long story" });
      expect(placeOf(lost)).toBe("topic");
      await browser.submit({ topic: "waste" });
      expect(browser.page!.dom.querySelector("[name=about]")!.text).toBe("A long story");
    });
  });

  describe("the last place", () => {
    const onlyOne = async (place: string) => {
      const { slots } = portal.house.db.tables(bookingTables);
      await portal.house.db.transaction(() =>
        portal.house.db.q
          .update(slots)
          .set({ capacity: 1, taken: 0 })
          .where(eq(slots.resourceId, `advisor-${place}`)),
      );
    };

    it("goes to one of two people; the other keeps all answers, and is told why to choose again", async () => {
      await onlyOne("eastgate-hub");
      const at = { ...appointment, place: { place: "eastgate-hub" } };
      const [one, two] = [portal.browser(), portal.browser()];
      const pages = await Promise.all(
        [one, two].map((browser) => walk(browser, "book-advisor-appointment", at, "slot")),
      );
      const slot = pages[0]!.dom.querySelector("input[name=slot]")!.getAttribute("value")!;
      const chosen = await Promise.all([one, two].map((browser) => browser.submit({ slot })));
      const won = chosen.findIndex((page) => placeOf(page) === "contact");
      const [winner, loser] = won === 0 ? [one, two] : [two, one];
      expect(chosen.filter((page) => placeOf(page) === "contact")).toHaveLength(1);
      expect(loser.page).toMatchObject({ status: 400 });
      expect(loser.page!.text).toContain("Someone else has just booked this");
      expect(loser.page!.dom.querySelector(`input[name=slot][value="${slot}"]`)).toBeNull();
      const next = await loser.submit({
        slot: loser.page!.dom.querySelector("input[name=slot]")!.getAttribute("value")!,
      });
      expect(placeOf(next)).toBe("contact");
      for (const browser of [winner, loser]) {
        await browser.submit(appointment["contact"] as Record<string, string>);
        expect(browser.page!.text).toContain("A letter that I do not understand");
        referenceOf(await browser.submit());
      }
    });

    it("that was lost while the answers were looked over is asked for again, with the reason", async () => {
      await onlyOne("civic-centre");
      const at = { ...appointment, place: { place: "civic-centre" } };
      const browser = portal.browser();
      const draft = draftOf(await walk(browser, "book-advisor-appointment", at));
      const { bookings, slots } = portal.house.db.tables(bookingTables);
      const [held] = await portal.house.db.q.select().from(bookings).where(eq(bookings.draftId, draft));
      // The hold ran out, and somebody else took the place.
      await portal.house.db.transaction(async () => {
        await portal.house.db.q
          .update(bookings)
          .set({ state: "released", liveKey: null })
          .where(eq(bookings.id, held!.id));
        await portal.house.db.q.update(slots).set({ taken: 1 }).where(eq(slots.id, held!.slotId));
      });
      const page = await browser.submit();
      expect(placeOf(page)).toBe("slot");
      expect(page.text).toContain("Someone else has just booked this");
      expect(await casesOf(draft)).toEqual([]);
      await browser.submit({ slot: page.dom.querySelector("input[name=slot]")!.getAttribute("value")! });
      const again =
        placeOf(browser.page!) === "contact"
          ? await browser.submit(appointment["contact"] as Record<string, string>)
          : browser.page!;
      expect(placeOf(again)).toBe("check");
      expect(again.text).toContain("A letter that I do not understand");
      referenceOf(await browser.submit());
    });

    it("is given back when an earlier answer leads to another place, and is chosen anew there", async () => {
      const browser = portal.browser();
      const draft = draftOf(
        await walk(browser, "book-advisor-appointment", { ...appointment, place: { place: "eastgate-hub" } }),
      );
      await browser.open("/services/book-advisor-appointment/place?change");
      const page = await browser.submit({ place: "civic-centre" });
      expect(placeOf(page)).toBe("slot");
      await browser.submit({ slot: page.dom.querySelector("input[name=slot]")!.getAttribute("value")! });
      expect(placeOf(browser.page!)).toBe("check");
      referenceOf(await browser.submit());
      const { bookings, slots } = portal.house.db.tables(bookingTables);
      const rows = await portal.house.db.q
        .select()
        .from(bookings)
        .innerJoin(slots, eq(slots.id, bookings.slotId))
        .where(eq(bookings.draftId, draft));
      const live = rows.filter((row) => row.bookings.liveKey !== null);
      expect(live.map((row) => row.slots.resourceId)).toEqual(["advisor-civic-centre"]);
    });

    it("cannot be had by naming a slot of something else", async () => {
      const { slots } = portal.house.db.tables(bookingTables);
      const [other] = await portal.house.db.q.select().from(slots).where(eq(slots.resourceId, "bulky-waste")).limit(1);
      const browser = portal.browser();
      await walk(browser, "book-advisor-appointment", { ...appointment, place: { place: "harbour-library" } }, "slot");
      const page = await browser.submit({ slot: other!.id });
      expect(page.status).toBe(400);
    });
  });
});
