import { describe, expect, it } from "vitest";
import { readValue } from "../testing/ask";

describe("a company number", () => {
  it.each([
    ["01234567", "01234567"],
    ["1234567", "01234567"],
    ["12 34 56 7", "01234567"],
    ["٠١٢٣٤٥٦٧", "01234567"],
    ["sc123456", "SC123456"],
    ["OC 300001", "OC300001"],
    ["NI-012345", "NI012345"],
    ["IP12345R", "IP12345R"],
    ["R0000123", "R0000123"],
  ])("%s is %s", async (typed, kept) => expect(await readValue({ type: "company-number" }, typed)).toBe(kept));

  it.each(["123456789", "0", "00000000", "ABC12345", "SC12345", "GB 123 4567 89", "none"])(
    "%s is none",
    async (typed) =>
      expect(await readValue({ type: "company-number" }, typed)).toMatchObject({
        error: expect.stringContaining("Enter a company number") as string,
      }),
  );
});
