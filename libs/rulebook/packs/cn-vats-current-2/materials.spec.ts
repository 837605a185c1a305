import { latestTable, loadCalendar } from '../../../calendar/index.js';
import type { Applicant } from '../../applicant.js';
import { packById } from '../../packs.js';
import { requirementsFor } from '../../requirements.js';

const law = { pack: packById('cn-vats-current@2'), calendar: loadCalendar(latestTable) };

interface Case {
  company?: Partial<Applicant>;
  types?: string[];
  province?: string;
  nationwide?: boolean;
  authority?: string;
  kind?: string;
  on?: string;
  more?: object;
}

function asked({ company = {}, types = ['B24'], province = 'sh', nationwide = false, kind = 'new', ...rest }: Case) {
  return requirementsFor(law, {
    company: {
      province: 'sh',
      city: null,
      freeTradeZone: false,
      registeredCapital: 10_000_000,
      foreignShare: 0,
      establishedOn: null,
      shareholders: [],
      onDishonestList: false,
      recentPenalty: false,
      ...company,
    },
    serviceTypes: types,
    coverage: nationwide ? { kind: 'nationwide' } : { kind: 'province', provinces: [province] },
    filingKind: kind,
    authority: rest.authority ?? (nationwide ? 'MIIT' : province),
    on: rest.on ?? '2026-03-02',
    ...rest.more,
  });
}

const must = (question: Case): string[] =>
  asked(question)
    .filter(({ status }) => status !== 'optional')
    .map(({ id }) => id);
const may = (question: Case): string[] =>
  asked(question)
    .filter(({ status }) => status === 'optional')
    .map(({ id }) => id);

/** What everybody hands in for a first permit. */
const first = [
  'application-form',
  'business-license',
  'company-and-staff',
  'social-security-proof',
  'business-and-technical-plan',
  'service-quality-measures',
  'security-measures',
  'shareholder-tracing',
  'credit-system-screenshots',
  'lawful-operation-commitment',
];
const callCenter = [...first, 'premises-proof', 'nuisance-call-commitment'];

const firstPermits: [string, Case, string[]][] = [
  ['Shanghai, call center', {}, callCenter],
  ['Shanghai, offshore call center', { types: ['B24-2'] }, [...first, 'premises-proof']],
  ['Beijing, e-commerce', { province: 'bj', types: ['B21-1'] }, first],
  ['Zhejiang, information over the internet', { province: 'zj', types: ['B25-1'] }, first],
  ['Guizhou, data center', { province: 'gz', types: ['B11'] }, first],
  ['MIIT, access and network', { nationwide: true, types: ['B13', 'B14'] }, first],
  ['MIIT, call center', { nationwide: true }, callCenter],
  [
    'Shaanxi, call center',
    { province: 'shx' },
    [...callCenter, 'agent-contracts', 'carrier-contract', 'equipment-list-and-seat-plan'],
  ],
  ['Shaanxi, information', { province: 'shx', types: ['B25'] }, first],
  ['Hunan, call center', { province: 'hun' }, [...callCenter, 'equipment-contract']],
  ['Guangxi, call center', { province: 'gx' }, [...callCenter, 'notification-commitment']],
  ['Guangxi, domain names', { province: 'gx', types: ['B26-1'] }, [...first, 'notification-commitment']],
  ['Shanghai, by commitment', { more: { commitmentRoute: true } }, [...callCenter, 'notification-commitment']],
  ['Shanghai, multi-party and call center', { types: ['B22', 'B24'] }, [...callCenter, 'special-business-commitment']],
  ['Shanghai, four types', { types: ['B21', 'B22', 'B23', 'B25'] }, [...first, 'special-business-commitment']],
  ['a penalty within three years', { company: { recentPenalty: true } }, [...callCenter, 'integrity-commitment']],
  [
    'a provincial holder going nationwide',
    { nationwide: true, more: { holdsProvincialPermit: true } },
    [...callCenter, 'provincial-permit-cancellation-commitment'],
  ],
  [
    'any foreign share',
    { company: { foreignShare: 1 }, authority: 'MIIT' },
    [...callCenter, 'foreign-shareholding-tree'],
  ],
  [
    'persons, companies and a listed company as shareholders',
    { company: { shareholders: [{ kind: 'natural-person' }, { kind: 'company' }, { kind: 'listed-company' }] } },
    [...callCenter, 'shareholder-identity', 'shareholder-registration', 'top-ten-shareholders'],
  ],
];

describe('a first permit asks for', () => {
  it.each(firstPermits)('%s: what is due, and no more', (_, question, expected) => {
    expect(must(question).sort()).toEqual([...expected].sort());
  });

  it.each<[string, Case, string[]]>([
    ['Liaoning', { province: 'ln' }, ['sealed-articles-of-association', 'manager-identity']],
    ['Hebei', { province: 'hb' }, ['manager-identity']],
    ['Jiangxi', { province: 'jx' }, ['manager-identity']],
    ['Guangdong', { province: 'gd' }, ['notification-commitment-guangdong']],
    ['nationwide', { nationwide: true }, ['branch-papers']],
    ['a data center', { types: ['B11'] }, ['access-service-commitment']],
    [
      'a data center in foreign hands',
      { types: ['B11'], company: { foreignShare: 100 } },
      ['access-service-commitment', 'pilot-approval'],
    ],
    ['Shanghai', {}, []],
  ])('%s: what may be asked besides', (_, question, expected) => {
    const everywhere = [
      'articles-of-association',
      'reputation-evidence',
      'special-business-commitment-by-name-or-trade',
      'no-business-so-far-statement',
      'prior-approval',
    ];
    expect(may(question).filter((id) => !everywhere.includes(id))).toEqual(expected);
    expect(may(question)).toEqual(expect.arrayContaining(everywhere));
  });

  it.each(['capital-verification-or-audit', 'voip-commitment'])('%s nowhere', (id) => {
    for (const { code } of law.pack.authorities)
      expect(asked({ province: code, authority: code }).map((one) => one.id)).not.toContain(id);
  });
});

describe('papers of the past', () => {
  it.each([
    ['2020-05-10', 'required'],
    ['2020-05-11', 'deferrable'],
  ])('on %s the social security proof is %s', (on, status) => {
    expect(asked({ on }).find(({ id }) => id === 'social-security-proof')?.status).toBe(status);
  });

  it('asked for sealed articles and the managers’ identity everywhere until May 10, 2020', () => {
    const both = ['sealed-articles-of-association', 'manager-identity'];
    expect(must({ on: '2020-05-10' })).toEqual(expect.arrayContaining(both));
    expect(asked({ on: '2020-05-11' }).filter(({ id }) => both.includes(id))).toEqual([]);
  });

  it.each([
    ['2020-07-31', false],
    ['2020-08-01', true],
  ])('on %s the commitment against nuisance calls is asked for: %s', (on, expected) => {
    expect(must({ on }).includes('nuisance-call-commitment')).toBe(expected);
  });

  it.each([
    ['2021-06-30', ['foreign-investment-approval', 'foreign-investor-track-record']],
    ['2021-07-01', ['foreign-investor-track-record']],
    ['2022-05-01', []],
  ])('on %s a foreign-invested company also needs %j', (on, expected) => {
    const papers = must({ on, company: { foreignShare: 30 }, authority: 'MIIT' });
    expect(papers.filter((id) => /^foreign-investment|^foreign-investor/.test(id))).toEqual(expected);
  });
});

describe('later filings ask for', () => {
  it('the six papers of a termination and the business license', () => {
    expect(must({ kind: 'termination' })).toEqual([
      'business-license',
      'termination-application',
      'termination-resolution',
      'aftercare-commitment',
      'user-settlement-plan',
      'original-permit',
    ]);
    expect(may({ kind: 'termination' })).toEqual(['other-termination-papers']);
  });

  it('application, published notice and statement after a loss', () => {
    expect(asked({ kind: 'reissue' }).map(({ id }) => id)).toEqual([
      'reissue-application',
      'lost-notice',
      'loss-statement',
    ]);
  });

  it.each(['new', 'renewal', 'change'])('a statement in place of unchanged papers (%s)', (kind) => {
    const repeated = { kind, more: { unchangedSinceLastFiling: true } };
    expect(must(repeated)).toContain('unchanged-statement');
    expect(may(repeated)).toContain('business-license');
    expect(must({ kind })).toContain('business-license');
    expect(asked({ kind }).map(({ id }) => id)).not.toContain('unchanged-statement');
  });

  it('every paper again on a repeated filing of before May 11, 2020', () => {
    const repeated = { kind: 'renewal', on: '2020-05-10', more: { unchangedSinceLastFiling: true } };
    expect(must(repeated)).toEqual(expect.arrayContaining(['business-license', 'shareholder-tracing']));
    expect(must(repeated)).not.toContain('unchanged-statement');
  });

  it('the agreement behind a change of operator', () => {
    const changed = { kind: 'change', more: { changeKinds: ['shareholders'], operatorChanges: true } };
    expect(may(changed)).toContain('operator-change-papers');
    expect(must(changed)).toEqual(expect.arrayContaining(['company-decision', 'changed-shareholder-tracing']));
  });
});
