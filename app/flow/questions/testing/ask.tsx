import { type HTMLElement, parse } from "node-html-parser";
import { renderToString } from "react-dom/server";
import type { z } from "zod";
import type { House } from "../../../platform/house.server";
import { createTexts } from "../../../platform/i18n/i18n.server";
import type { Language } from "../../../platform/i18n/languages";
import { defineService, type Question, type serviceSchema } from "../../../services/service";
import { aGuest } from "../../../testing/provenance";
import { LocaleProvider } from "../../../ui/locale/locale";
import { Fields } from "../../fields";
import { kindOf } from "../kinds";
import { type Asking, type FieldError, type Reading, typedLinesOf } from "../question";
import { wordsFor } from "../words";

export const texts = createTexts();

type Step = Extract<z.input<typeof serviceSchema>["steps"][number], { kind: "questions" }>;
type Unnamed<T> = T extends unknown ? Omit<T, "id"> & { id?: string } : never;
export type Input = Unnamed<Step["questions"][number]>;
export type Typed = Record<string, string | string[]>;

interface Surroundings {
  house?: House;
  lng?: Language;
  today?: string;
  draftId?: string;
  answers?: Record<string, unknown>;
  files?: File[];
  query?: string;
}

/** The name of the asked question, unless it has an id of its own. */
export const name = "it";

/** A question as a definition would have it, with its defaults. */
export function makeQuestion(input: Input): Question {
  const service = defineService({
    id: "report-test",
    version: 1,
    processes: ["report"],
    subject: "test",
    audience: ["resident"],
    signIn: "none",
    minutes: 1,
    steps: [{ kind: "questions", id: "only", questions: [{ id: name, ...input } as Step["questions"][number]] }],
    team: "test",
    owner: { team: "test", reviewed: "2026-01-01", reviewBy: "2027-01-01" },
  });
  const [step] = service.steps;
  if (step?.kind !== "questions") throw new Error("The step has no questions.");
  return step.questions[0]!;
}

export const fieldsOf = (typed: Typed): Fields =>
  new Fields(
    Object.entries(typed).flatMap(([key, values]) => [values].flat().map((value): [string, string] => [key, value])),
  );

const wordsOf = (question: Question, lng: Language = "en") => wordsFor(texts(lng), "report-test", question);

const makeAsking = (around: Surroundings, question: Question): Asking => ({
  house: around.house ?? ({} as House),
  guess: async (_secret, look) => {
    const value = await look();
    return value === undefined ? { kind: "wrong" } : { kind: "right", value };
  },
  text: texts(around.lng ?? "en"),
  today: around.today ?? "2026-05-14",
  by: aGuest,
  draftId: around.draftId,
  answers: around.answers ?? {},
  sender: { who: "guest a-guest", network: "192.0.2.1" },
  files: new Map(around.files ? [[question.id, around.files]] : []),
  query: new URLSearchParams(around.query),
});

/** Reads what was typed into a question. */
export async function read(input: Input, typed: Typed | Fields, around: Surroundings = {}): Promise<Reading> {
  const question = makeQuestion(input);
  const fields = typed instanceof Fields ? typed : fieldsOf(typed);
  return kindOf(question).read(
    question,
    question.id,
    fields,
    wordsOf(question, around.lng),
    makeAsking(around, question),
  );
}

/** The value of what was typed; `{ error }` with the first sentence where there is none. */
export async function readValue(input: Input, typed: Typed | string, around: Surroundings = {}): Promise<unknown> {
  const reading = await read(input, typeof typed === "string" ? { [input.id ?? name]: typed } : typed, around);
  if (reading.kind === "errors") return { error: reading.errors[0]!.text };
  return reading.kind === "value" ? reading.value : "again";
}

/** What a value reads as, after it was shown in fields again. */
export function backAndForth(input: Input, value: unknown, around: Surroundings = {}): Promise<unknown> {
  const question = makeQuestion(input);
  const pairs = kindOf(question).toFields(value, question.id, question);
  return read(input, new Fields(pairs), around);
}

/** The lines that stand for a value. */
export function linesOf(input: Input, value: unknown, lng: Language = "en"): string[] {
  const question = makeQuestion(input);
  return kindOf(question).toLines(value, question, wordsOf(question, lng), texts(lng));
}

/** The lines that stand for what was typed. */
export function typedLines(input: Input, typed: Typed, lng: Language = "en"): string[] {
  const question = makeQuestion(input);
  return typedLinesOf(kindOf(question), question, question.id, fieldsOf(typed), wordsOf(question, lng));
}

/** The question as its page shows it, with what was typed and what is wrong. */
export async function render(
  input: Input,
  typed: Typed | Fields = {},
  around: Surroundings & { errors?: FieldError[] } = {},
): Promise<HTMLElement> {
  const question = makeQuestion(input);
  const kind = kindOf(question);
  const fields = typed instanceof Fields ? typed : fieldsOf(typed);
  const text = texts(around.lng ?? "en");
  const found = await kind.prepare?.(question, question.id, fields, makeAsking(around, question));
  const view = {
    question,
    name: question.id,
    fields,
    errors: around.errors ?? [],
    words: wordsOf(question, around.lng),
    isHeading: true,
    found,
    text,
  };
  return parse(
    renderToString(
      <LocaleProvider value={text}>
        <kind.View {...view} />
      </LocaleProvider>,
    ),
  );
}

/** The value of a control as a browser would show it. */
export function shownIn(page: HTMLElement, field: string): string | string[] | undefined {
  const controls = page.querySelectorAll(`[name="${field}"]`);
  if (controls.length === 0) return undefined;
  const first = controls[0]!;
  if (first.tagName === "TEXTAREA") return decode(first.innerHTML.replace(/^\n/, ""));
  if (first.tagName === "SELECT") return decode(first.querySelector("option[selected]")?.getAttribute("value") ?? "");
  const type = first.getAttribute("type");
  if (type !== "radio" && type !== "checkbox") return first.getAttribute("value") ?? "";
  const checked = controls.filter((one) => one.hasAttribute("checked")).map((one) => one.getAttribute("value") ?? "");
  return type === "radio" ? checked[0] : checked;
}

const decode = (html: string) =>
  parse(`<i title="${html.replaceAll('"', "&quot;")}"></i>`)
    .querySelector("i")!
    .getAttribute("title")!;
