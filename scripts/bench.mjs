// npm run bench: what a journey costs the server, beside two floors on the same core in the same run.
// `--write` puts the figures into docs/performance.md, `--quick` measures one short round, `--no-browser` leaves Chromium out.
// `--abuse` sends what a stranger could send to stop the portal, while a second client asks for pages.
// `--scale` fills a thousand cases and a million (`--cases N`: that many), and measures each page over both; with
// `--postgres URL` on that server, whose superuser makes databases for it and drops them.
// `--open-loop RATE` sends that many requests a second, whether or not the answers keep up.
import { spawnSync } from "node:child_process";
import { build, install, nodePath, ownEnv, root } from "./support/prepare.mjs";

const [major] = process.versions.node.split(".").map(Number);
if (major < 22) {
  // Started on the machine's own Node: what is measured runs on the project's.
  install();
  const { status } = spawnSync(nodePath(), process.argv.slice(1), { stdio: "inherit", cwd: root, env: ownEnv() });
  process.exit(status ?? 1);
}
process.chdir(root);
install();
build();
if (process.argv.includes("--abuse")) {
  await (await import("./bench/abuse.mjs")).runAbuse();
  process.exit(0);
}
if (process.argv.includes("--scale")) {
  const after = (flag) => (process.argv.includes(flag) ? process.argv[process.argv.indexOf(flag) + 1] : undefined);
  await (await import("./bench/scale.mjs")).runScale({
    write: process.argv.includes("--write"),
    postgres: after("--postgres"),
    most: Number(after("--cases") ?? 1_000_000),
  });
  process.exit(0);
}
const openLoop = process.argv.indexOf("--open-loop");
if (openLoop !== -1) {
  const rate = Number(process.argv[openLoop + 1] ?? 370);
  await (await import("./bench/open-loop.mjs")).runOpenLoop(rate);
  process.exit(0);
}
const { runBench } = await import("./bench/run.mjs");
await runBench({
  write: process.argv.includes("--write"),
  quick: process.argv.includes("--quick"),
  browser: !process.argv.includes("--no-browser"),
});
