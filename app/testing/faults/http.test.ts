import { once } from "node:events";
import { type IncomingHttpHeaders, request as send } from "node:http";
import { connect } from "node:net";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { createAccount } from "../../features/accounts/accounts.server";
import { copySqlite, eachDatabase } from "../../platform/db/testing.server";
import { newId } from "../../platform/ids";
import { picture } from "../filler";
import { openTestPortal, type TestPortal } from "../portal.server";
import { callBack, pothole, referenceOf, walk } from "./journey";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** One request as it is written: no browser mends its path or adds headers. */
function raw(
  url: string,
  options: {
    path?: string;
    method?: string;
    headers?: Record<string, string>;
    body?: string | Buffer | AsyncIterable<Buffer>;
  } = {},
): Promise<Answer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const { path = "/", method = "GET", headers = {}, body } = options;
    const request = send({ hostname, port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
      response.on("error", reject);
    });
    request.on("error", reject);
    if (body === undefined || typeof body === "string" || Buffer.isBuffer(body)) request.end(body);
    else
      void (async () => {
        for await (const chunk of body) {
          if (request.destroyed) return;
          if (!request.write(chunk))
            await Promise.race([once(request, "drain"), once(request, "close"), once(request, "response")]);
        }
        request.end();
      })();
  });
}

const form = "application/x-www-form-urlencoded";

describe("requests", () => {
  let portal: TestPortal;
  const own = () => ({ origin: portal.url, "content-type": form });
  beforeAll(async () => {
    portal = await openTestPortal(await copySqlite(), { env: { RATE_LIMITS: "false" } });
  });

  describe("from elsewhere", () => {
    const path = "/services/report-pothole/danger";
    it.each([
      ["without an Origin", {}],
      ["of another site", { origin: "https://elsewhere.example" }],
      ["of a sandbox", { origin: "null" }],
      ["of a site whose name begins alike", { origin: "SAME.elsewhere.example" }],
      ["that the browser calls cross-site", { origin: "SAME", "sec-fetch-site": "cross-site" }],
      ["of a neighbour", { origin: "SAME", "sec-fetch-site": "same-site" }],
    ])("%s change nothing", async (_from, headers) => {
      const entries = Object.entries(headers as Record<string, string>).map(([name, value]) => [
        name,
        value.replace("SAME", portal.url),
      ]);
      const answer = await raw(portal.url, {
        path,
        method: "POST",
        body: "danger=no-danger",
        headers: { "content-type": form, ...Object.fromEntries(entries) },
      });
      expect(answer.status).toBe(403);
      expect(answer.headers["set-cookie"]).toBeUndefined();
      expect(answer.headers["content-security-policy"]).toBeDefined();
    });

    it("are right with an Origin, or with what a browser says of itself", async () => {
      const right: Record<string, string>[] = [{ origin: portal.url }, { "sec-fetch-site": "same-origin" }];
      for (const headers of right) {
        const answer = await raw(portal.url, {
          path,
          method: "POST",
          body: "danger=no-danger",
          headers: { "content-type": form, ...headers },
        });
        expect(answer.status).toBe(303);
      }
    });
  });

  describe("that are too large", () => {
    it("are refused by what they announce", async () => {
      const answer = await raw(portal.url, {
        path: "/sign-in",
        method: "POST",
        headers: { ...own(), "content-length": String(600 * 1024) },
        body: "x".repeat(600 * 1024),
      });
      expect(answer.status).toBe(413);
    });

    it("are refused by what they hold, where they announce nothing", async () => {
      async function* endless() {
        for (let sent = 0; sent < 40; sent++) yield Buffer.alloc(64 * 1024, "x");
      }
      const answer = await raw(portal.url, {
        path: "/sign-in",
        method: "POST",
        headers: { ...own(), "transfer-encoding": "chunked" },
        body: endless(),
      });
      expect(answer.status).toBe(413);
    });

    const parts = { "content-type": "multipart/form-data; boundary=x" };
    const part = (name: string, text: string) =>
      `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`;
    const post = (path: string, body: string | Buffer, headers: Record<string, string> = parts) =>
      raw(portal.url, { path, method: "POST", headers: { origin: portal.url, ...headers }, body });

    it("may be larger only where the page has a long text, or takes files, up to a limit of its own", async () => {
      const [plain, files] = [{ "content-type": form }, parts];
      const step = "/services/report-pothole";
      const sized = (megabytes: number) => Buffer.alloc(megabytes * 1024 * 1024, "x");
      for (const path of ["/sign-in", "/track", `${step}/danger`, `${step}/check`, "/kiosk/enrol", "/nowhere"]) {
        expect((await post(path, sized(0.07), files)).status, path).toBe(413);
        expect((await post(path, sized(0.07), plain)).status, path).toBe(413);
      }
      expect((await post(`${step}/danger/save`, sized(0.07), plain)).status).toBe(413);
      expect((await post(`${step}/more/save`, sized(0.07), plain)).status).toBe(200);
      expect((await post(`${step}/more/save`, sized(0.6), plain)).status).toBe(413);
      expect((await post(`${step}/more`, sized(41), files)).status).toBe(413);
      expect((await post(`${step}/more`, sized(30), files)).status).toBe(400);
    });

    it("ask in place of an address with no longer a query than one can have, which comes to stand in none", async () => {
      const ask = (path: string, length: number) =>
        post(path, `_ask=1&q=${"x".repeat(length)}`, { "content-type": form });
      expect((await ask("/search", 7_000)).status).toBe(200);
      expect((await ask("/search", 8_000)).status).toBe(413);
      expect((await ask("/services/report-pothole/more", 400_000)).status).toBe(413);
      const asked = await ask("/account/details", 10);
      expect([asked.status, asked.headers.location]).toEqual([303, "/sign-in?next=%2Faccount%2Fdetails"]);
    });

    it("are refused for their number of fields", async () => {
      const path = "/services/report-pothole/danger/save";
      expect((await post(path, "a=1&".repeat(1001), { "content-type": form })).status).toBe(413);
      expect((await post(path, `${part("a", "1").repeat(1001)}--x--`)).status).toBe(413);
    });
  });

  it.each([
    ["a form that is no form", "application/json", '{"a":1}'],
    ["parts without a boundary", "multipart/form-data", "--x\r\n"],
    ["parts that break off", "multipart/form-data; boundary=x", '--x\r\nContent-Disposition: form-data; name="a'],
    ["no type", "", "a=b"],
    ["broken escapes", form, "danger=%ff%fe%&%=&draft=%00&=&&&"],
    ["a NUL in every field", form, "danger=%00&draft=%00&do=%00&email=%00&password=%00&reference=%00"],
  ])("take %s for a mistake of the sender, not of the portal", async (_what, type, body) => {
    for (const path of [
      "/services/report-pothole/danger",
      "/services/report-pothole/danger/save",
      "/services/report-pothole/check",
      "/sign-in",
      "/register",
      "/track",
      "/reset",
    ]) {
      const headers = { origin: portal.url, ...(type ? { "content-type": type } : {}) };
      const { status } = await raw(portal.url, { path, method: "POST", headers, body });
      expect(status, path).toBeLessThan(500);
    }
  });

  it.each(["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "HEAD"])(
    "of the method %s get a sensible answer",
    async (method) => {
      for (const path of ["/", "/services/report-pothole", "/services/report-pothole/danger", "/healthz", "/nowhere"]) {
        const answer = await raw(portal.url, { path, method, headers: { origin: portal.url } });
        expect(answer.status, path).toBeLessThan(500);
        if (method === "HEAD") expect(answer.body).toBe("");
      }
      expect((await raw(portal.url, { path: "/", method: "HEAD" })).status).toBe(200);
    },
  );

  it("say the same to HEAD as to GET, but for the body", async () => {
    for (const path of ["/", "/services/report-pothole", "/nowhere"]) {
      const [head, get] = [await raw(portal.url, { path, method: "HEAD" }), await raw(portal.url, { path })];
      expect([head.status, head.headers["content-type"]]).toEqual([get.status, get.headers["content-type"]]);
    }
  });

  it("set no cookie by looking", async () => {
    for (const path of [
      "/",
      "/services",
      "/services/report-pothole",
      "/services/report-pothole/danger",
      "/services/report-pothole/check",
      "/search?q=bin",
      "/sign-in",
      "/register",
      "/track",
      "/account",
      "/nowhere",
      "/pl/services",
    ]) {
      const answer = await raw(portal.url, { path });
      expect(answer.headers["set-cookie"], path).toBeUndefined();
    }
  });

  it("carry the security headers whatever the answer is, and nothing personal is kept", async () => {
    const file = await raw(portal.url, { path: "/robots.txt" });
    const answers = [
      await raw(portal.url, {}),
      await raw(portal.url, { path: "/nowhere" }),
      await raw(portal.url, { path: "/account" }),
      await raw(portal.url, { path: "/sign-in", method: "POST" }),
      await raw(portal.url, { path: "//evil.example/" }),
      ...(file.status === 200 ? [file] : []),
    ];
    for (const { headers } of answers) {
      const policy = headers["content-security-policy"] as string;
      expect(policy).toContain("default-src 'self'");
      expect(policy).not.toContain("unsafe");
      expect(headers).toMatchObject({
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "same-origin",
      });
      expect(headers["permissions-policy"]).toBeDefined();
      expect(headers["x-powered-by"]).toBeUndefined();
    }
    for (const path of ["/account", "/sign-in", "/services/report-pothole/danger", "/track"])
      expect((await raw(portal.url, { path })).headers["cache-control"]).toBe("no-store");
  });

  it("link to no other site, however many slashes an address has", async () => {
    for (const path of ["/pl//evil.example/x", "/for/abc//evil.example", "/services///evil.example"]) {
      const { body, headers } = await raw(portal.url, { path });
      expect(headers.location ?? "/").not.toMatch(/^[/\\]{2}/);
      expect(body).not.toMatch(/(href|action)="[/\\]{2}/);
    }
  });

  it("say of themselves how they are: alive, ready, and figures for this machine only", async () => {
    expect(await raw(portal.url, { path: "/healthz" })).toMatchObject({ status: 200, body: "ok" });
    expect(await raw(portal.url, { path: "/readyz" })).toMatchObject({ status: 200 });
    expect((await raw(portal.url, { path: "/metrics" })).body).toContain("http_request_seconds");
    const proxied = await openTestPortal(portal.house.db, { env: { TRUST_PROXY: "true" } });
    const far = { "x-forwarded-for": "203.0.113.7", "x-forwarded-host": new URL(proxied.url).host };
    expect((await raw(proxied.url, { path: "/metrics", headers: far })).status).toBe(404);
    const db = await copySqlite();
    const broken = await openTestPortal(db);
    await db.close();
    expect((await raw(broken.url, { path: "/readyz" })).status).toBe(503);
    expect((await raw(broken.url, { path: "/healthz" })).status).toBe(200);
    vi.spyOn(db, "close").mockResolvedValue();
  });

  it("that break off harm nobody else", async () => {
    const { port } = new URL(portal.url);
    for (const text of [
      "POST /sign-in HTTP/1.1\r\nHost: x\r\nOrigin: http://x\r\nContent-Length: 100\r\n\r\nemail=",
      "GET / HTTP/1.1\r\n",
      "\0\0\0\r\n\r\n",
      "GET / HTTP/1.1\r\n\r\n",
    ]) {
      const socket = connect(Number(port), "127.0.0.1");
      await once(socket, "connect");
      socket.on("error", () => undefined);
      socket.end(text);
      socket.resume();
      await once(socket, "close");
    }
    expect((await raw(portal.url, { path: "/healthz" })).status).toBe(200);
  });
});

eachDatabase("paths", (open) => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await openTestPortal(await open(), { env: { RATE_LIMITS: "false" } });
  });

  const odd = [
    "%00",
    "%",
    "%ff",
    "%2e%2e%2f",
    "..",
    "%c0%ae",
    "a%00b",
    "'--",
    "%F0%9F%98%80",
    "x".repeat(4000),
    "{{7*7}}",
    "__proto__",
    "constructor",
    "a.data",
    "-1",
    "%E2%80%AE",
  ];
  const places = [
    "/X",
    "/services/X",
    "/services/report-pothole/X",
    "/services/report-pothole/X/save",
    "/services/report-pothole/done/X",
    "/services/report-pothole/sent/X",
    "/cases/X",
    "/cases/X/cancel",
    "/cases/X/calendar.ics",
    "/payments/X",
    "/payments/X/return",
    "/payments/X/receipt",
    "/demo-pay/X",
    "/uploads/X",
    "/verify/X",
    "/reset/X",
    "/track/open/X",
    "/track?reference=X",
    "/search?q=X",
    "/dev/mail/X",
    "/dev/mail/X/html",
    "/account/drafts/X/discard",
    "/staff/cases/X",
    "/sign-in?next=X",
    "/services/book-advisor-appointment/slot?from=X",
    "/X.data",
    "/services?_data=X",
    "/services.data?_routes=X",
    "/?index",
    "/pl/X",
    "/en/X",
    "/ar/services/X",
  ];

  it("of any make are answered, and never with a fault of the portal", async () => {
    // Somebody with a session: their pages look into the database.
    const browser = portal.browser();
    await walk(browser, "request-call-back", callBack, "about");
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const failures: string[] = [];
    const paths = [
      ...places.flatMap((place) => odd.map((one) => place.replace("X", one))),
      "//evil",
      "//evil.example/%2f..",
      "/\\evil",
      "/?",
      "/#",
      "/services//",
      "/%2f%2fevil",
    ];
    const ask = async (path: string) => {
      const { status, headers } = await raw(portal.url, { path, headers: { cookie } });
      const location = headers.location;
      if (status >= 500 || (location && new URL(location, portal.url).origin !== portal.url))
        failures.push(`${status} ${path.slice(0, 80)} ${location ?? ""}`);
    };
    for (let at = 0; at < paths.length; at += 8) await Promise.all(paths.slice(at, at + 8).map(ask));
    expect(failures).toEqual([]);
  }, 60_000);

  it("of forms with a NUL where an id belongs are not found", async () => {
    const browser = portal.browser();
    await walk(browser, "request-call-back", callBack, "about");
    for (const path of [
      "/services/request-call-back/about",
      "/services/request-call-back/about/save",
      "/services/request-call-back/check",
    ]) {
      const page = await browser.post(path, { draft: "a\0b", about: "x\0y" });
      expect(page.status, path).toBeLessThan(500);
    }
  });

  it("of somebody else's draft, case, upload and payment are not found", async () => {
    const owner = portal.browser();
    await walk(owner, "report-pothole", pothole, "more");
    await owner.submit({ do: "add:photos", photos: picture() });
    const draft = owner.page!.dom.querySelector("input[name=draft]")!.getAttribute("value")!;
    const upload = /remove:photos:([0-9a-f-]+)/.exec(owner.page!.html)![1]!;
    expect((await owner.open(`/uploads/${upload}`)).status).toBe(200);
    expect(owner.page!.headers.get("content-type")).toBe("image/png");
    const other = portal.browser();
    await walk(other, "request-call-back", callBack, "about");
    const stranger = portal.browser();
    await owner.open("/services/report-pothole/more");
    await owner.submit({});
    await owner.submit({ name: "", email: "", phone: "" });
    const reference = referenceOf(await owner.submit());
    expect((await owner.open(`/cases/${reference}`)).status).toBe(200);
    for (const browser of [other, stranger]) {
      for (const path of [
        `/uploads/${upload}`,
        `/cases/${reference}`,
        `/cases/${reference}/cancel`,
        `/cases/${reference}/calendar.ics`,
        `/services/report-pothole/done/${reference}`,
        `/account/drafts/${draft}/discard`,
        `/payments/${newId()}`,
        `/payments/${newId()}/receipt`,
      ])
        expect((await browser.open(path)).status, path).toBe(404);
      expect((await browser.open(`/services/report-pothole/sent/${draft}`)).path).toBe("/services/report-pothole");
      expect((await browser.post("/services/report-pothole/check", { draft })).path).toBe("/services/report-pothole");
    }
  });

  it("of a signed-in person carry a cookie that scripts and other sites do not get", async () => {
    const account = { email: `${newId()}@example.org`, name: "Ann", password: "a long password 1" };
    await createAccount(portal.house, account);
    const answer = await raw(portal.url, {
      path: "/sign-in",
      method: "POST",
      headers: { origin: portal.url, "content-type": form },
      body: new URLSearchParams({ email: account.email, password: account.password }).toString(),
    });
    const [device, session] = answer.headers["set-cookie"]!;
    expect(session).toMatch(/^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/);
    expect(device).toMatch(/^device=[\w-]{43}\.[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/);
    const secure = await openTestPortal(portal.house.db, { env: { PUBLIC_URL: "https://portal.example" } });
    secure.house.config.publicUrl = "https://portal.example";
    const first = await raw(secure.url, {
      path: "/services/report-pothole/danger",
      method: "POST",
      headers: { origin: secure.url, "content-type": form },
      body: "danger=no-danger",
    });
    expect(first.headers["set-cookie"]![0]).toMatch(
      /^__Host-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+; Secure$/,
    );
  });
});
