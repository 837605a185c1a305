import { randomUUID } from 'node:crypto';
import {
  bounceWorkflowId,
  fanOutWorkflowId,
  licenseWorkflowId,
  taskQueues,
  workflowTypes,
} from '../../libs/contracts/index.js';
import { day, inMs, type LicenseWorld } from '../support/license-world.js';

const minute = 60_000;

/**
 * Each path through the workflows, lived on a real server; the answer is the id of the workflow that lived it. Their
 * histories are what a later version of the code must be able to replay.
 */
export const phases: Record<string, (world: LicenseWorld) => Promise<string>> = {
  async 'commands, a refusal and a repeat'(world) {
    const licenseId = await world.opened({ wakeAt: inMs(20 * day) });
    const commandId = world.record.command(randomUUID());
    await Promise.all([
      world.gateway.execute(licenseId, commandId),
      world.anotherGateway().execute(licenseId, commandId),
    ]);
    await world.run(licenseId, { refuse: 'filing-not-open' }).catch(() => undefined);
    await world.run(licenseId, { wakeAt: inMs(10 * day) });
    await world.run(licenseId, { wakeAt: null });
    return licenseWorkflowId(licenseId);
  },

  async 'wake-ups with messages'(world) {
    const licenseId = await world.opened({ wakeAt: inMs(day), messages: [randomUUID()] });
    world.record.plan(licenseId, [
      { wakeAt: inMs(5 * day), messages: [randomUUID(), randomUUID()] },
      { wakeAt: inMs(9 * day) },
      { wakeAt: inMs(29 * day), messages: [randomUUID()], needsAttention: true },
    ]);
    await world.skip(licenseId, 12 * day);
    return licenseWorkflowId(licenseId);
  },

  async 'years of sleep, run after run'(world) {
    const licenseId = await world.opened({ wakeAt: inMs(100 * day), messages: [randomUUID()] });
    world.record.plan(licenseId, [
      { wakeAt: inMs(200 * day), messages: [randomUUID()] },
      { wakeAt: inMs(300 * day), messages: [randomUUID()] },
    ]);
    for (let season = 0; season < 3; season++) {
      await world.run(licenseId);
      await world.skip(licenseId, 80 * day);
    }
    return licenseWorkflowId(licenseId);
  },

  async 'a message carried into the next run'(world) {
    const licenseId = randomUUID();
    const release = world.record.holdMail(licenseId);
    await world.run(licenseId, { wakeAt: inMs(100 * day), messages: [randomUUID()] });
    await world.run(licenseId);
    await world.until(async () => (await world.runs(licenseId)).length > 1);
    release();
    await world.until(async () => (await world.gateway.progress(licenseId))?.unsent.length === 0);
    return licenseWorkflowId(licenseId);
  },

  async 'a message given up'(world) {
    const licenseId = randomUUID();
    world.record.license(licenseId).mailAway = true;
    await world.run(licenseId, { wakeAt: inMs(5 * day), messages: [randomUUID()] });
    await world.skip(licenseId, 2 * day);
    return licenseWorkflowId(licenseId);
  },

  async 'a record that is away'(world) {
    const licenseId = await world.opened({ wakeAt: inMs(day) });
    world.record.license(licenseId).away = true;
    await world.run(licenseId).catch(() => undefined);
    await world.skip(licenseId, day + 10 * minute);
    world.record.license(licenseId).away = false;
    await world.skip(licenseId, day);
    return licenseWorkflowId(licenseId);
  },

  /** Longer than a workflow task lasts, so that it is kept alive by heartbeats. */
  async 'a record that is slow to come back'(world) {
    const licenseId = await world.opened({ wakeAt: inMs(100 * day) });
    world.record.license(licenseId).awayUntil = Date.now() + 11_000;
    const commandId = world.record.command(randomUUID());
    await world.gateway.execute(licenseId, commandId).catch(() => undefined);
    await world.gateway.execute(licenseId, commandId);
    return licenseWorkflowId(licenseId);
  },

  async 'a ledger that is behind'(world) {
    const licenseId = await world.opened({ wakeAt: inMs(day) });
    await world.run(licenseId);
    world.record.license(licenseId).appended.length = 1;
    await world.run(licenseId).catch(() => undefined);
    await world.skip(licenseId, 1.2 * day);
    return licenseWorkflowId(licenseId);
  },

  async 'resumed from the ledger'(world) {
    const licenseId = randomUUID();
    const license = world.record.license(licenseId);
    license.appended.push('imported');
    license.wakeAt = inMs(-day);
    license.unsent.add(randomUUID());
    world.record.plan(licenseId, [{ wakeAt: inMs(3 * day) }]);
    await world.gateway.start(licenseId);
    await world.until(() => license.appended.length > 1 && license.unsent.size === 0);
    return licenseWorkflowId(licenseId);
  },

  async 'ended by the law'(world) {
    const licenseId = await world.opened({ wakeAt: inMs(day) });
    await world.client.workflow.getHandle(licenseWorkflowId(licenseId)).cancel();
    await world.run(licenseId, { ended: true, status: 'closed', wakeAt: null, messages: [randomUUID()] });
    await world.until(async () => !(await world.gateway.describe(licenseId))?.running);
    return licenseWorkflowId(licenseId);
  },

  async 'never begun'(world) {
    const licenseId = randomUUID();
    await world.run(licenseId, { refuse: 'company-unknown' }).catch(() => undefined);
    await world.until(async () => !(await world.gateway.describe(licenseId))?.running);
    return licenseWorkflowId(licenseId);
  },

  async 'fan-out'(world) {
    const eventId = randomUUID();
    world.record.carries(eventId, { settled: 100, postponed: 0, left: 40 }, { settled: 40, postponed: 0, left: 0 });
    await world.gateway.startFanOut(eventId, 10);
    await world.client.workflow.getHandle(fanOutWorkflowId(eventId)).result();
    return fanOutWorkflowId(eventId);
  },

  /** Service ends, the public notice runs for a month, the permit is cancelled and the last duty closes the license. */
  async 'a termination with its public notice'(world) {
    const licenseId = await world.opened({ wakeAt: inMs(200 * day), status: 'valid' });
    await world.run(licenseId, { wakeAt: inMs(31 * day), status: 'termination-pending', messages: [randomUUID()] });
    world.record.plan(licenseId, [
      { wakeAt: inMs(35 * day), messages: [randomUUID(), randomUUID()] },
      { wakeAt: null },
    ]);
    await world.skip(licenseId, 32 * day);
    await world.run(licenseId, { wakeAt: null, status: 'terminated', ended: true, messages: [randomUUID()] });
    await world.until(async () => !(await world.gateway.describe(licenseId))?.running);
    return licenseWorkflowId(licenseId);
  },

  /** The paper was lost: a filing of its own beside the dates that run on, and a wake-up that does not move. */
  async 'a re-issue beside the dates that run on'(world) {
    const wakeAt = inMs(90 * day);
    const licenseId = await world.opened({ wakeAt, status: 'valid' });
    await world.run(licenseId, { needsAttention: true, messages: [randomUUID()] });
    await Promise.all([1, 2, 3].map(() => world.run(licenseId, { wakeAt })));
    await world.run(licenseId, { needsAttention: false });
    await world.skip(licenseId, day);
    return licenseWorkflowId(licenseId);
  },

  async 'refreshed while it sleeps'(world) {
    const licenseId = await world.opened({ wakeAt: inMs(10 * day) });
    await world.gateway.refresh(licenseId);
    await world.run(licenseId);
    world.record.plan(licenseId, [{ wakeAt: inMs(20 * day), messages: [randomUUID()] }]);
    await world.skip(licenseId, 11 * day);
    await world.gateway.refresh(licenseId);
    await world.run(licenseId, { wakeAt: null });
    return licenseWorkflowId(licenseId);
  },

  /** The run that was asked waits a moment for the message, and the next one takes it up. */
  async 'refreshed with a message on its way'(world) {
    const licenseId = randomUUID();
    const release = world.record.holdMail(licenseId);
    await world.run(licenseId, { wakeAt: inMs(5 * day), messages: [randomUUID()] });
    await world.gateway.refresh(licenseId);
    await world.until(async () => (await world.runs(licenseId)).length > 1);
    release();
    await world.until(async () => (await world.gateway.progress(licenseId))?.unsent.length === 0);
    return licenseWorkflowId(licenseId);
  },

  /** More batches than one run holds, with licenses that could not be reached in between. */
  async 'an adoption carried run after run'(world) {
    const eventId = randomUUID();
    const many = Array.from({ length: 60 }, (_, index) => ({ settled: 100, postponed: 0, left: 6_000 - 100 * index }));
    world.record.carries(eventId, ...many, { settled: 0, postponed: 0, left: 0 });
    await world.gateway.startFanOut(eventId, 1_000);
    await world.client.workflow.getHandle(fanOutWorkflowId(eventId)).result();
    return fanOutWorkflowId(eventId);
  },

  async 'digests, one of them given up, and what they bring about'(world) {
    const [licenseId, outboxKey, workflowId] = [randomUUID(), randomUUID(), randomUUID()];
    world.record.license(licenseId).unsent.add(outboxKey);
    world.record.digests.set('taken', [{ licenseId, outboxKey }]).set('refused', null);
    await world.client.workflow.execute(workflowTypes.digest, { workflowId, taskQueue: taskQueues.licenses });
    return workflowId;
  },

  async 'a weekly heartbeat'(world) {
    const workflowId = randomUUID();
    await world.client.workflow.execute(workflowTypes.heartbeat, { workflowId, taskQueue: taskQueues.licenses });
    return workflowId;
  },

  async 'a mail that came back'(world) {
    const [licenseId, outboxKey, bounceId] = [randomUUID(), randomUUID(), randomUUID()];
    world.record.license(licenseId).unsent.add(outboxKey);
    world.record.bounced.push({ licenseId, outboxKey });
    await world.gateway.startBounce(bounceId);
    await world.client.workflow.getHandle(bounceWorkflowId(bounceId)).result();
    return bounceWorkflowId(bounceId);
  },
};
