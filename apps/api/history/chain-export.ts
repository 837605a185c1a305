import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { readWholeStream } from '../../../libs/ledger/append.js';
import { exportLines } from '../../../libs/ledger/export.js';

/** Writes a stream's chain, row by row, in the form that `paizhao verify` reads without this server. */
@Injectable()
export class ChainExport {
  constructor(private readonly dataSource: DataSource) {}

  async write(stream: string, about: { exportedAt: string; simulated: boolean }, response: Response): Promise<void> {
    const lines = exportLines({ stream, ...about }, readWholeStream(this.dataSource, stream));
    response.type('text/plain; charset=utf-8');
    await pipeline(Readable.from(lines), response);
  }
}
