import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { FileStoreUnavailable } from '../errors.js';
import type { FilePlace } from '../file-place.js';
import { type Answer, type Exchange, exchange } from './exchange.js';
import { type SigningKey, signed } from './signature.js';

/** A bucket of an S3-compatible store, by path-style addresses. */
export interface Bucket extends SigningKey {
  /** http(s)://host/bucket, or with a folder of it. */
  url: string;
}

const emptyHash = createHash('sha256').digest('hex');
const waitsMs = [200, 1_000];

/** Files as objects of a bucket. Every request may be sent twice, so each is repeated where the store stumbles. */
export class S3Place implements FilePlace {
  /** @param pause between two attempts */
  constructor(
    private readonly bucket: Bucket,
    private readonly pause: (milliseconds: number) => Promise<void> = sleep,
  ) {}

  async keep(id: string, path: string): Promise<void> {
    const [{ sha256: bodyHash, md5 }, { size }] = await Promise.all([hashesOf(path), stat(path)]);
    const headers = {
      'content-length': String(size),
      'content-type': 'application/octet-stream',
      // The signed hash says as much, but Amazon takes nothing into a bucket with a retention period without this one.
      'content-md5': md5,
    };
    // The store compares what arrives with the signed hash.
    await this.ask({ method: 'PUT', key: id, headers, bodyHash, body: () => createReadStream(path) }, [200, 201]);
  }

  async read(id: string): Promise<Buffer | null> {
    const { status, body } = await this.ask({ method: 'GET', key: id }, [200, 404]);
    return status === 404 ? null : body;
  }

  async readHead(id: string, bytes: number): Promise<Buffer | null> {
    const headers = { range: `bytes=0-${bytes - 1}` };
    // 416: the object is empty.
    const { status, body } = await this.ask({ method: 'GET', key: id, headers }, [200, 206, 404, 416]);
    if (status === 416) return Buffer.alloc(0);
    return status === 404 ? null : body.subarray(0, bytes);
  }

  async remove(id: string): Promise<void> {
    await this.ask({ method: 'DELETE', key: id }, [200, 204, 404]);
  }

  /** Asks for the bucket itself, which also tells whether the key may look into it. */
  async probe(): Promise<void> {
    await this.ask({ method: 'HEAD', key: null }, [200]);
  }

  private async ask(wish: Wish, taken: readonly number[]): Promise<Answer> {
    let answer = await this.attempt(wish);
    for (const wait of waitsMs) {
      if (!mayPass(answer)) break;
      await this.pause(wait);
      answer = await this.attempt(wish);
    }
    if (!taken.includes(answer.status) || isWithoutBucket(answer)) throw refused(answer);
    return answer;
  }

  private attempt({ method, key, headers = {}, bodyHash = emptyHash, body }: Wish): Promise<Answer> {
    const url = this.addressOf(key);
    const at = new Date();
    const send: Exchange = { method, url, headers: signed({ method, url, headers, bodyHash, at }, this.bucket) };
    return exchange(body ? { ...send, body: body() } : send);
  }

  /** Of an object, or of the bucket without its folder. */
  private addressOf(key: string | null): URL {
    const url = new URL(this.bucket.url);
    const folder = url.pathname.replace(/\/+$/, '');
    url.pathname = key === null ? `/${folder.split('/')[1]}` : `${folder}/${key}`;
    return url;
  }
}

interface Wish {
  method: 'GET' | 'PUT' | 'DELETE' | 'HEAD';
  /** Null for the bucket itself. */
  key: string | null;
  headers?: Record<string, string>;
  bodyHash?: string;
  /** Opened anew for each attempt. */
  body?: () => NodeJS.ReadableStream;
}

/** Status 0: the store did not answer. */
const mayPass = ({ status }: Answer): boolean => status === 0 || status === 429 || status >= 500;

/** What is not there is more than the object. */
const isWithoutBucket = ({ status, code }: Answer): boolean => status === 404 && code !== null && code !== 'NoSuchKey';

const refused = ({ status, code }: Answer): FileStoreUnavailable =>
  new FileStoreUnavailable(status === 0 ? `${code}` : `it answers ${status}${code ? ` ${code}` : ''}`);

async function hashesOf(path: string): Promise<{ sha256: string; md5: string }> {
  const [sha256, md5] = [createHash('sha256'), createHash('md5')];
  for await (const chunk of createReadStream(path)) for (const hash of [sha256, md5]) hash.update(chunk as Buffer);
  return { sha256: sha256.digest('hex'), md5: md5.digest('base64') };
}

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
