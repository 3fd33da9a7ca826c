import { z } from "zod";

/**
 * What a service is: pure data, JSON from end to end. It carries no prose: every text is found by ids in
 * `locales/<lng>/services/<service>.json`, and rules (conditions, fees, resources) are JsonLogic over the answers.
 */

const id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "ids are lower-case words joined by hyphens, such as report-pothole")
  .describe("Lower-case words joined by hyphens");

/** A JsonLogic rule over `{ [question]: answer, fees: { [fee]: pence } }`. See https://jsonlogic.com */
const rule: z.ZodType<Rule> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(rule), z.record(z.string(), rule)]),
);
export type Rule = string | number | boolean | null | Rule[] | { [operator: string]: Rule };

export const factKeys = ["name", "email", "phone", "address", "vehicle", "company", "organisation"] as const;
export const reusePolicies = ["reuse", "confirm", "never"] as const;

const base = {
  id,
  required: z.boolean().default(true).describe("False lets the reader leave it empty"),
  when: rule.optional().describe("Asked only where this rule holds"),
  private: z.boolean().optional().describe("A helper at a kiosk never sees the answer"),
  fact: z
    .object({
      key: z.enum(factKeys),
      reuse: z
        .enum(reusePolicies)
        .default("reuse")
        .describe("reuse: filled in; confirm: filled in and to be confirmed; never: asked anew"),
    })
    .optional()
    .describe("What this answer tells the council once and for all"),
};
const option = z.object({ id, divider: z.boolean().default(false).describe("'or' stands before this option") });
const options = z.array(option).min(2);
const question = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...base, ...shape });
const autocomplete = z.string().optional().describe("A value of the HTML autocomplete attribute");
const when = z.union([
  z.literal("today"),
  z.string().regex(/^[+-]\d+([dwmy]|wd)$/, "a distance from today, such as -18y, +28d, or +5wd in working days"),
  z.iso.date(),
]);

const simple = [
  question("text", {
    maxLength: z.int().positive().default(200),
    autocomplete,
    width: z.enum(["short", "half", "full"]).default("full"),
  }),
  question("textarea", { maxLength: z.int().positive().max(10_000).default(2000) }),
  question("radios", { options, inline: z.boolean().default(false) }),
  question("checkboxes", { options, none: z.boolean().default(false).describe("Adds an exclusive 'none of these'") }),
  question("select", { options }),
  question("yes-no", {}),
  question("date", { min: when.optional(), max: when.optional() }),
  question("number", {
    min: z.number().default(0),
    max: z.number().default(1_000_000),
    whole: z.boolean().default(true),
    unit: id.optional(),
  }),
  question("money", {
    minPence: z.int().default(0),
    maxPence: z.int().default(100_000_000),
    bill: id
      .optional()
      .describe(
        "The earlier bill that is paid: what is owed on it is shown. Only where more than its number was asked",
      ),
  }),
  question("email", {}),
  question("phone", {}),
  question("name", {}),
  question("declaration", {}),
  question("vehicle", {}),
  question("company-number", {}),
] as const;
const simpleQuestion = z.discriminatedUnion("type", simple);

const anyQuestion = z.discriminatedUnion("type", [
  ...simple,
  question("address", { borough: z.boolean().default(false).describe("Only addresses in this council's area") }),
  question("location", {}),
  question("upload", { maxFiles: z.int().min(1).max(10).default(3) }),
  question("group", {
    min: z.int().min(0).default(0),
    max: z.int().min(1).max(20).default(10),
    questions: z.array(simpleQuestion).min(1),
  }),
  question("slot", {
    resource: rule.describe("Gives the id of the bookable resource"),
    notice: rule.default(0).describe("Gives how many working days lie between booking and the time, at least"),
  }),
  question("venue", {
    of: id.describe(
      "What the ids of its bookable resources begin with, such as advisor: all that have a place are offered",
    ),
    topic: rule.optional().describe("Gives what somebody comes for: places that do not help with it are left out"),
    options: z.array(option).default([]).describe("What else can be chosen, such as cannot-travel"),
  }),
  question("collection", {
    of: id.describe("The earlier address whose collections they are"),
    withinWorkingDays: z.int().min(2).describe("For how many working days after its day a crew comes back"),
    options: z.array(option).min(1).describe("What to choose where it is none of the calendar's, such as another"),
  }),
  question("bill", {
    register: z.enum(["council-tax", "business-rates", "parking-charge", "invoice"]),
    with: id.optional().describe("The earlier question on the page that must match the bill (vehicle or postcode)"),
  }),
]);

const contact = id.optional().describe("Which of the council's contacts can help, such as emergency");

const services = z.array(id).default([]).describe("Services that help here: links to them stand on the page");

const step = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("questions"),
    id,
    section: id.optional(),
    when: rule.optional(),
    questions: z.array(anyQuestion).min(1),
  }),
  z.strictObject({ kind: z.literal("notice"), id, section: id.optional(), when: rule.optional(), contact, services }),
  z.strictObject({
    kind: z.literal("stop"),
    id,
    section: id.optional(),
    when: rule.optional(),
    contact,
    services,
    call: z
      .string()
      .regex(/^[0-9 ]+$/)
      .optional()
      .describe("A number that is the same in the whole country, such as 999, in place of one of the council's"),
  }),
]);

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
  steps: z.array(step).min(1),
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
export type Step = Service["steps"][number];
export type Question = z.output<typeof anyQuestion>;
export type QuestionType = Question["type"];
export type QuestionOf<T extends QuestionType> = Extract<Question, { type: T }>;
export type Process = (typeof processes)[number];
export type FactKey = (typeof factKeys)[number];

/**
 * Checks a definition and fills in its defaults.
 * @throws Error with every fault, one to a line, when the definition does not fit the schema.
 * @example export default defineService({ id: "report-pothole", version: 1, processes: ["report"], ... });
 */
export function defineService(definition: z.input<typeof serviceSchema>): Service {
  const parsed = serviceSchema.safeParse(definition);
  if (parsed.success) return parsed.data;
  throw new Error(`The definition of ${definition.id} needs mending:\n${z.prettifyError(parsed.error)}`);
}
