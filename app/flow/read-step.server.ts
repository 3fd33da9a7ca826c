import type { Context } from "../platform/context.server";
import type { Draft } from "./draft";
import type { Answers, Reached } from "./engine";
import type { Fields } from "./fields";
import { readForm } from "./form";
import { kindOf } from "./questions/kinds";
import type { FieldError } from "./questions/question";
import { wordsFor } from "./questions/words";
import { askingOf, type Visit } from "./visit.server";

export interface Right {
  kind: "right";
  answers: Answers;
}

/** `again` where the page is to be shown with more to choose from, `wrong` where there is something to put right. */
export interface NotRight {
  kind: "again" | "wrong";
  fields: Fields;
  errors: FieldError[];
  /** The questions that are not answered any longer. */
  reopened: string[];
}

/** Reads all questions of a step from the form that was sent. */
export async function readStep(
  context: Context,
  { service, draft, way }: Visit & { draft: Draft },
  reached: Reached,
  form: FormData,
): Promise<Right | NotRight> {
  const all = readForm(form, reached.questions);
  let fields = all.without("do");
  const answers: Answers = {};
  const errors: FieldError[] = [];
  const reopened: string[] = [];
  const asking = askingOf(context, draft.id, { ...way.answers }, filesOf(form));
  for (const question of reached.questions) {
    const words = wordsFor(context.text, service.id, question);
    const reading = await kindOf(question).read(question, question.id, all, words, asking);
    if (reading.kind === "value") {
      answers[question.id] = reading.value;
      asking.answers[question.id] = reading.value;
    } else if (reading.kind === "errors") errors.push(...reading.errors);
    else {
      // A question gives all its fields back: what is not among them is gone.
      fields = fields.without(question.id).with(reading.fields.only([question.id]).pairs);
      reopened.push(question.id);
    }
  }
  if (reopened.length > 0) return { kind: "again", fields, errors, reopened };
  if (errors.length > 0) return { kind: "wrong", fields, errors, reopened };
  return { kind: "right", answers };
}

function filesOf(form: FormData): Map<string, File[]> {
  const files = new Map<string, File[]>();
  for (const [name, value] of form) {
    if (!(value instanceof File)) continue;
    const same = files.get(name);
    if (same) same.push(value);
    else files.set(name, [value]);
  }
  return files;
}
