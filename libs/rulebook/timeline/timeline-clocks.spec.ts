import { latestTable, loadCalendar } from '../../calendar/index.js';
import { latestPack, packById } from '../packs.js';
import { lawOfPermit, timelineClocks, validityDeadline } from './index.js';

const law = { pack: latestPack, calendar: loadCalendar(latestTable) };
const told = (timeline: object) =>
  timelineClocks(law, timeline, '2026-11-25').map(({ clock, duty, pointer }) => `${pointer} ${clock} ${duty}`);

describe('each clock of a life', () => {
  it('points at the fact that started it, and says whose it is', () => {
    const life = {
      rounds: [
        { receivedOn: '2026-03-01', correction: { noticedOn: '2026-03-06', dueOn: '2026-03-20' } },
        { receivedOn: '2026-03-16', correction: null },
      ],
      acceptedOn: '2026-03-20',
      grantedOn: '2026-05-15',
      materialsDeferred: true,
      permit: { validFrom: '2026-05-28' },
      annualReports: [{ year: 2027 }, { year: 2028, returnedOn: '2028-03-10' }],
      changes: [{ kind: 'scope', decidedOn: '2026-09-05' }],
      termination: { stopsOn: '2028-12-31', publishedOn: '2028-08-03' },
      limits: [{ limit: 'fraud-bar', from: '2026-03-14' }],
    };
    expect(told(life)).toEqual([
      '/rounds/0/receivedOn completeness authority',
      '/rounds/0/correction correction company',
      '/rounds/1/receivedOn completeness authority',
      '/acceptedOn review authority',
      '/grantedOn permit-issue authority',
      '/grantedOn deferred-materials company',
      '/permit/validFrom validity company',
      '/permit/validFrom renewal company',
      '/permit/validFrom renewal-decision authority',
      '/annualReports/0/year annual-report company',
      '/annualReports/0/year annual-report-cure company',
      '/annualReports/1/year annual-report company',
      '/annualReports/1/year annual-report-cure company',
      '/annualReports/1/returnedOn report-return company',
      '/changes/0 change company',
      '/termination/stopsOn change-ahead company',
      '/termination/publishedOn termination-notice authority',
      '/termination/publishedOn termination-decision authority',
      '/limits/0 fraud-bar authority',
    ]);
  });

  it.each([
    [
      { refusals: [{ servedOn: '2026-08-31', decidedOn: '2026-08-20', falseMaterial: true }] },
      [
        '/refusals/0/servedOn reconsideration right',
        '/refusals/0/servedOn litigation right',
        '/refusals/0/decidedOn false-material-bar authority',
      ],
    ],
    [
      { refusals: [{ servedOn: '2026-08-31', decidedOn: '2026-08-20', falseMaterial: false }] },
      ['/refusals/0/servedOn reconsideration right', '/refusals/0/servedOn litigation right'],
    ],
    [
      { permit: { validFrom: '2022-01-01', lastDay: '2026-12-31' } },
      [
        '/permit/validFrom validity company',
        '/permit/lastDay renewal company',
        '/permit/lastDay renewal-decision authority',
      ],
    ],
    [{ permit: { lastDay: '2026-12-31', goesOn: false } }, ['/permit/lastDay non-renewal-report company']],
  ])('of %j: %j', (timeline, expected) => {
    expect(told(timeline)).toEqual(expected);
  });

  it('is called as people call it, or by the words of its rule', () => {
    const [completeness, bar] = timelineClocks(
      law,
      { rounds: [{ receivedOn: '2026-03-02' }], limits: [{ limit: 'fraud-bar', from: '2026-03-14' }] },
      '2026-11-25',
    );
    expect(completeness?.about).toEqual({
      zh: '告知补正或受理的期限',
      en: 'the answer on completeness, or acceptance',
    });
    expect(bar?.about).toEqual(latestPack.limits.find(({ id }) => id === 'limit.fraud-bar')?.wording);
  });

  it('of another limit runs on the first and the last day on which the limit is in force', () => {
    const inForce = (validFrom: string, validTo: string) => ({
      ...law,
      pack: { ...law.pack, limits: law.pack.limits.map((limit) => ({ ...limit, validFrom, validTo })) },
    });
    const ask = (validFrom: string, validTo: string, limit: string, from: string) => () =>
      timelineClocks(inForce(validFrom, validTo), { limits: [{ limit, from }] }, '2026-11-25');
    expect(ask('2026-03-14', '2026-03-14', 'fraud-bar', '2026-03-14')()).toHaveLength(1);
    expect(ask('2026-03-15', '2026-03-15', 'fraud-bar', '2026-03-14')).toThrow('has no rule');
    expect(ask('2026-01-01', '2026-01-01', 'annual-report', '2026')()).toHaveLength(1);
    expect(ask('2026-01-02', '2026-12-31', 'annual-report', '2026')).toThrow('has no rule');
  });
});

describe('the law of a permit', () => {
  const [current, older] = ['cn-vats-current@2', 'cn-vats-2009@1'];

  it.each([
    ['2012-09-01', null, older], // ends on the eve of 2017-09-01, when the measures of 2017 came into force
    ['2012-09-02', null, current],
    [null, '2017-08-31', older],
    [null, '2017-09-01', current],
    ['2010-01-01', '2017-09-01', current], // what is printed decides
    [null, '2009-04-10', older],
    [null, '2009-04-09', current], // no pack knows such a day
    [null, null, current],
  ])('from %p to %p is %s', (validFrom, lastDay, pack) => {
    expect(lawOfPermit(law, validFrom, lastDay).pack.id).toBe(pack);
  });

  it('is that of the rule on validity, whatever other limits are in force', () => {
    const limits = law.pack.limits.map((limit) =>
      limit.id === 'limit.validity' ? limit : { ...limit, validFrom: '2007-01-01' },
    );
    expect(lawOfPermit({ ...law, pack: { ...law.pack, limits } }, null, '2017-08-31').pack.id).toBe(older);
  });

  it('is the given one, unchanged, where it knows the end', () => {
    expect(lawOfPermit(law, null, '2026-12-31')).toBe(law);
    expect(lawOfPermit(law, null, '2016-12-31')).toEqual({ ...law, pack: packById('cn-vats-2009@1') });
  });
});

describe('the end of validity', () => {
  it('is a day on which nobody has to act, under both readings', () => {
    const { readings, ...deadline } = validityDeadline(law, '2022-01-01');
    expect(deadline).toEqual({ date: '2026-12-31', safeDay: null, safeDaySteps: [], firmness: 'firm' });
    expect(readings.map(({ id, date, proof }) => [id, date, proof.inputs])).toEqual([
      ['eve-of-anniversary', '2026-12-31', { validFrom: '2022-01-01', years: 5, end: 'eve' }],
      ['same-day-anniversary', '2027-01-01', { validFrom: '2022-01-01', years: 5, end: 'anniversary' }],
    ]);
  });
});
