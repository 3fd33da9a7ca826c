import { eq } from "drizzle-orm";
import { beforeAll, expect, it, vi } from "vitest";
import { flowTables } from "~db/schema/flow";
import { kioskTables } from "~db/schema/kiosks";
import { createAccount } from "./features/accounts/accounts.server";
import { beginSession } from "./features/accounts/sessions.server";
import { openCase } from "./features/cases/cases.server";
import { addClient, listQueue, queueLetter } from "./features/letters/letters.server";
import { addMember, changeMember, createOrganisation } from "./features/organisations/organisations.server";
import { createPayment, useProvider } from "./features/payments/payments.server";
import { ensureDraft } from "./flow/drafts.server";
import type { AccountRole, Provenance, Subject } from "./platform/actor";
import { eachDatabase } from "./platform/db/testing.server";
import { pathFor } from "./platform/i18n/languages";
import { newId } from "./platform/ids";
import routes from "./routes";
import { findDefinition } from "./services/catalogue.server";
import type { Browser } from "./testing/browser";
import { openTestPortal, type TestPortal } from "./testing/portal.server";
import { by } from "./testing/provenance";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** What somebody has with the council, by its ids. */
interface Records {
  /** Whom their records are opened for: `/for/...` in front of paths where it is not for oneself. */
  acting: string | undefined;
  reference: string;
  sentDraft: string;
  openDraft: string;
  upload: string;
  payment: string;
  account: string;
}

/** How a route is closed to those it is not for. */
type Entry =
  /** The same for everybody, or about whoever asks: no id of anybody's record in it. */
  | "open"
  /** A token that nobody can guess opens it. */
  | "token"
  /** In demo mode only, and then for everybody: it stands in for a mailbox or a bank outside the portal. */
  | "demo"
  /** For an enrolled device only. */
  | "kiosk"
  /** For floorwalkers; the help that they give is theirs alone. */
  | "floorwalker"
  | "account"
  | "staff"
  | "organisation"
  /** About one record, for whoever has it. Those who may only look are let into what shows, and out of what changes. */
  | { does: "show" | "change"; path: (own: Records) => string };

const shows = (path: (own: Records) => string): Entry => ({ does: "show", path });
const changes = (path: (own: Records) => string): Entry => ({ does: "change", path });

/** Every route of the portal. A new one fails the test until it is here. */
const table: Record<string, Entry> = {
  "/": "open",
  "/services": "open",
  "/search": "open",
  "/services/:service": "open",
  "/services/:service/:step": "open",
  "/services/:service/:step/save": "open",
  "/services/:service/done/:reference": shows(({ reference }) => `/services/request-call-back/done/${reference}`),
  "/services/:service/sent/:draft": shows(({ sentDraft }) => `/services/request-call-back/sent/${sentDraft}`),
  "/uploads/:upload": shows(({ upload }) => `/uploads/${upload}`),
  "/uploads/:upload/small": shows(({ upload }) => `/uploads/${upload}/small`),
  "/sign-in": "open",
  "/sign-out": "open",
  "/register": "open",
  "/verify/:token": "token",
  "/reset": "open",
  "/reset/:token": "token",
  "/account": "open",
  "/account/details": "account",
  "/account/drafts/:draft/discard": changes(({ openDraft }) => `/account/drafts/${openDraft}/discard`),
  "/organisations/new": "account",
  "/organisation": "organisation",
  "/organisation/details": "organisation",
  "/organisation/proof": "organisation",
  "/organisation/proof/letter": "organisation",
  "/organisation/people/:account": "organisation",
  "/organisation/history": "organisation",
  "/organisation/history.csv": "organisation",
  "/invitations/:token": "token",
  "/dev/mail": "demo",
  "/dev/mail/:id": "demo",
  "/dev/mail/:id/html": "demo",
  "/payments/:payment": changes(({ payment }) => `/payments/${payment}`),
  "/payments/:payment/return": shows(({ payment }) => `/payments/${payment}/return`),
  "/payments/:payment/receipt": shows(({ payment }) => `/payments/${payment}/receipt`),
  "/demo-pay/:payment": "demo",
  "/cases/:reference": shows(({ reference }) => `/cases/${reference}`),
  "/cases/:reference/cancel": changes(({ reference }) => `/cases/${reference}/cancel`),
  "/cases/:reference/again": changes(({ reference }) => `/cases/${reference}/again`),
  "/cases/:reference/calendar.ics": shows(({ reference }) => `/cases/${reference}/calendar.ics`),
  "/track": "open",
  "/track/open/:token": "token",
  "/kiosk": "kiosk",
  "/kiosk/enrol": "open",
  "/kiosk/idle": "kiosk",
  "/kiosk/end": "kiosk",
  "/kiosk/help": "kiosk",
  "/kiosk/still-here": "kiosk",
  "/kiosk/look": "kiosk",
  "/kiosk/take": "kiosk",
  "/kiosk/take/:handover": "kiosk",
  "/kiosk/take/:handover/state": "kiosk",
  "/kiosk/state": "kiosk",
  "/kiosk/notice": "kiosk",
  "/kiosk/helper": "kiosk",
  "/floor": "floorwalker",
  "/floor/calls": "floorwalker",
  "/floor/state": "floorwalker",
  "/floor/help/:help": "floorwalker",
  "/floor/help/:help/state": "floorwalker",
  "/staff/floorwalkers": "staff",
  "/staff/call": "staff",
  "/staff/letters": "staff",
  "/staff/letters/printed": "staff",
  "/staff/letters/:letter": "staff",
  "/staff/letters/:letter/pdf": "staff",
  "/take": "open",
  "/take/:token": "token",
  "/take/:token/state": "token",
  "/staff/kiosks": "staff",
  "/staff": "staff",
  "/staff/cases/:reference": "staff",
  "/accessibility": "open",
  "/privacy": "open",
  "/cookies": "open",
  "/contact": "open",
  "/*": "open",
};

const patterns = (routes as { path?: string; index?: boolean }[]).map(({ path = "" }) => `/${path}`);

eachDatabase("every route, for every wrong actor", (openDatabase) => {
  let portal: TestPortal;
  let actors: Record<string, { browser: Browser; account: string | undefined; session?: string }>;
  let owners: Record<"guest" | "resident" | "organisation" | "client", Records>;
  let organisation: string;
  /** What is kept of help, of drafts that change screens, and of letters. */
  const others = { help: newId(), handover: newId(), letter: "" };

  beforeAll(async () => {
    portal = await openTestPortal(await openDatabase(), { env: { RATE_LIMITS: "false" } });
    const { house } = portal;
    const person = async (name: string, role: AccountRole = "resident") => {
      const { id } = await createAccount(house, {
        email: `${name}@example.org`,
        name,
        password: "long enough 26",
        role,
      });
      const browser = portal.browser();
      const session = await beginSession(house, { accountId: id });
      browser.cookies.set("session", session.token);
      return { browser, account: id, session: session.id };
    };
    const guest = async () => {
      const { token, guestId } = await beginSession(house);
      const browser = portal.browser();
      browser.cookies.set("session", token);
      return { browser, account: undefined, guestId };
    };
    const owningGuest = await guest();
    actors = {
      "the guest": owningGuest,
      "another guest": await guest(),
      "somebody new": { browser: portal.browser(), account: undefined },
      "the resident": await person("resident"),
      "another resident": await person("stranger"),
      owner: await person("owner"),
      administrator: await person("administrator"),
      member: await person("member"),
      reader: await person("reader"),
      "a removed member": await person("removed"),
      "another organisation's owner": await person("other"),
      staff: await person("staff", "staff"),
      floorwalker: await person("floorwalker", "floorwalker"),
      "another floorwalker": await person("helper", "floorwalker"),
      "a floorwalker elsewhere": await person("elsewhere", "floorwalker"),
    };
    const as = (name: string): Provenance => by({ kind: "account", id: actors[name]!.account! });
    const wanted = { kind: "sole-trader", name: "Crumb", number: null } as const;
    const premises = { lines: ["1 Mill Lane"], town: "Brackenford", postcode: "BK1 2AB" };
    organisation = (await createOrganisation(house, as("owner"), { ...wanted, premises })).id;
    await createOrganisation(house, as("another organisation's owner"), { ...wanted, premises });
    await house.db.transaction(async () => {
      for (const [name, role] of [
        ["administrator", "administrator"],
        ["member", "member"],
        ["reader", "read-only"],
        ["a removed member", "owner"],
      ] as const)
        await addMember(house, as(name), { organisationId: organisation, role });
    });
    const accountId = actors["a removed member"]!.account!;
    await changeMember(house, as("owner"), { organisationId: organisation, accountId, role: undefined });
    owners = {
      guest: await makeRecords({ kind: "guest", id: owningGuest.guestId }),
      resident: await makeRecords({ kind: "account", id: actors["the resident"]!.account! }),
      organisation: await makeRecords({ kind: "organisation", id: organisation }),
      client: await makeRecords({ kind: "client", id: await addCaller() }),
    };
    await addHelp(owningGuest.guestId);
  });

  /** Somebody on the phone, and a letter to them. */
  async function addCaller(): Promise<string> {
    const { house } = portal;
    const staff = { actor: { kind: "staff", id: actors["staff"]!.account! }, channel: "phone" } as const;
    const id = await addClient(house, staff, { name: "Ola Łącka", address: ["1 Mill Lane"], locale: "en" });
    const letter = { template: "case-received", values: { reference: "ABC", serviceId: "report-pothole" } } as const;
    await house.db.transaction(() =>
      queueLetter(house, { ...staff, subject: { kind: "client", id } }, { reference: "ABC", message: letter }),
    );
    const [queued] = (await listQueue({ ...house, lng: "en" })).letters;
    others.letter = queued!.id;
    return id;
  }

  /** A visit to a kiosk in which the floorwalker helps, and from which a draft is on its way. */
  async function addHelp(guestId: string): Promise<void> {
    const { house } = portal;
    const { visits, helps, handovers, floorShifts } = house.db.tables(kioskTables);
    const now = house.clock.now();
    const expiresAt = new Date(now.getTime() + 60 * 60 * 1000);
    const helperId = actors["floorwalker"]!.account!;
    const visit = { id: newId(), kioskId: newId(), openKey: newId(), guestId, code: "123456" };
    const help = { id: others.help, visitId: visit.id, openKey: visit.id, kiosk: "1", site: "Library", helperId };
    const draft = { draftId: owners.guest.openDraft, serviceId: "report-pothole", holderId: guestId };
    const state = { kioskSaidYes: false, phoneSaidYes: false, state: "open", createdAt: now, expiresAt } as const;
    await house.db.transaction(async () => {
      await house.db.q.insert(visits).values({ ...visit, startedAt: now, touchedAt: now });
      await house.db.q
        .insert(helps)
        .values({ ...help, helperName: "Flo", state: "open", consentAt: now, createdAt: now });
      await house.db.q
        .insert(handovers)
        .values({ id: others.handover, way: "phone", tokenHash: newId(), visitId: visit.id, ...draft, ...state });
      for (const [name, site] of [
        ["floorwalker", "Library"],
        ["another floorwalker", "Library"],
        ["a floorwalker elsewhere", "Town Hall"],
      ] as const) {
        const { session, account } = actors[name]!;
        await house.db.q.insert(floorShifts).values({ sessionId: session!, accountId: account!, site, expiresAt });
      }
    });
  }

  async function makeRecords(subject: Subject): Promise<Records> {
    const { house } = portal;
    const who = by(subject);
    const sentDraft = newId();
    const { uploads } = house.db.tables(flowTables);
    const upload = newId();
    const open = await ensureDraft(house, who, findDefinition("report-pothole")!);
    return house.db.transaction(async () => {
      const file = { id: upload, draftId: open.id, questionId: "photos", name: "a.png", type: "image/png", bytes: 1 };
      await house.db.q.insert(uploads).values({ ...file, createdAt: house.clock.now() });
      const { id, reference } = await openCase(house, {
        draftId: sentDraft,
        serviceId: "request-call-back",
        version: 1,
        by: who,
        locale: "en",
        contact: {},
        answers: {},
        state: "unpaid",
        team: "customer-services",
        tell: false,
      });
      const payment = (await createPayment(house, who, { caseId: id, amountPence: 500 })).id;
      return {
        acting: subject.kind === "organisation" || subject.kind === "client" ? subject.id : undefined,
        reference,
        sentDraft,
        openDraft: open.id,
        upload,
        payment,
        account: subject.id,
      };
    });
  }

  /** Who may open what is about each owner, and from where. */
  const mine: Record<keyof typeof owners, string[]> = {
    guest: ["the guest"],
    resident: ["the resident"],
    organisation: ["owner", "administrator", "member", "reader"],
    client: ["staff"],
  };

  /** Whether an answer tells nothing of what was asked for: not there, or first who you are, or the start of the service. */
  const isClosed = ({ status, own }: { status: number; own: string }, path: string) =>
    status === 404 ||
    // Nobody at all may send anything there.
    status === 405 ||
    own.startsWith("/sign-in") ||
    (path.includes("/kiosk") && (own === "/" || own === "/kiosk/enrol")) ||
    (path.startsWith("/floor/help/") && own === "/floor") ||
    (path.includes("/sent/") && own === "/services/request-call-back");

  async function expectClosed(actor: string, path: string, fields = {}) {
    const { browser } = actors[actor]!;
    const seen = await browser.open(path);
    expect(seen.status, `${actor}: GET ${path}`).not.toBe(405);
    for (const answer of [seen, await browser.post(path, fields)])
      expect(isClosed(answer, path), `${actor}: ${path} answers ${answer.status} at ${answer.path}`).toBe(true);
  }

  it("is in the table, and the table has no other", () => {
    expect([...new Set(patterns)].sort()).toEqual(Object.keys(table).sort());
  });

  const ofRecords = Object.entries(table).flatMap(([pattern, entry]) =>
    typeof entry === "object" ? [{ pattern, ...entry }] : [],
  );

  it.each(ofRecords)("$pattern", async (entry) => {
    for (const [owner, records] of Object.entries(owners)) {
      const path = entry.path(records);
      const own = pathFor(records.acting, path);
      for (const actor of Object.keys(actors)) {
        const may = mine[owner as keyof typeof mine].includes(actor);
        if (!may) await expectClosed(actor, own);
        // As oneself, what is the organisation's is not there; and the other way round.
        if (records.acting) await expectClosed(actor, path);
        else if (mine.organisation.includes(actor)) await expectClosed(actor, pathFor(organisation, path));
      }
    }
  });

  it.each(ofRecords)("$pattern, for a member who may only look", async ({ does, path }) => {
    const own = pathFor(organisation, path(owners.organisation));
    const { reader, owner } = actors;
    const seen = await reader!.browser.open(own);
    if (does === "change") expect(isClosed(seen, own), `GET answers ${seen.status} at ${seen.path}`).toBe(true);
    else
      expect([seen.status, seen.path]).toEqual(await owner!.browser.open(own).then((page) => [page.status, page.path]));
    const sent = await reader!.browser.post(own);
    expect(isClosed(sent, own), `POST answers ${sent.status} at ${sent.path}`).toBe(true);
  });

  it("of a service takes nothing from a member who may only look, and offers them nothing to change", async () => {
    const { browser } = actors["reader"]!;
    const draft = owners.organisation.openDraft;
    const read = async () => {
      const { drafts } = portal.house.db.tables(flowTables);
      return portal.house.db.q.select().from(drafts).where(eq(drafts.id, draft));
    };
    const before = await read();
    for (const pattern of Object.keys(table).filter((one) => one.startsWith("/services/:service/:step")))
      for (const step of ["danger", "check"]) {
        const path = pattern.replace(":service", "report-pothole").replace(":step", step);
        const sent = await browser.post(pathFor(organisation, path), { draft, danger: "no-danger" });
        expect([sent.own, await read()], path).toEqual(["/services/report-pothole", before]);
      }
    for (const path of ["/", "/account", "/services/report-pothole"]) {
      const page = await browser.open(pathFor(organisation, path));
      const links = page.dom.querySelectorAll("a").map((one) => one.getAttribute("href") ?? "");
      expect(links.filter((href) => /\/(discard|danger)$/.test(href))).toEqual([]);
    }
    expect(browser.page?.text).toContain("read only");
    expect((await browser.open(pathFor(organisation, "/account"))).text).toContain("Report a pothole");
  });

  it("about an account asks guests to sign in", async () => {
    for (const [path, entry] of Object.entries(table))
      if (entry === "account") for (const guest of ["the guest", "somebody new"]) await expectClosed(guest, path);
  });

  it("of a kiosk is for an enrolled device", async () => {
    for (const [pattern, entry] of Object.entries(table)) {
      if (entry !== "kiosk") continue;
      const path = pattern.replace(":handover", others.handover);
      for (const actor of Object.keys(actors)) await expectClosed(actor, path);
    }
  });

  it("of a floorwalker is for floorwalkers, and the help of another is not there", async () => {
    for (const [pattern, entry] of Object.entries(table)) {
      if (entry !== "floorwalker") continue;
      const path = pattern.replace(":help", others.help);
      const mayOpen = path === pattern ? /floorwalker/ : /^floorwalker$/;
      for (const actor of Object.keys(actors)) {
        if (mayOpen.test(actor)) expect((await actors[actor]!.browser.open(path)).status, path).toBe(200);
        else await expectClosed(actor, path, { kind: "language", alone: "yes" });
      }
    }
  });

  it("of staff is for staff", async () => {
    for (const [pattern, entry] of Object.entries(table)) {
      if (entry !== "staff") continue;
      const path = pattern.replace(":reference", owners.resident.reference).replace(":letter", others.letter);
      for (const actor of Object.keys(actors)) {
        if (actor === "staff") expect((await actors[actor]!.browser.open(path)).status, path).toBe(200);
        else await expectClosed(actor, path, { state: "done", note: "x" });
        await expectClosed(actor === "staff" ? "somebody new" : actor, pathFor(organisation, path), { state: "done" });
      }
    }
  });

  it("of an organisation is for its people", async () => {
    for (const [pattern, entry] of Object.entries(table)) {
      if (entry !== "organisation") continue;
      const path = pattern.replace(":account", actors["owner"]!.account!);
      for (const actor of Object.keys(actors)) {
        await expectClosed(actor, path, { intent: "end" });
        if (!mine.organisation.includes(actor))
          await expectClosed(actor, pathFor(organisation, path), { intent: "end" });
      }
    }
    expect((await actors["owner"]!.browser.open(pathFor(organisation, "/organisation"))).status).toBe(200);
  });

  it("that a token opens says nothing to any other", async () => {
    for (const [pattern, entry] of Object.entries(table)) {
      if (entry !== "token") continue;
      const { browser } = actors["another resident"]!;
      const page = await browser.open(pattern.replace(":token", newId()));
      const told = [owners.resident.reference, "Crumb", "owner@example.org"].filter((one) => page.html.includes(one));
      expect(told, pattern).toEqual([]);
      expect(page.status, pattern).toBeLessThan(500);
    }
  });

  it("starts no payment by being opened, whoever opens it", async () => {
    const asked: string[] = [];
    const never = async () => {};
    useProvider(portal.house, {
      name: "demo",
      create: async ({ paymentId }) => {
        asked.push(paymentId);
        return { providerId: paymentId, nextUrl: "/" };
      },
      get: async () => ({ state: "started", amountPence: 500 }),
      cancel: never,
      refund: never,
    });
    for (const [owner, records] of Object.entries(owners)) {
      const { browser } = actors[mine[owner as keyof typeof mine][0]!]!;
      const values: Record<string, string> = {
        service: "request-call-back",
        step: "check",
        reference: records.reference,
        draft: records.sentDraft,
        payment: records.payment,
      };
      for (const [pattern, entry] of Object.entries(table)) {
        const filled = pattern.replace(/:(\w+)/g, (_, name: string) => values[name] ?? newId());
        const path = typeof entry === "object" ? entry.path(records) : filled;
        // Its file is not on this test's disk.
        if (path.startsWith("/uploads/")) continue;
        await browser.open(pathFor(records.acting, path));
        await browser.open(pathFor(records.acting, `${path}?again=yes`));
      }
      expect(asked, owner).toEqual([]);
      await browser.post(pathFor(records.acting, `/payments/${records.payment}`));
      expect(asked.splice(0), owner).toEqual([records.payment]);
    }
  });
});
