/** A blue picture of 96 by 64 pixels, as an encoder wrote it. */
export const smallHeic = Buffer.from(
  "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAUJtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAA" +
    "AAABAAAAImlsb2MAAAAAREAAAQABAAAAAAFmAAEAAAAAAAAAHwAAACNpaW5mAAAAAAABAAAAFWluZmUCAAAAAAEAAGh2YzEAAAAAwmlwcnAAAACk" +
    "aXBjbwAAAHhodmNDAQNwAAAAAAAAAAAAHvAA/P34+AAADwMgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQCEAAQArQgEBA3AAAAMAkAAAAwAA" +
    "AwAeoDCBBZbqSSmubgQEDAgAAAMACAAAAwAIQCIAAQAHRAHBcrAiQAAAABRpc3BlAAAAAAAAAGAAAABAAAAAEHBpeGkAAAAAAwgICAAAABZpcG1h" +
    "AAAAAAAAAAEAAQOBAoMAAAAnbWRhdAAAABsoAa8TgOaocNP//RdRX/Dvq/6KFLSeb2RDJJg=",
  "base64",
);

/** 37 by 22 pixels, the left 18 blue and the others see-through: the decoder leaves room at the end of each row. */
export const seeThroughHeic = Buffer.from(
  "AAAAGGZ0eXBoZWljAAAAAG1pZjFoZWljAAAC/G1ldGEAAAAAAAAAIWhkbHIAAAAAAAAAAHBpY3QAAAAAAAAAAAAAAAAAAAAADnBpdG0AAAAAAAIAAAAY" +
    "aWRhdAAAAAAAJQAWAAAAAAAlABYAAABgaWxvYwEAAABEQAAEAAEAAAAAAAADHAABAAAAAAAAAEwAAgABAAAAAAAAAAEAAAAAAAAACAADAAAAAAAAA2gA" +
    "AQAAAAAAAAA2AAQAAQAAAAAAAAABAAAACAAAAAgAAABiaWluZgAAAAAABAAAABVpbmZlAgAAAQABAABodmMxAAAAABVpbmZlAgAAAAACAABncmlkAAAA" +
    "ABVpbmZlAgAAAQADAABodmMxAAAAABVpbmZlAgAAAAAEAABncmlkAAAAAbFpcHJwAAABhGlwY28AAAB2aHZjQwEDcAAAAAAAAAAAAB7wAPz9+PgAAA8D" +
    "IAABABhAAQwB//8DcAAAAwCQAAADAAADAB66AkAhAAEAKkIBAQNwAAADAJAAAAMAAAMAHqAggQWW6q6a5uBAQMCAAAADAIAAAAMAhCIAAQAGRAHBc8GJ" +
    "AAAAFGlzcGUAAAAAAAAAQAAAAEAAAAAUaXNwZQAAAAAAAAAlAAAAFgAAABBwaXhpAAAAAAMICAgAAABxaHZjQwEECAAAAAAAAAAAAB7wAPz8+PgAAA8D" +
    "IAABABdAAQwB//8ECAAAAwCf+AAAAwAAHroCQCEAAQAmQgEBBAgAAAMAn/gAAAMAAB7AggQWW6q6a5sCAAADAAIAAAMAAhAiAAEABkQBwXPBiQAAABRp" +
    "c3BlAAAAAAAAAEAAAABAAAAAFGlzcGUAAAAAAAAAJQAAABYAAAAOcGl4aQAAAAABCAAAACdhdXhDAAAAAHVybjptcGVnOmhldmM6MjAxNTphdXhpZDox" +
    "AAAAACVpcG1hAAAAAAAAAAQAAQKBAgACAgOEAAMChQYABAMHiIkAAAA2aXJlZgAAAAAAAAAOZGltZwACAAEAAQAAAA5kaW1nAAQAAQADAAAADmF1eGwA" +
    "BAABAAIAAACKbWRhdAAAAEgoAa8JyGrGGjkjV3//7hH+R/PnP/++8xoeJT/ccA0LJ9pobXs7AeqslDASMV8Y4nA4mwu62k7xXlNzBM/bR9MyZYCJ4byc" +
    "Q5AAAAAyKAGuE5C7ISBrhRmv/ubWdSda/RTxrMziToPb8PXbppwwzS9AOK9B0WhDg4L4gAiB0jQ=",
  "base64",
);

/** What decodes the small picture, and its coded bytes. */
const [hvcC, coded] = [smallHeic.subarray(smallHeic.indexOf("hvcC") - 4).subarray(0, 120), smallHeic.subarray(-31)];

const u16 = (...values: number[]) => Buffer.concat(values.map((value) => Buffer.from([value >> 8, value & 255])));
const u32 = (value: number) => u16(value >>> 16, value & 0xffff);
const box = (name: string, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  return Buffer.concat([u32(body.length + 8), Buffer.from(name, "latin1"), body]);
};
const full = (name: string, version: number, ...parts: Buffer[]) =>
  box(name, Buffer.from([version, 0, 0, 0]), ...parts);

export interface Grid {
  columns: number;
  rows: number;
  /** What the file says of each tile; the tile itself is the small picture. */
  tile: { width: number; height: number };
  /** The item that the tiles are part of: 1 is the grid. */
  tilesAre?: "hvc1" | "grid";
}

/** A HEIC picture put together from one tile over and over: many items, and a single extent that they all are. */
export function heicGrid({ columns, rows, tile, tilesAre = "hvc1" }: Grid): Buffer {
  const ids = Array.from({ length: columns * rows }, (_, n) => n + 2);
  const size = { width: columns * tile.width, height: rows * tile.height };
  const sizeOf = (of: { width: number; height: number }) => full("ispe", 0, u32(of.width), u32(of.height));
  const item = (id: number, type: string) => full("infe", 2, u16(id, 0), Buffer.from(`${type}\0`, "latin1"));
  const grid = Buffer.concat([Buffer.from([0, 1, rows - 1, columns - 1]), u32(size.width), u32(size.height)]);
  const ftyp = smallHeic.subarray(0, 28);
  const meta = (start: number) =>
    full(
      "meta",
      0,
      full("hdlr", 0, u32(0), Buffer.from("pict"), Buffer.alloc(13)),
      full("pitm", 0, u16(1)),
      full(
        "iloc",
        0,
        u16(0x4400, ids.length + 1),
        u16(1, 0, 1),
        u32(start + coded.length),
        u32(grid.length),
        ...ids.map((id) => Buffer.concat([u16(id, 0, 1), u32(start), u32(coded.length)])),
      ),
      full("iinf", 0, u16(ids.length + 1), item(1, "grid"), ...ids.map((id) => item(id, tilesAre))),
      full("iref", 0, box("dimg", u16(1, ids.length, ...ids))),
      box(
        "iprp",
        box("ipco", hvcC, sizeOf(tile), sizeOf(size)),
        full(
          "ipma",
          0,
          u32(ids.length + 1),
          u16(1),
          Buffer.from([1, 0x83]),
          ...ids.map((id) => Buffer.concat([u16(id), Buffer.from([2, 0x81, 0x82])])),
        ),
      ),
    );
  const start = ftyp.length + meta(0).length + 8;
  return Buffer.concat([ftyp, meta(start), box("mdat", coded, grid)]);
}
