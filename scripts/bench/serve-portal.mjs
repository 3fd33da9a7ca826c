// The production build as it is, or with many more services and routes than a council has.
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { answerUsage } from "./answer-usage.mjs";

const extra = Number(process.argv[2] ?? 0);
const bundle = new URL("../../build/server/", import.meta.url);
const build = extra > 0 ? await import(growServices()) : await import(new URL("index.js", bundle));
const portal = await build.entry.module.startPortal(extra > 0 ? growRoutes(build) : build);
answerUsage(Number(new URL(portal.address).port), () => portal.stop());

/** A copy of the bundle whose catalogue has so many services more: copies of the real ones under other ids. */
function growServices() {
  const grown = new URL("../../build/server-grown/", import.meta.url);
  rmSync(grown, { recursive: true, force: true });
  cpSync(bundle, grown, { recursive: true });
  const list = /^const definitions = \[[\s\S]*?^\];$/m;
  const chunks = readdirSync(new URL("assets/", grown)).map((name) => new URL(`assets/${name}`, grown));
  const chunk = chunks.find((file) => file.href.endsWith(".js") && list.test(readFileSync(file, "utf8")));
  if (!chunk) throw new Error("The list of definitions was not found in the build: look at serve-portal.mjs.");
  const grow = `for (let i = 0, many = definitions.length; i < ${extra}; i++)
    definitions.push({ ...definitions[i % many], id: definitions[i % many].id + "-" + i });`;
  writeFileSync(
    chunk,
    readFileSync(chunk, "utf8").replace(list, (found) => `${found}\n${grow}`),
  );
  return new URL("index.js", grown);
}

/** As many routes more, none of which is asked for. */
function growRoutes(build) {
  const routes = { ...build.routes };
  const known = { ...build.assets.routes };
  const [model, manifest] = [build.routes["routes/service-step"], build.assets.routes["routes/service-step"]];
  for (let i = 0; i < extra; i++) {
    const own = { id: `routes/extra-${i}`, path: `extra-${i}/:service/:step` };
    routes[own.id] = { ...model, ...own };
    known[own.id] = { ...manifest, ...own };
  }
  return { ...build, routes, assets: { ...build.assets, routes: known } };
}
