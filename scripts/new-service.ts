// npm run new:service -- report-graffiti --subject roads-and-parking: the files of a new service, from a small template.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { languageCodes } from "~/platform/i18n/languages";
import { type BlockId, blocks } from "~/services/blocks";
import { type defineService, type Process, processes } from "~/services/service";
import { run } from "./support/prepare.mjs";

const usage = "npm run new:service -- report-graffiti --subject roads-and-parking";
const definitions = "app/services/definitions";
const indexFile = `${definitions}/index.ts`;

/** What keeps a service from being made. Its message is for the person who asked for it. */
export class NewServiceError extends Error {
  override name = "NewServiceError";
}

export interface Wanted {
  id: string;
  subject: string;
  /** `YYYY-MM-DD`: the content counts as reviewed on this day, and is to be reviewed again in a year. */
  today: string;
}

/**
 * Writes the definition of a new service, its texts in every language and its line in the index.
 * The other languages get the English texts, marked `"untranslated": true`: a text that English has
 * not got, so that the test of the texts fails until they are translated and the mark is gone.
 * @param root the folder that holds `app` and `locales`
 * @returns the files it wrote, below `root`: the definition, the index, then the texts, English first
 * @throws NewServiceError with a sentence, before anything is written
 */
export function writeService(root: string, wanted: Wanted): string[] {
  check(root, wanted);
  const { id, subject } = wanted;
  const files: [string, string][] = [
    [`${definitions}/${subject}/${id}.ts`, definitionOf(wanted)],
    [indexFile, addToIndex(readFileSync(join(root, indexFile), "utf8"), { id, subject })],
    ...languageCodes.map((lng): [string, string] => {
      const texts = lng === "en" ? textsOf(id) : { untranslated: true, ...textsOf(id) };
      return [`locales/${lng}/services/${id}.json`, `${JSON.stringify(texts, null, 2)}\n`];
    }),
  ];
  for (const [file, content] of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), content);
  }
  return files.map(([file]) => file);
}

function check(root: string, { id, subject }: Wanted): void {
  const verbs = processes.join(", ");
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(id) || !processes.some((verb) => id.startsWith(`${verb}-`)))
    throw new NewServiceError(
      `"${id}" cannot be the id of a service: it is lower-case words joined by hyphens, and the first word is one of ${verbs}, such as report-graffiti.`,
    );
  const subjects = subjectsOf(root);
  if (!subjects.includes(subject))
    throw new NewServiceError(
      `There is no subject "${subject}". Known subjects: ${subjects.join(", ")}. For a new subject, make its folder in ${definitions} first.`,
    );
  const there = [
    ...subjects.map((one) => `${definitions}/${one}/${id}.ts`),
    ...languageCodes.map((lng) => `locales/${lng}/services/${id}.json`),
  ].find((file) => existsSync(join(root, file)));
  if (there) throw new NewServiceError(`There is a service ${id} already: ${there}.`);
}

const subjectsOf = (root: string): string[] =>
  readdirSync(join(root, definitions), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

type Definition = Parameters<typeof defineService>[0];

/** What each kind of service asks at first, and what its process cannot do without. */
const shapes: Record<Process, { asks: (BlockId | keyof typeof own)[]; more: Partial<Definition> }> = {
  report: { asks: ["place", "about", "photos", "contact"], more: { standard: { workingDays: 5 } } },
  request: { asks: ["address", "about", "contact"], more: { standard: { workingDays: 5 } } },
  apply: { asks: ["address", "about", "photos", "contact"], more: { standard: { workingDays: 10 } } },
  book: { asks: ["about", "slot", "contact"], more: { settledBy: "booking" } },
  pay: {
    asks: ["about", "receipt"],
    more: { fees: { standard: 1000 }, fee: { var: "fees.standard" }, settledBy: "payment" },
  },
  find: { asks: ["address"], more: { find: { source: "collections", by: "address" } } },
};

type DefinitionStep = Definition["steps"][number];
const page = (id: string, question: Extract<DefinitionStep, { kind: "questions" }>["questions"][number]) =>
  ({ kind: "questions", id, questions: [question] }) satisfies DefinitionStep;

/** What is the service's own; anything else that is asked is the block of that name. */
const own = {
  place: page("place", { type: "location", id: "place" }),
  address: page("address", { type: "address", id: "address", borough: true, fact: { key: "address" } }),
  about: page("about", { type: "textarea", id: "about", maxLength: 1000 }),
  slot: page("slot", { type: "slot", id: "slot", resource: "advisor-civic-centre" }),
};
const isBlock = (name: BlockId | keyof typeof own): name is BlockId => !(name in own);

function definitionOf({ id, subject, today }: Wanted): string {
  const { asks, more } = shapes[processOf(id)];
  const definition: Definition = {
    id,
    version: 1,
    processes: [processOf(id)],
    subject,
    audience: ["resident"],
    signIn: "optional",
    minutes: 3,
    steps: asks.map((name) => (isBlock(name) ? { block: name } : own[name])),
    ...more,
    team: "contact-centre",
    related: [],
    owner: { team: "contact-centre", reviewed: today, reviewBy: inAYear(today) },
  };
  // Names of properties stand bare, as everywhere in the code.
  const source = JSON.stringify(definition).replace(/"(\w+)":/g, "$1:");
  return `import { defineService } from "../../service";\n\nexport default defineService(${source});\n`;
}

const processOf = (id: string) => id.split("-")[0] as Process;
const inAYear = (date: string) => `${Number(date.slice(0, 4)) + 1}${date.slice(4).replace("-02-29", "-02-28")}`;

const words: Record<keyof typeof own, object> = {
  place: { label: "Where is it?", hint: "Give a street, a postcode or a place nearby.", short: "Place" },
  address: { label: "Which address is it about?", short: "Address" },
  about: { label: "What should we know?", short: "Details", required: "Tell us what we should know" },
  slot: { label: "When would you like to come?" },
};

/** English that can be shown as it is, to be replaced by the service's own words. */
function textsOf(id: string): object {
  const [verb, ...others] = id.split("-");
  const { asks, more } = shapes[processOf(id)];
  return {
    title: `${verb![0]!.toUpperCase()}${verb!.slice(1)} ${others.join(" ")}`,
    summary: `What this service does about ${others.join(" ")}, in one sentence.`,
    keywords: others.join(" "),
    need: [],
    questions: Object.fromEntries(asks.flatMap((name) => (isBlock(name) ? [] : [[name, words[name]]]))),
    ...(more.fees ? { money: { standard: "Fee" } } : {}),
    next: ["We pass it on to the team that deals with it.", "We deal with it, and tell you when it is done."],
    ...(more.standard ? { promise: "We will deal with it by {{date}}." } : {}),
    outcome: "We have dealt with what you told us.",
    data: "We use what you tell us to deal with it, and your contact details only to tell you about it.",
  };
}

interface Entry {
  id: string;
  subject: string;
}

/** The index with one service more. It is written anew, sorted: imports by folder and file, the list by id. */
export function addToIndex(index: string, added: Entry): string {
  const known = [...index.matchAll(/^import \w+ from "\.\/([^/]+)\/([^"]+)";$/gm)];
  const all = [...known.map(([, subject, id]) => ({ id: id!, subject: subject! })), added];
  const imports = all.sort(byFolder).map(({ id, subject }) => `import ${variable(id)} from "./${subject}/${id}";`);
  const names = all.map(({ id }) => variable(id)).sort();
  const list = names.map((name) => `  ${name},`).join("\n");
  return `${imports.join("\n")}

/** Every service of the portal, by id. */
export const definitions = [
${list}
];
`;
}

const byFolder = (a: Entry, b: Entry) => compare(a.subject, b.subject) || compare(a.id, b.id);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const variable = (id: string) => id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

interface BlockWords {
  steps?: Record<string, { title: string }>;
  questions?: Record<string, { label?: string; short?: string }>;
}

/** Each block, and what it asks in English. */
export function blockList(root: string): string {
  return blocks
    .map(({ id }) => {
      const file = join(root, `locales/en/blocks/${id}.json`);
      const { steps = {}, questions = {} } = JSON.parse(readFileSync(file, "utf8")) as BlockWords;
      const said = [
        ...Object.values(steps).map(({ title }) => title),
        ...Object.values(questions).map(({ label, short }) => label ?? short ?? ""),
      ];
      return `  ${id.padEnd(20)} ${said.filter(Boolean).join(" / ")}`;
    })
    .join("\n");
}

function main(): void {
  const { values, positionals } = parseArgs({ options: { subject: { type: "string" } }, allowPositionals: true });
  const [id] = positionals;
  if (!id || !values.subject || positionals.length > 1) throw new NewServiceError(`Use it like this: ${usage}`);
  const today = new Date().toISOString().slice(0, 10);
  const [definition, index, english, ...others] = writeService(resolve("."), { id, subject: values.subject, today });
  run("biome", ["check", "--write", "--log-level=warn", definition!, index!, english!, ...others]);
  console.log(`Made ${id}. Now:
  1. Say what it asks, which team it goes to and by when:  ${definition}
  2. Write its words:  ${english}
  3. Translate them, and take the line "untranslated" out:
${others.map((file) => `       ${file}`).join("\n")}
  4. Run npm test. docs/adding-a-service.md explains each part.

What many services ask need not be written again. Take in a block as { block: "contact" }:
${blockList(resolve("."))}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  try {
    main();
  } catch (error) {
    const expected =
      error instanceof NewServiceError || String((error as { code?: string }).code).startsWith("ERR_PARSE");
    console.error(expected ? (error as Error).message : error);
    process.exitCode = 1;
  }
