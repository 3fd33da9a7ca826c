import { describe, expect, it } from "vitest";
import { linesOf, readValue } from "../testing/ask";

describe("an amount of money", () => {
  it.each([
    ["12", 1200],
    ["12.5", 1250],
    ["12.50", 1250],
    ["12,5", 1250],
    ["12,50", 1250],
    ["1,234.50", 123450],
    ["1,234", 123400],
    ["1 234,50", 123450],
    ["1\u00a0234,50", 123450],
    ["12,345,678", 1234567800],
    ["£12", 1200],
    ["£ 1,234.50", 123450],
    ["٥٠", 5000],
    ["١٬٢٣٤٫٥٠", 123450],
    ["۱۲٫۵", 1250],
    ["0", 0],
    ["0.01", 1],
    ["0.29", 29],
    ["1.15", 115],
    ["007", 700],
  ])("%s is %d pence", async (typed, pence) =>
    expect(await readValue({ type: "money", maxPence: 10_000_000_000 }, typed)).toBe(pence),
  );

  it.each([
    "twelve",
    "-5",
    "12.345",
    "1.234,50",
    "12p",
    "1e3",
    "£",
    "12.",
    ".5",
    "12 or so",
    "0x10",
    "Infinity",
    "1234567890123",
  ])("%s is none", async (typed) =>
    expect(await readValue({ type: "money" }, typed)).toEqual({ error: "Enter an amount in pounds, like 42.50" }),
  );

  it("keeps to its limits, which are part of it", async () => {
    const input = { type: "money", minPence: 100, maxPence: 200_050 } as const;
    expect(await readValue(input, "1")).toBe(100);
    expect(await readValue(input, "0.99")).toEqual({ error: "Enter an amount that is £1 or more" });
    expect(await readValue(input, "2000.50")).toBe(200_050);
    expect(await readValue(input, "2000.51")).toEqual({ error: "Enter an amount that is £2,000.50 or less" });
  });

  it("is shown in pounds", () => {
    expect(linesOf({ type: "money" }, 123450)).toEqual(["£1,234.50"]);
    expect(linesOf({ type: "money" }, 0)).toEqual(["£0"]);
  });
});
