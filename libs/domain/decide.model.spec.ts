import fc from 'fast-check';
import { anOpening, aPermit, approver, aText, Desk, licenseId, officer } from '../../test/support/builders.js';
import { expect } from '../../test/support/quick-expect.js';
import { faultsOfNotice, faultsOfReminding } from '../../test/support/sound-reminding.js';
import { addDays, shanghaiDay } from '../calendar/index.js';
import type { Actor } from './actor.js';
import { agenda } from './agenda.js';
import type { ItemsAsCorrected, LicenseCommand, LicenseCommandType } from './commands.js';
import { type Correctable, proposable } from './correctable.js';
import type { CorrectedValue } from './corrected-value.js';
import { decide } from './decide.js';
import { DomainError } from './errors.js';
import type { LicenseEvent, RecordedEvent } from './events.js';
import { evolve, fold } from './evolve.js';
import type { FilingKind, LicenseState } from './license.js';
import { operationsOf, presentTimeWithoutRight } from './operations.js';
import { hasEnded, licenseStatus } from './status.js';
import { tick } from './tick.js';
import { nextWakeUp } from './wake.js';

/** One step of a random life: some days pass, then somebody asks for something. */
interface Step {
  wait: number;
  actor: Actor;
  /** The day of the act, counted from today: mostly right, sometimes too early, sometimes ahead. */
  offset: number;
  filingId: string;
  /** Which command, and a number to fill it with. */
  pick: number;
  number: number;
  /** Most steps choose among what is allowed, so that lives get far; the others ask for anything. */
  wild: boolean;
}

/** Runs in all, shared out among the starts; a long search by hand sets PAIZHAO_MODEL_RUNS, such as 20000. */
const runs = Number(process.env.PAIZHAO_MODEL_RUNS ?? 500);

const filings = [
  'new-1',
  'new-2',
  'renewal-1',
  'renewal-2',
  'change-1',
  'termination-1',
  'reissue-1',
  'annual-report-2027',
  'annual-report-2028',
];

const nothingEntered = { seq: 1, member: 'validOn', kind: 'day', value: null } as const;

/** Something else that may stand in the place of what an entry says. */
function otherThan(
  { kind, value }: Pick<Correctable, 'kind' | 'value'>,
  state: LicenseState,
  on: string,
  number: number,
): CorrectedValue | ItemsAsCorrected {
  switch (kind) {
    case 'day':
      return addDays(typeof value === 'string' ? value : on, (number % 9) - 4);
    case 'movement':
      return number % 3 === 0 ? null : addDays(typeof value === 'string' ? value : on, (number % 9) - 4);
    case 'number':
      return number % 5 === 0 ? null : `N-${number}`;
    case 'items':
      return [{ id: null, requirementId: number % 2 === 0 ? 'business-license' : null, text: aText }];
    case 'service-types':
      return number % 2 === 0 ? ['B22'] : ['B24', 'B22'];
    case 'coverage':
      return number % 2 === 0 ? { kind: 'nationwide' } : { kind: 'province', provinces: ['gd'] };
    case 'filing':
      return Object.keys(state.filings)[number % Object.keys(state.filings).length] ?? 'new-1';
    case 'period':
      return number % 3 === 0 ? null : { startedOn: on, stoppedOn: number % 2 === 0 ? on : null };
    case 'authority':
      return [null, 'gd', 'MIIT'][number % 3] ?? null;
    case 'yes-no':
      return value !== true;
    default:
      return kind satisfies never;
  }
}

/** What a correction is proposed of. */
function anEntry(state: LicenseState, number: number): typeof nothingEntered | Correctable {
  const entries = proposable(state);
  return entries[number % (entries.length || 1)] ?? nothingEntered;
}

/** Every command that changes a license, about a filing and on a day. */
function commands(
  state: LicenseState,
  filingId: string,
  on: string,
  number: number,
  entry = anEntry(state, number),
): LicenseCommand[] {
  const of = <T extends LicenseCommand['type']>(type: T, data: Extract<LicenseCommand, { type: T }>['data']) =>
    ({ type, validOn: on, data }) as LicenseCommand;
  const items = [{ requirementId: number % 2 === 0 ? 'business-license' : null, text: aText }];
  const file = {
    sha256: number.toString(16).padStart(64, '0'),
    bytes: 1,
    mediaType: 'application/pdf',
    issuedOn: on,
    reason: null,
  };
  const start = number % 3 === 0 ? addDays(on, 1) : on;
  const permit = aPermit({
    validFrom: start,
    printedLastDay: addDays(start, 1825 + (number % 40)),
    serviceTypes: number % 5 === 0 ? (state.permit?.serviceTypes ?? ['B24']) : ['B24'],
  });
  const change = {
    kind: 'shareholders',
    decidedOn: on,
    registeredOn: null,
    effectiveOn: null,
    operatorChanges: null,
  } as const;
  const kind = filingId.replace(/-\d+$/, '') as FilingKind;
  const types = number % 2 === 0 ? null : ['B24'];
  const named = kind === 'renewal' || kind === 'termination' ? { serviceTypes: types } : {};
  const changes = state.changes
    .filter(({ filingId: answer }) => answer === null)
    .map(({ obligationId }) => obligationId);
  const { issuedOn: _on, reason: _why, ...scan } = file;
  const itemId = `r${(number % 3) + 1}-1`;
  const elsewhere = number % 2 === 0 ? { reroutedTo: number % 4 === 0 ? 'MIIT' : 'gd' } : {};
  const settled = { differences: ['serviceTypes' as const], reason: aText };
  const conditions = [{ kind: 'standing' as const, serviceType: null, text: aText, dueOn: null }];
  const returnPaper = number % 3 === 0 ? { dueOn: number % 2 === 0 ? null : addDays(on, 20) } : null;
  const { seq, member } = entry;
  return [
    of('open-filing', {
      kind,
      period: filingId.startsWith('annual') ? filingId.slice(-4) : null,
      answers: kind === 'change' ? changes : [],
      plannedOn: null,
      ...named,
    }),
    of('supply-material', { filingId, requirementId: 'business-license', materialId: `m${number}`, ...file }),
    of('sign-off-pack', { filingId, deferred: [] }),
    of('submit-filing', { filingId }),
    of('record-receipt', { filingId, receivedOn: on, number: null }),
    of('record-correction-notice', { filingId, noticedOn: on, dueOn: null, number: null, items }),
    of('record-acceptance', { filingId, acceptedOn: on, number: null }),
    of('confirm-deemed-acceptance', { filingId }),
    of('record-non-acceptance', { filingId, decidedOn: on, number: null, reason: null, ...elsewhere }),
    of('start-expert-review', { filingId, from: on, announcedUntil: null }),
    of('end-expert-review', { filingId, on }),
    of('record-grant', { filingId, grantedOn: on, number: null, refusedTypes: number % 9 === 0 ? ['B22'] : [] }),
    of('record-refusal', {
      filingId,
      refusedOn: on,
      servedOn: on,
      number: null,
      falseMaterial: number % 3 === 0,
      reason: null,
    }),
    of('record-publication', { filingId, publishedOn: on }),
    of('record-termination', { filingId, endedOn: on, number: null, returnPaper }),
    of('withdraw-filing', { filingId, withdrawnOn: on }),
    of('record-report-return', { filingId, returnedOn: on, dueOn: null }),
    of('record-report-filed', { filingId, filedOn: on, number: null }),
    of('record-permit', { filingId, permit, issuedOn: on }),
    of('record-permit', { filingId, permit, issuedOn: on, form: 'electronic', settled, conditions }),
    of('answer-correction-item', { filingId, itemId, text: aText }),
    of('pass-over-correction-item', { filingId, itemId, reason: aText }),
    of('attach-scan', {
      entry: state.papers[number % (state.papers.length || 1)]?.seq ?? 1,
      scanId: `scan-${number}`,
      replaces: null,
      ...scan,
    }),
    of('decide-permit-end', { lastDay: permit.printedLastDay, reason: aText }),
    ...(state.permit?.terms ?? []).map(({ lastDay }) => of('decide-permit-end', { lastDay, reason: aText })),
    of('confirm-deemed-renewal', { filingId }),
    of('record-suspension', { from: on, until: null, number: null }),
    of('lift-suspension', { on }),
    of('record-revocation', {
      outcome: 'set-aside',
      revokedOn: on,
      number: null,
      byFraud: number % 2 === 0,
      returnPaper,
    }),
    of('record-cancellation', { cancelledOn: on, number: null, returnPaper }),
    of('record-permit-return', { returnedOn: on }),
    of('record-replacement', { by: 'another-license', on }),
    of('decide-non-renewal', { decidedOn: on, serviceTypes: types, reason: null }),
    of('withdraw-non-renewal', { on }),
    of('record-non-renewal-report', { reportedOn: on, number: null }),
    of('propose-correction', { seq, member, to: otherThan(entry, state, on, number), reason: aText }),
    ...Object.values(state.proposedCorrections).map((proposal) =>
      of('approve-correction', { seq: proposal.seq, member: proposal.member }),
    ),
    of('open-service', { serviceType: 'B24', openedOn: on, evidence: null, violation: number % 2 === 0 }),
    of('record-company-fact', { change, facts: {}, companySeq: number }),
    of('record-company-fact', { change: null, facts: { foreignShare: number % 40 }, companySeq: number }),
    of('record-flag', { flag: number % 3 === 0 ? 'dishonest-list' : 'bad-list', listed: number % 2 === 0, on }),
    of('record-flag', { flag: 'bad-list', listed: number % 2 === 0, on, companySeq: number }),
    of('answer-operator-question', { obligationId: `change:${number % 20}`, operatorChanges: true }),
    of('propose-waiver', { obligationId: `renewal:${number % 20}`, reason: aText }),
    of('approve-waiver', { obligationId: `renewal:${number % 20}` }),
    of('start-operation', {
      serviceType: 'B24',
      province: number % 3 === 0 ? 'gd' : 'sh',
      startedOn: on,
      stoppedOn: null,
      evidence: null,
    }),
    of('stop-operation', { operationId: `operation-${(number % 4) + 1}`, stoppedOn: on, evidence: null }),
    of('state-income', { income: number, asOf: on, evidence: null }),
    of('record-inspection', {
      inspectionId: null,
      kind: 'paper',
      heldOn: on,
      officials: null,
      number: null,
      findings: [aText],
      answerDueOn: number % 2 === 0 ? addDays(on, 20) : null,
    }),
    of('answer-inspection', {
      inspectionId: `inspection-${(number % 4) + 1}`,
      answeredOn: on,
      number: null,
      text: null,
    }),
    of('record-condition', { kind: 'open-service', serviceType: 'B24', text: aText, dueOn: addDays(on, 200) }),
    of('open-service', { serviceType: 'B22', openedOn: on, evidence: null, violation: number % 2 === 0 }),
    of('correct-operation', {
      operationId: `operation-${(number % 4) + 1}`,
      period: number % 3 === 0 ? null : { startedOn: on, stoppedOn: number % 2 === 0 ? on : null },
      reason: aText,
    }),
    of('announce-inspection', { kind: 'on-site', announcedOn: on, plannedOn: null, number: null }),
    of('note-site-visit', { filingId, on, officials: 2, note: null }),
    of('record-condition', { kind: 'act', serviceType: null, text: aText, dueOn: null }),
    of('meet-condition', { conditionId: `condition-${(number % 4) + 1}`, metOn: on, evidence: aText }),
    of('record-companion', {
      companion: 'number-certificate-95',
      number: `95${number}`,
      holder: aText,
      validFrom: on,
      lastDay: addDays(on, 400),
    }),
    of('renew-companion', { companionId: 'companion-1', validFrom: on, lastDay: addDays(on, 800) }),
    of('record-companion-report', { companionId: 'companion-1', year: on.slice(0, 4), filedOn: on }),
    of('end-companion', { companionId: 'companion-1', endedOn: on }),
    of('authorize-subsidiary', {
      name: '子公司',
      uscc: '91310000MA1FL0000N',
      percent: 60,
      serviceTypes: ['B24'],
      provinces: ['sh'],
      approvedOn: on,
      shownOnPermit: true,
    }),
    of('end-subsidiary', { subsidiaryId: 'subsidiary-1', endedOn: on }),
    of('confirm-duty', { duty: 'display-permit-number', on, place: null, evidence: null }),
    ...Object.entries(state.notices).flatMap(([obligationId, { fired }]) =>
      fired.slice(-1).map(({ rung }) => of('acknowledge-notice', { obligationId, rung })),
    ),
    ...state.attention.map(({ reason, about }) => of('clear-attention', { reason, about })),
    of('close-license', { reason: aText }),
    of('wake-up', {}),
  ];
}

const steps: fc.Arbitrary<Step> = fc.record({
  wait: fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: 12 }) },
    { weight: 1, arbitrary: fc.integer({ min: 100, max: 400 }) },
  ),
  actor: fc.constantFrom<Actor>(officer, approver),
  offset: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, fc.integer({ min: -15, max: 1 })),
  filingId: fc.constantFrom(...filings),
  pick: fc.nat(),
  number: fc.nat({ max: 5000 }),
  wild: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, fc.constant(true)),
});

/** These end a life; a guided step does not choose them. */
const endings: readonly LicenseCommandType[] = [
  'close-license',
  'record-cancellation',
  'record-revocation',
  'record-replacement',
  'withdraw-filing',
];

function guided(desk: Desk, actor: Actor, on: string, { pick, number }: Step): LicenseCommand | null {
  const entry = anEntry(desk.state, number);
  const asked = [...new Set([...filings, ...Object.keys(desk.state.filings)])]
    .flatMap((filingId) => commands(desk.state, filingId, on, number, entry))
    .filter(({ type }) => !endings.includes(type));
  // From a random place on, in strides that meet every command once: the first one that changes something.
  for (let i = 0; i < asked.length; i++) {
    const command = asked[(pick + i * stride(asked.length)) % asked.length];
    if (command && changesSomething(desk, command, actor)) return command;
  }
  return null;
}

const stride = (length: number): number => (length % 37 === 0 ? 41 : 37);

function changesSomething(desk: Desk, command: LicenseCommand, actor: Actor): boolean {
  try {
    return decide(desk.state, command, desk.context(actor)).length > 0;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return false;
  }
}

/** A filing in preparation is completed, signed off and handed in, as one step. */
function handIn(desk: Desk): void {
  const open = Object.values(desk.state.filings).find(
    ({ status }) => status === 'draft' || status === 'correction' || status === 'returned',
  );
  if (!open || desk.state.closed) return;
  const filingId = open.id;
  const steps = [
    () => desk.supplies(filingId),
    () => open.kind === 'reissue' && desk.does('record-publication', { filingId, publishedOn: desk.today }),
    () => desk.does('sign-off-pack', { filingId, deferred: [] }, { by: { kind: 'person', id: 'person-third' } }),
    () => desk.does('submit-filing', { filingId }),
  ];
  try {
    for (const step of steps) step();
  } catch (error) {
    // A report that waits for a change of the permit, say.
    if (!(error instanceof DomainError)) throw error;
  }
}

/** What the licenses of the first release pin. */
const firstPins = { pack: 'cn-vats-current@1', calendar: 'cn-2026.1' };

/** Lives that reach somewhere: a prepared start, then anything. */
const starts = {
  opened: () => Desk.opens('2026-11-20'),
  signed: () => Desk.opens('2026-11-20').prepares(),
  reviewed: () => Desk.opens('2026-11-20').prepares().submits().accepted(),
  held: () => Desk.holds('2026-11-20'),
  'held for two types': () =>
    Desk.holds('2026-11-20', { serviceTypes: ['B24', 'B22'], validFrom: '2022-03-01', printedLastDay: '2027-02-28' }),
  'opened under the first pack': () => Desk.opens('2026-11-20', { pins: firstPins }),
  'held under the first pack': () =>
    Desk.holds('2026-11-20', { validFrom: '2022-03-01', printedLastDay: '2027-02-28' }, { pins: firstPins }),
  'renewing one of two types': () =>
    Desk.holds('2026-11-20', { serviceTypes: ['B24', 'B22'], validFrom: '2022-03-01', printedLastDay: '2027-02-28' })
      .prepares({ kind: 'renewal', serviceTypes: ['B24'] })
      .submits()
      .accepted(),
  terminating: () => Desk.holds('2026-11-20').prepares({ kind: 'termination' }).submits().accepted().published(),
  renewing: () =>
    Desk.holds('2026-11-20', { validFrom: '2022-03-01', printedLastDay: '2027-02-28' })
      .prepares({ kind: 'renewal' })
      .submits()
      .accepted(),
};

describe('any sequence of commands', () => {
  it.each(Object.keys(starts) as (keyof typeof starts)[])(
    'keeps the promises of the core, from a license %s',
    (start) => {
      fc.assert(
        fc.property(fc.array(steps, { minLength: 1, maxLength: 25 }), (life) => {
          const desk = starts[start]();
          for (const step of life) {
            pass(desk, step.wait);
            if (!step.wild && step.pick % 5 === 0) handIn(desk);
            fix(desk.state);
            const on = addDays(desk.today, step.offset);
            const any = commands(desk.state, step.filingId, on, step.number);
            const command = step.wild ? any[step.pick % any.length] : guided(desk, step.actor, on, step);
            if (command) ask(desk, command, step.actor);
          }
          // What was decided always fits the machines, and the snapshot is what the record folds to.
          expect(desk.state.unknownEvents).toEqual([]);
          expect(fold(licenseId, desk.history)).toEqual(desk.state);
          expectSoundAgenda(desk);
          expectSoundReminding(desk);
          // Whatever runs without a right has its alarm, and nothing else has one.
          const alarms = agenda(desk.state, desk.context()).filter(({ kind }) => kind === 'operating-without-permit');
          const without = operationsOf(desk.state).filter((each) =>
            presentTimeWithoutRight(desk.state, each, desk.context()),
          );
          expect(alarms).toHaveLength(desk.state.closed ? 0 : without.length);
        }),
        { numRuns: Math.ceil(runs / Object.keys(starts).length) },
      );
    },
  );
});

/** Each duty once, with a ladder to remind by; and whatever comes next is still ahead. */
function expectSoundAgenda(desk: Desk): void {
  const duties = agenda(desk.state, desk.context());
  expect(new Set(duties.map(({ id }) => id)).size).toBe(duties.length);
  const { law } = desk.context();
  for (const { kind } of duties) expect(law.pack.ladders.some(({ obligation }) => obligation === kind)).toBe(true);
  expect(tick(desk.state, desk.now, desk.context())).toEqual([]);
  if (hasEnded(desk.state, desk.nextWake())) expect(duties).toEqual([]);
  const wake = nextWakeUp(desk.state, desk.context());
  if (wake) expect(wake.at > desk.now).toBe(true);
}

/** Nothing due is left unsaid, nothing is said in vain, and nothing that is open falls silent. */
function expectSoundReminding(desk: Desk): void {
  const faults = faultsOfReminding(desk.state, desk.context());
  let before: LicenseState | null = null;
  for (const event of desk.history) {
    const context = { ...desk.context(), now: event.recordedAt, today: shanghaiDay(event.recordedAt) };
    if (before && event.type === 'notice-due') faults.push(...faultsOfNotice(before, event, context));
    before = evolve(licenseId, before, event);
  }
  expect(faults).toEqual([]);
}

/** Time passes unwatched, so that all that fell due meanwhile is found at once. */
function pass(desk: Desk, days: number): void {
  if (days === 0) return;
  desk.sleepTo(addDays(desk.today, days));
  desk.settle();
}

function ask(desk: Desk, command: LicenseCommand, actor: Actor): void {
  try {
    const events = decide(desk.state, command, desk.context(actor));
    expect(events.every(({ validOn }) => validOn <= desk.today)).toBe(true);
    desk.record(events, actor);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
  const status: unknown = licenseStatus(desk.state, desk.today);
  const isWord = typeof status === 'string' && /^[a-z-]+$/.test(status);
  expect({ status, isWord }).toEqual({ status, isWord: true });
}

const fixed = new WeakSet<object>();

/** Whoever changed it, or what it consists of, would fail: a state is only ever followed by another one. */
function fix(part: unknown): void {
  if (typeof part !== 'object' || part === null || fixed.has(part)) return;
  fixed.add(Object.freeze(part));
  for (const each of Object.values(part)) fix(each);
}

describe('evolve', () => {
  it('never throws, whatever stands on record', () => {
    const opened = Desk.opens('2026-11-20').prepares().submits().history;
    const types = [
      ...new Set([
        ...opened.map(({ type }) => type),
        'permit-renewed',
        'renewal-deemed',
        'service-opened',
        'notice-due',
        'obligation-waived',
        'company-flag-listed',
        'permit-registered',
        'operation-started',
        'operating-alarm-raised',
        'inspection-held',
        'companion-renewed',
        'from-the-future',
        'constructor',
        '__proto__',
      ]),
    ];
    const events = fc.record({
      type: fc.constantFrom(...types),
      v: fc.constantFrom(1, 2),
      data: fc.oneof(fc.object(), fc.constant(null), fc.record({ filingId: fc.constantFrom('new-1', '__proto__') })),
    });
    fc.assert(
      fc.property(fc.array(events, { maxLength: 6 }), (strange) => {
        let state: LicenseState | null = fold(licenseId, opened);
        for (const event of strange) {
          const seq = (state?.seq ?? 0) + 1;
          const recorded = {
            ...event,
            seq,
            validOn: '2026-11-20',
            recordedAt: '2026-11-20T02:00:00.000Z',
            actor: officer,
          } as unknown as RecordedEvent;
          state = evolve(licenseId, state, recorded);
          expect(state?.seq).toBe(seq);
        }
        expect(state && licenseStatus(state, '2026-11-20')).toBeDefined();
      }),
    );
  });

  it('passes over a type or a version that it does not know, and says so', () => {
    const { state } = Desk.opens('2026-11-20');
    const next = { seq: 2, validOn: '2026-11-20', recordedAt: '2026-11-20T03:00:00.000Z', actor: officer };
    for (const strange of [
      { ...next, type: 'from-the-future', v: 1, data: {} },
      { ...next, type: 'license-closed', v: 2, data: {} },
      { ...next, type: 'license-opened', v: 1, data: anOpening() },
    ]) {
      const after = evolve(licenseId, state, strange as unknown as RecordedEvent);
      expect(after).toEqual({ ...state, seq: 2, recordedAt: next.recordedAt, unknownEvents: [2] });
    }
  });

  it('passes over an event that the machines do not allow', () => {
    const desk = Desk.opens('2026-11-20').prepares();
    const granted: LicenseEvent = {
      type: 'filing-granted',
      v: 2,
      validOn: '2026-11-20',
      data: { filingId: 'new-1', grantedOn: '2026-11-20', servedOn: '2026-11-20', number: null, refusedTypes: [] },
    };
    desk.record([granted]);
    expect(desk.state.filings['new-1']?.status).toBe('draft');
    expect(desk.state.unknownEvents).toEqual([desk.state.seq]);
  });

  it('waits for the beginning of a stream', () => {
    const closed = {
      type: 'license-closed',
      v: 1,
      seq: 1,
      validOn: '2026-11-20',
      recordedAt: '2026-11-20T03:00:00.000Z',
      actor: officer,
      data: { reason: aText },
    } as const;
    expect(evolve(licenseId, null, closed)).toBeNull();
  });
});
