import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { commands } from '../../apps/cli/commands/index.js';
import { run } from '../../apps/cli/run.js';
import { loadConfig } from '../../libs/config/index.js';
import { checkPrinted } from '../../libs/proof-check/index.js';
import { Sealer } from '../../libs/sealing/index.js';
import { type BundleFiles, verifyBundle } from '../../libs/verify/index.js';
import { aPdf, type Cast, cast, must, openedLicense, receivedFiling } from '../support/api-story.js';
import { type ApiClient, ApiWorld } from '../support/api-world.js';
import { marked, marksIn } from '../support/marked-values.js';
import { firstKey, secondKey } from '../support/sealing-world.js';

jest.setTimeout(120_000);

let world: ApiWorld;
let all: Cast;
let licenseId: string;
let companyId: string;
let scratch: string;

/** A license from its opening to the silence of the authority, months later, with reminders; sealed but for its end. */
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'paizhao-bundle-'));
  world = await ApiWorld.create();
  all = await cast(world);
  ({ licenseId, companyId } = await openedLicense(all));
  const filingId = await receivedFiling(all, licenseId);
  const scan = { name: 'scan.pdf', bytes: aPdf(marked('scan')) };
  const { scanId } = await must(all.officer.upload(`/licenses/${licenseId}/scans`, {}, scan));
  const { entries } = await must(all.officer.get(`/licenses/${licenseId}/history?limit=500`));
  const receipt = (entries as { seq: number; type: string }[]).find(({ type }) => type === 'receipt-recorded')?.seq;
  await must(all.officer.post(`/licenses/${licenseId}/papers/${receipt}/scans`, { scanId }));
  await seal(firstKey);
  await must(all.admin.post(`/simulation/licenses/${licenseId}/skip`, { until: '2027-02-01' }));
  await seal(secondKey, firstKey);
  await must(all.officer.post(`/licenses/${licenseId}/filings/${filingId}/withdrawal`, { withdrawnOn: '2027-02-01' }));
  await must(all.approver.post(`/licenses/${licenseId}/closure`, { reason: marked('closure') }));
});
afterAll(async () => {
  await world.close();
  await rm(scratch, { recursive: true });
});

const covered = { from: '2026-11-01', to: '2027-03-31' };
const nothing = { fingerprint: null, checkpoint: null };
const { fingerprint } = firstKey.as('paizhao');

async function seal(...keys: [typeof firstKey, ...(typeof firstKey)[]]): Promise<void> {
  const log = { info: () => undefined, error: () => undefined };
  const pace = { entries: 1, milliseconds: 60_000, most: 10_000 };
  const sealer = new Sealer({ dataSource: world.source, keys, store: null, log, clock: Date.now, pace });
  expect(await sealer.round()).toBe('sealed');
}

const cli = (...words: string[]) =>
  run(words, {
    entries: commands,
    version: '0',
    language: 'en',
    readText: () => '',
    installation: async () =>
      loadConfig({
        DATABASE_URL: world.database.appUrl,
        PAIZHAO_DATA_KEY: world.dataKey.toString('base64'),
        FILES_DIR: world.filesDir,
      }),
    progress: () => undefined,
  });

const out = (): string => join(scratch, `${randomUUID()}.zip`);

async function exported(...words: string[]): Promise<BundleFiles> {
  const file = out();
  const days = ['--from', covered.from, '--to', covered.to];
  const { exitCode, err } = await cli('export-audit', '--license', licenseId, ...days, '--out', file, ...words);
  expect([exitCode, err]).toEqual([0, '']);
  return filesIn(await readFile(file));
}

const filesIn = (zip: Buffer): BundleFiles =>
  new Map(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, Buffer.from(bytes)]));

// biome-ignore lint/suspicious/noExplicitAny: a test reads the bundle as a stranger would.
const jsonIn = (files: BundleFiles, name: string): any => JSON.parse((files.get(name) as Buffer).toString('utf8'));

const fetched = (client: ApiClient, query: object = covered) =>
  client.bytes(`/licenses/${licenseId}/audit-bundle?${new URLSearchParams({ ...query })}`);

describe('an audit bundle', () => {
  it('is found anchored by whoever knows the key, up to what was not sealed yet', async () => {
    const files = await exported();
    expect(verifyBundle(files, { ...nothing, fingerprint })).toMatchObject({
      verdict: 'anchored',
      findings: [],
      checkpoint: { number: 2 },
      streams: [
        { stream: `license/${licenseId}`, unanchored: expect.any(Number) },
        { stream: `delivery/${licenseId}`, unanchored: 0 },
        { stream: `company/${companyId}`, unanchored: 0 },
      ],
    });
    expect(jsonIn(files, 'proofs.json').checkpoints).toHaveLength(1);
  });
});
void [fetched, readdir, writeFile, checkPrinted, marksIn];
