// npm run tidy:emails: brings addresses that an early version stored as they were typed into the form of all others.
import { join } from "node:path";
import { loadConfig } from "~/platform/config.server";
import { migrateDatabase } from "~/platform/db/migrate.server";
import { openDatabase } from "~/platform/db/open.server";
import { tidyEmails } from "~/platform/stored-emails.server";

const { databaseUrl: url, dataDir } = loadConfig();
const settings = { url, file: join(dataDir, "portal.sqlite") };
await migrateDatabase(settings);
const db = await openDatabase(settings);
const { changed, shared } = await tidyEmails(db).finally(() => db.close());
console.log(
  `Changed: ${Object.entries(changed)
    .map(([what, count]) => `${count} ${what}`)
    .join(", ")}.`,
);
for (const { account, other } of shared)
  console.error(`Account ${account} was left as it is: its address is that of account ${other}.`);
process.exitCode = shared.length > 0 ? 1 : 0;
