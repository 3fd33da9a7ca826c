import { fileTypeFromBuffer } from "file-type";
import type { Sharp } from "sharp";
import { err, ok, type Result } from "../../platform/result";

/** Largest file taken, in megabytes. */
export const maxMegabytes = 10;
/** The longer side of a kept picture, in pixels: enough to read a letter by. */
const maxSide = 2400;
/** A picture of more pixels than this is refused before it fills the memory. */
const maxPixels = 100_000_000;

export interface PreparedFile {
  bytes: Buffer;
  type: "image/jpeg" | "image/png" | "application/pdf";
  extension: "jpg" | "png" | "pdf";
}
export type FileFault = "empty" | "too-big" | "wrong-type" | "unreadable";

/**
 * Makes a file safe to keep. Its type is read from its bytes. A picture is turned upright, freed of everything it says
 * about place and camera, and shrunk; HEIC and WebP become JPEG. A PDF is kept as it is and only ever downloaded.
 */
export async function prepareFile(bytes: Buffer): Promise<Result<PreparedFile, FileFault>> {
  if (bytes.length === 0) return err("empty");
  if (bytes.length > maxMegabytes * 1024 * 1024) return err("too-big");
  const type = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime;
  if (type === "application/pdf") return ok({ bytes, type, extension: "pdf" });
  try {
    const sharp = await loadSharp();
    if (type === "image/png")
      return ok({ bytes: await upright(sharp(bytes, limits)).png().toBuffer(), type, extension: "png" });
    if (type === "image/jpeg" || type === "image/webp") return ok(await toJpeg(sharp(bytes, limits)));
    if (type === "image/heic" || type === "image/heif") return ok(await toJpeg(await openHeic(bytes)));
  } catch {
    return err("unreadable");
  }
  return err("wrong-type");
}

/** Only a picture brings these in: they take 30 MB and a second that the start can do without. */
const loadSharp = async () => (await import("sharp")).default;
const loadHeic = async () => (await import("heic-decode")).default;

const limits = { limitInputPixels: maxPixels };

const upright = (picture: Sharp) =>
  picture.rotate().resize({ width: maxSide, height: maxSide, fit: "inside", withoutEnlargement: true });

async function toJpeg(picture: Sharp): Promise<PreparedFile> {
  const bytes = await upright(picture)
    .flatten({ background: "#ffffff" })
    .jpeg({ quality: 82, mozjpeg: true })
    .toBuffer();
  return { bytes, type: "image/jpeg", extension: "jpg" };
}

/** The decoder turns the picture upright itself. */
async function openHeic(bytes: Buffer): Promise<Sharp> {
  const [sharp, decode] = [await loadSharp(), await loadHeic()];
  const { width, height, data } = await decode({ buffer: bytes });
  return sharp(Buffer.from(data), { raw: { width, height, channels: 4 }, ...limits });
}
