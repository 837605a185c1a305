import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ApiClient } from '../../apps/demo/api-client.js';
import { adminTokenWasShown } from '../../apps/standalone/first-admin.js';
import { identify } from '../../apps/standalone/process-identity.js';
import type { Stack } from '../../apps/standalone/stack.js';
import { version } from '../../libs/config/version.js';
import { companyWith } from '../support/api-story.js';
import { expectDatabaseIsFolded } from '../support/live-and-folded.js';
import { must, startLocalStack } from '../support/local-stack.js';

jest.setTimeout(120_000);

/** Two starts of the built product in one data folder; between them Temporal's data is lost. */
describe('the built product', () => {
  const folder = join(__dirname, '..', '..', '.paizhao', 'test', `${process.pid}-dist-smoke`);
  const running: Stack[] = [];

  const start = async (): Promise<Stack> => {
    const stack = await startLocalStack(folder, { fresh: false });
    running.push(stack);
    return stack;
  };
  const children = (): number[] =>
    JSON.parse(readFileSync(join(folder, 'processes.json'), 'utf8')).children.map(({ pid }: { pid: number }) => pid);
  const opensLicense = async (admin: ApiClient, officer: ApiClient, number: number): Promise<string> => {
    const { companyId } = must(await officer.post('/companies', companyWith(number)));
    const person = { name: 'Sample', mail: `owner-${number}@example.com`, language: 'en' };
    const { personId } = must(await admin.post('/people', person));
    const people = { owner: personId, deputy: personId, manager: personId };
    const coverage = { kind: 'province', provinces: ['sh'] };
    const opened = must(await officer.post('/licenses', { companyId, serviceTypes: ['B24'], coverage, people }));
    expect(opened).toMatchObject({ outcome: 'appended', status: 'preparing' });
    return opened.licenseId;
  };

  afterAll(async () => {
    for (const stack of running) await stack.supervisor.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  let adminToken = '';
  let officerToken = '';
  let kept = '';

  it('starts, is ready, and carries out a first command', async () => {
    const stack = await start();
    adminToken = stack.adminToken ?? '';
    expect(adminToken).toMatch(/^pz_/);
    adminTokenWasShown(folder);
    const stranger = new ApiClient(stack.apiUrl, null);
    expect(await stranger.get('/health/ready')).toMatchObject({ status: 200, body: { status: 'ready', version } });
    const { body: openapi } = await stranger.get('/openapi.json');
    expect(openapi).toMatchObject({ openapi: expect.stringMatching(/^3\./), info: { version: '1' } });
    expect(Object.keys(openapi.paths)).toEqual(
      expect.arrayContaining(['/companies', '/licenses/{id}/agenda', '/people']),
    );

    const admin = new ApiClient(stack.apiUrl, adminToken);
    officerToken = must(await admin.post('/tokens', { integration: 'smoke', roles: ['officer'] })).token;
    kept = await opensLicense(admin, new ApiClient(stack.apiUrl, officerToken), 1);
  });

  it('keeps its secrets to its owner', () => {
    for (const file of ['secrets.json', 'environment.json']) {
      expect(statSync(join(folder, file)).mode & 0o077).toBe(0);
    }
  });

  it('stops and leaves no process behind', async () => {
    const pids = children();
    expect(pids).toHaveLength(4);
    await expectDatabaseIsFolded((running.at(-1) as Stack).database.superuserUrl);
    await running.at(-1)?.supervisor.stop();
    expect(pids.filter((pid) => identify(pid))).toEqual([]);
    expect(existsSync(join(folder, 'environment.json'))).toBe(false);
  });

  it('keeps everything over a restart, and starts from PostgreSQL what Temporal has lost', async () => {
    for (const end of ['', '-wal', '-shm']) rmSync(join(folder, `temporal.db${end}`), { force: true });
    const stack = await start();
    expect(stack.adminToken).toBeNull();
    expect(await stack.healed).toMatchObject({
      checked: 1,
      findings: [{ licenseId: kept, ailment: 'no-workflow', outcome: 'cured' }],
    });
    const officer = new ApiClient(stack.apiUrl, officerToken);
    expect(await officer.get(`/licenses/${kept}`)).toMatchObject({ status: 200, body: { status: 'preparing' } });
    const filing = await officer.post(`/licenses/${kept}/filings`, { kind: 'new' }, randomUUID());
    expect(must(filing)).toMatchObject({ outcome: 'appended' });
    await opensLicense(new ApiClient(stack.apiUrl, adminToken), officer, 2);
    await expectDatabaseIsFolded(stack.database.superuserUrl);
    await stack.supervisor.stop();
  });
});
