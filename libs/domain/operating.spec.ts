import { aLicense, aPermit, approver, aText, Desk, otherTypes, people } from '../../test/support/builders.js';
import { operatingExposure } from './agenda/operating-words.js';
import type { CommandOf, LicenseCommandData } from './commands.js';
import type { OperatingPeriod, Operation, WithoutRight } from './conduct.js';
import { decide } from './decide.js';
import { operationsOf, type TimeWithoutRight, timesWithoutRight } from './operations.js';
import { hasEnded, licenseStatus } from './status.js';
import { nextWakeUp, plannedRungs } from './wake.js';

const runs = (rest: Partial<LicenseCommandData['start-operation']> = {}): CommandOf<'start-operation'>['data'] => ({
  serviceType: 'B24',
  province: 'sh',
  startedOn: '2026-11-20',
  stoppedOn: null,
  evidence: null,
  ...rest,
});
const corrects = (desk: Desk, period: OperatingPeriod | null): void => {
  const { seq } = operation(desk);
  desk.does('correct-operation', { operationId: 'operation-1', period, reason: aText });
  desk.does('approve-correction', { seq, member: 'period' }, { by: approver });
};
const stops = (stoppedOn: string, operationId = 'operation-1') => ({ operationId, stoppedOn, evidence: null });

const operation = (desk: Desk, id = 'operation-1'): Operation => {
  const found = operationsOf(desk.state).find((each) => each.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};
const times = (desk: Desk, id?: string): TimeWithoutRight[] =>
  timesWithoutRight(desk.state, operation(desk, id), desk.context());
const alarms = (desk: Desk) => desk.agenda('operating-without-permit');
const reasons = (desk: Desk): WithoutRight[] => times(desk).at(-1)?.reasons ?? [];
const nationwide = { kind: 'nationwide' } as const;
const filing = (desk: Desk) => desk.prepares().submits();

describe('a service that runs', () => {
  it('has its right while the permit covers type, province and day', () => {
    const desk = Desk.holds('2026-11-20').does('start-operation', runs({ startedOn: '2026-06-01' }));
    expect(times(desk)).toEqual([]);
    expect(alarms(desk)).toEqual([]);
    expect(desk.state.attention).toEqual([]);
  });

  it('has its right as a part of a permitted whole, and everywhere under a nationwide permit', () => {
    expect(times(Desk.holds('2026-11-20').does('start-operation', runs({ serviceType: 'B24-1' })))).toEqual([]);
    expect(
      times(Desk.holds('2026-11-20', { coverage: nationwide }).does('start-operation', runs({ province: 'gd' }))),
    ).toEqual([]);
  });

  const without: [WithoutRight, () => Desk][] = [
    ['no-application', () => aLicense('2026-11-20')],
    ['application-pending', () => filing(aLicense('2026-11-20'))],
    [
      'application-refused',
      () =>
        filing(aLicense('2026-11-20')).does('record-non-acceptance', {
          filingId: 'new-1',
          decidedOn: '2026-11-20',
          number: null,
          reason: null,
        }),
    ],
    ['expired', () => Desk.holds('2026-11-20', { validFrom: '2021-06-01', printedLastDay: '2026-05-31' })],
    [
      'suspended',
      () => Desk.holds('2026-11-20').does('record-suspension', { from: '2026-11-20', until: null, number: null }),
    ],
    ...(['revoked', 'set-aside', 'withdrawn'] as const).map((outcome): [WithoutRight, () => Desk] => [
      outcome,
      () => Desk.holds('2026-11-20').does('record-revocation', { outcome, revokedOn: '2026-11-20', number: null }),
    ]),
    [
      'cancelled',
      () => Desk.holds('2026-11-20').does('record-cancellation', { cancelledOn: '2026-11-20', number: null }),
    ],
  ];

  it.each(without)('raises an alarm: %s', (reason, desk) => {
    const told = desk().does('start-operation', runs());
    expect(reasons(told)).toEqual([reason]);
    expect(alarms(told)).toHaveLength(1);
    expect(told.state.attention).toContainEqual(
      expect.objectContaining({ reason: 'operating-without-permit', about: 'operation-1' }),
    );
  });

  it.each([
    ['outside-service-types', runs({ serviceType: 'B25' })],
    ['outside-coverage', runs({ province: 'gd' })],
  ] as const)('raises an alarm: %s', (reason, data) => {
    const desk = Desk.holds('2026-11-20').does('start-operation', data);
    expect(reasons(desk)).toEqual([reason]);
    expect(alarms(desk)).toHaveLength(1);
  });

  it('raises an alarm for a type that a renewal leaves out, on the first day of the new term', () => {
    const both = { serviceTypes: ['B24', 'B25'] };
    const desk = Desk.holds('2031-01-10', both, {
      opened: [
        { serviceType: 'B24', openedOn: null },
        { serviceType: 'B25', openedOn: null },
      ],
    }).does('start-operation', runs({ serviceType: 'B25', startedOn: '2030-01-04' }));
    desk.prepares({ kind: 'renewal' }).submits().accepted().granted();
    desk.issued({ validFrom: '2031-06-01', printedLastDay: '2036-05-31' }, otherTypes);
    expect(alarms(desk)).toEqual([]);
    desk.until('2031-05-31');
    expect(alarms(desk)).toEqual([]);
    desk.until('2031-06-01');
    expect(times(desk)).toEqual([{ from: '2031-06-01', to: null, reasons: ['service-type-ended'] }]);
    expect(alarms(desk)).toHaveLength(1);
  });
});

describe('the alarm', () => {
  const pending = () => filing(aLicense('2026-11-20')).does('start-operation', runs());

  it('tells owner and manager at once, with reason, rule and exposure', () => {
    const desk = pending();
    expect(desk.history.at(-1)).toMatchObject({
      type: 'notice-due',
      data: {
        kind: 'operating-without-permit',
        rung: 'alarm',
        to: [
          { role: 'owner', person: people.owner },
          { role: 'manager', person: people.manager },
        ],
        date: '2026-11-20',
        ruleId: 'limit.operating-without-permit',
      },
    });
    const [duty] = alarms(desk);
    expect(duty?.next.en).toBe(
      'Stop B24 in Shanghai and record it, or have it permitted: the application is pending, which gives no right to operate, since 2026-11-20; it may cost a fine of RMB 100,000 to 1,000,000 (no income stated yet)',
    );
    expect(duty?.next.zh).toContain('申请尚未批准，等待期间无权经营；可能被处100,000至1,000,000元罚款（尚未填报收入）');
    expect(duty?.deadline?.readings[0]?.proof.citation).toEqual({ source: 'TR', article: 'art. 7(3)' });
  });

  it('does not wait for a working day', () => {
    const desk = aLicense('2026-10-03').does('start-operation', runs({ startedOn: '2026-10-03' }));
    expect(desk.firstNotice(desk.newestNotice('operating-without-permit')).on).toBe('2026-10-03');
  });

  it('tells at once of what has long run when it becomes known', () => {
    const desk = aLicense('2026-11-20').does('start-operation', runs({ startedOn: '2024-03-01' }));
    expect(desk.firstNotice(desk.newestNotice('operating-without-permit'))).toMatchObject({
      rung: 'alarm',
      on: '2026-11-20',
      people: [people.owner, people.manager],
    });
  });

  it('repeats every second working day until the service stops, and not after', () => {
    const desk = pending().until('2026-11-26');
    const rungs = () =>
      desk.history.flatMap((event) =>
        event.type === 'notice-due' && event.data.kind === 'operating-without-permit' ? [event.data.rung] : [],
      );
    expect([...new Set(rungs())]).toEqual(['alarm', 'still-running-1', 'still-running-2']);
    desk.does('stop-operation', stops('2026-11-26'));
    const told = rungs().length;
    expect(alarms(desk.until('2026-12-20'))).toEqual([]);
    expect(rungs()).toHaveLength(told);
  });

  it('asks for the act, and leaves the past on record', () => {
    const desk = pending();
    const mark = { reason: 'operating-without-permit', about: 'operation-1' } as const;
    expect(desk.refuses('clear-attention', mark).code).toBe('attention-needs-act');
    expect(desk.refuses('close-license', { reason: aText }).code).toBe('filing-open');
    desk.until('2026-11-22').does('stop-operation', stops('2026-11-22')).does('clear-attention', mark);
    expect(desk.state.attention).toEqual([]);
    expect(times(desk)).toEqual([{ from: '2026-11-20', to: '2026-11-22', reasons: ['application-pending'] }]);
  });

  it('ends with the permit for the days after its start', () => {
    const desk = pending().until('2026-11-24').accepted().granted();
    desk.issued({ validFrom: '2026-11-24', printedLastDay: '2031-11-23' });
    expect(alarms(desk)).toEqual([]);
    expect(times(desk)).toEqual([{ from: '2026-11-20', to: '2026-11-23', reasons: ['before-permit'] }]);
  });

  it('arises by time when the permit ends under a service, at the next wake-up', () => {
    const desk = Desk.holds('2031-05-20').does('start-operation', runs({ startedOn: '2026-06-02' }));
    desk.until('2031-05-31');
    expect(alarms(desk)).toEqual([]);
    desk.until('2031-06-01');
    expect(desk.history.map(({ type }) => type)).toContain('permit-expired');
    expect(alarms(desk)).toMatchObject([{ openedOn: '2031-06-01', deadline: { date: '2031-06-01' } }]);
    expect(times(desk)).toEqual([{ from: '2031-06-01', to: null, reasons: ['expired'] }]);
  });

  it('is one alarm for one time without a right, whatever the reasons, and another for the next', () => {
    const suspended = (from: string) => ({ from, until: null, number: null });
    const desk = Desk.holds('2026-11-20').does('start-operation', runs({ startedOn: '2026-06-02' }));
    desk.does('record-suspension', suspended('2026-11-20'));
    const first = alarms(desk)[0]?.id;
    desk.until('2026-11-25').does('lift-suspension', { on: '2026-11-25' });
    expect(alarms(desk)).toEqual([]);
    desk.until('2026-11-30').does('record-suspension', suspended('2026-11-30'));
    const second = alarms(desk)[0]?.id;
    expect(second).not.toBe(first);
    desk.until('2026-12-01').does('record-revocation', { outcome: 'revoked', revokedOn: '2026-12-01', number: null });
    expect(times(desk).at(-1)).toEqual({ from: '2026-11-30', to: null, reasons: ['suspended', 'revoked'] });
    expect(alarms(desk)).toMatchObject([{ id: second }]);
  });

  it('goes on after the cancellation of the permit, and the license ends with the service', () => {
    const desk = Desk.holds('2026-11-20').does('start-operation', runs({ startedOn: '2026-06-02' }));
    desk.does('record-cancellation', { cancelledOn: '2026-11-20', number: null });
    expect(licenseStatus(desk.state, desk.today)).toBe('cancelled');
    expect(hasEnded(desk.state, desk.nextWake())).toBe(false);
    expect(alarms(desk)).toHaveLength(1);
    expect(desk.refuses('close-license', { reason: aText }).code).toBe('operation-running');
    desk.does('stop-operation', stops('2026-11-20'));
    expect(hasEnded(desk.state, desk.nextWake())).toBe(true);
    expect(desk.nextWake()).toBeNull();
  });

  it('names each service that the same decision reaches', () => {
    const desk = Desk.holds('2026-11-20', { coverage: nationwide });
    for (const province of ['sh', 'gd', 'zj']) desk.does('start-operation', runs({ province }));
    desk.does('record-revocation', { outcome: 'revoked', revokedOn: '2026-11-20', number: null });
    expect(alarms(desk)).toHaveLength(3);
    expect(new Set(alarms(desk).map(({ id }) => id)).size).toBe(3);
  });
});

describe('the past of a service', () => {
  it('is judged by the permit of each day', () => {
    const desk = Desk.holds('2026-11-20');
    desk.does('record-suspension', { from: '2026-07-01', until: null, number: null });
    desk.does('lift-suspension', { on: '2026-08-01' });
    desk.does('start-operation', runs({ startedOn: '2026-05-01', stoppedOn: '2026-09-30' }));
    expect(times(desk)).toEqual([
      { from: '2026-05-01', to: '2026-05-31', reasons: ['before-permit'] },
      { from: '2026-07-01', to: '2026-07-31', reasons: ['suspended'] },
    ]);
    expect(alarms(desk)).toEqual([]);
  });

  it('is not held against a company whose grant nobody knows', () => {
    const desk = Desk.holds('2026-11-20', {}, { grantedOn: null });
    expect(times(desk.does('start-operation', runs({ startedOn: '2019-01-01' })))).toEqual([]);
  });

  it('counts the day of the stop as a day on which it ran', () => {
    const desk = Desk.holds('2026-11-20').does('record-revocation', {
      outcome: 'revoked',
      revokedOn: '2026-11-10',
      number: null,
    });
    desk.does('start-operation', runs({ startedOn: '2026-06-02', stoppedOn: '2026-11-10' }));
    expect(times(desk)).toEqual([{ from: '2026-11-10', to: '2026-11-10', reasons: ['revoked'] }]);
  });

  it('follows a correction, and so does the alarm', () => {
    const desk = Desk.holds('2026-11-20').does('start-operation', runs({ startedOn: '2026-05-01' }));
    expect(times(desk)).toHaveLength(1);
    corrects(desk, { startedOn: '2026-06-01', stoppedOn: null });
    expect(times(desk)).toEqual([]);
    corrects(desk, null);
    expect(operationsOf(desk.state)).toEqual([]);
    const { seq } = desk.state.conduct.operations[0] ?? { seq: 0 };
    const to = { startedOn: '2026-06-02', stoppedOn: null };
    desk.does('propose-correction', { seq, member: 'period', to, reason: aText });
    desk.does('approve-correction', { seq, member: 'period' }, { by: approver });
    expect(operation(desk)).toMatchObject({ ...to, void: false });
  });

  it('changes on the word of two persons only', () => {
    const desk = Desk.holds('2026-11-20').does('start-operation', runs({ province: 'bj' }));
    const { seq } = operation(desk);
    desk.does('correct-operation', { operationId: 'operation-1', period: null, reason: aText });
    expect(alarms(desk)).toHaveLength(1);
    expect(operation(desk).void).toBe(false);
    expect(desk.refuses('approve-correction', { seq, member: 'period' }).code).toBe('correction-needs-second-person');
    desk.does('approve-correction', { seq, member: 'period' }, { by: approver });
    expect(alarms(desk)).toEqual([]);
  });

  it('is not corrected into days that another service took after the proposal', () => {
    const desk = Desk.holds('2026-11-20').does('start-operation', runs());
    const { seq } = operation(desk);
    const period = { startedOn: '2026-10-01', stoppedOn: null };
    desk.does('correct-operation', { operationId: 'operation-1', period, reason: aText });
    desk.does('start-operation', runs({ startedOn: '2026-10-05', stoppedOn: '2026-10-06' }));
    expect(desk.refuses('approve-correction', { seq, member: 'period' }, { by: approver })).toMatchObject({
      code: 'operation-overlaps',
      details: { pointer: '/seq' },
    });
  });

  it.each([
    ['what is no period', ['2026-11-01'], 'correction-value-invalid', '/to'],
    ['a day ahead', { startedOn: '2026-11-21', stoppedOn: null }, 'date-in-future', '/to/startedOn'],
    ['what stands there', { startedOn: '2026-11-20', stoppedOn: null }, 'correction-changes-nothing', '/to'],
  ])('is not corrected to %s', (_, to, code, pointer) => {
    const desk = Desk.holds('2026-11-20').does('start-operation', runs());
    const asked = { seq: operation(desk).seq, member: 'period', to, reason: aText };
    expect(desk.refuses('propose-correction', asked)).toMatchObject({ code, details: { pointer } });
  });

  it('follows a corrected day of the permit', () => {
    const desk = Desk.holds('2026-11-20').does('record-revocation', {
      outcome: 'revoked',
      revokedOn: '2026-11-20',
      number: null,
    });
    desk.does('start-operation', runs({ startedOn: '2026-06-02', stoppedOn: '2026-11-20' }));
    expect(times(desk)).toEqual([{ from: '2026-11-20', to: '2026-11-20', reasons: ['revoked'] }]);
    const seq = desk.history.find(({ type }) => type === 'permit-revoked')?.seq ?? 0;
    desk.does('propose-correction', { seq, member: 'on', to: '2026-11-10', reason: aText });
    desk.does('approve-correction', { seq, member: 'on' }, { by: approver });
    expect(times(desk)).toEqual([{ from: '2026-11-10', to: '2026-11-20', reasons: ['revoked'] }]);
  });

  it('has a coverage that grew from the day on which the permit was amended', () => {
    const desk = Desk.holds('2026-11-20').prepares({ kind: 'change' }).submits().accepted().granted();
    desk.does('record-permit', {
      filingId: 'change-1',
      permit: aPermit({ serviceTypes: ['B24', 'B25'] }),
      issuedOn: '2026-11-20',
    });
    desk.does('start-operation', runs({ serviceType: 'B25', startedOn: '2026-11-18' }));
    expect(times(desk)).toEqual([{ from: '2026-11-18', to: '2026-11-19', reasons: ['outside-service-types'] }]);
  });
});

describe('the exposure', () => {
  it.each([
    [null, 100_000, 1_000_000, 0],
    [0, 100_000, 1_000_000, 0],
    [49_999, 100_000, 1_000_000, 49_999],
    [50_000, 150_000, 250_000, 50_000],
    [2_000_000, 6_000_000, 10_000_000, 2_000_000],
  ])('of a stated income of %s is RMB %s to %s', (income, from, to, confiscated) => {
    const desk = aLicense('2026-11-20').does('start-operation', runs());
    if (income !== null) desk.does('state-income', { income, asOf: '2026-11-20', evidence: null });
    expect(operatingExposure(desk.state, desk.context())).toMatchObject({ from, to, confiscated });
  });

  it('stands in the next step, by the newest statement', () => {
    const desk = aLicense('2026-11-20').does('start-operation', runs());
    desk.does('state-income', { income: 0, asOf: '2026-11-19', evidence: null });
    desk.does('state-income', { income: 60_000, asOf: '2026-11-20', evidence: aText });
    expect(alarms(desk)[0]?.next.en).toContain(
      'a fine of RMB 180,000 to 300,000 and the confiscation of RMB 60,000 (by the income stated as of 2026-11-20)',
    );
  });
});

describe('what is told of a service', () => {
  const desk = () => Desk.holds('2026-11-20').does('start-operation', runs({ startedOn: '2026-06-02' }));

  it.each([
    ['unknown-service-type', '/serviceType', runs({ serviceType: 'B99', province: 'gd' })],
    ['unknown-province', '/province', runs({ province: 'xx' })],
    ['invalid-date', '/startedOn', runs({ startedOn: '2026-02-30' })],
    ['date-in-future', '/startedOn', runs({ startedOn: '2026-11-21' })],
    ['operation-stops-before-start', '/stoppedOn', runs({ province: 'gd', stoppedOn: '2026-11-19' })],
    ['operation-overlaps', '/startedOn', runs()],
  ])('is refused: %s', (code, pointer, data) => {
    const refused = desk().refuses('start-operation', data);
    expect(refused.code).toBe(code);
    expect(refused.details).toMatchObject({ pointer, remedy: expect.any(String) });
  });

  it('stops once, and is corrected by a person', () => {
    const stopped = desk().does('stop-operation', stops('2026-11-19'));
    expect(stopped.refuses('stop-operation', stops('2026-11-20')).code).toBe('operation-already-stopped');
    expect(stopped.refuses('stop-operation', stops('2026-11-20', 'operation-7'))).toMatchObject({
      code: 'operation-not-found',
      details: { known: ['operation-1'] },
    });
    const period = { startedOn: '2026-06-02', stoppedOn: '2026-11-19' };
    const correction = { operationId: 'operation-1', period, reason: aText };
    expect(stopped.decides('correct-operation', correction)).toEqual([]);
    expect(stopped.refuses('correct-operation', correction, { by: { kind: 'integration', id: 'crm' } }).code).toBe(
      'person-required',
    );
    expect(
      stopped.refuses('correct-operation', { ...correction, period: { ...period, stoppedOn: '2026-06-01' } }).details,
    ).toMatchObject({ pointer: '/period/stoppedOn' });
    stopped.does('start-operation', runs());
    expect(stopped.refuses('correct-operation', { ...correction, period: { ...period, stoppedOn: null } }).code).toBe(
      'operation-overlaps',
    );
  });

  it.each([-1, 0.5, Number.NaN, 2 ** 60])('refuses an income of %s', (income) => {
    expect(desk().refuses('state-income', { income, asOf: '2026-11-20', evidence: null }).code).toBe('invalid-income');
  });

  it('stays on the agenda under rules that have no ladder for it', () => {
    const running = aLicense('2026-11-20').does('start-operation', runs());
    const { law } = running.context();
    const older = { ...law, pack: { ...law.pack, ladders: [] } };
    expect(plannedRungs(running.state, { ...running.context(), law: older })).toEqual([]);
    expect(nextWakeUp(running.state, { ...running.context(), law: older })).toBeNull();
  });

  it('needs rules that would remind of it', () => {
    const held = Desk.holds('2026-11-20');
    const { pack, calendar } = held.context().law;
    const older = { pack: { ...pack, ladders: pack.ladders.filter(({ id }) => !id.includes('operating')) }, calendar };
    expect(held.state.conduct.rights).toMatchObject([{ from: '2026-06-01', status: 'valid' }]);
    const asked = () =>
      decide(
        held.state,
        { type: 'start-operation', validOn: '2026-11-20', data: runs() },
        { ...held.context(approver), law: older },
      );
    expect(asked).toThrow(expect.objectContaining({ code: 'rule-not-in-force' }));
  });
});
