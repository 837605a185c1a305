import type { EntityManager } from 'typeorm';
import type { AuditedProof } from '../audit-report/content.js';
import { bucketText, readCheckpoint, readNote, readSeal, sealedUpTo } from '../checkpoints/index.js';
import { Unavailable } from '../domain/index.js';
import { readStream } from '../ledger/append.js';
import { AlarmRepository, type CheckpointEntity, CheckpointRepository } from '../persistence/index.js';
import { Proofs } from '../sealing/index.js';

/** As `proofs.json` has it. */
export interface ProofsOfBundle {
  checkpoints: { note: string; seal: string; sealProof: string[]; consistency: string[] }[];
  streams: { stream: string; file: string; heads: string; siblings: string[] }[];
}

/** A stream of the bundle, up to the entry that was its newest when everything was read. */
export interface BundledStream {
  stream: string;
  file: string;
  seq: number;
  hash: Buffer;
}

/**
 * The proofs from the database, all of them as of one moment. Call within a transaction that sees one.
 * @throws Unavailable `sealing-behind`
 */
export async function proofsOf(
  manager: EntityManager,
  streams: readonly BundledStream[],
): Promise<{ proofs: ProofsOfBundle; told: AuditedProof }> {
  const repository = new CheckpointRepository(manager);
  const proofs = new Proofs(repository);
  const milestones = await repository.milestones();
  const newest = milestones.at(-1) ?? null;
  const checkpoints: ProofsOfBundle['checkpoints'] = [];
  for (const { note, seal, size } of milestones) {
    const { hashes } = await proofs.inclusionOf(size - 1, size);
    const consistency = await proofs.consistency(size, newest?.size ?? size);
    checkpoints.push({ note, seal, sealProof: inHex(hashes), consistency: inHex(consistency) });
  }
  const proven: ProofsOfBundle['streams'] = [];
  const told: AuditedProof['streams'] = [];
  for (const { stream, file, seq, hash } of streams) {
    const { heads, siblings } = newest === null ? { heads: [], siblings: [] } : await proofs.heads(stream);
    const sealed = heads.find((head) => head.stream === stream)?.seq ?? 0;
    if (newest !== null && seq > sealed) await mustBeSealed(manager, stream, sealed, newest);
    proven.push({ stream, file, heads: bucketText(heads), siblings: inHex(siblings) });
    told.push({ stream, file, entries: seq, head: hash.toString('hex'), unanchored: Math.max(0, seq - sealed) });
  }
  return {
    proofs: { checkpoints, streams: proven },
    told: {
      checkpoint: newest && toldCheckpoint(newest),
      continues: toldContinuation(milestones),
      checkpoints: milestones.length,
      streams: told,
    },
  };
}

/**
 * One checkpoint seals so many entries. While more were waiting, what the next one will be over looks to a verifier as if it
 * had been put in behind the newest. A stream that is broken is never sealed, and nothing is to hide that.
 */
async function mustBeSealed(
  manager: EntityManager,
  stream: string,
  sealed: number,
  { sealedAt }: CheckpointEntity,
): Promise<void> {
  const [next] = await readStream(manager, stream, sealed, 1);
  if (next === undefined || next.copies.storedAt >= sealedUpTo(sealedAt)) return;
  if (await new AlarmRepository(manager).isRaised('record-broken', stream)) return;
  throw new Unavailable('sealing-behind', `${stream} waits to be sealed since ${next.copies.storedAt}`, {
    remedy: 'Ask again in some minutes; if that lasts, look at `paizhao doctor`.',
  });
}

function toldCheckpoint({ note, seal, sealedAt }: CheckpointEntity): AuditedProof['checkpoint'] {
  const { origin, size, root } = readCheckpoint(readNote(note).text);
  const { number, key } = readSeal(seal);
  return { number, size, root: root.toString('base64'), origin, sealedAt, fingerprint: key.fingerprint };
}

/** The first checkpoint says it, and is always among them. */
function toldContinuation([first]: readonly CheckpointEntity[]): AuditedProof['continues'] {
  const continues = first && readSeal(first.seal).continues;
  if (!continues) return null;
  const { origin, size, kept, gone } = continues;
  return { origin, size, kept, gone, sealedAt: first.sealedAt };
}

const inHex = (hashes: readonly Buffer[]): string[] => hashes.map((hash) => hash.toString('hex'));
