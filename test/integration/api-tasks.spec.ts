import { commentsAnswer } from '../../apps/api/portfolio/comments.controller.js';
import { tasksAnswer } from '../../apps/api/portfolio/tasks.service.js';
import { aPdf, type Cast, cast, heldLicense, must, openedLicense, receivedFiling } from '../support/api-story.js';
import { ApiWorld } from '../support/api-world.js';

jest.setTimeout(60_000);

let world: ApiWorld;
let all: Cast;

beforeAll(async () => {
  world = await ApiWorld.create();
  all = await cast(world);
});

afterAll(() => world.close());

interface Task {
  taskId: string;
  licenseId: string;
  kind: string;
  state: string;
  date: string | null;
  slack: number | null;
  items: { taskId: string; state: string; requirementId: string | null; text: { text?: string } | null }[];
}

const tasksOf = async (query: string, by = all.officer): Promise<Task[]> =>
  (await must(by.get(`/tasks?${query}`))).tasks;

/** A license whose filing came back: one thing that names its requirement, one that does not. */
async function corrected(): Promise<{ licenseId: string; filing: string }> {
  const { licenseId } = await openedLicense(all);
  const filingId = await receivedFiling(all, licenseId);
  const filing = `/licenses/${licenseId}/filings/${filingId}`;
  const items = [{ requirementId: 'application-form', text: '样例：缺少联系人' }, { text: '样例：请说明' }];
  await must(all.officer.post(`${filing}/correction-notice`, { noticedOn: '2026-11-20', dueOn: '2026-11-27', items }));
  return { licenseId, filing };
}

describe('tasks', () => {
  it('are the company’s open duties, what presses most first, each with its license’s people', async () => {
    const { licenseId } = await heldLicense(all);
    const body = await must(all.auditor.get(`/tasks?licenseId=${licenseId}`));
    expect(tasksAnswer.safeParse(body).error?.issues ?? []).toEqual([]);
    const { obligations } = await must(all.officer.get(`/licenses/${licenseId}/agenda`));
    const owed = obligations.filter(({ duty }: { duty: string }) => duty === 'company');
    expect(body.tasks.map(({ taskId }: Task) => taskId).sort()).toEqual(
      owed.map(({ id }: { id: string }) => id).sort(),
    );
    const slack = body.tasks.map((task: Task) => task.slack ?? Number.POSITIVE_INFINITY);
    expect(slack).toEqual([...slack].sort((a, b) => a - b));
    expect(body.tasks[0]).toMatchObject({ owner: all.people.owner, deputy: all.people.deputy, state: 'open' });
  });

  it('of a correction have its items, each open until something is supplied for it', async () => {
    const { licenseId, filing } = await corrected();
    const [task] = await tasksOf(`licenseId=${licenseId}&kind=correction`);
    expect(task).toMatchObject({ kind: 'correction', date: '2026-11-27', slack: 7 });
    expect(task?.items).toMatchObject([
      { state: 'open', requirementId: 'application-form', text: { text: '样例：缺少联系人' } },
      { state: 'open', requirementId: null, text: { text: '样例：请说明' } },
    ]);
    expect((await tasksOf(`licenseId=${licenseId}`, all.admin))[0]?.items[0]?.text).not.toHaveProperty('text');
    const fields = { requirementId: 'application-form', issuedOn: '2026-11-20', reason: '样例：补正' };
    await must(all.officer.upload(`${filing}/materials`, fields, { name: 'form.pdf', bytes: aPdf('second') }));
    const [later] = await tasksOf(`licenseId=${licenseId}&kind=correction`);
    expect(later?.items.map(({ state }) => state)).toEqual(['supplied', 'open']);
  });

  it('are overdue once their date has passed, by the license’s own time', async () => {
    const { licenseId } = await corrected();
    await must(all.admin.post(`/simulation/licenses/${licenseId}/skip`, { until: '2026-12-01' }));
    expect(await tasksOf(`licenseId=${licenseId}&kind=correction`)).toMatchObject([{ state: 'overdue', slack: -4 }]);
  });

  it('are originals too that are due back, each until it is back, and again when that was a mistake', async () => {
    const { licenseId } = await openedLicense(all);
    const { filingId } = await must(all.officer.post(`/licenses/${licenseId}/filings`, { kind: 'new' }));
    const originals = `/licenses/${licenseId}/filings/${filingId}/originals`;
    const lend = (paper: string, dueBackOn: string | null) =>
      must(
        all.officer.post(`${originals}/${paper}/hand-over`, {
          holder: { place: '样例：窗口' },
          handedOverOn: '2026-11-20',
          dueBackOn,
        }),
      );
    await lend('business-license', '2026-11-20');
    await lend('application-form', '2026-11-24');
    await lend('premises-proof', null);
    const query = `licenseId=${licenseId}&kind=original-return`;
    const taskId = `original-return:${filingId}:business-license`;
    const due = [
      { taskId, kind: 'original-return', filingId, date: '2026-11-20', state: 'open', slack: 0 },
      { taskId: `original-return:${filingId}:application-form`, date: '2026-11-24', slack: 4 },
    ];
    expect(await tasksOf(query)).toMatchObject(due);
    expect(await tasksOf(`${query}&dueBy=2026-11-23`)).toMatchObject(due.slice(0, 1));
    const { next } = await must(all.officer.get(`/tasks?${query}&limit=1`));
    expect(await tasksOf(`${query}&limit=1&after=${next}`)).toMatchObject(due.slice(1));
    const about = { kind: 'task', taskId };
    await must(all.officer.post(`/licenses/${licenseId}/comments`, { about, text: '样例：周五取回' }));
    await must(all.officer.post(`${originals}/business-license/return`, { returnedOn: '2026-11-20' }));
    expect(await tasksOf(query)).toMatchObject(due.slice(1));
    const mistake = { mistaken: 'return', reason: '样例：登记有误' };
    await must(all.officer.post(`${originals}/business-license/correction`, mistake));
    expect(await tasksOf(query)).toMatchObject(due.slice(1));
    const { proposed } = await must(all.officer.get(`/licenses/${licenseId}/corrections`));
    expect(proposed).toMatchObject([{ member: 'returnedOn', from: '2026-11-20', to: null }]);
    const { seq, member, proposedSeq } = proposed[0];
    await must(all.approver.post(`/licenses/${licenseId}/corrections/approval`, { seq, member, proposedSeq }));
    await must(all.admin.post(`/simulation/licenses/${licenseId}/skip`, { until: '2026-11-23' }));
    expect(await tasksOf(query)).toMatchObject([
      { taskId, state: 'overdue', slack: -3 },
      { state: 'open', slack: 1 },
    ]);
    const again = await all.officer.post(`${originals}/business-license/correction`, mistake);
    expect(again).toMatchObject({ status: 409, body: { code: 'original-entry-missing', pointer: '/mistaken' } });
    const { entries } = await must(all.auditor.get(`/licenses/${licenseId}/history?limit=100`));
    expect((entries as { type: string; words: object }[]).find(({ type }) => type === 'entry-corrected')).toMatchObject(
      {
        words: { en: expect.stringContaining('day of return from 2026-11-20 to none') },
      },
    );
    expect((await all.auditor.get(`/licenses/${licenseId}/export`)).text).not.toContain('登记有误');
  });

  it('go with the license to whoever takes it over', async () => {
    const [from, to] = [await world.person('officer'), await world.person('officer')];
    const own = { ...all, people: { ...all.people, owner: from.id } };
    const { licenseId } = await heldLicense(own);
    const before = await tasksOf(`owner=${from.id}`);
    expect(before.map((task) => task.licenseId)).toContain(licenseId);
    await must(all.officer.post(`/people/${from.id}/hand-over`, { to: to.id }));
    expect(await tasksOf(`owner=${from.id}`)).toEqual([]);
    expect((await tasksOf(`owner=${to.id}`)).map(({ taskId }) => taskId)).toEqual(before.map(({ taskId }) => taskId));
  });

  it('come by person, by window and page by page, none lost and none twice', async () => {
    const person = await world.person('officer');
    const own = { ...all, people: { ...all.people, owner: person.id } };
    for (let i = 0; i < 3; i += 1) await heldLicense(own);
    const whole = await tasksOf(`owner=${person.id}`);
    const seen: Task[] = [];
    for (let next: string | null = null, first = true; first || next; first = false) {
      const page: { tasks: Task[]; next: string | null } = await must(
        all.officer.get(`/tasks?owner=${person.id}&limit=2${next ? `&after=${next}` : ''}`),
      );
      seen.push(...page.tasks);
      next = page.next;
    }
    expect(seen).toEqual(whole);
    const day = whole[0]?.date as string;
    const due = (query: string) => tasksOf(`owner=${person.id}&${query}`);
    expect(await due(`dueFrom=${day}&dueBy=${day}`)).toEqual(whole.filter(({ date }) => date === day));
    expect(await due('dueBy=2026-11-19')).toEqual([]);
  });

  it.each([
    ['a window that ends first', 'dueFrom=2026-12-02&dueBy=2026-12-01', 'window-reversed', '/dueFrom'],
    ['a cursor of another list', `after=${Buffer.from('[null]').toString('base64url')}`, 'cursor-invalid', '/after'],
    [
      'a cursor that no text can hold',
      `after=${Buffer.from('[null,"0f9b3d1c-0000-4000-8000-000000000000","a\\u0000"]').toString('base64url')}`,
      'cursor-invalid',
      '/after',
    ],
    ['a kind that can be none', 'kind=Correction', 'field-invalid', '/kind'],
    ['a condition that is none', 'q=ab', 'unknown-field', '/q'],
  ])('are refused for %s', async (_, query, code, pointer) => {
    expect((await all.officer.get(`/tasks?${query}`)).body).toMatchObject({ status: 422, code, pointer });
  });
});

describe('comments', () => {
  let licenseId: string;
  let filing: string;
  const at = (path = '') => `/licenses/${licenseId}/comments${path}`;
  const written = async (body: object, by = all.officer): Promise<string> =>
    (await must(by.post(at(), body))).commentId;

  beforeAll(async () => {
    ({ licenseId, filing } = await corrected());
  });

  it('are about a license, a filing, a task or an item of a correction', async () => {
    const [task] = await tasksOf(`licenseId=${licenseId}&kind=correction`);
    const filingId = filing.split('/').at(-1) as string;
    const abouts = [
      { kind: 'license' },
      { kind: 'filing', filingId },
      { kind: 'task', taskId: task?.taskId },
      { kind: 'task', taskId: task?.items[0]?.taskId },
    ];
    for (const [i, about] of abouts.entries()) await written({ about, text: `样例评论 ${i}` });
    const body = await must(all.auditor.get(at()));
    expect(commentsAnswer.safeParse(body).error?.issues ?? []).toEqual([]);
    expect(body.comments).toMatchObject([
      { about: { kind: 'license', id: null }, text: { text: '样例评论 0' }, author: { id: all.people.owner } },
      { about: { kind: 'filing', id: filingId }, text: { text: '样例评论 1' } },
      { about: { kind: 'task', id: task?.taskId }, text: { text: '样例评论 2' } },
      { about: { kind: 'task', id: task?.items[0]?.taskId }, text: { text: '样例评论 3' } },
    ]);
    const about = encodeURIComponent(task?.items[0]?.taskId ?? '');
    expect((await must(all.auditor.get(at(`?taskId=${about}`)))).comments).toHaveLength(1);
    expect((await must(all.auditor.get(at(`?filingId=${filingId}`)))).comments).toHaveLength(1);
  });

  it('are about an upload in no entry of this very license, until an entry refers to it', async () => {
    const own = await corrected();
    const license = `/licenses/${own.licenseId}`;
    const scan = { name: 'scan.pdf', bytes: aPdf('unclaimed') };
    const { scanId } = await must(all.officer.upload(`${license}/scans`, {}, scan));
    const [task] = await tasksOf(`licenseId=${own.licenseId}&kind=unclaimed-upload`);
    const about = { kind: 'task', taskId: task?.taskId };
    const comment = { about, text: '样例：缺少受理通知' };
    await must(all.officer.post(`${license}/comments`, comment));
    const taskId = encodeURIComponent(task?.taskId ?? '');
    expect((await must(all.auditor.get(`${license}/comments?taskId=${taskId}`))).comments).toMatchObject([
      { about: { kind: 'task', id: `unclaimed-upload:${scanId}` } },
    ]);
    expect((await all.officer.post(at(), comment)).body).toMatchObject({ status: 404, code: 'task-not-found' });
    const [{ seq }] = (await must(all.officer.get(`${own.filing}/papers`))).papers;
    await must(all.officer.post(`${license}/papers/${seq}/scans`, { scanId }));
    expect((await all.officer.post(`${license}/comments`, comment)).body.code).toBe('task-not-found');
    const nothing = { kind: 'task', taskId: 'unclaimed-upload:x' };
    expect((await all.officer.post(at(), { about: nothing, text: '样例' })).body.code).toBe('task-not-found');
  });

  it('come page by page, the oldest first', async () => {
    const whole = (await must(all.auditor.get(at()))).comments;
    const first = await must(all.auditor.get(at('?limit=3')));
    const second = await must(all.auditor.get(at(`?limit=3&after=${first.next}`)));
    expect([...first.comments, ...second.comments]).toEqual(whole.slice(0, 6));
  });

  it('are written once for a key, and shown to those who may read texts', async () => {
    const sending = { key: 'comment-once' };
    const body = { text: '只写一次' };
    const [first, again] = [
      await must(all.officer.post(at(), body, sending)),
      await must(all.officer.post(at(), body, sending)),
    ];
    expect(again).toEqual(first);
    const last = async (by: typeof all.officer) => (await must(by.get(at()))).comments.at(-1);
    expect((await last(all.approver)).text.text).toBe('只写一次');
    expect((await last(all.admin)).text).not.toHaveProperty('text');
  });

  it('are taken back by their author alone, and then their text is gone', async () => {
    const commentId = await written({ text: '写错了' });
    const refused = await all.approver.post(at(`/${commentId}/withdrawal`), {});
    expect(refused.body).toMatchObject({ status: 403, code: 'comment-of-another' });
    await must(all.officer.post(at(`/${commentId}/withdrawal`), {}));
    const comments = (await must(all.officer.get(at()))).comments as { commentId: string }[];
    expect(comments.find((each) => each.commentId === commentId)).toMatchObject({
      text: { text: null },
      withdrawnAt: '2026-11-20T02:00:00.000Z',
    });
    const [row] = await world.source.query(
      'select count(*)::integer as texts from paizhao.private_texts t join paizhao.comments c on c.text_ref = t.id where c.id = $1',
      [commentId],
    );
    expect(row).toEqual({ texts: 0 });
  });

  it('stand in no ledger, no command and no log', async () => {
    await written({ text: '绝不外传的话' });
    const rows = await world.source.query(
      `select c::text from paizhao.commands c union all select convert_from(body, 'UTF8') from paizhao.ledger_events`,
    );
    expect(JSON.stringify(rows)).not.toContain('绝不外传的话');
    expect(world.log.join()).not.toContain('绝不外传的话');
  });

  it.each([
    ['a filing that is none', { about: { kind: 'filing', filingId: 'new-9' }, text: '字' }, 404, 'filing-not-found'],
    ['a task that is none', { about: { kind: 'task', taskId: 'renewal:999' }, text: '字' }, 404, 'task-not-found'],
    ['a thing that is none', { about: { kind: 'permit' }, text: '字' }, 422, 'field-invalid'],
    ['no text', {}, 422, 'field-missing'],
    ['a text of nothing', { text: ' ' }, 422, 'field-invalid'],
  ])('are refused for %s, and leave nothing', async (_, body, status, code) => {
    const before = await world.traces();
    expect((await all.officer.post(at(), body)).body).toMatchObject({ status, code });
    expect(await world.traces()).toEqual(before);
  });

  it('are not there for a license or a comment that is none', async () => {
    const nobody = '0f9b3d1c-0000-4000-8000-000000000000';
    expect((await all.officer.get(`/licenses/${nobody}/comments`)).body.code).toBe('license-not-found');
    expect((await all.officer.post(at(`/${nobody}/withdrawal`), {})).body.code).toBe('comment-not-found');
  });
});
