import type { House } from "../../platform/house.server";
import type { Result } from "../../platform/result";
import type { Job, WorkFault } from "../../platform/work.server";
import type { Printing } from "./print-letter.worker";
import type { LetterView } from "./queue.server";

const print: Job<Printing, Uint8Array> = { file: "app/features/letters/print-letter.worker.ts", lane: "light" };

/** A letter as a PDF; fonts and long texts take a while, so that a thread of its own makes it. */
export const printLetter = ({ work, config }: House, letter: LetterView): Promise<Result<Uint8Array, WorkFault>> =>
  work.run(print, { council: config.council.name, letter });
