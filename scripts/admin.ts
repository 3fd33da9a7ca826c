import { parseArgs } from "node:util";
import { checkEmail, checkName, makeFirstAdministrator } from "~/features/accounts/accounts.server";
import { openHouse } from "~/house.server";
import { ConfigError, loadConfig } from "~/platform/config.server";
import { placeOf } from "~/platform/db/open.server";
import { plainEmail, plainLine } from "~/platform/typed";
import { knowRelease } from "./support/command";

const usage = `Makes the first administrator of a portal, and sends them a link to choose a password:
  npm run admin -- --email sam@example.gov.uk --name "Sam Sand"
With --print, and where SMTP_URL is not set, the link is shown here instead. It works once.`;

async function main(): Promise<string> {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ options: { email: text, name: text, print: { type: "boolean" } } });
  const email = plainEmail(values.email ?? "");
  const name = plainLine(values.name ?? "");
  if (checkEmail(email) || checkName(name)) throw new Refusal(usage);
  const config = loadConfig();
  if (config.demo) throw new Refusal("This is a demo: its staff sign in as the README says.");
  await knowRelease(placeOf(config));
  const byMail = config.smtpUrl !== undefined && !values.print;
  const house = await openHouse({ ...config, logLevel: "error" });
  const made = await makeFirstAdministrator(house, { email, name }, byMail).finally(() => house.db.close());
  if (made.outcome === "there-is-one")
    throw new Refusal(
      `There is an administrator already: ${made.email}. See "What the council sets itself" in docs/operating.md.`,
    );
  if (made.outcome === "signs-in-as-before")
    return `${email} has an account already, and is staff from now on. They sign in as before, at ${config.publicUrl}/sign-in`;
  return byMail
    ? `The portal sends ${email} a link to choose a password with, as soon as it runs. It works once, until ${made.until}.`
    : `${email} chooses a password here. It works once, until ${made.until}:\n${made.link}`;
}

/** What its caller has to put right. */
class Refusal extends Error {}

main().then(console.log, (error: unknown) => {
  const code = String((error as { code?: string }).code);
  const expected = error instanceof Refusal || error instanceof ConfigError || code.startsWith("ERR_PARSE_ARGS");
  console.error(expected ? (error as Error).message : error);
  process.exitCode = 1;
});
