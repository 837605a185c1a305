import { readdir } from 'node:fs/promises';
import { doneTasksAnswer } from '../../apps/api/portfolio/done-tasks.controller.js';
import { correctionsAnswer, filingAnswer, historyAnswer } from '../../apps/api/schemas/answers.js';
import { companyCompanionsAnswer } from '../../apps/api/schemas/conduct-answers.js';
import { correctionItemsAnswer, papersAnswer, scanStored } from '../../apps/api/schemas/papers.js';
import { permitPreviewAnswer, registrationPreviewAnswer } from '../../apps/api/schemas/permit-entry.js';
import { OutcomeUnknown } from '../../libs/gateway/index.js';
import { aPdf, type Cast, cast, heldLicense, must, openedLicense, receivedFiling } from '../support/api-story.js';
import { type Answer, ApiWorld } from '../support/api-world.js';

jest.setTimeout(60_000);

const today = '2026-11-20';

let world: ApiWorld;
let all: Cast;

beforeAll(async () => {
  world = await ApiWorld.create();
  all = await cast(world);
});

afterAll(() => world.close());

interface At {
  licenseId: string;
  license: string;
  filing: string;
}

async function received(rest: Record<string, unknown> = {}): Promise<At> {
  const { licenseId } = await openedLicense(all);
  const license = `/licenses/${licenseId}`;
  return { licenseId, license, filing: `${license}/filings/${await receivedFiling(all, licenseId, 'new', rest)}` };
}

async function granted(): Promise<At> {
  const at = await received();
  await must(all.officer.post(`${at.filing}/acceptance`, { acceptedOn: today, number: 'A-1' }));
  await must(all.officer.post(`${at.filing}/grant`, { grantedOn: today, number: 'G-1' }));
  return at;
}

const upload = (license: string, content: string, by = all.officer, key?: string): Promise<Answer> =>
  by.upload(`${license}/scans`, {}, { name: 'scan.pdf', bytes: aPdf(content) }, key === undefined ? {} : { key });

async function filesKept(): Promise<number> {
  const kept = await readdir(world.filesDir, { recursive: true, withFileTypes: true });
  return kept.filter((entry) => entry.isFile()).length;
}

async function papersOf(path: string) {
  const body = await must(all.officer.get(path));
  expect(papersAnswer.safeParse(body).error?.issues ?? []).toEqual([]);
  return body.papers;
}

const entryOf = (answer: { events: { seq: number; type: string }[] }, type: string): number =>
  answer.events.find((event) => event.type === type)?.seq ?? 0;

const permit = (more: Record<string, unknown> = {}) => ({
  number: '沪B2-20260001',
  validFrom: today,
  printedLastDay: '2031-11-19',
  serviceTypes: ['B24'],
  coverage: { kind: 'province', provinces: ['sh'] },
  ...more,
});

describe("the authority's papers", () => {
  it('are listed with number, day, who entered them and how late, of a filing and of the license', async () => {
    const { license, filing } = await received();
    await must(all.officer.post(`${filing}/acceptance`, { acceptedOn: today, number: '沪通受 2026-0210' }));
    const papers = await papersOf(`${filing}/papers`);
    expect(papers).toMatchObject([
      { type: 'receipt-recorded', number: 'R-1', on: today, daysLate: 0, words: { zh: '受理申请回执' } },
      { type: 'filing-accepted', number: '沪通受 2026-0210', enteredBy: { kind: 'person', id: all.people.owner } },
    ]);
    expect(await papersOf(`${license}/papers`)).toEqual(papers);
  });

  it('come with the scans that were uploaded before, tied in the same request', async () => {
    const { license, filing } = await received();
    const stored = await must(upload(license, 'acceptance'));
    expect(scanStored.safeParse(stored).error?.issues ?? []).toEqual([]);
    const body = { acceptedOn: today, number: 'A-1', scans: [stored.scanId] };
    await must(all.officer.post(`${filing}/acceptance`, body, { key: 'accepted-once' }));
    const repeated = await must(all.officer.post(`${filing}/acceptance`, body, { key: 'accepted-once' }));
    const [, paper] = await papersOf(`${filing}/papers`);
    expect(paper.seq).toBe(entryOf(repeated, 'filing-accepted'));
    expect(paper.scans).toMatchObject([{ scanId: stored.scanId, sha256: stored.sha256, attachedBy: all.people.owner }]);
    const content = await all.auditor.get(`${license}/papers/${paper.seq}/scans/${stored.scanId}/content`);
    expect(content.headers.get('content-type')).toBe('application/pdf');
    expect(content.headers.get('content-disposition')).toMatch(/^attachment; filename="entry-/);
    expect(content.text).toContain('acceptance');
  });

  it('are entered once under a key: other scans, or none, are another request', async () => {
    const { license, filing } = await received();
    const [first, other] = [await must(upload(license, 'one')), await must(upload(license, 'other'))];
    const body = { acceptedOn: today, number: 'A-1' };
    const send = (scans: string[]) =>
      all.officer.post(`${filing}/acceptance`, { ...body, scans }, { key: 'one-entry' });
    const entered = await must(send([first.scanId]));
    for (const scans of [[other.scanId], [first.scanId, other.scanId], []])
      expect((await send(scans)).body).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
    expect(await must(send([first.scanId]))).toEqual(entered);
    const [, paper] = await papersOf(`${filing}/papers`);
    expect(paper.scans.map(({ scanId }: { scanId: string }) => scanId)).toEqual([first.scanId]);
  });

  it('are entered though a scan could not be tied; that is a task until the same request is sent again', async () => {
    const { licenseId, license, filing } = await received();
    const { scanId } = await must(upload(license, 'acceptance'));
    const send = () =>
      all.officer.post(`${filing}/acceptance`, { acceptedOn: today, scans: [scanId] }, { key: `cut-${licenseId}` });
    const { gateway } = world.engine;
    const { execute } = gateway;
    let commands = 0;
    gateway.execute = async (id, commandId) => {
      commands += 1;
      if (commands === 2) throw new OutcomeUnknown(id, commandId);
      return execute(id, commandId);
    };
    expect(await send()).toMatchObject({ status: 503 });
    gateway.execute = execute;
    const tasks = async () =>
      (await must(all.officer.get(`/tasks?licenseId=${licenseId}&kind=unclaimed-upload`))).tasks;
    expect(await tasks()).toMatchObject([{ taskId: `unclaimed-upload:${scanId}`, owner: all.people.owner }]);
    const [, lacking] = await papersOf(`${filing}/papers`);
    expect(lacking).toMatchObject({ type: 'filing-accepted', scans: [] });
    await must(send());
    expect(await tasks()).toEqual([]);
    expect((await papersOf(`${filing}/papers`)).slice(1)).toMatchObject([{ seq: lacking.seq, scans: [{ scanId }] }]);
  });

  it('get scans afterwards, and better ones in the place of wrong ones', async () => {
    const { license, filing } = await received();
    const [{ seq }] = await papersOf(`${filing}/papers`);
    const [wrong, right] = [await must(upload(license, 'wrong')), await must(upload(license, 'right'))];
    await must(all.officer.post(`${license}/papers/${seq}/scans`, { scanId: wrong.scanId }));
    await must(all.officer.post(`${license}/papers/${seq}/scans`, { scanId: right.scanId, replaces: wrong.scanId }));
    expect((await papersOf(`${filing}/papers`))[0].scans).toMatchObject([
      { scanId: wrong.scanId, replacedBy: right.scanId },
      { scanId: right.scanId, replacedBy: null },
    ]);
  });

  it('keep one file for one key, and refuse another one under it', async () => {
    const { license } = await received();
    const first = await must(upload(license, 'same', all.officer, 'scan-once'));
    const files = await filesKept();
    expect(await must(upload(license, 'same', all.officer, 'scan-once'))).toEqual(first);
    expect((await upload(license, 'another', all.officer, 'scan-once')).body.code).toBe('idempotency-key-reused');
    expect(await filesKept()).toBe(files);
  });

  it.each<[string, (at: At) => Promise<Answer>, number, string, string]>([
    [
      'a scan that nobody uploaded',
      ({ filing }) =>
        all.officer.post(`${filing}/acceptance`, {
          acceptedOn: today,
          scans: ['0f9b3d1c-0000-4000-8000-000000000000'],
        }),
      404,
      'scan-not-found',
      '/scans/0',
    ],
    [
      'the scan of another license',
      async ({ filing }) => {
        const other = await must(upload((await received()).license, 'elsewhere'));
        return all.officer.post(`${filing}/acceptance`, { acceptedOn: today, scans: [other.scanId] });
      },
      404,
      'scan-not-found',
      '/scans/0',
    ],
    [
      'a scan that shows another paper',
      async ({ license, filing }) => {
        const { scanId } = await must(upload(license, 'receipt'));
        const [{ seq }] = await papersOf(`${filing}/papers`);
        const tied = await must(all.officer.post(`${license}/papers/${seq}/scans`, { scanId }));
        const answer = await all.officer.post(`${filing}/acceptance`, { acceptedOn: today, scans: [scanId] });
        expect((await must(all.officer.get(license))).seq).toBe(tied.seq);
        return answer;
      },
      409,
      'scan-already-attached',
      '/scans/0',
    ],
    [
      'a material of the filing as a scan',
      async ({ filing }) => {
        const { materials } = await must(all.officer.get(filing));
        const [material] = Object.values(materials).flat() as [{ materialId: string }];
        return all.officer.post(`${filing}/acceptance`, { acceptedOn: today, scans: [material.materialId] });
      },
      404,
      'scan-not-found',
      '/scans/0',
    ],
    [
      'a scan for an entry that is no paper',
      async ({ license }) => {
        const { scanId } = await must(upload(license, 'opening'));
        return all.officer.post(`${license}/papers/1/scans`, { scanId });
      },
      404,
      'paper-not-found',
      '/entry',
    ],
    [
      'an upload without a file',
      ({ license }) => all.officer.upload(`${license}/scans`, { note: 'none' }, null),
      422,
      'file-missing',
      '/file',
    ],
    [
      'a file that is no image of a paper',
      ({ license }) =>
        all.officer.upload(`${license}/scans`, {}, { name: 'scan.pdf', bytes: Buffer.from('MZ not a pdf') }),
      422,
      'file-type-not-allowed',
      '/file',
    ],
  ])('refuse %s, and leave nothing behind', async (_, send, status, code, pointer) => {
    const at = await received();
    const answer = await send(at);
    expect([answer.status, answer.body.code, answer.body.pointer]).toEqual([status, code, pointer]);
    expect((await must(all.officer.get(at.filing))).acceptance).toBeNull();
  });
});

describe('the items of a correction', () => {
  it('are tasks that show what was sent back and what answers it, until none is open', async () => {
    const { licenseId, license, filing } = await received();
    const items = [{ requirementId: 'application-form', text: '样例：缺少联系人' }, { text: '样例：请说明坐席数' }];
    await must(all.officer.post(`${filing}/correction-notice`, { noticedOn: today, number: 'C-1', items }));
    const itemsNow = async () => {
      const body = await must(all.officer.get(`${filing}/correction-items`));
      expect(correctionItemsAnswer.safeParse(body).error?.issues ?? []).toEqual([]);
      return body.rounds[0].items;
    };
    expect(await itemsNow()).toMatchObject([
      { id: 'r1-1', state: 'open', rejected: { version: 1 }, suppliedBy: null, text: { text: '样例：缺少联系人' } },
      { id: 'r1-2', state: 'open', rejected: null },
    ]);
    const fields = { requirementId: 'application-form', issuedOn: today, reason: '样例：补正' };
    await must(all.officer.upload(`${filing}/materials`, fields, { name: 'form.pdf', bytes: aPdf('second') }));
    await must(all.approver.post(`${filing}/sign-off`, {}));
    expect((await all.officer.post(`${filing}/submission`, {})).body).toMatchObject({
      code: 'correction-unanswered',
      details: { items: [{ id: 'r1-2' }] },
    });
    await must(all.officer.post(`${filing}/correction-items/r1-2/answer`, { text: '样例：四十个坐席' }));
    expect(await itemsNow()).toMatchObject([
      { state: 'supplied', rejected: { version: 1 }, suppliedBy: { version: 2 }, done: { by: all.people.owner } },
      { state: 'answered', said: { text: '样例：四十个坐席' }, done: { by: all.people.owner, on: today } },
    ]);
    await must(all.officer.post(`${filing}/submission`, {}));

    const done = await must(all.auditor.get(`${license}/done-tasks`));
    expect(doneTasksAnswer.safeParse(done).error?.issues ?? []).toEqual([]);
    expect(
      done.tasks.map(({ taskId, type }: { taskId: string; type: string }) => [taskId.split('/')[1], type]),
    ).toEqual([
      [undefined, 'filing-submitted'],
      ['r1-2', 'correction-item-answered'],
      ['r1-1', 'material-supplied'],
    ]);
    const page = await must(all.auditor.get(`${license}/done-tasks?limit=1`));
    expect(page.tasks).toHaveLength(1);
    const rest = await must(all.auditor.get(`${license}/done-tasks?before=${page.next}`));
    expect([...page.tasks, ...rest.tasks]).toEqual(done.tasks);
    const leaked = JSON.stringify((await must(all.admin.get(`/licenses/${licenseId}/history`))).entries);
    expect(leaked).not.toContain('四十个坐席');
  });

  it('are passed over with a reason', async () => {
    const { filing } = await received();
    await must(all.officer.post(`${filing}/correction-notice`, { noticedOn: today, items: [{ text: '样例' }] }));
    const item = `${filing}/correction-items/r1-1`;
    expect((await all.officer.post(`${item}/passing-over`, {})).body).toMatchObject({ pointer: '/reason' });
    await must(all.officer.post(`${item}/passing-over`, { reason: '样例：窗口口头确认无需补正' }));
    await must(all.officer.post(`${filing}/submission`, {}));
    expect((await all.officer.post(`${item}/answer`, { text: '样例' })).body.code).toBe('correction-not-open');
  });
});

describe('a permit before it is entered', () => {
  it('is looked at without being entered: all that is unusual or otherwise than filed, at once', async () => {
    const { license, filing } = await granted();
    const before = await must(all.officer.get(license));
    const odd = permit({ number: '粤B1-20260001', printedLastDay: '2030-12-31', coverage: { kind: 'nationwide' } });
    const preview = await must(all.officer.post(`${filing}/permit/preview`, { permit: odd, issuedOn: today }));
    expect(permitPreviewAnswer.safeParse(preview).error?.issues ?? []).toEqual([]);
    expect(preview.findings.map(({ code }: { code: string }) => code)).toEqual([
      'number-of-another-authority',
      'number-of-another-class',
      'permit-end-differs',
      'coverage-differs',
    ]);
    expect(preview.refusals).toMatchObject([{ code: 'permit-differs', pointer: '/permit/coverage' }]);
    expect(preview.events).toEqual([]);
    expect(await must(all.officer.get(license))).toEqual(before);
  });

  it('shows every fault at once, and what would go on record where there is none', async () => {
    const { filing } = await granted();
    const faulty = permit({ validFrom: '2026-12-01', printedLastDay: '2026-11-30' });
    const preview = await must(
      all.officer.post(`${filing}/permit/preview`, { permit: faulty, issuedOn: '2026-11-21' }),
    );
    expect(preview.refusals.map(({ code, pointer }: { code: string; pointer: string }) => [code, pointer])).toEqual([
      ['date-in-future', '/issuedOn'],
      ['permit-end-before-start', '/permit/printedLastDay'],
    ]);
    const entered = await all.officer.post(`${filing}/permit`, { permit: faulty, issuedOn: today, conditions: [] });
    expect(entered.body).toMatchObject({ code: 'permit-end-before-start', pointer: '/permit/printedLastDay' });
    const fine = { permit: permit(), issuedOn: today, form: 'electronic' };
    expect(await must(all.officer.post(`${filing}/permit/preview`, fine))).toMatchObject({
      findings: [],
      refusals: [],
      events: ['permit-issued', 'permit-paper-noted'],
    });
  });

  it.each([
    ['from before the law that the license pins', '1990-01-01', '1994-12-31'],
    ['at the end of all days', '9999-01-01', '9999-12-31'],
  ])('is refused %s, as a preview says', async (_, validFrom, printedLastDay) => {
    const { filing } = await granted();
    const old = { permit: permit({ validFrom, printedLastDay }), issuedOn: today };
    const { refusals, findings } = await must(all.officer.post(`${filing}/permit/preview`, old));
    const { body } = await all.officer.post(`${filing}/permit`, old);
    expect(findings.filter(({ level }: { level: string }) => level !== 'warning')).toEqual([]);
    expect(refusals).toMatchObject([{ code: body.code }]);
  });

  it('is entered with its kind, its special conditions and what differs, settled with a reason', async () => {
    const { license, filing } = await granted();
    const elsewhere = permit({ coverage: { kind: 'nationwide' } });
    const entry = { permit: elsewhere, issuedOn: today, form: 'electronic' };
    expect((await all.officer.post(`${filing}/permit`, entry)).body).toMatchObject({
      status: 409,
      code: 'permit-differs',
      details: { differences: [{ member: 'coverage', printed: { kind: 'nationwide' } }] },
    });
    const settled = { differences: ['coverage'], reason: '样例：主管部门核定为全国' };
    const conditions = [{ kind: 'act', text: '样例：六个月内提交验收报告', dueOn: '2027-05-20' }];
    await must(all.officer.post(`${filing}/permit`, { ...entry, settled, conditions }));
    const now = await must(all.officer.get(license));
    expect(now.permit).toMatchObject({ form: 'electronic', settled: [{ reason: { text: settled.reason } }] });
    expect(now).toMatchObject({ serviceTypes: ['B24'], coverage: { kind: 'nationwide' } });
    const listed = await must(all.officer.get(`${license}/conditions`));
    expect(listed.conditions).toMatchObject([{ id: 'condition-1', kind: 'act', dueOn: '2027-05-20', met: false }]);
  });

  it('shows that the company has its number on record already, beside whatever else is wrong', async () => {
    const { companyId, licenseId } = await heldLicense(all);
    const { permit: held } = await must(all.officer.get(`/licenses/${licenseId}`));
    const coverage = { kind: 'province', provinces: ['sh'] };
    const opening = { companyId, serviceTypes: ['B24'], coverage, people: all.people };
    const other = await must(all.officer.post('/licenses', opening));
    const filing = `/licenses/${other.licenseId}/filings/${await receivedFiling(all, other.licenseId)}`;
    const entry = { permit: permit({ number: held.number }), issuedOn: today };
    expect(await must(all.officer.post(`${filing}/permit/preview`, entry))).toMatchObject({
      refusals: [
        { code: 'permit-number-taken', pointer: '/permit/number' },
        { code: 'filing-not-granted', pointer: '/filingId' },
      ],
      events: [],
    });
  });

  it('is not one that the company has on record already', async () => {
    const { companyId, licenseId } = await heldLicense(all);
    const { permit: held } = await must(all.officer.get(`/licenses/${licenseId}`));
    const registration = { companyId, people: all.people, permit: permit({ number: held.number }) };
    expect((await all.officer.post('/licenses/registrations', registration)).body).toMatchObject({
      status: 409,
      code: 'permit-number-taken',
      pointer: '/permit/number',
    });
  });
});

describe('a permit that is held already', () => {
  const preview = async (companyId: string, over: Record<string, unknown>) => {
    const body = await must(
      all.officer.post('/licenses/registrations/preview', { companyId, people: all.people, permit: permit(over) }),
    );
    expect(registrationPreviewAnswer.safeParse(body).error?.issues ?? []).toEqual([]);
    return body;
  };

  it('is looked at before it is registered, and nothing is registered by that', async () => {
    const { companyId, licenseId } = await heldLicense(all);
    const traces = await world.traces();
    const odd = await preview(companyId, { number: '粤B1-20219901', printedLastDay: '2031-12-31' });
    expect(odd.findings.map(({ level, code }: { level: string; code: string }) => `${level} ${code}`)).toEqual([
      'warning number-of-another-authority',
      'warning number-of-another-class',
      'decision permit-end-differs',
    ]);
    expect(odd).toMatchObject({
      refusals: [],
      events: ['license-opened', 'permit-registered', 'attention-raised'],
    });
    const { permit: held } = await must(all.officer.get(`/licenses/${licenseId}`));
    const wrong = { number: held.number, validFrom: '2026-12-01', printedLastDay: '2031-11-30' };
    expect(await preview(companyId, wrong)).toMatchObject({
      findings: [],
      refusals: [
        { code: 'permit-number-taken', pointer: '/permit/number' },
        { code: 'date-in-future', pointer: '/permit/validFrom' },
      ],
      events: [],
    });
    expect(await world.traces()).toEqual(traces);
  });

  it('is shown to nobody beyond who may register it', async () => {
    const { companyId } = await heldLicense(all);
    const body = { companyId, people: all.people, permit: permit() };
    expect((await all.auditor.post('/licenses/registrations/preview', body)).status).toBe(403);
  });
});

describe('two entries of one permit number at once', () => {
  it('leave it with one license of the company, whichever way they come', async () => {
    const { companyId } = await heldLicense(all);
    const registration = { companyId, people: all.people, permit: permit({ number: '沪B2-20218801' }) };
    const answers = await Promise.all([
      all.officer.post('/licenses/registrations', registration),
      all.officer.post('/licenses/registrations', registration),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'permit-number-taken',
      pointer: '/permit/number',
    });
  });
});

describe('an entry after the fact, and one that was wrong', () => {
  it('shows in the history how late it was, and by which entry it is corrected', async () => {
    const { license, filing } = await received();
    await must(all.admin.post(`/simulation${license}/skip`, { until: '2026-11-25' }));
    const accepted = await must(all.officer.post(`${filing}/acceptance`, { acceptedOn: '2026-11-23', number: 'A-1' }));
    const seq = entryOf(accepted, 'filing-accepted');
    const proposal = { seq, member: 'number', to: 'A-2', reason: '样例：编号抄错' };
    const proposedSeq = entryOf(
      await must(all.officer.post(`${license}/corrections`, proposal)),
      'entry-correction-proposed',
    );
    const approval = { seq, member: 'number', proposedSeq };
    const approved = await must(all.approver.post(`${license}/corrections/approval`, approval));
    const history = await must(all.officer.get(`${license}/history`));
    expect(historyAnswer.safeParse(history).error?.issues ?? []).toEqual([]);
    const entry = history.entries.find((each: { seq: number }) => each.seq === seq);
    expect(entry).toMatchObject({ daysLate: 2, correctedBy: [entryOf(approved, 'entry-corrected')] });

    const [, paper] = await papersOf(`${filing}/papers`);
    expect(paper).toMatchObject({
      number: 'A-2',
      daysLate: 2,
      corrections: [{ changes: [{ from: 'A-1', to: 'A-2' }] }],
    });
    const told = await must(all.officer.get(filing));
    expect(filingAnswer.safeParse(told).error?.issues ?? []).toEqual([]);
    expect(told.corrections).toMatchObject([{ seq, proposedBy: all.people.owner, approvedBy: all.people.deputy }]);
    const corrections = await must(all.officer.get(`${license}/corrections`));
    expect(correctionsAnswer.safeParse(corrections).error?.issues ?? []).toEqual([]);
    expect(corrections.made).toHaveLength(1);
  });

  it('is told on the page of its filing, the withdrawal too', async () => {
    const { license, filing } = await received();
    const withdrawn = await must(all.officer.post(`${filing}/withdrawal`, { withdrawnOn: '2026-11-20' }));
    await must(all.admin.post(`/simulation${license}/skip`, { until: '2026-11-25' }));
    const seq = entryOf(withdrawn, 'filing-withdrawn');
    const proposal = { seq, member: 'withdrawnOn', to: '2026-11-21', reason: '样例：日期抄错' };
    const proposedSeq = entryOf(
      await must(all.officer.post(`${license}/corrections`, proposal)),
      'entry-correction-proposed',
    );
    await must(all.approver.post(`${license}/corrections/approval`, { seq, member: 'withdrawnOn', proposedSeq }));
    expect(await must(all.officer.get(filing))).toMatchObject({
      withdrawnOn: '2026-11-21',
      corrections: [{ seq, changes: [{ from: '2026-11-20', to: '2026-11-21' }] }],
    });
  });

  it('is approved as it was read: by the entry that proposes it, with the reason', async () => {
    const { license, filing } = await received();
    const [{ seq }] = await papersOf(`${filing}/papers`);
    const corrections = `${license}/corrections`;
    const entry = { seq, member: 'number' };
    await must(all.officer.post(corrections, { ...entry, to: 'R-2', reason: '样例：抄错' }));
    const read = await must(all.approver.get(corrections));
    const [{ proposedSeq }] = read.proposed;
    await must(all.officer.post(corrections, { ...entry, to: 'R-3', reason: '样例：再抄错' }));
    const stale = await all.approver.post(`${corrections}/approval`, { ...entry, proposedSeq });
    expect(stale.body).toMatchObject({ status: 409, code: 'correction-proposed-anew', pointer: '/proposedSeq' });
    expect((await all.approver.post(`${corrections}/approval`, entry)).body).toMatchObject({ status: 422 });
    const now = await must(all.approver.get(corrections));
    expect(now.proposed).toMatchObject([{ to: 'R-3', reason: { text: '样例：再抄错' } }]);
    const approval = { ...entry, proposedSeq: now.proposed[0].proposedSeq };
    await must(all.approver.post(`${corrections}/approval`, approval));
    const { made, proposed } = await must(all.auditor.get(corrections));
    expect(proposed).toEqual([]);
    expect(made).toMatchObject([{ proposedSeq: approval.proposedSeq, reason: { text: '样例：再抄错' } }]);
  });

  it('bars nobody once two persons have said that it was a mistake', async () => {
    const { license, filing } = await received();
    await must(all.officer.post(`${filing}/acceptance`, { acceptedOn: today }));
    const refusal = { refusedOn: today, servedOn: today, falseMaterial: true };
    const seq = entryOf(await must(all.officer.post(`${filing}/refusal`, refusal)), 'filing-refused');
    const again = () => all.officer.post(`${license}/filings`, { kind: 'new' });
    expect((await again()).body).toMatchObject({ code: 'application-barred' });
    const entry = { seq, member: 'falseMaterial' };
    const proposal = { ...entry, to: false, reason: '样例：误勾选' };
    const proposed = await must(all.officer.post(`${license}/corrections`, proposal));
    const proposedSeq = entryOf(proposed, 'entry-correction-proposed');
    await must(all.approver.post(`${license}/corrections/approval`, { ...entry, proposedSeq }));
    expect((await again()).status).toBe(201);
    const { entries } = await must(all.officer.get(`${license}/history?limit=200`));
    expect(entries.map(({ words }: { words: { zh: string } }) => words.zh)).toContain(
      `经第二人同意更正第${seq}条记录，隐瞒情况或提供虚假材料：是 → 否`,
    );
  });

  it('takes new points into a notice, their texts put aside', async () => {
    const { license, filing } = await received();
    const notice = { noticedOn: today, items: [{ requirementId: 'application-form', text: '样例：缺少联系人' }] };
    const seq = entryOf(await must(all.officer.post(`${filing}/correction-notice`, notice)), 'correction-requested');
    const to = [{ id: 'r1-1', requirementId: 'application-form' }, { text: '样例：漏登记的事项' }];
    const proposal = { seq, member: 'items', to, reason: '样例：漏登记' };
    const proposed = await must(all.officer.post(`${license}/corrections`, proposal));
    const proposedSeq = entryOf(proposed, 'entry-correction-proposed');
    await must(all.approver.post(`${license}/corrections/approval`, { seq, member: 'items', proposedSeq }));
    const { rounds } = await must(all.officer.get(`${filing}/correction-items`));
    expect(rounds[0].items).toMatchObject([
      { id: 'r1-1', text: { text: '样例：缺少联系人' } },
      { id: expect.stringMatching(/^r1-\d+-2$/), text: { text: '样例：漏登记的事项' } },
    ]);
  });

  it.each<[string, string, unknown, string, string]>([
    ['a day that does not exist', 'receivedOn', '2026-02-30', 'invalid-date', '/to'],
    ['a list in the place of a number', 'number', ['B24'], 'correction-value-invalid', '/to'],
    ['what stands there', 'number', 'R-1', 'correction-changes-nothing', '/to'],
    ['a filing that is not there', 'filingId', 'new-9', 'filing-does-not-await', '/to'],
    ['a member that the entry lacks', 'permit.number', 'R-2', 'entry-not-correctable', '/member'],
  ])('is not corrected to %s', async (_, member, to, code, pointer) => {
    const { license, filing } = await received();
    const [{ seq }] = await papersOf(`${filing}/papers`);
    const { body } = await all.officer.post(`${license}/corrections`, { seq, member, to, reason: '样例' });
    expect(body).toMatchObject({ code, pointer });
  });
});

describe('a corrected permit number', () => {
  it('is still free when the second person agrees', async () => {
    const { companyId, licenseId } = await heldLicense(all);
    const { entries } = await must(all.officer.get(`/licenses/${licenseId}/corrections`));
    const { seq, member } = entries.find((entry: { member: string }) => entry.member === 'permit.number');
    const number = '沪B2-20239977';
    const corrections = `/licenses/${licenseId}/corrections`;
    const proposed = await must(all.officer.post(corrections, { seq, member, to: number, reason: '样例' }));
    const registration = { companyId, people: all.people, permit: permit({ number }) };
    await must(all.officer.post('/licenses/registrations', registration));
    const { body } = await all.approver.post(`${corrections}/approval`, {
      seq,
      member,
      proposedSeq: entryOf(proposed, 'entry-correction-proposed'),
    });
    expect(body).toMatchObject({ status: 409, code: 'permit-number-taken', pointer: '/seq' });
  });
});

describe('a filing that the authority sends elsewhere', () => {
  it('goes on as a filing of its own, linked to the first, whose rights stay open with their proofs', async () => {
    const { license, filing } = await received();
    const decision = { decidedOn: today, servedOn: today, number: 'N-1', reroutedTo: 'MIIT' };
    await must(all.officer.post(`${filing}/non-acceptance`, decision));
    expect(await must(all.officer.get(license))).toMatchObject({ authority: 'MIIT' });
    const first = await must(all.officer.get(filing));
    expect(first).toMatchObject({ status: 'not-accepted', followedBy: 'new-2' });
    expect(first.rights.map(({ kind }: { kind: string }) => kind).sort()).toEqual(['litigation', 'reconsideration']);
    for (const { deadline } of first.rights)
      expect(deadline.readings[0].proof.citation.article).toEqual(expect.any(String));
    expect(await must(all.officer.get(`${license}/filings/new-2`))).toMatchObject({
      follows: 'new-1',
      status: 'draft',
    });
  });

  it('goes to the right authority once a mistaken entry of it is corrected', async () => {
    const { license, filing } = await received();
    const decision = { decidedOn: today, servedOn: today, number: 'N-1', reroutedTo: 'gd' };
    const seq = entryOf(await must(all.officer.post(`${filing}/non-acceptance`, decision)), 'filing-not-accepted');
    const entry = { seq, member: 'reroutedTo' };
    const proposal = { ...entry, to: 'MIIT', reason: '样例：选错' };
    const proposed = await must(all.officer.post(`${license}/corrections`, proposal));
    const proposedSeq = entryOf(proposed, 'entry-correction-proposed');
    await must(all.approver.post(`${license}/corrections/approval`, { ...entry, proposedSeq }));
    expect(await must(all.officer.get(license))).toMatchObject({ authority: 'MIIT', office: 'MIIT' });
    expect(await must(all.officer.get(filing))).toMatchObject({ followedBy: 'new-2' });
    const corrections = await must(all.officer.get(`${license}/corrections`));
    expect(correctionsAnswer.safeParse(corrections).error?.issues ?? []).toEqual([]);
    expect(corrections.entries).toContainEqual({ ...entry, kind: 'authority', value: 'MIIT' });
    const { entries } = await must(all.officer.get(`${license}/history?limit=200`));
    const told = entries.map(({ words }: { words: { en: string } }) => words.en);
    expect(told.find((words: string) => words.startsWith(`Entry ${seq} was corrected`))).not.toMatch(/\bgd\b/);
  });

  it('is refused where the rules know no such authority', async () => {
    const { filing } = await received();
    const { body } = await all.officer.post(`${filing}/non-acceptance`, { decidedOn: today, reroutedTo: 'xx' });
    expect(body).toMatchObject({ status: 422, code: 'unknown-authority', pointer: '/reroutedTo' });
  });
});

describe('certificates beside the permits of a company', () => {
  const certificate = (number: string) => ({
    companion: 'number-certificate-95',
    number,
    holder: '样例呼叫中心有限公司',
    validFrom: '2026-01-05',
    lastDay: '2031-01-04',
  });

  it('are listed over its licenses with what is due, and are tasks of the portfolio', async () => {
    const { companyId, licenseId } = await heldLicense(all);
    await must(all.officer.post(`/licenses/${licenseId}/companions`, certificate('95123')));
    const body = await must(all.officer.get(`/companies/${companyId}/companions`));
    expect(companyCompanionsAnswer.safeParse(body).error?.issues ?? []).toEqual([]);
    expect(body.companions).toMatchObject([
      { licenseId, number: '95123', holder: { text: '样例呼叫中心有限公司' }, endedOn: null },
    ]);
    const kinds = body.companions[0].duties.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toContain('number-certificate-renewal');
    const { tasks } = await must(all.officer.get(`/tasks?licenseId=${licenseId}&kind=number-certificate-renewal`));
    expect(tasks).toHaveLength(1);
  });

  it.each<[string, Record<string, unknown>, string, string]>([
    [
      'a renewal that begins before the last one',
      { validFrom: '2026-01-05', lastDay: '2036-01-04' },
      'companion-term-not-later',
      '/validFrom',
    ],
    [
      'a renewal that ends before the last one',
      { validFrom: '2031-01-05', lastDay: '2030-01-04' },
      'companion-ends-before-start',
      '/lastDay',
    ],
  ])('are not given %s', async (_, renewal, code, pointer) => {
    const { licenseId } = await heldLicense(all);
    const companions = `/licenses/${licenseId}/companions`;
    await must(all.officer.post(companions, certificate('95124')));
    expect((await all.officer.post(`${companions}/companion-1/renewal`, renewal)).body).toMatchObject({
      code,
      pointer,
    });
  });

  it('do not end before they began, nor are reported before their year', async () => {
    const { licenseId } = await heldLicense(all);
    const companion = `/licenses/${licenseId}/companions/companion-1`;
    await must(all.officer.post(`/licenses/${licenseId}/companions`, certificate('95125')));
    expect((await all.officer.post(`${companion}/end`, { endedOn: '2026-01-04' })).body).toMatchObject({
      code: 'companion-end-before-start',
    });
    expect(
      (await all.officer.post(`${companion}/reports`, { year: '2026', filedOn: '2025-12-31' })).body,
    ).toMatchObject({
      code: 'report-before-its-year',
    });
  });

  it('have a number once in a company', async () => {
    const { companyId, licenseId } = await heldLicense(all);
    await must(all.officer.post(`/licenses/${licenseId}/companions`, certificate('95126')));
    const opening = {
      companyId,
      serviceTypes: ['B24'],
      coverage: { kind: 'province', provinces: ['sh'] },
      people: all.people,
    };
    const other = await must(all.officer.post('/licenses', opening));
    const companions = `/licenses/${other.licenseId}/companions`;
    const answer = await all.officer.post(companions, certificate('９５126'));
    expect(answer.body).toMatchObject({ status: 409, code: 'companion-already-recorded', pointer: '/number' });
    const seq = entryOf(await must(all.officer.post(companions, certificate('95127'))), 'companion-recorded');
    const proposal = { seq, member: 'number', to: '９５126', reason: '样例：编号抄错' };
    const corrected = await all.officer.post(`/licenses/${other.licenseId}/corrections`, proposal);
    expect(corrected.body).toMatchObject({ status: 409, code: 'companion-already-recorded', pointer: '/to' });
  });
});
