import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import rules from "../dependency-cruiser.config.mjs";

/** One import that each rule forbids, and one beside it that it allows. */
const planted: Record<string, { from: string; forbidden: string; allowed?: string }> = {
  routes: {
    from: "app/routes/planted.tsx",
    forbidden: "app/features/cases/records.server.ts",
    allowed: "app/features/cases/cases.server.ts",
  },
  flow: {
    from: "app/flow/planted.ts",
    forbidden: "app/integrations/smtp/smtp.server.ts",
    allowed: "db/schema/flow.ts",
  },
  "flow-steps": {
    from: "app/flow/planted-step.server.ts",
    forbidden: "app/features/kiosks/kiosks.server.ts",
    allowed: "app/features/cases/cases.server.ts",
  },
  features: {
    from: "app/features/bookings/planted.ts",
    forbidden: "db/schema/cases.ts",
    allowed: "db/schema/bookings.ts",
  },
  integrations: {
    from: "app/integrations/smtp/planted.ts",
    forbidden: "app/features/cases/cases.server.ts",
    allowed: "app/platform/clock.ts",
  },
  services: { from: "app/services/planted.ts", forbidden: "app/flow/engine.ts", allowed: "app/platform/clock.ts" },
  definitions: {
    from: "app/services/definitions/council/planted.ts",
    forbidden: "app/platform/clock.ts",
    allowed: "app/services/service.ts",
  },
  blocks: {
    from: "app/services/blocks/planted.ts",
    forbidden: "app/services/service.ts",
    allowed: "app/services/block.ts",
  },
  ui: { from: "app/ui/planted/planted.tsx", forbidden: "app/platform/clock.ts", allowed: "app/ui/button/button.tsx" },
  platform: {
    from: "app/platform/planted.ts",
    forbidden: "app/features/cases/cases.server.ts",
    allowed: "db/schema/flow.ts",
  },
  schema: { from: "db/schema/planted.ts", forbidden: "app/platform/clock.ts", allowed: "db/schema/flow.ts" },
  "no-tests-in-product": { from: "app/features/places/planted.ts", forbidden: "app/testing/browser.ts" },
};

describe("dependency rules", () => {
  let folder: string;
  let found: { rule: string; from: string; to: string }[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "myaccount-rules-"));
    const write = (path: string, text: string) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    for (const { from, forbidden, allowed } of Object.values(planted)) {
      for (const target of [forbidden, allowed]) if (target) write(target, "export const it = 1;\n");
      const up = "../".repeat(from.split("/").length - 1);
      write(
        from,
        [forbidden, allowed]
          .map((path, n) => path && `export { it as it${n} } from "${up}${path.replace(/\.tsx?$/, "")}";`)
          .join("\n"),
      );
    }
    write("app/platform/circle-a.ts", `import { b } from "./circle-b";\nexport const a = b;\n`);
    write("app/platform/circle-b.ts", `import { a } from "./circle-a";\nexport const b = a;\n`);
    write("app/flow/type-circle-a.ts", `import type { B } from "./type-circle-b";\nexport type A = { b?: B };\n`);
    write("app/flow/type-circle-b.ts", `import type { A } from "./type-circle-a";\nexport type B = { a?: A };\n`);
    const { tsConfig: _, ...options } = rules.options ?? {};
    const result = await cruise(["app", "db"], {
      ...options,
      baseDir: folder,
      ruleSet: { forbidden: rules.forbidden },
      validate: true,
    });
    found = (result.output as ICruiseResult).summary.violations.map(({ rule, from, to }) => ({
      rule: rule.name,
      from,
      to,
    }));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(Object.entries(planted))(
    "%s: the planted import is caught, the allowed one is not",
    (rule, { from, forbidden, allowed }) => {
      expect(found).toContainEqual({ rule, from, to: forbidden });
      if (allowed) expect(found.filter((one) => one.from === from).map((one) => one.to)).not.toContain(allowed);
    },
  );

  it.each(["app/platform/circle-a.ts", "app/flow/type-circle-a.ts"])(
    "no-cycles: a circle is caught, and one of types alone: %s",
    (from) => {
      expect(found).toContainEqual(expect.objectContaining({ rule: "no-cycles", from }));
    },
  );

  it("has a planted import for every rule", () => {
    const names = (rules.forbidden ?? []).map((rule) => rule.name);
    expect(names.sort()).toEqual([...Object.keys(planted), "no-cycles"].sort());
  });
});
