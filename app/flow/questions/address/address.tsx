import { type AddressView, findAddress, findAddresses, readPostcode } from "../../../features/places/places.server";
import type { QuestionOf } from "../../../services/service";
import { Fields } from "../../fields";
import { type Asking, type FieldError, fault, type QuestionKind, type Reading, value } from "../question";
import { readEmpty } from "../single-line/single-line";
import type { Words } from "../words";
import { AddressQuestion } from "./address-view";

/** An address as it is kept: one of the council's list, or as somebody wrote it. */
export interface Address {
  id?: string;
  uprn?: string;
  lines: string[];
  town: string;
  postcode: string;
  ward?: { code: string; name: string };
}

/** What the page shows: a postcode to type, addresses to choose from, or lines to write. */
export type AddressFound = { mode: "find" | "hand" } | { mode: "pick"; postcode: string; addresses: AddressView[] };

const maxLine = 120;

/** An address: by postcode from the council's list, or typed by hand where no list has it. */
export const address: QuestionKind<"address"> = {
  read: async (question, name, fields, words, asking) => {
    const mode = fields.get(`${name}-mode`);
    if (mode === "hand") return readByHand(question, name, fields, words, asking);
    if (mode === "pick") return readPick(name, fields, words, asking);
    return readPostcodeField(question, name, fields, words, asking);
  },
  prepare: async (_question, name, fields, asking): Promise<AddressFound> => {
    const wish = asking.query.get("by");
    if (wish === "postcode") return { mode: "find" };
    if (wish === "hand" || fields.get(`${name}-mode`) === "hand") return { mode: "hand" };
    if (fields.get(`${name}-mode`) !== "pick") return { mode: "find" };
    const search = await findAddresses(asking.house.db, fields.get(`${name}-postcode`));
    if (search.kind !== "found") return { mode: "find" };
    return { mode: "pick", postcode: search.postcode, addresses: search.addresses };
  },
  toFields: (kept, name) => {
    const { id, lines, town, postcode } = kept as Address;
    if (id)
      return [
        [`${name}-mode`, "pick"],
        [`${name}-postcode`, postcode],
        [`${name}-id`, id],
      ];
    return [
      [`${name}-mode`, "hand"],
      [`${name}-line1`, lines[0] ?? ""],
      [`${name}-line2`, lines.slice(1).join(", ")],
      [`${name}-town`, town],
      [`${name}-postcode`, postcode],
    ];
  },
  toLines: (kept) => {
    const { lines, town, postcode } = kept as Address;
    return [...lines, town, postcode].filter(Boolean);
  },
  View: AddressQuestion,
};

async function readPostcodeField(
  question: QuestionOf<"address">,
  name: string,
  fields: Fields,
  words: Words,
  asking: Asking,
): Promise<Reading> {
  const field = `${name}-postcode`;
  const typed = fields.get(field).trim();
  if (!typed) return readEmpty(question, field, words);
  const search = await findAddresses(asking.house.db, typed);
  if (search.kind === "malformed") return fault(field, words.say("format"));
  if (search.kind === "found" && search.addresses.length > 0)
    return again(fields, [
      [`${name}-mode`, "pick"],
      [`${name}-id`, ""],
    ]);
  if (search.kind === "outside" && question.borough) return fault(field, words.say("outside"));
  return again(fields, [[`${name}-mode`, "hand"]]);
}

async function readPick(name: string, fields: Fields, words: Words, asking: Asking): Promise<Reading> {
  const id = fields.get(`${name}-id`);
  if (id === "not-listed")
    return again(fields, [
      [`${name}-mode`, "hand"],
      [`${name}-id`, ""],
    ]);
  const found = id ? await findAddress(asking.house.db, id) : undefined;
  if (!found) return fault(`${name}-id`, words.say("choose"));
  const { uprn, lines, town, postcode, ward } = found;
  return value({ id, uprn, lines, town, postcode, ward } satisfies Address);
}

async function readByHand(
  question: QuestionOf<"address">,
  name: string,
  fields: Fields,
  words: Words,
  asking: Asking,
): Promise<Reading> {
  const [line1, line2, town, typed] = ["line1", "line2", "town", "postcode"].map((part) =>
    fields
      .get(`${name}-${part}`)
      .trim()
      .replace(/\s*\n\s*/g, ", "),
  ) as [string, string, string, string];
  if (!question.required && !line1 && !line2 && !town && !typed) return value(null);
  const errors: FieldError[] = [];
  const postcode = typed ? readPostcode(typed) : "";
  if (!line1) errors.push({ field: `${name}-line1`, text: words.say("line1-required") });
  for (const [part, line] of [
    ["line1", line1],
    ["line2", line2],
    ["town", town],
  ] as const)
    if (line.length > maxLine) errors.push({ field: `${name}-${part}`, text: words.say("too-long", { max: maxLine }) });
  if (!town) errors.push({ field: `${name}-town`, text: words.say("town-required") });
  if (postcode === undefined) errors.push({ field: `${name}-postcode`, text: words.say("format") });
  if (errors.length > 0) return { kind: "errors", errors };
  const near = postcode ? await findAddresses(asking.house.db, postcode) : undefined;
  const ward = near?.kind === "found" ? near.ward : undefined;
  return value({ lines: [line1, line2].filter(Boolean), town, postcode: postcode ?? "", ward } satisfies Address);
}

const again = (fields: Fields, pairs: [string, string][]): Reading => ({
  kind: "again",
  fields: new Fields(fields.pairs).with(pairs),
});
