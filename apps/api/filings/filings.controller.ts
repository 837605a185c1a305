import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { LicenseEventData, Principal } from '../../../libs/domain/index.js';
import { AskedBy, type Asker, Caller } from '../access/access.decorators.js';
import { CommandService } from '../commands/command.service.js';
import { type CommandAnswer, CommandEndpoint, commandAnswer, ReadEndpoint } from '../commands/command-answer.js';
import { Disclosure } from '../commands/disclosure.js';
import { LicenseLedger } from '../history/license-ledger.js';
import { MadeAt } from '../http/answer-headers.js';
import { filingAnswer } from '../schemas/answers.js';
import { type FilingPath, filingPath, type LicensePath, licensePath } from '../schemas/fields.js';
import { openFiling } from '../schemas/filing.js';
import { requirementsAnswer } from '../schemas/materials.js';
import { FilingsService } from './filings.service.js';

const filingOpened = commandAnswer.extend({ filingId: z.string().nullable() }).meta({ id: 'FilingOpened' });

@ApiTags('filings')
@Controller('licenses/:id/filings')
export class FilingsController {
  constructor(
    private readonly commands: CommandService,
    private readonly filings: FilingsService,
    private readonly ledger: LicenseLedger,
    private readonly disclosure: Disclosure,
  ) {}

  @Post()
  @MadeAt('/licenses/{licenseId}/filings/{filingId}')
  @CommandEndpoint(
    'open-filing',
    'Open a filing: new, renewal, change, termination, reissue or annual report',
    201,
    filingOpened,
  )
  async open(
    @AskedBy() asker: Asker,
    @Param({ schema: licensePath }) { id }: LicensePath,
    @Body({ schema: openFiling }) { validOn, ...data }: z.output<typeof openFiling>,
  ): Promise<CommandAnswer & { filingId: string | null }> {
    const answer = await this.commands.record(asker, id, 'open-filing', validOn, data);
    const opened = answer.events.find(({ type }) => type === 'filing-opened');
    const event = opened ? await this.ledger.event(id, opened.seq) : null;
    const filingId = event ? (event.data as LicenseEventData['filing-opened']).filingId : null;
    return { ...answer, filingId };
  }

  @Get(':filingId')
  @ReadEndpoint('read-licenses', 'A filing with its rounds, materials, sign-off and decision', filingAnswer)
  async one(@Caller() caller: Principal, @Param({ schema: filingPath }) { id, filingId }: FilingPath): Promise<object> {
    return this.disclosure.to(caller, { licenseId: id, ...(await this.filings.told(id, filingId, caller)) });
  }

  @Get(':filingId/requirements')
  @ReadEndpoint(
    'read-licenses',
    'What the filing needs, with citations, what was supplied, how fresh it is on the filing day, where originals are',
    requirementsAnswer,
  )
  async requirements(
    @Caller() caller: Principal,
    @Param({ schema: filingPath }) { id, filingId }: FilingPath,
  ): Promise<object> {
    const checklist = await this.filings.checklist(id, filingId, caller);
    return this.disclosure.to(caller, { licenseId: id, filingId, ...checklist });
  }
}
