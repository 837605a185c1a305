import { law, refusal } from '../../../test/support/builders.js';
import type { Complaint } from '../assess/complaints.js';
import { checkLivePlan, checkRehearsal } from './plan-check.js';

const ask = (plan: object = {}, rest: object = {}) => ({
  company: { province: 'sh', registeredCapital: 1_000_000, foreignShare: 0 },
  serviceTypes: ['B24'],
  coverage: { kind: 'province', provinces: ['sh'] },
  plan: { startOn: '2026-11-23', ...plan },
  ...rest,
});
const people = { owner: 'a', deputy: 'b', manager: 'c' };
const live = (input: unknown) => checkLivePlan(input, '2026-09-14', people);
const faults = (input: unknown) => refusal(() => checkRehearsal(law, input)).details.errors as Complaint[];
const fault = (pointer: string, code: string, message: string, remedy: string): Complaint => ({
  pointer,
  code,
  message,
  remedy,
});

const dayRemedy = 'Write a day as YYYY-MM-DD, for example 2027-03-01.';
const noDay = (pointer: string) => fault(pointer, 'invalid-date', 'A day is expected here.', dayRemedy);
const missing = (pointer: string) => fault(pointer, 'invalid-date', 'This is missing.', dayRemedy);
const noWord = (pointer: string, words: string) =>
  fault(pointer, 'unknown-value', 'This value is not known.', `Use one of: ${words}.`);
const noField = (pointer: string, known: string) =>
  fault(pointer, 'unknown-field', 'This field is not known.', `Known fields: ${known}.`);
const order = (pointer: string, to: string, from: string) =>
  fault(pointer, 'out-of-order', `${to} lies before ${from}.`, 'Give a later day.');
const noName = (pointer: string) =>
  fault(pointer, 'text-expected', 'A name is expected here.', 'Give a text of 1 to 100 characters.');
const days = (words = '') => `Give a whole number of days from 0 to 1000${words}.`;

const defaults = () => ({
  filingOn: null,
  materials: [],
  people: { owner: 'owner', deputy: 'deputy', manager: 'manager' },
  authority: { acceptance: 5, review: 'earliest-reading', issue: 10 },
  corrections: [],
  expertReview: null,
  serviceOpenedOn: null,
  reports: 'safe-day',
  changes: [],
  renewal: { filedOn: 'safe-day', outcome: 'granted' },
  acknowledge: 'same-day',
  until: null,
  absences: [],
  openBy: null,
  costPerDay: null,
});

describe('a plan', () => {
  it('of which only the start is said has every default', () => {
    const { request, assessment } = checkRehearsal(law, ask());
    expect(request).toMatchObject({ serviceTypes: ['B24'], coverage: { kind: 'province', provinces: ['sh'] } });
    expect(request.plan).toEqual({ startOn: '2026-11-23', ...defaults() });
    expect(request.finished).toEqual([]);
    expect(assessment).toMatchObject({ today: '2026-11-23', plannedOn: null, materials: [] });
  });

  it('has the defaults for what is null, too', () => {
    const nothing = Object.fromEntries(Object.keys(defaults()).map((field) => [field, null]));
    expect(checkRehearsal(law, ask(nothing, { finished: null })).request.plan).toEqual({
      startOn: '2026-11-23',
      ...defaults(),
    });
    const parts = {
      authority: { acceptance: null, review: null, issue: null },
      renewal: { filedOn: null, outcome: null },
      corrections: [{ noticedOn: '2027-01-04', dueOn: null, answeredOn: '2027-01-20' }],
      changes: [{ kind: 'name', decidedOn: '2028-01-01', registeredOn: null, operatorChanges: null, filedOn: null }],
    };
    expect(checkRehearsal(law, ask(parts)).request.plan).toEqual({
      ...defaults(),
      startOn: '2026-11-23',
      corrections: parts.corrections,
      changes: [{ ...parts.changes[0], filedOn: 'safe-day' }],
    });
  });

  it('is read field by field', () => {
    const plan = {
      filingOn: '2026-12-28',
      materials: [{ id: 'premises-proof', issuedOn: '2026-11-20' }],
      people: { owner: ' Li ', deputy: '', manager: 'Zhao' },
      authority: { acceptance: 'silence', review: 'latest-reading', issue: 0 },
      corrections: [
        { noticedOn: '2027-01-04', dueOn: '2027-01-29', answeredOn: '2027-01-20' },
        { noticedOn: '2027-02-04', answeredOn: '2027-02-20' },
      ],
      expertReview: { from: '2027-03-01', to: '2027-03-01' },
      serviceOpenedOn: 'never',
      reports: { '2028': '2028-02-01', '2029': '2029-02-01' },
      changes: [
        { kind: 'name', decidedOn: '2028-01-01', registeredOn: '2028-02-01', operatorChanges: true, filedOn: 'never' },
        { kind: 'scope', registeredOn: '2028-03-01', filedOn: '2028-03-05' },
        { kind: 'shareholders', decidedOn: '2028-04-01' },
      ],
      renewal: { filedOn: '2031-10-08', outcome: 'silence' },
      acknowledge: 'next-working-day',
      until: '2038-11-23',
      absences: [{ who: ' owner ', from: '2027-01-01', to: '2027-01-01' }],
      openBy: '2027-06-01',
      costPerDay: 0,
    };
    const finished = [{ authority: ' sh ', kind: 'annual-report', receivedOn: '2025-01-01', issuedOn: '2025-01-01' }];
    const { request, assessment } = checkRehearsal(law, ask(plan, { finished }));
    expect(request.plan).toEqual({
      ...plan,
      startOn: '2026-11-23',
      people: { owner: 'Li', deputy: 'deputy', manager: 'Zhao' },
      corrections: [plan.corrections[0], { ...plan.corrections[1], dueOn: null }],
      changes: [
        plan.changes[0],
        { ...plan.changes[1], decidedOn: null, operatorChanges: null },
        { ...plan.changes[2], registeredOn: null, operatorChanges: null, filedOn: 'safe-day' },
      ],
      absences: [{ who: 'owner', from: '2027-01-01', to: '2027-01-01' }],
    });
    expect(request.finished).toEqual([{ ...finished[0], authority: 'sh' }]);
    expect(assessment).toMatchObject({ today: '2026-11-23', plannedOn: '2026-12-28', materials: plan.materials });
  });

  it.each<[string, object]>([
    ['as many changes as anybody plans', { changes: Array(50).fill({ kind: 'name', decidedOn: '2028-01-01' }) }],
    ['an end on the day of the start', { until: '2026-11-23' }],
    ['an authority that takes long', { authority: { acceptance: 0, review: 1000, issue: 1000 } }],
    ['a name of a hundred letters', { absences: [{ who: 'x'.repeat(100), from: '2027-01-01', to: '2027-01-02' }] }],
    ['no reports', { reports: 'never' }],
    ['a change on its safe day', { changes: [{ kind: 'name', decidedOn: '2028-01-01', filedOn: 'safe-day' }] }],
    ['words for days', { serviceOpenedOn: '2027-04-01', renewal: { filedOn: 'never', outcome: 'refused' } }],
  ])('is taken with %s', (_, plan) => {
    expect(checkRehearsal(law, ask(plan)).request.plan).toMatchObject(plan);
  });

  it.each<[string, object, Complaint[]]>([
    [
      'no start',
      { startOn: undefined },
      [fault('/plan/startOn', 'invalid-date', 'This is missing.', 'Write an existing day as YYYY-MM-DD.')],
    ],
    [
      'an unknown field',
      { filedOn: 1 },
      [
        noField(
          '/plan/filedOn',
          'startOn, filingOn, materials, people, authority, corrections, expertReview, serviceOpenedOn, reports, ' +
            'changes, renewal, acknowledge, until, absences, openBy, costPerDay',
        ),
      ],
    ],
    [
      'a filing before the start',
      { filingOn: '2026-11-22' },
      [fault('/plan/filingOn', 'date-in-past', 'The planned filing day is over.', 'Plan a day from today on.')],
    ],
    [
      'an unknown paper',
      { materials: [{ id: 'x' }] },
      [
        fault(
          '/plan/materials/0/id',
          'unknown-requirement',
          'The rules ask for no "x".',
          'Use an id from the list of materials.',
        ),
      ],
    ],
    [
      'people who are none',
      { people: { owner: 1, deputy: 2, manager: 3, boss: 'x' } },
      [
        noField('/plan/people/boss', 'owner, deputy, manager'),
        ...['owner', 'deputy', 'manager'].map((role) =>
          fault(`/plan/people/${role}`, 'text-expected', 'A text is expected here.', 'Give a text.'),
        ),
      ],
    ],
    [
      'an authority of other speeds',
      { authority: { acceptance: -1, review: 1001, issue: 1.5, mood: 1 } },
      [
        noField('/plan/authority/mood', 'acceptance, review, issue'),
        fault('/plan/authority/acceptance', 'out-of-range', '-1 is out of range.', days(' or silence')),
        fault(
          '/plan/authority/review',
          'out-of-range',
          '1001 is out of range.',
          days(' or earliest-reading, latest-reading'),
        ),
        fault('/plan/authority/issue', 'not-whole', '1.5 is not a whole number of days.', days()),
      ],
    ],
    [
      'a word that belongs elsewhere',
      { authority: { issue: 'silence' } },
      [fault('/plan/authority/issue', 'number-expected', 'A number is expected here.', days())],
    ],
    [
      'corrections without days',
      { corrections: [{ dueOn: 5, x: 1 }] },
      [
        noField('/plan/corrections/0/x', 'noticedOn, dueOn, answeredOn'),
        missing('/plan/corrections/0/noticedOn'),
        noDay('/plan/corrections/0/dueOn'),
        missing('/plan/corrections/0/answeredOn'),
      ],
    ],
    [
      'an expert review that is none',
      { expertReview: { from: 'May', x: 1 } },
      [noField('/plan/expertReview/x', 'from, to'), noDay('/plan/expertReview/from'), missing('/plan/expertReview/to')],
    ],
    [
      'an expert review that runs backwards',
      { expertReview: { from: '2027-02-02', to: '2027-02-01' } },
      [order('/plan/expertReview/to', '2027-02-01', '2027-02-02')],
    ],
    ['a word for an opening', { serviceOpenedOn: 'soon' }, [noDay('/plan/serviceOpenedOn')]],
    ['a word for reports', { reports: 'late' }, [noWord('/plan/reports', 'safe-day, never')]],
    [
      'reports of other years, and on no day',
      { reports: { '1999': '2027-01-01', '20281': 'x', x2028: 'x', '2028': 'May', '2029': '2029-01-01' } },
      [
        noField('/plan/reports/1999', '2028, 2029'),
        noField('/plan/reports/20281', '2028, 2029'),
        noField('/plan/reports/x2028', '2028, 2029'),
        noDay('/plan/reports/2028'),
      ],
    ],
    [
      'a change of no kind, without a day',
      { changes: [{ operatorChanges: 1, filedOn: 'soon', x: 1 }] },
      [
        noField('/plan/changes/0/x', 'kind, decidedOn, registeredOn, operatorChanges, filedOn'),
        fault('/plan/changes/0', 'required', 'The change has no day.', 'Give decidedOn, registeredOn or both.'),
        noWord('/plan/changes/0/kind', 'name, legal-representative, registered-capital, shareholders, scope'),
        fault(
          '/plan/changes/0/operatorChanges',
          'boolean-expected',
          'Yes or no is expected here.',
          'Give true or false.',
        ),
        noDay('/plan/changes/0/filedOn'),
      ],
    ],
    [
      'a change on days that are none',
      { changes: [{ kind: 'name', decidedOn: 1, registeredOn: 2 }] },
      [noDay('/plan/changes/0/decidedOn'), noDay('/plan/changes/0/registeredOn')],
    ],
    [
      'more changes than anybody plans',
      { changes: Array(51).fill(1) },
      [fault('/plan/changes', 'too-many', '51 entries are too many.', 'Give at most 50.')],
    ],
    [
      'more corrections, more absences',
      { corrections: Array(51).fill(1), absences: Array(52).fill(1) },
      [
        fault('/plan/corrections', 'too-many', '51 entries are too many.', 'Give at most 50.'),
        fault('/plan/absences', 'too-many', '52 entries are too many.', 'Give at most 50.'),
      ],
    ],
    [
      'a renewal of another kind',
      { renewal: { filedOn: 'soon', outcome: 'maybe', x: 1 } },
      [
        noField('/plan/renewal/x', 'filedOn, outcome'),
        noDay('/plan/renewal/filedOn'),
        noWord('/plan/renewal/outcome', 'granted, refused, silence'),
      ],
    ],
    [
      'another way to acknowledge',
      { acknowledge: 'later' },
      [noWord('/plan/acknowledge', 'same-day, next-working-day, never')],
    ],
    [
      'an end before the start',
      { until: '2026-11-22' },
      [
        fault(
          '/plan/until',
          'out-of-range',
          '2026-11-22 is not within 12 years of the start.',
          'Give a day from 2026-11-23 to 2038-11-23.',
        ),
      ],
    ],
    [
      'an end a day too late',
      { until: '2038-11-24' },
      [
        fault(
          '/plan/until',
          'out-of-range',
          '2038-11-24 is not within 12 years of the start.',
          'Give a day from 2026-11-23 to 2038-11-23.',
        ),
      ],
    ],
    ['an end that is no day', { until: 'soon' }, [noDay('/plan/until')]],
    [
      'an absence of nobody',
      { absences: [{ who: ' ', from: '2027-01-02', to: '2027-01-01', x: 1 }, { who: 'x'.repeat(101), from: 1 }, {}] },
      [
        noField('/plan/absences/0/x', 'who, from, to'),
        order('/plan/absences/0/to', '2027-01-01', '2027-01-02'),
        noName('/plan/absences/0/who'),
        noDay('/plan/absences/1/from'),
        missing('/plan/absences/1/to'),
        noName('/plan/absences/1/who'),
        missing('/plan/absences/2/from'),
        missing('/plan/absences/2/to'),
        noName('/plan/absences/2/who'),
      ],
    ],
    ['a wished day that is none', { openBy: 'soon' }, [noDay('/plan/openBy')]],
    [
      'half a yuan a day',
      { costPerDay: 0.5 },
      [
        fault(
          '/plan/costPerDay',
          'not-whole',
          '0.5 is not a whole number of yuan.',
          'Give the cost of a day in whole yuan, 0 or more.',
        ),
      ],
    ],
  ])('is refused with %s', (_, plan, expected) => {
    expect(faults(ask(plan))).toEqual(expected);
  });

  it('is refused with what is wrong around it', () => {
    expect(faults(ask({}, { x: 1, serviceTypes: ['B99'] }))).toMatchObject([
      noField('/x', 'company, serviceTypes, coverage, plan, finished'),
      { pointer: '/serviceTypes/0' },
    ]);
    expect(faults(5)[0]).toEqual(
      fault(
        '',
        'required',
        'An object is expected here.',
        'Give an object with: company, serviceTypes, coverage, plan, finished.',
      ),
    );
    const filing = { authority: 'sh', kind: 'new', receivedOn: '2025-02-02', issuedOn: '2025-02-01' };
    expect(
      faults(ask({}, { finished: [filing, { ...filing, kind: 'x', authority: 5, receivedOn: 1, y: 1 }] })),
    ).toEqual([
      order('/finished/0/issuedOn', '2025-02-01', '2025-02-02'),
      noField('/finished/1/y', 'authority, kind, receivedOn, issuedOn'),
      noDay('/finished/1/receivedOn'),
      order('/finished/1/issuedOn', '2025-02-01', '9999-12-31'),
      noName('/finished/1/authority'),
      noWord('/finished/1/kind', 'new, renewal, change, annual-report'),
    ]);
    expect(faults(ask({}, { finished: Array(2001).fill(1) }))).toEqual([
      fault('/finished', 'too-many', '2001 entries are too many.', 'Give at most 2000.'),
    ]);
  });
});

describe('a plan for a license on record', () => {
  it('begins today with the people of the license, and may be left out', () => {
    const expected = { ...defaults(), startOn: '2026-09-14', people };
    for (const input of [undefined, null, {}, { plan: null }, { plan: {} }]) expect(live(input)).toEqual(expected);
    expect(live({ plan: { filingOn: '2026-10-12', until: '2038-09-14' } })).toEqual({
      ...expected,
      filingOn: '2026-10-12',
      until: '2038-09-14',
    });
  });

  it('says nothing about what is on record', () => {
    const told = refusal(() =>
      live({
        plan: {
          startOn: '2026-11-23',
          materials: [],
          people: {},
          corrections: [],
          expertReview: {},
          openBy: '2027-01-01',
          costPerDay: 1,
          filingOn: 'soon',
          until: '2026-09-13',
        },
        finished: [],
      }),
    );
    const known = 'filingOn, authority, serviceOpenedOn, reports, changes, renewal, acknowledge, until, absences';
    const refused = ['startOn', 'materials', 'people', 'corrections', 'expertReview', 'openBy', 'costPerDay'];
    expect((told.details.errors as Complaint[]).filter(({ code }) => code === 'unknown-field')).toEqual([
      noField('/finished', 'plan'),
      ...refused.map((field) => noField(`/plan/${field}`, known)),
    ]);
    expect((told.details.errors as Complaint[]).filter(({ pointer }) => /filingOn|until/.test(pointer))).toEqual([
      noDay('/plan/filingOn'),
      fault(
        '/plan/until',
        'out-of-range',
        '2026-09-13 is not within 12 years of the start.',
        'Give a day from 2026-09-14 to 2038-09-14.',
      ),
    ]);
  });
});
