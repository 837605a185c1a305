import { aCompany, aLicense, anOpening, aText, Desk } from '../../test/support/builders.js';
import { early, inStatus, type Refused, told } from '../../test/support/refused.js';
import type { LicenseCommandData } from './commands.js';
import type { CompanyFacts } from './company.js';
import type { RecordedEvent } from './events.js';

const day = '2026-03-02';
const before = '2026-03-01';
const long = 'x'.repeat(80);

/** The entry of a type that stands last on record. */
const entry = (desk: Desk, type: RecordedEvent['type']): number =>
  desk.history.findLast((event) => event.type === type)?.seq ?? 0;

type Told = Refused[4];

/** All that one of the commands about the details of an entry is refused with. */
const refusedTo = (
  to: LicenseCommandData['propose-correction']['to'],
  member: string,
  seq: number,
  desk: () => Desk,
  expected: Told,
  what: string,
): Refused => [what, desk, 'propose-correction', { seq, member, to, reason: aText }, expected];

const items = [
  { requirementId: 'application-form', text: aText },
  { requirementId: null, text: aText },
];
const noticed = () =>
  aLicense(day)
    .prepares()
    .submits()
    .does('record-correction-notice', { filingId: 'new-1', noticedOn: day, dueOn: null, number: 'C-1', items });
const seqOfNotice = entry(noticed(), 'correction-requested');
const accepted = () => aLicense(day).prepares().submits().accepted();
const seqOfAcceptance = entry(accepted(), 'filing-accepted');
const held = () => Desk.holds(day, { validFrom: '2024-01-10', printedLastDay: '2029-01-09' });
const seqOfPermit = entry(held(), 'permit-registered');
const certificate = {
  companion: 'number-certificate-95',
  number: '95123',
  holder: aText,
  validFrom: day,
  lastDay: '2031-03-01',
};
const certified = () => held().does('record-companion', certificate);
const seqOfCertificate = entry(certified(), 'companion-recorded');

const noValue = (member: string, seq: number, remedy: string): Told => [
  'invalid',
  'correction-value-invalid',
  `That cannot stand in ${member} of entry ${seq}`,
  { pointer: '/to', remedy },
];
const asPrinted = 'Give the number as printed, at most 100 characters; null where a notice bears none.';
const asPoints = 'List the points of the notice; one that stays is named by its id.';
const asCoverage = 'Give the coverage that the permit names: one province, or the whole country.';
const asTypes = 'Give the list of service types that the permit names.';
const noFurther = (id: string, at: number): Told => [
  'invalid',
  'correction-item-not-found',
  `The notice has no further item ${id}`,
  {
    pointer: `/to/${at}/id`,
    known: ['r1-1', 'r1-2'],
    remedy: 'Name each item of the notice once; leave the id out for a point that was overlooked.',
  },
];
const point = (id: string | null, requirementId: string | null = null) => ({ id, requirementId, text: null });

const correcting: Refused[] = [
  refusedTo(' ', 'number', seqOfAcceptance, accepted, noValue('number', seqOfAcceptance, asPrinted), 'a blank number'),
  refusedTo(
    'x'.repeat(101),
    'number',
    seqOfAcceptance,
    accepted,
    noValue('number', seqOfAcceptance, asPrinted),
    'a number that is too long',
  ),
  refusedTo(
    ['A-1'],
    'number',
    seqOfAcceptance,
    accepted,
    noValue('number', seqOfAcceptance, asPrinted),
    'a list for a number',
  ),
  refusedTo(
    null,
    'number',
    seqOfCertificate,
    certified,
    noValue('number', seqOfCertificate, asPrinted),
    'a certificate without a number',
  ),
  refusedTo(
    null,
    'permit.number',
    seqOfPermit,
    held,
    noValue('permit.number', seqOfPermit, asPrinted),
    'a permit without a number',
  ),
  refusedTo(
    null,
    'number',
    seqOfAcceptance,
    accepted,
    [
      'invalid',
      'correction-changes-nothing',
      `number of entry ${seqOfAcceptance} says that already`,
      { pointer: '/to', remedy: 'Give what should stand there.' },
    ],
    'no number for none',
  ),
  refusedTo([], 'items', seqOfNotice, noticed, noValue('items', seqOfNotice, asPoints), 'a notice without points'),
  refusedTo('C', 'items', seqOfNotice, noticed, noValue('items', seqOfNotice, asPoints), 'a text for points'),
  refusedTo(
    [point('r1-1'), null] as never,
    'items',
    seqOfNotice,
    noticed,
    noValue('items', seqOfNotice, asPoints),
    'a point that is none',
  ),
  refusedTo(
    [point('r1-1'), 'r1-2'] as never,
    'items',
    seqOfNotice,
    noticed,
    noValue('items', seqOfNotice, asPoints),
    'a text for one point',
  ),
  refusedTo([point(long)], 'items', seqOfNotice, noticed, noFurther('x'.repeat(60), 0), 'a point that is not there'),
  refusedTo(
    [point('r1-1'), point(null), point('r1-1')],
    'items',
    seqOfNotice,
    noticed,
    noFurther('r1-1', 2),
    'a point twice',
  ),
  refusedTo(
    { kind: 'planet' } as never,
    'permit.coverage',
    seqOfPermit,
    held,
    noValue('permit.coverage', seqOfPermit, asCoverage),
    'a coverage of another kind',
  ),
  refusedTo(
    null,
    'permit.coverage',
    seqOfPermit,
    held,
    noValue('permit.coverage', seqOfPermit, asCoverage),
    'no coverage',
  ),
  refusedTo(
    'sh',
    'permit.coverage',
    seqOfPermit,
    held,
    noValue('permit.coverage', seqOfPermit, asCoverage),
    'a text for a coverage',
  ),
  refusedTo(
    { kind: 'province', provinces: ['sh', 'bj'] } as never,
    'permit.coverage',
    seqOfPermit,
    held,
    [
      'invalid',
      'invalid-coverage',
      'to.provinces: Name exactly one province, or ask for the whole country.',
      { pointer: '/to/provinces', remedy: 'Name exactly one province, or ask for the whole country.' },
    ],
    'two provinces',
  ),
  refusedTo(
    'B24',
    'permit.serviceTypes',
    seqOfPermit,
    held,
    noValue('permit.serviceTypes', seqOfPermit, asTypes),
    'a text for types',
  ),
  refusedTo(
    [24] as never,
    'permit.serviceTypes',
    seqOfPermit,
    held,
    noValue('permit.serviceTypes', seqOfPermit, asTypes),
    'types that are no texts',
  ),
  refusedTo(
    ['B22'],
    'permit.serviceTypes',
    seqOfPermit,
    held,
    [
      'conflict',
      'correction-not-possible',
      `permit.serviceTypes of entry ${seqOfPermit} cannot say that`,
      {
        pointer: '/to',
        remedy: 'A type whose service was opened stays on the permit; correct the opening first.',
      },
    ],
    'a permit without a type that was opened',
  ),
  refusedTo(
    null,
    'filingId',
    seqOfAcceptance,
    accepted,
    noValue('filingId', seqOfAcceptance, 'Name the filing that the answer belongs to.'),
    'no filing',
  ),
  refusedTo(
    'new-9',
    'filingId',
    seqOfAcceptance,
    accepted,
    [
      'conflict',
      'filing-does-not-await',
      'That filing does not wait for such an answer',
      {
        pointer: '/to',
        remedy: 'Name a filing of this license that waits for it; what has followed from the entry is corrected first.',
      },
    ],
    'a filing that is not there',
  ),
];

const scan = { scanId: 'scan-1', sha256: 'ab'.repeat(32), bytes: 9, mediaType: 'image/png', replaces: null };
const scanned = () => accepted().does('attach-scan', { entry: seqOfAcceptance, ...scan } as never);
const rescanned = () =>
  scanned().does('attach-scan', { entry: seqOfAcceptance, ...scan, scanId: 'scan-2', replaces: 'scan-1' } as never);
const noScan = (known: string[]): Told => [
  'not-found',
  'scan-not-found',
  `Entry ${seqOfAcceptance} has no such scan that could be replaced`,
  {
    pointer: '/replaces',
    known,
    remedy: 'Name a scan of the paper that none has replaced yet, or leave it out.',
  },
];
const attaches = (what: string, desk: () => Desk, more: object, expected: Told): Refused => [
  what,
  desk,
  'attach-scan',
  { entry: seqOfAcceptance, ...scan, scanId: 'scan-9', ...more } as never,
  expected,
];
const answer = { filingId: 'new-1', itemId: 'r1-2', text: aText };
const passing = { filingId: 'new-1', itemId: 'r1-2', reason: aText };
const waits = 'Only the items of a correction notice that waits for its answer are answered.';
const isAnswered = (item: string, state: string): Told => [
  'conflict',
  'correction-item-answered',
  `Item ${item} is answered`,
  { pointer: '/itemId', state, remedy: 'Nothing is left to do about it.' },
];

const papers: Refused[] = [
  attaches('a scan of an entry that tells no paper', accepted, { entry: 1 }, [
    'not-found',
    'paper-not-found',
    'Entry 1 tells no paper of the authority',
    {
      pointer: '/entry',
      known: accepted().state.papers.map(({ seq, type }) => ({ seq, type })),
      remedy: 'Name the entry of a receipt, a notice, a decision or a permit; GET …/papers lists them.',
    },
  ]),
  attaches('a scan that shows another paper', scanned, { scanId: 'scan-1' }, [
    'conflict',
    'scan-already-attached',
    `This scan shows the paper of entry ${seqOfAcceptance}`,
    { pointer: '/scanId', entry: seqOfAcceptance, remedy: 'Upload each image by itself.' },
  ]),
  attaches('a material as a scan', accepted, { scanId: 'material-1' }, [
    'not-found',
    'scan-not-found',
    'That file is a material of a filing, and no scan',
    { pointer: '/scanId', remedy: 'Upload the image of the paper as a scan of its own.' },
  ]),
  attaches('a scan in place of none', accepted, { replaces: 'scan-1' }, noScan([])),
  attaches('a scan in place of another paper’s', scanned, { replaces: 'scan-5' }, noScan(['scan-1'])),
  attaches('a scan in place of one that was replaced', rescanned, { replaces: 'scan-1' }, noScan(['scan-2'])),
  [
    'an answer to what nobody asked',
    accepted,
    'answer-correction-item',
    answer,
    inStatus('accepted', 'new', 'new-1', 'correction-not-open', waits),
  ],
  [
    'an answer of the day before the notice',
    noticed,
    'answer-correction-item',
    answer,
    early('submission-before-notice', '/validOn', before, 'the notice', day),
    { on: before },
  ],
  [
    'an answer to another point',
    noticed,
    'answer-correction-item',
    { ...answer, itemId: long },
    [
      'not-found',
      'correction-item-not-found',
      `The notice has no item ${'x'.repeat(60)}`,
      {
        pointer: '/itemId',
        known: ['r1-1', 'r1-2'],
        remedy: 'Name an item of the notice that waits for its answer.',
      },
    ],
  ],
  [
    'words for a material',
    noticed,
    'answer-correction-item',
    { ...answer, itemId: 'r1-1' },
    [
      'conflict',
      'correction-item-needs-material',
      'Item r1-1 asks for a material',
      {
        pointer: '/itemId',
        requirementId: 'application-form',
        remedy: 'Supply a new version of it, or pass the item over with a reason.',
      },
    ],
  ],
  [
    'to pass over what is answered',
    () => noticed().does('answer-correction-item', answer),
    'pass-over-correction-item',
    passing,
    isAnswered('r1-2', 'answered'),
  ],
  [
    'to pass over what is supplied',
    () => noticed().supplies('new-1', 'application-form'),
    'pass-over-correction-item',
    { ...passing, itemId: 'r1-1' },
    isAnswered('r1-1', 'supplied'),
  ],
];

const opens = (what: string, company: Partial<CompanyFacts>, expected: Told): Refused => [
  what,
  () => Desk.on(day),
  'open-license',
  anOpening({ company: aCompany(company) }),
  expected,
];
const invalid = (code: string, pointer: string, remedy: string, more: object = {}): Told => [
  'invalid',
  code,
  `${pointer.slice(1).replaceAll('/', '.')}: ${remedy}`,
  { pointer, remedy, ...more },
];
const shareholder = (percent: number, foreign = false) => ({
  kind: 'company' as const,
  name: '股东有限公司',
  percent,
  foreign,
});
const asPercent = 'Give a percentage from 0 to 100.';

const company: Refused[] = [
  opens(
    'a company without a name',
    { name: ' ' },
    invalid('company-name-missing', '/company/name', 'Give the name on the business license.'),
  ),
  opens(
    'a code that is none',
    { uscc: long },
    invalid(
      'invalid-uscc',
      '/company/uscc',
      'Copy the 18 characters of the business license; the last one is a check character (GB 32100-2015).',
      { value: 'x'.repeat(40), reason: 'length' },
    ),
  ),
  ...[-1, 0.5].map((registeredCapital) =>
    opens(
      `a capital of ${registeredCapital}`,
      { registeredCapital },
      invalid('invalid-capital', '/company/registeredCapital', 'Give the subscribed capital in whole yuan.'),
    ),
  ),
  ...[-0.1, 100.1].map((foreignShare) =>
    opens(
      `a foreign share of ${foreignShare}`,
      { foreignShare },
      invalid('invalid-percent', '/company/foreignShare', asPercent),
    ),
  ),
  opens(
    'a shareholder of more than everything',
    { shareholders: [shareholder(50), shareholder(101)] },
    invalid('invalid-percent', '/company/shareholders/1/percent', asPercent),
  ),
  opens(
    'a shareholder of nothing',
    { shareholders: [shareholder(100), shareholder(0)] },
    invalid('invalid-percent', '/company/shareholders/1/percent', 'A shareholder holds more than 0 percent.'),
  ),
  opens(
    'shares that leave something',
    { shareholders: [shareholder(50), shareholder(40)] },
    invalid(
      'shareholders-do-not-add-up',
      '/company/shareholders',
      'The shares of all shareholders together are 100 percent.',
      { total: 90 },
    ),
  ),
  opens(
    'less foreign than the foreign shareholders hold',
    { foreignShare: 30, shareholders: [shareholder(40, true), shareholder(60)] },
    invalid(
      'foreign-share-too-low',
      '/company/foreignShare',
      'The foreign share is at least what foreign shareholders hold directly.',
      { foreign: 40 },
    ),
  ),
  [
    'a service type twice',
    () => Desk.on(day),
    'open-license',
    anOpening({ serviceTypes: ['B24', 'B24'] }),
    invalid('duplicate-service-type', '/serviceTypes/1', 'Name each service type once.', { value: 'B24' }),
  ],
  [
    'no service type',
    () => Desk.on(day),
    'open-license',
    anOpening({ serviceTypes: [] }),
    invalid('service-types-missing', '/serviceTypes', 'Name at least one service type, such as B24.'),
  ],
  [
    'nobody to be told last',
    () => Desk.on(day),
    'open-license',
    anOpening({ people: { owner: 'a', deputy: 'b', manager: ' ' } }),
    invalid('people-missing', '/people/manager', 'Name a person for each of the three; they may coincide.'),
  ],
];

const beside: Refused[] = [
  [
    'a certificate that begins no later than the last one',
    certified,
    'renew-companion',
    { companionId: 'companion-1', validFrom: day, lastDay: '2036-03-01' },
    [
      'invalid',
      'companion-term-not-later',
      'The new certificate does not begin after the last one',
      { pointer: '/validFrom', validFrom: day, remedy: 'Give both days as the new certificate prints them.' },
    ],
  ],
  [
    'a report of a year to come',
    certified,
    'record-companion-report',
    { companionId: 'companion-1', year: '2027', filedOn: day },
    [
      'invalid',
      'invalid-report-period',
      '2027 is not a year of a report',
      { pointer: '/year', remedy: 'Name the year in which it was filed, up to the present one.' },
    ],
  ],
  [
    'a report before its year',
    certified,
    'record-companion-report',
    { companionId: 'companion-1', year: '2026', filedOn: '2025-12-31' },
    early('report-before-its-year', '/filedOn', '2025-12-31', 'the beginning of its year', '2026-01-01'),
  ],
  [
    'the end of a certificate before its start',
    certified,
    'end-companion',
    { companionId: 'companion-1', endedOn: before },
    early('companion-end-before-start', '/endedOn', before, 'the start of the certificate', day),
  ],
  [
    'an acceptance after the review that followed it',
    () =>
      aLicense(day)
        .prepares()
        .submits()
        .until('2026-03-12')
        .does('start-expert-review', { filingId: 'new-1', from: '2026-03-11', announcedUntil: null })
        .does('end-expert-review', { filingId: 'new-1', on: '2026-03-12' }),
    'record-acceptance',
    { filingId: 'new-1', acceptedOn: '2026-03-12', number: null },
    early('expert-review-before-acceptance', '/acceptedOn', '2026-03-11', 'the acceptance', '2026-03-12'),
  ],
];

describe.each([
  ['a correction', correcting],
  ['a paper of the authority', papers],
  ['a company', company],
  ['what stands beside the permit', beside],
])('%s tells what is wrong, where, and what would be right:', (_, refusals) => {
  it.each(refusals)('%s', (...[, desk, type, data, expected, how]) => {
    expect(told(desk().refuses(type, data, how))).toEqual(expected);
  });
});
