// npm run tidy:emails: brings addresses that an early version stored as they were typed into the form of all others.
import { tidyEmails } from "~/platform/stored-emails.server";
import { openPortal, runCommand } from "./support/command";

runCommand(async () => {
  const { db } = await openPortal();
  const { changed, shared } = await tidyEmails(db).finally(() => db.close());
  console.log(
    `Changed: ${Object.entries(changed)
      .map(([what, count]) => `${count} ${what}`)
      .join(", ")}.`,
  );
  for (const { account, other } of shared)
    console.error(`Account ${account} was left as it is: its address is that of account ${other}.`);
  process.exitCode = shared.length > 0 ? 1 : 0;
});
