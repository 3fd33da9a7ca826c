import type { Texts } from "../../platform/i18n/i18n.server";
import type { Question } from "../../services/service";

/** The texts of one question: those of its service and of the block that it comes from, else those of its type. */
export interface Words {
  label: string;
  hint: string | undefined;
  /** A short noun for summaries. */
  short: string;
  option: (id: string) => { label: string; hint: string | undefined };
  /** A further text by its key, such as `required` or `too-long`. */
  say: (key: string, values?: Record<string, unknown>) => string;
  has: (key: string) => boolean;
  /** The words of a question inside a group. */
  inner: (question: Question) => Words;
}

/** Where a question's text of a key may stand, best first. */
export function wordKeys(serviceId: string, path: string, question: Question, key: string): string[] {
  return [`services/${serviceId}:${path}.${key}`, `questions:types.${question.type}.${key}`];
}

/** @param path where the question stands in its service's file, such as `questions.size` */
export function wordsFor(text: Texts, serviceId: string, question: Question, path = `questions.${question.id}`): Words {
  const find = (key: string) => findKey(text, serviceId, path, question, key);
  const say: Words["say"] = (key, values) => text.t(find(key) ?? wordKeys(serviceId, path, question, key)[0]!, values);
  const maybe = (key: string) => (find(key) ? say(key) : undefined);
  return {
    get label() {
      const label = say("label");
      return question.required || question.type === "group" ? label : text.t("questions:optional", { label });
    },
    get hint() {
      return maybe("hint");
    },
    get short() {
      return maybe("short") ?? say("label");
    },
    option: (id) => {
      const hint = maybe(`options.${id}.hint`);
      // An option that the service no longer has is named by its id.
      return { label: maybe(`options.${id}.label`) ?? maybe(`options.${id}`) ?? id, hint };
    },
    say,
    has: (key) => find(key) !== undefined,
    inner: (one) => wordsFor(text, serviceId, one, `${path}.questions.${one.id}`),
  };
}

const foundKeys = new WeakMap<Texts, Map<string, string | undefined>>();

/** Where a question's text stands in this language. Texts do not change while the portal runs, so each is looked for once. */
function findKey(text: Texts, serviceId: string, path: string, question: Question, key: string): string | undefined {
  let found = foundKeys.get(text);
  if (!found) {
    found = new Map();
    foundKeys.set(text, found);
  }
  const id = `${serviceId} ${path} ${question.type} ${key}`;
  if (!found.has(id)) {
    const keys = wordKeys(serviceId, path, question, key);
    found.set(id, keys.find(text.has) ?? plural(keys, text));
  }
  return found.get(id);
}

/** A text that has plural forms is found by one of them. */
const plural = (keys: string[], text: Texts) => keys.find((key) => text.has(`${key}_other`));
