import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Principal } from '../../../libs/domain/index.js';
import { Caller } from '../access/access.decorators.js';
import { ReadEndpoint } from '../commands/command-answer.js';
import { Disclosure } from '../commands/disclosure.js';
import { exampleValues } from '../schemas/example-values.js';
import { uuid } from '../schemas/fields.js';
import { Asking } from './asking.js';
import { taskPlace } from './cursor.js';
import { pageFields } from './portfolio.controller.js';
import { inOrder, queryFields, several } from './portfolio-filter.js';
import { type TasksAnswer, TasksService, tasksAnswer } from './tasks.service.js';

const { companyId, authority, owner, person, dueFrom, dueBy } = queryFields;

const tasksQuery = inOrder(
  z.strictObject({
    ...{ companyId, authority, person, dueFrom, dueBy },
    owner: owner.meta({ description: 'Whose tasks: who owns the license has them', examples: [exampleValues.owner] }),
    licenseId: uuid.optional(),
    kind: several(z.string().regex(/^[a-z-]{1,60}$/)).meta({
      description: 'Kinds of obligations, original-return, unclaimed-upload; any of them',
      examples: ['correction'],
    }),
    ...pageFields,
    after: taskPlace.optional(),
  }),
);

/** What is to be done, by whom and by when: nothing of it is kept, all of it follows from the record. */
@ApiTags('portfolio')
@Controller('tasks')
export class TasksController {
  constructor(
    private readonly tasks: TasksService,
    private readonly asking: Asking,
    private readonly disclosure: Disclosure,
  ) {}

  @Get()
  @ReadEndpoint(
    'read-licenses',
    'Open duties of the company, what corrections ask for, originals due back, uploads in no entry; what presses most first',
    tasksAnswer,
  )
  async list(
    @Caller() caller: Principal,
    @Query({ schema: tasksQuery }) { after, limit, ...filter }: z.output<typeof tasksQuery>,
  ): Promise<TasksAnswer> {
    const page = { filter, after: after ?? null, limit };
    return this.disclosure.to(caller, await this.tasks.page(page, caller, this.asking.of(caller)));
  }
}
