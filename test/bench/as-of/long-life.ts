import { addDays, type CivilDate, daysBetween } from '../../../libs/calendar/index.js';
import { correctable } from '../../../libs/domain/correctable.js';
import { DomainError } from '../../../libs/domain/index.js';
import { approver, aText, Desk, officer } from '../../support/builders.js';

/** Of entries whose day is corrected now and then, the member that tells it. */
const correctedDays: Readonly<Record<string, string>> = {
  'people-assigned': 'validOn',
  'company-flag-listed': 'on',
  'company-flag-cleared': 'on',
  'filing-submitted': 'validOn',
};

/**
 * A license that was held when it came on record, and whose years are so busy that so many entries stand on it at their end:
 * people, facts, changes with their filings, reports, reminders, and days that were entered wrongly and corrected.
 */
export function livedWith(entries: number, begin: CivilDate, end: CivilDate, companyId: string): Desk {
  const permit = { validFrom: begin, printedLastDay: addDays(end, 400), serviceTypes: ['B24', 'B22'] };
  const opened = permit.serviceTypes.map((serviceType) => ({ serviceType, openedOn: begin }));
  const desk = Desk.holds(begin, permit, { companyId, opened });
  const days = daysBetween(begin, end);
  for (let act = 0; desk.history.length < entries; act += 1) {
    const day = addDays(begin, Math.floor((days * desk.history.length) / entries));
    if (day > desk.today) desk.until(day);
    attempt(() => reports(desk));
    attempt(() => acts[act % acts.length]?.(desk, act));
  }
  return desk;
}

/** What is refused leaves nothing, and the next act has its turn. */
function attempt(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
}

const acts: readonly ((desk: Desk, act: number) => void)[] = [
  (desk, act) =>
    desk.does('assign-people', { people: { owner: `sample-${act % 7}`, deputy: 'sample-8', manager: 'sample-9' } }),
  (desk, act) =>
    desk.does('record-company-fact', { change: null, facts: { city: `样例 ${act}` }, companySeq: act + 1 }),
  (desk) => corrects(desk),
  (desk) => flags(desk, addDays(desk.today, -3)),
  (desk) => desk.does('state-income', { income: 1_000_000, asOf: desk.today, evidence: aText }),
  (desk) => moves(desk),
  (desk, act) =>
    desk.does('choose-ladder', { kind: 'renewal', offsets: act % 2 === 0 ? [90, 30] : null, reason: aText }),
  (desk) => corrects(desk),
];

/** The report of the year, as soon as it may be filed. */
function reports(desk: Desk): void {
  const [due] = desk.agenda('annual-report');
  if (!due) return;
  desk
    .prepares({ kind: 'annual-report', period: due.period, answers: [] })
    .does('submit-filing', { filingId: desk.newest.id });
  desk.does('record-report-filed', { filingId: desk.newest.id, filedOn: desk.today, number: null });
}

/** The company has another representative, which the permit has to say. */
function moves(desk: Desk): void {
  const { today } = desk;
  const days = { decidedOn: today, registeredOn: today, effectiveOn: null, operatorChanges: null };
  desk.does('record-company-fact', {
    change: { kind: 'legal-representative', ...days },
    facts: { legalRepresentative: aText },
    companySeq: desk.history.length,
  });
  const answers = desk.agenda('change').map(({ id }) => id);
  desk.prepares({ kind: 'change', answers }).submits().accepted().granted();
  const { validFrom, lastDay: printedLastDay } = desk.term;
  const serviceTypes = Object.keys(desk.state.permit?.services ?? {});
  desk.issued({ validFrom, printedLastDay, serviceTypes });
}

/** The company comes onto a list, or off it again; one hears of it some days later. */
function flags(desk: Desk, on: CivilDate): void {
  const listed = desk.state.flags['bad-list'].status !== 'listed';
  desk.does('record-flag', { flag: 'bad-list', listed, on }, { on });
}

/** A day that was entered wrongly, by one or two; a second person agrees. */
function corrects(desk: Desk): void {
  const wrong = desk.history.findLast(({ type }) => type in correctedDays);
  const member = wrong && correctedDays[wrong.type];
  if (!wrong || !member) return;
  const now = correctable(desk.state, wrong.seq, member)?.value;
  if (typeof now !== 'string') return;
  const { seq } = wrong;
  const to = addDays(now, -1 - (desk.history.length % 2));
  desk.does('propose-correction', { seq, member, to, reason: aText }, { by: officer });
  desk.does('approve-correction', { seq, member }, { by: approver });
}
