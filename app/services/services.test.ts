import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allStates } from "../features/cases/states";
import { dataOf, followWay } from "../flow/engine";
import { wordKeys } from "../flow/questions/words";
import { councilOf } from "../platform/council";
import { readLocales } from "../platform/i18n/i18n.server";
import { languageCodes } from "../platform/i18n/languages";
import { extraWords, findRepetitions, keysOf, textsIn } from "../testing/service-words";
import { definitions } from "./definitions";
import { evaluate } from "./logic";
import { sendKeys } from "./sending";
import { type Question, type Rule, type Service, serviceSchema } from "./service";
import { standardFor, standardKeys, standardVaries, teamFor } from "./standard";
import { createPortalTexts } from "./words.server";

const reservedPages = ["check", "tasks", "result", "done", "sent", "save", "start"];
/** Fields that every form of the flow may have, and what rules see beside the answers. */
const reservedQuestions = ["draft", "do", "fees", "again", "change", "by", "from", "seen", "sent", "turn"];
const allTexts = createPortalTexts();
const texts = allTexts("en");
const { contacts } = councilOf({});
const locales = readLocales();
const each = definitions.map((service) => [service.id, service] as const);

const questionsOf = (service: Service): Question[] =>
  service.steps.flatMap((step) => (step.kind === "questions" ? step.questions : []));
const innerOf = (question: Question): Question[] => (question.type === "group" ? question.questions : []);

it("has a service of each id once, in a file of its name", () => {
  const ids = definitions.map((service) => service.id);
  expect(new Set(ids).size).toBe(ids.length);
  const files = Object.keys(import.meta.glob("./definitions/*/*.ts")).map((path) =>
    path.split("/").at(-1)!.replace(/\.ts$/, ""),
  );
  expect(files.sort()).toEqual([...ids].sort());
});

describe.each(each)("%s", (_id, service) => {
  it("is data: JSON, and what the schema takes", () => {
    const copy: unknown = JSON.parse(JSON.stringify(service));
    expect(copy).toEqual(service);
    expect(serviceSchema.parse(copy)).toEqual(service);
  });

  it("has unique ids that no page, form or rule uses for itself", () => {
    const steps = service.steps.map((step) => step.id);
    const questions = questionsOf(service).map((question) => question.id);
    expect(duplicates(steps)).toEqual([]);
    expect(duplicates(questions)).toEqual([]);
    expect(steps.filter((id) => reservedPages.includes(id))).toEqual([]);
    expect(questions.filter((id) => reservedQuestions.includes(id))).toEqual([]);
    // Answers and notices that were read are kept under one roof.
    const notices = service.steps.filter((step) => step.kind === "notice").map((step) => step.id);
    expect(notices.filter((id) => questions.includes(id))).toEqual([]);
    for (const group of questionsOf(service)) expect(duplicates(innerOf(group).map((one) => one.id))).toEqual([]);
    for (const question of questionsOf(service))
      if ("options" in question) expect(duplicates(question.options.map((one) => one.id))).toEqual([]);
  });

  it("tells the fields of one question from those of another", () => {
    const composite = ["address", "location", "upload", "group", "date"];
    for (const step of service.steps) {
      if (step.kind !== "questions") continue;
      const isMixed = step.questions.some((question) => composite.includes(question.type));
      const names = step.questions.map((question) => question.id);
      const clashes = names.flatMap((one) =>
        names.filter((other) => other.startsWith(`${one}-`)).map((other) => `${one} and ${other}`),
      );
      if (isMixed) expect(clashes, step.id).toEqual([]);
      for (const group of step.questions.flatMap((one) => (one.type === "group" ? [one] : []))) {
        const dates = group.questions.filter((one) => one.type === "date").map((one) => one.id);
        const inner = group.questions.map((one) => one.id);
        expect(inner.filter((id) => dates.some((date) => id.startsWith(`${date}-`)))).toEqual([]);
      }
    }
  });

  it("names in its rules only what was asked before, and only answers that there are", () => {
    const known = new Map<string, Question | undefined>();
    const check = (rule: Rule | undefined, where: string, scope = known) => {
      for (const { name, answers } of namesIn(rule)) {
        const [root = "", fee = ""] = name.split(".");
        if (root === "fees") {
          expect(Object.keys(service.fees), `${where} names a fee`).toContain(fee);
          continue;
        }
        expect([...scope.keys()], `${where} names ${root}`).toContain(root);
        const question = scope.get(root);
        const allowed = question && optionsOf(question);
        if (allowed)
          expect(
            answers.filter((answer) => !allowed.includes(answer)),
            `${where} compares ${root}`,
          ).toEqual([]);
      }
    };
    for (const step of service.steps) {
      check(step.when, step.id);
      if (step.kind === "notice") known.set(step.id, undefined);
      if (step.kind !== "questions") continue;
      for (const question of step.questions) {
        check(question.when, `${step.id}/${question.id}`);
        if (question.type === "slot") {
          check(question.resource, `${step.id}/${question.id} resource`);
          check(question.notice, `${step.id}/${question.id} notice`);
        }
        if (question.type === "collection") expect(known.get(question.of)?.type).toBe("address");
        if (question.type === "venue") check(question.topic, `${step.id}/${question.id} topic`);
        if (question.type === "bill" && question.with)
          expect(step.questions.slice(0, step.questions.indexOf(question)).map((one) => one.id)).toContain(
            question.with,
          );
        const inner = new Map<string, Question | undefined>();
        for (const one of innerOf(question)) {
          check(one.when, `${step.id}/${question.id}/${one.id}`, inner);
          inner.set(one.id, one);
        }
        known.set(question.id, question);
      }
    }
    check(service.fee, "fee");
    if (service.find) expect([...known.keys()]).toContain(service.find.by);
  });

  it("puts every step into a section, where it has sections", () => {
    const named = service.steps.map((step) => step.section);
    if (service.sections.length === 0) expect(named.filter(Boolean)).toEqual([]);
    else expect(named.filter((section) => !section || !service.sections.includes(section))).toEqual([]);
    expect(service.sections.filter((section) => !named.includes(section))).toEqual([]);
    expect(duplicates(service.sections)).toEqual([]);
  });

  it("has an owner, a team, contacts and related services that there are", () => {
    expect(service.owner.reviewBy > service.owner.reviewed).toBe(true);
    for (const team of [...resultsOf(service.team), service.owner.team])
      expect(texts.has(`flow:teams.${team}`), team).toBe(true);
    expect(resultsOf(service.priority ?? null).filter((one) => one !== "high" && one !== "normal")).toEqual([]);
    const ids = definitions.map((one) => one.id);
    expect(service.related.filter((id) => !ids.includes(id) || id === service.id)).toEqual([]);
    expect(duplicates(service.related)).toEqual([]);
    const linked = service.steps.flatMap((step) => (step.kind === "questions" ? [] : step.services));
    expect(linked.filter((id) => !ids.includes(id) || id === service.id)).toEqual([]);
    for (const step of service.steps)
      if (step.kind !== "questions" && step.contact) expect(contacts, step.contact).toHaveProperty([step.contact]);
    expect(service.id.startsWith(`${service.processes[0]}-`)).toBe(true);
    if (service.processes.includes("pay")) expect(service.fee).toBeDefined();
    expect(service.processes.includes("find")).toBe(service.find !== undefined);
    expect(service.processes.includes("book")).toBe(questionsOf(service).some((question) => question.type === "slot"));
  });

  it("names its outcomes as no state is named", () => {
    const ids = service.outcomes.map(({ id }) => id);
    expect(duplicates(ids)).toEqual([]);
    expect(ids.filter((id) => (allStates as string[]).includes(id))).toEqual([]);
  });

  it("ends no way without saying whom to call or where else to go", () => {
    const dead = service.steps.filter(
      (step) =>
        step.kind === "stop" &&
        !step.contact &&
        !step.call &&
        !step.body &&
        step.services.length === 0 &&
        !texts.templates(`services/${service.id}:steps.${step.id}.body`).some((text) => text.includes("{{phone}}")),
    );
    expect(dead.map(({ id }) => id)).toEqual([]);
  });

  it("asks for a whole number of pence, whatever was answered", () => {
    if (service.fee === undefined) return;
    const fee = service.fee;
    fc.assert(
      fc.property(completeAnswers(service), (answers) => {
        const way = followWay(service, answers);
        if (way.stop) return;
        expect(way.next).toBeUndefined();
        const pence = evaluate(fee, dataOf(service, way.answers));
        expect(
          Number.isSafeInteger(pence) && Number(pence) >= 0,
          `${JSON.stringify(way.answers)} costs ${String(pence)}`,
        ).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("promises a whole number of working days in words that there are, whatever was answered", () => {
    if (service.standard === undefined) return;
    fc.assert(
      fc.property(completeAnswers(service), (answers) => {
        const way = followWay(service, answers);
        const { workingDays, words } = standardFor(service, way.answers)!;
        expect(Number.isSafeInteger(workingDays) && workingDays >= 0, JSON.stringify(way.answers)).toBe(true);
        expect(texts.has(standardKeys(service.id, words, "promise")[0]!), words).toBe(true);
        expect(texts.has(`flow:teams.${teamFor(service, way.answers)}`)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("has a text for all that it shows", () => {
    const missing = neededTexts(service).filter(
      (keys) => !keys.some((key) => texts.has(key) || texts.has(`${key}_other`)),
    );
    expect(missing.map(([key]) => key)).toEqual([]);
  });

  it("has no text that nothing shows", () => {
    const file = locales.en[`services/${service.id}`] as Record<string, unknown>;
    const steps = new Set(service.steps.map((step) => step.id));
    const extra = [
      ...keysOf(file).filter((key) => !topKeys.has(key)),
      ...keysOf(file["steps"]).filter((id) => !steps.has(id)),
      ...keysOf(file["sections"]).filter((id) => !service.sections.includes(id)),
      ...keysOf(file["money"]).filter((id) => !(id in service.fees)),
      ...extraWords(file["questions"], questionsOf(service), locales.en),
      ...keysOf(file["standards"]).filter(
        (id) =>
          ![...resultsOf(service.standard?.words ?? null), ...(standardVaries(service) ? ["range"] : [])].includes(id),
      ),
      ...keysOf(file["outcomes"]).filter((id) => !service.outcomes.some((one) => one.id === id)),
      ...(service.find
        ? keysOf({ outcome: file["outcome"], sendButton: file["sendButton"] }).filter((key) => file[key] !== undefined)
        : []),
      ...(service.standard ? [] : keysOf({ promise: file["promise"] }).filter((key) => file[key] !== undefined)),
    ];
    expect(extra).toEqual([]);
  });

  it("says nothing that its blocks and types of questions say already, nor twice what a question is called", () => {
    expect(findRepetitions(service, locales)).toEqual([]);
  });

  it.each(languageCodes)("in %s leaves it to the page to say which questions are optional", (lng) => {
    const file = locales[lng][`services/${service.id}`];
    const said = allTexts(lng).t("questions:optional", { label: "" }).trim();
    expect(textsIn(file).filter(([, text]) => text.includes(said))).toEqual([]);
  });
});

const topKeys = new Set([
  "title",
  "summary",
  "keywords",
  "need",
  "steps",
  "sections",
  "questions",
  "money",
  "next",
  "promise",
  "standards",
  "outcome",
  "outcomes",
  "sendButton",
  "data",
]);
const duplicates = (ids: string[]) => ids.filter((id, index) => ids.indexOf(id) !== index);

/** Each text that a service shows: where it may stand, best first. */
function neededTexts(service: Service): string[][] {
  const key = `services/${service.id}`;
  const own = (path: string) => [`${key}:${path}`];
  const needed = ["title", "summary", "keywords", "need"].map(own);
  if (!service.find) needed.push(own("next"), own("data"), sendKeys(service));
  if (service.standard) needed.push(own("promise"));
  if (standardVaries(service)) needed.push(own("standards.range"));
  for (const words of resultsOf(service.standard?.words ?? null)) needed.push(own(`standards.${words}.promise`));
  for (const { id } of service.outcomes)
    for (const key of ["choice", "said"]) needed.push([...own(`outcomes.${id}.${key}`), `cases:outcomes.${id}.${key}`]);
  for (const id of service.sections) needed.push(own(`sections.${id}`));
  for (const id of Object.keys(service.fees)) needed.push(own(`money.${id}`));
  for (const step of service.steps) {
    if (step.kind !== "questions") needed.push(own(`steps.${step.id}.title`), own(`steps.${step.id}.body`));
    else if (step.questions.length > 1) needed.push(own(`steps.${step.id}.title`));
    if (step.kind === "questions")
      for (const question of step.questions) needed.push(...neededWords(service, question, `questions.${question.id}`));
  }
  return needed;
}

const sayings: Partial<Record<Question["type"], string[]>> = {
  text: ["too-long"],
  textarea: ["too-long"],
  date: ["incomplete", "unreal", "too-early", "too-late", "example"],
  number: ["not-a-number", "whole", "too-small", "too-big"],
  money: ["not-money", "too-little", "too-much"],
  email: ["format"],
  phone: ["format"],
  name: ["too-long"],
  vehicle: ["format"],
  "company-number": ["format"],
  declaration: ["statement"],
  collection: ["both", "gone", "item", "nothing", "wait", "late", "next"],
  select: ["empty"],
  "yes-no": ["yes", "no"],
  bill: ["not-found", "paid"],
  group: ["item", "add", "remove", "none", "too-few"],
  slot: ["taken", "past", "none", "held", "more", "earlier", "places", "day-time", "required-day", "too-soon"],
  upload: [
    "limits",
    "add",
    "added",
    "remove",
    "empty",
    "too-big",
    "wrong-type",
    "too-many-pixels",
    "busy",
    "too-slow",
    "draft-full",
    "sender-full",
    "store-full",
    "unreadable",
    "pdf-locked",
    "pdf-broken",
    "too-many",
    "none",
  ],
  location: ["place", "pick", "other-street", "description", "no-street", "choose", "describe", "too-long", "number"],
  address: [
    "postcode",
    "find",
    "pick",
    "count",
    "by-hand",
    "not-listed",
    "line1",
    "town",
    "format",
    "choose",
    "outside",
    "line1-required",
    "town-required",
    "too-long",
  ],
};

function neededWords(service: Service, question: Question, path: string): string[][] {
  const at = (key: string) => wordKeys(service.id, path, question, key);
  const needed = [at("label"), ...(sayings[question.type] ?? []).map(at)];
  if (question.required && question.type !== "group") needed.push(at("required"));
  if ("options" in question)
    for (const { id } of question.options) needed.push([...at(`options.${id}.label`), ...at(`options.${id}`)]);
  if (question.type === "checkboxes" && question.none) needed.push(at("none"), at("none-with-others"));
  return [...needed, ...innerOf(question).flatMap((one) => neededWords(service, one, `${path}.questions.${one.id}`))];
}

/** The answers that a rule may compare a question with. */
function optionsOf(question: Question): string[] | undefined {
  if (question.type === "yes-no") return ["yes", "no"];
  if (!("options" in question)) return undefined;
  return [...question.options.map((option) => option.id), ...(question.type === "checkboxes" ? ["none"] : [])];
}

/** The texts that a rule may come to: it is one, or chooses among them by conditions. */
function resultsOf(rule: Rule): string[] {
  if (typeof rule === "string") return [rule];
  if (typeof rule !== "object" || rule === null || Array.isArray(rule)) return [];
  const parts = (rule["if"] ?? []) as Rule[];
  return parts.filter((_part, index) => index % 2 === 1 || index === parts.length - 1).flatMap(resultsOf);
}

const comparing = ["==", "===", "!=", "!==", "in"];
const overItems = ["some", "all", "none", "map", "filter", "reduce"];

/** What a rule names, each with the texts that it is compared with. Inside an operator over items, names are the items' own. */
function namesIn(rule: Rule | undefined): { name: string; answers: string[] }[] {
  if (Array.isArray(rule)) return rule.flatMap(namesIn);
  if (typeof rule !== "object" || rule === null) return [];
  return Object.entries(rule).flatMap(([operator, given]) => {
    const parts = [given].flat() as Rule[];
    if (operator === "var") return typeof parts[0] === "string" && parts[0] ? [{ name: parts[0], answers: [] }] : [];
    if (overItems.includes(operator)) return namesIn(parts[0]);
    const names = parts.flatMap(namesIn);
    const texts = parts
      .flatMap((part) => (Array.isArray(part) ? part : [part]))
      .filter((part) => typeof part === "string");
    return comparing.includes(operator) && names.length === 1 ? [{ name: names[0]!.name, answers: texts }] : names;
  });
}

/** An answer to every question of a service, as the types keep them. */
function completeAnswers(service: Service): fc.Arbitrary<Record<string, unknown>> {
  const notices = service.steps
    .filter((step) => step.kind === "notice")
    .map((step) => [step.id, fc.constant(true)] as const);
  const questions = questionsOf(service).map((question) => [question.id, answerTo(question)] as const);
  return fc.record(Object.fromEntries([...notices, ...questions]));
}

function answerTo(question: Question): fc.Arbitrary<unknown> {
  const answer = requiredAnswerTo(question);
  return question.required ? answer : fc.option(answer, { nil: question.type === "group" ? [] : null });
}

function requiredAnswerTo(question: Question): fc.Arbitrary<unknown> {
  switch (question.type) {
    case "radios":
    case "select":
      return fc.constantFrom(...question.options.map((option) => option.id));
    case "checkboxes": {
      const some = fc.subarray(
        question.options.map((option) => option.id),
        { minLength: 1 },
      );
      return question.none ? fc.oneof(some, fc.constant(["none"])) : some;
    }
    case "yes-no":
      return fc.constantFrom("yes", "no");
    case "number":
      return question.whole
        ? fc.integer({ min: question.min, max: question.max })
        : fc.double({ min: question.min, max: question.max, noNaN: true });
    case "money":
      return fc.integer({ min: question.minPence, max: question.maxPence });
    case "declaration":
      return fc.constant(true);
    case "venue":
      return fc.record({ id: fc.constantFrom("anywhere", ...question.options.map((option) => option.id)) });
    case "bill":
      return fc.record({
        id: fc.uuid(),
        reference: fc.string(),
        duePence: fc.nat({ max: 10_000_000 }),
        description: fc.string(),
      });
    case "group":
      return fc.array(fc.record(Object.fromEntries(question.questions.map((one) => [one.id, answerTo(one)]))), {
        minLength: question.min,
        maxLength: question.max,
      });
    default:
      return fc.string({ minLength: 1 });
  }
}
