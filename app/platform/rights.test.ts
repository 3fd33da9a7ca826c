import { expect, it } from "vitest";
import { rights } from "./rights";

const files = import.meta.glob<string>(["../**/*.{ts,tsx}", "!../**/*.test.{ts,tsx}", "!./rights.ts"], {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The details page of an organisation is still to come. */
const awaited = ["organisation.change"];

it("every right of the table is asked for somewhere: what nobody asks for protects nothing", () => {
  const asked = Object.values(files).join("\n");
  const idle = Object.keys(rights).filter((right) => !asked.includes(`"${right}"`) && !awaited.includes(right));
  expect(idle).toEqual([]);
});
