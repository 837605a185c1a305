import { randomUUID } from 'node:crypto';
import { accessTable, ruleOf } from '../../apps/api/access/access-table.js';
import { knownRoles, programRoles, type Role } from '../../libs/domain/index.js';
import { type Cast, cast, must, openedLicense } from '../support/api-story.js';
import { type Answer, ApiClient, ApiWorld } from '../support/api-world.js';

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
const clients = {} as Record<Role, { free: ApiClient; limited: ApiClient }>;
const subjects = {} as Record<'own' | 'foreign' | 'missing', Subject>;

beforeAll(async () => {
  world = await ApiWorld.create();
  all = await cast(world);
  const { paths } = (await world.stranger().get('/openapi.json')).body as {
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

async function bearers(role: Role, companyId: string): Promise<{ free: ApiClient; limited: ApiClient }> {
  const scope = { companies: [companyId], licenses: [] };
  if (programRoles.includes(role)) {
    const issue = async (more: object) => {
      const asked = { integration: 'matrix', roles: [role], ...more };
      return world.stranger((await must(all.admin.post('/tokens', asked))).token);
    };
    return { free: await issue({}), limited: await issue({ scope }) };
  }
  const [free, limited] = [await world.person(role), await world.person(role)];
  await must(all.admin.put(`/people/${limited.id}/access`, { roles: [role], scope }));
  return { free: free.client, limited: limited.client };
}

function addressOf(path: string, { license, company, person }: Subject): string {
  return path
    .replace(/licenses\/\{id\}/, `licenses/${license}`)
    .replace(/companies\/\{id\}/, `companies/${company}`)
    .replace(/people\/\{id\}/, `people/${person}`)
    .replace('{filingId}', 'new-1')
    .replaceAll(/\{\w+\}/g, randomUUID());
}

function ask(client: ApiClient, { method, path }: Operation, subject: Subject): Promise<Answer> {
  const address = addressOf(path, subject);
  if (method === 'get') return client.get(address);
  return method === 'put' ? client.put(address, {}) : client.post(address, {});
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

describe('every operation', () => {
  it('is closed to strangers, and to tokens that are none', async () => {
    expect(guarded().length).toBeGreaterThan(100);
    const strangers = { 'token-missing': world.stranger(), 'token-invalid': world.stranger('pz_none') };
    const rows = guarded().flatMap((operation) =>
      Object.entries(strangers).map(([code, client]) => ({ operation, code, client })),
    );
    const wrong = await differing(rows, async ({ operation, code, client }) => {
      const { status, body } = await ask(client, operation, subjects.own);
      return status === 401 && body.code === code ? null : { operation: named(operation), status, body };
    });
    expect(wrong).toEqual([]);
  });

  it('is open to exactly the roles of the table', async () => {
    const wrong = await differing(ofRoles(), async ({ operation, role }) => {
      const { status, body } = await ask(clients[role].free, operation, subjects.missing);
      const allowed = operation.access.roles.includes(role);
      const refused = status === 403 && body.code === 'role-not-allowed';
      return refused === !allowed && status < 500 ? null : { operation: named(operation), role, status, body };
    });
    expect(wrong).toEqual([]);
  });

  it('answers on what lies outside a scope as on what is not there, and not so within it', async () => {
    const rows = ofRoles().filter(
      ({ operation: { path, access }, role }) => ofSubject.test(path) && access.roles.includes(role),
    );
    const wrong = await differing(rows, async ({ operation, role }) => {
      const of = (subject: Subject) => ask(clients[role].limited, operation, subject);
      const [own, foreign, missing] = [await of(subjects.own), await of(subjects.foreign), await of(subjects.missing)];
      const codes = [own, foreign, missing].map(({ body }) => body?.code);
      const hidden =
        foreign.status === 404 && blurred(foreign, subjects.foreign) === blurred(missing, subjects.missing);
      const right = operation.access.house
        ? codes.every((code) => code === 'access-limited')
        : hidden && !deniedCodes.includes(own.body?.code);
      return right ? null : { operation: named(operation), role, codes, foreign: foreign.body, missing: missing.body };
    });
    expect(wrong).toEqual([]);
  });
});

/** Addresses that name a license, a company or a person. */
const ofSubject = /^\/(simulation\/)?(licenses|companies|people)\/\{id\}/;

const deniedCodes = [
  'role-not-allowed',
  'access-limited',
  'license-not-found',
  'company-not-found',
  'person-not-found',
];

/** An answer without what differs between any two requests. */
function blurred({ status, text }: Answer, subject: Subject): string {
  const ids = Object.values(subject).reduce((shown, id) => shown.replaceAll(id, 'id'), text);
  return `${status} ${ids.replace(/"requestId":"[^"]*"/, '').replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'uuid')}`;
}
