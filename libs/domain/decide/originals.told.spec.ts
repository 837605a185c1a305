import { aLicense, aText, type Desk, people } from '../../../test/support/builders.js';
import { early, type Refused, type Told, tellsWhatIsWrong } from '../../../test/support/refused.js';

const day = '2026-06-01';
const before = '2026-05-31';
const long = 'x'.repeat(100);
const filingId = 'new-1';

const drafted = () => aLicense(day).does('open-filing', { kind: 'new', period: null, answers: [], plannedOn: null });
const paper = 'business-license';
const handing = {
  filingId,
  requirementId: paper,
  holder: { person: people.deputy },
  handedOverOn: day,
  dueBackOn: null,
};
const out = () => drafted().does('hand-over-original', handing);
const later = (desk: Desk) => desk.until('2026-06-05');
const moves = { filingId, requirementId: paper };
const notOut = (requirementId: string, known: string[]): Told => [
  'conflict',
  'original-not-out',
  'No original of this paper is out',
  {
    pointer: '/requirementId',
    filingId,
    requirementId,
    out: known,
    remedy: 'Record first to whom it was handed over.',
  },
];
const noEntry = (mistaken: string): Told => [
  'conflict',
  'original-entry-missing',
  `No ${mistaken} of this original is on record`,
  {
    pointer: '/mistaken',
    remedy: 'Look at GET /licenses/:id/originals. A mistaken hand-over is put right by the next one.',
  },
];
const noHolder: Told = [
  'invalid',
  'holder-unclear',
  'The original is with a person or at a place',
  { pointer: '/holder', remedy: 'Give `person` or `place`, one of the two.' },
];

const originals: Refused[] = [
  ['an original with nobody', drafted, 'hand-over-original', { ...handing, holder: {} as never }, noHolder],
  [
    'an original with a person at a place',
    drafted,
    'hand-over-original',
    { ...handing, holder: { person: 'p', place: aText } },
    noHolder,
  ],
  [
    'an original that nobody asks for',
    drafted,
    'hand-over-original',
    { ...handing, requirementId: long },
    [
      'invalid',
      'unknown-requirement',
      `The filing has no requirement ${'x'.repeat(60)}`,
      {
        pointer: '/requirementId',
        remedy: 'Name a requirement of the filing, or an item of its correction notice.',
      },
    ],
  ],
  [
    'a hand-over before the last one',
    () => later(out()),
    'hand-over-original',
    { ...handing, handedOverOn: before },
    early('original-days-reversed', '/handedOverOn', before, 'what is on record of it', day),
  ],
  [
    'a return before the hand-over',
    drafted,
    'hand-over-original',
    { ...handing, dueBackOn: before },
    early('original-days-reversed', '/dueBackOn', before, 'the hand-over', day),
  ],
  [
    'a showing before the hand-over',
    () => later(out()),
    'record-original-shown',
    { ...moves, shownOn: before },
    early('original-days-reversed', '/shownOn', before, 'what is on record of it', day),
  ],
  [
    'a return before the showing',
    () => later(out()).does('record-original-shown', { ...moves, shownOn: '2026-06-04' }),
    'record-original-return',
    { ...moves, returnedOn: '2026-06-03' },
    early('original-days-reversed', '/returnedOn', '2026-06-03', 'what is on record of it', '2026-06-04'),
  ],
  [
    'a hand-over before it came back',
    () => later(out()).does('record-original-return', { ...moves, returnedOn: '2026-06-04' }),
    'hand-over-original',
    { ...handing, handedOverOn: '2026-06-03' },
    early('original-days-reversed', '/handedOverOn', '2026-06-03', 'what is on record of it', '2026-06-04'),
  ],
  [
    'a showing of what never left, and what is out instead',
    () => out().does('hand-over-original', { ...handing, requirementId: 'application-form' }),
    'record-original-shown',
    { filingId, requirementId: long, shownOn: day },
    notOut('x'.repeat(80), [paper, 'application-form']),
  ],
  [
    'a return of what is back',
    () =>
      out()
        .does('hand-over-original', { ...handing, requirementId: 'application-form' })
        .does('record-original-return', { ...moves, returnedOn: day }),
    'record-original-return',
    { ...moves, returnedOn: day },
    notOut(paper, ['application-form']),
  ],
  ...(['showing', 'return'] as const).map(
    (mistaken): Refused => [
      `a mistaken ${mistaken} where there is none`,
      out,
      'correct-original',
      { ...moves, mistaken, reason: aText },
      noEntry(mistaken),
    ],
  ),
];

tellsWhatIsWrong('an original', originals);
