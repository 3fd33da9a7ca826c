import { expect, it, vi } from "vitest";
import { createTexts } from "../i18n/i18n.server";
import { Blanks, renderOnce } from "./markup.server";

const texts = createTexts();

/** A page asked for by several readers, each with a name of their own. */
function ask(names: string[], of: { lng?: "en" | "ar"; inputs?: unknown } = {}) {
  const render = vi.fn((name: string) => `<p>Hello ${name}</p>`);
  const pages = names.map((name) => {
    const blanks = new Blanks();
    const shown = blanks.mark(name);
    return renderOnce(texts(of.lng ?? "en"), blanks, of.inputs ?? { shown }, () => render(shown));
  });
  return { pages, rendered: render.mock.calls.length };
}

it("renders a page that many ask for no more than twice, and gives each reader their own", () => {
  const { pages, rendered } = ask(["Amina", "Bola", "Cai", "Dai <b> & 'E'"]);
  expect(pages).toEqual([
    "<p>Hello Amina</p>",
    "<p>Hello Bola</p>",
    "<p>Hello Cai</p>",
    "<p>Hello Dai &lt;b&gt; &amp; &#x27;E&#x27;</p>",
  ]);
  expect(rendered).toBe(2);
});

it("tells pages apart by whom the reader acts for: their links differ", () => {
  const render = vi.fn((id: string) => `<a href="/for/${id}/">`);
  const pages = ["acme", "bakery", "acme", "bakery", "bakery"].map((id) =>
    renderOnce(texts("en").actingFor(id), new Blanks(), ["one page"], () => render(id)),
  );
  expect(pages).toEqual(["acme", "bakery", "acme", "bakery", "bakery"].map((id) => `<a href="/for/${id}/">`));
});

it("tells pages apart by what they are made of, and by language", () => {
  expect(ask(["A", "A", "A"], { inputs: ["one page"] }).rendered).toBe(2);
  expect(ask(["A"], { inputs: ["one page"] }).rendered).toBe(0);
  expect(ask(["A"], { inputs: ["one page"], lng: "ar" }).rendered).toBe(1);
  expect(ask(["A"], { inputs: ["another page"] }).rendered).toBe(1);
});

it("leaves alone what a reader typed to look like a blank", () => {
  const [typed] = ask(["\u2060abcdefghijkl0\u2060"]).pages;
  expect(typed).toBe("<p>Hello \u2060abcdefghijkl0\u2060</p>");
});

it("refuses what JSON cannot tell from another, so that no reader sees another's page", () => {
  expect(() => ask(["A"], { inputs: { seen: new Map([["a", 1]]) } })).toThrow(/"seen"/);
  expect(() => ask(["A"], { inputs: { format: () => "own" } })).toThrow(/"format"/);
});

it("puts values into JSON as texts, whatever they hold", () => {
  const blanks = new Blanks();
  const hostile = `Dai "the\n<b>" \\ & 'E'`;
  const json = JSON.stringify({ name: blanks.mark(hostile), greeting: `Hello ${blanks.mark("Cai")}!` });
  expect(JSON.parse(blanks.putIntoJson(json))).toEqual({ name: hostile, greeting: "Hello Cai!" });
});
