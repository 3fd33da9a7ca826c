// npm run audit:verify: goes through the audit log and names each entry that was changed, removed, added or put elsewhere.
import { join } from "node:path";
import { verifyAudit } from "~/platform/audit.server";
import { loadConfig } from "~/platform/config.server";
import { migrateDatabase } from "~/platform/db/migrate.server";
import { openDatabase } from "~/platform/db/open.server";

const { databaseUrl: url, dataDir } = loadConfig();
const settings = { url, file: join(dataDir, "portal.sqlite") };
await migrateDatabase(settings);
const db = await openDatabase(settings);
const { entries, faults } = await verifyAudit(db);
await db.close();
for (const { subject, number, what, action } of faults)
  console.error(`${subject}: entry ${number}: ${what}${action ? ` (${action})` : ""}`);
console.log(faults.length > 0 ? `${faults.length} faults in ${entries} entries.` : `${entries} entries, none changed.`);
process.exitCode = faults.length > 0 ? 1 : 0;
