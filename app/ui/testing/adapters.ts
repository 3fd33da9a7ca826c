import { createElement, Fragment } from "react";

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
  // Ours asks for the address: a link to "#" helps nobody.
  "back-link": (adapted) => ({ ...adapted, href: adapted["href"] || "#", children: adapted["text"] }),
  "character-count": (adapted, original) => ({ ...adapted, messages: toMessages(original) }),
  checkboxes: toChoices,
  "password-input": (adapted, original) => ({ ...adapted, messages: toMessages(original) }),
  // Theirs hides half of the phrase, which does not translate: ours is one text.
  pagination: (adapted) => ({
    ...adapted,
    // Ours does not take holes: a gap is an ellipsis.
    items: adapted["items"] && list(adapted["items"]).filter((item) => item && Object.keys(item).length > 0),
    previous: toNeighbour(adapted["previous"], "Previous"),
    next: toNeighbour(adapted["next"], "Next"),
  }),
  "phase-banner": (adapted) => ({ ...adapted, tag: adapted["tag"] ?? {}, children: adapted["text"] }),
  radios: toChoices,
  select: (adapted) => ({ ...adapted, items: adapted["items"] ?? [] }),
};

const noDropZone = "the drop zone is left out: the browser's own control speaks every language and needs no script";

/** Fixtures without a counterpart, with the reason. */
export const cannotApply: Record<string, string> = {
  "file-upload: enhanced": noDropZone,
  "file-upload: enhanced, multiple files": noDropZone,
  "file-upload: enhanced, custom wrapper classes and attributes": noDropZone,
  "file-upload: enhanced, with error message and hint": noDropZone,
  "file-upload: translated": noDropZone,
};
