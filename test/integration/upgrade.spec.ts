import type { DataSource } from 'typeorm';
import { targetOf, withHealer } from '../../apps/cli/healer.js';
import { readStream, verifyExport } from '../../libs/ledger/index.js';
import { createDataSource, migrate } from '../../libs/persistence/index.js';
import { expectLiveIsFolded } from '../support/live-and-folded.js';
import { anInstallation, healed, serveApi, serveWorker } from '../support/served-installation.js';
import type { TestDatabase } from '../support/stack.js';
import { restoredDatabase, restoreFiles, storedInstallation, storedReleases } from '../support/stored-installations.js';

jest.setTimeout(120_000);

/** Up to 0.2.0 a license woke at a whole minute; the second within it is of 0.3.0. */
const toTheMinute = (instant: string): string => `date_trunc('minute', ${instant}) as ${instant}`;

/** What an earlier release said in words that must stay: which duty, by when, which reminder is next. */
const derivedRows = {
  license: `select license_id, seq, company_id, company_name, authority, office, status, owner, deputy, manager, filings,
                   permit_number, permit_last_day, next_obligation, next_date, safe_day, needs_attention, simulated,
                   ended, opened_on, recorded_at
              from paizhao.license_view order by license_id`,
  obligations: `select license_id, obligation_id, kind, duty, filing_id, period, opened_on, date, safe_day, cure_end,
                       firmness, paused
                  from paizhao.obligation_view order by license_id, obligation_id`,
  rungs: `select license_id, obligation_id, rung, day, ${toTheMinute('at')}
            from paizhao.planned_rungs order by license_id, obligation_id, rung`,
  messages: 'select key, license_id, state, attempts, smtp_answer from paizhao.outbox order by key',
  wakes: `select license_id, ${toTheMinute('wake_at')} from paizhao.snapshots order by license_id`,
};

async function rowsOf(source: DataSource): Promise<Record<string, unknown[]>> {
  const rows = Object.entries(derivedRows).map(async ([name, sql]) => [name, await source.query(sql)] as const);
  return Object.fromEntries(await Promise.all(rows));
}

const chainOf = (source: DataSource): Promise<unknown[]> =>
  source.query(
    `select stream, seq, encode(hash, 'hex') as hash from paizhao.ledger_events order by stream collate "C", seq`,
  );

describe.each(storedReleases())('an installation of %s, under this code', (release) => {
  const kept = storedInstallation(release);
  const { licenses, tokens } = kept;
  let database: TestDatabase;
  let source: DataSource;
  let installation: Awaited<ReturnType<typeof anInstallation>>;
  let worker: Awaited<ReturnType<typeof serveWorker>>;
  let api: Awaited<ReturnType<typeof serveApi>>;
  let before: { rows: Awaited<ReturnType<typeof rowsOf>>; chain: unknown[] };

  beforeAll(async () => {
    database = await restoredDatabase(release);
    source = await createDataSource({ url: database.url }).initialize();
    before = { rows: await rowsOf(source), chain: await chainOf(source) };
    await migrate(database.url, { appUrl: database.appUrl });
    installation = await anInstallation(database, kept.dataKey);
    restoreFiles(kept, installation.filesDir);
    worker = await serveWorker(installation.config);
    api = await serveApi(installation.config);
  });

  afterAll(async () => {
    await api?.stop();
    await worker?.stop();
    await installation?.close();
    await source?.destroy();
    await database?.drop();
  });

  it('has the same dates once everything is derived anew', async () => {
    await withHealer(targetOf(installation.config), async ({ rebuild }) => {
      for (const licenseId of Object.values(licenses)) await rebuild(licenseId);
    });
    expect(await rowsOf(source)).toEqual(before.rows);
    expect(await chainOf(source)).toEqual(before.chain);
  });

  it('is brought back to life on a Temporal server that knows nothing', async () => {
    const { ended, ...open } = licenses;
    const { checked, findings } = await healed(installation.config, true);
    expect(checked).toBe(Object.keys(licenses).length);
    expect(findings.map(({ licenseId, ailment, outcome }) => [licenseId, ailment, outcome]).sort()).toEqual(
      Object.values(open)
        .map((licenseId) => [licenseId, 'no-workflow', 'cured'])
        .sort(),
    );
    expect((await healed(installation.config, false)).findings).toEqual([]);
  });

  it('carries out commands, and the chain goes on from where it was', async () => {
    const officer = api.client(tokens.officer);
    const asked = await officer.post(`/licenses/${licenses.preparing}/filings`, { kind: 'new' });
    expect(asked).toMatchObject({ status: 201, body: { filingId: 'new-1', outcome: 'appended' } });
    expect((await chainOf(source)).length).toBeGreaterThan(before.chain.length);
    expect(await chainOf(source)).toEqual(expect.arrayContaining(before.chain));
    for (const licenseId of Object.values(licenses)) {
      const { body } = await api.client(tokens.auditor).get(`/licenses/${licenseId}/export`);
      expect(verifyExport(body).findings).toEqual([]);
      expect((await readStream(source, `license/${licenseId}`)).length).toBe(verifyExport(body).checked);
    }
  });

  it('reads what that release encrypted, and sends nothing again', async () => {
    const officer = api.client(tokens.officer);
    const { body } = await officer.get(`/licenses/${licenses.filed}/filings/new-1`);
    const [material] = Object.values(body.materials).flat() as [{ materialId: string }];
    const path = `/licenses/${licenses.filed}/filings/new-1/materials/${material.materialId}/content`;
    expect((await officer.get(path)).body).toContain('%PDF-1.4');
    const sent = new Set(before.rows.messages?.map((row) => (row as { key: string }).key));
    const after = (await source.query(derivedRows.messages)) as { key: string }[];
    expect(after.filter(({ key }) => sent.has(key))).toEqual(before.rows.messages);
    expect(installation.mail.store.all().length).toBeLessThanOrEqual(after.length - sent.size);
  });

  it('keeps beside the ledger what the ledger says', () => expectLiveIsFolded(source));
});
