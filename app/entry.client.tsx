import { RemixBrowser } from "@remix-run/react";
import { startTransition } from "react";
import { hydrateRoot } from "react-dom/client";

// Only a page that asks for hydration loads this; the others ship `islands.ts`.
startTransition(() => {
  hydrateRoot(document, <RemixBrowser />);
});
