import { describe, expect, it } from "vitest";
import type { Language } from "../../../platform/i18n/languages";
import { name, read, readValue, render, type Typed } from "../testing/ask";
import { resolveDate } from "./date";
import { monthOf } from "./month";

const typed = (day: string, month: string, year: string): Typed => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
});
const unreal = { error: "Enter a real date, like 27 3 2026" };
const early = { error: "Enter a date that is Thursday 14 May 2026 or later" };
const late = { error: "Enter a date that is Thursday 14 May 2026 or earlier" };

describe("a date", () => {
  it.each([
    ["27", "3", "2026", "2026-03-27"],
    ["07", "03", "2026", "2026-03-07"],
    [" 7 ", " 3", "2026 ", "2026-03-07"],
    ["29", "2", "2024", "2024-02-29"],
    ["29", "2", "2000", "2000-02-29"],
    ["٢٧", "٣", "٢٠٢٦", "2026-03-27"],
    ["۲۷", "۳", "۲۰۲۶", "2026-03-27"],
    ["२७", "३", "२०२६", "2026-03-27"],
    ["27", "March", "2026", "2026-03-27"],
    ["27", "mar.", "2026", "2026-03-27"],
    ["27", "SEPT", "2026", "2026-09-27"],
    ["1", "1", "1000", "1000-01-01"],
  ])("%s %s %s is %s", async (day, month, year, kept) =>
    expect(await readValue({ type: "date" }, typed(day, month, year))).toBe(kept),
  );

  it.each([
    ["29", "2", "2026"],
    ["29", "2", "1900"],
    ["31", "4", "2026"],
    ["32", "1", "2026"],
    ["0", "1", "2026"],
    ["1.5", "3", "2026"],
    ["27x", "3", "2026"],
  ])("%s %s %s is none", async (day, month, year) =>
    expect(await readValue({ type: "date" }, typed(day, month, year))).toEqual(unreal),
  );

  it.each([
    ["24", "13", "2026"],
    ["3", "27", "2026"],
    ["27", "0", "2026"],
    ["27", "Ma", "2026"],
    ["27", "Ju", "2026"],
    ["27", "Smarch", "2026"],
    ["27", "1e1", "2026"],
  ])("%s %s %s has no such month, and the link leads there", async (day, month, year) =>
    expect(await read({ type: "date" }, typed(day, month, year))).toEqual({
      kind: "errors",
      errors: [{ field: `${name}-month`, text: "Enter a month from 1 to 12, or its name" }],
    }),
  );

  it.each([
    ["24", "11", "26"],
    ["27", "3", "20266"],
    ["27", "3", "-2026"],
  ])("%s %s %s asks for four figures of the year", async (day, month, year) =>
    expect(await read({ type: "date" }, typed(day, month, year))).toEqual({
      kind: "errors",
      errors: [{ field: `${name}-year`, text: "Enter the year with four figures, like 2026" }],
    }),
  );

  it.each(["24th", "24.", "24 th", "24TH", "24ain", "24-ego", "24º"])("%s is a day", async (day) =>
    expect(await readValue({ type: "date" }, typed(day, "3.", "2026"))).toBe("2026-03-24"),
  );

  it.each([
    ["", "3", "2026", "day"],
    ["27", "", "2026", "month"],
    ["27", "3", " ", "year"],
  ])("%j %j %j lacks something, and the link leads there", async (day, month, year, part) => {
    expect(await read({ type: "date" }, typed(day, month, year))).toEqual({
      kind: "errors",
      errors: [{ field: `${name}-${part}`, text: "Enter a day, a month and a year" }],
    });
  });

  it("keeps to its limits, the day itself included", async () => {
    const until = { type: "date", max: "today" } as const;
    expect(await readValue(until, typed("14", "5", "2026"))).toBe("2026-05-14");
    expect(await readValue(until, typed("15", "5", "2026"))).toEqual(late);
    const from = { type: "date", min: "today" } as const;
    expect(await readValue(from, typed("14", "5", "2026"))).toBe("2026-05-14");
    expect(await readValue(from, typed("13", "5", "2026"))).toEqual(early);
    expect(await readValue({ type: "date", max: "-18y" }, typed("14", "5", "2008"))).toBe("2008-05-14");
    expect(await readValue({ type: "date", max: "-18y" }, typed("15", "5", "2008"))).toMatchObject({
      error: expect.stringContaining("2008") as string,
    });
  });

  it.each([
    ["today", "2028-02-29"],
    ["-1y", "2027-02-28"],
    ["+1m", "2028-03-29"],
    ["+2w", "2028-03-14"],
    ["-1d", "2028-02-28"],
    ["2026-01-01", "2026-01-01"],
  ])("counts %s from 29 February 2028 as %s", (limit, date) => expect(resolveDate(limit, "2028-02-29")).toBe(date));

  it.each<[string, Language, number | undefined]>([
    ["maja", "pl", 5],
    ["wrzesień", "pl", 9],
    ["Października", "pl", 10],
    ["paz", "pl", 10],
    ["May", "pl", 5],
    ["Rhagfyr", "cy", 12],
    ["مارس", "ar", 3],
    ["August", "ar", 8],
    ["كانون الثاني", "ar", 1],
    ["كانون", "ar", undefined],
    ["آب", "ar", 8],
    ["اب", "ar", 8],
    ["غشت", "ar", 8],
    ["جويلية", "ar", 7],
    ["ماي", "ar", 5],
    ["إبريل", "ar", 4],
    ["تشرين الأول", "ar", 10],
    ["دجنبر", "ar", 12],
    ["maja", "en", undefined],
    ["", "en", undefined],
    ["Jun", "en", 6],
    ["Ju", "en", undefined],
  ])("knows the month %s in %s", (word, lng, month) => expect(monthOf(word, lng)).toBe(month));
});

it("marks the box that is wrong, and no other", async () => {
  const wrong = typed("24", "13", "2026");
  const errors = [{ field: `${name}-month`, text: "Enter a month from 1 to 12, or its name" }];
  const page = await render({ type: "date" }, wrong, { errors });
  const marked = page.querySelectorAll(".govuk-input--error").map((box) => box.getAttribute("name"));
  expect(marked).toEqual([`${name}-month`]);
});
