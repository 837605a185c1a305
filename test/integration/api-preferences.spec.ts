import { randomUUID } from 'node:crypto';
import { houseStream, openBody, readStream } from '../../libs/ledger/index.js';
import { type Cast, cast, heldLicense, must } from '../support/api-story.js';
import { ApiWorld } from '../support/api-world.js';

jest.setTimeout(60_000);

let world: ApiWorld;
let all: Cast;

beforeAll(async () => {
  world = await ApiWorld.create();
  all = await cast(world);
});

afterAll(() => world.close());

const usual = { digest: true, quietHours: { from: '20:00', until: '08:00' }, language: 'zh', mutedKinds: [] };

describe('what a person asks of reminders', () => {
  it('is what is usual until the person says otherwise, and then what was said', async () => {
    const { id, client } = await world.person('officer');
    const path = `/people/${id}/preferences`;
    expect((await client.get(path)).body).toEqual({ personId: id, version: 0, ...usual, toldAnyway: [] });
    const asked = { digest: false, quietHours: null, language: 'en', mutedKinds: ['litigation'] };
    const said = { personId: id, version: expect.any(Number), ...asked, toldAnyway: [] };
    expect((await client.put(path, asked)).body).toEqual(said);
    expect((await client.get(path)).body).toMatchObject(asked);
  });

  it('is an entry of the house’s stream, by reference, once for its key', async () => {
    const { id, client } = await world.person('officer');
    const key = randomUUID();
    const path = `/people/${id}/preferences`;
    const [first, again] = [await client.put(path, usual, { key }), await client.put(path, usual, { key })];
    expect(again.body).toEqual(first.body);
    const entries = (await readStream(world.source, houseStream)).map(({ body }) => openBody(body));
    const changes = entries.filter(
      ({ type, data }) => type === 'preferences-changed' && JSON.stringify(data).includes(id),
    );
    expect(changes).toHaveLength(1);
    expect(changes[0]?.actor).toEqual({ kind: 'person', id });
  });

  it.each([
    ['quiet hours of a whole day', { quietHours: { from: '08:00', until: '08:00' } }, 422, 'quiet-hours-not-valid'],
    ['quiet hours too long', { quietHours: { from: '17:00', until: '08:00' } }, 422, 'quiet-hours-not-valid'],
    ['no time of day', { quietHours: { from: '8pm', until: '08:00' } }, 422, 'field-invalid'],
    ['an unknown kind', { mutedKinds: ['tax-return'] }, 422, 'field-invalid'],
    ['an unknown language', { language: 'fr' }, 422, 'field-invalid'],
  ])('refuses %s, and leaves nothing behind', async (_, over, status, code) => {
    const { id, client } = await world.person('officer');
    const before = await world.traces();
    const answer = await client.put(`/people/${id}/preferences`, { ...usual, ...over });
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
    expect(await world.traces()).toEqual(before);
  });

  it('is the person’s own to change, or an administrator’s', async () => {
    const { id } = await world.person('officer');
    const path = `/people/${id}/preferences`;
    const refused = await all.officer.put(path, usual);
    expect({ status: refused.status, code: refused.body.code }).toEqual({ status: 403, code: 'not-own-preferences' });
    expect((await all.admin.put(path, usual)).status).toBe(200);
    expect((await all.admin.put(`/people/${randomUUID()}/preferences`, usual)).body.code).toBe('person-not-found');
  });

  it('says of which duties by law the owner is told although all have muted them', async () => {
    const [owner, deputy] = [await world.person('officer'), await world.person('approver')];
    const people = { owner: owner.id, deputy: deputy.id, manager: deputy.id };
    const { licenseId } = await heldLicense({ ...all, people });
    const muting = { ...usual, mutedKinds: ['renewal', 'litigation'] };
    const first = await must(owner.client.put(`/people/${owner.id}/preferences`, muting));
    expect(first.toldAnyway).toEqual([]);
    const second = await must(deputy.client.put(`/people/${deputy.id}/preferences`, muting));
    expect(second.toldAnyway).toEqual([{ licenseId, kind: 'renewal', owner: owner.id }]);
    expect((await must(all.auditor.get(`/people/${owner.id}/preferences`))).toldAnyway).toHaveLength(1);
  });
});
