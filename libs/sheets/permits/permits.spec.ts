import { latestPins, lawOf } from '../../domain/index.js';
import type { Cell } from '../table.js';
import { readDay, readOpened, readPercent, readYears, readYuan } from './cells.js';
import { columnKeys, columnTexts } from './columns.js';
import { columnOfPointer, isData, layoutOf, rowReader } from './index.js';

const law = lawOf(latestPins);

const headings = columnKeys.map((key) => columnTexts[key].heading.zh);

/** A row of the template, with some cells in another way. */
const row = (over: Partial<Record<(typeof columnKeys)[number], Cell>> = {}): Cell[] =>
  columnKeys.map((key) => (key in over ? (over[key] ?? null) : key === 'remark' ? null : columnTexts[key].example.zh));

const read = (over: Parameters<typeof row>[0] = {}) =>
  rowReader(layoutOf({ format: 'csv', rows: [headings] }), law)(row(over));

describe('a day in a cell', () => {
  it.each<[Cell, string, boolean]>([
    [{ day: '2026-05-01' }, '2026-05-01', false],
    ['2026-05-01', '2026-05-01', false],
    ['2026/5/1', '2026-05-01', true],
    ['2026.5.1', '2026-05-01', true],
    ['2026年5月1日', '2026-05-01', true],
    ['２０２６年５月１日', '2026-05-01', true],
    ['二〇二六年五月一日', '2026-05-01', true],
    ['二○二六年十二月三十一日', '2026-12-31', true],
    ['二零二六年十月二十日', '2026-10-20', true],
    ['20260501', '2026-05-01', true],
    ['2026-05-01 00:00:00', '2026-05-01', true],
    [46143, '2026-05-01', true],
    ['46143', '2026-05-01', true],
    [46143.5, '2026-05-01', true],
  ])('%j is %s', (cell, value, said) => {
    expect(readDay(cell)).toEqual(said ? { value, readAs: value } : { value });
  });

  it.each<Cell>(['2026-02-30', '01/05/2026', '5月1日', 'soon', 12, 2026, true, '2026-13-01', { day: '9999-99-99' }])(
    '%j is none',
    (cell) => {
      expect(readDay(cell)).toEqual({ fault: 'invalid-date' });
    },
  );
});

describe('money in a cell', () => {
  it.each<[Cell, number]>([
    [1000, 10_000_000],
    ['1000', 10_000_000],
    ['1,000万元', 10_000_000],
    ['1000万', 10_000_000],
    ['１０００万元', 10_000_000],
    ['人民币1000万元', 10_000_000],
    ['10000000元', 10_000_000],
    ['0.1亿元', 10_000_000],
    ['100.5', 1_005_000],
    [0, 0],
  ])('%j is %s yuan', (cell, value) => {
    expect(readYuan(cell)).toMatchObject({ value });
  });

  it.each<Cell>(['a lot', '-5', '1000 USD', '0.00001', '', '1e9'])('%j is none', (cell) => {
    expect(readYuan(cell)).toEqual({ fault: 'cell-number-invalid' });
  });
});

describe('a share in a cell', () => {
  it.each<[Cell, number]>([
    ['49%', 49],
    ['４９％', 49],
    [49, 49],
    [0, 0],
    ['0.5%', 0.5],
    ['100%', 100],
  ])('%j is %s percent', (cell, value) => {
    expect(readPercent(cell)).toMatchObject({ value });
  });

  it.each<[Cell, string]>([
    [0.5, 'cell-percent-ambiguous'],
    [1, 'cell-percent-ambiguous'],
    ['101%', 'cell-number-invalid'],
    ['half', 'cell-number-invalid'],
    [-1, 'cell-number-invalid'],
  ])('%j is refused: %s', (cell, fault) => {
    expect(readPercent(cell)).toEqual({ fault });
  });
});

describe('lists in a cell', () => {
  it.each<[Cell, string[]]>([
    ['2022、2023', ['2022', '2023']],
    ['2022-2024', ['2022', '2023', '2024']],
    ['2024至2025年', ['2024', '2025']],
    [2025, ['2025']],
    ['2023, 2022; 2023', ['2022', '2023']],
    ['无', []],
    ['none', []],
  ])('%j are the years %j', (cell, value) => {
    expect(readYears(cell)).toMatchObject({ value });
  });

  it.each<Cell>(['22', '2025-2022', '1900-2026', 'all'])('%j are no years', (cell) => {
    expect(readYears(cell)).toEqual({ fault: 'cell-list-invalid' });
  });

  const typeOf = (text: string) => (/^B2[245]$/.test(text) ? text : null);

  it.each<[Cell, { serviceType: string; openedOn: string | null }[]]>([
    ['B24', [{ serviceType: 'B24', openedOn: null }]],
    [
      'B24 2022-01-01; B25',
      [
        { serviceType: 'B24', openedOn: '2022-01-01' },
        { serviceType: 'B25', openedOn: null },
      ],
    ],
    [
      'B24：2022年1月1日、B25(2023/2/3)',
      [
        { serviceType: 'B24', openedOn: '2022-01-01' },
        { serviceType: 'B25', openedOn: '2023-02-03' },
      ],
    ],
    ['无', []],
  ])('%j are services that were opened', (cell, value) => {
    expect(readOpened(cell, typeOf)).toMatchObject({ value });
  });

  it.each<[Cell, string]>([
    ['C99', 'unknown-service-type'],
    ['2022-01-01', 'unknown-service-type'],
    ['B24 tomorrow', 'invalid-date'],
  ])('%j is refused: %s', (cell, fault) => {
    expect(readOpened(cell, typeOf)).toEqual({ fault });
  });
});

describe('a row', () => {
  it('is a permit with its company, its past and its people', () => {
    expect(read()).toMatchObject({
      faults: [],
      permit: {
        company: {
          uscc: '91310000MA1K000019',
          name: '样例呼叫中心（上海）有限公司',
          province: 'sh',
          registeredCapital: 10_000_000,
          foreignShare: 0,
        },
        permit: {
          number: '沪B2-20210001',
          validFrom: '2021-12-20',
          printedLastDay: '2026-12-19',
          serviceTypes: ['B24'],
          coverage: { kind: 'province', provinces: ['sh'] },
        },
        grantedOn: '2021-12-01',
        opened: [{ serviceType: 'B24', openedOn: '2022-01-01' }],
        reportsFiled: ['2022', '2023', '2024', '2025', '2026'],
        unknown: [],
        people: { owner: 'owner@example.com' },
      },
    });
  });

  it('says what is unknown where a cell of the past is empty', () => {
    const { permit } = read({ opened: null, reportsFiled: null, grantedOn: null });
    expect(permit).toMatchObject({
      grantedOn: null,
      opened: [],
      reportsFiled: [],
      unknown: ['opened', 'reportsFiled'],
    });
    expect(read({ opened: '无', reportsFiled: 'none' }).permit).toMatchObject({
      opened: [],
      reportsFiled: [],
      unknown: [],
    });
  });

  it('says how it read what shows something else', () => {
    const { readings } = read({ validFrom: '2021年12月20日', uscc: '９１３１００００ma1k000019', coverage: '上海' });
    expect(readings).toEqual(
      expect.arrayContaining([
        { column: 'uscc', readAs: '91310000MA1K000019' },
        { column: 'validFrom', readAs: '2021-12-20' },
      ]),
    );
  });

  it('tells everything that is wrong with it at once', () => {
    const wrong = {
      uscc: '123',
      permitNumber: null,
      province: '火星',
      serviceTypes: 'X1',
      validFrom: 'soon',
      foreignShare: 0.3,
    };
    const { permit, faults } = read(wrong);
    expect(permit).toBeNull();
    expect(faults).toEqual([
      { column: 'uscc', code: 'invalid-uscc' },
      { column: 'permitNumber', code: 'cell-missing' },
      { column: 'province', code: 'unknown-province' },
      { column: 'foreignShare', code: 'cell-percent-ambiguous' },
      { column: 'serviceTypes', code: 'unknown-service-type' },
      { column: 'validFrom', code: 'invalid-date' },
    ]);
  });
});

describe('a code that a spreadsheet took for a number', () => {
  it.each<Cell>([914403001922038000, '9.14403E+17', '9.14403001922038E+17'])('has lost digits (%j)', (uscc) => {
    expect(read({ uscc })).toMatchObject({ permit: null, faults: [{ column: 'uscc', code: 'cell-digits-lost' }] });
  });

  it('is refused even where what is left would be a code', () => {
    const left = '913100009004305000';
    expect(read({ uscc: left }).permit?.company.uscc).toBe(left);
    expect(read({ uscc: Number(left) }).faults).toEqual([{ column: 'uscc', code: 'cell-digits-lost' }]);
  });

  it('is just wrong where it is too short for that', () => {
    expect(read({ uscc: 91310000 }).faults).toEqual([{ column: 'uscc', code: 'invalid-uscc' }]);
  });
});

describe('a text that no field of a request may hold', () => {
  it.each<[(typeof columnKeys)[number], string, string]>([
    ['companyName', '样例\0', 'text-not-storable'],
    ['companyName', '样例\ud800', 'text-not-storable'],
    ['companyName', '样'.repeat(201), 'cell-too-long'],
    ['permitNumber', '沪B2-20210001\0', 'text-not-storable'],
    ['permitNumber', '沪'.repeat(101), 'cell-too-long'],
    ['owner', 'owner@example.com\0', 'text-not-storable'],
    ['validFrom', '\0', 'text-not-storable'],
  ])('is a fault of its cell (%s)', (column, text, code) => {
    expect(read({ [column]: text })).toMatchObject({ permit: null, faults: [{ column, code }] });
  });

  it('may stand in a cell that is not read', () => {
    expect(read({ remark: '\0' }).permit).not.toBeNull();
  });
});

describe('the headings', () => {
  const layout = (...rows: Cell[][]) => layoutOf({ format: 'csv', rows });
  const english = columnKeys.map((key) => columnTexts[key].heading.en);

  it.each([
    ['Chinese', headings],
    ['English', english],
    ['with stars and without units', headings.map((text) => `${text.replace(/（.*）/, '')} *`)],
  ])('are found in %s', (_, cells) => {
    expect([...layout(cells).columns.keys()]).toEqual([...columnKeys]);
  });

  it('may stand below a title, in any order, and with what the product wrote beside them', () => {
    const found = layout(['牌照台账'], [], [...headings].reverse().concat('问题', 'Read as', '结果'));
    expect([found.headingRow, found.columns.size]).toEqual([2, columnKeys.length]);
  });

  it('are refused with all that is wrong with them', () => {
    expect(() => layout(['统一社会信用代码', 'USCC', '许可证编号', '颜色'])).toThrow(
      expect.objectContaining({
        code: 'sheet-headings-wrong',
        details: expect.objectContaining({
          twice: ['B1'],
          unknown: ['D1'],
          missing: expect.arrayContaining([{ zh: '有效期自', en: 'Valid from' }]),
        }),
      }),
    );
  });

  it.each(['说明行：不导入', '示例：此行不导入', 'NOTE: this row is not imported', 'Example'])(
    'leave out a row that is marked %j',
    (remark) => {
      expect(isData(row({ remark }), layout(headings))).toBe(false);
    },
  );

  it('leave out an empty row, and one with nothing but a remark', () => {
    expect([
      isData([], layout(headings)),
      isData(['later'], layout(headings)),
      isData(row(), layout(headings)),
    ]).toEqual([false, false, true]);
  });
});

describe('a refusal of the core', () => {
  it.each([
    ['/permit/validFrom', 'validFrom'],
    ['/permit/number', 'permitNumber'],
    ['/opened/0/openedOn', 'opened'],
    ['/company/registeredCapital', 'registeredCapital'],
    ['/people/owner', 'owner'],
    ['/companyId', 'uscc'],
    ['/pins', null],
    [undefined, null],
  ])('that points at %s is about the column %s', (pointer, column) => {
    expect(columnOfPointer(pointer)).toBe(column);
  });
});
