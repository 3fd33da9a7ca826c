import { spawn } from "node:child_process";
import { once } from "node:events";
import { nodePath, root } from "./prepare.mjs";

/**
 * Starts the server of `postgres.ts` and waits for its port.
 * @returns {Promise<{ url(database: string): string, stop(): Promise<void> }>}
 */
export async function startPostgres() {
  const server = spawn(nodePath(), ["node_modules/tsx/dist/cli.mjs", "scripts/support/postgres.ts"], {
    cwd: root,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = once(server, "exit");
  const port = await Promise.race([
    once(server.stdout, "data").then(([said]) => String(said).trim()),
    ended.then(([code]) => Promise.reject(new Error(`PostgreSQL for the tests did not start (exit ${code}).`))),
  ]);
  return {
    url: (database) => `postgres://postgres:postgres@127.0.0.1:${port}/${database}`,
    stop: async () => {
      server.stdin.end();
      await ended;
    },
  };
}
