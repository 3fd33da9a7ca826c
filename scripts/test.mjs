// npm test: everything a change has to pass, on a fresh clone too.

import { join } from "node:path";
import { nodePath, root, run } from "./support/prepare.mjs";

const step = (name, work) => {
  const started = Date.now();
  console.log(`\n== ${name}`);
  work();
  console.log(`== ${name}: ${Math.round((Date.now() - started) / 1000)} s`);
};

// On a clean checkout this also installs and builds, as an operator's first start does.
step("start in production, on SQLite and PostgreSQL", () =>
  run(process.execPath, [join(root, "scripts/support/production-start.mjs")]),
);
step("browser", () => run(nodePath(), [join(root, "scripts/support/chromium.mjs")]));
step("check", () => run(nodePath(), [join(root, "scripts/check.mjs")]));
step("unit and request tests, on SQLite and PostgreSQL", () => run("vitest", ["run"]));
step("end to end, with axe", () => run("playwright", ["test"]));
