import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { AskedBy, type Asker } from '../access/access.decorators.js';
import { WriteEndpoint } from '../commands/command-answer.js';
import { nothing, uuid } from '../schemas/fields.js';
import { departure, handOver } from '../schemas/reminding.js';
import { type HandedOver, SuccessionsService } from './successions.service.js';

const personPath = z.strictObject({ id: uuid });
const handedOver = z
  .object({ personId: z.uuid(), eventId: z.uuid().nullable(), licenses: z.int() })
  .meta({ id: 'HandedOver' });

/** Who takes over from whom. */
@ApiTags('people and access')
@Controller('people/:id')
export class SuccessionsController {
  constructor(private readonly successions: SuccessionsService) {}

  @Post('hand-over')
  @WriteEndpoint(
    'hand-over',
    'Hand what a person does for open licenses over to another: all of them, or those named; carried at the set rate',
    handedOver,
    200,
  )
  handOver(
    @AskedBy() asker: Asker,
    @Param({ schema: personPath }) { id }: z.output<typeof personPath>,
    @Body({ schema: handOver }) body: z.output<typeof handOver>,
  ): Promise<HandedOver> {
    return this.successions.handOver(asker, id, body);
  }

  @Post('departure')
  @WriteEndpoint(
    'deactivate-person',
    'Record that a person leaves: refused with the list while a license has nobody who takes over',
    handedOver,
    200,
  )
  depart(
    @AskedBy() asker: Asker,
    @Param({ schema: personPath }) { id }: z.output<typeof personPath>,
    @Body({ schema: departure }) body: z.output<typeof departure>,
  ): Promise<HandedOver> {
    return this.successions.depart(asker, id, body);
  }

  @Post('return')
  @WriteEndpoint(
    'deactivate-person',
    'Record that a person is back, or never left: licenses stay where they are',
    z.object({ personId: z.uuid() }),
    200,
  )
  takeBack(
    @AskedBy() asker: Asker,
    @Param({ schema: personPath }) { id }: z.output<typeof personPath>,
    @Body({ schema: nothing }) _: z.output<typeof nothing>,
  ): Promise<{ personId: string }> {
    return this.successions.takeBack(asker, id);
  }
}
