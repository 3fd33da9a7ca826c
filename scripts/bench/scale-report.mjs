// The figures of both sizes in words.
import { machine, table } from "./report.mjs";

/** A page may take twice its time; where that is a few ms, a neighbour on the machine takes one more. */
const most = 2;
const slackMs = 1;
/** How long everybody may wait for what the worker does, or for somebody's file. */
const stallMs = 100;

export function scaleReport({ sizes, figures, files, started, stalls }) {
  const [few, many] = sizes.map((size) => `${size.toLocaleString("en-GB")} cases`);
  const judge = (isMet) => (isMet ? "met" : "**not met**");
  const [before, now] = stalls;
  return [
    `${new Date().toISOString().slice(0, 10)}, ${machine()}`,
    "Median ms of a request, one reader alone. The aim is at most twice the time.",
    table(
      ["Page", few, many, "ratio", ""],
      figures.map(({ name, ms: [small, large] }) => [
        ...[name, small.toFixed(1), large.toFixed(1), (large / small).toFixed(1)],
        judge(large <= Math.max(most * small, small + slackMs)),
      ]),
    ),
    "Median ms of a file, which may take as long as it is, and for how long everybody else waited at most meanwhile.",
    table(
      ["File", few, "others", many, "others", ""],
      files.map(({ name, ms, stalls: [small, large] }) => [
        ...[name, ms[0].toFixed(0), small.toFixed(0), ms[1].toFixed(0), large.toFixed(0)],
        judge(large <= Math.max(stallMs, small)),
      ]),
    ),
    `The portal stood after ${started.map((ms) => (ms / 1000).toFixed(1)).join(" and ")} s. While its worker removed what was overdue, ` +
      `everybody else waited for at most ${before.toFixed(0)} and ${now.toFixed(0)} ms (at most ${stallMs} wanted: ${judge(now <= stallMs)}).`,
  ].join("\n\n");
}
