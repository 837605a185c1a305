import type { DataSource } from 'typeorm';
import type { PortfolioAsking } from '../../../libs/persistence/index.js';
import { percentile } from '../figures.js';
import type { HttpClient } from '../http-client.js';
import { runLoad } from '../load.js';
import type { Question } from './questions.js';

export interface Latencies {
  p50Ms: number;
  p99Ms: number;
  /** Of each time it was asked, in ms. */
  all: number[];
}

export interface Measured {
  question: string;
  kind: Question['kind'];
  /** Lines on the pages, on average. */
  lines: number;
  database: Latencies;
  http: Latencies;
}

export interface Measuring {
  source: DataSource;
  http: HttpClient;
  asking: PortfolioAsking;
  /** How often each question is asked, each time with other values. */
  times: number;
  /** How many ask at the same time through HTTP; the database is asked by one. */
  callers: number;
}

export async function measureQuestion(question: Question, { source, http, ...how }: Measuring): Promise<Measured> {
  let lines = 0;
  const inDatabase = async (index: number): Promise<void> => {
    lines += await question.ask(source.manager, index, how.asking);
  };
  const throughHttp = (index: number): Promise<void> => http.get(question.path(index));
  await runLoad({ callers: 1, count: Math.ceil(how.times / 10), act: inDatabase }); // warms caches up
  lines = 0;
  const database = await runLoad({ callers: 1, count: how.times, act: inDatabase });
  const average = lines / how.times;
  await runLoad({ callers: how.callers, count: Math.ceil(how.times / 10), act: throughHttp });
  const overHttp = await runLoad({ callers: how.callers, count: how.times, act: throughHttp });
  return {
    question: question.name,
    kind: question.kind,
    lines: average,
    database: latenciesOf(database.latencies),
    http: latenciesOf(overHttp.latencies),
  };
}

export const latenciesOf = (all: number[]): Latencies => ({
  p50Ms: percentile(all, 0.5),
  p99Ms: percentile(all, 0.99),
  all,
});
