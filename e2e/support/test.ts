import { test as base, expect } from "@playwright/test";
import { watchTab } from "./page-checks";

/** The test of Playwright, whose page must not complain nor call anybody else. */
export const test = base.extend<{ origin: string; quiet: undefined }>({
  origin: async ({ baseURL }, use) => use(baseURL!),
  quiet: [
    async ({ page, origin }, use) => {
      const problems = watchTab(page, origin);
      await use(undefined);
      expect(problems, "the browser complains").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
