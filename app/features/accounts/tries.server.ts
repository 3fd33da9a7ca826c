import type { Context } from "../../platform/context.server";
import { takeAll, takeSlowed } from "../../platform/rate-limits.server";
import type { AccountRow } from "./account-rows.server";
import { findOwnDevice } from "./devices.server";
import { limitAddress } from "./limits.server";
import { fitsPassword } from "./passwords.server";

/** What came of a password: how long to wait (milliseconds) where it was not looked at. */
export type Tried = { kind: "right"; account: AccountRow } | { kind: "wrong" } | { kind: "wait"; wait: number };

/**
 * Tries a password. Others than its owner are slowed: with each wrong try from one network the waits grow, and all
 * unknown devices together get through slower and slower. A browser that has signed in to the account before has tries
 * of its own, that nobody else can use up; and choosing a new password by mail makes any browser one of them.
 */
export async function tryPassword(
  context: Context,
  { email, password, account }: { email: string; password: string; account: AccountRow | undefined },
): Promise<Tried> {
  const device = account && findOwnDevice(context, account);
  if (!device) await limitAddress(context);
  const taken = device
    ? await takeAll([[context.limits.ownDevice, `${account.id} ${device}`]])
    : await takeOther(context, email);
  if (taken.wait > 0) return { kind: "wait", wait: taken.wait };
  if (!(await fitsPassword(account?.passwordHash, password)) || !account) return { kind: "wrong" };
  if ("giveBack" in taken) await taken.giveBack();
  return { kind: "right", account };
}

/** Counts a try on a device that the account does not know. */
async function takeOther({ limits, address }: Context, email: string): ReturnType<typeof takeSlowed> {
  const here = `${email} ${address}`;
  const near: Parameters<typeof takeSlowed>[0] = [
    [limits.signInMinute, here],
    [limits.signInQuarter, here],
    [limits.signInHour, here],
  ];
  return takeSlowed(near, { key: email, day: limits.signInDay, slow: limits.signInSlow });
}
