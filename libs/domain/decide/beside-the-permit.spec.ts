import { aText, Desk } from '../../../test/support/builders.js';
import { early, type Refused, tellsWhatIsWrong } from '../../../test/support/refused.js';

const day = '2026-03-02';
const before = '2026-03-01';
const held = () => Desk.holds(day, { validFrom: '2024-01-10', printedLastDay: '2029-01-09' });
const certificate = {
  companion: 'number-certificate-95',
  number: '95123',
  holder: aText,
  validFrom: day,
  lastDay: '2031-03-01',
};
const certified = () => held().does('record-companion', certificate);

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
];

tellsWhatIsWrong('what stands beside the permit', beside);
