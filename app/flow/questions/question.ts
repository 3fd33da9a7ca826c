import type { ReactElement } from "react";
import type { Provenance } from "../../platform/actor";
import type { Guess, Secret } from "../../platform/guess.server";
import type { House } from "../../platform/house.server";
import type { Texts } from "../../platform/i18n/i18n.server";
import { isBlank } from "../../platform/typed";
import type { Question, QuestionOf, QuestionType } from "../../services/service";
import type { Fields } from "../fields";
import type { Sender } from "../uploads/quotas.server";
import type { Upload } from "../uploads/uploads.server";
import type { Words } from "./words";

/** Something to put right: the id of the field it links to, and the sentence for it. */
export interface FieldError {
  field: string;
  text: string;
}

/**
 * What came of reading a question's fields: a value (`null` where it was left empty and may be), errors, or a wish
 * to show the page again with more to choose from, such as the addresses of a postcode.
 */
export type Reading =
  | { kind: "value"; value: unknown }
  | { kind: "errors"; errors: FieldError[] }
  | { kind: "again"; fields: Fields };

export const value = (of: unknown): Reading => ({ kind: "value", value: of });
export const fault = (field: string, text: string): Reading => ({ kind: "errors", errors: [{ field, text }] });

/** What a question may need to know while it is read or shown. */
export interface Asking {
  house: House;
  /** The one way to look up what only those may find who know something of it. */
  guess: <T>(secret: Secret, look: () => Promise<T | undefined>) => Promise<Guess<T>>;
  /** Who answers, for whom and which way. */
  by: Provenance | undefined;
  text: Texts;
  /** Calendar date in Europe/London. */
  today: string;
  draftId: string | undefined;
  /** Answers on the way so far, those of this page included. */
  answers: Record<string, unknown>;
  /** Whose quotas the files count for. */
  sender: Sender;
  /** Files of the form, by field. */
  files: Map<string, File[]>;
  /** The page's query, for "show later dates" and "type it yourself". */
  query: URLSearchParams;
}

export interface ViewProps<Q extends Question = Question> {
  question: Q;
  /** The form field's name, which is also the id of its first control. */
  name: string;
  fields: Fields;
  errors: FieldError[];
  words: Words;
  /** The question is the page's h1. */
  isHeading: boolean;
  /** What `prepare` found, such as addresses or free times. */
  found: unknown;
  text: Texts;
}

/** One type of question: how it is read, kept, shown and summed up. */
export interface QuestionKind<T extends QuestionType = QuestionType> {
  /** Turns what was typed into a value, or says what to do about it. */
  read(question: QuestionOf<T>, name: string, fields: Fields, words: Words, asking: Asking): Reading | Promise<Reading>;
  /** What its fields' names add to the question's, such as `day`, in any order. Without it, there is one named as the question. */
  parts?(question: QuestionOf<T>): string[];
  /** The fields that show a value again. */
  toFields(value: unknown, name: string, question: QuestionOf<T>): [string, string][];
  /** Looks up what the view shows beside the fields. */
  prepare?(question: QuestionOf<T>, name: string, fields: Fields, asking: Asking): Promise<unknown>;
  /** The lines that stand for a value on the check page, in a case and in messages. */
  toLines(value: unknown, question: QuestionOf<T>, words: Words, text: Texts): string[];
  /** The lines that stand for what was typed and is no value yet. Without it: what stands in each field. */
  typedLines?(question: QuestionOf<T>, name: string, fields: Fields, words: Words): string[];
  /** Its value's files, where it has any: they are shown in place of the lines where its reader may open them. */
  toFiles?(value: unknown): Upload[];
  View: (props: ViewProps<QuestionOf<T>>) => ReactElement;
}

/** What was typed into a question, right or wrong, in lines for people to read: without what the page itself filled in. */
export function typedLinesOf(kind: QuestionKind, question: Question, name: string, fields: Fields, words: Words) {
  const own = fields.only([name]);
  const lines = kind.typedLines?.(question, name, own, words) ?? own.pairs.map(([, typed]) => typed);
  return lines.filter((line) => !isBlank(line));
}

/** The error of one control, as a component takes it. */
export function errorOf(errors: FieldError[], field: string): { text: string } | undefined {
  const error = errors.find((one) => one.field === field);
  return error && { text: error.text };
}
