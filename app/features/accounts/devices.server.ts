import { createHmac, timingSafeEqual } from "node:crypto";
import type { Context } from "../../platform/context.server";
import { newToken } from "../../platform/ids";

/** How many accounts one browser is remembered for, as where a family shares it. */
const mostAccounts = 5;

/** Whom a browser has signed in as. A new password makes every device of the account unknown again. */
interface Holder {
  id: string;
  passwordHash: string;
}

/**
 * The number of a browser that has signed in to this account before; undefined where it has not. Its cookie is a number
 * of its own and a signature for each account: only the portal can tell whose they are.
 */
export function findDevice({ config, device }: Context, holder: Holder): string | undefined {
  const { number, marks } = readDevice(device);
  if (!number) return undefined;
  const own = Buffer.from(markOf(config.secret, number, holder));
  const isKnown = marks.map((mark) => Buffer.from(mark)).some((mark) => same(mark, own));
  return isKnown ? number : undefined;
}

/** Remembers that this browser has signed in to an account. A kiosk is everybody's: it remembers nobody. */
export function rememberDevice(context: Context, holder: Holder): void {
  if (context.kiosk) return;
  const { number = newToken(), marks } = readDevice(context.device);
  const own = markOf(context.config.secret, number, holder);
  context.keepDevice([number, own, ...marks.filter((mark) => mark !== own)].slice(0, mostAccounts + 1).join("."));
}

const markOf = (secret: string, number: string, { id, passwordHash }: Holder) =>
  createHmac("sha256", secret).update(`device ${number} ${id} ${passwordHash}`).digest("base64url");

const same = (one: Buffer, other: Buffer) => one.length === other.length && timingSafeEqual(one, other);

function readDevice(value: string | undefined): { number?: string; marks: string[] } {
  const [number, ...marks] = value && /^[\w-]{43}(\.[\w-]{43}){1,5}$/.test(value) ? value.split(".") : [];
  return number ? { number, marks } : { marks: [] };
}
