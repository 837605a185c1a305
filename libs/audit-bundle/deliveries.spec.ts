import type { LicenseEntry } from '../domain/index.js';
import type { Envelope } from '../ledger/envelope.js';
import { deliveriesOf } from './deliveries.js';

const days = { from: '2026-03-01', to: '2026-03-31' };
const at = (day: string): string => `${day}T01:00:00.000Z`;
const key = 'license-1/renewal:9/S-30/person-owner/mail';

const due = {
  seq: 12,
  type: 'notice-due',
  recordedAt: at('2026-03-02'),
  data: { obligationId: 'renewal:9', rung: 'S-30', to: [{ role: 'owner', person: 'person-owner' }] },
} as unknown as LicenseEntry;

const acknowledged = {
  seq: 13,
  type: 'notice-acknowledged',
  recordedAt: at('2026-03-04'),
  actor: { kind: 'person', id: 'person-owner' },
  data: { obligationId: 'renewal:9', rung: 'S-30' },
} as unknown as LicenseEntry;

let seq = 0;
const delivery = (type: string, day: string, data: object): Envelope =>
  ({ seq: ++seq, type: `delivery-${type}`, recordedAt: at(day), data: { key, ...data } }) as unknown as Envelope;

const told = (deliveries: Envelope[], entries = [due, acknowledged]) => deliveriesOf(entries, deliveries, days);

describe('the messages of a bundle', () => {
  it('tell what was due to whom, each attempt with its code, and who acknowledged it', async () => {
    const [message, ...others] = await told([
      delivery('attempted', '2026-03-02', { attempt: 1 }),
      delivery('deferred', '2026-03-02', { attempt: 1, answer: '451 4.7.1 try again, …', final: false }),
      delivery('attempted', '2026-03-03', { attempt: 2 }),
      delivery('sent', '2026-03-03', { attempt: 2, answer: '250 OK', final: true }),
    ]);
    expect(others).toEqual([]);
    expect(message).toMatchObject({
      key,
      obligationId: 'renewal:9',
      rung: 'S-30',
      channel: 'mail',
      to: { person: 'person-owner' },
      role: 'owner',
      due: { seq: 12, day: '2026-03-02' },
      state: 'sent',
      acknowledged: { seq: 13, by: { id: 'person-owner' } },
    });
    expect(message?.events.map(({ code, attempt }) => [attempt, code])).toEqual([
      [1, null],
      [1, '451 4.7.1'],
      [2, null],
      [2, '250'],
    ]);
  });

  it.each([
    ['550 5.1.1 unknown', '550 5.1.1'],
    ['HTTP 429', '429'],
    ['250-first line', '250'],
    ['recipient has left', null],
    ['2500 is no code', null],
    ['', null],
  ])('take of the answer %j the code alone', async (answer, code) => {
    const [message] = await told([delivery('sent', '2026-03-02', { attempt: 1, answer })]);
    expect(message?.events[0]?.code).toBe(code);
  });

  it('tell what came back by its status', async () => {
    const [message] = await told([
      delivery('bounced', '2026-03-05', { report: 'r', status: '5.1.1', answer: 'no such user' }),
    ]);
    expect(message).toMatchObject({ state: 'bounced', events: [{ code: '5.1.1', attempt: null }] });
  });

  it('fell due for one after the other where nobody acknowledged', async () => {
    const later = {
      ...due,
      seq: 14,
      recordedAt: at('2026-03-04'),
      data: { obligationId: 'renewal:9', rung: 'S-30', to: [{ role: 'deputy', person: 'person-deputy' }] },
    } as unknown as LicenseEntry;
    const toDeputy = delivery('sent', '2026-03-04', { key: key.replace('owner', 'deputy') });
    const messages = await told([delivery('sent', '2026-03-02', {}), toDeputy], [due, later]);
    expect(messages.map(({ role, due: fell }) => [role, fell?.seq])).toEqual([
      ['owner', 12],
      ['deputy', 14],
    ]);
  });

  it('leave out those of other days, and those of no message', async () => {
    const later = { ...due, recordedAt: at('2026-05-02') } as LicenseEntry;
    expect(await told([delivery('sent', '2026-05-02', { attempt: 1 })], [later])).toEqual([]);
    expect(await told([delivery('sent', '2026-05-02', { attempt: 1 })])).toHaveLength(1);
    expect(await told([delivery('sent', '2026-03-02', { key: undefined })])).toEqual([]);
  });

  it('go to groups too, and to whoever stands in', async () => {
    const group = 'license-1/renewal:9/S-30/robot-1/dingtalk';
    const standIn = 'license-1/renewal:9/undelivered/S-30/person-deputy/mail';
    const [one, two] = await told([
      delivery('sent', '2026-03-02', { key: group, answer: 'HTTP 200' }),
      delivery('sent', '2026-03-02', { key: standIn }),
    ]);
    expect(one).toMatchObject({ channel: 'dingtalk', to: { robot: 'robot-1' }, role: null, due: { seq: 12 } });
    expect(two).toMatchObject({ rung: 'undelivered/S-30', to: { person: 'person-deputy' }, due: { seq: 12 } });
  });
});
