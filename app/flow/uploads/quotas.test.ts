import { randomBytes } from "node:crypto";
import sharp from "sharp";
import { expect, it, vi } from "vitest";
import { eachDatabase } from "../../platform/db/testing.server";
import { languageCodes } from "../../platform/i18n/languages";
import { newId } from "../../platform/ids";
import { uploadsStored } from "../../platform/metrics.server";
import { findDefinition } from "../../services/catalogue.server";
import { pothole, walk } from "../../testing/faults/journey";
import { picture } from "../../testing/filler";
import { createTestHouse, openTestPortal } from "../../testing/portal.server";
import { by } from "../../testing/provenance";
import { discardDraft, ensureDraft } from "../drafts.server";
import { measureUploads } from "./quotas.server";
import { addUpload, removeUpload } from "./uploads.server";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

/** A picture of 0.4 MB that nothing makes smaller. */
const side = 365;
const noise = await sharp(randomBytes(side * side * 3), { raw: { width: side, height: side, channels: 3 } })
  .png()
  .toBuffer();
const photo = () => new File([new Uint8Array(noise)], "photo.png");
const ann = { who: "guest ann", network: "192.0.2.1" };

eachDatabase("quotas of files", (open) => {
  const setup = async (env: Record<string, string>) => {
    const house = createTestHouse(await open(), { env });
    const add = (draftId: string, sender = ann) => addUpload(house, { draftId, questionId: "photos" }, photo(), sender);
    return { house, add };
  };

  it("hold for a draft, also where many come at once, and what is removed makes room", async () => {
    const { house, add } = await setup({ UPLOADS_DRAFT_MB: "1" });
    const draftId = newId();
    const all = await Promise.all(Array.from({ length: 5 }, () => add(draftId)));
    const kept = all.filter((one) => one.ok);
    expect(kept).toHaveLength(2);
    expect(await add(draftId)).toEqual({ ok: false, error: "draft-full" });
    expect((await add(newId())).ok).toBe(true);
    const [first] = kept;
    await removeUpload(house, draftId, first!.ok ? first!.value.id : "");
    expect((await add(draftId)).ok).toBe(true);
  });

  it("hold for a person and for a network in a day, whatever drafts they begin", async () => {
    const { add } = await setup({ UPLOADS_SESSION_MB: "1", UPLOADS_NETWORK_MB: "2" });
    const [ben, cat] = ["guest ben", "guest cat"].map((who) => ({ who, network: ann.network }));
    for (const from of [ann, ann, ben!, ben!]) expect((await add(newId(), from)).ok).toBe(true);
    expect(await add(newId())).toEqual({ ok: false, error: "sender-full" });
    expect(await add(newId(), cat)).toEqual({ ok: false, error: "sender-full" });
    expect((await add(newId(), { ...cat!, network: "192.0.2.2" })).ok).toBe(true);
  });

  it("hold for all together, and what is thrown away makes room", async () => {
    const { house, add } = await setup({ UPLOADS_TOTAL_MB: "1" });
    const guest = by({ kind: "guest", id: newId() });
    const draft = await ensureDraft(house, guest, findDefinition("report-pothole")!);
    const all = await Promise.all(Array.from({ length: 4 }, () => add(draft.id)));
    expect(all.filter((one) => one.ok)).toHaveLength(2);
    expect(await add(newId(), { who: "guest dee", network: "198.51.100.7" })).toMatchObject({ error: "store-full" });
    await measureUploads(house);
    expect((await uploadsStored.get()).values[0]!.value).toBeGreaterThan(700_000);
    await discardDraft(house, guest, draft.id);
    expect((await uploadsStored.get()).values[0]!.value).toBe(0);
    expect((await add(newId())).ok).toBe(true);
  });

  it("say what to do on the page, in every language, and nothing typed is lost", async () => {
    const portal = await openTestPortal(await open(), { env: { UPLOADS_SESSION_MB: "1", LOG_LEVEL: "silent" } });
    const browser = portal.browser();
    const { path } = await walk(browser, "report-pothole", pothole, "more");
    for (let n = 0; n < 2; n++) await browser.submit({ do: "add:photos", photos: photo() });
    for (const code of languageCodes) {
      await browser.open(code === "en" ? path : `/${code}${path}`);
      const page = await browser.submit({ details: "Very deep by now", do: "add:photos", photos: photo() });
      expect(page.status).toBe(400);
      const words = portal.house.texts(code).t("questions:types.upload.sender-full", { name: "photo.png", phone: "" });
      expect(page.text.replace(/[\u2066-\u2069]/g, "")).toContain(words.slice(0, 40));
      expect(page.text).toContain("Very deep by now");
      expect(page.text).toContain("020 7946 0000");
    }
    await browser.open(path);
    const small = await browser.submit({ details: "Very deep by now", do: "add:photos", photos: picture("small.png") });
    expect(small.status).toBe(200);
  });
});
