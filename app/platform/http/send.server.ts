import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as WebStream } from "node:stream/web";
import type { Context } from "../context.server";
import { errorCode } from "../db/database.server";
import type { RenderedPage } from "./branches.server";
import { compress } from "./compress.server";

/** When it is worth coming back: a burst of readers is over by then. */
export const retryAfterSeconds = "15";

/** Sends a page or another answer of a route, with the request's cookies, compressed as the browser accepts it. */
export async function send(
  answer: Response | RenderedPage,
  context: Context,
  request: IncomingMessage,
  response: ServerResponse,
  fixed: Record<string, string>,
): Promise<void> {
  const headers: Record<string, string | string[]> = {
    "cache-control": canBeAsked(context, request) ? "no-store" : "private, no-cache",
    ...fixed,
    "x-request-id": context.requestId,
  };
  if (answer.status === 503) headers["retry-after"] = retryAfterSeconds;
  if (context.hasLeft) headers["clear-site-data"] = '"cache"';
  if ("html" in answer) headers["content-type"] = "text/html; charset=utf-8";
  else for (const [name, value] of answer.headers) if (name !== "set-cookie") headers[name] = value;
  if (context.cookies.length > 0) headers["set-cookie"] = context.cookies;
  if ("body" in answer && answer.body && String(headers["content-type"]).startsWith("text/csv"))
    return sendParts(answer.status, headers, answer.body, request, response);
  const plain = "html" in answer ? answer.html : Buffer.from(await answer.arrayBuffer());
  const isText = /^(text\/|application\/json)/.test(String(headers["content-type"] ?? ""));
  const { body, encoding } = isText ? await compress(plain, request.headers["accept-encoding"]) : { body: plain };
  if (encoding) headers["content-encoding"] = encoding;
  if (isText) headers["vary"] = "Accept-Encoding";
  // A text leaves in one piece with the headers, which is faster than two.
  headers["content-length"] = String(Buffer.byteLength(body));
  response.writeHead(answer.status, headers);
  response.end(request.method === "HEAD" ? undefined : body);
}

/** A long file leaves as it is made. Where making it fails, the connection ends before the file does: it is not kept. */
async function sendParts(
  status: number,
  headers: Record<string, string | string[]>,
  parts: NonNullable<Response["body"]>,
  { method }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.writeHead(status, headers);
  if (method === "HEAD") {
    await parts.cancel();
    response.end();
    return;
  }
  try {
    await pipeline(Readable.fromWeb(parts as WebStream), response);
  } catch (error) {
    // Whoever asked has gone: that is no fault.
    if (errorCode(error) !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
  }
}

/**
 * Whether Back can ask for an answer again. It cannot where a page came in answer to a form, such as one that says what
 * to put right: the browser would offer to send the form once more, and what was typed would be gone. So it may keep that
 * page for its history, other than at a kiosk; signing out empties that.
 */
const canBeAsked = (context: Context, { method }: IncomingMessage) => method !== "POST" || context.kiosk !== undefined;

/** The last resort, where not even an error page can be made. */
export function sendPlain(
  response: ServerResponse,
  status: 400 | 405 | 421 | 500,
  fixed: Record<string, string>,
): void {
  const text = plainTexts[status];
  const headers = { ...fixed, "content-type": "text/plain; charset=utf-8", connection: "close" };
  response.writeHead(status, headers).end(text);
}

const plainTexts = {
  400: "This address cannot be read.",
  405: "This is not asked for in this way.",
  421: "This service is not at this address.",
  500: "Something went wrong. Try again in a few minutes.",
};
