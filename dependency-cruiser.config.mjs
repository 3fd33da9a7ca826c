// Which way imports point: the table of docs/architecture.md, enforced by `npm run check`.
// `scripts/dependency-rules.test.ts` plants a violation of each rule and sees it caught.

const test = "\\.(test|fixtures)\\.tsx?$|/testing/|testing\\.server\\.ts$";
const only = (name, comment, from, to) => ({
  name,
  comment,
  severity: "error",
  from: { pathNot: test, ...from },
  to: { path: "^(app|db)/", pathNot: to },
});
/** Another feature is entered by its door: the file named after its folder. */
const featureDoors = "^app/features/(?<feature>[^/]+)/\\k<feature>(\\.server)?\\.tsx?$";
const platform = "^app/platform/";

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Circles hide who owns what, those of types alone too.",
      severity: "error",
      from: { pathNot: test },
      to: { circular: true },
    },
    only("routes", "Routes are doors: context, flow, services, ui and feature doors.", { path: "^app/routes/" }, [
      platform,
      "^app/(context|settlement|visits)\\.server\\.ts$",
      "^app/(flow|services|ui|routes)/",
      featureDoors,
      "^app/integrations/(?<integration>[^/]+)/\\k<integration>(\\.server)?\\.tsx?$",
    ]),
    only("flow", "Flow uses feature doors, services, ui, platform and its own tables.", { path: "^app/flow/" }, [
      "^app/(flow|services|ui)/",
      platform,
      featureDoors,
      "^db/schema/(flow|kit)\\.ts$",
    ]),
    {
      name: "flow-steps",
      comment: "The steps of the flow name no feature but the cases they lead to: features join them as parts.",
      severity: "error",
      from: { path: "^app/flow/[^/]+$", pathNot: `^app/flow/(done|facts|find|offer|sharing)\\.server\\.ts$|${test}` },
      to: { path: "^app/features/", pathNot: "^app/features/cases/" },
    },
    only(
      "features",
      "A feature uses other features' doors, services, integrations, ui, platform and its own tables.",
      { path: "^app/features/([^/]+)/" },
      ["^app/features/$1/", featureDoors, "^app/(services|integrations|ui)/", platform, "^db/schema/($1|kit)\\.ts$"],
    ),
    only(
      "integrations",
      "An integration knows the platform and nothing of the council.",
      { path: "^app/integrations/([^/]+)/" },
      ["^app/integrations/$1/", platform, "^db/schema/($1|kit)\\.ts$"],
    ),
    only(
      "services",
      "Services are data: they use the platform, and the catalogue its settings.",
      { path: "^app/services/", pathNot: `^app/services/(definitions|blocks)/|${test}` },
      ["^app/services/", platform, "^db/schema/services\\.ts$"],
    ),
    only(
      "definitions",
      "A definition imports only service.ts.",
      { path: "^app/services/definitions/", pathNot: `definitions/index\\.ts$|${test}` },
      ["^app/services/service\\.ts$"],
    ),
    only(
      "blocks",
      "A block imports only block.ts.",
      { path: "^app/services/blocks/", pathNot: `blocks/index\\.ts$|${test}` },
      ["^app/services/block\\.ts$"],
    ),
    only("ui", "Components know nothing but each other.", { path: "^app/ui/" }, ["^app/ui/"]),
    only("platform", "The platform stands below everything else.", { path: platform }, [platform, "^db/schema/"]),
    only("schema", "Tables know drizzle and each other.", { path: "^db/schema/" }, ["^db/schema/"]),
    {
      name: "no-tests-in-product",
      comment: "What is for tests stays in tests.",
      severity: "error",
      from: { path: "^(app|db)/", pathNot: test },
      to: { path: test },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".js", ".mjs"] },
  },
};
