import { eq } from "drizzle-orm";
import { expect, it, vi } from "vitest";
import { accountTables } from "~db/schema/accounts";
import { fixedClock } from "../../platform/clock";
import { eachDatabase } from "../../platform/db/testing.server";
import { openTestPortal } from "../../testing/portal.server";
import { createAccount } from "./accounts.server";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

const minute = 60 * 1000;
const password = "correct horse battery";

eachDatabase("who leaves the desk", (open) => {
  const setup = async () => {
    const clock = fixedClock("2026-05-13T09:00:00Z");
    const { house, browser } = await openTestPortal(await open(), { clock });
    const signIn = async (email: string, here = browser()) => {
      await here.open("/sign-in");
      await here.submit({ email, password });
      return here;
    };
    const account = (role: "resident" | "staff" | "floorwalker", name: string = role) =>
      createAccount(house, { email: `${name}@example.org`, name, password, role });
    const seenOf = async (id: string) => {
      const { sessions } = house.db.tables(accountTables);
      const [row] = await house.db.q.select().from(sessions).where(eq(sessions.accountId, id));
      return row!.seenAt.getTime();
    };
    return { house, clock, signIn, account, seenOf };
  };

  it.each([
    ["staff", "/staff"],
    ["floorwalker", "/floor"],
  ] as const)("as %s is signed out after 30 minutes without a page, and not before", async (role, home) => {
    const { clock, signIn, account } = await setup();
    await account(role);
    const here = await signIn(`${role}@example.org`);
    for (let page = 0; page < 4; page++) {
      clock.advance(29 * minute);
      expect((await here.open(home)).path).toBe(home);
    }
    clock.advance(30 * minute);
    expect((await here.open(home)).path).toBe(`/sign-in?next=${encodeURIComponent(home)}`);
    clock.advance(-20 * minute);
    expect((await here.open(home)).path).toMatch(/^\/sign-in/);
  });

  it("as a resident stays signed in", async () => {
    const { clock, signIn, account } = await setup();
    await account("resident");
    const here = await signIn("resident@example.org");
    clock.advance(11 * 60 * minute);
    expect((await here.open("/account")).path).toBe("/account");
  });

  it("costs a write a minute at most, and a page that asks by itself is nobody at the desk", async () => {
    const { clock, signIn, account, seenOf } = await setup();
    const { id } = await account("floorwalker");
    const here = await signIn("floorwalker@example.org");
    const begun = await seenOf(id);
    clock.advance(minute - 1);
    await here.open("/floor");
    expect(await seenOf(id)).toBe(begun);
    clock.advance(1);
    await here.open("/floor");
    expect(await seenOf(id)).toBe(begun + minute);
    clock.advance(29 * minute);
    await here.open("/floor/help/none/state");
    clock.advance(minute);
    expect((await here.open("/floor")).path).toMatch(/^\/sign-in/);
  });

  it("gets back what they typed after signing in again, and nobody else does", async () => {
    const { clock, signIn, account } = await setup();
    await account("staff");
    await account("staff", "other");
    for (const [path, fields] of [
      ["/staff/kiosks", { name: "Desk by the door", site: "Town Hall" }],
      ["/staff/call", { name: "Zoë O'Neill", address: "1 Mill Lane", locale: "en" }],
      ["/staff/floorwalkers", { email: "flo@example.org", pin: "491827", site: "Town Hall" }],
    ] as const) {
      const here = await signIn("staff@example.org");
      await here.open(path);
      clock.advance(31 * minute);
      const asked = await here.post(path, fields);
      expect(asked.path).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
      const kept = await here.submit({ email: "staff@example.org", password });
      for (const [name, typed] of Object.entries(fields)) if (name !== "pin") expect(kept.text).toContain(typed);
      expect(kept.html).not.toContain("491827");
      expect((await here.submit()).path).toMatch(path === "/staff/call" ? /^\/for\/[^/]+\/services$/ : path);
    }
    const desk = await signIn("staff@example.org");
    clock.advance(31 * minute);
    await desk.post("/staff/call", { name: "Zoë O'Neill", address: "1 Mill Lane", locale: "en" });
    expect((await signIn("other@example.org", desk)).page!.path).toBe("/staff");
    expect((await desk.open("/sign-in?kept=1")).text).not.toContain("Zoë");
  });
});
