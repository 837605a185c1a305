import { addYears, type CivilDate, isCivilDate } from '../../calendar/index.js';
import type { Law } from '../../rulebook/index.js';
import { type Complaint, Complaints, refusal, said } from '../assess/complaints.js';
import { licensedCoverage } from '../assess/coverage.js';
import { type AssessmentRequest, checkAssessmentRequest } from '../assess/request.js';
import { moneyAt } from '../assess/values.js';
import type { CompanyChangeKind } from '../company.js';
import { InvalidInput } from '../errors.js';
import type { FilingKind } from '../license.js';
import type { AuthorityPlan, FinishedFiling, PlannedChange, RehearsalPlan, RehearsalRequest } from './plan.js';

export const planFields = [
  'startOn',
  'filingOn',
  'materials',
  'people',
  'authority',
  'corrections',
  'expertReview',
  'serviceOpenedOn',
  'reports',
  'changes',
  'renewal',
  'acknowledge',
  'until',
  'absences',
  'openBy',
  'costPerDay',
] as const;

/** What says nothing about a license that is on record already. */
const beforeTheLicense: readonly string[] = [
  'startOn',
  'materials',
  'people',
  'corrections',
  'expertReview',
  'openBy',
  'costPerDay',
];

/** As many as anybody plans; a longer list is a mistake, and costs everybody's time. */
const mostPlanned = 50;
const mostFinished = 2_000;

/** A rehearsal goes a term and its renewal ahead; more would only repeat itself. */
const mostYears = 12;

/**
 * Reads a rehearsal's request.
 * @returns it with every default filled in, and the assessment that goes with it
 * @throws InvalidInput `invalid-profile` with every error at once, in `details.errors`
 */
export function checkRehearsal(law: Law, input: unknown): { request: RehearsalRequest; assessment: AssessmentRequest } {
  const reader = new PlanReader();
  const whole = reader.object('', input, ['company', 'serviceTypes', 'coverage', 'plan', 'finished']);
  const given = reader.object('/plan', whole.plan, planFields);
  const plan = planOf(reader, given);
  const assessment = assessed(law, reader, whole, given);
  const finished = finishedOf(reader, whole.finished);
  if (!assessment || reader.all.length > 0) throw refusal(reader.all);
  const { company, serviceTypes, coverage, materials } = assessment;
  return {
    request: {
      company,
      serviceTypes,
      coverage: licensedCoverage(coverage),
      plan: { ...plan, materials: materials ?? [] },
      finished,
    },
    assessment,
  };
}

/**
 * Reads the plan for a license that is on record.
 * @param today the day from which it is played
 * @throws InvalidInput `invalid-profile` with every error at once
 */
export function checkLivePlan(input: unknown, today: CivilDate, people: RehearsalPlan['people']): RehearsalPlan {
  const reader = new PlanReader();
  const whole = reader.optionalObject('', input, ['plan']);
  const fields = planFields.filter((field) => !beforeTheLicense.includes(field));
  const given = reader.optionalObject('/plan', whole.plan, fields);
  reader.optionalDay('/plan/filingOn', given.filingOn);
  const plan = planOf(reader, { ...given, startOn: today });
  if (reader.all.length > 0) throw refusal(reader.all);
  return { ...plan, people };
}

const filingKinds: FilingKind[] = ['new', 'renewal', 'change', 'annual-report'];

function finishedOf(reader: PlanReader, input: unknown): FinishedFiling[] {
  return reader.listOf('/finished', input, mostFinished).map((item, i) => {
    const at = `/finished/${i}`;
    const filing = reader.object(at, item, ['authority', 'kind', 'receivedOn', 'issuedOn']);
    const [receivedOn, issuedOn] = reader.period(at, ['receivedOn', 'issuedOn'], filing);
    return {
      authority: reader.text(`${at}/authority`, filing.authority),
      kind: reader.oneOf(`${at}/kind`, filing.kind, filingKinds),
      receivedOn,
      issuedOn,
    };
  });
}

/** Company, request and papers are read as for an assessment; its complaints point into this request. */
function assessed(
  law: Law,
  reader: Complaints,
  whole: Record<string, unknown>,
  plan: Record<string, unknown>,
): AssessmentRequest | null {
  try {
    const { company, serviceTypes, coverage } = whole;
    const { startOn: today, filingOn: plannedOn, materials } = plan;
    return checkAssessmentRequest(law, { company, serviceTypes, coverage, today, plannedOn, materials });
  } catch (error) {
    if (!(error instanceof InvalidInput) || !Array.isArray(error.details.errors)) throw error;
    for (const { pointer, code, message, remedy } of error.details.errors as Complaint[]) {
      reader.add(inPlan(pointer), code, message, remedy);
    }
    return null;
  }
}

function inPlan(pointer: string): string {
  return pointer
    .replace(/^\/today/, '/plan/startOn')
    .replace(/^\/plannedOn/, '/plan/filingOn')
    .replace(/^\/materials/, '/plan/materials');
}

function planOf(reader: PlanReader, plan: Record<string, unknown>): RehearsalPlan {
  const startOn = typeof plan.startOn === 'string' ? plan.startOn : '';
  return {
    startOn,
    filingOn: (plan.filingOn ?? null) as CivilDate | null,
    materials: [],
    people: peopleOf(reader, plan.people),
    authority: authorityOf(reader, plan.authority),
    corrections: reader.listOf('/plan/corrections', plan.corrections, mostPlanned).map((item, i) => {
      const at = `/plan/corrections/${i}`;
      const round = reader.object(at, item, ['noticedOn', 'dueOn', 'answeredOn']);
      return {
        noticedOn: reader.day(`${at}/noticedOn`, round.noticedOn),
        dueOn: reader.optionalDay(`${at}/dueOn`, round.dueOn),
        answeredOn: reader.day(`${at}/answeredOn`, round.answeredOn),
      };
    }),
    expertReview: expertReviewOf(reader, plan.expertReview),
    serviceOpenedOn: reader.dayOr('/plan/serviceOpenedOn', plan.serviceOpenedOn, ['never'], null),
    reports: reportsOf(reader, plan.reports),
    changes: reader
      .listOf('/plan/changes', plan.changes, mostPlanned)
      .map((item, i) => changeOf(reader, `/plan/changes/${i}`, item)),
    renewal: renewalOf(reader, plan.renewal),
    acknowledge: reader.oneOf('/plan/acknowledge', plan.acknowledge, ['same-day', 'next-working-day', 'never']),
    until: untilOf(reader, plan.until, startOn),
    absences: reader.listOf('/plan/absences', plan.absences, mostPlanned).map((item, i) => {
      const at = `/plan/absences/${i}`;
      const absence = reader.object(at, item, ['who', 'from', 'to']);
      const [from, to] = reader.period(at, ['from', 'to'], absence);
      return { who: reader.text(`${at}/who`, absence.who), from, to };
    }),
    openBy: reader.optionalDay('/plan/openBy', plan.openBy),
    costPerDay: costOf(reader, plan.costPerDay),
  };
}

function costOf(reader: PlanReader, input: unknown): number | null {
  if (input === undefined || input === null) return null;
  return moneyAt(reader, '/plan/costPerDay', input, 'Give the cost of a day in whole yuan, 0 or more.');
}

function peopleOf(reader: PlanReader, input: unknown): RehearsalPlan['people'] {
  const people = reader.optionalObject('/plan/people', input, ['owner', 'deputy', 'manager']);
  const named = (role: string) => reader.optionalText(`/plan/people/${role}`, people[role])?.trim() || role;
  return { owner: named('owner'), deputy: named('deputy'), manager: named('manager') };
}

function authorityOf(reader: PlanReader, input: unknown): AuthorityPlan {
  const authority = reader.optionalObject('/plan/authority', input, ['acceptance', 'review', 'issue']);
  const at = (field: string) => `/plan/authority/${field}`;
  return {
    acceptance: reader.countOr(at('acceptance'), authority.acceptance, ['silence'], 5),
    review: reader.countOr(
      at('review'),
      authority.review,
      ['earliest-reading', 'latest-reading'],
      'earliest-reading' as const,
    ),
    issue: reader.countOr(at('issue'), authority.issue, [], 10),
  };
}

function expertReviewOf(reader: PlanReader, input: unknown): RehearsalPlan['expertReview'] {
  if (input === undefined || input === null) return null;
  const review = reader.object('/plan/expertReview', input, ['from', 'to']);
  const [from, to] = reader.period('/plan/expertReview', ['from', 'to'], review);
  return { from, to };
}

function reportsOf(reader: PlanReader, input: unknown): RehearsalPlan['reports'] {
  if (typeof input !== 'object' || input === null) {
    return reader.oneOf('/plan/reports', input, ['safe-day', 'never'] as const);
  }
  const years = Object.keys(input).filter((year) => /^20\d\d$/.test(year));
  const planned = reader.object('/plan/reports', input, years);
  const days = years.map((year) => [year, reader.day(`/plan/reports/${year}`, planned[year])]);
  return Object.fromEntries(days);
}

const changeKinds: CompanyChangeKind[] = [
  'name',
  'legal-representative',
  'registered-capital',
  'shareholders',
  'scope',
];

function changeOf(reader: PlanReader, at: string, input: unknown): PlannedChange {
  const change = reader.object(at, input, ['kind', 'decidedOn', 'registeredOn', 'operatorChanges', 'filedOn']);
  const decidedOn = reader.optionalDay(`${at}/decidedOn`, change.decidedOn);
  const registeredOn = reader.optionalDay(`${at}/registeredOn`, change.registeredOn);
  if (decidedOn === null && registeredOn === null) {
    reader.add(at, 'required', 'The change has no day.', 'Give decidedOn, registeredOn or both.');
  }
  return {
    kind: reader.oneOf(`${at}/kind`, change.kind ?? '', changeKinds),
    decidedOn,
    registeredOn,
    operatorChanges: reader.optionalBoolean(`${at}/operatorChanges`, change.operatorChanges),
    filedOn: reader.dayOr(`${at}/filedOn`, change.filedOn, ['safe-day', 'never'], 'safe-day' as const),
  };
}

function renewalOf(reader: PlanReader, input: unknown): RehearsalPlan['renewal'] {
  const renewal = reader.optionalObject('/plan/renewal', input, ['filedOn', 'outcome']);
  return {
    filedOn: reader.dayOr('/plan/renewal/filedOn', renewal.filedOn, ['safe-day', 'never'], 'safe-day' as const),
    outcome: reader.oneOf('/plan/renewal/outcome', renewal.outcome, ['granted', 'refused', 'silence']),
  };
}

function untilOf(reader: PlanReader, input: unknown, startOn: string): CivilDate | null {
  const until = reader.optionalDay('/plan/until', input);
  if (until === null || !isCivilDate(input) || !isCivilDate(startOn)) return until;
  if (until >= startOn && until <= addYears(startOn, mostYears)) return until;
  const remedy = `Give a day from ${startOn} to ${addYears(startOn, mostYears)}.`;
  reader.add('/plan/until', 'out-of-range', `${until} is not within ${mostYears} years of the start.`, remedy);
  return null;
}

/** What a plan holds besides the kinds of values that an assessment knows. */
class PlanReader extends Complaints {
  optionalObject(pointer: string, value: unknown, fields: readonly string[]): Record<string, unknown> {
    return value === undefined || value === null ? {} : this.object(pointer, value, fields);
  }

  day(pointer: string, value: unknown): CivilDate {
    if (isCivilDate(value)) return value;
    this.add(
      pointer,
      'invalid-date',
      said(value, 'A day is expected here.'),
      'Write a day as YYYY-MM-DD, for example 2027-03-01.',
    );
    return '9999-12-31';
  }

  /** Two days in their order. */
  period(at: string, fields: [string, string], value: Record<string, unknown>): [CivilDate, CivilDate] {
    const [from, to] = fields.map((field) => this.day(`${at}/${field}`, value[field])) as [CivilDate, CivilDate];
    if (from > to) this.add(`${at}/${fields[1]}`, 'out-of-order', `${to} lies before ${from}.`, 'Give a later day.');
    return [from, to];
  }

  listOf(pointer: string, value: unknown, most: number): unknown[] {
    const list = this.list(pointer, value);
    if (list.length <= most) return list;
    this.add(pointer, 'too-many', `${list.length} entries are too many.`, `Give at most ${most}.`);
    return [];
  }

  text(pointer: string, value: unknown): string {
    if (typeof value === 'string' && value.trim() !== '' && value.length <= 100) return value.trim();
    this.add(pointer, 'text-expected', 'A name is expected here.', 'Give a text of 1 to 100 characters.');
    return '';
  }

  optionalDay(pointer: string, value: unknown): CivilDate | null {
    return value === undefined || value === null ? null : this.day(pointer, value);
  }

  dayOr<W extends string, D>(pointer: string, value: unknown, words: readonly W[], none: D): CivilDate | W | D {
    if (value === undefined || value === null) return none;
    return words.find((word) => word === value) ?? this.day(pointer, value);
  }

  countOr<W extends string, D extends W | number>(
    pointer: string,
    value: unknown,
    words: readonly W[],
    none: D,
  ): number | W | D {
    if (value === undefined || value === null) return none;
    const word = words.find((each) => each === value);
    if (word !== undefined) return word;
    const remedy = `Give a whole number of days from 0 to 1000${words.length > 0 ? ` or ${words.join(', ')}` : ''}.`;
    const count = this.number(pointer, value, 0, 1000, remedy);
    if (Number.isInteger(count)) return count;
    this.add(pointer, 'not-whole', `${count} is not a whole number of days.`, remedy);
    return none;
  }

  /** One of some words; the first of them when nothing is given. */
  oneOf<W extends string>(pointer: string, value: unknown, words: readonly W[]): W {
    const word = value === undefined || value === null ? words[0] : words.find((each) => each === value);
    if (word !== undefined) return word;
    this.add(pointer, 'unknown-value', 'This value is not known.', `Use one of: ${words.join(', ')}.`);
    return words[0] as W;
  }
}
