// Brings a checkout to where it can run: dependencies, then the build. Runs on any Node from 20 on, and needs nothing installed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const bin = join(root, "node_modules/.bin");
const builder = join(root, "node_modules/@remix-run/dev/dist/cli.js");
const stamps = join(root, "node_modules/.cache/myaccount");

/** The project's own Node, where npm has brought it; else the one that runs this. */
export function nodePath() {
  const own = join(bin, process.platform === "win32" ? "node.exe" : "node");
  return existsSync(own) ? own : process.execPath;
}

/** How Node serves the portal. Many short-lived objects and few that stay: a small young generation saves 100 MB, at no cost. */
export const serveFlags = ["--enable-source-maps", "--max-semi-space-size=8"];

/** The environment in which the project's own Node and tools come first. */
export const ownEnv = (extra = {}) => ({
  ...process.env,
  PATH: `${bin}${process.platform === "win32" ? ";" : ":"}${process.env.PATH}`,
  ...extra,
});

/** Runs a command in the project's folder and ends this process where it fails. */
export function run(command, args, env = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    env: ownEnv(env),
    shell: process.platform === "win32",
  });
  if (error) console.error(`${command} could not be started: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

/** Installs what package-lock.json names, unless that was done since it last changed: npm writes its own list at the end. */
export function install() {
  const done = join(root, "node_modules/.package-lock.json");
  const isFresh = existsSync(done) && statSync(done).mtimeMs >= statSync(join(root, "package-lock.json")).mtimeMs;
  if (isFresh && existsSync(builder)) return;
  console.log("Installing what the portal needs (npm ci) ...");
  // In production npm leaves out by itself what the build needs.
  run("npm", ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"]);
}

/** What the build is made from. */
const sources = [
  "app",
  "db/schema",
  "public",
  "vite.config.ts",
  "remix.config.js",
  "package-lock.json",
  "tsconfig.json",
  "scripts/support/precompress.mjs",
];

/** Builds the portal, unless nothing it is made from has changed since. */
export function build() {
  const wanted = hashTimes(sources.map((source) => join(root, source)));
  if (existsSync(join(root, "build/server/index.js")) && readStamp("built") === wanted) return;
  console.log("Building the portal ...");
  run(nodePath(), [builder, "vite:build", "--logLevel", "warn"], {
    NODE_ENV: "production",
  });
  run(nodePath(), [join(root, "scripts/support/precompress.mjs")]);
  writeStamp("built", wanted);
}

/** Sizes and times tell of a change faster than reading every file does. */
function hashTimes(paths) {
  const hash = createHash("sha256");
  const walk = (path) => {
    const stat = statSync(path);
    if (stat.isDirectory()) for (const name of readdirSync(path).sort()) walk(join(path, name));
    else if (!/\.test\.tsx?$/.test(path)) hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`);
  };
  paths.forEach(walk);
  return hash.digest("hex");
}

function readStamp(name) {
  const file = join(stamps, name);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

function writeStamp(name, value) {
  mkdirSync(stamps, { recursive: true });
  writeFileSync(join(stamps, name), value);
}
