import { type AdvanceDeps, createAdvance } from './advance.activities.js';
import { type BounceDeps, createBounceActivities } from './bounce.activities.js';
import { createDigestActivities, type DigestDeps } from './digest.activities.js';
import { createFanOutActivities, type FanOutDeps } from './fan-out.activities.js';
import { createHeartbeatActivities, type HeartbeatDeps } from './heartbeat.activities.js';
import { createSendActivities, type SendDeps } from './send.activities.js';

export interface ActivityDeps {
  advance: AdvanceDeps;
  send: SendDeps;
  digest: DigestDeps;
  fanOut: FanOutDeps;
  heartbeat: HeartbeatDeps;
  bounce: BounceDeps;
}

/**
 * Every side effect a workflow may ask for. Each takes one object, gives small JSON and is safe to run twice:
 * - `advance`, local, on `licenses`: moves one license's record by a command, a wake-up, or not at all;
 * - `send` and `giveUpSend`, on `notices`: deliver one message of the outbox, or record that it could not be delivered;
 * - `openDigests`, `sendDigest` and `giveUpDigest`, on `notices`: put a day's digests together and deliver them;
 * - `carryBatch`, on `notices`: carries an event to the next licenses concerned;
 * - `sendHeartbeats`, on `notices`: the weekly mail that says that everything runs;
 * - `settleBounce`, on `notices`: what follows from a mail that came back.
 */
export function createActivities(deps: ActivityDeps) {
  return {
    advance: createAdvance(deps.advance),
    ...createSendActivities(deps.send),
    ...createDigestActivities(deps.digest),
    ...createFanOutActivities(deps.fanOut),
    ...createHeartbeatActivities(deps.heartbeat),
    ...createBounceActivities(deps.bounce),
  };
}

export type Activities = ReturnType<typeof createActivities>;
