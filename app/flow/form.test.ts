import { describe, expect, it } from "vitest";
import { readForm } from "./form";
import { makeQuestion } from "./questions/testing/ask";

const line = makeQuestion({ type: "text" });
const lines = makeQuestion({ type: "textarea", maxLength: 10_000 });

function formOf(...pairs: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of pairs) form.append(name, value);
  return form;
}

describe("a page's form", () => {
  it("holds its questions' fields and the button that was pressed: nothing else is kept", () => {
    const form = formOf(["it", "a"], ["it-x", "b"], ["itx", "c"], ["x", "d"], ["do", "add:it"], ["draft", "e"]);
    expect(readForm(form, [line]).pairs).toEqual([
      ["it", "a"],
      ["do", "add:it"],
    ]);
  });

  it("holds the parts that a question asks in, those of a group's items too, up to its most", () => {
    const group = makeQuestion({ type: "group", max: 2, questions: [{ type: "date", id: "born" }] });
    const form = formOf(["it-count", "2"], ["it-0-born-day", "1"], ["it-1-born-year", "2"], ["it-2-born-day", "3"]);
    expect(readForm(form, [group]).pairs.map(([name]) => name)).toEqual([
      "it-count",
      "it-0-born-day",
      "it-1-born-year",
    ]);
  });

  it("is cut where a value is longer than any answer, and says so", () => {
    expect(readForm(formOf(["it", "x".repeat(2_000)]), [line]).get("it")).toBe("x".repeat(2_000));
    expect(readForm(formOf(["it", "x".repeat(2_001)]), [line]).get("it")).toBe(`${"x".repeat(2_000)}…`);
    expect(readForm(formOf(["it", `1${" ".repeat(150_000)}2`]), [line]).get("it")).toHaveLength(2_001);
    expect(readForm(formOf(["it", "x".repeat(30_000)]), [lines]).get("it")).toBe(`${"x".repeat(20_000)}…`);
  });

  it("has no more of a field that is sent many times than of one that is sent once", () => {
    const choices = Array.from({ length: 1_000 }, (_, at): [string, string] => ["it", `choice-${at}`]);
    const read = readForm(formOf(...choices), [line]).all("it");
    expect(read.slice(0, 2)).toEqual(["choice-0", "choice-1"]);
    expect(read.join("").length).toBeLessThan(2_100);
    const empty = Array.from({ length: 9_000 }, (): [string, string] => ["it", ""]);
    expect(readForm(formOf(...empty), [line]).all("it")).toHaveLength(2_000);
  });

  it("counts a line end as one character, however the browser sent it", () => {
    expect(readForm(formOf(["it", "1\r\n3\r5"]), [lines]).get("it")).toBe("1\n3\n5");
  });
});
