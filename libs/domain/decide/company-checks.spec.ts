import { aCompany, anOpening, Desk } from '../../../test/support/builders.js';
import { type Refused, type Told, tellsWhatIsWrong } from '../../../test/support/refused.js';
import type { CompanyFacts } from '../company.js';

const day = '2026-03-02';
const long = 'x'.repeat(80);

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

tellsWhatIsWrong('a company', company);
