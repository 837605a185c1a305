import { law, refusal } from '../../../test/support/builders.js';
import { coverage } from '../../calendar/index.js';
import type { Complaint } from './complaints.js';
import { readProfile, statedFacts } from './request.js';

const company = (facts: object = {}) => ({
  province: 'sh',
  registeredCapital: 1_000_000,
  foreignShare: 0,
  shareholders: [{ kind: 'company', percent: 100, foreign: false }],
  ...facts,
});
const ask = (changes: object = {}) => ({
  company: company(),
  serviceTypes: ['B24'],
  coverage: { kind: 'province', provinces: ['sh'] },
  today: '2026-03-02',
  ...changes,
});
const faults = (input: unknown) => refusal(() => readProfile(law, input)).details.errors as Complaint[];
const fault = (pointer: string, code: string, message: string, remedy: string): Complaint => ({
  pointer,
  code,
  message,
  remedy,
});

const provinces = () => law.pack.authorities.flatMap(({ code, province }) => (province ? [code] : []));
const types = () => [...new Set(law.pack.serviceTypes.map(({ code }) => code))];
const day = 'Write an existing day as YYYY-MM-DD.';
const from2007 = 'Give a day from 2007-01-01 on.';
const truth = (pointer: string) =>
  fault(pointer, 'boolean-expected', 'Yes or no is expected here.', 'Give true or false.');
const capital = 'Give the registered capital in whole yuan, 0 or more.';
const share = 'Give the share in percent, above 0 up to 100.';
const known =
  'company, serviceTypes, coverage, today, plannedOn, materials, service, conditions, servesOthers, ' +
  'holdsProvincialPermit, commitmentRoute, unchangedSinceLastFiling, incomeWithoutPermit';

describe('a profile says what is wrong and what would be right', () => {
  it.each<[string, unknown, () => Complaint]>([
    ['a text', 'text', () => fault('', 'required', 'An object is expected here.', `Give an object with: ${known}.`)],
    ['a list', [], () => fault('', 'required', 'An object is expected here.', `Give an object with: ${known}.`)],
    ['null', null, () => fault('', 'required', 'An object is expected here.', `Give an object with: ${known}.`)],
    ['nothing', undefined, () => fault('', 'required', 'This is missing.', `Give an object with: ${known}.`)],
  ])('as a whole: %s', (_, input, expected) => {
    expect(faults(input)[0]).toEqual(expected());
  });

  it.each<[string, object, () => Complaint[]]>([
    [
      'a key that is escaped and cut',
      { [`a/b~c${'x'.repeat(70)}`]: 1 },
      () => [
        fault(`/a~1b~0c${'x'.repeat(55)}`, 'unknown-field', 'This field is not known.', `Known fields: ${known}.`),
      ],
    ],
    ['no day', { today: undefined }, () => [fault('/today', 'invalid-date', 'This is missing.', day)]],
    [
      'no such day',
      { today: '2026-02-30' },
      () => [fault('/today', 'invalid-date', '"2026-02-30" is not a date.', day)],
    ],
    [
      'a day that is shown as far as it goes',
      { today: 'x'.repeat(50) },
      () => [fault('/today', 'invalid-date', `"${'x'.repeat(38)}… is not a date.`, day)],
    ],
    [
      'a value of just forty characters',
      { today: 'x'.repeat(38) },
      () => [fault('/today', 'invalid-date', `"${'x'.repeat(38)}" is not a date.`, day)],
    ],
    [
      'a day of long ago',
      { plannedOn: '2006-12-31' },
      () => [fault('/plannedOn', 'date-before-2007', '2006-12-31 lies before 2007.', from2007)],
    ],
    [
      'a day that the calendar does not know',
      { today: '2400-01-01' },
      () => {
        const { from, assumedTo } = coverage(law.calendar);
        const remedy = `Ask for a day from ${from} to ${assumedTo}.`;
        return [fault('/today', 'calendar-not-covered', 'The calendar knows no 2400-01-01.', remedy)];
      },
    ],
    [
      'the day before the rules',
      { today: '2017-08-31' },
      () => [
        fault(
          '/today',
          'rule-not-in-force',
          'The rules do not hold on 2017-08-31.',
          'Ask for a day from 2017-09-01 on.',
        ),
      ],
    ],
    [
      'a planned day that is over',
      { plannedOn: '2026-03-01' },
      () => [fault('/plannedOn', 'date-in-past', 'The planned filing day is over.', 'Plan a day from today on.')],
    ],
    [
      'types that do not exist, are no text, or are there twice',
      { serviceTypes: ['B99', 5, 'b24', 'B24'] },
      () => [
        fault(
          '/serviceTypes/0',
          'unknown-service-type',
          'The rules know no service type "B99".',
          `Use: ${types().join(', ')}.`,
        ),
        fault(
          '/serviceTypes/1',
          'unknown-service-type',
          'The rules know no service type 5.',
          `Use: ${types().join(', ')}.`,
        ),
        fault('/serviceTypes/3', 'repeated', '"B24" is named twice.', 'Name every service type once.'),
      ],
    ],
    [
      'no types',
      { serviceTypes: null },
      () => [
        fault(
          '/serviceTypes',
          'required',
          'No service type is asked for.',
          `Name at least one of: ${types().join(', ')}; or describe the service.`,
        ),
      ],
    ],
    [
      'types that are no list, with a service',
      { serviceTypes: 'B24', service: {} },
      () => [fault('/serviceTypes', 'list-expected', 'A list is expected here.', 'Give a list.')],
    ],
    [
      'no coverage',
      { coverage: {} },
      () => [
        fault('/coverage/kind', 'unknown-coverage', 'This is missing.', 'Use one of: province, provinces, nationwide.'),
      ],
    ],
    [
      'another coverage',
      { coverage: { kind: 'world' } },
      () => [
        fault(
          '/coverage/kind',
          'unknown-coverage',
          'No coverage is of kind "world".',
          'Use one of: province, provinces, nationwide.',
        ),
      ],
    ],
    [
      'a coverage that is none',
      { coverage: 5 },
      () => [fault('/coverage', 'required', 'An object is expected here.', 'Give an object with: kind, provinces.')],
    ],
    [
      'provinces of the whole country',
      { coverage: { kind: 'nationwide', provinces: ['sh'] } },
      () => [
        fault('/coverage/provinces', 'unknown-field', 'Nationwide names no provinces.', 'Leave the provinces out.'),
      ],
    ],
    [
      'no province',
      { coverage: { kind: 'province' } },
      () => [fault('/coverage/provinces', 'required', 'No province is named.', 'Name one province or more.')],
    ],
    [
      'a province twice, and unknown ones',
      { coverage: { kind: 'provinces', provinces: ['sh', ' SH', 'xx', 'yy'] } },
      () => [
        ...['xx', 'yy'].map((code, i) =>
          fault(
            `/coverage/provinces/${i + 2}`,
            'unknown-province',
            `No province has the code "${code}".`,
            `Use one of: ${provinces().join(', ')}.`,
          ),
        ),
        fault('/coverage/provinces', 'repeated', 'A province is named twice.', 'Name every province once.'),
      ],
    ],
    [
      'papers that nobody asks for, without a name, of no day',
      { materials: [{ id: 'horoscope' }, {}, 5, { id: 'premises-proof', issuedOn: 'May' }] },
      () => [
        fault(
          '/materials/0/id',
          'unknown-requirement',
          'The rules ask for no "horoscope".',
          'Use an id from the list of materials.',
        ),
        fault('/materials/1/id', 'unknown-requirement', 'This is missing.', 'Use an id from the list of materials.'),
        fault('/materials/2', 'required', 'An object is expected here.', 'Give an object with: id, issuedOn.'),
        fault('/materials/3/issuedOn', 'invalid-date', '"May" is not a date.', day),
      ],
    ],
    [
      'an income that is none',
      { incomeWithoutPermit: -1 },
      () => [
        fault(
          '/incomeWithoutPermit',
          'out-of-range',
          '-1 is out of range.',
          'Give the income in whole yuan, 0 or more.',
        ),
      ],
    ],
    [
      'words for yes and no',
      { holdsProvincialPermit: 'yes', commitmentRoute: 1, unchangedSinceLastFiling: 'no', servesOthers: {} },
      () => ['/servesOthers', '/holdsProvincialPermit', '/commitmentRoute', '/unchangedSinceLastFiling'].map(truth),
    ],
    [
      'conditions that are none',
      {
        conditions: {
          company: 1,
          funds: 1,
          staff: 1,
          longTermService: 1,
          premises: 1,
          facilities: 1,
          technicalPlan: 1,
          x: 1,
        },
      },
      () => [
        fault(
          '/conditions/x',
          'unknown-field',
          'This field is not known.',
          'Known fields: company, funds, staff, longTermService, premises, facilities, technicalPlan.',
        ),
        ...['company', 'funds', 'staff', 'longTermService', 'premises', 'facilities', 'technicalPlan'].map((field) =>
          truth(`/conditions/${field}`),
        ),
      ],
    ],
    [
      'a service in other words',
      {
        service: {
          for: 'friends',
          channels: ['fax', 'pigeon', 'fax', null],
          users: 'moon',
          clients: 'mars',
          platformInChina: 1,
          leases: [],
          y: 1,
        },
      },
      () => [
        fault(
          '/service/y',
          'unknown-field',
          'This field is not known.',
          'Known fields: for, channels, users, clients, platformInChina, leases.',
        ),
        fault('/service/for', 'unknown-value', 'This value is not known.', 'Use one of: others, own-users, both.'),
        fault('/service/channels/2', 'repeated', 'This is named twice.', 'Name every one once.'),
        ...[1, 3].map((i) =>
          fault(
            `/service/channels/${i}`,
            'unknown-value',
            'This value is not known.',
            'Use one of: phone, instant-messages, mail, fax, sms.',
          ),
        ),
        fault('/service/users', 'unknown-value', 'This value is not known.', 'Use one of: domestic, overseas, both.'),
        fault('/service/clients', 'unknown-value', 'This value is not known.', 'Use one of: domestic, overseas, both.'),
        truth('/service/platformInChina'),
        fault(
          '/service/leases',
          'required',
          'The list is empty.',
          'Name some of: systems, seats; leave it out if unknown.',
        ),
      ],
    ],
    [
      'channels that are no list',
      { service: { channels: 'fax' } },
      () => [fault('/service/channels', 'list-expected', 'A list is expected here.', 'Give a list.')],
    ],
    [
      'two answers about whom it serves',
      { servesOthers: false, service: { for: 'both' } },
      () => [
        fault(
          '/servesOthers',
          'contradiction',
          'This is not what service.for says.',
          'Leave servesOthers out, or correct one of the two.',
        ),
      ],
    ],
  ])('of the request: %s', (_, changes, expected) => {
    expect(faults(ask(changes))).toEqual(expected());
  });

  it.each<[string, object, () => Complaint[]]>([
    [
      'a name that is none',
      { name: 5 },
      () => [fault('/company/name', 'text-expected', 'A text is expected here.', 'Give a text.')],
    ],
    [
      'a city that is none',
      { city: 5 },
      () => [fault('/company/city', 'text-expected', 'A text is expected here.', 'Give a text.')],
    ],
    [
      'a credit code that is no text',
      { uscc: 5 },
      () => [
        fault(
          '/company/uscc',
          'invalid-uscc',
          'The credit code is not a text.',
          'Give the 18 characters of the business license.',
        ),
      ],
    ],
    [
      'no province',
      { province: undefined },
      () => [
        fault('/company/province', 'unknown-province', 'This is missing.', `Use one of: ${provinces().join(', ')}.`),
      ],
    ],
    [
      'no capital',
      { registeredCapital: undefined },
      () => [fault('/company/registeredCapital', 'number-expected', 'This is missing.', capital)],
    ],
    [
      'capital in words',
      { registeredCapital: 'much' },
      () => [fault('/company/registeredCapital', 'number-expected', 'A number is expected here.', capital)],
    ],
    [
      'half a yuan',
      { registeredCapital: 0.5 },
      () => [fault('/company/registeredCapital', 'not-whole', '0.5 is not a whole number of yuan.', capital)],
    ],
    [
      'a foreign share beyond the whole',
      { foreignShare: 100.5, shareholders: [] },
      () => [
        fault(
          '/company/foreignShare',
          'out-of-range',
          '100.5 is out of range.',
          'Give the foreign share in percent, 0 to 100.',
        ),
      ],
    ],
    [
      'a founding day of another century',
      { establishedOn: '1999-01-01' },
      () => [
        fault(
          '/company/establishedOn',
          'date-before-2007',
          '1999-01-01 lies before 2007.',
          'Leave the founding day of an older company out: no rule asks for it.',
        ),
      ],
    ],
    [
      'a founding day ahead',
      { establishedOn: '2026-03-03' },
      () => [
        fault(
          '/company/establishedOn',
          'date-in-future',
          'The company is founded after the day of the question.',
          'Give the founding day of the business license.',
        ),
      ],
    ],
    [
      'words for yes and no',
      { freeTradeZone: 1, mainOfficeInZone: 1, pilotArea: 1, onDishonestList: 1, recentPenalty: 1 },
      () =>
        ['freeTradeZone', 'mainOfficeInZone', 'pilotArea', 'onDishonestList', 'recentPenalty'].map((field) =>
          truth(`/company/${field}`),
        ),
    ],
    [
      'lists with other parties',
      { dishonestList: { company: 1, mainInvestors: 1, mainManagers: 1, driver: true } },
      () => [
        fault(
          '/company/dishonestList/driver',
          'unknown-field',
          'This field is not known.',
          'Known fields: company, mainInvestors, mainManagers.',
        ),
        ...['company', 'mainInvestors', 'mainManagers'].map((field) => truth(`/company/dishonestList/${field}`)),
      ],
    ],
    [
      'two answers about a list',
      { onDishonestList: true, dishonestList: { company: false, mainInvestors: false, mainManagers: false } },
      () => [
        fault(
          '/company/onDishonestList',
          'contradiction',
          'This is not what dishonestList says.',
          'Leave onDishonestList out, or correct one of the two.',
        ),
      ],
    ],
    [
      'a bar of no kind',
      { bars: [{ decidedOn: '2025-01-02' }, 5] },
      () => [
        fault(
          '/company/bars/0/kind',
          'unknown-value',
          'This value is not known.',
          'Use one of: false-material, fraud.',
        ),
        fault('/company/bars/1', 'required', 'An object is expected here.', 'Give an object with: kind, decidedOn.'),
      ],
    ],
    [
      'a bar ahead',
      { bars: [{ kind: 'fraud', decidedOn: '2026-03-03' }] },
      () => [
        fault(
          '/company/bars/0/decidedOn',
          'date-in-future',
          'The decision lies after the day of the question.',
          'Give the day of the decision.',
        ),
      ],
    ],
    [
      'a bar of older rules',
      { bars: [{ kind: 'fraud', decidedOn: '2016-03-03' }] },
      () => [
        fault(
          '/company/bars/0/decidedOn',
          'rule-not-in-force',
          'The rules know no such bar of 2016-03-03.',
          'Give the day of the decision.',
        ),
      ],
    ],
    [
      'a shareholder of no kind, who is one of no kind of country',
      { shareholders: [{ kind: 'ghost', percent: 100, foreign: 1, origin: 'moon', onDishonestList: 1 }] },
      () => [
        fault(
          '/company/shareholders/0/kind',
          'unknown-shareholder-kind',
          'No shareholder is of kind "ghost".',
          'Use one of: natural-person, company, listed-company, state.',
        ),
        truth('/company/shareholders/0/foreign'),
        fault(
          '/company/shareholders/0/origin',
          'unknown-value',
          'This value is not known.',
          'Use one of: hong-kong, macau, other.',
        ),
        truth('/company/shareholders/0/onDishonestList'),
      ],
    ],
    [
      'a shareholder without a share',
      {
        shareholders: [
          { kind: 'state', percent: 0 },
          { kind: 'state', percent: 50 },
        ],
      },
      () => [
        fault(
          '/company/shareholders/0/percent',
          'out-of-range',
          'A shareholder without a share is none.',
          'Leave the row out or give its share.',
        ),
      ],
    ],
    [
      'a share that is not said',
      { shareholders: [{ kind: 'state' }] },
      () => [fault('/company/shareholders/0/percent', 'number-expected', 'This is missing.', share)],
    ],
    [
      'a Chinese shareholder with an origin',
      { shareholders: [{ kind: 'company', percent: 100, origin: 'macau' }] },
      () => [
        fault(
          '/company/shareholders/0/origin',
          'contradiction',
          'Only a foreign shareholder has an origin.',
          'Set foreign to true, for Hong Kong and Macau too, or leave the origin out.',
        ),
      ],
    ],
    [
      'shares that make too little',
      {
        shareholders: [
          { kind: 'state', percent: 33.12341 },
          { kind: 'company', percent: 60 },
        ],
      },
      () => [
        fault(
          '/company/shareholders',
          'shares-do-not-add-up',
          'The shares add up to 93.1234 percent.',
          'Give all shareholders; their shares make 100 percent.',
        ),
      ],
    ],
    [
      'less than the foreign shareholders hold',
      {
        foreignShare: 20,
        shareholders: [
          { kind: 'company', percent: 40.00004, foreign: true },
          { kind: 'company', percent: 60 },
        ],
      },
      () => [
        fault(
          '/company/foreignShare',
          'foreign-share-too-low',
          'Foreign shareholders alone hold 40 percent.',
          'Give at least their share, and what is held through others besides.',
        ),
      ],
    ],
    [
      'more than can stand behind the shareholders',
      {
        foreignShare: 70,
        shareholders: [
          { kind: 'natural-person', percent: 25, foreign: true },
          { kind: 'natural-person', percent: 25 },
          { kind: 'listed-company', percent: 15 },
          { kind: 'company', percent: 15 },
          { kind: 'state', percent: 20 },
        ],
      },
      () => [
        fault(
          '/company/foreignShare',
          'foreign-share-too-high',
          'By the shareholders it is 55 percent at most.',
          'Mark the foreign shareholders, or give a lower foreign share.',
        ),
      ],
    ],
  ])('of the company: %s', (_, facts, expected) => {
    expect(faults(ask({ company: company(facts) }))).toEqual(expected());
  });

  it.each(['/company/bars', '/company/shareholders', '/coverage/provinces', '/materials', '/serviceTypes'])(
    'of a list that is none: %s',
    (pointer) => {
      const [, part = '', field] = pointer.split('/');
      const given: Record<string, object> = { company: company(), coverage: { kind: 'province', provinces: ['sh'] } };
      const wrong = field === undefined ? 5 : { ...given[part], [field]: 5 };
      expect(faults(ask({ [part]: wrong }))[0]).toEqual(
        fault(pointer, 'list-expected', 'A list is expected here.', 'Give a list.'),
      );
    },
  );

  it('in one line of at most twelve places, and the first of them by itself', () => {
    const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`x${i}`, 1]));
    const told = (count: number) => refusal(() => readProfile(law, ask(many(count))));
    const named = (count: number) =>
      Array.from({ length: count }, (_, i) => `/x${i} This field is not known.`).join(' ');
    expect(told(1).message).toBe(named(1));
    expect(told(12).message).toBe(`12 faults: ${named(12)}`);
    expect(told(13).message).toBe(`13 faults: ${named(12)} (and 1 more)`);
    expect(told(13).details).toMatchObject({ pointer: '/x0', remedy: `Known fields: ${known}.` });
    expect(refusal(() => readProfile(law, 5)).message).toBe('An object is expected here.');
  });
});

describe('a profile is taken at its limits', () => {
  it.each<[string, object]>([
    ['the first day of all', { establishedOn: '2007-01-01' }],
    ['founded on the day of the question', { establishedOn: '2026-03-02' }],
    ['decided on the day of the question', { bars: [{ kind: 'fraud', decidedOn: '2026-03-02' }] }],
    ['nothing paid in', { registeredCapital: 0 }],
    ['all foreign', { foreignShare: 100 }],
    ['shares that miss the whole by rounding', { shareholders: [{ kind: 'company', percent: 99.9 }] }],
    [
      'the foreign shareholders’ own share, rounded',
      {
        foreignShare: 40,
        shareholders: [
          { kind: 'company', percent: 40.09, foreign: true },
          { kind: 'state', percent: 59.91 },
        ],
      },
    ],
    [
      'all that may be foreign, rounded',
      {
        foreignShare: 40.09,
        shareholders: [
          { kind: 'listed-company', percent: 40 },
          { kind: 'state', percent: 60 },
        ],
      },
    ],
    ['no credit code', { uscc: '' }],
    ['the same answer twice', { onDishonestList: true, dishonestList: { mainManagers: true } }],
    ['an answer where not all are known', { onDishonestList: true, dishonestList: { company: false } }],
  ])('of the company: %s', (_, facts) => {
    expect(() => readProfile(law, ask({ company: company(facts) }))).not.toThrow();
  });

  it.each<[string, object]>([
    ['the first day of the rules', { today: '2017-09-01' }],
    ['the last day of the calendar', { today: coverage(law.calendar).assumedTo }],
    ['planned today', { plannedOn: '2026-03-02' }],
    ['the same answer twice', { servesOthers: true, service: { for: 'both' } }],
    ['an answer beside an open description', { servesOthers: false, service: { for: null } }],
    ['types that follow from the service', { serviceTypes: [], service: { for: 'others', channels: ['phone'] } }],
  ])('of the request: %s', (_, changes) => {
    expect(() => readProfile(law, ask(changes))).not.toThrow();
  });
});

describe('a profile that is sound', () => {
  it('is read field by field, with codes as they are usually written', () => {
    const { request, normalised } = readProfile(
      law,
      ask({
        company: company({
          name: '甲',
          city: '上海',
          province: ' ＳＨ',
          uscc: '9131 0000ma1fl5k41x',
          freeTradeZone: true,
        }),
        serviceTypes: ['b24'],
        coverage: { kind: 'provinces', provinces: ['sh', 'JS'] },
        materials: [
          { id: 'PREMISES-PROOF', issuedOn: '2026-01-05' },
          { id: 'premises-proof', issuedOn: null },
        ],
        incomeWithoutPermit: 12,
      }),
    );
    expect(request).toEqual({
      company: {
        name: '甲',
        uscc: '91310000MA1FL5K41X',
        province: 'sh',
        city: '上海',
        freeTradeZone: true,
        mainOfficeInZone: null,
        pilotArea: null,
        registeredCapital: 1_000_000,
        foreignShare: 0,
        establishedOn: null,
        shareholders: [{ kind: 'company', percent: 100, foreign: false, origin: null, onDishonestList: null }],
        onDishonestList: null,
        dishonestList: null,
        recentPenalty: null,
        bars: [],
      },
      serviceTypes: ['B24'],
      coverage: { kind: 'province', provinces: ['sh', 'js'] },
      today: '2026-03-02',
      plannedOn: null,
      materials: [
        { id: 'premises-proof', issuedOn: '2026-01-05' },
        { id: 'premises-proof', issuedOn: null },
      ],
      service: null,
      conditions: null,
      servesOthers: null,
      holdsProvincialPermit: null,
      commitmentRoute: null,
      unchangedSinceLastFiling: null,
      incomeWithoutPermit: 12,
    });
    expect(normalised).toEqual([
      { pointer: '/company/uscc', value: '91310000MA1FL5K41X' },
      { pointer: '/company/province', value: 'sh' },
      { pointer: '/serviceTypes/0', value: 'B24' },
      { pointer: '/coverage/provinces/1', value: 'js' },
      { pointer: '/materials/0/id', value: 'premises-proof' },
    ]);
  });

  it('answers what rules ask beside the license’s own facts; what is not said is unknown', () => {
    const unknown = {
      identifierRewritten: false,
      mainOfficeInZone: null,
      pilotArea: null,
      companyOnDishonestList: null,
      investorOnDishonestList: null,
      managerOnDishonestList: null,
      usccDoubtful: null,
      investorOrigins: null,
      largestHolderOnDishonestList: null,
      dishonestHolderShare: null,
      isCompany: null,
      fundsSuffice: null,
      staffSuffices: null,
      longTermAbility: null,
      premises: null,
      facilities: null,
      technicalPlan: null,
    };
    expect(statedFacts(readProfile(law, ask()))).toEqual(unknown);
    const shareholders = [
      { kind: 'company', percent: 40, foreign: true, origin: 'macau', onDishonestList: true },
      { kind: 'company', percent: 40, foreign: true, origin: 'macau', onDishonestList: false },
      { kind: 'state', percent: 20, onDishonestList: true },
    ];
    const told = ask({
      company: company({
        foreignShare: 80,
        shareholders,
        mainOfficeInZone: true,
        pilotArea: false,
        dishonestList: { company: false, mainInvestors: true, mainManagers: false },
      }),
      serviceTypes: ['b24'],
      service: {
        channels: ['phone', 'fax'],
        users: 'both',
        clients: 'overseas',
        platformInChina: true,
        leases: ['seats'],
      },
      conditions: {
        company: true,
        funds: false,
        staff: true,
        longTermService: false,
        premises: true,
        facilities: false,
        technicalPlan: true,
      },
    });
    const { request, normalised } = readProfile(law, told);
    expect(request.company.onDishonestList).toBe(true);
    expect(statedFacts({ request, normalised })).toEqual({
      ...unknown,
      identifierRewritten: true,
      mainOfficeInZone: true,
      pilotArea: false,
      companyOnDishonestList: false,
      investorOnDishonestList: true,
      managerOnDishonestList: false,
      investorOrigins: ['macau'],
      largestHolderOnDishonestList: true,
      dishonestHolderShare: 40,
      isCompany: true,
      fundsSuffice: false,
      staffSuffices: true,
      longTermAbility: false,
      premises: true,
      facilities: false,
      technicalPlan: true,
      serviceDescribed: true,
      channels: ['phone', 'fax'],
      users: ['domestic', 'overseas'],
      clients: ['overseas'],
      platformInChina: true,
      leasesSystemsOrSeats: true,
    });
  });

  it('may be for the whole country, and under bars', () => {
    const bars = [{ kind: 'fraud', decidedOn: '2025-01-02' }];
    const { request } = readProfile(law, ask({ company: company({ bars }), coverage: { kind: 'nationwide' } }));
    expect(request.coverage).toEqual({ kind: 'nationwide' });
    expect(request.company.bars).toEqual(bars);
  });

  it.each([
    ['a described service of which nothing is known', {}, { users: null, clients: null, channels: null, leases: null }],
    [
      'one that serves users at home',
      { users: 'domestic' },
      { users: ['domestic'], clients: null, channels: null, leases: null },
    ],
  ])('leaves open what it does not say: %s', (_, service, expected) => {
    const facts = statedFacts(readProfile(law, ask({ service })));
    const { users, clients, channels, leasesSystemsOrSeats: leases } = facts;
    expect({ users, clients, channels, leases }).toEqual(expected);
    expect(facts.serviceDescribed).toBe(true);
  });

  it.each([
    [{ company: true }, true],
    [{ company: false, mainInvestors: false, mainManagers: false }, false],
    [{ company: false, mainInvestors: false }, null],
    [{}, null],
  ])('is on a list by one party, and by none only where all three are known: %j', (dishonestList, expected) => {
    expect(readProfile(law, ask({ company: company({ dishonestList }) })).request.company.onDishonestList).toBe(
      expected,
    );
  });

  it.each([
    ['own-users', false],
    ['others', true],
    ['both', true],
  ])('says by its service whom it serves: %s', (words, expected) => {
    expect(readProfile(law, ask({ service: { for: words } })).request.servesOthers).toBe(expected);
  });

  it.each([
    ['the smaller of two holders', [60, 40], [false, true], false, 40],
    ['both holders', [60, 40], [true, true], true, 60],
    ['none', [60, 40], [false, false], null, null],
  ])('tells how much the holders on the list have: %s', (_, percents, listed, largest, dishonest) => {
    const shareholders = percents.map((percent, i) => ({ kind: 'state', percent, onDishonestList: listed[i] }));
    expect(statedFacts(readProfile(law, ask({ company: company({ shareholders }) })))).toMatchObject({
      largestHolderOnDishonestList: largest,
      dishonestHolderShare: dishonest,
    });
  });

  it.each([
    ['91310000MA1FL5K41X', false],
    ['91310000MA1FL5K41M', true],
  ])('doubts a credit code by its check character: %s', (uscc, doubtful) => {
    expect(statedFacts(readProfile(law, ask({ company: company({ uscc }) }))).usccDoubtful).toBe(doubtful);
  });
});
