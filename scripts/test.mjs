// npm test: everything a change has to pass, on a fresh clone too.
// npm run soak: every round and every string of the unit and request tests.
// npm run sweep: every check on every page, in every language, once with this machine's fonts and once with those from npm.

import { join } from "node:path";
import { build, install, nodePath, root, run } from "./support/prepare.mjs";

const step = (name, work) => {
  const started = Date.now();
  console.log(`\n== ${name}`);
  work();
  console.log(`== ${name}: ${Math.round((Date.now() - started) / 1000)} s`);
};

const units = "unit and request tests, on SQLite and PostgreSQL";
/** Every route, and what depends most on the way that a request takes. */
const byStock = ["routes", "flow/drafts", "flow/shared", "features/accounts/accounts", "testing/faults/http"].map(
  (name) => `app/${name}.test.ts`,
);
const kind = process.argv[2];
if (kind) install();
if (kind === "sweep") build();
if (kind === "soak") step(units, () => run("vitest", ["run"], { SOAK: "1" }));
else if (kind === "sweep")
  for (const fonts of ["machine", "npm"])
    step(`end to end, with the fonts of ${fonts}`, () => run("playwright", ["test"], { SWEEP: "1", E2E_FONTS: fonts }));
else {
  // On a clean checkout this also installs and builds, as an operator's first start does.
  step("start in production, on SQLite and PostgreSQL", () =>
    run(process.execPath, [join(root, "scripts/support/production-start.mjs")]),
  );
  step("browser", () => run(nodePath(), [join(root, "scripts/support/chromium.mjs")]));
  step("check", () => run(nodePath(), [join(root, "scripts/check.mjs")]));
  step(units, () => run("vitest", ["run"]));
  step("the same requests, answered by Remix's own handler", () =>
    run("vitest", ["run", ...byStock, "-t", "sqlite"], { STOCK: "1" }),
  );
  step("end to end, with axe", () => run("playwright", ["test"]));
}
