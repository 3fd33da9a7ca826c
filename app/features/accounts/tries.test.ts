import { afterEach, expect, it, vi } from "vitest";
import type { Context } from "../../platform/context.server";
import { createRateLimits } from "../../platform/rate-limits.server";
import { hashPassword } from "./passwords.server";
import { tryPassword } from "./tries.server";

const minute = 60_000;
const email = "ada@example.org";

afterEach(() => vi.useRealTimers());

async function setup() {
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"] });
  const limits = createRateLimits(true);
  const account = { id: "ada", email, passwordHash: await hashPassword("right") } as never;
  /** Somebody tries from a network, on a device that the account does not know. */
  const attempt = (address: string, password = "wrong") =>
    tryPassword({ limits, address, config: { secret: "s".repeat(32) } } as Context, { email, password, account });
  return { attempt };
}

it("makes one network wait longer and longer, and never for more than an hour", async () => {
  const { attempt } = await setup();
  const waits: number[] = [];
  for (let hours = 0; hours < 40; hours++) {
    let tried = await attempt("192.0.2.1");
    while (tried.kind === "wrong") tried = await attempt("192.0.2.1");
    if (tried.kind !== "wait") throw new Error("A wrong password was right.");
    waits.push(tried.wait);
    vi.advanceTimersByTime(tried.wait);
  }
  expect(waits[0]).toBeLessThanOrEqual(minute);
  expect(Math.max(...waits)).toBeGreaterThanOrEqual(30 * minute);
  expect(Math.max(...waits)).toBeLessThanOrEqual(60 * minute);
});

it("takes no more than some thousand tries in a day from however many networks, and lets in whoever waits half a minute", async () => {
  const { attempt } = await setup();
  for (let times = 0; times < 100; times++) expect((await attempt(`n${times}`)).kind).toBe("wrong");
  const late: string[] = [];
  for (let times = 0; times < 50; times++) late.push((await attempt(`m${times}`)).kind);
  expect(late.filter((kind) => kind === "wrong")).toHaveLength(1);
  expect(await attempt("new", "right")).toMatchObject({ kind: "wait" });
  vi.advanceTimersByTime(30_000);
  expect((await attempt("new", "right")).kind).toBe("right");
});

it("counts nobody's right password", async () => {
  const { attempt } = await setup();
  for (let times = 0; times < 50; times++) expect((await attempt("192.0.2.1", "right")).kind).toBe("right");
  for (let times = 0; times < 5; times++) expect((await attempt("192.0.2.1")).kind).toBe("wrong");
  expect((await attempt("192.0.2.1")).kind).toBe("wait");
});
