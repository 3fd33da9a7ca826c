import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The Chromium of this machine: the one that `CHROMIUM` names, else an installed one; undefined leaves it to Playwright's own. */
export function findChromium(env = process.env): string | undefined {
  const asked = env["CHROMIUM"];
  if (asked && !existsSync(asked)) throw new Error(`CHROMIUM names ${asked}, which does not exist.`);
  if (asked) return asked;
  const folders = ["/usr/bin", ...(env["PATH"] ?? "").split(delimiter)];
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path));
}
