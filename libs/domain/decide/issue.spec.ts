import { aLicense, aPermit, approver, aText, Desk, officer, refusal } from '../../../test/support/builders.js';
import { type Refused, type Told, tellsWhatIsWrong } from '../../../test/support/refused.js';
import type { LicenseCommandData } from '../commands.js';
import { decide } from '../decide.js';

const day = '2026-06-01';
const filingId = 'new-1';

const granted = (serviceTypes = ['B24']) => aLicense(day, { serviceTypes }).prepares().submits().accepted().granted();
const entered = (permit: object = {}) => ({ filingId, permit: aPermit(permit), issuedOn: day });
const deferring = () =>
  aLicense(day)
    .does('open-filing', { kind: 'new', period: null, answers: [], plannedOn: null })
    .supplies(filingId)
    .does('sign-off-pack', { filingId, deferred: ['business-license'] }, { by: approver });
const renewed = (serviceTypes: string[] | null, refusedTypes: string[]) =>
  Desk.holds('2031-01-10', { serviceTypes: ['B24', 'B22'] })
    .prepares({ kind: 'renewal', serviceTypes })
    .submits()
    .accepted()
    .does('record-grant', { filingId: 'renewal-1', grantedOn: '2031-01-10', number: null, refusedTypes });
const renewal = (permit: object = {}) => ({
  filingId: 'renewal-1',
  permit: aPermit({
    validFrom: '2031-06-01',
    printedLastDay: '2036-05-31',
    serviceTypes: ['B24', 'B22'],
    ...permit,
  }),
  issuedOn: '2031-01-10',
});
const differs = (members: string[], differences: object[], findings: object[]): Told => [
  'conflict',
  'permit-differs',
  `The permit says otherwise than the filing in ${members.join(', ')}`,
  {
    pointer: `/permit/${members[0]}`,
    differences,
    findings,
    remedy: 'Compare it with the paper; name each difference under `settled`, with the reason, to enter it as it is.',
  },
];
const sh = { kind: 'province', provinces: ['sh'] };
const everywhere = { kind: 'nationwide' } as const;
const typesDiffer = { code: 'service-types-differ', pointer: '/permit/serviceTypes' };
const areaDiffers = { code: 'coverage-differs', pointer: '/permit/coverage' };
const typesDifferFrom = (asked: string[], printed: string[]): Told =>
  differs(['serviceTypes'], [{ member: 'serviceTypes', asked, printed }], [typesDiffer]);

const issuing: Refused[] = [
  [
    'other types and another area than were filed',
    () => granted(['B24', 'B22']),
    'record-permit',
    entered({ coverage: everywhere }),
    differs(
      ['serviceTypes', 'coverage'],
      [
        { member: 'serviceTypes', asked: ['B24', 'B22'], printed: ['B24'] },
        { member: 'coverage', asked: sh, printed: everywhere },
      ],
      [typesDiffer, areaDiffers],
    ),
  ],
  [
    'what is settled only in part',
    () => granted(['B24', 'B22']),
    'record-permit',
    { ...entered({ coverage: everywhere }), settled: { differences: ['serviceTypes'], reason: aText } },
    differs(['coverage'], [{ member: 'coverage', asked: sh, printed: everywhere }], [typesDiffer, areaDiffers]),
  ],
  [
    'to settle what does not differ',
    () => granted(['B24', 'B22']),
    'record-permit',
    { ...entered(), settled: { differences: ['serviceTypes', 'coverage'], reason: aText } },
    [
      'invalid',
      'nothing-to-settle',
      'The permit does not differ in coverage',
      { pointer: '/settled/differences/1', remedy: 'Name only what differs.' },
    ],
  ],
  [
    'a type that was not asked to be renewed',
    () => renewed(['B24'], []),
    'record-permit',
    renewal(),
    typesDifferFrom(['B24'], ['B24', 'B22']),
  ],
  [
    'a type that was refused',
    () => renewed(null, ['B24']),
    'record-permit',
    renewal(),
    typesDifferFrom(['B22'], ['B24', 'B22']),
  ],
  [
    'a renewed term that leaves a day out',
    () => renewed(null, []),
    'record-permit',
    renewal({ validFrom: '2031-06-02', printedLastDay: '2036-06-01' }),
    [
      'invalid',
      'renewal-term-not-adjacent',
      'The renewed term begins on 2031-06-02, the old one ends on 2031-05-31',
      {
        pointer: '/permit/validFrom',
        expected: '2031-06-01',
        remedy: 'A renewed term begins on the day after the old one.',
      },
    ],
  ],
  [
    'a deferred paper that holds the permit',
    () => deferring().submits().accepted().granted(),
    'record-permit',
    entered(),
    [
      'conflict',
      'deferred-materials-missing',
      'Deferred materials hold the permit',
      { pointer: '/filingId', filingId, missing: ['business-license'], remedy: 'Supply them first.' },
    ],
  ],
];

tellsWhatIsWrong('a permit', issuing);

/** `<type>` of what follows from a paper, with the reason of each mark. */
const follows = (desk: Desk, data: LicenseCommandData['record-permit']): string[] =>
  desk
    .decides('record-permit', data)
    .map((event) => (event.type === 'attention-raised' ? `${event.type} ${event.data.reason}` : event.type));

describe('types that were not asked for', () => {
  const settled = { differences: ['serviceTypes' as const], reason: aText };

  it.each<[string, () => Desk, LicenseCommandData['record-permit'], string]>([
    ['by an application', granted, entered({ serviceTypes: ['B24', 'B25'] }), 'permit-issued'],
    ['by a renewal', () => renewed(['B24'], []), renewal(), 'permit-renewed'],
    ['or refused by the authority', () => renewed(null, ['B24']), renewal(), 'permit-renewed'],
  ])('%s stand on the permit once they are settled', (_case, granting, data, type) => {
    const desk = granting();
    expect(follows(desk, { ...data, settled })).toEqual([type, 'permit-paper-noted']);
    desk.does('record-permit', { ...data, settled });
    const { serviceTypes, services } = desk.state.permit ?? { serviceTypes: [], services: {} };
    expect(serviceTypes).toEqual(data.permit.serviceTypes);
    expect(Object.keys(services).sort()).toEqual([...serviceTypes].sort());
  });
});

describe('a renewed term', () => {
  const next = { validFrom: '2031-06-01', printedLastDay: '2036-05-31' };
  const asked = () => Desk.holds('2031-01-10').prepares({ kind: 'renewal' }).submits().accepted().granted();
  const paper = (permit: object) => ({
    filingId: 'renewal-1',
    permit: aPermit({ ...next, ...permit }),
    issuedOn: '2031-01-10',
  });
  /** The permit prints the same day of the fifth year as its end; by the law it ends the day before. */
  const printedLater = () =>
    Desk.holds('2031-01-10', { printedLastDay: '2031-06-01' })
      .prepares({ kind: 'renewal' })
      .submits()
      .accepted()
      .granted();

  it.each<[string, () => Desk, object, string[]]>([
    ['follows the old one on the next day', asked, {}, ['permit-renewed']],
    [
      'that overlaps the old one is for a person to look at',
      asked,
      { validFrom: '2031-05-31', printedLastDay: '2036-05-30' },
      ['permit-renewed', 'attention-raised permit-start-differs'],
    ],
    [
      'whose printed end differs is for a person to decide',
      asked,
      { printedLastDay: '2036-05-01' },
      ['permit-renewed', 'attention-raised permit-end-differs'],
    ],
    ['may follow the day that the law gives', printedLater, {}, ['permit-renewed']],
    [
      'may follow the day that the old paper prints',
      printedLater,
      { validFrom: '2031-06-02', printedLastDay: '2036-06-01' },
      ['permit-renewed'],
    ],
  ])('%s', (_case, desk, permit, events) => {
    expect(follows(desk(), paper(permit))).toEqual(events);
  });

  it.each<[string, () => Desk, string, string]>([
    ['the day after the printed one', printedLater, '2031-06-03', '2036-06-02'],
    ['the first day of the old one', asked, '2026-06-01', '2031-05-31'],
  ])('never begins on %s', (_case, desk, validFrom, printedLastDay) => {
    expect(desk().refuses('record-permit', paper({ validFrom, printedLastDay }))).toMatchObject({
      code: 'renewal-term-not-adjacent',
      details: { pointer: '/permit/validFrom', expected: '2031-06-01' },
    });
  });

  it('takes the place of the one that silence had brought, and of no other', () => {
    const deemed = Desk.holds(
      '2026-06-01',
      { validFrom: '2021-09-16', printedLastDay: '2026-09-15' },
      { grantedOn: '2021-09-10' },
    );
    deemed.prepares({ kind: 'renewal' }).submits().until('2026-09-20').granted();
    expect(deemed.term).toMatchObject({ provisional: true, filingId: 'renewal-1' });
    const permit = aPermit({ validFrom: '2026-09-16', printedLastDay: '2031-09-15' });
    const data = { filingId: 'renewal-1', permit, issuedOn: '2026-09-20' };
    expect(follows(deemed, data)).toEqual(['permit-renewed']);
    const { state } = deemed;
    const terms = state.permit?.terms.map((term) => ({ ...term, filingId: term.filingId && 'renewal-9' })) ?? [];
    const command = { type: 'record-permit', validOn: '2026-09-20', data } as const;
    const ofAnother = { ...state, permit: state.permit && { ...state.permit, terms } };
    expect(refusal(() => decide(ofAnother, command, deemed.context(officer))).code).toBe('renewal-term-not-adjacent');
  });

  it('may name a part of a type that was granted', () => {
    const desk = renewed(['B24'], []);
    const settled = { differences: ['serviceTypes' as const], reason: aText };
    const permit = aPermit({ ...next, serviceTypes: ['B24-1'] });
    const data = { filingId: 'renewal-1', permit, issuedOn: '2031-01-10' };
    expect(follows(desk, data)).toEqual(['permit-renewed']);
    expect(desk.refuses('record-permit', { ...data, settled })).toMatchObject({ code: 'nothing-to-settle' });
  });
});

describe('an amended paper', () => {
  const changing = () =>
    Desk.holds('2026-11-20', { printedLastDay: '2031-06-01' })
      .prepares({ kind: 'change' })
      .submits()
      .accepted()
      .granted();

  it.each<[string, string, boolean]>([
    ['as the one before it prints', '2031-06-01', false],
    ['as the law gives', '2031-05-31', false],
    ['of the term before', '2026-05-31', false],
    ['on the first day of the term', '2026-06-01', true],
    ['on another day', '2031-06-30', true],
  ])('with an end %s is for a person to decide, or not', (_case, printedLastDay, decides) => {
    const validFrom = printedLastDay < '2026-06-01' ? '2021-06-01' : '2026-06-01';
    const permit = aPermit({ validFrom, printedLastDay });
    const data = { filingId: 'change-1', permit, issuedOn: '2026-11-20' };
    expect(follows(changing(), data)).toEqual([
      'permit-amended',
      ...(decides ? ['attention-raised permit-end-differs'] : []),
    ]);
  });

  it('says what kind of paper it is, where somebody told', () => {
    const data = { filingId: 'change-1', permit: aPermit({ printedLastDay: '2031-06-01' }), issuedOn: '2026-11-20' };
    expect(follows(changing(), data)).toEqual(['permit-amended']);
    expect(follows(changing(), { ...data, form: 'paper' })).toEqual(['permit-amended', 'permit-paper-noted']);
  });
});

describe('a new paper for a lost one', () => {
  const lost = (types = ['B24', 'B22'], printedLastDay = '2031-05-31') =>
    Desk.holds('2026-11-20', { serviceTypes: types, printedLastDay }).prepares({ kind: 'reissue' }).submits();
  const paper = (permit: object = {}, issuedOn = '2026-11-20') => ({
    filingId: 'reissue-1',
    permit: aPermit({ serviceTypes: ['B24', 'B22'], ...permit }),
    issuedOn,
  });

  it.each<[string, object]>([
    ['what the lost one said', {}],
    ['the number with blanks around it', { number: ' 沪B2-20260001 ' }],
    ['the types in another order', { serviceTypes: ['B22', 'B24'] }],
  ])('says %s', (_case, permit) => {
    expect(follows(lost(), paper(permit))).toEqual(['permit-reissued']);
  });

  it.each<[string, object]>([
    ['number', { number: '沪B2-20260002' }],
    ['validFrom', { validFrom: '2026-06-02' }],
    ['printedLastDay', { printedLastDay: '2031-05-30' }],
    ['serviceTypes', { serviceTypes: ['B24'] }],
    ['coverage', { coverage: { kind: 'nationwide' } }],
  ])('does not differ in %s', (member, permit) => {
    expect(lost().refuses('record-permit', paper(permit))).toMatchObject({
      code: 'reissued-permit-differs',
      details: { pointer: `/permit/${member}`, differing: [member] },
    });
  });

  it('prints the end as the lost one did, not as the law gives it', () => {
    const desk = lost(['B24', 'B22'], '2031-06-01');
    expect(follows(desk, paper({ printedLastDay: '2031-06-01' }))).toEqual(['permit-reissued']);
    expect(desk.refuses('record-permit', paper()).code).toBe('reissued-permit-differs');
  });

  it('comes after its application', () => {
    expect(lost().refuses('record-permit', paper({}, '2026-11-19'))).toMatchObject({
      code: 'permit-before-grant',
      message: 'issuedOn 2026-11-19 lies before the application, 2026-11-20',
    });
  });
});
