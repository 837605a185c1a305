import type { DataSource } from 'typeorm';
import type { PortfolioFilter, PortfolioPlace } from '../../../libs/persistence/index.js';

/** A kind of question that people ask of a list; the values differ from one time to the next. */
export interface Question {
  name: string;
  kind: 'list' | 'search';
  filter(index: number): PortfolioFilter;
  /** Where the page before ended, for pages deep in the list. */
  after?(index: number): PortfolioPlace;
}

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
  return [...listQuestions(samples), ...searchQuestions(samples)];
}

const at = <T>(values: readonly T[], index: number): T => values[index % values.length] as T;

function listQuestions({ companies, owners, people, places, authorities }: Samples): Question[] {
  const list = (name: string, filter: Question['filter'], after?: Question['after']): Question => ({
    ...{ name, kind: 'list', filter },
    ...(after ? { after } : {}),
  });
  const states = ['valid', 'renewal-due', 'in-review', 'window-missed', 'suspended', 'closed'] as const;
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
  const search = (name: string, filter: Question['filter']): Question => ({ name, kind: 'search', filter });
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
