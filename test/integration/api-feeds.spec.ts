import ICAL from 'ical.js';
import { type Cast, cast, heldLicense, must, openedLicense } from '../support/api-story.js';
import { type ApiClient, ApiWorld } from '../support/api-world.js';

jest.setTimeout(60_000);

let world: ApiWorld;
let all: Cast;
let companyId: string;
let licenseId: string;

beforeAll(async () => {
  world = await ApiWorld.create();
  all = await cast(world);
  ({ companyId, licenseId } = await heldLicense(all));
  await openedLicense(all);
});

afterAll(() => world.close());

/** A feed's path, as a calendar program knows it. */
async function feed(asked: object = {}, by: ApiClient = all.officer): Promise<{ feedId: string; path: string }> {
  const { feedId, url } = await must(by.post('/feeds', asked));
  return { feedId, path: new URL(url).pathname };
}

const fetched = (path: string, headers: Record<string, string> = {}) => world.stranger().get(path, headers);

/** Read by somebody else's parser. */
async function eventsIn(path: string) {
  const { text } = await fetched(path);
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((each) => {
    const { uid, sequence, startDate, summary, description } = new ICAL.Event(each);
    return {
      uid,
      sequence,
      day: String(startDate),
      summary,
      description,
      status: each.getFirstPropertyValue('status'),
    };
  });
}

describe('a calendar feed', () => {
  it('shows every open date as a whole day, with the legal date, the article and a link', async () => {
    const { path } = await feed({ language: 'en' });
    const { obligations } = await must(all.officer.get(`/licenses/${licenseId}/agenda`));
    const dated = obligations.filter(({ deadline }: { deadline: unknown }) => deadline !== null);
    const events = (await eventsIn(path)).filter(({ uid }) => uid.includes(licenseId));
    expect(dated.length).toBeGreaterThan(0);
    expect(events.map(({ day }) => day).sort()).toEqual(
      dated
        .map(
          ({ deadline }: { deadline: { date: string; safeDay: string | null } }) => deadline.safeDay ?? deadline.date,
        )
        .sort(),
    );
    const renewal = events.find(({ uid }) => uid.startsWith('renewal'));
    expect(renewal?.description).toMatch(/Legal date: \d{4}-\d\d-\d\d\n.*Basis: .*art\. \d+/s);
    expect(renewal?.description).toContain(`http://paizhao.test/licenses/${licenseId}`);
  });

  it('is told in its own language', async () => {
    const { path } = await feed({ language: 'zh' });
    expect((await eventsIn(path)).map(({ summary }) => summary).join()).toContain('续期申请');
  });

  it('answers without a login, privately, and says when nothing has changed', async () => {
    const { path } = await feed();
    const { status, headers } = await fetched(path);
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
      'private, max-age=300',
    ]);
    const again = await fetched(path, { 'if-none-match': headers.get('etag') ?? '' });
    expect([again.status, again.text]).toEqual([304, '']);
    await openedLicense(all);
    expect((await fetched(path, { 'if-none-match': headers.get('etag') ?? '' })).status).toBe(200);
  });

  it.each([
    ['a company', () => ({ companyId })],
    ['an authority', () => ({ companyId, authority: 'sh' })],
    ['an owner', () => ({ companyId, owner: all.people.owner })],
    ['a person in any role', () => ({ companyId, person: all.people.deputy })],
  ])('shows the licenses of %s', async (_, asked) => {
    const events = await eventsIn((await feed(asked())).path);
    expect(events.length).toBeGreaterThan(0);
    expect(events.every(({ uid }) => uid.includes(licenseId))).toBe(true);
  });

  it.each([
    ['an authority', () => ({ companyId, authority: 'gd' })],
    ['an owner', () => ({ companyId, owner: all.people.manager })],
  ])('shows no others than those of %s', async (_, asked) => {
    expect(await eventsIn((await feed(asked())).path)).toEqual([]);
  });

  it('keeps the id of a date that moves and counts up, then cancels it when the matter is closed', async () => {
    const own = await heldLicense(all);
    const { path } = await feed({ companyId: own.companyId });
    const before = (await eventsIn(path)).find(({ uid }) => uid.startsWith('renewal'));
    expect(before).toMatchObject({ sequence: 0, status: expect.stringMatching(/CONFIRMED|TENTATIVE/) });
    const closed = (uid: string | undefined) => eventsIn(path).then((found) => found.find((each) => each.uid === uid));
    await world.source.query(
      `update paizhao.obligation_view set safe_day = safe_day - 1 where license_id = $1 and kind = 'renewal'`,
      [own.licenseId],
    );
    expect(await closed(before?.uid)).toMatchObject({ sequence: 1 });
    const { obligations } = await must(all.officer.get(`/licenses/${own.licenseId}/agenda`));
    const obligationId = obligations.find(({ kind }: { kind: string }) => kind === 'renewal').id;
    await must(all.officer.post(`/licenses/${own.licenseId}/waivers`, { obligationId, reason: '样例：不再需要' }));
    await must(all.approver.post(`/licenses/${own.licenseId}/waiver-approvals`, { obligationId }));
    // The proposal wrote the date anew as the law has it: one change more.
    expect(await closed(before?.uid)).toMatchObject({ sequence: 3, status: 'CANCELLED', summary: before?.summary });
  });

  it('is listed with its day of use, and never with its address', async () => {
    const { feedId, path } = await feed({ companyId });
    await fetched(path);
    const { feeds } = await must(all.officer.get('/feeds'));
    expect(feeds.find((each: { feedId: string }) => each.feedId === feedId)).toEqual({
      feedId,
      personId: all.people.owner,
      language: 'zh',
      person: null,
      owner: null,
      companyId,
      authority: null,
      view: null,
      createdAt: expect.any(String),
      expiresAt: null,
      revokedAt: null,
      lastUsedOn: '2026-11-20',
    });
    expect((await must(all.approver.get('/feeds'))).feeds).toEqual([]);
    expect((await must(all.admin.get('/feeds'))).feeds.length).toBeGreaterThan(0);
  });

  it('is on the access record once a day, and concerns whose licenses it shows', async () => {
    const { feedId, path } = await feed({ person: all.people.deputy });
    for (let i = 0; i < 2; i += 1) await fetched(path);
    const { records } = await must(
      all.admin.get(`/access-records?day=2026-11-20&about=${all.people.deputy}&limit=500`),
    );
    expect(records.filter((each: { feedId?: string }) => each.feedId === feedId)).toEqual([
      expect.objectContaining({ kind: 'calendar', who: null, madeBy: all.people.owner, people: [all.people.deputy] }),
    ]);
  });

  it('keeps its token out of the database, the record and the log', async () => {
    const { path } = await feed();
    await fetched(path);
    await fetched(path.replace('pzf_', 'pzf_x'));
    const token = path.slice('/feeds/'.length, -'.ics'.length);
    const rows = await world.source.query(
      `select f::text from paizhao.calendar_feeds f union all
       select convert_from(body, 'UTF8') from paizhao.ledger_events where type like 'feed-%' union all
       select c::text from paizhao.commands c where body ->> 'type' = 'create-feed'`,
    );
    expect(rows.length).toBeGreaterThan(2);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(world.log.join()).not.toContain(token.slice(4));
    expect(world.log.join()).toContain('/feeds/….ics');
  });

  it('is issued once for a key: the address is not told again', async () => {
    const sending = { key: 'feed-once' };
    await must(all.officer.post('/feeds', {}, sending));
    expect((await all.officer.post('/feeds', {}, sending)).body.code).toBe('token-already-shown');
  });

  it.each([
    ['an authority that is none', { authority: 'atlantis' }, 'unknown-authority', '/authority'],
    ['a company that is none', { companyId: '0f9b3d1c-0000-4000-8000-000000000000' }, 'company-unknown', '/companyId'],
    ['a person that is none', { owner: '0f9b3d1c-0000-4000-8000-000000000000' }, 'person-not-found', '/owner'],
  ])('is refused for %s', async (_, asked, code, pointer) => {
    expect((await all.officer.post('/feeds', asked)).body).toMatchObject({ status: 422, code, pointer });
  });
});

describe('the address of a feed that does not hold', () => {
  const nowhere = async (path: string) => {
    const { status, body } = await fetched(path);
    const { requestId: _, ...problem } = body;
    return { status, problem };
  };

  it('answers alike whether it is unknown, revoked, expired, or of somebody who has left', async () => {
    const unknown = await nowhere('/feeds/pzf_nobody.ics');
    expect(unknown).toMatchObject({ status: 404, problem: { code: 'feed-not-found', instance: '/feeds/….ics' } });

    const revoked = await feed();
    await must(all.officer.post(`/feeds/${revoked.feedId}/revocation`, {}));
    const expired = await feed({ expiresAt: '2026-11-20T01:59:59Z' });
    const leaver = await world.person('officer');
    const left = await feed({}, leaver.client);
    await world.source.query('update paizhao.people set active = false where id = $1', [leaver.id]);
    for (const { path } of [revoked, expired, left]) expect(await nowhere(path)).toEqual(unknown);
  });

  it('ends with the token that made it, and with the days that this token could see', async () => {
    const unknown = await nowhere('/feeds/pzf_nobody.ics');
    const period = { from: '2026-01-01', until: '2026-11-20' };
    const made = async () => {
      const { id, token } = await must(
        all.admin.post('/tokens', { personId: all.people.owner, roles: ['officer'], period }),
      );
      return { tokenId: id, ...(await feed({}, world.stranger(token))) };
    };
    const [revoked, expired, over, held] = [await made(), await made(), await made(), await made()];
    for (const { path } of [revoked, expired, over, held]) expect((await fetched(path)).status).toBe(200);
    await must(all.admin.post(`/tokens/${revoked.tokenId}/revocation`, {}));
    const past = `update paizhao.api_tokens set expires_at = '2026-11-20T01:59:59Z' where id = $1`;
    await world.source.query(past, [expired.tokenId]);
    await world.source.query('update paizhao.calendar_feeds set known_until = known_until - 1 where id = $1', [
      over.feedId,
    ]);
    for (const { path } of [revoked, expired, over]) expect(await nowhere(path)).toEqual(unknown);
    expect((await fetched(held.path)).status).toBe(200);
  });

  it('is made by no token that could not read the licenses, and shows none where such a one made it before', async () => {
    const by = async (actions: string[]) => {
      const asked = { personId: all.people.owner, roles: ['officer'], actions };
      const { id, token } = await must(all.admin.post('/tokens', asked));
      return { tokenId: id, client: world.stranger(token) };
    };
    const blind = await by(['create-feed']);
    expect((await blind.client.post('/feeds', {})).body).toMatchObject({
      status: 403,
      code: 'action-not-in-token',
      details: { action: 'read-licenses', allowed: ['create-feed'] },
    });
    const reader = await by(['create-feed', 'read-licenses']);
    const { path } = await feed({}, reader.client);
    expect((await fetched(path)).status).toBe(200);
    const before = `update paizhao.api_tokens set actions = '{create-feed}' where id = $1`;
    await world.source.query(before, [reader.tokenId]);
    expect((await fetched(path)).status).toBe(404);
  });

  it('is nobody else’s to revoke but an administrator’s', async () => {
    const { feedId, path } = await feed();
    expect((await all.approver.post(`/feeds/${feedId}/revocation`, {})).body.code).toBe('feed-not-found');
    expect((await fetched(path)).status).toBe(200);
    await must(all.admin.post(`/feeds/${feedId}/revocation`, {}));
    expect((await fetched(path)).status).toBe(404);
  });
});
