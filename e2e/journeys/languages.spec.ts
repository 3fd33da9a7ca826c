import { readFileSync } from "node:fs";
import { expectAccessible } from "../support/accessible";
import { answer, arriveAt, choose, readReference, start } from "../support/steps";
import { expect, test } from "../support/test";

test.use({ viewport: { width: 390, height: 844 } });

const read = (file: string) => JSON.parse(readFileSync(`locales/ar/${file}.json`, "utf8"));
const [pothole, contact] = [read("services/report-pothole"), read("blocks/contact")];
const [ui, flow, questions] = [read("ui"), read("flow"), read("questions")];

test("a report that was begun in English is finished in Arabic @core", async ({ page, javaScriptEnabled }) => {
  const where = "Next to the post box";
  await start(page, "Report a pothole", "/services/report-pothole");
  await answer(page, "Is anyone in danger because of the pothole?", () => choose(page, "No, it is not an emergency"));
  await answer(page, "Where is the pothole?", async () => {
    await page.getByLabel("Postcode or street name").fill("BK1 2AB");
    await page.getByLabel("Where exactly is it?").fill(where);
  });
  await answer(page, "What is the pothole in?", () => choose(page, "Road"));
  await arriveAt(page, "How big is the pothole?");
  const saved = javaScriptEnabled ? page.waitForResponse(/\/save$/) : undefined;
  await choose(page, "15 to 30 cm, like a dinner plate");
  await saved;

  await page.getByRole("link", { name: "العربية" }).click();
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await arriveAt(page, pothole.steps["size-and-depth"].title);
  expect(new URL(page.url()).pathname).toBe("/ar/services/report-pothole/size-and-depth");
  const medium = page.getByRole("radio", { name: pothole.questions.size.options.medium, exact: true });
  if (javaScriptEnabled) await expect(medium).toBeChecked();
  await medium.check();
  await choose(page, pothole.questions.depth.options.deep);
  const go = () => page.getByRole("button", { name: ui.continue, exact: true }).click();
  await go();
  await arriveAt(page, pothole.steps.more.title);
  await go();
  await arriveAt(page, contact.steps.contact.title);
  await page.getByLabel(contact.questions.email.label).fill("not an address");
  await go();
  await expect(page.getByRole("alert")).toContainText(questions.types.email.format);
  await page.getByLabel(contact.questions.email.label).fill("");
  await page.getByLabel(contact.questions.name.label).fill("فاطمة");
  await go();
  await arriveAt(page, flow.check.title);
  await expect(page.getByRole("main")).toContainText(where);
  await expect(page.getByRole("main")).toContainText("فاطمة");
  await expect(page.getByRole("main")).toContainText(pothole.questions.surface.options.road);
  if (javaScriptEnabled) await expectAccessible(page);
  await page.getByRole("button", { name: pothole.sendButton }).click();
  await readReference(page, flow.done.report);
  await expect(page.locator("html")).toHaveAttribute("lang", "ar");
});

for (const [lng, name] of Object.entries({ cy: "Cymraeg", pl: "Polski", ar: "العربية", en: "English" }))
  test(`every page names ${name} in its own words and leads to itself in it`, async ({ page }) => {
    await page.goto(lng === "en" ? "/pl/services/find-library" : "/services/find-library");
    await page.getByRole("link", { name, exact: true }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", lng);
    expect(new URL(page.url()).pathname).toBe(`${lng === "en" ? "" : `/${lng}`}/services/find-library`);
  });
