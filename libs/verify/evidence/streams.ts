import type { BundleFinding } from '../findings.js';
import { manifestName } from '../manifest.js';
import { type ProofsFile, proofsName } from '../proofs-file.js';
import type { Evidence } from './index.js';
import { membersOf } from './members.js';

/** Whether the streams that the license's entries speak of are there and no others, and simulated time is called so. */
export function streamEvidence(): Evidence {
  let company: string | null = null;
  const marked = new Set<string>();
  return {
    see({ stream, type, data }) {
      if (type === 'simulation-marked') marked.add(stream);
      const { companyId } = membersOf(data);
      if (type === 'license-opened' && typeof companyId === 'string') company = `company/${companyId}`;
    },
    findings({ license, simulated }, { streams }) {
      const findings =
        company === null ? [] : strangers(streams, [`license/${license}`, `delivery/${license}`, company]);
      if (company !== null && !streams.some(({ stream }) => stream === company))
        findings.push({ kind: 'missing-part', file: proofsName, stream: company, what: 'the proofs do not name it' });
      if (marked.has(`license/${license}`) && !simulated)
        findings.push({ kind: 'form', file: manifestName, field: 'simulated', what: 'time was skipped for it' });
      return findings;
    },
  };
}

/** Anybody can write a stream whose name falls into a bucket of the bundle: its proof says nothing of it. */
const strangers = (streams: ProofsFile['streams'], own: readonly string[]): BundleFinding[] =>
  streams
    .filter(({ stream }) => !own.includes(stream))
    .map(({ stream, file }) => ({
      kind: 'strange-part',
      file,
      stream,
      what: 'it is neither the license’s, nor of its deliveries, nor its company’s',
    }));
