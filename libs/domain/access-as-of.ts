import type { CivilDate } from '../calendar/index.js';
import type { PlainEntry } from './company-as-of.js';
import type { Limits, Role } from './principal.js';

/** What the house had granted to somebody. */
export interface Granted extends Limits {
  kind: 'person' | 'integration';
  id: string;
  roles: readonly Role[];
  /** Names of acts to which a program's token was limited; null: all that the roles may do. */
  actions: readonly string[] | null;
}

/** Types of the house's entries that say who may do what. */
export const accessEvents = [
  'role-given',
  'role-taken',
  'access-limited',
  'person-left',
  'person-returned',
  'token-issued',
  'token-revoked',
] as const;

interface Token extends Granted {
  expiresAt: string | null;
}

interface Person extends Limits {
  given: Set<Role>;
  taken: Set<Role>;
  lastDay: CivilDate | null;
  left: boolean;
}

/**
 * Who might do something by what the house had put on record up to an instant: people by their roles, programs by their
 * tokens. Whether a person had a token or an identity to sign in by is not asked. By id, people first.
 * @param entries of the house's stream, in order
 * @param at UTC instant with its civil day
 */
export function accessAsOf(entries: readonly PlainEntry[], at: { now: string; today: CivilDate }): Granted[] {
  const people = new Map<string, Person>();
  const tokens = new Map<string, Token>();
  for (const entry of entries) if (entry.recordedAt <= at.now) take(entry, people, tokens);
  const held = [...tokens.values()].filter(({ expiresAt }) => expiresAt === null || expiresAt > at.now);
  const persons = [...people].flatMap(([id, { given, taken, lastDay, left, scope, period }]): Granted[] => {
    const byTokens = held.filter((token) => token.kind === 'person' && token.id === id).flatMap(({ roles }) => roles);
    const roles = [...new Set([...given, ...byTokens.filter((role) => !taken.has(role))])].sort();
    if (left || roles.length === 0 || (lastDay !== null && lastDay < at.today)) return [];
    return [{ kind: 'person', id, roles, actions: null, scope, period }];
  });
  const programs = held.filter(({ kind }) => kind === 'integration');
  return [...persons.sort(byId), ...programs.map(({ expiresAt: _, ...granted }): Granted => granted).sort(byId)];
}

const byId = (a: Granted, b: Granted): number => (a.id < b.id ? -1 : Number(a.id > b.id));

type Told = Partial<Token> & {
  personId: string;
  role: Role;
  lastDay: CivilDate | null;
  tokenId: string;
  bearer: Pick<Granted, 'kind' | 'id'>;
};

function take({ type, v, data }: PlainEntry, people: Map<string, Person>, tokens: Map<string, Token>): void {
  const told = data as Told;
  switch (type as (typeof accessEvents)[number]) {
    case 'role-given':
      personOf(people, told.personId).given.add(told.role);
      personOf(people, told.personId).taken.delete(told.role);
      return;
    case 'role-taken':
      personOf(people, told.personId).given.delete(told.role);
      personOf(people, told.personId).taken.add(told.role);
      return;
    case 'access-limited': {
      const { scope = null, period = null, lastDay } = told;
      Object.assign(personOf(people, told.personId), { scope, period, lastDay });
      return;
    }
    case 'person-left':
    case 'person-returned':
      personOf(people, told.personId).left = type === 'person-left';
      return;
    case 'token-issued': {
      const { bearer, roles = [], actions = null, scope = null, period = null, expiresAt = null } = told;
      // Before the house kept roles, a person had those of the own tokens.
      if (bearer.kind === 'person' && v > 1) return;
      if (bearer.kind === 'person') personOf(people, bearer.id);
      tokens.set(told.tokenId, { kind: bearer.kind, id: bearer.id, roles, actions, scope, period, expiresAt });
      return;
    }
    case 'token-revoked':
      tokens.delete(told.tokenId);
      return;
  }
}

function personOf(people: Map<string, Person>, id: string): Person {
  const known = people.get(id) ?? {
    ...{ given: new Set<Role>(), taken: new Set<Role>() },
    ...{ lastDay: null, left: false, scope: null, period: null },
  };
  people.set(id, known);
  return known;
}
