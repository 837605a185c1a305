import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { removeHandedOver } from '../../../apps/standalone/server-user.js';
import { Supervisor } from '../../../apps/standalone/supervise.js';
import { shanghaiDay } from '../../../libs/calendar/index.js';
import { loadLocalSettings } from '../../../libs/config/local-settings.js';
import { Keyring } from '../../../libs/keys/keyring.js';
import { ApiTokenRepository, createDataSource, openCipher, PersonRepository } from '../../../libs/persistence/index.js';
import { HttpClient } from '../http-client.js';
import { type BenchOptions, profilerArguments } from '../options.js';
import { startApi, startDatabase } from '../portfolio/bench-api.js';
import { type AsOfResult, asOfReportLines, asOfResultOf } from './as-of-report.js';
import { type Compared, compared, inLibrary, pathOf } from './measure-as-of.js';
import { streamedList } from './measure-list.js';
import { licenseQuestions, timesOf } from './questions.js';
import { type SamplePast, writeSamplePast } from './sample-past.js';

type Say = (line: string) => void;

/** What questions about the past take, one by one and as a list. What is asked about stays in its folder for the next run. */
export async function runAsOf(options: BenchOptions, say: Say): Promise<void> {
  const { dataFolder } = loadLocalSettings();
  const folder = resolve(dataFolder ?? '.paizhao', 'bench-as-of');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const supervisor = await Supervisor.claim(folder);
  supervisor.stopOnSignals(130);
  try {
    if (options.fresh) clear(folder);
    const result = await measure(supervisor, folder, options, say);
    for (const line of asOfReportLines(result)) process.stdout.write(`${line}\n`);
    if (options.json) {
      writeFileSync(options.json, `${JSON.stringify(result)}\n`);
      process.stdout.write(`Every figure: ${options.json}\n`);
    }
  } finally {
    await supervisor.stop();
  }
  say(`everything is stopped; the sample stays in ${folder} for the next run`);
}

function clear(folder: string): void {
  removeHandedOver(join(folder, 'postgres', 'cluster'));
  for (const name of ['postgres', 'files', 'secrets.json', 'admin-token-not-shown-yet'])
    rmSync(join(folder, name), { recursive: true, force: true });
}

async function measure(supervisor: Supervisor, folder: string, options: BenchOptions, say: Say): Promise<AsOfResult> {
  const failing = (name: string) => ({
    onUnexpectedExit: (how: string) => {
      process.stderr.write(`The ${name} ended by itself (${how}). Its log: ${join(folder, 'logs')}\n`);
      process.exit(1);
    },
  });
  const database = await startDatabase(supervisor, folder, failing);
  const source = await createDataSource({ url: database.appUrl, applicationName: 'paizhao-bench' }).initialize();
  try {
    const cipher = await openCipher(source.manager, new Keyring(Buffer.from(database.dataKey, 'base64')));
    const sample = await writeSamplePast({ url: database.superuserUrl, source, cipher }, options.licenses, say);
    const token = await auditor(source, cipher);
    const { temporalCli } = options;
    const nodeArguments = profilerArguments(options);
    const url = await startApi(supervisor, folder, database, { temporalCli, failing, nodeArguments });
    const apiPid = supervisor.children.find(({ name }) => name === 'api')?.pid ?? 0;
    say('the api runs');
    return await ask(sample, { url, token, apiPid }, options, say);
  } finally {
    await source.destroy();
  }
}

/** Who may read the texts of people too, and is told who could see. */
async function auditor(
  source: ReturnType<typeof createDataSource>,
  cipher: ConstructorParameters<typeof PersonRepository>[1],
): Promise<string> {
  const now = new Date().toISOString();
  const actor = { kind: 'system', id: 'bootstrap' } as const;
  const act = { actor, commandId: randomUUID(), now, validOn: shanghaiDay(now) };
  const id = randomUUID();
  return source.transaction(async (manager) => {
    const person = { id, name: 'Sample auditor (sample data)', mail: `${id}@example.com`, language: 'en' } as const;
    await new PersonRepository(manager, cipher).add(person, act);
    const bearer = { kind: 'person', id } as const;
    return new ApiTokenRepository(manager).issue(
      { id: randomUUID(), bearer, roles: ['auditor'], expiresAt: null },
      act,
    );
  });
}

async function ask(
  sample: SamplePast,
  { url, token, apiPid }: { url: string; token: string; apiPid: number },
  { times, licenses }: BenchOptions,
  say: Say,
): Promise<AsOfResult> {
  const questions = licenseQuestions(sample, times);
  const library = await inLibrary(questions);
  say('asked in the library');
  const http = new HttpClient(url, token, 1);
  try {
    const measured: Compared[] = [];
    const measureOf = async (names: { name: string; plainName: string }, paths: { asked: string; plain: string }[]) => {
      measured.push(await compared(names, paths, { http, apiPid }));
      say(`asked: ${names.name}`);
    };
    const plainOf = ({ license }: (typeof questions)[number]): string => `/licenses/${license.licenseId}`;
    await measureOf(
      { name: 'a license', plainName: 'GET /licenses/:id' },
      questions.map((question) => ({ asked: pathOf(question), plain: plainOf(question) })),
    );
    const duties = questions.map((question) => {
      const { licenseId, entries } = question.license;
      const { seq } = entries.find(({ type }) => type === 'permit-registered') ?? { seq: 2 };
      return {
        asked: `/licenses/${licenseId}/obligations/renewal:${seq}/state?${timesOf(question)}`,
        plain: plainOf(question),
      };
    });
    await measureOf({ name: 'an obligation', plainName: 'GET /licenses/:id' }, duties);
    const company = `/companies/${sample.companyId}`;
    await measureOf(
      { name: 'a company', plainName: 'GET /companies/:id' },
      questions.map((question) => ({ asked: `${company}/state?${timesOf(question)}`, plain: company })),
    );
    const day = `${sample.days.end}`;
    const list = await streamedList(`${url}/as-of/licenses?validOn=${day}&knownOn=${day}`, token, apiPid);
    return asOfResultOf({ times, licenses, entries: sample.entries }, { library, questions: measured, list });
  } finally {
    http.close();
  }
}
