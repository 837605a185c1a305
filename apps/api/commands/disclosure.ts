import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../libs/domain/index.js';
import { isAllowed } from '../access/access-table.js';
import { PrivateTexts } from './private-texts.js';

/** Who may read what people wrote, and who sees only that something was written. */
@Injectable()
export class Disclosure {
  constructor(private readonly texts: PrivateTexts) {}

  /** The value with the texts behind its references for those who may read them, else as it is on record. */
  async to<T>(caller: Principal, value: T): Promise<T> {
    return isAllowed('read-private-text', caller) ? this.texts.reveal(value) : value;
  }
}
