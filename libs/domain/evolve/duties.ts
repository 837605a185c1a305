import { type CompanyFacts, factOf, markedFacts } from '../company.js';
import type { RecordedOf } from '../events.js';
import type { FiredRung, LicenseState, NoticeRecord, OpenChange } from '../license.js';
import { flagMachine, nextState } from '../machines.js';
import { rungWith, stateWith } from './changed.js';
import { type Evolvers, recordedDay, withAttention, withoutAttention } from './evolver.js';

type DutyEvent =
  | 'company-fact-recorded'
  | 'company-flag-listed'
  | 'company-flag-cleared'
  | 'operator-question-answered'
  | 'notice-due'
  | 'notice-acknowledged'
  | 'notice-snoozed'
  | 'waiver-proposed'
  | 'obligation-waived'
  | 'attention-raised'
  | 'attention-cleared';

/** What the company tells, what people are told, and what they answer. */
export const duties: Pick<Evolvers, DutyEvent> = {
  'company-fact-recorded': (state, event) => {
    const { change, facts, companySeq } = event.data;
    // An older fact opens its duty and does not undo a newer one.
    const newer = Object.entries(facts).filter(
      ([fact]) => (state.factSeqs[fact as keyof CompanyFacts] ?? 0) <= companySeq,
    );
    const company = { ...state.company, ...Object.fromEntries(newer) };
    const factSeqs = { ...state.factSeqs, ...Object.fromEntries(newer.map(([fact]) => [fact, companySeq])) };
    const changes = change && opensDuty(state) ? changesAfter(state.changes, event) : state.changes;
    return stateWith(state, { company, factSeqs, changes });
  },

  'company-flag-listed': flagMoved,
  'company-flag-cleared': flagMoved,

  'operator-question-answered': (state, event) => {
    const { obligationId, operatorChanges } = event.data;
    if (!state.changes.some((open) => open.obligationId === obligationId)) return null;
    const answered = (open: OpenChange): OpenChange => ({ ...open, change: { ...open.change, operatorChanges } });
    return stateWith(state, {
      changes: state.changes.map((open) => (open.obligationId === obligationId ? answered(open) : open)),
    });
  },

  'notice-due': (state, event) => {
    const record = state.notices[event.data.obligationId] ?? { fired: [], quoted: null };
    return stateWith(state, { notices: { ...state.notices, [event.data.obligationId]: noticed(record, event) } });
  },

  'notice-acknowledged': (state, event) => changeRung(state, event.data, { acknowledgedBy: event.actor.id }),

  'notice-snoozed': (state, event) => changeRung(state, event.data, { snoozedUntil: event.data.until }),

  'waiver-proposed': (state, event) =>
    stateWith(state, {
      waiverProposals: { ...state.waiverProposals, [event.data.obligationId]: event.actor.id },
    }),

  'obligation-waived': (state, event) => {
    const { [event.data.obligationId]: _proposer, ...waiverProposals } = state.waiverProposals;
    return stateWith(state, { waiverProposals, waived: [...state.waived, event.data.obligationId] });
  },

  'attention-raised': (state, event) => withAttention(state, event, event.data.reason, event.data.about),

  'attention-cleared': (state, event) => withoutAttention(state, event.data.reason, event.data.about),
};

/** Only a permit in force must be changed when the company does; an application in preparation just uses the facts. */
export function opensDuty(state: LicenseState): boolean {
  return state.permit !== null && (state.permit.status === 'valid' || state.permit.status === 'suspended');
}

/** The same change told again, with its registration day or the operator's answer, keeps its obligation. */
function changesAfter(changes: OpenChange[], event: RecordedOf<'company-fact-recorded'>): OpenChange[] {
  const change = event.data.change;
  if (!change) return changes;
  const known = changes.find(
    (open) =>
      !open.done &&
      open.change.kind === change.kind &&
      open.change.decidedOn === change.decidedOn &&
      open.change.registeredOn === null,
  );
  if (!known) {
    const opened = {
      obligationId: `change:${event.seq}`,
      change,
      seq: event.seq,
      toldSeq: event.seq,
      recordedOn: recordedDay(event),
      filingId: null,
      done: false,
    };
    return [...changes, opened];
  }
  const operatorChanges = change.operatorChanges ?? known.change.operatorChanges;
  const effectiveOn = change.effectiveOn ?? known.change.effectiveOn;
  return changes.map((open) =>
    open === known ? { ...open, change: { ...change, operatorChanges, effectiveOn }, toldSeq: event.seq } : open,
  );
}

/** A flag is a fact of the company too. Told once more it keeps its entry, by which its obligation goes. */
function flagMoved(
  state: LicenseState,
  event: RecordedOf<'company-flag-listed' | 'company-flag-cleared'>,
): LicenseState | null {
  const { flag, on, companySeq } = event.data;
  const known = state.flags[flag];
  const status = nextState(flagMachine, known.status, event.type);
  if (status === null) return null;
  const same = status === known.status && (status === 'clear' || on === known.since);
  const told = { status, since: on, seq: event.seq, recordedOn: recordedDay(event) };
  const company = { ...state.company, ...markedFacts(state.company, flag, status === 'listed', on) };
  const flags = { ...state.flags, [flag]: same ? known : told };
  const factSeqs = companySeq === null ? state.factSeqs : { ...state.factSeqs, [factOf(flag)]: companySeq };
  return withoutAttention(stateWith(state, { company, flags, factSeqs }), 'credit-list-expected', flag);
}

/** A rung that fires again goes to further people: it is an escalation, or a date that moved once more. */
function noticed(record: NoticeRecord, event: RecordedOf<'notice-due'>): NoticeRecord {
  const { rung, date, skipped, withheld = false } = event.data;
  const to = withheld ? [] : event.data.to;
  const escalatedTo = to.map(({ role }) => role).filter((role) => role !== 'owner');
  const fresh = (key: string): FiredRung => ({
    rung: key,
    people: [],
    on: event.validOn,
    skipped: true,
    acknowledgedBy: null,
    snoozedUntil: null,
    escalatedTo: [],
    seq: event.seq,
  });
  const known = record.fired.find((fired) => fired.rung === rung);
  const before = known ?? fresh(rung);
  const people = union(
    before.people,
    to.map(({ person }) => person),
  );
  const told = rungWith(before, { skipped: withheld, people, escalatedTo: union(before.escalatedTo, escalatedTo) });
  const older = skipped.filter((key) => !record.fired.some((fired) => fired.rung === key)).map(fresh);
  const fired = known ? record.fired.map((each) => (each === known ? told : each)) : [...record.fired, ...older, told];
  return { fired, quoted: date };
}

function union<T>(first: T[], second: T[]): T[] {
  return [...new Set([...first, ...second])];
}

function changeRung(
  state: LicenseState,
  { obligationId, rung }: { obligationId: string; rung: string },
  change: Partial<FiredRung>,
): LicenseState | null {
  const record = state.notices[obligationId];
  if (!record?.fired.some((fired) => fired.rung === rung)) return null;
  const fired = record.fired.map((each) => (each.rung === rung ? rungWith(each, change) : each));
  return stateWith(state, { notices: { ...state.notices, [obligationId]: { fired, quoted: record.quoted } } });
}
