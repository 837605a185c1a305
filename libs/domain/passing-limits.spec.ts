import { LicenseStory } from '../../test/support/license-story.js';
import type { Conduct, Operation, RightStep } from './conduct.js';
import type { Decision, Filing, LicenseState, Round } from './license.js';
import { passingLimits } from './passing-limits.js';

const reportsFiled = ['2024', '2025', '2026'];
const held = (rest: object = {}, day = '2026-09-14') =>
  LicenseStory.on(day).holds('2021-11-20', '2026-11-19', { reportsFiled, ...rest });
const limits = (story: LicenseStory, today = story.today) =>
  passingLimits(story.state, { ...story.context(), today }).map(({ day, why }) => `${day} ${why}`);
const events = (story: LicenseStory) =>
  passingLimits(story.state, story.context()).map(({ events: told }) =>
    told.map(({ type, validOn, data }) => ({ type, validOn, ...data })),
  );
const renewed = (story = held()) => story.files('renewal-1', 'renewal', '2026-08-10').accepts('renewal-1');
const expired = { type: 'permit-expired', validOn: '2026-11-20', lastDay: '2026-11-19', ruleId: 'limit.validity' };
const undecided = (about: string) => ({
  type: 'attention-raised',
  validOn: '2026-11-20',
  reason: 'renewal-undecided',
  about,
});

describe('limits that run', () => {
  it('come with the earliest first, those of silence and the end of the permit', () => {
    const story = held().files('change-1', 'change', '2026-09-14').files('change-2', 'change', '2026-09-10');
    expect(limits(story)).toEqual([
      '2026-09-18 acceptance limit 2026-09-17',
      '2026-09-21 acceptance limit 2026-09-20',
      '2026-11-20 permit ends 2026-11-19',
    ]);
    expect(events(story)[0]).toEqual([
      {
        type: 'acceptance-deemed',
        validOn: '2026-09-18',
        filingId: 'change-2',
        round: 1,
        acceptedOn: '2026-09-10',
        limit: '2026-09-17',
        ruleId: 'limit.completeness',
      },
    ]);
  });

  it.each<[string, () => LicenseStory]>([
    ['nothing filed', () => LicenseStory.on('2026-09-14')],
    ['a filing without receipt', () => LicenseStory.on('2026-09-14').files('new-1', 'new', null)],
    [
      'a filing that is accepted',
      () => LicenseStory.on('2026-09-14').files('new-1', 'new', '2026-09-14').accepts('new-1'),
    ],
    [
      'a filing in correction',
      () => LicenseStory.on('2026-09-14').files('new-1', 'new', '2026-09-14').corrects('new-1', '2026-09-30'),
    ],
    [
      'a report that is handed in',
      () =>
        held({ reportsFiled: [] })
          .says('permit-revoked', { on: '2026-09-14', number: null })
          .files('r', 'annual-report', '2026-09-14', { period: '2026' }),
    ],
    ['a permit taken away', () => held().says('permit-revoked', { on: '2026-09-14', number: null })],
    ['a license that is closed', () => LicenseStory.on('2026-09-14').files('new-1', 'new', '2026-09-14').closes()],
  ])('are none of %s', (_, story) => {
    expect(limits(story())).toEqual([]);
  });

  it('end the permit, a suspended one too', () => {
    expect(events(held())).toEqual([[expired]]);
    const suspended = held().says('permit-suspended', { from: '2026-09-14', until: null, number: null });
    expect(events(suspended)).toEqual([[expired]]);
  });

  it('renew it by silence where that was filed in time and the service is open', () => {
    const renewal = {
      type: 'renewal-deemed',
      validOn: '2026-11-20',
      filingId: 'renewal-1',
      validFrom: '2026-11-20',
      lastDay: '2031-11-19',
      ruleId: 'limit.renewal-decision',
      serviceTypes: null,
    };
    expect(events(renewed())).toEqual([[renewal]]);
    expect(events(renewed().grants('renewal-1'))).toEqual([[renewal]]);
    expect(events(renewed(held({ opened: [] })).grants('renewal-1'))).toEqual([[renewal]]);
  });

  it.each<[string, () => LicenseStory, object[]]>([
    ['was filed late', () => held().files('renewal-1', 'renewal', '2026-09-01'), [expired]],
    ['is for a service that was never opened', () => renewed(held({ opened: [] })), [expired, undecided('renewal-1')]],
    [
      'waits in correction',
      () => held({}, '2026-08-10').files('renewal-1', 'renewal', '2026-08-10').corrects('renewal-1', '2026-10-08'),
      [expired, undecided('renewal-1')],
    ],
    ['was refused', () => renewed().refuses('renewal-1'), [expired]],
    [
      'is a draft',
      () =>
        held().says('filing-opened', {
          filingId: 'renewal-1',
          kind: 'renewal',
          period: null,
          answers: [],
          plannedOn: null,
        }),
      [expired],
    ],
  ])('end it where the renewal %s', (_, story, expected) => {
    expect(events(story()).at(-1)).toEqual(expected);
  });

  describe('at the end of the permit, whatever has come since,', () => {
    const decision = {
      servedOn: '2026-11-22',
      falseMaterial: false,
      refusedTypes: [],
      by: { authority: 'sh', office: 'sh' },
      reroutedTo: null,
      seq: 90,
      recordedOn: '2026-11-22',
    };
    const decided = (outcome: Decision['outcome'], on: string) => ({
      status: outcome,
      decision: { ...decision, outcome, on },
    });
    const correction = (noticedOn: string) => ({
      ...{ noticedOn, dueOn: null, number: null, items: [], answers: {}, seq: 91, recordedOn: '2026-11-22' },
    });
    const told = (more: (filing: Filing) => Partial<Filing>, story = renewed()) => {
      const filing = story.state.filings['renewal-1'] as Filing;
      const filings = { 'renewal-1': { ...filing, ...more(filing) } };
      return passingLimits({ ...story.state, filings }, story.context()).flatMap(({ events: all }) =>
        all.map(({ type, validOn }) => `${validOn} ${type}`),
      );
    };
    const rounds = ({ rounds: [first] }: Filing, noticedOn: string, again?: string): Round[] => [
      ...(first ? [{ ...first, correction: correction(noticedOn) }] : []),
      ...(first && again ? [{ ...first, round: 2, submittedOn: again }] : []),
    ];
    const renewal = '2026-11-20 renewal-deemed';
    const end = '2026-11-20 permit-expired';
    const mark = (on: string) => `${on} attention-raised`;

    it.each<[string, (filing: Filing) => Partial<Filing>, string[]]>([
      ['refused on the last day', () => decided('refused', '2026-11-19'), [end]],
      ['refused on the day after', () => decided('refused', '2026-11-20'), [renewal, mark('2026-11-20')]],
      ['not accepted later', () => decided('not-accepted', '2026-11-22'), [renewal, mark('2026-11-22')]],
      ['granted later', () => decided('granted', '2026-11-22'), [renewal]],
      [
        'sent back on the last day',
        (filing) => ({ status: 'correction', rounds: rounds(filing, '2026-11-19') }),
        [end, mark('2026-11-20')],
      ],
      [
        'sent back later',
        (filing) => ({ status: 'correction', rounds: rounds(filing, '2026-11-22') }),
        [renewal, mark('2026-11-22')],
      ],
      [
        'handed in again on the last day',
        (filing) => ({ status: 'accepted', rounds: rounds(filing, '2026-10-08', '2026-11-19') }),
        [renewal],
      ],
      [
        'handed in again later',
        (filing) => ({ status: 'accepted', rounds: rounds(filing, '2026-10-08', '2026-11-20') }),
        [end, mark('2026-11-20')],
      ],
      ['withdrawn on the last day', () => ({ status: 'withdrawn', withdrawnOn: '2026-11-19' }), [end]],
      [
        'withdrawn on the day after',
        () => ({ status: 'withdrawn', withdrawnOn: '2026-11-20' }),
        [renewal, mark('2026-11-20')],
      ],
    ])('see a renewal that was %s as it was then', (_, more, expected) => {
      expect(told(more)).toEqual(expected);
    });

    it('see a late one that was granted after the end as undecided', () => {
      const late = () => held().files('renewal-1', 'renewal', '2026-09-01').accepts('renewal-1');
      expect(told(() => decided('granted', '2026-11-19'), late())).toEqual([renewal]);
      expect(told(() => decided('granted', '2026-11-20'), late())).toEqual([end]);
    });
  });

  it('are not known beyond the days of the calendar', () => {
    expect(limits(LicenseStory.on('2099-03-02').files('new-1', 'new', '2099-03-02'))).toEqual([]);
    const late = LicenseStory.on('2099-03-02').holds('2094-11-20', '2099-11-19');
    const [lapse] = events(late.files('renewal-1', 'renewal', '2099-03-02')).filter((each) => each.length > 0);
    expect(lapse).toEqual([{ ...expired, validOn: '2099-11-20', lastDay: '2099-11-19' }]);
  });

  it('are the same answer while nothing changes that they follow from', () => {
    const story = held();
    const first = passingLimits(story.state, story.context());
    expect(passingLimits(story.state, { ...story.context(), today: '2026-09-15' })).toBe(first);
  });

  it('of one day stand in the order of the filings', () => {
    const story = held().files('change-2', 'change', '2026-09-10').files('change-1', 'change', '2026-09-10');
    const filings = passingLimits(story.state, story.context()).flatMap(({ events: [told] }) =>
      told?.type === 'acceptance-deemed' ? [told.data.filingId] : [],
    );
    expect(filings).toEqual(['change-2', 'change-1']);
  });
});

describe('alarms about what runs without a right', () => {
  const runs = (more: Partial<Operation> = {}): Operation => ({
    id: 'operation-1',
    serviceType: 'B24',
    province: 'sh',
    startedOn: '2026-09-01',
    stoppedOn: null,
    void: false,
    seq: 9,
    ...more,
  });
  const inGuangdong = runs({ id: 'operation-2', province: 'gd' });
  const operating = (conduct: Partial<Conduct>, more: Partial<LicenseState> = {}) => {
    const story = held();
    const state = { ...story.state, conduct: { ...story.state.conduct, ...conduct }, ...more };
    return passingLimits(state, story.context()).map(
      ({ day, why, events: told }) =>
        `${day} ${why}: ${told
          .map(({ type, validOn, data }) =>
            'operationId' in data && 'reasons' in data
              ? [type, validOn, data.operationId, data.serviceType, data.province, data.from, ...data.reasons].join(' ')
              : type,
          )
          .join(', ')}`,
    );
  };
  const ends = '2026-11-20 permit ends 2026-11-19: permit-expired';
  const raised = (day: string, id: string, province: string, from: string, reason: string) =>
    `operating-alarm-raised ${day} ${id} B24 ${province} ${from} ${reason}`;
  const outside = raised('2026-09-14', 'operation-2', 'gd', '2026-09-01', 'outside-coverage');
  const [right] = held().state.conduct.rights;
  const endsOn = (from: string) => [right, { ...right, from, status: 'suspended', seq: 20 }] as RightStep[];
  const alarm = { operationId: 'operation-2', from: '2026-09-01', seq: 12, recordedOn: '2026-09-14' };

  it.each<[string, Partial<Conduct>, Partial<LicenseState>, string[]]>([
    ['are none while it has the right', { operations: [runs()] }, {}, [ends]],
    [
      'come first, on the day that is asked about',
      { operations: [runs(), inGuangdong] },
      {},
      [`2026-09-14 operating without a permit: ${outside}`, ends],
    ],
    [
      'of one day come at once',
      { operations: [inGuangdong, { ...inGuangdong, id: 'operation-3' }] },
      {},
      [`2026-09-14 operating without a permit: ${outside}, ${outside.replace('operation-2', 'operation-3')}`, ends],
    ],
    [
      'are foreseen for the day on which the right ends',
      { operations: [runs()], rights: endsOn('2026-10-01') },
      {},
      [
        `2026-10-01 operating without a permit: ${raised('2026-10-01', 'operation-1', 'sh', '2026-10-01', 'suspended')}`,
        ends,
      ],
    ],
    [
      'are raised once where the right ends today',
      { operations: [runs()], rights: endsOn('2026-09-14') },
      {},
      [
        `2026-09-14 operating without a permit: ${raised('2026-09-14', 'operation-1', 'sh', '2026-09-14', 'suspended')}`,
        ends,
      ],
    ],
    ['are not raised again', { operations: [inGuangdong], alarms: [alarm] }, {}, [ends]],
    [
      'are raised for another operation, or another time, than was told',
      {
        operations: [inGuangdong],
        alarms: [
          { ...alarm, operationId: 'operation-1' },
          { ...alarm, from: '2026-08-01' },
        ],
      },
      {},
      [`2026-09-14 operating without a permit: ${outside}`, ends],
    ],
    ['are none of what has stopped', { operations: [{ ...inGuangdong, stoppedOn: '2026-09-02' }] }, {}, [ends]],
    ['are none of a license that is closed', { operations: [inGuangdong] }, { closed: true }, []],
  ])('%s', (_case, conduct, more, expected) => {
    expect(operating(conduct, more)).toEqual(expected);
  });
});
