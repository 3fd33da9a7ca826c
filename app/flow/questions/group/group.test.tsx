import { describe, expect, it } from "vitest";
import type { Fields } from "../../fields";
import { fieldsOf, type Input, linesOf, name, read, readValue, render, shownIn, type Typed } from "../testing/ask";

const people: Input = {
  type: "group",
  max: 3,
  questions: [
    { type: "name", id: "name" },
    { type: "yes-no", id: "works" },
    { type: "number", id: "hours", when: { "==": [{ var: "works" }, "yes"] } },
  ],
};
const typed = (...items: Record<string, string>[]): Typed => ({
  [`${name}-count`]: String(items.length),
  ...Object.fromEntries(
    items.flatMap((item, index) => Object.entries(item).map(([id, value]) => [`${name}-${index}-${id}`, value])),
  ),
});
const again = async (input: Input, fields: Typed): Promise<Fields> => {
  const reading = await read(input, fields);
  if (reading.kind !== "again") throw new Error(`The page was not shown again: ${JSON.stringify(reading)}`);
  return reading.fields;
};

describe("a group", () => {
  it("keeps each item's answers, and asks only what the item's own answers lead to", async () => {
    const fields = typed({ name: "Ann", works: "yes", hours: "20" }, { name: "Bo", works: "no", hours: "99" });
    expect(await readValue(people, fields)).toEqual([
      { name: "Ann", works: "yes", hours: 20 },
      { name: "Bo", works: "no" },
    ]);
  });

  it("adds one and keeps what was typed, right or wrong, up to its most", async () => {
    let fields = await again(people, { ...typed({ name: "Ann", hours: "many" }), do: `add:${name}` });
    expect(fields.get(`${name}-count`)).toBe("2");
    expect([fields.get(`${name}-0-name`), fields.get(`${name}-0-hours`)]).toEqual(["Ann", "many"]);
    const page = await render(people, fields);
    expect(shownIn(page, `${name}-0-hours`)).toBe("many");
    expect(shownIn(page, `${name}-1-name`)).toBe("");
    fields = await again(people, { ...typed({}, {}, {}), do: `add:${name}` });
    expect(fields.get(`${name}-count`)).toBe("3");
  });

  it("removes the one that was meant; those behind it move up", async () => {
    const fields = await again(people, {
      ...typed({ name: "Ann" }, { name: "Bo" }, { name: "Cy", works: "yes" }),
      do: `remove:${name}:1`,
    });
    expect(fields.get(`${name}-count`)).toBe("2");
    expect([fields.get(`${name}-0-name`), fields.get(`${name}-1-name`), fields.get(`${name}-1-works`)]).toEqual([
      "Ann",
      "Cy",
      "yes",
    ]);
    expect(fields.has(`${name}-2-name`)).toBe(false);
  });

  it.each(["remove:it:9", "remove:it:-1", "remove:it:x", "remove:it:", "remove:it:0.5"])(
    "loses nothing over %s",
    async (wish) => {
      const fields = await again(people, { ...typed({ name: "Ann" }, { name: "Bo" }), do: wish });
      expect(fields.get(`${name}-count`)).toBe("2");
      expect([fields.get(`${name}-0-name`), fields.get(`${name}-1-name`)]).toEqual(["Ann", "Bo"]);
    },
  );

  it("leaves out an empty one at the end, and links an error to the item it is about", async () => {
    expect(await readValue(people, typed({ name: "Ann", works: "no" }, { name: " " }))).toEqual([
      { name: "Ann", works: "no" },
    ]);
    const reading = await read(people, typed({ name: "Ann", works: "no" }, { name: "", works: "yes", hours: "x" }));
    expect(reading).toMatchObject({
      kind: "errors",
      errors: [{ field: `${name}-1-name` }, { field: `${name}-1-hours` }],
    });
  });

  it.each(["-5", "x", "1e9", "999999999999", "2.9"])("is not impressed by a count of %s", async (count) => {
    const value = await readValue(people, { ...typed({ name: "Ann", works: "no" }), [`${name}-count`]: count });
    expect(Array.isArray(value) ? value.length : 0).toBeLessThanOrEqual(3);
  });

  it("tells the tenth item from the first", async () => {
    const many: Input = { type: "group", max: 12, questions: [{ type: "name", id: "name" }] };
    const names = Array.from({ length: 12 }, (_, index) => ({ name: `N${index}` }));
    expect(await readValue(many, typed(...names))).toEqual(names);
    const fields = await again(many, { ...typed(...names), do: `remove:${name}:1` });
    expect(fieldsOf({ x: fields.get(`${name}-9-name`) }).get("x")).toBe("N10");
  });

  it("asks for its least number, and stands in a line for each item", async () => {
    expect(await readValue({ ...people, min: 1 } as Input, typed())).toHaveProperty("error");
    expect(
      linesOf(people, [
        { name: "Ann", works: "no" },
        { name: "Bo", works: "yes", hours: 3 },
      ]),
    ).toHaveLength(2);
    expect(linesOf(people, [])).toEqual(["None"]);
  });
});
