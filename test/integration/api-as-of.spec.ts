import { createHash, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { z } from 'zod';
import * as schemas from '../../apps/api/schemas/as-of.js';
import type { PlainEntry } from '../../libs/domain/index.js';
import {
  type Cast,
  cast,
  companyWith,
  heldLicense,
  must,
  openedLicense,
  receivedFiling,
} from '../support/api-story.js';
import { type ApiClient, ApiWorld } from '../support/api-world.js';
import { accessIn } from '../support/past-house.js';
import { type Life, lived, type Start, starts, steps, timesIn } from '../support/past-life.js';
import {
  type KnownLine,
  dutiesOf as pastDutiesOf,
  lineOf as pastLineOf,
  type Times,
} from '../support/past-reference.js';
import { writeLife } from '../support/past-written.js';

jest.setTimeout(120_000);

let world: ApiWorld;
let all: Cast;
/** Its filing was received, silence made it accepted, and its time was skipped to 2027-02-01. */
let filed: { licenseId: string; companyId: string };
/** Held since 2023. Revoked on 2027-01-05, as was entered on the 10th; corrected on the 20th to the 8th. */
let held: { licenseId: string; companyId: string };
/** Held since 2023, and no time of it skipped. */
let present: { licenseId: string; companyId: string };

const skipTo = (licenseId: string, until: string) =>
  must(all.admin.post(`/simulation/licenses/${licenseId}/skip`, { until }));

async function corrected(licenseId: string, seq: number, member: string, to: string): Promise<void> {
  const corrections = `/licenses/${licenseId}/corrections`;
  const proposal = { seq, member, to, reason: 'sample: the stamp says another day' };
  const { events } = await must(all.officer.post(corrections, proposal));
  await must(all.approver.post(`${corrections}/approval`, { seq, member, proposedSeq: events[0].seq }));
}

beforeAll(async () => {
  world = await ApiWorld.create();
  all = await cast(world);
  filed = await openedLicense(all);
  await receivedFiling(all, filed.licenseId);
  await skipTo(filed.licenseId, '2027-02-01');
  present = await heldLicense(all);
  held = await heldLicense(all, { serviceTypes: ['B24'] });
  await skipTo(held.licenseId, '2027-01-10');
  const revocation = { outcome: 'revoked', revokedOn: '2027-01-05', servedOn: '2027-01-09' };
  const { events } = await must(all.officer.post(ofHeld('/revocation'), revocation));
  await skipTo(held.licenseId, '2027-01-20');
  await corrected(held.licenseId, events[0].seq, 'on', '2027-01-08');
  await skipTo(held.licenseId, '2027-02-01');
});

afterAll(() => world.close());

const ofFiled = (path: string): string => `/licenses/${filed.licenseId}${path}`;
const ofHeld = (path: string): string => `/licenses/${held.licenseId}${path}`;

describe('a license as of two times', () => {
  it.each([
    ['before the revocation was entered', '2027-01-09', '2027-01-09', 'valid'],
    ['entered late, for the days since', '2027-01-06', '2027-01-15', 'revoked'],
    ['entered late, for a day before', '2027-01-04', '2027-01-15', 'valid'],
    ['corrected, for a day before the right one', '2027-01-06', '2027-01-25', 'valid'],
    ['corrected, for the right day', '2027-01-08', '2027-01-25', 'revoked'],
    ['corrected, for a day before the correction was made', '2027-01-15', '2027-01-31', 'revoked'],
  ])('%s', async (_, validOn, knownOn, status) => {
    const answer = await must(all.auditor.get(ofHeld(`/state?validOn=${validOn}&knownOn=${knownOn}`)));
    expect(answer).toMatchObject({ permit: { status }, today: validOn, simulated: true, unfit: [] });
  });

  it('answers with the law, the dates and the messages of then', async () => {
    const early = await must(all.auditor.get(ofFiled('/state?validOn=2027-01-31&knownOn=2026-11-22')));
    expect(early).toMatchObject({ status: 'submitted', notices: [], law: { readings: {} } });
    const late = await must(all.auditor.get(ofFiled('/state?validOn=2027-01-31&knownOn=2027-01-31')));
    expect(late).toMatchObject({ status: 'in-review', law: { pack: early.law.pack, calendar: early.law.calendar } });
    expect(late.notices[0]).toMatchObject({ rung: 'ask', role: 'owner', personId: all.people.owner, state: 'sent' });
    const between = await must(all.auditor.get(ofFiled('/state?validOn=2026-11-22&knownOn=2027-01-31')));
    expect(between).toMatchObject({ status: 'submitted', notices: [] });
    expect(between.agenda.map(({ kind }: { kind: string }) => kind)).not.toEqual(
      late.agenda.map(({ kind }: { kind: string }) => kind),
    );
  });

  it('counts a permit that was held before from its first day on, and nothing before it', async () => {
    expect(await must(all.auditor.get(ofHeld('/state?validOn=2024-06-01')))).toMatchObject({ status: 'valid' });
    expect((await all.auditor.get(ofHeld('/state?validOn=2023-03-14'))).body).toMatchObject({
      status: 404,
      code: 'not-true-yet',
    });
  });

  it('looks ahead as far as what is known carries', async () => {
    expect(await must(all.auditor.get(ofHeld('/state?validOn=2029-01-01')))).toMatchObject({ status: 'revoked' });
    expect((await all.auditor.get(ofHeld('/state?validOn=2037-02-02'))).body).toMatchObject({
      code: 'day-too-far',
      pointer: '/validOn',
    });
  });
});

describe('the same question', () => {
  it('has an address with both times, and gets the same bytes whatever comes on record after it', async () => {
    const { licenseId } = await openedLicense(all);
    const first = await all.auditor.get(`/licenses/${licenseId}/state`);
    const { canonical, position } = first.body;
    expect(canonical).toMatch(/\/state\?validOn=2026-11-20&knownOn=2026-11-20T02:00:00\.000Z&at=\d+\.\d+\.\d+$/);
    expect(first.headers.get('link')).toBe(`<${canonical}>; rel="canonical"`);
    expect(first.headers.get('content-location')).toBe(canonical);
    const [newest] = (await world.source.query(
      `select seq::integer, encode(hash, 'hex') as hash from paizhao.ledger_heads where stream = $1`,
      [`license/${licenseId}`],
    )) as { seq: number; hash: string }[];
    expect(position.streams[0]).toEqual({ stream: `license/${licenseId}`, ...newest });

    // In the very same millisecond, by the clock of these tests.
    const { owner, deputy } = all.people;
    await must(
      all.officer.post(`/licenses/${licenseId}/people`, { people: { owner: deputy, deputy: owner, manager: owner } }),
    );
    await world.person('officer');
    const again = await all.auditor.get(canonical);
    expect(again.text).toBe(first.text);
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
    expect(again.headers.get('etag')).toMatch(/^"\d+-/);
    const tag = { 'if-none-match': String(first.headers.get('etag')) };
    expect((await all.auditor.get(canonical, tag)).status).toBe(304);
    expect((await must(all.auditor.get(`/licenses/${licenseId}/state`))).state.people.owner).toBe(deputy);
  });

  it('means the present where it names a moment ahead', async () => {
    const { canonical, knownOn } = await must(all.auditor.get(ofFiled('/state?knownOn=2099-01-01')));
    expect(knownOn < '2027-02-02').toBe(true);
    expect(canonical).toContain(`knownOn=${knownOn}`);
  });

  it.each([
    ['a day that is none', '/state?validOn=2026-02-30', 'invalid-date', '/validOn'],
    ['a moment that is none', '/state?knownOn=yesterday', 'invalid-date', '/knownOn'],
    ['a position of another form', '/state?at=12', 'field-invalid', '/at'],
    ['a position that is not on record', '/state?at=999.0.0', 'position-unknown', '/at'],
    ['days the wrong way round', '/state-changes?from=2027-01-02&to=2027-01-01', 'window-reversed', '/from'],
    ['a moment before all time', '/state?knownOn=0001-01-01T00:00:00%2B14:00', 'invalid-date', '/knownOn'],
    ['a field that is none', '/state?validon=2026-11-20', 'unknown-field', '/validon'],
  ])('is refused with %s', async (_, path, code, pointer) => {
    expect((await all.auditor.get(ofFiled(path))).body).toMatchObject({ status: 422, code, pointer });
  });
});

describe('an obligation as of two times', () => {
  it('shows its date with the proof, its rungs and its messages, from when it was opened', async () => {
    const { agenda } = await must(all.auditor.get(ofFiled('/state?validOn=2027-01-31&knownOn=2027-01-31')));
    const { id, kind } = agenda.find(({ kind: each }: { kind: string }) => each === 'review-decision') ?? agenda[0];
    const path = ofFiled(`/obligations/${id}/state`);
    const late = await must(all.auditor.get(`${path}?validOn=2027-01-31&knownOn=2027-01-31`));
    expect(late).toMatchObject({ open: true, obligation: { id, kind }, waived: false });
    expect(late.explanation.date).toBe(late.obligation.deadline.date);
    expect(late.rungs.length).toBeGreaterThan(0);
    expect(late.notices.every(({ obligationId }: { obligationId: string }) => obligationId === id)).toBe(true);
    expect((await all.auditor.get(late.canonical)).body).toEqual(late);
    expect((await all.auditor.get(`${path}?validOn=2026-11-20&knownOn=2026-11-20`)).body.code).toBe(
      'obligation-not-found',
    );
  });
});

describe('a company as of two times', () => {
  it('has the facts of the day, as known then', async () => {
    const { companyId } = await openedLicense(all);
    const before = await all.auditor.get(`/companies/${companyId}/state`);
    await must(all.officer.post(`/companies/${companyId}/facts`, { facts: { city: '浦东' }, validOn: '2026-11-20' }));
    const after = await must(all.auditor.get(`/companies/${companyId}/state`));
    expect(after).toMatchObject({ seq: 2, facts: { city: '浦东' } });
    expect((await all.auditor.get(before.body.canonical)).text).toBe(before.text);
    expect(before.body.facts.city).not.toBe('浦东');
    expect(after.licenses).toContain(`companyId=${companyId}`);
    expect((await all.auditor.get(`/companies/${companyId}/state?knownOn=2026-11-19`)).body.code).toBe('not-known-yet');
  });
});

describe('what changed of a company between two days', () => {
  it('tells entries with who, why and in words, and facts with what was there before', async () => {
    const { companyId } = await openedLicense(all);
    const change = { kind: 'legal-representative', decidedOn: '2026-11-19', registeredOn: null, effectiveOn: null };
    const facts = { city: '浦东', legalRepresentative: '样例新代表' };
    await must(all.officer.post(`/companies/${companyId}/facts`, { change, facts, validOn: '2026-11-20' }));
    const path = `/companies/${companyId}/state-changes`;
    const told = await must(all.auditor.get(`${path}?from=2026-11-19&to=2026-11-20`));
    expect(told).toMatchObject({ companyId, withdrawn: [] });
    expect(told.entries.at(-1)).toMatchObject({
      type: 'company-fact-recorded',
      actor: { kind: 'person', id: all.people.owner },
      words: { zh: expect.stringContaining('公司信息变更'), en: expect.stringContaining('Company facts changed') },
      data: { facts: { legalRepresentative: { text: '样例新代表' } } },
    });
    expect(told.entries[0].words).toEqual({ zh: '登记公司', en: 'The company was registered' });
    expect(told.facts).toContainEqual({ member: 'city', from: null, to: '浦东' });
    const again = await all.auditor.get(told.canonical);
    expect(again.body).toEqual(told);
    await must(all.officer.post(`/companies/${companyId}/facts`, { facts: { city: '静安' }, validOn: '2026-11-20' }));
    expect((await all.auditor.get(told.canonical)).text).toBe(again.text);
    const byProgram = await must(all.admin.get(told.canonical));
    expect(byProgram.entries.at(-1).data.facts.legalRepresentative).not.toHaveProperty('text');
    expect((await all.auditor.get(`${path}?from=2026-11-18&to=2026-11-19`)).body.code).toBe('not-known-yet');
  });
});

describe('the house as of two times', () => {
  const state = '/house/state?validOn=2026-11-20&knownOn=2026-11-20';

  it('tells who might do what, and which law it had chosen; and the same under its address whatever comes after', async () => {
    const { id } = await world.person('officer');
    const grantOf = ({ access }: { access: { id: string }[] }) => access.find((each) => each.id === id);
    const first = await all.auditor.get(state);
    expect(grantOf(first.body)).toMatchObject({ kind: 'person', roles: ['officer'], scope: null });
    expect(first.body).toMatchObject({ rulebook: null, readings: [], ladders: {}, retention: {} });
    const ladder = { kind: 'renewal', offsets: [60, 20], reason: 'sample: earlier' };
    await must(all.approver.post('/ladders', ladder));
    await must(all.admin.put(`/people/${id}/access`, { roles: ['manager'] }));
    const again = await all.auditor.get(first.body.canonical);
    expect(again.text).toBe(first.text);
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
    const later = await must(all.auditor.get(state));
    expect(grantOf(later)).toMatchObject({ roles: ['manager'] });
    expect(later.ladders).toEqual({ renewal: [60, 20] });
  });

  it('tells what was decided between two days, by whom and why, in both languages', async () => {
    const told = await must(all.auditor.get('/house/state-changes?from=2026-11-19&to=2026-11-20'));
    expect(told.entries.length).toBeGreaterThan(4);
    expect(told.entries.filter(({ words }: { words: object | null }) => words === null)).toEqual([]);
    expect(told.entries.find(({ type }: { type: string }) => type === 'house-ladder-chosen')).toMatchObject({
      actor: { kind: 'person', id: all.people.deputy },
      words: { zh: expect.stringContaining('60、20 天'), en: expect.stringContaining('60, 20 days') },
      data: { reason: { text: 'sample: earlier' } },
    });
    expect(told.decided).toContainEqual({ member: 'ladder', of: { kind: 'renewal' }, from: null, to: [60, 20] });
    const own = told.decided.find(({ of }: { of: { id?: string } | null }) => of?.id === all.people.owner);
    expect(own).toMatchObject({ member: 'access', from: null, to: [{ roles: ['officer'] }] });
    expect((await must(all.auditor.get(told.canonical))).decided).toEqual(told.decided);
  });

  it('is for auditors and administrators of everything', async () => {
    expect((await all.admin.get(state)).status).toBe(200);
    expect((await all.officer.get(state)).body.code).toBe('role-not-allowed');
    const { id, client } = await world.person('auditor');
    const scope = { companies: [held.companyId], licenses: [] };
    await must(all.admin.put(`/people/${id}/access`, { roles: ['auditor'], scope }));
    expect((await client.get(state)).body.code).toBe('access-limited');
  });
});

describe('what changed between two days', () => {
  const between = '/state-changes?from=2027-01-06&fromKnownOn=2027-01-15&to=2027-01-06&toKnownOn=2027-01-25';

  it('tells entries with who and why, what came and what went, facts and dates', async () => {
    const known = await must(all.auditor.get(ofHeld('/state-changes?from=2027-01-01&to=2027-01-15')));
    const [revoked] = known.entries.filter(({ type }: { type: string }) => type === 'permit-revoked');
    expect(revoked).toMatchObject({
      actor: { kind: 'person', id: all.people.owner },
      daysLate: 5,
      words: { zh: expect.stringContaining('吊销'), en: expect.stringContaining('revoked') },
    });
    expect(known.facts).toContainEqual({ member: 'status', from: 'valid', to: 'revoked' });
    expect((await all.auditor.get(known.canonical)).body).toEqual(known);
  });

  it('tells what a correction took out of the day, and shows its reason by role', async () => {
    const mended = await must(all.auditor.get(ofHeld(between)));
    expect(mended.withdrawn.map(({ type }: { type: string }) => type)).toContain('permit-revoked');
    expect(mended.facts).toContainEqual({ member: 'status', from: 'revoked', to: 'valid' });
    const weeks = ofHeld('/state-changes?from=2027-01-15&to=2027-01-25');
    const proposal = (entries: { type: string; data: { reason: object } }[]) =>
      entries.find(({ type }) => type === 'entry-correction-proposed')?.data.reason;
    expect(proposal((await must(all.auditor.get(weeks))).entries)).toMatchObject({
      text: 'sample: the stamp says another day',
    });
    expect(proposal((await must(all.admin.get(weeks))).entries)).not.toHaveProperty('text');
  });
});

describe('who could see it', () => {
  const ids = (answer: { couldSee: { id: string }[] }) => answer.couldSee.map(({ id }) => id);

  it('is told as the house had granted it by then, to those who may read who has access', async () => {
    const { licenseId, companyId } = await openedLicense(all);
    const near = await world.person('auditor');
    const far = await world.person('auditor');
    const limit = (id: string, companies: string[]) =>
      must(all.admin.put(`/people/${id}/access`, { roles: ['auditor'], scope: { companies, licenses: [] } }));
    await limit(near.id, [companyId]);
    await limit(far.id, [held.companyId]);
    const before = await must(all.auditor.get(`/licenses/${licenseId}/state`));
    expect(ids(before)).toEqual(expect.arrayContaining([all.people.owner, near.id]));
    expect(ids(before)).not.toContain(far.id);
    await must(all.admin.put(`/people/${near.id}/access`, { roles: [] }));
    expect(ids(await must(all.auditor.get(`/licenses/${licenseId}/state`)))).not.toContain(near.id);
    expect(ids(await must(all.auditor.get(before.canonical)))).toContain(near.id);
    expect((await must(all.officer.get(`/licenses/${licenseId}/state`))).couldSee).toBeNull();
  });
});

describe('a list as of two times', () => {
  type Question = { canonical: string; total: number; validOn: string; knownOn: string };
  type Line = {
    license?: { licenseId: string; status: string; slack: number | null; ended: boolean; state: string };
    end?: object;
    question?: Question;
  };
  const read = async (client: ApiClient, path: string) => {
    const { text, headers, status } = await client.get(path);
    expect(status).toBe(200);
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);
    return { text, headers, lines, licenses: lines.flatMap(({ license }) => license ?? []) };
  };

  it('streams every license as it was, with the progress and the hash of it all', async () => {
    const { text, lines, licenses } = await read(all.auditor, '/as-of/licenses');
    expect(licenses.map(({ licenseId }) => licenseId)).toEqual(licenses.map(({ licenseId }) => licenseId).sort());
    const body = text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1);
    const sha256 = createHash('sha256').update(body).digest('hex');
    expect(lines.at(-1)).toEqual({ end: { licenses: licenses.length, sha256 } });
    expect(lines).toContainEqual({ progress: { done: lines[0]?.question?.total, total: lines[0]?.question?.total } });
  });

  it('is the same bytes under its address, whatever comes on record after it', async () => {
    const first = await read(all.auditor, '/as-of/licenses?status=preparing');
    const { licenseId } = await openedLicense(all);
    const canonical = first.lines[0]?.question?.canonical ?? '';
    const again = await read(all.auditor, canonical);
    expect(again.text).toBe(first.text);
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
    const tag = { 'if-none-match': String(first.headers.get('etag')) };
    expect((await all.auditor.get(canonical, tag)).status).toBe(304);
    const anew = await read(all.auditor, '/as-of/licenses?status=preparing');
    expect(anew.licenses.map((each) => each.licenseId)).toContain(licenseId);
    expect(first.licenses.map((each) => each.licenseId)).not.toContain(licenseId);
  });

  it('says of each license what its own answer says, and goes by conditions of then', async () => {
    const asked = `validOn=2026-11-20&knownOn=2026-11-20&companyId=${filed.companyId}`;
    const { licenses } = await read(all.auditor, `/as-of/licenses?${asked}&status=submitted`);
    expect(licenses).toHaveLength(1);
    expect(await must(all.auditor.get(licenses[0]?.state ?? ''))).toMatchObject({ status: 'submitted' });
    expect((await read(all.auditor, `/as-of/licenses?${asked}&status=in-review`)).licenses).toEqual([]);
    const later = `validOn=2027-01-31&knownOn=2027-01-31&companyId=${filed.companyId}`;
    expect((await read(all.auditor, `/as-of/licenses?${later}&status=in-review`)).licenses).toHaveLength(1);
  });

  it.each<[string, () => string]>([
    ['a fragment of a name', () => 'q=测试'],
    ['a permit number, in another width', () => `q=${encodeURIComponent('沪Ｂ2-2023')}`],
    ['an owner', () => `owner=${all.people.owner}`],
    ['a person who owns none', () => `owner=${all.people.deputy}`],
    ['what has ended', () => 'ended=true'],
    ['what has not', () => 'ended=false'],
    ['a due window', () => 'dueFrom=2027-01-01&dueBy=2028-12-31'],
    ['a last due day', () => 'dueBy=2026-12-31'],
    ['slack of a license whose time is the wall’s', () => `companyId=${present.companyId}&slackFrom=1&slackTo=3000`],
    ['no slack left', () => `companyId=${present.companyId}&slackTo=-1`],
    ['several conditions', () => `q=B2-2023&ended=false&person=${all.people.deputy}&serviceType=B24`],
  ])('of the present has by %s what the portfolio has', async (_, conditions) => {
    const { licenses } = await must(all.auditor.get(`/licenses?limit=200&${conditions()}`));
    const ids = (licenses as { licenseId: string }[]).map(({ licenseId }) => licenseId).sort();
    const { licenses: then } = await read(all.auditor, `/as-of/licenses?${conditions()}`);
    expect(then.map(({ licenseId }) => licenseId)).toEqual(ids);
  });

  it('says what was overdue on a day, as it was known then', async () => {
    const of = `companyId=${held.companyId}`;
    const [line] = (await read(all.auditor, `/as-of/licenses?validOn=2027-01-09&knownOn=2027-01-09&${of}`)).licenses;
    expect(line).toMatchObject({ ended: false, slack: 81 });
    const overdue = async (validOn: string, knownOn: string) =>
      (await read(all.auditor, `/as-of/licenses?validOn=${validOn}&knownOn=${knownOn}&slackTo=-1&${of}`)).licenses;
    expect(await overdue('2027-01-09', '2027-01-09')).toEqual([]);
    expect(await overdue('2027-04-30', '2027-01-09')).toMatchObject([{ licenseId: held.licenseId, slack: -30 }]);
    expect(await overdue('2027-04-30', '2027-01-31')).toEqual([]);
  });

  it('takes the conditions of a saved view', async () => {
    const filter = { companyId: [held.companyId], status: ['valid', 'renewal-due'], ended: false, slackTo: 400 };
    const { viewId } = await must(all.officer.post('/views', { name: '将到期', filter, shared: true }));
    const { query } = await must(all.auditor.get(`/views/${viewId}`));
    const asked = async (day: string) =>
      (await read(all.auditor, `/as-of/licenses?validOn=${day}&knownOn=${day}&${query}`)).licenses;
    expect(await asked('2027-01-09')).toMatchObject([{ licenseId: held.licenseId, status: 'valid' }]);
    expect(await asked('2027-01-31')).toEqual([]);
  });

  it('is refused with every condition that is wrong', async () => {
    const { status, body } = await all.auditor.get('/as-of/licenses?q=x&dueFrom=2027-02-01&dueBy=2027-01-01&ended=no');
    expect(status).toBe(422);
    expect(body.errors.map(({ code }: { code: string }) => code).sort()).toEqual([
      'field-invalid',
      'search-too-short',
      'window-reversed',
    ]);
  });

  it('keeps what it was searched for as text of a person, off the ledger', async () => {
    const { client, id } = await world.person('auditor');
    const { lines } = await read(client, `/as-of/licenses?q=${encodeURIComponent('样例某人')}`);
    const canonical = lines[0]?.question?.canonical ?? '';
    expect(canonical).toContain(`&q=${encodeURIComponent('样例某人')}`);
    const { records } = await must(all.auditor.get(`/access-records?day=2026-11-20&limit=500&by=${id}`));
    expect(records).toMatchObject([
      { question: 'licenses', address: canonical.replace(/&q=[^&]+/, ''), search: { text: '样例某人' }, reason: null },
    ]);
    const written = (await world.source.query(
      `select count(*)::integer as count from paizhao.ledger_events
        where position(convert_to('样例某人', 'UTF8') in body) > 0 or position(convert_to($1, 'UTF8') in body) > 0`,
      [encodeURIComponent('样例某人')],
    )) as { count: number }[];
    expect(written[0]?.count).toBe(0);
  });

  it('is of the present by the clock on the wall, and for a license whose time was skipped of its own', async () => {
    const own = await openedLicense(all);
    const { lines, licenses, text } = await read(all.auditor, '/as-of/licenses');
    const { canonical, knownOn, validOn } = (lines[0] as { question: Question }).question;
    expect([validOn, knownOn.slice(0, 10)]).toEqual(['2026-11-20', '2026-11-20']);
    expect(canonical).toContain('skipped=present');
    const stateOf = (id: string) => licenses.find(({ licenseId }) => licenseId === id)?.state;
    expect(stateOf(own.licenseId)).toContain(`validOn=${validOn}&knownOn=${knownOn}`);
    expect(stateOf(filed.licenseId)).toMatch(/validOn=(2027-\d\d-\d\d)&knownOn=\1T/);
    expect(licenses.find(({ licenseId }) => licenseId === held.licenseId)).toMatchObject({ status: 'revoked' });
    expect((await read(all.auditor, canonical)).text).toBe(text);
  });

  it('is not moved by a license out of scope, and shows no skipped time outside the period', async () => {
    const own = await openedLicense(all);
    const { id, client } = await world.person('auditor');
    const grant = (limits: object) => must(all.admin.put(`/people/${id}/access`, { roles: ['auditor'], ...limits }));
    await grant({ scope: { companies: [], licenses: [own.licenseId] } });
    const { lines } = await read(client, '/as-of/licenses');
    expect(lines[0]?.question).toMatchObject({ validOn: '2026-11-20' });
    expect(lines[0]?.question?.canonical).not.toContain('skipped');
    await grant({
      scope: { companies: [], licenses: [own.licenseId, filed.licenseId] },
      period: { from: '2026-11-01', until: '2026-12-31' },
    });
    expect((await read(client, '/as-of/licenses')).licenses.map(({ licenseId }) => licenseId)).toEqual([own.licenseId]);
  });

  it('holds what the scope of the caller covers', async () => {
    const { id, client } = await world.person('auditor');
    const scope = { companies: [], licenses: [held.licenseId] };
    await must(all.admin.put(`/people/${id}/access`, { roles: ['auditor'], scope }));
    expect((await read(client, '/as-of/licenses')).licenses.map(({ licenseId }) => licenseId)).toEqual([
      held.licenseId,
    ]);
    expect((await client.get(ofFiled('/state'))).body.code).toBe('license-not-found');
  });

  it('is refused with a place that the feed does not have', async () => {
    expect((await all.auditor.get('/as-of/licenses?at=99999999')).body.code).toBe('position-unknown');
  });
});

describe('lives of any course', () => {
  /** Where one fails, the same seed lives the same lives. */
  const seed = 20_261_126;
  const lives = new Map<string, Life>();
  let companyId: string;
  let questions: (Times & { pick: number })[];

  beforeAll(async () => {
    companyId = (await must(all.officer.post('/companies', companyWith(900)))).companyId;
    const courses = fc.sample(fc.tuple(fc.constantFrom(...(Object.keys(starts) as Start[])), steps), {
      seed,
      numRuns: 12,
    });
    const short = courses.map((course) => lived(...course)).filter(({ desk }) => desk.today < '2026-11-01');
    for (const life of short.slice(0, 6)) {
      const licenseId = randomUUID();
      await writeLife(world.source, life, { licenseId, companyId });
      lives.set(licenseId, life);
    }
    const picks = fc.sample(fc.nat(), { seed, numRuns: 5 });
    questions = [...lives.values()].flatMap((life) =>
      timesIn(life, picks).map((times, i) => ({ ...times, pick: picks[i] as number })),
    );
  });

  const timesOf = ({ validOn, knownOn }: Times): string => `validOn=${validOn}&knownOn=${knownOn}`;

  it('are on the list as they were, by their ids, and by conditions of then', async () => {
    let listed = 0;
    for (const { pick, ...times } of questions) {
      const there = [...lives].flatMap(([id, { list }]) => pastLineOf(id, list, times) ?? []);
      const one = there[pick % (there.length || 1)];
      const narrowed = one !== undefined && pick % 2 === 0;
      const condition = narrowed ? `&status=${one.status}` : '';
      const meets = ({ status }: KnownLine): boolean => !narrowed || status === one.status;
      const { text } = await all.admin.get(`/as-of/licenses?${timesOf(times)}&companyId=${companyId}${condition}`);
      const lines = text
        .trimEnd()
        .split('\n')
        .flatMap((line) => (JSON.parse(line) as { license?: KnownLine }).license ?? []);
      const expected = there.filter(meets).sort((a, b) => (a.licenseId < b.licenseId ? -1 : 1));
      const said = lines.map(({ licenseId, owner, deputy, manager, status }) => ({
        ...{ licenseId, owner, deputy, manager, status },
      }));
      expect({ seed, times, condition, said }).toEqual({ seed, times, condition, said: expected });
      listed += said.length;
    }
    expect(listed).toBeGreaterThan(0);
  });

  it('have their duties as they stood, by the rules and the calendar of then', async () => {
    let asked = 0;
    for (const [licenseId, { list }] of lives)
      for (const { pick, ...times } of questions.filter(({ pick: each }) => each % 5 === 0)) {
        const duties = (pastDutiesOf(list, times) ?? []).filter(({ date }) => date !== null);
        const due = duties[pick % (duties.length || 1)];
        if (!due) continue;
        const told = await must(all.admin.get(`/licenses/${licenseId}/obligations/${due.id}/state?${timesOf(times)}`));
        expect({ seed, times, told }).toMatchObject({
          ...{ seed, times },
          told: {
            ...{ open: true, waived: false, obligation: { id: due.id, deadline: { date: due.date } } },
            law: { pack: due.pack, calendar: due.calendar },
          },
        });
        asked += 1;
      }
    expect(asked).toBeGreaterThan(0);
  });

  it('could be seen by whom the house had granted it, entry by entry of its stream', async () => {
    const rows = (await world.source.query(
      `select convert_from(body, 'UTF8')::json as entry from paizhao.ledger_events where stream = 'house' order by seq`,
    )) as { entry: PlainEntry }[];
    const house = rows.map(({ entry }) => entry);
    const [[licenseId, { entries }]] = [...lives] as [[string, Life]];
    const covers = (scope: { companies: string[]; licenses: string[] } | null): boolean =>
      scope === null || scope.companies.includes(companyId) || scope.licenses.includes(licenseId);
    for (const upto of fc.sample(fc.integer({ min: 1, max: house.length }), { seed, numRuns: 12 })) {
      const at = `${entries.length}.0.${upto}`;
      const { couldSee } = await must(all.admin.get(`/licenses/${licenseId}/state?at=${at}`));
      const known = { now: '2026-11-20T02:00:00.000Z', today: '2026-11-20' };
      const expected = accessIn(house.slice(0, upto), known).filter(
        ({ kind, scope }) => kind === 'person' && covers(scope),
      );
      const said = (couldSee as { kind: string; id: string; roles: string[] }[]).filter(
        ({ kind }) => kind === 'person',
      );
      expect({ seed, upto, said: said.map(({ id, roles }) => ({ id, roles })) }).toEqual({
        ...{ seed, upto, said: expected.map(({ id, roles }) => ({ id, roles })) },
      });
    }
  });
});

describe('a question', () => {
  it('is on the access record of its day, with the reason', async () => {
    const { client, id } = await world.person('auditor');
    const reason = { 'paizhao-reason': encodeURIComponent('年度审计') };
    const { canonical } = await must(client.get(ofHeld('/state?validOn=2027-01-06'), reason));
    const records = async (reader: ApiClient) =>
      (await must(reader.get('/access-records?day=2026-11-20&limit=500'))).records.filter(
        ({ who }: { who: { id: string } }) => who.id === id,
      );
    expect(await records(all.auditor)).toEqual([
      expect.objectContaining({
        kind: 'asked',
        who: { kind: 'person', id },
        question: 'license',
        subject: held.licenseId,
        address: canonical,
        reason: expect.objectContaining({ text: '年度审计' }),
      }),
    ]);
    expect((await records(all.admin))[0].reason).toMatchObject({ text: '年度审计' });
    expect((await client.get(ofHeld('/state'), { 'paizhao-reason': '%' })).body.code).toBe('reason-invalid');
    const written = (await world.source.query(
      `select count(*)::integer as count from paizhao.ledger_events where position(convert_to('年度审计', 'UTF8') in body) > 0`,
    )) as { count: number }[];
    expect(written[0]?.count).toBe(0);
    expect(world.log.join('')).not.toMatch(/年度审计|%E5%B9%B4/);
  });

  it('outside the period of whoever asks is denied, for either time and whatever is asked', async () => {
    const { id, client } = await world.person('auditor');
    const period = { from: '2026-11-20', until: '2026-12-31' };
    await must(all.admin.put(`/people/${id}/access`, { roles: ['auditor'], period }));
    expect((await client.get(ofFiled('/state?validOn=2026-12-01&knownOn=2026-12-15'))).status).toBe(200);
    const company = `/companies/${filed.companyId}/state`;
    const { agenda } = await must(client.get(ofFiled('/state?validOn=2026-12-01&knownOn=2026-12-15')));
    const duty = ofFiled(`/obligations/${agenda[0].id}/state`);
    const asked = [ofFiled('/state'), duty, company, '/as-of/licenses', '/house/state'];
    // Companies and the house go by the clock on the wall: nothing is known of them ahead of it.
    const ofTheWall = [company, '/house/state'];
    for (const path of asked)
      for (const times of ['validOn=2026-11-19&knownOn=2026-12-15', 'validOn=2026-12-01&knownOn=2027-01-15']) {
        const code = times.includes('2027') && ofTheWall.includes(path) ? undefined : 'moment-outside-period';
        expect({ path, times, code: (await client.get(`${path}?${times}`)).body.code }).toEqual({ path, times, code });
      }
    for (const path of ofTheWall)
      expect((await client.get(`${path}-changes?from=2026-11-19&to=2026-11-20`)).body.code).toBe(
        'moment-outside-period',
      );
    expect((await client.get(ofFiled('/state-changes?from=2026-11-20&to=2027-01-15'))).body.code).toBe(
      'moment-outside-period',
    );
  });
});

describe('an auditor whose time is over', () => {
  it('asks nothing any more', async () => {
    const { id, client } = await world.person('auditor');
    const access = { roles: ['auditor'], lastDay: '2026-11-20' };
    await must(all.admin.put(`/people/${id}/access`, access));
    expect((await client.get(ofHeld('/state'))).status).toBe(200);
    await must(all.admin.put(`/people/${id}/access`, { ...access, lastDay: '2026-11-19' }));
    for (const path of [ofHeld('/state'), '/as-of/licenses', '/house/state'])
      expect((await client.get(path)).body).toMatchObject({ status: 401, code: 'token-invalid' });
  });
});

describe('answers', () => {
  const twoDays = 'from=2026-11-19&to=2026-11-20';

  it.each<[string, () => string, z.ZodType]>([
    ['a license', () => ofFiled('/state'), schemas.knownStateAnswer],
    ['changes', () => ofFiled('/state-changes?from=2026-11-20&to=2027-01-15'), schemas.licenseChangesAnswer],
    ['a company', () => `/companies/${filed.companyId}/state`, schemas.knownCompanyAnswer],
    [
      'a company’s changes',
      () => `/companies/${filed.companyId}/state-changes?${twoDays}`,
      schemas.companyChangesAnswer,
    ],
    ['the house', () => '/house/state', schemas.knownHouseAnswer],
    ['the house’s changes', () => `/house/state-changes?${twoDays}`, schemas.houseChangesAnswer],
  ])('about %s have the form that the description promises', async (_, path, schema) => {
    expect(schema.safeParse(await must(all.auditor.get(path()))).error?.issues ?? []).toEqual([]);
  });
});
