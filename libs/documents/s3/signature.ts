import { createHash, createHmac } from 'node:crypto';

export interface SigningKey {
  keyId: string;
  secretKey: string;
  region: string;
}

export interface Unsigned {
  method: string;
  url: URL;
  /** Names in lower case; the host and `x-amz-*` are added. */
  headers: Readonly<Record<string, string>>;
  /** SHA-256 of the body, hex. */
  bodyHash: string;
  /** When it is signed. */
  at: Date;
}

const algorithm = 'AWS4-HMAC-SHA256';

/** The headers to send: those given, and AWS's Signature Version 4 over all of them, for the service `s3`. */
export function signed({ method, url, headers, bodyHash, at }: Unsigned, key: SigningKey): Record<string, string> {
  const time = at.toISOString().replace(/[:-]|\.\d{3}/g, '');
  const scope = `${time.slice(0, 8)}/${key.region}/s3/aws4_request`;
  const all = { ...headers, host: url.host, 'x-amz-content-sha256': bodyHash, 'x-amz-date': time };
  const names = Object.keys(all).sort();
  const request = [
    method,
    canonicalPath(url),
    canonicalQuery(url),
    ...names.map((name) => `${name}:${all[name as keyof typeof all].trim()}`),
    '',
    names.join(';'),
    bodyHash,
  ].join('\n');
  const signature = hmac(signingKey(key, time.slice(0, 8)), [algorithm, time, scope, sha256(request)].join('\n'));
  const credential = `Credential=${key.keyId}/${scope}`;
  const authorization = `${algorithm} ${credential},SignedHeaders=${names.join(';')},Signature=${signature.toString('hex')}`;
  return { ...all, authorization };
}

function signingKey({ secretKey, region }: SigningKey, day: string): Buffer {
  return [day, region, 's3', 'aws4_request'].reduce(hmac, Buffer.from(`AWS4${secretKey}`));
}

const canonicalPath = ({ pathname }: URL): string =>
  pathname
    .split('/')
    .map((segment) => encoded(decodeURIComponent(segment)))
    .join('/');

const canonicalQuery = ({ searchParams }: URL): string =>
  [...searchParams]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&');

/** As RFC 3986 has it, which leaves fewer characters as they are than JavaScript. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
