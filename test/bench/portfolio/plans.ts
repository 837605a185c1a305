import { Client } from 'pg';
import type { PortfolioAsking } from '../../../libs/persistence/index.js';
import { pageStatement } from '../../../libs/persistence/portfolio.repository.js';
import type { Question } from './questions.js';
import { bigTables } from './sample-portfolio.js';

export interface PlanSeen {
  question: string;
  /** What the statement went through: indexes by name, and tables read from end to end. */
  indexes: string[];
  sequential: string[];
}

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: PlanNode[];
}

/** Values of each question that are looked at: what PostgreSQL chooses depends on them. */
const looks = 8;

/** How PostgreSQL goes about each question, by its own words. */
export async function plansOf(
  url: string,
  questions: readonly Question[],
  asking: PortfolioAsking,
): Promise<PlanSeen[]> {
  const client = new Client({ connectionString: url, application_name: 'paizhao-bench' });
  await client.connect();
  try {
    const seen: PlanSeen[] = [];
    for (const question of questions) {
      const nodes: PlanNode[] = [];
      for (let index = 0; index < looks; index += 1) nodes.push(...(await planOf(client, question, index, asking)));
      seen.push({
        question: question.name,
        indexes: namesOf(nodes.map((node) => node['Index Name'])),
        sequential: namesOf(
          nodes.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name']),
        ).filter((table) => bigTables.includes(table)),
      });
    }
    return seen;
  } finally {
    await client.end();
  }
}

async function planOf(client: Client, question: Question, index: number, asking: PortfolioAsking): Promise<PlanNode[]> {
  const page = { filter: question.filter(index), after: question.after?.(index) ?? null, limit: 51 };
  const { sql, values } = pageStatement(page, asking);
  const { rows } = await client.query(`explain (format json) ${sql}`, values);
  return flat(rows[0]['QUERY PLAN'][0].Plan);
}

const flat = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(flat)];

const namesOf = (names: readonly (string | undefined)[]): string[] =>
  [...new Set(names.filter((name) => name !== undefined))].sort();
