import { BlockList, isIP } from 'node:net';

/** Why a request does not leave. `address`: the host is, or resolves to, something that is not on the public internet. */
export type OutboundFault = 'not-a-url' | 'scheme' | 'credentials' | 'port' | 'address';

/**
 * Special-purpose IPv4 addresses (IANA registry, RFC 6890 and its successors), and the one public address that is a
 * cloud's own metadata service.
 */
const notPublic4: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['168.63.129.16', 32],
];

/** Of IPv6 only global unicast is public; within it, these wrap IPv4 or are for documentation and benchmarks. */
const globalUnicast6: [string, number] = ['2000::', 3];
const notPublic6: [string, number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
];

const blocked = new BlockList();
for (const [net, prefix] of notPublic4) blocked.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of notPublic6) blocked.addSubnet(net, prefix, 'ipv6');
const global6 = new BlockList();
global6.addSubnet(...globalUnicast6, 'ipv6');

/** Whether an address, as a resolver gives it, lies on the public internet. Mapped and scoped ones do not. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !blocked.check(address, 'ipv4');
    case 6:
      return !address.includes('%') && global6.check(address, 'ipv6') && !blocked.check(address, 'ipv6');
    default:
      return false;
  }
}

/**
 * Where requests may go: https to port 443 of public addresses, and whatever the operator has allowed by name as
 * `host` or `host:port`, exactly as the URL says it.
 */
export class OutboundRules {
  private readonly named: ReadonlySet<string>;

  constructor(allowedHosts: readonly string[]) {
    this.named = new Set(allowedHosts.map((host) => host.toLowerCase()));
  }

  /** Allowed by name: neither scheme nor port nor address is asked any more. */
  isNamed(url: URL): boolean {
    return this.named.has(url.host);
  }

  /** What can be told from the URL alone; the address behind a name is asked at each attempt. */
  faultOf(text: string): OutboundFault | null {
    if (!URL.canParse(text)) return 'not-a-url';
    const url = new URL(text);
    if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'scheme';
    if (url.username !== '' || url.password !== '') return 'credentials';
    if (this.isNamed(url)) return null;
    if (url.protocol !== 'https:') return 'scheme';
    if (url.port !== '') return 'port';
    const host = bareHost(url);
    return isIP(host) !== 0 && !isPublicAddress(host) ? 'address' : null;
  }
}

/** The host as sockets want it: an IPv6 address without its brackets. */
export const bareHost = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, '$1');
