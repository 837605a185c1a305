import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { coversDay, type LicenseState, type Principal } from '../../../libs/domain/index.js';
import { inWords, toldEntry } from '../../../libs/history/index.js';
import { licenseStream } from '../../../libs/ledger/streams.js';
import { Caller } from '../access/access.decorators.js';
import { withinPeriod } from '../access/period.js';
import { type NoteRead, ReadNote, SensitiveRead } from '../access/sensitive-reads.js';
import { ReadEndpoint } from '../commands/command-answer.js';
import { Disclosure } from '../commands/disclosure.js';
import { LicenseReader } from '../runtime/license-reader.js';
import { historyAnswer } from '../schemas/answers.js';
import { type LicensePath, licensePath, wholeNumberOr } from '../schemas/fields.js';
import { ChainExport, exportedChain } from './chain-export.js';
import { LicenseLedger } from './license-ledger.js';

const page = z.strictObject({
  after: wholeNumberOr(0, 0, Number.MAX_SAFE_INTEGER, {
    description: 'Sequence number of the last entry of the page before',
  }),
  limit: wholeNumberOr(200, 1, 500),
});

@ApiTags('audit')
@Controller('licenses/:id')
export class HistoryController {
  constructor(
    private readonly licenses: LicenseReader,
    private readonly ledger: LicenseLedger,
    private readonly chain: ChainExport,
    private readonly disclosure: Disclosure,
  ) {}

  @Get('history')
  @ReadEndpoint('read-history', 'Everything on record, oldest first, in words and raw', historyAnswer)
  async history(
    @Caller() caller: Principal,
    @Param({ schema: licensePath }) { id }: LicensePath,
    @Query({ schema: page }) { after, limit }: z.output<typeof page>,
  ): Promise<object> {
    const { state } = await this.licenses.at(id, caller);
    const envelopes = await this.ledger.page(id, after, limit);
    const entries = withinPeriod(caller, envelopes).map((entry) => ({
      ...toldEntry(entry, (each) => inWords(each, state.pins.pack)),
      correctedBy: correctionsOf(state, entry.seq, caller),
    }));
    const next = envelopes.length === limit ? (envelopes.at(-1)?.seq ?? null) : null;
    return { licenseId: id, entries: await this.disclosure.to(caller, entries), next };
  }

  @Get('export')
  @SensitiveRead('chain')
  @ReadEndpoint(
    'export-license',
    "The license's chain, for verification without this server (paizhao verify)",
    exportedChain,
  )
  async export(
    @Caller() caller: Principal,
    @Param({ schema: licensePath }) { id }: LicensePath,
    @ReadNote() noteRead: NoteRead,
    @Res() response: Response,
  ): Promise<void> {
    const { state, context } = await this.licenses.at(id, caller);
    await this.chain.mustCover(caller, licenseStream(id));
    await noteRead();
    response.set('Content-Disposition', `attachment; filename="paizhao-license-${id}.jsonl"`);
    await this.chain.write(licenseStream(id), { exportedAt: context.now, simulated: state.simulated }, response);
  }
}

/** Entries that correct this one, of those that the caller may know of. */
function correctionsOf({ corrected }: LicenseState, seq: number, { period }: Principal): number[] {
  return corrected
    .filter((correction) => correction.seq === seq && coversDay(period, correction.on))
    .map(({ correctedBy }) => correctedBy);
}
