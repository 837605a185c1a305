import { randomBytes, randomUUID } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiClient } from '../../apps/demo/api-client.js';
import { parsed } from '../../apps/standalone/mail-store.js';
import type { Stack } from '../../apps/standalone/stack.js';
import { verifyExport } from '../../libs/ledger/index.js';
import { erasedName } from '../../libs/persistence/index.js';
import { expectDatabaseIsFolded } from '../support/live-and-folded.js';
import { LocalStack, must, paizhao, type Registered, startLocalStack } from '../support/local-stack.js';

jest.setTimeout(240_000);

/**
 * The whole of `docs/backup.md` as an operator does it, with the built product and every process of its own: a machine
 * works, is backed up, works on a little, erases somebody and is gone; another one gets the backup, its key, the keys of
 * people and texts as they were then, secrets.json, and the second store as it was at the end.
 */
describe('an installation whose machine is gone', () => {
  const safe = mkdtempSync(join(tmpdir(), 'paizhao-safe-'));
  const [file, keyFile, store] = [join(safe, 'paizhao.backup'), join(safe, 'backup.key'), join(safe, 'checkpoints')];
  const held = { licenses: [] as Registered[], messages: new Set<string>(), ended: '', gone: '' };
  const figures = { backup: 0, bytes: 0 };
  let folder: string;
  let adminToken: string;
  let afterBackup: Registered;
  // biome-ignore lint/suspicious/noExplicitAny: read as a script reads it
  let restored: any;
  let stack: Stack;

  beforeAll(async () => {
    await livesAndIsLost();
    const started = performance.now();
    mkdirSync(folder, { recursive: true });
    copyFileSync(join(safe, 'secrets.json'), join(folder, 'secrets.json'));
    cpSync(store, join(folder, 'checkpoints'), { recursive: true });
    restored = await paizhao('restore', file, '--key-file', keyFile, '--data', folder);
    stack = await startLocalStack(folder, { fresh: false });
    const ready = performance.now();
    await stack.healed;
    const [toReady, toHealed] = [ready - started, performance.now() - started].map((ms) => (ms / 1_000).toFixed(1));
    process.stdout.write(
      `restore drill: ${restored.entries} entries of ${restored.streams} streams; backup ` +
        `${(figures.bytes / 1e6).toFixed(2)} MB in ${figures.backup.toFixed(1)} s; restored, every chain verified, in ` +
        `${restored.seconds} s, compared with what was sealed in ${restored.verifiedIn} s; ` +
        `ready after ${toReady} s, healed after ${toHealed} s\n`,
    );
  });

  afterAll(async () => {
    await stack?.supervisor.stop();
    for (const each of [folder, safe]) rmSync(each, { recursive: true, force: true });
  });

  async function livesAndIsLost(): Promise<void> {
    const old = await LocalStack.start('restore-drill');
    folder = old.folder;
    adminToken = old.stack.adminToken ?? '';
    held.licenses = [await old.registers(), await old.registers()];
    held.ended = await old.givesUp();
    for (const { licenseId } of held.licenses) await old.settled(licenseId);
    for (const mail of old.stack.mail.store.all()) held.messages.add((await parsed(mail)).messageId ?? '');
    writeFileSync(keyFile, randomBytes(32).toString('base64'));
    held.gone = await old.person();
    await old.sealed();
    const started = performance.now();
    figures.bytes = (await paizhao('backup', file, '--key-file', keyFile, '--data', folder)).bytes;
    figures.backup = (performance.now() - started) / 1_000;
    copyFileSync(join(folder, 'secrets.json'), join(safe, 'secrets.json'));
    afterBackup = await old.registers();
    await old.erases(held.gone);
    cpSync(join(folder, 'checkpoints'), store, { recursive: true });
    await old.stop();
    expect(existsSync(folder)).toBe(false);
  }

  const client = async (role: string): Promise<ApiClient> => {
    const admin = new ApiClient(stack.apiUrl, adminToken);
    const { token } = must(await admin.post('/tokens', { integration: `${role}-${randomUUID()}`, roles: [role] }));
    return new ApiClient(stack.apiUrl, token);
  };

  it('is back as of the backup, every chain verified', async () => {
    expect(restored).toMatchObject({ findings: [], missing: [], undone: [], sealing: 'goes-on' });
    const { intact, ownKey, where, checkpoints } = restored.checkpoints;
    expect([intact, ownKey, where]).toEqual([true, true, join(folder, 'checkpoints')]);
    expect(checkpoints).toBeGreaterThan(0);
    const auditor = await client('auditor');
    for (const licenseId of [...held.licenses.map((license) => license.licenseId), held.ended]) {
      const { body } = await auditor.get(`/licenses/${licenseId}/export`);
      expect(verifyExport(body).findings).toEqual([]);
    }
    expect((await auditor.get(`/licenses/${afterBackup.licenseId}`)).status).toBe(404);
  });

  it('has nobody back who was erased since', async () => {
    expect(restored.erasures).toEqual({ people: 1, texts: 0, files: 0, stillActive: [held.gone] });
    const admin = new ApiClient(stack.apiUrl, adminToken);
    const people = must(await admin.get('/people')).people as { id: string; name: string; mail: string }[];
    expect(people.find(({ id }) => id === held.gone)).toMatchObject({ name: erasedName, mail: '' });
  });

  it('has every workflow that PostgreSQL says must run', async () => {
    const healed = await stack.healed;
    expect(healed?.findings.map(({ licenseId, outcome }) => [licenseId, outcome]).sort()).toEqual(
      held.licenses.map(({ licenseId }) => [licenseId, 'cured']).sort(),
    );
    expect((await paizhao('heal', '--data', folder)).findings).toEqual([]);
  });

  it('goes on with its licenses', async () => {
    const officer = await client('officer');
    for (const { licenseId, people } of held.licenses) {
      const asked = await officer.post(`/licenses/${licenseId}/people`, {
        people: { ...people, deputy: people.owner },
      });
      expect(asked).toMatchObject({ status: 200, body: { outcome: 'appended' } });
    }
  });

  it('tells nobody again what was told', async () => {
    const again: string[] = [];
    for (const mail of stack.mail.store.all()) {
      const { messageId = '' } = await parsed(mail);
      if (held.messages.has(messageId)) again.push(messageId);
    }
    expect(held.messages.size).toBeGreaterThan(0);
    expect(again).toEqual([]);
  });

  it('keeps beside the ledger what the ledger says', () => expectDatabaseIsFolded(stack.database.superuserUrl));

  it('is restored once: what works already is left alone', async () => {
    const refused = paizhao('restore', file, '--key-file', keyFile, '--data', folder);
    await expect(refused).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('folder-in-use') });
  });
});
