import { RemixBrowser } from "@remix-run/react";
import { type ReactNode, startTransition, useEffect } from "react";
import { hydrateRoot } from "react-dom/client";
import { type Handover, handoverId } from "./hydration";
import { readGiven } from "./platform/i18n/given-texts";
import { ShellProvider } from "./shell";
import { enhance } from "./ui/enhance.client";
import { LocaleProvider } from "./ui/locale/locale";

// Only a page that asks for hydration loads this; the others ship `islands.ts`.
const { context, manifest, shell, texts } = JSON.parse(
  document.getElementById(handoverId)!.textContent ?? "",
) as Handover;
const routes = Object.values(manifest.routes).map(async ({ id, module }) => [
  id,
  await import(/* @vite-ignore */ module),
]);
Object.assign(window, {
  __remixContext: context,
  __remixManifest: manifest,
  __remixRouteModules: Object.fromEntries(await Promise.all(routes)),
});

/** What wakes the other pages wakes this one too, once React has taken it over. */
function Awake({ children }: { children: ReactNode }) {
  useEffect(() => enhance(), []);
  return children;
}

startTransition(() => {
  hydrateRoot(
    document,
    <LocaleProvider value={readGiven(texts)}>
      <ShellProvider value={shell}>
        <Awake>
          <RemixBrowser />
        </Awake>
      </ShellProvider>
    </LocaleProvider>,
  );
});
