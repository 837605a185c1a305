import type { Envelope } from '../../ledger/index.js';
import type { BundleFinding } from '../findings.js';
import type { Manifest } from '../manifest.js';
import type { HashedParts } from '../parts.js';
import type { ProofsFile } from '../proofs-file.js';
import { deadlineEvidence, deadlinesName } from './deadlines.js';
import { deliveryEvidence } from './deliveries.js';
import { documentEvidence } from './documents.js';
import { lawEvidence } from './law.js';
import { streamEvidence } from './streams.js';

/** What the bundle says beside its streams, compared with their entries while these pass. */
export interface Evidence {
  /** An entry whose body is one, of any stream of the bundle. */
  see(entry: Envelope): void;
  /** After all entries. */
  findings(manifest: Manifest, proofs: ProofsFile): BundleFinding[] | Promise<BundleFinding[]>;
}

export interface AllEvidence extends Evidence {
  /** Files of law in the bundle of which the verifier has no copy of its own. */
  notCompared: readonly string[];
}

/** Reads the parts that say something. */
export async function openEvidence(parts: HashedParts, known: ReadonlyMap<string, string>): Promise<AllEvidence> {
  const { value: deadlines, findings: ofForm } = parts.has(deadlinesName)
    ? await parts.json(deadlinesName)
    : { findings: [] };
  const law = lawEvidence(deadlines, parts, known);
  const all = [
    streamEvidence(),
    law,
    await documentEvidence(parts),
    deadlineEvidence(deadlines, parts, law.limits),
    await deliveryEvidence(parts),
  ];
  return {
    notCompared: law.notCompared,
    see: (entry) => {
      for (const each of all) each.see(entry);
    },
    findings: async (manifest, proofs) => {
      const findings: BundleFinding[][] = [ofForm];
      for (const each of all) findings.push(await each.findings(manifest, proofs));
      return findings.flat();
    },
  };
}
