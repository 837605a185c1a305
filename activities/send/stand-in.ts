import type { LicenseState } from '../../libs/domain/index.js';
import type { NewMessage, OutboxEntity } from '../../libs/persistence/index.js';

const prefix = 'undelivered/';

/**
 * The message by which a stand-in hears that another one could not be delivered: the deputy, or the manager where the
 * deputy is who cannot be reached. Null where nobody is left, and for such a message itself.
 */
export function standInMessage(failed: OutboxEntity, { people }: LicenseState): NewMessage | null {
  if (failed.rung.startsWith(prefix)) return null;
  const role = (['deputy', 'manager'] as const).find((candidate) => people[candidate] !== failed.personId);
  if (!role) return null;
  const person = people[role];
  const rung = `${prefix}${failed.rung}`;
  const { licenseId, obligationId, seq, channel, notice, dueAt, simulated } = failed;
  const key = [licenseId, obligationId, rung, person, channel].join('/');
  return { key, seq, obligationId, rung, role, personId: person, channel, notice, dueAt, simulated };
}
