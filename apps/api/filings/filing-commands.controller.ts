import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { AskedBy, type Asker } from '../access/access.decorators.js';
import { CommandService } from '../commands/command.service.js';
import { type CommandAnswer, CommandEndpoint } from '../commands/command-answer.js';
import { type FilingPath, filingPath } from '../schemas/fields.js';
import * as bodies from '../schemas/filing.js';
import { ScansService } from './scans.service.js';
import { ToldPreparation } from './told-preparation.js';

type Answer = Promise<CommandAnswer>;

/** A filing's life: what the company does, and what the authority answers. */
@ApiTags('filings')
@Controller('licenses/:id/filings/:filingId')
export class FilingCommandsController {
  constructor(
    private readonly commands: CommandService,
    private readonly experience: ToldPreparation,
    private readonly scans: ScansService,
  ) {}

  @Post('plan')
  @CommandEndpoint('open-filing', 'Plan the day of handing in: freshness is judged on it')
  plan(
    @AskedBy() asker: Asker,
    @Param({ schema: filingPath }) { id, filingId }: FilingPath,
    @Body({ schema: bodies.filingPlan }) { validOn, plannedOn }: z.output<typeof bodies.filingPlan>,
  ): Answer {
    return this.commands.record(asker, id, 'plan-filing', validOn, { filingId, plannedOn });
  }

  @Post('submission')
  @CommandEndpoint('submit-filing', 'Record that the signed pack was handed in')
  async submit(
    @AskedBy() asker: Asker,
    @Param({ schema: filingPath }) { id, filingId }: FilingPath,
    @Body({ schema: bodies.submission }) { submittedOn }: z.output<typeof bodies.submission>,
  ): Answer {
    const answer = await this.commands.record(asker, id, 'submit-filing', submittedOn, { filingId });
    await this.experience.tellSoon(id, filingId);
    return answer;
  }

  @Post('receipt')
  @CommandEndpoint('record-authority-act', "Record the authority's receipt; the five working days start")
  receipt(
    @AskedBy() asker: Asker,
    @Param({ schema: filingPath }) { id, filingId }: FilingPath,
    @Body({ schema: bodies.receipt }) { scans, ...body }: z.output<typeof bodies.receipt>,
  ): Answer {
    return this.scans.withEntry(asker, id, scans, (beside) =>
      this.commands.record(asker, id, 'record-receipt', body.receivedOn, { filingId, ...body }, beside),
    );
  }

  @Post('correction-notice')
  @CommandEndpoint('record-authority-act', 'Record a correction notice (补正) with its items')
  correctionNotice(
    @AskedBy() asker: Asker,
    @Param({ schema: filingPath }) { id, filingId }: FilingPath,
    @Body({ schema: bodies.correctionNotice }) { scans, ...body }: z.output<typeof bodies.correctionNotice>,
  ): Answer {
    return this.scans.withEntry(asker, id, scans, (beside) =>
      this.commands.run(
        asker,
        id,
        { act: 'record-correction-notice', filingId, ...body, ...beside },
        async ({ optionalText }) => {
          const items = [];
          for (const { requirementId, text } of body.items)
            items.push({ requirementId, text: await optionalText(text) });
          return { type: 'record-correction-notice', validOn: body.noticedOn, data: { filingId, ...body, items } };
        },
      ),
    );
  }

  @Post('acceptance')
  @CommandEndpoint('record-authority-act', 'Record the notice of acceptance (受理)')
  acceptance(
    @AskedBy() asker: Asker,
    @Param({ schema: filingPath }) { id, filingId }: FilingPath,
    @Body({ schema: bodies.acceptance }) { scans, ...body }: z.output<typeof bodies.acceptance>,
  ): Answer {
    return this.scans.withEntry(asker, id, scans, (beside) =>
      this.commands.record(asker, id, 'record-acceptance', body.acceptedOn, { filingId, ...body }, beside),
    );
  }

  @Post('acceptance-confirmation')
  @CommandEndpoint('confirm-deemed', 'Confirm that the authority was silent and the filing counts as accepted')
  confirmAcceptance(
    @AskedBy() asker: Asker,
    @Param({ schema: filingPath }) { id, filingId }: FilingPath,
    @Body({ schema: bodies.confirmation }) { validOn }: z.output<typeof bodies.confirmation>,
  ): Answer {
    return this.commands.record(asker, id, 'confirm-deemed-acceptance', validOn, { filingId });
  }

  @Post('non-acceptance')
  @CommandEndpoint('record-authority-act', 'Record a decision not to accept (不予受理)')
  nonAcceptance(
    @AskedBy() asker: Asker,
    @Param({ schema: filingPath }) { id, filingId }: FilingPath,
    @Body({ schema: bodies.nonAcceptance }) { scans, ...body }: z.output<typeof bodies.nonAcceptance>,
  ): Answer {
    return this.scans.withEntry(asker, id, scans, (beside) =>
      this.commands.run(
        asker,
        id,
        { act: 'record-non-acceptance', filingId, ...body, ...beside },
        async ({ optionalText }) => ({
          type: 'record-non-acceptance',
          validOn: body.decidedOn,
          data: { filingId, ...body, reason: await optionalText(body.reason) },
        }),
      ),
    );
  }

  @Post('expert-review')
  @CommandEndpoint('record-authority-act', 'Record that an expert review began; the review clock stands still')
  expertReview(
    @AskedBy() asker: Asker,
    @Param({ schema: filingPath }) { id, filingId }: FilingPath,
    @Body({ schema: bodies.expertReview }) { scans, ...body }: z.output<typeof bodies.expertReview>,
  ): Answer {
    return this.scans.withEntry(asker, id, scans, (beside) =>
      this.commands.record(asker, id, 'start-expert-review', body.from, { filingId, ...body }, beside),
    );
  }

  @Post('expert-review-end')
  @CommandEndpoint('record-authority-act', 'Record that the expert review ended; the review clock runs again')
  expertReviewEnd(
    @AskedBy() asker: Asker,
    @Param({ schema: filingPath }) { id, filingId }: FilingPath,
    @Body({ schema: bodies.expertReviewEnd }) body: z.output<typeof bodies.expertReviewEnd>,
  ): Answer {
    return this.commands.record(asker, id, 'end-expert-review', body.on, { filingId, ...body });
  }

  @Post('grant')
  @CommandEndpoint('record-authority-act', 'Record that the filing was granted; the permit follows')
  grant(
    @AskedBy() asker: Asker,
    @Param({ schema: filingPath }) { id, filingId }: FilingPath,
    @Body({ schema: bodies.grant }) { scans, ...body }: z.output<typeof bodies.grant>,
  ): Answer {
    return this.scans.withEntry(asker, id, scans, (beside) =>
      this.commands.record(asker, id, 'record-grant', body.grantedOn, { filingId, ...body }, beside),
    );
  }

  @Post('refusal')
  @CommandEndpoint('record-authority-act', 'Record that the filing was refused; the times for appeal start')
  refusal(
    @AskedBy() asker: Asker,
    @Param({ schema: filingPath }) { id, filingId }: FilingPath,
    @Body({ schema: bodies.refusal }) { scans, ...body }: z.output<typeof bodies.refusal>,
  ): Answer {
    return this.scans.withEntry(asker, id, scans, (beside) =>
      this.commands.run(
        asker,
        id,
        { act: 'record-refusal', filingId, ...body, ...beside },
        async ({ optionalText }) => ({
          type: 'record-refusal',
          validOn: body.refusedOn,
          data: { filingId, ...body, reason: await optionalText(body.reason) },
        }),
      ),
    );
  }

  @Post('publication')
  @CommandEndpoint('record-authority-act', 'Record the public notice of a termination, or of a lost permit')
  publication(
    @AskedBy() asker: Asker,
    @Param({ schema: filingPath }) { id, filingId }: FilingPath,
    @Body({ schema: bodies.publication }) { scans, ...body }: z.output<typeof bodies.publication>,
  ): Answer {
    return this.scans.withEntry(asker, id, scans, (beside) =>
      this.commands.record(asker, id, 'record-publication', body.publishedOn, { filingId, ...body }, beside),
    );
  }

  @Post('termination')
  @CommandEndpoint(
    'record-authority-act',
    'Record the end that a granted termination brings: of the permit, or of types',
  )
  termination(
    @AskedBy() asker: Asker,
    @Param({ schema: filingPath }) { id, filingId }: FilingPath,
    @Body({ schema: bodies.termination }) { scans, ...body }: z.output<typeof bodies.termination>,
  ): Answer {
    return this.scans.withEntry(asker, id, scans, (beside) =>
      this.commands.record(asker, id, 'record-termination', body.endedOn, { filingId, ...body }, beside),
    );
  }

  @Post('withdrawal')
  @CommandEndpoint('withdraw-filing', 'Record that the company withdrew the filing')
  withdraw(
    @AskedBy() asker: Asker,
    @Param({ schema: filingPath }) { id, filingId }: FilingPath,
    @Body({ schema: bodies.withdrawal }) body: z.output<typeof bodies.withdrawal>,
  ): Answer {
    return this.commands.record(asker, id, 'withdraw-filing', body.withdrawnOn, { filingId, ...body });
  }

  @Post('report-return')
  @CommandEndpoint('record-authority-act', 'Record that an annual report came back for correction')
  reportReturn(
    @AskedBy() asker: Asker,
    @Param({ schema: filingPath }) { id, filingId }: FilingPath,
    @Body({ schema: bodies.reportReturn }) { scans, ...body }: z.output<typeof bodies.reportReturn>,
  ): Answer {
    return this.scans.withEntry(asker, id, scans, (beside) =>
      this.commands.record(asker, id, 'record-report-return', body.returnedOn, { filingId, ...body }, beside),
    );
  }

  @Post('report-filed')
  @CommandEndpoint('record-authority-act', 'Record that the annual report is filed')
  reportFiled(
    @AskedBy() asker: Asker,
    @Param({ schema: filingPath }) { id, filingId }: FilingPath,
    @Body({ schema: bodies.reportFiled }) { scans, ...body }: z.output<typeof bodies.reportFiled>,
  ): Answer {
    return this.scans.withEntry(asker, id, scans, (beside) =>
      this.commands.record(asker, id, 'record-report-filed', body.filedOn, { filingId, ...body }, beside),
    );
  }

  @Post('renewal-confirmation')
  @CommandEndpoint('confirm-deemed', 'Confirm that the authority was silent at expiry and the permit counts as renewed')
  confirmRenewal(
    @AskedBy() asker: Asker,
    @Param({ schema: filingPath }) { id, filingId }: FilingPath,
    @Body({ schema: bodies.confirmation }) { validOn }: z.output<typeof bodies.confirmation>,
  ): Answer {
    return this.commands.record(asker, id, 'confirm-deemed-renewal', validOn, { filingId });
  }
}
