import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { readWholeStream } from '../../../libs/ledger/append.js';
import { exportLines } from '../../../libs/ledger/export.js';
import { licenseStream } from '../../../libs/ledger/streams.js';

/** Writes a license's chain, row by row, in the form that `paizhao verify` reads without this server. */
@Injectable()
export class ChainExport {
  constructor(private readonly dataSource: DataSource) {}

  async write(licenseId: string, about: { exportedAt: string; simulated: boolean }, response: Response): Promise<void> {
    const stream = licenseStream(licenseId);
    const lines = exportLines({ stream, ...about }, readWholeStream(this.dataSource, stream));
    response.type('text/plain; charset=utf-8');
    await pipeline(Readable.from(lines), response);
  }
}
