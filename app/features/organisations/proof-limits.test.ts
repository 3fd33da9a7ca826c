import { expect, it, vi } from "vitest";
import { organisationTables } from "~db/schema/organisations";
import { fixedClock } from "../../platform/clock";
import { eachDatabase } from "../../platform/db/testing.server";
import { pathFor } from "../../platform/i18n/languages";
import type { Browser } from "../../testing/browser";
import { addOrganisation, bakery } from "../../testing/organisations";
import { openTestPortal } from "../../testing/portal.server";
import { createAccount } from "../accounts/accounts.server";
import { beginSession } from "../accounts/sessions.server";

vi.setConfig({ testTimeout: 60_000 });

eachDatabase("how many letters prove organisations", (openDatabase) => {
  const setup = async (env: Record<string, string>) => {
    const clock = fixedClock("2026-05-13T09:00:00Z");
    const { house, browser } = await openTestPortal(await openDatabase(), { clock, env });
    const newOwner = async (name: string) => {
      const email = `${name.toLowerCase()}@example.org`;
      const { id } = await createAccount(house, { email, name, password: "correct horse battery", role: "resident" });
      const owner = browser();
      owner.cookies.set("session", (await beginSession(house, { accountId: id })).token);
      return owner;
    };
    const { organisationCodes } = house.db.tables(organisationTables);
    const count = async () => (await house.db.q.select().from(organisationCodes)).length;
    return { house, newOwner, count };
  };
  const send = (owner: Browser, id: string, once: string) =>
    owner.post(pathFor(id, "/organisation/proof/letter"), { ...bakery, once, send: "yes" });

  it("are six by one account, also where it asks for several organisations at once", async () => {
    const portal = await setup({ RATE_LIMITS: "false" });
    const owner = await portal.newOwner("Olwen");
    const ids: string[] = [];
    for (let n = 0; n < 8; n++) ids.push(await addOrganisation(owner, { ...bakery, name: `Crumb ${n}` }));
    for (const id of ids.slice(0, 5)) await send(owner, id, id);
    await Promise.all(ids.slice(5).map((id) => send(owner, id, id)));
    expect(await portal.count()).toBe(6);
  });

  it("are so many from one network in a day, and no more are taken from it than are asked for", async () => {
    const portal = await setup({});
    const first = await portal.newOwner("Olwen");
    const id = await addOrganisation(first);
    // The same form again is no other letter.
    for (let n = 0; n < 30; n++) await send(first, id, "one");
    for (let n = 1; n < 20; n++) await portal.house.limits.letterNetwork.take("127.0.0.1");
    const second = await portal.newOwner("Mallory");
    const other = await addOrganisation(second, { ...bakery, name: "Crumb Ltd" });
    const page = await send(second, other, "one");
    expect(page.status).toBe(429);
    expect(page.text).toContain("Too many letters were asked for today.");
    expect(page.text).toContain("1 Mill Lane");
    expect(await portal.count()).toBe(1);
    await portal.house.limits.letterNetwork.reset("127.0.0.1");
    expect((await send(second, other, "one")).path).toContain("done=asked");
  });

  it("are so many in a day from everybody", async () => {
    const portal = await setup({});
    const owner = await portal.newOwner("Olwen");
    const id = await addOrganisation(owner);
    await portal.house.limits.letterAll.take("all", 200);
    expect((await send(owner, id, "one")).status).toBe(429);
    expect(await portal.count()).toBe(0);
  });
});
