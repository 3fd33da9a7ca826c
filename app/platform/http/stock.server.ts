import { type ActionFunction, createRequestHandler, type ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/router";
import { type Context, refuse } from "../context.server";
import { isStorageFault } from "../db/writes.server";
import { type Branch, bodyOf, patternOf } from "./branches.server";

/**
 * Remix's own request handler in place of `createBranches`, for the same build. It costs several times more, and shows
 * that no route leans on the fast path: the suite of requests passes on both (`STOCK=1 npm run unit`).
 */
export function createStock(build: ServerBuild): (path: string) => Branch {
  const answer = createRequestHandler(tellingFaults(build));
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

/** The build, whose routes say that storage is out of order (503), where Remix would know of a fault only (500). */
function tellingFaults(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    const { loader, action } = route!.module;
    const module = { ...route!.module, loader: telling(build, loader), action: telling(build, action) };
    return [id, { ...route!, module }] as const;
  });
  return { ...build, routes: Object.fromEntries(routes) };
}

const telling = (build: ServerBuild, serve: ActionFunction | undefined): ActionFunction | undefined =>
  serve &&
  (async (args) => {
    try {
      return await serve(args);
    } catch (error) {
      if (!isStorageFault(error)) throw error;
      build.entry.module.handleError?.(error, args);
      throw refuse(503);
    }
  });
