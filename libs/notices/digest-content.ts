import type { Language, NoticeContent } from './content.js';
import { isAlarm } from './dates.js';

/**
 * What one person is told on one working day: all that waited for the digest, by license. Each list begins with what
 * is most pressing, so that the right date heads the message. Civil dates are `YYYY-MM-DD` in Asia/Shanghai.
 */
export interface DigestContent {
  language: Language;
  recipient: { name: string };
  /** The day of the digest. */
  today: string;
  /** What leaves at once about one license, not what waited for the day's digest. */
  atOnce: boolean;
  licenses: readonly [DigestLicense, ...DigestLicense[]];
}

/** Of one license: the notice that heads it, and the others. */
export interface DigestLicense {
  company: string;
  license: NoticeContent['license'];
  notices: readonly [NoticeContent, ...NoticeContent[]];
}

/** Puts the notices of one person together: by license, the most pressing first. Null where there are none. */
export function digestOf(today: string, notices: readonly NoticeContent[], atOnce = false): DigestContent | null {
  const byLicense = new Map<string, [NoticeContent, ...NoticeContent[]]>();
  for (const notice of notices.toSorted(byPressure)) {
    const known = byLicense.get(notice.license.id);
    if (known) known.push(notice);
    else byLicense.set(notice.license.id, [notice]);
  }
  const [first, ...others] = [...byLicense.values()].map((each) => {
    const [{ company, license }] = each;
    return { company, license, notices: each };
  });
  if (!first) return null;
  const { language, recipient } = first.notices[0];
  return { language, recipient: { name: recipient.name }, today, atOnce, licenses: [first, ...others] };
}

/** What must stop at once, then by the day by which somebody must act; what has none comes last. Ties by obligation and rung, so that order is fixed. */
function byPressure(a: NoticeContent, b: NoticeContent): number {
  return (
    compare(dayOf(a), dayOf(b)) ||
    compare(a.notice.obligationId, b.notice.obligationId) ||
    compare(a.notice.rung, b.notice.rung)
  );
}

const dayOf = ({ kind, notice }: NoticeContent): string =>
  isAlarm(kind) ? '' : (notice.safeDay ?? notice.date ?? '9999-12-31');

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
