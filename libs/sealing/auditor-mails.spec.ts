import { SigningKey, sealText } from '../checkpoints/index.js';
import { checkpointLetter, type Delivery } from '../notices/index.js';
import type { CheckpointEntity, Person } from '../persistence/index.js';
import { auditorMails } from './auditor-mails.js';

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
  const round = auditorMails({
    mails: {
      waiting: async () => [ana, bo].filter(({ id }) => !['sent', 'failed'].includes(states.get(id) ?? '')),
      take: async (_day, _person, _number, render) => render(),
      settle: async (_day, person, state) => void states.set(person, state),
    },
    checkpoints: { newest: async () => last, newestContinuing: async () => begun },
    carrier: {
      deliver: async ({ to, mime }) => {
        sent.push(to);
        texts.push(mime.toString('utf8'));
        return answers.shift() ?? accepted;
      },
    },
    render: async (_frame, content) => Buffer.from(checkpointLetter(content).text),
    mailFrom: 'Paizhao <paizhao@example.com>',
    clock: () => time.now,
  });
  return { round, sent, states, texts, time };
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

  it('is tried again ten minutes later where it was not taken, and not where the address is refused for good', async () => {
    const refused: Delivery = { outcome: 'refused', permanent: true, answer: '550 no' };
    const deferred: Delivery = { outcome: 'refused', permanent: false, answer: '451 later' };
    const { round, sent, states, time } = aMorning([refused, deferred]);
    await round();
    await round();
    expect([states.get('ana'), states.get('bo')]).toEqual(['failed', 'queued']);
    time.now += 10 * 60_000;
    await round();
    expect(sent).toEqual(['ana@example.com', 'bo@example.com', 'bo@example.com']);
    expect(states.get('bo')).toBe('sent');
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
