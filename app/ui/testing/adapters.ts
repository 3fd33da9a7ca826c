import { createElement, Fragment } from "react";
import { raw } from "./adapt-fixture.ts";

type Options = Record<string, unknown>;
type Adapter = (adapted: Options, original: Options) => Options;

const list = (value: unknown): (Options | null | false)[] => (Array.isArray(value) ? value : []);

/** `conditional.html` is a child of ours. */
const toChoices: Adapter = (adapted) => ({
  ...adapted,
  items: list(adapted["items"]).map(
    (item) => item && { ...item, conditional: (item["conditional"] as Options | undefined)?.["text"] },
  ),
});

const toMessages = (options: Options): Options | undefined => {
  const named = Object.entries(options).filter(([name]) => /Text$/.test(name) && name !== "textareaDescriptionText");
  return named.length ? Object.fromEntries(named.map(([name, text]) => [name.replace(/Text$/, ""), text])) : undefined;
};

const split = (word: string) =>
  createElement(Fragment, null, word, createElement("span", { className: "govuk-visually-hidden" }, " page"));

const toNeighbour = (link: unknown, word: string) =>
  link ? { ...(link as Options), text: (link as Options)["text"] ?? split(word) } : undefined;

/** Where our props are not simply theirs. */
export const adapters: Record<string, Adapter> = {
  "character-count": (adapted, original) => ({ ...adapted, messages: toMessages(original) }),
  checkboxes: toChoices,
  "password-input": (adapted, original) => ({ ...adapted, messages: toMessages(original) }),
  // Theirs hides half of the phrase, which does not translate: ours is one text.
  pagination: (adapted) => ({
    ...adapted,
    previous: toNeighbour(adapted["previous"], "Previous"),
    next: toNeighbour(adapted["next"], "Next"),
  }),
  radios: toChoices,
};

/** Fixtures without a counterpart, with the reason. */
export const cannotApply: Record<string, string> = {};
void raw;
