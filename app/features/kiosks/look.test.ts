import { expect, it } from "vitest";
import { makePdf } from "../../flow/uploads/testing/pdf";
import { eachDatabase } from "../../platform/db/testing.server";
import type { Browser } from "../../testing/browser";
import { openTestPortal } from "../../testing/portal.server";
import { addKiosk, enrolKiosk, enrolmentCode } from "./kiosks.server";

/** How the page looks that stands on the screen of a kiosk. */
const looks = ({ page }: Browser) =>
  page!.dom.querySelector("html")!.getAttribute("class")!.replace("govuk-template app-kiosk", "").trim();

eachDatabase("the look of a kiosk's pages", (openDatabase) => {
  const setup = async () => {
    const portal = await openTestPortal(await openDatabase());
    const by = { actor: { kind: "staff", id: "staff" }, channel: "online" } as const;
    const newKiosk = async (name: string) => {
      const id = await addKiosk(portal.house, by, { name, site: "Central Library" });
      const kiosk = portal.browser();
      kiosk.cookies.set("kiosk", (await enrolKiosk(portal.house, (await enrolmentCode(portal.house, id))!))!);
      await kiosk.open("/kiosk");
      return kiosk;
    };
    return { ...portal, kiosk: await newKiosk("Kiosk 1"), newKiosk };
  };
  /** Touches a button of the bar: it sends the form that it belongs to, as that stands with what was typed. */
  const touch = (kiosk: Browser, name: string, value: string, typed: Parameters<Browser["submit"]>[0] = {}) => {
    const button = kiosk.page!.dom.querySelector(`.app-bottom-bar button[name="${name}"][value=${value}]`)!;
    const form = button.getAttribute("form");
    return kiosk.submit(
      { ...typed, [name]: value },
      form ? `form#${form}` : `form:has([name="${name}"][value=${value}])`,
    );
  };
  const file = async (name: string) => new File([new Uint8Array(await makePdf())], name);

  it("begins with larger text or higher contrast by one touch of the start screen", async () => {
    const { kiosk, newKiosk } = await setup();
    const other = await newKiosk("Kiosk 2");
    const start = (at: Browser, name: string) => {
      expect(at.page!.dom.querySelectorAll(`.app-start__looks button[name="${name}"][value=on]`)).toHaveLength(1);
      return at.submit({ [name]: "on" }, ".app-start__looks");
    };
    expect(looks(kiosk)).toBe("");
    expect((await start(kiosk, "large-text")).path).toBe("/");
    expect(looks(kiosk)).toBe("app-large-text");
    await kiosk.open("/ar/services/report-pothole/danger");
    expect(looks(kiosk)).toBe("app-large-text");
    await other.open("/pl/kiosk");
    expect((await start(other, "high-contrast")).path).toBe("/pl");
    expect(looks(other)).toBe("app-high-contrast");
  });

  it("changes on each page of a visit, which comes back as it was answered; both go together, and back", async () => {
    const { kiosk } = await setup();
    await kiosk.post("/kiosk", { to: "report" });
    expect(looks(kiosk)).toBe("");
    await kiosk.open("/services/report-pothole/danger");
    await kiosk.submit({ danger: "no-danger" });
    await kiosk.submit({ "place-description": "By the old oak" });
    await kiosk.open("/services/report-pothole/place?change");
    expect((await touch(kiosk, "large-text", "on")).path).toBe("/services/report-pothole/place?change");
    expect(kiosk.page!.html).toContain("By the old oak");
    expect(looks(kiosk)).toBe("app-large-text");
    await touch(kiosk, "high-contrast", "on");
    expect(looks(kiosk)).toBe("app-large-text app-high-contrast");
    await kiosk.open("/ar/kiosk/help");
    expect((await touch(kiosk, "large-text", "off")).path).toBe("/ar/kiosk/help");
    expect(looks(kiosk)).toBe("app-high-contrast");
    await touch(kiosk, "high-contrast", "off");
    expect(looks(kiosk)).toBe("");
  });

  it("loses nothing typed and not yet sent, nor a file that was chosen, and shows the same errors again", async () => {
    const { kiosk } = await setup();
    await kiosk.post("/kiosk", { to: "report" });
    await kiosk.open("/services/report-pothole/danger");
    await touch(kiosk, "large-text", "on");
    await kiosk.open("/services/report-pothole");
    expect(kiosk.page!.text).not.toContain("Carry on");
    await kiosk.open("/services/report-pothole/danger");
    await touch(kiosk, "high-contrast", "on", { danger: "no-danger" });
    expect(kiosk.page!.own).toBe("/services/report-pothole/danger");
    expect(kiosk.page!.html).toMatch(/value="no-danger"[^>]* checked|checked[^>]* value="no-danger"/);
    await kiosk.submit();
    expect(kiosk.page!.own).toBe("/services/report-pothole/place");
    await touch(kiosk, "large-text", "off", { "place-description": "By the old oak" });
    expect(kiosk.page!.own).toBe("/services/report-pothole/place");
    expect(kiosk.page!.html).toContain("By the old oak");
    expect(looks(kiosk)).toBe("app-high-contrast");
    await kiosk.submit();
    expect(kiosk.page!.own).toBe("/services/report-pothole/surface");
    await kiosk.submit();
    expect(kiosk.page!.dom.querySelector(".govuk-error-summary")).not.toBeNull();
    await touch(kiosk, "large-text", "on");
    expect(looks(kiosk)).toBe("app-large-text app-high-contrast");
    expect(kiosk.page!.dom.querySelector(".govuk-error-summary")).not.toBeNull();
    await kiosk.submit({ surface: "road" });
    await kiosk.submit({ size: "small", depth: "shallow" });
    expect(kiosk.page!.own).toBe("/services/report-pothole/more");
    await touch(kiosk, "large-text", "off", { details: "Since May", photos: await file("hole.pdf") });
    expect(kiosk.page!.own).toBe("/services/report-pothole/more");
    expect(kiosk.page!.html).toContain("Since May");
    expect(kiosk.page!.text).toContain("hole.pdf");
    await touch(kiosk, "large-text", "on", { photos: new File(["MZ"], "hole.exe") });
    expect(kiosk.page!.dom.querySelector(".govuk-error-summary")!.text).toContain("hole.exe");
    expect(looks(kiosk)).toBe("app-large-text app-high-contrast");
  });

  it("ends with the visit: whoever comes next begins with the ordinary look", async () => {
    const { kiosk } = await setup();
    await kiosk.post("/kiosk", { "large-text": "on" });
    await touch(kiosk, "high-contrast", "on");
    await kiosk.post("/kiosk/end");
    expect(looks(kiosk)).toBe("");
    await kiosk.post("/kiosk", { to: "report" });
    expect(looks(kiosk)).toBe("");
    // Nobody ended this one: the next one's touch does.
    await kiosk.post("/kiosk/look", { "large-text": "on" });
    await kiosk.post("/kiosk", { to: "report" });
    expect(looks(kiosk)).toBe("");
  });

  it("is that of now on a page that answered a form before", async () => {
    const { kiosk } = await setup();
    await kiosk.post("/kiosk", { "large-text": "on" });
    const wrong = await kiosk.post("/track", { reference: "Xylophone" });
    expect(looks(kiosk)).toBe("app-large-text");
    await kiosk.post("/kiosk/look", { "large-text": "off", "high-contrast": "on" });
    await kiosk.open(wrong.path);
    expect(kiosk.page!.html).toContain("Xylophone");
    expect(looks(kiosk)).toBe("app-high-contrast");
  });

  it("is changed by a script without another page, which leads to the start screen where the visit is over", async () => {
    const { kiosk } = await setup();
    await kiosk.post("/kiosk", { to: "report" });
    expect((await kiosk.post("/kiosk/look", { "large-text": "on" })).status).toBe(204);
    await kiosk.open("/services");
    expect(looks(kiosk)).toBe("app-large-text");
    await kiosk.post("/kiosk/end");
    expect((await kiosk.post("/kiosk/look", { "large-text": "on" })).path).toBe("/kiosk");
    expect(looks(kiosk)).toBe("");
  });

  it("is for kiosks alone", async () => {
    const { browser } = await setup();
    const elsewhere = browser();
    await elsewhere.post("/kiosk/look", { "large-text": "on", back: "/" });
    await elsewhere.open("/");
    expect(elsewhere.page!.dom.querySelector("html")!.getAttribute("class")).toBe("govuk-template");
  });
});
