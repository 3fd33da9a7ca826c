import { createRequestHandler, type RequestHandler, type ServerBuild } from "@remix-run/node";
import findMyWay from "find-my-way";

/** A matched route: its pattern, for logs and metrics, and the handler that serves it. */
export interface Branch {
  pattern: string;
  handle: RequestHandler;
}

/**
 * Remix flattens, ranks and compiles all routes several times in each request. So the match is made here, once,
 * and the request goes to a handler that knows only that branch of routes: its cost does not grow with their number.
 * Language and organisation are taken off the path before: routes know nothing of them.
 */
export function createBranches(build: ServerBuild): (path: string) => Branch {
  const router = findMyWay({ ignoreTrailingSlash: true, maxParamLength: 300 });
  const leaves = Object.values(build.routes).filter(
    (route) => route?.parentId && (route.path !== undefined || route.index),
  );
  for (const route of leaves) {
    const pattern = patternOf(build, route!.id);
    if (!pattern.endsWith("*")) router.on("GET", pattern, noop, route!.id);
  }
  const missing = leaves.find((route) => route!.path === "*")!.id;
  const made = new Map<string, Branch>();
  return (path) => {
    const id = (router.find("GET", path)?.store as string | undefined) ?? missing;
    let branch = made.get(id);
    if (!branch) {
      branch = makeBranch(build, id);
      made.set(id, branch);
    }
    return branch;
  };
}

const noop = () => undefined;

function makeBranch(build: ServerBuild, id: string): Branch {
  const ids = ancestors(build, id);
  const routes = Object.fromEntries(ids.map((route) => [route, build.routes[route]]));
  // The renderer goes by the manifest, which must know the same routes as the handler.
  const known = Object.fromEntries(ids.map((route) => [route, build.assets.routes[route]!]));
  const assets = { ...build.assets, routes: known };
  const own: ServerBuild = { ...build, assets, routes: routes as ServerBuild["routes"] };
  const handle = createRequestHandler(own, process.env["NODE_ENV"]);
  return {
    pattern: patternOf(build, id),
    handle: (request, context) => {
      const answer = handle(request, context);
      // The routes are made by now, for single fetch. No page hydrates, so none needs the stream that would follow it:
      // besides its cost, its timer would keep each request in memory for five seconds.
      own.future = { ...build.future, v3_singleFetch: false };
      return answer;
    },
  };
}

function ancestors(build: ServerBuild, id: string): string[] {
  const parent = build.routes[id]?.parentId;
  return parent ? [...ancestors(build, parent), id] : [id];
}

function patternOf(build: ServerBuild, id: string): string {
  const parts = ancestors(build, id).map((route) => build.routes[route]?.path ?? "");
  return `/${parts.filter(Boolean).join("/")}`;
}
