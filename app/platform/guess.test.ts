import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createTestHouse } from "../testing/portal.server";
import { eachDatabase } from "./db/testing.server";
import { guess } from "./guess.server";
import { createRateLimits } from "./rate-limits.server";

const wrong = async () => undefined;
const right = async () => "found";

eachDatabase("what a secret opens", (open) => {
  async function setup() {
    const { db, log } = createTestHouse(await open());
    const limits = createRateLimits(true, { db, log });
    const config = { secret: "s".repeat(32), council: { phone: "020 7946 0000" } } as never;
    /** A browser that keeps what it is remembered for. */
    const caller = (address: string, session?: string) => ({
      limits,
      config,
      address,
      session: session ? { id: session, guestId: session } : undefined,
      client: undefined as { id: string; name: string } | undefined,
      kiosk: undefined as never,
      device: undefined as string | undefined,
      keepDevice(value: string) {
        this.device = value;
      },
    });
    /** How many wrong tries are taken before nothing is looked up any more. */
    const exhaust = async (next: (times: number) => { as: ReturnType<typeof caller>; record?: string }) => {
      for (let times = 0; times < 1000; times++) {
        const { as, record } = next(times);
        if ((await guess(as, { kind: "bill", record }, wrong)).kind === "wait") return times;
      }
      return Number.POSITIVE_INFINITY;
    };
    /** Strangers use up what all together may try at a record, and go on. */
    const besiege = (record: string) => exhaust((times) => ({ as: caller(`n${times}`, `s${times}`), record }));
    return { caller, exhaust, besiege };
  }

  it("makes a network wait that tries many records, each from a new session", async () => {
    const { caller, exhaust } = await setup();
    const tried = await exhaust((times) => ({ as: caller("192.0.2.1", `s${times}`), record: `r${times}` }));
    expect(tried).toBeLessThanOrEqual(30);
    expect(await guess(caller("192.0.2.1"), { kind: "bill", record: "own" }, right)).toMatchObject({
      kind: "wait",
      message: { values: { count: 15, phone: "\u2068020 7946 0000\u2069" } },
    });
    expect(await guess(caller("192.0.2.2"), { kind: "bill", record: "own" }, right)).toMatchObject({ kind: "right" });
  });

  it("makes a session wait, from however many networks it comes", async () => {
    const { caller, exhaust } = await setup();
    expect(await exhaust((times) => ({ as: caller(`n${times}`, "one"), record: `r${times}` }))).toBeLessThanOrEqual(10);
  });

  it("lets one network try at one record ten times, and keeps nobody else out by that, however it is written", async () => {
    const { caller, exhaust } = await setup();
    const written = ["PCN 123", "pcn-123", "ＰＣＮ１２３", "PCN\u200e123"];
    const next = (times: number) => ({ as: caller("192.0.2.1", `s${times}`), record: written[times % 4]! });
    expect(await exhaust(next)).toBe(10);
    expect((await guess(caller("192.0.2.1"), { kind: "bill", record: "PCN 124" }, right)).kind).toBe("right");
    expect((await guess(caller("192.0.2.2"), { kind: "bill", record: "PCN 123" }, right)).kind).toBe("right");
  });

  it("takes some hundred tries in all at one record from however many networks, and lets in who found it before", async () => {
    const { caller, besiege } = await setup();
    const owner = caller("192.0.2.1", "owner");
    expect((await guess(owner, { kind: "bill", record: "PCN 123" }, right)).kind).toBe("right");
    expect(await besiege("PCN 123")).toBeLessThanOrEqual(101);
    expect((await guess(caller("192.0.2.9"), { kind: "bill", record: "PCN 123" }, right)).kind).toBe("wait");
    const later = { ...owner, address: "192.0.2.2", session: undefined };
    expect((await guess(later, { kind: "bill", record: "pcn 123" }, right)).kind).toBe("right");
    // What one record says of a browser opens no other.
    await besiege("PCN 124");
    expect((await guess(later, { kind: "bill", record: "PCN 124" }, right)).kind).toBe("wait");
    const phone = { ...caller("192.0.2.3", "staff"), client: { id: "one", name: "Ann" } };
    expect((await guess(phone, { kind: "bill", record: "PCN 124" }, right)).kind).toBe("right");
  });

  it("gives who found a record before no more tries than ten", async () => {
    const { caller, exhaust } = await setup();
    const owner = caller("192.0.2.1", "owner");
    await guess(owner, { kind: "bill", record: "own" }, right);
    expect(await exhaust(() => ({ as: owner, record: "own" }))).toBe(10);
  });

  it("counts no right try, and looks up nothing where too many were wrong", async () => {
    const { caller, exhaust } = await setup();
    for (let times = 0; times < 40; times++)
      expect((await guess(caller("192.0.2.1", "ann"), { kind: "bill", record: "own" }, right)).kind).toBe("right");
    const ann = caller("192.0.2.1", "ann");
    expect(await exhaust(() => ({ as: ann, record: "own" }))).toBe(10);
    let looked = false;
    await guess(ann, { kind: "bill", record: "own" }, async () => {
      looked = true;
    });
    expect(looked).toBe(false);
  });

  it("lets no more through when they come at once", async () => {
    const { caller } = await setup();
    const tries = Array.from({ length: 200 }, () => guess(caller("192.0.2.1", "one"), { kind: "bill" }, wrong));
    expect((await Promise.all(tries)).filter(({ kind }) => kind === "wrong")).toHaveLength(10);
  });
});

describe("as time goes by", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"] }));
  afterEach(() => void vi.useRealTimers());

  /** Wrong tries at one record in a day: whoever may try again does so at once. */
  function dayOf(networks: number) {
    const limits = createRateLimits(true);
    const config = { council: { phone: "" } } as never;
    return async () => {
      let taken = 0;
      const waits: string[] = [];
      for (let minutes = 0; minutes < 24 * 60; minutes += 10) {
        for (let at = 0; at < networks; at++) {
          const as = { limits, config, address: `n${at}`, session: undefined, client: undefined } as never;
          const tried = await guess(as, { kind: "bill", record: "PCN 123" }, wrong);
          if (tried.kind === "wrong") taken++;
          if (tried.kind === "wait") waits.push(tried.message.key);
        }
        vi.advanceTimersByTime(10 * 60_000);
      }
      return { taken, waits };
    };
  }

  it("takes 20 wrong tries in a day from one network, and then says tomorrow", async () => {
    const { taken, waits } = await dayOf(1)();
    expect(taken).toBe(20);
    expect(waits).toContain("pages:too-many-guesses-today");
  });

  it("takes no more than 250 from however many, as the threat model reckons", async () => {
    const { taken } = await dayOf(60)();
    expect(taken).toBeGreaterThan(200);
    expect(taken).toBeLessThanOrEqual(250);
  });
});
