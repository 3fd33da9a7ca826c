import { expect, it } from "vitest";
import { flowTables } from "~db/schema/flow";
import { eachDatabase } from "../platform/db/testing.server";
import { openTestPortal } from "../testing/portal.server";

/** The network that all requests of a test come from. */
const here = "127.0.0.1";

eachDatabase("what is kept for those who are not signed in", (open) => {
  const setup = async () => {
    const { house, browser } = await openTestPortal(await open());
    const begin = async (more = {}) => {
      const guest = browser();
      await guest.open("/services/report-pothole/danger");
      return guest.submit({ danger: "no-danger", ...more });
    };
    const kept = async () => (await house.db.q.select().from(house.db.tables(flowTables).drafts)).length;
    return { house, browser, begin, kept };
  };

  it("is so many drafts from one network, and in all; past them a page says to come again, with what was sent", async () => {
    const { house, begin, kept } = await setup();
    await house.limits.begunNetwork.take(here, 299);
    expect((await begin()).status).toBe(200);
    const page = await begin();
    expect([page.status, page.heading]).toEqual([503, "This page is not available now"]);
    expect(page.headers.get("retry-after")).toBeTruthy();
    expect(page.text).toContain("No, it is not an emergency");
    expect(await kept()).toBe(1);
    await house.limits.begunNetwork.reset(here);
    expect((await begin()).status).toBe(200);
    await house.limits.begunAll.take("all", 4_997);
    expect((await begin()).status).toBe(200);
    expect((await begin()).status).toBe(503);
  });

  it("is so much text from one network; what people type costs nothing", async () => {
    const { house, begin } = await setup();
    await house.limits.textsNetwork.take(here, 9_985);
    const send = async (characters: number) => (await begin({ danger: "x".repeat(characters) })).status;
    expect(await send(12_000)).not.toBe(503);
    expect(await send(12_000)).toBe(503);
    expect(await send(7_000)).not.toBe(503);
  });

  it("is so many forms that wait for somebody to sign in", async () => {
    const { house, browser } = await setup();
    await house.limits.begunNetwork.take(here, 299);
    const send = () => browser().post("/account/details", { name: "Ann Other" });
    expect((await send()).path).toContain("/sign-in");
    expect((await send()).status).toBe(503);
  });
});
