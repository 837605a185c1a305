import { aLicense, aPermit, approver, aText, Desk } from '../../test/support/builders.js';
import { licenseStatus } from './status.js';

describe('the end of a permit', () => {
  const granted = () => aLicense('2026-03-02').prepares().submits().accepted().granted();
  const issuedUntil = (printedLastDay: string) => granted().issued({ validFrom: '2026-03-02', printedLastDay });

  it('raises no alarm as computed, nor on the same day of the fifth year, and the earlier day drives', () => {
    expect(issuedUntil('2031-03-01').state).toMatchObject({
      attention: [],
      permit: { terms: [{ lastDay: '2031-03-01' }] },
    });
    expect(issuedUntil('2031-03-02').state).toMatchObject({
      attention: [],
      permit: { terms: [{ lastDay: '2031-03-01', printedLastDay: '2031-03-02' }] },
    });
  });

  it('is for a person to decide where it differs otherwise', () => {
    const desk = issuedUntil('2031-06-30');
    expect(desk.state.attention).toMatchObject([{ reason: 'permit-end-differs', about: 'permit' }]);
    expect(desk.state.permit?.terms).toMatchObject([
      { lastDay: '2031-03-01', printedLastDay: '2031-06-30', computedLastDay: '2031-03-01' },
    ]);
    expect(desk.refuses('decide-permit-end', { lastDay: '2031-06-29', reason: aText })).toMatchObject({
      code: 'permit-end-not-offered',
      details: { candidates: ['2031-06-30', '2031-03-01'] },
    });
    desk.does('decide-permit-end', { lastDay: '2031-06-30', reason: aText });
    expect(desk.state).toMatchObject({ attention: [], permit: { terms: [{ lastDay: '2031-06-30' }] } });
    expect(desk.refuses('decide-permit-end', { lastDay: '2031-03-01', reason: aText })).toMatchObject({
      code: 'permit-end-undisputed',
    });
  });
});

describe('a permit held already', () => {
  it('is registered in one command, with what is unknown said to be unknown', () => {
    const desk = Desk.holds(
      '2026-11-20',
      {},
      {
        grantedOn: null,
        opened: [{ serviceType: 'B24', openedOn: null }],
        reportsFiled: ['2025', '2026'],
        unknown: ['evidence'],
      },
    );
    expect(desk.since(0)).toEqual(['license-opened', 'permit-registered']);
    expect(desk.state).toMatchObject({
      unknown: ['evidence', 'grantedOn', 'opened.B24.openedOn'],
      reportsFiledBefore: ['2025', '2026'],
      permit: { status: 'valid', grantedOn: null, services: { B24: { status: 'opened', openedOn: null } } },
    });
  });

  it.each([
    ['a report of a year to come', { reportsFiled: ['2027'] }, 'invalid-report-period'],
    ['a report of no year', { reportsFiled: ['26'] }, 'invalid-report-period'],
    ['a grant to come', { grantedOn: '2026-11-21' }, 'date-in-future'],
    [
      'a service that the permit does not name',
      { opened: [{ serviceType: 'B24-1', openedOn: null }] },
      'service-type-not-permitted',
    ],
    [
      'a service opened before the grant',
      { grantedOn: '2026-05-20', opened: [{ serviceType: 'B24', openedOn: '2026-05-19' }] },
      'service-opened-before-permit',
    ],
    [
      'a permit that begins tomorrow',
      { permit: aPermit({ validFrom: '2026-11-21', printedLastDay: '2031-11-20' }) },
      'date-in-future',
    ],
  ] as const)('is refused with %s', (_what, rest, code) => {
    const holds = () => Desk.holds('2026-11-20', {}, rest as Parameters<typeof Desk.holds>[2]);
    expect(holds).toThrow(expect.objectContaining({ code }));
  });
});

describe('a renewal', () => {
  const held = (day: string, printedLastDay = '2026-06-14') =>
    Desk.holds(day, { validFrom: '2021-06-15', printedLastDay });
  const next = (permit: Partial<Parameters<typeof aPermit>[0]> = {}) =>
    aPermit({ validFrom: '2026-06-15', printedLastDay: '2031-06-14', ...permit });

  it('is a filing of its own that opens the next term', () => {
    const desk = held('2026-02-02').prepares({ kind: 'renewal' }).submits().accepted();
    expect(licenseStatus(desk.state, desk.today)).toBe('renewal-pending');
    desk
      .until('2026-04-10')
      .granted()
      .does('record-permit', { filingId: 'renewal-1', permit: next(), issuedOn: '2026-04-10' });
    expect(desk.state.permit?.terms).toMatchObject([
      { lastDay: '2026-06-14' },
      { validFrom: '2026-06-15', lastDay: '2031-06-14', filingId: 'renewal-1' },
    ]);
    expect(desk.state.permit?.services.B24).toMatchObject({ status: 'opened' });
    expect(licenseStatus(desk.state, '2026-06-15')).toBe('valid');
  });

  it('refuses a gap between the terms, and shows an overlap to a person', () => {
    const desk = held('2026-02-02').prepares({ kind: 'renewal' }).submits().accepted().granted();
    const enter = (validFrom: string, printedLastDay: string) => ({
      filingId: 'renewal-1',
      permit: next({ validFrom, printedLastDay }),
      issuedOn: desk.today,
    });
    expect(desk.refuses('record-permit', enter('2026-06-16', '2031-06-15'))).toMatchObject({
      code: 'renewal-term-not-adjacent',
      details: { expected: '2026-06-15' },
    });
    expect(desk.refuses('record-permit', enter('2021-06-15', '2026-06-14'))).toMatchObject({
      code: 'renewal-term-not-adjacent',
    });
    desk.does('record-permit', enter('2026-04-01', '2031-03-31'));
    expect(desk.state.attention).toMatchObject([{ reason: 'permit-start-differs', about: 'permit' }]);
  });

  it('follows from silence at expiry, is provisional until the paper comes, and is for a person to confirm', () => {
    const desk = held('2026-02-02').prepares({ kind: 'renewal' }).submits().accepted().until('2026-06-15');
    expect(desk.state).toMatchObject({
      attention: [{ reason: 'renewal-deemed', about: 'renewal-1' }],
      permit: { terms: [{}, { provisional: true, validFrom: '2026-06-15', lastDay: '2031-06-14' }] },
    });
    expect(licenseStatus(desk.state, desk.today)).toBe('deemed-renewed');
    const { seq } = desk.term;
    expect(desk.refuses('withdraw-filing', { filingId: 'renewal-1', withdrawnOn: desk.today })).toMatchObject({
      code: 'renewal-already-deemed',
    });
    desk.does('confirm-deemed-renewal', { filingId: 'renewal-1' });
    expect(desk.state.attention).toEqual([]);
    expect(desk.refuses('confirm-deemed-renewal', { filingId: 'renewal-1' })).toMatchObject({
      code: 'renewal-not-deemed',
    });
    desk
      .until('2026-07-01')
      .granted()
      .does('record-permit', { filingId: 'renewal-1', permit: next(), issuedOn: '2026-07-01' });
    expect(desk.state.permit?.terms).toMatchObject([{}, { provisional: false, seq, printedLastDay: '2031-06-14' }]);
  });

  it('by silence is taken back by a refusal of its time that becomes known later, and the permit lapses', () => {
    const desk = held('2026-02-02').prepares({ kind: 'renewal' }).submits().accepted().until('2026-06-20');
    const before = desk.state.seq;
    desk.does('record-refusal', {
      filingId: 'renewal-1',
      refusedOn: '2026-06-12',
      servedOn: '2026-06-18',
      number: null,
      falseMaterial: false,
      reason: null,
    });
    expect(desk.since(before)).toEqual(['deemed-renewal-retracted', 'filing-refused', 'permit-expired']);
    expect(desk.state).toMatchObject({
      attention: [],
      permit: { status: 'expired', services: { B24: { status: 'ended' } } },
    });
    expect(desk.state.permit?.terms).toHaveLength(1);
  });

  it('by silence stands beside a refusal that came later, and a person must look', () => {
    const desk = held('2026-02-02').prepares({ kind: 'renewal' }).submits().accepted().until('2026-06-20');
    desk.does('record-refusal', {
      filingId: 'renewal-1',
      refusedOn: '2026-06-18',
      servedOn: '2026-06-18',
      number: null,
      falseMaterial: false,
      reason: null,
    });
    expect(desk.state.permit).toMatchObject({ status: 'valid', terms: [{}, { provisional: true }] });
    expect(desk.state.attention).toMatchObject([
      { reason: 'renewal-deemed' },
      { reason: 'renewal-undecided', about: 'renewal-1' },
    ]);
  });

  describe('by silence, and turned down later,', () => {
    const silent = () => held('2026-02-02').prepares({ kind: 'renewal' }).submits();
    const filingId = 'renewal-1';
    const refusal = { filingId, servedOn: '2026-06-18', number: null, falseMaterial: false, reason: null };
    const refused = () =>
      silent()
        .accepted()
        .until('2026-06-20')
        .does('record-refusal', { ...refusal, refusedOn: '2026-06-18' });
    const turnedAway = () =>
      silent()
        .until('2026-06-20')
        .does('record-non-acceptance', { filingId, decidedOn: '2026-06-18', number: null, reason: null });
    const marks = (desk: Desk) =>
      desk.state.attention.filter(({ reason }) => reason.startsWith('renewal-')).map(({ reason }) => reason);
    const decides = (desk: Desk, lastDay: string) =>
      desk.does('decide-permit-end', { lastDay, reason: aText }, { by: approver });

    it.each([
      ['refused', refused],
      ['not accepted', turnedAway],
    ])('holds where a person decides so: %s', (_, life) => {
      const desk = decides(life(), '2031-06-14');
      expect(desk.state.permit).toMatchObject({ status: 'valid', terms: [{}, { lastDay: '2031-06-14' }] });
      expect(marks(desk)).toEqual([]);
      expect(desk.refuses('decide-permit-end', { lastDay: '2026-06-14', reason: aText })).toMatchObject({
        code: 'permit-end-undisputed',
      });
      expect(marks(desk.until('2026-08-01'))).toEqual([]);
      expect(licenseStatus(desk.state, desk.today)).toBe('deemed-renewed');
    });

    it.each([
      ['refused', refused],
      ['not accepted', turnedAway],
    ])('is none where a person decides that the permit had ended: %s', (_, life) => {
      const desk = life();
      const closed = desk.filing(filingId);
      const before = desk.state.seq;
      decides(desk, '2026-06-14');
      expect(desk.since(before).filter((type) => type !== 'attention-cleared')).toEqual([
        'deemed-renewal-retracted',
        'permit-end-decided',
        'permit-expired',
      ]);
      expect(desk.history.findLast(({ type }) => type === 'permit-expired')).toMatchObject({
        validOn: '2026-06-15',
        data: { lastDay: '2026-06-14', ruleId: 'limit.validity' },
      });
      expect(desk.state.permit).toMatchObject({ status: 'expired', services: { B24: { status: 'ended' } } });
      expect(desk.state.permit?.terms).toHaveLength(1);
      expect(marks(desk)).toEqual([]);
      expect(desk.filing(filingId)).toEqual(closed);
      expect(desk.until('2026-08-01').state.permit?.status).toBe('expired');
    });

    it('is for nobody to confirm or to pass over meanwhile', () => {
      const desk = refused();
      expect(desk.refuses('confirm-deemed-renewal', { filingId })).toMatchObject({
        code: 'renewal-not-deemed',
        details: { status: 'refused', remedy: 'It was turned down or withdrawn since: decide the end of the permit.' },
      });
      for (const reason of ['renewal-deemed', 'renewal-undecided'] as const)
        expect(desk.refuses('clear-attention', { reason, about: filingId })).toMatchObject({
          code: 'attention-needs-act',
          details: { remedy: 'Decide the end of the permit.' },
        });
      expect(desk.refuses('decide-permit-end', { lastDay: '2026-06-15', reason: aText })).toMatchObject({
        code: 'permit-end-not-offered',
        details: { candidates: ['2026-06-14', '2031-06-14'] },
      });
    });

    describe('while printed and computed end of the term before differ,', () => {
      const differs = { reason: 'permit-end-differs', about: 'permit', since: '2026-02-02' };
      /** Computed is 2026-06-14; the refusal comes after the earlier of the two. */
      const both = (printedLastDay: string, refusedOn: string) =>
        held('2026-02-02', printedLastDay)
          .prepares({ kind: 'renewal' })
          .submits()
          .accepted()
          .until('2026-06-20')
          .does('record-refusal', { ...refusal, refusedOn, servedOn: refusedOn });

      it.each([
        ['2026-06-09', '2026-06-13', '2026-06-09', 'expired'],
        ['2026-06-09', '2026-06-13', '2026-06-14', 'expired'],
        ['2026-06-09', '2026-06-18', '2026-06-14', 'expired'],
        ['2026-07-14', '2026-06-18', '2026-06-14', 'expired'],
        ['2026-07-14', '2026-06-18', '2026-07-14', 'valid'],
      ])('both are offered: printed %s, refused on %s, decided %s', (printed, refusedOn, lastDay, status) => {
        const desk = both(printed, refusedOn);
        const renewed = desk.term.lastDay;
        expect(desk.state.attention).toContainEqual(expect.objectContaining(differs));
        const { code, details } = desk.refuses('decide-permit-end', { lastDay: '2026-06-15', reason: aText });
        expect({ code, offered: [...(details.candidates as string[])].sort() }).toEqual({
          code: 'permit-end-not-offered',
          offered: [printed, '2026-06-14', renewed].sort(),
        });
        decides(desk, lastDay);
        expect(desk.state).toMatchObject({ attention: [], permit: { status, terms: [{ lastDay }] } });
        expect(desk.state.permit?.terms).toHaveLength(1);
        expect(desk.until('2026-08-01').state.permit).toMatchObject({ status: 'expired', terms: [{ lastDay }] });
      });

      it('they stay for a person to decide where the renewal holds', () => {
        const desk = decides(both('2026-06-09', '2026-06-18'), '2031-06-09');
        expect(desk.state).toMatchObject({
          attention: [differs],
          permit: { status: 'valid', terms: [{ lastDay: '2026-06-09' }, { lastDay: '2031-06-09' }] },
        });
      });
    });

    it('is decided anew where it had been confirmed before', () => {
      const desk = silent().accepted().until('2026-06-16').does('confirm-deemed-renewal', { filingId });
      desk.until('2026-06-20').does('record-refusal', { ...refusal, refusedOn: '2026-06-18' });
      expect(marks(desk)).toEqual(['renewal-undecided']);
      expect(marks(decides(desk, '2031-06-14'))).toEqual([]);
    });

    it('may be confirmed, or the question passed over, while it only waits for a correction', () => {
      const items = [{ requirementId: null, text: aText }];
      const notice = { filingId, noticedOn: '2026-06-18', dueOn: null, number: null, items };
      const desk = silent().until('2026-06-20').does('record-correction-notice', notice);
      expect(marks(desk)).toEqual(['renewal-deemed', 'renewal-undecided']);
      expect(desk.refuses('decide-permit-end', { lastDay: '2026-06-14', reason: aText })).toMatchObject({
        code: 'permit-end-undisputed',
      });
      desk.does('confirm-deemed-renewal', { filingId });
      desk.does('clear-attention', { reason: 'renewal-undecided', about: filingId });
      expect(marks(desk)).toEqual([]);
      expect(desk.filing(filingId).status).toBe('correction');
    });
  });

  it('is not entered on a permit that was taken away meanwhile', () => {
    const desk = held('2026-02-02').prepares({ kind: 'renewal' }).submits().accepted().granted();
    desk.does('record-revocation', { outcome: 'revoked', revokedOn: desk.today, number: null });
    expect(
      desk.refuses('record-permit', { filingId: 'renewal-1', permit: next(), issuedOn: desk.today }),
    ).toMatchObject({ code: 'permit-not-valid', details: { status: 'revoked' } });
  });
});

describe('an amendment', () => {
  it('changes what the permit says and keeps its term', () => {
    const desk = Desk.holds('2026-11-20').prepares({ kind: 'change' }).submits().accepted().granted();
    desk.does('record-permit', {
      filingId: 'change-1',
      permit: aPermit({ number: 'B2-20260009', serviceTypes: ['B24-1'], coverage: { kind: 'nationwide' } }),
      issuedOn: desk.today,
    });
    expect(desk.state).toMatchObject({
      serviceTypes: ['B24-1'],
      coverage: { kind: 'nationwide' },
      attention: [],
      permit: {
        number: 'B2-20260009',
        terms: [{ lastDay: '2031-05-31' }],
        services: { B24: { status: 'ended' }, 'B24-1': { status: 'not-opened' } },
      },
    });
  });

  it('with another end is a question for a person', () => {
    const desk = Desk.holds('2026-11-20').prepares({ kind: 'change' }).submits().accepted().granted();
    desk.does('record-permit', {
      filingId: 'change-1',
      permit: aPermit({ printedLastDay: '2030-12-31' }),
      issuedOn: desk.today,
    });
    expect(desk.state.attention).toMatchObject([{ reason: 'permit-end-differs' }]);
    expect(desk.state.permit?.terms).toMatchObject([{ lastDay: '2030-12-31' }]);
  });
});

describe('the formal end', () => {
  it('ends the services and then the license', () => {
    const desk = Desk.holds('2026-11-20');
    expect(desk.refuses('record-cancellation', { cancelledOn: '2026-05-31', number: null })).toMatchObject({
      code: 'act-before-permit',
    });
    expect(desk.refuses('close-license', { reason: aText })).toMatchObject({ code: 'permit-still-valid' });
    desk.does('record-suspension', { from: '2026-11-01', until: null, number: null });
    expect(licenseStatus(desk.state, desk.today)).toBe('suspended');
    desk
      .does('lift-suspension', { on: '2026-11-20' })
      .does('record-revocation', { outcome: 'set-aside', revokedOn: '2026-11-20', number: null });
    expect(licenseStatus(desk.state, desk.today)).toBe('revoked');
    desk
      .does('record-cancellation', { cancelledOn: '2026-11-20', number: null })
      .does('close-license', { reason: aText }, { by: approver });
    expect(licenseStatus(desk.state, desk.today)).toBe('closed');
    expect(desk.state.permit?.services.B24?.status).toBe('ended');
  });
});
