import { isDeepStrictEqual } from 'node:util';
import type { LicenseEventData, LicenseEventType, RecordedEvent } from '../../libs/domain/events.js';
import { versionOf } from '../../libs/domain/events.js';
import { evolve } from '../../libs/domain/evolve.js';
import type { Filing, LicenseState, PermitData } from '../../libs/domain/license.js';
import { aCompany, law, people } from './license-story.js';

const licenseId = '0b24c0de-0000-5000-8000-000000000003';

/** A license of which only events are told, in their present versions: nothing falls due, and nothing follows. */
export class Folded {
  private folded: LicenseState | null = null;
  private place = 0;

  static opened(rest: Partial<LicenseEventData['license-opened']> = {}): Folded {
    return new Folded().tells('license-opened', {
      companyId: 'company-1',
      company: aCompany(),
      companySeq: 0,
      serviceTypes: ['B24'],
      coverage: { kind: 'province', provinces: ['sh'] },
      authority: 'sh',
      office: 'sh',
      people,
      pins: { pack: law.pack.id, calendar: law.calendar.id },
      follows: null,
      ...rest,
    });
  }

  /** A permit for B24 and B25, registered as event 2; only B24 is opened. */
  static holding(rest: Partial<LicenseEventData['permit-registered']> = {}): Folded {
    return Folded.opened().tells('permit-registered', {
      permit: aPaper(),
      computedLastDay: '2031-05-31',
      grantedOn: '2026-05-20',
      opened: [{ serviceType: 'B24', openedOn: '2026-06-02' }],
      reportsFiled: ['2025'],
      unknown: ['number'],
      ...rest,
    });
  }

  get state(): LicenseState {
    if (!this.folded) throw new Error('the license is not opened yet');
    return this.folded;
  }

  /** Happened on September 10; on record in the night of the 14th by UTC, which is the 15th in Shanghai. */
  tells<T extends LicenseEventType>(type: T, data: LicenseEventData[T], by = 'person-1'): this {
    const event = {
      type,
      v: versionOf(type),
      validOn: '2026-09-10',
      data,
      seq: ++this.place,
      recordedAt: '2026-09-14T20:00:00.000Z',
      actor: { kind: 'person', id: by },
    } as RecordedEvent;
    this.folded = evolve(licenseId, this.folded, event);
    return this;
  }

  /**
   * What one more event changes, beside the list of papers: the new values by their places in the state, arrays as a
   * whole, `gone` for none.
   */
  changedBy<T extends LicenseEventType>(type: T, data: LicenseEventData[T], by?: string): Record<string, unknown> {
    const before = this.state;
    this.tells(type, data, by);
    const { papers: _, ...changed } = differences(before, this.state);
    return changed;
  }

  opens(filingId: string, kind: LicenseEventData['filing-opened']['kind'] = 'new'): this {
    const rest = { period: null, answers: [], serviceTypes: null, plannedOn: null };
    return this.tells('filing-opened', { filingId, kind, ...rest });
  }

  /** Signed off, submitted and received: three events. */
  submits(filingId: string): this {
    return this.tells('pack-signed-off', { filingId, packHash: 'ab', materials: [], deferred: [], preparedBy: ['p'] })
      .tells('filing-submitted', { filingId, round: 1, packHash: 'ab' })
      .tells('receipt-recorded', { filingId, round: 1, receivedOn: '2026-09-11', number: null });
  }

  filing(filingId: string): Filing {
    const filing = this.state.filings[filingId];
    if (!filing) throw new Error(`no filing ${filingId}`);
    return filing;
  }

  accepts(filingId: string): this {
    return this.tells('filing-accepted', { filingId, acceptedOn: '2026-09-12', number: null });
  }

  grants(filingId: string, refusedTypes: string[] = []): this {
    const days = { grantedOn: '2026-09-13', servedOn: '2026-09-14' };
    return this.tells('filing-granted', { filingId, ...days, number: null, refusedTypes });
  }
}

export const aPaper = (permit: Partial<PermitData> = {}): PermitData => ({
  number: '沪B2-20260001',
  validFrom: '2026-06-01',
  printedLastDay: '2031-05-31',
  serviceTypes: ['B24', 'B25'],
  coverage: { kind: 'province', provinces: ['sh'] },
  ...permit,
});

/** The place in the stream and the steps of the right to operate come with every event and have specs of their own. */
const notCompared = ['seq', 'recordedAt', 'conduct.rights'];

function differences(before: unknown, after: unknown, place = ''): Record<string, unknown> {
  if (isDeepStrictEqual(before, after) || notCompared.includes(place)) return {};
  if (!isRecord(before) || !isRecord(after)) return { [place]: after === undefined ? 'gone' : after };
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const inside = [...names].map((name) => differences(before[name], after[name], place ? `${place}.${name}` : name));
  return Object.assign({}, ...inside);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
