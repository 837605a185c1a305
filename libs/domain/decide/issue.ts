import { addDays, type CivilDate } from '../../calendar/index.js';
import { type Law, validity } from '../../rulebook/index.js';
import type { LicenseCommandData } from '../commands.js';
import { Conflict, InvalidInput } from '../errors.js';
import type { LicenseEvent } from '../events.js';
import type { Filing, LicenseState, PermitDifference, PermitTerm } from '../license.js';
import { beginsFarOff, differences, permitFindings, sameCoverage } from '../permit-review.js';
import { allOf, checkAll } from './all-faults.js';
import { conditionRecorded } from './beside-the-permit.js';
import { notBefore, pastDay } from './days.js';
import { type Act, type Decider, decided } from './decider.js';
import { filingFor, filingOf, lastTerm, permitFor } from './guard.js';
import { endInDoubt, permitChecks } from './permit-checks.js';

const issuedBy = {
  new: 'permit-issued',
  renewal: 'permit-renewed',
  change: 'permit-amended',
  reissue: 'permit-reissued',
  // These end otherwise; their machines know no such event.
  termination: 'permit-issued',
  'annual-report': 'permit-issued',
} as const;

/**
 * A granted filing ends with its paper: the first permit, the renewed or the amended one. All that is wrong with it is
 * told at once; what a faulty paper says is not held against the filing.
 */
export const recordPermit: Decider<'record-permit'> = (state, data, act) => {
  const filing = awaitingPermit(state, data.filingId);
  return allOf([
    () => [...paperEntered(state, filing, data, act), ...takenAsItIs(state, filing, data, act)],
    ...withConditions(state, data, act),
  ]);
};

function awaitingPermit(state: LicenseState, filingId: string): Filing {
  const { kind } = filingOf(state, filingId);
  return filingFor(state, filingId, issuedBy[kind], {
    code: kind === 'reissue' ? 'filing-not-submitted' : 'filing-not-granted',
    remedy: kind === 'reissue' ? 'Hand the application in first.' : 'Record the grant first.',
  });
}

/** The entry of the paper itself, with what about its days a person must judge. */
function paperEntered(state: LicenseState, filing: Filing, data: Recorded, act: Act): LicenseEvent[] {
  const { kind } = filing;
  checkIssue(filing, data, act);
  switch (kind) {
    case 'new':
      return issued(filing, data, act.context.law);
    case 'renewal':
      return renewed(state, filing, data, act.context.law);
    case 'change':
      return amended(state, data);
    case 'reissue':
      return reissued(state, data);
    case 'termination':
    case 'annual-report':
      return [];
    default:
      return kind satisfies never;
  }
}

/**
 * What kind of paper it is, and where it says otherwise than the filing: such a paper is only entered where each
 * difference is named, with a reason. All of them are told at once.
 */
function takenAsItIs(state: LicenseState, filing: Filing, data: Recorded, { context }: Act): LicenseEvent[] {
  const { filingId, permit, issuedOn, form = null, settled = null } = data;
  const found = filing.kind === 'reissue' ? [] : differences(state, filing, permit, context.law);
  const open = found.filter(({ member }) => !settled?.differences.includes(member));
  if (open.length > 0) {
    throw new Conflict('permit-differs', `The permit says otherwise than the filing in ${membersOf(open).join(', ')}`, {
      pointer: `/permit/${open[0]?.member}`,
      differences: open,
      findings: permitFindings(state, filing, data, context.law).map(({ code, pointer }) => ({ code, pointer })),
      remedy: 'Compare it with the paper; name each difference under `settled`, with the reason, to enter it as it is.',
    });
  }
  settled?.differences.forEach((member, i) => {
    if (membersOf(found).includes(member)) return;
    throw new InvalidInput('nothing-to-settle', `The permit does not differ in ${member}`, {
      pointer: `/settled/differences/${i}`,
      remedy: 'Name only what differs.',
    });
  });
  if (form === null && settled === null) return [];
  const reason = settled?.reason ?? null;
  return [decided('permit-paper-noted', issuedOn, { filingId, form, differences: found, reason })];
}

const membersOf = (found: PermitDifference[]) => found.map(({ member }) => member);

/** 特别规定事项, as the new paper prints them. */
function withConditions(
  state: LicenseState,
  { permit, issuedOn, conditions = [] }: Recorded,
  act: Act,
): (() => LicenseEvent[])[] {
  const { length } = state.conduct.conditions;
  const on = {
    serviceTypes: permit.serviceTypes,
    start: state.permit?.terms[0]?.validFrom ?? permit.validFrom,
    validOn: issuedOn,
  };
  return conditions.map((condition, i) => () => [
    conditionRecorded(condition, { ...on, number: length + i + 1, at: `/conditions/${i}` }, act.context),
  ]);
}

/** What is true of every permit that a granted filing ends with. */
function checkIssue(filing: Filing, { permit, issuedOn }: LicenseCommandData['record-permit'], { context }: Act): void {
  const { submittedOn } = filing.rounds.at(-1) ?? {};
  checkAll([
    () => {
      pastDay(issuedOn, '/issuedOn', context);
      notBefore(issuedOn, filing.decision?.on ?? submittedOn ?? filing.openedOn, {
        code: 'permit-before-grant',
        pointer: '/issuedOn',
        after: filing.kind === 'reissue' ? 'the application' : 'the grant',
      });
    },
    () => nothingDeferred(filing),
    ...permitChecks(permit, context),
  ]);
}

function nothingDeferred({ id: filingId, deferred: missing }: Filing): void {
  if (missing.length === 0) return;
  throw new Conflict('deferred-materials-missing', 'Deferred materials hold the permit', {
    pointer: '/filingId',
    filingId,
    missing,
    remedy: 'Supply them first.',
  });
}

type Recorded = LicenseCommandData['record-permit'];

function issued(filing: Filing, data: Recorded, law: Law): LicenseEvent[] {
  const { filingId, permit, issuedOn } = data;
  const computedLastDay = validity(law, permit.validFrom).lastDay;
  const doubts = endInDoubt(permit, permit.validFrom, issuedOn, law);
  if (beginsFarOff(filing, data)) doubts.push(startInDoubt(issuedOn));
  return [decided('permit-issued', issuedOn, { filingId, permit, computedLastDay, issuedOn }), ...doubts];
}

const startInDoubt = (on: CivilDate): LicenseEvent =>
  decided('attention-raised', on, { reason: 'permit-start-differs', about: 'permit' });

function renewed(
  state: LicenseState,
  filing: Filing,
  { filingId, permit, issuedOn }: Recorded,
  law: Law,
): LicenseEvent[] {
  const { terms } = permitFor(state, 'permit-renewed', 'What was taken away is not renewed.');
  const deemed = terms.at(-1)?.provisional && terms.at(-1)?.filingId === filing.id;
  const before = deemed ? terms.at(-2) : terms.at(-1);
  const overlaps = before ? checkAdjacent(before, permit.validFrom) : false;
  const computedLastDay = validity(law, permit.validFrom).lastDay;
  const doubts = endInDoubt(permit, permit.validFrom, issuedOn, law);
  if (overlaps) doubts.push(startInDoubt(issuedOn));
  return [decided('permit-renewed', issuedOn, { filingId, permit, computedLastDay, issuedOn }), ...doubts];
}

/**
 * A renewed term follows the old one on the next day. An authority may print an earlier day, which a person should
 * see; a gap or a term that is not later at all is an error of entry.
 * @returns whether the terms overlap
 */
function checkAdjacent(before: PermitTerm, validFrom: string): boolean {
  const nextDays = [before.lastDay, before.printedLastDay ?? before.lastDay, before.computedLastDay]
    .map((day) => addDays(day, 1))
    .sort();
  const [earliest = validFrom, latest = nextDays.at(-1) ?? validFrom] = [nextDays[0], nextDays.at(-1)];
  if (validFrom > before.validFrom && validFrom <= latest) return validFrom < earliest;
  throw new InvalidInput(
    'renewal-term-not-adjacent',
    `The renewed term begins on ${validFrom}, the old one ends on ${before.lastDay}`,
    {
      pointer: '/permit/validFrom',
      expected: earliest,
      remedy: 'A renewed term begins on the day after the old one.',
    },
  );
}

/** An amended permit keeps its term; another printed end is a question for a person. */
function amended(state: LicenseState, { filingId, permit, issuedOn }: Recorded): LicenseEvent[] {
  const { printedLastDay, lastDay, validFrom } = lastTerm(
    permitFor(state, 'permit-amended', 'Only a permit in force is amended.'),
  );
  const amendment = decided('permit-amended', issuedOn, { filingId, amendedOn: issuedOn, permit });
  // A paper from before the last renewal still prints the end of the term before it.
  const before = permit.printedLastDay < validFrom;
  const kept = before || permit.printedLastDay === printedLastDay || permit.printedLastDay === lastDay;
  return kept
    ? [amendment]
    : [amendment, decided('attention-raised', issuedOn, { reason: 'permit-end-differs', about: 'permit' })];
}

/** Number, dates and types of a lost paper come again; anything else would be a change. */
function reissued(state: LicenseState, { filingId, permit, issuedOn }: Recorded): LicenseEvent[] {
  const held = permitFor(state, 'permit-reissued', 'Only the paper of a permit in force is replaced.');
  const { validFrom, printedLastDay, computedLastDay } = lastTerm(held);
  const same = {
    number: permit.number.trim() === held.number,
    validFrom: permit.validFrom === validFrom,
    printedLastDay: permit.printedLastDay === (printedLastDay ?? computedLastDay),
    serviceTypes: [...permit.serviceTypes].sort().join() === [...held.serviceTypes].sort().join(),
    coverage: sameCoverage(permit.coverage, held.coverage),
  };
  const differing = Object.entries(same).flatMap(([member, equal]) => (equal ? [] : [member]));
  if (differing.length > 0) {
    throw new Conflict('reissued-permit-differs', `A new paper for a lost one differs in ${differing.join(', ')}`, {
      pointer: `/permit/${differing[0]}`,
      differing,
      remedy: 'Copy the new paper; what really changed is a change filing, a wrong entry is corrected.',
    });
  }
  return [decided('permit-reissued', issuedOn, { filingId, issuedOn, number: held.number })];
}
