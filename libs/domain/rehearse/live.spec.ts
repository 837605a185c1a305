import { aLicense, Desk, otherTypes } from '../../../test/support/builders.js';
import { LicenseStory } from '../../../test/support/license-story.js';
import { type Rehearsal, rehearseFrom } from '../rehearse.js';

const playOn = (story: LicenseStory, plan: object = {}): Rehearsal =>
  rehearseFrom(story.state, story.context(), { plan });

const acts = ({ timeline }: Rehearsal): string[] =>
  timeline.filter(({ what }) => what !== 'pack-signed-off').map(({ on, what }) => `${on} ${what}`);

const held = () =>
  LicenseStory.on('2026-09-14').holds('2023-05-10', '2028-05-09', { reportsFiled: ['2024', '2025', '2026'] });

const granted = () => aLicense('2026-06-01').prepares().submits().accepted().granted();

describe('a license on record, played on', () => {
  it('goes through the rest of its term to the next one', () => {
    const rehearsal = playOn(held());
    expect(acts(rehearsal)).toContain('2027-03-31 report-filed');
    expect(acts(rehearsal)).toContain('2028-02-09 filing-submitted');
    expect(rehearsal).toMatchObject({
      startOn: '2026-09-14',
      filingOn: null,
      eligible: null,
      predictedIssue: null,
      end: { status: 'valid', terms: [{ lastDay: '2028-05-09' }, { validFrom: '2028-05-10', lastDay: '2033-05-09' }] },
    });
  });

  it('leaves the license as it is', () => {
    const story = held();
    const before = structuredClone(story.state);
    playOn(story);
    expect(story.state).toEqual(before);
  });

  it('goes on for as many terms as are asked for', () => {
    const { end, timeline } = playOn(held(), { until: '2038-06-01' });
    expect(end.terms.map(({ lastDay }) => lastDay)).toEqual(['2028-05-09', '2033-05-09', '2038-05-09', '2043-05-09']);
    expect(timeline.filter(({ what }) => what === 'permit-renewed')).toHaveLength(3);
  });

  it('shows the lapse that a plan without renewal leads to', () => {
    const rehearsal = playOn(held(), { renewal: { filedOn: 'never' } });
    expect(rehearsal.end.status).toBe('expired');
    expect(rehearsal.findings).toContainEqual(expect.objectContaining({ code: 'permit-lapses', level: 'blocking' }));
  });

  it.each<[string, () => LicenseStory]>([
    ['nothing filed yet', () => LicenseStory.on('2026-09-14')],
    [
      'a draft',
      () =>
        LicenseStory.on('2026-09-14').says('filing-opened', {
          filingId: 'new-1',
          kind: 'new',
          period: null,
          answers: [],
          plannedOn: '2026-10-12',
        }),
    ],
    ['no receipt yet', () => LicenseStory.on('2026-09-14').files('new-1', 'new', null)],
    ['received', () => LicenseStory.on('2026-09-14').files('new-1', 'new', '2026-09-14')],
    [
      'in correction',
      () => LicenseStory.on('2026-09-14').files('new-1', 'new', '2026-09-14').corrects('new-1', '2026-09-30'),
    ],
    ['accepted', () => LicenseStory.on('2026-09-14').files('new-1', 'new', '2026-09-14').accepts('new-1')],
    [
      'in expert review',
      () =>
        LicenseStory.on('2026-09-14')
          .files('new-1', 'new', '2026-09-14')
          .accepts('new-1')
          .says('expert-review-started', { filingId: 'new-1', from: '2026-09-14', announcedUntil: '2026-09-25' }),
    ],
    [
      'granted',
      () => LicenseStory.on('2026-09-14').files('new-1', 'new', '2026-09-14').accepts('new-1').grants('new-1'),
    ],
  ])('comes to its permit from where it stands: %s', (_standing, story) => {
    const rehearsal = playOn(story());
    expect(acts(rehearsal).some((act) => act.endsWith('permit-issued'))).toBe(true);
    expect(rehearsal.predictedIssue?.from).toMatch(/^202[67]-/);
    expect(rehearsal.end.status).toBe('valid');
  });

  it('takes up a draft that is there instead of a second one', () => {
    const story = held().says('filing-opened', {
      filingId: 'annual-report-2027',
      kind: 'annual-report',
      period: '2027',
      answers: [],
      plannedOn: null,
    });
    const { timeline } = playOn(story, { until: '2027-06-01' });
    expect(timeline.filter(({ what }) => what === 'filing-opened')).toEqual([]);
    expect(timeline.map(({ what }) => what)).toContain('report-filed');
  });

  it('corrects a report that came back', () => {
    const story = held().goesTo('2027-02-01').files('annual-report-2027', 'annual-report', null, { period: '2027' });
    story.says('report-returned', { filingId: 'annual-report-2027', returnedOn: '2027-02-01', dueOn: null });
    expect(acts(playOn(story, { until: '2027-06-01' }))).toContain('2027-03-31 report-filed');
  });

  it('predicts from what its authority took before', () => {
    const finished = [80, 90, 100, 200].map((days) => ({
      authority: 'sh',
      kind: 'new' as const,
      receivedOn: '2025-01-01',
      issuedOn: { 80: '2025-03-22', 90: '2025-04-01', 100: '2025-04-11', 200: '2025-07-20' }[days] as string,
    }));
    const story = LicenseStory.on('2026-09-14').files('new-1', 'new', '2026-09-14');
    const { predictedIssue } = rehearseFrom(story.state, story.context(), undefined, finished);
    expect(predictedIssue?.own).toEqual({
      count: 4,
      p50: { days: 90, on: '2026-12-14' },
      p90: { days: 200, on: '2027-04-02' },
    });
  });

  it.each<[string, object, string]>([
    ['people of its own', { people: {} }, '/plan/people'],
    ['a start of its own', { startOn: '2026-11-23' }, '/plan/startOn'],
    ['an end in the past', { until: '2026-09-01' }, '/plan/until'],
  ])('refuses %s', (_case, plan, pointer) => {
    expect(() => playOn(held(), plan)).toThrow(
      expect.objectContaining({
        code: 'invalid-profile',
        details: expect.objectContaining({ errors: [expect.objectContaining({ pointer })] }),
      }),
    );
  });

  it.each<[string, () => Desk]>([
    [
      'a permit that names another type than was applied for',
      () =>
        granted()
          .issued({ serviceTypes: ['B25'] }, otherTypes)
          .until('2030-06-03'),
    ],
    [
      'one of two types, where the other was refused',
      () =>
        Desk.holds('2031-01-10', { serviceTypes: ['B24', 'B25'] })
          .prepares({ kind: 'renewal' })
          .submits()
          .accepted()
          .does('record-grant', {
            filingId: 'renewal-1',
            grantedOn: '2031-01-10',
            number: null,
            refusedTypes: ['B24'],
          }),
    ],
  ])('renews %s', (_case, standing) => {
    const desk = standing();
    const { end } = rehearseFrom(desk.state, desk.context(), { plan: {} });
    expect(end.terms.map(({ lastDay }) => lastDay)).toEqual(['2031-05-31', '2036-05-31']);
  });

  it('has nothing to play once the license has ended', () => {
    expect(acts(playOn(LicenseStory.on('2026-09-14').closes()))).toEqual([]);
  });
});
