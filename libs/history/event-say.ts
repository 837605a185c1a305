import type { LicenseEventData, LicenseEventType } from '../domain/index.js';
import type { Bilingual } from '../rulebook/index.js';

/** A sentence for each of some types of events. */
export type WordsFor<T extends LicenseEventType> = { [E in T]: (data: LicenseEventData[E]) => Bilingual };

export const say = (zh: string, en: string): Bilingual => ({ zh, en });
export const numbered = (number: string | null): string => (number === null ? '' : ` (${number})`);
