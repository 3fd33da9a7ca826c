// The servers that are measured, each a process of its own, pinned to one core where the machine has more than one.
import { spawn, spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { serveFlags } from "../support/prepare.mjs";

const hasTaskset = process.platform === "linux" && spawnSync("taskset", ["--version"]).status === 0;
export const pinned = hasTaskset && availableParallelism() > 1;

/** Keeps this process, the client, away from the servers' core. */
export function pinClient() {
  if (pinned) spawnSync("taskset", ["-a", "-p", "-c", `1-${availableParallelism() - 1}`, String(process.pid)]);
}

/** The settings of a portal that is measured, with its data in a folder of its own. */
export const settings = (folder, name) => ({
  PORT: "0",
  DATA_DIR: join(folder, name),
  DEMO: "true",
  RATE_LIMITS: "false",
  SHED_AFTER_MS: "0",
  LOG_LEVEL: "info",
  PUBLIC_URL: "",
});

/** A server process: where it listens, and what it has used so far. */
export async function startServer(script, { args = [], env = {} } = {}) {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const [command, ...before] = [...(pinned ? ["taskset", "-c", "0"] : []), process.execPath];
  const flags = process.env["BENCH_NODE_FLAGS"]?.split(" ") ?? [];
  const child = spawn(command, [...before, ...serveFlags, ...flags, file, ...args], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: { ...process.env, NODE_ENV: "production", ...env },
  });
  const ask = (question) =>
    new Promise((resolve, reject) => {
      const fail = (code) => reject(new Error(`${script} ended with ${code}`));
      child.once("exit", fail);
      child.once("message", (answer) => {
        child.off("exit", fail);
        resolve(answer);
      });
      if (question) child.send(question);
    });
  const { port } = await ask();
  return {
    port,
    /** CPU time of all its threads so far in microseconds, the most memory it has held, in MB, and its event loop's longest delay since asked last, in ms. */
    usage: () => ask("usage"),
    stop: () =>
      new Promise((resolve) => {
        child.once("exit", resolve);
        child.send("stop");
      }),
  };
}
