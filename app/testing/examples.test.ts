import { describe, expect, it } from "vitest";
import { demoExample } from "~db/seed/borough/landmarks";
import { readPostcode } from "../features/places/places.server";
import { type Input, name, readValue, type Typed } from "../flow/questions/testing/ask";
import { createTexts, readLocales } from "../platform/i18n/i18n.server";
import { languageCodes } from "../platform/i18n/languages";
import { exampleReference, readReference } from "../platform/ids";

const locales = readLocales();

describe.each(languageCodes)("an example that pages show is taken where it is typed: %s", (lng) => {
  const all = JSON.stringify(locales[lng]);
  const { date, phone } = (locales[lng]["questions"] as { types: Record<string, object> }).types;
  const found = (texts: unknown, pattern: RegExp) => JSON.stringify(texts).match(pattern) ?? [];
  const read = (input: Input, typed: Typed | string) => readValue(input, typed, { lng });

  it("references, all of them the one that nothing ever gets", () => {
    expect(all.match(/\b[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}\b/g)).toBeNull();
    for (const key of ["cases:track.reference-hint", "cases:track.errors.reference", "kiosk:take.open.code-hint"]) {
      const [shown] = /[\dA-Z]{3}(-\u2060[\dA-Z]{3})+/.exec(createTexts()(lng).t(key)) ?? [];
      expect(readReference(shown ?? ""), `${key} has no example in one piece`).toBe(exampleReference);
    }
  });

  it("dates", async () => {
    const [example] = found(date, /\d+ \d+ \d{4}/);
    const [day, month, year] = example!.split(" ");
    const typed = { [`${name}-day`]: day!, [`${name}-month`]: month!, [`${name}-year`]: year! };
    expect(await read({ type: "date" }, typed)).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it("phone numbers", async () => {
    const numbers = found(phone, /\+?\d[\d ]{8,}\d/g);
    expect(numbers.length).toBeGreaterThan(1);
    for (const number of numbers) expect(await read({ type: "phone" }, number), number).toEqual(expect.any(String));
  });

  it("email addresses", async () => {
    const addresses = new Set(all.match(/[\w.]+@example\.\w+/g));
    expect(addresses.size).toBeGreaterThan(0);
    for (const address of addresses) expect(await read({ type: "email" }, address)).toBe(address);
  });
});

it("the example of a postcode is taken where it is typed", () => {
  expect(readPostcode(demoExample.postcode)).toBe(demoExample.postcode);
});
