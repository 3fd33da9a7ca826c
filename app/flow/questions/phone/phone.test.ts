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
    ["0113 496 0123", "+441134960123", "0113 496 0123"],
    ["01632 960123", "+441632960123", "01632 960123"],
    ["0808 157 0123", "+448081570123", "0808 157 0123"],
    ["0800 1111", "+448001111", "0800 1111"],
    ["07700–900\u2011982", "+447700900982", "07700 900982"],
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

  it.each(["07700 90012", "020 7946 001", "+44 7700 9001", "07700 9001234", "0113 496 012"])(
    "%s has a digit too few or too many, and the page says so",
    async (typed) =>
      expect(await readValue({ type: "phone" }, typed)).toEqual({
        error: "This number has a digit too few or too many. A UK number has 11 digits, like 07700 900982",
      }),
  );

  it("one that was kept with a digit missing is shown with its zero", () =>
    expect(linesOf({ type: "phone" }, "+44770090012")).toEqual(["0770090012"]));

  it.each(["no phone", "123", "+", "+999 123 456 789", "020 7946 0018 0018 0018 0018"])("%s is none", async (typed) =>
    expect(await readValue({ type: "phone" }, typed)).toMatchObject({
      error: expect.stringContaining("Enter a phone number, like") as string,
    }),
  );
});
