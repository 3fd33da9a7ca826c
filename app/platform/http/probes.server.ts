import type { IncomingMessage, ServerResponse } from "node:http";
import { eq, sql } from "drizzle-orm";
import { platformTables } from "~db/schema/platform";
import type { House } from "../house.server";
import { newId } from "../ids";
import { registry } from "../metrics.server";

/** Whether the database answers. */
export const isReady = (house: House): Promise<boolean> =>
  house.db.rows(sql`select 1 as one`).then(
    () => true,
    () => false,
  );

/** More than what is left over somewhere in the database's own pages. */
const filler = "x".repeat(64 * 1024);
const probing = new WeakMap<House, { at: number; outcome: Promise<boolean> }>();
/** Anybody may ask: a write is tried no more often than this. */
const probeEveryMs = 1000;

/** Whether the database takes writes. One is tried: a row that is there and gone within a transaction. */
function takesWrites(house: House): Promise<boolean> {
  const now = house.clock.now().getTime();
  const last = probing.get(house);
  if (last && now - last.at < probeEveryMs) return last.outcome;
  const { meta } = house.db.tables(platformTables);
  const key = `probe ${newId()}`;
  const outcome = house.db
    .transaction(async () => {
      await house.db.q.insert(meta).values({ key, value: filler });
      await house.db.q.delete(meta).where(eq(meta.key, key));
    })
    .then(
      () => true,
      () => false,
    );
  probing.set(house, { at: now, outcome });
  return outcome;
}

async function readiness(
  house: House,
): Promise<"ready" | "the database does not answer" | "the database takes no writes"> {
  if (!(await isReady(house))) return "the database does not answer";
  return (await takesWrites(house)) ? "ready" : "the database takes no writes";
}

/**
 * `/healthz`: the process lives. `/readyz`: it can serve. `/metrics`: only for callers on this machine.
 * @returns whether the request was one of these, and is answered
 */
export async function answerProbe(
  house: House,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  if (path === "/healthz") return sendText(response, 200, "ok");
  if (path === "/readyz") {
    const said = await readiness(house);
    return sendText(response, said === "ready" ? 200 : 503, said);
  }
  const near = /^(::ffff:)?127\.|^::1$/.test(request.socket.remoteAddress ?? "");
  if (path !== "/metrics" || !near || (house.config.trustProxy && request.headers["x-forwarded-for"])) return false;
  return sendText(response, 200, await registry.metrics(), registry.contentType);
}

function sendText(response: ServerResponse, status: number, text: string, type = "text/plain; charset=utf-8"): true {
  response.writeHead(status, { "content-type": type, "cache-control": "no-store" }).end(text);
  return true;
}
