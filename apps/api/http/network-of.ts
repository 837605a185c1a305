import { isIPv4, isIPv6 } from 'node:net';

/**
 * By what a stranger is counted: an address of IPv4, and of IPv6 the network of 64 bits that a household is given, in
 * which there are more addresses than anybody could count.
 */
export function networkOf(address: string | undefined): string {
  const plain = (address ?? '').replace(/%.*$/, '');
  const mapped = /^::ffff:([\d.]+)$/i.exec(plain)?.[1];
  if (mapped !== undefined && isIPv4(mapped)) return mapped;
  if (!isIPv6(plain)) return plain || 'unknown';
  const [front = '', back] = plain.split('::');
  const [before, after] = [groupsOf(front), groupsOf(back ?? '')];
  const skipped = back === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  const network = [...before, ...skipped, ...after].slice(0, 4);
  return `${network.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}

const groupsOf = (text: string): string[] => (text === '' ? [] : text.split(':'));
