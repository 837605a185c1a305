import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { AskedBy, type Asker } from '../access/access.decorators.js';
import { ReadEndpoint, WriteEndpoint } from '../commands/command-answer.js';
import { RemindingService } from '../house/reminding.service.js';
import { MadeAt } from '../http/answer-headers.js';
import { nothing, uuid } from '../schemas/fields.js';
import { absence } from '../schemas/reminding.js';

const personPath = z.strictObject({ id: uuid });
const absencePath = z.strictObject({ id: uuid, absenceId: uuid });
const day = z.string().meta({ format: 'date' });
const recorded = z.object({ absenceId: z.uuid() });

const absencesAnswer = z
  .object({
    absences: z.array(
      z.object({ absenceId: z.uuid(), from: day, until: day, calledOff: z.boolean(), houseSeq: z.int() }),
    ),
  })
  .meta({ id: 'Absences' });

/** Days on which somebody does not answer: reminders of these days go to the next in line as well. */
@ApiTags('people and access')
@Controller('people/:id/absences')
export class AbsencesController {
  constructor(private readonly reminding: RemindingService) {}

  @Post()
  @MadeAt('/people/{id}/absences')
  @WriteEndpoint(
    'record-absence',
    'Record that a person is away: the deputy of each license is told at once, and nothing waits for the absent',
    recorded,
  )
  record(
    @AskedBy() asker: Asker,
    @Param({ schema: personPath }) { id }: z.output<typeof personPath>,
    @Body({ schema: absence }) days: z.output<typeof absence>,
  ): Promise<{ absenceId: string }> {
    return this.reminding.recordAbsence(asker, id, days);
  }

  @Post(':absenceId/cancellation')
  @WriteEndpoint('record-absence', 'Call an absence off', recorded, 200)
  async callOff(
    @AskedBy() asker: Asker,
    @Param({ schema: absencePath }) { id, absenceId }: z.output<typeof absencePath>,
    @Body({ schema: nothing }) _: z.output<typeof nothing>,
  ): Promise<{ absenceId: string }> {
    await this.reminding.callOff(asker, id, absenceId);
    return { absenceId };
  }

  @Get()
  @ReadEndpoint('read-people', 'Absences of a person, the earliest first', absencesAnswer)
  async list(@Param({ schema: personPath }) { id }: z.output<typeof personPath>): Promise<object> {
    const absences = await this.reminding.absencesOf(id);
    return {
      absences: absences.map(({ id: absenceId, from, until, calledOff, houseSeq }) => ({
        absenceId,
        from,
        until,
        calledOff,
        houseSeq,
      })),
    };
  }
}
