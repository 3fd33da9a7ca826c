import type { IncomingMessage, ServerResponse } from "node:http";
import { sql } from "drizzle-orm";
import type { House } from "../house.server";
import { registry } from "../metrics.server";

/** Whether the database answers. */
export const isReady = (house: House): Promise<boolean> =>
  house.db.rows(sql`select 1 as one`).then(
    () => true,
    () => false,
  );

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
    const ready = await isReady(house);
    return sendText(response, ready ? 200 : 503, ready ? "ready" : "the database does not answer");
  }
  const near = /^(::ffff:)?127\.|^::1$/.test(request.socket.remoteAddress ?? "");
  if (path !== "/metrics" || !near || (house.config.trustProxy && request.headers["x-forwarded-for"])) return false;
  return sendText(response, 200, await registry.metrics(), registry.contentType);
}

function sendText(response: ServerResponse, status: number, text: string, type = "text/plain; charset=utf-8"): true {
  response.writeHead(status, { "content-type": type, "cache-control": "no-store" }).end(text);
  return true;
}
