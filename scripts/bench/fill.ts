// Fills the database of a demo with cases and all that comes with them: tsx scripts/bench/fill.ts <file> <cases>
import { makeAudit } from "./fill-audit";
import { addBeside } from "./fill-beside";
import { addCase } from "./fill-case";
import { readPeople, whoSent } from "./fill-people";
import { fillTables } from "./fill-rows";

const [file, many] = [process.argv[2]!, Number(process.argv[3])];
const now = Date.now();
const years = 3 * 365 * 24 * 60 * 60 * 1000;

fillTables(file, (add, db) => {
  const people = readPeople(db);
  const slots = db.prepare("select id from slots limit 500").pluck().all() as string[];
  const ends = db.prepare("delete from audit_heads returning subject_kind || ' ' || subject_id, number").raw().all();
  const audit = makeAudit(add, people, new Map(ends as [string, number][]));
  for (let number = 0; number < many; number++) {
    const at = Math.floor(now - years + (years * number) / many);
    const added = addCase(add, people, whoSent(people, number, many, at), number, at);
    audit.add(added, at);
    addBeside(add, people, slots, number, at, now, added);
  }
  audit.end();
});
