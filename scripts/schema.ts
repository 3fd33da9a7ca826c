// npm run schema: publishes what a definition may hold as docs/service.schema.json, for editors and for other tools.
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { definitionSchema } from "~/services/service";

export const schemaFile = resolve("docs/service.schema.json");

/** The JSON Schema of a definition as it is written, before its defaults are filled in. */
export function serviceJsonSchema(): string {
  const schema = z.toJSONSchema(definitionSchema, { io: "input", reused: "ref" });
  const about = { title: "A service of MyAccount", description: "See docs/adding-a-service.md." };
  return `${JSON.stringify({ ...about, ...schema }, null, 2)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(schemaFile, serviceJsonSchema());
  console.log(`Wrote ${schemaFile}`);
}
