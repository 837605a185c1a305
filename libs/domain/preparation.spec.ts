import { LicenseStory, law } from '../../test/support/license-story.js';
import { answersOf, nearestRank, preparationFor, preparationsOf } from './preparation.js';
import { plannedRungs } from './wake.js';

const reportTook = (story: LicenseStory, year: string, from: string, to: string): LicenseStory => {
  const filingId = `report-${year}`;
  story
    .goesTo(from)
    .says('filing-opened', { filingId, kind: 'annual-report', period: year, answers: [], plannedOn: null });
  story.goesTo(to);
  story.says('pack-signed-off', { filingId, packHash: 'ab', materials: [], deferred: [], preparedBy: [] });
  return story.submits(filingId, null).says('report-filed', { filingId, filedOn: to, number: null });
};

const holding = () => LicenseStory.on('2025-01-02').holds('2024-02-02', '2029-02-01', { reportsFiled: [] });

describe('preparation', () => {
  it('counts back what nine of ten of the own filings took, and says what the last one took', () => {
    expect(preparationFor(law, [23], '2026-03-31')).toEqual({
      startBy: '2026-02-27',
      workingDays: 23,
      lastTime: 23,
      count: 1,
      of: 'license',
    });
    expect(preparationFor(law, [5, 30, 8], '2026-03-31')).toMatchObject({ workingDays: 30, lastTime: 8, count: 3 });
  });

  it('counts on nine of ten, not on the slowest of many', () => {
    const ten = [40, 10, 20, 1, 2, 3, 4, 5, 6, 7];
    expect(preparationFor(law, ten, '2026-03-31')).toMatchObject({ workingDays: 20, lastTime: 7, count: 10 });
    expect(preparationFor(law, [0, 3, 0], '2026-03-31')).toMatchObject({ workingDays: 3, lastTime: 0, count: 3 });
    expect(preparationFor(law, [...Array(9).fill(0), 5], '2026-03-31')).toBeNull();
    expect(preparationFor(law, [5], '2026-03-31', 'company')).toMatchObject({ of: 'company' });
  });

  it('is the same object for the same advice, so that whoever is advised is not told anew', () => {
    const advice = preparationFor(law, [1, 12], '2026-03-31');
    expect(preparationFor(law, [12], '2026-03-31')).not.toBe(advice);
    expect(preparationFor(law, [1, 12], '2026-03-31')).toBe(advice);
    expect(preparationFor(law, [1, 12], '2026-03-31', 'company')).toEqual({ ...advice, of: 'company' });
  });

  it('tells advice apart whose numbers read alike in a row', () => {
    const twelve = preparationFor(law, [...Array(11).fill(21), 1], '2026-03-31');
    const two = preparationFor(law, [21, 11], '2026-03-31');
    expect(twelve).toMatchObject({ workingDays: 21, lastTime: 1, count: 12 });
    expect(two).toMatchObject({ workingDays: 21, lastTime: 11, count: 2 });
  });

  it.each<[string, number[], number, number]>([
    ['of none is no day', [], 0.9, 0],
    ['of one is that one', [7], 0.9, 7],
    ['of ten is the ninth', [10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 0.9, 9],
    ['of eleven is the tenth', [11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 0.9, 10],
    ['goes by number, not by digits', [9, 10, 100], 0.5, 10],
    ['of half of four is the second', [4, 3, 2, 1], 0.5, 2],
  ])('the nearest rank %s', (_case, days, share, expected) => {
    const given = [...days];
    expect(nearestRank(given, share)).toBe(expected);
    expect(given).toEqual(days);
  });

  it.each<[string, number[], string | null]>([
    ['beyond the days of the calendar', [5], '2099-03-31'],
    ['without history', [], '2026-03-31'],
    ['where nothing took a day', [0, 0], '2026-03-31'],
    ['without a safe day', [5], null],
  ])('advises nothing %s', (_case, days, safeDay) => {
    expect(preparationFor(law, days, safeDay)).toBeNull();
  });

  it('gives the next duty of the kind a rung on its latest safe start, and no other', () => {
    const story = reportTook(holding(), '2025', '2025-02-07', '2025-03-11');
    const next = () =>
      plannedRungs(story.state, story.context()).filter(({ obligationId }) => /:2026$/.test(obligationId));
    story.goesTo('2026-01-04');
    expect(story.duty('annual-report').preparation).toMatchObject({ workingDays: 23, startBy: '2026-02-27' });
    expect(next().map(({ rung, day }) => `${day} ${rung}`)).toEqual([
      '2026-02-27 prepare',
      '2026-02-28 S-30',
      '2026-03-17 S-14',
      '2026-03-24 S-7',
      '2026-03-27 S-3',
      '2026-03-31 S',
      '2026-04-01 cure-1',
    ]);
    story.goesTo('2026-02-27');
    const told = story.notices('annual-report').filter(({ rung }) => rung === 'prepare');
    expect(told[0]).toMatchObject({ plannedOn: '2026-02-27', grounds: { preparation: { lastTime: 23, count: 1 } } });
    expect(next().map(({ rung }) => rung)).not.toContain('prepare');
  });

  it('leaves the default ladder alone where there is no history', () => {
    const story = holding().goesTo('2026-01-05');
    expect(story.duty('annual-report').preparation).toBeNull();
    expect(plannedRungs(story.state, story.context()).map(({ rung }) => rung)).not.toContain('prepare');
  });

  it('goes by the other licenses of the company until the license has history of its own', () => {
    const story = holding().says('preparation-told', { kind: 'annual-report', days: [12, 40] });
    expect(story.duty('annual-report').preparation).toMatchObject({ workingDays: 40, lastTime: 40, of: 'company' });
    reportTook(story, '2025', '2025-02-07', '2025-03-11').goesTo('2026-01-04');
    expect(story.duty('annual-report').preparation).toMatchObject({ workingDays: 23, of: 'license' });
  });

  it('learns from answered corrections too', () => {
    const story = LicenseStory.on('2026-03-02').files('f', 'new', null).corrects('f', null).goesTo('2026-03-09');
    story.submits('f', null).corrects('f', '2026-04-10');
    expect(story.duty('correction').preparation).toMatchObject({ workingDays: 5, startBy: '2026-04-02' });
  });
});

describe('what the own filings took', () => {
  type Turn = [openedOn: string, submittedOn: string | null];
  const filings = (kind: 'new' | 'change', ...turns: Turn[]) => {
    const story = LicenseStory.on('2026-03-02');
    const filing = story.files('f', kind, null).state.filings.f;
    if (!filing) throw new Error('no filing');
    const [round] = filing.rounds;
    return Object.fromEntries(
      turns.map(([openedOn, submittedOn], i) => [
        `f-${i}`,
        {
          ...filing,
          id: `f-${i}`,
          openedOn,
          openedSeq: turns.length - i,
          rounds: submittedOn === null || !round ? [] : [{ ...round, submittedOn }],
        },
      ]),
    );
  };

  it('is counted in working days, in the order in which they were opened, of one kind', () => {
    const all = filings(
      'new',
      ['2026-03-09', '2026-03-11'],
      ['2026-03-02', '2026-03-09'],
      ['2026-03-05', '2026-03-05'],
    );
    expect(preparationsOf(law, all, 'new')).toEqual([0, 5, 2]);
    expect(preparationsOf(law, all, 'change')).toEqual([]);
    expect(preparationsOf(law, all, 'new')).toEqual([0, 5, 2]);
  });

  it('leaves out what is not submitted, runs backwards, or lies beyond the calendar', () => {
    const all = filings(
      'new',
      ['2026-03-09', '2026-03-11'],
      ['2026-03-09', null],
      ['2026-03-09', '2026-03-06'],
      ['2099-03-09', '2099-03-11'],
    );
    expect(preparationsOf(law, all, 'new')).toEqual([2]);
  });

  it('from notices of correction to their answers, the oldest notice first', () => {
    const story = LicenseStory.on('2026-03-02').files('b', 'new', null).files('a', 'change', null);
    story.corrects('a', null).goesTo('2026-03-04').corrects('b', null);
    story.goesTo('2026-03-05').submits('b', null).goesTo('2026-03-09').submits('a', null);
    expect(answersOf(law, story.state.filings)).toEqual([5, 1]);
    expect(answersOf(law, {})).toEqual([]);
    story.corrects('b', null);
    expect(answersOf(law, story.state.filings)).toEqual([5, 1]);
  });

  it('is nothing for rounds that the authority did not ask for', () => {
    const story = LicenseStory.on('2026-03-02').files('f', 'new', null);
    const { f } = story.state.filings;
    if (!f?.rounds[0]) throw new Error('no round');
    const twice = { ...f, rounds: [f.rounds[0], { ...f.rounds[0], round: 2 }] };
    expect(answersOf(law, { f: twice })).toEqual([]);
  });
});

describe('a renewed permit', () => {
  it('re-arms every reminder, term after term', () => {
    const story = LicenseStory.on('2026-01-05').holds('2022-02-02', '2027-02-01', {
      reportsFiled: ['2023', '2024', '2025', '2026'],
    });
    const renew = (filingId: string, from: string, to: string, validFrom: string, lastDay: string) => {
      story.goesTo(from).files(filingId, 'renewal', from).accepts(filingId).grants(filingId).goesTo(to);
      const permit = { ...story.state.permit, number: '沪B2-20260001', validFrom, printedLastDay: lastDay };
      const { serviceTypes, coverage } = story.state;
      story.says('permit-renewed', {
        filingId,
        permit: { number: permit.number, validFrom, printedLastDay: lastDay, serviceTypes, coverage },
        computedLastDay: lastDay,
        issuedOn: story.today,
      });
    };
    const told = (from: string, to: string) =>
      story
        .told('renewal')
        .filter((each) => each.slice(0, 10) >= from && each.slice(0, 10) <= to && !/ (deputy|manager)$/.test(each))
        .map((each) => each.slice(11));
    renew('r-1', '2026-10-26', '2026-12-01', '2027-02-02', '2032-02-01');
    renew('r-2', '2031-10-24', '2031-12-01', '2032-02-02', '2037-02-01');
    story.goesTo('2036-10-31');
    const whole = ['S-180', 'S-120', 'S-90', 'S-60', 'S-30', 'S-14'];
    for (const [from, to] of [
      ['2026-04-01', '2026-10-26'],
      ['2031-04-01', '2031-10-24'],
      ['2036-04-01', '2036-10-23'],
    ] as const)
      expect(told(from, to)).toEqual(whole);
    expect(new Set(story.notices('renewal').map(({ obligationId }) => obligationId)).size).toBe(3);
  });
});
