import { type BlockList, isIP } from "node:net";

/**
 * The address of the client: the socket's, unless that is a trusted proxy; then `X-Forwarded-For` is read from the
 * right, past every trusted hop. What stands further left was written by the client and proves nothing.
 */
export function clientAddress(
  socketAddress: string,
  forwardedFor: string | null,
  trustedProxies: BlockList,
): string {
  let address = unmapped(socketAddress);
  const hops =
    forwardedFor?.split(",").map((hop) => unmapped(hop.trim())) ?? [];
  while (isTrusted(address, trustedProxies)) {
    const hop = hops.pop();
    if (hop === undefined || isIP(hop) === 0) break;
    address = hop;
  }
  return address;
}

/** What limits count by: an IPv4 address, or the /64 that one IPv6 customer usually holds. */
export function clientKey(address: string): string {
  return isIP(address) === 6
    ? `${expand(address).slice(0, 4).join(":")}::/64`
    : address;
}

function isTrusted(address: string, trusted: BlockList): boolean {
  const family = isIP(address);
  return family !== 0 && trusted.check(address, family === 4 ? "ipv4" : "ipv6");
}

// ::ffff:a.b.c.d is IPv4 in IPv6 clothes; counted by /64 every IPv4 client would share one bucket.
function unmapped(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  return mapped ?? address;
}

function expand(address: string): string[] {
  const [head = "", tail] = (address.split("%")[0] ?? "")
    .toLowerCase()
    .split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros =
    tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [
    ...left,
    ...Array.from({ length: zeros }, () => "0"),
    ...right,
  ];
  // 0db8 and db8 are one network.
  return groups.map((group) => group.replace(/^0+(?=.)/, ""));
}
