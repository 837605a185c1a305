import { createHash, randomUUID } from 'node:crypto';
import {
  aPdf,
  type Cast,
  cast,
  companyWith,
  must,
  openedLicense,
  preparedFiling,
  receivedFiling,
  sampleCompany,
} from '../support/api-story.js';
import { ApiWorld } from '../support/api-world.js';

jest.setTimeout(60_000);

let world: ApiWorld;
let all: Cast;

beforeAll(async () => {
  world = await ApiWorld.create();
  all = await cast(world);
});

afterAll(() => world.close());

const filingPath = (licenseId: string, filingId: string): string => `/licenses/${licenseId}/filings/${filingId}`;

describe('a new license', () => {
  it('goes from preparation to the first clock, each date with its proof', async () => {
    const { licenseId } = await openedLicense(all);
    const filingId = await receivedFiling(all, licenseId);
    const license = await must(all.auditor.get(`/licenses/${licenseId}`));
    expect(license).toMatchObject({
      status: 'submitted',
      filings: [{ id: filingId, kind: 'new', status: 'submitted' }],
    });
    const agenda = await must(all.auditor.get(`/licenses/${licenseId}/agenda`));
    expect(agenda.today).toBe('2026-11-20');
    const acceptance = agenda.obligations.find(({ kind }: { kind: string }) => kind === 'acceptance');
    expect(acceptance.deadline).toMatchObject({
      date: '2026-11-27',
      readings: [{ proof: { ruleId: expect.any(String) } }],
    });
    expect(acceptance.planned.length).toBeGreaterThan(0);
  });

  it('comes to its permit through correction, expert review and grant', async () => {
    const { licenseId } = await openedLicense(all);
    const path = filingPath(licenseId, await receivedFiling(all, licenseId));
    const notice = { noticedOn: '2026-11-20', items: [{ requirementId: 'application-form', text: '缺少联系人' }] };
    await must(all.officer.post(`${path}/correction-notice`, notice));
    const returned = await must(all.officer.get(path));
    expect(returned.rounds[0].correction.items[0].text).toMatchObject({ ref: expect.any(String), text: '缺少联系人' });
    const fields = { requirementId: 'application-form', issuedOn: '2026-11-20', reason: '补正' };
    const { material } = await must(
      all.officer.upload(`${path}/materials`, fields, { name: 'form.pdf', bytes: aPdf('two') }),
    );
    expect(material).toMatchObject({ version: 2, requirementId: 'application-form' });
    await must(all.approver.post(`${path}/sign-off`, {}));
    await must(all.officer.post(`${path}/submission`, {}));
    await must(all.officer.post(`${path}/receipt`, { receivedOn: '2026-11-20' }));
    await must(all.officer.post(`${path}/acceptance`, { acceptedOn: '2026-11-20', number: 'A-1' }));
    await must(all.officer.post(`${path}/expert-review`, { from: '2026-11-20' }));
    await must(all.officer.post(`${path}/expert-review-end`, { on: '2026-11-20' }));
    await must(all.officer.post(`${path}/grant`, { grantedOn: '2026-11-20', number: 'G-1' }));
    const permit = {
      number: '沪B2-20260001',
      validFrom: '2026-11-20',
      printedLastDay: '2031-11-19',
      serviceTypes: ['B24'],
      coverage: { kind: 'province', provinces: ['sh'] },
    };
    const { status } = await must(all.officer.post(`${path}/permit`, { permit, issuedOn: '2026-11-20' }));
    expect(status).toBe('valid');
    await must(
      all.officer.post(`/licenses/${licenseId}/services`, {
        serviceType: 'B24',
        openedOn: '2026-11-20',
        evidence: '首张发票',
      }),
    );
    const license = await must(all.officer.get(`/licenses/${licenseId}`));
    expect(license.permit).toMatchObject({
      status: 'valid',
      terms: [{ lastDay: '2031-11-19', computedLastDay: '2031-11-19' }],
    });
    expect(license.wakeUp).toMatchObject({ at: expect.any(String), why: expect.any(String) });
  });

  it('may begin with a permit that is held already', async () => {
    const { companyId } = await must(all.officer.post('/companies', companyWith(601)));
    const body = {
      companyId,
      people: all.people,
      permit: {
        number: '沪B2-20230009',
        validFrom: '2023-03-15',
        printedLastDay: '2028-03-14',
        serviceTypes: ['B24'],
        coverage: { kind: 'province', provinces: ['sh'] },
      },
      reportsFiled: ['2024', '2025', '2026'],
    };
    const answer = await all.officer.post('/licenses/registrations', body);
    expect(answer).toMatchObject({ status: 201, body: { status: 'valid' } });
    const { unknown } = await must(all.officer.get(`/licenses/${answer.body.licenseId}`));
    expect(unknown).toContain('grantedOn');
  });
});

class Gate {
  open: () => void = () => undefined;
  readonly opened = new Promise<void>((resolve) => {
    this.open = resolve;
  });
}

describe('a command', () => {
  it('sent again gives the same bytes and changes nothing', async () => {
    const { companyId } = await openedLicense(all);
    const opening = { companyId, serviceTypes: ['B24'], coverage: { kind: 'nationwide' }, people: all.people };
    const key = randomUUID();
    const first = await all.officer.post('/licenses', opening, { key });
    const traces = await world.traces();
    const second = await all.officer.post('/licenses', opening, { key });
    expect(second.text).toBe(first.text);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(await world.traces()).toEqual(traces);
  });

  it('sent again while it is carried out is told so, and later gets the same answer', async () => {
    const { licenseId } = await openedLicense(all);
    const key = randomUUID();
    const send = () => all.officer.post(`/licenses/${licenseId}/filings`, { kind: 'new' }, { key });
    const { execute } = world.engine.gateway;
    const [reached, released] = [new Gate(), new Gate()];
    world.engine.gateway.execute = async (...args) => {
      world.engine.gateway.execute = execute;
      reached.open();
      await released.opened;
      return execute(...args);
    };
    const first = send();
    await reached.opened;
    const early = await send();
    released.open();
    expect(early).toMatchObject({ status: 409, body: { code: 'command-in-flight' } });
    expect(early.headers.get('retry-after')).toBe('1');
    const { status, text } = await first;
    expect(status).toBe(201);
    expect(await send()).toMatchObject({ status, text });
    const { filings } = await must(all.officer.get(`/licenses/${licenseId}`));
    expect(filings).toHaveLength(1);
  });

  it('that was refused is judged anew under the same key', async () => {
    const { licenseId } = await openedLicense(all);
    const filingId = await preparedFiling(all, licenseId);
    const key = randomUUID();
    const submit = () => all.officer.post(`${filingPath(licenseId, filingId)}/submission`, {}, { key });
    expect((await submit()).body.code).toBe('pack-not-signed-off');
    await must(all.approver.post(`${filingPath(licenseId, filingId)}/sign-off`, {}));
    expect((await submit()).status).toBe(200);
  });

  it('that another one overtakes between dry run and append leaves nothing', async () => {
    const { licenseId } = await openedLicense(all);
    const { execute } = world.engine.gateway;
    const traces: Record<string, number>[] = [];
    world.engine.gateway.execute = async (...args) => {
      world.engine.gateway.execute = execute;
      await must(all.officer.post(`/licenses/${licenseId}/filings`, { kind: 'new' }));
      traces.push(await world.traces());
      return execute(...args);
    };
    const answer = await all.officer.post(`/licenses/${licenseId}/filings`, { kind: 'new' });
    expect(answer).toMatchObject({ status: 409, body: { code: 'filing-already-open' } });
    expect(await world.traces()).toEqual({ ...traces[0], commands: (traces[0]?.commands ?? 0) - 1 });
  });

  it('keeps free text out of commands and ledger', async () => {
    const { licenseId } = await openedLicense(all);
    const secret = `机密${randomUUID()}`;
    await must(all.approver.post(`/licenses/${licenseId}/closure`, { reason: secret }));
    const [{ found }] = await world.source.query(
      `select (select count(*) from paizhao.commands where body::text like $1) + (select count(*) from paizhao.ledger_events
        where convert_from(body, 'UTF8') like $1) + (select count(*) from paizhao.snapshots where state::text like $1) as found`,
      [`%${secret}%`],
    );
    expect(Number(found)).toBe(0);
    const { entries } = await must(all.auditor.get(`/licenses/${licenseId}/history`));
    expect(entries.at(-1)).toMatchObject({
      type: 'license-closed',
      data: { reason: { text: secret } },
      words: { zh: expect.any(String) },
    });
    const seenByAdmin = await must(all.admin.get(`/licenses/${licenseId}/history`));
    expect(JSON.stringify(seenByAdmin)).not.toContain(secret);
  });
});

describe('materials', () => {
  it('come back byte for byte, with their type, name and digest', async () => {
    const { licenseId } = await openedLicense(all);
    const filingId = await preparedFiling(all, licenseId);
    const { materials } = await must(all.officer.get(filingPath(licenseId, filingId)));
    const [requirementId, [version]] = Object.entries(materials)[0] as [
      string,
      { materialId: string; sha256: string }[],
    ];
    const path = `${filingPath(licenseId, filingId)}/materials/${version?.materialId}/content`;
    const { status, headers, bytes } = await all.auditor.bytes(path);
    expect(status).toBe(200);
    expect(bytes).toEqual(aPdf(requirementId));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(version?.sha256);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-disposition')).toBe(`attachment; filename="${requirementId}-v1.pdf"`);
    expect((await all.admin.get(path)).body.code).toBe('role-not-allowed');
  });

  it('sent again under the same key are one version, and one file', async () => {
    const { licenseId } = await openedLicense(all);
    const { filingId } = await must(all.officer.post(`/licenses/${licenseId}/filings`, { kind: 'new' }));
    const key = randomUUID();
    const send = (bytes: Buffer) =>
      all.officer.upload(
        `${filingPath(licenseId, filingId)}/materials`,
        { requirementId: 'application-form', issuedOn: '2026-11-18' },
        { name: 'a.pdf', bytes },
        { key },
      );
    const first = await send(aPdf());
    const traces = await world.traces();
    const second = await send(aPdf());
    expect(second.text).toBe(first.text);
    expect((await send(aPdf('other'))).body.code).toBe('idempotency-key-reused');
    expect(await world.traces()).toEqual(traces);
  });

  it('of a requirement are listed with their freshness on the filing day', async () => {
    const { licenseId } = await openedLicense(all);
    const { filingId } = await must(
      all.officer.post(`/licenses/${licenseId}/filings`, { kind: 'new', plannedOn: '2027-01-15' }),
    );
    const path = filingPath(licenseId, filingId);
    const fields = { requirementId: 'social-security-proof', issuedOn: '2026-11-18' };
    await must(all.officer.upload(`${path}/materials`, fields, { name: 'a.pdf', bytes: aPdf() }));
    const { filingDay, requirements } = await must(all.officer.get(`${path}/requirements`));
    expect(filingDay).toBe('2027-01-15');
    const line = requirements.find(({ id }: { id: string }) => id === 'social-security-proof');
    expect(line).toMatchObject({
      stale: true,
      freshUntil: '2026-12-18',
      versions: 1,
      citation: { source: expect.any(String) },
    });
  });
});

describe('companies', () => {
  it('keep the names of persons encrypted, and show them to those who may read them', async () => {
    const body = companyWith(602);
    const { companyId } = await must(all.officer.post('/companies', body));
    const shown = await must(all.officer.get(`/companies/${companyId}`));
    expect(shown.facts.legalRepresentative.text).toBe(body.legalRepresentative);
    expect(shown.facts.shareholders[0].name.text).toBe('样例股东甲');
    const toAdmin = await must(all.admin.get(`/companies/${companyId}`));
    expect(JSON.stringify(toAdmin)).not.toContain('样例股东甲');
  });

  it('tell every license of a changed fact', async () => {
    const { companyId, licenseId } = await openedLicense(all);
    const other = await must(
      all.officer.post('/licenses', {
        companyId,
        serviceTypes: ['B24'],
        coverage: { kind: 'nationwide' },
        people: all.people,
      }),
    );
    const fact = {
      change: { kind: 'registered-capital', decidedOn: '2026-11-02', registeredOn: '2026-11-16' },
      facts: { registeredCapital: 12_000_000 },
    };
    const answer = await all.officer.post(`/companies/${companyId}/facts`, fact);
    expect(answer).toMatchObject({ status: 201, body: { seq: 2 } });
    expect(answer.body.licenses.sort()).toEqual([licenseId, other.licenseId].sort());
    for (const id of answer.body.licenses) {
      expect((await must(all.officer.get(`/licenses/${id}`))).company.registeredCapital).toBe(12_000_000);
    }
    expect((await must(all.officer.get(`/companies/${companyId}`))).facts.registeredCapital).toBe(12_000_000);
  });

  it('with the same code are one company', async () => {
    const body = companyWith(603);
    const key = randomUUID();
    const first = await must(all.officer.post('/companies', body, { key }));
    expect(await must(all.officer.post('/companies', body, { key }))).toEqual(first);
    const again = await all.officer.post('/companies', body);
    expect(again).toMatchObject({
      status: 409,
      body: { code: 'company-exists', pointer: '/uscc', details: { companyId: first.companyId } },
    });
  });

  it('whose shares do not add up are refused at once', async () => {
    const shareholders = [{ kind: 'company', name: 'A', percent: 60 }];
    const answer = await all.officer.post('/companies', { ...companyWith(604), shareholders });
    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'shareholders-do-not-add-up', pointer: '/shareholders' },
    });
  });
});

describe('planning', () => {
  it('says who decides, what stands in the way and which materials are needed', async () => {
    const body = await must(
      all.auditor.post(
        '/assessments',
        { company: sampleCompany, serviceTypes: ['B24'], coverage: { kind: 'nationwide' } },
        { key: null },
      ),
    );
    expect(body).toMatchObject({ authority: 'MIIT', capitalFloor: 10_000_000, capitalMet: false, eligible: false });
    expect(body.materials.length).toBeGreaterThan(5);
  });

  it('plays five years, with the days of slack', async () => {
    const question = {
      company: sampleCompany,
      serviceTypes: ['B24'],
      coverage: { kind: 'province', provinces: ['sh'] },
    };
    const body = await must(all.officer.post('/rehearsals', question, { key: null }));
    expect(body.notices.length).toBeGreaterThan(10);
    expect(body.duties.map(({ kind }: { kind: string }) => kind)).toEqual(
      expect.arrayContaining(['renewal', 'annual-report']),
    );
  });
});

describe('people and tokens', () => {
  it('are made by an administrator; the token is shown once and works', async () => {
    const key = randomUUID();
    const { personId } = await must(
      all.admin.post('/people', { name: '样例专员', mail: 'sample@example.com', language: 'zh' }, { key }),
    );
    expect(
      (await must(all.admin.post('/people', { name: '样例专员', mail: 'sample@example.com', language: 'zh' }, { key })))
        .personId,
    ).toBe(personId);
    const issued = await all.admin.post('/tokens', { personId, roles: ['auditor'] }, { key });
    expect(issued).toMatchObject({ status: 201, body: { token: expect.stringMatching(/^pz_[\w-]{43}$/) } });
    expect((await all.admin.post('/tokens', { personId, roles: ['auditor'] }, { key })).body.code).toBe(
      'token-already-shown',
    );
    expect((await world.stranger(issued.body.token).get('/licenses')).status).toBe(200);
    const { people } = await must(all.officer.get('/people'));
    expect(people).toContainEqual({
      id: personId,
      name: '样例专员',
      mail: 'sample@example.com',
      language: 'zh',
      active: true,
      failingSince: null,
      erasedAt: null,
    });
    const rows = await world.source.query('select name from paizhao.people where id = $1', [personId]);
    expect(rows[0].name.toString('utf8')).not.toContain('样例专员');
  });
});

describe('the portfolio', () => {
  it('comes page by page', async () => {
    const seen: string[] = [];
    for (let next: string | null = null, first = true; first || next; first = false) {
      const page = await must(all.auditor.get(`/licenses?limit=2${next ? `&after=${next}` : ''}`));
      seen.push(...page.licenses.map(({ licenseId }: { licenseId: string }) => licenseId));
      next = page.next;
    }
    expect(seen.length).toBe(new Set(seen).size);
    expect(seen.length).toBe((await world.traces()).snapshots);
  });
});
