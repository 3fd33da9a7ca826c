import { describe, expect, it } from "vitest";
import { clean } from "../../../platform/typed";
import { linesOf, readValue } from "../testing/ask";

describe("a line and lines of text", () => {
  it("are kept as typed, without what surrounds them", async () => {
    expect(await readValue({ type: "text" }, "  a  b  ")).toBe("a  b");
    expect(await readValue({ type: "text" }, "a \n b")).toBe("a b");
    expect(await readValue({ type: "textarea" }, "\n a\n\n  b \n")).toBe("a\n\n  b");
    expect(linesOf({ type: "textarea" }, "a\n\nb")).toEqual(["a", "", "b"]);
  });

  it("have a length, and the last character still fits", async () => {
    expect(await readValue({ type: "text", maxLength: 5 }, "12345")).toBe("12345");
    expect(await readValue({ type: "text", maxLength: 5 }, "123456")).toEqual({ error: "Use 5 characters or fewer" });
    expect(await readValue({ type: "textarea", maxLength: 5 }, "1\n345")).toBe("1\n345");
    expect(await readValue({ type: "textarea", maxLength: 5 }, "1\n3456")).toEqual({
      error: "Use 5 characters or fewer",
    });
  });

  it.each([
    ["\u200eqq 12 34 56 c\u2069", "QQ123456C"],
    ["\uff31\uff31123456\uff23", "QQ123456C"],
    ["\u0661\u0662\u0663\u2013\u0661", "123-1"],
    ["62.01", "62.01"],
  ])("that hold a code hold the same one however it is typed: %j", async (typed, kept) => {
    expect(await readValue({ type: "text", reads: "code" }, typed)).toBe(kept);
  });

  it("that hold a code are measured by it", async () => {
    expect(await readValue({ type: "text", reads: "code", maxLength: 9 }, "QQ 12 34 56 C")).toBe("QQ123456C");
  });

  it.each([
    ["a\0b", "ab"],
    ["a\u0007b\u001b[31m", "ab[31m"],
    ["a\tb", "a\tb"],
    ["\ud83d", "\ufffd"],
    ["👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦"],
    ["\u202etxt", "\u202etxt"],
  ])("lose only what cannot be stored: %j", (typed, kept) => expect(clean(typed)).toBe(kept));
});
