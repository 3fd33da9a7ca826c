import { type BrowserContext, expect, type Page as Tab } from "@playwright/test";
import { type Language, languageCodes, localPath } from "../../app/platform/i18n/languages";
import { type Browser, type Page, readForm } from "../../app/testing/browser";
import { expectAccessible, expectNoSidewaysScroll } from "./accessible";
import { cookiesOf } from "./accounts";
import { expectGoodHtml, expectReadable, titleOf } from "./page-checks";

const bothWays: Language[] = ["en", "ar"];

/** Looks closely at pages: the server's HTML in every language, and in Chromium as somebody with these cookies sees it. */
export class Visitor {
  readonly titles = new Map<string, string>();

  constructor(
    private readonly origin: string,
    private readonly tab: Tab,
    private readonly context: BrowserContext,
  ) {}

  /**
   * A page that is opened by its address.
   * @param alone whether its title is its own; pages in another state keep theirs
   * @param looked the languages to look at it in: one in each direction, unless its errors are looked at too
   */
  async open(
    browser: Browser,
    path: string,
    {
      status = 200,
      looked = bothWays,
      alone = true,
    }: { status?: number; looked?: Language[] | undefined; alone?: boolean } = {},
  ): Promise<void> {
    for (const lng of languageCodes) {
      const page = await browser.open(localPath(lng, path));
      expect(page.status, page.path).toBe(status);
      this.checkHtml(page, lng);
      if (lng === "en") await this.checkWhole(page, alone);
    }
    await this.borrow(browser);
    for (const lng of looked) {
      await this.tab.goto(localPath(lng, path));
      await this.look();
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
    }
    await this.borrow(browser);
    for (const lng of bothWays) {
      await this.tab.goto(localPath(lng, path));
      await this.tab.evaluate(clear);
      await this.tab.locator("main form[method=post] button[type=submit]:not([name], [aria-hidden])").first().click();
      await expect(this.tab.locator(".govuk-error-summary")).toBeVisible();
      await this.look();
    }
    return true;
  }

  /** A step as it stands once it is answered. */
  async openAgain(browser: Browser, path: string): Promise<void> {
    const page = await browser.open(path);
    await expectGoodHtml(page);
    await this.borrow(browser);
    await this.tab.goto(path);
    await this.look();
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

  private async look(): Promise<void> {
    await expectAccessible(this.tab);
    await expectNoSidewaysScroll(this.tab);
  }

  /** Chromium becomes the person whose pages these are. */
  private async borrow(browser: Browser): Promise<void> {
    await this.context.clearCookies();
    await this.context.addCookies(cookiesOf(browser, this.origin));
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
