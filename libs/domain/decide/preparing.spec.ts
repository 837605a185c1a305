import { aLicense, Desk } from '../../../test/support/builders.js';
import { early, inStatus, type Refused, tellsWhatIsWrong } from '../../../test/support/refused.js';
import { inForce } from '../../rulebook/index.js';

const day = '2026-06-01';
const before = '2026-05-31';
const long = 'x'.repeat(100);
const filingId = 'new-1';

const drafted = () => aLicense(day).does('open-filing', { kind: 'new', period: null, answers: [], plannedOn: null });
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

tellsWhatIsWrong('a filing', packing);
