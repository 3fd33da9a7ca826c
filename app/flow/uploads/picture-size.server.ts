import { type HeicItem, readHeicItems } from "./heic-boxes";

/** The kinds of picture that are taken, as their bytes tell them. */
export type PictureType = "image/jpeg" | "image/png" | "image/webp" | "image/heic" | "image/heif";
/** Whether a picture may be decoded. */
export type SizeVerdict = "fine" | "too-many-pixels" | "unreadable";

/**
 * What the largest pictures of phones need: 108 million pixels as a JPEG, which is read row by row; 50 million in all
 * other forms, of which the whole stands in the memory at four bytes a pixel.
 */
const most = { streamed: 110_000_000, pixels: 52_000_000, heldBytes: 208_000_000, tiles: 256, tiledPixels: 60_000_000 };

/** Tells from a picture's header what decoding it would cost; nothing is decoded. */
export async function judgeSize(bytes: Buffer, type: PictureType): Promise<SizeVerdict> {
  try {
    if (type === "image/heic" || type === "image/heif") return judgeHeic(readHeicItems(bytes));
    // Only a picture brings it in: it takes 30 MB and a second that the start can do without.
    const { default: sharp } = await import("sharp");
    const header = await sharp(bytes, { limitInputPixels: false }).metadata();
    const { width, height, channels, isProgressive, depth } = header;
    const pixels = width * height;
    if (type === "image/jpeg" && !isProgressive) return pixels > most.streamed ? "too-many-pixels" : "fine";
    // A progressive JPEG is held as coefficients, of two bytes each.
    const wide = type === "image/jpeg" || depth === "ushort";
    const held = pixels * channels * (wide ? 2 : 1);
    return pixels > most.pixels || held > most.heldBytes ? "too-many-pixels" : "fine";
  } catch {
    return "unreadable";
  }
}

/** Items that some decoder would make a picture from; a file also holds notes, and hints for bright screens. */
const pictorial = ["hvc1", "hev1", "grid", "iden", "iovl", "av01", "avc1", "vvc1", "jpeg", "j2k1", "unci", "tili"];

/** The decoder may take any item for the picture: the costliest counts. */
function judgeHeic(items: HeicItem[]): SizeVerdict {
  const pictures = items.filter(({ type }) => pictorial.includes(type));
  if (pictures.length === 0 || !pictures.every(isPlain)) return "unreadable";
  return pictures.every(isAffordable) ? "fine" : "too-many-pixels";
}

/** A coded picture, or a grid of such: no camera puts pictures together from what is put together. */
const isPlain = (item: HeicItem) =>
  area(item) > 0 && (item.type === "grid" ? item.tiles.length > 0 && item.tiles.every(isCoded) : isCoded(item));

const isCoded = (item: HeicItem) =>
  (item.type === "hvc1" || item.type === "hev1") && item.tiles.length === 0 && area(item) > 0;

const area = ({ width, height }: HeicItem) => width * height;

const isAffordable = (item: HeicItem) =>
  area(item) <= most.pixels &&
  item.tiles.length <= most.tiles &&
  item.tiles.reduce((sum, tile) => sum + area(tile), 0) <= most.tiledPixels;
