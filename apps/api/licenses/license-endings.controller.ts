import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { AskedBy, type Asker } from '../access/access.decorators.js';
import { CommandService } from '../commands/command.service.js';
import { type CommandAnswer, CommandEndpoint } from '../commands/command-answer.js';
import { type LicensePath, licensePath } from '../schemas/fields.js';
import * as bodies from '../schemas/license.js';

/** How a permit ends by a decision of the authority or of the company, and what is left to do. */
@ApiTags('licenses')
@Controller('licenses')
export class LicenseEndingsController {
  constructor(private readonly commands: CommandService) {}

  @Post(':id/revocation')
  @CommandEndpoint(
    'record-authority-act',
    'Record that the permit was revoked (吊销), set aside (撤销) or withdrawn (撤回)',
  )
  revoke(
    @AskedBy() asker: Asker,
    @Param({ schema: licensePath }) { id }: LicensePath,
    @Body({ schema: bodies.revocation }) body: z.output<typeof bodies.revocation>,
  ): Promise<CommandAnswer> {
    return this.commands.record(asker, id, 'record-revocation', body.revokedOn, body);
  }

  @Post(':id/cancellation')
  @CommandEndpoint('record-authority-act', "Record the permit's formal end (注销)")
  cancel(
    @AskedBy() asker: Asker,
    @Param({ schema: licensePath }) { id }: LicensePath,
    @Body({ schema: bodies.cancellation }) body: z.output<typeof bodies.cancellation>,
  ): Promise<CommandAnswer> {
    return this.commands.record(asker, id, 'record-cancellation', body.cancelledOn, body);
  }

  @Post(':id/permit-return')
  @CommandEndpoint('record-authority-act', 'Record that the paper permit was handed back')
  returnPermit(
    @AskedBy() asker: Asker,
    @Param({ schema: licensePath }) { id }: LicensePath,
    @Body({ schema: bodies.permitReturn }) body: z.output<typeof bodies.permitReturn>,
  ): Promise<CommandAnswer> {
    return this.commands.record(asker, id, 'record-permit-return', body.returnedOn, body);
  }

  @Post(':id/non-renewal')
  @CommandEndpoint('decide-non-renewal', 'Decide to let the permit, or some of its types, end with the term')
  decideNonRenewal(
    @AskedBy() asker: Asker,
    @Param({ schema: licensePath }) { id }: LicensePath,
    @Body({ schema: bodies.nonRenewal }) body: z.output<typeof bodies.nonRenewal>,
  ): Promise<CommandAnswer> {
    return this.commands.run(asker, id, { act: 'decide-non-renewal', ...body }, async ({ optionalText }) => ({
      type: 'decide-non-renewal',
      validOn: body.decidedOn,
      data: { ...body, reason: await optionalText(body.reason) },
    }));
  }

  @Post(':id/non-renewal-withdrawal')
  @CommandEndpoint('decide-non-renewal', 'Withdraw the decision not to renew: the renewal is due again')
  withdrawNonRenewal(
    @AskedBy() asker: Asker,
    @Param({ schema: licensePath }) { id }: LicensePath,
    @Body({ schema: bodies.nonRenewalWithdrawal }) body: z.output<typeof bodies.nonRenewalWithdrawal>,
  ): Promise<CommandAnswer> {
    return this.commands.record(asker, id, 'withdraw-non-renewal', body.on, body);
  }

  @Post(':id/non-renewal-report')
  @CommandEndpoint('submit-filing', 'Record that the authority was told that there will be no renewal')
  reportNonRenewal(
    @AskedBy() asker: Asker,
    @Param({ schema: licensePath }) { id }: LicensePath,
    @Body({ schema: bodies.nonRenewalReport }) body: z.output<typeof bodies.nonRenewalReport>,
  ): Promise<CommandAnswer> {
    return this.commands.record(asker, id, 'record-non-renewal-report', body.reportedOn, body);
  }
}
