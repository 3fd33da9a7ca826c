import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { composeMessage } from "../features/notifications/compose";
import { type Message, templates } from "../features/notifications/templates";
import { importPlaces, type PlacesFiles } from "../features/places/import/import-places.server";
import { findExample } from "../features/places/places.server";
import { copySqlite } from "../platform/db/testing.server";
import { readLocales } from "../platform/i18n/i18n.server";
import { languageCodes, localPath } from "../platform/i18n/languages";
import { otherCouncil } from "./council";
import { openTestPortal, type TestPortal } from "./portal.server";

/** What only the demo borough has: its name, streets, wards, postcodes, numbers and people. */
const demos =
  /brackenford|eastgate|guildhall|harbour|old quay|quayside|mill lane|\bBK\d|020 7946|Amara Hughes|\{\{|\bundefined\b/i;

/** What a text could say of one council only: a time on a clock, or the day it was written. */
const factsOfOne = /\d ?(am|pm)\b|\b\d{1,2}:\d\d\b|\d (صباحًا|مساءً|ظهرًا|بعد الظهر)|\b\d{1,2} \p{L}+ 20\d\d\b/u;

/** An example, and days that the law names. */
const notOfOne = [
  "apply-street-trading-licence.questions.hours.hint",
  "book-trade-waste-collection.questions.waste.hint",
];

it.each(languageCodes)("the texts in %s name no clock time and no date of one council", (lng) => {
  const factsIn = (value: unknown, path: string): string[] =>
    typeof value === "string"
      ? [`${path}: ${value}`].filter(() => factsOfOne.test(value) && !notOfOne.includes(path))
      : Object.entries(value ?? {}).flatMap(([key, inner]) => factsIn(inner, `${path}.${key}`));
  const texts = Object.entries(readLocales()[lng]);
  expect(texts.flatMap(([file, value]) => factsIn(value, file.replace(/^services\//, "")))).toEqual([]);
});

/** What was said of the demo, with some of what stands around it. */
const traces = (text: string) =>
  [...text.matchAll(new RegExp(demos, "gi"))].map(({ index }) => text.slice(Math.max(0, index - 40), index + 40));

/** The files of a real borough where they are, else a town of one street. */
const shared = "../shared/data";
const files: PlacesFiles = existsSync(shared)
  ? {
      wards: `${shared}/ealing_wards_2013.geojson`,
      postcodes: `${shared}/ealing_postcodes.csv`,
      addresses: `${shared}/ealing_addresses.csv`,
    }
  : makeTown();

function makeTown(): PlacesFiles {
  const folder = mkdtempSync(join(tmpdir(), "other-council-"));
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  return {
    postcodes: write("postcodes.csv", "postcode,latitude,longitude\nZZ1 1ZZ,54.05,1.05\n"),
    addresses: write(
      "addresses.csv",
      "number,street,locality_town,postcode,latitude,longitude\n1,Market Place,Otherham,ZZ1 1ZZ,54.05,1.05\n",
    ),
  };
}

it.each(languageCodes)("the texts in %s name nothing of one council", (lng) => {
  const words = JSON.stringify(readLocales()[lng]).replace(/\{\{\w+\}\}/g, "");
  expect(traces(words)).toEqual([]);
});

describe("with another council's settings and places, nothing of the demo is left", () => {
  let portal: TestPortal;
  let example: { postcode: string; street: string };
  beforeAll(async () => {
    const db = await copySqlite();
    await importPlaces(db, files);
    example = (await findExample(db))!;
    portal = await openTestPortal(db, { env: { ...otherCouncil, DEMO: "false", RATE_LIMITS: "false" } });
  }, 120_000);

  it.each(languageCodes)(
    "on any page in %s",
    async (lng) => {
      const browser = portal.browser();
      const open = ["/", "/no-such-page", "/register", "/reset-password", "/search?q=bins", "/track"].map((path) =>
        localPath(lng, path),
      );
      const seen = new Set(open);
      const left: string[] = [];
      let shown = "";
      for (const path of open) {
        const page = await browser.open(path);
        left.push(...traces(page.html).map((trace) => `${path}: ${trace}`));
        shown += page.text;
        for (const link of page.dom.querySelectorAll("a[href^='/']")) {
          const to = link.getAttribute("href")!.split(/#|\?next=/)[0]!;
          // Pages of other languages are gone through by themselves.
          if (seen.has(to) || to !== localPath(lng, to.replace(/^\/(cy|pl|ar)(?=\/|$)/, "") || "/")) continue;
          seen.add(to);
          open.push(to);
        }
      }
      expect(left).toEqual([]);
      expect(seen.size).toBeGreaterThan(35);
      const { COUNCIL_NAME: name, COUNCIL_ADDRESS: address, COUNCIL_PHONE: phone } = otherCouncil;
      expect([name, address, phone, example.postcode].filter((fact) => !shown.includes(fact))).toEqual([]);
      expect(portal.house.texts(lng).t("questions:types.location.place-hint")).toContain(example.street);
    },
    60_000,
  );

  it.each(languageCodes)("in any message or letter in %s", (lng) => {
    const values = { reference: "7K4-M2Q-9XD", serviceId: "report-pothole", name: "Ada", date: "2026-05-14" };
    for (const template of templates)
      for (const medium of ["email", "letter"] as const) {
        const message = { to: "ada@example.org", lng, template, values } as unknown as Message;
        const texts = portal.house.texts(lng);
        const { council } = portal.house.config;
        const letter = composeMessage(message, { texts, council, medium, url: "https://my.example/" });
        expect(traces(Object.values(letter).join("\n")), template).toEqual([]);
        expect(letter.text).toContain(council.name);
        expect(letter.text).toContain(texts.facts["hours"]);
      }
  });
});
