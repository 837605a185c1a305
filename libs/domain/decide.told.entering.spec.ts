import { aCompany, aLicense, anOpening, aPermit, approver, aText, Desk, people } from '../../test/support/builders.js';
import { early, inStatus, type Refused, told } from '../../test/support/refused.js';
import { inForce } from '../rulebook/index.js';
import type { LicenseCommandData } from './commands.js';

const day = '2026-06-01';
const before = '2026-05-31';
const long = 'x'.repeat(100);
const filingId = 'new-1';

type Told = Refused[4];

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
const notRenewed = (code: string, at: number, types: string[]): Told => [
  'invalid',
  'service-type-not-renewed',
  `The renewal was not granted for ${code}`,
  {
    pointer: `/permit/serviceTypes/${at}`,
    granted: types,
    remedy: 'Name the types for which the renewal was granted.',
  },
];
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
    notRenewed('B22', 1, ['B24']),
  ],
  ['a type that was refused', () => renewed(null, ['B24']), 'record-permit', renewal(), notRenewed('B24', 0, ['B22'])],
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
];

const held = (more: Partial<LicenseCommandData['register-permit']> = {}): LicenseCommandData['register-permit'] => ({
  companyId: 'company-1',
  company: aCompany(),
  companySeq: 0,
  people,
  pins: Desk.on(day).context().law && {
    pack: Desk.on(day).context().law.pack.id,
    calendar: Desk.on(day).context().law.calendar.id,
  },
  permit: aPermit(),
  grantedOn: day,
  opened: [],
  reportsFiled: [],
  unknown: [],
  ...more,
});
const noYear = (said: string, at: number): Told => [
  'invalid',
  'invalid-report-period',
  `${said} is not a year of a filed report`,
  { pointer: `/reportsFiled/${at}`, remedy: 'Name years up to the present one, such as 2025.' },
];
const registers = (what: string, more: Partial<LicenseCommandData['register-permit']>, expected: Told): Refused => [
  what,
  () => Desk.on(day),
  'register-permit',
  held(more),
  expected,
];
const { pack, calendar } = held().pins;
const otherLaw = (pins: { pack: string; calendar: string }): Told => [
  'unavailable',
  'law-not-loaded',
  'The rule pack or the calendar that the license pins is not loaded',
  { pointer: '/pins', pins, loaded: { pack, calendar }, remedy: 'Pin versions that every process has.' },
];
const opensWith = (pins: { pack: string; calendar: string }): Refused => [
  `a license of ${pins.pack} and ${pins.calendar}`,
  () => Desk.on(day),
  'open-license',
  anOpening({ pins }),
  otherLaw(pins),
];

const beginning: Refused[] = [
  opensWith({ pack: 'cn-vats-current@1', calendar }),
  opensWith({ pack, calendar: 'cn-2026.1' }),
  registers('a report of a year to come', { reportsFiled: ['2026', '2027'] }, noYear('2027', 1)),
  registers('a report of more than a year', { reportsFiled: [`2025${long}`] }, noYear(`2025${'x'.repeat(16)}`, 0)),
  registers('a report of something before a year', { reportsFiled: ['in 2025'] }, noYear('in 2025', 0)),
  registers('an opened service that the permit does not name', { opened: [{ serviceType: long, openedOn: null }] }, [
    'invalid',
    'service-type-not-permitted',
    `The permit does not name ${'x'.repeat(40)}`,
    { pointer: '/opened/0/serviceType', serviceTypes: ['B24'], remedy: 'Name a service type of the permit.' },
  ]),
  registers(
    'a service opened before the grant',
    { opened: [{ serviceType: 'B24', openedOn: before }] },
    early('service-opened-before-permit', '/opened/0/openedOn', before, 'the grant', day),
  ),
];

const drafted = () => aLicense(day).does('open-filing', { kind: 'new', period: null, answers: [], plannedOn: null });
const paper = 'business-license';
const handing = {
  filingId,
  requirementId: paper,
  holder: { person: people.deputy },
  handedOverOn: day,
  dueBackOn: null,
};
const out = () => drafted().does('hand-over-original', handing);
const later = (desk: Desk) => desk.until('2026-06-05');
const moves = { filingId, requirementId: paper };
const notOut = (requirementId: string, known: string[]): Told => [
  'conflict',
  'original-not-out',
  'No original of this paper is out',
  {
    pointer: '/requirementId',
    filingId,
    requirementId,
    out: known,
    remedy: 'Record first to whom it was handed over.',
  },
];
const noEntry = (mistaken: string): Told => [
  'conflict',
  'original-entry-missing',
  `No ${mistaken} of this original is on record`,
  {
    pointer: '/mistaken',
    remedy: 'Look at GET /licenses/:id/originals. A mistaken hand-over is put right by the next one.',
  },
];
const noHolder: Told = [
  'invalid',
  'holder-unclear',
  'The original is with a person or at a place',
  { pointer: '/holder', remedy: 'Give `person` or `place`, one of the two.' },
];

const originals: Refused[] = [
  ['an original with nobody', drafted, 'hand-over-original', { ...handing, holder: {} as never }, noHolder],
  [
    'an original with a person at a place',
    drafted,
    'hand-over-original',
    { ...handing, holder: { person: 'p', place: aText } },
    noHolder,
  ],
  [
    'an original that nobody asks for',
    drafted,
    'hand-over-original',
    { ...handing, requirementId: long },
    [
      'invalid',
      'unknown-requirement',
      `The filing has no requirement ${'x'.repeat(60)}`,
      {
        pointer: '/requirementId',
        remedy: 'Name a requirement of the filing, or an item of its correction notice.',
      },
    ],
  ],
  [
    'a hand-over before the last one',
    () => later(out()),
    'hand-over-original',
    { ...handing, handedOverOn: before },
    early('original-days-reversed', '/handedOverOn', before, 'what is on record of it', day),
  ],
  [
    'a return before the hand-over',
    drafted,
    'hand-over-original',
    { ...handing, dueBackOn: before },
    early('original-days-reversed', '/dueBackOn', before, 'the hand-over', day),
  ],
  [
    'a showing before the hand-over',
    () => later(out()),
    'record-original-shown',
    { ...moves, shownOn: before },
    early('original-days-reversed', '/shownOn', before, 'what is on record of it', day),
  ],
  [
    'a return before the showing',
    () => later(out()).does('record-original-shown', { ...moves, shownOn: '2026-06-04' }),
    'record-original-return',
    { ...moves, returnedOn: '2026-06-03' },
    early('original-days-reversed', '/returnedOn', '2026-06-03', 'what is on record of it', '2026-06-04'),
  ],
  [
    'a hand-over before it came back',
    () => later(out()).does('record-original-return', { ...moves, returnedOn: '2026-06-04' }),
    'hand-over-original',
    { ...handing, handedOverOn: '2026-06-03' },
    early('original-days-reversed', '/handedOverOn', '2026-06-03', 'what is on record of it', '2026-06-04'),
  ],
  [
    'a showing of what never left, and what is out instead',
    () => out().does('hand-over-original', { ...handing, requirementId: 'application-form' }),
    'record-original-shown',
    { filingId, requirementId: long, shownOn: day },
    notOut('x'.repeat(80), [paper, 'application-form']),
  ],
  [
    'a return of what is back',
    () =>
      out()
        .does('hand-over-original', { ...handing, requirementId: 'application-form' })
        .does('record-original-return', { ...moves, returnedOn: day }),
    'record-original-return',
    { ...moves, returnedOn: day },
    notOut(paper, ['application-form']),
  ],
  ...(['showing', 'return'] as const).map(
    (mistaken): Refused => [
      `a mistaken ${mistaken} where there is none`,
      out,
      'correct-original',
      { ...moves, mistaken, reason: aText },
      noEntry(mistaken),
    ],
  ),
];

const reminded = () => Desk.holds(day, { validFrom: '2021-09-16', printedLastDay: '2026-09-15' });
const newest = {
  obligationId: 'renewal:2',
  rung: reminded().state.notices['renewal:2']?.fired.findLast(({ skipped }) => !skipped)?.rung ?? '',
};

const turnedAway = { filingId, decidedOn: day, servedOn: day, number: null, reason: null };
const submitted = () => aLicense(day).prepares().submits();
const deemedRenewal = () =>
  Desk.holds(day, { validFrom: '2021-09-16', printedLastDay: '2026-09-15' }, { grantedOn: '2021-09-10' })
    .prepares({ kind: 'renewal' })
    .submits()
    .until('2026-09-20');
const authorities = Desk.on(day)
  .context()
  .law.pack.authorities.filter((each) => inForce(each, day))
  .map(({ code }) => code);

const packing: Refused[] = [
  [
    'an authority that there is not',
    submitted,
    'record-non-acceptance',
    { ...turnedAway, reroutedTo: long },
    [
      'invalid',
      'unknown-authority',
      `The rules know no authority ${'x'.repeat(40)}`,
      {
        pointer: '/reroutedTo',
        known: authorities,
        remedy: 'Use the code of an authority: MIIT, or that of a provincial administration, such as sh.',
      },
    ],
  ],
  [
    'the authority itself as another one',
    submitted,
    'record-non-acceptance',
    { ...turnedAway, reroutedTo: 'sh' },
    [
      'invalid',
      'rerouted-to-itself',
      'The authority that decides already is no other one',
      {
        pointer: '/reroutedTo',
        authority: 'sh',
        remedy: 'Name the authority that the decision names, or leave it out.',
      },
    ],
  ],
  [
    'to take back what silence has granted',
    deemedRenewal,
    'withdraw-filing',
    { filingId: 'renewal-1', withdrawnOn: '2026-09-20' },
    inStatus(
      'accepted',
      'renewal',
      'renewal-1',
      'renewal-already-deemed',
      'The permit is renewed by silence; confirm it, or record the decision.',
    ),
  ],
  [
    'to confirm twice what silence has granted',
    () => deemedRenewal().does('confirm-deemed-renewal', { filingId: 'renewal-1' }),
    'confirm-deemed-renewal',
    { filingId: 'renewal-1' },
    [
      'conflict',
      'renewal-not-deemed',
      'No renewal by silence waits for this filing',
      {
        pointer: '/filingId',
        filingId: 'renewal-1',
        remedy: 'Only a renewal by silence waits to be confirmed, once.',
      },
    ],
  ],
  [
    'the end of a suspension before its start',
    () =>
      Desk.holds('2026-11-20')
        .does('record-suspension', { from: '2026-11-10', until: null, number: null })
        .does('lift-suspension', { on: '2026-11-15' })
        .does('record-suspension', { from: '2026-11-18', until: null, number: null }),
    'lift-suspension',
    { on: '2026-11-17' },
    early('suspension-ends-before-start', '/on', '2026-11-17', 'its start', '2026-11-18'),
  ],
  [
    'papers that are too old by now',
    () => aLicense(day).prepares().until('2027-06-01'),
    'submit-filing',
    { filingId },
    [
      'conflict',
      'materials-stale',
      '1 of the materials are too old on the filing day',
      {
        pointer: '/filingId',
        filingId,
        filedOn: '2027-06-01',
        stale: [{ requirementId: 'social-security-proof', issuedOn: day, freshUntil: '2026-07-01' }],
        remedy: 'Supply newer versions and have the pack signed off again.',
      },
    ],
  ],
  [
    'to open a service that the permit does not name',
    () => Desk.holds('2026-11-20'),
    'open-service',
    { serviceType: long, openedOn: '2026-11-20', evidence: null, violation: false },
    [
      'invalid',
      'service-type-not-permitted',
      `The permit does not name ${'x'.repeat(40)}`,
      {
        pointer: '/serviceType',
        serviceTypes: ['B24'],
        remedy: 'Record the permit first, or enter the service as a violation.',
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
  [
    'a plan for yesterday',
    drafted,
    'plan-filing',
    { filingId, plannedOn: before },
    early('filing-day-past', '/plannedOn', before, 'today', day),
  ],
  [
    'a plan for what is handed in',
    () => aLicense(day).prepares().submits(),
    'plan-filing',
    { filingId, plannedOn: day },
    inStatus(
      'submitted',
      'new',
      filingId,
      'filing-not-in-preparation',
      'Materials are prepared in a draft, after a correction notice or after the return of a report.',
    ),
  ],
  [
    'a notice that was acknowledged',
    () => reminded().does('acknowledge-notice', newest),
    'acknowledge-notice',
    newest,
    [
      'conflict',
      'notice-already-acknowledged',
      'Somebody has acknowledged this notice',
      { pointer: '/rung', remedy: 'Nothing is left to do.' },
    ],
  ],
];

describe.each([
  ['a permit', issuing],
  ['the beginning of a license', beginning],
  ['an original', originals],
  ['a pack or a notice', packing],
])('%s tells what is wrong, where, and what would be right:', (_, refusals) => {
  it.each(refusals)('%s', (...[, desk, type, data, expected, how]) => {
    expect(told(desk().refuses(type, data, how))).toEqual(expected);
  });
});
