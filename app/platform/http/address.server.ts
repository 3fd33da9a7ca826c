import type { IncomingMessage } from "node:http";
import type { Config } from "../config.server";

/** What load balancers ask for, by a node's own address and without the public one's name. */
const probes = new Set(["/healthz", "/readyz", "/metrics"]);

/** Whether a request is one that a load balancer or a monitor makes. */
export const isProbe = (request: IncomingMessage): boolean => probes.has((request.url ?? "").split("?", 1)[0]!);

/**
 * Whether requests came to the portal's own address. In production another one is refused: links, cookies and what
 * caches keep must never hold a name that a stranger wrote into `Host`.
 */
export function ownAddress({ production, publicUrl, trustProxy }: Config): (request: IncomingMessage) => boolean {
  const own = new URL(publicUrl);
  return (request) => !production || URL.parse(`${own.protocol}//${askedHost(trustProxy, request)}`)?.host === own.host;
}

/** The address that was asked for; undefined where it is none. */
export function readUrl({ trustProxy, publicUrl }: Config, request: IncomingMessage): URL | undefined {
  // A probe of HTTP/1.0 names no host.
  const host = askedHost(trustProxy, request) || (isProbe(request) ? new URL(publicUrl).host : "");
  const path = request.url ?? "/";
  if (!host || !path.startsWith("/") || path.startsWith("//")) return undefined;
  const url = URL.parse(`http://${host}${path}`);
  if (!url || !isReadable(url.pathname)) return undefined;
  // What follows a language may not begin with two: a link that keeps to this path would lead to another site.
  url.pathname = url.pathname.replace(/\/{2,}/g, "/");
  return url;
}

function askedHost(trustProxy: boolean, { headers }: IncomingMessage): string {
  const forwarded = trustProxy ? headers["x-forwarded-host"] : undefined;
  return String(forwarded ?? headers.host ?? "");
}

/** Whether a path is text: its escapes make sense, and hold no NUL, which no id has and PostgreSQL refuses. */
function isReadable(path: string): boolean {
  if (!path.includes("%")) return true;
  try {
    return !decodeURIComponent(path).includes("\0");
  } catch {
    return false;
  }
}
