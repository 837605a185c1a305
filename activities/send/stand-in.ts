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

/**
 * The message by which a stand-in hears that another one could not be delivered: the deputy, or the manager where the
 * deputy is who cannot be reached. Null where nobody is left, and for such a message itself.
 */
export function standInMessage(failed: OutboxEntity, { people }: LicenseState): NewMessage | null {
  if (standsIn(failed.rung) === 'undelivered') return null;
  const role = (['deputy', 'manager'] as const).find((candidate) => people[candidate] !== failed.personId);
  return role ? inPlaceOf(failed, undelivered, role, people[role]) : null;
}

/** The message to the next person of a duty by law of whose reminders the owner wants none. */
export function mutedMessage(message: OutboxEntity, role: 'deputy' | 'manager', person: string): NewMessage {
  return inPlaceOf(message, muted, role, person);
}

function inPlaceOf(message: OutboxEntity, prefix: string, role: NewMessage['role'], personId: string): NewMessage {
  const rung = `${prefix}${message.notice.rung}`;
  const { licenseId, obligationId, seq, channel, notice, dueAt, simulated, urgency, statutory } = message;
  const key = [licenseId, obligationId, rung, personId, channel].join('/');
  const about = { key, seq, obligationId, rung, role, personId, channel, notice, dueAt, simulated };
  return { ...about, urgency, statutory, leaves: 'alone' };
}
