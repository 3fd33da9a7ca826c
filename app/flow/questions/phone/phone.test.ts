import { describe, expect, it } from "vitest";
import { backAndForth, linesOf, readValue } from "../testing/ask";

describe("a phone number", () => {
  it.each([
    ["020 7946 0018", "+442079460018", "020 7946 0018"],
    ["(020) 7946-0018", "+442079460018", "020 7946 0018"],
    ["+44 20 7946 0018", "+442079460018", "020 7946 0018"],
    ["0044 20 7946 0018", "+442079460018", "020 7946 0018"],
    ["07700 900982", "+447700900982", "07700 900982"],
    ["٠٧٧٠٠٩٠٠٩٨٢", "+447700900982", "07700 900982"],
    ["+48 22 123 45 67", "+48221234567", "+48 22 123 45 67"],
    ["+353 1 234 5678", "+35312345678", "+353 1 234 5678"],
    ["+92 21 12345678", "+922112345678", "+92 2112345678"],
    ["+1 (212) 555-0123", "+12125550123", "+1 212 555 0123"],
    ["020 7946 0018 ext 12", "+442079460018 ext. 12", "020 7946 0018 x12"],
  ])("%s is kept as %s", async (typed, kept, shown) => {
    expect(await readValue({ type: "phone" }, typed)).toBe(kept);
    expect(linesOf({ type: "phone" }, kept)).toEqual([shown]);
    expect(await backAndForth({ type: "phone" }, kept)).toEqual({ kind: "value", value: kept });
  });

  it.each(["no phone", "123", "+", "+999 123 456 789", "020 7946 0018 0018 0018 0018"])("%s is none", async (typed) =>
    expect(await readValue({ type: "phone" }, typed)).toMatchObject({
      error: expect.stringContaining("Enter a phone number, like") as string,
    }),
  );
});
