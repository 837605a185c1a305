import { shanghaiDay } from '../libs/calendar/index.js';
import type { BounceAnswer, BounceRequest } from '../libs/contracts/index.js';
import type {
  BounceEffect,
  BounceEntity,
  BounceRepository,
  OutboxEntity,
  PersonRepository,
  SnapshotRepository,
} from '../libs/persistence/index.js';
import { standInMessage } from './send/stand-in.js';

export interface BounceDeps {
  bounces: Pick<BounceRepository, 'find' | 'carried' | 'settle'>;
  people: Pick<PersonRepository, 'markFailing'>;
  snapshots: Pick<SnapshotRepository, 'find'>;
}

export interface BounceActivities {
  settleBounce(request: BounceRequest): Promise<BounceAnswer>;
}

/**
 * A mail came back: it is on record, the address is marked, and whoever stands in is to be told. Done once; asked
 * again, it names the same messages, which are sent once too.
 */
export function createBounceActivities(deps: BounceDeps): BounceActivities {
  return {
    async settleBounce({ bounceId, now }) {
      const bounce = await deps.bounces.find(bounceId);
      if (!bounce) return { followUps: [] };
      const messages = await deps.bounces.carried(bounce.messageId);
      const effects = await Promise.all(messages.map((message) => effectOf(deps, bounce, message, now)));
      const failing = hasFailed(bounce) && isPermanent(bounce);
      const people = failing ? new Set(messages.map(({ personId }) => personId)) : [];
      for (const person of people) await deps.people.markFailing(person, now);
      await deps.bounces.settle(bounce, effects, failing);
      const told = effects.map(({ standIn, message }) => ({ licenseId: message.licenseId, outboxKey: standIn?.key }));
      return {
        followUps: told.filter((each): each is BounceAnswer['followUps'][number] => each.outboxKey !== undefined),
      };
    },
  };
}

async function effectOf(
  { snapshots }: BounceDeps,
  bounce: BounceEntity,
  message: OutboxEntity,
  now: string,
): Promise<BounceEffect> {
  const snapshot = await snapshots.find(message.licenseId);
  const ownTime = new Date(Date.parse(now) + (snapshot?.clockOffsetMs ?? 0)).toISOString();
  const standIn = snapshot && hasFailed(bounce) ? standInMessage(message, snapshot.state) : null;
  return { message, time: { now: ownTime, validOn: shanghaiDay(ownTime) }, standIn };
}

/** Delayed, relayed and unknown reports change nothing, nor does one about an address that is not this person's. */
const hasFailed = ({ action, addressed }: BounceEntity): boolean => addressed && action === 'failed';

/** A mail that expired in a queue (4.x) says nothing lasting about its address. */
const isPermanent = ({ status }: BounceEntity): boolean => status.startsWith('5.');
