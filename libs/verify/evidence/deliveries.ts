import type { BundleFinding } from '../findings.js';
import type { HashedParts } from '../parts.js';
import type { Evidence } from './index.js';
import { aboutFindings, differing, listOf, type Members, membersOf, named, placeOf, textOf } from './members.js';
import { type Message, Messages } from './messages.js';

const partName = 'deliveries.json';

/** What is told of messages is what the entries say of them, and none of the days is left out. */
export async function deliveryEvidence(parts: HashedParts): Promise<Evidence> {
  const { value, findings } = parts.has(partName) ? await parts.json(partName) : { findings: [] };
  const seen = new Messages();
  return {
    see: (entry) => seen.see(entry),
    findings: (manifest) => {
      if (value === undefined) return findings;
      const expected = seen.told(manifest);
      const told = new Set<string>();
      const wrong = listOf(membersOf(value).messages).flatMap((claimed, at) => {
        const key = textOf(claimed.key);
        const found = ofMessage(claimed, `messages/${at}`, { ...expected.get(key), isRepeated: told.has(key) });
        told.add(key);
        return found;
      });
      const lacking = [...expected.values()]
        .filter(({ message, isCovered }) => isCovered && !told.has(message.key))
        .map(({ message }) => fault('messages', 'the message of this entry is not told', placeOf(message.events[0])));
      return [...findings, ...aboutFindings(partName, value, manifest), ...wrong, ...lacking];
    },
  };
}

const fault = (field: string, what: string, place?: string): BundleFinding => ({
  kind: 'delivery',
  file: partName,
  ...(place === undefined ? {} : named(place)),
  field,
  what,
});

const otherwise = 'the entries say otherwise';

interface Expected {
  message?: Message;
  isCovered?: boolean;
  isRepeated: boolean;
}

function ofMessage(claimed: Members, where: string, { message, isCovered, isRepeated }: Expected): BundleFinding[] {
  if (!message) return [fault(`${where}/key`, 'no entry is of this message')];
  if (isRepeated) return [fault(`${where}/key`, 'it is told twice')];
  if (!isCovered) return [fault(where, 'nothing of it is of these days')];
  return [
    ...differing(claimed, message, ['events']).map((name) => fault(`${where}/${name}`, otherwise)),
    ...ofEvents(listOf(claimed.events), message, where),
  ];
}

function ofEvents(claimed: readonly Members[], { events }: Message, where: string): BundleFinding[] {
  const left = new Map(events.map((event) => [placeOf(event), event]));
  const findings = claimed.flatMap((event, at) => {
    const place = placeOf(event);
    const entry = left.get(place);
    left.delete(place);
    const field = `${where}/events/${at}`;
    if (!entry) return [fault(field, 'there is no such entry of this message', place)];
    return differing(event, entry).map((name) => fault(`${field}/${name}`, 'the entry says otherwise', place));
  });
  return [
    ...findings,
    ...[...left.keys()].map((place) => fault('messages', 'what this entry says is not told', place)),
  ];
}
