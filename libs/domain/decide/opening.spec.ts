import { aCompany, anOpening, aPermit, Desk, law, people } from '../../../test/support/builders.js';
import { early, type Refused, type Told, tellsWhatIsWrong } from '../../../test/support/refused.js';
import type { LicenseCommandData } from '../commands.js';

const day = '2026-06-01';
const before = '2026-05-31';
const long = 'x'.repeat(100);

const held = (more: Partial<LicenseCommandData['register-permit']> = {}): LicenseCommandData['register-permit'] => ({
  companyId: 'company-1',
  company: aCompany(),
  companySeq: 0,
  people,
  pins: { pack: law.pack.id, calendar: law.calendar.id },
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

const ahead = (pointer: string): Told => [
  'invalid',
  'date-in-future',
  `${pointer.slice(1)} 2026-06-02 lies after today, ${day}`,
  {
    pointer,
    value: '2026-06-02',
    today: day,
    remedy: 'Record an act on the day on which it happened, or later.',
  },
];

const beginning: Refused[] = [
  registers('a grant of tomorrow', { grantedOn: '2026-06-02' }, ahead('/grantedOn')),
  registers(
    'a permit of tomorrow',
    { permit: aPermit({ validFrom: '2026-06-02', printedLastDay: '2031-06-01' }) },
    ahead('/permit/validFrom'),
  ),
  registers(
    'an opening of tomorrow',
    { opened: [{ serviceType: 'B24', openedOn: '2026-06-02' }] },
    ahead('/opened/0/openedOn'),
  ),
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

tellsWhatIsWrong('the beginning of a license', beginning);

describe('a permit that is held already', () => {
  const unknown = (more: Partial<LicenseCommandData['register-permit']>) => {
    const [, registered] = Desk.on(day).decides('register-permit', held(more));
    return registered?.type === 'permit-registered' ? registered.data.unknown : null;
  };

  it('is entered with what nobody knows about it, each thing once', () => {
    expect(unknown({})).toEqual([]);
    expect(unknown({ grantedOn: null })).toEqual(['grantedOn']);
    expect(unknown({ opened: [{ serviceType: 'B24', openedOn: null }] })).toEqual(['opened.B24.openedOn']);
    expect(unknown({ opened: [{ serviceType: 'B24', openedOn: day }], unknown: ['number'] })).toEqual(['number']);
    expect(unknown({ grantedOn: null, unknown: ['grantedOn'] })).toEqual(['grantedOn']);
  });

  it('may have a service that was opened on any day where nobody knows the grant', () => {
    const opened = [{ serviceType: 'B24', openedOn: before }];
    expect(unknown({ grantedOn: null, opened })).toEqual(['grantedOn']);
  });
});
