import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import helmet from "helmet";

/**
 * The security headers of every answer, worked out once at the start.
 * The referrer policy is `same-origin`: with `no-referrer` a form sent without scripts carries `Origin: null`.
 */
export function securityHeaders(options: { scriptHash: string; secure: boolean }): Record<string, string> {
  const headers: Record<string, string> = {};
  const response = {
    setHeader: (name: string, value: string) => {
      headers[name.toLowerCase()] = value;
    },
    removeHeader: () => undefined,
  };
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        imgSrc: ["'self'", "data:"],
        scriptSrc: ["'self'", `'sha256-${options.scriptHash}'`],
        styleSrc: ["'self'"],
        ...(options.secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    referrerPolicy: { policy: "same-origin" },
    frameguard: { action: "deny" },
    strictTransportSecurity: options.secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    originAgentCluster: true,
    xPoweredBy: false,
  })({} as IncomingMessage, response as unknown as ServerResponse, () => undefined);
  headers["permissions-policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()";
  return headers;
}

const safe = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether a request that changes something comes from the portal's own pages: every browser says so, by
 * `Sec-Fetch-Site` or by `Origin`.
 */
export function isOwnRequest(method: string, headers: IncomingHttpHeaders, host: string): boolean {
  if (safe.has(method)) return true;
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") return false;
  const origin = headers.origin;
  if (origin === undefined) return site === "same-origin";
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}
