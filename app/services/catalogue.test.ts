import { expect, it } from "vitest";
import { eachDatabase } from "../platform/db/testing.server";
import { createTestHouse, openTestPortal } from "../testing/portal.server";
import { findDefinition, findService, readCatalogue, saveSettings } from "./catalogue.server";

eachDatabase("the catalogue", (open) => {
  it("offers every service with its own fees and standard until the council says otherwise", async () => {
    const house = createTestHouse(await open());
    const { all } = await readCatalogue(house);
    expect(all.length).toBeGreaterThanOrEqual(22);
    expect(await findService(house, "request-assisted-collection")).toEqual(
      findDefinition("request-assisted-collection"),
    );
  });

  it("takes the council's fees and service standard in place of the definition's, and leaves the others", async () => {
    const house = createTestHouse(await open());
    await saveSettings(house, "book-bulky-waste-collection", { fees: { "up-to-three-items": 4200 } });
    await saveSettings(house, "report-pothole", { workingDays: 3 });
    const bulky = await findService(house, "book-bulky-waste-collection");
    expect(bulky?.fees).toMatchObject({ "up-to-three-items": 4200, "four-to-six-items": 5500 });
    expect((await findService(house, "report-pothole"))?.standard).toEqual({ workingDays: 3 });
  });

  it("does not show a service that the council has switched off", async () => {
    const portal = await openTestPortal(await open());
    await saveSettings(portal.house, "report-pothole", { on: false });
    const browser = portal.browser();
    expect((await browser.open("/services/report-pothole")).status).toBe(404);
    expect((await browser.open("/services")).html).not.toContain("/services/report-pothole");
    expect(findDefinition("report-pothole")?.id).toBe("report-pothole");
  });
});
