import {
  type Cast,
  cast,
  heldLicense,
  must,
  openedLicense,
  preparedFiling,
  receivedFiling,
} from '../support/api-story.js';
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

const license = (licenseId: string) => must(all.officer.get(`/licenses/${licenseId}`));

const kinds = async (licenseId: string): Promise<string[]> => {
  const { obligations } = await must(all.officer.get(`/licenses/${licenseId}/agenda`));
  return (obligations as { kind: string }[]).map(({ kind }) => kind);
};

describe('a termination', () => {
  it('of one type goes from the application over its public notice to the end of that type', async () => {
    const { licenseId } = await heldLicense(all);
    const filingId = await receivedFiling(all, licenseId, 'termination', { serviceTypes: ['B22'] });
    const filing = `/licenses/${licenseId}/filings/${filingId}`;
    await must(all.officer.post(`${filing}/publication`, { publishedOn: today }));
    expect(await kinds(licenseId)).toEqual(expect.arrayContaining(['termination-notice', 'termination-decision']));
    await must(all.officer.post(`${filing}/grant`, { grantedOn: today, number: 'G-1' }));
    const { status } = await must(all.officer.post(`${filing}/termination`, { endedOn: today, number: 'E-1' }));
    expect(status).toBe('valid');
    expect((await license(licenseId)).permit).toMatchObject({ serviceTypes: ['B24'], status: 'valid' });
  });

  it('of the whole permit ends the license once the paper is back', async () => {
    const { licenseId } = await heldLicense(all);
    const filingId = await receivedFiling(all, licenseId, 'termination');
    const filing = `/licenses/${licenseId}/filings/${filingId}`;
    await must(all.officer.post(`${filing}/publication`, { publishedOn: today }));
    await must(all.officer.post(`${filing}/grant`, { grantedOn: today }));
    await must(all.officer.post(`${filing}/termination`, { endedOn: today, returnPaper: { dueOn: '2026-12-31' } }));
    expect(await kinds(licenseId)).toContain('permit-return');
    await must(all.officer.post(`/licenses/${licenseId}/permit-return`, { returnedOn: today }));
    expect(await kinds(licenseId)).toEqual([]);
    expect(await license(licenseId)).toMatchObject({ status: 'cancelled', wakeUp: null });
  });
});

describe('a lost permit', () => {
  it('is published, applied for and comes again', async () => {
    const { licenseId } = await heldLicense(all);
    const filingId = await preparedFiling(all, licenseId, 'reissue');
    const filing = `/licenses/${licenseId}/filings/${filingId}`;
    await must(all.officer.post(`${filing}/publication`, { publishedOn: today }));
    await must(all.approver.post(`${filing}/sign-off`, {}));
    await must(all.officer.post(`${filing}/submission`, {}));
    await must(all.officer.post(`${filing}/receipt`, { receivedOn: today }));
    const { permit } = await license(licenseId);
    const [term] = permit.terms;
    const { number, serviceTypes, coverage } = permit;
    const paper = { number, serviceTypes, coverage, validFrom: term.validFrom, printedLastDay: term.printedLastDay };
    await must(all.officer.post(`${filing}/permit`, { permit: paper, issuedOn: today }));
    const { entries } = await must(all.auditor.get(`/licenses/${licenseId}/history?limit=200`));
    expect((entries as { type: string; words: object }[]).at(-1)).toMatchObject({
      type: 'permit-reissued',
      words: { en: expect.stringContaining(number) },
    });
  });
});

describe('the decision not to renew', () => {
  it('is an approver’s, ends the renewal, and keeps its reason out of the ledger', async () => {
    const { licenseId } = await heldLicense(all);
    const decision = { decidedOn: today, reason: '业务转给合作方' };
    expect((await all.officer.post(`/licenses/${licenseId}/non-renewal`, decision)).status).toBe(403);
    await must(all.approver.post(`/licenses/${licenseId}/non-renewal`, decision));
    expect(await kinds(licenseId)).toEqual(['non-renewal-report']);
    const { text } = await all.auditor.get(`/licenses/${licenseId}/export`);
    expect(text).not.toContain('业务转给合作方');
    await must(all.officer.post(`/licenses/${licenseId}/non-renewal-report`, { reportedOn: today }));
    expect(await kinds(licenseId)).toEqual([]);
    await must(all.approver.post(`/licenses/${licenseId}/non-renewal-withdrawal`, { on: today }));
    expect(await kinds(licenseId)).toEqual(['renewal']);
  });
});

describe('a correction', () => {
  it('takes two persons, moves what hangs on the day, and leaves what was known before', async () => {
    const { licenseId } = await heldLicense(all);
    const corrections = `/licenses/${licenseId}/corrections`;
    const { entries } = await must(all.officer.get(corrections));
    const entry = { seq: 2, member: 'permit.printedLastDay' };
    expect(entries).toContainEqual({ ...entry, kind: 'day', value: '2028-03-14' });
    const wrong = { ...entry, to: '2023-03-01', reason: '看错了' };
    expect((await all.officer.post(corrections, wrong)).body).toMatchObject({
      code: 'correction-out-of-order',
      pointer: '/to',
    });
    const { events } = await must(all.officer.post(corrections, { ...wrong, to: '2028-03-01' }));
    const approval = { ...entry, proposedSeq: events[0].seq };
    expect((await all.officer.post(`${corrections}/approval`, approval)).status).toBe(403);
    await must(all.admin.post(`/simulation/licenses/${licenseId}/skip`, { days: 1 }));
    await must(all.approver.post(`${corrections}/approval`, approval));
    const { permit } = await license(licenseId);
    expect(permit.terms).toMatchObject([{ lastDay: '2028-03-01', printedLastDay: '2028-03-01' }]);
    const known = await must(all.auditor.get(`/licenses/${licenseId}/state?knownOn=${today}`));
    expect(known.permit.terms).toMatchObject([{ lastDay: '2028-03-14' }]);
    const { entries: told } = await must(all.auditor.get(`/licenses/${licenseId}/history?limit=200`));
    expect(told[1]).toMatchObject({ type: 'permit-registered' });
    expect((told as { type: string }[]).map(({ type }) => type)).toContain('entry-corrected');
  });
});

describe('a credit list', () => {
  it('is the company’s: all of its licenses hear of it, and later ones begin with it', async () => {
    const { companyId, licenseId } = await heldLicense(all);
    const flag = { flag: 'bad-list', listed: true, on: today };
    const ahead = await all.officer.post(`/companies/${companyId}/flags`, { ...flag, on: '2026-11-21' });
    expect(ahead.body).toMatchObject({ code: 'date-in-future', pointer: '/on' });
    const { licenses } = await must(all.officer.post(`/companies/${companyId}/flags`, flag));
    expect(licenses).toEqual([licenseId]);
    expect(await kinds(licenseId)).toContain('bad-list-exit');
    const opening = { companyId, serviceTypes: ['B24'], coverage: { kind: 'nationwide' }, people: all.people };
    const { licenseId: later } = await must(all.officer.post('/licenses', opening));
    expect((await license(later)).flags['bad-list']).toMatchObject({ status: 'listed', since: today });
  });
});

describe('a license that comes after another', () => {
  const opening = (companyId: string, follows: string, coverage: object) => ({
    companyId,
    serviceTypes: ['B24'],
    coverage,
    people: all.people,
    follows,
  });
  const province = { kind: 'province', provinces: ['sh'] };

  it('follows one that has ended; each shows the other', async () => {
    const old = await heldLicense(all, { validFrom: '2021-03-15', printedLastDay: '2026-03-14' });
    const { licenseId } = await must(all.officer.post('/licenses', opening(old.companyId, old.licenseId, province)));
    expect(await license(licenseId)).toMatchObject({ follows: old.licenseId, followedBy: [] });
    expect(await license(old.licenseId)).toMatchObject({ follows: null, followedBy: [licenseId] });
  });

  it('does not follow one in force, of another company, or that is not there', async () => {
    const old = await heldLicense(all);
    const other = await openedLicense(all);
    for (const [companyId, follows] of [
      [old.companyId, old.licenseId],
      [other.companyId, old.licenseId],
      [old.companyId, '0b24c0de-0000-5000-8000-0000000000ff'],
    ] as const) {
      const { status, body } = await all.officer.post('/licenses', opening(companyId, follows, province));
      expect([status, body.code, body.pointer]).toEqual([422, 'license-not-to-follow', '/follows']);
    }
  });

  it('for the whole country ends the provincial permit with its own issue', async () => {
    const old = await heldLicense(all);
    const answer = await must(
      all.officer.post('/licenses', opening(old.companyId, old.licenseId, { kind: 'nationwide' })),
    );
    const licenseId = answer.licenseId as string;
    const filing = `/licenses/${licenseId}/filings/${await receivedFiling(all, licenseId)}`;
    await must(all.officer.post(`${filing}/acceptance`, { acceptedOn: today }));
    await must(all.officer.post(`${filing}/grant`, { grantedOn: today }));
    const permit = {
      number: 'B2-20260077',
      validFrom: today,
      printedLastDay: '2031-11-19',
      serviceTypes: ['B24'],
      coverage: { kind: 'nationwide' },
    };
    expect((await license(old.licenseId)).status).toBe('valid');
    // A caller may use its key once for each license.
    const once = { key: 'the-same-key' };
    await must(all.officer.post(`/licenses/${old.licenseId}/income`, { income: 0, asOf: today }, once));
    const issued = await must(all.officer.post(`${filing}/permit`, { permit, issuedOn: today }, once));
    expect(await license(old.licenseId)).toMatchObject({ status: 'cancelled', replacedBy: licenseId });
    expect(await must(all.officer.post(`${filing}/permit`, { permit, issuedOn: today }, once))).toEqual(issued);
  });
});
