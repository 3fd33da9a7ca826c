import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { holdAlone } from "./hold-alone.server";

it("holds a database for one portal at a time, and says where several can be", () => {
  const folder = mkdtempSync(join(tmpdir(), "myaccount-alone-"));
  const file = join(folder, "portal.sqlite");
  const letGo = holdAlone(file);
  expect(() => holdAlone(file)).toThrow(/in use by a portal that runs: stop that one first.*DATABASE_URL/);
  letGo();
  holdAlone(file)();
  rmSync(folder, { recursive: true });
});
