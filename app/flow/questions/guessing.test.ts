import { beforeAll, describe, expect, it } from "vitest";
import { demoBills, seedBills } from "~db/seed/bills";
import { copySqlite } from "../../platform/db/testing.server";
import { guess } from "../../platform/guess.server";
import { createRateLimits } from "../../platform/rate-limits.server";
import { definitions } from "../../services/definitions";
import { openTestPortal, type TestPortal } from "../../testing/portal.server";
import { Fields } from "../fields";
import { kindOf } from "./kinds";
import { wordsFor } from "./words";

const { parkingCharge } = demoBills;
const mostTries = 10;

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal(await copySqlite());
  await seedBills(portal.house.db, portal.house.clock.now());
});

/** Questions that open what is somebody's own to whoever knows enough of it. */
const asked = definitions.flatMap((service) =>
  service.steps
    .flatMap((step) => (step.kind === "questions" ? step.questions : []))
    .filter((question) => question.type === "bill" || "with" in question)
    .map((question) => ({ service: service.id, id: question.id, question })),
);

describe("what a service looks up by secrets", () => {
  it("is asked for somewhere", () => expect(asked.length).toBeGreaterThan(3));

  /** Asks as somebody who says this, from a network and a session. */
  function asker({ service, question }: (typeof asked)[number]) {
    const { house } = portal;
    const limits = createRateLimits(true);
    const guesserAt = (place: string) => ({
      limits,
      config: house.config,
      address: place,
      session: { id: place, guestId: place },
      client: undefined,
      device: undefined,
      kiosk: undefined,
      keepDevice: () => undefined,
    });
    const text = house.texts("en");
    return (number: number, place: string) =>
      kindOf(question).read(
        question,
        question.id,
        new Fields([[question.id, `BK${700_000 + number}`]]),
        wordsFor(text, service, question),
        {
          house,
          guess: (secret, look) => guess(guesserAt(place), secret, look),
          text,
          by: undefined,
          today: "2026-05-14",
          draftId: undefined,
          answers: {},
          sender: { who: "guest a-guest", network: "192.0.2.1" },
          files: new Map(),
          query: new URLSearchParams(),
        },
      );
  }

  it.each(asked)("cannot be guessed: $id of $service", async (one) => {
    const ask = asker(one);
    const read = (times: number) => ask(times, "192.0.2.1");
    for (let times = 0; times < mostTries; times++)
      expect(await read(times)).toMatchObject({ errors: [{ text: expect.not.stringContaining("Try again in") }] });
    expect(await read(mostTries)).toMatchObject({ errors: [{ text: expect.stringContaining("Try again in 15") }] });
  });

  it.each(asked)("is asked for slowly in the end, from however many networks: $id of $service", async (one) => {
    const read = asker(one);
    for (let times = 0; times < 101; times++)
      expect(await read(1, `n${times}`)).toMatchObject({
        errors: [{ text: expect.not.stringContaining("Try again in") }],
      });
    expect(await read(1, "another")).toMatchObject({ errors: [{ text: expect.stringContaining("Try again in 10") }] });
  });
});

it("makes who guesses wait, keeps what they typed, and lets in whoever had found theirs before", async () => {
  const found = portal.browser();
  const path = "/services/pay-parking-charge";
  const give = async (browser: typeof found, vehicle: string) => {
    await browser.post(`${path}/before-you-pay`);
    return browser.post(`${path}/charge`, { vehicle, bill: parkingCharge.reference });
  };
  expect((await give(found, parkingCharge.vehicle)).path).toBe(`${path}/contact`);
  for (const session of [portal.browser(), portal.browser()])
    for (let times = 0; times < mostTries; times++)
      expect((await give(session, `QQ${10 + times} ZZZ`)).status).toBe(400);
  const late = portal.browser();
  const page = await give(late, parkingCharge.vehicle);
  expect(page.text).toMatch(/Try again in \d+ minutes, or call us on/);
  expect(page.dom.querySelector("input[name=bill]")?.getAttribute("value")).toBe(parkingCharge.reference);
  expect((await late.open(`/pl${path}/charge`)).html).toContain(parkingCharge.reference);
  // The same browser, in another form, after its session ended.
  const again = portal.browser();
  again.cookies.set("device", found.cookies.get("device")!);
  expect((await give(again, parkingCharge.vehicle)).path).toBe(`${path}/contact`);
  await found.submit({ email: "" });
  expect(found.page!.path).toBe(`${path}/check`);
  expect((await found.submit()).heading).toBe("Demonstration payment");
});
