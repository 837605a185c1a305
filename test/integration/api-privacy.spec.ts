import { readWholeStream } from '../../libs/ledger/append.js';
import { openBody } from '../../libs/ledger/envelope.js';
import { houseStream } from '../../libs/ledger/streams.js';
import { verifyChain } from '../../libs/ledger/verify.js';
import { OwnKeyGone } from '../../libs/persistence/index.js';
import { type Cast, cast, must, openedLicense } from '../support/api-story.js';
import { ApiWorld } from '../support/api-world.js';

jest.setTimeout(60_000);

let world: ApiWorld;
let all: Cast;

beforeAll(async () => {
  world = await ApiWorld.create();
  all = await cast(world);
});

afterAll(() => world.close());

const erasing = { ground: 'purpose-met', reason: 'Sample reason: left three years ago' };
const departed = (id: string) => must(all.admin.post(`/people/${id}/departure`, { toStandIns: true }));

async function house() {
  const rows = [];
  for await (const row of readWholeStream(world.source, houseStream)) rows.push(row);
  return rows;
}

describe('a person whose data is erased', () => {
  it('has left, keeps no license and no original: else the refusal lists what is to be handed over', async () => {
    const person = await world.person('officer');
    const { licenseId } = await openedLicense({ ...all, people: { ...all.people, owner: person.id } });
    const before = await world.traces();
    const refused = await all.admin.post(`/people/${person.id}/erasure`, erasing);
    expect(refused).toMatchObject({
      status: 409,
      body: {
        code: 'person-not-erasable',
        details: { active: true, licenses: [{ licenseId, roles: ['owner'] }], originals: [] },
      },
    });
    expect(await world.traces()).toEqual(before);
    await departed(person.id);
    await must(all.admin.post(`/people/${person.id}/erasure`, erasing));
  });

  it('is a name and an address less, everywhere; what was done stays, and the chain holds', async () => {
    const person = await world.person('officer');
    const { licenseId } = await openedLicense(all);
    await must(person.client.post('/views', { name: 'Sample view of the leaver', filter: {} }));
    await must(person.client.post(`/licenses/${licenseId}/comments`, { text: 'Sample comment of the leaver' }));
    const absence = { from: '2026-11-23', until: '2026-11-27' };
    await must(person.client.post(`/people/${person.id}/absences`, absence));
    await departed(person.id);
    const sending = { key: `erase-${person.id}` };
    const answer = await must(all.admin.post(`/people/${person.id}/erasure`, erasing, sending));
    expect(answer).toMatchObject({ personId: person.id, erased: { comments: 1, views: 1, absences: 1, tokens: 1 } });
    expect(await must(all.admin.post(`/people/${person.id}/erasure`, erasing, sending))).toEqual(answer);
    expect(await must(all.admin.get(`/people/${person.id}`))).toMatchObject({
      name: '已删除 (erased)',
      mail: '',
      active: false,
      erasedAt: expect.stringMatching(/^2026-11-20T/),
    });
    const { comments } = await must(all.officer.get(`/licenses/${licenseId}/comments`));
    expect(comments).toMatchObject([{ text: null, author: { id: person.id } }]);
    const rows = await house();
    expect(verifyChain(houseStream, rows)).toMatchObject({ findings: [] });
    const entries = rows.map(({ body }) => openBody(body));
    expect(entries.at(-1)).toMatchObject({
      type: 'person-erased',
      data: { personId: person.id, ground: 'purpose-met', reason: { ref: expect.any(String) } },
    });
    expect(JSON.stringify(entries)).not.toContain('Sample reason');
  });

  it('is erased once, by another one, and does not come back', async () => {
    const person = await world.person('admin');
    expect((await person.client.post(`/people/${person.id}/erasure`, erasing)).body.code).toBe('erasure-by-another');
    await departed(person.id);
    await must(all.admin.post(`/people/${person.id}/erasure`, erasing));
    expect((await all.admin.post(`/people/${person.id}/erasure`, erasing)).body.code).toBe('person-erased');
    expect((await all.admin.post(`/people/${person.id}/return`, {})).body.code).toBe('person-erased');
  });

  it('stays erased where rows of an old backup come back', async () => {
    const person = await world.person('officer');
    await must(person.client.post('/views', { name: 'Sample view', filter: {}, shared: true }));
    const old = async (table: string, column: string) =>
      (await world.source.query(`select * from paizhao.${table} where ${column} = $1`, [person.id]))[0];
    const [row, view] = [await old('people', 'id'), await old('saved_views', 'person_id')];
    await departed(person.id);
    await must(all.admin.post(`/people/${person.id}/erasure`, erasing));
    expect(() => world.cipher.openText(`person-name:${person.id}`, row.name)).toThrow(OwnKeyGone);
    expect(() => world.cipher.openText(`person-mail:${person.id}`, row.mail)).toThrow(OwnKeyGone);
    expect(() => world.cipher.openText(`view-name:${view.id}`, view.name)).toThrow(OwnKeyGone);
    await world.source.query('update paizhao.people set name = $2, mail = $3, erased_at = null where id = $1', [
      person.id,
      row.name,
      row.mail,
    ]);
    expect(await must(all.admin.get(`/people/${person.id}`))).toMatchObject({ name: '已删除 (erased)', mail: '' });
  });
});
