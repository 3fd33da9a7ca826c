import { expect, it } from "vitest";
import { rights } from "./rights";

const files = import.meta.glob<string>(["../**/*.{ts,tsx}", "!../**/*.test.{ts,tsx}", "!./rights.ts"], {
  query: "?raw",
  import: "default",
  eager: true,
});

it("every right of the table is asked for somewhere: what nobody asks for protects nothing", () => {
  const asked = Object.values(files).join("\n");
  const idle = Object.keys(rights).filter((right) => !asked.includes(`"${right}"`));
  expect(idle).toEqual([]);
});
