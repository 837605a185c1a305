import type { NoticeContent } from './content.js';
import { basisOf, datesOf, type Fact, facts, isAlarm, isSpan } from './dates.js';
import { oneLine } from './one-line.js';
import { wordsOf } from './words/index.js';
import type { Words } from './words/words.js';

export interface Link {
  label: string;
  href: string;
}

/** A letter in parts that text and HTML lay out alike. */
export interface LetterBody {
  subject: string;
  /** What a list of mails shows behind the subject. */
  preheader: string;
  greeting: string;
  /** Marks that must be read first: simulated, late, provisional. */
  marks: string[];
  /** The obligation. */
  title: string;
  /** Which license, and whose. */
  about: string;
  lead: string;
  /** The day to heed, and those behind it. */
  dates: Fact[];
  next: Fact | null;
  /** What stands behind the dates: the article, other readings, the rung, who was told. */
  details: Fact[];
  /** All of that in one list, for channels that have no layout: whose, what, when, what next, details. */
  facts: Fact[];
  url: Link;
  /** The one-use link by which the recipient says: I have seen it. Null where there is nothing to acknowledge. */
  acknowledge: (Link & { note: string }) | null;
  /** Why the recipient gets this, and what ends it. */
  footer: string[];
}

/** Says what is due, until when, why, and what to do next. The subject names no person. */
export function letterBody(given: NoticeContent): LetterBody {
  const content = inOneLine(given);
  const say = wordsOf(content.language);
  const { notice, license, recipient, next, acknowledgeUrl } = content;
  const title = content.period === null ? say.kind[content.kind] : `${say.kind[content.kind]} ${content.period}`;
  const lead = say.rung(notice.rung, notice.safeDay === null ? null : daysBetween(content.today, notice.safeDay));
  const { labels } = say;
  const dates = datesOf(
    { kind: content.kind, date: notice.date, safeDay: notice.safeDay, cureEnd: content.cureEnd },
    say,
  );
  const nextStep = next && { label: labels.next, value: next[content.language] };
  const details = detailsOf(content, say);
  const about: [string, string][] = [
    [labels.company, content.company],
    [labels.license, license.name],
    [labels.obligation, title],
  ];
  return {
    subject: subjectOf(content, title, say),
    preheader: [lead, next?.[content.language]].filter(Boolean).join(' '),
    greeting: say.greeting(recipient.name),
    marks: marksOf(content, say),
    title,
    about: `${license.name} · ${content.company}`,
    lead,
    dates,
    next: nextStep,
    details,
    facts: [...facts(about), ...dates, ...(nextStep ? [nextStep] : []), ...details],
    url: { label: labels.open, href: license.url },
    acknowledge:
      acknowledgeUrl === null
        ? null
        : { label: labels.acknowledge, href: acknowledgeUrl, note: labels.acknowledgeNote },
    footer: [say.why(recipient.role), say.footer],
  };
}

function inOneLine(content: NoticeContent): NoticeContent {
  const { company, license, recipient } = content;
  return {
    ...content,
    company: oneLine(company),
    license: { ...license, name: oneLine(license.name) },
    recipient: { ...recipient, name: oneLine(recipient.name) },
  };
}

function subjectOf(content: NoticeContent, kind: string, say: Words): string {
  const { notice, license, undelivered, simulated } = content;
  const date = isAlarm(content.kind) ? null : (notice.safeDay ?? notice.date);
  const past = date !== null && date < content.today;
  const subject = say.subject({ kind, license: license.name, date, past, span: isSpan(content.kind), undelivered });
  return simulated ? `${mark(say.simulated)} ${subject}` : subject;
}

/** The bracketed word that opens a sentence, for the subject. */
const mark = (sentence: string): string => /^[[【].*?[\]】]/.exec(sentence)?.[0] ?? '';

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

function marksOf({ simulated, undelivered, mutedByRecipient, notice, recipient }: NoticeContent, say: Words): string[] {
  const marks: (string | false)[] = [
    simulated && say.simulated,
    undelivered && say.undelivered,
    mutedByRecipient && say.mutedByRecipient,
    !undelivered && !mutedByRecipient && escalationOf(notice, recipient.role, say),
    notice.rung.startsWith('date-moved') && say.moved(notice.movedFrom, notice.date),
    notice.late && say.late(notice.plannedOn),
    // Otherwise nothing was missed: two rungs fell on one day, or the older ones lay before the license was known.
    notice.late && notice.skipped.length > 0 && say.skipped(notice.skipped.length),
    notice.firmness === 'provisional' && say.provisional,
  ];
  return marks.filter((sentence) => sentence !== false);
}

/** Why somebody else than the owner is told: nobody answered, or the notice is for both from the start. */
function escalationOf(
  { to, grounds }: NoticeContent['notice'],
  role: NoticeContent['recipient']['role'],
  say: Words,
): string | false {
  if (role === 'owner') return false;
  if (to.length > 1 && grounds?.away.includes(role === 'deputy' ? 'owner' : 'deputy')) return say.standsIn;
  if (to.some((other) => other.role === 'owner')) return say.toldTogether;
  return role === 'deputy' ? say.asDeputy : say.asManager;
}

function detailsOf(content: NoticeContent, say: Words): Fact[] {
  const { labels } = say;
  const { notice, language } = content;
  const { grounds } = notice;
  // Past the safe day there is nothing left to begin in time.
  const preparation = notice.safeDay !== null && content.today <= notice.safeDay ? grounds?.preparation : null;
  return facts([
    [labels.basis, basisOf(content.basis, language, say)],
    [
      labels.otherReadings,
      content.otherReadings.map(({ date, wording }) => `${date}: ${wording[language]}`).join('\n'),
    ],
    [labels.startBy, preparation ? say.startBy(preparation, preparation.startBy < content.today) : null],
    [labels.ladder, grounds ? say.ladder(grounds.ladder) : null],
    [labels.rung, say.rungAndDay(notice.rung, notice.plannedOn)],
    [labels.told, say.told(othersTold(content))],
    [labels.reference, notice.obligationId],
  ]);
}

/** Those told together with the recipient, and those told before where it comes to the recipient from below. */
function othersTold({
  notice,
  recipient,
  undelivered,
  mutedByRecipient,
}: NoticeContent): NoticeContent['recipient']['role'][] {
  const together = notice.to.map(({ role }) => role);
  const instead = undelivered || mutedByRecipient || together.includes('owner');
  const before = instead ? [] : below[recipient.role];
  return roles.filter((role) => role !== recipient.role && (together.includes(role) || before.includes(role)));
}

const roles = ['owner', 'deputy', 'manager'] as const;

const below: Record<NoticeContent['recipient']['role'], readonly NoticeContent['recipient']['role'][]> = {
  owner: [],
  deputy: ['owner'],
  manager: ['owner', 'deputy'],
};
