import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Conflict, NotFound, type Principal } from '../../../libs/domain/index.js';
import { paizhaoNamespace, uuid5 } from '../../../libs/ledger/uuid5.js';
import {
  Cipher,
  type JobEntity,
  type JobKind,
  JobPieceRepository,
  JobRepository,
} from '../../../libs/persistence/index.js';
import { type Asker, principalName } from '../access/access.decorators.js';
import { outsideScope } from '../access/access-errors.js';
import { PrivateTexts } from '../commands/private-texts.js';
import { HouseDesk } from '../house/house-desk.js';
import { isFor, reachOf } from './job-reach.js';

/** Open jobs of one bearer: whoever wants more at once makes everybody wait. */
const mostOpen = 5;

export interface JobToAsk {
  kind: JobKind;
  /** What the job is given; settled once, so that a repeat is not judged by what has changed since. */
  asked: Record<string, unknown> | ((manager: EntityManager) => Promise<Record<string, unknown>>);
  /** By which a repeat is told from another request. */
  body: object;
  /** A sheet that the job works on. */
  input?: Buffer;
  /** Why somebody asks, for the access record. */
  reason?: string | null;
}

class JobNotFound extends NotFound {
  readonly denied = outsideScope;

  constructor(jobId: string) {
    super('job-not-found', 'there is no such job, or it is not yours', {
      jobId,
      remedy: 'Look at GET /jobs for the ids.',
    });
  }
}

/** What is asked for in the background. A worker does it; here it is asked for, followed, and fetched. */
@Injectable()
export class JobsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly desk: HouseDesk,
    private readonly cipher: Cipher,
    private readonly texts: PrivateTexts,
  ) {}

  /** The same key by the same principal is the same job. @throws Conflict `too-many-jobs` */
  ask(asker: Asker, { kind, asked, body, input, reason = null }: JobToAsk): Promise<{ jobId: string }> {
    const jobId = uuid5(paizhaoNamespace, 'job', principalName(asker.caller), asker.key);
    const { actor } = asker.caller;
    return this.desk.once(asker, { act: kind, subjectId: jobId, body }, async (manager, { now }) => {
      const jobs = new JobRepository(manager);
      if ((await jobs.open(actor)) >= mostOpen) throw new TooManyJobs();
      const given = typeof asked === 'function' ? await asked(manager) : asked;
      const said = reason === null ? null : await this.texts.within(manager).add(jobId, reason);
      await this.texts.claim(manager, said, now);
      await jobs.add({ id: jobId, kind, actor, asked: { ...given, reach: reachOf(asker.caller), reason: said } });
      if (input) await new JobPieceRepository(manager, this.cipher).keep({ id: jobId }, 'input', [input]);
      return { jobId };
    });
  }

  /** One's own; whoever administers sees that others have theirs. */
  async list(caller: Principal, before: string | null, limit: number): Promise<JobEntity[]> {
    const jobs = new JobRepository(this.dataSource.manager);
    if (seesThatThereAre(caller)) return jobs.list({ actor: null, before, limit });
    const found: JobEntity[] = [];
    for (let from = before; ; ) {
      const page = await jobs.list({ actor: caller.actor, before: from, limit });
      found.push(...page.filter((job) => isFor(job, caller)));
      from = page.at(-1)?.id ?? null;
      if (found.length >= limit || page.length < limit) return found.slice(0, limit);
    }
  }

  /** @throws JobNotFound for another's, too, unless one administers */
  async find(caller: Principal, jobId: string): Promise<JobEntity> {
    const job = await new JobRepository(this.dataSource.manager).find(jobId);
    if (!job || !(isFor(job, caller) || seesThatThereAre(caller))) throw new JobNotFound(jobId);
    return job;
  }

  /** One's own job that ended well, and is not swept. @throws JobNotFound, Conflict `job-not-done`, `job-swept` */
  async finished(caller: Principal, jobId: string): Promise<JobEntity> {
    const job = await this.find(caller, jobId);
    if (!isFor(job, caller)) throw new JobNotFound(jobId);
    if (job.sweptAt !== null)
      throw new Conflict('job-swept', 'what the job made is kept for a week, or until somebody is erased', {
        jobId,
        remedy: 'Ask for it again under another Idempotency-Key.',
      });
    if (job.state === 'done') return job;
    throw new Conflict('job-not-done', `the job is ${job.state}`, {
      jobId,
      state: job.state,
      remedy: 'Follow it by GET /jobs/:id until it is done.',
    });
  }

  /** What a finished job was given and has made. */
  get pieces(): JobPieceRepository {
    return new JobPieceRepository(this.dataSource.manager, this.cipher);
  }
}

const seesThatThereAre = ({ roles, scopes }: Principal): boolean => roles.includes('admin') && scopes.length === 0;

class TooManyJobs extends Conflict {
  constructor() {
    super('too-many-jobs', `${mostOpen} jobs of yours wait or run already`, {
      most: mostOpen,
      remedy: 'Wait until one of them has ended: GET /jobs.',
    });
  }
}
