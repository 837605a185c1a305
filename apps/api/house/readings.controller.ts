import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Principal } from '../../../libs/domain/index.js';
import { AskedBy, type Asker, Caller } from '../access/access.decorators.js';
import { ReadEndpoint, WriteEndpoint } from '../commands/command-answer.js';
import { Disclosure } from '../commands/disclosure.js';
import { MadeAt } from '../http/answer-headers.js';
import { freeText, nothing, notifying, uuid } from '../schemas/fields.js';
import { readingsAnswer } from '../schemas/law.js';
import { ReadingsService } from './readings.service.js';

const scope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('installation') }),
  z.strictObject({ kind: z.literal('authority'), authority: z.string().min(1).max(20) }),
  z.strictObject({ kind: z.literal('license'), licenseId: uuid }),
]);

const proposal = z
  .strictObject({
    rule: z.string().trim().min(1).max(100).meta({ description: 'Id of a rule, such as limit.review' }),
    reading: z
      .string()
      .trim()
      .min(1)
      .max(100)
      .nullable()
      .meta({ description: 'Id of one of its readings; null leaves the rule open again' }),
    scope: scope.meta({ description: 'The narrowest scope counts: license, authority, installation' }),
    evidence: freeText.meta({ description: 'What the choice rests on, such as a letter of the authority' }),
  })
  .meta({
    id: 'ReadingProposal',
    examples: [
      {
        rule: 'limit.review',
        reading: 'working-days-from-acceptance',
        scope: { kind: 'authority', authority: 'sh' },
        evidence: '主管部门书面答复（样例）',
      },
    ],
  });

const settled = z.object({ readingId: z.uuid(), state: z.string() });
const readingPath = z.strictObject({ id: uuid });

/** How unclear rules are read in this house. */
@ApiTags('law')
@Controller('readings')
export class ReadingsController {
  constructor(
    private readonly readings: ReadingsService,
    private readonly disclosure: Disclosure,
  ) {}

  @Post()
  @MadeAt('/readings')
  @WriteEndpoint('propose-reading', 'Propose how an unclear rule is read', z.object({ readingId: z.uuid() }))
  propose(
    @AskedBy() asker: Asker,
    @Body({ schema: proposal }) { evidence, ...proposed }: z.output<typeof proposal>,
  ): Promise<{ readingId: string }> {
    return this.readings.propose(asker, proposed, evidence);
  }

  @Post(':id/confirmation')
  @WriteEndpoint('confirm-reading', 'Confirm a proposed reading, as a second person; licenses are told', settled, 200)
  confirm(
    @AskedBy() asker: Asker,
    @Param({ schema: readingPath }) { id }: z.output<typeof readingPath>,
    @Body({ schema: notifying }) body: z.output<typeof notifying>,
  ): Promise<z.output<typeof settled>> {
    return this.readings.decide(asker, id, 'confirmed', body);
  }

  @Post(':id/rejection')
  @WriteEndpoint('reject-reading', 'Reject a proposed reading, or take it back', settled, 200)
  reject(
    @AskedBy() asker: Asker,
    @Param({ schema: readingPath }) { id }: z.output<typeof readingPath>,
    @Body({ schema: nothing }) _: z.output<typeof nothing>,
  ): Promise<z.output<typeof settled>> {
    return this.readings.decide(asker, id, 'rejected');
  }

  @Get()
  @ReadEndpoint('read-house-law', 'All readings that were proposed, with what became of them', readingsAnswer)
  async list(@Caller() caller: Principal): Promise<object> {
    return this.disclosure.to(caller, { readings: await this.readings.list(caller) });
  }
}
