import { aCompany, aLicense, aText, Desk } from '../../test/support/builders.js';

const day = '2026-03-02';
const turnedAway = (filingId: string, reroutedTo: string | null = 'MIIT') => ({
  filingId,
  decidedOn: day,
  number: 'N-1',
  reason: aText,
  reroutedTo,
});

describe('a filing that another authority is to decide', () => {
  it('ends, and goes on as a new one before the authority that was named', () => {
    const desk = aLicense(day).prepares().submits();
    const before = desk.state.seq;
    desk.does('record-non-acceptance', turnedAway('new-1'));
    expect(desk.since(before)).toEqual(['filing-not-accepted', 'authority-moved', 'filing-opened']);
    expect(desk.state).toMatchObject({
      authority: 'MIIT',
      office: 'MIIT',
      filings: {
        'new-1': { status: 'not-accepted', follows: null },
        'new-2': { status: 'draft', kind: 'new', follows: 'new-1' },
      },
    });
  });

  it('keeps the rights against the decision, counted from its service, each with its proof', () => {
    const desk = aLicense(day).prepares().submits().until('2026-03-06');
    desk.does('record-non-acceptance', { ...turnedAway('new-1'), servedOn: '2026-03-05' });
    const [reconsideration] = desk.agenda('reconsideration');
    const [litigation] = desk.agenda('litigation');
    expect(reconsideration).toMatchObject({ filingId: 'new-1', duty: 'right', deadline: { date: '2026-05-04' } });
    expect(litigation).toMatchObject({ filingId: 'new-1', duty: 'right', deadline: { date: '2026-09-05' } });
    for (const right of [reconsideration, litigation]) {
      const proof = right?.deadline?.readings[0]?.proof;
      expect(proof?.inputs).toMatchObject({ servedOn: '2026-03-05' });
      expect(proof?.citation.article).not.toBe('');
    }
  });

  it('goes on answering the change that it answered', () => {
    const desk = Desk.holds('2026-11-20').does('record-company-fact', {
      change: {
        kind: 'name',
        decidedOn: '2026-11-19',
        registeredOn: '2026-11-19',
        effectiveOn: null,
        operatorChanges: null,
      },
      facts: {},
      companySeq: 2,
    });
    const answers = desk.state.changes.map(({ obligationId }) => obligationId);
    desk.prepares({ kind: 'change', answers }).submits();
    desk.does('record-non-acceptance', { ...turnedAway('change-1'), decidedOn: '2026-11-20' });
    expect(desk.filing('change-2')).toMatchObject({ answers, follows: 'change-1' });
    expect(desk.state.changes).toMatchObject([{ filingId: 'change-2', done: false }]);
  });

  it('stays with the named authority until facts lead elsewhere than before', () => {
    const fact = (facts: object, companySeq: number) => ({ change: null, facts, companySeq });
    const desk = aLicense(day).prepares().submits().does('record-non-acceptance', turnedAway('new-1', 'gd'));
    desk.does('record-company-fact', fact({ registeredCapital: 3_000_000 }, 2));
    expect(desk.state.authority).toBe('gd');
    desk.does('record-company-fact', fact({ foreignShare: 30 }, 3));
    expect(desk.state.authority).toBe('MIIT');
  });

  it('is given up where the decision names nobody', () => {
    const desk = aLicense(day).prepares().submits().does('record-non-acceptance', turnedAway('new-1', null));
    expect(Object.keys(desk.state.filings)).toEqual(['new-1']);
    expect(desk.state.authority).toBe('sh');
  });

  it.each([
    ['an authority that there is not', 'xx', 'unknown-authority'],
    ['the one that decides already', 'sh', 'rerouted-to-itself'],
  ])('is refused for %s', (_, reroutedTo, code) => {
    const desk = aLicense(day, { company: aCompany() }).prepares().submits();
    expect(desk.refuses('record-non-acceptance', turnedAway('new-1', reroutedTo))).toMatchObject({
      code,
      details: { pointer: '/reroutedTo' },
    });
  });

  it('of a permit that is no more in force is applied for anew instead', () => {
    const desk = Desk.holds('2026-11-20').prepares({ kind: 'change' }).submits();
    desk.does('record-cancellation', { cancelledOn: '2026-11-20', number: null });
    const data = { ...turnedAway('change-1'), decidedOn: '2026-11-20' };
    expect(desk.refuses('record-non-acceptance', data)).toMatchObject({ code: 'permit-not-valid' });
  });
});
