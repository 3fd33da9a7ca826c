import type { Language } from "../platform/i18n/languages";
import { sendKeys } from "../services/sending";
import type { Question, Service } from "../services/service";
import { takenWords } from "../services/words.server";

type Files = Record<string, object>;
export type Locales = Record<Language, Files>;

/** Every text below a value, by its path. */
export function textsIn(value: unknown, path = ""): [string, string][] {
  if (Array.isArray(value)) return [[path, value.join("\n")]];
  if (typeof value !== "object" || value === null) return [[path, String(value)]];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, path ? `${path}.${key}` : key));
}

/** Paths of a service's own texts that say in every language what would stand there without them. */
export function findRepetitions(service: Service, locales: Locales): string[] {
  const languages = Object.values(locales).map((files) => ({
    own: new Map(textsIn(files[`services/${service.id}`])),
    below: new Map(textsIn(takenWords(service, files))),
    types: new Map(textsIn((files["questions"] as { types: object }).types)),
    flow: new Map(textsIn(files["flow"])),
  }));
  return [...languages[0]!.own.keys()].filter((path) =>
    languages.every(({ own, below, types, flow }) => {
      const [question, key] = questionAt(service, path);
      const words = below.get(path) ?? (question && types.get(`${question.type}.${key}`));
      const label =
        key === "short"
          ? (own.get(path.replace(/short$/, "label")) ?? below.get(path.replace(/short$/, "label")))
          : undefined;
      const send = path === "sendButton" ? sendKeys(service).slice(1) : [];
      const said = send.map((key) => flow.get(key.replace("flow:", ""))).find(Boolean);
      return own.get(path) === (words ?? label ?? said);
    }),
  );
}

/** The question whose text stands at a path of a service's file, and the rest of the path. */
function questionAt({ steps }: Service, path: string): [Question | undefined, string] {
  let questions: Question[] = steps.flatMap((step) => (step.kind === "questions" ? step.questions : []));
  let found: Question | undefined;
  let rest = path;
  for (let match = /^questions\.([^.]+)\.(.+)$/.exec(rest); match; match = /^questions\.([^.]+)\.(.+)$/.exec(rest)) {
    found = questions.find((one) => one.id === match![1]);
    questions = found?.type === "group" ? found.questions : [];
    rest = match[2]!;
  }
  return [found, rest];
}

export const keysOf = (value: unknown) => (value && typeof value === "object" ? Object.keys(value) : []);

const ofEveryQuestion = ["label", "hint", "short", "required"];

/** Paths of words that no question shows: of one that is not asked, of an option that there is not, of a wrong key. */
export function extraWords(words: unknown, questions: Question[], english: Files, path = "questions"): string[] {
  const own = (words ?? {}) as Record<string, Record<string, unknown>>;
  return Object.entries(own).flatMap(([id, texts]) => {
    const question = questions.find((one) => one.id === id);
    if (!question) return [`${path}.${id}`];
    const options = optionsOf(question);
    const known = [
      ...ofEveryQuestion,
      ...(options.length > 0 ? ["options"] : []),
      ...(question.type === "group" ? ["questions"] : []),
      ...(question.type === "declaration" ? ["statement"] : []),
      ...keysOf((english["questions"] as { types: Record<string, object> }).types[question.type]),
    ];
    return [
      ...keysOf(texts)
        .filter((key) => !known.includes(key))
        .map((key) => `${path}.${id}.${key}`),
      ...keysOf(texts["options"])
        .filter((option) => !options.includes(option))
        .map((option) => `${path}.${id}.options.${option}`),
      ...extraWords(
        texts["questions"],
        question.type === "group" ? question.questions : [],
        english,
        `${path}.${id}.questions`,
      ),
    ];
  });
}

function optionsOf(question: Question): string[] {
  if ("options" in question) return question.options.map((option) => option.id);
  return question.type === "yes-no" ? ["yes", "no"] : [];
}
