import { fileTypeFromBuffer } from "file-type";
import { err, ok, type Result } from "../../platform/result";
import type { Job, Work } from "../../platform/work.server";
import type { Decoded, Decoding, SmallCopy } from "./decode-picture.worker";
import { judgeSize, type PictureType } from "./picture-size.server";
import type { PdfVerdict } from "./read-pdf.worker";

/** Largest file taken, in megabytes. */
export const maxMegabytes = 10;

export interface PreparedFile {
  bytes: Buffer;
  type: "image/jpeg" | "image/png" | "application/pdf";
  extension: "jpg" | "png" | "pdf";
  /** Of a picture. */
  small?: SmallCopy;
}
/** What is wrong with a file, or with the moment: `busy` and `too-slow` may pass. */
export type FileFault =
  | ("empty" | "too-big" | "wrong-type" | "too-many-pixels" | "unreadable" | "busy" | "too-slow")
  | Exclude<PdfVerdict, "fine">;

/**
 * Makes a file safe to keep. Its type is read from its bytes, and a picture's size from its header, before anything is
 * decoded. A picture is turned upright, freed of everything it says about place and camera, and shrunk; HEIC and WebP
 * become JPEG. A small copy is made along with it. A PDF that opens without a password is kept as it is and only ever downloaded.
 */
export async function prepareFile(work: Work, file: Blob): Promise<Result<PreparedFile, FileFault>> {
  if (file.size === 0) return err("empty");
  // Before it is read: a dozen files too large at once would each be copied on the way.
  if (file.size > maxMegabytes * 1024 * 1024) return err("too-big");
  const bytes = Buffer.from(await file.arrayBuffer());
  const type = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime;
  if (type === "application/pdf") return preparePdf(work, bytes);
  if (!isPicture(type)) return err("wrong-type");
  const verdict = await judgeSize(bytes, type);
  if (verdict !== "fine") return err(verdict);
  const heic = type === "image/heic" || type === "image/heif";
  const png = type === "image/png";
  const made = await work.run(heic ? decodeHeavy : decode, { bytes, from: heic ? "heic" : png ? "png" : "other" });
  if (!made.ok) return err(made.error === "failed" ? "unreadable" : made.error);
  const kept = { bytes: Buffer.from(made.value.bytes), small: made.value.small };
  return ok(png ? { ...kept, type, extension: "png" } : { ...kept, type: "image/jpeg", extension: "jpg" });
}

/** The small copy of a picture that was kept without one, within the same limits. */
export async function makeSmallCopy(work: Work, bytes: Buffer, type: string): Promise<Result<SmallCopy, FileFault>> {
  if (!isPicture(type)) return err("wrong-type");
  const verdict = await judgeSize(bytes, type);
  if (verdict !== "fine") return err(verdict);
  const made = await work.run(decode, { bytes, from: "kept" });
  if (!made.ok) return err(made.error === "failed" ? "unreadable" : made.error);
  return ok(made.value.small);
}

async function preparePdf(work: Work, bytes: Buffer): Promise<Result<PreparedFile, FileFault>> {
  const read = await work.run(readPdf, bytes);
  if (!read.ok) return err(read.error === "failed" ? "pdf-broken" : read.error);
  return read.value === "fine" ? ok({ bytes, type: "application/pdf", extension: "pdf" }) : err(read.value);
}

const readPdf: Job<Uint8Array, PdfVerdict> = { file: "app/flow/uploads/read-pdf.worker.ts", lane: "light" };
const decode: Job<Decoding, Decoded> = { file: "app/flow/uploads/decode-picture.worker.ts", lane: "light" };
const decodeHeavy = { ...decode, lane: "heavy" } as const;

const pictureTypes: string[] = ["image/jpeg", "image/png", "image/webp", "image/heic", "image/heif"];
const isPicture = (type: string | undefined): type is PictureType => type !== undefined && pictureTypes.includes(type);
