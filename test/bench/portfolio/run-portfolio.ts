import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { removeHandedOver } from '../../../apps/standalone/server-user.js';
import { Supervisor } from '../../../apps/standalone/supervise.js';
import { shanghaiDay } from '../../../libs/calendar/index.js';
import { loadLocalSettings } from '../../../libs/config/local-settings.js';
import type { Scope } from '../../../libs/domain/index.js';
import { createDataSource, type PortfolioAsking } from '../../../libs/persistence/index.js';
import { HttpClient } from '../http-client.js';
import type { BenchOptions } from '../options.js';
import { type BenchDatabase, startApi, startDatabase } from './bench-api.js';
import { type Measured, measureQuestion } from './measure-portfolio.js';
import { plansOf } from './plans.js';
import { type PortfolioResult, portfolioReportLines, portfolioResultOf, sequentialIn } from './portfolio-report.js';
import { type Question, questionsOn } from './questions.js';
import { entriesPerLicense, writeSamplePortfolio } from './sample-portfolio.js';

type Say = (line: string) => void;

/**
 * Lists and search over a large portfolio, in the database and through HTTP. The portfolio stays in its folder for the
 * next run. Fails where PostgreSQL would read a large table from end to end.
 */
export async function runPortfolio(options: BenchOptions, say: Say): Promise<void> {
  const { dataFolder } = loadLocalSettings();
  const folder = resolve(dataFolder ?? '.paizhao', 'bench-portfolio');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const supervisor = await Supervisor.claim(folder);
  supervisor.stopOnSignals(130);
  try {
    if (options.fresh) clear(folder);
    const result = await measure(supervisor, folder, options, say);
    for (const line of portfolioReportLines(result)) process.stdout.write(`${line}\n`);
    if (options.json) {
      writeFileSync(options.json, `${JSON.stringify(result)}\n`);
      process.stdout.write(`Every figure: ${options.json}\n`);
    }
    if (sequentialIn(result).length > 0) throw new Error('A large table was read from end to end.');
  } finally {
    await supervisor.stop();
  }
  say(`everything is stopped; the portfolio stays in ${folder} for the next run`);
}

function clear(folder: string): void {
  removeHandedOver(join(folder, 'postgres', 'cluster'));
  for (const name of ['postgres', 'files', 'secrets.json', 'admin-token-not-shown-yet'])
    rmSync(join(folder, name), { recursive: true, force: true });
}

async function measure(
  supervisor: Supervisor,
  folder: string,
  options: BenchOptions,
  say: Say,
): Promise<PortfolioResult> {
  const failing = (name: string) => ({
    onUnexpectedExit: (how: string) => {
      process.stderr.write(`The ${name} ended by itself (${how}). Its log: ${join(folder, 'logs')}\n`);
      process.exit(1);
    },
  });
  const database = await startDatabase(supervisor, folder, failing);
  say('PostgreSQL runs');
  await writeSamplePortfolio(database.superuserUrl, options.licenses, say);
  const apiUrl = await startApi(supervisor, folder, database, { temporalCli: options.temporalCli, failing });
  say('the api runs');
  return ask(apiUrl, database, options, say);
}

async function ask(apiUrl: string, database: BenchDatabase, options: BenchOptions, say: Say): Promise<PortfolioResult> {
  const { licenses, times, callers } = options;
  const today = shanghaiDay(new Date().toISOString());
  const askingOf = ({ scope }: Question): PortfolioAsking => ({ today, scopes: scope === null ? [] : [scope] });
  const source = await createDataSource({ url: database.appUrl, applicationName: 'paizhao-bench' }).initialize();
  const clients = new Clients(apiUrl, database.adminToken, callers);
  try {
    const questions = await questionsOn(source);
    const plans = await plansOf(source, questions, askingOf);
    const measured: Measured[] = [];
    for (const question of questions) {
      const http = await clients.within(question.scope);
      const asking = askingOf(question);
      measured.push(await measureQuestion(question, { source, http, asking, times, callers }));
      say(`asked: ${question.name}`);
    }
    const settings = { licenses, entries: licenses * entriesPerLicense, times, callers };
    return portfolioResultOf(settings, measured, plans);
  } finally {
    clients.close();
    await source.destroy();
  }
}

/** Who asks through HTTP: a token of its own for each reach, issued as an administrator would. */
class Clients {
  private readonly limited = new Map<Scope, HttpClient>();
  private readonly whole: HttpClient;

  constructor(
    private readonly url: string,
    token: string,
    private readonly callers: number,
  ) {
    this.whole = new HttpClient(url, token, callers);
  }

  async within(scope: Scope | null): Promise<HttpClient> {
    if (scope === null) return this.whole;
    const known = this.limited.get(scope);
    if (known) return known;
    const asked = { integration: 'bench', roles: ['integration'], scope };
    const client = new HttpClient(this.url, (await this.whole.post('/tokens', asked)).token, this.callers);
    this.limited.set(scope, client);
    return client;
  }

  close(): void {
    for (const client of [this.whole, ...this.limited.values()]) client.close();
  }
}
