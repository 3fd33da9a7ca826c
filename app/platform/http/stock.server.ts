import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/router";
import type { Context } from "../context.server";
import { type Branch, bodyOf, patternOf } from "./branches.server";

/**
 * Remix's own request handler in place of `createBranches`, for the same build. It costs several times more, and shows
 * that no route leans on the fast path: the suite of requests passes on both (`STOCK=1 npm run unit`).
 */
export function createStock(build: ServerBuild): (path: string) => Branch {
  const answer = createRequestHandler(build);
  const parts = Object.values(build.routes).filter((part) => part !== undefined);
  const children = parts
    .filter((part) => part.parentId)
    .map(({ id, path, index }) => (index ? { id, path, index: true as const } : { id, path }));
  return (path) => {
    const { route, params } = matchRoutes(children, path)!.at(-1)!;
    const { module } = build.routes[route.id]!;
    return {
      pattern: patternOf(build, route.id),
      params,
      body: bodyOf(module),
      handle: async (sent, context) => {
        const response = await answer(sent.carried, context as Context & Record<string, unknown>);
        const isPage = "default" in module && response.headers.get("content-type")?.startsWith("text/html");
        return isPage ? { status: response.status, html: await response.text() } : response;
      },
    };
  };
}
