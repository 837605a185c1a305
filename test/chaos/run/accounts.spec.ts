import { accountOf, mailAccountOf } from './accounts.js';
import type { Fault } from './journal.js';

const at = (seconds: number): string =>
  new Date(Date.parse('2026-11-20T02:00:00.000Z') + seconds * 1_000).toISOString();

describe('the account of commands', () => {
  const line = (seq: number, commandId = 'c1') => ({ stream: 'license/l1', seq, type: 'people-assigned', commandId });
  const answer = { licenseId: 'l1', commandId: 'c1', events: [{ seq: 2, type: 'people-assigned' }] };

  it.each([
    ['what is on record as it was told', [line(2)], [], []],
    ['what is not on record', [line(2, 'c2')], ['l1 c1'], []],
    ['what is on record elsewhere', [line(3)], ['l1 c1'], ['l1 c1']],
    ['what is on record again', [line(2), line(3)], [], ['l1 c1']],
  ])('knows %s', (_, ledger, lost, doubled) => {
    expect(accountOf([answer], ledger)).toEqual({ lost, doubled });
  });
});

describe('the account of mails', () => {
  const arrival = (seconds: number, unanswered = false, raw = 'letter') => ({
    messageId: '<m1@paizhao>',
    receivedAt: at(seconds),
    raw: Buffer.from(raw),
    unanswered,
  });
  const kill = (seconds: number, what: Fault['what'] = 'worker'): Fault => ({
    what,
    from: at(seconds),
    until: at(seconds),
  });

  it.each([
    ['an arrival', [arrival(0)], [], [0, 0, 0]],
    ['one more for a lost ACK', [arrival(0, true), arrival(10)], [], [1, 0, 0]],
    ['one more for a kill behind the arrival', [arrival(0), arrival(120)], [kill(0.5)], [0, 1, 0]],
    ['one more for no reason', [arrival(0), arrival(120)], [kill(30)], [0, 0, 1]],
    [
      'one more that only the loss of Temporal would explain',
      [arrival(0), arrival(9)],
      [kill(0.5, 'temporal-lost')],
      [0, 0, 1],
    ],
    ['two more for one kill', [arrival(0), arrival(0.2), arrival(120)], [kill(0.5)], [0, 1, 1]],
    ['other bytes', [arrival(0, true), arrival(9, false, 'other')], [], [1, 0, 1]],
  ])('knows %s', (_, arrivals, faults, [byLostAck, byKill, unexplained]) => {
    const account = mailAccountOf(arrivals, faults);
    expect([account.byLostAck, account.byKill, account.unexplained.length]).toEqual([byLostAck, byKill, unexplained]);
  });
});
