import type { IncomingMessage, ServerResponse } from "node:http";
import { performance } from "node:perf_hooks";
import type { Language } from "../i18n/languages";
import { retryAfterSeconds } from "./send.server";

/** Tells a server that has more to do than it can. */
export interface Pressure {
  /** Whether a request is turned away for now, so that whoever is in the middle of something goes on. */
  turnsAway(request: IncomingMessage): boolean;
  stop(): void;
}

const everyMs = 50;
/** The share of the newest look in the average: a single stall is no pressure, a second of them is. */
const weight = 0.2;

/**
 * Watches how late this process gets to its work.
 * @param afterMs mean delay of the event loop in milliseconds past which guests who have not begun are turned away; 0 is never
 */
export function watchPressure(afterMs: number, now: () => number = () => performance.now()): Pressure {
  let last = now();
  let delay = 0;
  const look = () => {
    delay += weight * (Math.max(0, now() - last - everyMs) - delay);
    last = now();
  };
  const timer = afterMs > 0 ? setInterval(look, everyMs).unref() : undefined;
  return {
    turnsAway: (request) => afterMs > 0 && delay > afterMs && isNew(request),
    stop: () => clearInterval(timer),
  };
}

/** Whoever only looks, and whom the portal has not seen: nothing that they typed is lost. */
const isNew = ({ method, headers }: IncomingMessage) =>
  method !== "POST" && !/(^|[ ;-])(session|kiosk)=/.test(headers.cookie ?? "");

/**
 * Answers whoever is turned away. Their page is made once for each language: made anew for each of them, it would cost
 * more than what they asked for.
 */
export function answerCrowd(make: (lng: Language) => Promise<string>, fixed: Record<string, string>) {
  const pages = new Map<Language, string>();
  return async (lng: Language, { method }: IncomingMessage, response: ServerResponse): Promise<void> => {
    const page = pages.get(lng) ?? (await make(lng));
    pages.set(lng, page);
    response.writeHead(503, {
      ...fixed,
      "content-type": "text/html; charset=utf-8",
      "content-length": Buffer.byteLength(page),
      "cache-control": "no-store",
      "retry-after": retryAfterSeconds,
    });
    response.end(method === "HEAD" ? undefined : page);
  };
}
