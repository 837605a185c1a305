import { randomUUID } from 'node:crypto';
import {
  aPdf,
  type Cast,
  cast,
  companyWith,
  heldLicense,
  must,
  openedLicense,
  sampleCompany,
} from '../support/api-story.js';
import { type ApiClient, ApiWorld } from '../support/api-world.js';
import { pdfText } from '../support/pdf-text.js';

jest.setTimeout(60_000);

let world: ApiWorld;
let all: Cast;

beforeAll(async () => {
  world = await ApiWorld.create();
  all = await cast(world);
});

afterAll(() => world.close());

const requirementId = 'business-license';

interface Draft {
  licenseId: string;
  companyId: string;
  path: string;
}

async function draft(rest: object = {}): Promise<Draft> {
  const { licenseId, companyId } = await openedLicense(all);
  const { filingId } = await must(all.officer.post(`/licenses/${licenseId}/filings`, { kind: 'new', ...rest }));
  return { licenseId, companyId, path: `/licenses/${licenseId}/filings/${filingId}` };
}

const supply = (path: string, fields: object, text = 'sample', client: ApiClient = all.officer) =>
  client.upload(
    `${path}/materials`,
    { requirementId, issuedOn: '2026-11-18', ...fields },
    { name: 'a.pdf', bytes: aPdf(text) },
  );

async function lineOf(path: string, id = requirementId, client: ApiClient = all.officer) {
  const { requirements } = await must(client.get(`${path}/requirements`));
  return requirements.find((line: { id: string }) => line.id === id);
}

describe('the checklist', () => {
  it('judges on the day that is planned, and has each version with why it was replaced', async () => {
    const { path } = await draft();
    await must(supply(path, { requirementId: 'social-security-proof', sealed: 'false' }));
    await must(all.officer.post(`${path}/plan`, { plannedOn: '2027-01-15' }));
    expect(await lineOf(path, 'social-security-proof')).toMatchObject({ stale: true, supplied: [{ sealed: false }] });
    const { code, pointer } = (await supply(path, { requirementId: 'social-security-proof' })).body;
    expect({ code, pointer }).toEqual({ code: 'replacement-reason-missing', pointer: '/reason' });
    await must(supply(path, { requirementId: 'social-security-proof', issuedOn: '2026-11-20', reason: '已过期' }));
    const { supplied } = await lineOf(path, 'social-security-proof');
    expect(supplied).toMatchObject([
      { version: 1, reason: null },
      { version: 2, reason: { text: '已过期' } },
    ]);
    const seenByAdmin = await lineOf(path, 'social-security-proof', all.admin);
    expect(seenByAdmin.supplied[1].reason).not.toHaveProperty('text');
    expect(await must(all.officer.get(`${path}/requirements`))).toMatchObject({
      filingDay: '2027-01-15',
      freshThrough: '2026-12-20',
    });
  });
});

describe('an original', () => {
  const handOver = (path: string, body: object) =>
    all.officer.post(`${path}/originals/${requirementId}/hand-over`, body);

  it('is with a person, shown at the window and back, and nobody’s name is on record', async () => {
    const { licenseId, path } = await draft();
    const holder = { person: all.people.deputy };
    await must(handOver(path, { holder, handedOverOn: '2026-11-16', dueBackOn: '2026-11-18' }));
    expect((await lineOf(path)).original).toMatchObject({ holder, dueBackOn: '2026-11-18', overdue: true });
    await must(all.officer.post(`${path}/originals/${requirementId}/showing`, { shownOn: '2026-11-19' }));
    await must(all.officer.post(`${path}/originals/${requirementId}/return`, { returnedOn: '2026-11-20' }));
    expect((await lineOf(path)).original).toMatchObject({
      shownOn: '2026-11-19',
      returnedOn: '2026-11-20',
      overdue: false,
    });
    const { originals } = await must(all.auditor.get(`/licenses/${licenseId}/originals`));
    expect(originals).toMatchObject([{ filingId: 'new-1', requirementId, returnedOn: '2026-11-20' }]);
    const { entries } = await must(all.auditor.get(`/licenses/${licenseId}/history`));
    expect(entries.at(-1).words.zh).toContain('收回');
  });

  it('is at a place that only those see who may read what people wrote', async () => {
    const { path } = await draft();
    await must(handOver(path, { holder: { place: '代办公司保险柜' }, handedOverOn: '2026-11-16' }));
    expect((await lineOf(path)).original.holder.place).toMatchObject({ text: '代办公司保险柜' });
    expect((await lineOf(path, requirementId, all.admin)).original.holder.place).not.toHaveProperty('text');
    const rows = await world.source.query(
      `select 1 from paizhao.ledger_events where position(convert_to('代办公司', 'UTF8') in body) > 0`,
    );
    expect(rows).toEqual([]);
  });

  it('is found among those of all licenses while it is out, what is due back first, within one’s scope', async () => {
    const { id: holder } = await world.person('officer');
    const handedOver = { holder: { person: holder }, handedOverOn: '2026-11-16' };
    const [late, later, undated] = [await draft(), await draft(), await draft()];
    await must(handOver(later.path, { ...handedOver, dueBackOn: '2026-12-01' }));
    await must(handOver(undated.path, handedOver));
    await must(handOver(late.path, { ...handedOver, dueBackOn: '2026-11-19' }));
    const listed = async (query = '', client = all.auditor) => must(client.get(`/originals?holder=${holder}${query}`));
    const { originals, next } = await listed('&limit=2');
    expect(originals).toMatchObject([
      { licenseId: late.licenseId, requirementId, personId: holder, dueBackOn: '2026-11-19', overdue: true },
      { licenseId: later.licenseId, dueBackOn: '2026-12-01', overdue: false },
    ]);
    const rest = await listed(`&limit=2&after=${next}`);
    expect(rest).toMatchObject({ originals: [{ licenseId: undated.licenseId, dueBackOn: null }], next: null });
    expect((await listed('&dueBy=2026-11-20')).originals).toHaveLength(1);
    const limited = await world.person('officer');
    const scope = { companies: [], licenses: [later.licenseId] };
    await must(all.admin.put(`/people/${limited.id}/access`, { roles: ['officer'], scope }));
    expect((await listed('', limited.client)).originals).toMatchObject([{ licenseId: later.licenseId }]);
    await must(all.officer.post(`${late.path}/originals/${requirementId}/return`, { returnedOn: '2026-11-20' }));
    expect((await listed()).originals).toMatchObject([
      { licenseId: later.licenseId },
      { licenseId: undated.licenseId },
    ]);
  });

  it.each([
    [
      'by nobody of the house',
      { holder: { person: randomUUID() }, handedOverOn: '2026-11-16' },
      422,
      'person-not-found',
    ],
    ['by nobody at all', { holder: {}, handedOverOn: '2026-11-16' }, 422, 'field-missing'],
    ['tomorrow', { holder: { place: '柜' }, handedOverOn: '2026-11-21' }, 422, 'date-in-future'],
  ])('is not taken %s, and leaves nothing behind', async (_what, body, status, code) => {
    const { path } = await draft();
    const before = await world.traces();
    const answer = await handOver(path, body);
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
    expect(await world.traces()).toEqual(before);
  });
});

describe('a document of the company', () => {
  async function twoLicenses() {
    const first = await draft();
    const { material } = await must(supply(first.path, { sealed: 'true' }, randomUUID()));
    const opening = {
      companyId: first.companyId,
      serviceTypes: ['B25'],
      coverage: { kind: 'province', provinces: ['sh'] },
    };
    const { licenseId } = await must(all.officer.post('/licenses', { ...opening, people: all.people }));
    const { filingId } = await must(all.officer.post(`/licenses/${licenseId}/filings`, { kind: 'new' }));
    const path = `/licenses/${licenseId}/filings/${filingId}`;
    return {
      first,
      second: { licenseId, path },
      material,
      from: { licenseId: first.licenseId, materialId: material.materialId },
    };
  }

  it('is supplied again for another license: the same bytes, stored once', async () => {
    const { second, material, from } = await twoLicenses();
    const { documents } = await must(all.officer.get(`${second.path}/documents`));
    expect(documents).toMatchObject([{ ...from, requirementId, sha256: material.sha256, sealed: true }]);
    const { storedFiles = 0, files = 0 } = await world.traces();
    const key = randomUUID();
    const answer = await all.officer.post(`${second.path}/materials/copies`, { requirementId, from }, { key });
    expect(answer.status).toBe(201);
    expect(await world.traces()).toMatchObject({ storedFiles, files: files + 1 });
    const { material: copy } = await lineOf(second.path);
    expect(copy).toMatchObject({ sha256: material.sha256, issuedOn: '2026-11-18', sealed: true, copyOf: from });
    expect(copy.materialId).not.toBe(material.materialId);
    const read = (at: string, id: string) => all.auditor.bytes(`${at}/materials/${id}/content`);
    expect((await read(second.path, copy.materialId)).bytes.toString()).toMatch(/^%PDF/);
    const again = await all.officer.post(`${second.path}/materials/copies`, { requirementId, from }, { key });
    expect(again.text).toBe(answer.text);
  });

  it('is not taken from another company, from outside the scope, or where there is none; all three alike', async () => {
    const { second, from } = await twoLicenses();
    const other = await draft();
    const { material: foreign } = await must(supply(other.path, {}, randomUUID()));
    const limited = await world.person('officer');
    await must(
      all.admin.put(`/people/${limited.id}/access`, {
        roles: ['officer'],
        scope: { companies: [], licenses: [second.licenseId] },
      }),
    );
    const before = await world.traces();
    const tried: [ApiClient, object][] = [
      [all.officer, { licenseId: other.licenseId, materialId: foreign.materialId }],
      [all.officer, { licenseId: from.licenseId, materialId: randomUUID() }],
      [all.officer, { licenseId: randomUUID(), materialId: from.materialId }],
      [limited.client, from],
    ];
    for (const [client, source] of tried) {
      const { status, body } = await client.post(`${second.path}/materials/copies`, { requirementId, from: source });
      expect({ status, code: body.code, detail: body.detail }).toEqual({
        status: 404,
        code: 'document-not-found',
        detail: 'no license of the company that you see has this document',
      });
    }
    expect(await must(limited.client.get(`${second.path}/documents`))).toEqual({ documents: [], next: null });
    expect(await world.traces()).toEqual(before);
  });

  it('is listed by license, and a list that was cut says where it goes on; what is out of scope is no part of it', async () => {
    const { first, second, from } = await twoLicenses();
    const [one = '', two = ''] = [first.licenseId, second.licenseId].sort();
    const listed = async (query: string, client = all.officer) =>
      must(client.get(`${second.path}/documents?licenses=1${query}`));
    const pages = [await listed(''), await listed(`&after=${one}`), await listed(`&after=${two}`)];
    expect(pages.map(({ next }) => next)).toEqual([one, null, null]);
    expect(pages.flatMap(({ documents }) => documents)).toMatchObject([from]);
    const limited = await world.person('officer');
    const scope = { companies: [], licenses: [second.licenseId] };
    await must(all.admin.put(`/people/${limited.id}/access`, { roles: ['officer'], scope }));
    expect(await listed('', limited.client)).toEqual({ documents: [], next: null });
  });

  it('is supplied to many filings at once, more than there are connections', async () => {
    const { second, from } = await twoLicenses();
    const reason = '同一文件';
    const copies = Array.from({ length: 24 }, () =>
      all.officer.post(`${second.path}/materials/copies`, { requirementId, from, reason }),
    );
    expect((await Promise.all(copies)).map(({ status }) => status)).toEqual(copies.map(() => 201));
    expect(await lineOf(second.path)).toMatchObject({ versions: copies.length });
  });

  it('answers to the rules like any other, and a refusal leaves nothing behind', async () => {
    const { second, from } = await twoLicenses();
    await must(all.officer.post(`${second.path}/materials/copies`, { requirementId, from }));
    const before = await world.traces();
    const copy = (body: object) =>
      all.officer.post(`${second.path}/materials/copies`, { requirementId, from, ...body });
    expect((await copy({})).body.code).toBe('replacement-reason-missing');
    expect((await copy({ requirementId: 'moon-rock' })).body.code).toBe('unknown-requirement');
    expect(await world.traces()).toEqual(before);
  });
});

describe('a draft', () => {
  it('is a PDF in Chinese from what is on record, the same bytes on the same day, with what it lacks', async () => {
    const { path } = await draft();
    const { drafts } = await must(all.officer.get(`${path}/drafts`));
    const form = drafts.find((line: { requirementId: string }) => line.requirementId === 'application-form');
    expect(form.missing.map(({ field }: { field: string }) => field)).toContain('contact');
    const [first, second] = [
      await all.officer.bytes(`${path}/drafts/application-form`),
      await all.officer.bytes(`${path}/drafts/application-form`),
    ];
    expect(first.headers.get('content-type')).toBe('application/pdf');
    expect(first.headers.get('draft-missing')).toContain('contact');
    expect(first.bytes.equals(second.bytes)).toBe(true);
    const text = pdfText(first.bytes);
    for (const part of ['草稿', sampleCompany.name, '上海市通信管理局：', '【待填：联系人】'])
      expect(text).toContain(part);
  });

  it('names the legal representative, of whom neither log nor ledger knows, and whom no program sees', async () => {
    const company = { ...companyWith(77_001), legalRepresentative: '欧阳样例' };
    const { companyId } = await must(all.officer.post('/companies', company));
    const opening = { companyId, serviceTypes: ['B24'], coverage: { kind: 'province', provinces: ['sh'] } };
    const { licenseId } = await must(all.officer.post('/licenses', { ...opening, people: all.people }));
    const { filingId } = await must(all.officer.post(`/licenses/${licenseId}/filings`, { kind: 'new' }));
    const path = `/licenses/${licenseId}/filings/${filingId}`;
    const { bytes } = await all.officer.bytes(`${path}/drafts/company-and-staff`);
    expect(pdfText(bytes)).toContain('欧阳样例');
    expect(world.log.join('\n')).not.toContain('欧阳');
    for (const address of ['drafts', 'drafts/company-and-staff', 'portal-form'])
      expect((await all.admin.get(`${path}/${address}`)).body.code).toBe('role-not-allowed');
  });

  it('says which characters the font lacks', async () => {
    const company = { ...companyWith(77_002), name: '上海𠮷样例有限公司' };
    const { companyId } = await must(all.officer.post('/companies', company));
    const opening = { companyId, serviceTypes: ['B24'], coverage: { kind: 'province', provinces: ['sh'] } };
    const { licenseId } = await must(all.officer.post('/licenses', { ...opening, people: all.people }));
    const { filingId } = await must(all.officer.post(`/licenses/${licenseId}/filings`, { kind: 'new' }));
    const draftPath = `/licenses/${licenseId}/filings/${filingId}/drafts/lawful-operation-commitment`;
    const { headers, bytes } = await all.officer.bytes(draftPath);
    expect(headers.get('draft-lacking-characters')).toBe('U+20BB7');
    expect(pdfText(bytes)).toContain('〓(U+20BB7)');
  });

  it('is not made of what is no letter or form', async () => {
    const { path } = await draft();
    const { status, body } = await all.officer.get(`${path}/drafts/credit-system-screenshots`);
    expect({ status, code: body.code }).toEqual({ status: 404, code: 'draft-not-available' });
    expect(body.details.available).toContain('application-form');
  });
});

describe('the form of the portal', () => {
  it('is filled in as far as is on record, and says of itself that it is not verified', async () => {
    const { path } = await draft();
    const form = await must(all.officer.get(`${path}/portal-form`));
    expect(form).toMatchObject({ kind: 'new', confidence: 'unverified' });
    const fields = form.sections.flatMap((section: { fields: object[] }) => section.fields);
    expect(fields).toContainEqual({
      id: 'company',
      label: { zh: '公司名称', en: 'Company name' },
      value: sampleCompany.name,
      source: 'company',
    });
    expect(form.missing).toContain('contactPhone');
  });

  it('begins with the permit where a filing is about one that is held', async () => {
    const { licenseId } = await heldLicense(all);
    const { filingId } = await must(all.officer.post(`/licenses/${licenseId}/filings`, { kind: 'change' }));
    const { sections } = await must(all.officer.get(`/licenses/${licenseId}/filings/${filingId}/portal-form`));
    expect(sections[0]).toMatchObject({
      id: 'permit',
      fields: [
        { id: 'permitNumber', value: expect.stringMatching(/^沪B2-/), source: 'permit' },
        { id: 'permitValidFrom', value: '2023-03-15' },
        { id: 'permitLastDay', value: '2028-03-14' },
      ],
    });
  });
});
