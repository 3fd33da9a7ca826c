import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { flowTables } from "~db/schema/flow";
import { createAccount } from "../../features/accounts/accounts.server";
import { beginSession } from "../../features/accounts/sessions.server";
import { copySqlite } from "../../platform/db/testing.server";
import { callBack, pothole, referenceOf, walk } from "../../testing/faults/journey";
import { picture } from "../../testing/filler";
import { openTestPortal } from "../../testing/portal.server";
import { makePdf } from "./testing/pdf";

it("a picture is shown small wherever its question is, to whom may see it, until it is removed", async () => {
  const portal = await openTestPortal(await copySqlite());
  const { house } = portal;
  const browser = portal.browser();
  const pictures = () =>
    browser.page!.dom.querySelectorAll(".app-files img").map((img) => ({
      src: img.getAttribute("src")!,
      size: [img.getAttribute("width"), img.getAttribute("height")],
    }));
  const names = () => browser.page!.dom.querySelectorAll(".app-files .app-files__name").map(({ text }) => text);

  await walk(browser, "report-pothole", pothole, "more");
  const letter = new File([new Uint8Array(await makePdf())], "letter.pdf");
  await browser.submit({ do: "add:photos", photos: [picture("one.png"), picture("two.png")] });
  await browser.submit({ do: "add:photos", photos: letter });
  expect(names().slice(0, 3)).toEqual(["one.png", "two.png", "letter.pdf"]);
  expect(pictures()).toHaveLength(2);
  const [one, two] = pictures();
  expect(one!.size).toEqual(["1", "1"]);
  const shown = await browser.open(one!.src);
  expect(shown.headers.get("content-type")).toBe("image/jpeg");
  expect(shown.headers.get("cache-control")).toMatch(/^private, max-age=/);
  expect((await portal.browser().open(one!.src)).status).toBe(404);

  await browser.open("/services/report-pothole/more");
  const id = one!.src.split("/")[2]!;
  await browser.submit({ do: `remove:photos:${id}` });
  expect(pictures().map(({ src }) => src)).toEqual([two!.src]);
  expect((await browser.open(one!.src)).status).toBe(404);
  for (const name of [id, `${id}-small`]) await expect(house.files.get(name), name).rejects.toThrow();

  await browser.open("/services/report-pothole/more");
  await browser.submit({});
  await walk(browser, "report-pothole", { ...pothole, contact: callBack["contact"]! });
  expect(pictures()).toEqual([two]);
  expect(browser.page!.dom.querySelectorAll(".app-files a")).toEqual([]);
  const reference = referenceOf(await browser.submit({}));

  await browser.open(`/cases/${reference}`);
  expect(pictures()).toEqual([two]);
  expect(browser.page!.dom.querySelector(".app-files a")!.getAttribute("href")).toBe(two!.src.replace("/small", ""));
  await browser.open(`/ar/cases/${reference}`);
  expect(pictures()[0]!.src).toBe(`/ar${two!.src}`);

  const { id: staffId } = await createAccount(house, {
    email: "s@example.org",
    name: "Sam",
    password: "correct horse battery",
    role: "staff",
  });
  const staff = portal.browser();
  staff.cookies.set("session", (await beginSession(house, { accountId: staffId })).token);
  const page = await staff.open(`/staff/cases/${reference}`);
  expect(page.dom.querySelectorAll(".app-files img").map((img) => img.getAttribute("src"))).toEqual([two!.src]);
  expect((await staff.open(two!.src)).status).toBe(200);
});

it("a picture that was kept before there were small copies gets its own when it is first asked for, once", async () => {
  const portal = await openTestPortal(await copySqlite());
  const { house } = portal;
  const browser = portal.browser();
  await walk(browser, "report-pothole", pothole, "more");
  await browser.submit({ do: "add:photos", photos: picture("old.png") });
  const src = browser.page!.dom.querySelector(".app-files img")!.getAttribute("src")!;
  const id = src.split("/")[2]!;
  const { uploads, storageUsed } = house.db.tables(flowTables);
  const stored = async () => {
    const [row] = await house.db.q.select().from(uploads).where(eq(uploads.id, id));
    const [used] = await house.db.q.select().from(storageUsed);
    return { ...row!, used: used!.bytes };
  };
  const now = await stored();
  const copy = await house.files.get(`${id}-small`);
  await house.files.remove(`${id}-small`);
  await house.db.transaction(async () => {
    const before = { smallWidth: null, smallHeight: null, bytes: now.bytes - copy.length };
    await house.db.q.update(uploads).set(before).where(eq(uploads.id, id));
    await house.db.q.update(storageUsed).set({ bytes: now.used - copy.length });
  });

  let jobs = 0;
  const { run } = house.work;
  house.work.run = (job, input) => {
    jobs++;
    return run(job, input);
  };
  await browser.open("/services/report-pothole/more");
  const image = browser.page!.dom.querySelector(".app-files img")!;
  expect([image.getAttribute("src"), image.getAttribute("width")]).toEqual([src, undefined]);
  const asked = await Promise.all(Array.from({ length: 5 }, () => browser.open(src)));
  expect(asked.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  expect((await browser.open(src)).headers.get("content-type")).toBe("image/jpeg");
  expect(jobs).toBe(1);
  expect(await stored()).toEqual(now);
  expect(await house.files.get(`${id}-small`)).toEqual(copy);
  await browser.open("/services/report-pothole/more");
  expect(browser.page!.dom.querySelector(".app-files img")!.getAttribute("width")).toBe("1");
});
