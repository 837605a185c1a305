import { createHash } from 'node:crypto';
import { deliveryStream, openBody, readStream } from '../../libs/ledger/index.js';
import { HeartbeatRepository, PersonRepository } from '../../libs/persistence/index.js';
import { type Cast, cast, heldLicense, must } from '../support/api-story.js';
import { type ApiClient, ApiWorld } from '../support/api-world.js';
import { type BounceMail, bounceMail } from '../support/bounce-mail.js';

jest.setTimeout(60_000);

let world: ApiWorld;
let postmaster: ApiClient;

beforeAll(async () => {
  world = await ApiWorld.create();
  postmaster = (await world.person('postmaster')).client;
});

afterAll(() => world.close());

const addressOf = (person: string) => `${person}@example.com`;
const handIn = (mail: Buffer, client = postmaster) =>
  client.post('/bounces', mail.toString('latin1'), { key: null, headers: { 'content-type': 'message/rfc822' } });

interface Left {
  all: Cast;
  licenseId: string;
  obligationId: string;
  owner: string;
  messageId: string;
}

/** A reminder that left for the owner, in a license of its own with people of its own. */
async function aReminder(): Promise<Left> {
  const all = await cast(world);
  const { licenseId } = await heldLicense(all);
  await must(all.admin.post(`/simulation/licenses/${licenseId}/skip`, { until: '2027-01-05' }));
  const { notices } = await must(all.officer.get(`/licenses/${licenseId}/notices`));
  const [{ obligationId, deliveries }] = notices;
  const messageId = createHash('sha256').update(deliveries[0].key).digest('hex').slice(0, 32);
  return { all, licenseId, obligationId, owner: all.people.owner, messageId };
}

const latin1 = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');
const storyOf = async (licenseId: string) =>
  (await readStream(world.source, deliveryStream(licenseId))).map(({ body }) => openBody(body));
const failingSince = async ({ all, owner }: Left) =>
  (await must(all.admin.get('/people'))).people.find(({ id }: { id: string }) => id === owner).failingSince;
const reportOf = ({ messageId, owner }: Left, over: Partial<BounceMail> = {}) =>
  bounceMail({ messageId, recipient: addressOf(owner), ...over });

describe('a mail that came back', () => {
  it('marks the address, is on record without it, and the deputy is told at once', async () => {
    const left = await aReminder();
    expect(await handIn(reportOf(left))).toMatchObject({ status: 200, body: { outcome: 'recorded', effect: true } });
    expect(await failingSince(left)).toMatch(/^2026-11-20T/);
    const story = await storyOf(left.licenseId);
    const [bounced] = story.filter(({ type }) => type === 'delivery-bounced');
    expect(bounced?.data).toMatchObject({ action: 'failed', status: '5.1.1', addressed: true, addressFailing: true });
    expect(JSON.stringify(story)).not.toContain('example.com');

    const { rungs } = await must(
      left.all.auditor.get(`/licenses/${left.licenseId}/obligations/${left.obligationId}/deliveries`),
    );
    const byRole = rungs[0].messages.map(({ role, state, standIn }: Record<string, unknown>) => ({
      role,
      state,
      standIn,
    }));
    expect(byRole).toEqual([
      { role: 'owner', state: 'failed', standIn: false },
      { role: 'deputy', state: 'sent', standIn: true },
    ]);
  });

  it('counts once, however often it is handed in', async () => {
    const left = await aReminder();
    await Promise.all([handIn(reportOf(left)), handIn(reportOf(left))]);
    await handIn(reportOf(left));
    const types = (await storyOf(left.licenseId)).map(({ type }) => type);
    expect(types.filter((type) => type === 'delivery-bounced')).toHaveLength(1);
  });

  it('counts by the headers of the mail where it was forwarded elsewhere', async () => {
    const left = await aReminder();
    const forwarded = { recipient: 'elsewhere@example.net', writtenTo: addressOf(left.owner) };
    expect((await handIn(reportOf(left, forwarded))).body).toMatchObject({ outcome: 'recorded', effect: true });
  });

  it('tells the deputy but does not mark the address where the mail only expired in a queue', async () => {
    const left = await aReminder();
    expect((await handIn(reportOf(left, { status: '4.4.7' }))).body).toMatchObject({ effect: true });
    expect(await failingSince(left)).toBeNull();
  });

  it.each([
    ['of a delay', { action: 'delayed', status: '4.4.1' }],
    ['that it was relayed', { action: 'relayed', status: '2.1.9' }],
    ['with an unknown word', { action: 'vanished', status: '' }],
    ['about an address that is not theirs', { recipient: 'other@example.net', writtenTo: 'other@example.net' }],
  ])('as a report %s is on record without effect', async (_, over) => {
    const left = await aReminder();
    expect((await handIn(reportOf(left, over))).body).toMatchObject({ outcome: 'recorded', effect: false });
    const story = await storyOf(left.licenseId);
    expect(story.at(-1)).toMatchObject({ type: 'delivery-reported' });
    expect(await failingSince(left)).toBeNull();
  });
});

describe('a heartbeat that came back', () => {
  it('marks the address, and counts as one that did not leave', async () => {
    const { id } = await world.person('admin');
    const heartbeats = new HeartbeatRepository(world.source.manager, world.cipher);
    const week = '2026-11-16';
    await heartbeats.take(week, id, async () => Buffer.from('mail'));
    await heartbeats.settle(week, id, { outcome: 'accepted', answer: '250 OK' }, '2026-11-16T01:00:00.000Z');
    const messageId = createHash('sha256').update(`heartbeat/${week}/${id}`).digest('hex').slice(0, 32);
    const report = bounceMail({ messageId, recipient: addressOf(id) });
    expect((await handIn(report)).body).toMatchObject({ outcome: 'recorded', effect: true });
    expect(await heartbeats.ofWeek(week, '2026-11-16T01:00:00.000Z')).toMatchObject({ sent: 0, unsent: 1 });
    const people = new PersonRepository(world.source.manager, world.cipher);
    expect((await people.find(id))?.failingSince).not.toBeNull();
  });
});

it('keeps no name out of the server’s words either', async () => {
  const left = await aReminder();
  const mail = reportOf(left).toString('latin1').replace('no such user here', `mailbox ${left.owner} is full`);
  await handIn(Buffer.from(mail, 'latin1'));
  const [bounced] = (await storyOf(left.licenseId)).filter(({ type }) => type === 'delivery-bounced');
  expect(bounced?.data).toMatchObject({ answer: '550 5.1.1 <…>: mailbox … is full' });
});

describe('a report that is made to do harm', () => {
  const words = 'no such user here';
  const final = (value: string) => (mail: string) => mail.replace(/Final-Recipient: .*/, `Final-Recipient: ${value}`);

  it.each<[string, (mail: string) => string]>([
    ['a NUL in the server’s words', (mail) => mail.replace(words, 'no \0such user')],
    ['bytes of no encoding', (mail) => mail.replace(words, 'no \xff\xfe\xc3such user')],
    ['words that are cut within a character', (mail) => mail.replace(words, latin1(`${'😀'.repeat(300)}`))],
    ['words that are cut one unit later', (mail) => mail.replace(words, latin1(`x${'😀'.repeat(300)}`))],
    ['one word that fills the mail', (mail) => mail.replace(words, 'a'.repeat(100_000))],
    ['an address of nothing but @', final(`rfc822; ${'@'.repeat(100_000)} x`)],
    ['a returned mail that is long', (mail) => mail.replace('body\r\n', 'body\r\n'.repeat(100_000))],
    ['ever more parts', (mail) => mail.replace('--b1--', '--b1\r\n\r\nx\r\n'.repeat(70_000))],
  ])('is taken in like any other: %s', async (_, spoil) => {
    const left = await aReminder();
    const mail = Buffer.from(spoil(reportOf(left).toString('latin1')), 'latin1');
    expect(await handIn(mail)).toMatchObject({ status: 200, body: { outcome: 'recorded', effect: true } });
    const bounced = (await storyOf(left.licenseId)).filter(({ type }) => type === 'delivery-bounced');
    expect(bounced).toHaveLength(1);
    expect(JSON.stringify(bounced)).not.toContain('example.com');
  });

  it('is none where it names a Message-ID that no mail of ours could have, or is wrapped again and again', async () => {
    const left = await aReminder();
    const mail = reportOf(left).toString('latin1');
    const wrapped = Array.from(
      { length: 30 },
      (_, i) => `Content-Type: multipart/report; boundary=w${i}\r\n\r\n--w${i}\r\n`,
    );
    const before = await world.traces();
    for (const spoiled of [mail.replaceAll(left.messageId, `${left.messageId}\0`), wrapped.join('') + mail])
      expect(await handIn(Buffer.from(spoiled, 'latin1'))).toMatchObject({ status: 200, body: { outcome: 'ignored' } });
    expect(await world.traces()).toEqual(before);
  });
});

describe('what is no report about a mail of ours', () => {
  it.each([
    ['a report about another mail', bounceMail({ messageId: 'f'.repeat(32), recipient: 'a@example.com' }), 'not-ours'],
    ['an ordinary mail', Buffer.from('Subject: hello\r\n\r\nhello\r\n'), 'not-a-report'],
  ])('does nothing and leaves nothing: %s', async (_, mail, reason) => {
    const before = await world.traces();
    expect(await handIn(mail)).toMatchObject({ status: 200, body: { outcome: 'ignored', reason } });
    expect(await world.traces()).toEqual(before);
  });

  it('is refused without a mail, as another type, or from anybody but the mail server', async () => {
    const left = await aReminder();
    expect((await handIn(Buffer.alloc(0))).body.code).toBe('mail-missing');
    expect((await postmaster.post('/bounces', {})).body.code).toBe('media-type-unsupported');
    expect((await handIn(reportOf(left), left.all.admin)).body.code).toBe('role-not-allowed');
    expect((await postmaster.get('/licenses')).body.code).toBe('role-not-allowed');
    expect(await failingSince(left)).toBeNull();
  });

  it('is handed in with a token that is good for nothing else', async () => {
    const { admin, people } = await cast(world);
    const asked = { integration: 'mail-server', roles: ['postmaster'] };
    const wrong = [
      { ...asked, roles: ['postmaster', 'admin'] },
      { personId: people.owner, roles: ['postmaster'] },
    ];
    for (const body of wrong)
      expect(await admin.post('/tokens', body)).toMatchObject({
        status: 422,
        body: { code: 'field-invalid', pointer: '/roles' },
      });
    await must(admin.post('/tokens', asked));
  });

  it('puts no address into the log', async () => {
    const left = await aReminder();
    await handIn(reportOf(left));
    expect(world.log.join('')).not.toContain(`${left.owner}@`);
  });
});
