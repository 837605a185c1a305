import type { BundleFinding } from '../findings.js';
import { manifestName } from '../manifest.js';
import { proofsName } from '../proofs-file.js';
import type { Evidence } from './index.js';
import { membersOf } from './members.js';

/** Whether the streams that the license's entries speak of are there, and simulated time is called so. */
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
      const findings: BundleFinding[] = [];
      if (company !== null && !streams.some(({ stream }) => stream === company))
        findings.push({ kind: 'missing-part', file: proofsName, stream: company, what: 'the proofs do not name it' });
      if (marked.has(`license/${license}`) && !simulated)
        findings.push({ kind: 'form', file: manifestName, field: 'simulated', what: 'time was skipped for it' });
      return findings;
    },
  };
}
