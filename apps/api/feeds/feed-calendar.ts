import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { addDays, shanghaiDay } from '../../../libs/calendar/index.js';
import { agenda, bareActor, basisTold, licenseName, type Obligation } from '../../../libs/domain/index.js';
import { type CalendarDate, calendarAround, eventsOf } from '../../../libs/notices/index.js';
import {
  type CalendarEntryEntity,
  type CalendarFeedEntity,
  CalendarFeedRepository,
  type FeedLicense,
  SavedViewRepository,
} from '../../../libs/persistence/index.js';
import { LicenseClock } from '../runtime/license-clock.js';
import { type LicenseAtHand, LicenseReader } from '../runtime/license-reader.js';
import { type ApiOptions, LOG, OPTIONS } from '../runtime/runtime.js';

/** A calendar of more licenses is no calendar that anybody reads; those with the nearest dates are in it. */
const mostLicenses = 1_000;
/** So many states are in memory at once; between two pages other requests have their turn. */
const pageSize = 25;
/** Days for which a closed obligation stays, as cancelled, so that every program hears of it. */
const closedDays = 60;

/** The licenses that a feed shows now, and what the calendar would be made of, in short. */
export interface FeedContents {
  licenses: FeedLicense[];
  /** There was no room for all. */
  leftOut: boolean;
  /** Differs when, and only when, the text may. */
  etag: string;
}

/** What stands in a feed. */
@Injectable()
export class FeedCalendar {
  constructor(
    private readonly dataSource: DataSource,
    private readonly licenses: LicenseReader,
    private readonly clock: LicenseClock,
    @Inject(OPTIONS) private readonly options: ApiOptions,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** Cheap enough to be asked every few minutes: no state is read. */
  async contents(feed: CalendarFeedEntity): Promise<FeedContents> {
    const { now, today } = this.clock.now();
    const since = new Date(Date.parse(now) - closedDays * 86_400_000).toISOString();
    const feeds = new CalendarFeedRepository(this.dataSource.manager);
    const kept = feed.view === null ? null : await new SavedViewRepository(this.dataSource.manager).filterOf(feed.view);
    const licenses = await feeds.licensesOf(feed, kept ?? {}, { since, most: mostLicenses + 1, today });
    const leftOut = licenses.length > mostLicenses;
    if (leftOut)
      this.log.warn({ feedId: feed.id, most: mostLicenses }, 'a calendar feed leaves out licenses with later dates');
    const shown = licenses.slice(0, mostLicenses);
    const made = [this.options.version, this.options.publicUrl, feed.id, today, leftOut, shown];
    const digest = createHash('sha256').update(JSON.stringify(made)).digest('base64url');
    return { licenses: shown, leftOut, etag: `"${digest.slice(0, 32)}"` };
  }

  async text(feed: CalendarFeedEntity, { licenses, leftOut }: FeedContents): Promise<string> {
    const events: string[] = [];
    for (let from = 0; from < licenses.length; from += pageSize)
      events.push(eventsOf(await this.datesOf(feed, licenses.slice(from, from + pageSize)), feed.language));
    return calendarAround(events, feed.language, { leftOut });
  }

  private async datesOf({ personId, language }: CalendarFeedEntity, licenses: FeedLicense[]): Promise<CalendarDate[]> {
    const ids = licenses.map(({ licenseId }) => licenseId);
    const principal = bareActor({ kind: 'person', id: personId });
    const atHand = await this.licenses.several(ids, principal);
    const { today } = this.clock.now();
    const entries = await new CalendarFeedRepository(this.dataSource.manager).entries(ids, addDays(today, -closedDays));
    return atHand.flatMap((license) => {
      const own = entries.filter(({ licenseId }) => licenseId === license.state.licenseId);
      return datesOfLicense(license, own, { language, publicUrl: this.options.publicUrl });
    });
  }
}

/** The open obligations as the agenda has them, and those that were closed a short while ago. */
function datesOfLicense(
  { state, context }: LicenseAtHand,
  entries: readonly CalendarEntryEntity[],
  { language, publicUrl }: { language: 'zh' | 'en'; publicUrl: string },
): CalendarDate[] {
  const { pack } = context.law;
  const open = agenda(state, context);
  const of = {
    license: { id: state.licenseId, name: licenseName(state), url: `${publicUrl}/licenses/${state.licenseId}` },
    company: state.company.name,
    authority: pack.authorities.find(({ code }) => code === state.authority)?.name[language] ?? state.authority,
    simulated: state.simulated,
  };
  const known = new Map(entries.map((entry) => [entry.obligationId, entry]));
  const unnoted = { sequence: 0, changedAt: state.recordedAt };
  const since = addDays(shanghaiDay(context.now), -closedDays);
  return [
    ...open.map((obligation) => {
      const { sequence, changedAt } = known.get(obligation.id) ?? unnoted;
      const basis = basisTold(obligation, null, pack);
      return { ...of, ...datesOf(obligation), basis, sequence, stamp: changedAt, cancelled: false };
    }),
    ...entries
      .filter(({ obligationId, closedOn }) => closedOn !== null && closedOn >= since && !isOpen(open, obligationId))
      .map(({ changedAt, ...entry }) => ({
        ...{ ...of, ...entry, basis: null, next: null },
        ...{ stamp: changedAt, cancelled: true },
      })),
  ];
}

const isOpen = (open: readonly Obligation[], id: string): boolean => open.some((obligation) => obligation.id === id);

function datesOf({ id, kind, period, deadline, cureEnd, next }: Obligation) {
  const { date = null, safeDay = null, firmness = null } = deadline ?? {};
  return { obligationId: id, kind, period, date, safeDay, firmness, cureEnd, next };
}
