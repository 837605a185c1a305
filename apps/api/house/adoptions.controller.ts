import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { latestPins, type Principal } from '../../../libs/domain/index.js';
import type { AdoptionEntity } from '../../../libs/persistence/index.js';
import { AskedBy, type Asker, Caller } from '../access/access.decorators.js';
import { ReadEndpoint, WriteEndpoint } from '../commands/command-answer.js';
import { MadeAt, NextPageBy } from '../http/answer-headers.js';
import { nothing, notifying, uuid, wholeNumber, wholeNumberOr } from '../schemas/fields.js';
import { adoptionAnswer, adoptionsAnswer, impactAnswer } from '../schemas/law.js';
import { AdoptionsService } from './adoptions.service.js';

const proposal = z
  .strictObject({ kind: z.enum(['rulebook', 'calendar']), version: z.string().trim().min(1).max(60) })
  .meta({ id: 'AdoptionProposal', examples: [{ kind: 'rulebook', version: latestPins.pack }] });

const confirmation = notifying
  .extend({
    perSecond: z
      .int()
      .min(1)
      .max(1000)
      .optional()
      .meta({ description: 'Licenses per second; left out, the rate of the installation (FAN_OUT_PER_SECOND)' }),
  })
  .meta({ id: 'AdoptionConfirmation', examples: [{ notify: false, perSecond: 5 }] });

const adoptionPath = z.strictObject({ id: uuid });
const entryBefore = wholeNumber(1, 2_147_483_647, { description: '`next` of the page before', examples: [100] });
const page = z.strictObject({
  after: uuid.optional(),
  limit: wholeNumberOr(100, 1, 500),
});

const listPage = z.strictObject({
  before: entryBefore.optional(),
  limit: wholeNumberOr(200, 1, 500),
});

/** New versions of the law for licenses that are open. */
@ApiTags('law')
@Controller('adoptions')
export class AdoptionsController {
  constructor(private readonly adoptions: AdoptionsService) {}

  @Post()
  @MadeAt('/adoptions/{adoptionId}')
  @WriteEndpoint(
    'propose-adoption',
    'Propose a new version of rules or calendar: works out which dates of open licenses would move, moves nothing',
    z.object({ adoptionId: z.uuid() }),
  )
  propose(
    @AskedBy() asker: Asker,
    @Body({ schema: proposal }) { kind, version }: z.output<typeof proposal>,
  ): Promise<{ adoptionId: string }> {
    return this.adoptions.propose(asker, kind, version);
  }

  @Post(':id/confirmation')
  @WriteEndpoint(
    'confirm-adoption',
    'Confirm an adoption, as a second person: it is carried to the licenses at the rate that is chosen here, or the usual one',
    z.object({ adoptionId: z.uuid(), eventId: z.uuid(), notify: z.boolean() }),
    200,
  )
  confirm(
    @AskedBy() asker: Asker,
    @Param({ schema: adoptionPath }) { id }: z.output<typeof adoptionPath>,
    @Body({ schema: confirmation }) body: z.output<typeof confirmation>,
  ): Promise<{ adoptionId: string; eventId: string; notify: boolean }> {
    return this.adoptions.confirm(asker, id, body);
  }

  @Post(':id/rejection')
  @WriteEndpoint('reject-adoption', 'Reject an adoption, or take it back', z.object({ adoptionId: z.uuid() }), 200)
  reject(
    @AskedBy() asker: Asker,
    @Param({ schema: adoptionPath }) { id }: z.output<typeof adoptionPath>,
    @Body({ schema: nothing }) _: z.output<typeof nothing>,
  ): Promise<{ adoptionId: string }> {
    return this.adoptions.reject(asker, id);
  }

  @Get()
  @NextPageBy({ before: 'next' })
  @ReadEndpoint('read-house-law', 'All adoptions, the newest first', adoptionsAnswer)
  async list(
    @Caller() caller: Principal,
    @Query({ schema: listPage }) { before, limit }: z.output<typeof listPage>,
  ): Promise<object> {
    const found = await this.adoptions.page(before ?? null, limit + 1);
    const shown = found.slice(0, limit);
    return {
      adoptions: shown.map((adoption) => this.told(adoption, caller)),
      next: found.length > limit ? (shown.at(-1)?.proposedSeq ?? null) : null,
    };
  }

  @Get(':id')
  @ReadEndpoint('read-house-law', 'One adoption, and how far it has come', adoptionAnswer)
  async one(
    @Caller() caller: Principal,
    @Param({ schema: adoptionPath }) { id }: z.output<typeof adoptionPath>,
  ): Promise<object> {
    const { adoption, progress } = await this.adoptions.find(id, caller);
    return { ...this.told(adoption, caller), progress };
  }

  @Get(':id/impact')
  @ReadEndpoint(
    'read-licenses',
    'Which license, which date, from, to, and by which rule: as of the proposal',
    impactAnswer,
  )
  async impact(
    @Caller() { scopes }: Principal,
    @Param({ schema: adoptionPath }) { id }: z.output<typeof adoptionPath>,
    @Query({ schema: page }) { after, limit }: z.output<typeof page>,
  ): Promise<object> {
    const licenses = await this.adoptions.impacts(id, scopes, { after: after ?? null, limit });
    return { licenses, next: licenses.length === limit ? (licenses.at(-1)?.licenseId ?? null) : null };
  }

  private told({ decidedSeq, proposedSeq, ...adoption }: AdoptionEntity, caller: Principal): object {
    const counts = this.adoptions.seesCounts(caller) ? {} : { licenses: null, moved: null };
    return { ...adoption, ...counts, houseSeq: decidedSeq ?? proposedSeq };
  }
}
