import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { compress } from "./compress.server";

const page = `<!DOCTYPE html>${"<p>Zgłoś dziurę – أبلغ عن حفرة</p>".repeat(200)}`;
const open = { zstd: zstdDecompressSync, br: brotliDecompressSync, gzip: gunzipSync };

describe("a page", () => {
  it.each([
    ["gzip, deflate, br, zstd", "zstd"],
    ["gzip, deflate, br", "br"],
    ["gzip;q=1.0", "gzip"],
    ["zstd;q=0, br;q=0.000, gzip;q=0.5", "gzip"],
    ["BR", "br"],
  ] as const)("for whom accepts %s is compressed as %s, and comes out as it was", async (accepted, encoding) => {
    const sent = await compress(page, accepted);
    expect(sent.encoding).toBe(encoding);
    expect(sent.body.length).toBeLessThan(page.length / 4);
    expect(open[encoding](sent.body as Buffer).toString()).toBe(page);
  });

  it.each([undefined, "", "identity", "zstd;q=0", "xbr"])("is sent as it is to whom accepts %s", async (accepted) => {
    expect(await compress(page, accepted)).toEqual({ body: page });
  });

  it("that is short is sent as it is", async () => {
    expect(await compress("gone", "br")).toEqual({ body: "gone" });
  });

  it("that is very long is compressed beside other work", async () => {
    const long = page.repeat(50);
    const sent = await compress(long, "zstd, br");
    expect(sent.encoding).toBe("br");
    expect(brotliDecompressSync(sent.body as Buffer).toString()).toBe(long);
  });
});
