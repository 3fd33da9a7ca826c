import { sql } from "drizzle-orm";
import { expect, inject, it } from "vitest";
import { postgresFaults } from "./plan-faults";
import { readPostgresPlans, readSqlitePlans } from "./plans.testing.server";
import { copyPostgres } from "./testing.server";

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

it("reads what is due in its order though nearly all rows are done, as PostgreSQL knows its tables", async () => {
  const db = await copyPostgres();
  const due = `select id from outbox where state = 'waiting' and due_at <= now() order by due_at limit 20`;
  const faults = await db.transaction(async () => {
    await db.rows(
      sql`insert into outbox (id, kind, subject_kind, subject_id, actor_kind, actor_id, channel, payload, state, due_at, created_at, done_at)
          select number, 'message', 'guest', 'g', 'guest', 'g', 'online', '{}', 'done', now() - number * interval '1 second', now(), now()
          from generate_series(1, 60000) as number`,
    );
    await db.rows(sql`analyze outbox`);
    await db.rows(sql`set local enable_seqscan = off`);
    const [explained] = await db.rows<{ "QUERY PLAN": [{ Plan: never }] }>(sql.raw(`explain (format json) ${due}`));
    return postgresFaults(due, explained!["QUERY PLAN"][0].Plan);
  });
  await db.close();
  expect(faults).toEqual([]);
});
