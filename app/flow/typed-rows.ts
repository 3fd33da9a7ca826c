import type { Texts } from "../platform/i18n/i18n.server";
import { findDefinition } from "../services/catalogue.server";
import type { Question } from "../services/service";
import type { AnswerRow } from "./check.server";
import type { Fields } from "./fields";
import { readTyped } from "./form";
import { kindOf } from "./questions/kinds";
import { typedLinesOf } from "./questions/question";
import { wordsFor } from "./questions/words";

/** What was typed at a step and is no answer yet, each with its question. */
export const typedRows = (text: Texts, serviceId: string, questions: Question[], fields: Fields): AnswerRow[] =>
  questions
    .map((question) => {
      const words = wordsFor(text, serviceId, question);
      return { key: words.short, lines: typedLinesOf(kindOf(question), question, question.id, fields, words) };
    })
    .filter(({ lines }) => lines.length > 0);

/** What a form that failed brought, each with its question; undefined where its path is no step of a service. */
export function rowsSent(text: Texts, path: string, form: FormData): AnswerRow[] | undefined {
  const [, serviceId, stepId] = /^\/services\/([^/]+)\/([^/]+)$/.exec(path) ?? [];
  const service = serviceId ? findDefinition(serviceId) : undefined;
  const step = service?.steps.find(({ id }) => id === stepId);
  if (!service || step?.kind !== "questions") return undefined;
  return typedRows(text, service.id, step.questions, readTyped(form, step.questions));
}
