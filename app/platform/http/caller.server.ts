import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/** One home, office or phone has at least this much of IPv6 (RFC 6177, RFC 7934). Bits. */
const ownPrefix = 64;

/**
 * The network that a request comes from, as limits count it: an IPv4 address, or an IPv6 /64, whose addresses a caller
 * may change at will.
 * @param address as a socket or `X-Forwarded-For` gives it: with a port, in brackets, mapped, with a zone
 * @returns such as `192.0.2.7` or `2001:db8:0:1::/64`; the empty text for what is no address, which is one caller too
 */
export function networkOf(address: string): string {
  const bare = bareAddress(address.trim());
  // Not asked of ipaddr.js, which throws and catches an error for each address with a colon.
  if (!isIP(bare)) return "";
  const parsed = ipaddr.process(bare);
  if (parsed.kind() === "ipv4") return parsed.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toNormalizedString()}/${ownPrefix}`)}/${ownPrefix}`;
}

/** Without what proxies and systems put around it: `[::1]:80`, `192.0.2.7:80`, `fe80::1%eth0`. */
function bareAddress(address: string): string {
  const [, bracketed] = /^\[([^\]]{1,45})\](?::\d{1,5})?$/.exec(address) ?? [];
  const [, withPort] = /^([\d.]{7,15}):\d{1,5}$/.exec(address) ?? [];
  return (bracketed ?? withPort ?? address).split("%", 1)[0]!;
}
