import { Folded } from '../../test/support/folded.js';
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
