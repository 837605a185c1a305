import { randomUUID } from 'node:crypto';
import { fanOutWorkflowId } from '../../libs/contracts/index.js';
import { LicenseWorld } from '../support/license-world.js';

jest.setTimeout(30_000);

describe('a fan-out', () => {
  let world: LicenseWorld;
  beforeAll(async () => {
    world = await LicenseWorld.create();
  });
  afterAll(() => world.close());

  const handleOf = (eventId: string) => world.client.workflow.getHandle(fanOutWorkflowId(eventId));

  it('goes on batch by batch until no license is left', async () => {
    const eventId = randomUUID();
    world.record.carries(eventId, { settled: 100, postponed: 0, left: 40 }, { settled: 40, postponed: 0, left: 0 });
    await world.gateway.startFanOut(eventId, 10);
    await handleOf(eventId).result();
    const asked = world.record.batchRequests.filter((request) => request.eventId === eventId);
    expect(asked).toEqual([1, 2].map(() => ({ eventId, perSecond: 10, limit: 100 })));
  });

  it('waits before it tries licenses again that could not be reached', async () => {
    const eventId = randomUUID();
    world.record.carries(eventId, { settled: 0, postponed: 3, left: 3 });
    await world.gateway.startFanOut(eventId, 10);
    const timers = async () => {
      const { events } = await handleOf(eventId).fetchHistory();
      return (events ?? []).flatMap(({ timerStartedEventAttributes: timer }) => timer ?? []);
    };
    await world.until(async () => (await timers()).length === 1);
    const [timer] = await timers();
    expect(Number(timer?.startToFireTimeout?.seconds)).toBe(120);
    await handleOf(eventId).terminate();
  });

  it('runs once for an event, and again when asked again later', async () => {
    const eventId = randomUUID();
    await Promise.all([1, 2, 3].map(() => world.gateway.startFanOut(eventId, 10)));
    await handleOf(eventId).result();
    await world.gateway.startFanOut(eventId, 10);
    await handleOf(eventId).result();
    expect(world.record.batchRequests.filter((request) => request.eventId === eventId).length).toBeLessThanOrEqual(4);
  });
});
