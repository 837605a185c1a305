import { aPermit, approver, aText, Desk, licenseId, officer } from '../../test/support/builders.js';
import { addDays } from '../calendar/index.js';
import { proposable } from './correctable.js';
import type { RecordedEvent } from './events.js';
import { fold } from './evolve.js';
import type { LicenseState } from './license.js';
import { isPaper, paperEntries } from './papers.js';

/** The entry of a type that stands last on record. */
const entry = (desk: Desk, type: RecordedEvent['type']): number => {
  const found = desk.history.findLast((event) => event.type === type);
  if (!found) throw new Error(`no ${type} on record`);
  return found.seq;
};

const correct = (desk: Desk, seq: number, member: string, to: string): Desk =>
  desk
    .does('propose-correction', { seq, member, to, reason: aText })
    .does('approve-correction', { seq, member }, { by: approver });

const reviewed = () => Desk.opens('2026-03-02').prepares().submits().accepted();
const corrected = () =>
  Desk.opens('2026-03-02')
    .prepares()
    .submits()
    .does('record-correction-notice', {
      filingId: 'new-1',
      noticedOn: '2026-03-02',
      dueOn: '2026-03-20',
      number: null,
      items: [{ requirementId: null, text: aText }],
    });
const examined = () =>
  reviewed()
    .does('start-expert-review', { filingId: 'new-1', from: '2026-03-02', announcedUntil: '2026-04-01' })
    .does('end-expert-review', { filingId: 'new-1', on: '2026-03-02' });
const refused = () =>
  reviewed().does('record-refusal', {
    filingId: 'new-1',
    refusedOn: '2026-03-02',
    servedOn: '2026-03-02',
    number: null,
    falseMaterial: true,
    reason: null,
  });
const issued = () => examined().granted().issued({ validFrom: '2026-03-02', printedLastDay: '2031-03-01' });
const opened = () =>
  issued().does('open-service', { serviceType: 'B24', openedOn: '2026-03-02', evidence: null, violation: false });
const changed = () =>
  issued().does('record-company-fact', {
    change: {
      kind: 'shareholders',
      decidedOn: '2026-03-01',
      registeredOn: '2026-03-02',
      effectiveOn: '2026-07-01',
      operatorChanges: true,
    },
    facts: {},
    companySeq: 2,
  });
const taken = () =>
  opened().does('record-revocation', {
    outcome: 'revoked',
    revokedOn: '2026-03-02',
    number: null,
    returnPaper: { dueOn: '2026-04-01' },
  });
const terminating = () => issued().prepares({ kind: 'termination' }).submits().accepted().published().granted();
const givenUp = () =>
  issued()
    .does('decide-non-renewal', { decidedOn: '2026-03-02', serviceTypes: null, reason: null })
    .does('record-flag', { flag: 'bad-list', listed: true, on: '2026-03-02' });
const certified = () =>
  issued()
    .does('record-companion', {
      companion: 'number-certificate-95',
      number: '95123',
      holder: aText,
      validFrom: '2021-03-10',
      lastDay: '2026-03-09',
    })
    .does('renew-companion', { companionId: 'companion-1', validFrom: '2026-03-10', lastDay: '2031-03-09' });
const inspected = () =>
  issued().does('record-inspection', {
    inspectionId: null,
    kind: 'paper',
    heldOn: '2026-03-02',
    officials: null,
    number: 'I-1',
    findings: [aText],
    answerDueOn: '2026-03-20',
  });
const reported = () =>
  Desk.holds('2026-03-02', { validFrom: '2024-01-10', printedLastDay: '2029-01-09' })
    .prepares({ kind: 'annual-report', period: '2026' })
    .submits()
    .does('record-report-return', { filingId: 'annual-report-2026', returnedOn: '2026-03-02', dueOn: '2026-03-20' });

const held = () => Desk.holds('2026-03-02', { validFrom: '2024-01-10', printedLastDay: '2029-01-09' });
const termsOfHeld = { validFrom: '2024-01-10', printedLastDay: '2029-01-09' };
const resubmitted = () =>
  reported()
    .supplies('annual-report-2026')
    .does('sign-off-pack', { filingId: 'annual-report-2026', deferred: [] }, { by: approver })
    .does('submit-filing', { filingId: 'annual-report-2026' })
    .does('record-report-filed', { filingId: 'annual-report-2026', filedOn: '2026-03-02', number: null });
const amended = () => held().prepares({ kind: 'change' }).submits().accepted().granted().issued(termsOfHeld);
const renewed = () =>
  Desk.holds('2028-03-02', termsOfHeld)
    .prepares({ kind: 'renewal' })
    .submits()
    .accepted()
    .granted()
    .issued({ validFrom: '2029-01-10', printedLastDay: '2034-01-09' });
const reissued = () => held().prepares({ kind: 'reissue' }).submits().issued(termsOfHeld);
const suspended = () =>
  held()
    .does('record-suspension', { from: '2026-03-02', until: null, number: null })
    .does('lift-suspension', { on: '2026-03-02' });
const cancelled = () =>
  held().does('record-cancellation', { cancelledOn: '2026-03-02', number: null, returnPaper: { dueOn: '2026-04-01' } });
const terminated = () =>
  terminating().does('record-termination', {
    filingId: 'termination-1',
    endedOn: '2026-03-02',
    number: null,
    returnPaper: null,
  });
const endedInPart = () =>
  Desk.holds('2026-03-02', { ...termsOfHeld, serviceTypes: ['B24', 'B25'] })
    .prepares({ kind: 'termination', serviceTypes: ['B25'] })
    .submits()
    .accepted()
    .published()
    .granted()
    .does('record-termination', { filingId: 'termination-1', endedOn: '2026-03-02', number: null });
const reportedToAuthority = () =>
  givenUp().does('record-non-renewal-report', { reportedOn: '2026-03-02', number: null });
const announced = () =>
  issued().does('announce-inspection', {
    kind: 'on-site',
    announcedOn: '2026-03-02',
    plannedOn: '2026-03-20',
    number: null,
  });
const notAccepted = () =>
  Desk.opens('2026-03-02')
    .prepares()
    .submits()
    .does('record-non-acceptance', { filingId: 'new-1', decidedOn: '2026-03-02', number: null, reason: null });
const withdrawn = () =>
  Desk.opens('2026-03-02')
    .prepares()
    .submits()
    .does('withdraw-filing', { filingId: 'new-1', withdrawnOn: '2026-03-02' });
const taking = (outcome: 'set-aside' | 'withdrawn') => () =>
  opened().does('record-revocation', { outcome, revokedOn: '2026-03-02', number: null, returnPaper: null });

const lives = {
  reviewed,
  corrected,
  examined,
  refused,
  issued,
  opened,
  changed,
  taken,
  terminating,
  givenUp,
  certified,
  inspected,
  reported,
  resubmitted,
  amended,
  renewed,
  reissued,
  suspended,
  cancelled,
  terminated,
  endedInPart,
  reportedToAuthority,
  announced,
  notAccepted,
  withdrawn,
  setAside: taking('set-aside'),
  takenBack: taking('withdrawn'),
};

/** As if the right day had been entered at once: the members of the correction put into the entry that they name. */
function enteredRight(history: readonly RecordedEvent[]): RecordedEvent[] {
  const last = history.at(-1);
  if (last?.type !== 'entry-corrected') throw new Error('no correction at the end');
  return history.slice(0, -2).map((event) => {
    if (event.seq !== last.data.seq) return event;
    const right = structuredClone(event) as unknown as Record<string, unknown>;
    for (const { member, to } of last.data.changes) {
      // A paper is true from its own day on.
      const itsDay = isPaper(event.type) ? paperEntries[event.type].day : null;
      if (member === itsDay && (event.data as Record<string, unknown>)[member] === event.validOn) right.validOn = to;
      const opening = /^opened\.(.*)\.openedOn$/.exec(member);
      const data = right.data as Record<string, unknown>;
      if (opening) {
        const services = data.opened as { serviceType: string; openedOn: unknown }[];
        for (const service of services) if (service.serviceType === opening[1]) service.openedOn = to;
      } else put(member === 'validOn' ? right : data, member.split('.'), to);
    }
    return right as unknown as RecordedEvent;
  });
}

function put(object: Record<string, unknown>, [name = '', ...rest]: string[], to: unknown): void {
  if (rest.length === 0) object[name] = to;
  else put(object[name] as Record<string, unknown>, rest, to);
}

/** Where a state stands in its stream, and that it was corrected, is not what a correction is about. */
const facts = ({ seq: _seq, recordedAt: _at, corrected: _made, ...state }: LicenseState) => state;

describe('every day that may be corrected', () => {
  const cases = Object.entries(lives).flatMap(([name, live]) =>
    proposable(live().state)
      .filter(({ kind }) => kind === 'day')
      .map(({ seq, member }) => ({ name, seq, member })),
  );

  it('is that of every paper of the authority', () => {
    const told = Object.values(lives).flatMap((live) => {
      const { state } = live();
      const members = proposable(state).map(({ seq, member }) => `${seq}:${member}`);
      return state.papers.map(({ seq, type }) => ({
        type,
        correctable: members.filter((member) => member === `${seq}:${paperEntries[type].day}`).length,
      }));
    });
    expect(told.filter(({ correctable }) => correctable !== 1)).toEqual([]);
    expect([...new Set(told.map(({ type }) => type))].sort()).toEqual(Object.keys(paperEntries).sort());
  });

  it('is found in many entries', () => {
    expect(cases.length).toBeGreaterThan(60);
    expect(new Set(cases.map(({ member }) => member)).size).toBeGreaterThan(18);
  });

  it.each(cases)(
    '$name: $member of entry $seq ends in the state that the right entry gives',
    ({ name, seq, member }) => {
      const desk = lives[name as keyof typeof lives]();
      const value = proposable(desk.state).find((each) => each.seq === seq && each.member === member)?.value;
      const to = addDays(typeof value === 'string' ? value : '2026-03-02', -1);
      const change = { member, from: value ?? null, to };
      const derived =
        member === 'permit.validFrom'
          ? [{ member: 'computedLastDay', from: null, to: addDays(desk.term.computedLastDay, -1) }]
          : [];
      const data = { seq, changes: [change, ...derived], proposedBy: 'person-owner' };
      desk.record([
        { type: 'entry-correction-proposed', v: 4, validOn: desk.today, data: { ...change, seq, reason: aText } },
        { type: 'entry-corrected', v: 4, validOn: desk.today, data },
      ]);
      const history = desk.history.slice(0, desk.history.findLastIndex(({ type }) => type === 'entry-corrected') + 1);
      const after = fold(licenseId, history);
      const right = fold(licenseId, enteredRight(history));
      if (!after || !right) throw new Error('nothing folded');
      expect(after.unknownEvents).toEqual([]);
      expect(facts(after)).toEqual(facts(right));
      expect(proposable(after).find((each) => each.seq === seq && each.member === member)?.value).toBe(to);
    },
  );
});

const open = { stoppedOn: null, evidence: null };

describe('a mistaken entry', () => {
  it('is corrected by two persons; its obligation moves, and the owner hears of it', () => {
    const desk = Desk.opens('2026-03-02').prepares();
    desk.does('submit-filing', { filingId: 'new-1' });
    desk.until('2026-03-10').does('record-receipt', { filingId: 'new-1', receivedOn: '2026-03-09', number: null });
    desk.does('record-acceptance', { filingId: 'new-1', acceptedOn: '2026-03-10', number: null }).until('2026-05-11');
    const [before] = desk.agenda('review');
    expect(desk.newestNotice('review')).toBe(before?.id);
    correct(desk, entry(desk, 'receipt-recorded'), 'receivedOn', '2026-03-10');
    const [after] = desk.agenda('review');
    expect([before?.id, before?.deadline?.date]).toEqual([after?.id, '2026-05-08']);
    expect(after?.deadline?.date).toBe('2026-05-09');
    expect(desk.history.at(-1)).toMatchObject({
      type: 'notice-due',
      data: { rung: 'date-moved-1', movedFrom: '2026-05-08', date: '2026-05-09' },
    });
  });

  it('still shows its old day to whoever asks what was known before', () => {
    const desk = reviewed();
    const seq = entry(desk, 'filing-accepted');
    desk.until('2026-03-05');
    desk.does('propose-correction', { seq, member: 'acceptedOn', to: '2026-03-04', reason: aText });
    const known = fold(licenseId, desk.history);
    desk.does('approve-correction', { seq, member: 'acceptedOn' }, { by: approver });
    expect(known?.filings['new-1']?.acceptance?.on).toBe('2026-03-02');
    expect(desk.acceptance('new-1').on).toBe('2026-03-04');
    expect(desk.history.find((event) => event.seq === seq)?.data).toMatchObject({ acceptedOn: '2026-03-02' });
  });

  it('takes back an acceptance by silence that rested on it, and silence is counted anew', () => {
    const desk = Desk.opens('2026-03-02').prepares().submits().until('2026-03-10');
    const seq = entry(desk, 'receipt-recorded');
    expect(desk.acceptance('new-1')).toMatchObject({ by: 'silence', on: '2026-03-02' });
    correct(desk, seq, 'receivedOn', '2026-03-09');
    expect(desk.filing('new-1')).toMatchObject({ status: 'submitted', acceptance: null });
    desk.until('2026-03-17');
    expect(desk.acceptance('new-1')).toMatchObject({ by: 'silence', on: '2026-03-09', limit: '2026-03-16' });
  });

  it('takes back an expiry that had not come yet, with the services that it ended', () => {
    const desk = Desk.holds('2026-03-02', { validFrom: '2022-03-10', printedLastDay: '2026-03-09' });
    desk.does('decide-permit-end', { lastDay: '2026-03-09', reason: aText }).until('2026-03-20');
    expect(desk.state.permit).toMatchObject({ status: 'expired', services: { B24: { status: 'ended' } } });
    correct(desk, entry(desk, 'permit-registered'), 'permit.printedLastDay', '2027-03-09');
    expect(desk.state.permit).toMatchObject({ status: 'valid', services: { B24: { status: 'opened' } } });
    expect(desk.term.lastDay).toBe('2027-03-09');
  });

  it('takes back a deemed renewal that came too early', () => {
    const desk = Desk.holds(
      '2026-03-02',
      { validFrom: '2021-09-16', printedLastDay: '2026-09-15' },
      { grantedOn: '2021-09-10' },
    );
    desk.prepares({ kind: 'renewal' }).submits().accepted().until('2026-09-16');
    expect(desk.term.provisional).toBe(true);
    correct(desk, entry(desk, 'permit-registered'), 'permit.validFrom', '2021-10-16');
    correct(desk, entry(desk, 'permit-registered'), 'permit.printedLastDay', '2026-10-15');
    expect(desk.state.permit?.terms).toMatchObject([{ lastDay: '2026-10-15', provisional: false }]);
    desk.until('2026-10-16');
    expect(desk.term).toMatchObject({ provisional: true, validFrom: '2026-10-16' });
  });

  it('gives back the types that a deemed renewal had left out', () => {
    const desk = Desk.holds(
      '2026-03-02',
      { serviceTypes: ['B24', 'B22'], validFrom: '2021-09-16', printedLastDay: '2026-09-15' },
      { grantedOn: '2021-09-10' },
    );
    desk.does('start-operation', { serviceType: 'B22', province: 'sh', startedOn: '2026-01-05', ...open });
    desk
      .prepares({ kind: 'renewal', serviceTypes: ['B24'] })
      .submits()
      .accepted()
      .until('2026-09-17');
    expect(desk.agenda('operating-without-permit')).toHaveLength(1);
    correct(desk, entry(desk, 'permit-registered'), 'permit.validFrom', '2021-10-16');
    correct(desk, entry(desk, 'permit-registered'), 'permit.printedLastDay', '2026-10-15');
    expect(desk.state.permit?.services.B22?.status).toBe('not-opened');
    expect(desk.agenda('operating-without-permit')).toEqual([]);
    desk.until('2026-10-16');
    expect(desk.agenda('operating-without-permit')).toMatchObject([{ openedOn: '2026-10-16' }]);
  });

  const renewing = () =>
    Desk.holds(
      '2026-06-01',
      { validFrom: '2021-09-16', printedLastDay: '2026-09-15' },
      { grantedOn: '2021-09-10' },
    ).prepares({ kind: 'renewal' });

  it('takes back a deemed renewal whose application came too late', () => {
    const desk = renewing().submits().until('2026-09-20');
    expect(desk.term.provisional).toBe(true);
    correct(desk, entry(desk, 'receipt-recorded'), 'receivedOn', '2026-07-01');
    expect(desk.state.permit).toMatchObject({ status: 'expired', terms: [{ lastDay: '2026-09-15' }] });
    expect(desk.state.unknownEvents).toEqual([]);
  });

  it('takes back an expiry where the application had come in time, and silence renews', () => {
    const desk = renewing().does('submit-filing', { filingId: 'renewal-1' }).until('2026-07-01');
    desk.does('record-receipt', { filingId: 'renewal-1', receivedOn: '2026-07-01', number: null });
    desk.until('2026-09-20');
    expect(desk.state.permit?.status).toBe('expired');
    correct(desk, entry(desk, 'receipt-recorded'), 'receivedOn', '2026-06-02');
    expect(desk.state.permit).toMatchObject({ status: 'valid', services: { B24: { status: 'opened' } } });
    expect(desk.term).toMatchObject({ provisional: true, validFrom: '2026-09-16' });
  });

  it('leaves a deemed renewal that was refused afterwards to the person who must settle it', () => {
    const desk = Desk.holds(
      '2026-03-02',
      { validFrom: '2021-09-16', printedLastDay: '2026-09-15' },
      { grantedOn: '2021-09-10' },
    );
    desk.prepares({ kind: 'renewal' }).submits().accepted().until('2026-09-17');
    const refusal = { filingId: 'renewal-1', refusedOn: '2026-09-17', servedOn: '2026-09-17', number: null };
    desk.does('record-refusal', { ...refusal, falseMaterial: false, reason: null });
    correct(desk, entry(desk, 'permit-registered'), 'permit.validFrom', '2021-09-10');
    expect(desk.state.unknownEvents).toEqual([]);
    expect(desk.term.provisional).toBe(true);
    expect(desk.state.attention.map(({ reason }) => reason)).toContain('renewal-undecided');
  });

  it('computes the end of a term anew with its start, and asks a person where the printed end then differs', () => {
    const desk = issued();
    correct(desk, entry(desk, 'permit-issued'), 'permit.validFrom', '2026-03-03');
    expect(desk.term).toMatchObject({
      computedLastDay: '2031-03-02',
      printedLastDay: '2031-03-01',
      lastDay: '2031-03-01',
    });
    expect(desk.state.attention).toMatchObject([{ reason: 'permit-end-differs' }]);
    correct(desk, entry(desk, 'permit-issued'), 'permit.printedLastDay', '2031-03-02');
    expect(desk.state.attention).toEqual([]);
  });
});

describe('a correction is refused', () => {
  const propose = (desk: Desk, data: Partial<{ seq: number; member: string; to: string }>, by = officer) =>
    desk.refuses(
      'propose-correction',
      { seq: entry(desk, 'receipt-recorded'), member: 'receivedOn', to: '2026-03-02', reason: aText, ...data },
      { by },
    );

  it.each([
    ['of an entry that tells no day', { seq: 1 }, 'entry-not-correctable', '/seq'],
    ['of a member that the entry lacks', { member: 'acceptedOn' }, 'entry-not-correctable', '/member'],
    ['of what is only computed', { member: 'computedLastDay' }, 'entry-not-correctable', '/member'],
    ['to the same day', { to: '2026-03-02' }, 'correction-changes-nothing', '/to'],
    ['to a day that does not exist', { to: '2026-02-30' }, 'invalid-date', '/to'],
    ['to a day that lies ahead', { to: '2026-03-03' }, 'date-in-future', '/to'],
    ['to a day before the submission', { to: '2026-03-01' }, 'correction-out-of-order', '/to'],
  ])('%s', (_what, data, code, pointer) => {
    expect(propose(reviewed(), data)).toMatchObject({ code, details: { pointer } });
  });

  it('and says which days it would contradict', () => {
    const desk = reviewed().until('2026-03-05');
    expect(propose(desk, { to: '2026-03-04' })).toMatchObject({
      code: 'correction-out-of-order',
      details: {
        contradictions: [
          {
            about: 'new-1',
            earlier: { what: 'receipt', on: '2026-03-04' },
            later: { what: 'acceptance', on: '2026-03-02' },
          },
        ],
      },
    });
  });

  it('by one person alone, by a machine, and without a proposal', () => {
    const desk = reviewed().until('2026-03-05');
    const seq = entry(desk, 'filing-accepted');
    const asked = { seq, member: 'acceptedOn' };
    expect(desk.refuses('approve-correction', asked)).toMatchObject({ code: 'correction-not-proposed' });
    expect(propose(desk, { ...asked, to: '2026-03-04' }, { kind: 'integration', id: 'i' } as never)).toMatchObject({
      code: 'person-required',
    });
    desk.does('propose-correction', { ...asked, to: '2026-03-04', reason: aText });
    expect(desk.refuses('approve-correction', asked)).toMatchObject({ code: 'correction-needs-second-person' });
  });

  it('when another entry has told the day since it was proposed', () => {
    const desk = issued();
    const asked = { seq: entry(desk, 'permit-issued'), member: 'permit.printedLastDay' };
    desk.does('propose-correction', { ...asked, to: '2031-03-02', reason: aText });
    const paper = { validFrom: '2026-03-02', printedLastDay: '2031-03-01' };
    desk.prepares({ kind: 'change' }).submits().accepted().granted().issued(paper);
    expect(desk.refuses('approve-correction', asked, { by: approver })).toMatchObject({
      code: 'entry-not-correctable',
      details: { pointer: '/member' },
    });
  });
});

it('a paper keeps its number, whichever day is corrected', () => {
  const desk = issued();
  correct(desk, entry(desk, 'permit-issued'), 'permit.printedLastDay', '2031-03-02');
  expect(desk.state.permit?.number).toBe(aPermit().number);
});
