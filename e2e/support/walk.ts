import { pathFor } from "../../app/platform/i18n/languages";
import type { Service } from "../../app/services/service";
import type { Browser, Page } from "../../app/testing/browser";
import { type Filler, isAsked, openTask } from "../../app/testing/filler";

/** What a walk tells of the pages that it comes to. */
export interface Watch {
  /** A page as it is come upon, before anything is answered. */
  arrive(page: Page, key: string): Promise<void>;
  /** A step that was just answered. */
  answered(path: string, key: string): Promise<void>;
}

const maxPages = 80;

/** Goes through a service once, as somebody without scripts does, until it ends or stops. */
export async function walk(
  browser: Browser,
  { service, organisation }: { service: Service; organisation: string | undefined },
  filler: Filler,
  watch: Watch,
): Promise<void> {
  const start = await begin(browser, pathFor(organisation, `/services/${service.id}`));
  await watch.arrive(start, "start");
  let page = await browser.open(start.dom.querySelector("a.govuk-button--start")!.getAttribute("href")!);
  for (let pages = 0; pages < maxPages; pages++) {
    if (page.status >= 400) throw new Error(`${page.path} answers ${page.status}: ${page.text.slice(0, 300)}`);
    const { key, step } = placeOf(page, service);
    await watch.arrive(page, key);
    // Whoever watched may have opened other pages.
    if (browser.page !== page) page = await browser.open(page.path);
    if (step?.kind === "stop") filler.avoidLatest();
    if (key === "done" || key === "result" || step?.kind === "stop") return;
    if (step) page = await answer(browser, page, step, filler, key, watch);
    else if (key === "tasks") {
      const next = openTask(page) ?? page.dom.querySelector("main a.govuk-button")?.getAttribute("href");
      if (!next) return;
      page = await browser.open(next);
    } else if (key === "demo-pay") page = await browser.submit({ choice: "pay" });
    else page = await browser.submit();
  }
  throw new Error(`${service.id} does not end: after ${maxPages} pages it is at ${page.path}`);
}

/** The start page, with nothing begun. */
async function begin(browser: Browser, path: string): Promise<Page> {
  const start = await browser.open(path);
  const discard = start.dom.querySelector("main a[href*='/discard']")?.getAttribute("href");
  if (!discard) return start;
  await browser.open(discard);
  await browser.submit();
  return browser.open(path);
}

async function answer(
  browser: Browser,
  page: Page,
  step: Service["steps"][number],
  filler: Filler,
  key: string,
  watch: Watch,
): Promise<Page> {
  const path = page.path.split("?")[0]!;
  const now = await browser.open(path);
  const asked = step.kind === "questions" ? step.questions.filter(({ id }) => isAsked(now, id)) : [];
  const next = await browser.submit(filler.fill(asked, now));
  if (next.path.split("?")[0] !== path) await watch.answered(path, key);
  return next;
}

/** Which page of the service this is; a step has several where an address or a group is asked for. */
function placeOf(page: Page, service: Service) {
  const [, first = "", , place = ""] = page.own.split("?")[0]!.split("/");
  if (first !== "services") return { key: first, step: undefined };
  const step = service.steps.find((one) => one.id === place);
  const modes = page.dom
    .querySelectorAll("input[name$='-mode'], input[name$='-count']")
    .map((input) => input.getAttribute("value"));
  return {
    key: [place, ...modes.map((mode) => (/^\d+$/.test(mode ?? "") ? Math.min(Number(mode), 1) : mode))].join(" "),
    step,
  };
}
