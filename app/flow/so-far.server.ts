import type { Context } from "../platform/context.server";
import type { OfferedService } from "../services/catalogue.server";
import type { Question, Service } from "../services/service";
import { type AnswerCard, answerCards } from "./check.server";
import type { Draft } from "./draft";
import { followWay } from "./engine";
import { wordsFor } from "./questions/words";
import { typedKey } from "./sharing.server";

/** All that somebody has answered or typed, to be read and copied. */
export function answersSoFar(context: Context, service: OfferedService, draft: Draft): AnswerCard[] {
  const way = followWay(service, draft.answers);
  const given = { ...way, steps: way.steps.filter(({ questions }) => questions.some(({ id }) => id in draft.answers)) };
  const typed = service.steps.flatMap((step) => {
    const pairs = step.kind === "questions" ? draft.typed[typedKey(context, draft, step.id)] : undefined;
    return step.kind === "questions" && pairs
      ? step.questions.map((one) => typedRow(context, service, one, pairs))
      : [];
  });
  const rows = typed.filter(({ lines }) => lines.length > 0);
  const cards = answerCards(context.text, service, given, { files: "shown" });
  return rows.length > 0 ? [...cards, { title: undefined, rows }] : cards;
}

/** The fields of a question are named after it. */
function typedRow({ text }: Context, service: Service, question: Question, pairs: [string, string][]) {
  const own = pairs.filter(
    ([name, value]) => value.trim() && (name === question.id || name.startsWith(`${question.id}-`)),
  );
  return { key: wordsFor(text, service.id, question).short, lines: own.map(([, value]) => value) };
}
