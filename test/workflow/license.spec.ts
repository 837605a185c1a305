import { randomUUID } from 'node:crypto';
import { day, inMs, LicenseWorld } from '../support/license-world.js';

const hour = day / 24;

jest.setTimeout(30_000);

describe('a license', () => {
  let world: LicenseWorld;
  beforeAll(async () => {
    world = await LicenseWorld.create();
  });
  afterAll(() => world.close());

  describe('command', () => {
    it('is answered with the place of the record', async () => {
      const licenseId = randomUUID();
      await expect(world.run(licenseId)).resolves.toEqual({ outcome: 'appended', seq: 1 });
      await expect(world.run(licenseId)).resolves.toEqual({ outcome: 'appended', seq: 2 });
    });

    it('is kept once however often it is sent', async () => {
      const licenseId = await world.opened();
      const commandId = world.record.command(randomUUID());
      const answers = await Promise.all([1, 2, 3].map(() => world.gateway.execute(licenseId, commandId)));
      expect(answers.map(({ seq }) => seq)).toEqual([2, 2, 2]);
      expect(world.record.license(licenseId).appended).toHaveLength(2);
    });

    it('is refused with the code of the rule, and judged anew when it is sent again', async () => {
      const licenseId = await world.opened();
      const commandId = world.record.command(randomUUID(), { refuse: 'filing-not-open' });
      await expect(world.gateway.execute(licenseId, commandId)).rejects.toMatchObject({
        code: 'filing-not-open',
        kind: 'conflict',
      });
      world.record.command(commandId, {});
      await expect(world.gateway.execute(licenseId, commandId)).resolves.toEqual({ outcome: 'appended', seq: 2 });
    });

    it('refused as a license’s first leaves no workflow behind', async () => {
      const licenseId = randomUUID();
      await expect(world.run(licenseId, { refuse: 'company-unknown' })).rejects.toMatchObject({
        code: 'company-unknown',
      });
      await expect(world.gateway.describe(licenseId)).resolves.toMatchObject({ running: false });
    });

    it('starts an ended license again, which ends again', async () => {
      const licenseId = await world.opened({ ended: true, status: 'closed' });
      await expect(world.gateway.describe(licenseId)).resolves.toMatchObject({ running: false });
      await expect(world.run(licenseId)).resolves.toEqual({ outcome: 'appended', seq: 2 });
      await expect(world.gateway.describe(licenseId)).resolves.toMatchObject({ running: false });
    });

    it('that the record could not take ends with an unknown outcome', async () => {
      const licenseId = await world.opened();
      world.record.license(licenseId).away = true;
      await expect(world.run(licenseId)).rejects.toMatchObject({ code: 'record-unavailable', kind: 'unavailable' });
      world.record.license(licenseId).away = false;
      await expect(world.run(licenseId)).resolves.toMatchObject({ seq: 2 });
    });

    it('meets a ledger that is behind with a refusal and a mark', async () => {
      const licenseId = await world.opened();
      await world.run(licenseId);
      world.record.license(licenseId).appended.length = 1;
      await expect(world.run(licenseId)).rejects.toMatchObject({ code: 'ledger-behind', kind: 'unavailable' });
      const progress = await world.gateway.progress(licenseId);
      expect(progress).toMatchObject({ seq: 2, progress: { needsAttention: true } });
    });
  });

  describe('wake-up', () => {
    it('comes at its instant, in the license’s own time', async () => {
      const wakeAt = inMs(10 * day);
      const licenseId = await world.opened({ wakeAt });
      await world.skip(licenseId, 9 * day);
      expect(world.record.license(licenseId).appended).toHaveLength(1);
      await world.skip(licenseId, 2 * day);
      const { appended, times } = world.record.license(licenseId);
      expect(appended.at(-1)).toBe('wake:1');
      expect(times.filter((time) => time >= wakeAt)).toHaveLength(1);
    });

    it('moves with the record and keeps one timer', async () => {
      const licenseId = await world.opened({ wakeAt: inMs(20 * day) });
      await world.run(licenseId, { wakeAt: inMs(3 * day) });
      await world.skip(licenseId, 4 * day);
      expect(world.record.license(licenseId).appended.at(-1)).toBe('wake:2');
    });

    it('due already when the run starts is not waited for', async () => {
      const licenseId = randomUUID();
      world.record.license(licenseId).appended.push('imported');
      world.record.license(licenseId).wakeAt = inMs(-day);
      await world.gateway.start(licenseId);
      await world.until(() => world.record.license(licenseId).appended.length > 1);
      expect(world.record.license(licenseId).appended).toEqual(['imported', 'wake:1']);
    });

    it('is tried again by timer while the record is away', async () => {
      const licenseId = await world.opened({ wakeAt: inMs(day) });
      world.record.license(licenseId).away = true;
      await world.skip(licenseId, day + 2 * 60_000);
      world.record.license(licenseId).away = false;
      expect(world.record.license(licenseId).appended).toHaveLength(1);
      await world.skip(licenseId, hour);
      expect(world.record.license(licenseId).appended.at(-1)).toBe('wake:1');
    });

    it('that leaves its date in the past is tried again by timer, not at once', async () => {
      const wakeAt = inMs(day);
      const licenseId = await world.opened({ wakeAt });
      world.record.plan(licenseId, [{}, {}, {}, {}]);
      await world.skip(licenseId, day + 4 * 60_000);
      expect(world.record.license(licenseId).appended).toHaveLength(4); // opened, at once, after one minute, after two more
    });
  });

  describe('message', () => {
    it('leaves beside the loop and once', async () => {
      const key = randomUUID();
      const licenseId = await world.opened({ wakeAt: inMs(day), messages: [key] });
      await world.run(licenseId);
      await world.skip(licenseId, 2 * day);
      expect(world.record.attempts.filter((attempt) => attempt === key)).toHaveLength(1);
    });

    it('does not hold up a command while its mail server is slow', async () => {
      const licenseId = randomUUID();
      const release = world.record.holdMail(licenseId);
      await world.run(licenseId, { wakeAt: inMs(day), messages: [randomUUID()] });
      await expect(world.run(licenseId)).resolves.toMatchObject({ seq: 2 });
      release();
    });

    it('is given up into a visible state after most of a day', async () => {
      const [key, licenseId] = [randomUUID(), randomUUID()];
      world.record.license(licenseId).mailAway = true;
      await world.run(licenseId, { wakeAt: inMs(5 * day), messages: [key] });
      await world.skip(licenseId, 2 * day);
      expect(world.record.givenUp).toContain(key);
      expect(world.record.attempts.filter((attempt) => attempt === key).length).toBeLessThan(35);
    });

    it('is awaited by a license that ends', async () => {
      const key = randomUUID();
      const licenseId = await world.opened({ ended: true, messages: [key] });
      while ((await world.gateway.describe(licenseId))?.running)
        await new Promise((resolve) => setTimeout(resolve, 20));
      expect(world.record.sent).toContain(key);
    });
  });

  it('survives a request to cancel: only the ledger ends it', async () => {
    const licenseId = await world.opened({ wakeAt: inMs(day) });
    await world.client.workflow.getHandle(`license/${licenseId}`).cancel();
    await expect(world.run(licenseId)).resolves.toMatchObject({ seq: 2 });
  });
});
