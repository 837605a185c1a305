import { minDate } from '../calendar/index.js';
import { type CreditFlag, markedFacts } from './company.js';
import { ofConduct } from './correctable-conduct.js';
import { ahead, past } from './correctable-days.js';
import { details } from './correctable-details.js';
import { ofOriginals } from './correctable-originals.js';
import { ofPapers } from './correctable-papers.js';
import type { CorrectedValue } from './corrected-value.js';
import type { Filing, LicenseState, OpenChange, Permit, PermitTerm, Round } from './license.js';
import { servicesInOrder } from './types-of-permit.js';

/**
 * A fact on record that may prove to be a mistaken entry: which entry told it, under which member of its data (`validOn`
 * for the entry's own day), what it says now, and the state in which it says something else.
 */
export interface Correctable {
  seq: number;
  member: string;
  kind:
    | 'day'
    | 'number'
    | 'items'
    | 'service-types'
    | 'coverage'
    | 'filing'
    | 'period'
    | 'yes-no'
    | 'authority'
    | 'movement';
  value: CorrectedValue;
  /** The day may lie ahead, such as a date in a notice or the end of a permit. */
  mayLieAhead: boolean;
  /** Null where the state cannot be so. */
  put(to: CorrectedValue): LicenseState | null;
}

export function correctionKey(seq: number, member: string): string {
  return `${seq}:${member}`;
}

export function correctable(state: LicenseState, seq: number, member: string): Correctable | undefined {
  for (const part of parts(state)) {
    const found = part.find((entry) => entry.seq === seq && entry.member === member);
    if (found) return found;
  }
  return undefined;
}

/** All that the state rests on and that a correction may change, in the order of the entries. */
function correctables(state: LicenseState): Correctable[] {
  return [...parts(state)].flat().sort((a, b) => a.seq - b.seq);
}

/** Part by part: whoever looks for one, as the fold does for every correction, need not have all of them laid out. */
function* parts(state: LicenseState): Generator<Correctable[]> {
  const { permit } = state;
  for (const filing of Object.values(state.filings)) yield ofFiling(state, filing);
  if (permit) yield ofPermit(state, permit);
  for (const open of state.changes) yield ofChange(state, open);
  yield ofFlags(state);
  yield ofConduct(state);
  yield details(state);
  yield ofPapers(state);
}

/** Computed from `permit.validFrom`, and corrected with it alone. */
export const derivedMember = 'computedLastDay';

/** What people may propose to correct. */
export function proposable(state: LicenseState): Correctable[] {
  return correctables(state).filter(({ member }) => member !== derivedMember);
}

/** What waits for a second person; a proposal whose entry nothing rests on any more waits for nobody. */
export function proposedCorrections(state: LicenseState): LicenseState['proposedCorrections'][string][] {
  return Object.values(state.proposedCorrections).filter(({ seq, member }) => correctable(state, seq, member));
}

function ofFiling(state: LicenseState, filing: Filing): Correctable[] {
  const withFiling = (change: Partial<Filing>): LicenseState => ({
    ...state,
    filings: { ...state.filings, [filing.id]: { ...filing, ...change } },
  });
  const { acceptance, publication, reportReturn: returned, withdrawnOn } = filing;
  return [
    ...filing.rounds.flatMap((round) =>
      ofRound(round, (changed) =>
        withFiling({ rounds: filing.rounds.map((each) => (each === round ? { ...round, ...changed } : each)) }),
      ),
    ),
    ...(acceptance?.by === 'notice'
      ? past(acceptance.toldSeq, 'acceptedOn', acceptance.on, (on) => withFiling({ acceptance: { ...acceptance, on } }))
      : []),
    ...filing.expertReviews.flatMap((review) => {
      const put = (change: Partial<typeof review>) =>
        withFiling({
          expertReviews: filing.expertReviews.map((each) => (each === review ? { ...review, ...change } : each)),
        });
      return [
        ...past(review.seq, 'from', review.from, (from) => put({ from })),
        ...ahead(review.seq, 'announcedUntil', review.announcedUntil, (announcedUntil) => put({ announcedUntil })),
        ...past(review.endSeq, 'on', review.to, (to) => put({ to })),
      ];
    }),
    ...(publication
      ? past(publication.seq, 'publishedOn', publication.on, (on) =>
          withFiling({ publication: { ...publication, on } }),
        )
      : []),
    ...ofDecision(state, filing, withFiling),
    ...(withdrawnOn === null
      ? []
      : past(filing.closedSeq, 'withdrawnOn', withdrawnOn, (to) => withFiling({ withdrawnOn: to }))),
    ...ofOriginals(filing, withFiling),
    ...(returned
      ? [
          ...past(returned.seq, 'returnedOn', returned.returnedOn, (returnedOn) =>
            withFiling({ reportReturn: { ...returned, returnedOn } }),
          ),
          ...ahead(returned.seq, 'dueOn', returned.dueOn, (dueOn) =>
            withFiling({ reportReturn: { ...returned, dueOn } }),
          ),
        ]
      : []),
  ];
}

function ofRound(round: Round, put: (change: Partial<Round>) => LicenseState): Correctable[] {
  const { correction } = round;
  return [
    ...past(round.submittedSeq, 'validOn', round.submittedOn, (submittedOn) => put({ submittedOn })),
    ...past(round.receiptSeq, 'receivedOn', round.receivedOn, (receivedOn) => put({ receivedOn })),
    ...(correction
      ? [
          ...past(correction.seq, 'noticedOn', correction.noticedOn, (noticedOn) =>
            put({ correction: { ...correction, noticedOn } }),
          ),
          ...ahead(correction.seq, 'dueOn', correction.dueOn, (dueOn) => put({ correction: { ...correction, dueOn } })),
        ]
      : []),
  ];
}

const decisionMember = { granted: 'grantedOn', refused: 'refusedOn', 'not-accepted': 'decidedOn' } as const;

/** The day of the first grant is the permit's too: it says which year's report is the first. */
function ofDecision(
  state: LicenseState,
  filing: Filing,
  withFiling: (change: Partial<Filing>) => LicenseState,
): Correctable[] {
  const { decision } = filing;
  if (!decision) return [];
  const { permit } = state;
  const first = permit?.terms[0]?.filingId === filing.id;
  return [
    ...past(decision.seq, decisionMember[decision.outcome], decision.on, (on) => {
      const after = withFiling({ decision: { ...decision, on } });
      return first && permit ? { ...after, permit: { ...permit, grantedOn: on } } : after;
    }),
    ...past(decision.seq, 'servedOn', decision.servedOn, (servedOn) =>
      withFiling({ decision: { ...decision, servedOn } }),
    ),
  ];
}

function ofPermit(state: LicenseState, permit: Permit): Correctable[] {
  const withPermit = (change: Partial<Permit>): LicenseState => ({ ...state, permit: { ...permit, ...change } });
  const { taking, nonRenewal, paperDue } = permit;
  const registered = permit.terms[0]?.filingId === null;
  return [
    ...permit.terms.flatMap((term) =>
      ofTerm(term, (changed) =>
        withPermit({ terms: permit.terms.map((each) => (each === term ? { ...term, ...changed } : each)) }),
      ),
    ),
    ...(registered ? past(permit.seq, 'grantedOn', permit.grantedOn, (grantedOn) => withPermit({ grantedOn })) : []),
    ...servicesInOrder(permit).flatMap(([type, service]) => {
      const member = service.seq === permit.seq ? `opened.${type}.openedOn` : 'openedOn';
      return past(service.seq, member, service.openedOn, (openedOn) =>
        withPermit({ services: { ...permit.services, [type]: { ...service, openedOn } } }),
      );
    }),
    ...(taking
      ? [
          ...past(taking.seq, 'on', taking.on, (on) => withPermit({ taking: { ...taking, on } })),
          ...past(taking.seq, 'servedOn', taking.servedOn, (servedOn) =>
            withPermit({ taking: { ...taking, servedOn } }),
          ),
        ]
      : []),
    ...(paperDue
      ? ahead(paperDue.seq, 'returnPaper.dueOn', paperDue.dueOn, (dueOn) =>
          withPermit({ paperDue: { ...paperDue, dueOn } }),
        )
      : []),
    ...(nonRenewal
      ? past(nonRenewal.seq, 'decidedOn', nonRenewal.decidedOn, (decidedOn) =>
          withPermit({ nonRenewal: { ...nonRenewal, decidedOn } }),
        )
      : []),
  ];
}

/** Of a paper. Whichever day is corrected, the earlier end drives again, until a person decides anew. */
function ofTerm(term: PermitTerm, put: (change: Partial<PermitTerm>) => LicenseState): Correctable[] {
  const { printedLastDay, computedLastDay } = term;
  if (printedLastDay === null) return [];
  return [
    ...ahead(term.toldSeq, 'permit.validFrom', term.validFrom, (validFrom) => put({ validFrom })),
    ...ahead(term.printedSeq, 'permit.printedLastDay', printedLastDay, (to) =>
      put({ printedLastDay: to, lastDay: minDate(to, computedLastDay) }),
    ),
    ...ahead(term.toldSeq, derivedMember, computedLastDay, (to) =>
      put({ computedLastDay: to, lastDay: minDate(printedLastDay, to) }),
    ),
  ];
}

function ofChange(state: LicenseState, open: OpenChange): Correctable[] {
  const put = (change: Partial<OpenChange['change']>): LicenseState => ({
    ...state,
    changes: state.changes.map((each) => (each === open ? { ...open, change: { ...open.change, ...change } } : each)),
  });
  const { decidedOn, registeredOn, effectiveOn } = open.change;
  return [
    ...past(open.toldSeq, 'change.decidedOn', decidedOn, (to) => put({ decidedOn: to })),
    ...past(open.toldSeq, 'change.registeredOn', registeredOn, (to) => put({ registeredOn: to })),
    ...ahead(open.toldSeq, 'change.effectiveOn', effectiveOn, (to) => put({ effectiveOn: to })),
  ];
}

/** The entry with which every license begins. */
const opening = 1;

function ofFlags(state: LicenseState): Correctable[] {
  return (Object.keys(state.flags) as CreditFlag[]).flatMap((name) => {
    const flag = state.flags[name];
    const member = flag.seq === opening ? `company.listedOn.${name}` : 'on';
    return past(flag.seq, member, flag.since, (since) => {
      const company = { ...state.company, ...markedFacts(state.company, name, flag.status === 'listed', since) };
      return { ...state, company, flags: { ...state.flags, [name]: { ...flag, since } } };
    });
  });
}
