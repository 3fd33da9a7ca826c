import { beforeAll, describe, expect, it } from "vitest";
import { seedBorough } from "~db/seed/borough/seed-borough";
import { fixedClock } from "../platform/clock";
import { copySqlite } from "../platform/db/testing.server";
import { languageCodes, localPath } from "../platform/i18n/languages";
import { openTestPortal, type TestPortal } from "../testing/portal.server";

describe("what was found", () => {
  let portal: TestPortal;
  beforeAll(async () => {
    const db = await copySqlite();
    await seedBorough(db, { today: "2026-11-22", addresses: 60 });
    portal = await openTestPortal(db, { clock: fixedClock("2026-11-24T12:00:00Z") });
  });

  const look = async (service: string, lng: (typeof languageCodes)[number] = "en") => {
    const browser = portal.browser();
    await browser.open(localPath(lng, `/services/${service}/address`));
    const list = await browser.submit({ "address-postcode": "BK1 2AB" });
    const id = list.dom
      .querySelectorAll("select option")
      .map((one) => one.getAttribute("value"))
      .find((value) => value && value !== "not-listed");
    return browser.submit({ "address-id": id! });
  };

  it.each(languageCodes)("says in %s when a councillor can be met, and what to do next", async (lng) => {
    const page = await look("find-councillor", lng);
    const text = portal.house.texts(lng);
    expect(page.own).toBe("/services/find-councillor/result");
    expect(page.text).toContain("Community Hall");
    for (const line of text.items("services/find-councillor:next")) expect(page.text).toContain(line);
  });

  it("says by when bins must be out", async () => {
    expect((await look("find-collection-day")).text).toContain("Put your bins out by 6am on collection day.");
  });
});
