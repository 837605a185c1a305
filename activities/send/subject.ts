import { ApplicationFailure } from '@temporalio/common';
import {
  type Departure,
  departureOf,
  isAway,
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
import { isStandIn, messageTo, mutedMessage } from './stand-in.js';

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
export interface Diverted {
  reason: string;
  instead: NewMessage | null;
}

/**
 * Null where the message goes to its recipient: who still has the role, and has not muted such reminders or gets this
 * one all the same. `today`: civil day.
 */
export async function diverted(deps: SubjectDeps, message: OutboxEntity, today: string): Promise<Diverted | null> {
  if (isStandIn(message.rung)) return null;
  const state = await stateOf(deps, message);
  return handedOver(message, state) ?? (await muted(deps, message, state, today));
}

function handedOver(message: OutboxEntity, { people }: LicenseState): Diverted | null {
  const { notice, personId, role } = message;
  if (people[role] === personId) return null;
  const alreadyTold = notice.to.some(({ person }) => person === people[role]);
  const instead = alreadyTold ? null : messageTo(message, message.rung, role, people[role]);
  return { reason: 'the license was handed over before the message left', instead };
}

async function muted(
  { preferences }: SubjectDeps,
  message: OutboxEntity,
  { people, absences }: LicenseState,
  today: string,
): Promise<Diverted | null> {
  const { notice, personId, statutory } = message;
  const known = await preferences.of(Object.values(people));
  const hasMuted = (person: string) => known.get(person)?.mutedKinds.includes(notice.kind) ?? false;
  if (!hasMuted(personId)) return null;
  const to = notice.to.map(({ role }) => ({ role, person: people[role] }));
  const isAbsent = (person: string) => isAway(absences, person, today);
  const told = toldInstead({ recipient: personId, statutory, to, people, hasMuted, isAway: isAbsent });
  if (told?.person === personId) return null;
  const alreadyTold = to.some(({ person }) => person === told?.person);
  const instead = told === null || alreadyTold ? null : mutedMessage(message, told.role, told.person);
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
