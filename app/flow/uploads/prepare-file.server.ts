import { fileTypeFromBuffer } from "file-type";
import type { Sharp } from "sharp";
import { err, ok, type Result } from "../../platform/result";
import { loadSharp } from "./load-sharp.server";
import { judgeSize, type PictureType } from "./picture-size.server";

/** Largest file taken, in megabytes. */
export const maxMegabytes = 10;
/** The longer side of a kept picture, in pixels: enough to read a letter by. */
const maxSide = 2400;

export interface PreparedFile {
  bytes: Buffer;
  type: "image/jpeg" | "image/png" | "application/pdf";
  extension: "jpg" | "png" | "pdf";
}
export type FileFault = "empty" | "too-big" | "wrong-type" | "too-many-pixels" | "unreadable";

/**
 * Makes a file safe to keep. Its type is read from its bytes, and a picture's size from its header, before anything is
 * decoded. A picture is turned upright, freed of everything it says about place and camera, and shrunk; HEIC and WebP
 * become JPEG. A PDF is kept as it is and only ever downloaded.
 */
export async function prepareFile(bytes: Buffer): Promise<Result<PreparedFile, FileFault>> {
  if (bytes.length === 0) return err("empty");
  if (bytes.length > maxMegabytes * 1024 * 1024) return err("too-big");
  const type = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime;
  if (type === "application/pdf") return ok({ bytes, type, extension: "pdf" });
  if (!isPicture(type)) return err("wrong-type");
  const verdict = await judgeSize(bytes, type);
  if (verdict !== "fine") return err(verdict);
  try {
    return ok(await decodePicture(bytes, type));
  } catch {
    return err("unreadable");
  }
}

const pictureTypes: string[] = ["image/jpeg", "image/png", "image/webp", "image/heic", "image/heif"];
const isPicture = (type: string | undefined): type is PictureType => type !== undefined && pictureTypes.includes(type);

async function decodePicture(bytes: Buffer, type: PictureType): Promise<PreparedFile> {
  const sharp = await loadSharp();
  if (type === "image/png")
    return { bytes: await upright(sharp(bytes, unlimited)).png().toBuffer(), type, extension: "png" };
  if (type === "image/heic" || type === "image/heif") return toJpeg(await openHeic(bytes));
  return toJpeg(sharp(bytes, unlimited));
}

const loadHeic = async () => (await import("heic-decode")).default;

/** The header was judged before. */
const unlimited = { limitInputPixels: false };

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
  return sharp(Buffer.from(data.buffer), { raw: { width, height, channels: 4 }, ...unlimited });
}
