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

function aMorning(answers: Delivery[], last: CheckpointEntity | null = newest(7)) {
  const sent: string[] = [];
  const states = new Map<string, string>();
  const time = { now: Date.parse('2026-11-26T01:00:00.000Z') };
  const round = auditorMails({
    mails: {
      waiting: async () => [ana, bo].filter(({ id }) => !['sent', 'failed'].includes(states.get(id) ?? '')),
      take: async (_day, _person, _number, render) => render(),
      settle: async (_day, person, state) => void states.set(person, state),
    },
    checkpoints: { newest: async () => last },
    carrier: {
      deliver: async ({ to }) => {
        sent.push(to);
        return answers.shift() ?? accepted;
      },
    },
    render: async (_frame, content) => Buffer.from(checkpointLetter(content).text),
    mailFrom: 'Paizhao <paizhao@example.com>',
    clock: () => time.now,
  });
  return { round, sent, states, time };
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
    const { round, sent } = aMorning([], null);
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
