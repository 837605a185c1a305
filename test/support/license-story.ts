import { agenda } from '../../libs/domain/agenda.js';
import type { CompanyFacts } from '../../libs/domain/company.js';
import type { grownEvents, LicenseEvent, LicenseEventData, LicenseEventType } from '../../libs/domain/events.js';
import type { NoticeDue, People } from '../../libs/domain/license.js';
import type { Obligation } from '../../libs/domain/obligation.js';
import { VirtualLicense } from '../../libs/domain/rehearse/virtual-license.js';
import { law } from './law.js';

export { law };

export const people: People = { owner: 'person-owner', deputy: 'person-deputy', manager: 'person-manager' };

export const aCompany = (facts: Partial<CompanyFacts> = {}): CompanyFacts => ({
  name: '测试呼叫有限公司',
  uscc: '91310000MA1FL0000N',
  province: 'sh',
  city: null,
  freeTradeZone: false,
  registeredCapital: 1_000_000,
  foreignShare: 0,
  establishedOn: '2020-01-01',
  legalRepresentative: null,
  shareholders: [{ kind: 'company', name: '股东有限公司', percent: 100, foreign: false }],
  onDishonestList: false,
  recentPenalty: false,
  ...facts,
});

const text = { ref: 'text-1', commitment: '00' };

type FirstForm<T extends LicenseEventType> = T extends keyof typeof grownEvents
  ? Partial<LicenseEventData[T]>
  : LicenseEventData[T];

/** A license that is told event by event, so that a spec can stand anywhere in its life. Days are Shanghai's. */
export class LicenseStory extends VirtualLicense {
  static on(day: string, who: Partial<People> = {}): LicenseStory {
    const story = new LicenseStory('0b24c0de-0000-5000-8000-000000000001', law, day, {
      fromMinute: 480,
      spreadMinutes: 50,
    });
    story.sleepTo(day);
    story.says('license-opened', {
      companyId: 'company-1',
      company: aCompany(),
      companySeq: 0,
      serviceTypes: ['B24'],
      coverage: { kind: 'province', provinces: ['sh'] },
      authority: 'sh',
      office: 'sh',
      people: { ...people, ...who },
      pins: { pack: law.pack.id, calendar: law.calendar.id },
      follows: null,
    });
    return story;
  }

  /** Puts one event on record today, in the form of the first release; what has grown since may be left out. */
  says<T extends LicenseEventType>(type: T, data: FirstForm<T>, validOn: string = this.today): this {
    this.record([{ type, v: 1, validOn, data } as LicenseEvent], { kind: 'person', id: people.owner });
    return this;
  }

  goesTo(day: string, time?: string): this {
    this.moveTo(day, time);
    return this;
  }

  /** Opens and submits a filing; the receipt follows where it has a day. */
  files(
    filingId: string,
    kind: LicenseEventData['filing-opened']['kind'],
    receivedOn: string | null,
    rest: Partial<LicenseEventData['filing-opened']> = {},
  ): this {
    this.says('filing-opened', { filingId, kind, period: null, answers: [], plannedOn: null, ...rest });
    this.says('pack-signed-off', { filingId, packHash: 'ab', materials: [], deferred: [], preparedBy: [people.owner] });
    return this.submits(filingId, receivedOn);
  }

  submits(filingId: string, receivedOn: string | null): this {
    const round = (this.state.filings[filingId]?.rounds.length ?? 0) + 1;
    this.says('filing-submitted', { filingId, round, packHash: 'ab' });
    return receivedOn === null ? this : this.says('receipt-recorded', { filingId, round, receivedOn, number: null });
  }

  corrects(filingId: string, dueOn: string | null, noticedOn: string = this.today): this {
    const round = this.state.filings[filingId]?.rounds.length ?? 1;
    return this.says('correction-requested', { filingId, round, noticedOn, dueOn, number: null, items: [] });
  }

  accepts(filingId: string): this {
    return this.says('filing-accepted', { filingId, acceptedOn: this.today, number: null });
  }

  grants(filingId: string): this {
    return this.says('filing-granted', { filingId, grantedOn: this.today, number: null });
  }

  refuses(filingId: string): this {
    return this.says('filing-refused', {
      filingId,
      refusedOn: this.today,
      servedOn: this.today,
      number: null,
      falseMaterial: false,
      reason: null,
    });
  }

  /** A permit held already, from a day on, for five years; its service is open unless said otherwise. */
  holds(validFrom: string, lastDay: string, rest: Partial<LicenseEventData['permit-registered']> = {}): this {
    return this.says('permit-registered', {
      permit: aPermit(validFrom, lastDay),
      computedLastDay: lastDay,
      grantedOn: validFrom,
      opened: [{ serviceType: 'B24', openedOn: validFrom }],
      reportsFiled: [],
      unknown: [],
      ...rest,
    });
  }

  reports(year: string): this {
    const filingId = `report-${year}`;
    this.files(filingId, 'annual-report', null, { period: year });
    return this.says('report-filed', { filingId, filedOn: this.today, number: null });
  }

  closes(): this {
    return this.says('license-closed', { reason: text });
  }

  agenda(): readonly Obligation[] {
    return agenda(this.state, this.context());
  }

  duty(kind: string): Obligation {
    const found = this.agenda().find((each) => each.kind === kind);
    if (!found) throw new Error(`no ${kind} on the agenda of ${this.today}: ${this.agenda().map(({ id }) => id)}`);
    return found;
  }

  notices(kind?: string): NoticeDue[] {
    return this.history.flatMap((event) =>
      event.type === 'notice-due' && (!kind || event.data.kind === kind) ? [event.data] : [],
    );
  }

  /** What left, as `<day> <rung> <role>`, for one kind of obligation. */
  told(kind: string): string[] {
    return this.history.flatMap((event) =>
      event.type === 'notice-due' && event.data.kind === kind
        ? event.data.to.map(({ role }) => `${event.validOn} ${event.data.rung}${role === 'owner' ? '' : ` ${role}`}`)
        : [],
    );
  }
}

export const aPermit = (validFrom: string, lastDay: string): LicenseEventData['permit-issued']['permit'] => ({
  number: '沪B2-20260001',
  validFrom,
  printedLastDay: lastDay,
  serviceTypes: ['B24'],
  coverage: { kind: 'province', provinces: ['sh'] },
});
