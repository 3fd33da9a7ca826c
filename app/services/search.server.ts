import MiniSearch from "minisearch";
import type { House } from "../platform/house.server";
import type { Texts } from "../platform/i18n/i18n.server";
import type { Language } from "../platform/i18n/languages";
import { foldedWords } from "../platform/typed";
import { type OfferedService, readCatalogue } from "./catalogue.server";

/** Something that a search found: a service, or a page about this website. */
export interface Hit {
  path: string;
  title: string;
  summary: string;
}

interface Entry extends Hit {
  id: string;
  keywords: string;
  /** The same in English: many people know a thing by its English name only. */
  english: string;
}

/** Pages beside the services that people look for. */
const pages = ["track", "account", "services", "contact", "accessibility", "privacy", "cookies"];
const longest = { query: 200, words: 12 };
const mostHits = 20;

type Indexes = Map<Language, MiniSearch<Entry>>;
/** An index stays as long as the catalogue that it was made of. */
const made = new WeakMap<OfferedService[], Indexes>();

/** Finds services and pages by what somebody typed, in the reader's language and in English; the best first. */
export async function search(house: House, lng: Language, query: string): Promise<Hit[]> {
  const texts = house.texts(lng);
  const words = wordsOf(query.slice(0, longest.query), texts).slice(0, longest.words);
  if (words.length === 0) return [];
  const index = await indexFor(house, lng);
  const find = (combineWith: "AND" | "OR") => index.search(words.join(" "), { combineWith });
  const all = find("AND");
  const found = all.length > 0 ? all : find("OR");
  return found.slice(0, mostHits).map(({ path, title, summary }) => ({ path, title, summary }) as Hit);
}

async function indexFor(house: House, lng: Language): Promise<MiniSearch<Entry>> {
  const { all } = await readCatalogue(house);
  const indexes: Indexes = made.get(all) ?? new Map();
  made.set(all, indexes);
  const index = indexes.get(lng) ?? makeIndex(house.texts(lng), house.texts("en"), all);
  indexes.set(lng, index);
  return index;
}

function makeIndex(texts: Texts, english: Texts, services: OfferedService[]): MiniSearch<Entry> {
  const index = new MiniSearch<Entry>({
    fields: ["title", "keywords", "summary", "english"],
    storeFields: ["path", "title", "summary"],
    tokenize: splitWords,
    processTerm: plainWord,
    searchOptions: {
      boost: { title: 4, keywords: 3, summary: 1.5, english: 1 },
      prefix: (term) => term.length > 1,
      // One slip in four letters, two in eight.
      fuzzy: (term) => (term.length > 3 ? 0.25 : false),
      maxFuzzy: 2,
    },
  });
  index.addAll([
    ...services.map((service) => serviceEntry(texts, english, service)),
    ...pages.map((id) => pageEntry(texts, english, id)),
  ]);
  return index;
}

function serviceEntry(texts: Texts, english: Texts, { id }: OfferedService): Entry {
  const say = (from: Texts, part: string) => from.t(`services/${id}:${part}`);
  return {
    id,
    path: `/services/${id}`,
    title: say(texts, "title"),
    summary: say(texts, "summary"),
    keywords: say(texts, "keywords"),
    english: texts === english ? "" : `${say(english, "title")} ${say(english, "keywords")}`,
  };
}

function pageEntry(texts: Texts, english: Texts, id: string): Entry {
  const say = (from: Texts, part: string) => from.t(`search:pages.${id}.${part}`);
  return {
    id: `page ${id}`,
    path: `/${id}`,
    title: say(texts, "title"),
    summary: say(texts, "summary"),
    keywords: say(texts, "keywords"),
    english: texts === english ? "" : `${say(english, "title")} ${say(english, "keywords")}`,
  };
}

const splitWords = (text: string): string[] => text.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);

/** A query's words without those that stand in every text, such as "the"; all of them where nothing else is left. */
function wordsOf(query: string, texts: Texts): string[] {
  const words = splitWords(query);
  const idle = new Set(splitWords(texts.t("search:idle-words")).map(plainWord));
  const telling = words.filter((word) => !idle.has(plainWord(word)));
  return telling.length > 0 ? telling : words;
}

/** A word as it is compared: small, without accents and points; Arabic letters that are written in several ways as one. */
function plainWord(word: string): string {
  const plain = foldedWords(word).replaceAll("ł", "l").replaceAll("ى", "ي").replaceAll("ة", "ه").replaceAll("ـ", "");
  return plain.length > 4 && plain.startsWith("ال") ? plain.slice(2) : plain;
}
