import { describe, expect, it } from "vitest";
import { linesOf, readValue } from "../testing/ask";

describe("a vehicle registration", () => {
  it.each([
    ["qq00 aaa", "QQ00AAA", "QQ00 AAA"],
    ["QQ00-AAA", "QQ00AAA", "QQ00 AAA"],
    ["A1", "A1", "A1"],
    ["1", "1", "1"],
    ["A123 BCD", "A123BCD", "A123BCD"],
    ["WX 12345", "WX12345", "WX12345"],
    ["ö-ab 123", "ÖAB123", "ÖAB123"],
    ["أ ب ج ١٢٣", "أبج123", "أبج123"],
  ])("%s is %s", async (typed, kept, shown) => {
    expect(await readValue({ type: "vehicle" }, typed)).toBe(kept);
    expect(linesOf({ type: "vehicle" }, kept)).toEqual([shown]);
  });

  it.each(["QQ00 AAA 1234", "?", "QQ00/AAA", "a car"])("%s is %s", async (typed) => {
    const kept = await readValue({ type: "vehicle" }, typed);
    // Words may be somebody's cherished number; signs and long ones are not.
    if (typed === "a car") expect(kept).toBe("ACAR");
    else expect(kept).toMatchObject({ error: expect.stringContaining("number plate") as string });
  });
});
