// npm run dev: the portal with its sources watched; a changed file shows at the next request.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { install, nodePath, ownEnv, root } from "./support/prepare.mjs";

install();
const env = ownEnv({ NODE_ENV: "development", DEMO: process.env.DEMO ?? "true" });
const server = spawn(nodePath(), [join(root, "scripts/support/serve-dev.mjs")], { cwd: root, stdio: "inherit", env });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
server.on("exit", (code) => process.exit(code ?? 1));
