import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, it } from "vitest";
import { eachDatabase } from "../../platform/db/testing.server";
import { runOutbox } from "../../platform/outbox.server";
import { openTestPortal } from "../../testing/portal.server";
import { handlers } from "../../worker.server";
import { listDemoMail } from "../notifications/notifications.server";
import { createAccount, makeFirstAdministrator } from "./accounts.server";

const sam = { email: "sam@council.example", name: "Sam Sand" };
const password = "wagon thistle harbour";

eachDatabase("the first administrator", (open) => {
  const setup = async () => {
    const portal = await openTestPortal(await open());
    const browser = portal.browser();
    const choose = async (link: string) => {
      await browser.open(new URL(link).pathname);
      await browser.submit({ "new-password": password });
    };
    const signIn = async () => {
      await browser.open("/sign-in");
      await browser.submit({ email: sam.email, password });
      return (await browser.open("/staff")).path;
    };
    const make = async () => {
      const made = await makeFirstAdministrator(portal.house, sam, false);
      return made.outcome === "link" ? made.link : made.outcome;
    };
    return { ...portal, browser, choose, signIn, make };
  };

  it("chooses a password with a link that works once, and is staff", async () => {
    const { browser, choose, make, signIn } = await setup();
    const link = await make();
    await choose(link);
    expect(await signIn()).toBe("/staff");
    expect((await browser.open(new URL(link).pathname)).status).toBe(410);
    expect(await make()).toBe("there-is-one");
  });

  it("gets the link by mail, and a new one where the first was lost", async () => {
    const { browser, house, choose, make, signIn } = await setup();
    const lost = await make();
    await makeFirstAdministrator(house, sam, true);
    while ((await runOutbox(house, handlers)) > 0);
    const [mail] = await listDemoMail(house);
    expect(mail).toMatchObject({ to: sam.email, subject: "Your staff account for MyAccount" });
    expect((await browser.open(new URL(lost).pathname)).status).toBe(410);
    await choose(/https?:\S+/.exec(mail!.text)![0]);
    expect(await signIn()).toBe("/staff");
  });

  it("who has an account signs in as before; a password that somebody gave for an address of others is void", async () => {
    const known = await setup();
    await createAccount(known.house, { ...sam, password });
    expect(await known.make()).toBe("signs-in-as-before");
    expect(await known.signIn()).toBe("/staff");

    const { browser, choose, make, signIn } = await setup();
    await browser.open("/register");
    await browser.submit({ ...sam, "new-password": password });
    const link = await make();
    expect(await signIn()).not.toBe("/staff");
    await choose(link);
    expect(await signIn()).toBe("/staff");
  });
});

const folder = mkdtempSync(join(tmpdir(), "myaccount-admin-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `npm run admin` as an operator does. */
const run = (words: string[], env: Record<string, string>) =>
  promisify(execFile)(process.execPath, ["node_modules/tsx/dist/cli.mjs", "scripts/admin.ts", ...words], {
    env: { PATH: process.env["PATH"], NODE_ENV: "development", DATA_DIR: folder, ...env },
  }).then(
    ({ stdout }) => stdout,
    (error: { stderr: string }) => `refused: ${error.stderr}`,
  );

// Each is a process of its own, which a busy machine is slow to start.
it.each([
  [
    "shows the link",
    ["--email", sam.email, "--name", sam.name, "--print"],
    { PUBLIC_URL: "https://council.example" },
    /^sam@council\.example chooses a password here.*\nhttps:\/\/council\.example\/reset\/\S+\n$/,
  ],
  ["refuses a demo", ["--email", sam.email, "--name", sam.name], { DEMO: "true" }, /^refused: This is a demo/],
  ["says how it is used", ["--email", "sam"], {}, /^refused: Makes the first administrator/],
] as const)("npm run admin %s", { timeout: 180_000 }, async (_name, words, env, said) => {
  expect(await run([...words], env)).toMatch(said);
});
