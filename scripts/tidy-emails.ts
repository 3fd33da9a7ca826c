// npm run tidy:emails: brings addresses that an early version stored as they were typed into the form of all others.
import { systemClock } from "~/platform/clock";
import { createLog } from "~/platform/log.server";
import { createRateLimits } from "~/platform/rate-limits.server";
import { tidyEmails } from "~/platform/stored-emails.server";
import { openPortal, runCommand } from "./support/command";

runCommand(async () => {
  const { config, db } = await openPortal();
  const log = createLog(config.logLevel);
  const house = { config, db, log, clock: systemClock, limits: createRateLimits(config.rateLimits, { db, log }) };
  const { changed, shared } = await tidyEmails(house).finally(() => db.close());
  console.log(
    `Changed: ${Object.entries(changed)
      .map(([what, count]) => `${count} ${what}`)
      .join(", ")}.`,
  );
  for (const { account, other } of shared)
    console.error(`Account ${account} was left as it is: its address is that of account ${other}.`);
  process.exitCode = shared.length > 0 ? 1 : 0;
});
