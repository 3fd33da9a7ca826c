// npm test: everything a change has to pass, on a fresh clone too.

import { join } from "node:path";
import { build, install, nodePath, root, run } from "./support/prepare.mjs";

const step = (name, work) => {
  const started = Date.now();
  console.log(`\n== ${name}`);
  work();
  console.log(`== ${name}: ${Math.round((Date.now() - started) / 1000)} s`);
};

step("install", install);
step("browser", () => run(nodePath(), [join(root, "scripts/support/chromium.mjs")]));
step("check", () => run(nodePath(), [join(root, "scripts/check.mjs")]));
step("build", build);
step("unit and request tests, on SQLite and PostgreSQL", () => run("vitest", ["run"]));
step("end to end, with axe", () => run("playwright", ["test"]));
