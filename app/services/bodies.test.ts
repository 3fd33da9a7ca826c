import { beforeAll, describe, expect, it } from "vitest";
import { seedResources } from "~db/seed/resources";
import { addKiosk, enrolKiosk, enrolmentCode } from "../features/kiosks/kiosks.server";
import { blankOf, bodyIds } from "../platform/bodies";
import { copySqlite } from "../platform/db/testing.server";
import { readLocales } from "../platform/i18n/i18n.server";
import { isolate } from "../platform/i18n/isolate";
import { languageCodes, localPath } from "../platform/i18n/languages";
import { otherCouncil } from "../testing/council";
import { type Answers, pothole, walk } from "../testing/faults/journey";
import { openTestPortal, type TestPortal } from "../testing/portal.server";
import { textsIn } from "../testing/service-words";
import { saveSettings } from "./catalogue.server";
import { definitions } from "./definitions";

/** A council that has none of the bodies, and one that has each, with a name of its own. */
const none = { COUNCIL_TRUNK_ROADS: "none", COUNCIL_RAILWAY: "none", COUNCIL_CANALS: "none", COUNCIL_RIVERS: "none" };
const each = {
  COUNCIL_COUNTY: "Ottershire County Council; 01632 960100; https://county.example/report",
  COUNCIL_SEWERAGE: "Otter Sewers; 01632 960200",
  COUNCIL_WATER: "Otter Water; https://water.example",
  COUNCIL_RED_ROUTES: "Roads for Otterham; 01632 960300; https://red.example",
  COUNCIL_TRUNK_ROADS: "Trunk Otter; 01632 960400; https://trunk.example",
};
const names = Object.fromEntries(Object.entries(each).map(([key, value]) => [key, value.split(";")[0]!]));
const place = { place: { "place-description": "here" } };
const safe = { danger: { danger: "no-danger" }, ...place };

/** Where another body is named: [service, answers on the way, the page, who stands there with which links]. */
const named: [service: string, answers: Answers, step: string, name: keyof typeof each, links: string[]][] = [
  [
    "report-pothole",
    { ...safe, surface: { surface: "red-route" } },
    "red-route",
    "COUNCIL_RED_ROUTES",
    ["tel:01632960300", "https://red.example"],
  ],
  [
    "report-pothole",
    { ...safe, surface: { surface: "motorway" } },
    "motorway",
    "COUNCIL_TRUNK_ROADS",
    ["tel:01632960400", "https://trunk.example"],
  ],
  ["report-pothole", { ...safe, surface: { surface: "cover" } }, "cover", "COUNCIL_SEWERAGE", ["tel:01632960200"]],
  ["report-pothole", { ...safe, surface: { surface: "cover" } }, "cover", "COUNCIL_WATER", ["https://water.example"]],
  [
    "report-fly-tipping",
    { ...safe, land: { land: "motorway" } },
    "motorway",
    "COUNCIL_TRUNK_ROADS",
    ["tel:01632960400", "https://trunk.example"],
  ],
  [
    "request-call-back",
    { topic: { topic: "roads" } },
    "county",
    "COUNCIL_COUNTY",
    ["tel:01632960100", "https://county.example/report"],
  ],
  ["request-call-back", { topic: { topic: "safeguarding" } }, "safeguarding", "COUNCIL_COUNTY", ["tel:01632960100"]],
  ["book-advisor-appointment", { topic: { topic: "adult-care" } }, "county", "COUNCIL_COUNTY", ["tel:01632960100"]],
];

it.each(languageCodes)("texts in %s name another body only where it is left out when there is none", (lng) => {
  const blanks = new Map(bodyIds.map((id) => [`{{${blankOf(id)}}}`, id]));
  const wrong = Object.entries(readLocales()[lng]).flatMap(([file, words]) =>
    textsIn(words).flatMap(([path, text]) => {
      const service = definitions.find(({ id }) => file === `services/${id}`);
      const [part, step, rest] = path.split(".");
      const body = service?.steps.flatMap((one) => (one.id === step && "body" in one ? [one.body] : []))[0];
      const isAside = (id: string) => part === "steps" && (rest === "body" || (rest === "title" && body === id));
      return [...blanks]
        .filter(([blank, id]) => text.includes(blank) && !isAside(id))
        .map(([blank]) => `${file} ${path} ${blank}`);
    }),
  );
  expect(wrong).toEqual([]);
});

it.each(languageCodes)("texts in %s leave the names of other bodies to the settings", (lng) => {
  const fixed = /National Highways|Network Rail|Transport for London|TfL|River Trust|Environment Agency|النقل في لندن/;
  const found = Object.entries(readLocales()[lng]).flatMap(([file, words]) =>
    textsIn(words).flatMap(([path, text]) => (path !== "keywords" && fixed.test(text) ? [`${file} ${path}`] : [])),
  );
  expect(found).toEqual([]);
});

describe("in an area with other bodies", () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await openTestPortal(await copySqlite(), { env: { ...otherCouncil, ...each, RATE_LIMITS: "false" } });
    await seedResources(portal.house.db, portal.house.clock.now());
  });

  it.each(languageCodes)("a service of the county is not begun, and says in %s whom to tell", async (lng) => {
    for (const service of ["report-pothole", "find-library", "apply-skip-licence"]) {
      const browser = portal.browser();
      const start = await browser.open(localPath(lng, `/services/${service}`));
      const main = start.dom.querySelector("main")!;
      expect(start.status).toBe(200);
      // In its own order within a sentence of another direction, whatever the name ends with.
      expect(main.text).toContain(isolate(names["COUNCIL_COUNTY"]!));
      expect(main.querySelector('a[href="tel:01632960100"]')).not.toBeNull();
      expect(main.querySelector('a[href="https://county.example/report"]')?.text).toContain("Ottershire");
      expect(main.querySelector("a.govuk-button--start")).toBeNull();
      expect(main.querySelector("[lang]")).toBeNull();
      const step = definitions.find(({ id }) => id === service)!.steps[0]!.id;
      const inside = await browser.open(localPath(lng, `/services/${service}/${step}`));
      expect(inside.own).toBe(`/services/${service}`);
    }
  });

  it("still finds the service, and gives it back to a council that does it for the county", async () => {
    const browser = portal.browser();
    expect((await browser.open("/search?q=pothole")).html).toContain('href="/services/report-pothole"');
    await saveSettings(portal.house, "report-pothole", { body: "none" });
    await saveSettings(portal.house, "report-fly-tipping", { body: "county" });
    const [pothole, tip] = ["report-pothole", "report-fly-tipping"].map((id) => `/services/${id}`);
    expect((await browser.open(pothole!)).dom.querySelector("a.govuk-button--start")).not.toBeNull();
    expect((await browser.open(tip!)).dom.querySelector("a.govuk-button--start")).toBeNull();
    await saveSettings(portal.house, "report-fly-tipping", {});
  });

  it.each(named)("%s with %j: %s names %s", async (service, answers, step, setting, links) => {
    await saveSettings(portal.house, service, { body: "none" });
    const browser = portal.browser();
    await walk(browser, service, answers, step);
    for (const lng of languageCodes) {
      const main = (await browser.open(localPath(lng, `/services/${service}/${step}`))).dom.querySelector("main")!;
      expect(main.text, lng).toContain(names[setting]);
      for (const link of links) expect(main.querySelector(`a[href="${link}"]`), `${lng} ${link}`).not.toBeNull();
      expect(main.text, lng).not.toMatch(/\{\{|undefined/);
      expect(main.querySelector("[lang]"), lng).toBeNull();
    }
  });

  it("opens no page of another body on a PC that anybody may use, but says where it is", async () => {
    const { house } = portal;
    const id = await addKiosk(
      house,
      { actor: { kind: "staff", id: "staff" }, channel: "online" },
      { name: "Kiosk 1", site: "Library" },
    );
    const browser = portal.browser();
    browser.cookies.set("kiosk", (await enrolKiosk(house, (await enrolmentCode(house, id))!))!);
    await browser.post("/kiosk", { to: "apply" });
    const page = await browser.open("/services/apply-skip-licence");
    expect(page.text).toContain("https://county.example/report");
    expect(page.dom.querySelector('main a[href^="https:"]')).toBeNull();
  });
});

describe("in an area without other bodies", () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await openTestPortal(await copySqlite(), { env: { ...otherCouncil, ...none, RATE_LIMITS: "false" } });
  });

  it.each(languageCodes)("none is offered as an answer or named in %s", async (lng) => {
    const browser = portal.browser();
    await walk(browser, "report-pothole", pothole, "surface");
    const at = (path: string) => browser.open(localPath(lng, `/services/${path}`));
    const values = (await at("report-pothole/surface")).dom
      .querySelectorAll("main input[type=radio]")
      .map((input) => input.getAttribute("value"));
    expect(values).toContain("private");
    expect(values).not.toContain("red-route");
    expect(values).not.toContain("motorway");
    await browser.submit({ surface: "private" });
    const stop = await at("report-pothole/not-our-land");
    expect(stop.dom.querySelectorAll('main a[href^="https:"]')).toEqual([]);
    expect(stop.dom.querySelectorAll("main p.govuk-body").length).toBeGreaterThan(3);
    const notice = await at("pay-parking-charge/before-you-pay");
    for (const page of [stop, notice]) expect(page.text).not.toMatch(/\{\{|undefined|red route/);
  });

  it("a subject of the county is the council's own", async () => {
    const page = await walk(portal.browser(), "request-call-back", { topic: { topic: "roads" } }, "about");
    expect(page.own).toBe("/services/request-call-back/about");
  });
});
