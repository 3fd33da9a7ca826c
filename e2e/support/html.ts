import { expect } from "@playwright/test";
import { HtmlValidate } from "html-validate";

const checker = new HtmlValidate({
  root: true,
  extends: ["html-validate:standard"],
  rules: {
    // How the source looks is nobody's concern: React writes it.
    "void-style": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "no-trailing-whitespace": "off",
    "long-title": "off",
    "no-inline-style": "off",
    // React writes the doctype as it is in the standard's short form, in lower or upper case.
    "doctype-style": "off",
    // govuk-frontend's own markup, which was tested with assistive technology: role="button" on a link that looks like
    // one, role="list" where a list has no bullets, role="alert" and others beside native elements.
    "prefer-native-element": "off",
    "no-redundant-role": "off",
    // Numbers stand as they are read out and tapped: our own numbers are links where they can be called.
    "tel-non-breaking": "off",
  },
});

/** The server's HTML is valid. */
export async function expectValidHtml(html: string, where: string): Promise<void> {
  const report = await checker.validateString(html);
  const found = report.results.flatMap(({ messages }) =>
    messages.map(
      ({ ruleId, message, line, column, selector }) => `${ruleId}: ${message}\n    ${line}:${column} ${selector ?? ""}`,
    ),
  );
  expect.soft(found, `the HTML of ${where} is not valid`).toEqual([]);
}
