import { z } from "zod";
import { body, id, rule, stepSchema, stepWith } from "./steps";
import { questionUse, stepsUse, withBlocks } from "./taking";

/**
 * What a service is: pure data, JSON from end to end. It carries no prose: every text is found by ids in
 * `locales/<lng>/services/<service>.json`, or in `locales/<lng>/blocks/<block>.json` for what it takes from a block.
 */

export type { FactKey, Question, QuestionOf, QuestionType, Rule, Step } from "./steps";

export const processes = ["report", "request", "apply", "book", "pay", "find"] as const;

export const serviceSchema = z.strictObject({
  id: id.regex(/^(report|request|apply|book|pay|find)-/, "a service's id begins with the verb of its process"),
  version: z
    .int()
    .min(1)
    .describe(
      "Goes up when steps or questions change; a draft then keeps all answers that still fit, and the rest is asked again",
    ),
  processes: z.array(z.enum(processes)).min(1).describe("The first one names the service's kind"),
  subject: id.describe("The heading it stands under, such as waste-and-recycling"),
  lgsl: z.int().positive().optional().describe("Number in the Local Government Services List"),
  body: body.optional().describe("Who does this in place of the council, wherever there is such a body"),
  audience: z.array(z.enum(["resident", "business"])).min(1),
  signIn: z.enum(["none", "optional", "required"]),
  minutes: z.int().min(1).describe("How long it takes most people"),
  popularity: z
    .int()
    .min(0)
    .max(100)
    .default(50)
    .describe("How often it is used beside the others of its process: the home page shows the first three"),
  sections: z.array(id).default([]).describe("Makes the service a task list, in this order"),
  steps: z.array(stepSchema).min(1),
  fees: z.record(id, z.int().min(0)).default({}).describe("Pence by fee id; the council's settings may replace them"),
  fee: rule.optional().describe("Gives the amount to pay, in pence"),
  find: z.strictObject({ source: z.enum(["collections", "councillors", "libraries"]), by: id }).optional(),
  settledBy: z.enum(["work", "payment", "booking"]).default("work").describe("What makes the case done"),
  outcomes: z
    .array(z.strictObject({ id, state: z.enum(["done", "closed"]) }))
    .default([])
    .describe("What a case may come to, and the state that this ends it in: staff choose one"),
  standard: z
    .strictObject({
      workingDays: rule.describe("How many, or a rule that gives it"),
      words: rule
        .optional()
        .describe("Gives the id below `standards` of the words that promise it, where these differ"),
    })
    .optional()
    .describe("The published service standard"),
  team: rule.describe("Who the case is routed to, or a rule that gives it"),
  priority: rule.optional().describe("Gives high for cases that staff should look at first"),
  related: z.array(id).default([]),
  owner: z
    .strictObject({ team: id, reviewed: z.iso.date(), reviewBy: z.iso.date() })
    .describe("Who keeps the content true"),
});

export type Service = z.output<typeof serviceSchema>;
export type Process = (typeof processes)[number];

/** A service as it is written: blocks stand in place of steps and questions. */
export const definitionSchema = serviceSchema.extend({
  steps: z.array(z.union([stepsUse, stepWith(questionUse)])).min(1),
});

/**
 * Takes in the blocks, checks the definition and fills in its defaults.
 * @throws Error with every fault, one to a line, when the definition does not fit the schema.
 * @example export default defineService({ id: "report-pothole", version: 1, processes: ["report"], ... });
 */
export function defineService(definition: z.input<typeof definitionSchema>): Service {
  const parsed = serviceSchema.safeParse({ ...definition, steps: withBlocks(definition.steps) });
  if (parsed.success) return parsed.data;
  throw new Error(`The definition of ${definition.id} needs mending:
${z.prettifyError(parsed.error)}`);
}
