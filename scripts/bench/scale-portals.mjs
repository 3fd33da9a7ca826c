// The portals that a scale is measured on: the same demo with more and more cases, on SQLite or PostgreSQL.
import { spawnSync } from "node:child_process";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { nodePath } from "../support/prepare.mjs";
import { connect } from "./connect.mjs";
import { settings, startServer } from "./servers.mjs";

/**
 * @param server the address of a PostgreSQL database whose superuser may make others beside it; without it, SQLite
 * @returns how to make, start and remove each
 */
export function scalePortals(folder, server) {
  const databaseOf = (name) => `myaccount_bench_${name}`;
  const addressOf = (name) => Object.assign(new URL(server), { pathname: databaseOf(name) }).href;
  const placeOf = (name) => (server ? addressOf(name) : join(folder, name, "portal.sqlite"));
  const start = (name) =>
    startServer("./serve-portal.mjs", {
      env: { ...settings(folder, name), ...(server ? { DATABASE_URL: addressOf(name) } : {}) },
    });
  const onServer = async (...statements) => {
    if (!server) return;
    const { rows, close } = await connect(server);
    for (const statement of statements) await rows(statement);
    await close();
  };
  const drop = (names) => onServer(...names.map((name) => `drop database if exists ${databaseOf(name)}`));

  return {
    placeOf,
    start,
    makeAll: async (sizes) => {
      console.log("Making the demo ...");
      await drop(["demo", ...sizes]);
      await onServer(`create database ${databaseOf("demo")}`);
      await (await start("demo")).stop();
      for (const many of sizes) {
        cpSync(join(folder, "demo"), join(folder, String(many)), { recursive: true });
        await onServer(`create database ${databaseOf(many)} template ${databaseOf("demo")}`);
        fill(placeOf(String(many)), many);
      }
      await onServer("checkpoint");
      // What was filled is on the disk before anything is measured: gigabytes still being written would be waited for.
      spawnSync("sync");
    },
    removeAll: (sizes) => drop(["demo", ...sizes]),
  };
}

function fill(place, many) {
  const began = performance.now();
  const script = new URL("fill.ts", import.meta.url).pathname;
  const { status } = spawnSync(nodePath(), ["--import", "tsx", script, place, String(many)], { stdio: "inherit" });
  if (status !== 0) throw new Error("The database could not be filled.");
  console.log(`${many.toLocaleString("en-GB")} cases filled in ${((performance.now() - began) / 1000).toFixed(0)} s.`);
}
