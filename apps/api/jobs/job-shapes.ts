import { z } from 'zod';
import { uuid, wholeNumberOr } from '../schemas/fields.js';

const exampleJob = '00000000-0000-5000-8000-000000000007';

export const jobPath = z.strictObject({ id: uuid.meta({ examples: [exampleJob] }) });
export type JobPath = z.output<typeof jobPath>;

export const jobsQuery = z.strictObject({
  before: uuid.optional().meta({ description: '`next` of the page before' }),
  limit: wholeNumberOr(50, 1, 200),
});

const instant = z.string().meta({ format: 'date-time' });
const count = z.int();

export const jobAnswer = z
  .object({
    jobId: z.uuid(),
    kind: z.enum(['import', 'import-trial', 'export']),
    state: z.enum(['queued', 'running', 'done', 'failed']),
    askedBy: z.object({ kind: z.string(), id: z.string() }),
    mine: z.boolean(),
    done: count.meta({ description: 'Rows or licenses so far' }),
    total: count.nullable().meta({ description: 'Null until it is known' }),
    outcome: z
      .record(z.string(), z.number())
      .nullable()
      .meta({ description: 'Once it has ended, of your own: what became of how many' }),
    problem: z
      .object({ code: z.string(), title: z.string(), remedy: z.string() })
      .nullable()
      .meta({ description: 'Why it failed; what it had done by then stays done' }),
    createdAt: instant,
    changedAt: instant,
    endedAt: instant.nullable(),
    events: z.string().meta({ description: 'Its progress as server-sent events' }),
    result: z.string().nullable().meta({ description: 'Where its sheet is, once it is there and until it is swept' }),
    findings: z.string().nullable().meta({ description: 'Of an import: what there is to say, cell by cell' }),
  })
  .meta({ id: 'Job' });

export type JobAnswer = z.output<typeof jobAnswer>;

export const jobsAnswer = z
  .object({
    jobs: z.array(jobAnswer),
    next: z.uuid().nullable().meta({ description: 'Give it as `before` for the next page; null at the end' }),
  })
  .meta({ id: 'Jobs' });

export const jobStarted = z.object({ jobId: z.uuid() }).meta({ id: 'JobStarted', examples: [{ jobId: exampleJob }] });

export type JobStarted = z.output<typeof jobStarted>;

export const findingsAnswer = z
  .object({
    jobId: z.uuid(),
    rows: z.array(
      z.object({
        row: count.meta({ description: 'As the sheet numbers it, from 1 on' }),
        outcome: z.enum(['new', 'imported', 'on-record', 'refused']),
        licenseId: z.uuid().nullable(),
      }),
    ),
    findings: z.array(
      z.object({
        row: count,
        cell: z.string().nullable().meta({ description: 'Such as C5; null for the row as a whole' }),
        column: z.string().nullable().meta({ description: 'Its heading' }),
        code: z
          .string()
          .nullable()
          .meta({ description: 'Null where the cell was understood, but shows something else' }),
        level: z.enum(['problem', 'unusual', 'reading']).meta({
          description:
            'Problem: keeps the row out; unusual: keeps no row out, compare it with the permit; reading: how the cell was understood',
        }),
        detail: z.string(),
        remedy: z.string().nullable(),
      }),
    ),
    next: count.nullable().meta({ description: '`after` of the next page; null where there are no further rows' }),
  })
  .meta({ id: 'ImportFindings' });
