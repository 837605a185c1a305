import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands } from '../../apps/cli/commands/index.js';
import { run } from '../../apps/cli/run.js';
import { readRecord } from '../../libs/checkpoints/index.js';
import { loadConfig } from '../../libs/config/index.js';
import { aStream, firstKey, SealingWorld } from '../support/sealing-world.js';

jest.setTimeout(60_000);

const { fingerprint } = firstKey.as('paizhao');
let world: SealingWorld;
let scratch: string;
let stream: string;

beforeEach(async () => {
  world = await SealingWorld.create();
  scratch = await mkdtemp(join(tmpdir(), 'paizhao-command-'));
  stream = aStream();
  await world.sealed([stream], 3);
});
afterEach(async () => {
  await world.close();
  await rm(scratch, { recursive: true });
});

const cli = async (...words: string[]) => {
  const files = new Map<string, string>();
  for (const word of words.filter((each) => each.endsWith('.txt'))) files.set(word, await readFile(word, 'utf8'));
  return run(words, {
    entries: commands,
    version: '0',
    language: 'en',
    readText: (path) => files.get(path) ?? '',
    installation: async () =>
      loadConfig({
        DATABASE_URL: world.database.appUrl,
        PAIZHAO_DATA_KEY: Buffer.alloc(32, 3).toString('base64'),
        PAIZHAO_CHECKPOINT_KEY: Buffer.alloc(32, 1).toString('base64'),
        CHECKPOINTS_DIR: world.folder,
      }),
    progress: () => undefined,
  });
};

/** The newest checkpoint as a mail brings it. */
async function mailed(number: number): Promise<string> {
  const file = join(scratch, `${number}.txt`);
  await writeFile(file, `${readRecord((await world.store.read(number)) as Buffer).note}\n\n`);
  return file;
}

describe('paizhao checkpoints', () => {
  it('shows the fingerprint of the key', async () => {
    expect((await cli('checkpoints', 'key')).out).toBe(`current key: ${fingerprint}`);
    expect(JSON.parse((await cli('checkpoints', 'key', '--json')).out)).toEqual({ fingerprint, others: [] });
  });

  it('finds a whole installation whole, anchored by key or by a mail', async () => {
    const plain = await cli('checkpoints', 'verify');
    expect(plain).toMatchObject({ exitCode: 0, out: expect.stringContaining('consistent, not anchored') });
    const words = ['--key', fingerprint, '--checkpoint', await mailed(1)];
    const anchored = await cli('checkpoints', 'verify', '--json', ...words);
    expect(JSON.parse(anchored.out)).toMatchObject({ intact: true, anchored: true, entries: 3, findings: [] });
  });

  it('names what is wrong by stream and number, in both languages', async () => {
    await world.tamper('delete from paizhao.ledger_events where stream = $1 and seq = 2', [stream]);
    const english = await cli('checkpoints', 'verify', '--folder', world.folder);
    expect(english).toMatchObject({ exitCode: 1, out: expect.stringContaining(`${stream} 2: missing`) });
    expect((await cli('checkpoints', 'verify', '--lang', 'zh')).out).toContain(`${stream} 2: 缺失`);
  });

  it('does not accept another key, nor a checkpoint that the record does not have', async () => {
    const strange = await cli('checkpoints', 'verify', '--key', 'ab'.repeat(32));
    expect(strange).toMatchObject({ exitCode: 1, out: expect.stringContaining('another key') });
    await world.sealed([stream]);
    const file = await mailed(2);
    await rm(join(world.folder, '02'), { recursive: true });
    const cut = await cli('checkpoints', 'verify', '--checkpoint', file);
    expect(cut).toMatchObject({ exitCode: 1, out: expect.stringContaining('and the record ends at 4') });
  });

  it.each([
    [['--key', 'abc'], 'invalid-option'],
    [['--checkpoint', 'nothing'], 'not-a-checkpoint'],
  ])('refuses %j', async (words, code) => {
    const { exitCode, err } = await cli('checkpoints', 'verify', '--json', ...words);
    expect([exitCode, JSON.parse(err).error.code]).toEqual([2, code]);
  });
});
