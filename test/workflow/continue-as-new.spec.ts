import { randomUUID } from 'node:crypto';
import { costOf, type Gateway } from '../../libs/gateway/index.js';
import { day, inMs, LicenseWorld } from '../support/license-world.js';

jest.setTimeout(60_000);

describe('continue as new', () => {
  let world: LicenseWorld;
  beforeAll(async () => {
    world = await LicenseWorld.create();
  });
  afterAll(() => world.close());

  const eventsOfLastRun = async (licenseId: string) => (await world.runs(licenseId)).at(-1)?.events?.length;
  /** How many runs the commands took depends on how they arrived; that it was more than one does not. */
  const continued = (licenseId: string) => world.until(async () => (await world.runs(licenseId)).length > 1);

  it('leaves a license that sleeps for more than a month with at most twelve events', async () => {
    const licenseId = await world.opened({ wakeAt: inMs(100 * day) });
    for (let command = 0; command < 8; command++) {
      await world.run(licenseId);
      await world.gateway.progress(licenseId);
      expect(await eventsOfLastRun(licenseId)).toBeLessThanOrEqual(12);
    }
  });

  it('is no matter of a license that has no date ahead', async () => {
    const licenseId = await world.opened({ wakeAt: null });
    for (let command = 0; command < 8; command++) await world.run(licenseId);
    await expect(world.runs(licenseId)).resolves.toHaveLength(1);
  });

  it('comes after four hundred events whatever the next date', async () => {
    const licenseId = await world.opened({ wakeAt: inMs(2 * day) });
    for (let command = 0; command < 70; command++) await world.run(licenseId);
    const runs = await world.runs(licenseId);
    expect(runs).toHaveLength(2);
    expect(runs[0]?.events?.length).toBeLessThan(420);
  });

  it('comes once where it was asked for, whatever the next date, and carries all', async () => {
    const licenseId = await world.opened({ wakeAt: null, status: 'valid' });
    const before = await world.gateway.progress(licenseId);
    await expect(world.gateway.refresh(licenseId)).resolves.toBe(true);
    await world.until(async () => (await world.runs(licenseId)).length === 2);
    await expect(world.gateway.progress(licenseId)).resolves.toEqual(before);
    await world.run(licenseId);
    await expect(world.runs(licenseId)).resolves.toHaveLength(2);
  });

  it('that was asked for loses no command that comes with it', async () => {
    const licenseId = await world.opened({ wakeAt: inMs(5 * day) });
    const commands = Array.from({ length: 20 }, () => world.run(licenseId));
    const refreshes = Array.from({ length: 5 }, () => world.gateway.refresh(licenseId));
    await Promise.all([...commands, ...refreshes]);
    expect(world.record.license(licenseId).appended).toHaveLength(21);
    await continued(licenseId);
  });

  it('that was asked for is no matter of a license without a workflow', async () => {
    await expect(world.gateway.refresh(randomUUID())).resolves.toBe(false);
  });

  it('keeps title, attributes and what the license knows', async () => {
    const licenseId = await world.opened({ wakeAt: inMs(100 * day), status: 'valid', needsAttention: true });
    await world.run(licenseId);
    await world.gateway.progress(licenseId);
    const { memo, searchAttributes } = await world.client.workflow.getHandle(`license/${licenseId}`).describe();
    expect(memo).toEqual({ title: `License ${licenseId}: valid` });
    expect(searchAttributes).toMatchObject({ PaizhaoStatus: ['valid'], PaizhaoNeedsAttention: ['yes'] });
    await expect(world.gateway.progress(licenseId)).resolves.toMatchObject({ seq: 2, progress: { status: 'valid' } });
  });

  it('carries a message that its mail server holds, and the next run sends it', async () => {
    const [key, licenseId] = [randomUUID(), randomUUID()];
    const release = world.record.holdMail(licenseId);
    await world.run(licenseId, { wakeAt: inMs(100 * day), messages: [key] });
    await world.run(licenseId);
    await continued(licenseId);
    release();
    await world.skip(licenseId, day);
    expect(world.record.sent.filter((sent) => sent === key)).toHaveLength(1);
    expect(costOf(await world.runs(licenseId)).sendAttempts).toBe(1); // the first run's attempt ended with the run
  });

  it.each([
    ['in four processes', 4],
    ['that no line holds back', 50],
  ])('loses no command of fifty callers %s, and keeps each once', async (_, processes) => {
    const licenseId = await world.opened({ wakeAt: inMs(100 * day) });
    const gateways = Array.from({ length: processes }, () => world.anotherGateway());
    const asked = Array.from({ length: 50 }, (_, index) => ({
      id: world.record.command(randomUUID(), { wakeAt: inMs(100 * day) }),
      gateway: gateways[index % processes] as Gateway,
    }));
    const answers = await Promise.all(asked.map(({ id, gateway }) => gateway.execute(licenseId, id)));
    const { appended } = world.record.license(licenseId);
    expect(appended.slice(1).sort()).toEqual(asked.map(({ id }) => id).sort());
    expect(answers.map(({ seq }) => seq)).toEqual(asked.map(({ id }) => appended.indexOf(id) + 1));
    await continued(licenseId);
  });
});
