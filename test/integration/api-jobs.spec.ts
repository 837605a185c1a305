import { randomUUID } from 'node:crypto';
import type { KnownRequest } from '../../apps/api/access/access.decorators.js';
import { Bearer } from '../../apps/api/access/bearer.js';
import { OpenStreams } from '../../apps/api/http/open-streams.js';
import { type ClaimedJob, JobLost, JobPieceRepository, JobRepository } from '../../libs/persistence/index.js';
import { type Cast, cast, must, openedLicense } from '../support/api-story.js';
import { type ApiClient, ApiWorld } from '../support/api-world.js';
import { fetchedTable } from '../support/sheets.js';

jest.setTimeout(60_000);

let world: ApiWorld;
let all: Cast;
let jobs: JobRepository;
let pieces: JobPieceRepository;

beforeAll(async () => {
  world = await ApiWorld.create();
  all = await cast(world);
  jobs = new JobRepository(world.source.manager);
  pieces = new JobPieceRepository(world.source.manager, world.cipher);
  await openedLicense(all);
});

afterAll(() => world.close());

const asked = async (by: ApiClient = all.auditor): Promise<string> =>
  (await must(by.post('/exports', { format: 'csv' }))).jobId;
const jobOf = (jobId: string, by: ApiClient = all.auditor) => must(by.get(`/jobs/${jobId}`));
const claimed = async (): Promise<ClaimedJob> => {
  const job = await jobs.claim();
  if (!job) throw new Error('nothing waits');
  return job;
};

/** As if a worker had died with the job in hand. */
const leaseRunsOut = (jobId: string) =>
  world.source.query(`update paizhao.jobs set claimed_until = clock_timestamp() - interval '1 second' where id = $1`, [
    jobId,
  ]);

describe('a job', () => {
  it('is followed from the beginning to its end, and leads to what it made', async () => {
    const { body, headers } = await all.auditor.post('/exports', { format: 'csv' });
    const { jobId } = body;
    expect(headers.get('location')).toBe(`/jobs/${jobId}`);
    expect(await jobOf(jobId)).toMatchObject({
      jobId,
      state: 'queued',
      done: 0,
      total: null,
      result: null,
      mine: true,
    });
    const early = await all.auditor.get(`/exports/${jobId}/sheet`);
    expect(early.body).toMatchObject({ status: 409, code: 'job-not-done' });
    await world.work();
    expect(await jobOf(jobId)).toMatchObject({ state: 'done', problem: null, result: `/exports/${jobId}/sheet` });
    const { jobs: listed } = await must(all.auditor.get('/jobs?limit=1'));
    expect(listed).toMatchObject([{ jobId }]);
  });

  it('is its own: others find nothing, and an administrator only that it exists', async () => {
    const jobId = await asked();
    await world.work();
    for (const path of [`/jobs/${jobId}`, `/jobs/${jobId}/events`, `/exports/${jobId}/sheet`])
      expect((await all.approver.get(path)).body).toMatchObject({ status: 404, code: 'job-not-found' });
    expect(await jobOf(jobId, all.admin)).toMatchObject({ mine: false, state: 'done', outcome: null, result: null });
    expect((await all.admin.get(`/exports/${jobId}/sheet`)).body).toMatchObject({ status: 404, code: 'job-not-found' });
    const { jobs: seen } = await must(all.approver.get('/jobs'));
    expect(seen).toEqual([]);
  });

  it('is for no token that sees less than the one it was asked with', async () => {
    const { licenseId, companyId } = await openedLicense(all);
    const { id, client } = await world.person('auditor');
    const jobId = await asked(client);
    await world.work();
    const tokenOf = async (limits: object): Promise<ApiClient> => {
      const body = { personId: id, roles: ['auditor'], ...limits };
      return world.stranger((await must(all.admin.post('/tokens', body))).token);
    };
    const narrower = [
      { scope: { companies: [companyId], licenses: [] } },
      { scope: { companies: [], licenses: [licenseId] } },
      { period: { from: '2026-01-01', until: null } },
      { actions: ['read-jobs', 'export-licenses'] },
    ];
    for (const limits of narrower) {
      const narrow = await tokenOf(limits);
      for (const path of [`/jobs/${jobId}`, `/jobs/${jobId}/events`, `/exports/${jobId}/sheet`])
        expect((await narrow.get(path)).body).toMatchObject({ status: 404, code: 'job-not-found' });
      const own = await asked(narrow);
      await world.work();
      expect((await must(narrow.get('/jobs'))).jobs).toMatchObject([{ jobId: own }]);
      expect((await fetchedTable(narrow, own)).rows.length).toBeGreaterThan(1);
      expect((await fetchedTable(client, own)).rows.length).toBeGreaterThan(1);
    }
    expect((await fetchedTable(await tokenOf({}), jobId)).rows.length).toBeGreaterThan(1);
  });

  it('of a worker that died is taken up by another one, from its beginning', async () => {
    const jobId = await asked();
    const dead = await claimed();
    await jobs.progress(dead, 1, 5);
    await pieces.keep(dead, 'result', [Buffer.from('half')]);
    expect(await jobs.claim()).toBeNull();
    await leaseRunsOut(jobId);
    await world.work();
    expect(await jobOf(jobId)).toMatchObject({ state: 'done' });
    expect((await fetchedTable(all.auditor, jobId)).rows.length).toBeGreaterThan(1);
    await expect(jobs.progress(dead, 2, 5)).rejects.toThrow(JobLost);
    await expect(pieces.keep(dead, 'result', [Buffer.from('half')])).rejects.toThrow(JobLost);
    await expect(jobs.end(dead, {})).rejects.toThrow(JobLost);
  });

  it('that kills its workers is given up, and says so', async () => {
    const jobId = await asked();
    for (let i = 0; i < 3; i += 1) {
      await claimed();
      await leaseRunsOut(jobId);
    }
    expect(await jobs.claim()).toBeNull();
    expect(await jobOf(jobId)).toMatchObject({
      state: 'failed',
      problem: { code: 'job-gave-up', title: 'Job given up' },
    });
  });

  it('goes back to the line where its worker is told to stop', async () => {
    const jobId = await asked();
    await jobs.release(await claimed());
    expect(await jobOf(jobId)).toMatchObject({ state: 'queued' });
    await world.work();
    expect(await jobOf(jobId)).toMatchObject({ state: 'done' });
  });

  it('leaves what it made for a week', async () => {
    const jobId = await asked();
    await world.work();
    expect(await jobs.sweep(7)).toBe(0);
    await world.source.query(`update paizhao.jobs set ended_at = clock_timestamp() - interval '8 days' where id = $1`, [
      jobId,
    ]);
    expect(await jobs.sweep(7)).toBe(1);
    expect(await jobOf(jobId)).toMatchObject({ state: 'done', result: null });
    expect((await all.auditor.get(`/exports/${jobId}/sheet`)).body).toMatchObject({ status: 409, code: 'job-swept' });
    expect(await pieces.readWhole(jobId, 'result')).toHaveLength(0);
    const [{ asked: left }] = await world.source.query('select asked from paizhao.jobs where id = $1', [jobId]);
    expect(left).toEqual({ reach: { scopes: [], period: null, named: true } });
  });

  it('is one of a few that somebody has at once', async () => {
    const { client } = await world.person('auditor');
    for (let i = 0; i < 5; i += 1) await asked(client);
    expect((await client.post('/exports', { format: 'csv' })).body).toMatchObject({
      status: 409,
      code: 'too-many-jobs',
    });
    await world.work();
    await asked(client);
    await world.work();
  });

  it('is no import where it is an export', async () => {
    const { client } = await world.person('officer');
    const jobId = await asked(client);
    await world.work();
    expect((await client.get(`/imports/${jobId}/findings`)).body).toMatchObject({ code: 'job-of-another-kind' });
  });

  it('that is none is not found', async () => {
    expect((await all.auditor.get(`/jobs/${randomUUID()}`)).body).toMatchObject({ status: 404, code: 'job-not-found' });
  });
});

interface Event {
  id: string;
  data: { state: string; done: number };
}

/** The events of a job as a browser hears them, until the answer ends or so many have come. */
async function events(
  jobId: string,
  { lastId, most = 100, by = all.auditor }: { lastId?: string; most?: number; by?: ApiClient } = {},
) {
  const gone = new AbortController();
  const response = await fetch(`${world.url}/jobs/${jobId}/events`, {
    headers: { authorization: `Bearer ${by.token}`, ...(lastId === undefined ? {} : { 'last-event-id': lastId }) },
    signal: gone.signal,
  });
  const heard: Event[] = [];
  let text = '';
  try {
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk).toString('utf8');
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const [, id, data] = /^id: (\d+)\nevent: job\ndata: (.*)$/.exec(text.slice(0, end)) ?? [];
        if (id !== undefined && data !== undefined) heard.push({ id, data: JSON.parse(data) });
        text = text.slice(end + 2);
      }
      if (heard.length >= most) gone.abort();
    }
  } catch (error) {
    if (!gone.signal.aborted) throw error;
  }
  return { status: response.status, type: response.headers.get('content-type'), heard };
}

describe('the events of a job', () => {
  it('are heard until it has ended, each with all there is to know', async () => {
    const jobId = await asked();
    const following = events(jobId);
    const job = await claimed();
    await jobs.progress(job, 1, 2);
    await jobs.release(job);
    await world.work();
    const { status, type, heard } = await following;
    expect([status, type]).toEqual([200, 'text/event-stream; charset=utf-8']);
    expect(heard.at(-1)?.data).toMatchObject({ jobId, state: 'done' });
    const ids = heard.map(({ id }) => Number(id));
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
  });

  it('go on after the last that somebody has heard, and end for good where that was the end', async () => {
    const jobId = await asked();
    const { heard } = await events(jobId, { most: 1 });
    await world.work();
    const rest = await events(jobId, { lastId: heard[0]?.id ?? '' });
    expect(rest.heard).toMatchObject([{ data: { state: 'done' } }]);
    expect((await events(jobId, { lastId: rest.heard[0]?.id ?? '' })).status).toBe(204);
  });

  it('are for whoever bears a token that is good, as far as it reaches now', async () => {
    const { id, client } = await world.person('auditor');
    const request = { get: () => `Bearer ${client.token}`, action: 'read-jobs' } as unknown as KnownRequest;
    const bearer = world.app.get(Bearer);
    expect((await bearer.again(request)).actor).toEqual({ kind: 'person', id });
    const scope = { companies: [], licenses: [(await openedLicense(all)).licenseId] };
    await must(all.admin.put(`/people/${id}/access`, { roles: ['auditor'], scope }));
    expect((await bearer.again(request)).scopes).toEqual([scope]);
    await must(all.admin.put(`/people/${id}/access`, { roles: [] }));
    await expect(bearer.again(request)).rejects.toMatchObject({ code: 'role-not-allowed' });
  });

  it('are for so many followers of one bearer, and leave room for others', async () => {
    const jobId = await asked();
    const streams = world.app.get(OpenStreams);
    const leave = new AbortController();
    const headers = { authorization: `Bearer ${all.auditor.token}` };
    const follow = () => fetch(`${world.url}/jobs/${jobId}/events`, { headers, signal: leave.signal });
    await Promise.all(Array.from({ length: 20 }, follow));
    const refused = await all.auditor.get(`/jobs/${jobId}/events`);
    expect(refused.body).toMatchObject({ status: 429, code: 'too-many-own-streams' });
    expect(refused.headers.get('retry-after')).toBe('5');
    expect((await events(jobId, { most: 1, by: all.admin })).heard).toHaveLength(1);
    leave.abort();
    while (streams.count > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    await world.work();
  });

  it('leave nothing open when the client goes, or the process is told to stop', async () => {
    const streams = world.app.get(OpenStreams);
    const jobId = await asked();
    await events(jobId, { most: 1 });
    while (streams.count > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    const following = events(jobId);
    while (streams.count === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    streams.end();
    expect((await following).heard).toHaveLength(1);
    expect((await all.auditor.get(`/jobs/${jobId}/events`)).body).toMatchObject({
      status: 503,
      code: 'too-many-streams',
    });
    await world.work();
  });

  it('need a token', async () => {
    const response = await world.stranger().get(`/jobs/${randomUUID()}/events`);
    expect(response.body).toMatchObject({ status: 401, code: 'token-missing' });
  });
});
