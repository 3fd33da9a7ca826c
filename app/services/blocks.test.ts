import { describe, expect, it } from "vitest";
import { readLocales } from "../platform/i18n/i18n.server";
import { languageCodes } from "../platform/i18n/languages";
import { extraWords, findRepetitions, keysOf } from "../testing/service-words";
import { blocks, questionBlocks } from "./blocks";
import { definitions } from "./definitions";
import { defineService, type Question } from "./service";
import { withBlockWords } from "./words.server";

type Steps = Parameters<typeof defineService>[0]["steps"];
const define = (steps: unknown, id = "report-planted") =>
  defineService({
    id,
    version: 1,
    processes: ["report"],
    subject: "council",
    audience: ["resident"],
    signIn: "none",
    minutes: 1,
    steps: steps as Steps,
    team: "contact-centre",
    owner: { team: "contact-centre", reviewed: "2026-10-01", reviewBy: "2027-10-01" },
  });
const questionsIn = (steps: { kind: string; questions?: Question[] }[]) =>
  steps.flatMap((step) => step.questions ?? []);
const locales = readLocales();

describe("a definition", () => {
  it("takes in the pages of a block, and changes rules where it differs", () => {
    const { steps } = define([
      {
        block: "contact",
        when: { "==": [{ var: "told" }, "yes"] },
        without: ["phone"],
        questions: { email: { required: true } },
      },
    ]);
    expect(steps).toMatchObject([
      {
        kind: "questions",
        id: "contact",
        block: "contact",
        when: { "==": [{ var: "told" }, "yes"] },
        questions: [
          { type: "name", id: "name", required: true, fact: { key: "name", reuse: "reuse" } },
          { type: "email", id: "email", required: true, fact: { key: "email", reuse: "reuse" } },
        ],
      },
    ]);
  });

  it("takes in the question of a block, under its id or another, on a page and in a group", () => {
    const { steps } = define([
      { block: "photos" },
      {
        kind: "questions",
        id: "more",
        questions: [
          { block: "photos", id: "papers", maxFiles: 5 },
          { type: "group", id: "faults", questions: [{ block: "details" }] },
        ],
      },
    ]);
    expect(questionsIn(steps)).toMatchObject([
      { type: "upload", id: "photos", maxFiles: 3 },
      { type: "upload", id: "papers", block: "photos", maxFiles: 5, required: false },
      { type: "group", questions: [{ type: "textarea", id: "details", block: "details" }] },
    ]);
  });

  it("leave options out", () => {
    const without = ["british-sign-language", "other"];
    const whole = questionsIn(define([{ block: "language" }]).steps)[0] as { options: { id: string }[] };
    const fewer = questionsIn(define([{ block: "language", questions: { language: { without } } }]).steps)[0];
    expect(fewer).toMatchObject({ options: whole.options.filter(({ id }) => !without.includes(id)) });
  });

  it.each([
    ["an unknown block", [{ block: "contcat" }], /The block contcat cannot be taken in:[\s\S]*"contact"/],
    ["pages in place of a question", [page({ block: "contact" })], /The block contact cannot be taken in/],
    ["a question that the block has not", [{ block: "contact", questions: { fax: {} } }], /contact has no fax/],
    ["a step that the block has not", [{ block: "contact", without: ["adress"] }], /contact has no adress/],
    [
      "an option that the block has not",
      [{ block: "language", questions: { language: { without: ["klingon"] } } }],
      /language has no klingon/,
    ],
    ["a rule that there is not", [{ block: "contact", questions: { name: { requird: false } } }], /requird/],
    ["a rule of another type of question", [page({ block: "photos", maxLength: 3 })], /maxLength/],
  ])("is refused with %s", (_what, steps, sentence) => {
    expect(() => define(steps)).toThrow(sentence);
  });
});

function page(question: object) {
  return { kind: "questions", id: "page", questions: [question] };
}

describe("words", () => {
  const [service] = definitions.filter(({ id }) => id === "report-pothole");
  const planted = (questions: object) =>
    Object.fromEntries(
      languageCodes.map((lng) => {
        const own = locales[lng]["services/report-pothole"] as { questions: object };
        const file = { ...own, questions: { ...own.questions, ...questions } };
        return [lng, { ...locales[lng], "services/report-pothole": file }];
      }),
    ) as unknown as typeof locales;

  it("are the service's own, and the block's where it has none", () => {
    const filled = withBlockWords(planted({ phone: { hint: "Planted." } })).en["services/report-pothole"];
    expect(filled).toMatchObject({
      steps: { contact: { title: "How we can contact you" } },
      questions: { phone: { label: "Phone number", hint: "Planted." }, email: { label: "Email address" } },
    });
  });

  it("of a service may not repeat its block in every language, nor name a word that there is not", () => {
    const blockWords = (lng: (typeof languageCodes)[number]) =>
      (locales[lng]["blocks/contact"] as { questions: { phone: { label: string } } }).questions.phone;
    const repeated = planted({});
    for (const lng of languageCodes) {
      const file = repeated[lng]["services/report-pothole"] as { questions: Record<string, object> };
      file.questions["phone"] = { label: blockWords(lng).label };
    }
    expect(findRepetitions(service!, repeated)).toEqual(["questions.phone.label"]);
    const words = { phone: { hitn: "Planted." }, fax: { label: "Planted" } };
    const questions = questionsIn(service!.steps as never);
    expect(extraWords(words, questions, locales.en)).toEqual(["questions.phone.hitn", "questions.fax"]);
  });
});

it("there is a block of each id once, in a file of its name, with words in a file of that name", () => {
  const ids = blocks.map(({ id }) => id as string).sort();
  const files = Object.keys(import.meta.glob("./blocks/*.ts")).map((path) => path.split("/").at(-1)!.slice(0, -3));
  expect(files.filter((name) => name !== "index").sort()).toEqual(ids);
  const words = Object.keys(locales.en).filter((name) => name.startsWith("blocks/"));
  expect(words.sort()).toEqual(ids.map((id) => `blocks/${id}`));
});

describe.each(blocks.map((block) => [block.id as string, block] as const))("the block %s", (id, { steps }) => {
  it("is taken in at more than one place", () => {
    const users = definitions.flatMap(({ id: service, steps }) => {
      const asked = questionsIn(steps as never).flatMap((one): Question[] =>
        one.type === "group" ? [one, ...one.questions] : [one],
      );
      const taken = asked.filter((one) => one.block === id).map((one) => `${service} ${one.id}`);
      return questionBlocks.some((block) => block.id === id) ? taken : taken.slice(0, 1);
    });
    expect(users.length, users.join()).toBeGreaterThan(1);
  });

  it("has no text that nothing shows", () => {
    const file = locales.en[`blocks/${id}`] as Record<string, unknown>;
    const known = steps.map((step) => step.id);
    expect([
      ...keysOf(file).filter((key) => key !== "steps" && key !== "questions"),
      ...keysOf(file["steps"]).filter((step) => !known.includes(step)),
      ...extraWords(file["questions"], questionsIn(steps as never), locales.en),
    ]).toEqual([]);
  });
});
