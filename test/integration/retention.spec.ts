import pg from 'pg';
import type { EntityManager } from 'typeorm';
import { turnRetention } from '../../activities/retention/index.js';
import { addDays } from '../../libs/calendar/index.js';
import { lockHead } from '../../libs/ledger/index.js';
import { houseStream } from '../../libs/ledger/streams.js';
import { type Delivery, retentionLetter } from '../../libs/notices/index.js';
import {
  RecipientRepository,
  RetentionMailRepository,
  RetentionRepository,
  SilenceRepository,
} from '../../libs/persistence/index.js';
import { retentionNoticeDays } from '../../libs/persistence/inventory/kinds.js';
import { aPdf, type Cast, cast, companyWith, heldLicense, must, openedLicense } from '../support/api-story.js';
import { ApiWorld } from '../support/api-world.js';

jest.setTimeout(60_000);

/** The report is made two weeks before the day on which the licenses stand. */
const today = '2026-11-06';
const day = (days: number) => addDays(today, days);

let world: ApiWorld;
let all: Cast;
const spoiled: string[] = [];

beforeEach(async () => {
  world = await ApiWorld.create();
  all = await cast(world);
});

afterEach(() => world.close({ spoiled: spoiled.splice(0) }));

/** Cut off before it takes up one thing, or the end (`close`). */
class StoppedRetention extends RetentionRepository {
  constructor(
    manager: EntityManager,
    private readonly before: string | null,
  ) {
    super(manager);
  }

  override async carryOut(...given: Parameters<RetentionRepository['carryOut']>): Promise<boolean> {
    if (given[1].subject === this.before) throw new Error('cut off');
    return super.carryOut(...given);
  }

  override async close(...given: Parameters<RetentionRepository['close']>): Promise<void> {
    if (this.before === 'close') throw new Error('cut off');
    return super.close(...given);
  }
}

const answers = {
  accepted: { outcome: 'accepted', answer: '250 OK' },
  deferred: { outcome: 'refused', answer: '451 later', permanent: false },
  refused: { outcome: 'refused', answer: '550 no', permanent: true },
  lost: { outcome: 'lost', answer: 'cut', handedOver: false },
} as const satisfies Record<string, Delivery>;

/** One turn on a day; what the administrators are mailed, and who. `exceptions`: of whose mailbox, by address. */
async function turn(
  on: string,
  usual: keyof typeof answers = 'accepted',
  stopsBefore: string | null = null,
  exceptions: Record<string, keyof typeof answers> = {},
) {
  const mails: string[] = [];
  const to: string[] = [];
  const did = await turnRetention({
    dataSource: world.source,
    retention: (manager) => new StoppedRetention(manager, stopsBefore),
    mails: (manager) => new RetentionMailRepository(manager),
    recipients: new RecipientRepository(world.source.manager, world.cipher),
    carrier: {
      deliver: async (mail) => {
        mails.push(mail.mime.toString('utf8'));
        to.push(mail.to);
        return answers[exceptions[mail.to] ?? usual];
      },
      close: () => undefined,
    },
    render: async (_frame, content) => {
      const { subject, text } = retentionLetter(content);
      return Buffer.from(`${subject}\n${text}`);
    },
    mailFrom: 'Paizhao <paizhao@example.com>',
    publicUrl: 'http://paizhao.test',
    noticeDays: retentionNoticeDays,
    now: () => `${on}T02:00:00.000Z`,
  });
  return { did, mails, to };
}

/** Somebody who left so many days ago. */
async function leaver(daysAgo: number): Promise<string> {
  const { id } = await world.person('officer');
  await must(all.admin.post(`/people/${id}/departure`, { toStandIns: true }));
  await world.source.query('update paizhao.people set left_on = $2 where id = $1', [id, day(-daysAgo)]);
  return id;
}

/** As if a license's life up to an entry had been on this day: its ledger bears no other hand, and nobody waits for years. */
async function lived(licenseId: string, on: string, upto = 1_000): Promise<void> {
  await recordedOn(`license/${licenseId}`, on, upto);
  await world.source.query('update paizhao.license_view set opened_on = $2 where license_id = $1', [licenseId, on]);
}

async function recordedOn(stream: string, on: string, upto = 1_000): Promise<void> {
  const superuser = new pg.Client({ connectionString: world.database.url });
  await superuser.connect();
  try {
    await superuser.query('set session_replication_role = replica');
    await superuser.query('update paizhao.ledger_events set recorded_at = $2 where stream = $1 and seq <= $3', [
      stream,
      `${on}T02:00:00.000Z`,
      upto,
    ]);
  } finally {
    await superuser.end();
  }
}

/** A license with one text, closed so many days ago. */
async function closed(daysAgo: number): Promise<{ licenseId: string; companyId: string }> {
  const { licenseId, companyId } = await openedLicense(all);
  await must(all.approver.post(`/licenses/${licenseId}/closure`, { reason: 'Sample reason' }));
  await lived(licenseId, day(-daysAgo));
  spoiled.push(licenseId);
  return { licenseId, companyId };
}

/** What the watch finds on a day. */
const stalled = async (on: string): Promise<unknown[]> =>
  (await new SilenceRepository(world.source.manager).stalledRetention(`${on}T02:00:00.000Z`)).found;

const nameOf = async (id: string): Promise<string> => (await must(all.admin.get(`/people/${id}`))).name;
const erased = '已删除 (erased)';

/** Of things that are due on one day. */
const inOrder = (...subjects: string[]): string[] => subjects.sort();

/** How far each thing of the newest report has come that was carried out. */
async function states(): Promise<Record<string, string>> {
  const { last } = await must(all.auditor.get('/retention/report'));
  return Object.fromEntries(last.items.map(({ subject, state }: Record<string, string>) => [subject, state]));
}

/** What was given to licenses is carried to them. */
async function carried(): Promise<void> {
  const [event] = await world.source.query(`select event_id as id from paizhao.fan_out where state = 'pending'`);
  await world.engine.gateway.startFanOut(event.id, 100);
}

const representativeOf = async (companyId: string): Promise<object> =>
  (await must(all.officer.get(`/companies/${companyId}`))).facts.legalRepresentative;

describe('what has outlived its period', () => {
  it('stands in a report that administrators are mailed, and goes two weeks later, not before', async () => {
    const [due, young] = [await leaver(1_090), await leaver(100)];
    const { licenseId, companyId } = await closed(3_650);
    const { mails, did } = await turn(today);
    expect(did).toBe('mailed');
    expect(mails).toHaveLength(1);
    expect(mails[0]).toContain(due);
    expect(mails[0]).toContain(licenseId);
    expect(mails[0]).not.toContain(young);
    expect(mails[0]).not.toContain(await nameOf(due));
    const { report, next } = await must(all.auditor.get('/retention/report'));
    expect(report).toMatchObject({
      erasesOn: day(14),
      items: [
        { kind: 'people-who-left', subject: due, count: 1, dueOn: day(5), state: 'asked' },
        ...inOrder(licenseId, companyId).map((subject) => ({
          kind: 'texts-of-ended-licenses',
          subject,
          dueOn: day(0),
          state: 'asked',
        })),
      ],
    });
    expect(next).toEqual([]);
    expect((await turn(day(13))).did).toBe('waiting');
    expect(await nameOf(due)).not.toBe(erased);
    expect((await turn(day(14))).did).toBe('carried-out');
    expect([await nameOf(due), (await nameOf(young)) === erased]).toEqual([erased, false]);
    expect(await states()).toEqual({ [due]: 'erased', [licenseId]: 'spread', [companyId]: 'erased' });
    const { underWay, next: nobodyTwice } = await must(all.auditor.get('/retention/report'));
    expect(underWay).toEqual([expect.objectContaining({ subject: licenseId, count: 1, state: 'spread' })]);
    expect(nobodyTwice).toEqual([]);
    await carried();
    expect(await states()).toEqual({ [due]: 'erased', [licenseId]: 'erased', [companyId]: 'erased' });
    expect((await must(all.auditor.get('/retention/report'))).underWay).toEqual([]);
    const { entries } = await must(all.officer.get(`/licenses/${licenseId}/history`));
    expect(entries.at(-1)).toMatchObject({ type: 'erased', data: { ground: 'retention-ended', reason: null } });
    expect(entries.at(-2).data.reason.text).toBeNull();
    expect(await representativeOf(companyId)).toEqual(expect.objectContaining({ text: null }));
    expect((await must(all.auditor.get('/retention/report'))).report).toBeNull();
  });

  it('counts from the end of a license, whatever is erased afterwards', async () => {
    const { licenseId } = await closed(3_650);
    const { entries } = await must(all.officer.get(`/licenses/${licenseId}/history`));
    const { ref } = entries.at(-1).data.reason;
    const asked = { refs: [ref], ground: 'purpose-met', reason: 'Sample reason' };
    await must(all.approver.post(`/licenses/${licenseId}/erasures`, asked));
    await lived(licenseId, day(-3_650), entries.at(-1).seq);
    await turn(today);
    const { report } = await must(all.auditor.get('/retention/report'));
    expect(report.items).toContainEqual(expect.objectContaining({ subject: licenseId, dueOn: day(0), count: 1 }));
  });

  it('stays, of a company, as long as the last of its licenses has not ended so long ago', async () => {
    const [{ companyId, licenseId }, { companyId: another }] = [await closed(3_700), await closed(3_700)];
    const opening = { companyId, serviceTypes: ['B24'], coverage: { kind: 'province', provinces: ['sh'] } };
    await must(all.officer.post('/licenses', { ...opening, people: all.people }));
    await turn(today);
    const { report } = await must(all.auditor.get('/retention/report'));
    const subjects = report.items.map(({ subject }: { subject: string }) => subject);
    expect(subjects).toEqual(expect.arrayContaining([licenseId, another]));
    expect(subjects).not.toContain(companyId);
    expect(await representativeOf(another)).not.toMatchObject({ text: null });
    await turn(day(14));
    expect(await representativeOf(another)).toMatchObject({ text: null });
    expect(await representativeOf(companyId)).not.toMatchObject({ text: null });
  });

  it('counts, of a company that never had a license, from its last change', async () => {
    const change = { kind: 'legal-representative', decidedOn: '2026-11-05', registeredOn: null, effectiveOn: null };
    const [old, young] = await Promise.all(
      [91, 92].map(async (number) => (await must(all.officer.post('/companies', companyWith(number)))).companyId),
    );
    await must(all.officer.post(`/companies/${young}/facts`, { change, facts: { legalRepresentative: '样例新代表' } }));
    await recordedOn(`company/${old}`, day(-3_650));
    await recordedOn(`company/${young}`, day(-3_650), 1);
    await turn(today);
    const { report } = await must(all.auditor.get('/retention/report'));
    expect(report.items).toMatchObject([{ kind: 'texts-of-ended-licenses', subject: old, dueOn: day(0) }]);
    await turn(day(14));
    expect(await representativeOf(old)).toMatchObject({ text: null });
    expect(await representativeOf(young)).toMatchObject({ text: '样例新代表' });
  });

  it('is, of files, the materials of licenses that ended, not the papers of the authority; and what others replaced', async () => {
    const filings = async (licenseId: string) => {
      const { filingId } = await must(all.officer.post(`/licenses/${licenseId}/filings`, { kind: 'new' }));
      return `/licenses/${licenseId}/filings/${filingId}`;
    };
    const supply = async (path: string, text: string): Promise<string> => {
      const fields = { requirementId: 'business-license', issuedOn: '2026-11-18', reason: 'Sample reason' };
      const file = { name: 'a.pdf', bytes: aPdf(`${text} ${path}`) };
      return (await must(all.officer.upload(`${path}/materials`, fields, file))).material.materialId;
    };
    const ended = await openedLicense(all);
    const path = await filings(ended.licenseId);
    const material = await supply(path, 'kept for ten years');
    await must(all.officer.upload(`/licenses/${ended.licenseId}/scans`, {}, { name: 's.pdf', bytes: aPdf('scan') }));
    await must(all.officer.post(`${path}/withdrawal`, { withdrawnOn: '2026-11-20' }));
    await must(all.approver.post(`/licenses/${ended.licenseId}/closure`, { reason: 'Sample reason' }));
    await lived(ended.licenseId, day(-3_650));
    spoiled.push(ended.licenseId);
    const { licenseId } = await openedLicense(all);
    const draft = await filings(licenseId);
    const [wrong, alsoWrong, right] = [await supply(draft, '1'), await supply(draft, '2'), await supply(draft, '3')];
    await world.source.query('update paizhao.files set replaced_on = $2 where id = $1', [wrong, day(-365)]);
    await world.source.query('update paizhao.files set claimed_at = stored_at where scan');
    const { mails } = await turn(today);
    const { report } = await must(all.auditor.get('/retention/report'));
    expect(report.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'files-of-ended-licenses', subject: ended.licenseId, count: 1, dueOn: day(0) }),
        expect.objectContaining({ kind: 'replaced-files', subject: licenseId, count: 1, dueOn: day(0) }),
      ]),
    );
    expect(mails[0]).toContain(`1 份申请材料`);
    await turn(day(14));
    const events = await world.source.query(
      `select distinct event_id as id from paizhao.fan_out where state = 'pending'`,
    );
    for (const { id } of events) await world.engine.gateway.startFanOut(id, 100);
    const gone = await world.source.query(
      'select id from paizhao.files where erased_at is not null and id <> all($1::uuid[])',
      [[alsoWrong, right]],
    );
    expect(gone.map(({ id }: { id: string }) => id).sort()).toEqual([material, wrong].sort());
    expect(await world.source.query('select from paizhao.own_keys where id = any($1)', [[material, wrong]])).toEqual(
      [],
    );
    expect(await world.source.query('select from paizhao.files where scan and erased_at is not null')).toEqual([]);
    expect((await all.officer.bytes(`${draft}/materials/${right}/content`)).status).toBe(200);
    const { entries } = await must(all.officer.get(`/licenses/${licenseId}/history?limit=500`));
    expect(entries.at(-1)).toMatchObject({
      type: 'erased',
      data: { what: 'files', files: [{ id: wrong }], ground: 'retention-ended', reason: null },
    });
    expect((await turn(day(15))).did).toBe('nothing');
  });

  it('are texts of the house as well, but for those on which a reading or a ladder rests', async () => {
    const proposed = { rule: 'limit.review', reading: 'working-days-from-acceptance', scope: { kind: 'installation' } };
    const readings = async () => (await must(all.officer.get('/readings'))).readings;
    const rejected = await must(all.officer.post('/readings', { ...proposed, evidence: 'Sample evidence' }));
    await must(all.approver.post(`/readings/${rejected.readingId}/rejection`, {}));
    await must(all.officer.post('/readings', { ...proposed, evidence: 'Sample evidence of one that waits' }));
    const old = `${day(-3_640)}T02:00:00.000Z`;
    await world.source.query('update paizhao.private_texts set claimed_at = $1', [old]);
    await turn(today);
    const { report } = await must(all.auditor.get('/retention/report'));
    expect(report.items).toMatchObject([
      { kind: 'texts-of-the-house', subject: day(14 - 3_650), count: 1, dueOn: day(14) },
    ]);
    expect((await turn(day(14))).did).toBe('carried-out');
    expect((await readings()).map(({ evidence }: { evidence: { text: string } }) => evidence.text).sort()).toEqual([
      'Sample evidence of one that waits',
      null,
    ]);
    const [erased] = await world.source.query(
      `select convert_from(body, 'UTF8')::jsonb -> 'data' as data from paizhao.ledger_events
        where stream = 'house' and type = 'erased'`,
    );
    expect(erased.data).toMatchObject({ what: 'texts', refs: { length: 1 }, ground: 'retention-ended', reason: null });
  });

  it('stays where nobody could be mailed, however long', async () => {
    const due = await leaver(2_000);
    expect((await turn(today, 'deferred')).did).toBe('not-mailed');
    expect((await turn(day(30), 'lost')).did).toBe('not-mailed');
    expect(await nameOf(due)).not.toBe(erased);
    expect(await stalled(day(1))).toEqual([]);
    expect(await stalled(day(2))).toEqual([{ subject: expect.any(String), details: { madeOn: today } }]);
    expect((await turn(day(31), 'refused')).did).toBe('not-mailed');
    expect((await turn(day(32))).did).toBe('mailed');
    expect(await stalled(day(47))).toEqual([]);
    expect((await must(all.admin.get('/retention/report'))).report.erasesOn).toBe(day(46));
    expect(await stalled(day(48))).toEqual([{ subject: expect.any(String), details: { erasesOn: day(46) } }]);
  });

  it('stays until each administrator was mailed, once, or the mailbox refused for good, which is an alarm', async () => {
    const [late, gone] = [await world.person('admin'), await world.person('admin')];
    const boxOf = ({ id }: { id: string }) => `${id}@example.com`;
    const due = await leaver(2_000);
    const first = await turn(today, 'accepted', null, { [boxOf(late)]: 'deferred', [boxOf(gone)]: 'refused' });
    expect([first.did, first.to.length]).toEqual(['not-mailed', 3]);
    expect(await turn(day(20), 'deferred')).toMatchObject({ did: 'not-mailed', to: [boxOf(late)] });
    expect(await turn(day(21))).toMatchObject({ did: 'mailed', to: [boxOf(late)] });
    expect(await stalled(day(21))).toEqual([{ subject: gone.id, details: { reportId: expect.any(String) } }]);
    expect((await turn(day(34))).did).toBe('waiting');
    expect((await turn(day(35))).did).toBe('carried-out');
    expect(await nameOf(due)).toBe(erased);
    expect(await stalled(day(35))).toEqual([]);
    const noted = await world.source.query(
      `select convert_from(body, 'UTF8')::jsonb #>> '{data,answer}' as answer from paizhao.ledger_events
        where type = 'retention-report-mailed'`,
    );
    expect(noted.map(({ answer }: { answer: string }) => answer).sort()).toEqual(['refused', 'taken', 'taken']);
  });

  it('stays where a longer period is chosen meanwhile, or somebody is back', async () => {
    const [due, back] = [await leaver(1_090), await leaver(1_200)];
    await turn(today);
    await must(all.admin.post(`/people/${back}/return`, {}));
    const chosen = await must(all.admin.put('/retention/periods/people-who-left', { days: 2_000 }));
    expect(chosen).toEqual({ kind: 'people-who-left', days: 2_000, usually: 1_095, atLeast: 30 });
    expect((await turn(day(14))).did).toBe('carried-out');
    expect([await nameOf(due), await nameOf(back)]).not.toContain(erased);
  });

  it('goes thing by thing: what was cut off goes on, and stands on record once, as a whole', async () => {
    const people = [await leaver(1_200), await leaver(1_200)].sort() as [string, string];
    const { licenseId, companyId } = await closed(3_700);
    await turn(today);
    await expect(turn(day(14), 'accepted', people[1])).rejects.toThrow('cut off');
    expect(await Promise.all(people.map(nameOf))).toEqual([erased, expect.not.stringContaining(erased)]);
    await must(all.admin.post(`/people/${people[1]}/return`, {}));
    await expect(turn(day(15), 'accepted', 'close')).rejects.toThrow('cut off');
    expect((await must(all.auditor.get('/retention/report'))).report.items).toHaveLength(4);
    expect((await turn(day(16))).did).toBe('carried-out');
    const entries = await world.source.query(
      `select convert_from(body, 'UTF8')::jsonb -> 'data' as data from paizhao.ledger_events
        where type = 'retention-carried-out'`,
    );
    expect(entries).toMatchObject([
      {
        data: {
          erased: [
            { kind: 'people-who-left', subject: people[0] },
            { kind: 'texts-of-ended-licenses', subject: companyId },
          ],
          underWay: [{ kind: 'texts-of-ended-licenses', subject: licenseId, count: 1 }],
          kept: 1,
        },
      },
    ]);
    const told = await world.source.query('select license_id as id from paizhao.fan_out');
    expect(told).toEqual([{ id: licenseId }]);
  });

  it('stays where its license refuses, and stands in the next report', async () => {
    const { licenseId, companyId } = await closed(3_700);
    await turn(today);
    await turn(day(14));
    await world.source.query(`update paizhao.fan_out set state = 'refused', done_at = now()`);
    expect(await states()).toEqual({ [licenseId]: 'kept', [companyId]: 'erased' });
    const { next, underWay } = await must(all.auditor.get('/retention/report'));
    expect([next.map(({ subject }: { subject: string }) => subject), underWay]).toEqual([[licenseId], []]);
  });

  it('goes, messages in parts, while the house decides something else', async () => {
    const { licenseId } = await heldLicense(all);
    await must(all.admin.post(`/simulation/licenses/${licenseId}/skip`, { until: '2027-01-05' }));
    await world.source.query(`update paizhao.outbox set rendered = '\\x00', state = 'sent', settled_at = $1`, [
      `${day(-170)}T02:00:00.000Z`,
    ]);
    await turn(today);
    await world.source.transaction(async (manager) => {
      await lockHead(manager, houseStream);
      await expect(turn(day(14), 'accepted', 'close')).rejects.toThrow('cut off');
    });
    expect(await world.source.query('select from paizhao.outbox where rendered is not null')).toEqual([]);
    expect((await turn(day(14))).did).toBe('carried-out');
  });

  it('are messages as well: that they were sent stays, what they said does not', async () => {
    const { licenseId } = await heldLicense(all);
    await must(all.admin.post(`/simulation/licenses/${licenseId}/skip`, { until: '2027-01-05' }));
    const [first] = await world.source.query('select key from paizhao.outbox limit 1');
    await world.source.query(
      `update paizhao.outbox set rendered = '\\x00', state = 'sent', settled_at = $2 where key = $1`,
      [first.key, `${day(-170)}T02:00:00.000Z`],
    );
    await turn(today);
    await turn(day(14));
    const [row] = await world.source.query('select rendered, state from paizhao.outbox where key = $1', [first.key]);
    expect(row).toEqual({ rendered: null, state: 'sent' });
  });
});

it('a period is never shorter than what must be kept', async () => {
  const refused = await all.admin.put('/retention/periods/texts-of-ended-licenses', { days: 30 });
  expect(refused.body).toMatchObject({ code: 'retention-too-short', details: { atLeast: 1_825 } });
});
