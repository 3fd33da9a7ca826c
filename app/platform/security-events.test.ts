import { Writable } from "node:stream";
import { eq } from "drizzle-orm";
import pino from "pino";
import { expect, it, vi } from "vitest";
import { accountTables } from "~db/schema/accounts";
import { auditTables } from "~db/schema/audit";
import { createAccount, forgetOldSessions, makeFirstAdministrator } from "../features/accounts/accounts.server";
import { issueToken } from "../features/accounts/tokens.server";
import { givePin } from "../features/kiosks/kiosks.server";
import { linkToken } from "../features/notifications/notifications.server";
import { addMember } from "../features/organisations/members.server";
import { changeMember } from "../features/organisations/organisations.server";
import { addOrganisation, askForLetter, bakery, readWaitingLetter } from "../testing/organisations";
import { openTestPortal, type TestPortal } from "../testing/portal.server";
import { by, byStaff } from "../testing/provenance";
import { fixedClock } from "./clock";
import { eachDatabase } from "./db/testing.server";
import { newCode } from "./ids";
import type { SecurityAction } from "./security-events.server";
import { tidyEmails } from "./stored-emails.server";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const password = "correct horse battery";
const minute = 60 * 1000;

interface Stage extends TestPortal {
  clock: ReturnType<typeof fixedClock>;
  account: (role?: "resident" | "staff" | "floorwalker") => Promise<{ id: string; email: string }>;
  signIn: (email: string, typed?: string) => Promise<ReturnType<TestPortal["browser"]>>;
  /** Opens a mailed link of an account. */
  follow: (accountId: string, purpose: "verify" | "reset") => Promise<ReturnType<TestPortal["browser"]>>;
  organisation: () => Promise<{ id: string; owner: string; here: ReturnType<TestPortal["browser"]> }>;
}
type Bring = (stage: Stage) => Promise<unknown>;

const withMember =
  (role: "administrator" | undefined, itself = false): Bring =>
  async ({ house, account, organisation }) => {
    const [{ id, owner }, other] = [await organisation(), await account()];
    const join = by({ kind: "account", id: other.id });
    await house.db.transaction(() => addMember(house, join, { organisationId: id, role: "member" }));
    const doer = by({ kind: "account", id: itself ? other.id : owner });
    await changeMember(house, doer, { organisationId: id, accountId: other.id, role });
  };

type Place = Awaited<ReturnType<Stage["organisation"]>>;

/** An organisation has asked for the letter that proves it. */
const withLetter =
  (then: (stage: Stage, place: Place) => Promise<unknown> = async () => {}): Bring =>
  async (stage) => {
    const place = await stage.organisation();
    await askForLetter(place.here, place.id);
    await then(stage, place);
  };
const prove = async ({ house }: Stage, { id, here }: Place) =>
  here.post(`/for/${id}/organisation/proof`, { code: (await readWaitingLetter(house)).code });

/** How each of them comes about. */
const events: Record<SecurityAction, Bring> = {
  "sign-in.done": async ({ account, signIn }) => signIn((await account()).email),
  "sign-in.failed": async ({ signIn }) => signIn("nobody@example.org"),
  "sign-in.slowed": async ({ account, signIn }) => {
    const { email } = await account();
    for (let n = 0; n < 6; n++) await signIn(email, "not the password");
  },
  "password.refused": async ({ account, signIn }) => {
    const here = await signIn((await account()).email);
    await here.post("/account/details", {
      intent: "password",
      "current-password": "another one",
      "new-password": "a quite new secret of mine",
    });
  },
  "password.slowed": async ({ account, signIn }) => {
    const here = await signIn((await account()).email);
    const fields = { intent: "password", "current-password": "x", "new-password": "a quite new secret of mine" };
    for (let n = 0; n < 11; n++) await here.post("/account/details", fields);
  },
  "password.reset-asked": ({ browser }) => browser().post("/reset", { email: "nobody@example.org" }),
  "password.reset": async ({ account, follow }) => {
    const here = await follow((await account()).id, "reset");
    await here.submit({ "new-password": "a quite new secret of mine" });
  },
  "password.changed": async ({ account, signIn }) => {
    const here = await signIn((await account()).email);
    await here.post("/account/details", {
      intent: "password",
      "current-password": password,
      "new-password": "a quite new secret of mine",
    });
  },
  "password.voided": async ({ browser }) => {
    const about = { name: "Zoë O'Neill", email: "zoe@example.org" };
    await browser().post("/register", { ...about, "new-password": "correct horse battery" });
    await browser().post("/register", { ...about, "new-password": "a quite new secret of mine" });
  },
  "email.changed": async ({ house, account }) => {
    const { id } = await account();
    const { accounts } = house.db.tables(accountTables);
    const marked = { email: "\u200ezoe@example.org" };
    await house.db.transaction(() => house.db.q.update(accounts).set(marked).where(eq(accounts.id, id)));
    await tidyEmails(house);
  },
  "email.confirmed": async ({ account, follow }) => (await follow((await account()).id, "verify")).submit(),
  "role.changed": ({ house }) => makeFirstAdministrator(house, { email: "sam@example.org", name: "Sam" }, false),
  "member.joined": withMember("administrator"),
  "member.changed": withMember("administrator"),
  "member.removed": withMember(undefined),
  "member.left": withMember(undefined, true),
  "member.invited": async ({ organisation }) => {
    const { id, here } = await organisation();
    await here.open(`/for/${id}/organisation`);
    await here.submit({ intent: "invite", email: "ben@example.org", role: "member" }, "form:has([name=email])");
  },
  "member.uninvited": async (stage) => {
    const { id, here } = await stage.organisation();
    await here.open(`/for/${id}/organisation`);
    await here.submit({ email: "ben@example.org", role: "member" }, "form:has([name=email])");
    await here.submit({}, "form:has([name=invitation])");
  },
  "organisation.letter-asked": withLetter(),
  "organisation.letter-refused": withLetter(async ({ house, account, signIn }) => {
    const staff = await signIn((await account("staff")).email);
    await staff.post(`/staff/letters/${(await readWaitingLetter(house)).id}`, { do: "refuse" });
  }),
  "organisation.code-wrong": withLetter(async (_stage, { id, here }) => {
    await here.post(`/for/${id}/organisation/proof`, { code: newCode() });
  }),
  "organisation.proved": withLetter(prove),
  "organisation.unproved": withLetter(async (stage, place) => {
    await prove(stage, place);
    await place.here.post(`/for/${place.id}/organisation/details`, { ...bakery, name: "Crust", seen: "1" });
  }),
  "pin.given": async ({ house, account }) => {
    const { email } = await account("floorwalker");
    await givePin(house, { email, site: "Town Hall", pin: "260426" }, byStaff);
  },
  "pin.refused": async ({ account, signIn }) => {
    const helper = await signIn((await account("floorwalker")).email);
    await helper.post("/floor", { pin: "111111" });
  },
  "pin.slowed": async ({ account, signIn }) => {
    const helper = await signIn((await account("floorwalker")).email);
    for (let n = 0; n < 11; n++) await helper.post("/floor", { pin: "111111" });
  },
  "session.ended": async ({ account, signIn }) => (await signIn((await account()).email)).post("/sign-out"),
  "right.refused": async ({ account, signIn }) => (await signIn((await account()).email)).open("/staff"),
};

eachDatabase("security events", (open) => {
  const setup = async () => {
    const clock = fixedClock("2026-05-13T09:00:00Z");
    const portal = await openTestPortal(await open(), { clock });
    const { house, browser } = portal;
    const lines: string[] = [];
    house.log = pino(
      { level: "info" },
      new Writable({
        write(line, _encoding, done) {
          lines.push(String(line));
          done();
        },
      }),
    );
    let accounts = 0;
    const account: Stage["account"] = async (role = "resident") => {
      const email = `zoe${accounts++}@example.org`;
      return { email, ...(await createAccount(house, { email, name: "Zoë O'Neill", password, role })) };
    };
    const signIn: Stage["signIn"] = async (email, typed = password) => {
      const here = browser();
      await here.post("/sign-in", { email, password: typed });
      return here;
    };
    const follow: Stage["follow"] = async (id, purpose) => {
      const { secret } = await house.db.transaction(() => issueToken(house, id, purpose));
      const here = browser();
      await here.open(`/${purpose}/${linkToken(house, secret)}`);
      return here;
    };
    const organisation: Stage["organisation"] = async () => {
      const { id: owner, email } = await account();
      const here = await signIn(email);
      return { id: await addOrganisation(here), owner, here };
    };
    const written = async () => {
      const { auditEntries } = house.db.tables(auditTables);
      return (await house.db.q.select().from(auditEntries)).map(({ action, detail }) => ({ action, detail }));
    };
    const stage: Stage = { ...portal, clock, account, signIn, follow, organisation };
    return { stage, lines, written, clock, account, signIn };
  };

  it.each(Object.keys(events) as SecurityAction[])("of %s is in the log and in the audit", async (action) => {
    const { stage, lines, written } = await setup();
    await events[action](stage);
    const logged = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(logged.map(({ security }) => security)).toContain(action);
    expect((await written()).map((entry) => entry.action)).toContain(action);
    const said = lines.filter((line) => line.includes('"security"')).join();
    expect(said).not.toMatch(/@example|Zoë|secret of mine|127\.0\.0\.1|[0-9a-f]{8}-[0-9a-f]{4}-7/);
  });

  it("say why a session ended", async () => {
    const { stage, written, clock, account, signIn } = await setup();
    const { email } = await account("staff");
    const here = await signIn(email);
    clock.advance(31 * minute);
    for (let n = 0; n < 3; n++) await here.open("/staff");
    await (await signIn(email)).post("/account/details", { intent: "everywhere" });
    await events["session.ended"](stage);
    const again = await account();
    const both = await signIn(again.email);
    await both.post("/sign-in", { email: again.email, password });
    clock.advance(12 * 60 * minute + 1);
    await forgetOldSessions(stage.house);
    const ended = (await written())
      .filter(({ action }) => action === "session.ended")
      .map(({ detail }) => detail["why"]);
    expect(ended.sort()).toEqual(["everywhere", "idle", "over", "replaced", "signed-out"]);
  });

  it("that anybody can bring about do not fill the audit", async () => {
    const { lines, written, signIn } = await setup();
    for (let n = 0; n < 25; n++) await signIn(`nobody${n}@example.org`);
    expect((await written()).filter(({ action }) => action === "sign-in.failed")).toHaveLength(20);
    expect(lines.filter((line) => line.includes('"sign-in.failed"'))).toHaveLength(25);
  });
});
