import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { copySqlite } from "../../../platform/db/testing.server";
import type { House } from "../../../platform/house.server";
import { newId } from "../../../platform/ids";
import { err } from "../../../platform/result";
import { createWork } from "../../../platform/work.server";
import { createTestHouse } from "../../../testing/portal.server";
import { maxMegabytes, prepareFile } from "../../uploads/prepare-file.server";
import { makePdf } from "../../uploads/testing/pdf";
import { findUpload, type Upload } from "../../uploads/uploads.server";
import { type Input, name, read, readValue, render } from "../testing/ask";

const file = (bytes: Buffer | string, called: string) =>
  new File([typeof bytes === "string" ? bytes : new Uint8Array(bytes)], called);
const canvas = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#336699" } });
/** A picture on its side, as a phone takes it, that says where it was taken. */
const sideways = () =>
  canvas(60, 20)
    .jpeg()
    .withExif({
      IFD0: { Make: "Camera of Ann", Orientation: "6" },
      IFD3: { GPSLatitude: "51/1 30/1 0/1", GPSLatitudeRef: "N" },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();
const pdf = await makePdf();
const locked = await makePdf({ userPassword: "secret" });
const noPage = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF",
);
/** One for all tests of this file. */
const work = createWork();
const input: Input = { type: "upload", maxFiles: 2 };
const prepare = (bytes: Buffer) => prepareFile(work, new Blob([new Uint8Array(bytes)]));

describe("a file", () => {
  it("that is a picture is turned upright and says nothing about place or camera", async () => {
    const bytes = await sideways();
    expect((await sharp(bytes).metadata()).orientation).toBe(6);
    const kept = await prepare(bytes);
    if (!kept.ok) throw new Error(kept.error);
    expect(kept.value).toMatchObject({ type: "image/jpeg", extension: "jpg" });
    const after = await sharp(kept.value.bytes).metadata();
    expect([after.width, after.height]).toEqual([20, 60]);
    expect([after.exif, after.xmp, after.iptc, after.orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(kept.value.bytes.includes("Camera of Ann")).toBe(false);
  });

  it("that is large is shrunk, and a small one left as it is", async () => {
    const large = await prepare(await canvas(3000, 1500).png().toBuffer());
    const small = await prepare(await canvas(30, 15).png().toBuffer());
    if (!large.ok || !small.ok) throw new Error("A picture was refused.");
    expect(await sharp(large.value.bytes).metadata()).toMatchObject({ width: 2400, height: 1200, format: "png" });
    expect(await sharp(small.value.bytes).metadata()).toMatchObject({ width: 30, height: 15 });
  });

  it("that is a picture has a small copy, upright and without place; a small picture keeps its size", async () => {
    const [turned, large, tiny, document] = await Promise.all(
      [sideways(), canvas(3000, 1500).png().toBuffer(), canvas(30, 15).png().toBuffer(), pdf].map(async (bytes) => {
        const kept = await prepare(await bytes);
        if (!kept.ok) throw new Error(kept.error);
        return kept.value.small;
      }),
    );
    expect([turned?.width, turned?.height]).toEqual([20, 60]);
    expect([large?.width, large?.height]).toEqual([320, 160]);
    expect([tiny?.width, tiny?.height]).toEqual([30, 15]);
    expect(document).toBeUndefined();
    expect(await sharp(large!.bytes).metadata()).toMatchObject({ format: "jpeg", width: 320, height: 160 });
    expect((await sharp(turned!.bytes).metadata()).exif).toBeUndefined();
  });

  it("of another kind of picture becomes a JPEG, with white behind it", async () => {
    const webp = await canvas(20, 20).webp().toBuffer();
    expect(await prepare(webp)).toMatchObject({ ok: true, value: { type: "image/jpeg" } });
  });

  it.each([
    ["nothing", Buffer.alloc(0), "empty"],
    ["more than the limit", Buffer.alloc(maxMegabytes * 1024 * 1024 + 1, "%PDF-1.4"), "too-big"],
    ["a program", Buffer.from("MZ\x90\0\x03\0\0\0"), "wrong-type"],
    ["a web page", Buffer.from("<!DOCTYPE html><script>alert(1)</script>"), "wrong-type"],
    [
      "a drawing with scripts",
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      "wrong-type",
    ],
    ["a PDF that asks for a password", locked, "pdf-locked"],
    ["a PDF that breaks off", pdf.subarray(0, 400), "pdf-broken"],
    ["a PDF of nothing", Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"), "pdf-broken"],
    ["a PDF of no page", noPage, "pdf-broken"],
    ["the beginning of a picture", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46]), "unreadable"],
    ["a picture that breaks off", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "unreadable"],
    [
      "something that calls itself HEIC",
      Buffer.concat([Buffer.from("00000018", "hex"), Buffer.from("ftypheic\0\0\0\0mif1heic")]),
      "unreadable",
    ],
  ])("that is %s is refused", async (_what, bytes, fault) =>
    expect(await prepare(bytes)).toEqual({ ok: false, error: fault }),
  );
});

it("a file that is too large is not read to find that out", async () => {
  let reads = 0;
  const arrayBuffer = async () => new ArrayBuffer(reads++);
  const large = Object.assign(new Blob([]), { arrayBuffer });
  Object.defineProperty(large, "size", { value: maxMegabytes * 1024 * 1024 + 1 });
  expect(await prepareFile(work, large)).toEqual({ ok: false, error: "too-big" });
  expect(reads).toBe(0);
});

it("a PDF that may only not be printed or changed is taken: it opens without a password", async () => {
  const bytes = await makePdf({ ownerPassword: "secret", permissions: { copying: false } });
  expect(await prepare(bytes)).toMatchObject({ ok: true, value: { extension: "pdf" } });
});

describe("an upload", () => {
  let house: House;
  beforeAll(async () => {
    house = createTestHouse(await copySqlite());
  });
  const send = (draftId: string, files: File[], wish = "") =>
    read(input, wish ? { do: wish } : {}, { house, draftId, files });

  it("is kept in the draft at once, named by what it is, and comes off again", async () => {
    const draftId = newId();
    const png = await canvas(8, 8).png().toBuffer();
    expect((await send(draftId, [file(png, "C:\\photos\\my <b>photo</b>.exe")], `add:${name}`)).kind).toBe("again");
    const kept = (await readValue(input, {}, { house, draftId })) as Upload[];
    expect(kept).toMatchObject([{ id: expect.any(String) as string, small: { width: 8, height: 8 } }]);
    expect(kept[0]!.name).toMatch(/\.png$/);
    expect(kept[0]!.name).not.toMatch(/[<>\\:]/);
    const page = await render(input, {}, { house, draftId });
    expect(page.textContent).toContain(kept[0]!.name);
    expect(page.querySelector("b")).toBeNull();
    expect((await findUpload(house, kept[0]!.id))?.type).toBe("image/png");
    // Somebody else's draft cannot take it away.
    await send(newId(), [], `remove:${name}:${kept[0]!.id}`);
    expect(await findUpload(house, kept[0]!.id)).toBeDefined();
    await send(draftId, [], `remove:${name}:${kept[0]!.id}`);
    expect(await findUpload(house, kept[0]!.id)).toBeUndefined();
  });

  it("has a name of its own, though phones call every picture the same", async () => {
    const draftId = newId();
    const jpeg = await canvas(8, 8).jpeg().toBuffer();
    await send(draftId, [file(jpeg, "image.jpg"), file(jpeg, "Image.JPG")], `add:${name}`);
    const names = ((await readValue(input, {}, { house, draftId })) as Upload[]).map((one) => one.name);
    expect(names).toEqual(["image.jpg", "Image (2).jpg"]);
    const page = await render(input, {}, { house, draftId });
    expect(page.querySelectorAll("button[value^='remove:']").map((button) => button.text)).toEqual([
      expect.stringContaining("image.jpg"),
      expect.stringContaining("Image (2).jpg"),
    ]);
  });

  it("that is right stays although another one is wrong", async () => {
    const draftId = newId();
    const reading = await send(draftId, [file(pdf, "letter.pdf"), file("MZ\x90\0", "photo.jpg")]);
    expect(reading).toMatchObject({
      kind: "errors",
      errors: [{ field: name, text: "photo.jpg must be a JPG, PNG, HEIC or WebP picture, or a PDF" }],
    });
    expect(await readValue(input, {}, { house, draftId })).toMatchObject([{ name: "letter.pdf" }]);
  });

  it.each(["busy", "too-slow"] as const)("that nobody can open now (%s) says when to try again", async (fault) => {
    const full = { ...house, work: { ...work, run: async () => err(fault) } };
    const jpeg = await canvas(8, 8).jpeg().toBuffer();
    expect(await read(input, {}, { house: full, draftId: newId(), files: [file(jpeg, "cat.jpg")] })).toMatchObject({
      kind: "errors",
      errors: [{ field: name, text: expect.stringMatching(/cat\.jpg.*Wait a minute and add it again/) as string }],
    });
  });

  it("takes as many as it says, and tells which one is too many", async () => {
    const draftId = newId();
    const reading = await send(
      draftId,
      ["a", "b", "c"].map((one) => file(pdf, `${one}.pdf`)),
    );
    expect(reading).toMatchObject({
      kind: "errors",
      errors: [{ text: expect.stringContaining("2 files only") as string }],
    });
    expect(await readValue(input, {}, { house, draftId })).toHaveLength(2);
  });

  it("is not made by the empty file that a browser sends where none was chosen", async () => {
    expect(await send(newId(), [file("", "")])).toMatchObject({ kind: "errors", errors: [{ text: "Add a file" }] });
    expect(await send(newId(), [file("", "empty.jpg")])).toMatchObject({
      kind: "errors",
      errors: [{ text: expect.stringContaining("is empty") as string }],
    });
  });
});
