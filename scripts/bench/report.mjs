// The figures in words: on the screen, and in docs/performance.md.
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem, type } from "node:os";
import { pinned } from "./servers.mjs";

const file = "docs/performance.md";

export function printReport(figures) {
  console.log(`\n${report(figures)}`);
}

export const writeReport = (figures) => writeInto("figures", report(figures));

/** Puts figures into their place in the document; what people wrote around them stays. */
export function writeInto(place, figures) {
  const text = readFileSync(file, "utf8");
  const [from, until] = [new RegExp(`<!-- ${place}: .* -->`).exec(text)?.[0], `<!-- end of ${place} -->`];
  if (!from || !text.includes(until))
    throw new Error(`${file} has no place for the figures: put "<!-- ${place}: ... -->" and "${until}" into it.`);
  const [before, rest] = text.split(from);
  writeFileSync(file, `${before}${from}\n\n${figures}\n\n${until}${rest.split(until)[1]}`);
  console.log(`Written to ${file}.`);
}

function report(f) {
  const aims = [
    ["a journey's request, times the durable floor", f.journeyRatio.toFixed(1), "at most 7", f.journeyRatio <= 7],
    ["a question page, times the static floor", f.questionRatio.toFixed(1), "at most 15", f.questionRatio <= 15],
    [
      "journeys a second on one core, measured",
      f.journey.worksPerSecond.toFixed(0),
      "at least 60",
      f.journey.worksPerSecond >= 60,
    ],
    [`99 of 100 requests at ${f.clients} clients, ms`, f.journey.p99.toFixed(0), "below 100", f.journey.p99 < 100],
    ["memory at its most, MB", f.rss.toFixed(0), "below 300", f.rss < 300],
    [
      `with ${f.extraServices} more services and routes, times a question page without`,
      f.grownRatio.toFixed(2),
      "1",
      f.grownRatio < 1.15,
    ],
    ...weightAims(f.weights),
  ];
  const loads = [
    ["journey, per request", f.journey],
    ["question page", f.question],
    ["question page, compressed", f.compressed],
    ["static floor", f.static],
    ["durable floor", f.durable],
  ];
  return [
    `${new Date().toISOString().slice(0, 10)}, ${machine()}`,
    `Medians of ${f.rounds} ${f.rounds === 1 ? "round" : "rounds"}. A ratio compares the two within a round.`,
    table(
      ["Aim", "Measured", "Wanted", ""],
      aims.map(([what, value, wanted, met]) => [what, value, wanted, met ? "met" : "**not met**"]),
    ),
    table(
      ["Load", "CPU a request, µs", "requests a second", "p50, ms", "p99, ms"],
      loads.map(([what, one]) => [
        what,
        one.cpu.toFixed(0),
        one.perSecond.toFixed(0),
        one.p50.toFixed(1),
        one.p99.toFixed(1),
      ]),
    ),
    `A journey has ${Math.round(f.journey.cpuPerWork / f.journey.cpu)} requests and costs ${(f.journey.cpuPerWork / 1000).toFixed(1)} ms of CPU: ` +
      `${f.journey.worksPerCore.toFixed(0)} a second for a core that never waits. The question page has ${f.pageBytes} bytes of HTML.`,
    "One reader alone, per request:",
    table(
      ["Kind of request", "in a journey", "p50, ms"],
      f.kinds.map(({ kind, many, p50 }) => [kind, many.toFixed(0), p50.toFixed(2)]),
    ),
    ...(f.weights
      ? [
          "A first visit in Chromium, nothing cached (transferred, with headers):",
          table(
            ["Page", "requests", "KB", "of which HTML, KB"],
            f.weights.map(({ kind, requests, bytes, pageBytes }) => [kind, String(requests), kb(bytes), kb(pageBytes)]),
          ),
        ]
      : []),
  ].join("\n\n");
}

function weightAims(weights) {
  const question = weights?.find(({ kind }) => kind === "question");
  if (!question) return [];
  return [
    ["first visit to a question page, KB", kb(question.bytes), "at most 40", question.bytes <= 40 * 1024],
    ["its requests", String(question.requests), "at most 5", question.requests <= 5],
  ];
}

const kb = (bytes) => (bytes / 1024).toFixed(1);

export function machine() {
  const cores = cpus().length;
  const pins = pinned ? "server on core 0, client on the others" : "servers not pinned to a core";
  return `${cpus()[0]?.model ?? "unknown CPU"}, ${cores} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GB, ${type()}, Node ${process.versions.node}; ${pins}.`;
}

export function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n");
}
