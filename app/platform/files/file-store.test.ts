import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "s3rver";
import { afterAll, describe, expect, it } from "vitest";
import { pothole, walk } from "../../testing/faults/journey";
import { picture } from "../../testing/filler";
import { openTestPortal } from "../../testing/portal.server";
import { copySqlite } from "../db/testing.server";
import { openDiskStore } from "./disk-store.server";
import type { FileStore } from "./file-store";
import { openS3Store } from "./s3-store.server";

const folder = mkdtempSync(join(tmpdir(), "myaccount-files-"));
const servers: S3rver[] = [];
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
  rmSync(folder, { recursive: true, force: true });
});

/** An S3 server with an empty bucket. */
async function startS3() {
  const directory = join(folder, String(servers.length));
  mkdirSync(directory);
  const configureBuckets = [{ name: "files", configs: [] }];
  const server = new S3rver({ address: "127.0.0.1", port: 0, silent: true, directory, configureBuckets });
  servers.push(server);
  const { port } = await server.run();
  const endpoint = `http://127.0.0.1:${port}`;
  const credentials = { accessKeyId: "S3RVER", secretAccessKey: "S3RVER" };
  return { server, settings: { bucket: "files", region: "eu-west-2", endpoint, credentials } };
}

const stores: Record<string, () => Promise<FileStore>> = {
  "the disk": async () => openDiskStore(join(folder, "disk")),
  S3: async () => openS3Store((await startS3()).settings),
};

describe.each(Object.entries(stores))("files on %s", (_name, open) => {
  it("come back as they were put, and are gone once removed", async () => {
    const store = await open();
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, at) => (at * 7) % 256));
    await store.put("one", bytes);
    await store.put("two", Buffer.from("2"));
    expect((await store.get("one")).equals(bytes)).toBe(true);
    await store.remove("one");
    await expect(store.get("one")).rejects.toThrow();
    expect(String(await store.get("two"))).toBe("2");
    await store.remove("one");
  });
});

it("a photo goes to the bucket and comes back; while it cannot be reached, what was typed is given back", async () => {
  const { server, settings } = await startS3();
  const portal = await openTestPortal(await copySqlite(), {
    env: {
      LOG_LEVEL: "silent",
      S3_BUCKET: settings.bucket,
      S3_ENDPOINT: settings.endpoint,
      S3_ACCESS_KEY_ID: "S3RVER",
      S3_SECRET_ACCESS_KEY: "S3RVER",
    },
  });
  const browser = portal.browser();
  await walk(browser, "report-pothole", pothole, "more");
  await browser.submit({ do: "add:photos", photos: picture() });
  const id = /remove:photos:([0-9a-f-]+)/.exec(browser.page!.html)![1]!;
  expect((await openS3Store(settings).get(id)).length).toBeGreaterThan(0);
  expect((await browser.open(`/uploads/${id}`)).headers.get("content-type")).toBe("image/png");

  await browser.open("/services/report-pothole/more");
  await server.close();
  servers.splice(servers.indexOf(server), 1);
  const failed = await browser.submit({ details: "Very deep by now", do: "add:photos", photos: picture() });
  expect(failed.status).toBe(503);
  expect(failed.text).toContain("Very deep by now");
  expect(failed.text).toContain("You can choose them again.");
});
