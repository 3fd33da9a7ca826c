import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { createWork } from "../../platform/work.server";
import { prepareFile } from "./prepare-file.server";
import { heicGrid, seeThroughHeic, smallHeic } from "./testing/heic";

const work = createWork();
const fileOf = (bytes: Buffer) => new Blob([new Uint8Array(bytes)]);

/** The header of a PNG that says it is this large; what follows breaks off, so that decoding it cannot be right. */
async function png(width: number, height: number, { depth = 8, interlaced = false } = {}): Promise<Buffer> {
  const { crc32 } = await import("node:zlib");
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, 6, 0, 0, interlaced ? 1 : 0], 8);
  const { deflateSync } = await import("node:zlib");
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.alloc(1000))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A JPEG whose header is made to say another size: its frame begins with the mark and 8 bits a channel. */
async function jpeg(width: number, height: number, { progressive = false } = {}): Promise<Buffer> {
  const bytes = await sharp({ create: { width: 64, height: 64, channels: 3, background: "#336699" } })
    .jpeg({ progressive, optimiseScans: progressive })
    .toBuffer();
  const frame = bytes.indexOf(Buffer.from(progressive ? "ffc20011" : "ffc00011", "hex"));
  bytes.writeUInt16BE(height, frame + 5);
  bytes.writeUInt16BE(width, frame + 7);
  return bytes;
}

/** A WebP whose header is made to say another size. */
async function webp(width: number, height: number): Promise<Buffer> {
  const bytes = await sharp({ create: { width: 64, height: 64, channels: 4, background: "#3366" } })
    .webp({ lossless: true })
    .toBuffer();
  const at = bytes.indexOf("VP8L") + 9;
  bytes.writeUInt32LE((((width - 1) | ((height - 1) << 14)) >>> 0) + 0x10000000, at);
  return bytes;
}

const judged = async (bytes: Buffer | Promise<Buffer>) => {
  const made = await prepareFile(work, fileOf(await bytes));
  return made.ok ? "kept" : made.error;
};

describe("a picture that would cost too much is refused by its header", () => {
  it.each([
    ["a PNG of 9,999 pixels square", () => png(9999, 9999)],
    [
      "a small one of 16 bits and interlaced, which is held whole",
      () => png(5200, 5200, { depth: 16, interlaced: true }),
    ],
    ["a JPEG of 13,000 pixels square", () => jpeg(13_000, 13_000)],
    ["a progressive JPEG of 6,100 pixels square, which is held whole", () => jpeg(6100, 6100, { progressive: true })],
    ["a WebP of 8,000 pixels square", () => webp(8000, 8000)],
    [
      "a HEIC of 400 tiles over one extent",
      () => heicGrid({ columns: 20, rows: 20, tile: { width: 512, height: 512 } }),
    ],
    [
      "a HEIC of more tiles than any camera's",
      () => heicGrid({ columns: 20, rows: 20, tile: { width: 96, height: 64 } }),
    ],
    [
      "a HEIC of few tiles that are large",
      () => heicGrid({ columns: 2, rows: 2, tile: { width: 4096, height: 4096 } }),
    ],
  ])("%s", async (_what, make) => expect(await judged(make())).toBe("too-many-pixels"));

  it.each([
    [
      "is put together from what is put together",
      () => heicGrid({ columns: 2, rows: 2, tile: { width: 96, height: 64 }, tilesAre: "grid" }),
    ],
    ["breaks off in its boxes", () => smallHeic.subarray(0, 200)],
    [
      "has a box that is larger than the file",
      () => Buffer.from(smallHeic.toString("latin1").replace("iprp", "ipxx"), "latin1"),
    ],
  ])("and a HEIC that %s is not read at all", async (_what, make) => expect(await judged(make())).toBe("unreadable"));
});

describe("a picture as phones take it is kept", () => {
  it("a HEIC, as a whole and in tiles", async () => {
    expect(await judged(smallHeic)).toBe("kept");
    const tiled = await prepareFile(work, fileOf(heicGrid({ columns: 3, rows: 2, tile: { width: 96, height: 64 } })));
    if (!tiled.ok) throw new Error(tiled.error);
    const { width, height } = await sharp(tiled.value.bytes).metadata();
    expect([width, height]).toEqual([288, 128]);
  });

  it("a HEIC that is see-through, pixel by pixel, on white", async () => {
    const kept = await prepareFile(work, fileOf(seeThroughHeic));
    if (!kept.ok) throw new Error(kept.error);
    const { data, info } = await sharp(kept.value.bytes).raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([37, 22]);
    const isBlue = (x: number, y: number) => data[(y * info.width + x) * info.channels]! < 128;
    for (let y = 0; y < info.height; y++) expect([isBlue(8, y), isBlue(30, y)], `row ${y}`).toEqual([true, false]);
  });

  it("a JPEG of 108 million pixels", async () => {
    const { judgeSize } = await import("./picture-size.server");
    expect(await judgeSize(await jpeg(12_000, 9000), "image/jpeg")).toBe("fine");
    expect(await judgeSize(heicGrid({ columns: 16, rows: 12, tile: { width: 512, height: 512 } }), "image/heic")).toBe(
      "fine",
    );
    expect(await judgeSize(await png(7000, 7000), "image/png")).toBe("fine");
  });
});
