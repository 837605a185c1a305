import { aPermit, aText, Desk } from '../../test/support/builders.js';
import type { LicenseCommand, LicenseCommandData } from './commands.js';

const day = '2026-03-02';
const tomorrow = '2026-03-03';

const held = () => Desk.holds(day, { validFrom: '2024-01-10', printedLastDay: '2029-01-09' });
const published = () => held().prepares({ kind: 'termination' }).submits().accepted().published();
const granted = () => published().granted();
const givenUp = () => held().does('decide-non-renewal', { decidedOn: day, serviceTypes: null, reason: null });
const taking = { outcome: 'revoked', revokedOn: day, number: null } as const;
const due = () => held().does('record-revocation', { ...taking, returnPaper: { dueOn: null } });
const termination = { filingId: 'termination-1', number: null };
const decision = { decidedOn: day, serviceTypes: null, reason: aText };
const renewal = () => held().prepares({ kind: 'renewal' }).submits();

type Case = {
  [T in LicenseCommand['type']]: [
    what: string,
    desk: () => Desk,
    type: T,
    data: LicenseCommandData[T],
    code: string,
    pointer: string,
  ];
}[LicenseCommand['type']];

const cases: Case[] = [
  [
    'a notice of tomorrow',
    () => published(),
    'record-publication',
    { filingId: 'termination-1', publishedOn: tomorrow },
    'filing-not-submitted',
    '/filingId',
  ],
  [
    'a loss published tomorrow',
    () => held().does('open-filing', { kind: 'reissue', period: null, answers: [], plannedOn: null }),
    'record-publication',
    { filingId: 'reissue-1', publishedOn: tomorrow },
    'date-in-future',
    '/publishedOn',
  ],
  [
    'a notice before the receipt',
    () => held().prepares({ kind: 'termination' }).submits(),
    'record-publication',
    { filingId: 'termination-1', publishedOn: '2026-03-01' },
    'notice-before-receipt',
    '/publishedOn',
  ],
  [
    'an end of tomorrow',
    granted,
    'record-termination',
    { ...termination, endedOn: tomorrow },
    'date-in-future',
    '/endedOn',
  ],
  [
    'an end before the grant',
    granted,
    'record-termination',
    { ...termination, endedOn: '2026-03-01' },
    'end-before-grant',
    '/endedOn',
  ],
  [
    'a paper due before the end',
    granted,
    'record-termination',
    { ...termination, endedOn: day, returnPaper: { dueOn: '2026-03-01' } },
    'due-before-notice',
    '/returnPaper/dueOn',
  ],
  [
    'an end that was not granted',
    published,
    'record-termination',
    { ...termination, endedOn: day },
    'filing-not-granted',
    '/filingId',
  ],
  [
    'a service before the decision',
    held,
    'record-revocation',
    { ...taking, servedOn: '2026-03-01' },
    'service-before-decision',
    '/servedOn',
  ],
  [
    'a service of tomorrow',
    held,
    'record-revocation',
    { ...taking, servedOn: tomorrow },
    'date-in-future',
    '/servedOn',
  ],
  [
    'a day of return that does not exist',
    held,
    'record-revocation',
    { ...taking, returnPaper: { dueOn: '2026-02-30' } },
    'invalid-date',
    '/returnPaper/dueOn',
  ],
  ['a return of tomorrow', due, 'record-permit-return', { returnedOn: tomorrow }, 'date-in-future', '/returnedOn'],
  [
    'a decision of tomorrow',
    held,
    'decide-non-renewal',
    { ...decision, decidedOn: tomorrow },
    'date-in-future',
    '/decidedOn',
  ],
  [
    'a decision about no type',
    held,
    'decide-non-renewal',
    { ...decision, serviceTypes: [] },
    'service-types-missing',
    '/serviceTypes',
  ],
  [
    'a decision about another type',
    held,
    'decide-non-renewal',
    { ...decision, serviceTypes: ['B22'] },
    'service-type-not-permitted',
    '/serviceTypes/0',
  ],
  [
    'a report before the decision',
    givenUp,
    'record-non-renewal-report',
    { reportedOn: '2026-03-01', number: null },
    'act-before-decision',
    '/reportedOn',
  ],
  ['a withdrawal of tomorrow', givenUp, 'withdraw-non-renewal', { on: tomorrow }, 'date-in-future', '/on'],
  [
    'a non-acceptance served before it was decided',
    renewal,
    'record-non-acceptance',
    { filingId: 'renewal-1', decidedOn: day, servedOn: '2026-03-01', number: null, reason: null },
    'service-before-decision',
    '/servedOn',
  ],
  [
    'a replacement before the permit',
    held,
    'record-replacement',
    { by: 'another', on: '2024-01-09' },
    'act-before-permit',
    '/on',
  ],
  [
    'a new paper before the application',
    () => held().prepares({ kind: 'reissue' }).submits(),
    'record-permit',
    {
      filingId: 'reissue-1',
      permit: aPermit({ validFrom: '2024-01-10', printedLastDay: '2029-01-09' }),
      issuedOn: '2026-03-01',
    },
    'permit-before-grant',
    '/issuedOn',
  ],
];

it.each(cases)('%s is refused', (_what, desk, type, data, code, pointer) => {
  expect(desk().refuses(type, data)).toMatchObject({ code, details: { pointer, remedy: expect.stringMatching(/\w/) } });
});

it('the second report that there will be no renewal is refused', () => {
  const desk = givenUp().does('record-non-renewal-report', { reportedOn: day, number: null });
  expect(desk.refuses('record-non-renewal-report', { reportedOn: day, number: null })).toMatchObject({
    code: 'non-renewal-reported',
  });
});
