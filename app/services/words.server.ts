import { createTexts, readLocales, type Texts } from "../platform/i18n/i18n.server";
import { type Language, languageCodes } from "../platform/i18n/languages";
import { definitions } from "./definitions";
import type { Question, Service } from "./service";

type Files = Record<string, object>;
type Words = { [key: string]: Words | string | string[] };

/** The texts of the portal: each service has its own, and those of the blocks that it takes in. */
export const createPortalTexts = (around: Parameters<typeof createTexts>[0] = {}): ((lng: Language) => Texts) =>
  createTexts(around, withBlockWords(readLocales()));

/** Puts the words of blocks into the files of services, once, when texts are loaded: what a service says itself stays. */
export function withBlockWords(locales: Record<Language, Files>): Record<Language, Files> {
  const filled = languageCodes.map((lng) => {
    const files = locales[lng];
    const services = definitions.map((service): [string, object] => [
      `services/${service.id}`,
      merge(takenWords(service, files), (files[`services/${service.id}`] ?? {}) as Words),
    ]);
    return [lng, { ...files, ...Object.fromEntries(services) }] as const;
  });
  return Object.fromEntries(filled) as Record<Language, Files>;
}

/** What a service says by the blocks that it takes in, under the paths of its own file. */
export function takenWords({ steps }: Service, files: Files): Words {
  const pages = steps.flatMap((step): [string, Words][] => {
    const titled = step.kind !== "questions" || step.questions.length > 1;
    const words = titled && wordsOf(files, step.block, "steps")[step.id];
    return words ? [[step.id, words as Words]] : [];
  });
  const questions = steps.flatMap((step) => (step.kind === "questions" ? step.questions : []));
  return {
    ...(pages.length > 0 ? { steps: Object.fromEntries(pages) } : {}),
    ...questionWords(questions, files),
  };
}

function questionWords(questions: Question[], files: Files): Words {
  const found = questions.flatMap((question): [string, Words][] => {
    const all = wordsOf(files, question.block, "questions");
    // The question of a block may have another id here.
    const own = (all[question.id] ?? all[question.block ?? ""] ?? {}) as Words;
    const inner = question.type === "group" ? questionWords(question.questions, files) : {};
    const words = merge(inner, withOptionsOf(question, own));
    return Object.keys(words).length > 0 ? [[question.id, words]] : [];
  });
  return found.length > 0 ? { questions: Object.fromEntries(found) } : {};
}

/** A service may ask with fewer options than its block. */
function withOptionsOf(question: Question, words: Words): Words {
  if (!("options" in question) || !words["options"]) return words;
  const ids = question.options.map((option) => option.id);
  const options = Object.entries(words["options"] as Words).filter(([id]) => ids.includes(id));
  return { ...words, options: Object.fromEntries(options) };
}

function wordsOf(files: Files, block: string | undefined, part: "steps" | "questions"): Words {
  const file = (block && files[`blocks/${block}`]) as Words | undefined;
  return (file?.[part] ?? {}) as Words;
}

/** Both, and the second one's where both say something. */
function merge(under: Words, over: Words): Words {
  const merged: Words = { ...under };
  for (const [key, words] of Object.entries(over)) {
    const below = merged[key];
    merged[key] = isWords(words) && isWords(below) ? merge(below, words) : words;
  }
  return merged;
}

const isWords = (value: Words[string] | undefined): value is Words =>
  typeof value === "object" && !Array.isArray(value);
