import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { personalData } from '../../apps/api/schemas/personal-data.js';
import { readWholeStream } from '../../libs/ledger/append.js';
import { openBody } from '../../libs/ledger/envelope.js';
import { houseStream } from '../../libs/ledger/streams.js';
import { verifyChain } from '../../libs/ledger/verify.js';
import {
  firstNameSql,
  HeartbeatRepository,
  OwnKeyGone,
  OwnKeyRepository,
  PersonalDataRepository,
  partsOfPerson,
  RecipientRepository,
  sealedColumns,
} from '../../libs/persistence/index.js';
import { aPdf, type Cast, cast, must, openedLicense, preparedFiling } from '../support/api-story.js';
import { type ApiClient, ApiWorld } from '../support/api-world.js';
import { marked, marksIn } from '../support/marked-values.js';

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
    expect(comments).toMatchObject([{ text: { text: null }, author: { id: person.id } }]);
    const rows = await house();
    expect(verifyChain(houseStream, rows)).toMatchObject({ findings: [] });
    const entries = rows.map(({ body }) => openBody(body));
    expect(entries.at(-1)).toMatchObject({
      type: 'person-erased',
      data: { personId: person.id, ground: 'purpose-met', reason: { ref: expect.any(String) } },
    });
    expect(JSON.stringify(entries)).not.toContain('Sample reason');
  });

  it('stands in no sheet of a finished export any more', async () => {
    const person = await world.person('officer');
    const { jobId } = await must(all.auditor.post('/exports', { format: 'csv' }));
    await world.work();
    expect((await all.auditor.bytes(`/exports/${jobId}/sheet`)).status).toBe(200);
    await departed(person.id);
    await must(all.admin.post(`/people/${person.id}/erasure`, erasing));
    expect((await all.auditor.get(`/exports/${jobId}/sheet`)).body.code).toBe('job-swept');
    expect(await world.source.query('select from paizhao.job_pieces where job_id = $1', [jobId])).toEqual([]);
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

  describe('whose rows came back active with an old dump, beside newer keys', () => {
    async function backAgain(): Promise<{ id: string; viewId: string; client: ApiClient }> {
      const person = await world.person('admin', 'officer');
      await must(person.client.post('/views', { name: 'Sample view', filter: {}, shared: true }));
      const old = async (table: string, column: string) =>
        (await world.source.query(`select * from paizhao.${table} where ${column} = $1`, [person.id]))[0];
      const [row, view] = [await old('people', 'id'), await old('saved_views', 'person_id')];
      const token = await old('api_tokens', 'person_id');
      await departed(person.id);
      await must(all.admin.post(`/people/${person.id}/erasure`, erasing));
      await world.source.query('update paizhao.api_tokens set hash = $2, revoked_at = null where id = $1', [
        token.id,
        token.hash,
      ]);
      await world.source.query(
        'update paizhao.people set name = $2, mail = $3, erased_at = null, left_on = null, active = true where id = $1',
        [person.id, row.name, row.mail],
      );
      await world.source.query(
        'insert into paizhao.saved_views (id, person_id, name, filter, shared, changed_at) values ($1, $2, $3, $4, true, $5)',
        [view.id, person.id, view.name, view.filter, view.changed_at],
      );
      return { id: person.id, viewId: view.id, client: person.client };
    }

    const keys = () => new OwnKeyRepository(world.source.manager, world.cipher);
    const keyOf = (id: string) => world.source.query('select 1 from paizhao.own_keys where id = $1', [id]);

    async function readsAsErased({ id, viewId }: { id: string; viewId: string }): Promise<void> {
      const { people } = await must(all.admin.get('/people'));
      expect(people).toContainEqual(expect.objectContaining({ id, name: '已删除 (erased)', mail: '' }));
      const { views } = await must(all.officer.get('/views'));
      expect(views.map((view: { id: string }) => view.id)).not.toContain(viewId);
      const recipients = new RecipientRepository(world.source.manager, world.cipher);
      expect((await recipients.admins('2026-11-20T02:00:00Z')).map((admin) => admin.id)).not.toContain(id);
    }

    it('is given no new key, no mail, and reads as erased in every list', async () => {
      const back = await backAgain();
      const heartbeats = new HeartbeatRepository(world.source.manager, world.cipher);
      expect(await heartbeats.take('2026-11-16', back.id, async () => Buffer.from('Sample mail'))).toBeNull();
      await expect(keys().make(back.id)).rejects.toThrow(OwnKeyGone);
      expect(await keyOf(back.id)).toEqual([]);
      await readsAsErased(back);
    });

    it('keeps nothing by a token that came back as well', async () => {
      const { client, viewId } = await backAgain();
      const view = { name: 'Sample view', filter: {}, shared: false };
      const erased = { status: 409, body: { code: 'person-erased' } };
      expect(await client.post('/views', view)).toMatchObject(erased);
      expect(await client.put(`/views/${viewId}`, view)).toMatchObject(erased);
    });

    it('is not whom the data key is tried on', async () => {
      const { id } = await backAgain();
      await world.source.query(`update paizhao.people set stored_at = '2000-01-01T00:00:00Z' where id = $1`, [id]);
      expect(await world.source.query(firstNameSql)).toEqual([expect.not.objectContaining({ id })]);
    });

    it('reads as erased under another key, too', async () => {
      const back = await backAgain();
      const place = `own-key:${back.id}`;
      await world.source.query('insert into paizhao.own_keys (id, sealed) values ($1, $2)', [
        back.id,
        world.cipher.seal(place, Buffer.alloc(32, 7)),
      ]);
      await readsAsErased(back);
    });
  });
});

describe('texts of a license', () => {
  const erased = (licenseId: string) => `/licenses/${licenseId}/erasures`;
  const asked = (...refs: string[]) => ({ refs, ground: 'consent-withdrawn', reason: 'Sample reason: asked to' });

  async function closed() {
    const { licenseId, companyId } = await openedLicense(all);
    await must(all.approver.post(`/licenses/${licenseId}/closure`, { reason: 'Sample text: given up' }));
    const { entries } = await must(all.officer.get(`/licenses/${licenseId}/history?limit=500`));
    return { licenseId, companyId, ref: entries.at(-1).data.reason.ref as string };
  }

  it('are destroyed by a command, also once the license is closed; the reference stays and tells nothing', async () => {
    const { licenseId, ref } = await closed();
    const [old] = await world.source.query('select * from paizhao.private_texts where id = $1', [ref]);
    await must(all.approver.post(erased(licenseId), asked(ref)));
    const { entries } = await must(all.officer.get(`/licenses/${licenseId}/history?limit=500`));
    expect(entries.at(-2).data.reason).toMatchObject({ ref, text: null });
    expect(entries.at(-1)).toMatchObject({ type: 'erased', data: { refs: [ref], ground: 'consent-withdrawn' } });
    expect(await world.source.query('select 1 from paizhao.private_texts where id = $1', [ref])).toEqual([]);
    expect(() => world.cipher.openText(`private-text:${ref}`, old.sealed)).toThrow(OwnKeyGone);
    expect(() => world.cipher.open(`private-text-salt:${ref}`, old.salt)).toThrow(OwnKeyGone);
    expect((await all.approver.post(erased(licenseId), asked(ref))).body).toMatchObject({
      code: 'text-not-found',
      pointer: '/refs',
    });
  });

  it('of another license are not there', async () => {
    const [one, other] = [await closed(), await closed()];
    const before = await world.traces();
    expect((await all.approver.post(erased(other.licenseId), asked(one.ref))).body.code).toBe('text-not-found');
    expect(await world.traces()).toEqual(before);
  });

  it('that the authority knows the company by stay until the company is done, or has others', async () => {
    const { licenseId, companyId } = await openedLicense(all);
    const facts = async () => (await must(all.officer.get(`/companies/${companyId}`))).facts;
    const { ref } = (await facts()).legalRepresentative;
    const needed = { status: 409, body: { code: 'text-needed', details: { neededFor: 'company' } } };
    expect(await all.approver.post(`/companies/${companyId}/erasures`, asked(ref))).toMatchObject(needed);
    const change = { kind: 'legal-representative', decidedOn: '2026-11-19', registeredOn: null, effectiveOn: null };
    await must(
      all.officer.post(`/companies/${companyId}/facts`, { change, facts: { legalRepresentative: '样例新代表' } }),
    );
    await must(all.approver.post(`/companies/${companyId}/erasures`, asked(ref)));
    expect((await facts()).legalRepresentative).toMatchObject({ text: '样例新代表' });
    const { entries } = await must(all.officer.get(`/licenses/${licenseId}/history?limit=500`));
    expect(entries[0].data.company.legalRepresentative).toMatchObject({ ref, text: null });
  });
});

describe('files of a license', () => {
  const requirementId = 'business-license';
  const asked = (...files: string[]) => ({ files, ground: 'unlawful-handling', reason: 'Sample reason: wrong person' });
  const erase = (licenseId: string, ...files: string[]) =>
    all.approver.post(`/licenses/${licenseId}/erasures`, asked(...files));
  const keyOf = (id: string) => world.source.query('select from paizhao.own_keys where id = $1', [id]);
  const bytesOf = (id: string) => readFile(join(world.filesDir, id.slice(0, 2), id)).catch(() => null);

  /** A filing in draft: a material in two versions, of which the first should never have come. */
  async function replaced(company = openedLicense(all)) {
    const { licenseId, companyId } = await company;
    const { filingId } = await must(all.officer.post(`/licenses/${licenseId}/filings`, { kind: 'new' }));
    const path = `/licenses/${licenseId}/filings/${filingId}`;
    const supplied = async (text: string) => {
      const fields = { requirementId, issuedOn: '2026-11-18', reason: 'Sample reason' };
      const file = { name: 'a.pdf', bytes: aPdf(`${text} of ${licenseId}`) };
      return (await must(all.officer.upload(`${path}/materials`, fields, file))).material.materialId as string;
    };
    return { licenseId, companyId, path, wrong: await supplied('wrong'), right: await supplied('right') };
  }

  const history = async (licenseId: string) =>
    (await must(all.officer.get(`/licenses/${licenseId}/history?limit=500`))).entries;

  it('are destroyed, key and bytes; what they were stays on record, and the chain holds', async () => {
    const { licenseId, path, wrong, right } = await replaced();
    const [before] = await world.source.query('select sha256, bytes from paizhao.files where id = $1', [wrong]);
    const at = await must(all.auditor.get(`/licenses/${licenseId}/state`));
    const sending = { key: `erase-${wrong}` };
    const send = () => all.approver.post(`/licenses/${licenseId}/erasures`, asked(wrong), sending);
    const answer = await must(send());
    expect(answer).toMatchObject({ events: [{ type: 'erased' }], alsoAt: [], alsoElsewhere: 0 });
    expect(await must(send())).toEqual(answer);
    expect([await keyOf(wrong), await bytesOf(wrong)]).toEqual([[], null]);
    expect([(await keyOf(right)).length, (await bytesOf(right)) !== null]).toEqual([1, true]);
    expect((await history(licenseId)).at(-1)).toMatchObject({
      type: 'erased',
      data: {
        what: 'files',
        files: [{ id: wrong, ...before, mediaType: 'application/pdf' }],
        ground: 'unlawful-handling',
        reason: { text: 'Sample reason: wrong person' },
      },
    });
    expect(await all.officer.get(`${path}/materials/${wrong}/content`)).toMatchObject({
      status: 409,
      body: { code: 'file-erased', details: { id: wrong } },
    });
    expect((await all.officer.bytes(`${path}/materials/${right}/content`)).status).toBe(200);
    expect((await must(all.officer.get(`${path}/requirements`))).requirements).toContainEqual(
      expect.objectContaining({
        id: requirementId,
        supplied: [
          expect.objectContaining({ materialId: wrong, erasedOn: '2026-11-20' }),
          expect.objectContaining({ materialId: right, erasedOn: null }),
        ],
      }),
    );
    expect(at.erasedFiles).toEqual([]);
    expect((await must(all.auditor.get(at.canonical))).erasedFiles).toEqual([wrong]);
  });

  it('that are needed, of another license, or gone already are refused, all at once, and nothing changes', async () => {
    const { licenseId, wrong, right } = await replaced();
    const other = await replaced();
    await must(erase(licenseId, wrong));
    const before = await world.traces();
    expect((await erase(licenseId, right)).body).toMatchObject({ code: 'file-needed', details: { needed: [right] } });
    expect((await erase(licenseId, wrong, other.wrong, right)).body).toMatchObject({
      code: 'file-not-found',
      pointer: '/files',
      details: { missing: [wrong, other.wrong] },
    });
    const both = { ...asked(other.wrong), refs: [other.wrong] };
    expect((await all.approver.post(`/licenses/${other.licenseId}/erasures`, both)).body.errors).toMatchObject([
      { pointer: '/files', code: 'field-invalid' },
    ]);
    expect((await all.officer.post(`/licenses/${other.licenseId}/erasures`, asked(other.wrong))).body.code).toBe(
      'role-not-allowed',
    );
    expect(await world.traces()).toEqual(before);
  });

  it('that another filing uses stay there: the answer says where, and the last use takes key and bytes', async () => {
    const { licenseId, companyId, wrong } = await replaced();
    const opening = { companyId, serviceTypes: ['B25'], coverage: { kind: 'province', provinces: ['sh'] } };
    const { licenseId: second } = await must(all.officer.post('/licenses', { ...opening, people: all.people }));
    const { filingId } = await must(all.officer.post(`/licenses/${second}/filings`, { kind: 'new' }));
    const path = `/licenses/${second}/filings/${filingId}`;
    const from = { licenseId, materialId: wrong };
    await must(all.officer.post(`${path}/materials/copies`, { requirementId, from }));
    const copy = (await history(second)).at(-1).data.materialId as string;
    expect(await must(erase(licenseId, wrong))).toMatchObject({
      alsoAt: [{ file: wrong, licenseId: second, id: copy }],
      alsoElsewhere: 0,
    });
    expect((await keyOf(wrong)).length).toBe(1);
    expect((await all.officer.bytes(`${path}/materials/${copy}/content`)).status).toBe(200);
    expect((await all.officer.post(`${path}/materials/copies`, { requirementId, from })).body.code).toBe('file-erased');
    await must(all.officer.post(`${path}/withdrawal`, { withdrawnOn: '2026-11-20' }));
    expect(await must(erase(second, copy))).toMatchObject({ alsoAt: [] });
    expect([await keyOf(wrong), await bytesOf(wrong)]).toEqual([[], null]);
  });

  it('that a signed pack held leave its hashes: the pack says what is gone', async () => {
    const { licenseId } = await openedLicense(all);
    const filingId = await preparedFiling(all, licenseId);
    const path = `/licenses/${licenseId}/filings/${filingId}`;
    await must(all.approver.post(`${path}/sign-off`, {}));
    const { packs } = await must(all.officer.get(`${path}/packs`));
    await must(all.officer.post(`${path}/withdrawal`, { withdrawnOn: '2026-11-20' }));
    const [signed] = (await history(licenseId)).filter(({ type }: { type: string }) => type === 'pack-signed-off');
    const [{ materialId, sha256 }] = signed.data.materials;
    const archive = (await all.officer.bytes(`${path}/packs/${packs[0].seq}`)).headers.get('etag');
    await must(erase(licenseId, materialId));
    const { status, body } = await all.officer.get(`${path}/packs/${packs[0].seq}`);
    expect({ status, body }).toMatchObject({
      status: 409,
      body: {
        code: 'pack-erased',
        details: {
          erased: [{ materialId, sha256 }],
          packHash: packs[0].packHash,
          archiveSha256: archive?.slice(1, -1),
        },
      },
    });
    expect(body.details.manifest.files).toContainEqual(expect.objectContaining({ materialId, sha256 }));
  });

  it('are read from no copy of the store that was made before', async () => {
    const { licenseId, path, wrong } = await replaced();
    const copy = await bytesOf(wrong);
    await must(erase(licenseId, wrong));
    await world.source.query('update paizhao.files set erased_at = null, removed_at = null where id = $1', [wrong]);
    await writeFile(join(world.filesDir, wrong.slice(0, 2), wrong), copy ?? '');
    expect((await all.officer.get(`${path}/materials/${wrong}/content`)).body.code).toBe('document-unreadable');
  });
});

describe('texts of the house', () => {
  const asked = (...refs: string[]) => ({
    refs,
    ground: 'unlawful-handling',
    reason: 'Sample reason: it named somebody',
  });
  const evidenceOf = async (readingId: string): Promise<{ ref: string; text: string | null }> => {
    const { readings } = await must(all.officer.get('/readings'));
    return readings.find(({ id }: { id: string }) => id === readingId).evidence;
  };

  it('are destroyed once no reading rests on them, and the house’s record says so', async () => {
    const proposed = { rule: 'limit.review', reading: 'working-days-from-acceptance', scope: { kind: 'installation' } };
    const evidence = 'Sample evidence of Ms. X';
    const { readingId } = await must(all.officer.post('/readings', { ...proposed, evidence }));
    const { ref, text } = await evidenceOf(readingId);
    expect(text).toBe('Sample evidence of Ms. X');
    const before = await world.traces();
    expect((await all.approver.post('/house/erasures', asked(ref))).body).toMatchObject({
      code: 'text-needed',
      details: { needed: [ref], neededFor: 'reading' },
    });
    expect(await world.traces()).toEqual(before);
    await must(all.approver.post(`/readings/${readingId}/rejection`, {}));
    const { houseSeq } = await must(all.approver.post('/house/erasures', asked(ref)));
    expect(await evidenceOf(readingId)).toMatchObject({ ref, text: null });
    expect(await world.source.query('select from paizhao.own_keys where id = $1', [ref])).toEqual([]);
    const rows = await house();
    expect(verifyChain(houseStream, rows)).toMatchObject({ findings: [] });
    expect(rows.map(({ body }) => openBody(body)).at(-1)).toMatchObject({
      seq: houseSeq,
      type: 'erased',
      data: { what: 'texts', refs: [ref], ground: 'unlawful-handling', reason: { ref: expect.any(String) } },
    });
    expect((await all.approver.post('/house/erasures', asked(ref))).body.code).toBe('text-not-found');
  });

  it('are not those of a license', async () => {
    const { licenseId } = await openedLicense(all);
    await must(all.approver.post(`/licenses/${licenseId}/closure`, { reason: 'Sample text: given up' }));
    const { entries } = await must(all.officer.get(`/licenses/${licenseId}/history?limit=500`));
    const { ref } = entries.at(-1).data.reason;
    expect((await all.approver.post('/house/erasures', asked(ref))).body.code).toBe('text-not-found');
    expect((await all.officer.post('/house/erasures', asked(ref))).body.code).toBe('role-not-allowed');
  });
});

describe('a request whose names or texts were erased', () => {
  type Send = (key: string, said: string) => ReturnType<ApiClient['post']>;
  const sent =
    (by: () => ApiClient, path: string, body: (said: string) => object): Send =>
    (key, said) =>
      by().post(path, body(said), { key });
  const asked = (...refs: string[]) => ({ refs, ground: 'purpose-met', reason: 'Sample reason' });

  /** Sent with what was said, then erased: the same key tells the right guess from a wrong one no more. */
  async function tellsNothing(
    send: Send,
    erase: (answer: { [id: string]: string }) => Promise<unknown>,
  ): Promise<void> {
    const key = randomUUID();
    const answer = await must(send(key, 'Sample truth'));
    expect(await must(send(key, 'Sample truth'))).toEqual(answer);
    await erase(answer);
    const [right, wrong] = [await send(key, 'Sample truth'), await send(key, 'Sample guess')];
    expect(right).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
    expect({ ...right.body, instance: null, requestId: null }).toEqual({
      ...wrong.body,
      instance: null,
      requestId: null,
    });
  }

  it('tells nothing of a person', async () => {
    const send = sent(
      () => all.admin,
      '/people',
      (name) => ({ name, mail: 'sample@example.com' }),
    );
    await tellsNothing(send, async ({ personId }) => {
      await departed(personId as string);
      await must(all.admin.post(`/people/${personId}/erasure`, erasing));
    });
  });

  it('tells nothing of a view', async () => {
    const send = sent(
      () => all.officer,
      '/views',
      (name) => ({ name, filter: {} }),
    );
    const removal = { key: randomUUID() };
    await tellsNothing(send, async ({ viewId }) => {
      const removed = await must(all.officer.post(`/views/${viewId}/removal`, {}, removal));
      expect(await must(all.officer.post(`/views/${viewId}/removal`, {}, removal))).toEqual(removed);
    });
  });

  it('tells nothing of a text of a license', async () => {
    const { licenseId } = await openedLicense(all);
    const send = sent(
      () => all.approver,
      `/licenses/${licenseId}/closure`,
      (reason) => ({ reason }),
    );
    await tellsNothing(send, async () => {
      const { entries } = await must(all.officer.get(`/licenses/${licenseId}/history?limit=500`));
      const erasure = { key: randomUUID() };
      const erase = () =>
        must(all.approver.post(`/licenses/${licenseId}/erasures`, asked(entries.at(-1).data.reason.ref), erasure));
      expect(await erase()).toEqual(await erase());
    });
  });

  it('tells nothing of a comment', async () => {
    const { licenseId } = await openedLicense(all);
    const send = sent(
      () => all.officer,
      `/licenses/${licenseId}/comments`,
      (text) => ({ text }),
    );
    await tellsNothing(send, ({ commentId }) =>
      must(all.officer.post(`/licenses/${licenseId}/comments/${commentId}/withdrawal`, {})),
    );
  });

  it('tells nothing of a name of a company', async () => {
    const { companyId } = await openedLicense(all);
    const change = { kind: 'legal-representative', decidedOn: '2026-11-19', registeredOn: null, effectiveOn: null };
    const path = `/companies/${companyId}/facts`;
    const body = (legalRepresentative: string) => ({ change, facts: { legalRepresentative } });
    await tellsNothing(
      sent(() => all.officer, path, body),
      async () => {
        const { facts } = await must(all.officer.get(`/companies/${companyId}`));
        await must(all.officer.post(path, body('样例新代表')));
        const erasure = { key: randomUUID() };
        const erase = () =>
          must(all.approver.post(`/companies/${companyId}/erasures`, asked(facts.legalRepresentative.ref), erasure));
        expect(await erase()).toEqual(await erase());
      },
    );
  });

  it('tells nothing of a text of the house', async () => {
    const proposed = { rule: 'limit.review', reading: 'working-days-from-acceptance', scope: { kind: 'installation' } };
    await tellsNothing(
      sent(
        () => all.officer,
        '/readings',
        (evidence) => ({ ...proposed, evidence }),
      ),
      async ({ readingId }) => {
        await must(all.approver.post(`/readings/${readingId}/rejection`, {}));
        const { readings } = await must(all.officer.get('/readings'));
        const { ref } = readings.find(({ id }: { id: string }) => id === readingId).evidence;
        const erasure = { key: randomUUID() };
        const erase = () => must(all.approver.post('/house/erasures', asked(ref), erasure));
        expect(await erase()).toEqual(await erase());
      },
    );
  });
});

describe('what is kept about a person', () => {
  it('is given to the person and to an administrator, to nobody else, and that is on record', async () => {
    const person = await world.person('officer');
    const { licenseId } = await openedLicense({ ...all, people: { ...all.people, owner: person.id } });
    await must(person.client.post(`/licenses/${licenseId}/comments`, { text: 'Sample comment' }));
    await must(person.client.post('/views', { name: 'Sample view', filter: { status: ['preparing'] } }));
    const path = `/people/${person.id}/personal-data`;
    const data = await must(person.client.get(path));
    expect(data).toMatchObject({
      person: { id: person.id, mail: `${person.id}@example.com` },
      access: { roles: ['officer'] },
      licenses: [{ licenseId, role: 'owner', ended: false }],
      comments: [{ licenseId, text: 'Sample comment' }],
      views: [{ name: 'Sample view', filter: { status: ['preparing'] } }],
      tokens: [{ roles: ['officer'] }],
    });
    expect(JSON.stringify(data)).not.toContain('pz_');
    await must(all.admin.get(path));
    for (const other of [all.officer, all.auditor]) expect((await other.get(path)).body.code).toBe('not-own-data');
    const { records } = await must(person.client.get(`/people/${person.id}/access-records`));
    expect(records.filter(({ kind }: { kind: string }) => kind === 'personal-data-exported')).toMatchObject([
      { day: '2026-11-20', by: { kind: 'person' } },
      { day: '2026-11-20', by: { kind: 'person', id: person.id } },
    ]);
    const day = await must(all.auditor.get('/access-records?day=2026-11-20&limit=500'));
    expect(day.records).toContainEqual(
      expect.objectContaining({ kind: 'personal-data', who: { kind: 'person', id: person.id }, subject: person.id }),
    );
    expect((await all.officer.get(`/people/${person.id}/access-records`)).body.code).toBe('not-own-data');
  });

  it('holds the mails to the person, what was written with an act, what others decided, and what the person read', async () => {
    const person = await world.person('approver');
    const { licenseId } = await openedLicense(all);
    await must(person.client.post(`/licenses/${licenseId}/closure`, { reason: 'Sample reason of the act' }));
    const why = { 'paizhao-reason': encodeURIComponent('样例：抽查') };
    expect((await person.client.get(`/licenses/${licenseId}/export`, why)).status).toBe(200);
    await must(all.admin.put(`/people/${person.id}/access`, { roles: ['approver', 'auditor'] }));
    await world.source.query(
      `insert into paizhao.digests (key, person_id, day, due_at, state, settled_at)
       values ('digest/' || $1 || '/2026-11-20', $1, '2026-11-20', '2026-11-20T01:00:00Z', 'sent', '2026-11-20T01:00:00Z')`,
      [person.id],
    );
    for (const [table, day] of [
      ['heartbeats', `week`],
      ['checkpoint_mails', `number, day`],
    ])
      await world.source.query(
        `insert into paizhao.${table} (person_id, state, smtp_answer, changed_at, ${day})
         values ($1, 'sent', '250 OK', '2026-11-20T01:00:00Z', ${table === 'heartbeats' ? '' : '7,'} '2026-11-16')`,
        [person.id],
      );
    await world.source.query(
      `insert into paizhao.bounces (id, message_id, action, status, diagnostic, addressed)
       values ($1, paizhao.mail_id('heartbeat/2026-11-16/' || $2), 'failed', '5.1.1', 'unknown', true)`,
      [randomUUID(), person.id],
    );
    const data = await must(person.client.get(`/people/${person.id}/personal-data`));
    expect(personalData.parse(data)).toMatchObject({
      digests: [{ key: `digest/${person.id}/2026-11-20`, day: '2026-11-20', messages: 0, state: 'sent' }],
      heartbeats: [{ week: '2026-11-16', state: 'sent', answer: '250 OK' }],
      checkpointMails: [{ day: '2026-11-16', checkpoint: 7, state: 'sent', changedAt: '2026-11-20T01:00:00.000Z' }],
      bounces: [{ action: 'failed', status: '5.1.1', diagnostic: 'unknown', addressed: true }],
      acts: [
        {
          stream: `license/${licenseId}`,
          type: 'license-closed',
          texts: [{ at: '/reason', text: 'Sample reason of the act' }],
        },
      ],
      reads: [
        { kind: 'papers-read', details: { what: 'chain', licenseId, reason: { text: '样例：抽查' } } },
        { kind: 'personal-data-exported', details: { subject: person.id } },
      ],
    });
    expect(data.house.map(({ type }: { type: string }) => type)).toEqual(
      expect.arrayContaining(['person-added', 'token-issued', 'role-given']),
    );
    expect(data.house.every(({ by }: { by: { id: string } }) => by.id !== person.id)).toBe(true);
    expect(JSON.stringify(data.reads)).not.toContain(all.people.owner);
  });

  async function gathered(pages: AsyncIterable<object[]>): Promise<object[][]> {
    const all: object[][] = [];
    for await (const page of pages) all.push(page);
    return all;
  }

  it('comes page by page, however much there is', async () => {
    const person = await world.person('officer');
    const { licenseId } = await openedLicense(all);
    for (const text of ['One', 'Two', 'Three']) {
      await must(person.client.post(`/licenses/${licenseId}/comments`, { text }));
      await must(person.client.get(`/people/${person.id}/personal-data`));
    }
    const kept = new PersonalDataRepository(world.source.manager, world.cipher);
    const { licenses } = await must(all.admin.get(`/people/${all.people.owner}/personal-data`));
    expect(licenses.length).toBeGreaterThan(1);
    for (const id of [person.id, all.people.owner])
      for (const part of partsOfPerson) {
        const [whole, pages] = [await gathered(kept.pages(part, id)), await gathered(kept.pages(part, id, 1))];
        expect(pages.every(({ length }) => length === 1)).toBe(true);
        expect(pages.flat()).toEqual(whole.flat());
      }
    const reads = await gathered(kept.reads(person.id));
    expect(reads.flat()).toHaveLength(3);
    expect((await gathered(kept.reads(person.id, 1))).flat()).toEqual(reads.flat());
    const path = `/people/${person.id}/access-records`;
    const whole = await must(person.client.get(path));
    expect(whole).toMatchObject({ records: { length: 3 }, next: null });
    const paged: object[] = [];
    for (let next = ''; next !== null; ) {
      const page = await must(person.client.get(`${path}?limit=2${next && `&before=${next}`}`));
      paged.push(...page.records);
      next = page.next;
    }
    expect(paged).toEqual(whole.records);
    expect((await person.client.get(`${path}?before=x`)).body.errors[0].code).toBe('cursor-invalid');
  });

  it.each([
    ['from=2026-11-20&until=2026-11-19', 'window-reversed'],
    ['from=2026-01-01&until=2026-11-19', 'window-too-long'],
  ])('is asked for by so many days (%s)', async (query, code) => {
    expect((await all.admin.get(`/people/${all.people.owner}/access-records?${query}`)).body.code).toBe(code);
  });
});

describe('after an erasure', () => {
  type Row = Record<string, unknown>;

  /** Every row with something sealed in it, by table; but for the keys of single records, which no backup keeps. */
  async function sealedRows(): Promise<Map<string, Row[]>> {
    const tables = [...new Set(sealedColumns.filter(({ owner }) => owner !== undefined).map(({ table }) => table))];
    const rows = new Map<string, Row[]>();
    for (const table of tables) rows.set(table, await world.source.query(`select * from paizhao.${table}`));
    return rows;
  }

  /** What can be read of them with every key that there is. */
  async function readable(tables: Map<string, Row[]>): Promise<string> {
    const keys = new OwnKeyRepository(world.source.manager, world.cipher);
    const found: string[] = [];
    for (const { table, key, column, owner, place } of sealedColumns)
      for (const row of (owner && tables.get(table)) || []) {
        if (row[column] === null) continue;
        const cipher = await keys.of(String(row[owner as string]));
        try {
          const at = place(...Object.keys(key).map((name) => String(row[name])));
          found.push(cipher.open(at, row[column] as Buffer).toString('utf8'));
        } catch (error) {
          if (!(error instanceof OwnKeyGone)) throw error;
        }
      }
    return found.join('\n');
  }

  it('nothing of it can be read: neither in the database nor in the rows of an old backup', async () => {
    const name = marked('erased-name');
    const mail = `${marked('erased-mail')}@example.com`;
    const { personId } = await must(all.admin.post('/people', { name, mail }));
    const { token } = await must(all.admin.post('/tokens', { personId, roles: ['officer', 'approver'] }));
    const person = world.stranger(token);
    const { licenseId } = await openedLicense(all);
    await must(person.post('/views', { name: marked('erased-view'), filter: {} }));
    await must(person.post(`/licenses/${licenseId}/comments`, { text: marked('erased-comment') }));
    await must(person.post(`/licenses/${licenseId}/closure`, { reason: marked('erased-reason') }));
    await must(person.post(`/licenses/${licenseId}/comments`, { text: marked('kept-by-nobody') }));
    const backup = await sealedRows();
    const marks = marksIn(await readable(backup));
    expect(marks.length).toBeGreaterThanOrEqual(6);
    const { entries } = await must(all.officer.get(`/licenses/${licenseId}/history?limit=500`));
    const refs = [entries.at(-1).data.reason.ref];
    await must(all.approver.post(`/licenses/${licenseId}/erasures`, { ...erasing, refs }));
    await departed(personId);
    await must(all.admin.post(`/people/${personId}/erasure`, erasing));
    expect(marksIn(await readable(await sealedRows()))).toEqual([]);
    expect(marksIn(await readable(backup))).toEqual([]);
    const bodies = await world.source.query(`select convert_from(body, 'UTF8') as body from paizhao.ledger_events`);
    const lines = [...world.log, ...bodies.map(({ body }: { body: string }) => body)];
    expect(lines.flatMap((line) => marksIn(line))).toEqual([]);
  });
});
