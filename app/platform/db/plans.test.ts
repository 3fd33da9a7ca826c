import { expect, inject, it } from "vitest";
import { readPostgresPlans, readSqlitePlans } from "./plans.testing.server";

const slow = {
  'select "id" from "cases" where "contact_email" = ?': "Scan cases",
  'select "id" from "cases" order by "updated_at" desc limit 50': "Sort",
  'delete from "visits" where "guest_id" = ?': "Scan visits",
};
const fast = [
  'select "id" from "cases" where "reference" = ?',
  'select "id" from "cases" where "state" = ? order by "created_at" desc, "id" desc limit 50',
  'select "name" from "wards"',
];

it("finds what passes by the ids that it was given, and takes another index", () => {
  const { sqliteTemplate } = inject("databases");
  const read = (condition: string) =>
    readSqlitePlans(sqliteTemplate, new Set([`delete from "drafts" where ("drafts"."id" in (?, ?) and ${condition})`]));
  const isOld = '("drafts"."state" = ? and "drafts"."updated_at" < ?)';
  expect(read(isOld)[0]).toMatch(/^SEARCH drafts USING INDEX drafts_updated/);
  expect(read(`case when ${isOld} then 1 else 0 end = 1`)).toEqual([]);
});

it("finds what takes longer with each case, on both databases, and nothing else", async () => {
  const { sqliteTemplate, postgresUrl } = inject("databases");
  const at = postgresUrl.replace(/\/postgres$/, "/template_portal");
  const numbered = (text: string) => text.replace("?", "$1");
  for (const [text, fault] of Object.entries(slow)) {
    expect(readSqlitePlans(sqliteTemplate, new Set([text]))[0]).toMatch(/^(SCAN|USE TEMP B-TREE)/);
    expect((await readPostgresPlans(at, new Set([numbered(text)])))[0]).toContain(fault);
  }
  expect(readSqlitePlans(sqliteTemplate, new Set(fast))).toEqual([]);
  expect(await readPostgresPlans(at, new Set(fast.map(numbered)))).toEqual([]);
});
