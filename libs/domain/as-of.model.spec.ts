import fc from 'fast-check';
import { approver, aText, Desk, officer } from '../../test/support/builders.js';
import { addDays, shanghaiDay } from '../calendar/index.js';
import type { Actor } from './actor.js';
import { type LicenseEntry, licenseAsOf } from './as-of.js';
import type { LicenseCommandData, LicenseCommandType } from './commands.js';
import { correctable } from './correctable.js';
import { DomainError } from './errors.js';
import type { LicenseState } from './license.js';

/** Lives in all, shared out among the starts; a long search by hand sets PAIZHAO_MODEL_RUNS, such as 20000. */
const runs = Number(process.env.PAIZHAO_MODEL_RUNS ?? 200);

/**
 * The reference: a list of facts, each with the day from which on it is true and the moment at which it became known, and
 * a list of corrected days. It folds nothing and knows no state: what holds is looked up in the list.
 */
interface Fact {
  seq: number;
  type: string;
  day: string;
  known: string;
  data: Record<string, unknown>;
}

interface CorrectedDay {
  seq: number;
  day: string;
  known: string;
}

interface Facts {
  facts: Fact[];
  corrected: CorrectedDay[];
}

/** Of the entries that a life here corrects: the member that tells their day. */
const ownDay: Readonly<Record<string, string>> = {
  'filing-submitted': 'validOn',
  'receipt-recorded': 'receivedOn',
  'filing-accepted': 'acceptedOn',
  'filing-granted': 'grantedOn',
  'permit-revoked': 'on',
  'service-opened': 'openedOn',
  'company-flag-listed': 'on',
  'company-flag-cleared': 'on',
};

function holding({ facts, corrected }: Facts, validOn: string, knownOn: string): Fact[] {
  const known = facts.filter((fact) => fact.known <= knownOn);
  const dayOf = (fact: Fact): string =>
    corrected.findLast(({ seq, known: at }) => seq === fact.seq && at <= knownOn)?.day ?? fact.day;
  const holds = (fact: Fact): boolean => {
    const takenBack = known.find(({ seq }) => seq === fact.data.deemedSeq);
    return takenBack === undefined ? dayOf(fact) <= validOn : holds(takenBack);
  };
  return known.filter(holds).map((fact) => ({ ...fact, day: dayOf(fact) }));
}

/** What one would answer with a finger on the list. */
function lookedUp(of: Facts, validOn: string, knownOn: string): object | null {
  const facts = holding(of, validOn, knownOn);
  if (!facts.some(({ type }) => type === 'license-opened')) return null;
  const last = (...types: string[]): Fact | undefined => facts.findLast(({ type }) => types.includes(type));
  const people = last('license-opened', 'people-assigned')?.data.people as { owner: string };
  const flag = last('company-flag-listed', 'company-flag-cleared');
  const shares = facts.flatMap(({ data }) => (data.facts as { foreignShare?: number } | undefined)?.foreignShare ?? []);
  return {
    owner: people.owner,
    foreignShare: shares.at(-1) ?? 0,
    listed: flag?.type === 'company-flag-listed',
    revokedOn: last('permit-revoked')?.day ?? null,
    openedOn: facts.findLast(({ type, data }) => type === 'service-opened' && data.serviceType === 'B22')?.day ?? null,
    filing: filingWords[last(...Object.keys(filingWords))?.type ?? ''] ?? null,
    receivedOn: last('receipt-recorded')?.day ?? null,
  };
}

const filingWords: Readonly<Record<string, string>> = {
  'filing-opened': 'draft',
  'filing-submitted': 'submitted',
  'acceptance-deemed': 'accepted',
  'deemed-acceptance-retracted': 'submitted',
  'filing-accepted': 'accepted',
  'filing-granted': 'granted',
};

function told(state: LicenseState | undefined): object | null {
  if (!state) return null;
  const { permit, company, flags, filings, people } = state;
  const { 'new-1': filing } = filings;
  return {
    owner: people.owner,
    foreignShare: company.foreignShare,
    listed: flags['bad-list'].status === 'listed',
    revokedOn: permit?.taking?.on ?? null,
    openedOn: permit?.services.B22?.openedOn ?? null,
    filing: filing?.status ?? null,
    receivedOn: filing?.rounds[0]?.receivedOn ?? null,
  };
}

/** A license that lives, with the list of what was said of it kept beside. */
class Life {
  readonly entries: LicenseEntry[] = [];
  readonly list: Facts = { facts: [], corrected: [] };
  private acts = 0;

  constructor(
    readonly desk: Desk,
    /** From which day on what it began with is true. */
    private readonly since: string | null,
  ) {
    this.note();
  }

  wait(days: number): void {
    this.desk.sleepTo(addDays(this.desk.today, days));
    this.desk.settle();
    this.note();
  }

  /** What is refused leaves nothing. */
  does<T extends LicenseCommandType>(type: T, data: LicenseCommandData[T], on: string, by: Actor = officer): boolean {
    const before = this.desk.history.length;
    try {
      this.desk.does(type, data, { by, on });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
    this.note();
    return this.desk.history.length > before;
  }

  /** Another day for one of the entries that tell one. */
  corrects(pick: number, days: number): void {
    const dated = this.list.facts.filter(({ type }) => type in ownDay);
    const wrong = dated[pick % (dated.length || 1)];
    const member = wrong && ownDay[wrong.type];
    if (!wrong || !member) return;
    const { seq } = wrong;
    const now = correctable(this.desk.state, seq, member)?.value;
    if (typeof now !== 'string') return;
    const to = addDays(now, days);
    const { today, now: known } = this.desk;
    this.does('propose-correction', { seq, member, to, reason: aText }, today);
    if (this.does('approve-correction', { seq, member }, today, approver))
      this.list.corrected.push({ seq, day: to, known });
  }

  private note(): void {
    const commandId = `command-${++this.acts}`;
    for (const entry of this.desk.history.slice(this.entries.length)) {
      const { seq, type, validOn, recordedAt, data } = entry;
      this.entries.push({ ...entry, commandId });
      const begins = this.acts === 1 && this.since !== null && !type.startsWith('attention');
      const day = begins ? (this.since ?? validOn) : validOn;
      this.list.facts.push({ seq, type, day, known: recordedAt, data: { ...data } });
    }
  }
}

interface Step {
  wait: number;
  offset: number;
  act: number;
  number: number;
}

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    wait: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 9 })),
    offset: fc.oneof(
      { weight: 1, arbitrary: fc.constant(0) },
      { weight: 2, arbitrary: fc.integer({ min: -12, max: -1 }) },
    ),
    act: fc.nat({ max: 11 }),
    number: fc.nat({ max: 5000 }),
  }),
  { minLength: 4, maxLength: 30 },
);

/** One of the acts; each is about something else of what the list is asked. */
function step(life: Life, { wait, offset, act, number }: Step): void {
  life.wait(wait);
  const { today } = life.desk;
  const on = addDays(today, offset);
  const filing = { filingId: 'new-1', number: null };
  const acts = [
    () => life.does('assign-people', { people: { owner: `p${number}`, deputy: 'p1', manager: 'p2' } }, on),
    () =>
      life.does(
        'record-company-fact',
        { change: null, facts: { foreignShare: number % 40 }, companySeq: life.entries.length },
        on,
      ),
    () => life.does('record-flag', { flag: 'bad-list', listed: number % 2 === 0, on }, on),
    () => life.does('open-service', { serviceType: 'B22', openedOn: on, evidence: null, violation: false }, on),
    () =>
      life.does(
        'record-revocation',
        { outcome: 'revoked', revokedOn: on, servedOn: today, number: null, byFraud: false, returnPaper: null },
        on,
      ),
    () => life.does('submit-filing', { filingId: 'new-1' }, on),
    () => life.does('record-receipt', { ...filing, receivedOn: on }, on),
    () => life.does('record-acceptance', { ...filing, acceptedOn: on }, on),
    () => life.does('record-grant', { ...filing, grantedOn: on, servedOn: today, refusedTypes: [] }, on),
    () => life.corrects(number, (number % 7) - 3),
    () => life.corrects(number, (number % 13) - 6),
    () => life.wait(number % 30),
  ];
  acts[act % acts.length]?.();
}

const starts = {
  'in preparation': () => new Life(Desk.opens('2026-03-02').prepares(), null),
  held: () =>
    new Life(
      Desk.holds('2026-03-02', { serviceTypes: ['B22', 'B24'], validFrom: '2024-01-10', printedLastDay: '2029-01-09' }),
      '2024-01-10',
    ),
};

/** Moments and days at which something may change, and those around them. */
function questionsOf({ list, entries, desk }: Life, picks: readonly number[]): { validOn: string; knownOn: string }[] {
  const moments = [...new Set(entries.map(({ recordedAt }) => recordedAt))];
  const days = [...list.facts.map(({ day }) => day), ...list.corrected.map(({ day }) => day), desk.today];
  return picks.map((pick) => ({
    validOn: addDays(days[pick % days.length] ?? desk.today, (pick % 3) - 1),
    knownOn: moments[Math.floor(pick / 7) % moments.length] ?? desk.now,
  }));
}

describe('answers as of two times', () => {
  it.each(Object.keys(starts) as (keyof typeof starts)[])(
    'are those of the list of facts, of a license %s',
    (start) => {
      let answered = 0;
      fc.assert(
        fc.property(steps, fc.array(fc.nat(), { minLength: 20, maxLength: 20 }), (acts, picks) => {
          const life = starts[start]();
          for (const each of acts) step(life, each);
          for (const question of questionsOf(life, picks)) {
            const past = licenseAsOf('license-1', life.entries, question);
            expect({ question, answer: told(past?.state) }).toEqual({
              question,
              answer: lookedUp(life.list, question.validOn, question.knownOn),
            });
            if (past) answered += 1;
            // What comes on record later changes no answer.
            const then = life.entries.filter(({ recordedAt }) => recordedAt <= question.knownOn);
            expect(licenseAsOf('license-1', then, question)).toEqual(past);
          }
          const { now, today, state } = life.desk;
          const present = licenseAsOf('license-1', life.entries, { validOn: today, knownOn: now });
          expect(present?.state).toEqual({ ...state, licenseId: 'license-1' });
          expect(present?.unfit).toEqual([]);
          expect(life.entries.every(({ validOn, recordedAt }) => validOn <= shanghaiDay(recordedAt))).toBe(true);
        }),
        { numRuns: Math.ceil(runs / Object.keys(starts).length) },
      );
      expect(answered).toBeGreaterThan(0);
    },
  );
});
