import { z } from "zod";
import { bodyIds } from "../platform/bodies";

/**
 * What a service asks and says: the pages on somebody's way through it, and the questions on them. Data from end to end;
 * rules (conditions, fees, resources) are JsonLogic over the answers.
 */

export const id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "ids are lower-case words joined by hyphens, such as report-pothole")
  .describe("Lower-case words joined by hyphens");

/** A JsonLogic rule over `{ [question]: answer, fees: { [fee]: pence } }`. See https://jsonlogic.com */
export const rule: z.ZodType<Rule> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(rule), z.record(z.string(), rule)]),
);
export type Rule = string | number | boolean | null | Rule[] | { [operator: string]: Rule };

export const factKeys = ["name", "email", "phone", "address", "vehicle", "company", "organisation"] as const;
export const reusePolicies = ["reuse", "confirm", "never"] as const;

const block = id.optional().describe("Which block it was taken from: filled in, never written by hand");

const base = {
  id,
  block,
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
export const body = z.enum(bodyIds);
const ifBody = body.optional().describe("Stands only where another body answers for this in the council's area");
const option = z.object({
  id,
  body: ifBody,
  divider: z.boolean().default(false).describe("'or' stands before this option"),
});
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
    reads: z
      .enum(["words", "code"])
      .default("words")
      .describe("What it takes: words as they are typed, or a number or code that a machine reads"),
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

const group = <T extends z.ZodType>(inner: T) =>
  question("group", {
    min: z.int().min(0).default(0),
    max: z.int().min(1).max(20).default(10),
    questions: z.array(inner).min(1),
  });

const composite = [
  question("address", { borough: z.boolean().default(false).describe("Only addresses in this council's area") }),
  question("location", {}),
  question("upload", { maxFiles: z.int().min(1).max(10).default(3) }),
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
] as const;
export const questionSchema = z.discriminatedUnion("type", [...simple, ...composite, group(simpleQuestion)]);

const contact = id.optional().describe("Which of the council's contacts can help, such as emergency");

const services = z.array(id).default([]).describe("Services that help here: links to them stand on the page");

const bodies = z
  .array(body)
  .default([])
  .describe("Others who help: how to reach those that there are stands on the page");

const place = { id, block, section: id.optional(), when: rule.optional() };

const page = <T extends z.ZodType>(question: T) =>
  z.strictObject({ kind: z.literal("questions"), ...place, questions: z.array(question).min(1) });
const telling = [
  z.strictObject({ kind: z.literal("notice"), ...place, contact, services, body: ifBody, bodies }),
  z.strictObject({
    kind: z.literal("stop"),
    ...place,
    contact,
    services,
    body: ifBody,
    bodies,
    call: z
      .string()
      .regex(/^[0-9 ]+$/)
      .optional()
      .describe("A number that is the same in the whole country, such as 999, in place of one of the council's"),
  }),
] as const;
export const stepSchema = z.discriminatedUnion("kind", [page(questionSchema), ...telling]);

/** The same, where what `use` says may stand in place of a question, on a page and in a group. */
export const stepWith = <T extends z.ZodType>(use: T) =>
  z.union([page(z.union([use, ...simple, ...composite, group(z.union([use, simpleQuestion]))])), ...telling]);

export type Step = z.output<typeof stepSchema>;
export type Question = z.output<typeof questionSchema>;
export type QuestionType = Question["type"];
export type QuestionOf<T extends QuestionType> = Extract<Question, { type: T }>;
export type FactKey = (typeof factKeys)[number];
