import type { DataSource, EntityManager } from 'typeorm';
import { cursorOf } from '../../../apps/api/portfolio/cursor.js';
import { queryOf } from '../../../apps/api/portfolio/portfolio-filter.js';
import type { Scope } from '../../../libs/domain/index.js';
import {
  type PortfolioAsking,
  PortfolioFiguresRepository,
  type PortfolioFilter,
  type PortfolioPlace,
  PortfolioRepository,
  TaskRepository,
} from '../../../libs/persistence/index.js';

export const questionKinds = ['list', 'search', 'scoped', 'tasks', 'dashboard'] as const;

/** A kind of question that people ask of the portfolio; the values differ from one time to the next. */
export interface Question {
  name: string;
  kind: (typeof questionKinds)[number];
  /** What is within reach of whoever asks; null for everything. */
  scope: Scope | null;
  /** It is about all licenses or a good part of them, so that tables are rightly read from end to end. */
  aboutAll?: true;
  /** Asks the database. @returns how many lines came */
  ask(manager: EntityManager, index: number, asking: PortfolioAsking): Promise<number>;
  /** Where the same is asked through HTTP. */
  path(index: number): string;
}

/** As many as a page has where nobody says. */
const pageSize = 50;

interface Samples {
  companies: string[];
  names: string[];
  usccs: string[];
  permits: string[];
  owners: string[];
  people: string[];
  places: PortfolioPlace[];
  authorities: string[];
}

/** So many values of each kind are drawn from the portfolio. */
const drawn = 500;

export async function questionsOn(source: DataSource): Promise<Question[]> {
  const samples = await samplesOf(source);
  return [
    ...listQuestions(samples),
    ...searchQuestions(samples),
    ...scopedQuestions(samples),
    ...taskQuestions(samples),
    ...dashboardQuestions(samples),
  ];
}

type Filter = (index: number) => PortfolioFilter;
type Place = (index: number) => PortfolioPlace;

/** A page of the list of licenses. */
function pageOf(
  name: string,
  kind: Question['kind'],
  filter: Filter,
  { after, scope = null }: { after?: Place | undefined; scope?: Scope | null } = {},
): Question {
  return {
    ...{ name, kind, scope },
    ask: async (manager, index, asking) => {
      const page = { filter: filter(index), after: after?.(index) ?? null, limit: pageSize + 1 };
      const lines = await new PortfolioRepository(manager).page(page, asking);
      return Math.min(lines.length, pageSize);
    },
    path: (index) => {
      const place = after?.(index);
      const query = new URLSearchParams(queryOf(filter(index)));
      if (place) query.set('after', cursorOf(place.slackDay, place.licenseId));
      return `/licenses?${query}`;
    },
  };
}

/** Somebody who sees a few companies, many, or single licenses. */
const reaches = ({ companies, places }: Samples): [string, Scope][] => [
  ['of a company', { companies: companies.slice(0, 1), licenses: [] }],
  ['of 200 companies', { companies: companies.slice(0, 200), licenses: [] }],
  ['of 100 licenses', { companies: [], licenses: places.slice(0, 100).map(({ licenseId }) => licenseId) }],
  [
    'of companies and licenses',
    { companies: companies.slice(0, 20), licenses: places.slice(0, 20).map(({ licenseId }) => licenseId) },
  ],
];

function scopedQuestions(samples: Samples): Question[] {
  return reaches(samples).flatMap(([whose, scope]) => [
    pageOf(`${whose}: the first page`, 'scoped', () => ({}), { scope }),
    pageOf(`${whose}: a status`, 'scoped', (i) => ({ status: [at(states, i)] }), { scope }),
    pageOf(`${whose}: a name`, 'scoped', () => ({ q: '科技' }), { scope }),
  ]);
}

function taskQuestions(samples: Samples): Question[] {
  const { owners, authorities } = samples;
  const tasks = (name: string, filter: Filter, scope: Scope | null = null): Question => ({
    ...{ name, kind: 'tasks', scope },
    ask: async (manager, index, asking) => {
      const page = { filter: filter(index), after: null, limit: pageSize + 1 };
      return Math.min((await new TaskRepository(manager).page(page, asking)).length, pageSize);
    },
    path: (index) => `/tasks?${new URLSearchParams(queryOf(filter(index)))}`,
  });
  return [
    tasks('the first tasks', () => ({})),
    tasks('tasks of an owner', (i) => ({ owner: at(owners, i) })),
    tasks('tasks with an authority', (i) => ({ authority: [at(authorities, i)] })),
    ...reaches(samples).map(([whose, scope]) => tasks(`tasks ${whose}`, () => ({}), scope)),
  ];
}

function dashboardQuestions(samples: Samples): Question[] {
  const dashboard = (name: string, filter: Filter, scope: Scope | null = null): Question => ({
    ...{ name, kind: 'dashboard', scope },
    ask: async (manager, index, asking) =>
      (await new PortfolioFiguresRepository(manager).figures(filter(index), asking)).byStatus.length,
    path: (index) => `/dashboard?${new URLSearchParams(queryOf(filter(index)))}`,
  });
  return [
    { ...dashboard('dashboard of everything', () => ({})), aboutAll: true },
    dashboard('dashboard of an owner', (i) => ({ owner: at(samples.owners, i) })),
    { ...dashboard('dashboard of an authority', (i) => ({ authority: [at(samples.authorities, i)] })), aboutAll: true },
    ...reaches(samples).map(([whose, scope]) => dashboard(`dashboard ${whose}`, () => ({}), scope)),
  ];
}

const at = <T>(values: readonly T[], index: number): T => values[index % values.length] as T;

const states = ['valid', 'renewal-due', 'in-review', 'window-missed', 'suspended', 'closed'] as const;

function listQuestions({ companies, owners, people, places, authorities }: Samples): Question[] {
  const list = (name: string, filter: Filter, after?: Place): Question => pageOf(name, 'list', filter, { after });
  return [
    list('the first page', () => ({})),
    list(
      'pages deep in the list',
      () => ({}),
      (i) => at(places, i),
    ),
    list('a status', (i) => ({ status: [at(states, i)] })),
    list('several states', (i) => ({ status: [at(states, i), at(states, i + 3)] })),
    list('an authority', (i) => ({ authority: [at(authorities, i)] })),
    list('a company', (i) => ({ companyId: [at(companies, i)] })),
    list('twenty companies', (i) => ({ companyId: Array.from({ length: 20 }, (_, n) => at(companies, i * 20 + n)) })),
    list('a service type', (i) => ({ serviceType: [at(['B24', 'B25', 'B21', 'B26'], i)] })),
    list('an owner', (i) => ({ owner: at(owners, i) })),
    list('a person in any role', (i) => ({ person: at(people, i) })),
    list('a due window', (i) => ({ dueFrom: day(i % 900), dueBy: day((i % 900) + 30) })),
    list('slack up to thirty days', (i) => ({ slackTo: 30 - (i % 60) })),
    list('slack, status and authority', (i) => ({
      slackTo: 400,
      status: [at(states, i)],
      authority: [at(authorities, i)],
    })),
    list('what needs attention', () => ({ needsAttention: true })),
    list('what has ended', () => ({ ended: true })),
    list('a type, an owner, not ended', (i) => ({ serviceType: ['B25'], owner: at(owners, i), ended: false })),
  ];
}

function searchQuestions({ names, usccs, permits, owners }: Samples): Question[] {
  const search = (name: string, filter: Filter): Question => pageOf(name, 'search', filter);
  const within = (text: string, index: number, length: number): string => {
    const [longest = ''] = text.split(' ').sort((a, b) => b.length - a.length);
    const characters = [...longest];
    const from = index % Math.max(1, characters.length - length + 1);
    return characters.slice(from, from + length).join('');
  };
  return [
    search('two characters of a name', (i) => ({ q: within(at(names, i).slice(2), i, 2) })),
    search('three characters of a name', (i) => ({ q: within(at(names, i).slice(2), i, 3) })),
    search('five characters of a name', (i) => ({ q: within(at(names, i).slice(2), i, 5) })),
    search('a whole name', (i) => ({ q: at(names, i) })),
    search('what every name has', (i) => ({ q: at(['有限公司', '样例', '公司', '限公'], i) })),
    search('a line of business', (i) => ({ q: at(['网络科技', '呼叫中心', '信息技术', '数据服务'], i) })),
    search('an English word', (i) => ({ q: at(['harbour', 'TELECOM', 'Ltd', 'river'], i) })),
    search('part of a permit number', (i) => ({ q: at(permits, i).slice(-6, -1) })),
    search('a whole permit number', (i) => ({ q: at(permits, i) })),
    search('the end of a credit code', (i) => ({ q: at(usccs, i).slice(-6) })),
    search('what is not there', (i) => ({ q: `无此${i}` })),
    search('a name, of an owner', (i) => ({ q: '科技', owner: at(owners, i) })),
    search('a name, by status and slack', (i) => ({
      q: within(at(names, i).slice(2), i, 2),
      status: ['valid'],
      slackTo: 365,
    })),
  ];
}

const day = (fromNow: number): string => new Date(Date.now() + fromNow * 86_400_000).toISOString().slice(0, 10);

async function samplesOf(source: DataSource): Promise<Samples> {
  const column = async (expression: string, from = 'paizhao.license_view v'): Promise<string[]> => {
    const rows = (await source.query(
      `select ${expression} as value from ${from} order by hashtextextended(${expression}, 7) limit ${drawn}`,
    )) as { value: string }[];
    return rows.map(({ value }) => value);
  };
  const rows = (await source.query(
    `select nullif(slack_day, 'infinity')::text as "slackDay", license_id as "licenseId"
       from paizhao.license_view order by hashtextextended(license_id::text, 8) limit ${drawn}`,
  )) as PortfolioPlace[];
  return {
    companies: await column('id::text', 'paizhao.companies'),
    names: await column('name', 'paizhao.companies'),
    usccs: await column('uscc', 'paizhao.companies'),
    permits: await column('permit_number', '(select * from paizhao.license_view where permit_number is not null) v'),
    owners: await column('v.owner'),
    people: await column('v.manager'),
    places: rows,
    authorities: [...new Set(await column('v.authority'))],
  };
}
