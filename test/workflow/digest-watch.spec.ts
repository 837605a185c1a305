import { createHash } from 'node:crypto';
import { createBounceActivities } from '../../activities/bounce.activities.js';
import { createDigestActivities } from '../../activities/digest.activities.js';
import { folding } from '../../libs/domain/index.js';
import {
  BounceRepository,
  PersonRepository,
  SilenceRepository,
  SnapshotRepository,
} from '../../libs/persistence/index.js';
import { somePeople } from '../support/advance-world.js';
import { MailWorld, now } from '../support/mail-world.js';

jest.setTimeout(60_000);

const day = 24 * 3_600_000;
/** Friday at nine in Shanghai: before what falls due on that day; and the Monday after it. */
const [friday, monday] = ['2026-11-20T01:00:00.000Z', '2026-11-23T01:00:00.000Z'];

let world: MailWorld;

beforeEach(async () => {
  world = await MailWorld.create();
});
afterEach(() => world.close());

const later = (ms: number): string => new Date(Date.parse(now) + ms).toISOString();

/** Two licenses with a date far ahead, so that their owner's reminders wait for a digest. */
async function waiting() {
  const people = somePeople();
  await world.known(people.owner, people.deputy);
  const licenses = [await world.license('2027-05-20', people), await world.license('2027-04-20', people)];
  return { people, ids: licenses.map(({ licenseId }) => licenseId), key: `digest/${people.owner}/2026-11-20` };
}

describe('a reminder that waits for a digest', () => {
  const silence = () => new SilenceRepository(world.world.source.manager);

  it('is silent only once a digest that should have carried it is a day past', async () => {
    await waiting();
    expect((await silence().silentRungs(later(3 * day), friday)).found).toEqual([]);
    const { found } = await silence().silentRungs(later(4 * day), monday);
    expect(found.filter(({ details }) => details.rung !== undefined)).toHaveLength(2);
  });

  it('is none while the digest that it waited for all weekend is on its way', async () => {
    await waiting();
    await createDigestActivities(world.deps).openDigests({ now: monday, limit: 10 });
    expect((await silence().silentRungs(later(3 * day), friday)).found).toEqual([]);
    expect((await silence().silentRungs(later(4 * day), monday)).found).toHaveLength(2);
  });

  it('is not, once it left', async () => {
    const { key } = await waiting();
    const activities = createDigestActivities(world.deps);
    await activities.openDigests({ now, limit: 10 });
    await activities.sendDigest({ digestKey: key, now });
    expect((await silence().silentRungs(later(4 * day), monday)).found).toEqual([]);
  });
});

describe('a digest that came back', () => {
  it('tells the deputy of everything that it carried', async () => {
    const { people, ids, key } = await waiting();
    const activities = createDigestActivities(world.deps);
    await activities.openDigests({ now, limit: 10 });
    await activities.sendDigest({ digestKey: key, now });
    const { manager } = world.world.source;
    const bounces = new BounceRepository(manager);
    const messageId = createHash('sha256').update(key).digest('hex').slice(0, 32);
    expect((await bounces.carried(messageId)).map(({ licenseId }) => licenseId).sort()).toEqual([...ids].sort());

    const id = '0b24c0de-0000-5000-8000-0000000000bb';
    await bounces.keep({ id, messageId, action: 'failed', status: '5.1.1', diagnostic: '550', addressed: true });
    const settle = createBounceActivities({
      bounces,
      people: world.deps.people as PersonRepository,
      snapshots: new SnapshotRepository(manager, folding),
    }).settleBounce;
    const { followUps } = await settle({ bounceId: id, now });
    expect(followUps.map(({ licenseId }) => licenseId).sort()).toEqual([...ids].sort());
    for (const { outboxKey } of followUps) expect(outboxKey).toContain(people.deputy);
    for (const licenseId of ids) expect(await world.deliveries(licenseId)).toContain('delivery-bounced');
  });
});
