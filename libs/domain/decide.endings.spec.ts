import { aContext, aPermit, approver, aText, Desk, law, refusal } from '../../test/support/builders.js';
import { packById } from '../rulebook/index.js';
import { agenda } from './agenda.js';
import { decide } from './decide.js';
import { hasEnded, licenseStatus } from './status.js';
import { hasEndedOn } from './wake.js';

const day = '2026-03-02';

/** A permit for two types, from 2022-09-16 to 2027-09-15, both opened. */
const heldForTwo = (opened = ['B24', 'B22']) =>
  Desk.holds(
    day,
    { serviceTypes: ['B24', 'B22'], validFrom: '2022-09-16', printedLastDay: '2027-09-15' },
    {
      grantedOn: '2022-09-10',
      reportsFiled: ['2023', '2024', '2025', '2026'],
      opened: opened.map((serviceType) => ({ serviceType, openedOn: '2022-10-01' })),
    },
  );

const dates = (desk: Desk, kind: string) =>
  desk.agenda(kind).map(({ deadline }) => deadline?.readings.map(({ date }) => date));

describe('a termination', () => {
  const accepted = () => heldForTwo().prepares({ kind: 'termination' }).submits().accepted();
  const grantedAfterNotice = (desk: Desk) => desk.published().until('2026-05-20').granted();
  const completed = (desk: Desk) =>
    desk.does('record-termination', {
      filingId: 'termination-1',
      endedOn: desk.today,
      number: null,
      returnPaper: { dueOn: '2026-06-10' },
    });

  it('is published for thirty days, the first not counted, and decided in sixty more by either reading of day', () => {
    const desk = accepted().published();
    expect(desk.filing('termination-1').status).toBe('public-notice');
    expect(dates(desk, 'termination-notice')).toEqual([['2026-04-01']]);
    expect(dates(desk, 'termination-decision')).toEqual([['2026-05-31', expect.stringMatching(/^2026-0[67]-/)]]);
  });

  it('that was accepted and is not published is asked after', () => {
    const desk = accepted();
    expect(desk.agenda('termination-notice')).toMatchObject([{ deadline: null }]);
    desk.until('2026-03-20');
    expect(desk.state.notices[desk.newestNotice('termination-notice')]?.fired.length).toBeGreaterThan(1);
  });

  it('is not decided before its public notice', () => {
    expect(
      accepted().refuses('record-grant', { filingId: 'termination-1', grantedOn: day, number: null }),
    ).toMatchObject({
      code: 'public-notice-missing',
    });
    const desk = accepted().until('2026-03-10').published();
    expect(
      desk.refuses('record-grant', { filingId: 'termination-1', grantedOn: '2026-03-09', number: null }),
    ).toMatchObject({ code: 'grant-before-acceptance', details: { earliest: '2026-03-10' } });
  });

  it('may be published without a notice of acceptance, once the authority has it', () => {
    const desk = heldForTwo().prepares({ kind: 'termination' });
    desk.does('submit-filing', { filingId: 'termination-1' });
    expect(desk.refuses('record-publication', { filingId: 'termination-1', publishedOn: day })).toMatchObject({
      code: 'receipt-missing',
    });
    desk.does('record-receipt', { filingId: 'termination-1', receivedOn: day, number: null }).published();
    expect(desk.filing('termination-1')).toMatchObject({ status: 'public-notice', acceptance: null });
  });

  it('cancels the whole permit, whose paper then goes back, and only then is the license over', () => {
    const desk = completed(grantedAfterNotice(accepted()));
    expect(desk.state.permit).toMatchObject({
      status: 'cancelled',
      services: { B24: { status: 'ended' }, B22: { status: 'ended' } },
    });
    expect(desk.filing('termination-1').status).toBe('completed');
    expect(desk.agenda('permit-return')).toMatchObject([{ duty: 'company', deadline: { date: '2026-06-10' } }]);
    expect(hasEnded(desk.state, desk.nextWake())).toBe(false);
    expect(hasEndedOn(desk.state, desk.context())).toBe(false);
    desk.until('2026-06-01').does('record-permit-return', { returnedOn: '2026-06-01' });
    expect(hasEnded(desk.state, desk.nextWake())).toBe(true);
    expect(hasEndedOn(desk.state, desk.context())).toBe(true);
    expect(desk.nextWake()).toBeNull();
  });

  it('of a single type leaves the permit in force for the others', () => {
    const desk = heldForTwo()
      .prepares({ kind: 'termination', serviceTypes: ['B22'] })
      .submits()
      .accepted();
    completed(grantedAfterNotice(desk));
    expect(desk.state).toMatchObject({
      serviceTypes: ['B24'],
      permit: {
        status: 'valid',
        serviceTypes: ['B24'],
        services: { B24: { status: 'opened' }, B22: { status: 'ended' } },
      },
    });
    expect(desk.refuses('open-filing', { ...renewal, serviceTypes: ['B22'] })).toMatchObject({
      code: 'service-type-not-permitted',
    });
  });

  it('that is refused lets the permit go on, and the rights are open', () => {
    const desk = accepted().published().until('2026-05-20');
    desk.does('record-refusal', {
      filingId: 'termination-1',
      refusedOn: '2026-05-18',
      servedOn: '2026-05-20',
      number: null,
      falseMaterial: false,
      reason: null,
    });
    expect(licenseStatus(desk.state, desk.today)).toBe('valid');
    expect(dates(desk, 'reconsideration')).toEqual([['2026-07-19']]);
    expect(dates(desk, 'litigation')).toEqual([['2026-11-20']]);
  });

  it('is not opened under a pack that knows nothing of it', () => {
    const desk = heldForTwo();
    const pinned = { pack: 'cn-vats-current@1', calendar: law.calendar.id };
    const context = { ...aContext(day), law: { pack: packById('cn-vats-current@1'), calendar: law.calendar } };
    const state = { ...desk.state, pins: pinned };
    for (const kind of ['termination', 'reissue'] as const) {
      const data = { kind, period: null, answers: [], plannedOn: null };
      const refused = refusal(() => decide(state, { type: 'open-filing', validOn: day, data }, context));
      expect(refused).toMatchObject({ code: 'rule-not-in-force', details: { pack: 'cn-vats-current@1' } });
    }
  });
});

describe('a lost permit', () => {
  const lost = () => heldForTwo().does('open-filing', { ...renewal, kind: 'reissue' });

  it('is published before the application goes in', () => {
    const desk = lost().supplies('reissue-1');
    desk.does('sign-off-pack', { filingId: 'reissue-1', deferred: [] }, { by: approver });
    expect(desk.refuses('submit-filing', { filingId: 'reissue-1' })).toMatchObject({ code: 'lost-notice-missing' });
    desk.published();
    expect(desk.does('submit-filing', { filingId: 'reissue-1' }).filing('reissue-1').status).toBe('submitted');
  });

  it('comes again with the same number, dates and types', () => {
    const desk = heldForTwo().prepares({ kind: 'reissue' }).submits();
    expect(dates(desk, 'reissue-decision')).toHaveLength(1);
    const paper = aPermit({ serviceTypes: ['B22', 'B24'], validFrom: '2022-09-16', printedLastDay: '2027-09-15' });
    const enter = (permit: typeof paper) => ({ filingId: 'reissue-1', permit, issuedOn: day });
    expect(desk.refuses('record-permit', enter({ ...paper, number: '沪B2-20269999' }))).toMatchObject({
      code: 'reissued-permit-differs',
      details: { differing: ['number'] },
    });
    const before = desk.state.permit;
    desk.does('record-permit', enter(paper));
    expect(desk.state.permit).toEqual(before);
    expect(desk.filing('reissue-1').status).toBe('issued');
  });

  it('is not accepted by silence: no limit of its own was found', () => {
    const desk = heldForTwo().prepares({ kind: 'reissue' }).submits().until('2026-03-30');
    expect(desk.filing('reissue-1')).toMatchObject({ status: 'submitted', acceptance: null });
  });
});

const renewal = { kind: 'renewal' as const, period: null, answers: [], plannedOn: null };

describe('the decision not to renew', () => {
  const givenUp = (serviceTypes: string[] | null = null) =>
    heldForTwo()
      .until('2027-01-11')
      .does('decide-non-renewal', { decidedOn: '2027-01-11', serviceTypes, reason: aText });

  it('ends the renewal ladder, and is reported ninety days before the end', () => {
    const desk = givenUp();
    expect(desk.agenda('renewal')).toEqual([]);
    expect(desk.agenda('non-renewal-report')).toMatchObject([
      { duty: 'company', deadline: { date: '2027-06-17', safeDay: '2027-06-17' } },
    ]);
    desk.until('2027-05-20').does('record-non-renewal-report', { reportedOn: '2027-05-20', number: null });
    expect(desk.agenda('non-renewal-report')).toEqual([]);
    expect(licenseStatus(desk.state, '2027-08-01')).toBe('valid');
  });

  it('is a person’s', () => {
    const robot = { by: { kind: 'integration', id: 'erp' } } as const;
    const asked = { decidedOn: '2027-03-01', serviceTypes: null, reason: null };
    expect(Desk.holds('2027-03-01').refuses('decide-non-renewal', asked, robot).code).toBe('person-required');
  });

  it('lets the permit lapse at its end without an alarm', () => {
    const desk = givenUp().until('2027-05-20');
    desk.does('record-non-renewal-report', { reportedOn: '2027-05-20', number: null });
    desk.does('open-filing', { ...renewal, kind: 'annual-report', period: '2027' });
    const { seq } = desk.state;
    desk.until('2027-12-01');
    expect(desk.since(seq)).toEqual(['permit-expired']);
    expect(desk.state.attention).toEqual([]);
    expect(desk.agenda('renewal')).toEqual([]);
  });

  it('of one type leaves the renewal of the others due, and is not answered by a renewal of all', () => {
    const desk = givenUp(['B22']);
    expect(desk.agenda('renewal')).toHaveLength(1);
    expect(desk.agenda('non-renewal-report')).toHaveLength(1);
    expect(desk.refuses('open-filing', renewal)).toMatchObject({
      code: 'renewal-given-up',
      details: { given: ['B22'] },
    });
    desk.prepares({ ...renewal, serviceTypes: ['B24'] }).submits();
    expect(desk.agenda('renewal')).toEqual([]);
  });

  it('of one type does not silence what follows for the others when the permit lapses', () => {
    const desk = givenUp(['B22']).until('2027-09-20');
    expect(desk.state.permit?.status).toBe('expired');
    expect(desk.agenda('renewal')).toHaveLength(1);
  });

  it('may be withdrawn while the permit is in force: the renewal is due again', () => {
    const desk = givenUp().until('2027-02-01');
    expect(desk.refuses('withdraw-non-renewal', { on: '2027-01-10' })).toMatchObject({ code: 'act-before-decision' });
    desk.does('withdraw-non-renewal', { on: '2027-02-01' });
    expect(desk.agenda('renewal')).toHaveLength(1);
    expect(desk.refuses('record-non-renewal-report', { reportedOn: desk.today, number: null })).toMatchObject({
      code: 'non-renewal-not-decided',
    });
  });

  it('waits until a renewal that is under way is withdrawn', () => {
    const desk = heldForTwo().prepares(renewal).submits();
    const data = { decidedOn: day, serviceTypes: null, reason: null };
    expect(desk.refuses('decide-non-renewal', data)).toMatchObject({ code: 'filing-already-open' });
  });
});

describe('a permit that the authority takes', () => {
  const taken = (data: Partial<Parameters<typeof takes>[1]> = {}) => takes(heldForTwo(), data);
  const takes = (
    desk: Desk,
    data: { outcome?: 'revoked' | 'set-aside' | 'withdrawn'; servedOn?: string; byFraud?: boolean; dueOn?: string },
  ) => {
    const { outcome = 'revoked', servedOn = day, byFraud = false, dueOn } = data;
    const returnPaper = dueOn === undefined ? null : { dueOn };
    return desk.does('record-revocation', { outcome, revokedOn: day, servedOn, number: null, byFraud, returnPaper });
  };

  it.each(['revoked', 'set-aside', 'withdrawn'] as const)('%s opens the rights from its service', (outcome) => {
    const desk = taken({ outcome });
    expect(dates(desk, 'reconsideration')).toEqual([['2026-05-01']]);
    expect(dates(desk, 'litigation')).toEqual([['2026-09-02']]);
    expect(desk.agenda('renewal')).toEqual([]);
    desk.until('2026-09-03');
    expect(desk.agenda('litigation')).toEqual([]);
  });

  it('is handed back by the day that the decision prints, and reminds until it is', () => {
    const desk = taken({ dueOn: '2026-03-31' });
    expect(desk.agenda('permit-return')).toMatchObject([{ deadline: { date: '2026-03-31', safeDay: '2026-03-31' } }]);
    desk.until('2026-04-20');
    expect(desk.agenda('permit-return')).toHaveLength(1);
    desk.does('record-permit-return', { returnedOn: '2026-04-20' });
    expect(desk.agenda('permit-return')).toEqual([]);
    expect(desk.refuses('record-permit-return', { returnedOn: '2026-04-20' })).toMatchObject({
      code: 'nothing-to-return',
    });
  });

  it('bars for three years when it was got by deceit, and says once that the bar has ended', () => {
    const desk = taken({ outcome: 'set-aside', byFraud: true });
    expect(dates(desk, 'fraud-bar')).toEqual([['2029-03-02']]);
    desk.until('2029-04-02');
    expect(desk.newestNotice('fraud-bar')).toMatch(/^fraud-bar:/);
    expect(desk.agenda('fraud-bar')).toEqual([]);
  });

  it('keeps its rights and its bar after the formal end, and the license ends with the last of them', () => {
    const desk = taken({ outcome: 'set-aside', byFraud: true });
    desk.does('record-cancellation', { cancelledOn: day, number: null });
    const kinds = () => agenda(desk.state, desk.context()).map(({ kind }) => kind);
    expect(kinds()).toEqual(['reconsideration', 'litigation', 'fraud-bar']);
    desk.until('2026-09-01');
    expect(desk.newestNotice('litigation')).toBe(desk.agenda('litigation')[0]?.id);
    desk.until('2029-04-01');
    expect(kinds()).toEqual(['fraud-bar']);
    expect(hasEnded(desk.state, desk.nextWake())).toBe(false);
    expect(hasEndedOn(desk.state, { ...desk.context(), today: '2029-04-01' })).toBe(false);
    expect(hasEndedOn(desk.state, { ...desk.context(), today: '2029-04-02' })).toBe(true);
    desk.until('2029-04-02');
    expect(desk.wakes.at(-1)).toMatchObject({ why: 'fraud-bar is over on 2029-04-02', events: 0 });
    expect(kinds()).toEqual([]);
    expect(hasEnded(desk.state, desk.nextWake())).toBe(true);
  });

  it('as a penalty may bring the company on the dishonest list: a person looks, until the entry is recorded', () => {
    const about = { reason: 'credit-list-expected', about: 'dishonest-list' };
    const desk = taken();
    expect(desk.state.attention).toMatchObject([about]);
    desk.does('record-flag', { flag: 'dishonest-list', listed: true, on: day });
    expect(desk.state.attention).toEqual([]);
    expect(taken({ outcome: 'withdrawn' }).state.attention).toEqual([]);
  });

  it('is not said to be got by deceit unless it is set aside', () => {
    const data = { outcome: 'revoked' as const, revokedOn: day, number: null, byFraud: true };
    expect(heldForTwo().refuses('record-revocation', data)).toMatchObject({ code: 'fraud-not-applicable' });
  });
});

describe('a permit that another one replaces', () => {
  const by = '0b24c0de-0000-5000-8000-00000000000f';

  it('is over, and names the license that took its place', () => {
    const desk = heldForTwo().does('record-replacement', { by, on: day });
    expect(desk.state).toMatchObject({ replacedBy: by, permit: { status: 'cancelled' } });
    expect(hasEnded(desk.state, desk.nextWake())).toBe(true);
    const own = heldForTwo().refuses('record-replacement', { by: desk.state.licenseId, on: day });
    expect(own).toMatchObject({ code: 'replaced-by-itself' });
  });
});
