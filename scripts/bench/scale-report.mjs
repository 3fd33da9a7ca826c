// The figures of both sizes in words: on the screen, and in docs/performance.md.
import { readFileSync, writeFileSync } from "node:fs";

const file = "docs/performance.md";
const [from, until] = ["<!-- scale: npm run bench -- --scale --write -->", "<!-- end of scale -->"];
const most = 2;
/** Where a page takes a few ms, a neighbour on the machine doubles it. */
const slackMs = 1;

export function printScale({ figures, sizes, started, write }) {
  const [few, many] = sizes.map((size) => size.toLocaleString("en-GB"));
  const rows = figures.map(({ name, ms: [small, large] }) => {
    const isMet = large <= Math.max(most * small, small + slackMs);
    return `| ${[name, small.toFixed(1), large.toFixed(1), (large / small).toFixed(1), isMet ? "met" : "**not met**"].join(" | ")} |`;
  });
  const text = [
    `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}: median ms of a request, one reader alone. The aim is at most twice the time.`,
    [`| Page | ${few} cases | ${many} cases | ratio |  |`, "| --- | ---: | ---: | ---: | ---: |", ...rows].join("\n"),
    `The portal stood after ${started.map((ms) => (ms / 1000).toFixed(1)).join(" and ")} s.`,
  ].join("\n\n");
  console.log(`\n${text}`);
  if (!write) return;
  const [before, rest] = readFileSync(file, "utf8").split(from);
  const after = rest?.split(until)[1];
  if (after === undefined)
    throw new Error(`${file} has no place for the figures: put "${from}" and "${until}" into it.`);
  writeFileSync(file, `${before}${from}\n\n${text}\n\n${until}${after}`);
}
