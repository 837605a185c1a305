import { Folded } from '../../../test/support/folded.js';
import type { Deadline } from '../../rulebook/index.js';
import type { LicenseState } from '../license.js';
import { findingsOf } from './findings.js';
import type { RehearsedDuty } from './rehearsal.js';
import { staffingGaps } from './staffing.js';

const deadline = (date: string, firmness: Deadline['firmness'] = 'firm') => ({ date, firmness }) as Deadline;
const aDuty = (rest: Partial<RehearsedDuty> = {}): RehearsedDuty => ({
  obligationId: 'renewal:2',
  kind: 'renewal',
  duty: 'company',
  period: null,
  filingId: null,
  openedOn: '2026-09-15',
  deadline: deadline('2027-03-01'),
  safeDay: '2027-03-01',
  cureEnd: null,
  closedOn: null,
  slackDays: null,
  ...rest,
});
const today = '2027-03-01';
const ofDuty = (rest: Partial<RehearsedDuty>) => findingsOf(Folded.holding().state, today, [aDuty(rest)], []);
const ofState = (change: Partial<LicenseState>) => findingsOf({ ...Folded.holding().state, ...change }, today, [], []);

describe('what is to be known of a plan', () => {
  const late = { slackDays: -3, closedOn: '2027-03-04' };
  const restDay = {
    code: 'date-on-rest-day',
    level: 'info',
    about: 'renewal:2',
    text: {
      zh: '法定日2027-02-28为休息日，应在2027-02-26前办理',
      en: '2027-02-28 is a rest day: act by 2027-02-26',
    },
  };
  const open = {
    code: 'duty-open',
    level: 'warning',
    about: 'renewal:2',
    text: {
      zh: '期限2027-02-28已过，至演练结束仍未履行',
      en: 'Past its date 2027-02-28, and still open at the end',
    },
  };
  const sunday = { deadline: deadline('2027-02-28'), safeDay: '2027-02-26' };

  it.each<[string, Partial<RehearsedDuty>, object[]]>([
    ['a duty that is open on its last day', {}, []],
    ['one of the authority', { duty: 'authority', deadline: null, ...late }, []],
    ['a right', { duty: 'right', ...sunday }, []],
    ['one on a rest day, closed in time', { ...sunday, closedOn: '2027-02-26', slackDays: 0 }, [restDay]],
    ['one on a rest day that is over', sunday, [restDay, open]],
    [
      'one on days that nobody has published',
      { deadline: deadline('2027-03-01', 'provisional') },
      [
        {
          code: 'date-provisional',
          level: 'info',
          about: 'renewal:2',
          text: {
            zh: '2027-03-01取决于尚未公布的放假安排',
            en: '2027-03-01 depends on days off that are not published yet',
          },
        },
      ],
    ],
    [
      'one that is late',
      late,
      [
        {
          code: 'duty-late',
          level: 'warning',
          about: 'renewal:2',
          text: { zh: '迟于安全日3天', en: '3 days after the safe day' },
        },
      ],
    ],
    [
      'one without a date',
      { deadline: null, safeDay: null },
      [
        {
          code: 'duty-without-date',
          level: 'warning',
          about: 'renewal:2',
          text: { zh: '期限起算日未知', en: 'The day that starts its clock is unknown' },
        },
      ],
    ],
  ])('%s', (_, duty, expected) => {
    expect(ofDuty(duty)).toEqual(expected);
  });

  it.each([
    [
      'renewal-deemed',
      'warning',
      { zh: '到期未决，视为准予延续，须人工确认', en: 'Renewed by silence: a person must confirm it' },
    ],
    [
      'renewal-undecided',
      'blocking',
      {
        zh: '到期时续期申请仍无结果，须人工判断',
        en: 'The renewal is open when the permit ends: a person must judge',
      },
    ],
    ['acceptance-deemed', 'info', { zh: '主管部门逾期未答复，视为受理', en: 'Accepted by silence of the authority' }],
  ] as const)('a mark: %s', (reason, level, text) => {
    const mark = { reason, about: 'renewal-1', since: today, seq: 9 };
    expect(ofState({ attention: [mark, { ...mark, reason: 'pack-stale' }] })).toEqual([
      { code: reason, level, about: 'renewal-1', text },
    ]);
  });

  it('a permit that has expired, with its last day', () => {
    const { state } = Folded.holding().tells('permit-expired', { lastDay: '2031-05-31', ruleId: 'rule' });
    expect(findingsOf(state, today, [], [])).toEqual([
      {
        code: 'permit-lapses',
        level: 'blocking',
        about: '沪B2-20260001',
        text: {
          zh: '许可证于2031-05-31失效，此后经营即属无证经营',
          en: 'The permit lapses after 2031-05-31; operating beyond it is operating without a permit',
        },
      },
    ]);
  });

  it.each([
    ['2026-11-20', '2026-11-20', '2026-11-20'],
    [null, '无日期', 'no date'],
  ])('a paper that is too old: %s', (issuedOn, zh, en) => {
    const paper = {
      title: { zh: '社保证明', en: 'Proof' },
      requirementId: 'proof',
      filingId: 'new-1',
      filingOn: today,
    };
    const stale = { ...paper, issuedOn, citation: { source: 'TR', article: '1' }, freshness: null };
    expect(findingsOf(Folded.holding().state, today, [], [stale as never])).toEqual([
      {
        code: 'material-stale',
        level: 'warning',
        about: 'proof',
        text: {
          zh: `社保证明（${zh}）在计划申报日2027-03-01已过有效期`,
          en: `Proof of ${en} is too old on the filing day 2027-03-01`,
        },
      },
    ]);
  });
});

describe('absences', () => {
  const people = { owner: 'Li', deputy: 'Wang', manager: 'Zhao' };
  const away = (who: string, from = '2027-03-01', to = from) => ({ who, from, to });
  const window = {
    obligationId: 'renewal:2',
    kind: 'renewal',
    period: null,
    from: '2026-09-15',
    to: '2027-03-01',
    doneOn: null,
    slackDays: null,
    firmness: 'firm',
  } as const;
  const notice = {
    on: '2027-03-01',
    person: 'Li',
    role: 'owner',
    obligationId: 'renewal:2',
    kind: 'renewal',
    rung: 'S-7',
    date: null,
    safeDay: null,
    firmness: 'firm',
    late: false,
  } as const;
  const filed = { on: '2027-03-01', what: 'filing-submitted', by: 'company', filingId: 'f' } as const;
  const gaps = (absences: ReturnType<typeof away>[], staff = people) =>
    staffingGaps(staff, absences, { windows: [window], notices: [notice], timeline: [filed] });
  const standIn = (who: string) => ({
    code: 'stand-in-on-safe-day',
    level: 'info',
    about: 'renewal:2',
    text: {
      zh: `最后办理日2027-03-01Li不在，由${who}代办`,
      en: `On the safe day 2027-03-01 Li is away and ${who} must stand in`,
    },
  });
  const nobody = [
    {
      code: 'safe-day-unattended',
      level: 'warning',
      about: 'renewal:2',
      text: {
        zh: '最后办理日2027-03-01负责人、代理人和主管均不在',
        en: 'On the safe day 2027-03-01 neither owner, deputy nor manager is there',
      },
    },
    {
      code: 'notice-unattended',
      level: 'warning',
      about: 'renewal:2',
      text: { zh: '2027-03-01的提醒（S-7）无人在岗接收', en: 'The reminder S-7 of 2027-03-01 finds nobody there' },
    },
  ];

  it.each([
    ['no absences', [], []],
    ['another day before', [away('owner', '2027-02-01', '2027-02-28')], []],
    ['another day after', [away('owner', '2027-03-02', '2027-03-09')], []],
    ['the first day of leave', [away('owner', '2027-03-01', '2027-03-09')], [standIn('Wang')]],
    ['the last day of leave', [away('Li', '2027-02-01', '2027-03-01')], [standIn('Wang')]],
    ['owner and deputy away', [away('owner'), away('deputy')], [standIn('Zhao')]],
    ['deputy and manager away', [away('deputy'), away('manager')], []],
    ['nobody there', [away('owner'), away('deputy'), away('manager')], nobody],
  ])('leave a gap, or none: %s', (_, absences, expected) => {
    expect(gaps(absences)).toEqual(expected);
  });

  it('count for a person in every role', () => {
    expect(gaps([away('deputy')], { owner: 'Li', deputy: 'Li', manager: 'Li' })).toEqual(nobody);
    expect(gaps([away('manager')], { owner: 'Li', deputy: 'Li', manager: 'Zhao' })).toEqual([]);
  });

  it('of an officer matter on the day of a filing, once for each', () => {
    const told = (name: string, about: string) => ({
      code: 'officer-away',
      level: 'warning',
      about,
      text: {
        zh: `申报日2027-03-01${name}不在，所需材料或签字可能缺少`,
        en: `${name} is away on the filing day 2027-03-01: what the filing needs of them may be missing`,
      },
    });
    const absences = [away('Chen'), away('Chen', '2027-03-01', '2027-03-05'), away('Sun', '2027-03-02'), away('Ma')];
    expect(gaps(absences)).toEqual([told('Chen', 'f'), told('Ma', 'f')]);
    const timeline = [
      { ...filed, what: 'receipt-recorded' as const },
      { ...filed, filingId: null },
    ];
    expect(staffingGaps(people, absences, { windows: [], notices: [], timeline })).toEqual([
      told('Chen', ''),
      told('Ma', ''),
    ]);
  });

  it('do not matter for a reminder of somebody who is there', () => {
    const timeline: never[] = [];
    const absences = [away('owner'), away('deputy'), away('manager')];
    const notices = [{ ...notice, person: 'Somebody' }];
    expect(staffingGaps(people, absences, { windows: [], notices, timeline })).toEqual([]);
  });
});
