import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";

export interface Weighing {
  /** At most 100 characters: the time this takes grows faster than they do. */
  password: string;
  /** Words that a guesser of this person's password begins with. */
  words: string[];
}

const judge = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

/** Guesses that a password must withstand, as a power of ten. */
const enough = 9;

/** Whether a password is guessed too soon, and whether by what is known of its owner. */
export default function weighPassword({ password, words }: Weighing): "fine" | "common" | "own" {
  const { guessesLog10, sequence } = judge.check(password, words);
  if (guessesLog10 >= enough) return "fine";
  const isOwn = sequence.some((part) => "dictionaryName" in part && part.dictionaryName === "userInputs");
  return isOwn ? "own" : "common";
}
