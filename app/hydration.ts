import type { GivenTexts } from "./platform/i18n/given-texts";
import type { Shell } from "./shell";

/** What a route says of itself whose page goes on in the browser, as its `handle`. */
export interface HydrationHandle {
  hydrate?: true;
  /** The namespaces whose texts it may come to show there; those that it shows at first come by themselves. */
  texts?: string[];
}

/** What the server hands over to the browser: the globals that Remix reads, and what stands around every page. */
export interface Handover {
  context: object;
  manifest: { entry: { module: string }; routes: Record<string, { id: string; module: string }> };
  shell: Shell;
  texts: GivenTexts;
}

/** The id of the element that holds it: data, which no policy has to let through. */
export const handoverId = "handover";
