import type { Browser, Page } from "../browser";

type Fields = Record<string, string | string[] | Blob | Blob[]>;
/** What is typed at each step, by the step's id. A notice needs nothing. */
export type Answers = Record<string, Fields | ((page: Page) => Fields)>;

/** A journey that needs no seed: a call back. */
export const callBack: Answers = {
  topic: { topic: "waste" },
  about: { about: "The bins in the yard" },
  "call-times": { "call-times": ["morning", "midday"] },
  language: { language: "english" },
  "call-needs": { "call-needs": ["none"] },
  contact: { name: "Zoë O'Neill", email: "zoe@example.org", phone: "020 7946 0018" },
};

/** A pothole, up to where photos may be added. */
export const pothole: Answers = {
  danger: { danger: "no-danger" },
  place: { "place-description": "here" },
  surface: { surface: "road" },
  "size-and-depth": { size: "small", depth: "deep" },
};

/** An appointment; needs the demo borough's resources. */
export const appointment: Answers = {
  topic: { topic: "benefits" },
  about: { about: "A letter that I do not understand" },
  place: { place: "harbour-library" },
  language: { language: "english" },
  "access-needs": { "access-needs": ["none"] },
  slot: (page) => ({ slot: firstSlot(page) }),
  contact: { name: "Ann Other", email: "ann@example.org", phone: "" },
};

export const firstSlot = (page: Page): string => {
  const slot = page.dom.querySelector("input[name=slot]")?.getAttribute("value");
  if (!slot) throw new Error(`No time is offered on ${page.path}: ${page.text.slice(0, 200)}`);
  return slot;
};

export const placeOf = (page: Page): string => page.path.split("?")[0]!.split("/")[3] ?? "";

/** Answers step after step until the page of that name, as somebody without scripts does. */
export async function walk(browser: Browser, service: string, answers: Answers, until = "check"): Promise<Page> {
  const start = await browser.open(`/services/${service}`);
  let page = await browser.open(start.dom.querySelector("a.govuk-button--start")!.getAttribute("href")!);
  for (let pages = 0; pages < 40; pages++) {
    const place = placeOf(page);
    if (place === until) return page;
    const answer = answers[place] ?? {};
    page = await browser.submit(typeof answer === "function" ? answer(page) : answer);
    if (page.status >= 400) throw new Error(`${page.path} answered ${page.status}: ${page.text.slice(0, 300)}`);
  }
  throw new Error(`${service} did not come to ${until}: it is at ${page.path}`);
}

/** Another tab of the same browser, with the same page open. */
export function openTab(browser: Browser, portal: { browser: () => Browser }): Browser {
  const tab = portal.browser();
  for (const [name, value] of browser.cookies) tab.cookies.set(name, value);
  tab.page = browser.page;
  return tab;
}

/** The reference at the end of a confirmation's path. */
export function referenceOf(page: Page): string {
  const [, reference] = /\/done\/([0-9A-Z-]+)$/.exec(page.path) ?? [];
  if (!reference) throw new Error(`This is no confirmation: ${page.path} ${page.status} ${page.text.slice(0, 200)}`);
  return reference;
}
