import { LicenseStory } from '../../test/support/license-story.js';
import type { LicenseEntry } from '../domain/index.js';
import { checkPrinted } from '../proof-check/index.js';
import { reached } from './days.js';
import { dutiesOf } from './duties.js';

const licenseId = '0b24c0de-0000-5000-8000-000000000001';
const entriesOf = ({ history }: LicenseStory): LicenseEntry[] =>
  history.map((entry) => ({ ...entry, commandId: `command-${entry.seq}` }));
const duties = (story: LicenseStory, from: string, to: string, today = to) =>
  dutiesOf(licenseId, entriesOf(story), reached({ from, to }, today));
const told = (story: LicenseStory, from: string, to: string, today = to) =>
  duties(story, from, to, today).map(({ kind, dates, ended }) => [
    kind,
    dates.map(({ explanation }) => explanation.date),
    ended && `${ended.how} ${ended.on}`,
  ]);

/** Handed in on a Monday; the authority has five working days to say whether it accepts. */
const received = () => LicenseStory.on('2026-03-02').files('new-1', 'new', '2026-03-02');

describe('the duties of a bundle', () => {
  it('are those that were open on a day that is covered, with the act that ended each', () => {
    const story = received().goesTo('2026-03-06').accepts('new-1');
    expect(told(story, '2026-03-01', '2026-03-31')).toEqual([
      ['acceptance', ['2026-03-09'], 'done 2026-03-06'],
      ['review', [expect.any(String)], null],
    ]);
    expect(told(story, '2026-03-03', '2026-03-05').map(([kind]) => kind)).toEqual(['acceptance']);
    expect(told(story, '2026-02-01', '2026-02-28')).toEqual([]);
  });

  it('name the entry by which each date came to be, and how late it was met', () => {
    const story = received().goesTo('2026-03-16').accepts('new-1');
    const [acceptance] = duties(story, '2026-03-01', '2026-03-31');
    const receipt = story.history.find(({ type }) => type === 'receipt-recorded')?.seq;
    expect(acceptance?.dates[0]?.since).toEqual({ seq: receipt, day: '2026-03-02' });
    expect(acceptance?.ended).toMatchObject({ by: { type: expect.any(String) }, daysLate: expect.any(Number) });
  });

  it('have every date that they had, each with a proof that a second computation agrees with', () => {
    const story = LicenseStory.on('2026-03-02').files('new-1', 'new', '2026-03-02').corrects('new-1', '2026-03-20');
    const first = story.history.findLast(({ type }) => type === 'correction-requested')?.seq;
    const all = duties(story, '2026-03-01', '2026-03-31');
    expect(all.map(({ obligationId }) => obligationId)).toContain(`correction:${first}`);
    for (const { explanation } of all.flatMap(({ dates }) => dates))
      expect(checkPrinted(JSON.stringify(explanation))?.[0]?.differences).toEqual([]);
  });

  it('end by themselves where their date passes, as a right does', () => {
    const story = received().goesTo('2026-03-05').accepts('new-1').goesTo('2026-03-20').refuses('new-1');
    const right = duties(story, '2026-03-01', '2027-12-31').find(({ duty }) => duty === 'right');
    expect(right?.ended).toMatchObject({ how: 'lapsed', by: null });
    expect(duties(story, '2026-03-01', '2026-03-31').find(({ duty }) => duty === 'right')?.ended).toBeNull();
  });

  it('are looked at on no day that has not come yet', () => {
    const story = received().goesTo('2026-03-05').accepts('new-1').goesTo('2026-03-20').refuses('new-1');
    const right = duties(story, '2026-03-01', '2027-12-31', '2026-03-21').find(({ duty }) => duty === 'right');
    expect(right?.ended).toBeNull();
    expect(dutiesOf(licenseId, entriesOf(story), { from: '2026-06-01', to: '2026-03-21' })).toEqual([]);
  });

  it('end by silence where the authority says nothing, until a person or a paper settles it', () => {
    const deemed = { filingId: 'new-1', round: 1, acceptedOn: '2026-03-02', limit: '2026-03-09', ruleId: 'r' };
    const silent = () => received().goesTo('2026-03-10').says('acceptance-deemed', deemed);
    const ending = (story: LicenseStory) => duties(story, '2026-03-01', '2026-03-12')[0]?.ended?.bySilence;
    expect(ending(silent())).toEqual({ as: 'acceptance', settled: null });
    const confirmed = silent().goesTo('2026-04-01').says('deemed-acceptance-confirmed', { filingId: 'new-1' });
    expect(ending(confirmed)).toMatchObject({ settled: { how: 'confirmed', on: '2026-04-01' } });
    const other = silent().goesTo('2026-04-01').says('deemed-acceptance-confirmed', { filingId: 'new-2' });
    expect(ending(other)).toMatchObject({ settled: null });
    const wrong = { filingId: 'new-1', deemedSeq: 1, wrongNotices: [] };
    const retracted = silent().goesTo('2026-04-01').says('deemed-acceptance-retracted', wrong);
    expect(ending(retracted)).toMatchObject({ settled: { how: 'retracted', on: '2026-04-01' } });
    expect(ending(received().goesTo('2026-03-06').accepts('new-1'))).toBeNull();
  });
});
