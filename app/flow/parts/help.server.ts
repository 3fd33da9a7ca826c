import { moveHelp, noteHelp } from "../../features/kiosks/kiosks.server";
import type { Part } from "./part";

/** Keeps with whose help at a kiosk a draft was filled in. */
export const help: Part = { touch: noteHelp, merge: moveHelp };
