import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import type { Principal } from '../../../libs/domain/index.js';
import { readHead, readStream, readWholeStream } from '../../../libs/ledger/append.js';
import { exportLines } from '../../../libs/ledger/export.js';
import { mustCover } from '../access/period.js';
import type { FileAnswer } from '../commands/command-answer.js';
import { sendBytes } from '../http/send-file.js';

/** As the description shows it: the first line and an entry, shortened. */
export const exportedChain: FileAnswer = {
  types: ['text/plain'],
  example:
    '{"format":"paizhao-ledger","version":"0.1.0","stream":"license/…"}\n{"seq":1,"prev":"00…","hash":"5f…","body":"{…}"}\n',
};

/** Writes a stream's chain, row by row, in the form that `paizhao verify` reads without this server. */
@Injectable()
export class ChainExport {
  constructor(private readonly dataSource: DataSource) {}

  /** A chain is whole or proves nothing. @throws MomentOutsidePeriod where an entry lies outside the caller's period */
  async mustCover(caller: Pick<Principal, 'period'>, stream: string): Promise<void> {
    if (caller.period === null) return;
    const [first] = await readStream(this.dataSource, stream, 0, 1);
    const newest = await readHead(this.dataSource, stream);
    if (first) mustCover(caller, first.copies.recordedAt);
    if (newest?.recordedAt) mustCover(caller, newest.recordedAt);
  }

  async write(stream: string, about: { exportedAt: string; simulated: boolean }, response: Response): Promise<void> {
    const lines = exportLines({ stream, ...about }, readWholeStream(this.dataSource, stream));
    response.type('text/plain; charset=utf-8');
    await sendBytes(response, lines);
  }
}
