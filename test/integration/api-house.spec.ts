import { randomUUID } from 'node:crypto';
import { IdleFanOuts } from '../../apps/api/companies/idle-fan-outs.js';
import { UnheardReadings } from '../../apps/api/house/unheard-readings.js';
import { bringCalendar, latestPins, loadedLaw } from '../../libs/domain/index.js';
import { openBody } from '../../libs/ledger/envelope.js';
import { houseStream, readStream } from '../../libs/ledger/index.js';
import { type Cast, cast, must, openedLicense } from '../support/api-story.js';
import { ApiWorld } from '../support/api-world.js';
import { aCalendarThrough2027 } from '../support/builders.js';

jest.setTimeout(60_000);

let world: ApiWorld;
let all: Cast;

beforeAll(async () => {
  bringCalendar(aCalendarThrough2027('cn-2027.7'));
  world = await ApiWorld.create();
  all = await cast(world);
});

afterAll(() => world.close());

const ofReview = (scope: object = { kind: 'installation' }) => ({
  rule: 'limit.review',
  reading: 'working-days-from-acceptance',
  scope,
  evidence: '样例：主管部门书面答复',
});

const propose = async (body: object): Promise<string> => (await must(all.officer.post('/readings', body))).readingId;
const readingsOf = async (licenseId: string) =>
  (await all.officer.get(`/licenses/${licenseId}/state?knownOn=2026-11-20`)).body.state.readings;
const houseEvents = async () =>
  (await readStream(world.source, houseStream))
    .map(({ body }) => openBody(body))
    .map(({ type, data }) => ({ type, data }));

describe('a reading', () => {
  it('is settled by two persons with evidence, and told to the licenses that are there and to those that come', async () => {
    const { licenseId } = await openedLicense(all);
    const id = await propose(ofReview({ kind: 'authority', authority: 'sh' }));
    expect(await readingsOf(licenseId)).toEqual({});
    await must(all.approver.post(`/readings/${id}/confirmation`, {}));
    const settled = { 'limit.review': { reading: 'working-days-from-acceptance', scope: 'authority' } };
    expect(await readingsOf(licenseId)).toMatchObject(settled);
    const later = await openedLicense(all);
    expect(await readingsOf(later.licenseId)).toMatchObject(settled);
    const { entries } = (await all.auditor.get(`/licenses/${later.licenseId}/history`)).body;
    expect(entries.at(-1)).toMatchObject({ type: 'readings-adopted', words: { zh: expect.stringContaining('解释') } });
    expect((await houseEvents()).slice(-2)).toEqual([
      { type: 'reading-proposed', data: expect.objectContaining({ readingId: id, rule: 'limit.review' }) },
      { type: 'reading-confirmed', data: { readingId: id, proposedBy: all.people.owner } },
    ]);
    expect(JSON.stringify(await houseEvents())).not.toContain('书面答复');
  });

  it('with one authority holds no longer once another one decides, and that one’s is told', async () => {
    const scope = (authority: string) => ({ kind: 'authority', authority });
    const strict = { ...ofReview(scope('MIIT')), reading: 'calendar-days-from-first-receipt' };
    for (const body of [strict, ofReview(scope('sh'))])
      await must(all.approver.post(`/readings/${await propose(body)}/confirmation`, {}));
    const { companyId, licenseId } = await openedLicense(all);
    const reading = async () => (await readingsOf(licenseId))['limit.review']?.reading;
    expect(await reading()).toBe('working-days-from-acceptance');
    const shareholders = [
      { kind: 'company', name: '甲公司', percent: 70, foreign: false },
      { kind: 'company', name: '乙公司', percent: 30, foreign: true },
    ];
    const facts = { foreignShare: 30, shareholders };
    await must(all.officer.post(`/companies/${companyId}/facts`, { change: null, facts }));
    expect(await reading()).toBeUndefined();
    const unheard = world.app.get(UnheardReadings, { strict: false });
    expect(await unheard.tell()).toBe(1);
    expect(await reading()).toBe('calendar-days-from-first-receipt');
    expect(await unheard.tell()).toBe(0);
  });

  it('can be left open again within its scope', async () => {
    const { licenseId } = await openedLicense(all);
    const one = ofReview({ kind: 'license', licenseId });
    await must(all.approver.post(`/readings/${await propose(one)}/confirmation`, {}));
    expect(await readingsOf(licenseId)).toMatchObject({ 'limit.review': { scope: 'license' } });
    await must(all.approver.post(`/readings/${await propose({ ...one, reading: null })}/confirmation`, {}));
    expect((await readingsOf(licenseId))['limit.review']?.scope).not.toBe('license');
  });

  it('is not confirmed by whoever proposed it, nor twice, nor when it was rejected', async () => {
    const both = (await world.person('officer', 'approver')).client;
    const body = ofReview({ kind: 'authority', authority: 'gd' });
    const { readingId } = await must(both.post('/readings', body));
    expect(await both.post(`/readings/${readingId}/confirmation`, {})).toMatchObject({
      status: 403,
      body: { code: 'second-person-needed' },
    });
    expect(await all.officer.post('/readings', body)).toMatchObject({
      status: 409,
      body: { code: 'reading-already-proposed' },
    });
    await must(all.officer.post(`/readings/${readingId}/rejection`, {}));
    expect(await all.approver.post(`/readings/${readingId}/confirmation`, {})).toMatchObject({
      status: 409,
      body: { code: 'reading-already-decided' },
    });
    const { readings } = (await all.auditor.get('/readings')).body;
    expect(readings.find(({ id }: { id: string }) => id === readingId)).toMatchObject({ state: 'rejected' });
  });

  it('of the same person is refused by the database too', async () => {
    const id = await propose(ofReview({ kind: 'authority', authority: 'zj' }));
    const forged = world.source.query(
      `update paizhao.house_readings set state = 'confirmed', decided_by = proposed_by where id = $1`,
      [id],
    );
    await expect(forged).rejects.toMatchObject({ constraint: 'house_readings_second_person' });
  });

  it.each([
    ['unknown-rule', { ...ofReview(), rule: 'limit.unheard-of' }, 422],
    ['unknown-reading', { ...ofReview(), reading: 'a-third-way' }, 422],
    ['unknown-authority', ofReview({ kind: 'authority', authority: 'xx' }), 422],
    ['license-not-found', ofReview({ kind: 'license', licenseId: randomUUID() }), 404],
  ])('that cannot be is refused with %s and leaves nothing', async (code, body, status) => {
    const before = await world.traces();
    expect(await all.officer.post('/readings', body)).toMatchObject({ status, body: { code } });
    expect(await world.traces()).toEqual(before);
  });

  it('gives the same answer to the same key', async () => {
    const key = randomUUID();
    const body = ofReview({ kind: 'authority', authority: 'js' });
    const first = await all.officer.post('/readings', body, { key });
    expect(await all.officer.post('/readings', body, { key })).toMatchObject({ status: 201, body: first.body });
    expect(await all.officer.post('/readings', { ...body, reading: null }, { key })).toMatchObject({
      status: 422,
      body: { code: 'idempotency-key-reused' },
    });
  });
});

describe('an adoption', () => {
  const older = loadedLaw().packs.find((id) => id.startsWith('cn-vats-current') && id !== latestPins.pack) as string;

  it('shows first what would move, then is carried to each open license by an event', async () => {
    const { licenseId } = await openedLicense(all);
    const { adoptionId } = await must(all.officer.post('/adoptions', { kind: 'rulebook', version: older }));
    expect((await all.auditor.get(`/adoptions/${adoptionId}/impact`)).body).toMatchObject({
      licenses: expect.any(Array),
    });
    const pins = async () => (await all.officer.get(`/licenses/${licenseId}/agenda`)).body.pins.pack;
    expect(await pins()).toBe(latestPins.pack);
    const { eventId } = await must(all.approver.post(`/adoptions/${adoptionId}/confirmation`, {}));
    expect(await pins()).toBe(older);
    const adoption = (await all.auditor.get(`/adoptions/${adoptionId}`)).body;
    expect(adoption).toMatchObject({ state: 'confirmed', eventId, progress: { pending: 0, refused: [] } });
    expect(adoption.progress.done).toBe(adoption.licenses);
    expect((await houseEvents()).at(-1)).toMatchObject({ type: 'rulebook-adopted', data: { version: older } });
  });

  it('of a calendar that the house has brought holds for new licenses too', async () => {
    const pins = async (licenseId: string) => (await all.officer.get(`/licenses/${licenseId}/agenda`)).body.pins;
    const before = await openedLicense(all);
    const { adoptionId } = await must(all.officer.post('/adoptions', { kind: 'calendar', version: 'cn-2027.7' }));
    await must(all.approver.post(`/adoptions/${adoptionId}/confirmation`, {}));
    const after = await openedLicense(all);
    for (const { licenseId } of [before, after]) {
      expect(await pins(licenseId)).toEqual({ pack: latestPins.pack, calendar: 'cn-2027.7' });
    }
  });

  it('is carried at the rate that is chosen for it, also by whoever starts it anew', async () => {
    await openedLicense(all);
    const { adoptionId } = await must(all.officer.post('/adoptions', { kind: 'rulebook', version: older }));
    const { gateway } = world.engine;
    const { startFanOut } = gateway;
    const rates: number[] = [];
    gateway.startFanOut = async (_, perSecond) => void rates.push(perSecond);
    const { eventId } = await must(all.approver.post(`/adoptions/${adoptionId}/confirmation`, { perSecond: 3 }));
    const { licenses, progress } = (await all.auditor.get(`/adoptions/${adoptionId}`)).body;
    expect(progress).toMatchObject({
      pending: licenses,
      done: 0,
      perSecond: 3,
      secondsLeft: Math.ceil(licenses / 3),
    });
    await world.app.get(IdleFanOuts, { strict: false }).start();
    expect(rates).toEqual([3, 3]);
    gateway.startFanOut = startFanOut;
    await startFanOut(eventId, 3);
    expect((await all.auditor.get(`/adoptions/${adoptionId}`)).body.progress).toMatchObject({
      pending: 0,
      secondsLeft: 0,
    });
    const back = await must(all.officer.post('/adoptions', { kind: 'rulebook', version: latestPins.pack }));
    await must(all.approver.post(`/adoptions/${back.adoptionId}/confirmation`, {}));
  });

  it('tells counts of the house to nobody who is limited: what is seen is counted, and nothing after the period', async () => {
    const { companyId } = await openedLicense(all);
    const { adoptionId } = await must(all.officer.post('/adoptions', { kind: 'rulebook', version: older }));
    await must(all.approver.post(`/adoptions/${adoptionId}/confirmation`, {}));
    const limited = async (limits: object) => {
      const { id, client } = await world.person('auditor');
      await must(all.admin.put(`/people/${id}/access`, { roles: ['auditor'], ...limits }));
      const one = await must(client.get(`/adoptions/${adoptionId}`));
      const { adoptions } = await must(client.get('/adoptions'));
      expect(adoptions.every((each: object) => 'moved' in each && 'licenses' in each)).toBe(true);
      return { one, counts: adoptions.flatMap((each: Record<string, unknown>) => [each.licenses, each.moved]) };
    };
    const whole = await limited({ period: { from: '2026-11-01', until: null } });
    expect(whole.one.licenses).toBeGreaterThan(1);
    expect(whole.one.progress.done).toBe(whole.one.licenses);
    const scope = { companies: [companyId], licenses: [] };
    const [within, over] = [await limited({ scope }), await limited({ period: { from: null, until: '2026-11-19' } })];
    for (const { one, counts } of [within, over]) {
      expect(one).toMatchObject({ state: 'confirmed', licenses: null, moved: null });
      expect(new Set(counts)).toEqual(new Set([null]));
    }
    expect(within.one.progress).toMatchObject({ pending: 0, done: 1, refused: [], secondsLeft: null });
    expect(over.one.progress).toBeNull();
    const back = await must(all.officer.post('/adoptions', { kind: 'rulebook', version: latestPins.pack }));
    await must(all.approver.post(`/adoptions/${back.adoptionId}/confirmation`, {}));
  });

  it.each([0, 1.5, 1001, 'fast'])('is not carried at a rate of %s', async (perSecond) => {
    const answer = await all.approver.post(`/adoptions/${randomUUID()}/confirmation`, { perSecond });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/perSecond' }] } });
  });

  it('of a version that is not here is refused', async () => {
    expect(await all.officer.post('/adoptions', { kind: 'calendar', version: 'cn-2099.1' })).toMatchObject({
      status: 422,
      body: { code: 'law-unknown', details: { known: loadedLaw().calendars } },
    });
  });

  it('waits until every worker has the same law', async () => {
    const body = { kind: 'rulebook', version: latestPins.pack };
    const { adoptionId } = await must(all.officer.post('/adoptions', body));
    const workers = world.engine.workers;
    for (const laws of [[], ['000000000000'], [...workers.laws, '000000000000']]) {
      world.engine.workers = { ...workers, laws };
      expect(await all.approver.post(`/adoptions/${adoptionId}/confirmation`, {})).toMatchObject({
        status: 503,
        body: { code: 'law-not-everywhere', details: { here: workers.laws[0], workers: laws } },
      });
    }
    world.engine.workers = workers;
    await must(all.approver.post(`/adoptions/${adoptionId}/confirmation`, {}));
  });

  it('needs a second person, and waits alone', async () => {
    const both = (await world.person('officer', 'approver')).client;
    const body = { kind: 'rulebook', version: latestPins.pack };
    const { adoptionId } = await must(both.post('/adoptions', body));
    expect(await both.post(`/adoptions/${adoptionId}/confirmation`, {})).toMatchObject({
      status: 403,
      body: { code: 'second-person-needed' },
    });
    expect(await all.officer.post('/adoptions', body)).toMatchObject({ body: { code: 'adoption-already-proposed' } });
    await must(all.officer.post(`/adoptions/${adoptionId}/rejection`, {}));
    expect(await all.approver.post(`/adoptions/${adoptionId}/confirmation`, {})).toMatchObject({
      body: { code: 'adoption-already-decided' },
    });
    expect(await all.officer.get(`/adoptions/${randomUUID()}`)).toMatchObject({ status: 404 });
  });
});
