import { BlockList, isIP } from 'node:net';

/** Special-purpose IPv4 networks (IANA registry): not somewhere a public article can be. */
const SPECIAL_IPV4: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // Link-local, with the metadata address of the clouds (169.254.169.254).
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  // Multicast, reserved and broadcast.
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** Networks inside 2000::/3 that are special all the same: Teredo and its neighbours, documentation, 6to4. */
const SPECIAL_IPV6: readonly (readonly [network: string, prefix: number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const refused = new BlockList();
for (const [network, prefix] of SPECIAL_IPV4) refused.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of SPECIAL_IPV6) refused.addSubnet(network, prefix, 'ipv6');

/** The only IPv6 space handed out for public use; loopback, private and link-local addresses lie outside it. */
const globalIpv6 = new BlockList();
globalIpv6.addSubnet('2000::', 3, 'ipv6');

/** Addresses that stand for an IPv4 address in their last 32 bits: IPv4-mapped, and NAT64 (RFC 6052). */
const carriesIpv4 = new BlockList();
carriesIpv4.addSubnet('::ffff:0:0', 96, 'ipv6');
carriesIpv4.addSubnet('64:ff9b::', 96, 'ipv6');

/**
 * May a page be fetched from this IP address? Loopback, private, link-local, shared (CGNAT), multicast, unspecified,
 * documentation and tunnel addresses may not, nor IPv6 forms of them; neither may anything that is no IP address.
 */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !refused.check(address, 'ipv4');
    case 6: {
      if (address.includes('%')) return false;
      if (carriesIpv4.check(address, 'ipv6')) return isPublicAddress(lastIpv4(address));
      return globalIpv6.check(address, 'ipv6') && !refused.check(address, 'ipv6');
    }
    default:
      return false;
  }
}

/** The last 32 bits of an IPv6 address, written as IPv4. */
function lastIpv4(address: string): string {
  // URL writes every IPv6 address in one form: hexadecimal groups, no dotted tail.
  const groups = new URL(`http://[${address}]`).hostname.slice(1, -1).split(':');
  const [high = 0, low = 0] = groups.slice(-2).map((group) => Number.parseInt(group || '0', 16));
  return [high >> 8, high & 0xff, low >> 8, low & 0xff].join('.');
}
