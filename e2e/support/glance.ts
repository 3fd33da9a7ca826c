import { type BrowserContext, expect, type Page as Tab } from "@playwright/test";
import type { Page } from "../../app/testing/browser";
import { findWide, isKnown } from "./accessible";
import { type Part, takeApart } from "./structure";

/**
 * Lays a page out as the server sent it, in a tab that keeps the portal's styles, without opening it: a tenth of the time.
 * It tells whether the page is wider than the window, and whether all of it was seen before in other words. What scripts
 * do to a page hangs on how it was sent, so a page that is like one that was opened and found good need not be opened.
 */
export class Glance {
  private constructor(
    private readonly tab: Tab,
    private readonly classes: string,
  ) {}

  static async begin(context: BrowserContext): Promise<Glance> {
    const tab = await context.newPage();
    await tab.goto("/");
    await tab.evaluate(
      `window.glance = (sent) => { (${show})(sent); return { wide: (${findWide})(), parts: (${takeApart})() } }; undefined`,
    );
    return new Glance(tab, await tab.evaluate(() => document.body.className));
  }

  /** @returns the structures on this page that nobody has looked at yet: all of them in a sweep */
  async at({ html, path }: Page): Promise<string[]> {
    const { wide, parts } = await this.tab.evaluate(
      (sent) => (window as unknown as Window & { glance: Look }).glance(sent),
      { html, classes: this.classes },
    );
    expect.soft(wide, `${path} scrolls sideways`).toEqual([]);
    return parts.map(({ structure }) => `as sent\n${structure}`).filter((structure) => !isKnown(structure));
  }
}

type Look = (sent: { html: string; classes: string }) => { wide: string[]; parts: Part[] };

/** Puts a page's body in place of the one that stands there. It runs in the browser. */
function show({ html, classes }: { html: string; classes: string }): void {
  const sent = new DOMParser().parseFromString(html, "text/html");
  const root = document.documentElement;
  for (const { name } of [...root.attributes]) root.removeAttribute(name);
  for (const { name, value } of sent.documentElement.attributes) root.setAttribute(name, value);
  document.title = sent.title;
  document.body.replaceWith(document.adoptNode(sent.body));
  document.body.className = `${document.body.className} ${classes}`;
}
