// npm run check: the fast part: types, views, lint and format, dependency rules, nothing unused, migrations that fit the tables.

import { join } from "node:path";
import { install, nodePath, root, run } from "./support/prepare.mjs";

install();
run("tsc", ["--noEmit"]);
run("biome", ["ci", "--colors=off", "--error-on-warnings", "."]);
run("depcruise", ["app", "db", "--config", "dependency-cruiser.config.mjs", "--output-type", "err"]);
run("knip", []);
run(nodePath(), [join(root, "node_modules/tsx/dist/cli.mjs"), "scripts/check-migrations.ts"]);
run(nodePath(), [join(root, "node_modules/tsx/dist/cli.mjs"), "scripts/check-views.ts"]);
