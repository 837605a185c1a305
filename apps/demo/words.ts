import { latestPack } from '../../libs/rulebook/index.js';

/** Kinds of obligation as the story names them. */
const duties: Record<string, string> = {
  acceptance: 'authority: decide on acceptance',
  correction: 'company: answer the correction',
  review: 'authority: decide after review',
  'permit-issue': 'authority: issue the permit',
  renewal: 'company: apply for renewal',
  'renewal-decision': 'authority: decide on the renewal',
  'annual-report': 'company: annual report',
  change: 'company: file the change',
};

export const dutyInWords = (kind: string, period: string | null): string =>
  `${duties[kind] ?? kind}${period ? ` ${period}` : ''}`;

export const citationInWords = (citation: { source: string; article: string } | undefined): string =>
  citation ? `${citation.source} ${citation.article}` : 'no citation';

/** 1000000 → RMB 1,000,000 */
export const money = (yuan: number): string => `RMB ${yuan.toLocaleString('en-US')}`;

/** What a newcomer needs to read the lines that follow. */
export const introduction: readonly string[] = [
  'A company in Shanghai wants to run a call center for others: service type B24 of the telecom catalogue. You see its',
  'license from the first question to the renewal after five years: what people send to the API, and what it answers.',
  'People and company are sample data. Time is skipped on a real workflow; such a license is marked "simulated".',
  '',
  'How to read a date    2029-03-31, safe day 2029-03-30 (provisional; O42 art. 35, rule limit.annual-report)',
  '  safe day            the last working day on or before a date of the company: act by then',
  "  firm, provisional   provisional: the State Council has not published that year's days off yet, the day may move",
  '  O42 art. 35         the article; the letters are explained below',
  '  other reading       the law can be understood in another way too; the company is reminded by the stricter one',
];

/** The sources that these lines cite, by their letters. */
export function sourcesInWords(lines: readonly string[]): string[] {
  return Object.entries(latestPack.sources)
    .filter(([key]) => lines.some((line) => new RegExp(`\\b${key}\\b`).test(line)))
    .map(([key, { title }]) => `  ${key.padEnd(5)} ${title.zh} ${title.en}`);
}
