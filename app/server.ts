import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { ServerBuild } from "@remix-run/node";
import { demoAccounts, demoPin, seedDemo } from "~db/seed/demo";
import { createContext } from "./context.server";
import { askToSignIn } from "./features/accounts/accounts.server";
import { findKeptPage, keepPage, takeKeptId } from "./features/kiosks/kiosks.server";
import { bodySizeOf } from "./flow/flow.server";
import { openHouse } from "./house.server";
import { loadConfig } from "./platform/config.server";
import { type Context, goTo } from "./platform/context.server";
import { holdAlone } from "./platform/db/hold-alone.server";
import { placeOf } from "./platform/db/open.server";
import { isStorageFault } from "./platform/db/writes.server";
import type { House } from "./platform/house.server";
import { isProbe, ownAddress, readUrl } from "./platform/http/address.server";
import { receiveForm } from "./platform/http/body.server";
import { type Branch, createBranches } from "./platform/http/branches.server";
import { networkOf } from "./platform/http/caller.server";
import { serveFiles } from "./platform/http/files.server";
import { readForm } from "./platform/http/form.server";
import { answerCrowd, type Pressure, watchPressure } from "./platform/http/pressure.server";
import { answerProbe, isReady } from "./platform/http/probes.server";
import { isOwnRequest, securityHeaders } from "./platform/http/security.server";
import { send, sendPlain } from "./platform/http/send.server";
import { Sent } from "./platform/http/sent.server";
import { longestUnwritten, unwrittenSearch } from "./platform/http/shared-screen";
import { createStock } from "./platform/http/stock.server";
import { supportScript } from "./platform/http/support-script";
import { type Language, splitPath } from "./platform/i18n/languages";
import { requestSeconds } from "./platform/metrics.server";
import { noteRefused } from "./platform/security-events.server";
import { startWorker } from "./worker.server";

type Pick = (path: string) => Promise<Branch> | Branch;

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
  const config = loadConfig(env);
  const letGo = config.databaseUrl ? () => undefined : holdAlone(placeOf(config).file);
  const house = await openHouse(config);
  const create = env["STOCK"] === "1" ? createStock : createBranches;
  const fixed = typeof build === "function" ? undefined : create(build);
  const pick: Pick = fixed ?? (async (path) => create(await (build as () => Promise<ServerBuild>)())(path));
  const pressure = watchPressure(house.config.shedAfterMs);
  const listener = createListener(house, pick, pressure);
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
    pressure.stop();
    await worker?.stop();
    await house.work.close();
    await house.db.close();
    letGo();
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
  ...demoAccounts.map(({ title, email, password }) => `  ${title.padEnd(11)} ${email}  password: ${password}`),
  `  messages  ${address}/dev/mail`,
  `  kiosks    ${address}/staff/kiosks (as staff: make a code), then ${address}/kiosk/enrol on the device`,
  `  helper    ${address}/floor as the floorwalker, PIN ${demoPin.pin}`,
];

/** What pages and forms are asked with. */
const methods = new Set(["GET", "HEAD", "POST"]);

/** Answers every request: own endpoints and files first, then the pages. */
export function createListener(house: House, pick: Pick, pressure?: Pressure) {
  const secure = house.config.publicUrl.startsWith("https:");
  const scriptHash = createHash("sha256").update(supportScript).digest("base64");
  const fixed = securityHeaders({ scriptHash, secure });
  const files = serveFiles(fixed);
  const isOurs = ownAddress(house.config);
  const turnAway = answerCrowd((lng) => makeCrowdedPage(house, pick, lng), fixed);
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
    const refuse = (exchange: Exchange, status: Refusal) => answerError(house, pick, exchange, status);
    const answer = async (exchange: Exchange) => {
      const { url } = exchange;
      if (await answerProbe(house, url.pathname, request, response)) return;
      if (pressure?.turnsAway(request)) {
        pattern = "turned away";
        return turnAway(splitPath(url.pathname).lng, request, response);
      }
      if (!isOwnRequest(request.method ?? "GET", request.headers, url.host)) return refuse(exchange, 403);
      const branch = await pick(splitPath(url.pathname).path);
      pattern = branch.pattern;
      const refused = await answerPage(house, branch, exchange);
      if (refused) await refuse(exchange, refused);
    };
    if (!isOurs(request) && !isProbe(request)) {
      pattern = "another host";
      return sendPlain(response, 421, fixed);
    }
    files(request, response, () => {
      const url = readUrl(house.config, request);
      if (!url) return sendPlain(response, 400, fixed);
      if (!methods.has(request.method ?? "")) return sendPlain(response, 405, fixed);
      const exchange: Exchange = { request, response, url, fixed, requestId };
      answer(exchange)
        .catch(async (error: unknown) => {
          // The caller went away in the middle: there is nobody to answer, and nothing to mend.
          if (request.destroyed && !request.complete) return void response.destroy();
          house.log.error({ err: error, requestId }, "request failed");
          if (response.headersSent) response.destroy();
          else await refuse(exchange, isStorageFault(error) || !(await isReady(house)) ? 503 : 500);
        })
        .catch(() => sendPlain(response, 500, fixed));
    });
  };
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  fixed: Record<string, string>;
  requestId: string;
  /** What was sent, once it is read. */
  form?: FormData | undefined;
}
type Asked = Omit<Exchange, "request" | "response" | "fixed">;
type Refusal = 403 | 404 | 413 | 500 | 503;

/** Answers with a page, or says with which error page it has to be answered. */
async function answerPage(house: House, branch: Branch, exchange: Exchange): Promise<Refusal | undefined> {
  const { request, response, url, fixed, requestId } = exchange;
  const hasBody = request.method !== "GET" && request.method !== "HEAD";
  const { body, params } = branch;
  const size = body === "step" || body === "save" ? bodySizeOf(body, params) : body;
  const address = callerNetwork(house, request);
  const received = hasBody ? await receiveForm(request, size, address) : { form: undefined };
  if ("refused" in received) return received.refused;
  const asked = unwrittenSearch(received.form);
  if (asked && asked.length > longestUnwritten) return 413;
  if (asked !== undefined) url.search = asked;
  const keptId = takeKeptId(url);
  const method = asked === undefined ? (request.method ?? "GET") : "GET";
  const form = asked === undefined ? received.form : undefined;
  const context = await createContext(house, { url, cookie: request.headers.cookie, address, requestId });
  context.form = form;
  exchange.form = form;
  const own = context.path === url.pathname ? url : new URL(context.path + url.search, url);
  const sent = new Sent(method, own, request.headers, form);
  if (context.refused && context.actor.kind === "guest") {
    await send(await askToSignIn(context, await sentForm(sent)), context, request, response, fixed);
    return undefined;
  }
  if (context.refused) await noteRefused(context, "organisation");
  if (context.refused) return 404;
  const elsewhere = awayFromKiosk(context);
  if (elsewhere) {
    await send(elsewhere, context, request, response, fixed);
    return undefined;
  }
  const kept = keptId && !hasBody ? await findKeptPage(context, keptId) : undefined;
  const answer = kept ?? (await branch.handle(sent, context));
  if (answer.status === 500 && !(await isReady(house))) return 503;
  const answersForm = hasBody && !sent.isByItself && "html" in answer;
  await send(answersForm ? await keepPage(context, answer) : answer, context, request, response, fixed);
  return undefined;
}

/** At a kiosk everything begins on its start screen: Back leads there too, once a visit is over. */
function awayFromKiosk(context: Context): Response | undefined {
  const { kiosk, path } = context;
  return kiosk && !kiosk.visit && !/^\/kiosk(\/(end|enrol))?$/.test(path) ? goTo(context, "/kiosk") : undefined;
}

/** The form that somebody sent; undefined for what a page does by itself, and for what cannot be read. */
async function sentForm(sent: Sent): Promise<FormData | undefined> {
  return sent.method === "POST" && !sent.isByItself ? readForm(sent.request).catch(() => undefined) : undefined;
}

/** A real page for an error that no route answers, in the reader's language. It reads nothing from the database. */
async function makeErrorPage(house: House, pick: Pick, asked: Asked, status: Refusal) {
  const nowhere = "/error";
  const { url, requestId, form } = asked;
  const context = await createContext(house, { url, requestId, cookie: undefined, address: "" });
  context.refused = status;
  context.form = form;
  const branch = await pick(nowhere);
  const answer = await branch.handle(new Sent("GET", new URL(nowhere, url), {}, undefined), context);
  return { answer, context };
}

async function answerError(house: House, pick: Pick, exchange: Exchange, status: Refusal): Promise<void> {
  const { answer, context } = await makeErrorPage(house, pick, exchange, status);
  await send(answer, context, exchange.request, exchange.response, exchange.fixed);
}

/** The same page for everybody who is asked to come back, in a language. */
async function makeCrowdedPage(house: House, pick: Pick, lng: Language): Promise<string> {
  const asked = { url: new URL(lng === "en" ? "/" : `/${lng}`, house.config.publicUrl), requestId: "" };
  const { answer } = await makeErrorPage(house, pick, asked, 503);
  return "html" in answer ? answer.html : answer.text();
}

/** The last address in the list is the one that the council's own proxy saw; what stands before it, anybody may write. */
function callerNetwork(house: House, request: IncomingMessage): string {
  const forwarded = house.config.trustProxy ? String(request.headers["x-forwarded-for"] ?? "") : "";
  return networkOf(forwarded.split(",").at(-1) ?? "") || networkOf(request.socket.remoteAddress ?? "");
}
