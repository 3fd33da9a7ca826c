// Small files that cost much to whoever opens them without looking at what they say of themselves.
import { crc32, deflateSync } from "node:zlib";

/** A PNG of 9,999 pixels square, 16 bits deep, interlaced: all black, so that it is small. */
export function interlacedSquare() {
  const size = 9_999;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([16, 2, 0, 0, 1], 8);
  // The lines of the seven passes of Adam7, each after the byte of its filter: https://www.w3.org/TR/png-3/#8Interlace
  const passes = [
    [0, 0, 8, 8],
    [4, 0, 8, 8],
    [0, 4, 4, 8],
    [2, 0, 4, 4],
    [0, 2, 2, 4],
    [1, 0, 2, 2],
    [0, 1, 1, 2],
  ];
  const many = (first, step) => Math.ceil((size - first) / step);
  const bytes = passes.reduce((sum, [x, y, dx, dy]) => sum + many(y, dy) * (1 + many(x, dx) * 6), 0);
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.alloc(bytes), { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
