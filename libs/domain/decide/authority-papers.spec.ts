import { aLicense, aText, type Desk } from '../../../test/support/builders.js';
import { early, inStatus, type Refused, type Told, tellsWhatIsWrong } from '../../../test/support/refused.js';
import type { RecordedEvent } from '../events.js';

const day = '2026-03-02';
const before = '2026-03-01';
const long = 'x'.repeat(80);

/** The entry of a type that stands last on record. */
const entry = (desk: Desk, type: RecordedEvent['type']): number =>
  desk.history.findLast((event) => event.type === type)?.seq ?? 0;

const items = [
  { requirementId: 'application-form', text: aText },
  { requirementId: null, text: aText },
];
const noticed = () =>
  aLicense(day)
    .prepares()
    .submits()
    .does('record-correction-notice', { filingId: 'new-1', noticedOn: day, dueOn: null, number: 'C-1', items });
const accepted = () => aLicense(day).prepares().submits().accepted();
const seqOfAcceptance = entry(accepted(), 'filing-accepted');
const scan = { scanId: 'scan-1', sha256: 'ab'.repeat(32), bytes: 9, mediaType: 'image/png', replaces: null };
const scanned = () => accepted().does('attach-scan', { entry: seqOfAcceptance, ...scan } as never);
const rescanned = () =>
  scanned().does('attach-scan', { entry: seqOfAcceptance, ...scan, scanId: 'scan-2', replaces: 'scan-1' } as never);
const noScan = (known: string[]): Told => [
  'not-found',
  'scan-not-found',
  `Entry ${seqOfAcceptance} has no such scan that could be replaced`,
  {
    pointer: '/replaces',
    known,
    remedy: 'Name a scan of the paper that none has replaced yet, or leave it out.',
  },
];
const attaches = (what: string, desk: () => Desk, more: object, expected: Told): Refused => [
  what,
  desk,
  'attach-scan',
  { entry: seqOfAcceptance, ...scan, scanId: 'scan-9', ...more } as never,
  expected,
];
const answer = { filingId: 'new-1', itemId: 'r1-2', text: aText };
const passing = { filingId: 'new-1', itemId: 'r1-2', reason: aText };
const waits = 'Only the items of a correction notice that waits for its answer are answered.';
const isAnswered = (item: string, state: string): Told => [
  'conflict',
  'correction-item-answered',
  `Item ${item} is answered`,
  { pointer: '/itemId', state, remedy: 'Nothing is left to do about it.' },
];

const papers: Refused[] = [
  attaches('a scan of an entry that tells no paper', accepted, { entry: 1 }, [
    'not-found',
    'paper-not-found',
    'Entry 1 tells no paper of the authority',
    {
      pointer: '/entry',
      known: accepted().state.papers.map(({ seq, type }) => ({ seq, type })),
      remedy: 'Name the entry of a receipt, a notice, a decision or a permit; GET …/papers lists them.',
    },
  ]),
  attaches('a scan that shows another paper', scanned, { scanId: 'scan-1' }, [
    'conflict',
    'scan-already-attached',
    `This scan shows the paper of entry ${seqOfAcceptance}`,
    { pointer: '/scanId', entry: seqOfAcceptance, remedy: 'Upload each image by itself.' },
  ]),
  attaches('a material as a scan', accepted, { scanId: 'material-1' }, [
    'not-found',
    'scan-not-found',
    'That file is a material of a filing, and no scan',
    { pointer: '/scanId', remedy: 'Upload the image of the paper as a scan of its own.' },
  ]),
  attaches('a scan in place of none', accepted, { replaces: 'scan-1' }, noScan([])),
  attaches('a scan in place of another paper’s', scanned, { replaces: 'scan-5' }, noScan(['scan-1'])),
  attaches('a scan in place of one that was replaced', rescanned, { replaces: 'scan-1' }, noScan(['scan-2'])),
  [
    'an answer to what nobody asked',
    accepted,
    'answer-correction-item',
    answer,
    inStatus('accepted', 'new', 'new-1', 'correction-not-open', waits),
  ],
  [
    'an answer of the day before the notice',
    noticed,
    'answer-correction-item',
    answer,
    early('submission-before-notice', '/validOn', before, 'the notice', day),
    { on: before },
  ],
  [
    'an answer to another point',
    noticed,
    'answer-correction-item',
    { ...answer, itemId: long },
    [
      'not-found',
      'correction-item-not-found',
      `The notice has no item ${'x'.repeat(60)}`,
      {
        pointer: '/itemId',
        known: ['r1-1', 'r1-2'],
        remedy: 'Name an item of the notice that waits for its answer.',
      },
    ],
  ],
  [
    'words for a material',
    noticed,
    'answer-correction-item',
    { ...answer, itemId: 'r1-1' },
    [
      'conflict',
      'correction-item-needs-material',
      'Item r1-1 asks for a material',
      {
        pointer: '/itemId',
        requirementId: 'application-form',
        remedy: 'Supply a new version of it, or pass the item over with a reason.',
      },
    ],
  ],
  [
    'to pass over what is answered',
    () => noticed().does('answer-correction-item', answer),
    'pass-over-correction-item',
    passing,
    isAnswered('r1-2', 'answered'),
  ],
  [
    'to pass over what is supplied',
    () => noticed().supplies('new-1', 'application-form'),
    'pass-over-correction-item',
    { ...passing, itemId: 'r1-1' },
    isAnswered('r1-1', 'supplied'),
  ],
];

tellsWhatIsWrong('a paper of the authority', papers);
