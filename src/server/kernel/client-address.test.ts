import { describe, expect, test } from "bun:test";
import {
  clientAddress,
  clientKey,
  clientSite,
  untrustedProxy,
} from "./client-address";
import { loadConfig } from "./config/config";

function trusting(list: string) {
  return loadConfig({ TRUSTED_PROXIES: list }).trustedProxies;
}

describe("the address of the client is", () => {
  const cases: [
    what: string,
    socket: string,
    forwarded: string | null,
    trusted: string,
    client: string,
  ][] = [
    [
      "the socket's, without trusted proxies",
      "192.0.2.1",
      "10.0.0.1",
      "",
      "192.0.2.1",
    ],
    [
      "the socket's, when it is not a trusted one",
      "192.0.2.1",
      "10.0.0.1",
      "10.0.0.0/8",
      "192.0.2.1",
    ],
    [
      "the socket's, when a trusted one says nothing",
      "10.0.0.1",
      null,
      "10.0.0.0/8",
      "10.0.0.1",
    ],
    [
      "the last one that a trusted proxy names",
      "10.0.0.1",
      "198.51.100.7, 192.0.2.1",
      "10.0.0.0/8",
      "192.0.2.1",
    ],
    [
      "the first from the right that is not trusted",
      "10.0.0.1",
      "6.6.6.6, 192.0.2.1, 10.0.0.2,10.0.0.3",
      "10.0.0.0/8",
      "192.0.2.1",
    ],
    [
      "the outermost proxy, when all are trusted",
      "10.0.0.1",
      "10.0.0.3, 10.0.0.2",
      "10.0.0.0/8",
      "10.0.0.3",
    ],
    [
      "the proxy's, when what it names is no address",
      "10.0.0.1",
      "192.0.2.1, unknown",
      "10.0.0.0/8",
      "10.0.0.1",
    ],
    [
      "the proxy's, when it names nothing",
      "10.0.0.1",
      "",
      "10.0.0.0/8",
      "10.0.0.1",
    ],
    [
      "found behind a mapped IPv4 socket",
      "::ffff:10.0.0.1",
      "192.0.2.1",
      "10.0.0.0/8",
      "192.0.2.1",
    ],
    [
      "IPv4 also when it is written as IPv6",
      "10.0.0.1",
      "::FFFF:192.0.2.1",
      "10.0.0.0/8",
      "192.0.2.1",
    ],
    [
      "found behind an IPv6 proxy",
      "2001:db8::1",
      "192.0.2.1",
      "2001:db8::/32",
      "192.0.2.1",
    ],
    [
      "the socket's beside the network",
      "11.0.0.1",
      "192.0.2.1",
      "10.0.0.0/8",
      "11.0.0.1",
    ],
    [
      "found behind one of several networks",
      "172.16.0.1",
      "192.0.2.1",
      " 10.0.0.0/8 , 172.16.0.0/12 ",
      "192.0.2.1",
    ],
  ];
  test.each(cases)("%s", (_, socket, forwarded, trusted, client) => {
    expect(clientAddress(socket, forwarded, trusting(trusted))).toBe(client);
  });
});

describe("the key of rate limits is", () => {
  test.each([
    ["the whole IPv4 address", "192.0.2.1", "192.0.2.1"],
    ["the /64 of IPv6", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["the /64 of a shortened address", "2001:db8::1", "2001:db8:0:0::/64"],
    [
      "the same /64 with leading zeros and in capitals",
      "2001:0DB8:0000::9",
      "2001:db8:0:0::/64",
    ],
    ["the /64 of an address with a zone", "fe80::1%eth0", "fe80:0:0:0::/64"],
    ["loopback as one", "::1", "0:0:0:0::/64"],
  ])("%s", (_, address, key) => {
    expect(clientKey(address)).toBe(key);
  });
});

describe("the key of the second limit is", () => {
  test.each([
    ["the /48 of IPv6", "2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"],
    ["the /48 of a shortened address", "2001:db8::1", "2001:db8:0::/48"],
    ["nothing more for IPv4", "192.0.2.1", undefined],
  ])("%s", (_, address, site) => {
    expect(clientSite(address)).toBe(site);
  });
});

describe("an untrusted proxy is", () => {
  test.each([
    ["one on this machine", "127.0.0.1", "192.0.2.1", "", "127.0.0.1/32"],
    ["one on this machine by IPv6", "::1", "192.0.2.1", "", "::1/128"],
    ["one in a container", "172.17.0.1", "192.0.2.1", "", "172.17.0.1/32"],
    ["one in a mapped socket", "::ffff:10.0.0.1", "::1", "", "10.0.0.1/32"],
    ["one of a provider", "100.64.3.1", "192.0.2.1", "", "100.64.3.1/32"],
    ["one with a local IPv6 address", "fd00::7", "::1", "", "fd00::7/128"],
    [
      "one beside a trusted one",
      "10.0.0.1",
      "192.0.2.1, 10.0.0.2",
      "10.0.0.1/32",
      "10.0.0.2/32",
    ],
  ])("%s", (_, socket, forwarded, trusted, network) => {
    expect(untrustedProxy(socket, forwarded, trusting(trusted))).toBe(network);
  });

  test.each([
    ["a trusted one", "10.0.0.1", "192.0.2.1", "10.0.0.0/8"],
    ["a client in the same building", "10.0.0.1", "10.0.0.9", "10.0.0.1"],
    ["a stranger who sends the header", "192.0.2.1", "10.0.0.1", ""],
    ["no address", "", "10.0.0.1", ""],
  ])("not %s", (_, socket, forwarded, trusted) => {
    const found = untrustedProxy(socket, forwarded, trusting(trusted));
    expect(found).toBeUndefined();
  });
});

describe("a list of trusted proxies is refused when it contains", () => {
  test.each([
    ["a name", "localhost"],
    ["an empty prefix, which would trust every address", "10.0.0.0/"],
    ["a prefix that is too long", "10.0.0.0/33"],
    ["a prefix that is too long for IPv6", "::/129"],
    ["a negative prefix", "10.0.0.0/-1"],
    ["a prefix in other digits", "10.0.0.0/0x8"],
    ["a mask", "10.0.0.0/255.0.0.0"],
    ["half an address", "10.0.0"],
    ["two prefixes", "10.0.0.0/8/8"],
    ["one wrong entry among right ones", "10.0.0.0/8, all"],
  ])("%s", (_, list) => {
    expect(() => trusting(list)).toThrow(
      /^TRUSTED_PROXIES: must be networks such as 10\.0\.0\.0\/8; ".+" is not$/,
    );
  });
});
