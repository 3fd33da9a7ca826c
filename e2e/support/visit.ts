import { type BrowserContext, expect, type Page as Tab } from "@playwright/test";
import { type Language, languageCodes, localPath } from "../../app/platform/i18n/languages";
import { type Browser, type Page, readForm } from "../../app/testing/browser";
import { carryAxe, expectNoSidewaysScroll, isAccessible, note } from "./accessible";
import { cookiesOf } from "./accounts";
import { Glance } from "./glance";
import { expectGoodHtml, expectReadable, titleOf } from "./page-checks";

/**
 * Looks closely at pages, in every language: at the server's HTML, at how wide it gets, and where it is built as nothing
 * before in this run also in Chromium, opened as somebody with these cookies.
 */
export class Visitor {
  readonly titles = new Map<string, string>();
  private glance: Glance | undefined;

  constructor(
    private readonly origin: string,
    private readonly tab: Tab,
    private readonly context: BrowserContext,
  ) {}

  /**
   * A page that is opened by its address.
   * @param alone whether its title is its own; pages in another state keep theirs
   */
  async open(
    browser: Browser,
    path: string,
    { status = 200, alone = true }: { status?: number; alone?: boolean } = {},
  ): Promise<void> {
    for (const lng of languageCodes) {
      const page = await browser.open(localPath(lng, path));
      expect(page.status, page.path).toBe(status);
      this.checkHtml(page, lng);
      if (lng === "en") await this.checkWhole(page, alone);
      await this.look(browser, page, () => this.tab.goto(page.path));
    }
  }

  /**
   * The page that answers when a form is sent as empty as it can be.
   * @returns whether there was one: some forms may be left empty
   */
  async sendEmpty(browser: Browser, path: string): Promise<boolean> {
    for (const lng of languageCodes) {
      const before = await browser.open(localPath(lng, path));
      const form = before.dom.querySelector("main form[method=post]");
      if (!form) return false;
      for (const control of form.querySelectorAll("input:not([type=hidden]), textarea, select")) control.remove();
      const page = await browser.post(before.path, readForm(form));
      if (page.status !== 400) return false;
      this.checkHtml(page, lng);
      if (lng === "en") await expectGoodHtml(page);
      await this.look(browser, page, async () => {
        await this.tab.goto(before.path);
        await this.tab.evaluate(clear);
        await this.tab.locator("main form[method=post] button[type=submit]:not([name], [aria-hidden])").first().click();
        await expect(this.tab.locator(".govuk-error-summary")).toBeVisible();
      });
    }
    return true;
  }

  /** A step as it stands once it is answered. */
  async openAgain(browser: Browser, path: string): Promise<void> {
    const page = await browser.open(path);
    await expectGoodHtml(page);
    await this.look(browser, page, () => this.tab.goto(path));
  }

  private async checkWhole(page: Page, alone: boolean): Promise<void> {
    await expectGoodHtml(page);
    if (!alone) return;
    const title = titleOf(page);
    const other = this.titles.get(title);
    expect.soft(other ?? page.path, `the title "${title}" belongs to one page only`).toBe(page.path);
    this.titles.set(title, page.path);
  }

  private checkHtml(page: Page, lng: Language): void {
    expectReadable(page);
    expect(page.dom.querySelector("html")?.getAttribute("lang"), page.path).toBe(lng);
  }

  /** @param open brings the tab to that page */
  private async look(browser: Browser, page: Page, open: () => Promise<unknown>): Promise<void> {
    if (!this.glance) {
      await carryAxe(this.tab);
      this.glance = await Glance.begin(this.context);
    }
    const fresh = await this.glance.at(page);
    if (fresh.length === 0) return;
    await this.context.clearCookies();
    await this.context.addCookies(cookiesOf(browser, this.origin));
    await open();
    if (await isAccessible(this.tab)) fresh.forEach(note);
    await expectNoSidewaysScroll(this.tab);
  }
}

/** Empties a form, as somebody does who takes back what was filled in for them. */
function clear(): void {
  for (const control of document.querySelectorAll<HTMLInputElement>(
    "main form input:not([type=hidden]), main form textarea, main form select",
  )) {
    if (control.type === "radio" || control.type === "checkbox") control.checked = false;
    else control.value = "";
  }
}
