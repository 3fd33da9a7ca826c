import { expect, it } from "vitest";
import { newReference, readReference } from "./ids";
import { plainTyped } from "./typed";

it.each([
  ["\u2066AB-1\u2069", "AB-1"],
  ["\ufeffA\u200bB\u00ad1", "AB1"],
  ["A\u2013B\u2014C\u2212D\u2011E\uff0dF", "A-B-C-D-E-F"],
  ["\uff21\uff22\u3000\uff11", "AB 1"],
  ["\u0661\u06f2\u0969", "123"],
  ["\u200e\u200f \u2060", ""],
])("%j is read as %j", (typed, plain) => expect(plainTyped(typed)).toBe(plain));

it("a reference is read as it was copied from a page, or typed with another keyboard", () => {
  const reference = newReference();
  const fullWidth = reference.replace(/\w/g, (one) => String.fromCodePoint(one.codePointAt(0)! + 0xfee0));
  const arabic = reference.replace(/\d/g, (one) => String.fromCodePoint(0x0660 + Number(one)));
  for (const typed of [`\u2066${reference}\u2069`, reference.replaceAll("-", "\u2013"), fullWidth, arabic])
    expect(readReference(typed)).toBe(reference);
  expect(readReference("2".repeat(101))).toBeUndefined();
});
