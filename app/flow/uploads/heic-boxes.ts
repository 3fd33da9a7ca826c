/** More than any camera writes about a picture before the picture itself. */
const maxMetaBytes = 1024 * 1024;

/** One coded picture or one put together from others, as the boxes of a HEIC file tell of it. */
export interface HeicItem {
  type: string;
  /** As the file says it: a decoder goes by it before it looks at the picture itself. */
  width: number;
  height: number;
  /** What a grid is put together from, as often as it is. */
  tiles: HeicItem[];
}

/** What a box holds: its bytes without the size and the name, and the version where it has one. */
interface Box {
  name: string;
  body: Buffer;
}

function* boxesIn(bytes: Buffer): Generator<Box> {
  for (let at = 0; at + 8 <= bytes.length; ) {
    const long = bytes.readUInt32BE(at) === 1;
    const size = long ? Number(bytes.readBigUInt64BE(at + 8)) : bytes.readUInt32BE(at) || bytes.length - at;
    if (size < 8 || at + size > bytes.length) throw new Error("A box is larger than what holds it.");
    yield { name: bytes.toString("latin1", at + 4, at + 8), body: bytes.subarray(at + (long ? 16 : 8), at + size) };
    at += size;
  }
}

const findBox = (bytes: Buffer, name: string) => [...boxesIn(bytes)].find((box) => box.name === name)?.body;

function requireBox(bytes: Buffer, name: string): Buffer {
  const body = findBox(bytes, name);
  if (!body) throw new Error(`There is no ${name}.`);
  return body;
}

/**
 * Reads what a HEIC file says of its pictures, without decoding any. Its work is bounded by the size of what it reads.
 * @throws where the file contradicts itself or says more than a camera would
 */
export function readHeicItems(file: Buffer): HeicItem[] {
  // The four bytes after the name are the version and flags of these boxes.
  const meta = requireBox(file, "meta").subarray(4);
  if (meta.length > maxMetaBytes) throw new Error("There is too much before the picture.");
  const properties = requireBox(meta, "iprp");
  const sizes = readSizes(requireBox(properties, "ipco"), [...boxesIn(properties)]);
  const items = new Map<number, HeicItem>();
  for (const [id, type] of readTypes(requireBox(meta, "iinf")))
    items.set(id, { type, ...(sizes.get(id) ?? { width: 0, height: 0 }), tiles: [] });
  const references = findBox(meta, "iref");
  for (const [from, to] of references ? readParts(references) : []) {
    const tile = items.get(to);
    if (!tile) throw new Error("A part is missing.");
    items.get(from)?.tiles.push(tile);
  }
  return [...items.values()];
}

/** The kind of each item. */
function* readTypes(iinf: Buffer): Generator<[number, string]> {
  for (const { name, body } of boxesIn(iinf.subarray(iinf[0] === 0 ? 6 : 8)))
    if (name === "infe") {
      const wide = body[0] === 3;
      yield [
        wide ? body.readUInt32BE(4) : body.readUInt16BE(4),
        body.toString("latin1", wide ? 10 : 8, wide ? 14 : 12),
      ];
    }
}

/** Which item is put together from which. */
function* readParts(iref: Buffer): Generator<[number, number]> {
  const wide = iref[0] === 1;
  const size = wide ? 4 : 2;
  const idAt = (body: Buffer, at: number) => (wide ? body.readUInt32BE(at) : body.readUInt16BE(at));
  for (const { name, body } of boxesIn(iref.subarray(4))) {
    if (name !== "dimg") continue;
    const count = body.readUInt16BE(size);
    for (let n = 0; n < count; n++) yield [idAt(body, 0), idAt(body, size + 2 + n * size)];
  }
}

/** The size of each item: the largest that it is said to have. */
function readSizes(ipco: Buffer, properties: Box[]): Map<number, { width: number; height: number }> {
  const known = [...boxesIn(ipco)].map(({ name, body }) =>
    name === "ispe" ? { width: body.readUInt32BE(4), height: body.readUInt32BE(8) } : undefined,
  );
  const sizes = new Map<number, { width: number; height: number }>();
  for (const { name, body } of properties)
    if (name === "ipma")
      for (const [id, index] of readUses(body)) {
        const size = known[index - 1];
        const before = sizes.get(id);
        if (size && (!before || size.width * size.height > before.width * before.height)) sizes.set(id, size);
      }
  return sizes;
}

/** Which item has which property. */
function* readUses(ipma: Buffer): Generator<[number, number]> {
  const [wideId, wideIndex] = [ipma[0] !== 0, ((ipma[3] ?? 0) & 1) === 1];
  let at = 8;
  for (let left = ipma.readUInt32BE(4); left > 0; left--) {
    const id = wideId ? ipma.readUInt32BE(at) : ipma.readUInt16BE(at);
    at += wideId ? 4 : 2;
    for (let uses = ipma.readUInt8(at++); uses > 0; uses--, at += wideIndex ? 2 : 1)
      yield [id, wideIndex ? ipma.readUInt16BE(at) & 0x7fff : ipma.readUInt8(at) & 0x7f];
  }
}
