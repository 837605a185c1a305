import { randomUUID } from 'node:crypto';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { CommandRepository, ImportMatchRepository } from '../../libs/persistence/index.js';
import type { Cell } from '../../libs/sheets/index.js';
import { columnKeys } from '../../libs/sheets/permits/index.js';
import { companyWith } from '../stack/samples.js';
import { type Cast, cast, heldLicense, must } from '../support/api-story.js';
import { type Answer, type ApiClient, ApiWorld } from '../support/api-world.js';
import {
  fetchedFile,
  fetchedTable,
  numberFormatsIn,
  permitSheet,
  type SheetRow,
  sheetOf,
  textFormat,
} from '../support/sheets.js';

jest.setTimeout(60_000);

let world: ApiWorld;
let all: Cast;
let mail: string;
let numbers = 0;

beforeAll(async () => {
  world = await ApiWorld.create();
  all = await cast(world);
  mail = `${all.people.owner}@example.com`;
});

afterAll(() => world.close());

/** A permit of a company that nobody has registered yet. */
function aRow(over: SheetRow = {}): SheetRow {
  numbers += 1;
  return {
    uscc: companyWith(7000 + numbers).uscc,
    companyName: `样例导入（${numbers}）有限公司`,
    province: '上海市',
    registeredCapital: '1000万元',
    permitNumber: `沪B2-2021${String(numbers).padStart(4, '0')}`,
    serviceTypes: 'B24',
    coverage: '上海市',
    validFrom: { day: '2023-03-15' },
    printedLastDay: { day: '2028-03-14' },
    grantedOn: '2023年3月1日',
    opened: 'B24 2023-04-01',
    reportsFiled: '2024-2026',
    owner: mail,
    deputy: mail,
    manager: mail,
    ...over,
  };
}

interface Sending {
  trial?: boolean;
  format?: 'csv' | 'xlsx';
  language?: 'zh' | 'en';
  key?: string;
  fields?: Record<string, string>;
  by?: ApiClient;
}

async function send(rows: readonly SheetRow[], sending: Sending = {}): Promise<Answer> {
  const { trial = false, key = randomUUID(), fields = {}, by = all.officer, ...how } = sending;
  const file = await permitSheet(rows, how);
  return by.upload('/imports', { trial: String(trial), ...fields }, file, { key });
}

/** Imports a sheet, or tries it, to the end. */
async function imported(rows: readonly SheetRow[], sending: Sending = {}) {
  const { by = all.officer } = sending;
  const { jobId } = await must(send(rows, sending));
  await world.work();
  const job = await must(by.get(`/jobs/${jobId}`));
  const { findings, rows: outcomes } = await must(by.get(`/imports/${jobId}/findings`));
  return { jobId, job, findings, outcomes };
}

async function cancelled(licenseId: string): Promise<void> {
  await must(all.officer.post(`/licenses/${licenseId}/cancellation`, { cancelledOn: '2026-11-20', number: null }));
  expect(await must(all.officer.get(`/licenses/${licenseId}`))).toMatchObject({ status: 'cancelled', wakeUp: null });
}

/** The workbook with a text in the place of another one, which our own writer would not write. */
function withText(workbook: Buffer, from: string, to: string): Buffer {
  const files = unzipSync(workbook);
  const path = 'xl/worksheets/sheet1.xml';
  return Buffer.from(zipSync({ ...files, [path]: strToU8(strFromU8(files[path] ?? strToU8('')).replace(from, to)) }));
}

const codes = (findings: { cell: string | null; code: string | null }[]) =>
  findings.filter(({ code }) => code !== null).map(({ cell, code }) => [cell, code]);

describe('an import of a sheet', () => {
  it('puts permits on record, with their companies and their past, and tells nobody', async () => {
    const rows = [aRow(), aRow({ opened: null, reportsFiled: null })];
    const { job, outcomes } = await imported(rows);
    expect(job).toMatchObject({ state: 'done', done: 2, total: 2, outcome: { rows: 2, imported: 2, refused: 0 } });
    const [first, second] = outcomes as { outcome: string; licenseId: string }[];
    expect([first?.outcome, second?.outcome]).toEqual(['imported', 'imported']);
    const license = await must(all.officer.get(`/licenses/${first?.licenseId}`));
    expect(license).toMatchObject({
      status: 'valid',
      people: { owner: all.people.owner },
      permit: { number: rows[0]?.permitNumber },
      company: { name: rows[0]?.companyName, registeredCapital: 10_000_000, foreignShare: 0 },
      unknown: [],
    });
    const other = await must(all.officer.get(`/licenses/${second?.licenseId}`));
    expect(other.unknown).toEqual(expect.arrayContaining(['opened', 'reportsFiled']));
    const queued = await world.source.query(`select count(*)::int as n from paizhao.outbox where state = 'queued'`);
    expect(queued).toEqual([{ n: 0 }]);
  });

  it.each(['csv', 'xlsx'] as const)('takes %s, with headings of either language', async (format) => {
    for (const language of ['zh', 'en'] as const) {
      const { job } = await imported([aRow()], { format, language });
      expect(job.outcome).toMatchObject({ imported: 1, refused: 0 });
    }
  });

  it('says as a trial what it would do, and does nothing', async () => {
    const traces = await world.traces();
    const { job, outcomes } = await imported(
      [aRow(), aRow({ validFrom: '2030-01-01', printedLastDay: '2034-12-31' })],
      {
        trial: true,
      },
    );
    expect(job.outcome).toMatchObject({ rows: 2, new: 1, imported: 0, refused: 1 });
    expect(outcomes).toMatchObject([
      { row: 2, outcome: 'new', licenseId: null },
      { row: 3, outcome: 'refused' },
    ]);
    const after = await world.traces();
    expect({ ...after, commands: 0 }).toEqual({ ...traces, commands: 0 });
  });

  it('changes nothing when it is repeated, by another person and in other letters too', async () => {
    const row = aRow();
    const [first] = (await imported([row])).outcomes as { licenseId: string }[];
    const other = await world.person('officer');
    const traces = await world.traces();
    const wide = { ...row, permitNumber: String(row.permitNumber).replace('B2-', 'Ｂ２－').replace('沪', ' 沪') };
    const { jobId } = await must(send([wide], { by: other.client }));
    await world.work();
    const { rows } = await must(other.client.get(`/imports/${jobId}/findings`));
    expect(rows).toEqual([{ row: 2, outcome: 'on-record', licenseId: first?.licenseId }]);
    const { ledger_events, commands } = await world.traces();
    expect([ledger_events, commands]).toEqual([traces.ledger_events, (traces.commands ?? 0) + 1]);
  });

  it('sees to the workflows of all its licenses, those that an interrupted import had brought too', async () => {
    const row = aRow();
    const [first] = (await imported([row])).outcomes as { licenseId: string }[];
    world.toStart.length = 0;
    const [again] = (await imported([row])).outcomes as { licenseId: string }[];
    expect([again?.licenseId, world.toStart]).toEqual([first?.licenseId, [first?.licenseId]]);
  });

  it('finds the license that somebody registered by hand', async () => {
    const { companyId, licenseId } = await heldLicense(all);
    const { uscc } = await must(all.officer.get(`/companies/${companyId}`)).then((body) => body.facts ?? body);
    const { permit } = await must(all.officer.get(`/licenses/${licenseId}`));
    const { outcomes } = await imported([aRow({ uscc, permitNumber: permit.number, companyName: null })]);
    expect(outcomes).toEqual([{ row: 2, outcome: 'on-record', licenseId }]);
  });

  it('leaves a permit alone that was given up, however its license came and whoever sends it again', async () => {
    const { companyId, licenseId } = await heldLicense(all);
    const { uscc } = await must(all.officer.get(`/companies/${companyId}`)).then((body) => body.facts ?? body);
    const { permit } = await must(all.officer.get(`/licenses/${licenseId}`));
    const rows = [aRow({ uscc, permitNumber: permit.number }), aRow()];
    const [byHand, bySheet] = (await imported(rows)).outcomes as { licenseId: string }[];
    for (const each of [byHand, bySheet]) await cancelled(each?.licenseId ?? '');
    const other = await world.person('officer');
    const traces = await world.traces();
    const changed = rows.map((row) => ({ ...row, grantedOn: '2023-03-02' }));
    for (const trial of [true, false])
      for (const sent of [rows, changed])
        for (const by of [all.officer, other.client]) {
          const { job, findings, outcomes } = await imported(sent, { trial, by });
          expect(job.outcome).toMatchObject({ onRecord: 2, problems: 0, unusual: 2 });
          expect(codes(findings)).toEqual([
            ['H2', 'permit-of-ended-license'],
            ['H3', 'permit-of-ended-license'],
          ]);
          expect(outcomes).toEqual([
            { row: 2, outcome: 'on-record', licenseId },
            { row: 3, outcome: 'on-record', licenseId: bySheet?.licenseId },
          ]);
        }
    expect((await world.traces()).ledger_events).toBe(traces.ledger_events);
  });

  it('says of a permit whose license ended that nothing watches it', async () => {
    const row = aRow();
    const [first] = (await imported([row])).outcomes as { licenseId: string }[];
    expect(codes((await imported([row])).findings)).toEqual([]);
    await cancelled(first?.licenseId ?? '');
    const renewed = { ...row, validFrom: { day: '2026-11-21' }, printedLastDay: { day: '2031-11-20' } };
    const { jobId } = await imported([renewed]);
    const { findings } = await must(all.officer.get(`/imports/${jobId}/findings`, { 'accept-language': 'zh-CN' }));
    const detail = '该编号的许可证已结束，系统不再跟踪；如重新持有，请手工登记。';
    expect(findings).toContainEqual(
      expect.objectContaining({ cell: 'H2', level: 'unusual', code: 'permit-of-ended-license', detail, remedy: null }),
    );
    const [, returned] = (await fetchedTable(all.officer, jobId)).rows;
    expect(String(returned?.[19])).toContain('Permit number: The license of this permit has ended');
  });

  it('finds the license that holds a number now before one of the same company that ended', async () => {
    const row = aRow({ companyName: '样例重新取得有限公司' });
    const [first] = (await imported([row])).outcomes as { licenseId: string }[];
    await cancelled(first?.licenseId ?? '');
    const { companyId } = await must(all.officer.get(`/licenses/${first?.licenseId}`));
    const permit = {
      number: row.permitNumber,
      validFrom: '2026-11-20',
      printedLastDay: '2031-11-19',
      serviceTypes: ['B24'],
      coverage: { kind: 'province', provinces: ['sh'] },
    };
    const again = { companyId, people: all.people, permit, grantedOn: null, opened: [], reportsFiled: [] };
    const { licenseId } = await must(all.officer.post('/licenses/registrations', again));
    const { findings, outcomes } = await imported([row]);
    expect(outcomes).toEqual([{ row: 2, outcome: 'on-record', licenseId }]);
    expect(codes(findings)).toEqual([]);
  });

  it('lets another company have the number of a license that ended', async () => {
    const row = aRow({ companyName: '样例让出编号有限公司' });
    const [first] = (await imported([row])).outcomes as { licenseId: string }[];
    await cancelled(first?.licenseId ?? '');
    const { outcomes } = await imported([
      aRow({ permitNumber: row.permitNumber ?? null }),
      { ...row, permitNumber: 'B2-20239997', coverage: '全国' },
    ]);
    expect(outcomes).toMatchObject([{ outcome: 'imported' }, { outcome: 'imported' }]);
  });

  it('refuses a number that another company holds now, whoever had it before', async () => {
    const row = aRow({ companyName: '样例曾持有编号有限公司' });
    const [first] = (await imported([row])).outcomes as { licenseId: string }[];
    await cancelled(first?.licenseId ?? '');
    await imported([aRow({ permitNumber: row.permitNumber ?? null })]);
    for (const trial of [true, false]) {
      const { findings, outcomes } = await imported([row], { trial });
      expect(outcomes).toEqual([{ row: 2, outcome: 'refused', licenseId: null }]);
      expect(codes(findings)).toEqual([['H2', 'permit-of-another-company']]);
    }
  });

  it('makes one license of a permit that two people import at once', async () => {
    const row = aRow();
    const other = await world.person('officer');
    await must(send([row]));
    await must(send([row], { by: other.client }));
    await Promise.all([world.work(), world.work()]);
    const { licenses } = await must(all.auditor.get(`/licenses?q=${encodeURIComponent(String(row.permitNumber))}`));
    expect(licenses).toHaveLength(1);
  });

  it('lets one of two companies have a number that both bring in at the very same moment', async () => {
    const [rows, others] = [Array.from({ length: 10 }, () => aRow()), Array.from({ length: 10 }, () => aRow())];
    const numbersOf = rows.map(({ permitNumber }) => permitNumber as string);
    await must(send(rows));
    await must(send(others.map((row, i) => ({ ...row, permitNumber: numbersOf[i] ?? null })).reverse()));
    await Promise.all([world.work(), world.work()]);
    for (const number of numbersOf) {
      const { licenses } = await must(all.auditor.get(`/licenses?q=${encodeURIComponent(number)}`));
      expect(licenses).toHaveLength(1);
    }
  });

  it('stores one of two registrations of a number, until it is refused or an hour has passed', async () => {
    const { manager } = world.source;
    const matches = new ImportMatchRepository(manager);
    const register = (number: string) => {
      const [id, companyId] = [randomUUID(), randomUUID()];
      const body = { type: 'register-permit', validOn: '2026-11-20', data: { companyId, permit: { number } } };
      const asked = { subjectId: randomUUID(), principal: 'person:someone', fingerprint: id, body };
      return matches
        .storeUnlessHeld({ id, actor: { kind: 'person', id: 'someone' }, ...asked }, companyId, number)
        .then((stored) => (stored ? id : null));
    };
    const [one, two] = ['沪B2-20237001', ' 沪 ｂ2－20237001'] as const;
    const stored = (await Promise.all([register(one), register(two), register(one)])).flatMap((id) => id ?? []);
    expect(stored).toHaveLength(1);
    await new CommandRepository(manager).forget(stored[0] ?? '');
    const next = await register(two);
    expect([next, await register(one)]).toEqual([expect.any(String), null]);
    await manager.query(`update paizhao.commands set stored_at = stored_at - interval '61 minutes' where id = $1`, [
      next,
    ]);
    const last = await register(one);
    expect(last).toEqual(expect.any(String));
    for (const id of [next, last]) await new CommandRepository(manager).forget(id ?? '');
  });

  it('tells what became of its rows page by page', async () => {
    const rows = Array.from({ length: 5 }, (_, i) => aRow(i % 2 ? { printedLastDay: '2022-01-01' } : {}));
    const { jobId, findings, outcomes } = await imported(rows);
    const paged: { rows: object[]; findings: object[] }[] = [];
    for (let next: number | null = 0; next !== null; ) {
      const page = await must(all.officer.get(`/imports/${jobId}/findings?limit=2&after=${next}`));
      paged.push(page);
      next = page.next;
    }
    expect(paged.map((page) => page.rows.length)).toEqual([2, 2, 1]);
    expect(paged.flatMap((page) => page.rows)).toEqual(outcomes);
    expect(paged.flatMap((page) => page.findings)).toEqual(findings);
    expect(findings.length).toBeGreaterThan(0);
  });

  it('takes people from the form where a row names nobody', async () => {
    const nobody = { owner: null, deputy: null, manager: null };
    const { owner, deputy, manager } = all.people;
    const { job } = await imported([aRow(nobody)], { fields: { owner, deputy, manager } });
    expect(job.outcome).toMatchObject({ imported: 1 });
    const { findings } = await imported([aRow(nobody)], { trial: true });
    expect(codes(findings)).toEqual([
      ['P2', 'import-person-unknown'],
      ['Q2', 'import-person-unknown'],
      ['R2', 'import-person-unknown'],
    ]);
  });

  it('keeps out what is wrong, cell by cell, and lets the others in', async () => {
    const twice = aRow();
    const held = await heldLicense(all);
    const { permit } = await must(all.officer.get(`/licenses/${held.licenseId}`));
    const { job, findings, outcomes } = await imported([
      aRow({ uscc: '123', validFrom: 'soon', foreignShare: 0.5 }),
      twice,
      { ...twice, remark: 'again' },
      aRow({ companyName: null, registeredCapital: null }),
      aRow({ permitNumber: permit.number }),
      aRow({ owner: 'nobody@example.com' }),
      aRow({ printedLastDay: '2022-01-01' }),
      aRow({ opened: 'B25' }),
      aRow(),
    ]);
    expect(codes(findings)).toEqual([
      ['B2', 'invalid-uscc'],
      ['F2', 'cell-percent-ambiguous'],
      ['K2', 'invalid-date'],
      ['H4', 'import-repeated'],
      ['C5', 'import-company-incomplete'],
      ['E5', 'import-company-incomplete'],
      ['H6', 'permit-of-another-company'],
      ['P7', 'import-person-unknown'],
      ['L8', 'permit-end-before-start'],
      ['N9', 'service-type-not-permitted'],
    ]);
    expect(job.outcome).toMatchObject({ rows: 9, imported: 2, refused: 7 });
    expect((outcomes as { outcome: string }[]).map(({ outcome }) => outcome)).toEqual([
      'refused',
      'imported',
      ...Array.from({ length: 6 }, () => 'refused'),
      'imported',
    ]);
    const { licenses } = await must(all.auditor.get(`/licenses?q=${encodeURIComponent('样例导入')}&limit=200`));
    const names = (licenses as { companyName: string }[]).map(({ companyName }) => companyName);
    expect(new Set(names).size).toBe(names.length);
  });

  it('gives no number to two companies, however it is written and wherever it stands', async () => {
    const first = aRow();
    const wide = String(first.permitNumber).replace('B2-', ' Ｂ２－');
    const { findings, outcomes } = await imported([first, aRow({ permitNumber: wide })]);
    expect(codes(findings)).toEqual([['H3', 'permit-of-another-company']]);
    expect(outcomes).toMatchObject([{ outcome: 'imported' }, { outcome: 'refused' }]);
    const held = await heldLicense(all, { number: '沪 ｂ2-20239998' });
    const later = await imported([aRow({ permitNumber: '沪B2-20239998' })]);
    expect(codes(later.findings)).toEqual([['H2', 'permit-of-another-company']]);
    expect(held.licenseId).toBeDefined();
  });

  it.each(['‐', '‑', '–', '—', '−', '－'])(
    'takes the hyphen %s in a number on record for the plain one',
    async (hyphen) => {
      const place = '‐‑–—−－'.indexOf(hyphen);
      await heldLicense(all, { number: ` 沪B2${hyphen}2023888${place}` });
      const { findings } = await imported([aRow({ permitNumber: `沪B2-2023888${place}` })]);
      expect(codes(findings)).toEqual([['H2', 'permit-of-another-company']]);
    },
  );

  it('takes a character that nothing can hold for a fault of its cell, and lets the others in', async () => {
    const held = (text: Cell): string => `HERE${text}`;
    for (const column of ['companyName', 'permitNumber'] as const) {
      const bad = aRow();
      const rows = [aRow(), { ...bad, [column]: held(bad[column] ?? null) }, aRow()];
      for (const trial of [true, false]) {
        const { name, bytes } = await permitSheet(rows);
        const file = { name, bytes: withText(bytes, 'HERE', '_x0000_') };
        const { jobId } = await must(all.officer.upload('/imports', { trial: String(trial) }, file));
        await world.work();
        const job = await must(all.officer.get(`/jobs/${jobId}`));
        expect(job).toMatchObject({ state: 'done', outcome: { [trial ? 'new' : 'imported']: 2, refused: 1 } });
        const { findings } = await must(all.officer.get(`/imports/${jobId}/findings`));
        expect(codes(findings)).toEqual([[column === 'companyName' ? 'C3' : 'H3', 'text-not-storable']]);
      }
      const left = await world.source.query('select id from paizhao.companies where uscc = $1', [bad.uscc]);
      expect(left).toEqual([]);
    }
  });

  it('leaves no company behind for a row that the core refuses', async () => {
    const row = aRow({ printedLastDay: '2022-01-01' });
    await imported([row]);
    const found = await world.source.query('select id from paizhao.companies where uscc = $1', [row.uscc]);
    expect(found).toEqual([]);
  });

  it('is one job for a key, and another sheet under it is refused', async () => {
    const key = randomUUID();
    const row = aRow();
    const first = await must(send([row], { key, trial: true }));
    expect(await must(send([row], { key, trial: true }))).toEqual(first);
    expect((await send([aRow()], { key, trial: true })).body).toMatchObject({
      status: 422,
      code: 'idempotency-key-reused',
    });
    await world.work();
  });

  it('keeps mail addresses and names out of plain text, ledger and log', async () => {
    const secret = `geheim-${randomUUID()}@example.com`;
    await imported([aRow({ owner: secret })], { trial: true });
    const rows = await world.source.query(
      `select asked::text as text from paizhao.jobs union all select outcome::text from paizhao.jobs
        union all select body::text from paizhao.commands
        union all select convert_from(body, 'UTF8') from paizhao.ledger_events
        union all select encode(bytes, 'escape') from paizhao.job_pieces`,
    );
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(world.log.join()).not.toContain(secret);
  });
});

describe('the sheet that comes back', () => {
  it.each(['csv', 'xlsx'] as const)(
    'is the same %s, with what is wrong beside each row, and can be sent again',
    async (format) => {
      const wrong = aRow({ validFrom: 'soon' });
      const right = aRow();
      const { jobId } = await imported([wrong, right], { format, trial: true });
      const table = await fetchedTable(all.officer, jobId);
      expect(table.format).toBe(format);
      const [headings, first, second] = table.rows;
      expect(headings?.slice(-3)).toEqual(['Result', 'Problems', 'Read as']);
      expect(first?.[10]).toBe('soon');
      expect(String(first?.[19])).toContain('Valid from: ');
      expect(second?.slice(18, 20)).toEqual(['would be imported', null]);
      const corrected = table.rows.map((cells, row) =>
        cells.map((cell, column) => (row === 1 && column === 10 ? '2023-03-15' : cell)),
      );
      const again = await all.officer.upload(
        '/imports',
        { trial: 'false' },
        { name: 'x', bytes: await sheetOf(corrected, format) },
      );
      await world.work();
      const job = await must(all.officer.get(`/jobs/${again.body.jobId}`));
      expect(job.outcome).toMatchObject({ imported: 2, refused: 0 });
    },
  );

  it('speaks Chinese to whoever asks for it', async () => {
    const { jobId } = await imported([aRow({ validFrom: 'soon' })], { trial: true });
    const { findings } = await must(all.officer.get(`/imports/${jobId}/findings`, { 'accept-language': 'zh-CN' }));
    expect(findings).toEqual(
      expect.arrayContaining([
        {
          row: 2,
          cell: 'K2',
          column: '有效期自',
          code: 'invalid-date',
          level: 'problem',
          detail: expect.stringContaining('“soon”'),
          remedy: expect.stringMatching(/[\u4e00-\u9fff]/),
        },
      ]),
    );
  });

  it.each([true, false])('says what looks unusual and lets it in (trial: %s)', async (trial) => {
    const rows = [
      aRow({ permitNumber: `粤B1-2021${7000 + ++numbers}` }),
      aRow({ printedLastDay: '2028-12-31' }),
      aRow(),
    ];
    const { job, jobId } = await imported(rows, { trial });
    expect(job.outcome).toMatchObject({ [trial ? 'new' : 'imported']: 3, problems: 0, unusual: 3 });
    const { findings } = await must(all.officer.get(`/imports/${jobId}/findings`, { 'accept-language': 'zh-CN' }));
    const unusual = (findings as { level: string; cell: string; code: string; detail: string }[]).filter(
      ({ level }) => level === 'unusual',
    );
    expect(unusual.map(({ cell, code, detail }) => [cell, code, detail])).toEqual([
      ['H2', 'number-of-another-authority', '编号前缀属于另一主管部门。'],
      ['H2', 'number-of-another-class', '编号中的业务类别与业务种类不符。'],
      ['L3', 'permit-end-differs', '证载有效期届满日与推算的不一致，由审批人决定。'],
    ]);
    const [, first, , last] = (await fetchedTable(all.officer, jobId)).rows;
    expect(String(first?.[19])).toContain('Permit number: The prefix of the number is that of another authority.');
    expect(last?.[19]).toBeNull();
  });

  it('says how it read what shows something else', async () => {
    const { findings } = await imported([aRow()], { trial: true });
    expect(findings).toContainEqual({
      row: 2,
      cell: 'M2',
      column: 'Granted on',
      code: null,
      level: 'reading',
      detail: '2023-03-01',
      remedy: null,
    });
  });
});

describe('the template', () => {
  it.each(['csv', 'xlsx'] as const)('of %s can be filled in as it is', async (format) => {
    for (const language of ['zh', 'en']) {
      const { status, headers, bytes } = await all.officer.bytes(
        `/imports/template?format=${format}&language=${language}`,
      );
      expect([status, headers.get('content-disposition')]).toEqual([
        200,
        `attachment; filename="paizhao-import.${format}"`,
      ]);
      const refused = await all.officer.upload('/imports', {}, { name: 'x', bytes });
      expect(refused.body).toMatchObject({ status: 422, code: 'sheet-empty' });
    }
  });
});

describe('a workbook to fill in', () => {
  it('leaves codes and days as they are typed, as the template and as what comes back', async () => {
    const template = await all.officer.bytes('/imports/template?format=xlsx');
    const texts = columnKeys.map(() => textFormat);
    expect(numberFormatsIn(template.bytes).columns).toEqual(texts);
    const { jobId, findings } = await imported([aRow({ uscc: 914403001922038000 })], { trial: true });
    expect(codes(findings)).toEqual([['B2', 'cell-digits-lost']]);
    const { columns, cells } = numberFormatsIn(await fetchedFile(all.officer, jobId));
    expect([columns, cells.B2]).toEqual([[...texts, '0', '0', '0'], textFormat]);
  });
});

describe('a sheet is refused as a whole', () => {
  it.each<[string, string, () => Buffer | Promise<Buffer>]>([
    ['that is no sheet', 'sheet-unreadable', () => Buffer.from('%PDF-1.4\0\n')],
    ['without the headings', 'sheet-headings-wrong', () => sheetOf([['a', 'b']], 'xlsx')],
    ['of a million rows', 'sheet-too-large', () => Buffer.from('a,b\n'.repeat(1_000_000))],
    ['of eleven megabytes', 'sheet-too-large', () => Buffer.alloc(11 * 1_048_576, 'a')],
  ])('%s: %s', async (_, code, bytes) => {
    const traces = await world.traces();
    const { body } = await all.officer.upload('/imports', {}, { name: 'x', bytes: await bytes() });
    expect(body).toMatchObject({ status: 422, code, pointer: '/file' });
    expect(await world.traces()).toEqual(traces);
  });

  it.each([
    ['no file', {}, null, 'file-missing'],
    ['a field that is none', { color: 'red' }, Buffer.from('a'), 'unknown-field'],
    ['a person who is no id', { owner: 'me' }, Buffer.from('a'), 'field-invalid'],
  ])('with %s', async (_, fields, bytes, code) => {
    const { body } = await all.officer.upload('/imports', fields as never, bytes && { name: 'x', bytes });
    expect(body).toMatchObject({ status: 422, code });
  });
});

it('gives a workbook in which nothing is a formula', async () => {
  const { jobId } = await imported([aRow({ remark: '=HYPERLINK("http://x")', companyName: '=1+1' })], { trial: true });
  const bytes = await fetchedFile(all.officer, jobId);
  expect(bytes.subarray(0, 2).toString()).toBe('PK');
  expect((await fetchedTable(all.officer, jobId)).rows[1]?.[0]).toBe('=HYPERLINK("http://x")');
});
