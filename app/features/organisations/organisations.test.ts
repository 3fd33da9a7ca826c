import { parse } from "csv-parse/sync";
import { isNotNull } from "drizzle-orm";
import type { HTMLElement } from "node-html-parser";
import { expect, it, vi } from "vitest";
import { accountTables } from "~db/schema/accounts";
import { auditTables } from "~db/schema/audit";
import { organisationTables } from "~db/schema/organisations";
import { placeTables } from "~db/schema/places";
import { seedBorough } from "~db/seed/borough/seed-borough";
import { listDrafts } from "../../flow/list-drafts.server";
import type { AccountRole } from "../../platform/actor";
import { verifyAudit } from "../../platform/audit-verify.server";
import { fixedClock } from "../../platform/clock";
import { eachDatabase } from "../../platform/db/testing.server";
import type { House } from "../../platform/house.server";
import { pathFor } from "../../platform/i18n/languages";
import { newId } from "../../platform/ids";
import { runOutbox } from "../../platform/outbox.server";
import { type Browser, type Page, readForm } from "../../testing/browser";
import { addOrganisation, bakery } from "../../testing/organisations";
import { openTestPortal } from "../../testing/portal.server";
import { by, byStaff } from "../../testing/provenance";
import { handlers } from "../../worker.server";
import { createAccount } from "../accounts/accounts.server";
import { beginSession } from "../accounts/sessions.server";
import { addNote, openCase } from "../cases/cases.server";
import { listDemoMail } from "../notifications/notifications.server";

vi.setConfig({ testTimeout: 40_000 });

/** The values of each line of the history, but for when it was: each stands after its column's name, which phones show. */
function linesOf({ dom }: Page): string[][] {
  const value = ({ childNodes: [, ...value] }: HTMLElement) => value.map(({ text }) => text).join("");
  return dom.querySelectorAll("tbody tr").map((row) => row.querySelectorAll("td").map(value));
}

eachDatabase("organisations", (openDatabase) => {
  const setup = async (env: Record<string, string> = {}) => {
    const clock = fixedClock("2026-05-13T09:00:00Z");
    const portal = await openTestPortal(await openDatabase(), { clock, env: { RATE_LIMITS: "false", ...env } });
    const { house } = portal;
    const person = async (name: string, role: AccountRole = "resident") => {
      const email = `${name.toLowerCase()}@example.org`;
      const { id } = await createAccount(house, { email, name, password: "correct horse battery", role });
      const browser = portal.browser();
      browser.cookies.set("session", (await beginSession(house, { accountId: id })).token);
      return { id, email, browser };
    };
    const owner = await person("Olwen");
    const id = await addOrganisation(owner.browser);
    const at = (path: string) => pathFor(id, path);
    const mails = async () => {
      clock.advance(1);
      while ((await runOutbox(house, handlers)) > 0);
      return listDemoMail(house);
    };
    const invite = async (by: Browser, email: string, role: string) => {
      await by.open(at("/organisation"));
      const page = await by.submit({ email, role }, "main form:has(input[name=email])");
      const letter = (await mails()).filter((mail) => mail.to === email).at(0);
      const link = /http:\S+\/invitations\/\S+/.exec(letter?.text ?? "")?.[0];
      return { page, link: link && new URL(link).pathname };
    };
    const join = async (name: string, role: string) => {
      const joined = await person(name);
      const { link } = await invite(owner.browser, joined.email, role);
      await joined.browser.open(link!);
      await joined.browser.submit();
      return joined;
    };
    return { ...portal, clock, person, owner, id, at, mails, invite, join };
  };

  /** A request of an organisation's, as it is once it was sent. */
  const sendFor = (house: House, id: string, answers: Record<string, unknown> = {}) =>
    house.db.transaction(() =>
      openCase(house, {
        draftId: newId(),
        serviceId: "request-call-back",
        version: 1,
        by: by({ kind: "organisation", id }),
        locale: "en",
        contact: {},
        answers,
        state: "received",
        team: "customer-services",
        tell: false,
      }),
    );

  it("asks for what it needs, and keeps what was typed", async () => {
    const { person } = await setup();
    const { browser } = await person("Nia");
    await browser.open("/organisations/new");
    const wrong = () => browser.page!.dom.querySelectorAll(".govuk-error-summary a").map((a) => a.getAttribute("href"));
    const empty = await browser.submit({ kind: "charity", name: " ", "charity-number": "x" });
    expect([empty.status, wrong()]).toEqual([400, ["#charity-number", "#name"]]);
    expect(empty.dom.querySelector("#charity-number")?.getAttribute("value")).toBe("x");
    expect((await browser.submit({ ...bakery, "company-number": "12" })).heading).toBe("Where is it?");
    const nowhere = await browser.submit({ "premises-postcode": "nowhere" });
    expect([nowhere.status, wrong()]).toEqual([400, ["#premises-postcode"]]);
    expect(nowhere.dom.querySelector("#premises-postcode")?.getAttribute("value")).toBe("nowhere");
    // Nothing of the first page is lost on the way back to it.
    const back = await browser.submit({ by: "about" });
    expect(back.dom.querySelector("#name")?.getAttribute("value")).toBe("Crumb & Sons");
    expect(back.dom.querySelector("input[value=company]")?.hasAttribute("checked")).toBe(true);
    await browser.submit();
    const hand = await browser.submit({ by: "hand", "premises-mode": "" });
    expect(hand.dom.querySelector("#premises-line1")).not.toBeNull();
    const lines = { "premises-line1": "Boat 3", "premises-town": "" };
    expect([(await browser.submit(lines)).status, wrong()]).toEqual([400, ["#premises-town", "#premises-postcode"]]);
    const made = await browser.submit({ "premises-town": "Brackenford", "premises-postcode": "" });
    expect(made.text).toContain("Boat 3 Brackenford");
  });

  it("finds its premises by postcode, and keeps the property that was chosen", async () => {
    const { house, person, at } = await setup();
    await seedBorough(house.db, { addresses: 80 });
    const tables = house.db.tables(placeTables);
    const [listed] = await house.db.q.select().from(tables.addresses).where(isNotNull(tables.addresses.uprn)).limit(1);
    const { browser } = await person("Nia");
    await browser.open("/organisations/new");
    await browser.submit({ kind: "sole-trader", name: "Nia's Cakes" });
    const outside = await browser.submit({ "premises-postcode": "ZZ99 9ZZ" });
    expect([outside.status, outside.text]).toEqual([200, expect.stringContaining("is outside our area")]);
    expect(outside.dom.querySelector("#premises-postcode")?.getAttribute("value")).toBe("ZZ99 9ZZ");
    await browser.submit({ by: "postcode" });
    const pick = await browser.submit({ by: undefined, "premises-postcode": listed!.postcode.toLowerCase() });
    expect(pick.html).toContain(`value="${listed!.id}"`);
    expect((await browser.submit({ "premises-id": "nothing" })).text).toContain("Choose the address from the list");
    expect((await browser.submit({ "premises-id": "not-listed" })).dom.querySelector("#premises-line1")).not.toBeNull();
    await browser.submit({ by: "postcode" });
    await browser.submit({ by: undefined });
    const made = await browser.submit({ "premises-id": listed!.id });
    expect(made.path).toMatch(/done=created/);
    const { organisations } = house.db.tables(organisationTables);
    const own = (await house.db.q.select().from(organisations)).find(({ name }) => name === "Nia's Cakes")!;
    const { lines, town, postcode, uprn } = listed!;
    expect(own.premises).toEqual({ lines, town, postcode, uprn });
    // To change it, one starts from the one that was chosen.
    const details = await browser.open(at("/organisation/details").replace(/for\/[^/]+/, `for/${own.id}`));
    const chosen = `input[value="${listed!.id}"][checked], option[value="${listed!.id}"][selected]`;
    expect(details.dom.querySelector(chosen)).not.toBeNull();
    expect((await browser.submit({ by: undefined })).path).toMatch(/done=details/);
    const { auditEntries } = house.db.tables(auditTables);
    const told = (await house.db.q.select().from(auditEntries)).filter(({ subjectId }) => subjectId === own.id);
    expect(told.map(({ action }) => action)).toEqual(["organisation.created"]);
  });

  it("shows on one's own page whom one acts for, and who invites one; only the invited address opens it there", async () => {
    const { owner, person, invite, id, at } = await setup();
    const own = await owner.browser.open("/account");
    const section = (page: Page) => page.dom.querySelector("section[aria-labelledby=organisations]");
    expect(section(own)?.querySelector(`a[href="${at("/account")}"]`)?.text).toBe("Crumb & Sons");
    expect(section(own)?.text).toContain("Add another business or charity");
    expect(section(own)?.text).not.toContain("several of you");

    const [ben, eve] = [await person("Ben"), await person("Eve")];
    expect(section(await ben.browser.open("/account"))?.text).toContain("several of you");
    await invite(owner.browser, ben.email, "member");
    const link = (page: Page) => page.dom.querySelector('a[href^="/invitations/"]')?.getAttribute("href");
    expect(link(await eve.browser.open("/account"))).toBeUndefined();
    const found = link(await ben.browser.open("/account"))!;
    expect((await eve.browser.open(found)).status).toBe(410);
    expect((await eve.browser.post(found)).status).toBe(410);
    expect((await ben.browser.open(found)).heading).toBe("Act for Crumb & Sons");
    expect((await ben.browser.submit()).path).toBe(pathFor(id, "/organisation?done=joined"));
    expect(link(await ben.browser.open("/account"))).toBeUndefined();

    // The history names whom, and the year.
    const history = await owner.browser.open(at("/organisation/history?kind=member"));
    const [, what] = linesOf(history).at(-1)!;
    expect(history.dom.querySelector("tbody th")?.text).toContain("2026");
    expect(what).toContain(ben.email);
  });

  it("changes its name and where it is, and its history says from what to what", async () => {
    const { owner, person, join, at, id, house } = await setup();
    const admin = await join("Ada", "administrator");
    const [member, reader] = [await join("Mo", "member"), await join("Rhys", "read-only")];
    const path = at("/organisation/details");
    const people = await admin.browser.open(at("/organisation"));
    expect(people.dom.querySelectorAll(`a[href="${path}"]`)).toHaveLength(2);
    for (const { browser } of [member, reader]) {
      expect((await browser.open(at("/organisation"))).html).not.toContain(path);
      expect((await browser.open(path)).status).toBe(404);
      expect((await browser.post(path, { ...bakery, name: "Mine", seen: "1" })).status).toBe(404);
    }
    const page = await admin.browser.open(path);
    expect(page.text).toContain("You cannot change here what kind of organisation it is, or its number.");
    const typed = { name: " ", "premises-line1": "2 <b>Quay</b>", "premises-postcode": "nowhere" };
    const wrong = await admin.browser.submit(typed);
    expect(wrong.status).toBe(400);
    expect(wrong.dom.querySelectorAll(".govuk-error-summary a").map((a) => a.getAttribute("href"))).toEqual([
      "#name",
      "#premises-postcode",
    ]);
    expect(wrong.dom.querySelector("#premises-line1")?.getAttribute("value")).toBe("2 <b>Quay</b>");
    const saved = await admin.browser.submit({ name: "Crumb & Daughters", "premises-postcode": "bk12ab" });
    expect([saved.path, saved.text]).toEqual([
      at("/organisation?done=details"),
      expect.stringContaining("The name and address are saved."),
    ]);
    expect(saved.text).toContain("2 <b>Quay</b> Brackenford BK1 2AB");
    for (const shown of ["/", "/account", "/organisation/history"])
      expect((await owner.browser.open(at(shown))).dom.querySelector(".app-acting")?.text).toContain("Daughters");
    expect((await owner.browser.open("/")).dom.querySelector(".app-acting")?.text).toContain("Crumb & Daughters");
    // Staff see of a case which organisation it is for, by the name it has now.
    const { reference } = await sendFor(house, id);
    const staff = await person("Sam", "staff");
    expect((await staff.browser.open(`/staff/cases/${reference}`)).text).toContain("Crumb & Daughters");
    // The same once more changes nothing, and is told to nobody.
    await admin.browser.open(path);
    await admin.browser.submit();
    // What a form does not offer, it does not change either.
    await admin.browser.post(path, { ...bakery, kind: "charity", name: "Crumb", "company-number": "9", seen: "2" });
    const { organisations } = house.db.tables(organisationTables);
    const [now] = (await house.db.q.select().from(organisations)).filter((one) => one.id === id);
    expect(now).toMatchObject({ kind: "company", number: "01234567", name: "Crumb", version: 3 });
    const history = await owner.browser.open(at("/organisation/history?kind=organisation"));
    expect(linesOf(history).map(([, what]) => what!.replace(/[\u2068\u2069]/g, ""))).toEqual([
      "Changed the address from 2 <b>Quay</b>, Brackenford, BK1 2AB to 1 Mill Lane, Brackenford, BK1 2AB",
      "Changed the name from Crumb & Daughters to Crumb",
      "Changed the address from 1 Mill Lane, Brackenford, BK1 2AB to 2 <b>Quay</b>, Brackenford, BK1 2AB",
      "Changed the name from Crumb & Sons to Crumb & Daughters",
      "Set the account up",
    ]);
    expect(linesOf(history).map(([who]) => who)).toContain("Ada");
    expect((await verifyAudit(house.db, house.config.auditKey)).faults).toEqual([]);
  });

  it("loses no change of two people at once: different ones both count, of the same the later one decides", async () => {
    const { owner, join, at } = await setup();
    const ada = await join("Ada", "administrator");
    const path = at("/organisation/details");
    await owner.browser.open(path);
    await ada.browser.open(path);
    const stale = ada.browser.page!;
    expect((await owner.browser.submit({ name: "Olwen's" })).path).toBe(at("/organisation?done=details"));
    expect((await ada.browser.submit({ "premises-line1": "2 Quay" })).path).toBe(at("/organisation?done=details"));
    expect(ada.browser.page!.text).toMatch(/Olwen's.*2 Quay/);
    ada.browser.page = stale;
    const overtaken = await ada.browser.submit({ name: "Ada's" });
    expect(overtaken.status).toBe(409);
    expect(overtaken.text).toContain("Olwen changed these details");
    expect(overtaken.dom.querySelector(".govuk-notification-banner")?.text).toContain("Olwen's");
    expect(overtaken.dom.querySelector("#name")?.getAttribute("value")).toBe("Ada's");
    // What she did not touch stands in her form as it is now.
    expect(overtaken.dom.querySelector("#premises-line1")?.getAttribute("value")).toBe("2 Quay");
    expect((await owner.browser.open(at("/organisation"))).text).toContain("Olwen's");
    ada.browser.page = overtaken;
    expect((await ada.browser.submit()).text).toMatch(/Ada's.*2 Quay/);
    // Sent twice, it counts once.
    ada.browser.page = overtaken;
    expect((await ada.browser.submit()).path).toBe(at("/organisation?done=details"));
    // At the very same moment: one of them is told.
    await owner.browser.open(path);
    await ada.browser.open(path);
    const both = await Promise.all([owner.browser.submit({ name: "One" }), ada.browser.submit({ name: "Other" })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    // A form that says nothing of what it was made from is told too.
    const bare = { ...bakery, name: "Bare" };
    expect((await owner.browser.post(path, bare)).status).toBe(409);
  });

  it("is set up once, however often its form is sent", async () => {
    const { person, house } = await setup();
    const { browser } = await person("Nia");
    await browser.open("/organisations/new");
    const where = await browser.submit(bakery);
    const form = { ...readForm(where.dom.querySelector("main form")!), ...bakery };
    const answers = await Promise.all([1, 2, 3].map(() => browser.post("/organisations/new", form)));
    expect(new Set(answers.map(({ path }) => path)).size).toBe(1);
    expect(answers[0]!.path).toMatch(/^\/for\/[^/]+\/organisation\?done=created$/);
    const { organisations } = house.db.tables(organisationTables);
    // The other is the owner's, whom each test has.
    expect(await house.db.q.select().from(organisations)).toHaveLength(2);
  });

  it("tells on every page whom one acts for, and keeps two of them apart by their address", async () => {
    const { owner, at, id } = await setup();
    const other = await addOrganisation(owner.browser, { ...bakery, name: "Second Shop" });
    for (const path of ["/", "/services", "/account", "/contact", "/nothing-here"]) {
      const page = await owner.browser.open(at(path));
      expect(page.dom.querySelector(".app-acting--organisation")?.text, path).toContain("Crumb & Sons");
      const links = page.dom.querySelectorAll("main a[href^='/']").map((one) => one.getAttribute("href")!);
      expect(links.filter((href) => !href.startsWith(`/for/${id}`))).toEqual([]);
    }
    expect((await owner.browser.open(`/ar/for/${other}/`)).dom.querySelector(".app-acting")?.text).toContain("Second");
    const own = await owner.browser.open("/account");
    expect(own.dom.querySelector(".app-acting--organisation")).toBeNull();
    // A form that was opened for one of them goes to that one, whatever was opened since.
    await owner.browser.open(at("/services/report-pothole/danger"));
    const form = owner.browser.page!;
    await owner.browser.open(`/for/${other}/`);
    owner.browser.page = form;
    const next = await owner.browser.submit({ danger: "no-danger" });
    expect(next.path).toBe(at("/services/report-pothole/place"));
    expect((await owner.browser.open(at("/account"))).text).toContain("Report a pothole");
    expect((await owner.browser.open(`/for/${other}/account`)).text).not.toContain("Report a pothole");
    expect((await owner.browser.open("/account")).text).not.toContain("Report a pothole");
  });

  it("is not there for strangers, and asks guests to sign in", async () => {
    const { person, browser, at } = await setup();
    const stranger = await person("Mallory");
    for (const path of ["/", "/account", "/organisation", "/organisation/history", "/services/report-pothole"]) {
      expect((await stranger.browser.open(at(path))).status, path).toBe(404);
      expect((await browser().open(at(path))).path).toBe(`/sign-in?next=${encodeURIComponent(at(path))}`);
    }
  });

  it("invites by a link that works once, by POST, until it is taken back or too old", async () => {
    const { owner, person, invite, clock, at, browser, house } = await setup();
    const ben = await person("Ben");
    const { page, link } = await invite(owner.browser, ben.email, "member");
    expect(page.text).toContain("We have sent the invitation.");
    expect(page.text).toContain(ben.email);
    expect((await ben.browser.open(link!)).heading).toBe("Act for Crumb & Sons");
    expect((await ben.browser.open(at("/"))).status).toBe(404);
    const joined = await ben.browser.open(link!).then(() => ben.browser.submit());
    expect(joined.path).toBe(at("/organisation?done=joined"));
    expect((await ben.browser.open(link!)).status).toBe(410);
    expect((await invite(owner.browser, ben.email, "member")).page.text).toContain("is a member already");

    const cai = await person("Cai");
    const taken = await invite(owner.browser, cai.email, "member");
    await owner.browser.submit({}, "main form:has(input[value=revoke])");
    expect((await cai.browser.open(taken.link!)).status).toBe(410);
    const old = await invite(owner.browser, cai.email, "read-only");
    clock.advance(7 * 24 * 3_600_000 + 1);
    expect((await browser().open(old.link!)).status).toBe(410);
    cai.browser.cookies.set("session", (await beginSession(house, { accountId: cai.id })).token);
    expect((await cai.browser.post(old.link!)).status).toBe(410);
  });

  it("leads whoever has to register or sign in first to the invitation, over the mail that confirms the address", async () => {
    const { owner, person, invite, mails, browser, house } = await setup();
    const own = { email: "dai@example.org", "new-password": "a longer pass phrase" };
    const { link } = await invite(owner.browser, own.email, "member");
    const dai = browser();
    await dai.open(link!);
    const to = (start: string) => dai.page!.dom.querySelector(`main a[href^="${start}"]`)!.getAttribute("href")!;
    // By way of the sign-in page, and with a mistake on the way.
    await dai.open(to("/sign-in"));
    await dai.open(to("/register"));
    await dai.submit({ ...own, name: "" });
    await dai.submit({ ...own, name: "Dai" });
    expect(dai.page!.heading).toBe("Check your email");
    const { text } = (await mails()).find((mail) => mail.to === own.email)!;
    const confirm = new URL(/http:\S+\/verify\/\S+/.exec(text)![0]);
    expect(confirm.search).toBe("");
    const tokens = await house.db.q.select().from(house.db.tables(accountTables).accountTokens);
    expect(JSON.stringify(tokens)).not.toContain(link!.split("/").at(-1));
    const elsewhere = browser();
    await elsewhere.open(confirm.pathname);
    await elsewhere.submit();
    // A second click on the mail's link leads there too.
    await elsewhere.open(confirm.pathname);
    await elsewhere.submit({ email: own.email, password: own["new-password"] });
    expect([elsewhere.page!.path, elsewhere.page!.heading]).toEqual([link, "Act for Crumb & Sons"]);

    const nia = await person("Nia");
    const asked = await invite(owner.browser, nia.email, "member");
    const there = browser();
    await there.open(asked.link!);
    await there.open(there.page!.dom.querySelector('main a[href^="/sign-in"]')!.getAttribute("href")!);
    await there.submit({ email: nia.email, password: "correct horse battery" });
    expect(there.page!.path).toBe(asked.link);
  });

  it("tells whoever adds a number that somebody has added before, and staff that no name is proved", async () => {
    const { owner, person, clock, id, at, house } = await setup();
    const taken = "Someone has already added";
    expect((await owner.browser.open(at("/organisation"))).text).not.toContain(taken);
    clock.advance(1);
    const mallory = await person("Mallory");
    const second = await addOrganisation(mallory.browser);
    expect(mallory.browser.page!.text).toContain(`${taken} 01234567`);
    expect((await mallory.browser.open(pathFor(second, "/organisation"))).text).toContain(taken);
    expect((await owner.browser.open(at("/organisation"))).text).not.toContain(taken);
    const { reference } = await sendFor(house, id);
    const staff = await person("Stan", "staff");
    const seen = await staff.browser.open(`/staff/cases/${reference}`);
    expect(seen.text).toContain("Not proved: anyone can enter a name and number");
  });

  it("takes back what somebody offered who may not offer it any more", async () => {
    const { owner, person, join, invite, at } = await setup();
    const eve = await join("Eve", "owner");
    const [own, plain] = [await person("Nia"), await person("Oz")];
    const asOwner = await invite(eve.browser, own.email, "owner");
    const asMember = await invite(eve.browser, plain.email, "member");
    await owner.browser.post(at(`/organisation/people/${eve.id}`), { intent: "role", role: "administrator" });
    expect((await own.browser.open(asOwner.link!)).status).toBe(410);
    expect((await plain.browser.open(asMember.link!)).status).toBe(200);
    await owner.browser.post(at(`/organisation/people/${eve.id}`), { intent: "end" });
    expect((await plain.browser.post(asMember.link!)).status).toBe(410);
    expect((await owner.browser.open(at("/organisation"))).text).not.toContain("Invited, not here yet");
  });

  it("sends no flood of invitations for one account", async () => {
    const { owner, at } = await setup({ RATE_LIMITS: "true" });
    const send = (n: number) => owner.browser.post(at("/organisation"), { email: `n${n}@example.org`, role: "member" });
    for (let n = 0; n < 30; n++) expect((await send(n)).status, String(n)).toBe(200);
    expect((await send(31)).text).toContain("Too many invitations were sent by you or to this address");
  });

  it("lets each role do what it may, and nothing else", async () => {
    const { owner, join, at } = await setup();
    const [admin, member, reader] = [
      await join("Ada", "administrator"),
      await join("Mo", "member"),
      await join("Rhys", "read-only"),
    ];
    // An administrator can neither make owners nor unmake one.
    const people = await admin.browser.open(at("/organisation"));
    expect(people.dom.querySelectorAll("input[name=role]").map((one) => one.getAttribute("value"))).toEqual([
      "administrator",
      "member",
      "read-only",
    ]);
    expect((await admin.browser.open(at(`/organisation/people/${owner.id}`))).status).toBe(404);
    expect(
      (await admin.browser.post(at(`/organisation/people/${member.id}`), { intent: "role", role: "owner" })).status,
    ).toBe(404);
    for (const { browser } of [member, reader]) {
      expect((await browser.open(at("/organisation"))).dom.querySelector("input[name=email]")).toBeNull();
      expect((await browser.post(at("/organisation"), { email: "x@example.org", role: "member" })).status).toBe(404);
      expect((await browser.open(at("/organisation/history"))).status).toBe(404);
      expect((await browser.open(at("/organisation/history.csv"))).status).toBe(404);
      expect((await browser.post(at(`/organisation/people/${admin.id}`), { intent: "end" })).status).toBe(404);
    }
    expect((await reader.browser.open(at("/services/report-pothole"))).text).toContain("read only");
    const away = await reader.browser.post(at("/services/report-pothole/danger"), { danger: "no-danger" });
    expect(away.path).toBe(at("/services/report-pothole"));
    expect((await reader.browser.open(at("/account"))).text).not.toContain("Report a pothole");
  });

  it("keeps its last owner, and shuts those out at once who leave or are removed", async () => {
    const { owner, join, at, id, house } = await setup();
    const own = at(`/organisation/people/${owner.id}`);
    await owner.browser.open(own);
    const refused = await owner.browser.submit({}, "main form:has(input[value=end])");
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining("only owner")]);
    const ben = await join("Ben", "owner");
    // Two owners who remove each other at once: one of them stays.
    await Promise.all([
      ben.browser.post(own, { intent: "end" }),
      owner.browser.post(at(`/organisation/people/${ben.id}`), { intent: "end" }),
    ]);
    const { memberships } = house.db.tables(organisationTables);
    const left = (await house.db.q.select().from(memberships)).filter((row) => row.organisationId === id);
    expect(left).toMatchObject([{ role: "owner" }]);
    const gone = left[0]!.accountId === owner.id ? ben : owner;
    expect((await gone.browser.open(at("/account"))).status).toBe(404);
    expect((await gone.browser.post(at("/services/report-pothole/danger"), { danger: "no-danger" })).status).toBe(404);
  });

  it("shares a draft: shows who else is at it, and never overwrites another's answer unseen", async () => {
    const { owner, join, at, clock } = await setup();
    const ben = await join("Ben", "member");
    const step = at("/services/report-pothole/danger");
    await owner.browser.open(step);
    await ben.browser.open(step);
    const stale = ben.browser.page!;
    expect((await owner.browser.submit({ danger: "no-danger" })).path).toBe(at("/services/report-pothole/place"));
    expect((await ben.browser.open(at("/services/report-pothole/place"))).text).toContain("Olwen was working on this");
    expect((await ben.browser.open(at("/account"))).text).toContain("Olwen was working on this");
    // Saving what is typed meanwhile, as the page does by itself, changes nothing of that.
    await ben.browser.post(`${step}/save`, { danger: "someone-hurt" });
    ben.browser.page = stale;
    const overtaken = await ben.browser.submit({ danger: "someone-hurt" });
    expect(overtaken.status).toBe(409);
    expect(overtaken.text).toContain("Olwen changed this page at 10:00am");
    expect(overtaken.dom.querySelector("input[value=someone-hurt]")?.hasAttribute("checked")).toBe(true);
    expect((await owner.browser.open(step)).dom.querySelector("input[value=no-danger]")?.hasAttribute("checked")).toBe(
      true,
    );
    ben.browser.page = overtaken;
    expect((await ben.browser.submit({ danger: "someone-hurt" })).status).toBe(200);
    expect(
      (await owner.browser.open(step)).dom.querySelector("input[value=someone-hurt]")?.hasAttribute("checked"),
    ).toBe(true);
    // What each of them types, and has not sent, is theirs alone.
    await owner.browser.open(step);
    await owner.browser.post(`${step}/save`, { danger: "no-danger" });
    expect((await ben.browser.open(step)).dom.querySelector("input[value=someone-hurt]")?.hasAttribute("checked")).toBe(
      true,
    );
    clock.advance(16 * 60_000);
    expect((await ben.browser.open(at("/account"))).text).not.toContain("was working on this");
  });

  it("keeps what somebody typed when their session ended meanwhile, for after they signed in", async () => {
    const { owner, at, clock } = await setup();
    const { browser, email } = owner;
    await browser.open(at("/services/report-pothole/danger"));
    await browser.submit({ danger: "no-danger" });
    const typed = { "place-place": "Nowhere Lane", "place-description": "By the post box" };
    clock.advance(13 * 60 * 60 * 1000);
    expect((await browser.submit(typed)).own).toContain("/sign-in?next=");
    const kept = await browser.submit({ email, password: "correct horse battery" });
    expect(kept.heading).toBe("We kept what you sent");
    expect(kept.text).toContain("By the post box");
    const page = await browser.submit();
    expect(page.path).toBe(at("/services/report-pothole/place"));
    expect(page.dom.querySelector("textarea")?.text).toBe("By the post box");
  });

  it("refuses a service that is not for those one acts for, and says what to do instead", async () => {
    const { owner, at, browser } = await setup();
    const homely = await owner.browser.open(at("/services/report-missed-collection"));
    expect(homely.text).toContain("This service is for people at home. You are acting for Crumb & Sons.");
    expect(homely.dom.querySelector("a.govuk-button--start")).toBeNull();
    expect((await owner.browser.open(at("/services/report-missed-collection/check"))).path).toBe(homely.path);
    const business = await owner.browser.open("/services/apply-skip-licence");
    const way = business.dom.querySelectorAll(".govuk-inset-text a").map((one) => one.getAttribute("href"));
    expect(way).toEqual([at("/services/apply-skip-licence"), "/organisations/new"]);
    expect((await owner.browser.open(way[0]!)).dom.querySelector("a.govuk-button--start")).not.toBeNull();
    const guest = await browser().open("/services/apply-skip-licence");
    expect(guest.dom.querySelector(".govuk-inset-text a")?.getAttribute("href")).toMatch(/^\/sign-in/);
  });

  it("keeps a history of who did what, in words, by choice and as a file", async () => {
    const { owner, join, at } = await setup();
    const ben = await join("Ben", "member");
    await ben.browser.open(at("/services/report-pothole/danger"));
    await ben.browser.submit({ danger: "no-danger" });
    const page = await owner.browser.open(at("/organisation/history"));
    expect(linesOf(page).map(([who, what]) => `${who}: ${what!.replace(/[\u2068\u2069]/g, "")}`)).toEqual([
      "Ben: Answered a page: Report a pothole",
      "Ben: Started: Report a pothole",
      "Ben: Joined as: Member",
      "Olwen: Invited ben@example.org as: Member",
      "Olwen: Set the account up",
    ]);
    const chosen = await owner.browser.open(at(`/organisation/history?who=${ben.id}&kind=draft&from=2026-05-13`));
    expect(chosen.dom.querySelectorAll("tbody tr")).toHaveLength(2);
    expect((await owner.browser.open(at("/organisation/history?until=2026-05-12"))).text).toContain("nothing here");
    const href = chosen.dom.querySelector("a[download]")!.getAttribute("href")!.replaceAll("&amp;", "&");
    const file = await owner.browser.open(href);
    expect(file.headers.get("content-type")).toContain("text/csv");
    const rows = parse(file.html, { bom: true }) as string[][];
    expect(rows.map((row) => row[3])).toEqual([
      "What",
      "Answered a page: Report a pothole",
      "Started: Report a pothole",
    ]);
    // Kept for years, so each line has its year; the file names whom was invited, as the page does.
    const days = page.dom.querySelectorAll("tbody tr").map((row) => row.text);
    const all = await owner.browser.open(at("/organisation/history.csv"));
    const [, ...lines] = parse(all.html, { bom: true }) as string[][];
    expect(days.filter((line) => !line.includes("13 May 2026"))).toEqual([]);
    expect(lines.filter(([, when]) => !when!.includes("13 May 2026"))).toEqual([]);
    expect(lines.map(([, , , what]) => what)).toContain("Invited ben@example.org as: Member");
  });

  it("takes what was sent as the pattern of another one, for those who may send", async () => {
    const { owner, join, at, id, house } = await setup();
    const reader = await join("Rhys", "read-only");
    const subject = { kind: "organisation", id } as const;
    const answers = { topic: "business", about: "The awning of our shop" };
    const { reference } = await sendFor(house, id, answers);
    const page = await reader.browser.open(at(`/cases/${reference}`));
    expect([page.status, page.dom.querySelector("form[action$=again]")]).toEqual([200, null]);
    expect((await reader.browser.post(at(`/cases/${reference}/again`))).status).toBe(404);
    await owner.browser.open(at(`/cases/${reference}`));
    const next = await owner.browser.submit({}, "form[action$=again]");
    expect(next.path).toMatch(new RegExp(`^/for/${id}/services/request-call-back/`));
    const [draft] = await listDrafts(house, subject, []);
    expect(draft).toMatchObject({ serviceId: "request-call-back", answers });
    const { browser } = owner;
    expect((await browser.open(at("/organisation/history?kind=draft"))).text).toContain("Started again from");
  });

  /** A request for a call back that somebody has sent for the organisation. */
  const sendCase = (house: House, id: string, sender: { id: string; email: string }, email = sender.email) =>
    house.db.transaction(() =>
      openCase(house, {
        draftId: newId(),
        serviceId: "request-call-back",
        version: 1,
        by: { ...by({ kind: "account", id: sender.id }), subject: { kind: "organisation", id } },
        locale: "en",
        contact: { name: "Said", email },
        answers: { topic: "business", about: "The awning of our shop" },
        state: "received",
        team: "customer-services",
        tell: false,
      }),
    );

  it("opens its cases to nobody who has left, and writes to those who are there", async () => {
    const { owner, join, at, id, house, mails, browser } = await setup();
    const ben = await join("Ben", "member");
    const cai = await join("Cai", "member");
    const own = await sendCase(house, id, ben);
    const named = await sendCase(house, id, cai, ben.email);
    const other = await sendCase(house, id, cai, "office@example.org");
    const note = async (text: string) => {
      const before = (await mails()).length;
      for (const { id: caseId } of [own, named, other]) await addNote(house, caseId, text, byStaff);
      return (await mails())
        .slice(0, -before || undefined)
        .map(({ to }) => to)
        .sort();
    };
    expect(await note("One")).toEqual([ben.email, ben.email, "office@example.org"]);
    await owner.browser.post(at(`/organisation/people/${ben.id}`), { intent: "end" });
    // The one who sent it, while they are there, and the owners after that.
    expect(await note("Two")).toEqual([cai.email, "office@example.org", owner.email].sort());
    await owner.browser.post(at(`/organisation/people/${cai.id}`), { intent: "end" });
    expect(await note("Three")).toEqual([owner.email, owner.email, owner.email]);

    const stranger = browser();
    const answers = [];
    for (const asker of [ben.browser, stranger]) {
      const before = (await mails()).length;
      await asker.open("/track");
      const page = await asker.submit({ reference: own.reference, email: ben.email });
      answers.push([page.status, page.heading, (await mails()).length - before]);
      const tried = await asker.submit({ code: "123456" });
      answers.push([tried.status, tried.heading]);
      expect((await asker.open(`/cases/${own.reference}`)).status).toBe(404);
      expect((await asker.post(`/cases/${own.reference}/cancel`)).status).toBe(404);
    }
    expect(answers.slice(0, 2)).toEqual(answers.slice(2));
    expect(answers[0]).toEqual([200, "Check your email", 0]);
    expect((await owner.browser.open(at(`/cases/${own.reference}`))).status).toBe(200);
  });
});
