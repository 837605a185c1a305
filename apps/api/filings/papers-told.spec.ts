import { aText, Desk } from '../../../test/support/builders.js';
import { papersTold } from './papers-told.js';

const day = '2026-11-20';

describe("the authority's papers as told", () => {
  it('are as late as their own days say; a term tells nothing of that', () => {
    const desk = Desk.holds(day)
      .does('record-companion', {
        companion: 'number-certificate-95',
        number: '95123',
        holder: aText,
        validFrom: '2022-11-21',
        lastDay: '2027-11-20',
      })
      .does('renew-companion', { companionId: 'companion-1', validFrom: '2027-11-21', lastDay: '2032-11-20' })
      .prepares({ kind: 'change' })
      .does('submit-filing', { filingId: 'change-1' })
      .until('2026-11-24')
      .does('record-receipt', { filingId: 'change-1', receivedOn: day, number: null });
    expect(papersTold(desk.state).map(({ type, on, daysLate }) => [type, on, daysLate])).toEqual([
      ['permit-registered', '2026-06-01', null],
      ['companion-recorded', '2022-11-21', null],
      ['companion-renewed', '2027-11-21', null],
      ['receipt-recorded', day, 4],
    ]);
  });
});
