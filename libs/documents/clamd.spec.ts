import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClamdReceiver, eicar } from '../../test/support/clamd-receiver.js';
import { ClamdScanner } from './clamd.js';

const times = { connectMs: 10_000, answerMs: 10_000 };
/** For one that never answers. */
const hasty = { connectMs: 10_000, answerMs: 100 };

describe('ClamdScanner', () => {
  let clamd: ClamdReceiver;
  beforeEach(async () => {
    clamd = await ClamdReceiver.start();
  });
  afterEach(() => clamd.stop());

  const scanned = async (chunks: Buffer[], address = clamd.address, patience = times): Promise<void> => {
    const scan = await new ClamdScanner(address, patience).begin();
    try {
      for (const chunk of chunks) await scan.give(chunk);
      await scan.verdict();
    } finally {
      scan.abandon();
    }
  };

  it('lets a clean content pass, of any size', async () => {
    await scanned([Buffer.from('clean')]);
    await scanned(Array.from({ length: 50 }, () => Buffer.alloc(100_000)));
    await scanned([]);
    expect(clamd.scanned).toEqual([5, 5_000_000, 0]);
  });

  it('refuses an infected one by the name of what was found, also where it is cut into pieces', async () => {
    const refusal = { code: 'file-infected', kind: 'invalid', details: { signature: 'Eicar-Test-Signature' } };
    await expect(scanned([eicar])).rejects.toMatchObject(refusal);
    await expect(scanned([eicar.subarray(0, 20), eicar.subarray(20)])).rejects.toMatchObject(refusal);
  });

  it('speaks through a Unix socket as well', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'clamd-'));
    const local = await ClamdReceiver.start(join(folder, 'clamd.sock'));
    await expect(scanned([eicar], local.address)).rejects.toMatchObject({ code: 'file-infected' });
    await local.stop();
    await rm(folder, { recursive: true });
  });

  it.each(['silent', 'hangs-up', 'error', 'nonsense', 'talks'] as const)(
    'takes nothing for clean from a scanner that is %s',
    async (mood) => {
      clamd.moods.push(mood);
      const asked =
        mood === 'nonsense'
          ? new ClamdScanner(clamd.address, times).probe()
          : scanned([Buffer.from('x')], clamd.address, mood === 'silent' ? hasty : times);
      await expect(asked).rejects.toMatchObject({ code: 'scanner-unavailable', kind: 'unavailable' });
    },
  );

  it('takes nothing for clean where nobody listens', async () => {
    await clamd.stop();
    await expect(scanned([Buffer.from('x')])).rejects.toMatchObject({
      code: 'scanner-unavailable',
      details: { why: 'ECONNREFUSED' },
    });
    clamd = await ClamdReceiver.start();
  });

  it('says that the limit of the scanner is too low', async () => {
    clamd.streamMaxLength = 1000;
    await expect(scanned(Array.from({ length: 20 }, () => Buffer.alloc(1000)))).rejects.toMatchObject({
      code: 'scanner-unavailable',
      details: { why: expect.stringContaining('StreamMaxLength') },
    });
  });

  it('asks whether it is there without scanning anything', async () => {
    await new ClamdScanner(clamd.address, times).probe();
    expect(clamd.scanned).toEqual([]);
  });
});
