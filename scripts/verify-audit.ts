// npm run audit:verify: goes through the audit log and names each entry that was changed, removed, added or put elsewhere.
// With --anchor FILE it also compares the log with what the file says of it, and adds what it is now.
import { parseArgs } from "node:util";
import { anchorAudit } from "~/platform/audit-anchor.server";
import { verifyAudit } from "~/platform/audit-verify.server";
import { openPortal, runCommand } from "./support/command";

runCommand(async () => {
  const { values } = parseArgs({ options: { anchor: { type: "string" } } });
  const { config, db } = await openPortal();
  const looked = values.anchor
    ? anchorAudit(db, config.auditKey, values.anchor, new Date())
    : verifyAudit(db, config.auditKey).then((found) => ({ ...found, broken: [] }));
  const { entries, unkeyed, seal, faults, broken } = await looked.finally(() => db.close());
  const wrong = [
    ...faults.map(
      ({ subject, number, what, action }) => `${subject}: entry ${number}: ${what}${action ? ` (${action})` : ""}`,
    ),
    ...(seal === "changed" ? ["The entries from before AUDIT_KEY are not those that were there when it came."] : []),
    ...broken.map(({ until }) => `The log until ${until} is not the one that ${values.anchor} tells of.`),
  ];
  for (const line of wrong) console.error(line);
  if (unkeyed > 0) console.log(`${unkeyed} entries are from before AUDIT_KEY.`);
  if (seal === "not made yet") console.log("They are sealed when the portal starts next.");
  console.log(wrong.length > 0 ? `${wrong.length} faults in ${entries} entries.` : `${entries} entries, none changed.`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
});
