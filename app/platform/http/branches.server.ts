import type { EntryContext, ServerBuild } from "@remix-run/node";
import { UNSAFE_ErrorResponseImpl as ErrorResponse } from "@remix-run/router";
import findMyWay from "find-my-way";
import type { Context } from "../context.server";
import { isStorageFault } from "../db/writes.server";
import type { BodySize } from "./body.server";
import type { Sent } from "./sent.server";

/** A page as it was rendered, for the HTTP server to send. */
export interface RenderedPage {
  status: number;
  html: string;
}

/** A matched route: its pattern, for logs and metrics, and what serves it. */
export interface Branch {
  pattern: string;
  params: Record<string, string | undefined>;
  /** How large a form the route takes, by its `handle`: `step` where that hangs on the step of a service. */
  body: BodySize | "step" | "save";
  /** @throws what a page threw while it was rendered */
  handle(sent: Sent, context: Context): Promise<Response | RenderedPage>;
}

/**
 * Remix flattens, ranks and compiles all routes several times in each request, and makes a request anew for each loader.
 * So the match is made here, once, and the route's own action and loader are called: what a request costs does not grow
 * with the number of routes. Language and organisation are taken off the path before: routes know nothing of them.
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
    const { handle, ...about } = served;
    const params = found?.params ?? {};
    return { ...about, params, handle: (sent, context) => handle(sent, { context, params }) };
  };
}

const noop = () => undefined;

/** What an action or a loader is asked with, besides the request. */
interface Asked {
  context: Context;
  params: Record<string, string | undefined>;
}

interface Served extends Pick<Branch, "pattern" | "body"> {
  handle(sent: Sent, asked: Asked): Promise<Response | RenderedPage>;
}

/** An action or a loader, as the branch calls it. It may throw a response, as a loader may in Remix. */
type Serve = (args: Asked & { readonly request: Request }) => unknown;

function serve(build: ServerBuild, id: string): Served {
  const branch = ancestors(build, id).map((one) => build.routes[one]!);
  const {
    action,
    loader,
    default: isPage,
  } = branch.at(-1)!.module as { action?: Serve; loader?: Serve; default?: unknown };
  const { renderPage, handleError } = build.entry.module as unknown as EntryModule;
  const entry = entryOf(build, branch);

  /** @returns a response, where one was made; else what the page shows */
  async function run(sent: Sent, asked: Asked): Promise<Response | Outcome> {
    const args = {
      ...asked,
      get request() {
        return sent.request;
      },
    };
    let acted: Result | undefined;
    if (sent.method === "POST") {
      if (!action) throw new Response(null, { status: 405 });
      const done = await action(args);
      if (done instanceof Response) return done;
      acted = resultOf(done);
    } else if (!loader && !isPage) throw new Response(null, { status: 405 });
    const shown = await loader?.(args);
    if (shown instanceof Response) return shown;
    const loaded = resultOf(shown);
    return {
      status: acted?.status ?? loaded.status ?? 200,
      // Where there is nothing at all, the renderer waits for it.
      loaderData: { [id]: loaded.data ?? null },
      actionData: acted ? { [id]: acted.data } : null,
      errors: null,
    };
  }

  async function page(sent: Sent, asked: Asked): Promise<Response | RenderedPage> {
    const show = (outcome: Outcome) => {
      const rendering = { ...entry, staticHandlerContext: handlerContextOf(branch, sent.url, outcome) };
      return {
        status: outcome.status,
        html: renderPage(sent.url, rendering as unknown as EntryContext, asked.context),
      };
    };
    // The frame of all pages shows what went wrong.
    const fail = (status: number, error: unknown) =>
      show({ status, loaderData: { [id]: null }, actionData: null, errors: { [branch[0]!.id]: error } });
    let answer: Response | Outcome;
    try {
      answer = await run(sent, asked);
    } catch (thrown) {
      if (!(thrown instanceof Response)) {
        handleError(thrown, asked);
        if (isStorageFault(thrown)) return fail(503, new ErrorResponse(503, "", null));
        return fail(500, thrown ?? new Error("Something was thrown that is nothing."));
      }
      if (thrown.headers.has("location")) return thrown;
      return fail(thrown.status, new ErrorResponse(thrown.status, "", null));
    }
    return answer instanceof Response ? answer : show(answer);
  }

  async function resource(sent: Sent, asked: Asked): Promise<Response> {
    try {
      const answer = await run(sent, asked);
      return answer instanceof Response ? answer : new Response(null, { status: answer.status });
    } catch (thrown) {
      if (thrown instanceof Response) return thrown;
      throw thrown;
    }
  }
  return { pattern: patternOf(build, id), body: bodyOf(branch.at(-1)!.module), handle: isPage ? page : resource };
}

/** How large a form a route takes, by its `handle`. */
export const bodyOf = (module: { handle?: unknown }): Branch["body"] =>
  (module.handle as Partial<Branch> | undefined)?.body ?? "short";

/** What a loader or an action returned: by itself, or with a status through Remix's `data()`. */
interface Result {
  data: unknown;
  status: number | undefined;
}

function resultOf(returned: unknown): Result {
  const result = returned as { type?: unknown; data: unknown; init: ResponseInit | null } | null | undefined;
  if (result?.type !== "DataWithResponseInit") return { data: returned, status: undefined };
  return { data: result.data, status: result.init?.status };
}

/** What a page is made of, once its route was asked. */
interface Outcome {
  status: number;
  loaderData: Record<string, unknown>;
  actionData: Record<string, unknown> | null;
  errors: Record<string, unknown> | null;
}

/** What `entry.server.tsx` exports, by the portal's own types. */
interface EntryModule {
  renderPage(url: URL, entry: EntryContext, context: Context): string;
  handleError(error: unknown, asked: { context: Context }): void;
}

type Part = NonNullable<ServerBuild["routes"][string]>;

/** What the renderer needs to know, but for the request itself. What a page hands over to the browser is not Remix's. */
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

/** What Remix's router would say of a branch, once its route was served. */
function handlerContextOf(branch: Part[], { pathname, search }: URL, { status, ...outcome }: Outcome): object {
  return {
    ...outcome,
    // The frame has no loader: it gets what it shows from the context.
    loaderData: { [branch[0]!.id]: null, ...outcome.loaderData },
    basename: "/",
    location: { pathname, search, hash: "", state: null, key: "default" },
    matches: branch.map(({ id }) => ({ route: { id }, params: {}, pathname: "/", pathnameBase: "/" })),
    statusCode: status,
    loaderHeaders: {},
    actionHeaders: {},
    activeDeferreds: null,
  };
}

function ancestors(build: ServerBuild, id: string): string[] {
  const parent = build.routes[id]?.parentId;
  return parent ? [...ancestors(build, parent), id] : [id];
}

/** The pattern that leads to a route. */
export function patternOf(build: ServerBuild, id: string): string {
  const parts = ancestors(build, id).map((route) => build.routes[route]?.path ?? "");
  return `/${parts.filter(Boolean).join("/")}`;
}
