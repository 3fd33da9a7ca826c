import { expect, it, vi } from "vitest";
import { createAccount } from "../features/accounts/accounts.server";
import { beginSession } from "../features/accounts/sessions.server";
import { openCase } from "../features/cases/cases.server";
import { eachDatabase } from "../platform/db/testing.server";
import { newId } from "../platform/ids";
import { findDefinition } from "../services/catalogue.server";
import { openTestPortal } from "../testing/portal.server";
import { by } from "../testing/provenance";
import { changeDraft, ensureDraft } from "./drafts.server";
import { listDrafts } from "./list-drafts.server";

vi.setConfig({ testTimeout: 40_000 });

const service = findDefinition("request-call-back")!;

eachDatabase("starting again", (openDatabase) => {
  const setup = async () => {
    const { house, browser: open } = await openTestPortal(await openDatabase(), { env: { RATE_LIMITS: "false" } });
    const person = async (email: string, role: "resident" | "staff" = "resident") => {
      const { id } = await createAccount(house, { email, name: "Amina", password: "correct horse battery", role });
      const browser = open();
      browser.cookies.set("session", (await beginSession(house, { accountId: id })).token);
      return { id, browser };
    };
    const { id, browser } = await person("amina@example.org");
    const subject = { kind: "account", id } as const;
    const send = (answers: Record<string, unknown>) =>
      house.db.transaction(() =>
        openCase(house, {
          draftId: newId(),
          serviceId: service.id,
          version: 0,
          by: by(subject),
          locale: "en",
          contact: {},
          answers,
          state: "received",
          team: "contact-centre",
          tell: false,
        }),
      );
    return { house, browser, subject, send, staff: (await person("staff@example.org", "staff")).browser };
  };

  it("takes only what the service would take today, and leaves what the open draft answers", async () => {
    const { house, browser, subject, send } = await setup();
    const { reference } = await send({
      topic: "a-topic-of-old",
      about: { words: "in another shape" },
      "existing-reference": null,
      "call-times": ["any-time", "at-night"],
      "not-these-days": 7,
      language: "english",
      "call-needs": "none",
      name: "Amina",
    });
    const old = await ensureDraft(house, by(subject), { ...service, version: 0 });
    await changeDraft(house, old.id, () => ({ answers: { name: "Amina Two", about: ["old", "too"] } }));
    const page = await browser.open(`/cases/${reference}`);
    expect([page.status, page.text]).toEqual([200, expect.stringContaining("in another shape")]);
    const next = await browser.submit({}, "form[action$=again]");
    expect([next.status, next.path]).toEqual([200, "/services/request-call-back/topic"]);
    expect(await listDrafts(house, subject, [])).toMatchObject([{ id: old.id, version: service.version }]);
    const [draft] = await listDrafts(house, subject, []);
    expect(draft!.answers).toEqual({ name: "Amina Two", "existing-reference": null, language: "english" });
    expect((await browser.open("/services/request-call-back/check")).status).toBe(200);
  });

  it("asks anew what the service says is never to be used again", async () => {
    const { house, browser, subject, send } = await setup();
    const { reference } = await send({ topic: "business", about: "The awning" });
    const about = service.steps.flatMap((step) => (step.kind === "questions" ? step.questions : []))[1]!;
    about.fact = { key: "organisation", reuse: "never" };
    try {
      await browser.post(`/cases/${reference}/again`);
    } finally {
      delete about.fact;
    }
    expect(await listDrafts(house, subject, [])).toMatchObject([{ answers: { topic: "business" } }]);
    expect((await listDrafts(house, subject, []))[0]!.answers).not.toHaveProperty("about");
  });

  it("shows a case of an older version to its person and to staff, whatever shape its answers have", async () => {
    const { browser, send, staff } = await setup();
    for (const odd of [{ a: { b: "odd" } }, ["odd", { a: 1 }], 7, true, "odd"]) {
      const questions = service.steps.flatMap((step) => (step.kind === "questions" ? step.questions : []));
      const { reference } = await send(Object.fromEntries(questions.map(({ id }) => [id, odd])));
      expect((await browser.open(`/cases/${reference}`)).status, JSON.stringify(odd)).toBe(200);
      expect((await staff.open(`/staff/cases/${reference}`)).status, JSON.stringify(odd)).toBe(200);
      expect((await browser.post(`/cases/${reference}/again`)).status).toBe(200);
    }
  });
});
