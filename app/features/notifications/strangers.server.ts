import type { House } from "../../platform/house.server";
import { type Limit, takeAll } from "../../platform/rate-limits.server";
import { plainEmail } from "../../platform/typed";

/**
 * Whether one more message may go to an address that nobody has proved: so many in a day to one mailbox, in an hour from
 * one network, and in all.
 */
export async function mayReach({ limits, address, log }: House, to: string): Promise<boolean> {
  const counts: [Limit, string][] = [[limits.strangerAddress, mailboxOf(to)]];
  if (address !== undefined) counts.push([limits.strangerNetwork, address]);
  counts.push([limits.strangerAll, "all"]);
  const taken = await takeAll(counts);
  if (taken.wait > 0 && "at" in taken && taken.at === limits.strangerAll)
    log.error({}, "messages to unproved addresses are held back: too many in an hour");
  return taken.wait === 0;
}

/** `ann+bins@example.org` is read where `ann@example.org` is. */
function mailboxOf(to: string): string {
  const [name = "", ...host] = plainEmail(to).split("@");
  return [name.split("+", 1)[0], ...host].join("@");
}
