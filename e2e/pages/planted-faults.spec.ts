import { findFaults } from "../support/accessible";
import { expect, test } from "../support/test";

const path = "/services/report-pothole/danger";

/** What somebody could break on one page of one service, in one language: each hurts somebody. */
const faults: Record<string, () => void> = {
  "a label that belongs to nothing": () => document.querySelector("main label")!.removeAttribute("for"),
  "a label without words": () => document.querySelector("main label")!.replaceChildren(" "),
  "a button without words": () => document.querySelector("main form button:not([name])")!.replaceChildren(),
  "a link without words": () => document.querySelector("main a, .govuk-back-link")!.replaceChildren(),
  "a role that there is none of": () => document.querySelector("main p, main div")!.setAttribute("role", "sausage"),
  "a state that its role does not have": () => document.querySelector("main h1")!.setAttribute("aria-checked", "yes"),
  "a picture without an alternative": () => document.querySelector("main form")!.append(new Image()),
  "words too pale to read": () => document.querySelector<HTMLElement>("main h1")!.style.setProperty("color", "#ddd"),
  "what can be reached inside what is hidden": () =>
    document.querySelector("main form")!.setAttribute("aria-hidden", "true"),
  "a form of the same name as another": () => {
    const form = Object.assign(document.createElement("form"), { ariaLabel: "Search" });
    document.querySelector("main")!.append(form, form.cloneNode());
  },
  "no title": () => document.querySelector("title")!.replaceChildren(),
  "no language": () => document.documentElement.removeAttribute("lang"),
};

test("a fault on any page is found, though axe has seen the like of the page before", async ({ page }) => {
  for (const [name, plant] of Object.entries(faults)) {
    for (const lng of ["", "/pl"]) {
      await page.goto(`${lng}${path}`);
      expect(await findFaults(page)).toEqual([]);
    }
    await page.evaluate(plant);
    expect(await findFaults(page), name).not.toEqual([]);
  }
});
