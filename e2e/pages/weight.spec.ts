import { definitions } from "../../app/services/definitions";
import { expect, test } from "../support/test";

test.use({ viewport: { width: 390, height: 844 } });

const most = { bytes: 40 * 1024, requests: 5 };

/** The first questions of some services, and the start of one. */
const pages = ["report-pothole", "request-recycling-container", "book-advisor-appointment", "find-library"].map(
  (id) => {
    const service = definitions.find((one) => one.id === id)!;
    return `/services/${id}/${service.steps[0]!.id}`;
  },
);

for (const path of [...pages, "/services/report-pothole", "/", "/ar/services/report-pothole/danger"])
  test(`${path} is light on the first visit`, async ({ page, context, origin }) => {
    const network = await context.newCDPSession(page);
    await network.send("Network.enable");
    const urls: string[] = [];
    let bytes = 0;
    network.on(
      "Network.requestWillBeSent",
      ({ request }) => void (request.url.startsWith("data:") || urls.push(request.url)),
    );
    network.on("Network.loadingFinished", ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.goto(path, { waitUntil: "networkidle" });
    expect(urls.length, urls.join("\n")).toBeLessThanOrEqual(most.requests);
    expect(bytes, `${bytes} bytes of ${urls.join("\n")}`).toBeLessThanOrEqual(most.bytes);
    expect(
      urls.filter((url) => !url.startsWith(origin)),
      "nobody else is asked",
    ).toEqual([]);
    expect(await context.cookies(), "looking sets no cookie").toEqual([]);
  });

test("personal pages are kept nowhere, files for a year", async ({ request, page }) => {
  expect((await request.get("/account")).headers()["cache-control"]).toBe("no-store");
  await page.goto("/");
  const style = await page.locator("link[rel=stylesheet]").getAttribute("href");
  expect((await request.get(style!)).headers()["cache-control"]).toContain("immutable");
  expect((await request.get("/")).headers()["content-security-policy"]).not.toContain("unsafe-inline");
});
