import { latestTable, loadCalendar } from '../../calendar/index.js';
import { latestPack } from '../../rulebook/index.js';
import type { InvalidInput } from '../errors.js';
import { checkAssessmentRequest, readProfile } from './request.js';

const law = { pack: latestPack, calendar: loadCalendar(latestTable) };
const company = {
  province: 'sh',
  registeredCapital: 1_000_000,
  foreignShare: 0,
  shareholders: [{ kind: 'company', percent: 100, foreign: false }],
};
const ask = (changes: object = {}, facts: object = {}) => ({
  company: { ...company, ...facts },
  serviceTypes: ['B24'],
  coverage: { kind: 'province', provinces: ['sh'] },
  today: '2026-03-02',
  ...changes,
});

function refusalOf(input: unknown): InvalidInput {
  try {
    readProfile(law, input);
  } catch (error) {
    return error as InvalidInput;
  }
  throw new Error('accepted');
}

interface Fault {
  pointer: string;
  code: string;
  message: string;
  remedy: string;
}
const faultsOf = (input: unknown) => refusalOf(input).details.errors as Fault[];
const named = (input: unknown) =>
  faultsOf(input)
    .map(({ pointer, code }) => `${pointer} ${code}`)
    .sort();

const wrong = ask(
  {
    serviceTypes: ['B99', 'B24', 'b24'],
    coverage: { kind: 'province', provinces: ['sh', 'sh'] },
    today: '2026-02-30',
    service: { for: 'friends', channels: ['pigeon'], users: 'domestic' },
    conditions: { premises: 'yes', cellar: true },
    extra: 1,
  },
  {
    uscc: '91310000MA1FL000OX',
    province: 'shanghai',
    registeredCapital: -1,
    foreignShare: 130,
    establishedOn: '2026/2/3',
    shareholders: [
      { kind: 'company', percent: 60, foreign: false },
      { kind: 'ghost', percent: 60, foreign: false },
    ],
    bars: [{ kind: 'bad-luck', decidedOn: '2025-13-01' }],
  },
);

describe('readProfile', () => {
  it('names everything that is wrong at once', () => {
    expect(refusalOf(wrong)).toMatchObject({ code: 'invalid-profile', kind: 'invalid' });
    expect(named(wrong)).toEqual([
      '/company/bars/0/decidedOn invalid-date',
      '/company/bars/0/kind unknown-value',
      '/company/establishedOn invalid-date',
      '/company/foreignShare out-of-range',
      '/company/province unknown-province',
      '/company/registeredCapital out-of-range',
      '/company/shareholders shares-do-not-add-up',
      '/company/shareholders/1/kind unknown-shareholder-kind',
      '/company/uscc invalid-uscc',
      '/conditions/cellar unknown-field',
      '/conditions/premises boolean-expected',
      '/coverage/provinces repeated',
      '/extra unknown-field',
      '/service/channels/0 unknown-value',
      '/service/for unknown-value',
      '/serviceTypes/0 unknown-service-type',
      '/serviceTypes/2 repeated',
      '/today invalid-date',
    ]);
    expect(faultsOf(wrong).every(({ remedy }) => remedy.length > 0)).toBe(true);
  });

  it('counts and names them in one line, as far as a line goes', () => {
    const { message } = refusalOf(wrong);
    expect(message).toMatch(/^18 faults: \/extra This field is not known\. .*\(and 6 more\)$/);
    expect(message).not.toContain('\n');
    expect(refusalOf(ask({ extra: 1 })).message).toBe('/extra This field is not known.');
    expect(refusalOf(ask({ extra: 1 }, { registeredCapital: -1 })).message).toBe(
      '2 faults: /extra This field is not known. /company/registeredCapital -1 is out of range.',
    );
  });

  it.each<[string, object, object, string[]]>([
    ['a day before 2007', { today: '2006-12-31' }, {}, ['/today date-before-2007']],
    ['a day before the rules', { today: '2017-08-31' }, {}, ['/today rule-not-in-force']],
    ['a day beyond the calendar', { today: '2400-01-01' }, {}, ['/today calendar-not-covered']],
    ['a founding day before 2007', {}, { establishedOn: '1999-05-06' }, ['/company/establishedOn date-before-2007']],
    ['a founding day ahead', {}, { establishedOn: '2026-03-03' }, ['/company/establishedOn date-in-future']],
    ['a planned day that is over', { plannedOn: '2026-03-01' }, {}, ['/plannedOn date-in-past']],
    ['a February 29', { plannedOn: '2027-02-29' }, {}, ['/plannedOn invalid-date']],
    [
      'an old paper',
      { materials: [{ id: 'premises-proof', issuedOn: '2006-01-01' }] },
      {},
      ['/materials/0/issuedOn date-before-2007'],
    ],
    ['an unknown paper', { materials: [{ id: 'horoscope' }] }, {}, ['/materials/0/id unknown-requirement']],
    [
      'a bar ahead',
      {},
      { bars: [{ kind: 'fraud', decidedOn: '2026-03-03' }] },
      ['/company/bars/0/decidedOn date-in-future'],
    ],
    [
      'a bar of older rules',
      {},
      { bars: [{ kind: 'fraud', decidedOn: '2016-03-03' }] },
      ['/company/bars/0/decidedOn rule-not-in-force'],
    ],
    ['half a yuan', {}, { registeredCapital: 0.5 }, ['/company/registeredCapital not-whole']],
    ['a number for a name', {}, { name: 5 }, ['/company/name text-expected']],
    ['money as text', {}, { registeredCapital: '1000000' }, ['/company/registeredCapital number-expected']],
    ['no service', { serviceTypes: [] }, {}, ['/serviceTypes required']],
    ['no province', { coverage: { kind: 'provinces', provinces: [] } }, {}, ['/coverage/provinces required']],
    [
      'provinces that do not exist',
      { coverage: { kind: 'provinces', provinces: ['a', 'b'] } },
      {},
      ['/coverage/provinces/0 unknown-province', '/coverage/provinces/1 unknown-province'],
    ],
    ['another coverage', { coverage: { kind: 'world' } }, {}, ['/coverage/kind unknown-coverage']],
    [
      'shares that do not add up',
      {},
      { shareholders: [{ kind: 'state', percent: 99.8 }] },
      ['/company/shareholders shares-do-not-add-up'],
    ],
    [
      'a foreign share below the foreign shareholders',
      {},
      { shareholders: [{ kind: 'company', percent: 100, foreign: true }], foreignShare: 40 },
      ['/company/foreignShare foreign-share-too-low'],
    ],
    [
      'a foreign share behind a person',
      {},
      { shareholders: [{ kind: 'natural-person', percent: 100 }], foreignShare: 40 },
      ['/company/foreignShare foreign-share-too-high'],
    ],
    [
      'a share of nothing',
      {},
      {
        shareholders: [
          { kind: 'state', percent: 0 },
          { kind: 'state', percent: 100 },
        ],
      },
      ['/company/shareholders/0/percent out-of-range'],
    ],
    [
      'a Chinese shareholder of Macau',
      {},
      { shareholders: [{ kind: 'company', percent: 100, origin: 'macau' }] },
      ['/company/shareholders/0/origin contradiction'],
    ],
    [
      'two answers for whom',
      { servesOthers: true, service: { for: 'own-users' } },
      {},
      ['/servesOthers contradiction'],
    ],
    [
      'two answers about a list',
      {},
      { onDishonestList: false, dishonestList: { company: true } },
      ['/company/onDishonestList contradiction'],
    ],
    ['an empty list of channels', { service: { channels: [] } }, {}, ['/service/channels required']],
    ['a channel twice', { service: { channels: ['fax', 'fax'] } }, {}, ['/service/channels/1 repeated']],
  ])('refuses %s', (_, changes, facts, faults) => {
    expect(named(ask(changes, facts))).toEqual(faults);
  });

  it.each<[string, object]>([
    [
      'shares rounded to two places',
      { shareholders: [33.33, 33.33, 33.33].map((percent) => ({ kind: 'company', percent })) },
    ],
    ['a foreign share held through a company', { foreignShare: 12 }],
    ['no shareholders', { shareholders: undefined, foreignShare: 12 }],
  ])('takes %s', (_, facts) => {
    expect(() => readProfile(law, ask({}, facts))).not.toThrow();
  });

  it.each([[null], ['text'], [[]], [{}], [{ company: null, serviceTypes: 'B24', coverage: [], today: 1 }]])(
    'refuses %j without another failure',
    (input) => {
      expect(refusalOf(input).code).toBe('invalid-profile');
    },
  );

  it('gives what can be read again', () => {
    const given = ask(
      {
        service: { for: 'others', users: 'both' },
        serviceTypes: ['b24'],
        coverage: { kind: 'provinces', provinces: ['js', 'ZJ'] },
      },
      { dishonestList: { company: true }, bars: [{ kind: 'fraud', decidedOn: '2025-01-02' }] },
    );
    const once = checkAssessmentRequest(law, given);
    expect(checkAssessmentRequest(law, once)).toEqual(once);
  });
});
