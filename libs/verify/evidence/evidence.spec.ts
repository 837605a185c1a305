import type { Envelope } from '../../ledger/index.js';
import type { BundleFinding } from '../findings.js';
import type { Manifest } from '../manifest.js';
import { HashedParts } from '../parts.js';
import type { ProofsFile } from '../proofs-file.js';
import { type AllEvidence, openEvidence } from './index.js';

const license = '0b24c0de-0000-5000-8000-000000000001';
const own = `license/${license}`;
const manifest = { license, from: '2026-03-01', to: '2026-03-31', createdAt: '2026-04-01T00:00:00.000Z' } as Manifest;

const entry = (stream: string, seq: number, type: string, data: object, day = '2026-03-02'): Envelope =>
  ({
    stream,
    seq,
    type,
    data,
    recordedAt: `${day}T01:00:00.000Z`,
    validOn: day,
    actor: { kind: 'person', id: 'p' },
  }) as never;

function partsOf(files: Record<string, unknown>): HashedParts {
  const sorted = (value: unknown) => (Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value)));
  const bytes = new Map(Object.entries(files).map(([name, value]) => [name, sorted(value)]));
  return new HashedParts({
    names: [...bytes.keys()],
    async *read(name) {
      yield bytes.get(name) as Buffer;
    },
  });
}

async function seen(files: Record<string, unknown>, entries: readonly Envelope[], known = new Map<string, string>()) {
  const evidence: AllEvidence = await openEvidence(partsOf(files), known);
  for (const each of entries) evidence.see(each);
  const findings = await evidence.findings(manifest, { checkpoints: [], streams: [] } as ProofsFile);
  const places = findings.filter(({ field }) => field !== 'canonical').map(placeOf);
  return { places, notCompared: evidence.notCompared };
}

const placeOf = ({ kind, file, seq, field, what }: BundleFinding): string =>
  [kind, file, seq, field ?? what].filter((part) => part !== undefined).join(' ');

describe('law that the verifier does not know', () => {
  const pins = { pack: 'house@1', calendar: 'cn-2026.2' };
  const opened = entry(own, 1, 'license-opened', { pins });
  const listed = (...ids: string[]) => ({
    packs: ids.map((id) => ({ id, file: `law/packs/${id}.json` })),
    calendars: [],
  });

  it('is named: nothing but the bundle speaks for it', async () => {
    const files = { 'law/packs/house@1.json': { id: 'house@1' }, 'law/calendars/cn-2026.2.json': { id: 'cn-2026.2' } };
    expect((await seen(files, [opened], new Map([['cn-2026.2', 'another']]))).notCompared).toEqual([
      'law/packs/house@1.json',
    ]);
    expect((await seen(files, [opened])).notCompared).toHaveLength(2);
  });

  it('is read up to a limit for all of it, and not where nothing names it', async () => {
    const large = (id: string) => Buffer.from(JSON.stringify({ id, more: 'x'.repeat(12 * 2 ** 20) }));
    const ids = ['a@1', 'b@1', 'c@1'];
    const files = Object.fromEntries(ids.map((id) => [`law/packs/${id}.json`, large(id)]));
    const tooLong = (await seen({ ...files, 'deadlines.json': { law: listed(...ids) } }, [])).places;
    expect(tooLong.filter((place) => place.startsWith('form'))).toEqual([
      expect.stringMatching(/^form law\/packs\/c@1\.json it is longer than \d+ bytes$/),
    ]);
    const unnamed = await seen({ 'law/packs/a@1.json': Buffer.from('no JSON'), 'deadlines.json': {} }, []);
    expect(unnamed).toEqual({ places: ['law law/packs/a@1.json deadlines.json does not name it'], notCompared: [] });
  });
});

describe('messages', () => {
  const sent = `delivery/${license}`;
  const key = `${license}/renewal:1/S-30/robot-1/dingtalk`;
  const due = entry(own, 1, 'notice-due', { obligationId: 'renewal:1', rung: 'S-30', to: [] });
  const delivered = entry(sent, 1, 'delivery-sent', { key, attempt: 1, answer: 'HTTP 200' });
  const acknowledged = entry(own, 2, 'notice-acknowledged', { obligationId: 'renewal:1', rung: 'S-30' }, '2026-03-04');
  const message = {
    key,
    obligationId: 'renewal:1',
    rung: 'S-30',
    channel: 'dingtalk',
    to: { robot: 'robot-1' },
    role: null,
    due: { stream: own, seq: 1 },
    events: [{ stream: sent, seq: 1, type: 'delivery-sent', at: '2026-03-02T01:00:00.000Z', attempt: 1, code: '200' }],
    state: 'sent',
    acknowledged: { stream: own, seq: 2, by: { kind: 'person', id: 'p' }, at: '2026-03-04T01:00:00.000Z' },
  };
  const told = async (messages: object[], entries = [due, acknowledged, delivered]) =>
    (await seen({ 'deliveries.json': { license, messages } }, entries)).places;

  it('are what the entries say of them, acknowledgments too', async () => {
    expect(await told([message])).toEqual([]);
    expect(await told([{ ...message, acknowledged: null }])).toEqual([
      'delivery deliveries.json messages/0/acknowledged',
    ]);
    expect(await told([message], [due, delivered])).toEqual(['delivery deliveries.json messages/0/acknowledged']);
  });

  it('are those of the days alone, and all of these', async () => {
    const other = [entry(sent, 1, 'delivery-sent', { key, attempt: 1, answer: 'HTTP 200' }, '2026-05-02')];
    expect(await told([], other)).toEqual([]);
    expect(await told([message], other)).toEqual(['delivery deliveries.json messages/0']);
    expect(await told([])).toEqual(['delivery deliveries.json 1 messages']);
  });

  it.each([
    ['550 5.1.1 unknown', '550 5.1.1'],
    ['250-first line', '250'],
    ['recipient has left', null],
    ['2500 is no code', null],
  ])('have of the answer %j the code alone', async (answer, code) => {
    const [event] = message.events;
    const entries = [due, acknowledged, entry(sent, 1, 'delivery-sent', { key, attempt: 1, answer })];
    expect(await told([{ ...message, events: [{ ...event, code }] }], entries)).toEqual([]);
    expect(await told([{ ...message, events: [{ ...event, code: '421' }] }], entries)).toEqual([
      'delivery deliveries.json 1 messages/0/events/0/code',
    ]);
  });
});
