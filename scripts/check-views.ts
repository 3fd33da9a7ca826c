// Part of npm run check: no page reads a view of type `any`.
import { findUntypedViews } from "./support/untyped-views";

const untyped = findUntypedViews();
for (const one of untyped) console.error(`${one} is of type any: let the loader or the action return its view.`);
if (untyped.length > 0) process.exit(1);
