import { Browser } from "../../app/testing/browser";
import { expectAccessible } from "../support/accessible";
import { demoStaff, signIn } from "../support/accounts";
import { answer, arriveAt, choose, fillSignIn } from "../support/steps";
import { expect, test } from "../support/test";
import { Visitor } from "../support/visit";

test("staff open a case for somebody on the phone, who gets a letter", async ({ page, request, context, origin }) => {
  await page.goto("/staff/call");
  await fillSignIn(page, demoStaff);
  await arriveAt(page, "Help someone on the phone");
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page.getByRole("alert")).toContainText("Enter the person’s name");
  await expectAccessible(page);
  await page.getByLabel("Name", { exact: true }).fill("Ola Łącka");
  await page.getByLabel("Address for letters").fill("1 Mill Lane\nBrackenford\nBK1 2AB");
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page.getByRole("region", { name: /filling this in for .Ola Łącka/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Report a pothole" }).click();
  await page.getByRole("button", { name: "Start now" }).click();
  await answer(page, "Is anyone in danger because of the pothole?", () => choose(page, "No, it is not an emergency"));
  await answer(page, "Where is the pothole?", () => page.getByLabel("Where exactly is it?").fill("By the old oak"));
  await answer(page, /./, () => page.getByRole("radio").first().check());
  await answer(page, /./, async () => {
    for (const group of await page.getByRole("group").all()) await group.getByRole("radio").first().check();
  });
  await answer(page, /./);
  await answer(page, /./);
  await page.getByRole("button", { name: "Send report" }).click();
  await page.waitForURL(/done/);
  const reference = new URL(page.url()).pathname.split("/").at(-1)!;
  await expectAccessible(page);
  await page.getByRole("link", { name: "Finish the call" }).click();
  await page.getByRole("link", { name: "Letters to print" }).click();
  await arriveAt(page, "Letters to print");
  await page.getByRole("link", { name: new RegExp(reference) }).click();
  await expect(page.getByRole("article")).toContainText(reference);
  await expectAccessible(page);
  const letter = new URL(page.url()).pathname;
  const pdf = await page.request.get(`${letter}/pdf`);
  expect(pdf.headers()["content-type"]).toBe("application/pdf");
  expect((await request.get(`${letter}/pdf`, { maxRedirects: 0 })).status()).toBe(303);

  await page.getByRole("button", { name: "It is printed and in its envelope" }).click();
  await page.getByRole("link", { name: "Printed letters" }).click();
  await arriveAt(page, "Printed letters");
  await page.getByRole("link", { name: new RegExp(reference) }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Print it again" }).click();
  await expect(page.getByRole("button", { name: "Open the PDF" })).toBeVisible();

  const staff = new Browser(origin);
  await signIn(staff, demoStaff);
  const visitor = new Visitor(origin, page, context);
  for (const path of ["/staff/call", "/staff/letters", "/staff/letters/printed", letter])
    await visitor.open(staff, path);
});
