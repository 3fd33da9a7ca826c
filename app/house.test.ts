import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { demoAccounts, seedDemo } from "~db/seed/demo";
import { createAccount } from "./features/accounts/accounts.server";
import { openHouse } from "./house.server";
import { loadConfig } from "./platform/config.server";
import type { House } from "./platform/house.server";
import { otherCouncil } from "./testing/council";

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => void rmSync(folder, { recursive: true, force: true })));

const production = {
  ...otherCouncil,
  NODE_ENV: "production",
  PUBLIC_URL: "https://my.council.example",
  SMTP_URL: "smtp://127.0.0.1",
  SESSION_SECRET: randomBytes(32).toString("hex"),
  AUDIT_KEY: randomBytes(32).toString("hex"),
};
const demo = { NODE_ENV: "production", DEMO: "true", LOG_LEVEL: "silent" };

/** A folder for data, and starts of a portal on it. */
function makePlace() {
  const DATA_DIR = mkdtempSync(join(tmpdir(), "myaccount-house-"));
  folders.push(DATA_DIR);
  const start = async (
    env: Record<string, string>,
    work: (house: House) => Promise<unknown> = async () => undefined,
  ) => {
    const house = await openHouse(loadConfig({ ...env, DATA_DIR }));
    await work(house).finally(() => house.db.close());
  };
  return { DATA_DIR, start };
}

describe("a portal in production", () => {
  it("does not start on what was begun as a demo, and says what to do", async () => {
    const { start } = makePlace();
    await start(demo, (house) => seedDemo(house, { addresses: 50 }));
    await expect(start(production)).rejects.toThrow(/begun as a demo.*set DATA_DIR to an empty one/);
    await start(demo);
  });

  it("says in a sentence which folder it cannot write to", async () => {
    const { DATA_DIR } = makePlace();
    writeFileSync(join(DATA_DIR, "a-file"), "");
    const folder = join(DATA_DIR, "a-file", "below");
    const refused = await openHouse(loadConfig({ ...production, DATA_DIR: folder })).catch((error: Error) => error);
    expect(refused).toMatchObject({ name: "ConfigError" });
    expect((refused as Error).message).toContain(`The folder of DATA_DIR (${folder}) cannot be written to: `);
  });

  it("does not start where files of residents were put back as somebody else's, and says whose they must be", async () => {
    const { DATA_DIR } = makePlace();
    // A folder that takes no files from anybody, whoever runs this.
    symlinkSync("/proc/self/fd", join(DATA_DIR, "uploads"));
    const refused = openHouse(loadConfig({ ...production, DATA_DIR }));
    await expect(refused).rejects.toThrow(/cannot be written to.*must belong to the user that the portal runs as/);
  });

  it("knows a demo's accounts where its mark was taken off", async () => {
    const { start } = makePlace();
    await start(demo, (house) => createAccount(house, { ...demoAccounts[3] }));
    await expect(start(production)).rejects.toThrow("begun as a demo");
  });

  it("starts on an empty database, and on its own again; a demo does not start there", async () => {
    const { start } = makePlace();
    const sam = { email: "sam@council.example", name: "Sam", password: "mossy-harbour-9", role: "staff" } as const;
    await start(production, (house) => createAccount(house, sam));
    await start(production);
    await expect(start(demo)).rejects.toThrow(/holds accounts of people.*leave DEMO out/);
  });
});
