import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { importPlaces } from "../features/places/import/import-places.server";
import { copySqlite } from "../platform/db/testing.server";
import { openTestPortal } from "./portal.server";

const data = "../shared/data";

it.skipIf(!existsSync(data))(
  "carries a report through at a real address (skipped where ../shared is absent)",
  async () => {
    const db = await copySqlite();
    const report = await importPlaces(db, {
      wards: `${data}/ealing_wards_2013.geojson`,
      postcodes: `${data}/ealing_postcodes.csv`,
      addresses: `${data}/ealing_addresses.csv`,
    });
    expect(report.addresses).toMatchObject({ added: 1623, bad: [] });
    const [, number, street] = /^(\d+),([^,]+),"[^"]*",W5 1EE/m.exec(
      readFileSync(`${data}/ealing_addresses.csv`, "utf8"),
    )!;

    const portal = await openTestPortal(db);
    const browser = portal.browser();
    await browser.open("/services/request-recycling-container");
    let page = await browser.open("/services/request-recycling-container/address");
    page = await browser.submit({ "address-postcode": "w51ee" });
    const choice = page.dom
      .querySelectorAll("input[name=address-id], select[name=address-id] option")
      .find((one) => page.dom.querySelector(`label[for="${one.id}"]`)?.text.includes(`${number} ${street}`));
    expect(choice, page.text).toBeDefined();
    page = await browser.submit({ "address-id": choice!.getAttribute("value")! });
    expect(page.path).not.toContain("/address");

    const councillor = portal.browser();
    await councillor.open("/services/find-councillor/address");
    await councillor.submit({ "address-postcode": "W5 1EE" });
    page = await councillor.submit({ "address-id": choice!.getAttribute("value")! });
    expect(page.path).toBe("/services/find-councillor/result");
    expect(page.text).toContain("Hanger Hill");
  },
  60_000,
);
