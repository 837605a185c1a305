import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { accessTable, ruleOf } from '../../apps/api/access/access-table.js';
import { createClient, type PaizhaoClient } from '../../libs/client/index.js';
import { knownRoles, programRoles, type Role } from '../../libs/domain/index.js';
import { type Cast, cast, must, openedLicense } from '../support/api-story.js';
import { ApiWorld } from '../support/api-world.js';
import { mustBeAsDescribed } from '../support/described-answers.js';

jest.setTimeout(60_000);

interface Operation {
  method: string;
  path: string;
  /** As the description of the API says it; undefined where it is open to everybody. */
  access: { action: keyof typeof accessTable; roles: Role[]; house: boolean } | undefined;
}

type Guarded = Operation & { access: NonNullable<Operation['access']> };

interface Subject {
  license: string;
  company: string;
  person: string;
}

let world: ApiWorld;
let all: Cast;
let operations: Operation[];
/** Of each role: one who may see everything, and one who may see one company. */
const clients = {} as Record<Role, { free: PaizhaoClient; limited: PaizhaoClient }>;
const subjects = {} as Record<'own' | 'foreign' | 'missing', Subject>;

beforeAll(async () => {
  world = await ApiWorld.create();
  all = await cast(world);
  const { paths } = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as {
    paths: Record<string, Record<string, { 'x-access'?: Operation['access'] }>>;
  };
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { 'x-access': access }]) => ({ method, path, access })),
  );
  const own = await openedLicense(all);
  const others = { owner: (await world.person()).id, deputy: all.people.deputy, manager: all.people.deputy };
  const foreign = await openedLicense({ ...all, people: others });
  subjects.own = { license: own.licenseId, company: own.companyId, person: all.people.owner };
  subjects.foreign = { license: foreign.licenseId, company: foreign.companyId, person: others.owner };
  subjects.missing = { license: randomUUID(), company: randomUUID(), person: randomUUID() };
  for (const role of knownRoles) clients[role] = await bearers(role, own.companyId);
});

afterAll(() => world.close());

const bearer = (token: string | null): PaizhaoClient => createClient({ baseUrl: world.url, token });

async function bearers(role: Role, companyId: string): Promise<{ free: PaizhaoClient; limited: PaizhaoClient }> {
  const scope = { companies: [companyId], licenses: [] };
  if (programRoles.includes(role)) {
    const issue = async (more: object) => {
      const asked = { integration: 'matrix', roles: [role], ...more };
      return bearer((await must(all.admin.post('/tokens', asked))).token);
    };
    return { free: await issue({}), limited: await issue({ scope }) };
  }
  const [free, limited] = [await world.person(role), await world.person(role)];
  await must(all.admin.put(`/people/${limited.id}/access`, { roles: [role], scope }));
  return { free: bearer(free.client.token), limited: bearer(limited.client.token) };
}

/** What an address names, by the description's own names for it. */
function namesIn(path: string, { license, company, person }: Subject): Record<string, string> {
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, randomUUID() as string] as const);
  const names: Record<string, string> = { ...Object.fromEntries(named), filingId: 'new-1' };
  if (/licenses\/\{id\}/.test(path)) names.id = license;
  if (/^\/companies\/\{id\}/.test(path)) names.id = company;
  if (/^\/people\/\{id\}/.test(path)) names.id = person;
  return names;
}

/** Asks by the typed client, though which operation it is is known only now. */
async function ask(client: PaizhaoClient, { method, path }: Operation, subject: Subject): Promise<Answer> {
  const params = { path: namesIn(path, subject), header: { 'If-Match': '*' } };
  const init = { params, parseAs: 'text' as const, ...(method === 'get' ? {} : { body: {} }) };
  const asking = client.request as (method: string, path: string, init: object) => Promise<Asked>;
  const { error, response } = await asking(method, path, init);
  if (error) mustBeAsDescribed(method, new URL(response.url).pathname, response, error);
  return { status: response.status, body: error };
}

interface Asked {
  error?: { code: string };
  response: Response;
}

interface Answer {
  status: number;
  /** Of what was refused. */
  body: { code: string } | undefined;
}

/** What each is asked gives what it should; a few at a time. @returns those that differ */
async function differing<T>(rows: readonly T[], look: (row: T) => Promise<object | null>): Promise<object[]> {
  const found: object[] = [];
  for (let from = 0; from < rows.length; from += 8)
    found.push(...(await Promise.all(rows.slice(from, from + 8).map(look))).filter((each) => each !== null));
  return found;
}

const guarded = () => operations.filter((each): each is Guarded => each.access !== undefined);
const ofRoles = () => guarded().flatMap((operation) => knownRoles.map((role) => ({ operation, role })));
const named = ({ method, path }: Operation) => `${method} ${path}`;

describe('the access table', () => {
  it('is what the description of the API says of each operation', () => {
    for (const { access } of guarded()) {
      const { roles, house = false } = ruleOf(access.action);
      expect(access).toEqual({ action: access.action, roles, house });
    }
    const used = new Set(guarded().map(({ access }) => access.action));
    const unused = Object.keys(accessTable).filter((action) => !used.has(action as never));
    // Who sees what people wrote is asked wherever there is such a text.
    expect(unused).toEqual(['read-private-text']);
  });

  it('leaves open what needs no token, and nothing else', () => {
    const open = operations.filter(({ access }) => access === undefined).map(named);
    expect(open.sort()).toEqual([
      'get /feeds/{token}.ics',
      'get /health/live',
      'get /health/ready',
      'get /problems',
      'get /problems/{code}',
    ]);
  });
});

const whose = ['own', 'foreign', 'missing'] as const;

/** To whom nothing is closed, nothing is foreign either. */
const asking = [
  ...whose.map((subject) => ['limited', subject] as const),
  ...(['own', 'missing'] as const).map((subject) => ['free', subject] as const),
];

/** Addresses that name a license, a company or a person. */
const ofSubject = /^\/(simulation\/)?(licenses|companies|people)\/\{id\}/;

type Verdict = 'token-missing' | 'token-invalid' | 'role-not-allowed' | 'access-limited' | 'hidden' | 'let in';

/** What the table says of a request: the only place where it is said twice. */
function verdictOf(
  { path, access }: Guarded,
  role: Role,
  within: 'free' | 'limited',
  subject: (typeof whose)[number],
): Verdict {
  if (!ruleOf(access.action).roles.includes(role)) return 'role-not-allowed';
  if (within === 'free') return 'let in';
  if (ruleOf(access.action).house) return 'access-limited';
  return subject !== 'own' && ofSubject.test(path) ? 'hidden' : 'let in';
}

const denials = ['token-missing', 'token-invalid', 'role-not-allowed', 'access-limited'] as const;
const hiding = ['license-not-found', 'company-not-found', 'person-not-found'];

/** What was answered, in the words of the table. Whoever is let in may still be refused, for other reasons. */
function verdictIn({ status, body }: Answer, { path }: Operation): Verdict | number {
  const denial = denials.find((code) => code === body?.code);
  if (denial) return denial;
  if (status === 404 && hiding.includes(body?.code ?? '') && ofSubject.test(path)) return 'hidden';
  return status < 500 && status !== 405 ? 'let in' : status;
}

describe('every operation', () => {
  it('is closed to strangers, and to tokens that are none, whatever it names', async () => {
    expect(guarded().length).toBeGreaterThan(150);
    const strangers = { 'token-missing': bearer(null), 'token-invalid': bearer('pz_none') };
    const rows = guarded().flatMap((operation) =>
      whose.flatMap((subject) =>
        Object.entries(strangers).map(([code, client]) => ({ operation, subject, code, client })),
      ),
    );
    const wrong = await differing(rows, async ({ operation, subject, code, client }) => {
      const { status, body } = await ask(client, operation, subjects[subject]);
      return status === 401 && body?.code === code ? null : { operation: named(operation), subject, status, body };
    });
    expect(wrong).toEqual([]);
  });

  it.each(knownRoles)(
    'is to the role %s exactly what the table says, of what is own, foreign and missing',
    async (role) => {
      const rows = guarded().flatMap((operation) =>
        asking.map(([within, subject]) => ({ operation, subject, within })),
      );
      const wrong = await differing(rows, async ({ operation, subject, within }) => {
        const expected = verdictOf(operation, role, within, subject);
        const answer = await ask(clients[role][within], operation, subjects[subject]);
        const seen = verdictIn(answer, operation);
        // To whom nothing is hidden, what is missing is missing.
        const right = seen === expected || (within === 'free' && expected === 'let in' && seen === 'hidden');
        return right ? null : { operation: named(operation), subject, within, expected, seen, body: answer.body };
      });
      expect(wrong).toEqual([]);
    },
  );

  it('answers on what lies outside a scope in the very words of what is not there', async () => {
    const rows = ofRoles().filter(
      ({ operation, role }) => verdictOf(operation, role, 'limited', 'foreign') === 'hidden',
    );
    const wrong = await differing(rows, async ({ operation, role }) => {
      const [foreign, missing] = await Promise.all(
        (['foreign', 'missing'] as const).map((subject) => ask(clients[role].limited, operation, subjects[subject])),
      );
      const alike = foreign && missing && blurred(foreign, subjects.foreign) === blurred(missing, subjects.missing);
      return alike ? null : { operation: named(operation), role, foreign: foreign?.body, missing: missing?.body };
    });
    expect(wrong).toEqual([]);
  });
});

/** An answer without what differs between any two requests. */
function blurred({ status, body }: Answer, subject: Subject): string {
  const text = JSON.stringify(body);
  const ids = Object.values(subject).reduce((shown, id) => shown.replaceAll(id, 'id'), text);
  return `${status} ${ids.replace(/"requestId":"[^"]*"/, '').replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'uuid')}`;
}
