import type { BodySize } from "../platform/http/body.server";
import { findDefinition } from "../services/catalogue.server";
import type { Question } from "../services/service";

const withTexts = new Set<Question["type"]>(["textarea", "group"]);

/**
 * How large a form the step of a path may send: as its questions need, so that nobody else's is even read.
 * @param sent the whole step, or what its page saves by itself while it is being typed, which has no files
 */
export function bodySizeOf(sent: "step" | "save", { service, step }: Record<string, string | undefined>): BodySize {
  const found = findDefinition(service ?? "")?.steps.find(({ id }) => id === step);
  const questions = found?.kind === "questions" ? found.questions : [];
  if (sent === "step" && questions.some(({ type }) => type === "upload")) return "files";
  return questions.some(({ type }) => withTexts.has(type)) ? "text" : "short";
}
