// npm run words: how many words each service says in each language: its own, those of blocks, and both.
import { readLocales } from "~/platform/i18n/i18n.server";
import { languageCodes } from "~/platform/i18n/languages";
import { definitions } from "~/services/definitions";
import { withBlockWords } from "~/services/words.server";

const own = readLocales();
const all = withBlockWords(own);

function countWords(value: unknown): number {
  if (typeof value === "string") return value.split(/\s+/).filter(Boolean).length;
  return value && typeof value === "object"
    ? Object.values(value).reduce((sum: number, one) => sum + countWords(one), 0)
    : 0;
}

const rows = definitions.map(({ id }) =>
  languageCodes.map((lng) => {
    const total = countWords(all[lng][`services/${id}`]);
    const mine = countWords(own[lng][`services/${id}`]);
    return { mine, total };
  }),
);
const show = (cells: { mine: number; total: number }[]) =>
  cells.map(({ mine, total }) => `${mine} + ${total - mine} = ${total}`.padEnd(24)).join("");
const name = (text: string) => text.padEnd(30);

console.log(`${name("own + from blocks = total")}${languageCodes.map((lng) => lng.padEnd(24)).join("")}`);
for (const [index, { id }] of definitions.entries()) console.log(`${name(id)}${show(rows[index]!)}`);
const each = (pick: "mine" | "total") =>
  languageCodes.map((_lng, index) => rows.reduce((sum, row) => sum + row[index]![pick], 0));
const [mine, total] = [each("mine"), each("total")];
const sums = languageCodes.map((_lng, index) => ({ mine: mine[index]!, total: total[index]! }));
const average = (sum: number) => Math.round(sum / definitions.length);
console.log(`${name("all services")}${show(sums)}`);
console.log(`${name("a service")}${show(sums.map((sum) => ({ mine: average(sum.mine), total: average(sum.total) })))}`);
