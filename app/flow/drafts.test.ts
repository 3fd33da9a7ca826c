import { eq } from "drizzle-orm";
import { beforeAll, expect, it, vi } from "vitest";
import { flowTables } from "~db/schema/flow";
import { createAccount } from "../features/accounts/accounts.server";
import { type AuditFilter, readAudit } from "../platform/audit-read.server";
import { verifyAudit } from "../platform/audit-verify.server";
import { fixedClock } from "../platform/clock";
import { eachDatabase } from "../platform/db/testing.server";
import { newId } from "../platform/ids";
import { findDefinition } from "../services/catalogue.server";
import { callBack, placeOf, walk } from "../testing/faults/journey";
import { createTestHouse, openTestPortal, type TestPortal } from "../testing/portal.server";
import { by } from "../testing/provenance";
import {
  changeDraft,
  consumeDraft,
  discardDraft,
  ensureDraft,
  findDraft,
  findDraftById,
  forgetOldDrafts,
} from "./drafts.server";
import { adoptDrafts } from "./give-drafts.server";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

const service = findDefinition("request-call-back")!;

eachDatabase("drafts", (open) => {
  const setup = async () => {
    const clock = fixedClock("2026-05-14T08:00:00Z");
    const house = createTestHouse(await open(), { clock });
    const guest = { kind: "guest", id: newId() } as const;
    return { house, clock, guest };
  };

  it("are one for a person and a service, however many begin it at once", async () => {
    const { house, guest } = await setup();
    const all = await Promise.all(Array.from({ length: 8 }, () => ensureDraft(house, by(guest), service)));
    expect(new Set(all.map((draft) => draft.id)).size).toBe(1);
  });

  it("keep every change of many at once", async () => {
    const { house, guest } = await setup();
    const { id } = await ensureDraft(house, by(guest), service);
    const change = (n: number) => changeDraft(house, id, ({ answers }) => ({ answers: { ...answers, [`q${n}`]: n } }));
    await Promise.all(Array.from({ length: 20 }, (_, n) => change(n)));
    expect(Object.keys((await findDraftById(house, guest, id))!.answers)).toHaveLength(20);
  });

  it("are taken for sending once, and only with the answers that were looked over", async () => {
    const { house, guest } = await setup();
    const { id } = await ensureDraft(house, by(guest), service);
    const draft = (await changeDraft(house, id, () => ({ answers: { b: 1, a: { z: 1, y: [2] } } })))!;
    const consume = (answers: Record<string, unknown>) => house.db.transaction(() => consumeDraft(house, id, answers));
    expect(await consume({ ...draft.answers, c: 1 })).toBe("changed");
    const read = (await findDraftById(house, guest, id))!;
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => consume(read.answers)));
    expect(outcomes.sort()).toEqual(["sent", "sent", "sent", "sent", "taken"]);
    expect(await changeDraft(house, id, () => ({ answers: {} }))).toBeUndefined();
  });

  it("are somebody's own", async () => {
    const { house, guest } = await setup();
    const { id } = await ensureDraft(house, by(guest), service);
    for (const other of [
      { kind: "guest", id: newId() },
      { kind: "account", id: guest.id },
    ] as const) {
      expect(await findDraftById(house, other, id)).toBeUndefined();
      await discardDraft(house, by(other), id);
    }
    expect(await findDraftById(house, guest, id)).toBeDefined();
    await discardDraft(house, by(guest), id);
    expect(await findDraftById(house, guest, id)).toBeUndefined();
  });

  it("join the account that the guest signs in to: the newer answers win, the older ones are not lost", async () => {
    const { house, clock, guest } = await setup();
    const accountId = newId();
    const account = { kind: "account", id: accountId } as const;
    const own = await ensureDraft(house, by(account), service);
    await changeDraft(house, own.id, () => ({ answers: { topic: "waste", about: "old" } }));
    clock.advance(1000);
    const guests = await ensureDraft(house, by(guest), service);
    await changeDraft(house, guests.id, () => ({ answers: { about: "new" } }));
    await house.db.transaction(() => adoptDrafts(house, guest.id, accountId));
    expect(await findDraft(house, account, service.id)).toMatchObject({
      id: guests.id,
      answers: { topic: "waste", about: "new" },
    });
    expect(await findDraft(house, guest, service.id)).toBeUndefined();
  });

  it("of an organisation change together with the entry that says so, or not at all; and are not forgotten unsaid", async () => {
    const { house, clock } = await setup();
    const subject = { kind: "organisation", id: "crumb" } as const;
    const { id } = await ensureDraft(house, by(subject), service);
    const told = async () => {
      const slices = await Array.fromAsync(readAudit(house, subject, {} as AuditFilter));
      return slices.flatMap(({ entries }) => entries.map(({ action }) => action));
    };
    const deed = { by: by(subject), action: "draft.changed" } as const;
    const broken = { ...deed, by: { ...deed.by, channel: null as never } };
    await expect(changeDraft(house, id, () => ({ answers: { topic: "waste" } }), broken)).rejects.toThrow();
    expect([(await findDraftById(house, subject, id))!.answers, await told()]).toEqual([{}, ["draft.begun"]]);
    await changeDraft(house, id, () => ({ answers: { topic: "waste" } }), deed);
    await changeDraft(house, id, () => undefined, deed);
    clock.advance(31 * 24 * 60 * 60 * 1000);
    await forgetOldDrafts(house);
    expect(await told()).toEqual(["draft.forgotten", "draft.changed", "draft.begun"]);
    expect((await verifyAudit(house.db, house.config.auditKey)).faults).toEqual([]);
  });

  it("are forgotten thirty days after they were last touched, and not before", async () => {
    const { house, clock, guest } = await setup();
    const { id } = await ensureDraft(house, by(guest), service);
    clock.advance(30 * 24 * 60 * 60 * 1000 - 1000);
    await forgetOldDrafts(house);
    expect(await findDraftById(house, guest, id)).toBeDefined();
    clock.advance(2000);
    await forgetOldDrafts(house);
    expect(await findDraftById(house, guest, id)).toBeUndefined();
  });
});

eachDatabase("a draft and its service", (open) => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await openTestPortal(await open(), { env: { RATE_LIMITS: "false" } });
  });

  it("asks again only what a new version would not take, and what it asks for the first time", async () => {
    const browser = portal.browser();
    const page = await walk(browser, service.id, callBack);
    const id = page.dom.querySelector("input[name=draft]")!.getAttribute("value")!;
    const { drafts } = portal.house.db.tables(flowTables);
    const [row] = await portal.house.db.q.select().from(drafts).where(eq(drafts.id, id));
    // As an older version may have left it: an option that is gone, an answer of another kind, a question that is gone.
    const old = { ...row!.answers, language: "latin", "call-times": "morning", gone: "x", phone: { mobile: 1 } };
    await portal.house.db.transaction(() =>
      portal.house.db.q.update(drafts).set({ version: 0, answers: old }).where(eq(drafts.id, id)),
    );
    expect((await browser.open("/account")).status).toBe(200);
    expect(placeOf(await browser.open(`/services/${service.id}/check`))).toBe("call-times");
    expect(placeOf(await browser.submit({ "call-times": ["midday"] }))).toBe("language");
    await browser.submit({ language: "english" });
    const [now] = await portal.house.db.q.select().from(drafts).where(eq(drafts.id, id));
    expect(now).toMatchObject({
      version: service.version,
      answers: { topic: "waste", about: "The bins in the yard", name: "Zoë O'Neill" },
    });
    expect(Object.keys(now!.answers)).not.toContain("gone");
  });

  it("fills in what the account has told before, says so, and keeps what is changed", async () => {
    const account = { email: `${newId()}@example.org`, name: "Ann Other", password: "a long password 1" };
    await createAccount(portal.house, account);
    const browser = portal.browser();
    await browser.post("/sign-in", { email: account.email, password: account.password });
    const first = await walk(browser, service.id, callBack, "contact");
    expect(first.text).toContain("From your account");
    expect(first.dom.querySelector("[name=name]")!.getAttribute("value")).toBe("Ann Other");
    expect(first.dom.querySelector("[name=email]")!.getAttribute("value")).toBe(account.email);
    await browser.submit({ name: "Ann Other", email: account.email, phone: "020 7946 0018" });
    await browser.submit();
    const second = await walk(browser, service.id, callBack, "contact");
    expect(second.dom.querySelector("[name=phone]")!.getAttribute("value")).toBe("020 7946 0018");
    const wrong = await browser.submit({ phone: "" });
    expect(wrong.status).toBe(400);
    expect(wrong.text).not.toContain("From your account");
    expect(wrong.dom.querySelector("[name=phone]")!.getAttribute("value")).toBe("");
  });
});
