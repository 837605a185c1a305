import { randomUUID } from 'node:crypto';
import { type Cast, cast, heldLicense, must, openedLicense } from '../support/api-story.js';
import { type ApiClient, ApiWorld } from '../support/api-world.js';
import { pdfText } from '../support/pdf-text.js';
import { fetchedFile, fetchedTable } from '../support/sheets.js';

jest.setTimeout(60_000);

let world: ApiWorld;
let all: Cast;
let held: { companyId: string; licenseId: string };
let opened: { companyId: string; licenseId: string };

beforeAll(async () => {
  world = await ApiWorld.create();
  all = await cast(world);
  held = await heldLicense(all);
  opened = await openedLicense(all);
});

afterAll(() => world.close());

/** Asks for an export and has it done. @returns the job's id */
async function exported(asked: object, by: ApiClient = all.auditor): Promise<string> {
  const { jobId } = await must(by.post('/exports', asked));
  await world.work();
  return jobId;
}

const idsIn = (rows: readonly (readonly unknown[])[]) => rows.slice(1).map((row) => row.at(-1));

describe('an export of the portfolio', () => {
  it.each(['csv', 'xlsx'])('as %s has the lines of the list, in its order, under headings', async (format) => {
    const jobId = await exported({ format, language: 'en' });
    const { rows } = await fetchedTable(all.auditor, jobId);
    expect(rows[0]?.slice(0, 3)).toEqual(['Company', 'USCC', 'Permit number']);
    expect(idsIn(rows)).toEqual([held.licenseId, opened.licenseId]);
    const job = await must(all.auditor.get(`/jobs/${jobId}`));
    expect(job).toMatchObject({ kind: 'export', state: 'done', done: 2, total: 2, outcome: { licenses: 2 } });
  });

  it('takes conditions, columns in their order, and words in Chinese', async () => {
    const columns = ['permitLastDay', 'status', 'authority', 'owner', 'slack'];
    const jobId = await exported({ format: 'csv', filter: { companyId: [held.companyId] }, columns });
    const { rows } = await fetchedTable(all.auditor, jobId);
    const { licenses } = await must(all.auditor.get(`/licenses?companyId=${held.companyId}`));
    const name = `名${all.people.owner.slice(0, 4)}`;
    expect(rows).toEqual([
      ['有效期至', '状态', '发证机关', '负责人', '剩余天数'],
      ['2028-03-14', '有效', '上海市通信管理局', name, String(licenses[0].slack)],
    ]);
  });

  it('tells the filings that are not over yet, in words', async () => {
    const { companyId, licenseId } = await heldLicense(all);
    const openFiling = (kind: string) => must(all.officer.post(`/licenses/${licenseId}/filings`, { kind }));
    const { filingId } = await openFiling('termination');
    const withdrawal = { withdrawnOn: '2026-11-20' };
    await must(all.officer.post(`/licenses/${licenseId}/filings/${filingId}/withdrawal`, withdrawal));
    const cellIn = async (language: string) => {
      const asked = { format: 'csv', language, filter: { companyId: [companyId] }, columns: ['filings'] };
      const [, row] = (await fetchedTable(all.auditor, await exported(asked))).rows;
      return String(row?.[0] ?? '')
        .split(/; |；/)
        .sort();
    };
    expect(await cellIn('zh')).toEqual(['']);
    await openFiling('reissue');
    await openFiling('change');
    expect(await cellIn('zh')).toEqual(['变更：准备中', '遗失补办：准备中']);
    expect(await cellIn('en')).toEqual(['change: draft', 'new paper for a lost one: draft']);
  });

  it('begins a CSV with the mark by which Excel knows UTF-8', async () => {
    const bytes = await fetchedFile(all.auditor, await exported({ format: 'csv' }));
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  });

  it('holds days as days, and names that look like formulas as texts', async () => {
    const own = await openedLicense(all);
    const facts = { facts: { name: '=1+1@evil' }, change: null };
    await must(all.officer.post(`/companies/${own.companyId}/facts`, facts));
    const filter = { companyId: [own.companyId] };
    const columns = ['companyName', 'statusOn'];
    const csv = await fetchedFile(all.auditor, await exported({ format: 'csv', filter, columns }));
    expect(csv.toString()).toContain("'=1+1@evil,2026-11-20");
    const xlsx = await fetchedTable(all.auditor, await exported({ format: 'xlsx', filter, columns }));
    expect(xlsx.rows[1]).toEqual(['=1+1@evil', { day: '2026-11-20' }]);
  });

  it('shows the conditions of a saved view, as they stand now', async () => {
    const view = { name: '样例', filter: { companyId: [opened.companyId] }, shared: true };
    const { viewId } = await must(all.officer.post('/views', view));
    const { rows } = await fetchedTable(all.auditor, await exported({ format: 'csv', viewId }));
    expect(idsIn(rows)).toEqual([opened.licenseId]);
    const key = randomUUID();
    const ofView = () => all.auditor.post(`/views/${viewId}/exports`, { format: 'csv' }, { key });
    const { jobId } = await must(ofView());
    await world.work();
    expect((await fetchedTable(all.auditor, jobId)).rows).toEqual(rows);
    await must(all.officer.put(`/views/${viewId}`, { ...view, shared: false }));
    const hidden = await all.auditor.post(`/views/${viewId}/exports`, { format: 'csv' });
    expect(hidden.body).toMatchObject({ status: 404, code: 'view-not-found' });
    expect(await must(ofView())).toEqual({ jobId });
    expect((await all.auditor.post('/exports', { format: 'csv', viewId })).body.code).toBe('view-not-found');
  });

  it('as PDF is a register in Chinese', async () => {
    const filter = { companyId: [held.companyId], slackTo: 10_000 };
    const text = pdfText(await fetchedFile(all.auditor, await exported({ format: 'pdf', filter })));
    const { permit, company, pins, people } = await must(all.officer.get(`/licenses/${held.licenseId}`));
    expect(text.split('\n')).toEqual([
      '增值电信业务经营许可证登记册',
      '截至日期：2026-11-20　　导出时间：2026-11-20 10:00（北京时间）　　共 1 件',
      `筛选条件：公司：${company.name}；剩余天数至 10000 天`,
      `规则与日历版本：${pins.pack} / ${pins.calendar}`,
      ...['序号', '公司名称', '统一社会信用代码', '许可证编号', '业务种类', '覆盖范围', '状态', '有效期至', '下一事项'],
      ...['法定期限', '安全日', '负责人'],
      ...['1', company.name, company.uscc, permit.number, 'B24, B22', '上海市', '有效', '2028-03-14', '续期申请'],
      ...['2027-12-15', '2027-12-15', `名${people.owner.slice(0, 4)}`],
      '截至 2026-11-20　·　第 1 页，共 1 页',
    ]);
  });

  it('as PDF names the company that was asked for where no license meets the conditions, if the asker may see it', async () => {
    const conditions = async (companyId: string, by: ApiClient) => {
      const jobId = await exported({ format: 'pdf', filter: { companyId: [companyId], ended: true } }, by);
      return /^筛选条件：公司：(.*)；已结束$/m.exec(pdfText(await fetchedFile(by, jobId)))?.[1];
    };
    const scope = { companies: [opened.companyId], licenses: [held.licenseId] };
    const { token } = await must(
      all.admin.post('/tokens', { integration: 'registers', roles: ['integration'], scope }),
    );
    const program = world.stranger(token);
    const name = async (companyId: string) => (await must(all.officer.get(`/companies/${companyId}`))).facts.name;
    expect(await conditions(held.companyId, all.auditor)).toBe(await name(held.companyId));
    expect(await conditions(opened.companyId, program)).toBe(await name(opened.companyId));
    expect(await conditions(held.companyId, program)).toBe(held.companyId);
  });

  it('keeps to the scope of whoever asks, and gives programs no names', async () => {
    const scope = { companies: [opened.companyId], licenses: [] };
    const { token } = await must(all.admin.post('/tokens', { integration: 'reports', roles: ['integration'], scope }));
    const program = world.stranger(token);
    const { rows } = await fetchedTable(
      program,
      await exported({ format: 'csv', columns: ['owner', 'licenseId'] }, program),
    );
    expect(rows.slice(1)).toEqual([[all.people.owner, opened.licenseId]]);
  });

  it('says of a simulated license that it is one, whatever columns were chosen', async () => {
    const own = await heldLicense(all);
    await must(all.admin.post(`/simulation/licenses/${own.licenseId}/skip`, { until: '2026-11-30' }));
    const asked = { format: 'csv', filter: { companyId: [own.companyId] }, columns: ['permitNumber'] };
    const { rows } = await fetchedTable(all.auditor, await exported(asked));
    expect(rows[0]).toEqual(['许可证编号', '模拟']);
    expect(rows[1]?.[1]).toBe('是');
  });

  it('is on the access record: who, which columns and conditions, how many; not what was looked for', async () => {
    const filter = { q: '样例呼叫', companyId: [held.companyId] };
    const jobId = await exported({ format: 'csv', filter, columns: ['permitNumber'] });
    const { records } = await must(all.admin.get('/access-records?day=2026-11-20&limit=500'));
    const record = (records as { jobId?: string }[]).find((each) => each.jobId === jobId);
    expect(record).toMatchObject({
      kind: 'exported',
      who: { kind: 'person' },
      format: 'csv',
      columns: ['permitNumber'],
      conditions: ['q', 'companyId'],
      viewId: null,
      licenses: 1,
    });
    expect(JSON.stringify(record)).not.toContain('样例');
  });

  it('is on it with why, and concerns the people whom the file names', async () => {
    const filter = { companyId: [held.companyId] };
    const why = { 'paizhao-reason': encodeURIComponent('样例：月报') };
    const recordOf = async (columns: string[]) => {
      const { jobId } = await must(all.auditor.post('/exports', { format: 'csv', filter, columns }, { headers: why }));
      await world.work();
      const { records } = await must(all.admin.get('/access-records?day=2026-11-20&limit=500'));
      return (records as { jobId?: string; people: string[] }[]).find((each) => each.jobId === jobId);
    };
    const named = await recordOf(['permitNumber', 'owner']);
    expect(named).toMatchObject({ reason: { text: '样例：月报' }, people: [all.people.owner] });
    expect(await recordOf(['permitNumber'])).toMatchObject({ people: [] });
    const { records } = await must(all.officer.get(`/people/${all.people.owner}/access-records`));
    expect(records).toContainEqual(
      expect.objectContaining({ kind: 'licenses-exported', details: expect.objectContaining({ format: 'csv' }) }),
    );
  });

  it.each([
    ['a format that is none', { format: 'doc' }, 'field-invalid', '/format'],
    ['a column that is none', { format: 'csv', columns: ['color'] }, 'field-invalid', '/columns/0'],
    ['a column twice', { format: 'csv', columns: ['owner', 'owner'] }, 'field-invalid', '/columns'],
    ['no column', { format: 'csv', columns: [] }, 'field-invalid', '/columns'],
    ['a condition that is none', { format: 'csv', filter: { color: 'red' } }, 'unknown-field', '/filter/color'],
    ['a view and conditions', { format: 'csv', viewId: randomUUID(), filter: { q: 'ab' } }, 'field-invalid', '/filter'],
    ['a view that is none', { format: 'csv', viewId: randomUUID() }, 'view-not-found', undefined],
  ])('is refused with %s', async (_, asked, code, pointer) => {
    const { body } = await all.auditor.post('/exports', asked);
    expect(body).toMatchObject({ code, ...(pointer === undefined ? {} : { pointer }) });
  });

  it('is refused where a page across cannot take the columns', async () => {
    const many = [
      'companyName',
      'uscc',
      'permitNumber',
      'serviceTypes',
      'coverage',
      'authority',
      'status',
      'statusOn',
      'permitLastDay',
      'duty',
      'dutyDate',
      'safeDay',
      'slack',
    ];
    expect((await all.auditor.post('/exports', { format: 'pdf', columns: many })).body).toMatchObject({
      status: 422,
      code: 'export-too-wide',
      pointer: '/columns',
    });
  });
});
