import { readFileSync } from "node:fs";
import type { Font as Glyphs } from "fontkit";
import { Blob, Buffer, Face, Font, shape } from "harfbuzzjs";

/** What pdfkit knows of the font that was chosen. */
interface Chosen {
  _font: { font: Omit<Glyphs, "layout"> & { layout: (text: string) => object; isShaped?: boolean } };
}

/**
 * Chooses a font for what is printed next, and has HarfBuzz place its letters: pdfkit's own way cannot join those of every
 * script, and ends with an error in some.
 */
export function shaped(document: PDFKit.PDFDocument, face: string): PDFKit.PDFDocument {
  document.font(face);
  const { font } = (document as unknown as Chosen)._font;
  if (!font.isShaped) {
    const shaper = new Font(new Face(new Blob(readFileSync(face))));
    Object.assign(font, { isShaped: true, layout: (text: string) => lay(text, font, shaper) });
  }
  return document;
}

function lay(text: string, font: Chosen["_font"]["font"], shaper: Font) {
  const buffer = new Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  shape(shaper, buffer);
  const infos = buffer.getGlyphInfos();
  const positions = buffer.getGlyphPositions();
  const starts = [...new Set(infos.map(({ cluster }) => cluster))].sort((a, b) => a - b);
  const taken = new Set<number>();
  const glyphs = infos.map(({ codepoint: id, cluster }) => {
    // The first of several shapes stands for the letters that they are of.
    const end = starts[starts.indexOf(cluster) + 1] ?? text.length;
    const letters = taken.has(cluster) ? "" : text.slice(cluster, end);
    taken.add(cluster);
    return font.getGlyph(
      id,
      [...letters].map((letter) => letter.codePointAt(0)!),
    );
  });
  return {
    glyphs,
    positions,
    // Asked for once pdfkit has brought the positions to its own scale.
    get advanceWidth() {
      return positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
    },
  };
}
