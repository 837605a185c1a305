import type { DataSource } from 'typeorm';
import { cursorOf } from '../../../apps/api/portfolio/cursor.js';
import { queryOf } from '../../../apps/api/portfolio/portfolio-filter.js';
import { type PortfolioAsking, PortfolioRepository } from '../../../libs/persistence/index.js';
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

/** As many as a page has where nobody says. */
const pageSize = 50;

export async function measureQuestion(question: Question, { source, http, ...how }: Measuring): Promise<Measured> {
  const portfolio = new PortfolioRepository(source.manager);
  let lines = 0;
  const inDatabase = async (index: number): Promise<void> => {
    const page = { filter: question.filter(index), after: question.after?.(index) ?? null, limit: pageSize + 1 };
    lines += Math.min((await portfolio.page(page, how.asking)).length, pageSize);
  };
  const throughHttp = async (index: number): Promise<void> => {
    const place = question.after?.(index);
    const query = new URLSearchParams(queryOf(question.filter(index)));
    if (place) query.set('after', cursorOf(place.slackDay, place.licenseId));
    await http.get(`/licenses?${query}`);
  };
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
