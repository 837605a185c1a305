import { checkPrinted } from '../../proof-check/index.js';
import type { BundleFinding } from '../findings.js';
import type { HashedParts } from '../parts.js';
import type { Evidence } from './index.js';
import { lawListFindings } from './law.js';
import { aboutFindings, listOf, type Members, membersOf } from './members.js';

const partName = 'deadlines.json';

/** Each date follows from its own proof by a second computation, under law that is here, and from entries that are here. */
export async function deadlineEvidence(parts: HashedParts): Promise<Evidence> {
  const { value, findings } = parts.has(partName) ? await parts.json(partName) : { findings: [] };
  const { law, obligations, explanations } = membersOf(value);
  const wanted = new Set(
    [
      ...listOf(explanations).map(({ since }) => membersOf(since).seq),
      ...listOf(obligations).flatMap(({ openedSeq, ended }) => [openedSeq, byOf(ended).seq]),
    ].map(Number),
  );
  const types = new Map<number, string>();
  return {
    see({ stream, seq, type }) {
      if (wanted.has(seq) && stream.startsWith('license/')) types.set(seq, type);
    },
    async findings(manifest) {
      if (value === undefined) return findings;
      const stream = `license/${manifest.license}`;
      return [
        ...findings,
        ...aboutFindings(partName, value, manifest),
        ...listOf(explanations).flatMap((explained, at) => ofExplanation(explained, at, { types, stream, parts })),
        ...listOf(obligations).flatMap((obligation, at) => ofObligation(obligation, at, { types, stream })),
        ...(await lawListFindings(law, partName, parts)),
      ];
    },
  };
}

const fault = (field: string, what: string, place = {}): BundleFinding => ({
  kind: 'deadline',
  file: partName,
  ...place,
  field,
  what,
});

interface Around {
  /** Types of the license's entries by number, of those that the part names. */
  types: ReadonlyMap<number, string>;
  stream: string;
}

function ofExplanation(
  { since, explanation }: Members,
  at: number,
  { types, stream, parts }: Around & { parts: HashedParts },
): BundleFinding[] {
  const where = `explanations/${at}`;
  const [checked] = checkPrinted(JSON.stringify(explanation)) ?? [];
  if (!checked) return [fault(where, 'it is no explanation of a date')];
  const findings = checked.differences.map(({ where: part, claimed, computed }) =>
    fault(`${where}/${part}`, `claimed ${claimed}, computed ${computed}`),
  );
  const { pack, calendar } = membersOf(explanation);
  const law = [['packs', pack] as const, ['calendars', membersOf(calendar).id] as const];
  for (const file of law.flatMap(([kind, id]) => (id === null ? [] : [`law/${kind}/${String(id)}.json`])))
    if (!parts.has(file)) findings.push(fault(where, `${file} is not there`));
  const seq = Number(membersOf(since).seq);
  if (!types.has(seq)) findings.push(fault(`${where}/since`, 'there is no such entry', { stream, seq }));
  return findings;
}

/** The entry by which a duty left; none where it is open, or time alone ended it. */
const byOf = (ended: unknown): Members => membersOf(membersOf(ended).by);

function ofObligation({ openedSeq, ended }: Members, at: number, { types, stream }: Around): BundleFinding[] {
  const where = `obligations/${at}`;
  const findings: BundleFinding[] = [];
  const opened = Number(openedSeq);
  if (!types.has(opened)) findings.push(fault(`${where}/openedSeq`, 'there is no such entry', { stream, seq: opened }));
  const { seq, type } = byOf(ended);
  if (seq !== undefined && types.get(Number(seq)) !== type)
    findings.push(fault(`${where}/ended`, 'the entry is of another type', { stream, seq: Number(seq) }));
  return findings;
}
