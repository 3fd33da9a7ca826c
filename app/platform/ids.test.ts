import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exampleReference, newCode, newId, newReference, readCode, readReference, referenceOf } from "./ids";

const characters = "23456789BCDFGHJKLMNPQRSTVWXYZ";
const bare = () => newReference().replaceAll("-", "");

it("ids come in the order in which they were made, and none twice", () => {
  const ids = Array.from({ length: 5000 }, newId);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

describe("references", () => {
  it("have no vowel and nothing to take for something else", () => {
    for (let i = 0; i < 200; i++)
      expect(newReference()).toMatch(/^[2-9BCDFGHJ-NP-TV-Z]{3}-[2-9BCDFGHJ-NP-TV-Z]{3}-[2-9BCDFGHJ-NP-TV-Z]{3}$/);
  });

  it("are read back however they are typed", () => {
    const reference = newReference();
    for (const typed of [
      reference,
      reference.toLowerCase(),
      ` ${reference.replaceAll("-", " ")} `,
      reference.replaceAll("-", ""),
    ])
      expect(readReference(typed)).toBe(reference);
  });

  it("are refused with any one character wrong", () => {
    const wrong = fc.record({ at: fc.nat(8), by: fc.constantFrom(...characters) });
    fc.assert(
      fc.property(wrong, ({ at, by }) => {
        const right = bare();
        fc.pre(right[at] !== by);
        expect(readReference(right.slice(0, at) + by + right.slice(at + 1))).toBeUndefined();
      }),
    );
  });

  it("are refused with two neighbours swapped", () => {
    fc.assert(
      fc.property(fc.nat(7), (at) => {
        const right = bare();
        fc.pre(right[at] !== right[at + 1]);
        expect(readReference(right.slice(0, at) + right[at + 1] + right[at] + right.slice(at + 2))).toBeUndefined();
      }),
    );
  });

  it("are never the one that pages show as an example, though that is read as any other", () => {
    expect(readReference(exampleReference)).toBe(exampleReference);
    const numbers = [...exampleReference.replaceAll("-", "")].slice(0, 8).map((one) => characters.indexOf(one));
    const made = referenceOf(numbers);
    expect(made).not.toBe(exampleReference);
    expect(readReference(made)).toBe(made);
  });

  it.each(["", "ABC", "7K4-M2Q-9X", "AEI-OU0-1II", "7K4-M2Q-9XD-2"])("%j is none", (typed) => {
    expect(readReference(typed)).toBeUndefined();
  });
});

describe("codes of letters", () => {
  it("are read back however they are typed, and a slip of the pen is told from another code", () => {
    for (let n = 0; n < 100; n++) {
      const code = newCode();
      expect(code).toMatch(/^([2-9BCDFGHJ-NP-TV-Z]{3}-){3}[2-9BCDFGHJ-NP-TV-Z]{3}$/);
      expect(readCode(` ${code.toLowerCase().replaceAll("-", " – ")}`)).toBe(code);
      expect(readCode(`${code[0] === "2" ? "3" : "2"}${code.slice(1)}`)).toBeUndefined();
    }
    expect([newReference(), "", "x".repeat(200)].map(readCode)).toEqual([undefined, undefined, undefined]);
  });
});
