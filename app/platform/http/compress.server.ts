import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);
/** Below this many bytes or characters, compression saves no packet. */
const worthwhile = 1000;

/** Compresses a page as the browser accepts it; off the main thread, at a level that costs less than it saves. */
export async function compress(
  body: string | Buffer,
  accepted: string | undefined,
): Promise<{ body: string | Buffer; encoding?: string }> {
  if (!accepted || body.length < worthwhile) return { body };
  if (/\bbr\b/.test(accepted)) {
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: 4,
      [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(body),
      // A window of 256 KB holds any page; the default of 4 MB costs twice the time to set up.
      [constants.BROTLI_PARAM_LGWIN]: 18,
    };
    return { body: await brotli(body, { params }), encoding: "br" };
  }
  if (/\bgzip\b/.test(accepted)) return { body: await deflate(body, { level: 5 }), encoding: "gzip" };
  return { body };
}
