import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfigOfInstallation } from './running-stack.js';

describe('the installation that a command joins', () => {
  const folder = mkdtempSync(join(tmpdir(), 'paizhao-running-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const environment = (database: string) => ({
    DATABASE_URL: `postgres://app:secret@127.0.0.1:5432/${database}`,
    PAIZHAO_DATA_KEY: Buffer.alloc(32).toString('base64'),
    FILES_DIR: '/tmp/files',
  });
  const joined = (named: string | null, env: NodeJS.ProcessEnv) =>
    new URL(loadConfigOfInstallation(named, env).database.url.reveal()).pathname;

  it('is the one that the environment names', () => {
    expect(joined(null, environment('production'))).toBe('/production');
  });

  it('is the stack that runs in a folder, where one is named', () => {
    writeFileSync(join(folder, 'environment.json'), JSON.stringify(environment('local')));
    expect(joined(folder, environment('production'))).toBe('/local');
  });

  it('cannot be guessed: without both, the message names the two ways', () => {
    expect(() => joined(null, { PAIZHAO_DIR: join(folder, 'nothing') })).toThrow(
      /DATABASE_URL.*a stack that runs in .*nothing\/standalone \(npm start\)/,
    );
  });
});
