import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { AskedBy, type Asker } from '../access/access.decorators.js';
import { WriteEndpoint } from '../commands/command-answer.js';
import { skipped } from '../schemas/answers.js';
import { civilDate, type LicensePath, licensePath } from '../schemas/fields.js';
import { mostDays, SimulationService, type Skipped } from './simulation.service.js';

const skip = z
  .union([
    z.strictObject({
      until: civilDate.meta({ description: `Noon of this day in Shanghai, at most ${mostDays} days on` }),
    }),
    z.strictObject({ days: z.int().min(1).max(mostDays) }),
  ])
  .meta({ id: 'Skip', examples: [{ days: 7 }] });

@ApiTags('simulation')
@Controller('simulation/licenses')
export class SimulationController {
  constructor(private readonly simulation: SimulationService) {}

  @Post(':id/skip')
  @WriteEndpoint(
    'skip-time',
    "Skip a license's time; it is marked as simulated for good. Only where simulation is on",
    skipped,
    200,
  )
  skip(
    @AskedBy() asker: Asker,
    @Param({ schema: licensePath }) { id }: LicensePath,
    @Body({ schema: skip }) body: z.output<typeof skip>,
  ): Promise<Skipped> {
    return this.simulation.skip(asker, id, body);
  }
}
