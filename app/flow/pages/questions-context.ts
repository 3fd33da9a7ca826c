import { createContext, useContext } from "react";
import type { Texts } from "../../platform/i18n/i18n.server";
import type { Question } from "../../services/service";
import type { QuestionKind } from "../questions/question";

/** What a page needs to show questions, besides its view: no view holds what JSON cannot. */
interface Questions {
  text: Texts;
  /** A question type reads and looks up too, on the server only: so pages are handed its view, and do not import it. */
  viewOf: (question: Question) => QuestionKind["View"];
}

const QuestionsContext = createContext<Questions | undefined>(undefined);
export const QuestionsProvider = QuestionsContext.Provider;

export function useQuestions(): Questions {
  const questions = useContext(QuestionsContext);
  if (!questions) throw new Error("The questions are missing: entry.server.tsx provides them around every page.");
  return questions;
}
