import { SigningKey, sealText } from '../checkpoints/index.js';
import { type CheckpointContent, checkpointLetter, type Delivery } from '../notices/index.js';
import { letterStateAfter } from '../persistence/delivery-notes.js';
import type { CheckpointEntity, Person } from '../persistence/index.js';
import { mailAuditors } from './auditor-mails.js';

const key = new SigningKey(Buffer.alloc(32, 1)).as('paizhao/x');
const newest = (number: number): CheckpointEntity => ({
  number,
  size: 10,
  seal: sealText({ number, sealedAt: '2026-11-26T00:00:00.000Z', heads: Buffer.alloc(32), key }),
  note: 'paizhao/x\n10\nroot\n\n— paizhao/x signature\n',
  sealedAt: '2026-11-26T00:00:00.000Z',
});
const [ana, bo] = [
  { id: 'ana', mail: 'ana@example.com', language: 'en' },
  { id: 'bo', mail: 'bo@example.com', language: 'zh' },
] as Person[] as [Person, Person];

const accepted: Delivery = { outcome: 'accepted', answer: '250 ok' };

const continues = { origin: 'paizhao/old', size: 90, root: Buffer.alloc(32, 3), kept: 60, gone: 12 };
const continuing = (): CheckpointEntity => ({
  ...newest(5),
  seal: sealText({ number: 5, sealedAt: '2026-11-25T00:00:00.000Z', heads: Buffer.alloc(32), key, continues }),
  sealedAt: '2026-11-25T00:00:00.000Z',
});

interface Morning {
  last?: CheckpointEntity | null;
  begun?: CheckpointEntity | null;
}

function aMorning(answers: Delivery[], { last = newest(7), begun = null }: Morning = {}) {
  const sent: string[] = [];
  const texts: string[] = [];
  const states = new Map<string, string>();
  const time = { now: Date.parse('2026-11-26T01:00:00.000Z') };
  const faults: unknown[] = [];
  const deps = {
    mails: {
      waiting: async () => [ana, bo].filter(({ id }) => !['sent', 'failed'].includes(states.get(id) ?? '')),
      take: async (_day: string, _person: string, _number: number, render: () => Promise<Buffer>) => render(),
      settle: async (_day: string, person: string, delivery: Delivery) =>
        void states.set(person, letterStateAfter(delivery)),
    },
    checkpoints: { newest: async () => last, newestContinuing: async () => begun },
    carrier: {
      deliver: async ({ to, mime }: { to: string; mime: Buffer }) => {
        sent.push(to);
        texts.push(mime.toString('utf8'));
        return answers.shift() ?? accepted;
      },
    },
    render: async (_frame: object, content: CheckpointContent) => Buffer.from(checkpointLetter(content).text),
    mailFrom: 'Paizhao <paizhao@example.com>',
    log: { error: (about: unknown) => void faults.push(about) },
    clock: () => time.now,
  };
  const round = (): Promise<void> => mailAuditors(deps);
  return { deps, round, sent, states, texts, time, faults };
}

describe('the daily mail to auditors', () => {
  it('leaves from nine in Shanghai on, once to each', async () => {
    const { round, sent, time } = aMorning([]);
    time.now -= 1;
    await round();
    expect(sent).toEqual([]);
    time.now += 1;
    await round();
    await round();
    expect(sent).toEqual(['ana@example.com', 'bo@example.com']);
  });

  it('does not leave where nothing was ever sealed', async () => {
    const { round, sent } = aMorning([], { last: null });
    await round();
    expect(sent).toEqual([]);
  });

  const refused: Delivery = { outcome: 'refused', permanent: true, answer: '550 no' };
  const deferred: Delivery = { outcome: 'refused', permanent: false, answer: '451 later' };
  const lost: Delivery = { outcome: 'lost', handedOver: true, answer: '' };
  const unreached: Delivery = { outcome: 'lost', handedOver: false, answer: '' };

  it.each([
    ['failed', refused],
    ['queued', deferred],
    ['uncertain', lost],
    ['queued', unreached],
  ])('is %s for one, and leaves for the next one all the same', async (state, answer) => {
    const { round, sent, states } = aMorning([answer]);
    await round();
    expect(sent).toEqual(['ana@example.com', 'bo@example.com']);
    expect([states.get('ana'), states.get('bo')]).toEqual([state, 'sent']);
  });

  it('leaves for the next one where that of one cannot be made, and says so without an address', async () => {
    const { deps, sent, faults } = aMorning([]);
    const take: typeof deps.mails.take = async (_day, person, _number, render) => {
      if (person === 'ana') throw new RangeError('her letter');
      return render();
    };
    await mailAuditors({ ...deps, mails: { ...deps.mails, take } });
    expect(sent).toEqual(['bo@example.com']);
    expect(faults).toEqual([{ personId: 'ana', error: 'RangeError', code: undefined }]);
  });

  it('does not leave for somebody who is erased', async () => {
    const { deps, sent } = aMorning([]);
    await mailAuditors({ ...deps, mails: { ...deps.mails, take: async () => null } });
    expect(sent).toEqual([]);
  });

  it('says, as long as the log lasts, which one it stands in the place of and how much is gone', async () => {
    const { round, texts } = aMorning([], { begun: continuing() });
    await round();
    for (const text of texts)
      for (const said of ['paizhao/old', '90', '12', '2026-11-25']) expect(text).toContain(said);
  });

  it.each(['zh', 'en'] as const)('has the whole note and the fingerprint (%s)', (language) => {
    const { note, sealedAt, number } = newest(7);
    const letter = checkpointLetter({
      language,
      day: '2026-11-26',
      number,
      sealedAt,
      fingerprint: key.fingerprint,
      note,
    });
    expect(letter.text).toContain(note.trimEnd());
    expect(letter.text).toContain(key.fingerprint);
    expect(letter.subject).toContain('2026-11-26');
  });
});
