import { rungParts, type Words } from './words.js';

function toSafeDay(days: number): string {
  if (days > 0) return `${days} ${days === 1 ? 'day' : 'days'} to the safe day.`;
  if (days === 0) return 'Today is the safe day: the last day to act without risk.';
  return `The safe day passed ${-days} ${days === -1 ? 'day' : 'days'} ago. Act at once.`;
}

function rung(key: string, daysLeft: number | null): string {
  const { name, count } = rungParts(key);
  switch (name) {
    case 'S':
      return toSafeDay(daysLeft ?? 0);
    case 'january':
      return 'The time of this year’s annual report began on January 1.';
    case 'opened':
      return 'This matter has come up.';
    case 'prepare':
      return `Begin now: by what your own filings took, this is the latest safe start. ${toSafeDay(daysLeft ?? 0)}`;
    case 'half-time':
      return 'Half of the time has passed.';
    case 'ask':
      return 'By the earlier reading the authority’s time is over: ask how the matter stands.';
    case 'complaint':
      return 'By every reading the authority’s time is over: a complaint is possible.';
    case 'ends-soon':
      return 'This span ends within a month.';
    case 'ended':
      return 'This span has ended.';
    case 'window-missed':
      return `The legal time to ask for renewal was missed while the permit still holds (reminder ${count}). Act at once.`;
    case 'expired':
      return `The permit has ended without renewal (reminder ${count}).`;
    case 'cure':
      return `The date has passed; it can still be made good (reminder ${count}).`;
    case 'weekly':
      return `The date has passed and the matter is still open (weekly reminder ${count}).`;
    case 'undated':
      return `The matter is still open and has no date (reminder ${count}).`;
    case 'alarm':
      return 'A service runs without a permit. Stop it at once, or have it permitted.';
    case 'still-running':
      return `The service still runs without a permit (reminder ${count}). Stop it at once.`;
    case 'date-moved':
      return 'A date that you were told has moved.';
    default:
      return `Reminder: ${key}.`;
  }
}

export const en: Words = {
  product: 'Paizhao 牌照',
  colon: ': ',
  kind: {
    acceptance: 'Decision on acceptance (authority)',
    review: 'Decision after review (authority)',
    'permit-issue': 'Issue of the permit (authority)',
    'renewal-decision': 'Decision on renewal (authority)',
    correction: 'Correction of the application',
    'report-return': 'Correction of the returned report',
    'deferred-materials': 'Papers promised for later',
    'annual-report': 'Annual report',
    change: 'Change filing',
    renewal: 'Application for renewal',
    'termination-notice': 'Public notice of the termination (authority)',
    'termination-decision': 'Decision on the termination (authority)',
    'reissue-decision': 'New paper for a lost permit (authority)',
    'non-renewal-report': 'Report that the permit will not be renewed',
    'permit-return': 'Return of the paper permit',
    'false-material-bar': 'Bar on new applications for false material',
    'fraud-bar': 'Bar on new applications after a permit got by deceit',
    'bad-list-exit': 'Way off the bad list',
    'dishonest-list-exit': 'Way off the dishonest list',
    reconsideration: 'Time to ask for reconsideration',
    litigation: 'Time to go to court',
    'operating-without-permit': 'Stop operating without a permit',
    'inspection-answer': 'Answer to an inspection',
    'special-condition': 'Special condition of the permit',
    'number-certificate-renewal': 'Renewal of a number certificate',
    'number-certificate-report': 'Yearly report on a number',
  },
  role: { owner: 'owner', deputy: 'deputy', manager: 'manager' },
  confidence: {
    verified: 'text checked',
    secondary: 'from a reliable report of the text',
    unverified: 'not yet checked: take care',
  },
  greeting: (name) => `Dear ${name},`,
  rung,
  simulated: '[Simulated] This license’s time was skipped. What follows is no real duty.',
  late: (plannedOn) => `This reminder was planned for ${plannedOn} and leaves late.`,
  skipped: (count) => `${count} earlier reminder${count === 1 ? '' : 's'} did not leave; this is on record.`,
  moved: (from, to) => `The date moved from ${from ?? 'open'} to ${to ?? 'open'}.`,
  asDeputy: 'The owner has not acknowledged this reminder; you are told as the deputy.',
  asManager: 'Neither owner nor deputy has acknowledged this reminder; you are told as the manager.',
  toldTogether: 'Owner and manager are told at the same time.',
  standsIn: 'Somebody before you is away, so you are told at once and stand in.',
  ladder: ({ of, seq }) => {
    if (of === 'pack') return null;
    return of === 'house' ? `chosen by the house (its entry ${seq})` : `chosen for this license (entry ${seq})`;
  },
  startBy: ({ startBy, workingDays, lastTime, count, of }, passed) => {
    const whose = of === 'license' ? 'The materials' : 'The materials for another license of the company';
    const last = `${whose} took ${lastTime} working ${lastTime === 1 ? 'day' : 'days'} last time`;
    const others = count === 1 ? '' : `; of ${count} filings nine in ten took at most ${workingDays}`;
    return `${startBy}${passed ? ' (passed: begin at once)' : ''}. ${last}${others}.`;
  },
  undelivered:
    'A reminder could not be delivered, so you are told instead. Please pass it on and check the mail address.',
  mutedByRecipient:
    'The person to be reminded wants no reminders of this kind; since the law asks for the act, you are told instead.',
  provisional:
    'Provisional: this date reaches into a year whose holidays are not yet published; it is computed again when they are.',
  noDate: 'open',
  basis: (source, article, confidence, wording) => `${source} ${article} (${confidence}): ${wording}`,
  rungAndDay: (key, plannedOn) => `${key}, planned for ${plannedOn}`,
  told: (others) =>
    others.length === 0 ? 'nobody else' : `the ${others.map((each) => en.role[each]).join(' and the ')}`,
  why: (role) => `You get this as the ${en.role[role]} of the license.`,
  labels: {
    company: 'Company',
    license: 'License',
    obligation: 'Duty',
    legalDate: 'Legal date',
    withoutRightSince: 'Without a right since',
    authorityDate: 'The authority’s date',
    spanEnd: 'Last day of the span',
    safeDay: 'Safe day',
    cureEnd: 'Can be made good until',
    basis: 'Basis',
    otherReadings: 'Other readings',
    next: 'Next step',
    startBy: 'Begin by',
    ladder: 'Days of reminding',
    open: 'Open the license',
    acknowledge: 'I have seen it',
    acknowledgeNote: 'This stops the step up to the next person. It does not complete the duty.',
    authority: 'Authority',
    rung: 'Reminder',
    told: 'Also told',
    reference: 'Reference',
  },
  subject: ({ kind, license, date, past, span, undelivered }) => {
    const [ahead, over] = span ? [' until', ', ended on'] : [' by', ', was due by'];
    const when = date === null ? '' : `${past ? over : ahead} ${date}`;
    return `${undelivered ? 'Reminder not delivered: ' : ''}${kind}${when} — ${license}`;
  },
  digest: {
    subject: (head, count) => (count === 1 ? head : `${head} (and ${count - 1} more)`),
    lead: (count, licenses) =>
      `${count} ${count === 1 ? 'date' : 'dates'} of ${licenses} ${licenses === 1 ? 'license' : 'licenses'}, the most pressing first.`,
    why: 'You get this as the owner, deputy or manager of these licenses: what was not urgent, once a working day.',
    whyAtOnce:
      'You get this as the owner, deputy or manager of this license: its urgent reminders of one moment in one message.',
  },
  calendar: {
    name: 'Paizhao: license dates',
    simulated: '[Simulated] ',
    provisional: '(provisional) ',
    leftOut: 'This calendar has no room for all licenses: those with later dates are left out. Narrow it.',
  },
  footer: 'Sent by Paizhao. Only the act itself, a waiver by two persons, or closing the matter ends these reminders.',
};
