import createBidi from "bidi-js";
import { facesOf } from "./faces.ts";

type Direction = "ltr" | "rtl";

/** Letters that stand side by side and run one way, and where they begin: from the left edge of their line. */
export interface Run {
  text: string;
  /** The file of the font that prints them. */
  face: string;
  x: number;
}

/** A line of print. Its runs come in the order in which they are read, whichever way that leads. */
export interface Line {
  runs: Run[];
  width: number;
}

/** What lines are broken for. */
interface Column {
  dir: Direction;
  /** How wide a line may be, in the units of `measure`. */
  width: number;
  /** How wide the letters of a run are in the font that prints them. */
  measure: (text: string, face: string) => number;
  weight?: "plain" | "bold";
}

const bidi = createBidi();

/** Breaks a text into lines between its words, and puts the runs of each where the Unicode bidi algorithm has them. */
export const breakLines = (text: string, column: Column): Line[] =>
  text.split("\n").flatMap((part) => breakPart(part, column));

/** Whether a text runs from right to left anywhere. */
export const hasRightToLeft = (text: string, dir: Direction): boolean =>
  bidi.getEmbeddingLevels(text, dir).levels.some(isOdd);

function breakPart(text: string, { dir, width, measure, weight }: Column): Line[] {
  const levels = bidi.getEmbeddingLevels(text, dir);
  const lines: Line[] = [];
  const place = (from: number, to: number) => placeRuns(text, levels, { from, to, measure, weight });
  let start = -1;
  let line: Line = { runs: [], width: 0 };
  for (const word of text.matchAll(/[^ \t]+/g)) {
    const end = word.index + word[0].length;
    if (start >= 0) {
      const longer = place(start, end);
      if (longer.width <= width) {
        line = longer;
        continue;
      }
      lines.push(line);
    }
    start = word.index;
    line = place(start, end);
    // A word that is wider than a line, such as an address on the web, is broken where the line is full.
    while (line.width > width && end - start > 1) {
      const from = start;
      start += fullLength(text.slice(start, end), (length) => place(from, from + length).width > width);
      lines.push(place(from, start));
      line = place(start, end);
    }
  }
  return [...lines, line];
}

const graphemes = new Intl.Segmenter("en");

/** How much of a word fits into a line: one letter at least. */
function fullLength(word: string, isTooMuch: (length: number) => boolean): number {
  const ends = [...graphemes.segment(word)].map(({ index, segment }) => index + segment.length);
  const first = ends.findIndex((end) => isTooMuch(end));
  return ends[Math.max(first - 1, 0)]!;
}

const isOdd = (level: number) => level % 2 === 1;

function placeRuns(
  text: string,
  levels: ReturnType<typeof bidi.getEmbeddingLevels>,
  { from, to, measure, weight }: { from: number; to: number } & Pick<Column, "measure" | "weight">,
): Line {
  const found: { first: number; last: number; level: number }[] = [];
  // It reorders the line within the whole text.
  for (const index of bidi.getReorderedIndices(text, levels, from, to - 1).slice(from, to)) {
    const level = levels.levels[index]!;
    const run = found.at(-1);
    const goesOn = run?.level === level && index === (isOdd(level) ? run.first - 1 : run.last + 1);
    if (goesOn) Object.assign(run, isOdd(level) ? { first: index } : { last: index });
    else found.push({ first: index, last: index, level });
  }
  let width = 0;
  const placed = found.flatMap(({ first, last, level }) => {
    const pieces = facesOf(text.slice(first, last + 1), weight).map((piece, order) => ({ ...piece, order }));
    if (isOdd(level)) pieces.reverse();
    return pieces.flatMap(({ text, face, order }) =>
      wordRun(text, isOdd(level)).map((run) => {
        const x = width;
        width += measure(run, face);
        return { text: run, face, x, first, order };
      }),
    );
  });
  const runs = placed
    .sort((a, b) => a.first - b.first || a.order - b.order)
    .map(({ text, face, x }) => ({ text, face, x }));
  return { runs, width };
}

/** Steers the order of what stands around it, and has no shape of its own. */
const steering = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const runsRightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * The letters of a run as the shaping wants them. It lays out from right to left, brackets turned round, what is written
 * in such a script, and all else from left to right: what has no script of its own, as a full stop, is turned here.
 */
function wordRun(text: string, isRightToLeft: boolean): string[] {
  const letters = [...text.replace(steering, "")];
  if (letters.length === 0) return [];
  const isShapedSo = runsRightToLeft.test(text);
  if (!isRightToLeft) return isShapedSo ? letters : [letters.join("")];
  if (isShapedSo) return [letters.join("")];
  return [
    letters
      .map((letter) => bidi.getMirroredCharacter(letter) ?? letter)
      .reverse()
      .join(""),
  ];
}
