import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { Agent, request as send } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { caseTables } from "~db/schema/cases";
import { flowTables } from "~db/schema/flow";
import { platformTables } from "~db/schema/platform";
import type { Database } from "../../platform/db/database.server";
import { openSqlite } from "../../platform/db/sqlite.server";
import { newId } from "../../platform/ids";
import { Browser } from "../browser";
import { isSoak } from "../soak";
import { type Child, startChild, startMailServer } from "./child";
import { callBack, walk } from "./journey";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const service = "request-call-back";
const burst = 500;
const atOnce = 16;
/** How many are acknowledged when the server dies. */
const enoughToKill = 200;

const rounds = Array.from({ length: isSoak ? 15 : 1 }, (_, index) => index + 1);

describe.each(rounds)("a server that is killed, round %i,", () => {
  let dataDir: string;
  let db: Database;
  let mail: Awaited<ReturnType<typeof startMailServer>>;
  let child: Child | undefined;
  let cookie: string;
  let seen: string;
  const drafts: string[] = [];
  const acknowledged = new Map<string, string>();

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), "myaccount-kill-"));
    mail = await startMailServer({ delayMs: 5 });
    child = await start();
    db = openSqlite(join(dataDir, "portal.sqlite"));
    const browser = new Browser(child.url);
    const page = await walk(browser, service, callBack);
    cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const fieldOf = (name: string) => page.dom.querySelector(`input[name=${name}]`)!.getAttribute("value")!;
    seen = fieldOf("seen");
    drafts.push(...(await copyDraft(fieldOf("draft"))));
  });
  afterAll(async () => {
    await child?.kill();
    await mail?.stop();
    await db?.close();
    if (dataDir) rmSync(dataDir, { recursive: true, force: true });
  });

  const start = () => startChild({ DATA_DIR: dataDir, SMTP_URL: `smtp://127.0.0.1:${mail.port}` });
  const tables = () => ({ ...db.tables(caseTables), ...db.tables(platformTables), ...db.tables(flowTables) });
  const allCases = () => db.q.select().from(tables().cases);
  const allRows = () => db.q.select().from(tables().outbox);

  /** Hundreds of drafts with the answers of one, so that the burst is of submissions only. */
  async function copyDraft(id: string): Promise<string[]> {
    const table = tables().drafts;
    const [draft] = await db.q.select().from(table).where(eq(table.id, id));
    const copies = Array.from({ length: burst }, () => ({ ...draft!, id: newId(), openKey: newId() }));
    await db.transaction(async () => {
      for (let at = 0; at < burst; at += 100) await db.q.insert(table).values(copies.slice(at, at + 100));
    });
    return copies.map((copy) => copy.id);
  }

  /** @returns the reference, or undefined where the server was gone before it answered */
  async function submit(draft: string): Promise<string | undefined> {
    const response = await fetch(`${child!.url}/services/${service}/check`, {
      method: "POST",
      redirect: "manual",
      headers: { cookie, origin: child!.url },
      body: new URLSearchParams({ draft, seen }),
    }).catch(() => undefined);
    if (!response) return undefined;
    const reference = response.headers.get("location")?.split("/done/")[1];
    if (!reference)
      throw new Error(`A submission was answered with ${response.status} ${response.headers.get("location")}`);
    return reference;
  }

  /** Submits many, some at once, until all are or `enough` says stop. */
  async function submitAll(todo: string[], told: (draft: string, reference: string) => void): Promise<void> {
    const queue = [...todo];
    const one = async () => {
      for (let draft = queue.shift(); draft; draft = queue.shift()) {
        const reference = await submit(draft);
        if (!reference) return;
        told(draft, reference);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, one));
  }

  it("in the middle of 500 submissions has kept every one that it acknowledged, and none twice", async () => {
    let killed: Promise<void> | undefined;
    // A few whose messages have left before the burst, which may keep the worker waiting.
    await submitAll(drafts.slice(0, 5), (draft, reference) => acknowledged.set(draft, reference));
    await until(async () => (await allRows()).filter((row) => row.state === "done").length >= 5);
    await submitAll(drafts.slice(5), (draft, reference) => {
      acknowledged.set(draft, reference);
      if (acknowledged.size === enoughToKill) killed = child!.kill();
    });
    await killed;
    expect(acknowledged.size).toBeGreaterThanOrEqual(enoughToKill);
    expect(acknowledged.size).toBeLessThan(burst);
    const kept = await allCases();
    const byReference = new Map(kept.map((row) => [row.reference, row]));
    expect(byReference.size).toBe(kept.length);
    for (const [draft, reference] of acknowledged) expect(byReference.get(reference)?.draftId).toBe(draft);
    // What was decided with a case is there with it.
    const events = await db.q.select().from(tables().caseEvents);
    expect(new Set(events.map((event) => event.caseId))).toEqual(new Set(kept.map((row) => row.id)));
    expect((await allRows()).filter((row) => row.kind === "message")).toHaveLength(kept.length);
  });

  it("sends no message twice that it had written down as sent, and repeats others under their own id", async () => {
    const doneBefore = (await allRows()).filter((row) => row.state === "done").map((row) => row.id);
    expect(doneBefore.length).toBeGreaterThan(0);
    expect(doneBefore.length).toBeLessThan(acknowledged.size);
    // Two minutes later: the rows that the dead worker had in hand come back.
    await giveBack();
    child = await start();
    for (let kills = 0; kills < 2; kills++) {
      await until(async () => (await allRows()).filter((row) => row.state === "done").length > doneBefore.length + 20);
      await child.kill();
      doneBefore.splice(
        0,
        doneBefore.length,
        ...(await allRows()).filter((row) => row.state === "done").map((row) => row.id),
      );
      await giveBack();
      child = await start();
    }
    await until(async () => (await allRows()).every((row) => row.state === "done"));
    const ids = (await allRows()).map((row) => `<${row.id}@127.0.0.1>`);
    const times = (id: string) => mail.taken.filter((one) => one === id).length;
    expect(new Set(mail.taken)).toEqual(new Set(ids));
    for (const id of doneBefore) expect(times(`<${id}@127.0.0.1>`)).toBeGreaterThanOrEqual(1);
    // Only what was in hand at one of the three deaths may have come twice.
    const repeated = ids.filter((id) => times(id) > 1);
    expect(repeated.length).toBeLessThanOrEqual(3);
  });

  it("goes on afterwards: every draft is sent once, with the reference that was told before", async () => {
    const now = new Map<string, string>();
    await submitAll(drafts, (draft, reference) => now.set(draft, reference));
    expect(now.size).toBe(burst);
    expect(new Set(now.values()).size).toBe(burst);
    for (const [draft, reference] of acknowledged) expect(now.get(draft)).toBe(reference);
    expect(await allCases()).toHaveLength(burst);
    // The rest of the messages would take a while, and prove nothing more.
    const { outbox } = tables();
    await db.transaction(() => db.q.update(outbox).set({ state: "done" }).where(eq(outbox.state, "waiting")));
  });

  const giveBack = () =>
    db.transaction(() =>
      db.q.update(tables().outbox).set({ dueAt: new Date() }).where(eq(tables().outbox.state, "waiting")),
    );

  it("takes submissions while no mail server answers, and sends the messages later", async () => {
    await child!.stop();
    const { port } = mail;
    await mail.stop();
    child = await start();
    const browser = new Browser(child.url);
    await walk(browser, service, callBack);
    expect((await browser.submit()).path).toContain("/done/");
    const waiting = async () => (await allRows()).filter((row) => row.state === "waiting");
    await until(async () => (await waiting()).some((row) => row.error !== null));
    const [row] = await waiting();
    expect(row!.error).not.toContain("zoe@example.org");
    mail = await startMailServer({ port });
    await until(async () => (await waiting()).length === 0);
    expect(mail.taken).toEqual([`<${row!.id}@127.0.0.1>`]);
  });
});

describe("a server that is stopped", () => {
  let dataDir: string;
  let child: Child | undefined;
  afterEach(async () => {
    await child?.kill();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it("keeps a second one off its database, and lets one in as soon as it is gone, however it went", async () => {
    dataDir = mkdtempSync(join(tmpdir(), "myaccount-stop-"));
    const settings = { DATA_DIR: dataDir, SMTP_URL: "smtp://127.0.0.1:9" };
    child = await startChild(settings);
    await expect(startChild(settings)).rejects.toThrow("in use by a portal that runs: stop that one first");
    expect((await fetch(`${child.url}/readyz`)).status).toBe(200);
    await child.kill();
    child = await startChild(settings);
    expect(await child.stop()).toBe(0);
    child = await startChild(settings);
  });

  it("answers what is under way, takes nothing new, and ends in good order", async () => {
    dataDir = mkdtempSync(join(tmpdir(), "myaccount-stop-"));
    child = await startChild({ DATA_DIR: dataDir, SMTP_URL: "smtp://127.0.0.1:9" });
    const agent = new Agent({ keepAlive: true });
    const { hostname, port } = new URL(child.url);
    // An idle connection must not hold it up.
    const idle = send({ hostname, port, path: "/healthz", agent });
    idle.end();
    const [ok] = (await once(idle, "response")) as [NodeJS.ReadableStream];
    ok.resume();
    const body = "topic=waste";
    const slow = send({
      hostname,
      port,
      path: `/services/${service}/topic`,
      method: "POST",
      headers: {
        origin: child.url,
        "content-type": "application/x-www-form-urlencoded",
        "content-length": body.length,
      },
    });
    const answered = once(slow, "response") as Promise<[{ statusCode: number; resume: () => void }]>;
    slow.write(body.slice(0, 4));
    await wait(200);
    const stopped = child.stop();
    await wait(300);
    expect(child.process.exitCode).toBeNull();
    await expect(fetch(`${child.url}/healthz`)).rejects.toThrow();
    slow.end(body.slice(4));
    const [answer] = await answered;
    expect(answer.statusCode).toBe(303);
    answer.resume();
    expect(await stopped).toBe(0);
    agent.destroy();
  });
});

async function until(isSo: () => Promise<boolean>, ms = 60_000): Promise<void> {
  for (const end = Date.now() + ms; ; await wait(50)) {
    if (await isSo()) return;
    if (Date.now() > end) throw new Error(`It did not come about in ${ms / 1000} s.`);
  }
}
