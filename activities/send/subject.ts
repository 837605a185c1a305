import { ApplicationFailure } from '@temporalio/common';
import {
  type Departure,
  defaultPreferences,
  departureOf,
  type LicenseState,
  lawOfLicense,
  toldInstead,
} from '../../libs/domain/index.js';
import type {
  NewMessage,
  OutboxEntity,
  PreferenceRepository,
  SnapshotRepository,
} from '../../libs/persistence/index.js';
import { isStandIn, mutedMessage } from './stand-in.js';

export interface SubjectDeps {
  snapshots: Pick<SnapshotRepository, 'find'>;
  preferences: Pick<PreferenceRepository, 'find' | 'of'>;
}

/** @throws a retryable failure where the license has no state yet */
export async function stateOf({ snapshots }: SubjectDeps, { licenseId }: OutboxEntity): Promise<LicenseState> {
  const snapshot = await snapshots.find(licenseId);
  if (!snapshot) throw notYet('license-not-found', 'The license of this message has no state.');
  return snapshot.state;
}

/** When a message may leave, by what its recipient asks of reminders. `now`: UTC instant of the license's time. */
export async function departure(deps: SubjectDeps, message: OutboxEntity, now: string): Promise<Departure> {
  if (message.simulated) return { kind: 'now' };
  const [state, preferences] = [await stateOf(deps, message), await deps.preferences.find(message.personId)];
  return departureOf(message, preferences, now, lawOfLicense(state).calendar);
}

/** Why a message does not leave, and the one that leaves in its place. */
export interface Muted {
  reason: string;
  instead: NewMessage | null;
}

/** Null where the recipient has not muted such reminders, or gets this one all the same. */
export async function muted(deps: SubjectDeps, message: OutboxEntity): Promise<Muted | null> {
  const { notice, personId, rung, statutory } = message;
  if (isStandIn(rung)) return null;
  if (!(await deps.preferences.find(personId)).mutedKinds.includes(notice.kind)) return null;
  const { people } = await stateOf(deps, message);
  const preferences = await deps.preferences.of(Object.values(people));
  const hasMuted = (person: string) => (preferences.get(person) ?? defaultPreferences).mutedKinds.includes(notice.kind);
  const role = toldInstead(personId, statutory, people, hasMuted);
  if (role === 'owner') return null;
  const alreadyTold = role !== null && notice.to.some(({ person }) => person === people[role]);
  const instead = role === null || alreadyTold ? null : mutedMessage(message, role, people[role]);
  return { reason: 'muted by its recipient', instead };
}

/** The server's own words stay out of Temporal: they like to repeat the address. */
export const notYet = (type: string, message: string): ApplicationFailure =>
  ApplicationFailure.retryable(message, type);

/** Quiet hours: the next attempt comes when they end. */
export function notBefore(at: string, now: string): ApplicationFailure {
  return ApplicationFailure.create({
    type: 'quiet-hours',
    message: `The recipient wants no mail before ${at}.`,
    nextRetryDelay: Math.max(1_000, Date.parse(at) - Date.parse(now)),
  });
}
