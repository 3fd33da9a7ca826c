import { expect, it } from "vitest";
import { openTestPortal, type TestPortal } from "../../testing/portal.server";
import { fixedClock } from "../clock";
import { eachDatabase } from "../db/testing.server";

eachDatabase("Remix's own request handler", (open) => {
  it("answers as the fast path does: pages, refusals, forms that are wrong, and forms that lead on", async () => {
    const clock = fixedClock("2026-05-14T08:00:00Z");
    const db = await open();
    const [fast, stock] = [await openTestPortal(db, { clock }), await openTestPortal(db, { clock, stock: true })];
    expect(await walk(stock)).toEqual(await walk(fast));
  });
});

/** What a person sees on a way through each kind of answer. */
async function walk({ url, browser }: TestPortal) {
  const guest = browser();
  const seen: { status: number; path: string; html: string }[] = [];
  const see = (page: Awaited<ReturnType<typeof guest.open>>) =>
    seen.push({
      status: page.status,
      path: page.path.replace(ids, "ID"),
      html: page.html.replaceAll(url, "").replace(ids, "ID").replace(noStream, ""),
    });
  for (const path of ["/", "/pl/services?ignored=1", "/nowhere", "/cases/ABC-DEF-GHJ", "/account/details"])
    see(await guest.open(path));
  see(await guest.post("/services", { unasked: "yes" }));
  await guest.open("/track");
  see(await guest.submit({ reference: "Ω & 1", email: "" }));
  see(await guest.open("/ar/services/report-pothole/danger"));
  see(await guest.submit({ danger: undefined }));
  see(await guest.submit({ danger: "no-danger" }));
  return seen;
}

/** What is another one for each reader. */
const ids = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g;

/** Remix marks where the data for its script would be streamed, although a page without scripts gets none. */
const noStream = "<!--$--><!--/$-->";
