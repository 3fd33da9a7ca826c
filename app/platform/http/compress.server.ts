import { promisify } from "node:util";
import { brotliCompress, constants, gzip, zstdCompressSync } from "node:zlib";

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);
/** Below this many bytes or characters, compression saves no packet. */
const worthwhile = 1000;
/** Up to this many characters (most pages), zstd takes less time than it takes to hand them to another thread. */
const quick = 200_000;

/** Compresses a page as the browser accepts it (RFC 9110, section 12.5.3), at a level that costs less than it saves. */
export async function compress(
  body: string | Buffer,
  accepted: string | undefined,
): Promise<{ body: string | Buffer; encoding?: string }> {
  if (!accepted || body.length < worthwhile) return { body };
  if (accepts(accepted, "zstd") && body.length < quick) {
    const params = { [constants.ZSTD_c_compressionLevel]: 3 };
    return { body: zstdCompressSync(body, { params }), encoding: "zstd" };
  }
  if (accepts(accepted, "br")) {
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: 4,
      [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(body),
      // A window of 256 KB holds any page; the default of 4 MB costs twice the time to set up.
      [constants.BROTLI_PARAM_LGWIN]: 18,
    };
    return { body: await brotli(body, { params }), encoding: "br" };
  }
  if (accepts(accepted, "gzip")) return { body: await deflate(body, { level: 5 }), encoding: "gzip" };
  return { body };
}

/** Whether a coding is named, and not with the weight that refuses it. */
const accepts = (accepted: string, coding: string): boolean =>
  accepted.split(",").some((one) => {
    const [name, weight] = one.split(";");
    return name!.trim().toLowerCase() === coding && !/^\s*q=0(\.0*)?\s*$/i.test(weight ?? "");
  });
