import type { Context } from "../../platform/context.server";
import { findDevice, rememberDevice } from "../../platform/device.server";

/** Whom a browser has signed in as. A new password makes every device of the account unknown again. */
interface Holder {
  id: string;
  passwordHash: string;
}

const nameOf = ({ id, passwordHash }: Holder) => `${id} ${passwordHash}`;

/** The number of a browser that has signed in to this account before; undefined where it has not. */
export const findOwnDevice = (context: Context, holder: Holder) => findDevice(context, nameOf(holder));

/** Remembers that this browser has signed in to an account. */
export const rememberOwnDevice = (context: Context, holder: Holder) => rememberDevice(context, nameOf(holder));
