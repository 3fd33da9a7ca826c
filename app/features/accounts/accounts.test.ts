import argon2 from "@node-rs/argon2";
import { expect, it, vi } from "vitest";
import { accountTables } from "~db/schema/accounts";
import { createContext } from "../../context.server";
import { type Clock, fixedClock } from "../../platform/clock";
import { eachDatabase } from "../../platform/db/testing.server";
import { runOutbox } from "../../platform/outbox.server";
import type { Browser } from "../../testing/browser";
import { openTestPortal } from "../../testing/portal.server";
import { handlers } from "../../worker.server";
import { findDemoMail, listDemoMail } from "../notifications/notifications.server";
import {
  createAccount,
  forgetOldParked,
  forgetOldTokens,
  forgetUnconfirmed,
  parkRequest,
  readFacts,
  requireAccount,
  requireStaff,
  saveFacts,
  takeParked,
} from "./accounts.server";

// Hashing is slow on purpose, and slower on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const password = "correct horse battery";
const other = "a quite different one";
const hour = 60 * 60 * 1000;
const ada = { name: "Ada Łovelace 李", email: "ada@example.org" };

eachDatabase("accounts", (open) => {
  const setup = async (env: Record<string, string> = {}) => {
    const clock = fixedClock("2026-05-01T09:00:00Z");
    const portal = await openTestPortal(await open(), { clock: clock as Clock, env });
    const { house } = portal;
    const tables = house.db.tables(accountTables);
    const deliver = async () => {
      clock.advance(1);
      while ((await runOutbox(house, handlers)) > 0);
      return listDemoMail(house);
    };
    const newest = async (to: string) => {
      const mail = (await deliver()).find((one) => one.to === to);
      if (!mail) throw new Error(`No message to ${to}`);
      return { ...mail, path: /https?:\/\/[^/]+(\/\S+)/.exec(mail.text)?.[1] ?? "" };
    };
    const register = async (browser: Browser, fields: Record<string, string> = {}) => {
      await browser.open("/register");
      return browser.submit({ ...ada, "new-password": password, ...fields });
    };
    const signIn = async (browser: Browser, fields: Record<string, string> = {}, query = "") => {
      await browser.open(`/sign-in${query}`);
      return browser.submit({ email: ada.email, password, ...fields });
    };
    const account = (role: "resident" | "staff" = "resident") => createAccount(house, { ...ada, password, role });
    const sessions = () => house.db.q.select().from(tables.sessions);
    return { ...portal, clock, tables, deliver, newest, register, signIn, account, sessions };
  };
  /** A page of the tests' own account: that it opens shows who is signed in. */
  const isSignedIn = async (browser: Browser) => (await browser.open("/account/details")).heading === "Your details";

  it("registers, confirms the address, signs in and signs out", async () => {
    const { browser, register, signIn, newest } = await setup();
    const resident = browser();
    expect((await register(resident)).heading).toBe("Check your email");
    const mail = await newest(ada.email);
    expect(mail.subject).toBe("Confirm your email address");
    expect((await resident.open(mail.path)).heading).toBe("Confirm your email address");
    const confirmed = await resident.submit();
    expect(confirmed.text).toContain("Your email address is confirmed");
    expect(await isSignedIn(resident)).toBe(false);
    await signIn(resident, {}, "?next=/account/details");
    expect(resident.page!.heading).toBe("Your details");
    expect(resident.page!.text).toContain(ada.name);
    await resident.open("/sign-out");
    await resident.submit();
    expect(resident.page!.heading).toBe("You have signed out");
    // What tells that this browser has signed in before; nobody is signed in by it.
    expect([...resident.cookies.keys()]).toEqual(["device"]);
    expect(await isSignedIn(resident)).toBe(false);
  });

  it("has the browser forget the pages that it kept for Back, at the end", async () => {
    const { url } = await setup();
    const headers = { origin: url, "sec-fetch-site": "same-origin" };
    const answer = await fetch(`${url}/sign-out`, { method: "POST", headers, redirect: "manual" });
    expect([answer.status, answer.headers.get("clear-site-data")]).toEqual([303, '"cache"']);
  });

  it("says what to put right, keeps what was typed, and never sends a password back", async () => {
    const { register, browser } = await setup();
    const page = await register(browser(), { name: " ", email: "ada@", "new-password": "password123" });
    expect(page.status).toBe(400);
    expect(page.dom.querySelector("title")!.text).toMatch(/^Error: Create an account/);
    const summary = page.dom.querySelectorAll(".govuk-error-summary__list a");
    expect(summary.map((link) => link.getAttribute("href"))).toEqual(["#name", "#email", "#new-password"]);
    for (const link of summary) expect(page.dom.querySelector(link.getAttribute("href")!)).not.toBeNull();
    expect(page.dom.querySelector("#email")!.getAttribute("value")).toBe("ada@");
    expect(page.html).not.toContain("password123");
    // Back leads here once more, and the browser cannot ask for it again without sending the form.
    expect(page.headers.get("cache-control")).toBe("private, no-cache");
  });

  it("uses a link up by its button only: scanners may look, and a second click finds the work done", async () => {
    const { browser, register, newest, tables, house } = await setup();
    await register(browser());
    const { path } = await newest(ada.email);
    const scanner = browser();
    for (let looks = 0; looks < 3; looks++) expect((await scanner.open(path)).status).toBe(200);
    expect((await house.db.q.select().from(tables.accounts))[0]!.verifiedAt).toBeNull();
    const [first, second] = await Promise.all([browser().post(path), browser().post(path)]);
    for (const page of [first, second]) expect(page.text).toContain("Your email address is confirmed");
    expect((await browser().open("/verify/unknown")).status).toBe(410);
  });

  it("keeps no token that opens a link", async () => {
    const { register, browser, newest, house, tables } = await setup();
    await register(browser());
    const { platformTables } = await import("~db/schema/platform");
    const outbox = await house.db.q.select().from(house.db.tables(platformTables).outbox);
    const { path } = await newest(ada.email);
    const token = path.split("/").at(-1)!;
    expect(token.length).toBeGreaterThanOrEqual(43);
    expect(JSON.stringify([outbox, await house.db.q.select().from(tables.accountTokens)])).not.toContain(token);
  });

  it("ends a link after its time", async () => {
    const { browser, register, newest, clock } = await setup();
    await register(browser());
    const { path } = await newest(ada.email);
    clock.advance(24 * hour + 1);
    const page = await browser().open(path);
    expect([page.status, page.heading]).toEqual([410, "This link has ended"]);
    expect((await browser().post(path)).status).toBe(410);
  });

  it("answers the same whether an address has an account or not", async () => {
    const { browser, register, signIn, account, newest, deliver } = await setup();
    await account();
    const stranger = { email: "nobody@example.org" };
    const plain = (page: { html: string }) => page.html.replaceAll(ada.email, "").replaceAll(stranger.email, "");
    const known = await register(browser());
    expect(plain(known)).toBe(plain(await register(browser(), stranger)));
    expect((await newest(ada.email)).subject).toBe("You already have an account");
    expect((await newest(stranger.email)).subject).toBe("Confirm your email address");

    const nobody = "none@example.org";
    const wrong = await signIn(browser(), { password: other });
    const unknown = await signIn(browser(), { email: nobody, password: other });
    expect([wrong.status, unknown.status]).toEqual([400, 400]);
    expect(plain(wrong)).toBe(unknown.html.replaceAll(nobody, ""));

    const before = (await deliver()).length;
    const reset = async (email: string) => {
      const one = browser();
      await one.open("/reset");
      return one.submit({ email });
    };
    expect((await reset(ada.email)).html).toBe((await reset(nobody)).html);
    const after = await deliver();
    expect(after).toHaveLength(before + 1);
    expect(after.filter((mail) => mail.to === nobody)).toEqual([]);
  });

  it("does the same costly work for an account that is not there, so that the time tells nothing", async () => {
    const { browser, signIn, account } = await setup();
    await account();
    const work = async (email: string) => {
      const verify = vi.spyOn(argon2, "verify");
      await signIn(browser(), { email, password: other });
      const calls = verify.mock.calls.map(([stored, tried]) => [`${stored}`.split("$").slice(0, 4), tried]);
      verify.mockRestore();
      return calls;
    };
    const there = await work(ada.email);
    expect(there).toEqual([[["", "argon2id", "v=19", "m=19456,t=2,p=1"], other]]);
    expect(await work("nobody@example.org")).toEqual(there);
  });

  it("lets nobody take over an account before its owner confirms it", async () => {
    const { browser, register, signIn, newest } = await setup();
    await register(browser(), { "new-password": other });
    const early = await newest(ada.email);
    await register(browser());
    const mail = await newest(ada.email);
    expect(mail.subject).toBe("Choose the password of your account");
    expect((await browser().open(early.path)).status).toBe(410);
    for (const tried of [password, other]) expect((await signIn(browser(), { password: tried })).status).toBe(400);
    const owner = browser();
    await owner.open(mail.path);
    await owner.submit({ "new-password": "the owner's own words" });
    await signIn(owner, { password: "the owner's own words" });
    expect(await isSignedIn(owner)).toBe(true);
  });

  it("sends another link when somebody signs in before confirming", async () => {
    const { browser, register, signIn, deliver } = await setup();
    await register(browser());
    const page = await signIn(browser());
    expect(page.heading).toBe("Check your email");
    expect(await deliver()).toHaveLength(2);
    expect((await signIn(browser(), { password: other })).status).toBe(400);
    expect(await deliver()).toHaveLength(2);
  });

  it("replaces the session at sign-in, so that an older cookie is worth nothing", async () => {
    const { browser, signIn, account, sessions, house } = await setup();
    await account();
    const context = await createContext(house, {
      url: new URL("http://x/"),
      cookie: undefined,
      address: "",
      requestId: "",
    });
    await context.ensureSubject();
    const [cookie] = context.cookies[0]!.split(";");
    const [name, token] = cookie!.split("=") as [string, string];
    const resident = browser();
    resident.cookies.set(name, token);
    await signIn(resident, {}, "?next=/account/details");
    expect(resident.cookies.get(name)).not.toBe(token);
    const [session, ...more] = await sessions();
    expect(more).toEqual([]);
    expect(session!.guestId).toBe(context.session!.guestId);
    const thief = browser();
    thief.cookies.set(name, token);
    expect(await isSignedIn(thief)).toBe(false);
  });

  it("carries nothing of one account over to the next one on the same browser", async () => {
    const { browser, signIn, account, sessions, house } = await setup();
    await account();
    await createAccount(house, { name: "Eve", email: "eve@example.org", password });
    const shared = browser();
    await signIn(shared);
    const [adas] = await sessions();
    await shared.post("/sign-in", { email: "eve@example.org", password });
    const [eves, ...more] = await sessions();
    expect(more).toEqual([]);
    expect(eves!.guestId).not.toBe(adas!.guestId);
  });

  it("ends a session after twelve hours", async () => {
    const { browser, signIn, account, clock } = await setup();
    await account();
    const resident = browser();
    await signIn(resident);
    clock.advance(11 * hour);
    expect(await isSignedIn(resident)).toBe(true);
    clock.advance(2 * hour);
    expect(await isSignedIn(resident)).toBe(false);
    expect(resident.page!.path).toBe("/sign-in?next=%2Faccount%2Fdetails");
  });

  it("goes on to pages of the portal only, in the reader's language", async () => {
    const { browser, signIn, account } = await setup();
    await account();
    for (const next of [
      "//evil.example",
      "https://evil.example/",
      "/\\evil.example",
      "/%09/evil.example",
      "/\t/evil.example",
    ]) {
      const page = await signIn(browser(), {}, `?next=${encodeURIComponent(next)}`);
      expect(page.path, next).toMatch(/^\/(account$|%09\/evil)/);
    }
    const polish = browser();
    await polish.open("/pl/sign-in?next=%2Faccount%2Fdetails");
    await polish.submit({ email: ada.email, password });
    expect(polish.page!.path).toBe("/pl/account/details");
  });

  it("sends staff to the staff page, and shows it to nobody else", async () => {
    const { browser, signIn, account, house } = await setup();
    await account("staff");
    expect((await signIn(browser())).path).toBe("/staff");
    const context = await createContext(house, {
      url: new URL("http://x/staff?a=b"),
      cookie: undefined,
      address: "",
      requestId: "",
    });
    const thrown = () => requireStaff(context).catch((error: Response) => error) as Promise<Response>;
    const redirect = await thrown();
    expect(redirect.headers.get("location")).toBe("/sign-in?next=%2Fstaff%3Fa%3Db");
    context.actor = { kind: "account", id: "1", name: "", email: "", role: "resident" };
    expect((await thrown()).status).toBe(404);
    expect((await requireAccount(context)).id).toBe("1");
  });

  it("sets a new password by a link that works once, and ends every session", async () => {
    const { browser, signIn, account, newest, sessions, clock } = await setup();
    await account();
    const elsewhere = browser();
    await signIn(elsewhere);
    const resident = browser();
    await resident.open("/reset");
    expect((await resident.submit({ email: " ADA@example.org" })).heading).toBe("Check your email");
    const { path } = await newest(ada.email);
    clock.advance(1000);
    expect((await resident.open(path)).heading).toBe("Choose a new password");
    expect((await resident.submit({ "new-password": "short" })).status).toBe(400);
    const done = await resident.submit({ "new-password": other });
    expect(done.text).toContain("Your password has changed");
    expect(await sessions()).toEqual([]);
    expect(await isSignedIn(elsewhere)).toBe(false);
    expect((await newest(ada.email)).subject).toBe("Your password has changed");
    expect((await resident.open(path)).status).toBe(410);
    expect((await resident.post(path, { "new-password": "another long one" })).status).toBe(410);
    expect((await signIn(browser())).status).toBe(400);
    await signIn(resident, { password: other });
    expect(await isSignedIn(resident)).toBe(true);
  });

  it("greets nobody by a name that a stranger typed when registering their address", async () => {
    const { browser, register, newest } = await setup();
    await register(browser(), { name: "see http://evil.example" });
    const owner = browser();
    await owner.post("/reset", { email: ada.email });
    const asked = await newest(ada.email);
    await owner.post(asked.path, { "new-password": other });
    const changed = await newest(ada.email);
    expect(changed.subject).toBe("Your password has changed");
    expect(JSON.stringify([asked, changed])).not.toContain("evil");
  });

  it("ends a reset link after two hours", async () => {
    const { browser, account, newest, clock } = await setup();
    await account();
    await browser().post("/reset", { email: ada.email });
    const { path } = await newest(ada.email);
    clock.advance(2 * hour + 1);
    expect((await browser().post(path, { "new-password": other })).status).toBe(410);
  });

  it("makes who guesses wait, but neither who has signed in before nor who proves the mailbox", async () => {
    const { browser, signIn, account, newest } = await setup();
    await account();
    const owner = browser();
    await signIn(owner);
    await owner.post("/sign-out");
    for (let tries = 0; tries < 5; tries++) expect((await signIn(browser(), { password: other })).status).toBe(400);
    const page = await signIn(browser());
    expect([page.status, page.text.includes("Wait 1 minute, or choose a new password")]).toEqual([429, true]);
    expect(page.dom.querySelector("input[name=email]")?.getAttribute("value")).toBe(ada.email);
    // The stranger goes on, from the owner's own network.
    for (let tries = 0; tries < 30; tries++) await signIn(browser(), { password: other });
    await signIn(owner);
    expect(await isSignedIn(owner)).toBe(true);
    const reset = browser();
    await reset.post("/reset", { email: ada.email });
    await reset.post((await newest(ada.email)).path, { "new-password": other });
    await signIn(reset, { password: other });
    expect(await isSignedIn(reset)).toBe(true);
  });

  it("knows a device by nothing that can be made up, or that belongs to another account or an older password", async () => {
    const { browser, signIn, account, newest, house } = await setup();
    await account();
    await createAccount(house, { email: "eve@example.org", name: "Eve", password, role: "resident" });
    const [owner, eve] = [browser(), browser()];
    await signIn(owner);
    await signIn(eve, { email: "eve@example.org" });
    const [number, mark] = owner.cookies.get("device")!.split(".");
    const [otherNumber, foreign] = eve.cookies.get("device")!.split(".");
    const exhaust = async () => {
      for (let tries = 0; tries < 6; tries++) await signIn(browser(), { password: other });
    };
    await exhaust();
    for (const device of [
      `${number}.${foreign}`,
      `${otherNumber}.${mark}`,
      `${number}.${"A".repeat(43)}`,
      `${number}`,
    ]) {
      const forged = browser();
      forged.cookies.set("device", device);
      expect((await signIn(forged)).status, device).toBe(429);
    }
    const copy = browser();
    copy.cookies.set("device", `${number}.${mark}`);
    await copy.post("/reset", { email: ada.email });
    await browser().post((await newest(ada.email)).path, { "new-password": other });
    expect((await signIn(copy, { password: other })).status).toBe(429);
  });

  it("lets a device that it knows try ten times too, and no more", async () => {
    const { browser, signIn, account } = await setup();
    await account();
    const shared = browser();
    await signIn(shared);
    await shared.post("/sign-out");
    for (let tries = 0; tries < 10; tries++) expect((await signIn(shared, { password: other })).status).toBe(400);
    expect((await signIn(shared)).status).toBe(429);
  });

  it("remembers several accounts of one device, and nobody's at a sign-in that failed", async () => {
    const { browser, signIn, account, house } = await setup();
    await account();
    await createAccount(house, { email: "eve@example.org", name: "Eve", password, role: "resident" });
    const shared = browser();
    await signIn(shared, { password: other });
    expect(shared.cookies.has("device")).toBe(false);
    for (const email of [ada.email, "eve@example.org"]) {
      await signIn(shared, { email });
      await shared.post("/sign-out");
    }
    for (const email of [ada.email, "eve@example.org"]) {
      for (let tries = 0; tries < 6; tries++) await signIn(browser(), { email, password: other });
      await signIn(shared, { email });
      expect(await isSignedIn(shared), email).toBe(true);
      await shared.post("/sign-out");
    }
  });

  it("refuses a network that tries too much, whatever it tries", async () => {
    const { browser, signIn, house } = await setup();
    for (let tries = 0; tries < 80; tries++) await house.limits.address.take("127.0.0.1");
    const refused = await signIn(browser(), { email: "x@example.org" });
    expect([refused.status, refused.heading]).toEqual([429, "You have tried too many times"]);
  });

  it("sends few messages to one mailbox, and answers the same beyond", async () => {
    const { browser, register, deliver } = await setup();
    const first = await register(browser());
    for (let times = 0; times < 8; times++) expect((await register(browser())).html).toBe(first.html);
    expect((await deliver()).length).toBe(5);
  });

  it("registers an address once when it is sent ten times at once", async () => {
    const { browser, house, tables, deliver } = await setup();
    const fields = { ...ada, "new-password": password };
    const pages = await Promise.all(Array.from({ length: 10 }, () => browser().post("/register", fields)));
    for (const page of pages) expect(page.heading).toBe("Check your email");
    expect(await house.db.q.select().from(tables.accounts)).toHaveLength(1);
    expect((await deliver()).every((mail) => /Confirm|Choose/.test(mail.subject))).toBe(true);
  });

  it("changes name and password, and signs the other devices out", async () => {
    const { browser, signIn, account, newest } = await setup();
    await account();
    const [here, there] = [browser(), browser()];
    await signIn(here);
    await signIn(there);
    await here.open("/account/details");
    await here.submit({ name: "أدا" }, "#form-name");
    expect(here.page!.text).toContain("Your name is saved");
    expect(here.page!.text).toContain("أدا");
    expect((await here.submit({ name: "" }, "#form-name")).status).toBe(400);
    const wrong = await here.submit({ "current-password": "no", "new-password": other }, "#form-password");
    expect([wrong.status, wrong.text.includes("This is not your password now")]).toEqual([400, true]);
    await here.submit({ "current-password": password, "new-password": other }, "#form-password");
    expect(here.page!.text).toContain("Your password has changed");
    expect((await newest(ada.email)).subject).toBe("Your password has changed");
    expect([await isSignedIn(here), await isSignedIn(there)]).toEqual([true, false]);
    await signIn(there, { password: other });
    await here.open("/account/details");
    await here.submit({}, "#form-everywhere");
    expect(here.page!.text).toContain("signed out on every device");
    expect([await isSignedIn(here), await isSignedIn(there)]).toEqual([false, false]);
  });

  it("keeps what it was told once, shows it and forgets it", async () => {
    const { browser, signIn, account, house } = await setup();
    const { id } = await account();
    const address = { lines: ["1 High Street"], town: "Brackenford", postcode: "BK1 2AB" };
    await house.db.transaction(() =>
      saveFacts(house, { kind: "account", id }, { phone: "020 7946 0001", address, vehicle: "", name: "A. L." }),
    );
    await house.db.transaction(() => saveFacts(house, { kind: "account", id }, { phone: "020 7946 0002" }));
    expect(await readFacts(house, { kind: "account", id })).toEqual({
      email: ada.email,
      name: "A. L.",
      phone: "020 7946 0002",
      address,
    });
    const resident = browser();
    await signIn(resident);
    const page = await resident.open("/account/details");
    for (const words of ["020 7946 0002", "1 High Street", "BK1 2AB"]) expect(page.text).toContain(words);
    await resident.post("/account/details", { intent: "forget", key: "address" });
    expect(resident.page!.text).toContain("We have forgotten it");
    expect(resident.page!.text).not.toContain("1 High Street");
    await resident.post("/account/details", { intent: "name", name: "Ada" });
    expect(await readFacts(house, { kind: "account", id })).toEqual({
      email: ada.email,
      name: "Ada",
      phone: "020 7946 0002",
    });
  });

  it("keeps what a guest sends, and offers it after signing in", async () => {
    const { browser, signIn, account, house, clock } = await setup();
    await account();
    const resident = browser();
    const page = await resident.post("/account/details?x=1", {
      intent: "name",
      name: "Ada <b>&",
      "new-password": "secret words",
    });
    expect(page.path).toBe("/sign-in?next=%2Faccount%2Fdetails%3Fx%3D1");
    const kept = await resident.submit({ email: ada.email, password });
    expect(kept.heading).toBe("We kept what you sent");
    expect(kept.html).not.toContain("secret words");
    expect((await resident.open("/sign-in?kept=1")).heading).toBe("We kept what you sent");
    await resident.submit();
    expect(resident.page!.text).toContain("Your name is saved");
    expect(resident.page!.text).toContain("Ada <b>&");
    clock.advance(2 * hour);
    expect((await resident.open("/sign-in?kept=1")).heading).not.toBe("We kept what you sent");
    await signIn(browser());
    await forgetOldParked(house);
  });

  it("gives what is kept to the browser that sent it, once when it is taken", async () => {
    const { house } = await setup();
    const asks = () =>
      createContext(house, { url: new URL("http://x/a"), cookie: undefined, address: "", requestId: "" });
    const [one, two] = [await asks(), await asks()];
    await parkRequest(one, "/a", [["old", "1"]]);
    await parkRequest(one, "/b", [
      ["n", "1"],
      ["n", "2"],
    ]);
    await two.ensureSubject();
    expect(await takeParked(two)).toBeUndefined();
    expect(await takeParked(one)).toEqual({
      path: "/b",
      fields: [
        ["n", "1"],
        ["n", "2"],
      ],
    });
    expect(await takeParked(one)).toBeUndefined();
    await expect(requireAccount(two)).rejects.toBeInstanceOf(Response);
  });

  it("removes what is over", async () => {
    const { browser, register, house, tables, clock } = await setup();
    await register(browser());
    clock.advance(6 * 24 * hour);
    await forgetOldTokens(house);
    await forgetUnconfirmed(house);
    expect(await house.db.q.select().from(tables.accountTokens)).toEqual([]);
    expect(await house.db.q.select().from(tables.accounts)).toHaveLength(1);
    clock.advance(2 * 24 * hour);
    await forgetUnconfirmed(house);
    expect(await house.db.q.select().from(tables.accounts)).toEqual([]);
  });

  it("shows the demo's messages, where nothing in them runs", async () => {
    const { browser, register, newest, house } = await setup();
    await register(browser());
    const mail = await newest(ada.email);
    const reader = browser();
    expect((await reader.open("/dev/mail")).text).toContain("Confirm your email address");
    const page = await reader.open(`/dev/mail/${mail.id}`);
    const links = page.dom.querySelectorAll("main a").map((link) => link.getAttribute("href"));
    expect(links.some((link) => link?.includes("/verify/"))).toBe(true);
    const html = await reader.open(`/dev/mail/${mail.id}/html`);
    expect(html.headers.get("content-security-policy")).toMatch(/default-src 'none'.*sandbox/);
    expect((await reader.open("/dev/mail/none")).status).toBe(404);
    house.config.smtpUrl = "smtp://127.0.0.1:1";
    for (const path of ["/dev/mail", `/dev/mail/${mail.id}`, `/dev/mail/${mail.id}/html`])
      expect((await reader.open(path)).status, path).toBe(404);
    expect(await findDemoMail(house, mail.id)).toBeDefined();
  });
});
