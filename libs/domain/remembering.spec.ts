import fc from 'fast-check';
import { LicenseStory, law } from '../../test/support/license-story.js';
import { addDays } from '../calendar/index.js';
import type { Law } from '../rulebook/index.js';
import { agenda, foreseen } from './agenda.js';
import type { Context } from './context.js';
import type { LicenseState } from './license.js';
import { passingLimits } from './passing-limits.js';
import { VirtualLicense } from './rehearse/virtual-license.js';
import { rehearse } from './rehearse.js';
import { tick } from './tick.js';
import { nextWakeUp, plannedRungs } from './wake.js';

/** Everything that is remembered between two questions. */
const answers = (state: LicenseState, context: Context) => ({
  agenda: agenda(state, context),
  foreseen: foreseen(state, context),
  limits: passingLimits(state, context),
  rungs: plannedRungs(state, context),
  due: tick(state, context.now, context),
  wake: nextWakeUp(state, context),
});

/** The same state under the same law, of which nothing can be remembered. */
const anew = (state: LicenseState, context: Context, freshLaw: Law): [LicenseState, Context] => [
  JSON.parse(JSON.stringify(state)) as LicenseState,
  { ...context, law: freshLaw },
];

const anyPlan = fc.record({
  delay: fc.integer({ min: 0, max: 400 }),
  acceptance: fc.constantFrom<number | 'silence'>(3, 5, 'silence'),
  outcome: fc.constantFrom('granted', 'silence', 'refused'),
  reports: fc.constantFrom('safe-day', 'never'),
  acknowledge: fc.constantFrom('same-day', 'next-working-day', 'never'),
  changedAfter: fc.option(fc.integer({ min: 200, max: 1700 })),
  reviewed: fc.boolean(),
});

describe('what is remembered of a license', () => {
  afterEach(() => jest.restoreAllMocks());

  it('is what would be worked out anew, at every moment of any plan', () => {
    const settle = VirtualLicense.prototype.settle;
    const differing: unknown[] = [];
    let moments = 0;
    jest.spyOn(VirtualLicense.prototype, 'settle').mockImplementation(function (this: VirtualLicense) {
      const events = settle.call(this);
      // Some moments of each plan, others in each: a look anew costs a hundred times as much.
      if (this.current && moments++ % 29 === 0) {
        const context = this.context();
        const [remembered, fresh] = [answers(this.state, context), answers(...anew(this.state, context, { ...law }))];
        if (JSON.stringify(remembered) !== JSON.stringify(fresh)) differing.push({ remembered, fresh });
      }
      return events;
    });
    fc.assert(
      fc.property(anyPlan, ({ delay, acceptance, outcome, reports, acknowledge, changedAfter, reviewed }) => {
        const filingOn = addDays('2026-11-23', delay);
        const registeredOn = changedAfter === null ? null : addDays(filingOn, changedAfter);
        rehearse(law, {
          company: { province: 'sh', registeredCapital: 1_000_000, foreignShare: 0, shareholders: [] },
          serviceTypes: ['B24'],
          coverage: { kind: 'province', provinces: ['sh'] },
          plan: {
            startOn: '2026-11-23',
            filingOn,
            authority: { acceptance },
            renewal: { outcome },
            reports,
            acknowledge,
            changes: registeredOn === null ? [] : [{ kind: 'name', registeredOn, filedOn: 'never' }],
            expertReview: reviewed ? { from: addDays(filingOn, 30), to: addDays(filingOn, 50) } : null,
          },
        });
        expect(differing).toEqual([]);
      }),
      { numRuns: 12, endOnFailure: true },
    );
    expect(moments).toBeGreaterThan(1_000);
  });

  it('knows of people who leave, of chosen reminders and of what own filings took', () => {
    const story = LicenseStory.on('2025-01-02').holds('2024-02-02', '2029-02-01');
    const same = () => {
      const context = story.context();
      expect(answers(story.state, context)).toEqual(answers(...anew(story.state, context, { ...law })));
    };
    const absence = { absenceId: 'a', person: 'person-owner', from: '2025-01-06', until: '2025-02-20', houseSeq: 3 };
    const reason = { ref: 'text', commitment: '00' };
    const told: (() => unknown)[] = [
      () => story.says('absence-told', { ...absence, calledOff: false }),
      () => story.says('house-ladder-adopted', { kind: 'annual-report', offsets: [50, 5], houseSeq: 4 }),
      () => story.says('ladder-chosen', { kind: 'annual-report', offsets: [40], reason }),
      () => story.says('absence-told', { ...absence, calledOff: true, houseSeq: 5 }),
      () => story.says('people-assigned', { people: { ...story.state.people, owner: 'next' } }),
      () => story.says('ladder-chosen', { kind: 'annual-report', offsets: null, reason }),
      () =>
        story.says('filing-opened', {
          filingId: 'r',
          kind: 'annual-report',
          period: '2025',
          answers: [],
          plannedOn: null,
        }),
      () => story.submits('r', null),
    ];
    for (const tell of told) {
      same();
      tell();
      same();
      story.goesTo(addDays(story.today, 11));
      same();
    }
    expect(story.state.unknownEvents).toEqual([]);
  });

  it('cannot be changed by whoever is given it', () => {
    const license = new VirtualLicense('0b24c0de-0000-5000-8000-000000000002', law, '2026-11-23');
    license.record([
      {
        type: 'license-opened',
        v: 1,
        validOn: '2026-11-23',
        data: {
          companyId: 'company-1',
          company: {
            name: '测试呼叫有限公司',
            uscc: '91310000MA1FL0000N',
            province: 'sh',
            city: null,
            freeTradeZone: false,
            registeredCapital: 1_000_000,
            foreignShare: 0,
            establishedOn: null,
            legalRepresentative: null,
            shareholders: [],
            onDishonestList: false,
            recentPenalty: false,
          },
          companySeq: 0,
          serviceTypes: ['B24'],
          coverage: { kind: 'province', provinces: ['sh'] },
          authority: 'sh',
          office: 'sh',
          people: { owner: 'a', deputy: 'b', manager: 'c' },
          pins: { pack: law.pack.id, calendar: law.calendar.id },
          follows: null,
        },
      },
    ]);
    expect(Object.isFrozen(agenda(license.state, license.context()))).toBe(true);
  });
});
