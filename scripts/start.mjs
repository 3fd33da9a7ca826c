// npm start: from a fresh clone to a running portal. Installs what is missing, builds when stale, then serves.
// With --built it only serves what was built before: a service has no right to write there.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { build, install, nodePath, ownEnv, root, serveFlags } from "./support/prepare.mjs";

if (!process.argv.includes("--built")) {
  install();
  build();
}

// Without a production setting this is a try-out: the demo borough, a kept secret, mail shown at /dev/mail.
const asked =
  process.env.NODE_ENV === "production" || process.env.DEMO !== undefined || process.env.PUBLIC_URL !== undefined;
const env = ownEnv({ NODE_ENV: "production", ...(asked ? {} : { DEMO: "true" }) });
const server = spawn(nodePath(), [...serveFlags, join(root, "scripts/support/serve.mjs")], {
  cwd: root,
  stdio: "inherit",
  env,
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
server.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
