import sharp, { type Sharp } from "sharp";
import { readHeic } from "./read-heic.ts";

export interface Decoding {
  bytes: Uint8Array;
  /** `kept`: a picture as this has made it before, of which a small copy is wanted. */
  from: "png" | "heic" | "other" | "kept";
}

export interface Decoded {
  bytes: Uint8Array;
  small: SmallCopy;
}

/** What is shown of a picture among others. */
export interface SmallCopy {
  bytes: Uint8Array;
  width: number;
  height: number;
}

/** The longer side of a kept picture, in pixels: enough to read a letter by. */
const maxSide = 2400;
/** The longer side of its small copy: sharp at 160 on a phone. */
const smallSide = 320;
/** The header was judged before. */
const unlimited = { limitInputPixels: false };
/** Sharp ends by itself before its thread is ended. */
const maxSeconds = 20;

/** Turns a picture upright, frees it of everything it says about place and camera, shrinks it, and makes its small copy. */
export default async function decodePicture({ bytes, from }: Decoding): Promise<Decoded> {
  if (from === "kept") return { bytes, small: await makeSmall(bytes) };
  const keep = (picture: Sharp) => shrink(picture, from === "png");
  const kept = from === "heic" ? await readHeic(bytes, keep) : await keep(sharp(bytes, unlimited));
  return { bytes: kept, small: await makeSmall(kept) };
}

function shrink(picture: Sharp, asPng: boolean): Promise<Buffer> {
  const shrunk = picture
    .timeout({ seconds: maxSeconds })
    .rotate()
    .resize({ width: maxSide, height: maxSide, fit: "inside", withoutEnlargement: true });
  return (asPng ? shrunk.png() : toJpeg(shrunk, 82)).toBuffer();
}

async function makeSmall(kept: Uint8Array): Promise<SmallCopy> {
  const small = sharp(kept, unlimited).timeout({ seconds: maxSeconds }).resize({
    width: smallSide,
    height: smallSide,
    fit: "inside",
    withoutEnlargement: true,
  });
  const { data, info } = await toJpeg(small, 72).toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
}

const toJpeg = (picture: Sharp, quality: number) =>
  picture.flatten({ background: "#ffffff" }).jpeg({ quality, mozjpeg: true });

/**
 * A HEIC may hold a larger picture than its header says. Its decoder asks for memory in steps, of 64 KB each: it gets what
 * the largest photo of a phone takes, and no more.
 */
const maxSteps = 6400;
const grow = WebAssembly.Memory.prototype.grow;
WebAssembly.Memory.prototype.grow = function (this: WebAssembly.Memory, steps: number) {
  if (this.buffer.byteLength / 65_536 + steps > maxSteps) throw new RangeError("The picture takes too much memory.");
  return grow.call(this, steps);
};
