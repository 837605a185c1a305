import type { CivilDate } from '../calendar/index.js';
import type { Companion } from './conduct.js';
import type { Filing, LicenseState, Permit } from './license.js';

/** Two days on record that stand in the wrong order, such as a receipt before its submission. */
export interface WrongOrder {
  /** Filing, or `permit`. */
  about: string;
  /** What should be the earlier one, and is not. */
  earlier: { what: string; on: CivilDate };
  later: { what: string; on: CivilDate };
}

/** Where the days on record contradict each other; on the same day is in order, and an unknown day says nothing. */
export function wrongOrders(state: LicenseState): WrongOrder[] {
  return [
    ...Object.values(state.filings).flatMap((filing) => ofPairs(filing.id, filingPairs(filing))),
    ...(state.permit ? ofPairs('permit', permitPairs(state.permit)) : []),
    ...state.changes.flatMap(({ obligationId, change }) =>
      ofPairs(obligationId, [
        [
          ['decision', change.decidedOn],
          ['registration', change.registeredOn],
        ],
      ]),
    ),
    ...state.conduct.companions.flatMap(({ id, terms }) => ofPairs(id, companionPairs(terms))),
    ...state.conduct.inspections.flatMap(({ id, announcedOn, heldOn, answerDueOn, answeredOn }) =>
      ofPairs(id, [
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

function filingPairs({ rounds, acceptance, expertReviews, publication, decision, kind }: Filing): Pair[] {
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
