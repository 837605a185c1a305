import type { CivilDate } from '../calendar/index.js';
import type { Companion } from './conduct.js';
import type { Filing, LicenseState, Original, Permit } from './license.js';
import type { AuthorityPaper } from './papers.js';

/** Two days on record that stand in the wrong order, such as a receipt before its submission. */
export interface WrongOrder {
  /** Filing, with the paper where it is an original's; or `permit`. */
  about: string;
  /** What should be the earlier one, and is not. */
  earlier: { what: string; on: CivilDate };
  later: { what: string; on: CivilDate };
}

/** Where the days on record contradict each other; on the same day is in order, and an unknown day says nothing. */
export function wrongOrders(state: LicenseState): WrongOrder[] {
  return [
    ...Object.values(state.filings).flatMap((filing) => [
      ...ofPairs(filing.id, [...filingPairs(filing), ...paperPairs(filing, state.papers)]),
      ...Object.entries(filing.originals).flatMap(([paper, original]) =>
        ofPairs(`${filing.id} ${paper}`, originalPairs(original)),
      ),
    ]),
    ...(state.permit ? ofPairs('permit', [...permitPairs(state.permit), ...actPairs(state.permit, state.papers)]) : []),
    ...state.changes.flatMap(({ obligationId, change }) =>
      ofPairs(obligationId, [
        [
          ['decision', change.decidedOn],
          ['registration', change.registeredOn],
        ],
      ]),
    ),
    ...state.conduct.companions.flatMap(({ id, terms }) => ofPairs(id, companionPairs(terms))),
    ...state.conduct.inspections.flatMap(({ id, announcedOn, plannedOn, heldOn, answerDueOn, answeredOn }) =>
      ofPairs(id, [
        [
          ['announcement', announcedOn],
          ['announced day', plannedOn],
        ],
        [
          ['announcement', announcedOn],
          ['inspection', heldOn],
        ],
        [
          ['inspection', heldOn],
          ['its date', answerDueOn],
        ],
        [
          ['inspection', heldOn],
          ['its answer', answeredOn],
        ],
      ]),
    ),
  ];
}

/** It may have been shown before it went to whoever has it now. */
function originalPairs({ handedOverOn, shownOn, returnedOn }: Original): Pair[] {
  return [
    [
      ['hand-over of the original', handedOverOn],
      ['its return', returnedOn],
    ],
    [
      ['showing of the original', shownOn],
      ['its return', returnedOn],
    ],
  ];
}

function companionPairs(terms: Companion['terms']): Pair[] {
  return terms.flatMap(({ validFrom, lastDay }, i): Pair[] => [
    [
      ['first day', validFrom],
      ['last day', lastDay],
    ],
    [
      ['first day', validFrom],
      ['first day of the next term', terms[i + 1]?.validFrom],
    ],
  ]);
}

type Named = [what: string, on: CivilDate | null | undefined];
type Pair = [earlier: Named, later: Named];

function ofPairs(about: string, pairs: Pair[]): WrongOrder[] {
  return pairs.flatMap(([[earlier, from], [later, to]]) =>
    from && to && from > to ? [{ about, earlier: { what: earlier, on: from }, later: { what: later, on: to } }] : [],
  );
}

function filingPairs(filing: Filing): Pair[] {
  const { rounds, acceptance, expertReviews, publication, decision, kind, withdrawnOn } = filing;
  const byNotice = acceptance?.by === 'notice' ? acceptance.on : null;
  const published = kind === 'termination' ? publication?.on : null;
  const last = rounds.at(-1);
  return [
    ...rounds.flatMap(({ submittedOn, receivedOn, correction }, i): Pair[] => [
      [
        ['submission', submittedOn],
        ['receipt', receivedOn],
      ],
      [
        ['receipt', receivedOn],
        ['correction notice', correction?.noticedOn],
      ],
      [
        ['correction notice', correction?.noticedOn],
        ['its date', correction?.dueOn],
      ],
      [
        ['correction notice', correction?.noticedOn],
        ['next submission', rounds[i + 1]?.submittedOn],
      ],
    ]),
    [
      ['receipt', last?.receivedOn],
      ['acceptance', byNotice],
    ],
    [
      ['receipt', last?.receivedOn],
      ['public notice', published],
    ],
    ...expertReviews.flatMap(({ from, to }, i): Pair[] => [
      [
        ['acceptance', acceptance?.on],
        ['expert review', from],
      ],
      [
        ['start of the expert review', from],
        ['its end', to],
      ],
      [
        ['end of the expert review', to],
        ['next expert review', expertReviews[i + 1]?.from],
      ],
      [
        ['end of the expert review', to],
        ['decision', decision?.on],
      ],
    ]),
    [
      ['receipt', last?.receivedOn],
      ['decision', decision?.on],
    ],
    [
      ['acceptance', byNotice],
      ['decision', decision?.on],
    ],
    [
      ['public notice', published],
      ['decision', decision?.on],
    ],
    [
      ['decision', decision?.on],
      ['service', decision?.servedOn],
    ],
    [
      ['submission', last?.submittedOn],
      ['withdrawal', withdrawnOn],
    ],
  ];
}

/** Papers that come of a submission, or of the decision on it. */
function paperPairs({ id, rounds, decision, reportReturn }: Filing, papers: AuthorityPaper[]): Pair[] {
  const submitted: Named = ['submission', rounds.at(-1)?.submittedOn];
  return papers.flatMap(({ seq, type, filingId, on }): Pair[] => {
    if (filingId !== id) return [];
    switch (type) {
      case 'report-returned': {
        const next = rounds.find(({ submittedSeq }) => submittedSeq > seq);
        return [
          [
            ['submission', rounds.findLast(({ submittedSeq }) => submittedSeq < seq)?.submittedOn],
            ['return', on],
          ],
          [
            ['return', on],
            ['next submission', next?.submittedOn],
          ],
          [
            ['return', on],
            ['its date', reportReturn?.seq === seq ? reportReturn.dueOn : null],
          ],
        ];
      }
      case 'report-filed':
        return [[submitted, ['filing of the report', on]]];
      case 'permit-issued':
      case 'permit-amended':
      case 'permit-renewed':
      case 'permit-reissued':
        return [[decision ? ['decision', decision.on] : submitted, ['issue', on]]];
      case 'permit-terminated':
      case 'services-terminated':
        return [
          [
            ['decision', decision?.on],
            ['end', on],
          ],
        ];
      default:
        return [];
    }
  });
}

/** Acts on a permit come after its first day; what ends after what it ends, a return after what asks for it. */
function actPairs({ terms, nonRenewal, paperDue }: Permit, papers: AuthorityPaper[]): Pair[] {
  const first: Named = ['first day', terms[0]?.validFrom];
  return [
    ...papers.flatMap(({ seq, type, on }): Pair[] => {
      const suspended = papers.findLast((paper) => paper.type === 'permit-suspended' && paper.seq < seq);
      if (type === 'permit-suspended') return [[first, ['suspension', on]]];
      if (type === 'permit-cancelled') return [[first, ['cancellation', on]]];
      if (type !== 'suspension-lifted') return [];
      return [
        [
          ['suspension', suspended?.on],
          ['its lifting', on],
        ],
      ];
    }),
    [
      ['decision not to renew', nonRenewal?.decidedOn],
      ['report of it', nonRenewal?.reportedOn],
    ],
    [
      ['decision', papers.find(({ seq }) => seq === paperDue?.seq)?.on],
      ['return of the permit', paperDue?.dueOn],
    ],
  ];
}

function permitPairs({ terms, taking }: Permit): Pair[] {
  return [
    ...terms.flatMap(({ validFrom, printedLastDay }, i): Pair[] => [
      [
        ['first day', validFrom],
        ['last day', printedLastDay],
      ],
      [
        ['first day', validFrom],
        ['first day of the next term', terms[i + 1]?.validFrom],
      ],
    ]),
    [
      ['first day', terms[0]?.validFrom],
      ['decision that took the permit', taking?.on],
    ],
    [
      ['decision that took the permit', taking?.on],
      ['its service', taking?.servedOn],
    ],
  ];
}
