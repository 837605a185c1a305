import { aLicense, aText, Desk } from '../../../test/support/builders.js';
import { type Refused, type Told, tellsWhatIsWrong } from '../../../test/support/refused.js';
import type { LicenseCommandData } from '../commands.js';
import type { RecordedEvent } from '../events.js';

const day = '2026-03-02';
const long = 'x'.repeat(80);

/** The entry of a type that stands last on record. */
const entry = (desk: Desk, type: RecordedEvent['type']): number =>
  desk.history.findLast((event) => event.type === type)?.seq ?? 0;

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
const asTypes = 'Give the list of service types that the paper names.';
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

tellsWhatIsWrong('a correction', correcting);
