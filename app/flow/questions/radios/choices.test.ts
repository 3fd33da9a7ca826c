import { describe, expect, it } from "vitest";
import { linesOf, name, read, readValue } from "../testing/ask";

const options = [{ id: "one" }, { id: "two" }, { id: "none-of-all" }];

describe("choices", () => {
  it.each(["radios", "select"] as const)("%s takes one of its options and nothing else", async (type) => {
    expect(await readValue({ type, options }, "two")).toBe("two");
    for (const typed of ["three", "ONE", "__proto__", "constructor", "one two"])
      expect(await readValue({ type, options }, typed)).toEqual({ error: "Choose an answer" });
    // The last of several wins, as it does in a browser's own form.
    expect(await readValue({ type, options }, { [name]: ["one", "two"] })).toBe("two");
  });

  it("yes-no takes yes or no", async () => {
    expect([await readValue({ type: "yes-no" }, "yes"), await readValue({ type: "yes-no" }, "no")]).toEqual([
      "yes",
      "no",
    ]);
    for (const typed of ["maybe", "true", "Yes"])
      expect(await readValue({ type: "yes-no" }, typed)).toEqual({ error: "Choose yes or no" });
    expect(linesOf({ type: "yes-no" }, "yes", "pl")).toEqual(["Tak"]);
  });

  it("checkboxes take any of their options, each once, in the definition's order", async () => {
    const input = { type: "checkboxes", options, none: true } as const;
    expect(await readValue({ ...input, options }, { [name]: ["two", "one", "two", "three"] })).toEqual(["one", "two"]);
    expect(await readValue({ ...input, options }, { [name]: ["none"] })).toEqual(["none"]);
    expect(await readValue({ ...input, options }, { [name]: ["none", "one"] })).toMatchObject({
      error: expect.stringContaining("alone") as string,
    });
    expect(await readValue({ ...input, options, none: false }, { [name]: ["none"] })).toEqual({
      error: "Choose at least one answer",
    });
  });

  it("a declaration is made by ticking, and by nothing else", async () => {
    expect(await readValue({ type: "declaration" }, "yes")).toBe(true);
    for (const typed of ["no", "on", "true"])
      expect((await read({ type: "declaration" }, { [name]: typed })).kind).toBe("errors");
  });
});
