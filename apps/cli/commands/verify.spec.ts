import { type Envelope, exportLines, genesis, type SealedEntry, seal } from '../../../libs/ledger/index.js';
import { run, type World } from '../run.js';
import { verify } from './verify.js';

const stream = 'license/0b24c0de-0000-5000-8000-000000000001';

function envelope(seq: number): Envelope {
  const at = `2026-11-2${seq}T02:00:00.000Z`;
  const actor = { kind: 'person', id: 'owner' };
  return {
    stream,
    seq,
    recordedAt: at,
    storedAt: at,
    validOn: `2026-11-2${seq}`,
    actor,
    commandId: `command-${seq}`,
    type: 'people-assigned',
    v: 1,
    data: { number: seq },
  };
}

async function exported(entries: SealedEntry[], simulated = false): Promise<string> {
  let text = '';
  const about = { stream, exportedAt: '2026-11-29T02:00:00.000Z', simulated };
  for await (const line of exportLines(about, entries)) text += line;
  return text;
}

const world = (text: string): World => ({
  entries: [{ name: 'verify', load: async () => verify }],
  version: '0',
  language: 'en',
  readText: () => text,
  installation: () => Promise.reject(new Error('verify joins no installation')),
  progress: () => undefined,
});

const paizhao = (text: string, ...words: string[]) => run(['verify', 'license.jsonl', ...words], world(text));

describe('paizhao verify', () => {
  const chain = seal(genesis, [1, 2, 3].map(envelope));

  it('says that a whole chain is intact, and that its time was simulated', async () => {
    const { exitCode, out } = await paizhao(await exported(chain, true));
    expect(exitCode).toBe(0);
    expect(out).toContain(`intact: ${stream}, 3 entries (simulated time)`);
    expect(out).toContain(`head: 3 ${chain[2]?.hash.toString('hex')}`);
  });

  it('names the row whose content was changed, and fails', async () => {
    const text = (await exported(chain)).replace('\\"validOn\\":\\"2026-11-22\\"', '\\"validOn\\":\\"2025-11-22\\"');
    const plain = await paizhao(text);
    expect(plain.exitCode).toBe(1);
    expect(plain.out).toContain(`BROKEN: ${stream}`);
    expect(plain.out).toContain(`${stream} 2: the body does not have the hash`);

    const scripted = await paizhao(text, '--json');
    expect(scripted.exitCode).toBe(1);
    expect(JSON.parse(scripted.out)).toMatchObject({
      intact: false,
      stream,
      entries: 3,
      findings: [{ stream, seq: 2, kind: 'changed-body' }],
    });
    expect((await paizhao(text, '--lang', 'zh')).out).toContain('内容与记录的哈希不符');
  });

  it('names the row that is missing, and the head that is not where it is said to be', async () => {
    const lines = (await exported(chain)).split('\n');
    const withoutSecond = lines.filter((_, index) => index !== 2).join('\n');
    expect((await paizhao(withoutSecond)).out).toContain(`${stream} 2: 2 is missing (gap)`);
    const withoutLast = lines.filter((_, index) => index !== 3).join('\n');
    expect((await paizhao(withoutLast)).out).toContain('(head-differs)');
  });

  it.each([
    ['an empty file', ''],
    ['another kind of file', '{"format":"something"}\n'],
    ['a text', 'hello\n'],
  ])('refuses %s as bad input', async (_, text) => {
    const { exitCode, err } = await paizhao(text);
    expect(exitCode).toBe(2);
    expect(err).toMatch(/^paizhao: verify: Line 1 of the export/);
  });

  it('refuses an export that was cut off', async () => {
    const cut = (await exported(chain)).split('\n').slice(0, 3).join('\n');
    const { exitCode, err } = await paizhao(cut, '--json');
    expect(exitCode).toBe(2);
    expect(JSON.parse(err)).toMatchObject({ error: { code: 'not-an-export' } });
  });
});
