import { BlockList, isIP } from 'node:net';

/** Special-purpose registries of IANA (RFC 6890 and its updates): nothing there is a public service. */
const NOT_PUBLIC_IPV4: [string, number][] = [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8], // private, RFC 1918
  ['100.64.0.0', 10], // shared address space, RFC 6598
  ['127.0.0.0', 8], // loopback
  ['169.254.0.0', 16], // link-local, and cloud metadata
  ['172.16.0.0', 12], // private, RFC 1918
  ['192.0.0.0', 24], // protocol assignments
  ['192.0.2.0', 24], // documentation
  ['192.88.99.0', 24], // 6to4 relays, withdrawn
  ['192.168.0.0', 16], // private, RFC 1918
  ['198.18.0.0', 15], // benchmarking
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, broadcast
];
const NOT_PUBLIC_IPV6: [string, number][] = [
  ['::', 96], // unspecified, loopback, IPv4-compatible
  ['64:ff9b:1::', 48], // NAT64 of a local network, RFC 8215
  ['100::', 64], // discard
  ['2001::', 23], // protocol assignments, Teredo among them
  ['2001:db8::', 32], // documentation
  ['3fff::', 20], // documentation, RFC 9637
  ['5f00::', 16], // segment routing
  ['fc00::', 7], // unique local
  ['fe80::', 10], // link-local
  ['fec0::', 10], // site-local, deprecated
  ['ff00::', 8], // multicast
];

const notPublic = new BlockList();
for (const [network, prefix] of NOT_PUBLIC_IPV4) notPublic.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of NOT_PUBLIC_IPV6) notPublic.addSubnet(network, prefix, 'ipv6');

/**
 * Whether an IP address, without brackets, lies outside the public Internet. An IPv6 address that carries an IPv4 one (mapped, NAT64,
 * 6to4) is judged by what it carries. Whatever is no IP address counts as private: the careful answer.
 */
export function isPrivateAddress(ip: string): boolean {
  const address = ip.split('%', 1)[0]!;
  const family = isIP(address);
  if (family === 0) return true;
  if (family === 4) return notPublic.check(address, 'ipv4');
  const words = wordsOf(address);
  const carried = carriedIPv4(words);
  return carried === undefined ? notPublic.check(address, 'ipv6') : notPublic.check(carried, 'ipv4');
}

/** Whether an IP address, without brackets, means this very machine. */
export function isLoopbackAddress(ip: string): boolean {
  const family = isIP(ip);
  if (family === 4) return ip.startsWith('127.');
  return family === 6 && wordsOf(ip).every((word, index) => word === (index === 7 ? 1 : 0));
}

function carriedIPv4(words: number[]): string | undefined {
  const startsWith = (...prefix: number[]) => prefix.every((word, index) => words[index] === word);
  if (startsWith(0, 0, 0, 0, 0, 0xffff)) return dotted(words[6]!, words[7]!); // ::ffff:0:0/96
  if (startsWith(0x64, 0xff9b, 0, 0, 0, 0)) return dotted(words[6]!, words[7]!); // 64:ff9b::/96, RFC 6052
  if (startsWith(0x2002)) return dotted(words[1]!, words[2]!); // 2002::/16, RFC 3056
  return undefined;
}

function dotted(high: number, low: number): string {
  return [high >> 8, high & 0xff, low >> 8, low & 0xff].join('.');
}

/** The eight 16-bit words of a valid IPv6 address in any of its spellings. */
function wordsOf(address: string): number[] {
  const hex = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, a: string, b: string, c: string, d: string) =>
    [(+a << 8) | +b, (+c << 8) | +d].map((word) => word.toString(16)).join(':'),
  );
  const [head = '', tail] = hex.split('::');
  const parse = (part: string) => (part === '' ? [] : part.split(':').map((word) => Number.parseInt(word, 16)));
  const left = parse(head);
  if (tail === undefined) return left;
  const right = parse(tail);
  return [...left, ...Array<number>(8 - left.length - right.length).fill(0), ...right];
}
