import type { IncomingMessage } from "node:http";
import { PassThrough, Readable } from "node:stream";
import { describe, expect, it, vi } from "vitest";
import { maxMegabytes } from "../../flow/uploads/prepare-file.server";
import { type BodySize, receiveForm } from "./body.server";

/** A request that brings these bytes in pieces of 64 KB. */
function bringing(body: string, type: string): IncomingMessage {
  const bytes = Buffer.from(body);
  const pieces = Array.from({ length: Math.ceil(bytes.length / 65_536) }, (_, at) =>
    bytes.subarray(at * 65_536, (at + 1) * 65_536),
  );
  return Object.assign(Readable.from(pieces), { headers: { "content-type": type } }) as unknown as IncomingMessage;
}

const plain = "application/x-www-form-urlencoded";
const parts = "multipart/form-data; boundary=x";
const part = (name: string, text: string, filename?: string) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"${filename === undefined ? "" : `; filename="${filename}"`}\r\n\r\n${text}\r\n`;
const receive = (body: string, type: string, size: BodySize = "short", network = "192.0.2.7") =>
  receiveForm(bringing(body, type), size, network);
const formOf = async (body: string, type: string, size?: BodySize) => {
  const received = await receive(body, type, size);
  if ("refused" in received) throw new Error(String(received.refused));
  return received.form;
};

describe("a form that is received", () => {
  it("has its fields in their order, in any script, free of NUL", async () => {
    const form = await formOf("a=1&b=%D9%85+x&a=2%00", plain);
    expect([...form!]).toEqual([
      ["a", "1"],
      ["b", "م x"],
      ["a", "2"],
    ]);
    const other = await formOf(`${part("a", "م\0")}${part("b", "")}--x--\r\n`, parts);
    expect([...other!]).toEqual([
      ["a", "م"],
      ["b", ""],
    ]);
  });

  it("has its files with their names and bytes; a field without a file has an empty one", async () => {
    const form = await formOf(`${part("f", "abc", "صورة.jpg")}${part("g", "", "")}--x--\r\n`, parts, "files");
    const [file, none] = [form!.get("f") as File, form!.get("g") as File];
    expect([file.name, await file.text()]).toEqual(["صورة.jpg", "abc"]);
    expect([none.name, none.size]).toEqual(["", 0]);
  });

  it("is looked at no further than a page has files, however many there are", async () => {
    const form = await formOf(`${part("f", "1", "a.jpg").repeat(60_000)}${part("end", "2")}--x--\r\n`, parts, "files");
    expect(form!.getAll("f")).toHaveLength(12);
    expect(form!.get("end")).toBe("2");
  });

  it("has no more of a file than shows that it is too large", async () => {
    const form = await formOf(`${part("f", "x".repeat(12 * 1024 * 1024), "a.jpg")}--x--\r\n`, parts, "files");
    expect((form!.get("f") as File).size).toBe(maxMegabytes * 1024 * 1024 + 1);
  });

  it("is refused where it is larger than its route takes, or has more fields than any page", async () => {
    const [kilobyte, field] = ["x".repeat(1024), part("a", "1")];
    expect(await receive(`a=${kilobyte.repeat(64)}`, plain)).toEqual({ refused: 413 });
    expect(await receive(`a=${kilobyte.repeat(64)}`, plain, "text")).toHaveProperty("form");
    expect(await receive(`a=${kilobyte.repeat(512)}`, plain, "text")).toEqual({ refused: 413 });
    expect(await receive("a=1&".repeat(1001), plain)).toEqual({ refused: 413 });
    expect(await receive(`${field.repeat(1001)}--x--`, parts, "text")).toEqual({ refused: 413 });
  });

  it("has no more text where it may have files: only those are large", async () => {
    const long = "x".repeat(300 * 1024);
    const file = part("f", long.repeat(4), "a.jpg");
    expect(await receive(`a=${long}&b=${long}`, plain, "files")).toEqual({ refused: 413 });
    expect(await receive(`${part("a", long)}${part("b", long)}--x--\r\n`, parts, "files")).toEqual({ refused: 413 });
    const form = await formOf(`${part("a", long)}${file}--x--\r\n`, parts, "files");
    expect([form!.get("a"), (form!.get("f") as File).size]).toEqual([long, long.length * 4]);
  });

  it.each([
    ["no type", "", "a=1"],
    ["another type", "application/json", "{}"],
    ["no boundary", "multipart/form-data", "--x"],
    ["an end that is missing", parts, part("a", "1")],
  ])("is none with %s", async (_what, type, body) => {
    expect(await receive(body, type)).toEqual({ form: undefined });
  });

  it("leaves out a field whose name no page has", async () => {
    expect([...(await formOf(`${"n".repeat(201)}=1&a=2`, plain))!]).toEqual([["a", "2"]]);
    expect([...(await formOf(`${part("n".repeat(300), "1")}${part("a", "2")}--x--\r\n`, parts))!]).not.toContainEqual([
      "n".repeat(300),
      "1",
    ]);
  });

  it("is taken, however much others have begun to send and do not end: one network fills no room", async () => {
    const stranger = "192.0.2.66";
    const [most, headers] = [Buffer.alloc(40 * 1024 * 1024), { "content-type": parts }];
    const begun = Array.from({ length: 5 }, () => Object.assign(new PassThrough(), { headers }));
    const ends = begun.map((body) => receiveForm(body as unknown as IncomingMessage, "files", stranger));
    for (const body of begun) body.write(most);
    const file = `${part("f", "x".repeat(11 * 1024 * 1024), "a.jpg")}--x--\r\n`;
    const isFull = async () => expect(await receive(file, parts, "files", stranger)).toEqual({ refused: 503 });
    await vi.waitFor(isFull, { timeout: 30_000 });
    expect(await receive("a=1", plain)).toHaveProperty("form");
    expect(await receive(file, parts, "files")).toHaveProperty("form");
    expect(await receive("a=1", plain, "short", stranger)).toHaveProperty("form");
    for (const body of begun) body.end();
    await Promise.all(ends);
    expect(await receive(file, parts, "files", stranger)).toHaveProperty("form");
  });

  it.each(["form-data", 'form-data; filename="a.jpg"', 'form-data; Name; filename="a.jpg"'])(
    "leaves out a part without a name: %s",
    async (disposition) => {
      const nameless = `--x\r\nContent-Disposition: ${disposition}\r\n\r\n1\r\n`;
      const form = await formOf(`${part("a", "1")}${nameless}${part("b", "2")}--x--\r\n`, parts, "files");
      expect([...form!.keys()]).toEqual(["a", "b"]);
    },
  );

  it("gives everybody else a turn after a quarter of a megabyte, however many come at once", async () => {
    const body = `${part("f", "x".repeat(4 * 1024 * 1024), "a.jpg")}--x--\r\n`;
    let [turns, isDone] = [0, false];
    const count = () => {
      turns++;
      if (!isDone) setImmediate(count);
    };
    setImmediate(count);
    await Promise.all(Array.from({ length: 6 }, () => receive(body, parts, "files")));
    isDone = true;
    expect(turns).toBeGreaterThanOrEqual(6 * 4 * 4);
  });
});
