import { randomUUID } from 'node:crypto';
import { costBound, costOf, type HistoryCost } from '../../libs/gateway/index.js';
import type { Step } from '../support/fake-record.js';
import { day, inMs, LicenseWorld } from '../support/license-world.js';

jest.setTimeout(60_000);

describe('the cost of', () => {
  let world: LicenseWorld;
  beforeAll(async () => {
    world = await LicenseWorld.create();
  });
  afterAll(() => world.close());

  const total = async (licenseId: string): Promise<HistoryCost> => costOf(await world.runs(licenseId));

  const ownEvents = ({ events, simulationEvents }: HistoryCost) => events - simulationEvents;

  /** What one act adds to a license's histories. */
  async function added(licenseId: string, act: () => Promise<unknown>): Promise<{ actions: number; events: number }> {
    const before = await total(licenseId);
    await act();
    await settled(licenseId);
    const after = await total(licenseId);
    return { actions: after.actions - before.actions, events: ownEvents(after) - ownEvents(before) };
  }

  /** Messages have left and the run that follows, if any, has begun. */
  async function settled(licenseId: string): Promise<void> {
    await world.until(async () => (await world.gateway.progress(licenseId))?.unsent.length === 0);
  }

  it('a command that leaves the wake-up where it is: 2 actions, 6 events', async () => {
    const licenseId = await world.opened({ wakeAt: inMs(20 * day) });
    await expect(added(licenseId, () => world.run(licenseId))).resolves.toEqual({ actions: 2, events: 6 });
  });

  it('a command that moves the wake-up: 3 actions, 8 events', async () => {
    const licenseId = await world.opened({ wakeAt: inMs(20 * day) });
    const move = () => world.run(licenseId, { wakeAt: inMs(10 * day) });
    await expect(added(licenseId, move)).resolves.toEqual({ actions: 3, events: 8 });
  });

  it('a refused command: 2 actions, 6 events', async () => {
    const licenseId = await world.opened({ wakeAt: inMs(20 * day) });
    const refused = () => world.run(licenseId, { refuse: 'filing-not-open' }).catch(() => undefined);
    await expect(added(licenseId, refused)).resolves.toEqual({ actions: 2, events: 6 });
  });

  it('a wake-up with one message and a new timer: 3 actions, 12 events; each further message 1 and at most 6', async () => {
    const of = async (messages: number) => {
      const keys = Array.from({ length: messages }, () => randomUUID());
      const licenseId = await world.opened({ wakeAt: inMs(20 * day) });
      world.record.plan(licenseId, [{ wakeAt: inMs(45 * day), messages: keys }]);
      return added(licenseId, () => world.skip(licenseId, 21 * day));
    };
    const [one, three] = [await of(1), await of(3)];
    expect(one).toEqual({ actions: 3, events: 12 });
    expect(three.actions).toBe(5);
    expect(three.events).toBeLessThanOrEqual(12 + 2 * 6);
  });

  it('continuing as new with a new timer: 2 actions, 6 events', async () => {
    const licenseId = await world.opened({ wakeAt: inMs(100 * day) });
    await expect(added(licenseId, () => world.run(licenseId))).resolves.toEqual({ actions: 2 + 2, events: 6 + 6 });
  });

  it('a refresh that was asked for: 3 actions, 11 events', async () => {
    const licenseId = await world.opened({ wakeAt: inMs(20 * day) });
    const refreshed = async () => {
      await world.gateway.refresh(licenseId);
      await world.until(async () => (await world.runs(licenseId)).length === 2);
    };
    await expect(added(licenseId, refreshed)).resolves.toEqual({ actions: 3, events: 11 });
  });

  it('sleeping for more than a month: at most 12 events and 4 KB', async () => {
    const licenseId = await world.opened({ wakeAt: inMs(100 * day), messages: [randomUUID(), randomUUID()] });
    for (let command = 0; command < 5; command++) await world.run(licenseId);
    await settled(licenseId);
    const { historyLength, historySize } = await world.client.workflow.getHandle(`license/${licenseId}`).describe();
    expect(historyLength).toBeLessThanOrEqual(12);
    expect(historySize).toBeLessThanOrEqual(4_096);
  });

  it('a whole life stays within its bound', async () => {
    const licenseId = await world.opened({ wakeAt: inMs(10 * day), messages: [randomUUID()] });
    const wakeUps = Array.from(
      { length: 20 },
      (_, index): Step => ({ wakeAt: inMs((index + 2) * 90 * day), messages: [randomUUID()] }),
    );
    world.record.plan(licenseId, [{ wakeAt: inMs(90 * day) }, ...wakeUps]);
    for (let month = 0; month < 60; month++) {
      await world.run(licenseId, month % 7 === 0 ? { needsAttention: month % 2 === 0 } : {});
      await world.skip(licenseId, 30 * day);
    }
    const cost = await total(licenseId);
    expect(cost.actions).toBeLessThanOrEqual(costBound(cost));
    expect(cost).toMatchObject({ commands: 61, sendAttempts: 21, upserts: 9 });
  });
});
