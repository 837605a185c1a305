import type { z } from 'zod';
import * as answers from '../../apps/api/schemas/conduct-answers.js';
import { type Cast, cast, companyWith, must, openedLicense, receivedFiling } from '../support/api-story.js';
import { ApiWorld } from '../support/api-world.js';

jest.setTimeout(60_000);

const today = '2026-11-20';

let world: ApiWorld;
let all: Cast;

beforeAll(async () => {
  world = await ApiWorld.create();
  all = await cast(world);
});

afterAll(() => world.close());

/** Reads as the description says it: an answer of another form fails here. */
async function read<T extends z.ZodType>(path: string, answer: T): Promise<z.output<T>> {
  return answer.parse(await must(all.officer.get(path)));
}

const operations = (licenseId: string) => read(`/licenses/${licenseId}/operations`, answers.operationsAnswer);

/** A second person agrees to the one correction that was proposed. @returns the entry that it is about */
async function approved(licenseId: string): Promise<number> {
  const { proposed } = await must(all.officer.get(`/licenses/${licenseId}/corrections`));
  const [{ seq, member, proposedSeq }] = proposed;
  await must(all.approver.post(`/licenses/${licenseId}/corrections/approval`, { seq, member, proposedSeq }));
  return seq;
}

/** A license whose filing is granted, so that its permit can be entered. */
async function grantedLicense(): Promise<{ licenseId: string; filing: string }> {
  const { licenseId } = await openedLicense(all);
  const filing = `/licenses/${licenseId}/filings/${await receivedFiling(all, licenseId)}`;
  await must(all.officer.post(`${filing}/acceptance`, { acceptedOn: today }));
  await must(all.officer.post(`${filing}/grant`, { grantedOn: today }));
  return { licenseId, filing };
}

const permit = {
  number: '沪B2-20260001',
  validFrom: today,
  printedLastDay: '2031-11-19',
  serviceTypes: ['B24'],
  coverage: { kind: 'province', provinces: ['sh'] },
};

async function heldLicense(): Promise<string> {
  const { licenseId, filing } = await grantedLicense();
  await must(all.officer.post(`${filing}/permit`, { permit, issuedOn: today }));
  return licenseId;
}

describe('a service that runs without a permit', () => {
  it('alarms owner and manager at once, says what it may cost, and goes quiet with the permit', async () => {
    const { licenseId } = await openedLicense(all);
    const filing = `/licenses/${licenseId}/filings/${await receivedFiling(all, licenseId)}`;
    const start = { serviceType: 'B24', province: 'sh', startedOn: '2026-11-18', evidence: '样例首通电话' };
    const { events } = await must(all.officer.post(`/licenses/${licenseId}/operations`, start));
    expect(events.map(({ type }: { type: string }) => type)).toEqual([
      'operation-started',
      'operating-alarm-raised',
      'notice-due',
    ]);
    const { notices } = await must(all.officer.get(`/licenses/${licenseId}/notices`));
    const [alarm] = notices.filter(({ obligationId }: { obligationId: string }) => /^operating/.test(obligationId));
    expect(alarm.deliveries.map(({ role }: { role: string }) => role).sort()).toEqual(['manager', 'owner']);

    const before = await operations(licenseId);
    expect(before.operations).toMatchObject([
      {
        id: 'operation-1',
        withoutRight: [{ from: '2026-11-18', to: null, reasons: ['application-pending'] }],
        obligationId: alarm.obligationId,
      },
    ]);
    expect(before.exposure).toMatchObject({
      fineFrom: 100_000,
      fineTo: 1_000_000,
      rule: { id: 'penalty.operating-without-permit', citation: { source: 'TR', article: 'art. 69' } },
    });
    expect(before.law).toMatchObject({ citation: { article: 'art. 7(3), 69' }, confidence: 'verified' });

    await must(all.officer.post(`/licenses/${licenseId}/income`, { income: 80_000, asOf: today }));
    expect((await operations(licenseId)).exposure).toMatchObject({
      fineFrom: 240_000,
      fineTo: 400_000,
      confiscated: 80_000,
    });

    await must(all.officer.post(`${filing}/acceptance`, { acceptedOn: today }));
    await must(all.officer.post(`${filing}/grant`, { grantedOn: today }));
    await must(all.officer.post(`${filing}/permit`, { permit, issuedOn: today }));
    const after = await operations(licenseId);
    expect(after.operations).toMatchObject([
      { withoutRight: [{ from: '2026-11-18', to: '2026-11-19', reasons: ['before-permit'] }], obligationId: null },
    ]);
    expect(after.exposure).toMatchObject({ fineFrom: 240_000 });
    const mark = { reason: 'operating-without-permit', about: 'operation-1' };
    await must(all.officer.post(`/licenses/${licenseId}/attention-clearances`, mark));
  });

  it('is found by time when the permit ends, and reminded of until it stops', async () => {
    const { companyId } = await must(all.officer.post('/companies', companyWith(779)));
    const ending = { ...permit, validFrom: '2021-12-06', printedLastDay: '2026-12-05' };
    const held = { companyId, people: all.people, permit: ending, grantedOn: '2021-12-06' };
    const { licenseId } = await must(all.officer.post('/licenses/registrations', held));
    const start = { serviceType: 'B24', province: 'sh', startedOn: '2022-01-04' };
    await must(all.officer.post(`/licenses/${licenseId}/operations`, start));
    expect((await operations(licenseId)).exposure).toBeNull();
    await must(all.admin.post(`/simulation/licenses/${licenseId}/skip`, { until: '2026-12-10' }));
    const { entries } = await must(all.auditor.get(`/licenses/${licenseId}/history?limit=500`));
    const types = entries.map(({ type }: { type: string }) => type);
    expect(types.indexOf('operating-alarm-raised')).toBeGreaterThan(types.indexOf('permit-expired'));
    const [running] = (await operations(licenseId)).operations;
    expect(running?.withoutRight).toMatchObject([{ from: '2026-12-06', to: null, reasons: ['expired'] }]);
    await must(all.officer.post(`/licenses/${licenseId}/operations/operation-1/stop`, { stoppedOn: '2026-12-10' }));
    const { obligations } = await must(all.officer.get(`/licenses/${licenseId}/agenda`));
    expect(obligations.filter(({ kind }: { kind: string }) => kind === 'operating-without-permit')).toEqual([]);
  });

  it('is not taken back on the word of one person', async () => {
    const { licenseId } = await openedLicense(all);
    const base = `/licenses/${licenseId}`;
    await must(all.officer.post(`${base}/operations`, { serviceType: 'B24', province: 'bj', startedOn: today }));
    const alarms = async () => (await must(all.officer.get(`/tasks?licenseId=${licenseId}`))).tasks.length;
    const before = await alarms();
    const correction = { period: null, reason: '样例误登记' };
    const { events } = await must(all.officer.post(`${base}/operations/operation-1/correction`, correction));
    expect(events.map(({ type }: { type: string }) => type)).toEqual(['entry-correction-proposed']);
    const { proposed } = await must(all.officer.get(`${base}/corrections`));
    const [{ seq, member, proposedSeq, from, to }] = proposed;
    expect({ member, from, to }).toEqual({ member: 'period', from: { startedOn: today, stoppedOn: null }, to: null });
    const alone = await all.officer.post(`${base}/corrections/approval`, { seq, member, proposedSeq });
    expect(alone.body.code).toBe('role-not-allowed');
    expect(await alarms()).toBe(before);
    await approved(licenseId);
    expect(await alarms()).toBe(before - 1);
    const days = { startedOn: '2026-11-18', stoppedOn: '2026-11-19' };
    await must(all.officer.post(`${base}/corrections`, { seq, member, to: days, reason: '样例' }));
    await approved(licenseId);
    expect((await operations(licenseId)).operations).toMatchObject([days]);
  });

  it('keeps evidence and reasons out of the record', async () => {
    const { licenseId } = await openedLicense(all);
    const start = { serviceType: 'B24', province: 'sh', startedOn: today, evidence: '样例证据' };
    await must(all.officer.post(`/licenses/${licenseId}/operations`, start));
    const correction = { period: null, reason: '样例误登记' };
    await must(all.officer.post(`/licenses/${licenseId}/operations/operation-1/correction`, correction));
    const seq = await approved(licenseId);
    expect((await operations(licenseId)).operations).toEqual([]);
    const { made } = await must(all.officer.get(`/licenses/${licenseId}/corrections`));
    expect(made).toMatchObject([{ seq, changes: [{ member: 'period', to: null }] }]);
    const { text } = await all.auditor.get(`/licenses/${licenseId}/export`);
    expect(text).toContain('entry-corrected');
    expect(text).not.toMatch(/样例证据|样例误登记/);
  });
});

describe('inspections and site visits', () => {
  it('are recorded with their findings, and answered', async () => {
    const licenseId = await heldLicense();
    const base = `/licenses/${licenseId}/inspections`;
    await must(all.officer.post(`${base}/announcements`, { kind: 'on-site', announcedOn: today, number: 'J-7' }));
    const held = { inspectionId: 'inspection-1', kind: 'on-site', heldOn: today, officials: 2 };
    await must(all.officer.post(base, { ...held, findings: ['样例：缺少录音'], answerDueOn: '2026-12-10' }));
    const { obligations } = await must(all.officer.get(`/licenses/${licenseId}/agenda`));
    expect(obligations).toContainEqual(
      expect.objectContaining({
        kind: 'inspection-answer',
        deadline: expect.objectContaining({ date: '2026-12-10', safeDay: '2026-12-10' }),
      }),
    );
    const told = await must(all.officer.get(base));
    expect(told.inspections[0].findings[0].text).toMatchObject({ text: '样例：缺少录音' });
    const seen = await must(all.admin.get(base));
    expect(seen.inspections[0].findings[0].text.text).toBeUndefined();
    await must(all.officer.post(`${base}/inspection-1/answer`, { answeredOn: today, text: '样例答复' }));
    const { inspections } = await read(base, answers.inspectionsAnswer);
    expect(inspections).toMatchObject([{ id: 'inspection-1', answeredOn: today }]);
  });

  it('of a filing under review are noted', async () => {
    const { licenseId } = await openedLicense(all);
    const visits = `/licenses/${licenseId}/filings/${await receivedFiling(all, licenseId)}/site-visits`;
    await must(all.officer.post(visits, { on: today, officials: 2, note: '样例' }));
    const { siteVisits, siteVisitRule } = await read(`/licenses/${licenseId}/inspections`, answers.inspectionsAnswer);
    expect(siteVisitRule).toMatchObject({ id: 'duty.site-visit', citation: { source: 'ALL' } });
    expect(siteVisits).toMatchObject([{ filingId: 'new-1', on: today, officials: 2 }]);
  });
});

describe('what a permit brings along', () => {
  it('is listed and confirmed: standing duties by rule', async () => {
    const licenseId = await heldLicense();
    const path = `/licenses/${licenseId}/duties`;
    await must(all.officer.post(`${path}/display-permit-number/confirmations`, { on: today, place: '样例前台和首页' }));
    const { duties } = await read(path, answers.dutiesAnswer);
    const names = duties.map(({ duty }) => duty);
    expect(names).toEqual(expect.arrayContaining(['keep-call-records', 'no-sales-calls', 'no-line-resale']));
    expect(duties.find(({ duty }) => duty === 'keep-call-records')).toMatchObject({
      keepDays: 30,
      confidence: 'secondary',
    });
    expect(duties.find(({ duty }) => duty === 'display-permit-number')?.confirmations).toMatchObject([{ on: today }]);
  });

  it('is due where the permit says so: special conditions', async () => {
    const licenseId = await heldLicense();
    const path = `/licenses/${licenseId}/conditions`;
    const opening = { kind: 'open-service', serviceType: 'B24', text: '样例开通期限', dueOn: '2027-05-20' };
    await must(all.officer.post(path, opening));
    await must(all.officer.post(path, { kind: 'act', text: '样例事项', dueOn: '2027-01-31' }));
    await must(all.officer.post(`${path}/condition-2/fulfillment`, { metOn: today, evidence: '样例证明' }));
    await must(all.officer.post(`/licenses/${licenseId}/services`, { serviceType: 'B24', openedOn: today }));
    expect((await operations(licenseId)).unwatched).toEqual(['B24']);
    const { conditions } = await read(path, answers.conditionsAnswer);
    expect(conditions.map(({ met }) => met)).toEqual([true, true]);
  });

  it('has a life of its own: the certificate of a number', async () => {
    const licenseId = await heldLicense();
    const path = `/licenses/${licenseId}/companions`;
    const certificate = { companion: 'number-certificate-95', number: '951 23', holder: '样例持有人' };
    const term = { validFrom: today, lastDay: '2031-11-19' };
    await must(all.officer.post(path, { ...certificate, ...term }));
    await must(all.officer.post(path, { ...certificate, number: '12345', ...term }));
    await must(all.officer.post(`${path}/companion-2/end`, { endedOn: today }));
    await must(all.officer.post(`${path}/companion-1/renewal`, { validFrom: '2031-11-20', lastDay: '2036-11-19' }));
    await must(all.officer.post(`${path}/companion-1/reports`, { year: '2026', filedOn: today }));
    const { companions, kinds } = await read(path, answers.companionsAnswer);
    expect(companions).toMatchObject([
      { number: '95123', numberAsExpected: true, reports: [{ year: '2026' }] },
      { numberAsExpected: false, endedOn: today },
    ]);
    expect(kinds.map(({ companion }) => companion)).toContain('number-certificate-96');
  });

  it('may be used by subsidiaries that the issuer approved', async () => {
    const licenseId = await heldLicense();
    const path = `/licenses/${licenseId}/subsidiaries`;
    const { name, uscc } = companyWith(777);
    const subsidiary = { name, uscc, percent: 60, serviceTypes: ['B24'], provinces: ['sh'], approvedOn: today };
    await must(all.officer.post(path, subsidiary));
    await must(all.officer.post(`${path}/subsidiary-1/end`, { endedOn: today }));
    expect(await read(path, answers.subsidiariesAnswer)).toMatchObject({
      subsidiaries: [{ id: 'subsidiary-1', percent: 60, endedOn: today }],
      rule: { id: 'duty.authorized-subsidiaries' },
    });
  });
});

describe('bad input', () => {
  let licenseId: string;
  beforeAll(async () => {
    licenseId = await heldLicense();
  });

  const rows: [string, string, object, string, string][] = [
    [
      'an unknown service',
      'operations',
      { serviceType: 'B99', province: 'sh', startedOn: today },
      'unknown-service-type',
      '/serviceType',
    ],
    [
      'a day to come',
      'operations',
      { serviceType: 'B24', province: 'sh', startedOn: '2026-11-21' },
      'date-in-future',
      '/startedOn',
    ],
    [
      'a stop before the start',
      'operations',
      { serviceType: 'B24', province: 'sh', startedOn: today, stoppedOn: '2026-11-19' },
      'operation-stops-before-start',
      '/stoppedOn',
    ],
    [
      'an operation that is not there',
      'operations/operation-9/stop',
      { stoppedOn: today },
      'operation-not-found',
      '/operationId',
    ],
    [
      'an answer due before the inspection',
      'inspections',
      { kind: 'paper', heldOn: today, answerDueOn: '2026-11-01' },
      'answer-before-inspection',
      '/answerDueOn',
    ],
    [
      'a condition for a service that is not permitted',
      'conditions',
      { kind: 'open-service', serviceType: 'B25', text: '样例' },
      'service-type-not-permitted',
      '/serviceType',
    ],
    [
      'an unknown kind of certificate',
      'companions',
      { companion: 'radio', number: '1', holder: '样例', validFrom: today, lastDay: today },
      'unknown-companion',
      '/companion',
    ],
    [
      'a subsidiary held to half',
      'subsidiaries',
      {
        name: '样例',
        uscc: companyWith(778).uscc,
        percent: 50,
        serviceTypes: ['B24'],
        provinces: ['sh'],
        approvedOn: today,
      },
      'subsidiary-share-too-low',
      '/percent',
    ],
  ];

  it.each(rows)('%s is named and leaves nothing behind', async (_, path, body, code, pointer) => {
    const traces = await world.traces();
    const refused = await all.officer.post(`/licenses/${licenseId}/${path}`, body);
    expect(refused.body).toMatchObject({ code, pointer, remedy: expect.any(String) });
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect(await world.traces()).toEqual(traces);
  });

  it('is named all at once where the form has several faults', async () => {
    const refused = await all.officer.post(`/licenses/${licenseId}/operations`, {
      serviceType: 'B99',
      province: 'atlantis',
      startedOn: '2026-02-30',
      extra: 1,
    });
    expect(refused.status).toBe(422);
    expect(JSON.stringify(refused.body)).toMatch(/serviceType.*province.*startedOn|startedOn.*province/s);
  });

  it('is refused to those whose act it is not', async () => {
    const start = { serviceType: 'B24', province: 'sh', startedOn: today };
    const refused = await all.auditor.post(`/licenses/${licenseId}/operations`, start);
    expect(refused.body.code).toBe('role-not-allowed');
  });
});
