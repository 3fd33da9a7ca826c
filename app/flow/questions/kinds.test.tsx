import { beforeAll, describe, expect, it } from "vitest";
import { placeTables } from "~db/schema/places";
import { seedBills } from "~db/seed/bills";
import { seedBorough } from "~db/seed/borough/seed-borough";
import { seedResources } from "~db/seed/resources";
import { listSlots } from "../../features/bookings/bookings.server";
import { findStreets } from "../../features/places/places.server";
import { copySqlite } from "../../platform/db/testing.server";
import type { House } from "../../platform/house.server";
import { languageCodes } from "../../platform/i18n/languages";
import { createTestHouse } from "../../testing/portal.server";
import { readForm } from "../form";
import { questionTypes } from "./kinds";
import {
  backAndForth,
  type Input,
  linesOf,
  makeQuestion,
  name,
  read,
  render,
  shownIn,
  type Typed,
  typedLines,
} from "./testing/ask";

const options = [{ id: "one" }, { id: "two" }];

/** One question of each type, with something right and something wrong to type. */
const samples: Record<string, { input: Input; right: Typed; wrong?: Typed }> = {
  text: {
    input: { type: "text", maxLength: 10 },
    right: { [name]: "Ana & Ɓo" },
    wrong: { [name]: "<b>much too long</b>" },
  },
  textarea: {
    input: { type: "textarea", maxLength: 30 },
    right: { [name]: "one\n\n two\n< &lt;" },
    wrong: { [name]: `${"x\n".repeat(31)}y` },
  },
  radios: { input: { type: "radios", options }, right: { [name]: "two" }, wrong: { [name]: "three" } },
  checkboxes: {
    input: { type: "checkboxes", options, none: true },
    right: { [name]: ["one", "two"] },
    wrong: { [name]: ["one", "none"] },
  },
  select: { input: { type: "select", options }, right: { [name]: "two" } },
  "yes-no": { input: { type: "yes-no" }, right: { [name]: "no" } },
  date: {
    input: { type: "date" },
    right: { [`${name}-day`]: "29", [`${name}-month`]: "2", [`${name}-year`]: "2024" },
    wrong: { [`${name}-day`]: "31", [`${name}-month`]: "2", [`${name}-year`]: "2026" },
  },
  number: { input: { type: "number" }, right: { [name]: "1200" }, wrong: { [name]: "a <dozen>" } },
  money: { input: { type: "money" }, right: { [name]: "1234.50" }, wrong: { [name]: "lots & lots" } },
  email: { input: { type: "email" }, right: { [name]: "o'neil+a@example.org" }, wrong: { [name]: '"><script>' } },
  phone: { input: { type: "phone" }, right: { [name]: "020 7946 0018" }, wrong: { [name]: "no phone" } },
  name: { input: { type: "name" }, right: { [name]: "Zoë O'Neill" }, wrong: { [name]: "n".repeat(201) } },
  declaration: { input: { type: "declaration" }, right: { [name]: "yes" } },
  vehicle: { input: { type: "vehicle" }, right: { [name]: "QQ00 AAA" }, wrong: { [name]: "not a number plate" } },
  "company-number": { input: { type: "company-number" }, right: { [name]: "SC123456" }, wrong: { [name]: "?" } },
  address: {
    input: { type: "address" },
    right: {
      [`${name}-mode`]: "hand",
      [`${name}-line1`]: '1 "High" Street',
      [`${name}-line2`]: "",
      [`${name}-town`]: "Łódź",
      [`${name}-postcode`]: "",
    },
    wrong: {
      [`${name}-mode`]: "hand",
      [`${name}-line1`]: "",
      [`${name}-town`]: "<Town>",
      [`${name}-postcode`]: "nowhere",
    },
  },
  location: {
    input: { type: "location" },
    right: { [`${name}-description`]: "By the <old> oak" },
    wrong: { [`${name}-place`]: "No such place at all", [`${name}-description`]: "By the oak" },
  },
  group: {
    input: {
      type: "group",
      max: 3,
      questions: [
        { type: "name", id: "name" },
        { type: "date", id: "born", required: false },
      ],
    },
    right: {
      [`${name}-count`]: "2",
      [`${name}-0-name`]: "Ann",
      [`${name}-1-name`]: "Bo",
      [`${name}-1-born-day`]: "1",
      [`${name}-1-born-month`]: "2",
      [`${name}-1-born-year`]: "2001",
    },
    wrong: { [`${name}-count`]: "1", [`${name}-0-name`]: "", [`${name}-0-born-day`]: "32" },
  },
  upload: { input: { type: "upload" }, right: {}, wrong: {} },
  slot: { input: { type: "slot", resource: "bulky-waste" }, right: {}, wrong: { [name]: "no such slot" } },
  venue: { input: { type: "venue", of: "advisor" }, right: { [name]: "civic-centre" }, wrong: { [name]: "moon" } },
  collection: {
    input: { type: "collection", of: "address", withinWorkingDays: 2, options: [{ id: "another" }] },
    right: { [name]: "another" },
  },
  bill: { input: { type: "bill", register: "invoice" }, right: {}, wrong: { [name]: "INV<script>" } },
};

describe("every type of question", () => {
  let house: House;
  beforeAll(async () => {
    const db = await copySqlite();
    house = createTestHouse(db);
    await seedBorough(db, { addresses: 60 });
    await seedResources(db, house.clock.now());
    await seedBills(db, house.clock.now());
  });

  it("has a sample here", () => expect(Object.keys(samples).sort()).toEqual([...questionTypes].sort()));

  describe.each(questionTypes)("%s", (type) => {
    const { input, right, wrong } = samples[type]!;
    const around = () => ({ house, draftId: "11111111-1111-4111-8111-111111111111" });

    it("asks for what is missing with its own sentence, linked to a control that is there", async () => {
      // A group asks for nothing unless it has a least number.
      const asked: Input = input.type === "group" ? { ...input, min: 1 } : input;
      for (const lng of languageCodes) {
        const reading = await read(asked, {}, { ...around(), lng });
        if (reading.kind !== "errors") throw new Error(`${type} took nothing for an answer: ${reading.kind}`);
        const page = await render(asked, {}, { ...around(), lng, errors: reading.errors });
        for (const { field, text } of reading.errors) {
          expect(text).not.toMatch(/^(questions|services|ui|flow)[:/]|\{\{/);
          expect(page.getElementById(field), `#${field}`).not.toBeNull();
        }
        expect(page.textContent).toContain(reading.errors[0]!.text.slice(0, 10));
      }
    });

    it("may be left empty where it is not required", async () => {
      const reading = await read({ ...input, required: false } as Input, {}, around());
      expect(reading).toEqual({ kind: "value", value: type === "group" ? [] : null });
    });

    it("shows what was typed, wrong as it is, and links its error to it", async () => {
      if (!wrong) return;
      const reading = await read(input, wrong, around());
      if (type === "upload") return;
      if (reading.kind !== "errors") throw new Error(`${type} took ${JSON.stringify(wrong)}`);
      const page = await render(input, wrong, { ...around(), errors: reading.errors });
      for (const { field } of reading.errors) {
        const control = page.getElementById(field);
        expect(control, `#${field}`).not.toBeNull();
        // An option may have a hint of its own beside the error of them all.
        const described = [control!, control!.closest("fieldset")]
          .map((one) => one?.getAttribute("aria-describedby") ?? "")
          .join(" ");
        const message = described
          .split(" ")
          .map((id) => page.getElementById(id)?.textContent ?? "")
          .join(" ");
        expect(message, `the message of #${field}`).toMatch(/Error/);
      }
      for (const [field, typed] of Object.entries(wrong)) {
        const control = page.querySelector(`[name="${field}"]`);
        const isChoice = control === null || /radio|checkbox/.test(control.getAttribute("type") ?? "");
        if (!isChoice) expect(shownIn(page, field), field).toBe(typed);
      }
      expect(page.querySelector("script, b")).toBeNull();
    });

    it("reads its own value again from the fields that show it, and puts it in words", async () => {
      if (type === "upload" || type === "slot" || type === "bill") return;
      const reading = await read(input, right, around());
      if (reading.kind !== "value")
        throw new Error(`${type} did not take ${JSON.stringify(right)}: ${JSON.stringify(reading)}`);
      expect(await backAndForth(input, reading.value, around())).toEqual(reading);
      expect(JSON.parse(JSON.stringify(reading.value))).toEqual(reading.value);
      for (const lng of languageCodes) expect(linesOf(input, reading.value, lng).join("")).not.toBe("");
      const page = await render(input, right, around());
      for (const [field, typed] of Object.entries(right))
        expect([shownIn(page, field)].flat(), field).toEqual([typed].flat());
    });

    it("gives back all that was typed or chosen, and nothing that the page itself filled in", async () => {
      for (const typed of [right, wrong ?? {}]) {
        const page = await render(input, typed, around());
        const lines = typedLines(input, typed);
        for (const control of page.querySelectorAll("input[type=text], input:not([type]), textarea"))
          expect(lines.join("\n")).toContain([shownIn(page, control.getAttribute("name")!)].flat()[0]);
        for (const hidden of page.querySelectorAll(`input[type=hidden][name^=${name}-]`))
          expect(lines).not.toContain(hidden.getAttribute("value"));
        const chosen = page.querySelectorAll("input[checked] + label, option[selected]").map((one) => one.text.trim());
        // What is chosen from a list of the council's is chosen again.
        if (type !== "slot" && type !== "venue") expect(lines).toEqual(expect.arrayContaining(chosen));
      }
    });

    it("has all the fields that it shows and needs among its own", async () => {
      const page = await render(input, right, around());
      const shown = page.querySelectorAll("[name]").filter((one) => one.getAttribute("type") !== "file");
      const names = new Set([...Object.keys(right), ...shown.map((one) => one.getAttribute("name")!)]);
      const form = new FormData();
      for (const field of names) form.append(field, "x");
      expect(readForm(form, [makeQuestion(input)]).pairs.map(([field]) => field)).toEqual([...names]);
    });
  });

  it("keeps a listed address, a street, a slot and a bill the same when they are read again", async () => {
    const [listed] = await house.db.q.select().from(house.db.tables(placeTables).addresses).limit(1);
    const picked = await read({ type: "address" }, { [`${name}-mode`]: "pick", [`${name}-id`]: listed!.id }, { house });
    const [street] = (await findStreets(house.db, "road")).streets;
    const placed = await read(
      { type: "location" },
      {
        [`${name}-place`]: "road",
        [`${name}-searched`]: "road",
        [`${name}-street`]: street!.id,
        [`${name}-description`]: "here",
      },
      { house },
    );
    const [day] = await listSlots(house, "bulky-waste");
    const draftId = "22222222-2222-4222-8222-222222222222";
    const slot: Input = { type: "slot", resource: "bulky-waste" };
    const held = await read(slot, { [name]: day!.slots[0]!.id }, { house, draftId });
    for (const [input, reading] of [
      [{ type: "address" }, picked],
      [{ type: "location" }, placed],
      [slot, held],
    ] as [Input, typeof held][]) {
      if (reading.kind !== "value") throw new Error(JSON.stringify(reading));
      expect(await backAndForth(input, reading.value, { house, draftId })).toEqual(reading);
    }
  });
});
