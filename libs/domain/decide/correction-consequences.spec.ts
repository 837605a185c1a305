import { aCompany, approver, aText, Desk, officer } from '../../../test/support/builders.js';
import { addDays } from '../../calendar/index.js';
import type { RecordedEvent } from '../events.js';

/** The entry of a type that stands last on record. */
const entry = (desk: Desk, type: RecordedEvent['type']): number => {
  const found = desk.history.findLast((event) => event.type === type);
  if (!found) throw new Error(`no ${type} on record`);
  return found.seq;
};

const issued = () =>
  Desk.opens('2026-03-02')
    .prepares()
    .submits()
    .accepted()
    .granted()
    .issued({ validFrom: '2026-03-02', printedLastDay: '2031-03-01' });

describe('what a correction brings about', () => {
  const approved = (desk: Desk, type: RecordedEvent['type'], member: string, to: string) => {
    const seq = entry(desk, type);
    const { state, today: validOn } = desk.does('propose-correction', { seq, member, to, reason: aText });
    const events = desk.decides('approve-correction', { seq, member }, { by: approver });
    const [first, ...rest] = events;
    expect(first).toMatchObject({ type: 'entry-corrected', v: 4, validOn, data: { seq, proposedBy: officer.id } });
    return { first, rest, state, validOn };
  };
  const silent = () => Desk.opens('2026-03-02').prepares().submits().until('2026-03-10');
  const held = (validFrom: string, printedLastDay: string, day = '2026-03-02') =>
    Desk.holds(day, { validFrom, printedLastDay }, { grantedOn: addDays(validFrom, -6) });

  it('is nothing more where nothing rested on the day', () => {
    const desk = Desk.opens('2026-03-02').prepares().submits().accepted().until('2026-03-05');
    const { first, rest } = approved(desk, 'filing-accepted', 'acceptedOn', '2026-03-04');
    expect(first?.data).toEqual({
      seq: entry(desk, 'filing-accepted'),
      changes: [{ member: 'acceptedOn', from: '2026-03-02', to: '2026-03-04' }],
      proposedBy: officer.id,
    });
    expect(rest).toEqual([]);
  });

  it('is the retraction of what silence accepted, with the wrong reminders', () => {
    const desk = silent();
    const deemedSeq = entry(desk, 'acceptance-deemed');
    const { rest, validOn } = approved(desk, 'receipt-recorded', 'receivedOn', '2026-03-09');
    expect(rest).toEqual([
      {
        type: 'deemed-acceptance-retracted',
        v: 1,
        validOn,
        data: { filingId: 'new-1', deemedSeq, wrongNotices: [] },
      },
    ]);
  });

  it('is none of it where the authority has accepted since', () => {
    const desk = silent().does('record-acceptance', { filingId: 'new-1', acceptedOn: '2026-03-10', number: null });
    expect(approved(desk, 'receipt-recorded', 'receivedOn', '2026-03-09').rest).toEqual([]);
  });

  it('is the retraction of an expiry from the day on, on which the permit still holds', () => {
    const at = (printedLastDay: string) => {
      const desk = held('2022-03-10', '2026-03-09');
      desk.does('decide-permit-end', { lastDay: '2026-03-09', reason: aText }).until('2026-03-20');
      return approved(desk, 'permit-registered', 'permit.printedLastDay', printedLastDay);
    };
    const marks = ({ rest }: ReturnType<typeof at>) => rest.filter(({ type }) => type !== 'permit-expiry-retracted');
    const retracted = ({ rest }: ReturnType<typeof at>) =>
      rest.filter(({ type }) => type === 'permit-expiry-retracted');
    expect(retracted(at('2026-03-19'))).toEqual([]);
    expect(retracted(at('2026-03-20'))).toEqual([
      { type: 'permit-expiry-retracted', v: 1, validOn: '2026-03-20', data: { lastDay: '2026-03-20' } },
    ]);
    expect(marks(at('2027-03-09'))).toEqual([]);
  });

  it('is a mark where the printed end differs from then on, once, and goes with the difference', () => {
    const desk = issued();
    const differs = { reason: 'permit-end-differs', about: 'permit' };
    const { rest, validOn } = approved(desk, 'permit-issued', 'permit.validFrom', '2026-03-03');
    expect(rest).toEqual([{ type: 'attention-raised', v: 1, validOn, data: differs }]);
    desk.does(
      'approve-correction',
      { seq: entry(desk, 'permit-issued'), member: 'permit.validFrom' },
      { by: approver },
    );
    expect(approved(desk, 'permit-issued', 'permit.printedLastDay', '2031-02-28').rest).toEqual([]);
    desk.does(
      'approve-correction',
      { seq: entry(desk, 'permit-issued'), member: 'permit.printedLastDay' },
      { by: approver },
    );
    expect(approved(desk, 'permit-issued', 'permit.printedLastDay', '2031-03-02').rest).toEqual([
      { type: 'attention-cleared', v: 1, validOn, data: differs },
    ]);
  });

  const renewing = () => held('2021-09-16', '2026-09-15', '2026-06-01').prepares({ kind: 'renewal' });

  it('is the retraction of a renewal by silence that came too late; not of one that is in time all the same', () => {
    const desk = () => renewing().submits().until('2026-09-20');
    const deemed = desk();
    const { rest, state, validOn } = approved(deemed, 'receipt-recorded', 'receivedOn', '2026-06-18');
    const [acceptance, renewal] = [entry(deemed, 'acceptance-deemed'), entry(deemed, 'renewal-deemed')];
    const reminders = Object.entries(state.notices).flatMap(([obligationId, { fired }]) =>
      obligationId === `review:${acceptance}` ? fired.map(({ rung, people }) => ({ obligationId, rung, people })) : [],
    );
    expect(reminders.length).toBeGreaterThan(1);
    const filingId = 'renewal-1';
    const retracted = (type: string, deemedSeq: number, wrongNotices: object[]) => ({
      type,
      v: 1,
      validOn,
      data: { filingId, deemedSeq, wrongNotices },
    });
    const [silence, renewed] = [
      retracted('deemed-acceptance-retracted', acceptance, reminders),
      retracted('deemed-renewal-retracted', renewal, []),
    ];
    expect(rest).toEqual([silence, renewed]);
    expect(approved(desk(), 'receipt-recorded', 'receivedOn', '2026-06-17').rest).toEqual([silence]);
  });

  it('is the retraction of an expiry where the renewal was in time after all', () => {
    const desk = renewing().does('submit-filing', { filingId: 'renewal-1' }).until('2026-07-01');
    desk.does('record-receipt', { filingId: 'renewal-1', receivedOn: '2026-07-01', number: null });
    desk.until('2026-09-20');
    const { rest, validOn } = approved(desk, 'receipt-recorded', 'receivedOn', '2026-06-17');
    expect(rest.filter(({ type }) => type !== 'deemed-acceptance-retracted')).toEqual([
      { type: 'permit-expiry-retracted', v: 1, validOn, data: { lastDay: '2026-09-15' } },
    ]);
  });

  /** A permit that ends on 2026-09-15 and a filing about it; the window of its renewal ends on 2026-06-17. */
  const ending = (opened?: []) =>
    Desk.holds(
      '2026-06-01',
      { validFrom: '2021-09-16', printedLastDay: '2026-09-15' },
      { grantedOn: '2021-09-10', ...(opened && { opened }) },
    );
  const received = (desk: Desk, kind: 'renewal' | 'change', receivedOn: string) => {
    const filingId = `${kind}-1`;
    desk.prepares({ kind }).does('submit-filing', { filingId }).until(receivedOn);
    return desk.does('record-receipt', { filingId, receivedOn, number: null });
  };
  const late = '2026-07-01';
  const inTime = '2026-06-17';
  const after = '2026-09-20';

  it.each<[string, () => Desk, string]>([
    ['of a filing that is no renewal', () => received(ending(), 'change', late).until(after), inTime],
    [
      'of a renewal that was refused',
      () => {
        const desk = received(ending(), 'renewal', late).accepted();
        const refusal = { refusedOn: late, servedOn: late, number: null, falseMaterial: false, reason: null };
        return desk.does('record-refusal', { filingId: 'renewal-1', ...refusal }).until(after);
      },
      inTime,
    ],
    ['that leaves it in time', () => received(ending([]), 'renewal', '2026-06-10').until(after), '2026-06-11'],
    ['that makes it late after the end', () => received(ending([]), 'renewal', '2026-06-10').until(after), late],
    ['before the end of the permit', () => received(ending(), 'renewal', late).until('2026-07-03'), inTime],
  ])('is nothing for the end of the permit where a receipt is corrected %s', (_case, desk, to) => {
    const { rest } = approved(desk(), 'receipt-recorded', 'receivedOn', to);
    expect(rest.filter(({ type }) => type !== 'deemed-acceptance-retracted')).toEqual([]);
  });

  it('is a mark where only the printed end differs from then on, whatever else a person must look at', () => {
    const differs = { reason: 'permit-end-differs', about: 'permit' };
    const raised = (validOn: string) => [{ type: 'attention-raised', v: 1, validOn, data: differs }];
    const desk = issued();
    const { rest, validOn } = approved(desk, 'permit-issued', 'permit.printedLastDay', '2031-03-20');
    expect(rest).toEqual(raised(validOn));
    const silence = received(held('2026-03-03', '2031-03-02', '2026-06-01'), 'change', '2026-06-01').until(
      '2026-06-20',
    );
    expect(silence.state.attention).toMatchObject([{ reason: 'acceptance-deemed' }]);
    const beside = approved(silence, 'permit-registered', 'permit.printedLastDay', '2031-03-20');
    expect(beside.rest).toEqual(raised(beside.validOn));
  });

  describe('where the days of a renewal decide about the end of the permit,', () => {
    const filingId = 'renewal-1';
    const marks = ({ state }: Desk) => state.attention.map(({ reason, about }) => `${reason} ${about}`);
    const corrects = (desk: Desk, type: RecordedEvent['type'], member: string, to: string) => {
      const before = desk.state.seq;
      const { rest } = approved(desk, type, member, to);
      desk.does('approve-correction', { seq: entry(desk, type), member }, { by: approver });
      expect(desk.state.unknownEvents).toEqual([]);
      return { rest: rest.map(({ type: of }) => of), since: desk.since(before).slice(2) };
    };
    const refusal = { filingId, number: null, falseMaterial: false, reason: null };
    const refused = (desk: Desk, on: string) =>
      desk.until(on).does('record-refusal', { ...refusal, refusedOn: on, servedOn: on });
    const reviewed = () => received(ending(), 'renewal', '2026-06-10').accepted();

    it('is what silence says anew of a refusal that came after the end, with a mark', () => {
      const desk = refused(reviewed(), '2026-09-14').until(after);
      corrects(desk, 'filing-refused', 'servedOn', '2026-09-18');
      expect(corrects(desk, 'filing-refused', 'refusedOn', '2026-09-18').since).toEqual([
        'permit-expiry-retracted',
        'renewal-deemed',
        'attention-raised',
      ]);
      expect(marks(desk)).toEqual([`renewal-deemed ${filingId}`, `renewal-undecided ${filingId}`]);
      expect(desk.state.attention.map(({ since }) => since)).toEqual(['2026-09-16', '2026-09-18']);
    });

    it('is the end of the permit of a refusal that came before, whatever had been decided', () => {
      const desk = refused(reviewed(), '2026-09-18').until(after);
      desk.does('decide-permit-end', { lastDay: '2031-09-15', reason: aText });
      expect(corrects(desk, 'filing-refused', 'refusedOn', '2026-09-14').since).toEqual([
        'deemed-renewal-retracted',
        'permit-expired',
      ]);
      expect(marks(desk)).toEqual([]);
    });

    it('is no other end where the permit has ended by a decision', () => {
      const desk = refused(reviewed(), '2026-09-18').until(after);
      desk.does('decide-permit-end', { lastDay: '2026-09-15', reason: aText });
      expect(corrects(desk, 'filing-refused', 'refusedOn', '2026-09-17').since).toEqual([]);
      expect(corrects(desk, 'filing-refused', 'refusedOn', '2026-09-14').since).toEqual([]);
    });

    it('is another one where a renewal handed in late had been granted before the end, and where it had not', () => {
      const granted = (on: string) => {
        const desk = received(ending(), 'renewal', late).accepted().until(on);
        return desk.does('record-grant', { filingId, grantedOn: on, servedOn: on, number: null }).until(after);
      };
      const desk = granted('2026-09-14');
      corrects(desk, 'filing-granted', 'servedOn', '2026-09-18');
      expect(corrects(desk, 'filing-granted', 'grantedOn', '2026-09-18').since).toEqual([
        'deemed-renewal-retracted',
        'permit-expired',
      ]);
      expect(corrects(granted('2026-09-18'), 'filing-granted', 'grantedOn', '2026-09-14').since).toEqual([
        'permit-expiry-retracted',
        'renewal-deemed',
      ]);
    });

    it('asks of the last day what the company answered later', () => {
      const items = [{ requirementId: null, text: aText }];
      const desk = received(ending(), 'renewal', '2026-06-10').until('2026-09-17');
      desk.does('record-correction-notice', { filingId, noticedOn: desk.today, dueOn: null, number: null, items });
      desk.answers().until('2026-09-18');
      desk.does('sign-off-pack', { filingId, deferred: [] }, { by: approver }).submits().until(after);
      expect(desk.filing(filingId).status).toBe('submitted');
      expect(corrects(desk, 'correction-requested', 'noticedOn', '2026-09-10').since).toEqual([
        'deemed-renewal-retracted',
        'attention-cleared',
        'permit-expired',
        'attention-raised',
      ]);
      expect(marks(desk)).toContain(`renewal-undecided ${filingId}`);
      expect(corrects(desk, 'correction-requested', 'noticedOn', '2026-09-17').since).toEqual([
        'permit-expiry-retracted',
        'renewal-deemed',
      ]);
    });

    it('is what a refusal means for the renewal for which it had not been entered', () => {
      const both = (on: string) => {
        const desk = reviewed().prepares({ kind: 'change' }).submits().accepted().until(on);
        const changed = { ...refusal, filingId: 'change-1', refusedOn: on, servedOn: on };
        return desk.does('record-refusal', changed).until(after);
      };
      const before = both('2026-09-14');
      expect(corrects(before, 'filing-refused', 'filingId', filingId).since).toEqual([
        'deemed-renewal-retracted',
        'permit-expired',
      ]);
      expect(corrects(before, 'filing-refused', 'filingId', 'change-1').since).toEqual([
        'permit-expiry-retracted',
        'renewal-deemed',
      ]);
      const later = both('2026-09-18');
      expect(corrects(later, 'filing-refused', 'filingId', filingId).since).toEqual(['attention-raised']);
      expect(marks(later)).toContain(`renewal-undecided ${filingId}`);
    });

    it('is nothing where the other days of a renewal that silence brought are corrected', () => {
      const desk = refused(reviewed(), '2026-09-18').until(after);
      expect(corrects(desk, 'filing-accepted', 'acceptedOn', '2026-06-11').since).toEqual([]);
      expect(corrects(desk, 'filing-refused', 'servedOn', '2026-09-19').since).toEqual([]);
    });

    it.each([
      ['lies behind the refusal', '2026-09-15', 'permit-expired'],
      ['lies before the refusal all the same', '2026-09-12', 'renewal-deemed'],
    ])('is judged anew where the printed end %s', (_, printed, judged) => {
      const early = held('2021-09-16', '2026-09-10', '2026-06-01');
      early.prepares({ kind: 'renewal' }).submits().accepted();
      const desk = refused(early, '2026-09-14').until(after);
      const { since } = corrects(desk, 'permit-registered', 'permit.printedLastDay', printed);
      expect(since.filter((type) => !type.startsWith('attention-'))).toEqual(['deemed-renewal-retracted', judged]);
      expect(marks(desk).includes(`renewal-undecided ${filingId}`)).toBe(judged === 'renewal-deemed');
    });
  });

  const everywhere = { kind: 'nationwide' } as const;
  const moved = (desk: Desk, to: object) => approved(desk, 'permit-registered', 'permit.coverage', to as never).rest;

  it('is another authority where that decides about the corrected area, and none where it stays the same', () => {
    const foreign = { company: aCompany({ foreignShare: 10 }) };
    expect(moved(Desk.holds('2026-11-20'), everywhere)).toMatchObject([
      { type: 'authority-moved', data: { authority: 'MIIT', office: 'MIIT' } },
    ]);
    expect(moved(Desk.holds('2026-11-20', {}, foreign), everywhere)).toEqual([]);
  });

  it('leaves an authority that another one has named, where the area stays the same', () => {
    const desk = Desk.opens('2026-03-02').prepares().submits();
    desk.does('record-non-acceptance', {
      filingId: 'new-1',
      decidedOn: '2026-03-02',
      servedOn: '2026-03-02',
      number: null,
      reason: null,
      reroutedTo: 'MIIT',
    });
    expect(desk.state.authority).toBe('MIIT');
    desk.until('2026-03-05');
    expect(approved(desk, 'filing-not-accepted', 'servedOn', '2026-03-03').rest).toEqual([]);
  });
});
