import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { schemaFile, serviceJsonSchema } from "./schema";

it("docs/service.schema.json is current: else run npm run schema", () => {
  expect(readFileSync(schemaFile, "utf8")).toBe(serviceJsonSchema());
});
