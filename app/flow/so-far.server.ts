import type { Context } from "../platform/context.server";
import type { OfferedService } from "../services/catalogue.server";
import { type AnswerCard, answerCards } from "./check.server";
import type { Draft } from "./draft";
import { followWay } from "./engine";
import { Fields } from "./fields";
import { typedKey } from "./sharing.server";
import { typedRows } from "./typed-rows";

/** All that somebody has answered or typed, to be read and copied. */
export function answersSoFar(context: Context, service: OfferedService, draft: Draft): AnswerCard[] {
  const way = followWay(service, draft.answers);
  const given = { ...way, steps: way.steps.filter(({ questions }) => questions.some(({ id }) => id in draft.answers)) };
  const rows = service.steps.flatMap((step) => {
    const pairs = step.kind === "questions" ? draft.typed[typedKey(context, draft, step.id)] : undefined;
    return step.kind === "questions" && pairs
      ? typedRows(context.text, service.id, step.questions, new Fields(pairs))
      : [];
  });
  const cards = answerCards(context.text, service, given, { files: "shown" });
  return rows.length > 0 ? [...cards, { title: undefined, rows }] : cards;
}
