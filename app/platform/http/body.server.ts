import type { IncomingMessage } from "node:http";
import { Busboy, type BusboyInstance } from "@fastify/busboy";
import { openRoom } from "./rooms.server";

/** What a route's form may hold: `short` answers, `text` of several lines, or `files`. */
export type BodySize = "short" | "text" | "files";

/** Bytes of a whole body. What is typed in it is never more than `text`: only files are large. */
const longest: Record<BodySize, number> = { short: 64 * 1024, text: 512 * 1024, files: 40 * 1024 * 1024 };
/** Fields of one form, and the characters of a field's name. No page of the portal comes near. */
const most = { fields: 1000, name: 200 };
/** Bytes of one file that are kept: one more than the largest that a question takes, which says that it is too large. */
const mostFileBytes = 10 * 1024 * 1024 + 1;
/** Files of one form that are looked at. A question takes ten at most, and says so of the eleventh. */
const mostFiles = 12;
/** A browser shows an answer only once it has sent all: this much is read, and thrown away, for its sake. */
const patience = 256 * 1024 * 1024;
/**
 * For all bodies that are being received at once; past it, the next one is asked to come again. Where there may be files
 * is a room of its own: no upload keeps anybody from signing in.
 */
const withFiles = openRoom(200 * 1024 * 1024);
const withoutFiles = openRoom(64 * 1024 * 1024);
/** Bytes of all bodies that are read before everybody else has a turn: what a dozen large ones hold up is a moment. */
const turnBytes = 256 * 1024;
let [taken, nextTurn] = [0, undefined as Promise<void> | undefined];

/** What came of receiving a body: a form, nothing that is a form, or the status that it is refused with. */
export type Received = { form: FormData | undefined } | { refused: 413 | 503 };

/**
 * Receives a request's form as it arrives, and lets go of it as soon as it is larger than the route takes, has more
 * fields than any page, or there is no room for it. What is not a form is `undefined`.
 * @param network where it comes from
 * @see https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#form-submission-algorithm
 */
export async function receiveForm(request: IncomingMessage, size: BodySize, network: string): Promise<Received> {
  const room = size === "files" ? withFiles : withoutFiles;
  let parser = parserOf(request.headers["content-type"] ?? "");
  let [received, refused] = [0, undefined as 413 | 503 | undefined];
  let own = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      received += chunk.length;
      if (received > patience) break;
      while (taken > 0 && taken + chunk.length > turnBytes) await turn();
      taken += chunk.length;
      if (refused) continue;
      own += chunk.length;
      const hasRoom = room.take(network, chunk.length);
      if (received > longest[size]) refused = 413;
      else if (!hasRoom) refused = 503;
      else if (parser?.take(chunk) === "too-many") refused = 413;
      if (!refused) continue;
      parser = undefined;
      room.giveBack(network, own);
      own = 0;
    }
    if (refused) return { refused };
    const form = await parser?.end();
    return form === "too-many" ? { refused: 413 } : { form };
  } finally {
    room.giveBack(network, own);
  }
}

/** Waits until what else is due has been done. Meanwhile the network waits too: nothing is read ahead. */
function turn(): Promise<void> {
  nextTurn ??= new Promise((resolve) => {
    setImmediate(() => {
      [taken, nextTurn] = [0, undefined];
      resolve();
    });
  });
  return nextTurn;
}

/** Takes a form piece by piece. */
interface Parser {
  take(chunk: Buffer): "too-many" | undefined;
  /** @returns undefined where it is no form, or breaks off */
  end(): Promise<FormData | "too-many" | undefined>;
}

function parserOf(type: string): Parser | undefined {
  if (/^application\/x-www-form-urlencoded(;|$)/i.test(type)) return takePlain();
  return /^multipart\/form-data;/i.test(type) ? takeParts(type) : undefined;
}

/** Its texts are free of NUL, which no person types and PostgreSQL refuses. A part of a form may come without a name. */
function append(form: FormData, name: string | undefined, value: string | File): void {
  if (name === undefined || name.length > most.name) return;
  if (typeof value === "string") form.append(name, value.replaceAll("\0", ""));
  else form.append(name, value);
}

/** Fields without files, read at once. */
function takePlain(): Parser {
  const chunks: Buffer[] = [];
  let fields = 1;
  let bytes = 0;
  return {
    take(chunk) {
      bytes += chunk.length;
      if (bytes > longest.text) return "too-many";
      for (let at = chunk.indexOf("&"); at !== -1; at = chunk.indexOf("&", at + 1)) fields++;
      if (fields > most.fields) return "too-many";
      chunks.push(chunk);
    },
    async end() {
      const form = new FormData();
      for (const [name, value] of new URLSearchParams(Buffer.concat(chunks).toString())) append(form, name, value);
      return form;
    },
  };
}

/** A form with files. */
function takeParts(type: string): Parser | undefined {
  const form = new FormData();
  let outcome: "too-many" | "broken" | undefined;
  const limits = { fieldNameSize: most.name, fields: most.fields, files: mostFiles, headerPairs: 20 };
  let parts: BusboyInstance;
  try {
    parts = new Busboy({
      headers: { "content-type": type },
      limits: { ...limits, fieldSize: longest.text, fileSize: mostFileBytes },
    });
  } catch {
    return undefined;
  }
  parts.on("fieldsLimit", () => {
    outcome ??= "too-many";
  });
  let characters = 0;
  parts.on("field", (name: string | undefined, value) => {
    characters += value.length;
    if (characters > longest.text) outcome ??= "too-many";
    else append(form, name, value);
  });
  parts.on("file", (name: string | undefined, stream, filename, _encoding, mime) => {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("error", () => {});
    stream.on("end", () => append(form, name, new File(chunks as BlobPart[], filename ?? "", { type: mime })));
  });
  const done = new Promise<void>((resolve) => {
    parts.on("finish", resolve);
    parts.on("error", () => {
      outcome ??= "broken";
      resolve();
    });
  });
  return {
    take(chunk) {
      if (!outcome) parts.write(chunk);
      return outcome === "too-many" ? outcome : undefined;
    },
    async end() {
      // A parser that was given up says nothing any more.
      if (!outcome) {
        parts.end();
        await done;
      }
      return outcome === "broken" ? undefined : (outcome ?? form);
    },
  };
}
