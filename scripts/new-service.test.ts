import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { languageCodes } from "~/platform/i18n/languages";
import { blocks } from "~/services/blocks";
import { processes, type Service, serviceSchema } from "~/services/service";
import { addToIndex, blockList, NewServiceError, writeService } from "./new-service";

const wanted = { id: "report-planted-weed", subject: "roads-and-parking", today: "2028-02-29" };

describe("npm run new:service", () => {
  let root: string;
  const read = (file: string) => readFileSync(join(root, file), "utf8");
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "myaccount-new-service-"));
    symlinkSync(resolve("node_modules"), join(root, "node_modules"));
    for (const folder of [
      "app/services",
      "app/platform/bodies.ts",
      ...languageCodes.map((lng) => `locales/${lng}/services`),
    ])
      cpSync(folder, join(root, folder), { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it("writes a definition that fits the schema, and puts it into the index", async () => {
    const files = writeService(root, wanted);
    expect(files).toHaveLength(2 + languageCodes.length);
    const { definitions } = (await import(pathToFileURL(join(root, "app/services/definitions/index.ts")).href)) as {
      definitions: Service[];
    };
    const made = definitions.find((one) => one.id === wanted.id);
    expect(serviceSchema.parse(made)).toMatchObject({
      processes: ["report"],
      subject: "roads-and-parking",
      owner: { reviewed: "2028-02-29", reviewBy: "2029-02-28" },
    });
    const ids = definitions.map((one) => one.id);
    expect(ids).toEqual([...ids].sort());
  });

  it("has a text for every step and question, and marks the languages that wait for theirs", () => {
    writeService(root, wanted);
    const english = JSON.parse(read("locales/en/services/report-planted-weed.json"));
    expect(english).toMatchObject({ title: "Report planted weed", questions: { place: {}, about: {} } });
    expect(Object.keys(english.questions), "what a block says is not repeated").toEqual(["place", "about"]);
    for (const lng of languageCodes.filter((code) => code !== "en"))
      expect(JSON.parse(read(`locales/${lng}/services/report-planted-weed.json`))).toEqual({
        untranslated: true,
        ...english,
      });
  });

  it.each(processes)("makes what the process %s cannot do without", async (verb) => {
    const [file] = writeService(root, { ...wanted, id: `${verb}-planted-weed` });
    const made = (await import(pathToFileURL(join(root, file!)).href)) as { default: Service };
    const { processes: kinds, fee, find, steps } = serviceSchema.parse(made.default);
    const slots = steps
      .flatMap((step) => (step.kind === "questions" ? step.questions : []))
      .filter((one) => one.type === "slot");
    expect([kinds, fee !== undefined, find !== undefined, slots.length]).toEqual([
      [verb],
      verb === "pay",
      verb === "find",
      verb === "book" ? 1 : 0,
    ]);
  });

  it.each([
    ["planted-weed", "roads-and-parking", /"planted-weed" cannot be the id .* such as report-graffiti/],
    ["report-Planted", "roads-and-parking", /lower-case words/],
    ["report-", "roads-and-parking", /cannot be the id/],
    ["../report-x", "roads-and-parking", /cannot be the id/],
    ["report-planted-weed", "walls", /no subject "walls".*benefits, business.*waste-and-recycling/],
    ["report-pothole", "housing", /There is a service report-pothole already: .*roads-and-parking/],
  ])("refuses %s in %s with a sentence, and writes nothing", (id, subject, sentence) => {
    const before = read("app/services/definitions/index.ts");
    expect(() => writeService(root, { ...wanted, id, subject })).toThrow(NewServiceError);
    expect(() => writeService(root, { ...wanted, id, subject })).toThrow(sentence);
    expect(read("app/services/definitions/index.ts")).toBe(before);
  });

  it("takes in blocks, and offers them all", async () => {
    const [file] = writeService(root, wanted);
    expect(read(file!)).toContain('{block:"contact"}');
    const made = (await import(pathToFileURL(join(root, file!)).href)) as { default: Service };
    expect(made.default.steps.at(-1)).toMatchObject({ kind: "questions", id: "contact", block: "contact" });
    const list = blockList(resolve("."));
    for (const { id } of blocks) expect(list).toContain(`  ${id} `);
    expect(list).toMatch(/contact +How we can contact you \/ Your name/);
  });

  it("keeps the index as it is but for the new lines", () => {
    const before = read("app/services/definitions/index.ts").split("\n");
    const after = addToIndex(before.join("\n"), wanted).split("\n");
    expect(after.filter((line) => !before.includes(line))).toEqual([
      'import reportPlantedWeed from "./roads-and-parking/report-planted-weed";',
      "  reportPlantedWeed,",
    ]);
    expect(before.filter((line) => !after.includes(line))).toEqual([]);
  });
});
