import { checkedOffsets } from '../chosen-ladders.js';
import { Conflict, InvalidInput } from '../errors.js';
import type { People } from '../license.js';
import { civilDay, notBefore } from './days.js';
import { type Deciders, decided } from './decider.js';

type RemindingCommand = 'tell-preparation' | 'hand-over' | 'tell-absence' | 'choose-ladder' | 'adopt-ladder';

/** Who acts, who is away, and when people are reminded. */
export const reminding: Pick<Deciders, RemindingCommand> = {
  'hand-over': (state, { from, to }, { validOn }) => {
    if (!rolesOf(state.people, from).length) return [];
    if (to?.trim() === '' || to === from) {
      throw new InvalidInput('successor-not-another', 'A license is handed over to somebody else', {
        pointer: '/to',
        remedy: 'Name another person.',
      });
    }
    return [decided('people-assigned', validOn, { people: handedOver(state.people, from, to) })];
  },

  /** Fan-outs may overtake each other: an older telling of the same absence says nothing. */
  'tell-absence': (state, absence, { validOn }) => {
    civilDay(absence.from, '/from');
    notBefore(civilDay(absence.until, '/until'), absence.from, {
      code: 'absence-ends-before-it-begins',
      pointer: '/until',
      after: 'its first day',
    });
    const known = Object.hasOwn(state.absences, absence.absenceId) ? state.absences[absence.absenceId] : undefined;
    if (known ? known.houseSeq >= absence.houseSeq : absence.calledOff) return [];
    return [decided('absence-told', validOn, absence)];
  },

  /** What the license has done itself says more. */
  'tell-preparation': (state, { kind, days }, { validOn }) => {
    const own = Object.values(state.filings).some((filing) => filing.kind === kind && filing.rounds.length > 0);
    if (own || days.length === 0 || same(days, state.experience[kind]?.days ?? null)) return [];
    return [decided('preparation-told', validOn, { kind, days })];
  },

  'choose-ladder': (state, { kind, offsets, reason }, { validOn, context }) => {
    const checked = checkedOffsets(context.law, kind, offsets);
    const own = Object.hasOwn(state.ladders.own, kind) ? state.ladders.own[kind] : undefined;
    if (same(checked, own?.offsets ?? null)) return [];
    return [decided('ladder-chosen', validOn, { kind, offsets: checked, reason })];
  },

  /** What the pinned pack does not count back from a safe day stays as it is: another pack may. */
  'adopt-ladder': (state, { kind, offsets, houseSeq }, { validOn }) => {
    const known = Object.hasOwn(state.ladders.house, kind) ? state.ladders.house[kind] : undefined;
    if (known && known.seq >= houseSeq) return [];
    return [decided('house-ladder-adopted', validOn, { kind, offsets, houseSeq })];
  },
};

function same(a: readonly number[] | null, b: readonly number[] | null): boolean {
  return a === b || (a !== null && b !== null && a.length === b.length && a.every((offset, i) => offset === b[i]));
}

const chain = ['owner', 'deputy', 'manager'] as const;

/** What a person does for a license. */
export function rolesOf(people: People, person: string): (keyof People)[] {
  return chain.filter((role) => people[role] === person);
}

/**
 * The people of a license once one of them has left it: without a successor the deputy stands in, then the manager, then
 * the owner. @throws Conflict `successor-needed` where nobody else is there
 */
export function handedOver(people: People, from: string, to: string | null): People {
  const successor = to ?? [people.deputy, people.manager, people.owner].find((person) => person !== from);
  if (successor === undefined) {
    throw new Conflict('successor-needed', 'Owner, deputy and manager are the same person', {
      pointer: '/to',
      remedy: 'Name who takes over.',
    });
  }
  const instead = (person: string) => (person === from ? successor : person);
  return { owner: instead(people.owner), deputy: instead(people.deputy), manager: instead(people.manager) };
}
