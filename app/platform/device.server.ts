import { createHmac, timingSafeEqual } from "node:crypto";
import type { Context } from "./context.server";
import { newToken } from "./ids";

/** How much one browser is remembered for, as where a family shares it: accounts, and what was found by its secrets. */
const mostMarks = 12;

type Reader = Pick<Context, "config" | "device" | "kiosk" | "keepDevice">;

/**
 * The number of a browser that is remembered for this; undefined where it is not. Its cookie is a number of its own and
 * a signature for each thing: only the portal can tell what they are.
 */
export function findDevice({ config, device }: Pick<Reader, "config" | "device">, what: string): string | undefined {
  const { number, marks } = readDevice(device);
  if (!number) return undefined;
  const own = Buffer.from(markOf(config.secret, number, what));
  const isKnown = marks.map((mark) => Buffer.from(mark)).some((mark) => same(mark, own));
  return isKnown ? number : undefined;
}

/** Remembers something of this browser: an account that it signed in to. A kiosk is everybody's: it remembers nobody. */
export function rememberDevice(context: Reader, what: string): void {
  if (context.kiosk) return;
  const { number = newToken(), marks } = readDevice(context.device);
  const own = markOf(context.config.secret, number, what);
  context.keepDevice([number, own, ...marks.filter((mark) => mark !== own)].slice(0, mostMarks + 1).join("."));
}

const markOf = (secret: string, number: string, what: string) =>
  createHmac("sha256", secret).update(`device ${number} ${what}`).digest("base64url");

const same = (one: Buffer, other: Buffer) => one.length === other.length && timingSafeEqual(one, other);

function readDevice(value: string | undefined): { number?: string; marks: string[] } {
  const [number, ...marks] = value && /^[\w-]{43}(\.[\w-]{43}){1,12}$/.test(value) ? value.split(".") : [];
  return number ? { number, marks } : { marks: [] };
}
