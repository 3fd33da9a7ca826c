import { readFileSync } from "node:fs";
import { create, type Font } from "fontkit";
import { facesOf } from "./faces.ts";

const opened = new Map<string, Font>();

/** The characters of a text that no font of ours has: each once, in their order. */
export function findMissing(text: string, weight: "plain" | "bold" = "plain"): string[] {
  const missing = facesOf(text.replace(shapeless, ""), weight).flatMap(({ text, face }) =>
    [...text].filter((one) => !open(face).hasGlyphForCodePoint(one.codePointAt(0)!)),
  );
  return [...new Set(missing)];
}

/** Space, and what only tells others how to stand. */
const shapeless = /[\s\p{Default_Ignorable_Code_Point}]/gu;

function open(face: string): Font {
  const font = opened.get(face) ?? (create(readFileSync(face)) as Font);
  opened.set(face, font);
  return font;
}
