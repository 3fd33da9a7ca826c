import { describe, expect, it } from "vitest";
import { networkOf } from "./caller.server";

describe("the network of a caller", () => {
  it.each([
    ["192.0.2.7", "192.0.2.7"],
    [" 192.0.2.7:51234 ", "192.0.2.7"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["[::ffff:192.0.2.7]:443", "192.0.2.7"],
    ["::ffff:c000:207", "192.0.2.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:DB8:1:2::99", "2001:db8:1:2::/64"],
    ["[2001:db8:1:2:ffff::1]:8080", "2001:db8:1:2::/64"],
    ["fe80::1%eth0", "fe80::/64"],
    ["2001:db8:1:3::1", "2001:db8:1:3::/64"],
    ["", ""],
    ["unknown", ""],
    ["300.1.1.1", ""],
    [`${"1".repeat(100_000)}`, ""],
  ])("of %s is %s", (address, network) => expect(networkOf(address)).toBe(network));
});
