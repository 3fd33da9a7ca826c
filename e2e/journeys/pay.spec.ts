import { newEmail } from "../support/accounts";
import { parkingCharge } from "../support/bills";
import { readMail } from "../support/mail";
import { answer, arriveAt, readReference, start } from "../support/steps";
import { expect, test } from "../support/test";

test("a parking charge is paid, and cannot be paid twice @core", async ({ page, origin, javaScriptEnabled }) => {
  const { reference: notice, match: vehicle } = parkingCharge(javaScriptEnabled ? 2 : 3);
  const email = newEmail("charge");
  const fill = async () => {
    await page.getByLabel("What is the registration number of the vehicle?").fill(vehicle);
    await page.getByLabel("What is the number of the notice?").fill(notice);
  };
  await start(page, "Pay a penalty charge notice (PCN)", "/services/pay-parking-charge");
  await answer(page, "Before you pay");
  await answer(page, "Your penalty charge notice", async () => {
    await fill();
    await page.getByLabel("What is the registration number of the vehicle?").fill("QQ99 ZZZ");
  });
  await expect(page.getByRole("alert")).toBeVisible();
  await answer(page, "Your penalty charge notice", fill);
  await answer(page, "Where should we send your receipt? (optional)", () =>
    page.getByRole("textbox").last().fill(email),
  );
  await arriveAt(page, "Check your answers");
  await page.getByRole("button", { name: /^Pay £\d/ }).click();
  await arriveAt(page, "Demonstration payment");
  await page.getByRole("button", { name: "Pay", exact: true }).click();
  const reference = await readReference(page, "Your payment is made");
  await page.getByRole("link", { name: "See your receipt" }).click();
  await arriveAt(page, "Receipt");
  await expect(page.getByRole("main")).toContainText(notice);
  expect((await readMail(origin, email, /Your payment of £/)).subject).toContain(reference);

  await start(page, "Pay a penalty charge notice (PCN)", "/services/pay-parking-charge");
  await answer(page, "Before you pay");
  await answer(page, "Your penalty charge notice", fill);
  await expect(page.getByRole("alert")).toContainText("already paid");
});

test("who leaves the payment page finds the way back to it", async ({ page }) => {
  const { reference, match } = parkingCharge(4);
  await start(page, "Pay a penalty charge notice (PCN)", "/services/pay-parking-charge");
  await answer(page, "Before you pay");
  await answer(page, "Your penalty charge notice", async () => {
    await page.getByLabel("What is the registration number of the vehicle?").fill(match);
    await page.getByLabel("What is the number of the notice?").fill(reference);
  });
  await answer(page, "Where should we send your receipt? (optional)");
  await page.getByRole("button", { name: /^Pay £/ }).click();
  await arriveAt(page, "Demonstration payment");
  await page.getByRole("button", { name: "Leave without coming back" }).click();
  await arriveAt(page, "What do you need to do?");
  await page
    .getByRole("region", { name: "In progress" })
    .getByRole("link", { name: "Pay a penalty charge notice (PCN)" })
    .click();
  await page.getByRole("button", { name: /^Pay £/ }).click();
  await arriveAt(page, "Demonstration payment");
  await page.getByRole("button", { name: "Pay", exact: true }).click();
  await readReference(page, "Your payment is made");
});
