import type { DataSource, EntityManager } from 'typeorm';
import type { PortfolioAsking } from '../../../libs/persistence/index.js';
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
  source: DataSource,
  questions: readonly Question[],
  askingOf: (question: Question) => PortfolioAsking,
): Promise<PlanSeen[]> {
  const seen: PlanSeen[] = [];
  for (const question of questions) {
    const nodes: PlanNode[] = [];
    for (let index = 0; index < looks; index += 1)
      nodes.push(...(await plansFor(source, question, index, askingOf(question))));
    const read = nodes.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name']);
    seen.push({
      question: question.name,
      indexes: namesOf(nodes.map((node) => node['Index Name'])),
      sequential: question.aboutAll ? [] : namesOf(read).filter((table) => bigTables.includes(table)),
    });
  }
  return seen;
}

/** Of every statement that the product itself sends for the question. */
async function plansFor(
  { manager }: DataSource,
  question: Question,
  index: number,
  asking: PortfolioAsking,
): Promise<PlanNode[]> {
  const nodes: PlanNode[] = [];
  const explained = async (sql: string, values: unknown[]): Promise<unknown> => {
    const [row] = await manager.query(`explain (format json) ${sql}`, values);
    nodes.push(...flat(row['QUERY PLAN'][0].Plan));
    return manager.query(sql, values);
  };
  await question.ask(Object.create(manager, { query: { value: explained } }) as EntityManager, index, asking);
  return nodes;
}

const flat = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(flat)];

const namesOf = (names: readonly (string | undefined)[]): string[] =>
  [...new Set(names.filter((name) => name !== undefined))].sort();
