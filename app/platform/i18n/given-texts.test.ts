import { describe, expect, it } from "vitest";
import { type GivenTexts, noteTexts, readGiven } from "./given-texts";
import { createTexts } from "./i18n.server";
import { languageCodes } from "./languages";

const textsOf = createTexts();

describe.each(languageCodes)("texts that a page takes along (%s)", (lng) => {
  const text = textsOf(lng);
  const given = (texts: Record<string, string>, organisation?: string): GivenTexts =>
    // By way of JSON, as the page holds them.
    JSON.parse(JSON.stringify({ lng, dir: text.dir, organisation, facts: text.facts, texts }));

  it.each([0, 1, 2, 3, 5, 11, 22, 100])("are the same in the browser, with the form for %s", (count) => {
    const said = text.t("search:count", { count });
    expect(readGiven(given(text.bundle(["search"]))).t("search:count", { count })).toBe(said);
    const noted: Record<string, string> = {};
    expect(noteTexts(text, noted).t("search:count", { count })).toBe(said);
    expect(readGiven(given(noted)).t("search:count", { count })).toBe(said);
  });

  it("know the council, the words of components, and whom the links stay with", () => {
    const noted: Record<string, string> = {};
    const page = noteTexts(text, noted);
    const shown = [page.t("ui:footer.hours"), page.t("ui:words.nowhere", { defaultValue: "Nothing yet" })];
    const browser = readGiven(given(noted, "7f3k"));
    expect([browser.t("ui:footer.hours"), browser.t("ui:words.nowhere")]).toEqual(shown);
    expect(browser.link("/services")).toBe(text.actingFor("7f3k").link("/services"));
  });
});
