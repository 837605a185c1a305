import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Principal } from '../../../libs/domain/index.js';
import type { JobEntity } from '../../../libs/persistence/index.js';
import { Caller, principalName } from '../access/access.decorators.js';
import { Bearer } from '../access/bearer.js';
import { ReadEndpoint } from '../commands/command-answer.js';
import { NextPageBy } from '../http/answer-headers.js';
import { type Language, languageOf } from '../http/language.js';
import { goneWith, OpenStreams } from '../http/open-streams.js';
import { wordingOf } from '../problems/catalog.js';
import { isFor } from './job-reach.js';
import { type JobAnswer, type JobPath, jobAnswer, jobPath, jobsAnswer, jobsQuery } from './job-shapes.js';
import { streamJob, type Told } from './job-stream.js';
import { JobsService } from './jobs.service.js';

/** Imports and exports while they are done. */
@ApiTags('in and out')
@Controller('jobs')
export class JobsController {
  constructor(
    private readonly jobs: JobsService,
    private readonly streams: OpenStreams,
    private readonly bearer: Bearer,
  ) {}

  @Get()
  @NextPageBy({ before: 'next' })
  @ReadEndpoint('read-jobs', 'Your jobs, newest first; an administrator sees that others have theirs', jobsAnswer)
  async list(
    @Caller() caller: Principal,
    @Query({ schema: jobsQuery }) { before, limit }: z.output<typeof jobsQuery>,
    @Req() request: Request,
  ): Promise<{ jobs: JobAnswer[]; next: string | null }> {
    const found = await this.jobs.list(caller, before ?? null, limit + 1);
    const shown = found.slice(0, limit);
    return {
      jobs: shown.map((job) => told(job, caller, languageOf(request))),
      next: found.length > limit ? (shown.at(-1)?.id ?? null) : null,
    };
  }

  @Get(':id')
  @ReadEndpoint('read-jobs', 'How far a job has come', jobAnswer)
  async one(
    @Caller() caller: Principal,
    @Param({ schema: jobPath }) { id }: JobPath,
    @Req() request: Request,
  ): Promise<JobAnswer> {
    return told(await this.jobs.find(caller, id), caller, languageOf(request));
  }

  @Get(':id/events')
  @ReadEndpoint('read-jobs', 'How far a job has come, as server-sent events until it has ended', {
    event: 'job',
    data: 'Job',
    example: { id: '7', data: { state: 'running', done: 120, total: 400 } },
  })
  @ApiHeader({ name: 'Last-Event-ID', required: false, schema: { type: 'string', example: '7' } })
  async events(
    @Caller() caller: Principal,
    @Param({ schema: jobPath }) { id }: JobPath,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const language = languageOf(request);
    let follower = caller;
    const look = async (): Promise<Told> => {
      const job = await this.jobs.find(follower, id);
      return { version: job.version, ended: job.endedAt !== null, data: told(job, follower, language) };
    };
    const mayStill = async (): Promise<void> => {
      follower = await this.bearer.again(request);
    };
    const first = await look();
    await this.streams.hold(principalName(caller), goneWith(response), (over) =>
      streamJob(response, lastSeenOf(request), first, { look, mayStill }, over),
    );
  }
}

function lastSeenOf(request: Request): number | null {
  const text = request.get('last-event-id') ?? '';
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** Of another's job only that there is one, and how it stands. */
export function told(job: JobEntity, caller: Principal, language: Language): JobAnswer {
  const { id: jobId, kind, state, done, total, outcome, failure, actorKind, actorId, sweptAt } = job;
  const mine = isFor(job, caller);
  const fetchable = mine && state === 'done' && sweptAt === null;
  const wording = failure === null ? null : wordingOf(failure);
  return {
    jobId,
    kind,
    state,
    askedBy: { kind: actorKind, id: actorId },
    mine,
    done,
    total,
    outcome: mine ? (outcome as JobAnswer['outcome']) : null,
    problem: wording && {
      code: failure ?? '',
      title: wording.title[language],
      remedy: wording.remedy[language],
    },
    createdAt: job.storedAt,
    changedAt: job.changedAt,
    endedAt: job.endedAt,
    events: `/jobs/${jobId}/events`,
    result: fetchable ? `/${kind === 'export' ? 'exports' : 'imports'}/${jobId}/sheet` : null,
    findings: fetchable && kind !== 'export' ? `/imports/${jobId}/findings` : null,
  };
}
