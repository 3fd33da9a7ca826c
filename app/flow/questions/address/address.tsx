import {
  type Address,
  addressParts,
  fieldsOfAddress,
  linesOfAddress,
  prepareAddress,
  readAddress,
} from "../../../features/places/places.server";
import { fieldOf } from "../../../platform/http/field";
import { Fields } from "../../fields";
import { type QuestionKind, value } from "../question";
import { AddressQuestion } from "./address-view";

/** An address: by postcode from the council's list, or typed by hand where no list has it. */
export const address: QuestionKind<"address"> = {
  read: async (question, name, fields, words, asking) => {
    const reading = await readAddress(asking.house.db, name, fields, question);
    if (reading.kind === "value") return value(reading.value);
    if (reading.kind === "again") return { kind: "again", fields: new Fields(fields.pairs).with(reading.set) };
    const errors = reading.errors.map(({ field, key, values }) => ({ field, text: words.say(key, values) }));
    return { kind: "errors", errors };
  },
  parts: () => [...addressParts],
  prepare: ({ borough }, name, fields, asking) =>
    prepareAddress(asking.house.db, name, fields, { wish: fieldOf(asking.query, "by"), borough }),
  toFields: (kept, name) => fieldsOfAddress(kept as Address, name),
  toLines: (kept) => linesOfAddress(kept as Address),
  typedLines: (_question, name, fields) => fields.without(`${name}-mode`).without(`${name}-id`).pairs.map(toTyped),
  View: AddressQuestion,
};

const toTyped = ([, typed]: [string, string]) => typed;
