import type { SearchResult } from "minisearch";
import { allowsSlip, type IndexedStreet, type StreetIndex } from "./street-index.server";
import { isKind, wordsOfStreet } from "./street-words";

/** A street that may be meant. */
export interface RankedStreet {
  id: string;
  /** Each word that tells which street is meant stands in its name or locality, as typed. */
  exact: boolean;
}

/** A word of one letter, or many words, would fetch half of all streets: such words only tell between those found. */
const most = { typed: 8, searched: 4 };
const shortest = 2;

/**
 * The streets that fit best to what somebody typed: a house number, the town, a slip in a letter, two letters changed over and "Rd" for "Road" do
 * not matter. Those whose locality was typed too come first.
 */
export function rankStreets(index: StreetIndex, typed: string): RankedStreet[] {
  const { all, telling } = wordsOfStreet(typed, most.typed);
  const searched = telling.filter((word) => word.length >= shortest).slice(0, most.searched);
  if (searched.length === 0) return [];
  const hits = findHits(index, searched);
  if (hits.length === 0) return streetsOf(index, searched);
  const scored = hits.map((hit) => scoreOf(hit as IndexedStreet & SearchResult, all, telling));
  const exact = scored.filter((one) => one.exact);
  const meant = exact.length > 0 ? exact : scored;
  const best = Math.max(...meant.map(({ name }) => name));
  return meant
    .filter(({ name }) => name === best)
    .sort((a, b) => b.locality - a.locality || b.begins - a.begins || (a.sort < b.sort ? -1 : 1))
    .map(({ id, exact }) => ({ id, exact }));
}

function findHits({ names }: StreetIndex, searched: string[]): SearchResult[] {
  const queries = searched.map((word) => ({
    combineWith: "OR" as const,
    queries: [word, { queries: swapsOf(word), fuzzy: false }],
  }));
  const all = names.search({ combineWith: "AND", queries });
  return all.length > 0 ? all : names.search({ combineWith: "OR", queries });
}

/** A word with two neighbouring letters changed over, each in turn: a slip that the index itself counts as two. */
function swapsOf(word: string): string[] {
  if (!allowsSlip(word)) return [];
  const letters = [...word];
  return letters
    .slice(1)
    .map((letter, at) => [...letters.slice(0, at), letter, letters[at], ...letters.slice(at + 2)].join(""))
    .filter((swapped) => swapped !== word);
}

/** The streets of the locality that was typed instead of a street. */
function streetsOf({ localities, streetsIn }: StreetIndex, searched: string[]): RankedStreet[] {
  const [locality] = localities.search(searched.join(" "), { combineWith: "AND" });
  const ids = locality ? (streetsIn.get(locality.id as string) ?? []) : [];
  return ids.map((id) => ({ id, exact: true }));
}

function scoreOf({ id, name, locality, queryTerms }: IndexedStreet & SearchResult, all: string[], telling: string[]) {
  const [nameWords, localityWords] = [name.split(" "), locality.split(" ")];
  const isIn = (words: string[], typed: string) => words.some((word) => word.startsWith(typed));
  const score = { name: 0, locality: 0 };
  for (const word of all) {
    const weight = isKind(word) ? 2 : 4;
    if (isIn(nameWords, word)) score.name += weight;
    else if (isIn(localityWords, word)) score.locality++;
    else if ([word, ...swapsOf(word)].some((one) => queryTerms.includes(one))) score.name += weight - 1;
  }
  return {
    id,
    ...score,
    exact: telling.every((word) => isIn(nameWords, word) || isIn(localityWords, word)),
    begins: nameWords[0]?.startsWith(all[0]!) ? 1 : 0,
    sort: `${name} ${locality} ${id}`,
  };
}
