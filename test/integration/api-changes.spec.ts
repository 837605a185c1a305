import { randomUUID } from 'node:crypto';
import { changesAnswer } from '../../apps/api/changes/changes.controller.js';
import { createDataSource } from '../../libs/persistence/index.js';
import { type Cast, cast, heldLicense, must, openedLicense } from '../support/api-story.js';
import { type ApiClient, ApiWorld } from '../support/api-world.js';

jest.setTimeout(60_000);

let world: ApiWorld;
let all: Cast;
let program: ApiClient;

beforeAll(async () => {
  world = await ApiWorld.create();
  all = await cast(world);
  const { token } = await must(all.admin.post('/tokens', { integration: 'erp', roles: ['integration'] }));
  program = world.stranger(token);
});

afterAll(() => world.close());

interface Entry {
  id: string;
  type: string;
  data: { licenseId: string; seq: number; event: string };
}

/** Everything from a place on, page by page, as a program reads it. */
async function readAll(
  after: string | null = null,
  { limit = 500, by = program } = {},
): Promise<{ entries: Entry[]; next: string }> {
  const entries: Entry[] = [];
  for (let from = after; ; ) {
    const body = await must(by.get(`/changes?limit=${limit}${from === null ? '' : `&after=${from}`}`));
    expect(changesAnswer.safeParse(body).error?.issues ?? []).toEqual([]);
    entries.push(...body.changes);
    from = body.next as string;
    if (!body.more) return { entries, next: from };
  }
}

let turns = 0;

/** Something that is on record each time: two people take turns. */
function assign(licenseId: string): Promise<unknown> {
  const { owner, deputy } = all.people;
  turns += 1;
  const people = turns % 2 === 0 ? all.people : { owner: deputy, deputy: owner, manager: deputy };
  return must(all.officer.post(`/licenses/${licenseId}/people`, { people }));
}

/** What the ledger has of all licenses. */
async function onRecord(): Promise<string[]> {
  const rows = (await world.source.query(
    `select substr(stream, 9) || ':' || seq as name from paizhao.ledger_events where stream like 'license/%'`,
  )) as { name: string }[];
  return rows.map(({ name }) => name).sort();
}

const names = (entries: readonly Entry[]) => entries.map(({ data: { licenseId, seq } }) => `${licenseId}:${seq}`);

describe('the change feed', () => {
  it('has every entry once, those of a license in order, as webhooks tell them', async () => {
    const { licenseId, companyId } = await heldLicense(all);
    await openedLicense(all);
    const { entries } = await readAll();
    expect(names(entries).sort()).toEqual(await onRecord());
    const own = entries.filter(({ data }) => data.licenseId === licenseId);
    expect(own.map(({ data }) => data.seq)).toEqual(own.map((_, index) => index + 1));
    expect(own[0]).toEqual({
      id: expect.any(String),
      type: 'license.license_opened',
      timestamp: '2026-11-20T02:00:00.000Z',
      data: {
        licenseId,
        companyId,
        seq: 1,
        event: 'license-opened',
        validOn: '2026-11-20',
        recordedAt: '2026-11-20T02:00:00.000Z',
        simulated: false,
      },
    });
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  });

  it('goes on where a reader was, in pages of any size', async () => {
    const whole = await readAll();
    const pieces = await readAll(null, { limit: 3 });
    expect(names(pieces.entries)).toEqual(names(whole.entries));
    expect((await readAll(whole.next)).entries).toEqual([]);
    const { licenseId } = await openedLicense(all);
    expect((await readAll(whole.next)).entries.map(({ data }) => data.licenseId)).toEqual([licenseId]);
  });

  it('begins at the end for whoever wants only what happens from now on', async () => {
    const { changes, next, more } = await must(program.get('/changes?from=end'));
    expect([changes, more]).toEqual([[], false]);
    const { licenseId } = await openedLicense(all);
    expect(names((await readAll(next)).entries)).toEqual([`${licenseId}:1`]);
  });

  it('misses nothing of what commits late', async () => {
    const { licenseId: slow } = await openedLicense(all);
    const { licenseId: quick } = await openedLicense(all);
    const { next } = await readAll();
    const late = await createDataSource({ url: world.database.appUrl, poolSize: 1 }).initialize();
    const runner = late.createQueryRunner();
    await runner.startTransaction();
    // Appended first, and not committed while another license goes on and the feed is read.
    await runner.query(`insert into paizhao.change_notes (license_id, after_seq, upto_seq) values ($1, 0, 1)`, [slow]);
    await assign(quick);
    const first = await readAll(next);
    expect(new Set(first.entries.map(({ data }) => data.licenseId))).toEqual(new Set([quick]));
    await runner.commitTransaction();
    await runner.release();
    await late.destroy();
    expect(names((await readAll(first.next)).entries)).toEqual([`${slow}:1`]);
  });

  it('is one order for many readers who read while many write', async () => {
    const { next } = await readAll();
    const licenses = await Promise.all(Array.from({ length: 6 }, () => openedLicense(all)));
    let written = false;
    const write = async (): Promise<void> => {
      await Promise.all(
        licenses.map(async ({ licenseId }) => {
          for (let i = 0; i < 3; i += 1) await assign(licenseId);
        }),
      );
      written = true;
    };
    const follow = async (): Promise<string[]> => {
      const seen: string[] = [];
      let after = next;
      for (let quiet = 0; quiet < 2; ) {
        const page = await readAll(after, { limit: 2 });
        seen.push(...names(page.entries));
        after = page.next;
        quiet = written && page.entries.length === 0 ? quiet + 1 : 0;
      }
      return seen;
    };
    const [one, two, three] = await Promise.all([follow(), follow(), follow(), write()]);
    expect(one).toEqual(two);
    expect(two).toEqual(three);
    expect(one).toEqual(names((await readAll(next)).entries));
    expect(new Set(one).size).toBe(one.length);
  });

  it('shows no license outside a scope, and no entry outside a period', async () => {
    const own = await openedLicense(all);
    const { licenseId } = await openedLicense(all);
    const scope = { companies: [own.companyId], licenses: [] };
    const { token } = await must(all.admin.post('/tokens', { integration: 'erp', roles: ['integration'], scope }));
    const limited = await readAll(null, { by: world.stranger(token) });
    expect(new Set(limited.entries.map(({ data }) => data.licenseId))).toEqual(new Set([own.licenseId]));
    expect(names((await readAll()).entries)).toContain(`${licenseId}:1`);
    const past = await world.person('auditor');
    const period = { from: null, until: '2026-11-19' };
    await must(all.admin.put(`/people/${past.id}/access`, { roles: ['auditor'], period }));
    expect((await readAll(null, { by: past.client })).entries).toEqual([]);
  });

  it('moves past what lies outside a period as quickly as past what lies outside a scope', async () => {
    const past = await world.person('auditor');
    const period = { from: null, until: '2026-11-19' };
    await must(all.admin.put(`/people/${past.id}/access`, { roles: ['auditor'], period }));
    expect(await must(past.client.get('/changes?limit=1'))).toMatchObject({ changes: [], more: false });
  });

  it('gives chosen types alone, and moves past the others', async () => {
    const { next } = await readAll();
    const { licenseId } = await openedLicense(all);
    await assign(licenseId);
    const asked = `/changes?after=${next}&type=permit-issued&type=people-assigned`;
    const { changes, next: behind } = await must(program.get(asked));
    expect((changes as Entry[]).every(({ data }) => data.event === 'people-assigned')).toBe(true);
    expect((await readAll(behind)).entries).toEqual([]);
  });

  it('waits for something new where it is asked to', async () => {
    const { next } = await readAll();
    const waiting = must(program.get(`/changes?after=${next}&wait=20`));
    const { licenseId } = await openedLicense(all);
    expect(names((await waiting).changes)).toEqual([`${licenseId}:1`]);
  });

  it('tells nothing of what anybody wrote, and no name', async () => {
    const { licenseId } = await openedLicense(all);
    const reason = `secret ${randomUUID()}`;
    await must(all.approver.post(`/licenses/${licenseId}/closure`, { reason }));
    const { entries } = await readAll();
    const text = JSON.stringify(entries);
    expect(text).not.toContain(reason);
    expect(text).not.toContain('样例');
  });

  it.each([
    ['a place that is none', 'after=abc', 'cursor-invalid', '/after'],
    ['a page of nothing', 'limit=0', 'field-invalid', '/limit'],
    ['a wait without end', 'wait=60', 'field-invalid', '/wait'],
    ['a field that is none', 'since=1', 'unknown-field', '/since'],
  ])('is refused with %s', async (_, query, code, pointer) => {
    expect((await program.get(`/changes?${query}`)).body).toMatchObject({ status: 422, code, pointer });
  });
});
