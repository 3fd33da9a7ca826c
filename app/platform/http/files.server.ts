import { existsSync } from "node:fs";
import type { Readable } from "node:stream";
import sirv from "sirv";

/**
 * Built files never change under their name and are kept for a year; the others for an hour.
 * @param folder where they are
 */
export function serveFiles(fixed: Record<string, string>, folder = "build/client"): ReturnType<typeof sirv> {
  // Tests of requests run without a build.
  if (!existsSync(folder)) return (_request, _response, next) => next?.();
  const files = sirv(folder, {
    etag: true,
    gzip: true,
    brotli: true,
    setHeaders: (response, path) => {
      for (const name in fixed) response.setHeader(name, fixed[name]!);
      const lasting = path.startsWith("/assets/");
      response.setHeader("Cache-Control", lasting ? "public, max-age=31536000, immutable" : "public, max-age=3600");
      response.once("pipe", (file: Readable) => {
        // A file that cannot be read any more, or that nobody waits for, ends with its own answer and nothing else.
        file.once("error", () => response.destroy());
        response.once("close", () => file.destroy());
      });
    },
  });
  // Every file has a dot in its name, and hardly a page: most requests need not be looked up.
  return (request, response, next) => {
    if (!request.url?.includes(".")) return next?.();
    // No file is so long that anybody needs a part of it, and sirv throws at a part that ends before it begins.
    delete request.headers.range;
    return files(request, response, next);
  };
}
