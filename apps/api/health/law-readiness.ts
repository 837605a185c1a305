import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { lawHere } from '../../../libs/law/index.js';
import { type LackingLaw, LicenseRepository } from '../../../libs/persistence/index.js';

/** Every snapshot is looked at, which takes seconds for very many; what licenses pin changes by adoptions only. */
const keptMs = 10 * 60_000;

/** Which law licenses pin that this process does not have: their work is refused with `unknown-rule-pack` or so. */
@Injectable()
export class LawReadiness {
  private found: Promise<LackingLaw[]> | null = null;
  private askedAt = 0;

  constructor(private readonly dataSource: DataSource) {}

  lacking(): Promise<LackingLaw[]> {
    const now = performance.now();
    if (this.found === null || now - this.askedAt > keptMs) {
      this.askedAt = now;
      const { packs, calendars } = lawHere();
      const ids = (laws: { id: string }[]) => laws.map(({ id }) => id);
      const asked = new LicenseRepository(this.dataSource.manager).lackingLaw(ids(packs), ids(calendars));
      this.found = asked;
      asked.catch(() => {
        this.found = null; // asked anew by the next question
      });
    }
    return this.found;
  }
}
