import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import { type LicenseCarry, type Progress, searchAttributeNames } from '../libs/contracts/index.js';

const statusKey = defineSearchAttributeKey(searchAttributeNames.status, SearchAttributeType.KEYWORD);
const attentionKey = defineSearchAttributeKey(searchAttributeNames.needsAttention, SearchAttributeType.KEYWORD);

const attentionWord = (progress: Progress): string => (progress.needsAttention ? 'yes' : 'no');

/** The full set, as continue-as-new needs it: what is not named there is lost. */
export const searchAttributesOf = (progress: Progress) => [
  { key: statusKey, value: progress.status },
  { key: attentionKey, value: attentionWord(progress) },
];

/** The static summary is lost at continue-as-new; the memo is not. */
export const memoOf = (licenseId: string, progress: Progress) => ({
  title: `License ${licenseId}: ${progress.status}${progress.simulated ? ' (simulated)' : ''}`,
});

export function showAttention(progress: Progress): void {
  upsertSearchAttributes([{ key: attentionKey, value: attentionWord(progress) }]);
}

/** Tells the license's story in the Temporal UI; costs no event. */
export function showDetails({ seq, wakeAt, progress, unsent }: LicenseCarry): void {
  const lines = [
    `**${progress.status}**${progress.simulated ? ' (simulated)' : ''}, ledger at ${seq}`,
    wakeAt ? `wakes at ${shanghai(wakeAt)} for ${progress.nextWhy ?? 'its next date'}` : 'no date ahead',
    ...progress.filings.map((filing) => `filing ${filing.id}: ${filing.status}`),
    ...(unsent.length > 0 ? [`messages on their way: ${unsent.length}`] : []),
    ...(progress.needsAttention ? ['**a person must look**'] : []),
  ];
  setCurrentDetails(lines.map((line) => `- ${line}`).join('\n'));
}

/** China has no summer time: eight hours ahead of UTC all the year. */
function shanghai(instant: string): string {
  return `${new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')} Shanghai`;
}
