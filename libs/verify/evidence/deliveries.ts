import type { Envelope } from '../../ledger/index.js';
import type { BundleFinding } from '../findings.js';
import type { HashedParts } from '../parts.js';
import type { Evidence } from './index.js';
import { aboutFindings, listOf, membersOf, named, placeOf } from './members.js';

const partName = 'deliveries.json';

/** What is told of messages is what the entries say of them, and nothing of a message is left out. */
export async function deliveryEvidence(parts: HashedParts): Promise<Evidence> {
  const { value, findings } = parts.has(partName) ? await parts.json(partName) : { findings: [] };
  const messages = listOf(membersOf(value).messages);
  const told = new Map<string, Told>();
  const keys = new Set(messages.map(({ key }) => String(key)));
  for (const [at, { key, events }] of messages.entries())
    for (const [number, event] of listOf(events).entries())
      told.set(placeOf(event), {
        key: String(key),
        type: String(event.type),
        at: String(event.at),
        field: `messages/${at}/events/${number}`,
      });
  const wrong: BundleFinding[] = [];
  return {
    see(entry) {
      if (!entry.stream.startsWith('delivery/')) return;
      const place = `${entry.stream} ${entry.seq}`;
      const claim = told.get(place);
      told.delete(place);
      if (claim) {
        const field = differing(claim, entry);
        if (field) wrong.push(fault(`${claim.field}/${field}`, 'the entry says otherwise', place));
      } else if (keys.has(keyOf(entry))) wrong.push(fault('messages', 'what this entry says is not told', place));
    },
    findings: (manifest) => {
      if (value === undefined) return findings;
      const nowhere = [...told].map(([place, { field }]) => fault(field, 'there is no such entry', place));
      return [...findings, ...aboutFindings(partName, value, manifest), ...wrong, ...nowhere];
    },
  };
}

interface Told {
  key: string;
  type: string;
  at: string;
  field: string;
}

const keyOf = ({ data }: Envelope): string => String(membersOf(data).key);

function differing({ key, type, at }: Told, entry: Envelope): string | null {
  if (type !== entry.type) return 'type';
  if (at !== entry.recordedAt) return 'at';
  return key === keyOf(entry) ? null : 'key';
}

const fault = (field: string, what: string, place: string): BundleFinding => ({
  kind: 'delivery',
  file: partName,
  ...named(place),
  field,
  what,
});
