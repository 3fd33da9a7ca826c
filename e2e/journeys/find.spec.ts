import { answer, arriveAt, choose, findAddress, start } from "../support/steps";
import { expect, test } from "../support/test";

test("the next collections are found on the home page @core", async ({ page }) => {
  await page.goto("/");
  const part = page.getByRole("region", { name: "Your next collection" });
  await part.getByLabel("Postcode").fill("BK1 2AB");
  await part.getByRole("button", { name: "Show collection days" }).click();
  await part.getByRole("combobox").selectOption({ index: 3 });
  await part.getByRole("button", { name: "Show collection days" }).click();
  await expect(part.getByRole("listitem").first()).toContainText(/day \d+ \w+.*(Rubbish|Recycling|Food|Garden)/);
});

test("the collection day of a home is found @core", async ({ page }) => {
  await start(page, "Find your collection day", "/services/find-collection-day");
  await findAddress(page, "Where do you live?", "BK1 2AB", "2 Mill Lane");
  await arriveAt(page, "Your next collections");
  await expect(page.getByRole("main")).toContainText(/Rubbish|Recycling/);
});

test("the councillors of an address are found", async ({ page }) => {
  await start(page, "Find your councillor", "/services/find-councillor");
  await findAddress(page, "Which address do you want to look up?", "BK1 2AB", "2 Mill Lane");
  await arriveAt(page, "Your councillors");
  await expect(page.getByText(/You live in .+ ward\./)).toBeVisible();
  await expect(page.getByRole("heading", { level: 2 }).first()).not.toBeEmpty();
});

test("libraries are found by what they have @core", async ({ page }) => {
  await start(page, "Find a library", "/services/find-library");
  await answer(page, "What do you need from a library?", () => choose(page, "Computers and internet"));
  await arriveAt(page, "Libraries");
  await expect(page.getByText(/Open now|Closed now/).first()).toBeVisible();
});
