import { createHash } from 'node:crypto';
import { canonicalBytes, NotCanonical } from '../ledger/index.js';
import type { BundleFinding } from './findings.js';

/** A bundle's files by their names, each read from its beginning whenever it is asked for. */
export interface BundleParts {
  readonly names: readonly string[];
  /** @throws what says why it cannot be read */
  read(name: string): AsyncIterable<Buffer>;
}

/** Of a part that is read whole. Streams and documents are not: they may be of any size. */
const mostBytes = 64 * 2 ** 20;

/** Reads each part once, and keeps what its hash was. */
export class HashedParts {
  private readonly hashes = new Map<string, string>();
  private readonly names: ReadonlySet<string>;

  constructor(private readonly parts: BundleParts) {
    this.names = new Set(parts.names);
  }

  all(): readonly string[] {
    return this.parts.names;
  }

  has(name: string): boolean {
    return this.names.has(name);
  }

  async through(name: string, take: (chunk: Buffer) => void): Promise<void> {
    const hash = createHash('sha256');
    for await (const chunk of this.parts.read(name)) {
      hash.update(chunk);
      take(chunk);
    }
    this.hashes.set(name, hash.digest('hex'));
  }

  /** SHA-256 of a part in hex; it is read for it where it was not yet. */
  async hashOf(name: string): Promise<string> {
    if (!this.hashes.has(name)) await this.through(name, () => undefined);
    return this.hashes.get(name) as string;
  }

  /**
   * What a part of canonical JSON says, and its length; undefined where it is none, or has no canonical form, with a
   * finding that says so.
   * @param most bytes of it that may be read into memory
   */
  async json(name: string, most = mostBytes): Promise<{ value?: unknown; length: number; findings: BundleFinding[] }> {
    const chunks: Buffer[] = [];
    let length = 0;
    await this.through(name, (chunk) => {
      length += chunk.length;
      if (length <= most) chunks.push(chunk);
      else chunks.length = 0;
    });
    const form = (what: string, field?: string): BundleFinding => ({
      kind: 'form',
      file: name,
      ...(field === undefined ? {} : { field }),
      what,
    });
    if (length > most) return { length, findings: [form(`it is longer than ${most} bytes`)] };
    const bytes = Buffer.concat(chunks);
    const loose = form('it is not in canonical form', 'canonical');
    try {
      const value = JSON.parse(bytes.toString('utf8')) as unknown;
      // So that every reader takes the same from it: one with two members of the same name is not canonical.
      return { value, length, findings: bytes.equals(canonicalBytes(value)) ? [] : [loose] };
    } catch (error) {
      return { length, findings: [error instanceof NotCanonical ? loose : form('it is not JSON')] };
    }
  }
}

/** Names of members in manifest and proofs. Others are refused: some readers take `Files` for `files`. */
const memberNames: ReadonlySet<string> = new Set([
  ...['format', 'v', 'release', 'license', 'createdAt', 'from', 'to', 'simulated', 'files', 'name', 'sha256'],
  ...['checkpoints', 'note', 'seal', 'sealProof', 'consistency', 'streams', 'stream', 'file', 'heads', 'siblings'],
]);

/** The first member, however deep, that is null or has a name that no manifest and no proofs file has; null for none. */
export function strangeMember(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, member] of Object.entries(value)) {
    if (!Array.isArray(value) && (!memberNames.has(name) || member === null)) return name;
    const deeper = strangeMember(member);
    if (deeper !== null) return deeper;
  }
  return null;
}
