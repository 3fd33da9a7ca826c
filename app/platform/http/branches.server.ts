import type { EntryContext, ServerBuild } from "@remix-run/node";
import { createStaticHandler, isRouteErrorResponse } from "@remix-run/router";
import findMyWay from "find-my-way";
import type { Context } from "../context.server";

/** A matched route: its pattern, for logs and metrics, and what serves it. */
export interface Branch {
  pattern: string;
  /** @throws what a page threw while it was rendered */
  handle(request: Request, context: Context): Promise<Response>;
}

/**
 * Remix flattens, ranks and compiles all routes several times in each request, and makes a request anew for each loader.
 * So the match is made here, once, and the request goes straight to the router beneath Remix, which knows only that
 * branch of routes: its cost does not grow with their number. Language and organisation are taken off the path before:
 * routes know nothing of them.
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
  const made = new Map<string, Served>();
  return (path) => {
    const found = router.find("GET", path);
    const id = (found?.store as string | undefined) ?? missing;
    let served = made.get(id);
    if (!served) {
      served = serve(build, id);
      made.set(id, served);
    }
    const { pattern, handle } = served;
    return { pattern, handle: (request, context) => handle(request, { context, params: found?.params ?? {} }) };
  };
}

const noop = () => undefined;

/** What a loader is asked with, besides the request. */
interface Asked {
  context: Context;
  params: Record<string, string | undefined>;
}

interface Served {
  pattern: string;
  handle(request: Request, asked: Asked): Promise<Response>;
}

function serve(build: ServerBuild, id: string): Served {
  const branch = ancestors(build, id).map((one) => build.routes[one]!);
  const router = createStaticHandler([nest(branch)], {
    future: { v7_relativeSplatPath: true, v7_throwAbortReason: true },
  });
  const entry = entryOf(build, branch);
  const { default: render, handleError } = build.entry.module as unknown as EntryModule;

  async function page(request: Request, asked: Asked): Promise<Response> {
    const found = await router.query(request, { requestContext: asked });
    if (found instanceof Response) return found;
    for (const error of Object.values(found.errors ?? {}))
      if (isFault(error)) handleError(error, { request, context: asked.context });
    return render(request, found.statusCode, new Headers(), { ...entry, staticHandlerContext: found }, asked.context);
  }

  async function resource(request: Request, asked: Asked): Promise<Response> {
    try {
      return await router.queryRoute(request, { routeId: id, requestContext: asked });
    } catch (error) {
      if (error instanceof Response) return error;
      if (isRouteErrorResponse(error)) return new Response(null, { status: error.status });
      throw error;
    }
  }
  const isPage = branch.at(-1)!.module.default !== undefined;
  return { pattern: patternOf(build, id), handle: isPage ? page : resource };
}

/** What `entry.server.tsx` exports, by the portal's own types. */
interface EntryModule {
  default(
    request: Request,
    status: number,
    headers: Headers,
    entry: EntryContext,
    context: Context,
  ): Response | Promise<Response>;
  handleError(error: unknown, asked: { request: Request; context: Context }): void;
}

type Part = NonNullable<ServerBuild["routes"][string]>;
/** A fault of the portal; not what a loader refuses, nor what nobody serves. */
const isFault = (error: unknown) => !isRouteErrorResponse(error) || "error" in error;

type Nested = Parameters<typeof createStaticHandler>[0][number];

/** The branch's routes, one within the other. The match is made already: the innermost takes whatever comes. */
function nest([route, ...rest]: Part[]): Nested {
  const { id, module } = route!;
  const asks = (serve: unknown) =>
    serve
      ? ({ request, context }: { request: Request; context?: Asked }) =>
          (serve as (args: unknown) => unknown)({ request, ...context })
      : undefined;
  return {
    id,
    ...(rest.length > 0 ? { children: [nest(rest)] } : { path: "*" }),
    hasErrorBoundary: module.ErrorBoundary !== undefined,
    loader: asks(module.loader),
    action: asks(module.action),
  } as Nested;
}

/** What the renderer needs to know, but for the request itself. No page hydrates: nothing is handed over to the browser. */
function entryOf(build: ServerBuild, branch: Part[]): Omit<EntryContext, "staticHandlerContext"> {
  // The renderer goes by the manifest, which must know the same routes as the router.
  const known = Object.fromEntries(branch.map(({ id }) => [id, build.assets.routes[id]!]));
  return {
    manifest: { ...build.assets, routes: known },
    routeModules: Object.fromEntries(branch.map(({ id, module }) => [id, module])) as EntryContext["routeModules"],
    serverHandoffString: "",
    future: { ...build.future, v3_singleFetch: false },
    isSpaMode: false,
    serializeError: () => ({ message: "" }),
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
