import type { Look } from "../../platform/context.server";

/** What changes one part of the look: a field of its form, and with `app-` before it a class of the html element. */
export const lookNames = { largeText: "large-text", highContrast: "high-contrast" } as const satisfies Record<
  keyof Look,
  string
>;

export const looks = Object.keys(lookNames) as (keyof Look)[];

/** How every visit begins. */
export const ordinaryLook: Look = { largeText: false, highContrast: false };

/** The classes of the html element at a kiosk. */
export const classesOf = (look = ordinaryLook): string =>
  ["govuk-template", "app-kiosk", ...looks.filter((one) => look[one]).map((one) => `app-${lookNames[one]}`)].join(" ");

/** A page that was kept while it looked otherwise, as its reader wants it now. */
export const inLook = (html: string, look: Look): string =>
  html.replace(/ class="govuk-template app-kiosk[^"]*"/, ` class="${classesOf(look)}"`);
