import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { z } from 'zod';
import type { Principal } from '../../../libs/domain/index.js';
import { deliveryStream } from '../../../libs/ledger/streams.js';
import { Caller } from '../access/access.decorators.js';
import { isAllowed } from '../access/access-table.js';
import { type NoteRead, ReadNote, SensitiveRead } from '../access/sensitive-reads.js';
import { ReadEndpoint } from '../commands/command-answer.js';
import { ChainExport, exportedChain } from '../history/chain-export.js';
import { LicenseReader } from '../runtime/license-reader.js';
import { obligationDeliveriesAnswer } from '../schemas/answers.js';
import { obligationPath } from '../schemas/explanation.js';
import { type LicensePath, licensePath } from '../schemas/fields.js';
import { ObligationDeliveries } from './obligation-deliveries.js';

@ApiTags('notices')
@Controller('licenses/:id')
export class DeliveriesController {
  constructor(
    private readonly licenses: LicenseReader,
    private readonly deliveries: ObligationDeliveries,
    private readonly chain: ChainExport,
  ) {}

  @Get('obligations/:obligationId/deliveries')
  @ReadEndpoint(
    'read-notices',
    'What left for whom about one date: rungs, messages, attempts with answers, what came back, who acknowledged',
    obligationDeliveriesAnswer,
  )
  async ofObligation(
    @Caller() caller: Principal,
    @Param({ schema: obligationPath }) { id, obligationId }: z.output<typeof obligationPath>,
  ): Promise<object> {
    const { state } = await this.licenses.at(id, caller);
    const withNames = isAllowed('read-people', caller);
    return this.deliveries.of({ licenseId: id, obligationId, simulated: state.simulated, withNames });
  }

  @Get('deliveries/export')
  @SensitiveRead('deliveries')
  @ReadEndpoint(
    'export-license',
    "The chain of the license's deliveries, for verification without this server (paizhao verify)",
    exportedChain,
  )
  async export(
    @Caller() caller: Principal,
    @Param({ schema: licensePath }) { id }: LicensePath,
    @ReadNote() noteRead: NoteRead,
    @Res() response: Response,
  ): Promise<void> {
    const { state, context } = await this.licenses.at(id, caller);
    await this.chain.mustCover(caller, deliveryStream(id));
    await noteRead();
    response.set('Content-Disposition', `attachment; filename="paizhao-deliveries-${id}.jsonl"`);
    const about = { exportedAt: context.now, simulated: state.simulated };
    await this.chain.write(deliveryStream(id), about, response);
  }
}
