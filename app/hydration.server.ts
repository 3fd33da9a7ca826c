import type { EntryContext } from "@remix-run/node";
import { type Handover, type HydrationHandle, handoverId } from "./hydration";
import type { Context } from "./platform/context.server";
import type { Shell } from "./shell";

/** The handle of the route that a page is of, where it asks to go on in the browser. */
export function hydrationOf({ staticHandlerContext, routeModules }: EntryContext): HydrationHandle | undefined {
  const module = routeModules[staticHandlerContext.matches.at(-1)!.route.id] as
    | { handle?: HydrationHandle }
    | undefined;
  return module?.handle?.hydrate ? module.handle : undefined;
}

/**
 * The page without Remix's own data for its script, and without the routes of other pages: what is handed over stands
 * in the page as data, whichever handler answered.
 */
export function withoutStream(entry: EntryContext): EntryContext {
  const { manifest, staticHandlerContext, future } = entry;
  const routes = Object.fromEntries(
    staticHandlerContext.matches.map(({ route: { id } }) => [id, manifest.routes[id]!]),
  );
  return {
    ...entry,
    manifest: { ...manifest, routes },
    future: { ...future, v3_singleFetch: false, v3_lazyRouteDiscovery: false } as EntryContext["future"],
  };
}

/** Adds to a page's markup what its script needs to go on, and the script itself. */
export function handOver(
  markup: string,
  entry: EntryContext,
  context: Context,
  { shell, noted, namespaces = [] }: { shell: Shell; noted: Record<string, string>; namespaces?: string[] | undefined },
): string {
  const { manifest, future, staticHandlerContext } = entry;
  const { loaderData, actionData } = staticHandlerContext;
  const { text } = context;
  const handover: Handover = {
    context: {
      basename: text.link("/"),
      future,
      isSpaMode: false,
      state: { loaderData, actionData, errors: null },
    },
    manifest,
    shell,
    texts: {
      lng: text.lng,
      dir: text.dir,
      organisation: (context.acting ?? context.client)?.id,
      facts: text.facts,
      texts: { ...text.bundle(namespaces), ...noted },
    },
  };
  const data = context.blanks.putIntoJson(JSON.stringify(handover)).replaceAll("<", "\\u003c");
  // While developing, Vite's refresh stands before every module.
  const { hmr } = manifest as { hmr?: { runtime: string } };
  const modules = [hmr?.runtime, manifest.entry.module].filter((url) => url !== undefined);
  const scripts = modules.map((url) => `<script type="module" src="${url}"></script>`).join("");
  const end = markup.lastIndexOf("</body>");
  return `${markup.slice(0, end)}<script type="application/json" id="${handoverId}">${data}</script>${scripts}${markup.slice(end)}`;
}
