import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkSync } from "recheck";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const isForTests = (file: string) => /\.test\.tsx?$|\/testing\//.test(file);
const files = globSync("{app,db}/**/*.{ts,tsx}", { cwd: root }).filter((file) => !isForTests(file));

/**
 * What is wrong with a pattern that may take longer than its text is long, or that nobody could tell of.
 * @see https://makenowjust-labs.github.io/recheck/
 */
function faultsOf(literal: string): string[] {
  const end = literal.lastIndexOf("/");
  const found = checkSync(literal.slice(1, end), literal.slice(end + 1), { timeout: 20_000 });
  if (found.status === "safe") return [];
  return [`${literal}: ${found.status === "vulnerable" ? found.complexity.summary : found.error.kind}`];
}

/** Every regular expression of a file, and each that is put together while the portal runs. */
function patternsOf(file: string): { literals: string[]; made: string[] } {
  const found = { literals: [] as string[], made: [] as string[] };
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) found.literals.push((node as ts.LiteralExpression).text);
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === "RegExp")
      found.made.push(`${file}: ${node.getText()}`);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(join(root, file), "utf8"), ts.ScriptTarget.Latest, true));
  return found;
}

describe("the patterns that the portal looks for", () => {
  it("take no longer than the text is long, whatever a stranger sends", () => {
    const literals = new Set(files.flatMap((file) => patternsOf(file).literals));
    expect(literals.size).toBeGreaterThan(100);
    expect([...literals].flatMap(faultsOf)).toEqual([]);
  });

  it("are written down where this can read them: none but these are made of what they find", () => {
    expect(files.flatMap((file) => patternsOf(file).made)).toEqual([
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source
      "app/platform/http/markup.server.ts: new RegExp(`${mark}(\\\\d+)\\u2060`)",
    ]);
  });

  it.each([String.raw`/\s*\n\s*/g`, String.raw`/\s+$/`, "/(a+)+b/", String.raw`/^(\w|\d)*$/`])(
    "would be refused: %s",
    (literal) => expect(faultsOf(literal)).toHaveLength(1),
  );
});
