import { aLicense, aText, Desk, otherTypes, people } from '../../test/support/builders.js';
import { licenseLine } from './license-line.js';
import type { Obligation } from './obligation.js';

const day = '2026-11-20';
const held = Desk.holds(day);
const [renewal] = held.agenda('renewal');
if (!renewal) throw new Error('no renewal');
const line = ({ state }: Desk, obligations: Obligation[] = [], today = day) => licenseLine(state, obligations, today);

describe('a license in a line of a list', () => {
  it('shows its company, its permit, its people and its next duty', () => {
    expect(line(held, [renewal])).toEqual({
      companyId: 'company-1',
      companyName: '测试呼叫有限公司',
      serviceTypes: ['B24'],
      coverage: 'sh',
      authority: 'sh',
      office: 'sh',
      status: 'valid',
      ...people,
      filings: [],
      permitNumber: '沪B2-20260001',
      permitLastDay: '2031-05-31',
      nextObligation: 'renewal:2',
      nextDate: renewal.deadline?.date,
      safeDay: renewal.deadline?.safeDay,
      needsAttention: false,
      attention: [],
      simulated: false,
      openedOn: day,
    });
  });

  it('shows its filings, and no permit where there is none', () => {
    const applying = aLicense(day, { coverage: { kind: 'nationwide' } }).prepares();
    expect(line(applying)).toMatchObject({
      coverage: 'nationwide',
      status: 'preparing',
      filings: [{ id: 'new-1', kind: 'new', status: 'draft' }],
      permitNumber: null,
      permitLastDay: null,
      nextObligation: null,
      nextDate: null,
      safeDay: null,
    });
    expect(Object.keys(line(applying).filings[0] ?? {})).toEqual(['id', 'kind', 'status']);
  });

  it('shows the types and the area that its permit names, whatever was applied for', () => {
    const desk = aLicense('2026-06-01').prepares().submits().accepted().granted();
    expect(line(desk)).toMatchObject({ serviceTypes: ['B24'], coverage: 'sh' });
    desk.issued(
      { serviceTypes: ['B25'], coverage: { kind: 'nationwide' } },
      { settled: { differences: ['serviceTypes', 'coverage'], reason: aText } },
    );
    expect(line(desk)).toMatchObject({ serviceTypes: ['B25'], coverage: 'nationwide' });
    desk.until('2031-01-10').prepares({ kind: 'renewal' }).submits().accepted().granted();
    const next = { validFrom: '2031-06-01', printedLastDay: '2036-05-31', coverage: { kind: 'nationwide' } } as const;
    desk.issued({ ...next, serviceTypes: ['B24', 'B25'] }, otherTypes);
    expect(line(desk).serviceTypes).toEqual(['B24', 'B25']);
  });

  it('shows of its duties the first of the company that has a date', () => {
    const duty = (id: string, more: Partial<Obligation>): Obligation => ({ ...renewal, id, ...more });
    const next = (...obligations: Obligation[]) => line(held, obligations).nextObligation;
    expect(next(duty('a', { duty: 'authority' }), duty('b', { deadline: null }), duty('c', {}), duty('d', {}))).toBe(
      'c',
    );
    expect(next(duty('a', { duty: 'right' }), duty('b', { deadline: null }))).toBeNull();
  });

  it('needs attention as long as a mark stands', () => {
    const silent = aLicense('2026-03-02').prepares().submits().until('2026-03-12');
    expect(line(silent)).toMatchObject({ needsAttention: true, attention: [{ reason: 'acceptance-deemed' }] });
  });

  it('has the status of the day that is asked about', () => {
    expect(line(held, [], '2031-03-03').status).toBe('window-missed');
  });
});
