import { existsSync } from "node:fs";
import sirv from "sirv";

/** Built files never change under their name and are kept for a year; the others for an hour. */
export function serveFiles(fixed: Record<string, string>): ReturnType<typeof sirv> {
  // Tests of requests run without a build.
  if (!existsSync("build/client")) return (_request, _response, next) => next?.();
  const files = sirv("build/client", {
    etag: true,
    gzip: true,
    brotli: true,
    setHeaders: (response, path) => {
      for (const name in fixed) response.setHeader(name, fixed[name]!);
      const lasting = path.startsWith("/assets/");
      response.setHeader("Cache-Control", lasting ? "public, max-age=31536000, immutable" : "public, max-age=3600");
    },
  });
  // Every file has a dot in its name, and hardly a page: most requests need not be looked up.
  return (request, response, next) => (request.url?.includes(".") ? files(request, response, next) : next?.());
}
