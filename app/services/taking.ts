import { z } from "zod";
import type { Block, Without } from "./block";
import { type BlockId, blocks, type QuestionBlockId, questionBlocks } from "./blocks";
import { id, type questionSchema, type Rule, rule } from "./steps";

/** How a definition takes in a block, and what it changes there. The words change by the service's own file of texts. */

const idsOf = <Id extends string>(of: { id: Id }[]) => of.map((block) => block.id) as [Id, ...Id[]];

/** What a service may set otherwise: anything that such a question has, but its type; and which options it leaves out. */
type Change = Partial<Without<z.input<typeof questionSchema>, "type" | "id" | "block">> & { without?: string[] };
const changes: z.ZodType<Change, Change> = z.record(z.string(), z.unknown());

type QuestionUse = { block: QuestionBlockId; id?: string } & Change;
/** In place of a question: the question of a block, with the id of the block or one of its own. */
export const questionUse = z
  .looseObject({ block: z.enum(idsOf(questionBlocks)), id: id.optional() })
  .describe("A question of a block; all else that is given replaces what the block says") as unknown as z.ZodType<
  QuestionUse,
  QuestionUse
>;

/** In place of a step: the pages of a block. */
export const stepsUse = z.strictObject({
  block: z.enum(idsOf<BlockId>(blocks)),
  section: id.optional(),
  when: rule.optional().describe("Asked only where this rule holds, beside the rules of its own"),
  without: z.array(id).default([]).describe("Ids of the block's steps and questions that are left out"),
  steps: z.record(id, z.record(z.string(), z.unknown())).default({}).describe("What differs here, by step"),
  questions: z.record(id, changes).default({}).describe("What differs here, by question; `without` leaves options out"),
});
type StepsUse = z.output<typeof stepsUse>;

type Plain = Record<string, unknown>;
const isUse = (value: Plain, named: "kind" | "type") => "block" in value && !(named in value);

/** The steps of a definition as they are carried out: each block is replaced by its steps and questions. */
export function withBlocks(steps: readonly object[]): Plain[] {
  return steps.flatMap((step) => {
    const given = step as Plain;
    if (isUse(given, "kind")) return pagesOf(read(stepsUse, given));
    return [withQuestions(given)];
  });
}

function withQuestions(page: Plain): Plain {
  if (!Array.isArray(page["questions"])) return page;
  const questions = page["questions"].map((one: Plain) =>
    isUse(one, "type") ? questionOf(read(questionUse, one)) : withQuestions(one),
  );
  return { ...page, questions };
}

function questionOf({ block, ...changes }: QuestionUse): Plain {
  const { question } = questionBlocks.find((one) => one.id === block)!;
  return change(question, block, changes);
}

/** A block's question as it is asked in one service. */
function change(question: Plain, block: string, { without = [], ...changes }: Change = {}): Plain {
  const options = question["options"] as { id: string }[] | undefined;
  const unknown = without.filter((left) => !options?.some((option) => option.id === left));
  if (unknown.length > 0) throw new Error(`The block ${block} has no ${unknown.join(", ")}`);
  const fewer = without.length > 0 && { options: options?.filter((option) => !without.includes(option.id)) };
  return { ...question, ...fewer, ...changes, block };
}

function pagesOf(use: StepsUse): Plain[] {
  const block = find(use.block);
  const known = idsIn(block);
  const unknown = [
    ...use.without.filter((one) => !known.steps.includes(one) && !known.questions.includes(one)),
    ...Object.keys(use.steps).filter((one) => !known.steps.includes(one)),
    ...Object.keys(use.questions).filter((one) => !known.questions.includes(one)),
  ];
  if (unknown.length > 0) throw new Error(`The block ${block.id} has no ${unknown.join(", ")}`);
  const there = (one: { id: string }) => !use.without.includes(one.id);
  return block.steps.filter(there).map((step) => {
    const page: Plain = { ...step, ...use.steps[step.id], block: block.id };
    if (use.section) page["section"] = use.section;
    const rules = [use.when, page["when"] as Rule | undefined].filter((one) => one !== undefined);
    if (rules.length > 0) page["when"] = rules.length > 1 ? { and: rules } : rules[0];
    if (step.kind === "questions")
      page["questions"] = step.questions
        .filter(there)
        .map((question) => change(question, block.id, use.questions[question.id]));
    return page;
  });
}

const find = (wanted: string): Block => blocks.find((block) => block.id === wanted)!;

const idsIn = ({ steps }: Block) => ({
  steps: steps.map((step) => step.id),
  questions: steps.flatMap((step) => (step.kind === "questions" ? step.questions.map((one) => one.id) : [])),
});

function read<T>(schema: z.ZodType<T>, given: Plain): T {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new Error(`The block ${String(given["block"])} cannot be taken in:\n${z.prettifyError(parsed.error)}`);
}
