import { expect, it } from "vitest";
import { bookingTables } from "~db/schema/bookings";
import { seedDemo } from "~db/seed/demo";
import { seedResources } from "~db/seed/resources";
import { createAccount } from "../features/accounts/accounts.server";
import { eachDatabase } from "../platform/db/testing.server";
import { saveSettings } from "../services/catalogue.server";
import { callBack, walk } from "../testing/faults/journey";
import { openTestPortal } from "../testing/portal.server";

const ada = { name: "Ada", email: "ada@example.org", password: "wagon thistle harbour" };
const typed = "The bins in the yard\nof number 7";

eachDatabase("what a council offers", (open) => {
  it("says that a service was switched off, keeps what was being typed and shows it, and goes on once it is back", async () => {
    const { house, browser: person } = await openTestPortal(await open());
    const browser = person();
    await createAccount(house, ada);
    await browser.open("/sign-in");
    await browser.submit({ email: ada.email, password: ada.password });
    await walk(browser, "request-call-back", callBack, "about");

    await saveSettings(house, "request-call-back", { on: false });
    const off = await browser.submit({ about: typed });
    expect([off.status, off.own, off.heading]).toEqual([404, "/services/request-call-back", "Request a call back"]);
    expect(off.text).toContain("You cannot use this service online at the moment.");
    expect(off.text).toContain(house.config.council.phone);
    expect(off.html).toContain(typed);
    expect(off.text).toContain("Bins and recycling");
    expect(off.dom.querySelector("a.govuk-button--start")).toBeNull();
    for (const page of ["about", "check"])
      expect((await browser.open(`/services/request-call-back/${page}`)).own).toBe("/services/request-call-back");
    const account = await browser.open("/account");
    expect(account.dom.querySelector('main a[href="/services/request-call-back"]')).not.toBeNull();
    expect((await person().open("/services/request-call-back")).text).not.toContain("so far");

    await saveSettings(house, "request-call-back", { on: true });
    await browser.open("/services/request-call-back/about");
    expect((await browser.submit()).own).toBe("/services/request-call-back/call-times");
  });

  it("says what it costs, and offers an advisor where one can be booked, and not on the form that leads there", async () => {
    const { house, browser } = await openTestPortal(await open());
    const advisorLink = 'main p a[href="/services/book-advisor-appointment"]';
    const before = await browser().open("/services/report-pothole");
    expect(before.dom.querySelector(advisorLink)).toBeNull();
    expect(before.text).not.toContain("advisor");
    await seedResources(house.db, house.clock.now());
    expect((await browser().open("/services/report-pothole")).dom.querySelector(advisorLink)).not.toBeNull();
    const start = async (service: string) => (await browser().open(`/services/${service}`)).text;
    const advisor = "You can also book a time with an advisor";
    const [debt, free, fees, meeting] = await Promise.all(
      ["pay-parking-charge", "report-pothole", "book-trade-waste-collection", "book-advisor-appointment"].map(start),
    );
    expect(debt).toContain("We show you what you owe before you pay");
    expect(debt).not.toContain("Free");
    expect(free).toContain("Free");
    expect(free).toContain(advisor);
    expect(fees).toContain("£");
    expect(fees).not.toContain("Free");
    expect(meeting).not.toContain(advisor);
  });

  it("says on the start page what cannot work, and lets nobody begin", async () => {
    const { house, browser: person } = await openTestPortal(await open());
    const start = async (service: string) => {
      const page = await person().open(`/services/${service}`);
      const button = page.dom.querySelector("a.govuk-button--start");
      return button ? "offered" : page.dom.querySelector(".govuk-inset-text")!.text.slice(0, 45);
    };
    for (const service of ["find-councillor", "find-library", "find-collection-day", "pay-council-tax"])
      expect(await start(service)).toBe("We do not have this information online yet. U");
    expect(await start("book-advisor-appointment")).toBe("There are no times to book at the moment. Try");
    await seedDemo(house);
    const all = [
      "find-councillor",
      "find-library",
      "find-collection-day",
      "pay-council-tax",
      "book-advisor-appointment",
    ];
    for (const service of all) expect(await start(service)).toBe("offered");

    const { slots } = house.db.tables(bookingTables);
    await house.db.transaction(() => house.db.q.update(slots).set({ taken: 1, capacity: 1 }));
    expect(await start("book-advisor-appointment")).toBe("There are no times to book at the moment. Try");
    house.config.demo = false;
    for (const service of ["pay-council-tax", "apply-resident-parking-permit", "book-bulky-waste-collection"]) {
      expect(await start(service)).toBe("We cannot take payments online at the moment,");
    }
    expect((await person().open("/services/pay-council-tax/bill")).own).toBe("/services/pay-council-tax");
    expect((await person().post("/services/pay-council-tax/bill", { bill: "90000019" })).own).toBe(
      "/services/pay-council-tax",
    );
    expect(await start("report-pothole")).toBe("offered");
  });
});
