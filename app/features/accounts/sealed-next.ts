import { createCipheriv, createDecipheriv, hash, randomBytes } from "node:crypto";

const cipher = "aes-256-gcm";
const [ivBytes, tagBytes] = [12, 16];
const keyOf = (token: string) => hash("sha256", `next ${token}`, "buffer");

/**
 * Keeps where somebody goes on to, for whoever has the link's token: such a path may hold another link's token, and a
 * copy of the table opens nothing.
 */
export function sealNext(token: string, next: string): string {
  const iv = randomBytes(ivBytes);
  const sealing = createCipheriv(cipher, keyOf(token), iv);
  const body = Buffer.concat([sealing.update(next, "utf8"), sealing.final()]);
  return Buffer.concat([iv, sealing.getAuthTag(), body]).toString("base64url");
}

/** What `sealNext` kept for this token. */
export function openNext(token: string, sealed: string): string {
  const bytes = Buffer.from(sealed, "base64url");
  const opening = createDecipheriv(cipher, keyOf(token), bytes.subarray(0, ivBytes));
  opening.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  return Buffer.concat([opening.update(bytes.subarray(ivBytes + tagBytes)), opening.final()]).toString("utf8");
}
