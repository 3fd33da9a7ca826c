import type { IncomingMessage } from "node:http";

/** Forms are small; a form with files may hold a few photographs. Bytes. */
const limits = { form: 512 * 1024, files: 40 * 1024 * 1024 };
/** A browser shows an answer only once it has sent all: this much is read, and thrown away, for its sake. */
const patience = 256 * 1024 * 1024;

/**
 * Reads a request's body whole.
 * @returns the bytes, or undefined where there are more than the kind of form may have.
 */
export async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const limit = request.headers["content-type"]?.startsWith("multipart/form-data") ? limits.files : limits.form;
  let chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    else chunks = [];
    if (size > patience) break;
  }
  return size > limit ? undefined : Buffer.concat(chunks, size);
}
