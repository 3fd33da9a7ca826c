import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, get, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { afterEach, beforeEach, expect, it } from "vitest";
import { serveFiles } from "./files.server";

let [folder, address] = ["", ""];
let server: Server;
let read: Readable;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "myaccount-files-"));
  writeFileSync(join(folder, "small.txt"), "a small file");
  writeFileSync(join(folder, "large.txt"), "x".repeat(8_000_000));
  const files = serveFiles({}, folder);
  server = createServer((request, response) => {
    response.once("pipe", (file: Readable) => {
      read = file;
    });
    files(request, response, () => void response.end("no file"));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

it.each(["bytes=10-5", "bytes=0-3", "bytes=99-", "bytes=-1", "bytes=1-2,4-5", "lines=1"])(
  "a file is sent whole to whom asks for a part: %s",
  async (range) => {
    const answer = await fetch(`${address}/small.txt`, { headers: { range } });
    expect([answer.status, await answer.text()]).toEqual([200, "a small file"]);
  },
);

it("a file that is gone ends its own connection, and no other", async () => {
  rmSync(join(folder, "small.txt"));
  await expect(fetch(`${address}/small.txt`).then((answer) => answer.text())).rejects.toThrow();
  expect((await fetch(`${address}/large.txt`)).status).toBe(200);
});

it("a file is closed when whoever asked for it goes away in the middle", async () => {
  const asking = get(`${address}/large.txt`);
  const [answer] = await once(asking, "response");
  const closed = once(read, "close");
  answer.destroy();
  await closed;
});
