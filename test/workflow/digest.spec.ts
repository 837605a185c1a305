import { randomUUID } from 'node:crypto';
import { scheduleIds, taskQueues, workflowTypes } from '../../libs/contracts/index.js';
import { ensureSchedules } from '../../libs/gateway/index.js';
import { LicenseWorld } from '../support/license-world.js';

jest.setTimeout(30_000);

describe('the digest workflow', () => {
  let world: LicenseWorld;
  beforeAll(async () => {
    world = await LicenseWorld.create();
  });
  afterAll(() => world.close());

  const runs = () =>
    world.client.workflow.execute(workflowTypes.digest, { workflowId: randomUUID(), taskQueue: taskQueues.licenses });

  it('delivers every digest, and tells whoever a digest brought about', async () => {
    const licenseId = randomUUID();
    const outboxKey = `${licenseId}/undelivered`;
    world.record.license(licenseId).unsent.add(outboxKey);
    world.record.digests.set('one', []).set('two', [{ licenseId, outboxKey }]);
    await runs();
    expect(world.record.sent).toEqual(expect.arrayContaining(['one', 'two', outboxKey]));
  });

  it('gives up what nobody takes, and goes on with the others', async () => {
    world.record.digests.set('refused', null).set('three', []);
    await runs();
    expect(world.record.givenUp).toEqual(['refused']);
    expect(world.record.sent).toContain('three');
  });

  it('ends when nobody is to be told', async () => {
    await runs();
  });
});

describe('the digest’s schedule', () => {
  let world: LicenseWorld;
  beforeAll(async () => {
    world = await LicenseWorld.create();
  });
  afterAll(() => world.close());

  const handle = () => world.client.schedule.getHandle(scheduleIds.digest);

  it('is made once, however many processes start', async () => {
    await Promise.all([1, 2, 3].map(() => ensureSchedules(world.client)));
    const { spec, policies, info } = await handle().describe();
    expect(spec.timezone).toBe('Asia/Shanghai');
    expect(policies.overlap).toBe('SKIP');
    for (const at of info.nextActionTimes) expect(at.toISOString().slice(11)).toBe('01:00:00.000Z');
  });

  it('runs the digest', async () => {
    await ensureSchedules(world.client);
    world.record.digests.set('by-schedule', []);
    await handle().trigger();
    await world.until(() => world.record.sent.includes('by-schedule'));
  });
});
