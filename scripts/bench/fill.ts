// Fills the database of a demo with cases and all that comes with them: tsx scripts/bench/fill.ts <file or address> <cases>
import { makeAudit } from "./fill-audit";
import { addBeside } from "./fill-beside";
import { addCase } from "./fill-case";
import { readPeople, whoSent } from "./fill-people";
import { fillTables } from "./fill-rows";

const [place, many] = [process.argv[2]!, Number(process.argv[3])];
const now = Date.now();
const years = 3 * 365 * 24 * 60 * 60 * 1000;

await fillTables(place, async (add, rows, flush) => {
  const people = await readPeople(rows);
  const slots = (await rows("select id from slots limit 500")).map(([id]) => String(id));
  const ends = await rows("delete from audit_heads returning subject_kind || ' ' || subject_id, number");
  const audit = makeAudit(add, people, new Map(ends.map(([chain, number]) => [String(chain), Number(number)])));
  for (let number = 0; number < many; number++) {
    const at = Math.floor(now - years + (years * number) / many);
    const added = addCase(add, people, whoSent(people, number, many, at), number, at);
    audit.add(added, at);
    addBeside(add, people, slots, number, at, now, added);
    if (number % 100 === 0) await flush();
  }
  audit.end();
});
