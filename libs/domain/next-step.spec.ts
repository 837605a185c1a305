import { aLicense, aText, Desk } from '../../test/support/builders.js';
import { requirementsOf } from './decide/requirements.js';
import { nextStepNow } from './next-step.js';

const next = (desk: Desk, kind: string) => {
  const [duty] = desk.agenda(kind);
  if (!duty) throw new Error(`no ${kind} is due`);
  return nextStepNow(desk.state, duty);
};

describe('the next step', () => {
  const holding = () => Desk.holds('2031-01-05', {}, { reportsFiled: ['2027', '2028', '2029', '2030', '2031'] });
  const draft = () => holding().does('open-filing', { kind: 'renewal', period: null, answers: [], plannedOn: null });

  it('is the duty itself while no filing is opened', () => {
    const desk = holding();
    expect(next(desk, 'renewal')).toEqual(desk.agenda('renewal')[0]?.next);
  });

  it('goes on from where the filing stands', () => {
    const desk = draft();
    expect(next(desk, 'renewal').en).toMatch(/^File for renewal, .*\. renewal-1 is opened and has no papers yet/);
    const [first] = requirementsOf(desk.state, desk.newest, desk.today, desk.context());
    desk.does('supply-material', desk.material('renewal-1', first?.id ?? ''));
    expect(next(desk, 'renewal').en).toMatch(/renewal-1 has 1 paper so far/);
    expect(next(holding().prepares({ kind: 'renewal' }), 'renewal').zh).toMatch(/材料已签核：提交即可$/);
  });

  it('asks for new papers after a correction notice, though the first pack was signed off', () => {
    const desk = aLicense().prepares().submits();
    desk.does('record-correction-notice', {
      filingId: 'new-1',
      noticedOn: desk.today,
      dueOn: null,
      number: null,
      items: [{ requirementId: null, text: aText }],
    });
    expect(next(desk, 'correction').en).toMatch(
      /^Answer the correction notice and submit again\. new-1 has no new papers since/,
    );
  });
});
