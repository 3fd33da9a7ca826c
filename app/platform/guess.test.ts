import { expect, it } from "vitest";
import { guess } from "./guess.server";
import { createRateLimits } from "./rate-limits.server";

const wrong = async () => undefined;
const right = async () => "found";

function setup() {
  const limits = createRateLimits(true);
  const config = { council: { phone: "020 7946 0000" } } as never;
  const caller = (address: string, session?: string) =>
    ({ limits, config, address, session: session ? { id: session, guestId: session } : undefined }) as const;
  /** How many wrong tries are taken before nothing is looked up any more. */
  const exhaust = async (next: (times: number) => { as: ReturnType<typeof caller>; record?: string }) => {
    for (let times = 0; times < 1000; times++) {
      const { as, record } = next(times);
      if ((await guess(as, { kind: "bill", record }, wrong)).kind === "wait") return times;
    }
    return Number.POSITIVE_INFINITY;
  };
  return { caller, exhaust };
}

it("makes a network wait that tries many records, each from a new session", async () => {
  const { caller, exhaust } = setup();
  const tried = await exhaust((times) => ({ as: caller("192.0.2.1", `s${times}`), record: `r${times}` }));
  expect(tried).toBeLessThanOrEqual(30);
  expect(await guess(caller("192.0.2.1"), { kind: "bill", record: "own" }, right)).toMatchObject({
    kind: "wait",
    message: { values: { count: 15, phone: "\u2068020 7946 0000\u2069" } },
  });
  expect(await guess(caller("192.0.2.2"), { kind: "bill", record: "own" }, right)).toMatchObject({ kind: "right" });
});

it("makes a session wait, from however many networks it comes", async () => {
  const { caller, exhaust } = setup();
  expect(await exhaust((times) => ({ as: caller(`n${times}`, "one"), record: `r${times}` }))).toBeLessThanOrEqual(10);
});

it("lets nobody try at one record again and again, from however many networks and sessions, however it is written", async () => {
  const { caller, exhaust } = setup();
  const written = ["PCN 123", "pcn-123", "ＰＣＮ１２３", "PCN\u200e123"];
  const next = (times: number) => ({ as: caller(`n${times}`, `s${times}`), record: written[times % 4]! });
  expect(await exhaust(next)).toBeLessThanOrEqual(10);
  expect((await guess(caller("other"), { kind: "bill", record: "PCN 124" }, right)).kind).toBe("right");
});

it("counts no right try, and looks up nothing where too many were wrong", async () => {
  const { caller, exhaust } = setup();
  const ann = caller("192.0.2.1", "ann");
  for (let times = 0; times < 100; times++)
    expect((await guess(ann, { kind: "bill", record: "own" }, right)).kind).toBe("right");
  expect(await exhaust(() => ({ as: ann, record: "own" }))).toBe(10);
  let looked = false;
  await guess(ann, { kind: "bill", record: "own" }, async () => {
    looked = true;
  });
  expect(looked).toBe(false);
});

it("lets no more through when they come at once", async () => {
  const { caller } = setup();
  const tries = Array.from({ length: 200 }, () => guess(caller("192.0.2.1", "one"), { kind: "bill" }, wrong));
  expect((await Promise.all(tries)).filter(({ kind }) => kind === "wrong")).toHaveLength(10);
});
