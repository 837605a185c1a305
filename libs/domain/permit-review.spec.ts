import { aLicense, aPermit, aText, Desk, law } from '../../test/support/builders.js';
import { lastDayOfTerm } from '../calendar/index.js';
import type { Filing, LicenseState, PermitData, PermitTerm } from './license.js';
import { differences, heldPermitFindings, permitFindings } from './permit-review.js';

const day = '2026-06-01';
const filingId = 'new-1';

const granted = (serviceTypes = ['B24']) => aLicense(day, { serviceTypes }).prepares().submits().accepted().granted();
const entry = (permit: Partial<PermitData> = {}) => ({ filingId, permit: aPermit(permit), issuedOn: day });

function findingsOf(desk: Desk, permit: Partial<PermitData> = {}, of = filingId): string[] {
  return permitFindings(desk.state, desk.filing(of), entry(permit), law).map(
    ({ code, level, pointer }) => `${level} ${code} ${pointer}`,
  );
}

describe('a permit as entered, against what was filed and what is computed', () => {
  it.each<[string, Partial<PermitData>, string[]]>([
    ['as expected', {}, []],
    ['with a number that is unusual', { number: 'No. 17' }, ['warning number-unusual-form /permit/number']],
    ['with an old number', { number: '京ICP证030173号' }, ['warning number-old-form /permit/number']],
    ['with the number of a site', { number: '沪B2-20260001-5' }, ['warning number-site-filing-number /permit/number']],
    [
      "with another authority's prefix",
      { number: '粤B2-20260001' },
      ['warning number-of-another-authority /permit/number'],
    ],
    ['with no prefix at all', { number: 'B2-20260001' }, ['warning number-of-another-authority /permit/number']],
    ['with another class', { number: '沪B1-20260001' }, ['warning number-of-another-class /permit/number']],
    ['with both classes', { number: '沪B1.B2-20260001' }, []],
    ['with a part of the type', { serviceTypes: ['B24-1'] }, []],
    [
      'with the same day of the fifth year',
      { printedLastDay: '2031-06-01' },
      ['warning permit-end-anniversary /permit/printedLastDay'],
    ],
    [
      'that begins a year late',
      { validFrom: '2027-06-01', printedLastDay: '2032-05-31' },
      ['decision permit-start-differs /permit/validFrom'],
    ],
    ['with another end', { printedLastDay: '2030-12-31' }, ['decision permit-end-differs /permit/printedLastDay']],
    [
      'for another province',
      { coverage: { kind: 'province', provinces: ['gd'] } },
      ['settlement coverage-differs /permit/coverage'],
    ],
    [
      'with everything at once',
      { number: '粤B1-20260001', printedLastDay: '2030-12-31', coverage: { kind: 'nationwide' } },
      [
        'warning number-of-another-authority /permit/number',
        'warning number-of-another-class /permit/number',
        'decision permit-end-differs /permit/printedLastDay',
        'settlement coverage-differs /permit/coverage',
      ],
    ],
  ])('%s', (_, permit, findings) => {
    expect(findingsOf(granted(), permit)).toEqual(findings);
  });

  it('that was held before has a number and an end to look at, and no filing', () => {
    const odd = aPermit({ number: '粤B2-20260001', printedLastDay: '2030-12-31', coverage: { kind: 'nationwide' } });
    expect(heldPermitFindings('sh', odd, law).map(({ code }) => code)).toEqual([
      'number-of-another-authority',
      'permit-end-differs',
    ]);
    expect(heldPermitFindings('gd', aPermit({ number: '粤B2-20260001' }), law)).toEqual([]);
  });

  it('says of each finding what was expected, and in both languages what it means', () => {
    const whole = (permit: Partial<PermitData>) =>
      permitFindings(granted().state, granted().filing(filingId), entry(permit), law);
    const found = whole({
      number: '粤B1-20260001',
      printedLastDay: '2030-12-31',
      serviceTypes: ['B22'],
      coverage: { kind: 'nationwide' },
    });
    expect(found).toEqual([
      {
        code: 'number-of-another-authority',
        level: 'warning',
        pointer: '/permit/number',
        expected: ['沪'],
        printed: '粤B1-20260001',
        wording: {
          zh: '编号前缀属于另一主管部门。',
          en: 'The prefix of the number is that of another authority.',
        },
      },
      {
        code: 'number-of-another-class',
        level: 'warning',
        pointer: '/permit/number',
        expected: ['B2'],
        printed: '粤B1-20260001',
        wording: {
          zh: '编号中的业务类别与业务种类不符。',
          en: 'The class in the number is not that of the service types.',
        },
      },
      {
        code: 'permit-end-differs',
        level: 'decision',
        pointer: '/permit/printedLastDay',
        expected: '2031-05-31',
        printed: '2030-12-31',
        wording: {
          zh: '证载有效期届满日与推算的不一致，由审批人决定。',
          en: 'The printed end differs from the computed one: an approver decides.',
        },
      },
      {
        code: 'service-types-differ',
        level: 'settlement',
        pointer: '/permit/serviceTypes',
        expected: ['B24'],
        printed: ['B22'],
        wording: {
          zh: '许可证的业务种类与申报不一致。',
          en: 'The permit names other service types than the filing.',
        },
      },
      {
        code: 'coverage-differs',
        level: 'settlement',
        pointer: '/permit/coverage',
        expected: { kind: 'province', provinces: ['sh'] },
        printed: { kind: 'nationwide' },
        wording: {
          zh: '许可证的业务覆盖范围与申报不一致。',
          en: 'The permit covers another area than the filing.',
        },
      },
    ]);
    expect(whole({ printedLastDay: '2031-06-01' })).toMatchObject([
      {
        expected: '2031-05-31',
        printed: '2031-06-01',
        wording: {
          zh: '证载有效期届满日为第五年的同一日；以较早的一日提醒。',
          en: 'The printed end is the same day of the fifth year: the earlier day drives the reminders.',
        },
      },
    ]);
  });

  it('of a change ends as the one before, as printed or as held', () => {
    const desk = Desk.holds('2026-11-20', { printedLastDay: '2031-05-31' }).prepares({ kind: 'change' }).submits();
    const ends = (printedLastDay: string) =>
      permitFindings(desk.state, desk.filing('change-1'), entry({ printedLastDay }), law).map(
        ({ code, expected, printed }) => [code, expected, printed],
      );
    expect(ends('2031-05-31')).toEqual([]);
    expect(ends('2031-06-30')).toEqual([['permit-end-differs', '2031-05-31', '2031-06-30']]);
    // Before the term itself: that is no end at all, and refused as such.
    expect(ends('2026-05-31')).toEqual([]);
    expect(ends('2026-06-01')).toEqual([['permit-end-differs', '2031-05-31', '2026-06-01']]);
  });

  it.each<[string, string, string, boolean]>([
    ['on the day of the grant, however late its issue', '2026-06-01', '2027-06-01', false],
    ['half a year before the grant', '2025-11-30', '2026-06-01', false],
    ['longer before the grant', '2025-11-29', '2027-06-01', true],
    ['half a year after the issue', '2027-12-01', '2027-06-01', false],
    ['longer after the issue', '2027-12-02', '2027-06-01', true],
  ])('of an application that begins %s is for a person to look at, or not', (_, validFrom, issuedOn, differs) => {
    const desk = granted();
    const permit = aPermit({ validFrom, printedLastDay: lastDayOfTerm(validFrom, 5) });
    const expected = differs ? [{ code: 'permit-start-differs', expected: issuedOn, printed: validFrom }] : [];
    expect(permitFindings(desk.state, desk.filing(filingId), { permit, issuedOn }, law)).toMatchObject(expected);
    desk.until(issuedOn).does('record-permit', { filingId, permit, issuedOn });
    expect(desk.state.attention.map(({ reason }) => reason)).toEqual(differs ? ['permit-start-differs'] : []);
  });

  it('names the types that were asked for and do not stand on it', () => {
    const desk = granted(['B24', 'B22']);
    expect(permitFindings(desk.state, desk.filing(filingId), entry(), law)).toMatchObject([
      { code: 'service-types-differ', expected: ['B24', 'B22'], printed: ['B24'] },
    ]);
  });

  it('of a renewal is compared with what was granted, and with the term before', () => {
    const desk = Desk.holds('2031-01-10', { serviceTypes: ['B24', 'B22'] }, { grantedOn: '2026-05-20' });
    desk
      .prepares({ kind: 'renewal' })
      .submits()
      .accepted()
      .does('record-grant', {
        filingId: 'renewal-1',
        grantedOn: '2031-01-10',
        number: null,
        refusedTypes: ['B22'],
      });
    const next = { validFrom: '2031-06-01', printedLastDay: '2036-05-31' };
    expect(findingsOf(desk, next, 'renewal-1')).toEqual([]);
    const early = { validFrom: '2031-05-01', printedLastDay: '2036-04-30' };
    expect(findingsOf(desk, early, 'renewal-1')).toEqual(['decision permit-start-differs /permit/validFrom']);
    expect(permitFindings(desk.state, desk.filing('renewal-1'), entry(early), law)).toMatchObject([
      {
        expected: '2031-06-01',
        printed: '2031-05-01',
        wording: { zh: '新有效期与原有效期重叠。', en: 'The renewed term overlaps the one before.' },
      },
    ]);
  });

  it('of a change is compared with the permit, unless the change is about just that', () => {
    const amended = (kind: 'name' | 'scope') => {
      const desk = Desk.holds('2026-11-20').does('record-company-fact', {
        change: { kind, decidedOn: '2026-11-19', registeredOn: '2026-11-19', effectiveOn: null, operatorChanges: null },
        facts: {},
        companySeq: 2,
      });
      const answers = desk.state.changes.map(({ obligationId }) => obligationId);
      desk.prepares({ kind: 'change', answers }).submits().accepted().granted();
      return findingsOf(desk, { serviceTypes: ['B24', 'B22'] }, 'change-1');
    };
    expect(amended('name')).toEqual(['settlement service-types-differ /permit/serviceTypes']);
    expect(amended('scope')).toEqual([]);
  });
});

describe('what was filed, and what the paper says', () => {
  const everywhere = { kind: 'nationwide' } as const;
  const paper = (serviceTypes: string[], more: Partial<PermitData> = {}) => aPermit({ serviceTypes, ...more });
  /** `<member> <asked> <printed>` of each difference. */
  const differing = (state: LicenseState, filing: Partial<Filing>, permit: PermitData) => {
    const draft = aLicense(day).prepares().newest;
    return differences(state, { ...draft, ...filing }, permit, law).map(({ member, asked, printed }) =>
      [member, ...[asked, printed].map((each) => (Array.isArray(each) ? each.join('+') : each.kind))].join(' '),
    );
  };
  const decided = (refusedTypes: string[]): Filing['decision'] => ({
    outcome: 'granted',
    on: day,
    servedOn: day,
    falseMaterial: false,
    refusedTypes,
    by: { authority: 'sh', office: 'sh' },
    reroutedTo: null,
    seq: 9,
    recordedOn: day,
  });
  const applying = (serviceTypes: string[]) => ({ ...aLicense(day).state, serviceTypes });
  const holding = (serviceTypes: string[]) => Desk.holds('2026-11-20', { serviceTypes }).state;

  it.each<[string, LicenseState, Partial<Filing>, PermitData, string[]]>([
    ['is the same for a part that was asked for as such', applying(['B24-1']), {}, paper(['B24-1']), []],
    ['is more for the whole of such a part', applying(['B24-1']), {}, paper(['B24']), ['serviceTypes B24-1 B24']],
    ['is the same for a part of what was asked for', applying(['B24']), {}, paper(['B24-2']), []],
    [
      'is more with a type beside what was asked for',
      applying(['B24']),
      {},
      paper(['B24', 'B22']),
      ['serviceTypes B24 B24+B22'],
    ],
    ['is less without one of the types', applying(['B24', 'B22']), {}, paper(['B22']), ['serviceTypes B24+B22 B22']],
    [
      'is the same for the types that a renewal named',
      holding(['B24', 'B22']),
      { kind: 'renewal', serviceTypes: ['B22'] },
      paper(['B22']),
      [],
    ],
    [
      'is less where a renewal was about all of them',
      holding(['B24', 'B22']),
      { kind: 'renewal' },
      paper(['B22']),
      ['serviceTypes B24+B22 B22'],
    ],
    [
      'is the same without a type that was refused',
      holding(['B24', 'B22']),
      { kind: 'renewal', decision: decided(['B24']) },
      paper(['B22']),
      [],
    ],
    [
      'is another area, by the permit that is held',
      { ...holding(['B24']), coverage: everywhere },
      { kind: 'renewal' },
      paper(['B24'], { coverage: everywhere }),
      ['coverage province nationwide'],
    ],
    [
      'is another area, by the application where none is held',
      { ...applying(['B24']), coverage: everywhere },
      {},
      paper(['B24']),
      ['coverage nationwide province'],
    ],
    [
      'is the same of a change for a reason that nobody named',
      holding(['B24']),
      { kind: 'change' },
      paper(['B22']),
      [],
    ],
  ])('%s', (_case, state, filing, permit, expected) => {
    expect(differing(state, filing, permit)).toEqual(expected);
  });

  it('goes by the changes that the filing answers, and by no others', () => {
    const change = (kind: 'name' | 'scope', seq: number) => ({
      obligationId: `change:${seq}`,
      change: { kind, decidedOn: day, registeredOn: day, effectiveOn: null, operatorChanges: null },
      seq,
      toldSeq: seq,
      recordedOn: day,
      filingId: null,
      done: false,
    });
    const state = { ...holding(['B24']), changes: [change('scope', 5), change('name', 7)] };
    const answering = (...answers: string[]) => differing(state, { kind: 'change', answers }, paper(['B24', 'B22']));
    expect(answering('change:7')).toEqual(['serviceTypes B24 B24+B22']);
    expect(answering('change:5')).toEqual([]);
    expect(answering('change:7', 'change:5')).toEqual([]);
  });

  it('is unusual where one of two classes is not in the number', () => {
    const desk = granted(['B24', 'B11']);
    const both = { serviceTypes: ['B24', 'B11'] };
    expect(findingsOf(desk, both)).toEqual(['warning number-of-another-class /permit/number']);
    expect(findingsOf(desk, { ...both, number: '沪B1.B2-20260001' })).toEqual([]);
  });

  it('of a change is the end as it is printed, where a person holds to another', () => {
    const desk = Desk.holds('2026-11-20', { printedLastDay: '2031-06-01' }).prepares({ kind: 'change' }).submits();
    const found = permitFindings(desk.state, desk.filing('change-1'), entry({ printedLastDay: '2031-06-30' }), law);
    expect(found).toMatchObject([{ code: 'permit-end-differs', expected: '2031-06-01', printed: '2031-06-30' }]);
    expect(findingsOf(desk, { printedLastDay: '2031-06-01' }, 'change-1')).toEqual([]);
    expect(findingsOf(desk, { printedLastDay: '2031-05-31' }, 'change-1')).toEqual([]);
  });

  it('of a renewal begins after the term before its own, whatever silence has brought', () => {
    const desk = Desk.holds('2031-01-10').prepares({ kind: 'renewal' }).submits();
    const { permit } = desk.state;
    if (!permit) throw new Error('no permit');
    const deemed: PermitTerm = {
      ...desk.term,
      validFrom: '2031-06-01',
      lastDay: '2036-05-31',
      filingId: 'renewal-1',
      provisional: true,
    };
    const starts = (terms: PermitTerm[], validFrom: string) =>
      permitFindings(
        { ...desk.state, permit: { ...permit, terms } },
        desk.filing('renewal-1'),
        entry({ validFrom, printedLastDay: '2036-05-31' }),
        law,
      ).filter(({ code }) => code === 'permit-start-differs');
    expect(starts([desk.term, deemed], '2031-06-01')).toEqual([]);
    expect(starts([desk.term, deemed], '2031-05-31')).toMatchObject([{ expected: '2031-06-01' }]);
    expect(starts([deemed], '2031-05-31')).toEqual([]);
  });
});

describe('entering it', () => {
  const reason = aText;

  it('is refused while a difference is not named, and all of them are told', () => {
    const desk = granted(['B24', 'B22']);
    const refusal = desk.refuses('record-permit', entry({ coverage: { kind: 'nationwide' }, number: '粤B2-20260001' }));
    expect(refusal).toMatchObject({
      code: 'permit-differs',
      details: {
        pointer: '/permit/serviceTypes',
        differences: [{ member: 'serviceTypes' }, { member: 'coverage' }],
        findings: [
          { code: 'number-of-another-authority' },
          { code: 'service-types-differ' },
          { code: 'coverage-differs' },
        ],
      },
    });
  });

  it.each<[string, Partial<PermitData>, string, string]>([
    ['faults of the paper', { number: ' ' }, 'permit-number-missing', '/permit/number'],
    ['differences', { coverage: { kind: 'nationwide' } }, 'permit-differs', '/permit/coverage'],
  ])('tells %s and faults of its conditions at once', (_, more, code, pointer) => {
    const conditions = [
      { kind: 'open-service' as const, serviceType: 'B22', text: aText, dueOn: null },
      { kind: 'standing' as const, serviceType: null, text: aText, dueOn: '2027-01-01' },
    ];
    const { details } = granted().refuses('record-permit', { ...entry(more), conditions });
    expect((details.errors as { code: string; pointer: string }[]).map(({ code, pointer }) => [code, pointer])).toEqual(
      [
        [code, pointer],
        ['service-type-not-permitted', '/conditions/0/serviceType'],
        ['condition-has-no-date', '/conditions/1/dueOn'],
      ],
    );
  });

  it('goes on record with what was taken as it is, and why', () => {
    const desk = granted(['B24', 'B22']);
    const settled = { differences: ['serviceTypes' as const], reason };
    desk.does('record-permit', { ...entry(), form: 'electronic', settled });
    expect(desk.state.permit).toMatchObject({
      form: 'electronic',
      settled: [{ differences: [{ member: 'serviceTypes', asked: ['B24', 'B22'], printed: ['B24'] }], reason }],
    });
  });

  it('brings the special conditions of the permit along', () => {
    const desk = granted();
    const conditions = [
      { kind: 'open-service' as const, serviceType: 'B24', text: aText, dueOn: '2026-12-01' },
      { kind: 'standing' as const, serviceType: null, text: aText, dueOn: null },
    ];
    desk.does('record-permit', { ...entry(), conditions });
    expect(desk.state.conduct.conditions.map(({ id, kind, dueOn }) => [id, kind, dueOn])).toEqual([
      ['condition-1', 'open-service', '2026-12-01'],
      ['condition-2', 'standing', null],
    ]);
    expect(desk.state.permit?.form).toBeNull();
  });

  it('forgets the kind of the paper before it', () => {
    const desk = granted().does('record-permit', { ...entry(), form: 'paper' });
    desk.prepares({ kind: 'change' }).submits().accepted().granted().issued();
    expect(desk.state.permit?.form).toBeNull();
  });

  it.each([
    [
      'settled where nothing differs',
      { settled: { differences: ['coverage' as const], reason } },
      'nothing-to-settle',
      '/settled/differences/0',
    ],
    [
      'with a condition about a type that it does not name',
      { conditions: [{ kind: 'open-service' as const, serviceType: 'B22', text: aText, dueOn: null }] },
      'service-type-not-permitted',
      '/conditions/0/serviceType',
    ],
    [
      'with a condition that is kept all the time and has a day',
      { conditions: [{ kind: 'standing' as const, serviceType: null, text: aText, dueOn: '2027-01-01' }] },
      'condition-has-no-date',
      '/conditions/0/dueOn',
    ],
    [
      'with a condition due before the permit',
      { conditions: [{ kind: 'act' as const, serviceType: null, text: aText, dueOn: '2026-05-31' }] },
      'act-before-permit',
      '/conditions/0/dueOn',
    ],
  ])('%s is refused', (_, more, code, pointer) => {
    expect(granted().refuses('record-permit', { ...entry(), ...more })).toMatchObject({ code, details: { pointer } });
  });

  it('names every fault of the paper at once', () => {
    const faulty = { number: ' ', validFrom: '2026-02-30', serviceTypes: ['B99'] };
    const refusal = granted().refuses('record-permit', { ...entry(faulty), issuedOn: '2026-05-31' });
    expect(refusal.code).toBe('permit-before-grant');
    expect(
      (refusal.details.errors as { code: string; pointer: string }[]).map(({ code, pointer }) => [code, pointer]),
    ).toEqual([
      ['permit-before-grant', '/issuedOn'],
      ['permit-number-missing', '/permit/number'],
      ['invalid-date', '/permit/validFrom'],
      ['unknown-service-type', '/permit/serviceTypes/0'],
    ]);
  });
});
