import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Principal } from '../../../libs/domain/index.js';
import type { CommentEntity, CommentFilter } from '../../../libs/persistence/index.js';
import { AskedBy, type Asker, Caller } from '../access/access.decorators.js';
import { ReadEndpoint, WriteEndpoint } from '../commands/command-answer.js';
import { Disclosure } from '../commands/disclosure.js';
import { MadeAt } from '../http/answer-headers.js';
import { exampleValues } from '../schemas/example-values.js';
import { filingId, freeText, type LicensePath, licensePath, nothing, uuid } from '../schemas/fields.js';
import { CommentsService } from './comments.service.js';
import { cursorOf, storedPlace } from './cursor.js';
import { pageFields } from './portfolio.controller.js';

const taskId = z
  .string()
  .regex(/^[a-z-]+(:[A-Za-z0-9-]+)+(\/[A-Za-z0-9_-]+)?$/)
  .max(200)
  .meta({
    description: 'A task, an item of a correction, or a duty of the authority',
    examples: [exampleValues.obligation],
  });

const commentBody = z
  .strictObject({
    about: z
      .discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('license') }),
        z.strictObject({ kind: z.literal('filing'), filingId }),
        z.strictObject({ kind: z.literal('task'), taskId }),
      ])
      .default({ kind: 'license' }),
    text: freeText.meta({ description: 'Stored encrypted, and part of no record' }),
  })
  .meta({
    id: 'NewComment',
    examples: [
      { about: { kind: 'task', taskId: exampleValues.obligation }, text: '材料下周一盖章。' },
      { text: 'The office moved to the second floor.' },
    ],
  });

const commentsQuery = z
  .strictObject({
    filingId: filingId.optional().meta({ description: 'Only what is about this filing' }),
    taskId: taskId.optional().meta({ description: 'Only what is about this task' }),
    ...pageFields,
    after: storedPlace.optional(),
  })
  .refine((query) => query.filingId === undefined || query.taskId === undefined, {
    path: ['taskId'],
    error: 'a comment is about a filing or about a task',
    params: { code: 'field-invalid', remedy: 'Give filingId or taskId, not both.' },
  });

const comment = z.object({
  commentId: z.uuid(),
  about: z.object({ kind: z.enum(['license', 'filing', 'task']), id: z.string().nullable() }),
  author: z.object({ kind: z.string(), id: z.string() }),
  text: z
    .object({ ref: z.string(), commitment: z.string(), text: z.string().nullable().optional() })
    .meta({ description: 'The text itself for whoever may read it; null once it was withdrawn' }),
  writtenAt: z.string().meta({ format: 'date-time' }),
  withdrawnAt: z.string().nullable(),
});

export const commentsAnswer = z
  .object({
    licenseId: z.uuid(),
    comments: z.array(comment),
    next: z.string().nullable().meta({ description: 'Give it as `after` for the next page; null at the end' }),
  })
  .meta({ id: 'Comments' });

const written = z.object({ commentId: z.uuid() });
const commentPath = z.strictObject({ ...licensePath.shape, commentId: uuid });

@ApiTags('portfolio')
@Controller('licenses/:id/comments')
export class CommentsController {
  constructor(
    private readonly comments: CommentsService,
    private readonly disclosure: Disclosure,
  ) {}

  @Post()
  @MadeAt('/licenses/{id}/comments')
  @WriteEndpoint('write-comment', 'Write something about a license, a filing or a task', written)
  write(
    @AskedBy() asker: Asker,
    @Param({ schema: licensePath }) { id }: LicensePath,
    @Body({ schema: commentBody }) { about, text }: z.output<typeof commentBody>,
  ): Promise<z.output<typeof written>> {
    return this.comments.write(asker, id, about, text);
  }

  @Get()
  @ReadEndpoint('read-licenses', 'What was written about a license, the oldest first', commentsAnswer)
  async list(
    @Caller() caller: Principal,
    @Param({ schema: licensePath }) { id }: LicensePath,
    @Query({ schema: commentsQuery }) { after, limit, ...about }: z.output<typeof commentsQuery>,
  ): Promise<z.output<typeof commentsAnswer>> {
    const found = await this.comments.page(caller, filterOf(id, about), after ?? null, limit + 1);
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    const next = found.length > limit && last ? cursorOf(last.storedAt, last.id) : null;
    return this.disclosure.to(caller, { licenseId: id, comments: shown.map(told), next });
  }

  @Post(':commentId/withdrawal')
  @WriteEndpoint('write-comment', 'Take back what you wrote: its text is erased', written, 200)
  withdraw(
    @AskedBy() asker: Asker,
    @Param({ schema: commentPath }) { id, commentId }: z.output<typeof commentPath>,
    @Body({ schema: nothing }) _: z.output<typeof nothing>,
  ): Promise<z.output<typeof written>> {
    return this.comments.withdraw(asker, id, commentId);
  }
}

function filterOf(licenseId: string, about: { filingId?: string; taskId?: string }): CommentFilter {
  if (about.filingId !== undefined) return { licenseId, about: 'filing', aboutId: about.filingId };
  return about.taskId === undefined ? { licenseId } : { licenseId, about: 'task', aboutId: about.taskId };
}

function told(row: CommentEntity): z.output<typeof comment> {
  const { id, about, aboutId, authorKind, authorId, textRef, commitment, writtenAt, withdrawnAt } = row;
  return {
    commentId: id,
    about: { kind: about, id: aboutId },
    author: { kind: authorKind, id: authorId },
    text: { ref: textRef, commitment },
    writtenAt,
    withdrawnAt,
  };
}
