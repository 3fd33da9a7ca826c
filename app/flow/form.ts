import { longest } from "../platform/http/field";
import { takeTyped } from "../platform/typed";
import type { Question, Service } from "../services/service";
import { Fields } from "./fields";
import { kindOf } from "./questions/kinds";

/** The button that was pressed, where it does more than go on. */
const wish = "do";

/**
 * Reads the fields of a page's questions, and no others: what is too long is cut before anything looks at it, and a
 * field that is sent again and again ends there too. Files are left to the question that asks for them.
 */
export function readForm(form: FormData, questions: readonly Question[]): Fields {
  const left = new Map(questions.flatMap((question) => fieldsOf(question)).concat([[wish, longest.line]]));
  const pairs: [string, string][] = [];
  for (const [name, value] of form) {
    const most = left.get(name);
    if (!most || typeof value !== "string") continue;
    left.set(name, Math.max(most - value.length - 1, 0));
    pairs.push([name, takeTyped(value, most)]);
  }
  return new Fields(pairs);
}

/** What was typed at a step, to be given back. */
export const readTyped = (form: FormData, questions: readonly Question[]): Fields =>
  readForm(form, questions).without(wish);

/** All that was sent to a step of a service, to be sent again as it is. */
export function sentTo(service: Service, stepId: string | undefined, form: FormData): Fields {
  const step = service.steps.find((one) => one.id === stepId);
  return readForm(form, step?.kind === "questions" ? step.questions : []);
}

/** Each field of a question, with the characters of it that are looked at. */
function fieldsOf(question: Question): [string, number][] {
  const most = question.type === "textarea" || question.type === "group" ? longest.text : longest.line;
  const parts = kindOf(question).parts?.(question);
  const own = parts ? parts.map((part) => `${question.id}-${part}`) : [question.id];
  return own.map((name) => [name, most]);
}
