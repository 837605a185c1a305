import { InvalidInput } from '../../libs/domain/errors.js';
import { type ClaimedJob, JobLost } from '../../libs/persistence/index.js';
import { createJobSteps, type JobDeps } from './index.js';

const job = {
  id: 'job',
  kind: 'export',
  actor: { kind: 'person', id: 'someone' },
  asked: { format: 'csv', language: 'en', columns: ['licenseId'], filter: {}, viewId: null, asking: {}, named: false },
  token: 'token',
  attempts: 1,
} as unknown as ClaimedJob;

/** One job that waits; what is done with it is noted. */
function aDesk(page: () => Promise<unknown[]>, over: Partial<JobDeps['jobs']> = {}) {
  const done: string[] = [];
  const warnings: string[] = [];
  let waits = true;
  const jobs = {
    waiting: async () => waits,
    claim: async () => {
      waits = false;
      return job;
    },
    beat: async () => undefined,
    progress: async () => undefined,
    end: async (_: unknown, { failure, outcome }: { failure?: string; outcome?: object }) =>
      void done.push(failure ?? `ended ${JSON.stringify(outcome)}`),
    release: async () => void done.push('released'),
    postpone: async () => void done.push('postponed'),
    ...over,
  };
  const portfolio = {
    atOneMoment: async function* () {
      yield { licenses: 0, lines: await page(), usccs: new Map(), pins: [] };
    },
  };
  const pieces = {
    keep: async (_: unknown, __: unknown, bytes: AsyncIterable<Buffer>) => {
      let size = 0;
      for await (const chunk of bytes) size += chunk.length;
      return size;
    },
  };
  const steps = createJobSteps({
    jobs,
    pieces,
    exports: { portfolio, people: { list: async () => [] }, now: () => '2026-11-20T02:00:00.000Z' },
    imports: {},
    mayPass: (error: Error) => error.message === 'the database is away',
    log: { warn: (_: object, message: string) => void warnings.push(message) },
  } as unknown as JobDeps);
  return { steps, done, warnings };
}

const going = new AbortController().signal;

describe('a job in hand', () => {
  it('is done to its end, and nothing waits any more', async () => {
    const { steps, done } = aDesk(async () => []);
    expect([await steps.next(going), await steps.next(going)]).toEqual([true, false]);
    expect(done).toEqual([expect.stringContaining('ended {"licenses":0')]);
  });

  it('that is refused ends with the code of the refusal', async () => {
    const { steps, done, warnings } = aDesk(async () => {
      throw new InvalidInput('sheet-empty', 'nothing is in it');
    });
    await steps.next(going);
    expect([done, warnings]).toEqual([['sheet-empty'], []]);
  });

  it('that fails ends as failed, and the log says why', async () => {
    const { steps, done, warnings } = aDesk(async () => {
      throw new Error('a defect');
    });
    await steps.next(going);
    expect([done, warnings]).toEqual([['job-failed'], ['a job failed']]);
  });

  it('that meets a passing fault is tried again, but not for ever', async () => {
    const away = async () => {
      throw new Error('the database is away');
    };
    const ended = [];
    for (const attempts of [1, 2, 3]) {
      const { steps, done } = aDesk(away, { claim: async () => ({ ...job, attempts }) });
      await steps.next(going);
      ended.push(...done);
    }
    expect(ended).toEqual(['postponed', 'postponed', 'job-failed']);
  });

  it('is given back where the worker is told to stop', async () => {
    const stopping = new AbortController();
    const { steps, done } = aDesk(async () => {
      stopping.abort();
      return [];
    });
    await steps.next(stopping.signal);
    expect(done).toEqual(['released']);
  });

  it('that another worker has taken up is left to it', async () => {
    const { steps, done, warnings } = aDesk(async () => [], {
      progress: async () => {
        throw new JobLost('job');
      },
    });
    await steps.next(going);
    expect([done, warnings]).toEqual([[], ['a job was taken up by another worker']]);
  });
});
