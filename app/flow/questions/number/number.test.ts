import { describe, expect, it } from "vitest";
import { readValue } from "../testing/ask";

describe("a number", () => {
  it.each([
    ["12", 12],
    [" 12 ", 12],
    ["1,200", 1200],
    ["1 200", 1200],
    ["012", 12],
    ["٤٢", 42],
    ["۴۲", 42],
    ["12.0", 12],
  ])("%s is %d", async (typed, kept) => expect(await readValue({ type: "number" }, typed)).toBe(kept));

  it("may have a fraction where the question says so", async () => {
    expect(await readValue({ type: "number", whole: false }, "1.5")).toBe(1.5);
    expect(await readValue({ type: "number", whole: false }, "1,5")).toBe(1.5);
    expect(await readValue({ type: "number" }, "1.5")).toEqual({ error: "Enter a whole number, like 12" });
  });

  it.each(["a dozen", "1e3", "0x1f", "--1", "1.2.3", "Infinity", "NaN", "½", "12-13", "1234567890123"])(
    "%s is none",
    async (typed) =>
      expect(await readValue({ type: "number", min: -10 }, typed)).toEqual({ error: "Enter a number, like 12" }),
  );

  it("keeps to its limits, which are part of it", async () => {
    const input = { type: "number", min: 1, max: 20 } as const;
    expect([await readValue(input, "1"), await readValue(input, "20")]).toEqual([1, 20]);
    expect(await readValue(input, "0")).toEqual({ error: "Enter a number that is 1 or more" });
    expect(await readValue(input, "-1")).toEqual({ error: "Enter a number that is 1 or more" });
    expect(await readValue(input, "21")).toEqual({ error: "Enter a number that is 20 or less" });
  });
});
