import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { beforeAll, describe, expect, it } from "vitest";
import { otherCouncil } from "../../testing/council";
import { openTestPortal } from "../../testing/portal.server";
import { copySqlite } from "../db/testing.server";

const secret = () => randomBytes(32).toString("hex");
const production = {
  ...otherCouncil,
  NODE_ENV: "production",
  DEMO: "false",
  PUBLIC_URL: "https://my.council.example",
  SMTP_URL: "smtp://127.0.0.1",
  SESSION_SECRET: secret(),
  AUDIT_KEY: secret(),
  LOG_LEVEL: "silent",
};

describe("in production", () => {
  let open: (lines: string[]) => Promise<string>;
  beforeAll(async () => {
    const portals = new Map<string, string>();
    for (const TRUST_PROXY of ["false", "true"])
      portals.set(TRUST_PROXY, (await openTestPortal(await copySqlite(), { env: { ...production, TRUST_PROXY } })).url);
    open = async ([line, ...headers]) => {
      const behindProxy = headers.some((header) => header.startsWith("X-Forwarded-Host"));
      const socket = connect(Number(new URL(portals.get(String(behindProxy))!).port), "127.0.0.1");
      await once(socket, "connect");
      socket.write([line, ...headers, "Connection: close", "", ""].join("\r\n"));
      return (await text(socket)).split("\r\n", 1)[0]!;
    };
  });

  it.each([
    ["Host: my.council.example"],
    ["Host: MY.Council.Example:443"],
    ["Host: 10.0.0.7", "X-Forwarded-Host: my.council.example"],
  ])("the portal answers at its own address: %s", async (...host) => {
    expect(await open(["GET / HTTP/1.1", ...host])).toBe("HTTP/1.1 200 OK");
  });

  it.each([
    ["Host: evil.example"],
    ["Host: 127.0.0.1"],
    ["Host: my.council.example.evil.example"],
    ["Host: my.council.example:8080"],
    ["Host: evil@my.council.example:1"],
    ["Host: my.council.example", "X-Forwarded-Host: evil.example"],
  ])("and at no other: %s", async (...host) => {
    for (const line of [
      "GET / HTTP/1.1",
      "GET /sign-in HTTP/1.1",
      "POST /sign-in HTTP/1.1",
      "GET /robots.txt HTTP/1.1",
    ])
      expect(await open([line, ...host])).toBe("HTTP/1.1 421 Misdirected Request");
  });

  it("probes find it by its number, or without any name", async () => {
    for (const path of ["/healthz", "/readyz", "/metrics"]) {
      expect(await open([`GET ${path} HTTP/1.1`, "Host: 10.0.0.7:3000"])).toBe("HTTP/1.1 200 OK");
      expect(await open([`GET ${path} HTTP/1.0`])).toBe("HTTP/1.1 200 OK");
    }
    expect(await open(["GET / HTTP/1.0"])).toBe("HTTP/1.1 421 Misdirected Request");
  });
});
