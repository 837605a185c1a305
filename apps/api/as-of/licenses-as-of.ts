import { Injectable } from '@nestjs/common';
import {
  type AsOf,
  agenda,
  type Context,
  type LicenseAsOf,
  type LicenseEntry,
  type LicenseState,
  lawOfLicense,
  licenseAsOf,
  NotFound,
  type NoticeDue,
  type Obligation,
  type Principal,
} from '../../../libs/domain/index.js';
import type { Envelope } from '../../../libs/ledger/envelope.js';
import type { At, PastLicense } from './past-streams.js';
import { PastStreams } from './past-streams.js';
import { laterKnown } from './question.js';

/** A message that had left, with the last that was known of it. */
export interface SentNotice {
  key: string;
  obligationId: string;
  rung: string;
  /** `mail`, or the kind of a chat robot. */
  channel: string;
  /** Null for a chat group, and for somebody told in the place of another. */
  role: string | null;
  /** Null for a chat group. */
  personId: string | null;
  /** Null for a mail. */
  robotId: string | null;
  state: 'sent' | 'uncertain' | 'bounced';
  /** When that became known. */
  at: string;
}

/** A license as it was, with what follows from it. */
export interface LookedBack extends Omit<PastLicense, 'entries' | 'deliveries'> {
  asOf: AsOf;
  past: LicenseAsOf;
  context: Pick<Context, 'law' | 'today'>;
  agenda: readonly Obligation[];
  notices: readonly SentNotice[];
}

@Injectable()
export class LicensesAsOf {
  constructor(private readonly streams: PastStreams) {}

  /**
   * @throws NotFound `not-known-yet` where nothing was on record by then, `not-true-yet` where nothing of it was true on
   *   the day; InvalidInput `position-unknown`
   */
  async at(licenseId: string, asOf: AsOf, at: At, caller: Principal): Promise<LookedBack> {
    return lookBack(licenseId, await this.streams.license(licenseId, asOf.knownOn, at, caller), asOf);
  }

  /** Materials and scans of a past state whose content is gone by now. */
  async erasedFiles({ licenseId, filings, papers }: LicenseState): Promise<string[]> {
    const erased = await this.streams.erasedFiles(licenseId);
    const versions = Object.values(filings).flatMap(({ materials }) => Object.values(materials).flat());
    const scans = papers.flatMap((paper) => paper.scans);
    const there = new Set([...versions.map(({ materialId }) => materialId), ...scans.map(({ scanId }) => scanId)]);
    return erased.filter((id) => there.has(id));
  }

  /**
   * Two questions of one reading; null for an earlier one to which the license was not there yet.
   * @throws as `at` does for the later one
   */
  async both(
    licenseId: string,
    both: readonly [AsOf, AsOf],
    at: At,
    caller: Principal,
  ): Promise<[LookedBack | null, LookedBack]> {
    const [earlier, later] = both;
    const read = await this.streams.license(licenseId, laterKnown(both), at, caller);
    const after = lookBack(licenseId, read, later);
    try {
      return [lookBack(licenseId, read, earlier), after];
    } catch (error) {
      if (error instanceof NotKnownYet || error instanceof NotTrueYet) return [null, after];
      throw error;
    }
  }
}

function lookBack(licenseId: string, read: PastLicense, asOf: AsOf): LookedBack {
  const { couldSee, position } = read;
  const past = pastOf(licenseId, read.entries, asOf);
  const context = contextOf(past, asOf);
  const notices = sentNotices(past.entries, read.deliveries, asOf);
  return { asOf, past, context, agenda: agenda(past.state, context), notices, couldSee, position };
}

/** The law is the one that the license had adopted by then; what is due is due on the day asked about. */
export const contextOf = ({ state }: LicenseAsOf, { validOn }: AsOf): Pick<Context, 'law' | 'today'> => ({
  law: lawOfLicense(state),
  today: validOn,
});

function pastOf(licenseId: string, entries: readonly LicenseEntry[], asOf: AsOf): LicenseAsOf {
  if (entries.every(({ recordedAt }) => recordedAt > asOf.knownOn)) throw new NotKnownYet(asOf);
  const past = licenseAsOf(licenseId, entries, asOf);
  if (past === null) throw new NotTrueYet(asOf);
  return past;
}

/** The license and its people, as the access record names them. */
export function askedAbout({ past: { state } }: LookedBack): { subject: string; people: string[] } {
  return { subject: state.licenseId, people: [...new Set(Object.values(state.people))].sort() };
}

const left: Readonly<Record<string, SentNotice['state']>> = {
  'delivery-sent': 'sent',
  'delivery-uncertain': 'uncertain',
  'delivery-bounced': 'bounced',
};

/** From the ledger alone: a message's key says what it was about and whom it went to, its notice in which role. */
function sentNotices(
  entries: readonly LicenseEntry[],
  deliveries: readonly Envelope[],
  { validOn, knownOn }: AsOf,
): SentNotice[] {
  const sent = new Map<string, SentNotice>();
  for (const { type, data, recordedAt, validOn: day } of deliveries) {
    const { key } = data as { key?: string };
    const state = left[type];
    if (!key || !state || day > validOn || recordedAt > knownOn) continue;
    const about = aboutOf(key);
    sent.set(key, { key, ...about, role: roleOf(entries, about), state, at: recordedAt });
  }
  return [...sent.values()];
}

type About = Pick<SentNotice, 'obligationId' | 'rung' | 'channel' | 'personId' | 'robotId'>;

/** License, obligation, rung, recipient and channel; of these only a rung may hold a slash. */
function aboutOf(key: string): About {
  const [, obligationId = '', ...rest] = key.split('/');
  const [recipient = '', channel = ''] = rest.slice(-2);
  const to = channel === 'mail' ? { personId: recipient, robotId: null } : { personId: null, robotId: recipient };
  return { obligationId, rung: rest.slice(0, -2).join('/'), channel, ...to };
}

function roleOf(entries: readonly LicenseEntry[], { obligationId, rung, personId }: About): string | null {
  for (const { type, data } of entries) {
    const due = data as NoticeDue;
    if (type !== 'notice-due' || due.obligationId !== obligationId || due.rung !== rung) continue;
    const told = due.to.find(({ person }) => person === personId);
    if (told) return told.role;
  }
  return null;
}

class NotKnownYet extends NotFound {
  constructor({ knownOn }: AsOf) {
    super('not-known-yet', `nothing was on record at ${knownOn}`, {
      until: knownOn,
      remedy: 'Ask for a later moment.',
    });
  }
}

class NotTrueYet extends NotFound {
  constructor({ validOn, knownOn }: AsOf) {
    super('not-true-yet', `nothing that was on record at ${knownOn} was true on ${validOn} already`, {
      validOn,
      knownOn,
      remedy: 'Ask about a later day.',
    });
  }
}
