import { BlockList, isIPv4, isIPv6 } from 'node:net';

type Range = readonly [address: string, bits: number];

/** IANA's special-purpose IPv4 addresses: none of them is a server that anybody may ask. */
const special4: readonly Range[] = [
  ['0.0.0.0', 8], // this host
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // behind a provider's NAT
  ['127.0.0.0', 8], // loopback
  ['168.63.129.16', 32], // Azure's own service, from inside its machines
  ['169.254.0.0', 16], // link-local, and the clouds' metadata
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocol assignments
  ['192.0.2.0', 24], // documentation
  ['192.88.99.0', 24], // 6to4 relays
  ['192.168.0.0', 16], // private
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, broadcast
];

/** Of IPv6 only this is given out to hosts; loopback, unique local, link-local, multicast and mapped IPv4 are all outside it. */
const unicast6: Range = ['2000::', 3];

const special6: readonly Range[] = [
  ['2001::', 23], // Teredo and other assignments, which carry IPv4 inside
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4, which carries IPv4 inside
  ['3fff::', 20], // documentation
];

/** IPv4 as an IPv6-only network sees it (RFC 6052). */
const translated: Range = ['64:ff9b::', 96];

function listOf(ranges: readonly Range[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const [address, bits] of ranges) list.addSubnet(address, bits, family);
  return list;
}

const closed4 = listOf(special4, 'ipv4');
const open6 = listOf([unicast6], 'ipv6');
const closed6 = listOf(special6, 'ipv6');
const nat64 = listOf([translated], 'ipv6');

/** The IPv4 address in the last 32 bits. @example innerOf('64:ff9b::7f00:1') // '127.0.0.1' */
function innerOf(ip: string): string {
  // The URL standard writes every IPv6 address in one way: hexadecimal groups, the longest run of zeros left out.
  const groups = new URL(`http://[${ip}]/`).hostname.slice(1, -1).split(':').slice(-2);
  return groups
    .map((group) => Number.parseInt(group === '' ? '0' : group, 16))
    .flatMap((group) => [group >> 8, group & 255])
    .join('.');
}

/** Whether an IP address is one that anybody may ask; false for whatever is no IP address. */
export function isPublic(ip: string): boolean {
  if (isIPv4(ip)) return !closed4.check(ip, 'ipv4');
  // A zone (%eth0) is only of use on a link of one's own.
  if (!isIPv6(ip) || ip.includes('%')) return false;
  if (nat64.check(ip, 'ipv6')) return isPublic(innerOf(ip));
  return open6.check(ip, 'ipv6') && !closed6.check(ip, 'ipv6');
}
