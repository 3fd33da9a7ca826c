import { createElement, type ReactNode } from "react";

type Options = Record<string, unknown>;

const RENAMED: Record<string, string> = {
  autocapitalize: "autoCapitalize",
  autocomplete: "autoComplete",
  colspan: "colSpan",
  hreflang: "hrefLang",
  inputmode: "inputMode",
  rowspan: "rowSpan",
  spellcheck: "spellCheck",
  tabindex: "tabIndex",
};

/** A string of HTML as a child. The wrapper is taken out again before the comparison. */
export const raw = (html: unknown): ReactNode =>
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the fixtures are ours to trust
  createElement("raw-html", { dangerouslySetInnerHTML: { __html: String(html) } });

const isObject = (value: unknown): value is Options => typeof value === "object" && value !== null;

/** Turns Nunjucks options into our props: `html` and `...Html` become `text` and `...Text`, names become React's. */
export function adapt(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(adapt);
  if (!isObject(value)) return value;
  const props: Options = {};
  for (const [key, item] of Object.entries(value)) {
    const isHtml = key === "html" || key.endsWith("Html");
    if (isHtml && item) props[key.replace(/^html$/, "text").replace(/Html$/, "Text")] = raw(item);
    else if (!isHtml && !(`${key}Html` in value)) {
      const name = RENAMED[key] ?? key;
      if (!(name === "text" && value["html"]) && !(name.endsWith("Text") && value[name.replace(/Text$/, "Html")]))
        props[name] = key === "attributes" ? toAttributes(item) : adapt(item);
    }
  }
  return props;
}

function toAttributes(given: unknown): unknown {
  if (!isObject(given)) return given;
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name === "maxlength" ? "maxLength" : (RENAMED[name] ?? name), value]),
  );
}
