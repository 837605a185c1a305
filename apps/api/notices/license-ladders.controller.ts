import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { choosableKinds, chosenLadder, defaultOffsets, type Principal, sourceOf } from '../../../libs/domain/index.js';
import { AskedBy, type Asker, Caller } from '../access/access.decorators.js';
import { CommandService } from '../commands/command.service.js';
import { type CommandAnswer, CommandEndpoint, ReadEndpoint } from '../commands/command-answer.js';
import { LicenseReader } from '../runtime/license-reader.js';
import { type LicensePath, licensePath } from '../schemas/fields.js';
import { chosenLadderOfLicense } from '../schemas/reminding.js';

const offsets = z.array(z.int());
const laddersAnswer = z
  .object({
    licenseId: z.uuid(),
    ladders: z.array(
      z.object({
        kind: z.string(),
        of: z.enum(['pack', 'house', 'license']).meta({ description: 'Whose choice holds' }),
        seq: z
          .int()
          .nullable()
          .meta({ description: "Entry that says so: of the license's stream, or of the house's; null for the rules" }),
        offsets: offsets.meta({ description: 'Calendar days before the safe day that hold' }),
        house: offsets.nullable(),
        default: offsets,
      }),
    ),
  })
  .meta({ id: 'LaddersOfLicense' });

/** On which days before the safe day people are reminded for one license, and who chose them. */
@ApiTags('notices')
@Controller('licenses/:id/ladders')
export class LicenseLaddersController {
  constructor(
    private readonly commands: CommandService,
    private readonly licenses: LicenseReader,
  ) {}

  @Post()
  @CommandEndpoint(
    'choose-ladder',
    'Choose the days of reminding before the safe day for this license; null goes back to those of the house',
  )
  choose(
    @AskedBy() asker: Asker,
    @Param({ schema: licensePath }) { id }: LicensePath,
    @Body({ schema: chosenLadderOfLicense }) body: z.output<typeof chosenLadderOfLicense>,
  ): Promise<CommandAnswer> {
    return this.commands.run(asker, id, { act: 'choose-ladder', ...body }, async ({ today, text }) => ({
      type: 'choose-ladder',
      validOn: body.validOn ?? today,
      data: { kind: body.kind, offsets: body.offsets, reason: await text(body.reason) },
    }));
  }

  @Get()
  @ReadEndpoint(
    'read-notices',
    'For each kind with a safe day: the days that hold, and whose choice they are',
    laddersAnswer,
  )
  async list(@Caller() caller: Principal, @Param({ schema: licensePath }) { id }: LicensePath): Promise<object> {
    const { state, context } = await this.licenses.at(id, caller);
    const ladders = choosableKinds(context.law).map((kind) => {
      const chosen = chosenLadder(state.ladders, kind);
      const rules = defaultOffsets(context.law, kind);
      const house = state.ladders.house[kind]?.offsets ?? null;
      return { kind, ...sourceOf(chosen), offsets: chosen?.offsets ?? rules, house, default: rules };
    });
    return { licenseId: id, ladders };
  }
}
