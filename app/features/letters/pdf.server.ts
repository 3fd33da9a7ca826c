import type { House } from "../../platform/house.server";
import type { Result } from "../../platform/result";
import type { Job, WorkFault } from "../../platform/work.server";
import type { Print, Printing } from "./print-letter.worker";
import type { LetterView } from "./queue.server";

const print: Job<Printing, Print> = { file: "app/features/letters/print-letter.worker.ts", lane: "light" };
const look: Job<string, string[]> = { file: "app/features/letters/find-missing.worker.ts", lane: "light" };

/** A letter as a PDF; fonts and long texts take a while, so that a thread of its own makes it. */
export const printLetter = ({ work, config }: House, letter: LetterView): Promise<Result<Print, WorkFault>> =>
  work.run(print, { council: config.council.name, letter });

/** The characters of a letter that no font of ours has, for staff to see before it is printed. None where it is too busy. */
export async function findUnprintable({ work }: House, letter: LetterView): Promise<string[]> {
  const { name, address, texts } = letter;
  const words = texts.flatMap(({ subject, paragraphs }) => [subject, ...paragraphs]);
  const found = await work.run(look, [name, ...address, ...words].join("\n"));
  return found.ok ? found.value : [];
}
