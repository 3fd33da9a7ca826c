import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import { sql } from "drizzle-orm";
import sirv from "sirv";
import { demoAccounts, seedDemo } from "~db/seed/demo";
import { createContext } from "./context.server";
import { openHouse } from "./house.server";
import { loadConfig } from "./platform/config.server";
import type { Context } from "./platform/context.server";
import type { House } from "./platform/house.server";
import { readBody } from "./platform/http/body.server";
import { type Branch, createBranches } from "./platform/http/branches.server";
import { compress } from "./platform/http/compress.server";
import { isOwnRequest, securityHeaders } from "./platform/http/security.server";
import { supportScript } from "./platform/http/support-script";
import { splitPath } from "./platform/i18n/languages";
import { registry, requestSeconds } from "./platform/metrics.server";
import { startWorker } from "./worker.server";

type Pick = (lng: Parameters<ReturnType<typeof createBranches>>[0], path: string) => Promise<Branch> | Branch;

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** A running portal. */
export interface Portal {
  house: House;
  server: Server;
  address: string;
  /** What to tell the person who started it. */
  welcome: string[];
  stop(): Promise<void>;
}

/**
 * Starts the portal: settings, database, worker and HTTP server.
 * @param build the Remix server build, or a function that makes it anew for each request while developing.
 * @param before what sees a request first while developing: Vite, for the sources it serves
 * @throws ConfigError where a setting is wrong.
 */
export async function startPortal(
  build: ServerBuild | (() => Promise<ServerBuild>),
  env = process.env,
  before?: Middleware,
): Promise<Portal> {
  const house = await openHouse(loadConfig(env));
  const fixed = typeof build === "function" ? undefined : createBranches(build);
  const pick: Pick =
    fixed ?? (async (lng, path) => createBranches(await (build as () => Promise<ServerBuild>)())(lng, path));
  const listener = createListener(house, pick);
  const server = createServer(
    before ? (request, response) => before(request, response, () => listener(request, response)) : listener,
  );
  server.requestTimeout = 60_000;
  if (house.config.demo) await seedDemo(house);
  const worker = house.config.worker ? startWorker(house) : undefined;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(house.config.port, house.config.host, resolve);
  });
  const { port } = server.address() as { port: number };
  const stop = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    // A browser's connection outlives its request: it is closed as soon as nothing is in flight on it.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    await closed;
    clearInterval(sweep);
    await worker?.stop();
    await house.db.close();
  };
  const address = `http://${house.config.host}:${port}`;
  return {
    house,
    server,
    address,
    stop,
    welcome: [`MyAccount is at ${address}`, ...(house.config.demo ? demoWelcome(address) : [])],
  };
}

const demoWelcome = (address: string) => [
  "This is a demo: the borough of Brackenford, its people and its bank are made up.",
  ...demoAccounts.map(({ role, email, password }) => `  ${role.padEnd(9)} ${email}  password: ${password}`),
  `  messages  ${address}/dev/mail`,
];

/** Answers every request: own endpoints and files first, then the pages. */
export function createListener(house: House, pick: Pick) {
  const secure = house.config.publicUrl.startsWith("https:");
  const scriptHash = createHash("sha256").update(supportScript).digest("base64");
  const fixed = securityHeaders({ scriptHash, secure });
  const files = serveFiles(fixed);
  return (request: IncomingMessage, response: ServerResponse) => {
    const started = performance.now();
    const requestId =
      (house.config.trustProxy && String(request.headers["x-request-id"] ?? "").slice(0, 64)) || randomUUID();
    let pattern = "file";
    response.on("finish", () => {
      const seconds = (performance.now() - started) / 1000;
      requestSeconds.observe({ method: request.method ?? "", route: pattern, status: response.statusCode }, seconds);
      house.log.info({
        requestId,
        method: request.method,
        route: pattern,
        status: response.statusCode,
        ms: Math.round(seconds * 1000),
      });
    });
    const answer = async () => {
      const url = readUrl(house, request);
      if (!url) return sendPlain(response, 400, fixed);
      if (await answerProbe(house, url.pathname, request, response)) return;
      const { lng, path } = splitPath(url.pathname);
      const branch = await pick(lng, path);
      pattern = branch.pattern;
      await answerPage(house, { request, response, url, branch, fixed, requestId });
    };
    files(request, response, () => {
      answer().catch((error: unknown) => {
        house.log.error({ err: error, requestId }, "request failed");
        if (response.headersSent) response.destroy();
        else sendPlain(response, 500, fixed);
      });
    });
  };
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  branch: Branch;
  fixed: Record<string, string>;
  requestId: string;
}

async function answerPage(house: House, { request, response, url, branch, fixed, requestId }: Exchange): Promise<void> {
  const method = request.method ?? "GET";
  if (!isOwnRequest(method, request.headers, url.host)) return sendPlain(response, 403, fixed);
  const hasBody = method !== "GET" && method !== "HEAD";
  const body = hasBody ? await readBody(request) : null;
  if (body === undefined) return sendPlain(response, 413, fixed);
  const address = callerAddress(house, request);
  const context = await createContext(house, { url, cookie: request.headers.cookie, address, requestId });
  const headers = new Headers();
  for (const name of ["content-type", "origin", "host", "accept-language", "if-none-match"]) {
    const value = request.headers[name];
    if (typeof value === "string") headers.set(name, value);
  }
  const page = new Request(url, { method, headers, body: body as Uint8Array<ArrayBuffer> | null });
  const answer = await branch.handle(page, context as Context & AppLoadContext);
  await send(answer, context, request, response, fixed);
}

async function send(
  answer: Response,
  context: Context,
  request: IncomingMessage,
  response: ServerResponse,
  fixed: Record<string, string>,
): Promise<void> {
  const headers: Record<string, string | string[]> = {
    "cache-control": "no-store",
    ...fixed,
    "x-request-id": context.requestId,
  };
  for (const [name, value] of answer.headers) if (name !== "set-cookie") headers[name] = value;
  if (context.cookies.length > 0) headers["set-cookie"] = context.cookies;
  const plain = context.html === undefined ? Buffer.from(await answer.arrayBuffer()) : Buffer.from(context.html);
  const isText = /^(text\/|application\/json)/.test(answer.headers.get("content-type") ?? "");
  const { body, encoding } = isText ? await compress(plain, request.headers["accept-encoding"]) : { body: plain };
  if (encoding) headers["content-encoding"] = encoding;
  if (isText) headers["vary"] = "Accept-Encoding";
  headers["content-length"] = String(body.length);
  response.writeHead(answer.status, headers);
  response.end(request.method === "HEAD" ? undefined : body);
}

/** Built files never change under their name and are kept for a year; the others for an hour. */
function serveFiles(fixed: Record<string, string>): ReturnType<typeof sirv> {
  // Tests of requests run without a build.
  if (!existsSync("build/client")) return (_request, _response, next) => next?.();
  const setHeaders = (response: ServerResponse, path: string) => {
    for (const name in fixed) response.setHeader(name, fixed[name]!);
    const lasting = path.startsWith("/assets/");
    response.setHeader("Cache-Control", lasting ? "public, max-age=31536000, immutable" : "public, max-age=3600");
  };
  return sirv("build/client", { etag: true, gzip: true, brotli: true, setHeaders });
}

/** `/healthz`: the process lives. `/readyz`: it can serve. `/metrics`: only for callers on this machine. */
async function answerProbe(
  house: House,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  if (path === "/healthz") return sendText(response, 200, "ok");
  if (path === "/readyz") {
    const ready = await house.db.rows(sql`select 1 as one`).then(
      () => true,
      () => false,
    );
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

/** An answer to something that no page of the portal sends. */
function sendPlain(response: ServerResponse, status: number, fixed: Record<string, string>): void {
  const text = {
    400: "Bad request",
    403: "Not allowed from another site",
    413: "Too large",
    500: "Something went wrong",
  }[status];
  response
    .writeHead(status, { ...fixed, "content-type": "text/plain; charset=utf-8", connection: "close" })
    .end(text ?? "");
}

function readUrl(house: House, request: IncomingMessage): URL | undefined {
  const forwarded = house.config.trustProxy ? request.headers["x-forwarded-host"] : undefined;
  const host = String(forwarded ?? request.headers.host ?? "");
  const path = request.url ?? "/";
  if (!host || !path.startsWith("/") || path.startsWith("//")) return undefined;
  return URL.parse(`http://${host}${path}`) ?? undefined;
}

function callerAddress(house: House, request: IncomingMessage): string {
  const forwarded = house.config.trustProxy ? String(request.headers["x-forwarded-for"] ?? "") : "";
  return forwarded.split(",").at(-1)?.trim() || (request.socket.remoteAddress ?? "");
}
