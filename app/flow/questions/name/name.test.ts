import { describe, expect, it } from "vitest";
import { linesOf, readValue } from "../testing/ask";

describe("a person's name", () => {
  it.each([
    "Sukarno",
    "U",
    "Zoë O’Neill",
    "D'Arcy-Smythe",
    "María José de la Cruz y García-López",
    "Łucja Żółć",
    "فاطمة الزهراء",
    "王小明",
    "ירדן",
    "Nguyễn Thị Hương",
    "Jean-Luc III, 2nd Earl",
    "N'Golo (Kanté)",
    "𐐀𐐁",
    "Null",
    "O2",
    "ʻOkina",
  ])("may be %s", async (typed) => {
    expect(await readValue({ type: "name" }, ` ${typed} `)).toBe(typed);
    expect(linesOf({ type: "name" }, typed)).toEqual([typed]);
  });

  it("is one line of at most 200 characters", async () => {
    expect(await readValue({ type: "name" }, "Ann\n  Other")).toBe("Ann Other");
    expect(await readValue({ type: "name" }, "n".repeat(200))).toBe("n".repeat(200));
    expect(await readValue({ type: "name" }, "n".repeat(201))).toEqual({ error: "Use 200 characters or fewer" });
    expect(await readValue({ type: "name" }, " \n ")).toEqual({ error: "Enter your name" });
  });
});
