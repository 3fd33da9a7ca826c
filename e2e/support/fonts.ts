import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";

const dejavu = dirname(createRequire(import.meta.url).resolve("dejavu-fonts-ttf/package.json"));

/** The environment in which Chromium, on Linux, finds DejaVu from npm and nothing else. */
export function fontsFromNpm(): Record<string, string> {
  const folder = resolve("node_modules/.cache/myaccount/fonts");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "fonts.conf");
  const families = ["sans-serif", "serif", "monospace"].map(
    (name) => `<alias><family>${name}</family><prefer><family>DejaVu Sans</family></prefer></alias>`,
  );
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(dejavu, "ttf")}</dir><cachedir>${folder}</cachedir>${families.join("")}</fontconfig>`,
  );
  return { FONTCONFIG_FILE: file };
}
