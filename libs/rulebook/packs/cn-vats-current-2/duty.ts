import type { DutyRule } from '../../pack.js';
import { since2017 } from '../cn-vats-current-1/sources.js';

type Given = Pick<DutyRule, 'title' | 'wording' | 'citation' | 'confidence' | 'evidence'> &
  Partial<
    Pick<
      DutyRule,
      'holder' | 'keepDays' | 'minimumPercent' | 'limits' | 'penalty' | 'otherReadings' | 'validFrom' | 'validTo'
    >
  > &
  (Pick<DutyRule, 'when' | 'examples'> | { when?: never; examples?: never });

/** A standing duty: the company's and everybody's, unless it says otherwise. */
export function duty(name: string, given: Given): DutyRule {
  return {
    ...since2017,
    id: `duty.${name}`,
    duty: name,
    holder: 'company',
    keepDays: null,
    limits: [],
    penalty: null,
    ...given,
    when: given.when ?? null,
    examples: given.examples ?? [{ facts: {}, applies: true }],
  };
}

/** The first day on which a report of the call-center notice of June 2020 was seen; its own day is not known. */
export const sinceNotice81 = { validFrom: '2020-06-19' } as const;

export const ofCallCenters: Pick<DutyRule, 'when' | 'examples'> = {
  when: { eq: ['serviceTypes', 'B24'] },
  examples: [
    { facts: { serviceTypes: ['B24', 'B24-1'] }, applies: true },
    { facts: { serviceTypes: ['B25'] }, applies: false },
  ],
};

/** In the procedure of one filing kind or several. */
export const whileFiling = (...kinds: string[]): Pick<DutyRule, 'when' | 'examples'> => ({
  when: { in: ['filingKind', kinds] },
  examples: [
    ...kinds.map((filingKind) => ({ facts: { filingKind }, applies: true })),
    { facts: { filingKind: 'annual-report' }, applies: false },
  ],
});
