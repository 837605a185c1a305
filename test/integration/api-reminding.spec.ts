import { randomUUID } from 'node:crypto';
import { UntoldNews } from '../../apps/api/house/untold-news.js';
import { LeaversLicenses } from '../../apps/api/people/leavers-licenses.js';
import { openBody } from '../../libs/ledger/envelope.js';
import { houseStream, readStream } from '../../libs/ledger/index.js';
import { type Cast, cast, heldLicense, must, openedLicense, receivedFiling } from '../support/api-story.js';
import { ApiWorld } from '../support/api-world.js';

jest.setTimeout(60_000);

let world: ApiWorld;
let all: Cast;

beforeAll(async () => {
  world = await ApiWorld.create();
  all = await cast(world);
});

afterAll(() => world.close());

const stateOf = async (licenseId: string) =>
  (await all.officer.get(`/licenses/${licenseId}/state?knownOn=2099-01-01`)).body.state;
const ladderOf = async (licenseId: string, kind: string) =>
  (await all.officer.get(`/licenses/${licenseId}/ladders`)).body.ladders.find(
    (each: { kind: string }) => each.kind === kind,
  );
const houseTypes = async () => (await readStream(world.source, houseStream)).map(({ body }) => openBody(body).type);
const ofOwner = (owner: string): Cast => ({ ...all, people: { ...all.people, owner } });

describe('reminders before the safe day', () => {
  it('are chosen by the house for every license, those to come too, and by one license for itself', async () => {
    const { licenseId } = await heldLicense(all);
    expect(await ladderOf(licenseId, 'renewal')).toMatchObject({ of: 'pack', seq: null, house: null });
    const { houseSeq } = await must(
      all.approver.post('/ladders', { kind: 'renewal', offsets: [20, 200], reason: '样例原因' }),
    );
    expect(await ladderOf(licenseId, 'renewal')).toMatchObject({ of: 'house', seq: houseSeq, offsets: [200, 20] });
    const later = await heldLicense(all);
    expect(await ladderOf(later.licenseId, 'renewal')).toMatchObject({ of: 'house', offsets: [200, 20] });
    const own = { kind: 'renewal', offsets: [33], reason: '本证材料较多' };
    const answer = await must(all.officer.post(`/licenses/${licenseId}/ladders`, own));
    expect(await ladderOf(licenseId, 'renewal')).toMatchObject({ of: 'license', seq: answer.seq, offsets: [33] });
    const { obligations } = (await all.officer.get(`/licenses/${licenseId}/agenda`)).body;
    const planned = obligations.find((each: { kind: string }) => each.kind === 'renewal').planned;
    expect(planned.map(({ rung }: { rung: string }) => rung)).toEqual(['S-33', 'S', 'window-missed-1']);
    const { entries } = (await all.auditor.get(`/licenses/${licenseId}/history`)).body;
    expect(entries.at(-1)).toMatchObject({ type: 'ladder-chosen', words: { zh: expect.stringContaining('33') } });
    expect(JSON.stringify(await stateOf(licenseId))).not.toContain('本证材料较多');
    await must(all.approver.post('/ladders', { kind: 'renewal', offsets: null, reason: '样例：恢复默认' }));
    expect(await ladderOf(later.licenseId, 'renewal')).toMatchObject({
      of: 'pack',
      offsets: expect.arrayContaining([180]),
    });
    expect(await world.app.get(UntoldNews, { strict: false }).tellReminding(null)).toBeUndefined();
    const listed = (await all.auditor.get('/ladders')).body.ladders;
    expect(listed.find((each: { kind: string }) => each.kind === 'renewal').chosen).toMatchObject({ offsets: null });
  });

  it('are refused with all mistakes at once, and leave nothing', async () => {
    const { licenseId } = await openedLicense(all);
    const before = await world.traces();
    const wrong = { kind: 'nothing', offsets: [0, 5, 5], reason: '原因' };
    for (const sending of [
      all.approver.post('/ladders', wrong),
      all.officer.post(`/licenses/${licenseId}/ladders`, wrong),
    ]) {
      const { status, body } = await sending;
      expect(status).toBe(422);
      expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
        '/kind',
        '/offsets/0',
        '/offsets/2',
      ]);
    }
    expect(await world.traces()).toEqual(before);
  });
});

describe('a notice', () => {
  it('quotes whose ladder it came from, and who was away', async () => {
    const owner = await world.person('officer');
    const { licenseId } = await heldLicense(ofOwner(owner.id));
    const own = { kind: 'annual-report', offsets: [40], reason: '样例' };
    const { seq } = await must(all.officer.post(`/licenses/${licenseId}/ladders`, own));
    await must(all.officer.post(`/people/${owner.id}/absences`, { from: '2027-02-15', until: '2027-03-01' }));
    await must(all.admin.post(`/simulation/licenses/${licenseId}/skip`, { until: '2027-03-01' }));
    const { notices } = (await all.auditor.get(`/licenses/${licenseId}/notices`)).body;
    const { deliveries } = notices.find(({ rung }: { rung: string }) => rung === 'S-40');
    expect(deliveries.map(({ role }: { role: string }) => role).sort()).toEqual(['deputy', 'owner']);
    expect(deliveries[0].grounds).toEqual({ ladder: { of: 'license', seq }, preparation: null, away: ['owner'] });
  });
});

describe('an absence', () => {
  it('reaches the licenses of the person, those that name the person later, and can be called off', async () => {
    const away = await world.person('officer');
    const { licenseId } = await openedLicense(ofOwner(away.id));
    const days = { from: '2026-11-20', until: '2026-12-01' };
    const { absenceId } = await must(all.officer.post(`/people/${away.id}/absences`, days));
    expect((await stateOf(licenseId)).absences[absenceId]).toMatchObject({
      person: away.id,
      ...days,
      calledOff: false,
    });
    const other = await openedLicense(all);
    expect((await stateOf(other.licenseId)).absences).toEqual({});
    await must(all.officer.post(`/licenses/${other.licenseId}/people`, { people: { ...all.people, deputy: away.id } }));
    expect((await stateOf(other.licenseId)).absences[absenceId]).toMatchObject(days);
    await must(all.officer.post(`/people/${away.id}/absences/${absenceId}/cancellation`, {}));
    for (const id of [licenseId, other.licenseId])
      expect((await stateOf(id)).absences[absenceId]).toMatchObject({ calledOff: true });
    const { absences } = (await all.auditor.get(`/people/${away.id}/absences`)).body;
    expect(absences).toMatchObject([{ absenceId, ...days, calledOff: true }]);
  });

  it.each([
    [{ from: '2026-12-02', until: '2026-12-01' }, 'absence-ends-before-it-begins'],
    [{ from: '2026-11-01', until: '2026-11-19' }, 'absence-over'],
  ])('is refused for %j', async (days, code) => {
    const { status, body } = await all.officer.post(`/people/${all.people.owner}/absences`, days);
    expect([status, body.code]).toEqual([422, code]);
  });
});

describe('what a license took to prepare a filing', () => {
  it('is told to all of its company that have never filed one, however many they are', async () => {
    const { companyId, licenseId } = await heldLicense(all);
    const siblings: string[] = [];
    for (let number = 9001; number <= 9060; number += 1) {
      const sibling = await must(
        all.officer.post('/licenses/registrations', {
          companyId,
          people: all.people,
          permit: {
            number: `沪B2-2023${number}`,
            validFrom: '2023-03-15',
            printedLastDay: '2028-03-14',
            serviceTypes: ['B24'],
            coverage: { kind: 'province', provinces: ['sh'] },
          },
          grantedOn: '2023-03-15',
          reportsFiled: ['2024', '2025', '2026'],
        }),
      );
      siblings.push(sibling.licenseId);
    }
    await receivedFiling(all, licenseId, 'renewal');
    const told = { renewal: { days: [0], on: '2026-11-20' } };
    for (const sibling of siblings) expect((await stateOf(sibling)).experience).toEqual(told);
    expect((await stateOf(licenseId)).experience).toEqual({});
  });
});

describe('a hand-over', () => {
  it('takes all of a person’s licenses, or those named, once for its key', async () => {
    const from = await world.person('officer');
    const to = await world.person('officer');
    const [first, second] = [await openedLicense(ofOwner(from.id)), await openedLicense(ofOwner(from.id))];
    const one = await must(
      all.officer.post(`/people/${from.id}/hand-over`, { to: to.id, licenseIds: [first.licenseId] }),
    );
    expect(one).toMatchObject({ licenses: 1 });
    expect((await stateOf(first.licenseId)).people.owner).toBe(to.id);
    expect((await stateOf(second.licenseId)).people.owner).toBe(from.id);
    const key = { key: 'hand-over-all' };
    const answer = await must(all.officer.post(`/people/${from.id}/hand-over`, { to: to.id }, key));
    expect(await must(all.officer.post(`/people/${from.id}/hand-over`, { to: to.id }, key))).toEqual(answer);
    expect((await stateOf(second.licenseId)).people.owner).toBe(to.id);
    const strange = await all.officer.post(`/people/${from.id}/hand-over`, {
      to: to.id,
      licenseIds: [first.licenseId],
    });
    expect(strange.body).toMatchObject({ code: 'not-of-person', pointer: '/licenseIds/0' });
    expect((await all.officer.post(`/people/${from.id}/hand-over`, { to: from.id })).body.code).toBe(
      'successor-not-another',
    );
  });

  it('that is on its way to a license is the only one; a departure leaves it alone', async () => {
    const [from, to, other] = [await world.person('officer'), await world.person(), await world.person()];
    const [first, second] = [await openedLicense(ofOwner(from.id)), await openedLicense(ofOwner(from.id))];
    const { gateway } = world.engine;
    const { startFanOut } = gateway;
    gateway.startFanOut = async () => undefined;
    const handOver = (body: object) => all.officer.post(`/people/${from.id}/hand-over`, body);
    const { eventId } = await must(handOver({ to: to.id, licenseIds: [first.licenseId] }));
    const before = await world.traces();
    for (const licenseIds of [undefined, [second.licenseId, first.licenseId]])
      expect(await handOver({ to: other.id, licenseIds })).toMatchObject({
        status: 409,
        body: { code: 'hand-over-under-way', pointer: '/licenseIds', details: { licenses: [first.licenseId] } },
      });
    const departure = (body: object) => all.admin.post(`/people/${from.id}/departure`, body);
    const named = await departure({ successor: other.id, successors: [{ licenseId: first.licenseId, to: other.id }] });
    expect(named.body).toMatchObject({ code: 'hand-over-under-way', pointer: '/successors' });
    expect(await world.traces()).toEqual(before);
    const left = await must(departure({ successor: other.id }));
    gateway.startFanOut = startFanOut;
    await startFanOut(left.eventId, 10);
    await startFanOut(eventId, 10);
    const owners = [await stateOf(first.licenseId), await stateOf(second.licenseId)].map(({ people }) => people.owner);
    expect([left.licenses, owners]).toEqual([1, [to.id, other.id]]);
  });
});

describe('a person who leaves', () => {
  it('is refused with the list of licenses until somebody takes over each', async () => {
    const leaver = await world.person('officer');
    const next = await world.person('officer');
    const [named, rest] = [await openedLicense(ofOwner(leaver.id)), await openedLicense(ofOwner(leaver.id))];
    const before = await world.traces();
    const refused = await all.admin.post(`/people/${leaver.id}/departure`, {
      successors: [{ licenseId: named.licenseId, to: next.id }],
    });
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({
      code: 'person-has-licenses',
      details: { count: 1, licenses: [{ licenseId: rest.licenseId, roles: ['owner'] }] },
    });
    const strange = { successors: [{ licenseId: randomUUID(), to: next.id }], toStandIns: true };
    expect((await all.admin.post(`/people/${leaver.id}/departure`, strange)).body).toMatchObject({
      code: 'not-of-person',
      pointer: '/successors/0/licenseId',
    });
    const twice = [named, named].map(({ licenseId }) => ({ licenseId, to: next.id }));
    expect((await all.admin.post(`/people/${leaver.id}/departure`, { successors: twice })).body).toMatchObject({
      code: 'successor-twice',
      pointer: '/successors/1/licenseId',
    });
    const unknown = { to: all.people.deputy, licenseIds: [randomUUID(), named.licenseId, randomUUID()] };
    expect((await all.officer.post(`/people/${leaver.id}/hand-over`, unknown)).body).toMatchObject({
      code: 'not-of-person',
      errors: [{ pointer: '/licenseIds/0' }, { pointer: '/licenseIds/2' }],
    });
    const nobodies = [{ licenseId: named.licenseId, to: randomUUID() }];
    expect(
      (await all.admin.post(`/people/${leaver.id}/departure`, { successor: leaver.id, successors: nobodies })).body,
    ).toMatchObject({
      code: 'request-invalid',
      errors: [
        { pointer: '/successor', code: 'successor-not-another' },
        { pointer: '/successors/0/to', code: 'person-not-found' },
      ],
    });
    expect(await world.traces()).toEqual(before);
    await must(
      all.admin.post(`/people/${leaver.id}/departure`, {
        successors: [{ licenseId: named.licenseId, to: next.id }],
        toStandIns: true,
      }),
    );
    expect((await stateOf(named.licenseId)).people.owner).toBe(next.id);
    expect((await stateOf(rest.licenseId)).people.owner).toBe(all.people.deputy);
    expect((await leaver.client.get('/licenses')).status).toBe(401);
    const opening = await all.officer.post(`/licenses/${rest.licenseId}/people`, {
      people: { ...all.people, owner: leaver.id },
    });
    expect(opening.body).toMatchObject({ code: 'person-gone', pointer: '/people/owner' });
    expect((await all.admin.post(`/people/${leaver.id}/departure`, {})).body.code).toBe('person-inactive');
    await must(all.admin.post(`/people/${leaver.id}/return`, {}));
    expect((await leaver.client.get('/licenses')).status).toBe(200);
    expect(await houseTypes()).toEqual(expect.arrayContaining(['person-left', 'person-returned']));
  });

  it('who does everything for a license needs a successor with a name', async () => {
    const alone = await world.person('officer');
    const { licenseId } = await openedLicense({
      ...all,
      people: { owner: alone.id, deputy: alone.id, manager: alone.id },
    });
    const refused = await all.admin.post(`/people/${alone.id}/departure`, { toStandIns: true });
    expect(refused.body.details.licenses).toEqual([{ licenseId, roles: ['owner', 'deputy', 'manager'] }]);
    await must(all.admin.post(`/people/${alone.id}/departure`, { successor: all.people.owner }));
    const { people } = await stateOf(licenseId);
    expect(new Set(Object.values(people))).toEqual(new Set([all.people.owner]));
  });

  it('leaves no license behind that was given to them meanwhile', async () => {
    const leaver = await world.person('officer');
    const { licenseId } = await openedLicense(ofOwner(leaver.id));
    await world.source.query('update paizhao.people set active = false where id = $1', [leaver.id]);
    const guard = world.app.get(LeaversLicenses, { strict: false });
    expect(await guard.handOver()).toBe(1);
    expect((await stateOf(licenseId)).people.owner).toBe(all.people.deputy);
    expect(await guard.handOver()).toBe(0);
  });

  it('does not record that of themselves, nor keeps a license, however the id is written', async () => {
    const admin = await world.person('admin');
    for (const id of [admin.id, admin.id.toUpperCase()])
      expect((await admin.client.post(`/people/${id}/departure`, {})).body.code).toBe('departure-by-another');
    const leaver = await world.person('officer');
    const { licenseId } = await openedLicense(ofOwner(leaver.id));
    const refused = await all.admin.post(`/people/${leaver.id.toUpperCase()}/departure`, {});
    expect(refused.body).toMatchObject({ code: 'person-has-licenses', details: { licenses: [{ licenseId }] } });
    const toSelf = { successor: leaver.id.toUpperCase() };
    expect((await all.admin.post(`/people/${leaver.id}/departure`, toSelf)).body.code).toBe('successor-not-another');
    const handOver = { to: all.people.deputy.toUpperCase(), licenseIds: [licenseId.toUpperCase()] };
    await must(all.officer.post(`/people/${leaver.id.toUpperCase()}/hand-over`, handOver));
    expect((await stateOf(licenseId)).people.owner).toBe(all.people.deputy);
  });
});
