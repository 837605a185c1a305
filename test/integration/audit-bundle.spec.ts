import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { commands } from '../../apps/cli/commands/index.js';
import { run } from '../../apps/cli/run.js';
import { shanghaiDay } from '../../libs/calendar/index.js';
import { loadConfig } from '../../libs/config/index.js';
import { lawHere } from '../../libs/law/index.js';
import { verifyExport } from '../../libs/ledger/index.js';
import { checkPrinted } from '../../libs/proof-check/index.js';
import { Sealer } from '../../libs/sealing/index.js';
import { type BundleFiles, type BundleReport, partsIn, verifyBundle } from '../../libs/verify/index.js';
import { aPdf, type Cast, cast, must, openedLicense, preparedFiling, receivedFiling } from '../support/api-story.js';
import { type ApiClient, ApiWorld } from '../support/api-world.js';
import { marked, marksIn } from '../support/marked-values.js';
import { firstKey, secondKey } from '../support/sealing-world.js';

jest.setTimeout(120_000);

let world: ApiWorld;
let all: Cast;
let licenseId: string;
let companyId: string;
let auditorId: string;
let scratch: string;
/** As it was before anything was sealed. */
let unsealed: BundleFiles;
/** As an auditor gets it over HTTP, for a reason, of the license as it is from then on. */
let bundle: Buffer;
/** As the command line writes it, without files. */
let written: BundleFiles;

/** A license from its opening to the silence of the authority, months later, with reminders; sealed but for its end. */
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'paizhao-bundle-'));
  world = await ApiWorld.create();
  all = await cast(world);
  auditorId = (await must(all.auditor.get('/access'))).actor.id;
  ({ licenseId, companyId } = await openedLicense(all));
  const filingId = await receivedFiling(all, licenseId);
  const scan = { name: 'scan.pdf', bytes: aPdf(marked('scan')) };
  const { scanId } = await must(all.officer.upload(`/licenses/${licenseId}/scans`, {}, scan));
  const { entries } = await must(all.officer.get(`/licenses/${licenseId}/history?limit=500`));
  const receipt = (entries as { seq: number; type: string }[]).find(({ type }) => type === 'receipt-recorded')?.seq;
  await must(all.officer.post(`/licenses/${licenseId}/papers/${receipt}/scans`, { scanId }));
  unsealed = filesIn((await fetched(all.auditor)).bytes);
  await seal(firstKey);
  await must(all.admin.post(`/simulation/licenses/${licenseId}/skip`, { until: '2027-02-01' }));
  await seal(secondKey, firstKey);
  await must(all.officer.post(`/licenses/${licenseId}/filings/${filingId}/withdrawal`, { withdrawnOn: '2027-02-01' }));
  await must(all.approver.post(`/licenses/${licenseId}/closure`, { reason: marked('closure') }));
  bundle = (await fetched(all.auditor, covered, { 'paizhao-reason': encodeURIComponent('年度审计') })).bytes;
  written = await exported();
});
afterAll(async () => {
  await world.close();
  await rm(scratch, { recursive: true });
});

const covered = { from: '2026-11-01', to: '2027-03-31' };
const { fingerprint } = firstKey.as('paizhao');

/** By whoever knows this key, with the law of this release. */
function verified(files: BundleFiles, known: string | null = fingerprint): Promise<BundleReport> {
  const { packs, calendars } = lawHere();
  const law = new Map([...packs, ...calendars].map(({ id, hash }) => [id, hash]));
  return verifyBundle(partsIn(files), { fingerprint: known, checkpoint: null }, law);
}

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
    readText: (path) => (path === 'auditor.token' ? `${all.auditor.token}\n` : 'none'),
    installation: async () =>
      loadConfig({
        DATABASE_URL: world.database.appUrl,
        PAIZHAO_DATA_KEY: world.dataKey.toString('base64'),
        FILES_DIR: world.filesDir,
      }),
    progress: () => undefined,
  });

const out = (): string => join(scratch, `${randomUUID()}.zip`);

/** An officer without a token at hand. */
const by = (): string[] => ['--by', all.people.owner];

async function exported(...words: string[]): Promise<BundleFiles> {
  const file = out();
  const days = ['--from', covered.from, '--to', covered.to];
  const { exitCode, err } = await cli(
    'export-audit',
    '--license',
    licenseId,
    ...days,
    '--out',
    file,
    ...(words.includes('--token') ? [] : by()),
    ...words,
  );
  expect([exitCode, err]).toEqual([0, '']);
  return filesIn(await readFile(file));
}

const filesIn = (zip: Buffer): BundleFiles =>
  new Map(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, Buffer.from(bytes)]));

// biome-ignore lint/suspicious/noExplicitAny: a test reads the bundle as a stranger would.
const jsonIn = (files: BundleFiles, name: string): any => JSON.parse((files.get(name) as Buffer).toString('utf8'));

const sha256Of = (files: BundleFiles, name: string): string =>
  createHash('sha256')
    .update(files.get(name) as Buffer)
    .digest('hex');

const lockOf = (folder: string): Record<string, string> => JSON.parse(readFileSync(`${folder}/lock.json`, 'utf8'));

const entriesIn = (files: BundleFiles) =>
  (files.get('streams/1.jsonl') as Buffer)
    .toString('utf8')
    .split('\n')
    .slice(1, -2)
    // biome-ignore lint/suspicious/noExplicitAny: as above
    .map((line): any => JSON.parse(JSON.parse(line).body));

const fetched = (client: ApiClient, query: object = covered, headers: Record<string, string> = {}) =>
  client.bytes(`/licenses/${licenseId}/audit-bundle?${new URLSearchParams({ ...query })}`, headers);

const code = async (asking: ReturnType<typeof fetched>): Promise<[number, string]> => {
  const { status, bytes } = await asking;
  return [status, JSON.parse(bytes.toString('utf8')).code];
};

describe('an audit bundle', () => {
  it('is found anchored by whoever knows a key, up to what was not sealed yet', async () => {
    for (const known of [fingerprint, secondKey.as('paizhao').fingerprint])
      expect(await verified(written, known)).toMatchObject({
        verdict: 'anchored',
        findings: [],
        checkpoint: { number: 2 },
        streams: [
          { stream: `license/${licenseId}`, unanchored: 2 },
          { stream: `delivery/${licenseId}`, unanchored: 0 },
          { stream: `company/${companyId}`, unanchored: 0 },
        ],
      });
    expect(jsonIn(written, 'proofs.json').checkpoints).toHaveLength(2);
    expect(jsonIn(written, 'manifest.json')).toMatchObject({ license: licenseId, simulated: true, ...covered });
  });

  it('is made where nothing was ever sealed, with nothing to anchor it', async () => {
    const { checkpoints, streams } = jsonIn(unsealed, 'proofs.json');
    expect(checkpoints).toEqual([]);
    expect(streams[0]).toEqual({ stream: `license/${licenseId}`, file: 'streams/1.jsonl', heads: '', siblings: [] });
    expect(verifyExport((unsealed.get('streams/1.jsonl') as Buffer).toString('utf8')).findings).toEqual([]);
    expect(await verified(unsealed, null)).toMatchObject({
      verdict: 'consistent-not-anchored',
      notAnchored: 'license-not-sealed',
      findings: [],
    });
  });

  it('is the same, byte for byte, over HTTP whenever nothing has happened since', async () => {
    const again = await fetched(all.auditor);
    expect(again.status).toBe(200);
    expect(again.headers.get('content-type')).toBe('application/zip');
    expect(again.bytes.equals(bundle)).toBe(true);
    const made = filesIn(bundle);
    expect([...made.keys()]).toEqual([...written.keys()]);
    expect((await verified(made)).verdict).toBe('anchored');
    for (const name of ['proofs.json', 'documents.json', 'deadlines.json', 'deliveries.json'])
      expect(made.get(name)?.equals(written.get(name) as Buffer)).toBe(true);
  });

  it('has a proof of every date, under law that it brings along', () => {
    const files = filesIn(bundle);
    const { explanations, obligations, law } = jsonIn(files, 'deadlines.json');
    const checked = checkPrinted((files.get('deadlines.json') as Buffer).toString('utf8'));
    expect(checked).toHaveLength(explanations.length);
    expect(checked?.flatMap(({ differences }) => differences)).toEqual([]);
    expect(obligations.map(({ kind }: { kind: string }) => kind)).toEqual(
      expect.arrayContaining(['acceptance', 'review']),
    );
    const named = Object.fromEntries(
      [...law.packs, ...law.calendars].map(({ id, file }) => [id, sha256Of(files, file)]),
    );
    const locked = { ...lockOf('libs/rulebook/packs'), ...lockOf('libs/calendar/tables') };
    expect(Object.keys(named)).toEqual(expect.arrayContaining(['cn-vats-current@2', 'cn-2026.2']));
    for (const [id, sha256] of Object.entries(named)) expect(sha256).toBe(locked[id]);
  });

  it('names every document with its hash and the entries that name it, and what each sign-off stood for', () => {
    const { documents, packs } = jsonIn(written, 'documents.json');
    const entries = entriesIn(written);
    const naming = entries.filter(({ type }) => ['material-supplied', 'scan-attached'].includes(type));
    expect(documents.map(({ sha256 }: { sha256: string }) => sha256)).toEqual(naming.map(({ data }) => data.sha256));
    for (const { sha256, named } of documents)
      for (const { seq } of named) expect(JSON.stringify(entries[seq - 1]?.data)).toContain(sha256);
    expect(packs).toHaveLength(1);
    expect(createHash('sha256').update(JSON.stringify(packs[0].materials)).digest('hex')).toBe(packs[0].packHash);
    expect(entries[packs[0].submitted[0].seq - 1]).toMatchObject({ type: 'filing-submitted' });
  });

  it('tells of every message what became of it, by the entries that say so', () => {
    const { messages } = jsonIn(written, 'deliveries.json');
    expect(messages.length).toBeGreaterThan(0);
    for (const message of messages) {
      expect(message).toMatchObject({ channel: 'mail', state: 'sent', role: expect.any(String) });
      expect(message.events.at(-1)).toMatchObject({ stream: `delivery/${licenseId}`, code: '250' });
    }
  });

  it('holds messages and files of the days that are covered, and of no others', async () => {
    const early = await fetched(all.auditor, { from: '2020-01-01', to: '2020-12-31', files: 'true' });
    const files = filesIn(early.bytes);
    expect(jsonIn(files, 'deliveries.json').messages).toEqual([]);
    expect(jsonIn(files, 'documents.json').documents[0]).toMatchObject({ file: null, omitted: 'outside-period' });
  });

  it('holds nothing of a person without files', () => {
    expect(marksIn(bundle)).toEqual([]);
    for (const id of Object.values(all.people)) expect(bundle.includes(`名${id.slice(0, 4)}`)).toBe(false);
    expect(jsonIn(filesIn(bundle), 'documents.json').documents[0]).toMatchObject({ file: null, omitted: 'not-asked' });
  });

  it('holds the files of the days that are covered where they are asked for', async () => {
    const files = await exported('--files', '--reason', 'yearly audit');
    const { documents } = jsonIn(files, 'documents.json');
    for (const { file, sha256 } of documents) expect(sha256Of(files, file)).toBe(sha256);
    expect([...files].filter(([, bytes]) => marksIn(bytes).includes(marked('scan')))).toHaveLength(1);
    for (const name of ['report.zh.html', 'report.en.html'])
      for (const told of [marked('closure'), `名${all.people.owner.slice(0, 4)}`])
        expect(files.get(name)?.includes(told)).toBe(true);
    expect((await verified(files)).findings).toEqual([]);
  });

  it('says of a file that is not there any more that it could not be read', async () => {
    const own = await openedLicense(all);
    const filingId = await preparedFiling(all, own.licenseId);
    await world.source.query(`update paizhao.files set storage_key = $2 where license_id = $1`, [
      own.licenseId,
      randomUUID(),
    ]);
    const { bytes } = await all.auditor.bytes(
      `/licenses/${own.licenseId}/audit-bundle?${new URLSearchParams({ ...covered, files: 'true' })}`,
    );
    const { documents } = jsonIn(filesIn(bytes), 'documents.json');
    expect(documents[0]).toMatchObject({ filingId, file: null, omitted: 'unreadable' });
  });

  it('is on the access record before it leaves: who, which days, and why', async () => {
    const { records } = await must(all.auditor.get('/access-records?day=2026-11-20&limit=500'));
    const mine = (records as { kind: string; reason: object | null }[]).filter(({ kind }) => kind === 'audit-bundle');
    expect(mine.find(({ reason }) => reason !== null)).toMatchObject({
      licenseId,
      ...covered,
      files: false,
      by: 'api',
      reason: { text: '年度审计' },
    });
  });
});

describe('a bundle that is made at the command line', () => {
  /** The newest that this person is told of. */
  async function told(about: string): Promise<Record<string, unknown>> {
    const day = shanghaiDay(new Date().toISOString());
    const { records } = await must(all.admin.get(`/access-records?day=${day}&about=${about}&limit=500`));
    return (records as Record<string, unknown>[]).filter(({ kind }) => kind === 'audit-bundle').at(-1) ?? {};
  }
  const account = { text: expect.stringMatching(/^.+@.+$/) };

  it('is on record with whoever the token proves', async () => {
    await exported('--token', 'auditor.token');
    expect(await told(all.people.owner)).toMatchObject({
      who: { kind: 'person', id: auditorId },
      ...{ by: 'command-line', claimed: null, account },
      words: { zh: '在命令行取得审计包', en: 'Was handed an audit bundle, at the command line' },
    });
  });

  it('is on record, without a token, with whom somebody claims to be: to that person as well, and to no name of theirs', async () => {
    const { id } = await world.person('officer');
    await exported('--by', `${id.toUpperCase()}@example.com`);
    const recorded = await told(id);
    expect(recorded).toMatchObject({
      who: { kind: 'system', id: 'operator' },
      ...{ by: 'command-line', claimed: { kind: 'person', id }, account },
      words: {
        en: expect.stringMatching(/somebody who claims to be/),
        zh: expect.stringMatching(/^命令行操作人（自称/),
      },
    });
    const own = await must(all.admin.get(`/people/${id}/personal-data`));
    expect(own.reads).toMatchObject([{ kind: 'audit-bundle-exported', details: { claimed: { id } } }]);
    const [row] = await world.source.query(
      `select count(*)::integer as count from paizhao.ledger_events where position(convert_to($1, 'UTF8') in body) > 0`,
      [hostname()],
    );
    expect(row).toEqual({ count: 0 });
  });
});

describe('who may have a bundle', () => {
  const limited = async (rest: object): Promise<ApiClient> => {
    const named = { integration: null, roles: ['auditor'], personId: all.people.owner, ...rest };
    return world.stranger((await must(all.admin.post('/tokens', named))).token);
  };

  it('nobody without a token, no administrator, and nobody whose scope does not cover the license', async () => {
    expect(await code(fetched(world.stranger()))).toEqual([401, 'token-missing']);
    expect(await code(fetched(all.admin))).toEqual([403, 'role-not-allowed']);
    const other = await openedLicense(all);
    const elsewhere = await limited({ scope: { companies: [other.companyId], licenses: [] } });
    expect(await code(fetched(elsewhere))).toEqual([404, 'license-not-found']);
  });

  it('nobody who may ask about a period only: a chain is whole', async () => {
    const period = { from: '2026-01-01', until: '2027-12-31' };
    expect(await code(fetched(await limited({ period })))).toEqual([403, 'bundle-is-whole']);
  });

  it('nobody who may see this license, and not its company, whose chain is part of it', async () => {
    const scope = { companies: [], licenses: [licenseId] };
    const ofLicense = await limited({ scope });
    expect((await ofLicense.get(`/licenses/${licenseId}`)).status).toBe(200);
    expect((await ofLicense.get(`/companies/${companyId}`)).status).toBe(404);
    expect(await code(fetched(ofLicense))).toEqual([403, 'bundle-is-whole']);
  });

  it('whoever may see its company; with files only who may read files', async () => {
    const scope = { companies: [companyId], licenses: [] };
    const client = await limited({ actions: ['export-audit-bundle'], scope });
    expect((await fetched(client)).status).toBe(200);
    expect(await code(fetched(client, { ...covered, files: 'true' }))).toEqual([403, 'action-not-in-token']);
  });
});

describe('what is asked wrongly', () => {
  it.each([
    [{ from: '2027-01-02', to: '2027-01-01' }, 'invalid-period'],
    [{ from: '2027-02-30', to: '2027-03-01' }, 'invalid-date'],
    [{ from: '2027-01-01' }, 'field-missing'],
    [{ ...covered, files: 'all' }, 'field-invalid'],
    [{ ...covered, name: 'x' }, 'unknown-field'],
  ])('over HTTP, %j, is refused with %s', async (query, expected) => {
    expect(await code(fetched(all.auditor, query))).toEqual([422, expected]);
  });

  it('a license that is not there is not found', async () => {
    const { body } = await all.auditor.get(`/licenses/${randomUUID()}/audit-bundle?${new URLSearchParams(covered)}`);
    expect(body.code).toBe('license-not-found');
  });

  const days = ['--from', '2026-01-01', '--to', '2026-12-31'];
  const me = ['--by', '<me>'];
  it.each<[string[], number, string]>([
    [['--license', 'nobody', ...days, ...me, '--out', 'OUT'], 1, 'license-not-found'],
    [
      ['--license', 'LICENSE', '--from', '2026-02-01', '--to', '2026-01-01', ...me, '--out', 'OUT'],
      2,
      'invalid-period',
    ],
    [['--license', 'LICENSE', '--from', 'today', '--to', '2026-01-01', ...me, '--out', 'OUT'], 2, 'invalid-date'],
    [['--license', 'LICENSE', ...days, ...me], 2, 'missing-argument'],
    [[...days, ...me, '--out', 'OUT'], 2, 'missing-argument'],
    [['--license', 'LICENSE', ...days, '--out', 'OUT'], 2, 'missing-argument'],
    [['--license', 'LICENSE', ...days, ...me, '--token', 'auditor.token', '--out', 'OUT'], 2, 'invalid-option'],
    [['--license', 'LICENSE', ...days, '--token', 'another.token', '--out', 'OUT'], 2, 'operator-unknown'],
    [['--license', 'LICENSE', ...days, '--by', 'stranger@example.com', '--out', 'OUT'], 2, 'operator-unknown'],
    [['--license', 'LICENSE', ...days, ...me, '--out', 'THERE'], 1, 'bundle-file-exists'],
    [['--license', 'LICENSE', ...days, ...me, '--out', 'THERE/below.zip'], 2, 'unwritable-file'],
  ])('on the command line, %j, ends with status %i and %s, and leaves no file', async (words, status, expected) => {
    const there = join(scratch, 'there');
    await writeFile(there, 'somebody else’s');
    const named = { LICENSE: licenseId, OUT: out(), THERE: there, '<me>': all.people.owner };
    const asked = words.map((word) =>
      Object.entries(named).reduce((text, [name, value]) => text.replace(name, value), word),
    );
    const before = await readdir(scratch);
    const { exitCode, err } = await cli('export-audit', '--json', ...asked);
    expect([exitCode, JSON.parse(err).error.code]).toEqual([status, expected]);
    expect(await readdir(scratch)).toEqual(before);
    expect(await readFile(there, 'utf8')).toBe('somebody else’s');
  });
});
