import { newLinkToken, OutboxRepository } from '../../libs/persistence/index.js';
import { type Cast, cast, heldLicense, must } from '../support/api-story.js';
import { type Answer, ApiWorld } from '../support/api-world.js';

jest.setTimeout(60_000);

let world: ApiWorld;
let all: Cast;

beforeAll(async () => {
  world = await ApiWorld.create();
  all = await cast(world);
});

afterAll(() => world.close());

interface Link {
  licenseId: string;
  key: string;
  path: string;
}

/** A license whose renewal window has passed, and the link in the mail about it. */
async function aLink(expiresAt = '2027-01-19T00:00:00.000Z'): Promise<Link> {
  const { licenseId } = await heldLicense(all, { validFrom: '2021-12-20', printedLastDay: '2026-12-19' });
  const outbox = new OutboxRepository(world.source.manager);
  const rows = await outbox.ofLicense(licenseId);
  const row = rows.find(({ personId, notice }) => personId === all.people.owner && notice.kind === 'renewal');
  if (!row) throw new Error('Nobody is told of the renewal.');
  const token = newLinkToken();
  await outbox.keepRendered(row.key, Buffer.from('sealed'), [{ token, outboxKey: row.key, expiresAt }]);
  return { licenseId, key: row.key, path: `/acknowledge/${token}` };
}

async function acknowledgedBy({ licenseId, key }: Link): Promise<string | null> {
  const { notices } = await must(all.officer.get(`/licenses/${licenseId}/notices`));
  const notice = notices.find(({ deliveries }: { deliveries: { key: string }[] }) =>
    deliveries.some((delivery) => delivery.key === key),
  );
  return notice.acknowledgedBy;
}

/** As a mail program's reader does, without a token or a script. */
async function visit(method: string, path: string): Promise<Answer> {
  const response = await fetch(`${world.url}${path}`, {
    method,
    headers: method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {},
  });
  return { status: response.status, headers: response.headers, body: null, text: await response.text() };
}

describe('the link in a mail', () => {
  it('acknowledges by its button, as the person to whom the mail was sent', async () => {
    const link = await aLink();
    expect((await visit('GET', link.path)).text).toContain('<button');
    const { status, text } = await visit('POST', `${link.path}?lang=en`);
    expect({ status, recorded: text.includes('Recorded: you have seen this reminder.') }).toEqual({
      status: 200,
      recorded: true,
    });
    expect(await acknowledgedBy(link)).toBe(all.people.owner);
  });

  it('does nothing when a mail scanner looks at it first, however often', async () => {
    const link = await aLink();
    for (const method of ['GET', 'HEAD', 'GET', 'OPTIONS']) await visit(method, link.path);
    expect(await acknowledgedBy(link)).toBeNull();
    expect((await visit('POST', link.path)).status).toBe(200);
    expect(await acknowledgedBy(link)).toBe(all.people.owner);
  });

  it('says kindly that it was used, and acknowledges once', async () => {
    const link = await aLink();
    await visit('POST', link.path);
    const { status, text } = await visit('POST', `${link.path}?lang=en`);
    expect(status).toBe(200);
    expect(text).toContain('was acknowledged before');
    expect((await visit('GET', `${link.path}?lang=zh`)).text).toContain('此前已经确认');
    const { entries } = await must(all.auditor.get(`/licenses/${link.licenseId}/history?limit=500`));
    expect(entries.filter(({ type }: { type: string }) => type === 'notice-acknowledged')).toHaveLength(1);
  });

  it('pressed twice at once acknowledges once', async () => {
    const link = await aLink();
    const pressed = await Promise.all([1, 2, 3].map(() => visit('POST', link.path)));
    expect(pressed.map(({ status }) => status)).toEqual([200, 200, 200]);
    const { entries } = await must(all.auditor.get(`/licenses/${link.licenseId}/history?limit=500`));
    expect(entries.filter(({ type }: { type: string }) => type === 'notice-acknowledged')).toHaveLength(1);
  });

  it('tells a stranger the same of a wrong token, an expired one and a closed matter', async () => {
    const expired = await aLink('2026-11-20T01:59:59.000Z');
    const closed = await aLink();
    await must(
      all.officer.post(`/licenses/${closed.licenseId}/cancellation`, { cancelledOn: '2026-11-20', number: null }),
    );
    const pages: Answer[] = [];
    for (const path of [`/acknowledge/${newLinkToken()}`, '/acknowledge/x', expired.path, closed.path])
      for (const method of ['GET', 'POST']) pages.push(await visit(method, `${path}?lang=en`));
    expect(pages.map(({ status }) => status)).toEqual(pages.map(() => 404));
    expect(new Set(pages.map(({ text }) => text)).size).toBe(1);
    expect(await acknowledgedBy(expired)).toBeNull();
  });

  it('is nothing any more to who has handed the license over: the new owner must hear of it', async () => {
    const link = await aLink();
    const people = { ...all.people, owner: all.people.manager };
    await must(all.officer.post(`/licenses/${link.licenseId}/people`, { people }));
    expect((await visit('POST', link.path)).status).toBe(404);
    expect(await acknowledgedBy(link)).toBeNull();
  });

  it('opens a page in the language of the browser, without script, person or foreign address', async () => {
    const { path } = await aLink();
    const { text } = await world.stranger().get(path, { 'accept-language': 'zh-CN' });
    expect(text).toContain('<html lang="zh-CN">');
    expect(text).toContain('续期申请');
    expect(text).not.toMatch(/<script|https?:\/\/|@example\.com|名[0-9a-f]{4}/);
  });

  it('comes with headers that keep it to its reader', async () => {
    const { headers } = await visit('GET', (await aLink()).path);
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    );
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('stands in no log', async () => {
    const { path } = await aLink();
    await visit('POST', path);
    expect(world.log.join('')).not.toContain(path);
    expect(world.log.join('')).toContain('/acknowledge/…');
  });
});
