import type { CivilDate } from '../../calendar/index.js';
import type { Obligation } from '../obligation.js';
import { VirtualLicense } from './virtual-license.js';

/** A duty as it was last seen, and the day from which it was no longer on the agenda. */
export interface WatchedDuty {
  obligation: Obligation;
  closedOn: CivilDate | null;
}

/** A virtual license that notes which duties came and went. */
export class WatchedLicense extends VirtualLicense {
  readonly duties = new Map<string, WatchedDuty>();

  private seen: readonly Obligation[] | null = null;

  protected override settled(): void {
    const now = this.openDuties();
    if (now === this.seen) return;
    this.seen = now;
    const open = new Set(now.map(({ id }) => id));
    for (const [id, duty] of this.duties) if (!open.has(id)) duty.closedOn ??= this.today;
    for (const obligation of now) this.duties.set(obligation.id, { obligation, closedOn: null });
  }
}
