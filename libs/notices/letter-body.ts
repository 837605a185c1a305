import type { Language, NoticeContent } from './content.js';
import { wordsOf } from './words/index.js';
import type { Words } from './words/words.js';

/** A letter in parts that text and HTML lay out alike. */
export interface LetterBody {
  subject: string;
  greeting: string;
  /** Marks that must be read first: simulated, late, provisional. */
  marks: string[];
  lead: string;
  facts: { label: string; value: string }[];
  url: { label: string; href: string };
  /** The one-use link by which the recipient says: I have seen it. Null where there is nothing to acknowledge. */
  acknowledge: { label: string; href: string } | null;
  footer: string;
}

/** Says what is due, until when, why, and what to do next. The subject names no person. */
export function letterBody(content: NoticeContent): LetterBody {
  const say = wordsOf(content.language);
  const { notice, license, recipient, undelivered } = content;
  const kind = content.period === null ? say.kind[content.kind] : `${say.kind[content.kind]} ${content.period}`;
  const date = isAlarm(content) ? null : (notice.safeDay ?? notice.date);
  const past = date !== null && date < content.today;
  const subject = say.subject({ kind, license: license.name, date, past, span: isSpan(content), undelivered });
  return {
    subject: content.simulated ? `${mark(say.simulated)} ${subject}` : subject,
    greeting: say.greeting(recipient.name),
    marks: marksOf(content, say),
    lead: say.rung(notice.rung, notice.safeDay === null ? null : daysBetween(content.today, notice.safeDay)),
    facts: factsOf(content, say, kind),
    url: { label: say.labels.open, href: license.url },
    acknowledge:
      content.acknowledgeUrl === null ? null : { label: say.labels.acknowledge, href: content.acknowledgeUrl },
    footer: say.footer,
  };
}

/** The bracketed word that opens a sentence, for the subject. */
const mark = (sentence: string): string => /^[[【].*?[\]】]/.exec(sentence)?.[0] ?? '';

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

function marksOf({ simulated, undelivered, mutedByOwner, notice, recipient }: NoticeContent, say: Words): string[] {
  const marks: (string | false)[] = [
    simulated && say.simulated,
    undelivered && say.undelivered,
    mutedByOwner && say.mutedByOwner,
    !undelivered && !mutedByOwner && escalationOf(notice, recipient.role, say),
    notice.rung.startsWith('date-moved') && say.moved(notice.movedFrom, notice.date),
    notice.late && say.late(notice.plannedOn),
    notice.skipped.length > 0 && say.skipped(notice.skipped.length),
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

/** What must stop at once has no day by which: its date is that of the beginning. */
function isAlarm({ kind }: NoticeContent): boolean {
  return kind === 'operating-without-permit';
}

const spans: readonly NoticeContent['kind'][] = [
  'termination-notice',
  'false-material-bar',
  'fraud-bar',
  'bad-list-exit',
  'dishonest-list-exit',
];

/** What runs until a day, and is nobody's duty by it. */
function isSpan({ kind }: NoticeContent): boolean {
  return spans.includes(kind);
}

function dateLabel(content: NoticeContent, labels: Words['labels']): string {
  const { safeDay, date } = content.notice;
  if (isAlarm(content)) return labels.withoutRightSince;
  if (isSpan(content) && date !== null) return labels.spanEnd;
  return safeDay === null && date !== null ? labels.authorityDate : labels.legalDate;
}

function factsOf(content: NoticeContent, say: Words, kind: string): LetterBody['facts'] {
  const { labels } = say;
  const { notice, language } = content;
  const { grounds } = notice;
  // Past the safe day there is nothing left to begin in time.
  const preparation = notice.safeDay !== null && content.today <= notice.safeDay ? grounds?.preparation : null;
  const facts: [string, string | null | undefined][] = [
    [labels.company, content.company],
    [labels.license, content.license.name],
    [labels.obligation, kind],
    [labels.safeDay, isAlarm(content) ? null : notice.safeDay],
    [dateLabel(content, labels), notice.date ?? say.noDate],
    [labels.cureEnd, content.cureEnd],
    [labels.basis, content.basis && basisOf(content.basis, language, say)],
    [
      labels.otherReadings,
      content.otherReadings.map(({ date, wording }) => `${date}: ${wording[language]}`).join('\n'),
    ],
    [labels.startBy, preparation && say.startBy(preparation, preparation.startBy < content.today)],
    [labels.next, content.next?.[language]],
    [labels.ladder, grounds && say.ladder(grounds.ladder)],
    [labels.reference, `${notice.obligationId} · ${notice.rung}`],
  ];
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

function basisOf(basis: NonNullable<NoticeContent['basis']>, language: Language, say: Words): string {
  const [open, close, stop] = language === 'zh' ? ['（', '）', '：'] : [' (', ')', ': '];
  return `${basis.source[language]} ${basis.article}${open}${say.confidence[basis.confidence]}${close}${stop}${basis.wording[language]}`;
}
