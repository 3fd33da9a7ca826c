import { expect, it } from "vitest";
import { fieldOf, longest } from "./field";

const formOf = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};

it.each([
  ["a form", formOf({ code: "12\u000034" })],
  ["an address", new URLSearchParams({ code: "12\u000034" })],
])("what %s holds is text that can be stored", (_name, from) => {
  expect(fieldOf(from, "code")).toBe("1234");
  expect(fieldOf(from, "other")).toBe("");
});

it("a file in the place of a text is no text", () => {
  const form = new FormData();
  form.set("code", new File(["1234"], "code.txt"));
  expect(fieldOf(form, "code")).toBe("");
});

it("what is too long is cut, and is never taken for the whole", () => {
  const long = "a".repeat(60_000);
  expect(fieldOf(formOf({ name: long }), "name")).toBe(`${long.slice(0, longest.line)}…`);
  expect(fieldOf(new URLSearchParams({ name: long }), "name")).toHaveLength(longest.line + 1);
  expect(fieldOf(formOf({ note: long }), "note", longest.text)).toHaveLength(longest.text + 1);
});
