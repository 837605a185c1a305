import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { meets } from '../../apps/api/as-of/list-line.js';
import { append, lockHead } from '../../libs/ledger/index.js';
import {
  createDataSource,
  type PortfolioAsking,
  PortfolioFiguresRepository,
  type PortfolioFilter,
  type PortfolioLine,
  PortfolioRepository,
} from '../../libs/persistence/index.js';
import { aLine, insertLines, type SampleLine } from '../support/portfolio-lines.js';
import { type TestDatabase, testDatabase } from '../support/stack.js';

jest.setTimeout(120_000);

let database: TestDatabase;
let source: DataSource;
let portfolio: PortfolioRepository;

beforeAll(async () => {
  database = await testDatabase();
  source = await createDataSource({ url: database.appUrl }).initialize();
  portfolio = new PortfolioRepository(source.manager);
});

beforeEach(() => source.query('delete from paizhao.license_view; delete from paizhao.companies'));

afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const asking: PortfolioAsking = { today: '2026-11-20', scopes: [] };

const idsOf = (lines: readonly { licenseId: string }[]) => lines.map(({ licenseId }) => licenseId);

const found = async (filter: PortfolioFilter, asked: Partial<PortfolioAsking> = {}) =>
  idsOf(await portfolio.page({ filter, after: null, limit: 500 }, { ...asking, ...asked }));

const slack = ({ safeDay, nextDate }: SampleLine) => safeDay ?? nextDate ?? '9999-12-31';
const days = (line: SampleLine) => (Date.parse(slack(line)) - Date.parse(asking.today)) / 86_400_000;

/** Which lines the conditions mean in a list of the past, by their ids. */
const metThen = (lines: readonly SampleLine[], filter: PortfolioFilter): string[] =>
  idsOf(lines.filter((line) => meets({ ...line, slack: line.nextDate === null ? null : days(line) }, filter))).sort();

/** Which lines a filter means, and in which order, said once more in plain words. */
function meant(lines: readonly SampleLine[], filter: PortfolioFilter): string[] {
  const isDue = ({ nextDate }: SampleLine) => nextDate !== null;
  const fits = (line: SampleLine) =>
    (filter.companyId?.includes(line.companyId) ?? true) &&
    (filter.status?.includes(line.status) ?? true) &&
    (filter.authority?.includes(line.authority) ?? true) &&
    (filter.serviceType?.some((type) => line.serviceTypes.includes(type)) ?? true) &&
    (filter.owner === undefined || line.owner === filter.owner) &&
    (filter.person === undefined || [line.owner, line.deputy, line.manager].includes(filter.person)) &&
    (filter.needsAttention ?? line.needsAttention) === line.needsAttention &&
    (filter.ended ?? line.ended) === line.ended &&
    (filter.dueFrom === undefined || (isDue(line) && (line.nextDate as string) >= filter.dueFrom)) &&
    (filter.dueBy === undefined || (isDue(line) && (line.nextDate as string) <= filter.dueBy)) &&
    (filter.slackFrom === undefined || (isDue(line) && days(line) >= filter.slackFrom)) &&
    (filter.slackTo === undefined || (isDue(line) && days(line) <= filter.slackTo)) &&
    (filter.q === undefined || searched(line).some((text) => text.includes(form(filter.q as string))));
  const place = (line: SampleLine) => `${slack(line)} ${line.licenseId}`;
  return idsOf(lines.filter(fits).sort((a, b) => (place(a) < place(b) ? -1 : 1)));
}

const form = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
const searched = ({ companyName, permitNumber, uscc }: SampleLine) => [companyName, permitNumber ?? '', uscc].map(form);

const [alice, bob, carol] = [randomUUID(), randomUUID(), randomUUID()] as const;
const [east, west] = [randomUUID(), randomUUID()] as const;
const duty = (nextDate: string, safeDay: string | null = nextDate) => ({ nextDate, safeDay });

describe('a list of licenses', () => {
  const lines = [
    aLine({ companyId: east, owner: alice, ...duty('2026-12-06', '2026-12-04') }),
    aLine({ companyId: east, status: 'renewal-due', deputy: alice, ...duty('2026-11-20') }),
    aLine({ companyId: west, authority: 'MIIT', serviceTypes: ['B21', 'B24'], manager: alice }),
    aLine({ companyId: west, authority: 'gd', serviceTypes: ['B25'], owner: bob, ...duty('2026-11-02', '2026-10-30') }),
    aLine({ status: 'window-missed', needsAttention: true, ...duty('2026-11-19') }),
    aLine({ status: 'closed', ended: true }),
    aLine({ status: 'revoked', ended: true, owner: carol, ...duty('2027-01-04', '2026-12-31') }),
  ];

  it.each<[string, PortfolioFilter, number]>([
    ['nothing: all', {}, 7],
    ['a company', { companyId: [east] }, 2],
    ['several companies', { companyId: [east, west] }, 4],
    ['a status', { status: ['renewal-due'] }, 1],
    ['several states', { status: ['renewal-due', 'closed'] }, 2],
    ['an authority', { authority: ['MIIT'] }, 1],
    ['a service type among others', { serviceType: ['B21'] }, 1],
    ['any of two service types', { serviceType: ['B21', 'B25'] }, 2],
    ['an owner', { owner: alice }, 1],
    ['a person in any role', { person: alice }, 3],
    ['what needs attention', { needsAttention: true }, 1],
    ['what needs none', { needsAttention: false }, 6],
    ['what has ended', { ended: true }, 2],
    ['what has not', { ended: false }, 5],
    ['a first due day', { dueFrom: '2026-12-06' }, 2],
    ['a last due day', { dueBy: '2026-11-20' }, 3],
    ['a due window', { dueFrom: '2026-11-19', dueBy: '2026-12-06' }, 3],
    ['slack that has run out', { slackTo: -1 }, 2],
    ['slack of today', { slackFrom: 0, slackTo: 0 }, 1],
    ['slack of two weeks and more', { slackFrom: 14 }, 2],
    ['several conditions', { companyId: [east], owner: alice, slackTo: 30 }, 1],
    ['conditions that none meets', { companyId: [east], authority: ['gd'] }, 0],
  ])('by %s', async (_, filter, count) => {
    await insertLines(source, lines);
    const ids = await found(filter);
    expect(ids).toEqual(meant(lines, filter));
    expect(ids).toHaveLength(count);
    expect(metThen(lines, filter)).toEqual([...ids].sort());
  });

  it('leaves out what the scope of the caller does not hold', async () => {
    await insertLines(source, lines);
    const scope = { companies: [west], licenses: [lines[0]?.licenseId as string] };
    expect(await found({}, { scopes: [scope] })).toEqual(meant([...lines.slice(0, 1), ...lines.slice(2, 4)], {}));
    expect(await found({ companyId: [east] }, { scopes: [scope] })).toEqual([lines[0]?.licenseId]);
    expect(await found({}, { scopes: [scope, { companies: [west], licenses: [] }] })).toEqual(
      meant(lines.slice(2, 4), {}),
    );
    expect(await found({}, { scopes: [{ companies: [], licenses: [] }] })).toEqual([]);
  });

  it('is what the filter means, whatever the licenses are', async () => {
    const day = fc
      .integer({ min: 0, max: 40 })
      .map((n) => new Date(Date.UTC(2026, 10, 1 + n)).toISOString().slice(0, 10));
    const person = fc.constantFrom(alice, bob, carol);
    const some = <T>(...values: T[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 });
    const lineOf = fc
      .record({
        companyId: fc.constantFrom(east, west),
        ...{ owner: person, deputy: person, manager: person, needsAttention: fc.boolean(), ended: fc.boolean() },
        status: fc.constantFrom('valid' as const, 'renewal-due' as const, 'expired' as const),
        authority: fc.constantFrom('MIIT', 'sh', 'gd'),
        serviceTypes: some('B21', 'B24', 'B25'),
        nextDate: fc.option(day),
        rest: fc.option(fc.integer({ min: 0, max: 9 })),
      })
      .map(({ rest, ...line }) => {
        const safe = line.nextDate !== null && rest !== null;
        const ms = Date.parse(line.nextDate ?? '') - (rest ?? 0) * 86_400_000;
        return aLine({ ...line, safeDay: safe ? new Date(ms).toISOString().slice(0, 10) : null });
      });
    const filterOf: fc.Arbitrary<PortfolioFilter> = fc.record(
      {
        companyId: some(east, west),
        status: some('valid' as const, 'expired' as const),
        authority: some('MIIT', 'sh'),
        serviceType: some('B21', 'B25'),
        ...{ owner: person, person, needsAttention: fc.boolean(), ended: fc.boolean(), dueFrom: day, dueBy: day },
        slackFrom: fc.integer({ min: -20, max: 20 }),
        slackTo: fc.integer({ min: -20, max: 20 }),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(lineOf, { maxLength: 40 }),
        fc.array(filterOf, { maxLength: 8 }),
        async (some, filters) => {
          await source.query('delete from paizhao.license_view');
          await insertLines(source, some);
          for (const filter of filters) {
            const expected = meant(some, filter);
            expect(await found(filter)).toEqual(expected);
            expect(metThen(some, filter)).toEqual([...expected].sort());
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('pages', () => {
  const dayOf = (n: number | null) => (n === null ? {} : duty(`2027-01-${String(n).padStart(2, '0')}`));
  const many = fc.array(
    fc.option(fc.integer({ min: 1, max: 6 })).map((n) => aLine(dayOf(n))),
    { maxLength: 12 },
  );

  it('lose and double nothing of what was there throughout, whatever comes and goes between them', async () => {
    const stories = fc.record({
      first: many,
      limit: fc.integer({ min: 1, max: 5 }),
      later: fc.array(many, { maxLength: 6 }),
    });
    await fc.assert(
      fc.asyncProperty(stories, fc.infiniteStream(fc.boolean()), async ({ first, limit, later }, goes) => {
        await source.query('delete from paizhao.license_view');
        await insertLines(source, first);
        const seen: string[] = [];
        const gone = new Set<string>();
        let after: Parameters<PortfolioRepository['page']>[0]['after'] = null;
        for (const meanwhile = [...later]; ; ) {
          const page: PortfolioLine[] = await portfolio.page({ filter: {}, after, limit }, asking);
          seen.push(...idsOf(page));
          const last = page.at(-1);
          if (!last) break;
          after = { slackDay: last.safeDay ?? last.nextDate, licenseId: last.licenseId };
          await insertLines(source, meanwhile.shift() ?? []);
          const leaver = first.find(({ licenseId }) => !gone.has(licenseId) && goes.next().value === true);
          if (leaver) {
            gone.add(leaver.licenseId);
            await source.query('delete from paizhao.license_view where license_id = $1', [leaver.licenseId]);
          }
        }
        expect(new Set(seen).size).toBe(seen.length);
        const stayed = first.filter(({ licenseId }) => !gone.has(licenseId));
        expect(seen.filter((id) => stayed.some(({ licenseId }) => licenseId === id))).toEqual(meant(stayed, {}));
      }),
      { numRuns: 25 },
    );
  });
});

describe('search', () => {
  const lines = [
    aLine({ companyName: '样例呼叫中心（上海）有限公司', uscc: '91310000MA1K000019', permitNumber: '沪B2-20261234' }),
    aLine({ companyName: 'Sample  Telecom Ｃo., Ltd.', uscc: '91440000MA5E000027', permitNumber: 'B2-20250007' }),
    aLine({ companyName: '百分%百_下划线\\反斜线公司' }),
    aLine({ companyName: '𠮷田样例𡈽地公司' }),
    aLine({ companyName: '呼叫甲中心乙' }),
  ];
  const [shanghai, english, odd, rare, apart] = lines.map(({ licenseId }) => licenseId) as [
    string,
    string,
    string,
    string,
    string,
  ];

  it.each<[string, string, string[]]>([
    ['two Chinese characters', '呼叫', [shanghai, apart]],
    ['characters in a row only', '呼叫中心', [shanghai]],
    ['brackets in another width', '(上海)', [shanghai]],
    ['letters in another case', 'SAMPLE tele', [english]],
    ['letters in another width', 'ｓａｍｐｌｅ　ｔｅｌｅｃｏｍ co', [english]],
    ['a permit number', '20261234', [shanghai]],
    ['a permit number with its province', '沪b2', [shanghai]],
    ['what two permit numbers share', 'B2-202', [shanghai, english]],
    ['a social credit code, in small letters', 'ma1k0000', [shanghai]],
    ['a percent sign as itself', '分%百', [odd]],
    ['no wildcard', '样例%中心', []],
    ['an underline as itself', '百_', [odd]],
    ['no wildcard for one', '呼_中', []],
    ['a backslash as itself', '\\反', [odd]],
    ['characters beyond the basic plane', '𠮷田', [rare]],
    ['nothing across two texts', '公司91', []],
    ['a quote as itself', `'; drop`, []],
  ])('finds %s', async (_, q, ids) => {
    await insertLines(source, lines);
    expect((await found({ q })).sort()).toEqual([...ids].sort());
    expect(metThen(lines, { q })).toEqual([...ids].sort());
  });

  it('finds what a plain look through all names finds', async () => {
    const characters = fc.constantFrom(...'样例通信网络上海AaBbＡ１1%_\\（( '.split(''));
    const text = (minLength: number, maxLength: number) =>
      fc.array(characters, { minLength, maxLength }).map((each) => each.join(''));
    const lineOf = fc
      .record({ companyName: text(0, 12), permitNumber: fc.option(text(0, 8)) })
      .map((each) => aLine({ ...each, companyId: randomUUID() }));
    const fragments = fc.array(
      text(2, 4).filter((q) => [...form(q)].length >= 2),
      { minLength: 1, maxLength: 10 },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(lineOf, { maxLength: 30 }), fragments, async (some, asked) => {
        await source.query('delete from paizhao.license_view; delete from paizhao.companies');
        await insertLines(source, some);
        for (const q of asked) expect(await found({ q })).toEqual(meant(some, { q }));
      }),
      { numRuns: 25 },
    );
  });

  it('follows a name and a permit number that change', async () => {
    const line = aLine({ companyName: '旧名称公司' });
    await insertLines(source, [line]);
    await source.query(`update paizhao.license_view set company_name = '新名称公司', permit_number = '沪B2-1'`);
    expect(await found({ q: '旧名' })).toEqual([]);
    expect(await found({ q: '新名' })).toEqual([line.licenseId]);
    expect(await found({ q: 'B2-1' })).toEqual([line.licenseId]);
  });
});

describe('figures', () => {
  const lines = [
    aLine({ companyId: east, ...duty('2026-11-19', '2026-11-19') }),
    aLine({ companyId: east, ...duty('2026-11-21', '2026-11-20') }),
    aLine({ companyId: east, status: 'renewal-due', needsAttention: true, ...duty('2026-12-20', '2026-12-18') }),
    aLine({ companyId: west, status: 'renewal-due', ...duty('2027-02-18') }),
    aLine({ companyId: west, status: 'closed', ended: true }),
  ];
  const figures = (filter: PortfolioFilter = {}, asked: Partial<PortfolioAsking> = {}) =>
    new PortfolioFiguresRepository(source.manager).figures(filter, { ...asking, ...asked });
  const companies = (after: { day: string | null; companyId: string } | null, limit = 10) =>
    new PortfolioFiguresRepository(source.manager).companies({ filter: {}, after, limit }, asking);

  /** Entries of a license, each of a type and of the day on which it was true. */
  const happened = ({ licenseId }: SampleLine, ...entries: readonly (readonly [type: string, validOn: string])[]) =>
    source.transaction(async (manager) => {
      const stream = `license/${licenseId}`;
      const head = await lockHead(manager, stream);
      const actor = { kind: 'person', id: alice } as const;
      const told = entries.map(([type, validOn]) => ({
        type,
        validOn,
        actor,
        commandId: randomUUID(),
        v: 1,
        data: {},
      }));
      await append(manager, stream, head, '2026-11-20T02:00:00.000Z', told);
    });

  beforeEach(() => insertLines(source, lines));

  it('count by status and by what comes due: what has passed is overdue and no longer to come', async () => {
    const none = { overdue: 0, in7Days: 0, in30Days: 0, in90Days: 0 };
    expect(await figures()).toMatchObject({
      byStatus: [
        { status: 'closed', licenses: 1, ...none },
        { status: 'renewal-due', licenses: 2, ...none, in30Days: 1, in90Days: 2 },
        { status: 'valid', licenses: 2, overdue: 1, in7Days: 1, in30Days: 1, in90Days: 1 },
      ],
      needsAttention: 1,
      ended: 1,
      simulated: 0,
    });
  });

  it('are those of the licenses that meet the conditions, and that the scope holds', async () => {
    expect((await figures({ status: ['closed'] })).byStatus.map(({ status }) => status)).toEqual(['closed']);
    const scopes = [{ companies: [west], licenses: [] }];
    expect(await figures({}, { scopes })).toMatchObject({ needsAttention: 0, ended: 1 });
    expect((await figures({}, { scopes })).trend.at(-1)).toMatchObject({ month: '2026-11', opened: 2 });
  });

  it('tell twelve months, the empty ones too, and nothing of before a given day', async () => {
    await source.query(`update paizhao.license_view set opened_on = '2025-12-31' where ended`);
    await source.query(`update paizhao.license_view set opened_on = '2025-11-30' where needs_attention`);
    const { trend } = await figures();
    expect(trend.map(({ month, opened }) => [month, opened])).toEqual([
      ['2025-12', 1],
      ...Array.from({ length: 10 }, (_, i) => [`2026-${String(i + 1).padStart(2, '0')}`, 0]),
      ['2026-11', 3],
    ]);
    const since = (await figures({}, { from: '2026-01-01' })).trend;
    expect(since.map(({ month, opened }) => [month, opened])).toEqual([
      ['2025-12', 0],
      ...trend.slice(1).map(({ month, opened }) => [month, opened]),
    ]);
  });

  it('count a license once, however many answers an authority owes on it', async () => {
    const [one, two, three] = lines as [SampleLine, SampleLine, SampleLine];
    await source.query(
      `insert into paizhao.obligation_view (license_id, obligation_id, kind, duty, opened_on, date, paused)
       select i::uuid, o, 'review', w, date '2026-10-01', d::date, false
         from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as v (i, o, w, d)`,
      [
        [one, one, one, two, two, three].map(({ licenseId }) => licenseId),
        ['review:1', 'review:2', 'review:3', 'review:1', 'review:2', 'renewal:1'],
        ['authority', 'authority', 'authority', 'authority', 'authority', 'company'],
        ['2026-11-19', '2026-11-18', '2027-01-04', '2026-11-20', null, '2026-11-01'],
      ],
    );
    expect((await figures()).waiting).toEqual({ licenses: 2, late: 1 });
    expect((await figures({ status: ['valid'] })).waiting).toEqual({ licenses: 2, late: 1 });
    const scopes = [{ companies: [], licenses: [two.licenseId, three.licenseId] }];
    expect((await figures({}, { scopes })).waiting).toEqual({ licenses: 1, late: 0 });
  });

  it('tell what happened to the licenses that meet the conditions, by the days on which it did', async () => {
    const [one, two] = lines as [SampleLine, SampleLine];
    await happened(one, ['filing-submitted', '2025-11-30'], ['filing-submitted', '2025-12-01']);
    await happened(one, ['correction-requested', '2026-11-02'], ['permit-issued', '2026-11-20']);
    await happened(
      two,
      ['filing-submitted', '2026-11-03'],
      ['permit-renewed', '2026-11-21'],
      ['notice-due', '2026-11-04'],
    );
    const told = async (...asked: Parameters<typeof figures>) => {
      const { trend } = await figures(...asked);
      return trend.map(({ submitted, corrections, issued }) => [submitted, corrections, issued].join(' '));
    };
    const between = Array.from({ length: 10 }, () => '0 0 0');
    expect(await told()).toEqual(['1 0 0', ...between, '1 1 1']);
    expect(await told({ companyId: [east] })).toEqual(['1 0 0', ...between, '1 1 1']);
    expect(await told({ companyId: [west] })).toEqual(['0 0 0', ...between, '0 0 0']);
    const scopes = [{ companies: [], licenses: [two.licenseId] }];
    expect(await told({}, { scopes })).toEqual(['0 0 0', ...between, '1 0 0']);
    expect(await told({}, { from: '2026-11-03' })).toEqual(['0 0 0', ...between, '1 0 1']);
  });

  it('come company by company, who is pressed most first', async () => {
    const [first, ...rest] = await companies(null, 1);
    expect([first, rest]).toEqual([
      {
        companyId: east,
        companyName: '样例通信有限公司 (sample data)',
        licenses: 3,
        overdue: 1,
        in7Days: 1,
        in30Days: 2,
        in90Days: 2,
        nearestSafeDay: '2026-11-19',
      },
      [],
    ]);
    const after = { day: first?.nearestSafeDay ?? null, companyId: east };
    expect(await companies(after)).toMatchObject([{ companyId: west, licenses: 2, in90Days: 1 }]);
  });
});

describe('a whole list', () => {
  const day = (number: number) => `2026-12-${String(number).padStart(2, '0')}`;

  it('has every license once, as it stood when the list began, whatever moves meanwhile', async () => {
    const lines = Array.from({ length: 6 }, (_, i) => aLine({ nextDate: day(i + 1), safeDay: day(i + 1) }));
    await insertLines(source, lines);
    const seen: string[] = [];
    for await (const page of portfolio.atOneMoment({}, asking, 2)) {
      seen.push(...idsOf(page.lines));
      expect(page.licenses).toBe(6);
      const [first, last] = [lines[0]?.licenseId, lines[5]?.licenseId];
      const moved = `update paizhao.license_view set next_date = $2, safe_day = $2 where license_id = $1`;
      await source.query(moved, [first, day(20)]);
      await source.query(moved, [last, day(1)]);
    }
    expect(seen).toEqual(idsOf(lines));
  });

  it('leaves no transaction open where nobody asks for its next page', async () => {
    await insertLines(source, [aLine(), aLine()]);
    for await (const { lines } of portfolio.atOneMoment({}, asking, 1)) {
      expect(lines).toHaveLength(1);
      break;
    }
    const open = await source.query(
      `select count(*)::integer as n from pg_stat_activity
        where state = 'idle in transaction' and datname = current_database()`,
    );
    expect(open).toEqual([{ n: 0 }]);
  });
});
