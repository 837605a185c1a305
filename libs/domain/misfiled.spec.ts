import { aPaper, Folded } from '../../test/support/folded.js';
import type { LicenseState } from './license.js';
import { misfiled } from './misfiled.js';

const items = [{ id: 'r1-1', requirementId: null, text: null }];
const notice = { noticedOn: '2026-09-12', dueOn: null, number: null, items };
const refusal = { decidedOn: '2026-09-13', servedOn: '2026-09-14', number: null, reason: null };

/** Two filings with the authority, both received. */
const two = () =>
  Folded.holding().opens('change-1', 'change').submits('change-1').opens('renewal-1', 'renewal').submits('renewal-1');
const silent = (story: Folded, filingId = 'renewal-1') =>
  story.tells('acceptance-deemed', {
    filingId,
    round: 1,
    acceptedOn: '2026-09-19',
    limit: '2026-09-18',
    ruleId: 'a rule',
  });

/** The newest paper, given to another filing; null where that cannot be. */
function moved({ state }: Folded, to: unknown = 'renewal-1'): LicenseState | null {
  const paper = state.papers.at(-1);
  const [entry] = paper ? misfiled(state, paper) : [];
  if (!entry) throw new Error('nothing can be moved');
  return entry.put(to as string);
}

describe('an answer of the authority, given to another filing', () => {
  it.each<[string, unknown]>([
    ['the filing that has it', 'change-1'],
    ['no filing', 'change-2'],
    ['what every object has', 'toString'],
    ['a number', 1],
    ['nothing', null],
  ])('is not given to %s', (_, to) => {
    expect(moved(two().accepts('change-1'), to)).toBeNull();
  });

  it('is a receipt in the round that waits for one', () => {
    const story = Folded.holding().opens('renewal-1', 'renewal').submits('renewal-1');
    story.tells('correction-requested', { filingId: 'renewal-1', round: 1, ...notice });
    story.tells('filing-submitted', { filingId: 'renewal-1', round: 2, packHash: 'ab' });
    const after = moved(story.opens('change-1', 'change').submits('change-1'));
    const received = (id: string) => after?.filings[id]?.rounds.map(({ receivedOn }) => receivedOn);
    expect([received('change-1'), received('renewal-1')]).toEqual([[null], ['2026-09-11', '2026-09-11']]);
    expect(moved(two().submits('change-1'))).toBeNull();
  });

  it('is an acceptance of what was received and is not accepted by notice', () => {
    expect(moved(two().accepts('change-1'))?.filings['renewal-1']).toMatchObject({ acceptance: { by: 'notice' } });
    expect(moved(two().accepts('renewal-1').accepts('change-1'))).toBeNull();
    const unreceived = Folded.holding().opens('renewal-1', 'renewal').opens('change-1', 'change').submits('change-1');
    expect(moved(unreceived.accepts('change-1'))).toBeNull();
    const sent = Folded.holding().opens('renewal-1', 'renewal').opens('change-1', 'change').submits('change-1');
    sent
      .tells('pack-signed-off', { filingId: 'renewal-1', packHash: 'ab', materials: [], deferred: [], preparedBy: [] })
      .tells('filing-submitted', { filingId: 'renewal-1', round: 1, packHash: 'ab' });
    expect(moved(sent.accepts('change-1'))).toBeNull();
  });

  it('is a notice in the round that waits for it', () => {
    const after = moved(two().tells('correction-requested', { filingId: 'change-1', round: 1, ...notice }));
    expect(after?.filings['change-1']).toMatchObject({ status: 'submitted', rounds: [{ correction: null }] });
    expect(after?.filings['renewal-1']).toMatchObject({ status: 'correction', rounds: [{ correction: { items } }] });
  });

  it('is no acceptance, with its day, and takes back what silence had brought about', () => {
    const refused = (story: Folded) => story.tells('filing-not-accepted', { filingId: 'change-1', ...refusal });
    const after = moved(refused(two()));
    expect(after?.filings['renewal-1']).toMatchObject({ status: 'not-accepted', decision: { on: '2026-09-13' } });
    expect(after?.filings['change-1']).toMatchObject({ status: 'submitted', decision: null });
    const corrected = two().tells('correction-requested', { filingId: 'change-1', round: 1, ...notice });
    expect(moved(refused(corrected))?.filings['change-1']?.status).toBe('correction');
    expect(moved(refused(silent(two())))?.filings['renewal-1']).toMatchObject({
      status: 'not-accepted',
      acceptance: null,
    });
    const reviewed = silent(two()).tells('expert-review-started', {
      filingId: 'renewal-1',
      from: '2026-09-20',
      announcedUntil: null,
    });
    reviewed.tells('expert-review-ended', { filingId: 'renewal-1', on: '2026-09-21' });
    expect(moved(refused(reviewed))).toBeNull();
    expect(moved(refused(two().accepts('renewal-1')))).toBeNull();
  });

  it('is a grant of what silence has accepted, and that stays accepted so', () => {
    const granted = silent(two()).accepts('change-1').grants('change-1');
    expect(moved(granted)?.filings['renewal-1']).toMatchObject({ status: 'granted', acceptance: { by: 'silence' } });
  });
});

describe('whether an answer may be another filing’s', () => {
  const one = () => Folded.holding().opens('change-1', 'change').submits('change-1');
  const change = { filingId: 'change-1' };
  const corrected = (story: Folded, round = 1) => story.tells('correction-requested', { ...change, round, ...notice });
  const again = (story: Folded) => story.tells('filing-submitted', { ...change, round: 2, packHash: 'ab' });
  const received = (story: Folded) =>
    story.tells('receipt-recorded', { ...change, round: 2, receivedOn: '2026-09-12', number: null });
  const reviewed = (story: Folded, filingId = 'change-1') =>
    story
      .tells('expert-review-started', { filingId, from: '2026-09-13', announcedUntil: null })
      .tells('expert-review-ended', { filingId, on: '2026-09-14' });
  const refused = (story: Folded, filingId = 'change-1') =>
    story.tells('filing-refused', {
      filingId,
      refusedOn: '2026-09-13',
      servedOn: '2026-09-14',
      number: null,
      falseMaterial: false,
      reason: null,
    });
  const notAccepted = (story: Folded) => story.tells('filing-not-accepted', { ...change, ...refusal });
  const renewal = () => Folded.holding().opens('renewal-1', 'renewal').submits('renewal-1').accepts('renewal-1');
  const deemed = (story: Folded) =>
    story.tells('renewal-deemed', {
      filingId: 'renewal-1',
      validFrom: '2031-06-01',
      lastDay: '2036-05-31',
      ruleId: 'a rule',
      serviceTypes: null,
    });

  /** How many papers of a type may be moved, the first one first. */
  const movable = ({ state }: Folded, type: string) =>
    state.papers.filter((paper) => paper.type === type).map((paper) => misfiled(state, paper).length === 1);

  it.each<[string, Folded, string, boolean[]]>([
    ['a receipt of what waits', one(), 'receipt-recorded', [true]],
    ['a receipt of what silence has accepted', silent(one(), 'change-1'), 'receipt-recorded', [true]],
    [
      'a receipt of what silence has accepted and experts have seen',
      reviewed(silent(one(), 'change-1')),
      'receipt-recorded',
      [false],
    ],
    ['a receipt of what is accepted', one().accepts('change-1'), 'receipt-recorded', [false]],
    ['a receipt of what is corrected', corrected(one()), 'receipt-recorded', [false]],
    ['of two receipts the newer', received(again(corrected(one()))), 'receipt-recorded', [false, true]],
    ['a notice that waits', corrected(one()), 'correction-requested', [true]],
    ['a notice that is answered', again(corrected(one())), 'correction-requested', [false]],
    [
      'of two notices the newer',
      corrected(received(again(corrected(one()))), 2),
      'correction-requested',
      [false, true],
    ],
    ['an acceptance', one().accepts('change-1'), 'filing-accepted', [true]],
    ['an acceptance, once decided', one().accepts('change-1').grants('change-1'), 'filing-accepted', [false]],
    ['an acceptance, once experts have seen it', reviewed(one().accepts('change-1')), 'filing-accepted', [false]],
    ['an acceptance that confirms silence', silent(one(), 'change-1').accepts('change-1'), 'filing-accepted', [false]],
    ['a grant', one().accepts('change-1').grants('change-1'), 'filing-granted', [true]],
    ['a refusal', refused(one().accepts('change-1')), 'filing-refused', [true]],
    [
      'a refusal beside a draft of the same kind',
      refused(one().accepts('change-1')).opens('change-2', 'change'),
      'filing-refused',
      [true],
    ],
    [
      'a refusal with a later renewal',
      refused(renewal(), 'renewal-1').opens('renewal-2', 'renewal'),
      'filing-refused',
      [false],
    ],
    [
      'a refusal with a later filing of another kind',
      refused(renewal(), 'renewal-1').opens('change-1', 'change'),
      'filing-refused',
      [true],
    ],
    ['a non-acceptance', notAccepted(one()), 'filing-not-accepted', [true]],
    [
      'a grant with its paper',
      one()
        .accepts('change-1')
        .grants('change-1')
        .tells('permit-amended', { ...change, amendedOn: '2026-09-14', permit: aPaper() }),
      'filing-granted',
      [false],
    ],
    ['a refusal of what silence has renewed', refused(deemed(renewal()), 'renewal-1'), 'filing-refused', [false]],
    ['a permit', one(), 'permit-registered', [false]],
  ])('%s', (_, story, type, expected) => {
    expect(movable(story, type)).toEqual(expected);
  });

  it('leaves the filing as it was before the answer', () => {
    const leftAs = (kind: 'termination' | 'reissue', story: Folded) => {
      const { state } = story;
      const paper = state.papers.at(-1);
      const [entry] = paper ? misfiled(state, paper) : [];
      return entry?.put('change-1')?.filings[kind];
    };
    const other = (kind: 'termination' | 'reissue') => one().accepts('change-1').opens(kind, kind).submits(kind);
    const ended = other('termination').accepts('termination');
    ended.tells('notice-published', { filingId: 'termination', publishedOn: '2026-09-13' });
    expect(leftAs('termination', refused(ended, 'termination'))).toMatchObject({
      status: 'public-notice',
      decision: null,
    });
    expect(leftAs('reissue', refused(other('reissue'), 'reissue'))).toMatchObject({
      status: 'submitted',
      closedSeq: null,
    });
  });
});
