import { z } from "zod";
import { type Question, type questionSchema, type Step, stepSchema } from "./steps";

type QuestionInput = z.input<typeof questionSchema>;
/** Each kind of a union without some of its parts. */
export type Without<T, Part extends PropertyKey> = T extends unknown ? Omit<T, Part> : never;

/** Pages that many services have: defined once, with their words in `locales/<lng>/blocks/<block>.json`. */
export interface PagesBlock<Id extends string = string> {
  id: Id;
  steps: Step[];
}
/** A question that many services ask. It stands on any page, or is a page of its own. */
export interface QuestionBlock<Id extends string = string> extends PagesBlock<Id> {
  question: Question;
}
export type Block = PagesBlock | QuestionBlock;

/**
 * Checks a block and fills in its defaults.
 * @example export default defineBlock({ id: "photos", question: { type: "upload", required: false } });
 */
export function defineBlock<const Id extends string>(block: {
  id: Id;
  question: Without<QuestionInput, "id" | "block">;
}): QuestionBlock<Id>;
export function defineBlock<const Id extends string>(block: {
  id: Id;
  steps: z.input<typeof stepSchema>[];
}): PagesBlock<Id>;
export function defineBlock(block: { id: string; steps?: object[]; question?: object }): Block {
  const { id, question, steps = [{ kind: "questions", id, questions: [{ ...question, id }] }] } = block;
  const parsed = z.array(stepSchema).min(1).safeParse(steps);
  if (!parsed.success) throw new Error(`The block ${id} needs mending:\n${z.prettifyError(parsed.error)}`);
  const [first] = parsed.data;
  if (!question || first?.kind !== "questions") return { id, steps: parsed.data };
  return { id, steps: parsed.data, question: first.questions[0]! };
}
