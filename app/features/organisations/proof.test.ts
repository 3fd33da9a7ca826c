import { parse } from "csv-parse/sync";
import { eq } from "drizzle-orm";
import { expect, it, vi } from "vitest";
import { auditTables } from "~db/schema/audit";
import { letterTables } from "~db/schema/letters";
import { organisationTables } from "~db/schema/organisations";
import { seedBorough } from "~db/seed/borough/seed-borough";
import type { AccountRole } from "../../platform/actor";
import { fixedClock } from "../../platform/clock";
import { eachDatabase } from "../../platform/db/testing.server";
import { languageCodes, localPath, pathFor } from "../../platform/i18n/languages";
import { newCode, newId } from "../../platform/ids";
import { runOutbox } from "../../platform/outbox.server";
import { addOrganisation, askForLetter, bakery, readWaitingLetter } from "../../testing/organisations";
import { openTestPortal } from "../../testing/portal.server";
import { by } from "../../testing/provenance";
import { handlers, schedules } from "../../worker.server";
import { createAccount } from "../accounts/accounts.server";
import { beginSession } from "../accounts/sessions.server";
import { openCase } from "../cases/cases.server";
import { listDemoMail } from "../notifications/notifications.server";
import { addMember } from "./members.server";

vi.setConfig({ testTimeout: 60_000 });

const day = 24 * 60 * 60 * 1000;
const plain = (text: string) => text.replace(/[\u2068\u2069]/g, "");

eachDatabase("proving an organisation", (openDatabase) => {
  const setup = async (env: Record<string, string> = { RATE_LIMITS: "false" }) => {
    const clock = fixedClock("2026-05-13T09:00:00Z");
    const portal = await openTestPortal(await openDatabase(), { clock, env });
    const { house } = portal;
    const person = async (name: string, role: AccountRole = "resident") => {
      const email = `${name.toLowerCase()}@example.org`;
      const { id } = await createAccount(house, { email, name, password: "correct horse battery", role });
      const browser = portal.browser();
      const enter = async () => {
        browser.cookies.set("session", (await beginSession(house, { accountId: id })).token);
        return browser;
      };
      return { id, browser: await enter(), enter };
    };
    const { browser: owner, enter: again } = await person("Olwen");
    const staff = await person("Sam", "staff");
    const id = await addOrganisation(owner);
    const at = (path: string) => pathFor(id, path);
    const proof = at("/organisation/proof");
    /** Asks for the letter and gives what its PDF will show. */
    const ask = async (fields = {}) => {
      clock.advance(1);
      const page = await askForLetter(owner, id, fields);
      return { page, ...(await readWaitingLetter(house)) };
    };
    const enter = (code: string) => owner.post(proof, { code });
    const { letters } = house.db.tables(letterTables);
    /** What staff do with a letter: they are asked once more, and nothing is done before. */
    const decide = async (letterId: string, deed: "printed" | "refuse") => {
      const path = `/staff/letters/${letterId}`;
      const letter = await staff.browser.open(path);
      expect(letter.dom.querySelector("main form")).toBeNull();
      await staff.browser.open(letter.dom.querySelector(`main a[href$="do=${deed}"]`)!.getAttribute("href")!);
      expect(await house.db.q.select().from(letters).where(eq(letters.id, letterId))).toMatchObject([
        { state: "queued" },
      ]);
      return staff.browser.submit({ do: deed });
    };
    const { organisations } = house.db.tables(organisationTables);
    const stored = async () => (await house.db.q.select().from(organisations).where(eq(organisations.id, id)))[0]!;
    const listLetters = () => house.db.q.select().from(letters);
    return { ...portal, clock, person, owner, again, staff, id, at, proof, ask, enter, stored, decide, listLetters };
  };

  it("sends a letter to the address that was shown before, and its code proves the organisation once", async () => {
    const { owner, again, staff, proof, at, enter, house, stored, clock, decide } = await setup();
    await seedBorough(house.db, { addresses: 80 });
    const people = await owner.open(at("/organisation"));
    expect(people.text).toContain("Not proved");
    expect(people.dom.querySelector(`a[href="${proof}"]`)?.text).toContain("Prove it");
    await owner.open(proof);
    await owner.open(owner.page!.dom.querySelector("main a.govuk-button")!.getAttribute("href")!);
    // By hand as it stands there, by the list, and by hand again: nothing is asked for yet.
    await owner.submit({ by: "postcode" });
    const picked = await owner.submit({ "premises-postcode": "BK1 2AB" });
    expect(picked.dom.querySelector("[name=premises-id]")).not.toBeNull();
    await owner.submit({ by: "hand" });
    expect((await owner.submit({ "premises-line1": "", "premises-town": "" })).status).toBe(400);
    const check = await owner.submit({
      "premises-line1": "9 High Street",
      "premises-town": "Leeds",
      "premises-postcode": "ls11aa",
    });
    expect(check.heading).toBe("Check the address");
    expect(check.text).toContain("Crumb & Sons 9 High Street Leeds LS1 1AA");
    await owner.submit({ by: "address" });
    expect(owner.page!.dom.querySelector("#premises-line1")?.getAttribute("value")).toBe("9 High Street");
    await owner.submit();
    expect((await staff.browser.open("/staff/letters")).text).toContain("There are no letters to print");
    const asked = await owner.submit({ send: "yes" });
    expect(asked.text).toContain("You have asked for the letter.");
    expect(asked.text).toContain("It works until Wednesday 10 June 2026.");

    // Staff see whom they write to and what to look at; the code is on paper only.
    const queue = await staff.browser.open("/staff/letters");
    const path = queue.dom.querySelector("main th a")!.getAttribute("href")!;
    const letter = await staff.browser.open(path);
    const { code } = await readWaitingLetter(house);
    expect(letter.dom.querySelector(".app-letter__address")!.text).toBe("Crumb & Sons9 High StreetLeedsLS1 1AA");
    expect(plain(letter.text)).toContain("as the registered office of Crumb & Sons, company number 01234567");
    expect(letter.text).toContain("•••-•••-•••-•••");
    expect(letter.text).toContain("until the end of Wednesday 10 June");
    expect(letter.html + queue.html + asked.html).not.toContain(code);
    const pdf = await staff.browser.open(`${path}/pdf`);
    expect(pdf.headers.get("content-type")).toBe("application/pdf");
    const listed = await decide(path.split("/").at(-1)!, "printed");
    expect(plain(listed.text)).toContain("The letter to Crumb & Sons is marked as printed.");
    expect((await staff.browser.open(path)).text).toContain("which we do not keep");
    await staff.browser.post(path, { do: "again" });
    expect((await staff.browser.open("/staff/letters")).text).toContain("There are no letters to print");

    clock.advance(day);
    await again();
    const proved = await enter(code.toLowerCase().replaceAll("-", " "));
    expect(proved.text).toContain("You have proved that you act for Crumb & Sons.");
    expect(proved.text).toContain(
      "It was proved on Thursday 14 May 2026, with the code in a letter to:Crumb & Sons 9 High Street",
    );
    expect((await owner.open(at("/organisation"))).text).toContain("Proved on Thursday 14 May 2026");
    expect(await stored()).toMatchObject({ registered: { town: "Leeds" }, provedBy: expect.any(String) });
    // Proved, there is nothing to ask for and nothing to enter.
    expect((await owner.open(at("/organisation/proof/letter"))).path).toBe(proof);
    await owner.post(at("/organisation/proof/letter"), { ...bakery, send: "yes" });
    await expect(readWaitingLetter(house)).rejects.toThrow();
    expect((await enter(code)).status).toBe(400);
  });

  it("writes so that the registered office can read it, and then in the language of whoever asked", async () => {
    const { owner, staff, house, at, listLetters } = await setup();
    await owner.open(localPath("ar", at("/organisation/proof/letter")));
    await owner.submit();
    await owner.submit({ send: "yes" });
    const { id } = await readWaitingLetter(house);
    const letter = await staff.browser.open(`/staff/letters/${id}`);
    const parts = letter.dom.querySelectorAll(".app-letter [lang]");
    expect(parts.map((part) => [part.getAttribute("lang"), part.getAttribute("dir")])).toEqual([
      ["en", "ltr"],
      ["ar", "rtl"],
    ]);
    const [english, arabic] = parts.map((part) => plain(part.text));
    expect(english).toContain("If you know nothing about this");
    // Where to enter the code, and a number that no line ends in.
    for (const part of [english, arabic]) {
      expect(part).toContain(
        `MyAccount ${part === english ? "at" : "على"} ${house.config.publicUrl.replace("https://", "")}`,
      );
      expect(part).toContain(house.config.council.phone.replaceAll(" ", "\u00a0"));
    }
    expect(letter.dom.querySelectorAll(".app-letter .app-code")).toHaveLength(2);
    expect((await staff.browser.open("/staff/letters")).dom.querySelector("main th a")?.text).toMatch(/^Your code/);
    expect((await staff.browser.open(`/staff/letters/${id}/pdf`)).html).toContain("/Lang (ar)");
    expect(await listLetters()).toHaveLength(1);
  });

  it("keeps no code that anybody could read, and none at all once the letter is printed", async () => {
    const { owner, ask, house, staff, listLetters } = await setup();
    const { code, id } = await ask();
    const { auditEntries } = house.db.tables(auditTables);
    const { organisationCodes } = house.db.tables(organisationTables);
    const kept = async () =>
      JSON.stringify([
        await listLetters(),
        await house.db.q.select().from(auditEntries),
        await house.db.q.select().from(organisationCodes),
      ]);
    expect(await kept()).not.toContain(code);
    await staff.browser.post(`/staff/letters/${id}`, { do: "printed" });
    expect(await listLetters()).toMatchObject([{ state: "printed", values: { until: "2026-06-10" } }]);
    expect((await listLetters())[0]!.values).not.toHaveProperty("code");
    expect(owner.page!.html).not.toContain(code);
  });

  it("takes five guesses at a letter, and counts no slip of the pen", async () => {
    const { ask, enter, owner, proof, listLetters } = await setup();
    const { code } = await ask();
    for (const slip of ["", "123", `${code}2`]) expect((await enter(slip)).text).toContain("as it is in the letter");
    for (let n = 0; n < 4; n++) expect((await enter(newCode())).text).toContain("not the code in our newest letter");
    expect(await listLetters()).toHaveLength(1);
    expect((await enter(newCode())).text).toContain("A wrong code was entered 5 times");
    // Nobody prints it for nothing.
    expect(await listLetters()).toEqual([]);
    expect((await enter(code)).status).toBe(400);
    expect((await owner.open(proof)).text).not.toContain("You have proved");
    // Another letter begins anew.
    expect((await enter((await ask()).code)).text).toContain("You have proved");
  });

  it("lets guesses wait by network and session too", async () => {
    const { ask, enter } = await setup({});
    for (let letter = 0; letter < 2; letter++) {
      await ask();
      for (let n = 0; n < 5; n++) expect((await enter(newCode())).status).toBe(400);
    }
    const { code } = await ask();
    expect((await enter(code)).status).toBe(429);
  });

  it("makes the code of an older letter worthless, and sends three in 28 days", async () => {
    const { ask, enter, owner, clock, at, proof, person, id, listLetters, house } = await setup();
    const first = await ask();
    const second = await ask();
    expect(await listLetters()).toMatchObject([{ id: second.id }]);
    expect((await enter(first.code)).status).toBe(400);
    const third = await ask();
    expect(third.page.text).toContain("You can ask for the next one from Wednesday 10 June 2026.");
    const letter = at("/organisation/proof/letter");
    expect((await owner.open(letter)).path).toBe(proof);
    await owner.post(letter, { ...bakery, send: "yes" });
    expect(await listLetters()).toMatchObject([{ id: third.id }]);
    // The limit is the organisation's, whoever of its owners asks.
    const eve = await person("Eve");
    const joining = by({ kind: "account", id: eve.id });
    await house.db.transaction(() => addMember(house, joining, { organisationId: id, role: "owner" }));
    expect((await eve.browser.open(letter)).path).toBe(proof);
    clock.set("2026-06-10T09:00:01Z");
    expect((await (await eve.enter()).open(letter)).heading).toBe("Where should the letter go?");
  });

  it("asks for one letter however often its form is sent, and for six by one account", async () => {
    const { owner, at, house, listLetters, clock } = await setup();
    const { organisationCodes } = house.db.tables(organisationTables);
    const send = () => owner.post(at("/organisation/proof/letter"), { ...bakery, once: "one", send: "yes" });
    await Promise.all([send(), send(), send()]);
    expect(await house.db.q.select().from(organisationCodes)).toHaveLength(1);
    expect(await listLetters()).toHaveLength(1);
    for (let n = 0; n < 6; n++) {
      clock.advance(1);
      const other = await addOrganisation(owner, { ...bakery, name: `Crumb ${n}` });
      const letter = pathFor(other, "/organisation/proof/letter");
      const page = await owner.post(letter, { ...bakery, once: String(n), send: "yes" });
      expect(page.path.endsWith("?done=asked"), String(n)).toBe(n < 5);
    }
    expect(await house.db.q.select().from(organisationCodes)).toHaveLength(6);
  });

  it("takes a code for 28 days, and forgets it then with a letter that nobody printed", async () => {
    const { ask, enter, clock, owner, proof, house, listLetters, again } = await setup();
    const { code } = await ask();
    clock.set("2026-06-10T22:30:00Z");
    await again();
    const { organisationCodes } = house.db.tables(organisationTables);
    expect((await owner.open(proof)).text).toContain("It works until Wednesday 10 June 2026.");
    clock.set("2026-06-10T23:01:00Z");
    expect((await enter(code)).text).toContain("The code in the letter is too old");
    clock.advance(1000);
    for (const { run } of schedules.filter(({ everySeconds }) => everySeconds === 3600)) await run(house);
    expect([await listLetters(), await house.db.q.select().from(organisationCodes)]).toEqual([[], []]);
    expect((await owner.open(proof)).text).toContain("Ask for the letter");
  });

  it("is undone by another name or address, and so is a letter on its way", async () => {
    const { ask, enter, owner, at, stored, listLetters, proof } = await setup();
    const details = at("/organisation/details");
    const first = await ask();
    await owner.open(details);
    await owner.submit({ name: "Crust & Sons" });
    expect(await listLetters()).toEqual([]);
    expect((await enter(first.code)).text).toContain("The name or address was changed after you asked");
    await enter((await ask()).code);
    expect(await stored()).toMatchObject({ provedAt: expect.any(Date) });
    expect((await owner.open(details)).text).toContain("you need to prove it again");
    // Saved as it stands, nothing changes.
    await owner.submit();
    expect(await stored()).toMatchObject({ provedAt: expect.any(Date) });
    await owner.open(details);
    await owner.submit({ "premises-line1": "2 Mill Lane" });
    expect(await stored()).toMatchObject({ provedAt: null, provedBy: null, registered: null });
    for (const lng of languageCodes) {
      const { html } = await owner.open(localPath(lng, proof));
      expect(html).not.toMatch(/proof\.\w/);
    }
    expect((await owner.open(proof)).text).toContain("It is not proved any more");
  });

  it("tells staff, and whoever has the same number, that it is proved and not by whom", async () => {
    const { ask, enter, owner, at, id, person, staff, house, clock } = await setup();
    clock.advance(1);
    const mallory = (await person("Mallory")).browser;
    const other = await addOrganisation(mallory, { ...bakery, name: "Crumb Ltd" });
    const seenBy = async (browser: typeof owner, whose: string) =>
      (await browser.open(pathFor(whose, "/organisation"))).text;
    const sendFor = (whose: string) =>
      house.db.transaction(() =>
        openCase(house, {
          ...{ draftId: newId(), serviceId: "request-call-back", version: 1, locale: "en", contact: {}, answers: {} },
          ...{ by: by({ kind: "organisation", id: whose }), state: "received", team: "customer-services", tell: false },
        }),
      );
    const [ours, theirs] = [await sendFor(id), await sendFor(other)];
    const seenByStaff = async ({ reference }: typeof ours) =>
      plain((await staff.browser.open(`/staff/cases/${reference}`)).text);
    expect(await seenBy(mallory, other)).toContain("Someone has already added 01234567");
    expect(await seenByStaff(theirs)).toContain("Someone else entered this number before");
    // Staff are told of the other one on the letter too, before they print it.
    const seenOnLetter = async (letterId: string) =>
      plain((await staff.browser.open(`/staff/letters/${letterId}`)).text);
    const asked = await ask();
    expect(await seenOnLetter(asked.id)).not.toContain("someone else");
    clock.advance(1);
    await askForLetter(mallory, other);
    const { id: letterOfOther } = await readWaitingLetter(house);
    expect(await seenOnLetter(asked.id)).toContain("someone else has asked for a letter for this number too");
    expect(await seenOnLetter(letterOfOther)).toContain("someone else has asked for a letter for this number too");
    await enter(asked.code);
    expect(await seenOnLetter(letterOfOther)).toContain("someone else has proved that they act for this number");
    expect(await seenBy(mallory, other)).toContain("Someone else has proved that they act for 01234567");
    expect(await seenBy(mallory, other)).not.toMatch(/Olwen|Crumb & Sons/);
    expect(await seenBy(owner, id)).not.toMatch(/Someone (else )?has/);
    const said = "Proved on Wednesday 13 May 2026 with the code in a letter to 1 Mill Lane, Brackenford, BK1 2AB";
    expect(await seenByStaff(ours)).toContain(said);
    expect(await seenByStaff(theirs)).toContain("Not proved: anyone can enter a name and number");
    expect(await seenByStaff(theirs)).toContain("Someone else has proved this number");
    // A sole trader has no number to share.
    const alone = await addOrganisation(mallory, { ...bakery, kind: "sole-trader" });
    expect(await seenBy(mallory, alone)).not.toContain("Someone");
    expect((await owner.open(at("/organisation/proof"))).status).toBe(200);
  });

  it("is not sent by staff to an address that is not the registered one, and its owner is told why", async () => {
    const { ask, enter, owner, proof, staff, listLetters, house, person, decide, id: ours } = await setup();
    const { id, code } = await ask();
    expect((await decide(id, "refuse")).text).toContain("The letter is not sent.");
    expect(await listLetters()).toEqual([]);
    expect((await owner.open(proof)).text).toContain("the address was not the right one");
    expect((await enter(code)).status).toBe(400);
    const mails = async () => {
      await runOutbox(house, handlers);
      return (await listDemoMail(house)).filter(({ subject }) => subject === "We did not send your letter");
    };
    const told = await mails();
    expect(told.map(({ to }) => to)).toEqual(["olwen@example.org"]);
    expect(told[0]!.text).toContain(`${house.config.publicUrl}${proof}`);
    // Sent again by a second click, it is told once; and who is no owner any more is told nothing.
    expect((await staff.browser.post(`/staff/letters/${id}`, { do: "refuse" })).text).toContain("Nothing was changed");
    const eve = await person("Eve");
    const joining = by({ kind: "account", id: eve.id });
    await house.db.transaction(() => addMember(house, joining, { organisationId: ours, role: "owner" }));
    const second = await askForLetter(eve.browser, ours);
    expect(second.text).toContain("You have asked for the letter.");
    const { id: hers } = await readWaitingLetter(house);
    const { memberships } = house.db.tables(organisationTables);
    await house.db.transaction(async () => {
      await house.db.q.update(memberships).set({ role: "member" }).where(eq(memberships.accountId, eve.id));
    });
    await staff.browser.post(`/staff/letters/${hers}`, { do: "refuse" });
    expect(await mails()).toHaveLength(1);
    // Once a letter is in its envelope it is too late for that.
    const sent = await ask();
    await staff.browser.post(`/staff/letters/${sent.id}`, { do: "printed" });
    await staff.browser.post(`/staff/letters/${sent.id}`, { do: "refuse" });
    expect((await enter(sent.code)).text).toContain("You have proved");
  });

  it("is in the history and its file, with its year, but for what was secret", async () => {
    const { ask, enter, owner, decide, at } = await setup();
    const { id, code } = await ask();
    await decide(id, "printed");
    await enter(newCode());
    await enter(code);
    await owner.open(at("/organisation/details"));
    await owner.submit({ name: "Crust" });
    const file = await owner.open(at("/organisation/history.csv"));
    const [, ...rows] = parse(file.html, { bom: true }) as string[][];
    expect(rows.map(([, , who, what]) => `${who}: ${what}`)).toEqual([
      "Olwen: It is not proved any more: the name or address was changed",
      "Olwen: Changed the name from Crumb & Sons to Crust",
      "Olwen: Proved it with the code in the letter",
      "Olwen: Entered a wrong code",
      "Council staff: Printed the letter",
      "Council staff: Looked at the letter",
      "Olwen: Asked for a letter with a code",
      "Olwen: Set the account up",
    ]);
    expect(rows.filter(([, when]) => !when!.includes("13 May 2026"))).toEqual([]);
    expect(file.html).not.toContain(code);
    // What keeps names and references in order on a page is nothing that a spreadsheet looks for.
    expect(file.html).not.toMatch(/[\u2060\u2066-\u2069]/);
    const page = await owner.open(at("/organisation/history?kind=letter"));
    expect(page.dom.querySelectorAll("tbody tr")).toHaveLength(2);
    for (const lng of languageCodes)
      expect((await owner.open(localPath(lng, at("/organisation/history")))).text).not.toContain("history.actions");
  });

  it("is for owners alone", async () => {
    const { house, person, id, at, proof, owner, ask, listLetters } = await setup();
    const { code } = await ask();
    for (const role of ["administrator", "member", "read-only"] as const) {
      const member = await person(`${role[0]!.toUpperCase()}da`);
      const joining = by({ kind: "account", id: member.id });
      await house.db.transaction(() => addMember(house, joining, { organisationId: id, role }));
      const people = await member.browser.open(at("/organisation"));
      expect([people.status, people.html.includes(proof)]).toEqual([200, false]);
      for (const path of [proof, `${proof}/letter`]) {
        expect((await member.browser.open(path)).status).toBe(404);
        expect((await member.browser.post(path, { ...bakery, code, send: "yes" })).status).toBe(404);
      }
    }
    expect(await listLetters()).toHaveLength(1);
    expect((await owner.open(proof)).text).not.toContain("You have proved");
  });
});
