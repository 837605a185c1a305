import { approver, aText, Desk, officer, refusal } from '../../../test/support/builders.js';
import { LicenseStory } from '../../../test/support/license-story.js';
import { type Refused, tellsWhatIsWrong } from '../../../test/support/refused.js';
import { proposable } from '../correctable.js';
import { decide } from '../decide.js';
import type { RecordedEvent } from '../events.js';

const day = '2026-11-20';

const entry = ({ history }: Pick<Desk, 'history'>, type: RecordedEvent['type']): number =>
  history.findLast((event) => event.type === type)?.seq ?? 0;

/** A change and a renewal that were handed in and received on one day. */
const two = (): Desk => {
  const desk = Desk.holds(day);
  for (const kind of ['change', 'renewal'] as const) desk.prepares({ kind }).submits();
  return desk;
};
const accepted = () => two().does('record-acceptance', { filingId: 'change-1', acceptedOn: day, number: null });
const seqOfAcceptance = entry(accepted(), 'filing-accepted');
const proposal = { seq: seqOfAcceptance, member: 'acceptedOn' };
const notCorrectable = (pointer: string, known: object[], seq: number): Refused[4] => [
  'not-found',
  'entry-not-correctable',
  `Entry ${seq} has no such member that could be corrected`,
  { pointer, known, remedy: 'Name the entry that told it last, and its member.' },
];
const everything = ({ state }: Desk) => proposable(state).map(({ seq, member }) => ({ seq, member }));
const proposed = () =>
  accepted()
    .until('2026-11-21')
    .does('propose-correction', { ...proposal, to: '2026-11-21', reason: aText });
const proposedAnew = () =>
  proposed()
    .until('2026-11-23')
    .does('propose-correction', { ...proposal, to: '2026-11-23', reason: aText });

const refusals: Refused[] = [
  [
    'an entry that tells nothing',
    accepted,
    'propose-correction',
    { seq: 999, member: 'acceptedOn', to: day, reason: aText },
    notCorrectable('/seq', everything(accepted()), 999),
  ],
  [
    'a member that the entry does not have',
    accepted,
    'propose-correction',
    { seq: seqOfAcceptance, member: 'receivedOn', to: day, reason: aText },
    notCorrectable(
      '/member',
      everything(accepted()).filter(({ seq }) => seq === seqOfAcceptance),
      seqOfAcceptance,
    ),
  ],
  [
    'what nobody has proposed',
    accepted,
    'approve-correction',
    proposal,
    [
      'not-found',
      'correction-not-proposed',
      'Nobody has proposed this correction',
      { pointer: '/seq', known: [], remedy: 'Propose it first; another person then approves.' },
    ],
    { by: approver },
  ],
  [
    'another member than was proposed',
    proposed,
    'approve-correction',
    { ...proposal, member: 'number' },
    [
      'not-found',
      'correction-not-proposed',
      'Nobody has proposed this correction',
      {
        pointer: '/seq',
        known: [`${seqOfAcceptance}:acceptedOn`],
        remedy: 'Propose it first; another person then approves.',
      },
    ],
    { by: approver },
  ],
  [
    'an older proposal than the one that stands',
    proposedAnew,
    'approve-correction',
    { ...proposal, proposedSeq: entry(proposed(), 'entry-correction-proposed') },
    [
      'conflict',
      'correction-proposed-anew',
      `Entry ${entry(proposedAnew(), 'entry-correction-proposed')} proposes it now`,
      {
        pointer: '/proposedSeq',
        proposedSeq: entry(proposedAnew(), 'entry-correction-proposed'),
        remedy: 'Read what stands proposed now, then approve that by its entry.',
      },
    ],
    { by: approver },
  ],
  [
    'whoever proposed it',
    proposed,
    'approve-correction',
    proposal,
    [
      'forbidden',
      'correction-needs-second-person',
      'Whoever proposed a correction does not approve it',
      { pointer: '/seq', remedy: 'Ask another approver.' },
    ],
  ],
];

tellsWhatIsWrong('a correction of an entry', refusals);

describe('an approval', () => {
  const proposedSeq = entry(proposedAnew(), 'entry-correction-proposed');

  it.each<[string, { proposedSeq?: number }]>([
    ['that names the proposal it read', { proposedSeq }],
    ['stored by a release before that', {}],
  ])('%s makes it hold, with its reason', (_, named) => {
    const desk = proposedAnew().until('2026-11-23');
    expect(desk.state.proposedCorrections).toMatchObject({
      [`${seqOfAcceptance}:acceptedOn`]: { to: '2026-11-23', reason: aText, proposedSeq },
    });
    desk.does('approve-correction', { ...proposal, ...named }, { by: approver });
    expect(desk.acceptance('change-1').on).toBe('2026-11-23');
    expect(desk.state.corrected).toMatchObject([{ seq: seqOfAcceptance, reason: aText, proposedSeq }]);
  });
});

describe('an answer that was entered for the wrong filing', () => {
  const seen = { noticedOn: '2026-11-24', dueOn: null, number: null };
  const items = [{ requirementId: null, text: aText }];
  const answers = {
    'correction-requested': (desk: Desk) =>
      desk.does('record-correction-notice', { filingId: 'change-1', ...seen, items }),
    'filing-not-accepted': (desk: Desk) =>
      desk.does('record-non-acceptance', { filingId: 'change-1', decidedOn: '2026-11-24', number: null, reason: null }),
    'filing-accepted': (desk: Desk) =>
      desk.does('record-acceptance', { filingId: 'change-1', acceptedOn: '2026-11-24', number: null }),
  } as const;
  /** What the approval of its move to the other filing puts on record. */
  const moved = (type: keyof typeof answers, desk: Desk) => {
    const seq = entry(answers[type](desk), type);
    desk.does('propose-correction', { seq, member: 'filingId', to: 'renewal-1', reason: aText });
    return desk
      .decides('approve-correction', { seq, member: 'filingId' }, { by: approver })
      .map((event) =>
        event.type === 'deemed-acceptance-retracted' ? `${event.type} ${event.data.filingId}` : event.type,
      );
  };
  const silent = () => two().until('2026-12-10');
  const early = () => two().until('2026-11-24');

  it.each<[string, keyof typeof answers, () => Desk, string[]]>([
    [
      'takes back what silence had brought there, by a notice',
      'correction-requested',
      silent,
      ['deemed-acceptance-retracted renewal-1', 'entry-corrected'],
    ],
    [
      'takes back what silence had brought there, by a decision not to accept',
      'filing-not-accepted',
      silent,
      ['deemed-acceptance-retracted renewal-1', 'entry-corrected'],
    ],
    ['takes back nothing where nobody was silent, by a notice', 'correction-requested', early, ['entry-corrected']],
    ['takes back nothing where nobody was silent, by an acceptance', 'filing-accepted', early, ['entry-corrected']],
  ])('%s', (_case, type, desk, events) => {
    expect(moved(type, desk())).toEqual(events);
  });

  it('takes nothing back where only its day is corrected', () => {
    const desk = answers['correction-requested'](silent());
    const asked = { seq: entry(desk, 'correction-requested'), member: 'noticedOn' };
    desk.does('propose-correction', { ...asked, to: '2026-11-25', reason: aText });
    const events = desk.decides('approve-correction', asked, { by: approver });
    expect(events.map(({ type }) => type)).toEqual(['entry-corrected']);
  });
});

describe('days that contradict each other', () => {
  /** Accepted before it was received, as somebody entered it; the notice of the other filing stands in order. */
  const contradictory = () =>
    LicenseStory.on('2026-03-02')
      .files('a', 'new', '2026-03-02')
      .says('filing-accepted', { filingId: 'a', acceptedOn: '2026-02-27', number: null })
      .files('b', 'change', '2026-03-02')
      .goesTo('2026-03-04')
      .says('filing-accepted', { filingId: 'b', acceptedOn: '2026-03-03', number: null });
  const proposes = (member: string, seq: number, to: string) => {
    const story = contradictory();
    const command = {
      type: 'propose-correction',
      validOn: '2026-03-04',
      data: { seq, member, to, reason: aText },
    } as const;
    return decide(story.state, command, story.context(officer));
  };
  const [receiptOfA, receiptOfB] = contradictory().history.filter(({ type }) => type === 'receipt-recorded');

  it('may stay where they were', () => {
    const last = entry(contradictory(), 'filing-accepted');
    expect(proposes('acceptedOn', last, '2026-03-04').map(({ type }) => type)).toEqual(['entry-correction-proposed']);
  });

  it('are not brought about beside others that were there', () => {
    expect(refusal(() => proposes('receivedOn', receiptOfB?.seq ?? 0, '2026-03-04'))).toMatchObject({
      code: 'correction-out-of-order',
      details: { contradictions: [{ about: 'b', earlier: { what: 'receipt' }, later: { what: 'acceptance' } }] },
    });
    expect(receiptOfA?.seq).toBeLessThan(receiptOfB?.seq ?? 0);
  });
});
