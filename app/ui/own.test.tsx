import { HtmlValidate } from "html-validate/node";
import type { ReactElement } from "react";
import { renderToString } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { LocaleProvider } from "./locale/locale.tsx";
import { examples } from "./testing/examples.tsx";
import { speak } from "./testing/locales.ts";

const folders = Object.keys(import.meta.glob("./*/*.tsx")).map((path) => path.split("/")[1]!);
const notComponents = ["choice", "field", "locale", "page", "testing"];
const govuk = Object.keys(import.meta.glob("/node_modules/govuk-frontend/dist/govuk/components/*/fixtures.json"));
const ours = [...new Set(folders)].filter(
  (name) => !notComponents.includes(name) && !govuk.some((path) => path.includes(`/components/${name}/`)),
);

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    // how React writes
    "void-style": "off",
    "doctype-style": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "attr-case": "off",
    "no-inline-style": "error",
  },
});

function render(element: ReactElement, lng: "en" | "ar"): string {
  return renderToString(<LocaleProvider value={speak(lng)}>{element}</LocaleProvider>).replaceAll("<!-- -->", "");
}

it("shows every component of our own in an example", () => {
  expect(Object.keys(examples).sort()).toEqual(ours.sort());
});

describe.each(Object.entries(examples))("%s", (_name, example) => {
  it.each(["en", "ar"] as const)("is valid in %s, and React has no complaint", async (lng) => {
    const complaints = vi.spyOn(console, "error");
    const report = await validator.validateString(render(example, lng));
    expect(report.results.flatMap(({ messages }) => messages.map((each) => each.message))).toEqual([]);
    expect(complaints).not.toHaveBeenCalled();
    complaints.mockRestore();
  });

  it("says nothing of its own in English to another reader", () => {
    const foreign = render(example, "ar");
    for (const word of ["Done", "Now", "Next", "Search", "Remove", "Add another", "Copied", "Language"])
      expect(foreign).not.toContain(`>${word}<`);
  });
});
