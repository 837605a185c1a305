import { LicenseStory } from '../../test/support/license-story.js';
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

  it('raise no alarm about a service that runs by right', () => {
    const runs = (story: LicenseStory) =>
      story.says('operation-started', {
        operationId: 'operation-1',
        serviceType: 'B24',
        province: 'sh',
        startedOn: '2026-09-01',
        evidence: null,
      });
    expect(limits(runs(held()))).toEqual(['2026-11-20 permit ends 2026-11-19']);
  });
});
