import { BlockList, isIP } from "node:net";

/**
 * Networks that the internet does not route. A request from such an address comes through a proxy or from the local
 * network.
 */
const PRIVATE_NETWORKS = networks([
  ["127.0.0.0", 8],
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["169.254.0.0", 16],
  ["100.64.0.0", 10],
  ["::1", 128],
  ["fc00::", 7],
  ["fe80::", 10],
]);

/**
 * Returns the address of the client: the socket's address, or behind trusted proxies the rightmost address in
 * `X-Forwarded-For` that is not a trusted proxy. Addresses further left are not used, because a client can forge them.
 */
export function clientAddress(
  socketAddress: string,
  forwardedFor: string | null,
  trustedProxies: BlockList,
): string {
  return readHops(socketAddress, forwardedFor, trustedProxies).address;
}

/**
 * Finds a proxy that is missing from `TRUSTED_PROXIES`: a private address that is not trusted but sends
 * `X-Forwarded-For`.
 * @returns the network of the proxy, in the format of `TRUSTED_PROXIES`
 */
export function untrustedProxy(
  socketAddress: string,
  forwardedFor: string,
  trustedProxies: BlockList,
): string | undefined {
  const { address, rest } = readHops(
    socketAddress,
    forwardedFor,
    trustedProxies,
  );
  const isProxy = rest.length > 0 && isIn(PRIVATE_NETWORKS, address);
  if (!isProxy) return undefined;
  return isIP(address) === 4 ? `${address}/32` : `${address}/128`;
}

function readHops(
  socketAddress: string,
  forwardedFor: string | null,
  trustedProxies: BlockList,
) {
  let address = unmapped(socketAddress);
  const rest =
    forwardedFor?.split(",").map((hop) => unmapped(hop.trim())) ?? [];
  while (isIn(trustedProxies, address)) {
    const hop = rest.pop();
    if (hop === undefined || isIP(hop) === 0) break;
    address = hop;
  }
  return { address, rest };
}

/**
 * Returns the key by which rate limits count a client: its IPv4 address, or its IPv6 network /64, because one customer
 * usually has a whole /64.
 */
export function clientKey(address: string): string {
  return isIP(address) === 6 ? ipv6Network(address, 64) : address;
}

/**
 * Returns the IPv6 network /48 of a client; undefined for IPv4. One customer can have a whole /48, which contains
 * 65,536 networks /64.
 */
export function clientSite(address: string): string | undefined {
  return isIP(address) === 6 ? ipv6Network(address, 48) : undefined;
}

function ipv6Network(address: string, bits: 48 | 64): string {
  return `${expand(address)
    .slice(0, bits / 16)
    .join(":")}::/${bits}`;
}

function networks(list: [address: string, bits: number][]): BlockList {
  const found = new BlockList();
  for (const [address, bits] of list)
    found.addSubnet(address, bits, isIP(address) === 4 ? "ipv4" : "ipv6");
  return found;
}

function isIn(list: BlockList, address: string): boolean {
  const family = isIP(address);
  return family !== 0 && list.check(address, family === 4 ? "ipv4" : "ipv6");
}

// Turns ::ffff:a.b.c.d into the IPv4 address a.b.c.d. All such addresses are in one network /64, so rate limits would
// count all IPv4 clients as one.
export function unmapped(address: string): string {
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
  // Leading zeros are removed, because 0db8 and db8 are the same group of an IPv6 address.
  return groups.map((group) => group.replace(/^0+(?=.)/, ""));
}
