import { LicenseStory } from '../../test/support/license-story.js';
import type { LicenseEntry } from '../domain/index.js';
import { checkPrinted } from '../proof-check/index.js';
import { dutiesOf } from './duties.js';

const licenseId = '0b24c0de-0000-5000-8000-000000000001';
const entriesOf = ({ history }: LicenseStory): LicenseEntry[] =>
  history.map((entry) => ({ ...entry, commandId: `command-${entry.seq}` }));
const duties = (story: LicenseStory, from: string, to: string, today = to) =>
  dutiesOf(licenseId, entriesOf(story), { from, to }, today);
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
  });
});
