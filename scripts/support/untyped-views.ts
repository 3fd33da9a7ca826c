import { basename, resolve } from "node:path";
import ts from "typescript";

/**
 * Where a page reads a view that the compiler knows nothing of, such as that of an action which is said to answer with
 * any `Response`: page and loader could drift apart without a word.
 * @param planted a further route to look at, by its text
 */
export function findUntypedViews(planted?: { name: string; text: string }): string[] {
  const { config } = ts.readConfigFile("tsconfig.json", ts.sys.readFile);
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, resolve());
  const routes = fileNames.filter((file) => /\/app\/(root|routes\/[^/]+)\.tsx$/.test(file));
  const extra = planted && resolve("app/routes", planted.name);
  if (extra) routes.push(extra);
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile } = host;
  host.fileExists = (file) => file === extra || fileExists(file);
  host.getSourceFile = (file, target, ...rest) =>
    file === extra && planted
      ? ts.createSourceFile(file, planted.text, target, true, ts.ScriptKind.TSX)
      : getSourceFile(file, target, ...rest);
  // Vite's settings tell the types of single fetch.
  const { incremental: _, tsBuildInfoFile: __, ...once } = options;
  const program = ts.createProgram([...routes, resolve("vite.config.ts")], once, host);
  const checker = program.getTypeChecker();
  const untyped: string[] = [];
  for (const file of routes) {
    const source = program.getSourceFile(file)!;
    const look = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && /^use(Loader|Action)Data$/.test(node.expression.getText(source))) {
        const { flags } = checker.getTypeAtLocation(node);
        if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown))
          untyped.push(`${basename(file)}: ${node.getText(source)}`);
      }
      ts.forEachChild(node, look);
    };
    look(source);
  }
  return untyped;
}
