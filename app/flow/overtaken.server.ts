import { data } from "@remix-run/node";
import type { Context } from "../platform/context.server";
import type { OfferedService } from "../services/catalogue.server";
import type { Draft } from "./draft";
import type { Reached } from "./engine";
import { readTyped } from "./form";
import { kindOf } from "./questions/kinds";
import { wordsFor } from "./questions/words";
import { editorOf } from "./sharing.server";
import { makeStepView } from "./show.server";
import { openVisit } from "./visit.server";

/** The step once more, with what somebody else answered meanwhile, and the form as it was sent. */
export async function showOvertaken(
  context: Context,
  service: OfferedService,
  draft: Draft,
  reached: Reached,
  form: FormData,
) {
  const fields = readTyped(form, reached.questions);
  const editor = await editorOf(context, draft, reached.step.id);
  const { text } = context;
  const overtaken = {
    text: text.t("organisations:editing.changed", { ...editor }),
    answers: reached.questions.map((question) => {
      const words = wordsFor(text, service.id, question);
      const answer = draft.answers[question.id];
      const isEmpty = answer === null || answer === undefined;
      return { label: words.short, lines: isEmpty ? ["–"] : kindOf(question).toLines(answer, question, words, text) };
    }),
  };
  const visit = await openVisit(context, service, draft);
  return data(await makeStepView(context, visit, reached, { fields, errors: [] }, overtaken), { status: 409 });
}
