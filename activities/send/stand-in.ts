import type { LicenseState } from '../../libs/domain/index.js';
import type { NewMessage, OutboxEntity } from '../../libs/persistence/index.js';

const undelivered = 'undelivered/';
const muted = 'muted/';

/** Why somebody is told in another one's place, by the rung of the message; null where nobody is. */
export function standsIn(rung: string): 'undelivered' | 'muted' | null {
  if (rung.startsWith(undelivered)) return 'undelivered';
  return rung.startsWith(muted) ? 'muted' : null;
}

export const isStandIn = (rung: string): boolean => standsIn(rung) !== null;

/** Whoever bears the role by now comes first: a license may have been handed over since. */
const after = {
  owner: ['owner', 'deputy', 'manager'],
  deputy: ['deputy', 'manager'],
  manager: ['manager', 'deputy'],
} as const;

/**
 * The message by which a stand-in hears that another one could not be delivered: the successor of who cannot be reached,
 * else the deputy, else the manager; of who cannot be reached either, the next one in this order. Null where nobody is
 * left.
 */
export function standInMessage(failed: OutboxEntity, { people }: LicenseState): NewMessage | null {
  const [first, ...further] = after[failed.role];
  // The manager is the last to stand in.
  const candidates =
    standsIn(failed.rung) !== 'undelivered' || failed.role !== 'manager' ? [first, ...further] : [first];
  const role = candidates.find((candidate) => people[candidate] !== failed.personId);
  return role ? inPlaceOf(failed, undelivered, role, people[role]) : null;
}

/** The message to the next person of a duty by law of whose reminders another one wants none. */
export function mutedMessage(message: OutboxEntity, role: NewMessage['role'], person: string): NewMessage {
  return inPlaceOf(message, muted, role, person);
}

function inPlaceOf(message: OutboxEntity, prefix: string, role: NewMessage['role'], personId: string): NewMessage {
  return messageTo(message, `${prefix}${message.notice.rung}`, role, personId);
}

/** The same notice for somebody else; it does not wait for a digest. */
export function messageTo(message: OutboxEntity, rung: string, role: NewMessage['role'], personId: string): NewMessage {
  const { licenseId, obligationId, seq, channel, notice, dueAt, simulated, urgency, statutory } = message;
  const key = [licenseId, obligationId, rung, personId, channel].join('/');
  const about = { key, seq, obligationId, rung, role, personId, channel, notice, dueAt, simulated };
  return { ...about, urgency, statutory, leaves: 'alone' };
}
