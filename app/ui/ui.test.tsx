import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { ComponentType } from "react";
import { renderToString } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { notUsed } from "./components.ts";
import { LocaleProvider } from "./locale/locale.tsx";
import { adapt } from "./testing/adapt-fixture.ts";
import { adapters, cannotApply } from "./testing/adapters.ts";
import { speak } from "./testing/locales.ts";
import { normaliseHtml } from "./testing/normalise-html.ts";

interface Fixture {
  name: string;
  options: Record<string, unknown>;
  html: string;
}

const root = join(dirname(createRequire(import.meta.url).resolve("govuk-frontend")), "components");
const govukComponents = readdirSync(root).filter((name) => existsSync(join(root, name, "fixtures.json")));
const used = govukComponents.filter((name) => !(name in notUsed));
const modules = import.meta.glob<Record<string, unknown>>("./*/*.tsx", { eager: true });

const toPascal = (name: string): string => name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
const readFixtures = (name: string): Fixture[] =>
  JSON.parse(readFileSync(join(root, name, "fixtures.json"), "utf8")).fixtures;
const findComponent = (name: string) =>
  modules[`./${name}/${name}.tsx`]?.[toPascal(name)] as ComponentType<Record<string, unknown>> | undefined;

function render(Component: ComponentType<Record<string, unknown>>, props: Record<string, unknown>): string {
  return renderToString(
    <LocaleProvider value={speak("en")}>
      <Component {...props} />
    </LocaleProvider>,
  );
}

it.each(govukComponents)("%s is implemented, or known to be left out", (name) => {
  expect(!!findComponent(name)).toBe(!notUsed[name]);
});

it("lists nothing that govuk-frontend does not have", () => {
  const known = used.flatMap((name) => readFixtures(name).map((fixture) => `${name}: ${fixture.name}`));
  expect(Object.keys(notUsed).filter((name) => !govukComponents.includes(name))).toEqual([]);
  expect(Object.keys(cannotApply).filter((name) => !known.includes(name))).toEqual([]);
});

describe.each(used)("%s", (name) => {
  const fixtures = readFixtures(name).filter((fixture) => !cannotApply[`${name}: ${fixture.name}`]);

  it.each(fixtures)("$name", ({ options, html }) => {
    const complaints = vi.spyOn(console, "error").mockImplementation(() => {});
    const adapted = adapt(options) as Record<string, unknown>;
    const props = adapters[name]?.(adapted, options) ?? { ...adapted, children: adapted["text"] };
    expect(normaliseHtml(render(findComponent(name)!, props))).toBe(normaliseHtml(html));
    expect(complaints.mock.calls.filter(([message]) => !String(message).includes("raw-html"))).toEqual([]);
    complaints.mockRestore();
  });
});
