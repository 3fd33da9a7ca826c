// Finds a Chromium for the tests, or installs one: an installed one first, then Debian's package, then Playwright's own.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "./prepare.mjs";

const whole = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const onMac = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/**
 * The path of the Chromium that `CHROMIUM` names, else of an installed one; undefined where there is none, and Playwright looks for its own.
 * The same Chromium without windows takes a fifth less of the processor, but keeps no record of what was open:
 * who looks for such a record asks for the whole one, with `[]` for `first`.
 */
export function findChromium(first = ["chromium-headless-shell"], env = process.env) {
  const asked = env.CHROMIUM;
  if (asked && !existsSync(asked)) throw new Error(`CHROMIUM names ${asked}, which does not exist.`);
  if (asked) return asked;
  const folders = ["/usr/bin", ...(env.PATH ?? "").split(delimiter)];
  const places = [...first, ...whole].flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...places, onMac].find((path) => existsSync(path));
}

if (import.meta.url === `file://${process.argv[1]}` && !findChromium([])) {
  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync("/usr/bin/apt-get")) {
    console.log("Installing Chromium (apt-get install chromium chromium-headless-shell) ...");
    spawnSync("apt-get", ["update", "-qq"], { stdio: "inherit" });
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium", "chromium-headless-shell"], {
      stdio: "inherit",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  }
  if (!findChromium([])) run("playwright", ["install", "chromium"]);
}
