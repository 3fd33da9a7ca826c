import { fillIn } from "../platform/i18n/fill-in";
import { readLocales, type Texts } from "../platform/i18n/i18n.server";
import type { Question, Service, Step } from "../services/service";
import type { Page } from "./browser";
import { isAsked } from "./filler";
import { textsIn } from "./service-words";

type Words = Record<string, Record<string, object>>;
const locales = readLocales();

/** Whether a step is a block's, or asks the question of one. */
export const takesBlocks = (step: Step): boolean =>
  step.block !== undefined || (step.kind === "questions" && step.questions.some(({ block }) => block !== undefined));

/**
 * Words of blocks that a page should say and does not, by their names: `blocks/contact questions.email.label`. They are
 * read from the files of the blocks themselves; a word that the service says in its own way is left to it.
 */
export function missingBlockWords(service: Service, step: Step, page: Page, text: Texts): string[] {
  const shown = plain(page.dom.querySelector("main")?.text ?? "");
  const own = ownWords(service, text);
  const wanted: [name: string, text: string][] = [];
  if (step.block && (step.kind !== "questions" || step.questions.length > 1))
    wanted.push(...wordsOf(step.block, "steps", step.id, own, step.id, text));
  for (const question of step.kind === "questions" ? step.questions : [])
    if (question.block && isAsked(page, question.id)) wanted.push(...questionWords(question, own, text));
  return wanted.filter(([, words]) => !shown.includes(plain(fillIn(words, {}, text.facts)))).map(([name]) => name);
}

const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, "").replace(/\s+/g, " ");

const ownWords = (service: Service, { lng }: Texts) =>
  new Map(textsIn((locales[lng] as Record<string, object>)[`services/${service.id}`]));

/** What a page shows of a question before it is answered: what it is called, its hint, and its options. */
function questionWords(question: Question, own: Map<string, string>, text: Texts): [string, string][] {
  const options = "options" in question ? question.options.map(({ id }) => id) : [];
  const file = fileOf(question.block!, text)["questions"];
  const theirs = file?.[question.id] ? question.id : question.block!;
  return wordsOf(question.block!, "questions", theirs, own, question.id, text).filter(([name]) => {
    const [, , , kind, option = ""] = name.split(/[ .]/);
    return kind === "label" || kind === "hint" || (kind === "options" && options.includes(option));
  });
}

function wordsOf(
  block: string,
  part: "steps" | "questions",
  theirs: string,
  own: Map<string, string>,
  here: string,
  text: Texts,
): [string, string][] {
  return textsIn(fileOf(block, text)[part]?.[theirs])
    .filter(([path]) => ![...own.keys()].some((one) => one.startsWith(`${part}.${here}.${path}`)))
    .map(([path, words]) => [`blocks/${block} ${part}.${theirs}.${path}`, words]);
}

const fileOf = (block: string, { lng }: Texts) => locales[lng][`blocks/${block}`] as Words;
