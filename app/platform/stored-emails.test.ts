import { expect, it } from "vitest";
import { accountTables } from "~db/schema/accounts";
import { caseTables } from "~db/schema/cases";
import { organisationTables } from "~db/schema/organisations";
import { createAccount } from "../features/accounts/accounts.server";
import { openCase } from "../features/cases/cases.server";
import { createTestHouse, openTestPortal } from "../testing/portal.server";
import { aGuest } from "../testing/provenance";
import { eachDatabase } from "./db/testing.server";
import { newId } from "./ids";
import { tidyEmails } from "./stored-emails.server";

const password = "correct horse battery";
const marked = "\u200eada@example.org\u200b";

eachDatabase("addresses from before the one reader", (open) => {
  /** Puts an address into the database as an earlier version kept it. */
  const store = async (house: ReturnType<typeof createTestHouse>, accountEmails: string[]) => {
    const { accounts } = house.db.tables(accountTables);
    const at = house.clock.now();
    const rest = { name: "Ada", passwordHash: "none", verifiedAt: at, createdAt: at };
    const rows = accountEmails.map((email, n) => ({ id: `account-${n}`, email, ...rest }));
    await house.db.transaction(() => house.db.q.insert(accounts).values(rows));
  };

  it("let their owner sign in once they are in the form of every other", async () => {
    const { house, browser } = await openTestPortal(await open());
    const { accounts } = house.db.tables(accountTables);
    await createAccount(house, { email: "ada@example.org", name: "Ada", password });
    await house.db.transaction(() => house.db.q.update(accounts).set({ email: marked }));
    const signIn = async () => {
      const visitor = browser();
      await visitor.open("/sign-in");
      return (await visitor.submit({ email: "ada@example.org", password })).path;
    };
    expect(await signIn()).toMatch(/^\/sign-in/);
    expect(await tidyEmails(house)).toMatchObject({ changed: { accounts: 1 }, shared: [] });
    expect(await signIn()).not.toMatch(/^\/sign-in/);
    expect(await tidyEmails(house)).toMatchObject({ changed: { accounts: 0 }, shared: [] });
  });

  it("are never merged: an account whose plain address another has is reported and stays", async () => {
    const house = createTestHouse(await open());
    const { accounts } = house.db.tables(accountTables);
    await store(house, ["ada@example.org", marked, "ｂｏｂ@example.org"]);
    expect(await tidyEmails(house)).toEqual({
      changed: { accounts: 1, invitations: 0, cases: 0 },
      shared: [{ account: "account-1", other: "account-0" }],
    });
    const kept = (await house.db.q.select().from(accounts)).map((row) => row.email);
    expect(kept.sort()).toEqual(["ada@example.org", "bob@example.org", marked].sort());
  });

  it("are put right in invitations and cases too, however many there are", async () => {
    const house = createTestHouse(await open());
    const { organisations, invitations } = house.db.tables(organisationTables);
    const { cases } = house.db.tables(caseTables);
    const at = house.clock.now();
    await house.db.transaction(async () => {
      await house.db.q.insert(organisations).values({
        id: "shop",
        kind: "sole-trader",
        name: "Shop",
        premises: { lines: ["1 High Street"], town: "Brackenford", postcode: "BK1 2AB" },
        createdAt: at,
      });
      await house.db.q.insert(invitations).values({
        id: "invitation",
        organisationId: "shop",
        email: "Ａda@example.org",
        role: "member",
        tokenHash: "none",
        invitedBy: "account-0",
        locale: "en",
        expiresAt: at,
        state: "open",
        createdAt: at,
      });
    });
    for (let count = 0; count < 201; count++)
      await house.db.transaction(() =>
        openCase(house, {
          draftId: newId(),
          serviceId: "report-pothole",
          version: 1,
          by: aGuest,
          locale: "en",
          contact: count > 0 ? { email: marked } : {},
          answers: {},
          state: "received",
          team: "highways",
          tell: false,
        }),
      );
    expect((await tidyEmails(house)).changed).toEqual({ accounts: 0, invitations: 1, cases: 200 });
    const found = [
      await house.db.q.select({ email: invitations.email }).from(invitations),
      await house.db.q.select({ email: cases.contactEmail }).from(cases),
    ];
    expect(new Set(found.flat().map((row) => row.email))).toEqual(new Set(["ada@example.org", null]));
  });
});
