import { accessTable, ruleOf } from '../../apps/api/access/access-table.js';
import { knownRoles, type Role } from '../../libs/domain/index.js';
import {
  type Asking,
  ask,
  type Guarded,
  Matrix,
  missingBelow,
  type Operation,
  operationsToAsk,
  type Subject,
  subjectOf,
} from '../support/access-matrix.js';
import { cast } from '../support/api-story.js';
import { type Answer, ApiWorld } from '../support/api-world.js';

jest.setTimeout(120_000);

const operations = operationsToAsk();
const guarded = operations.filter((each): each is Guarded => each.access !== undefined);
const named = ({ method, path }: Operation) => `${method} ${path}`;

let world: ApiWorld;
const bearers = {} as Record<Role, Record<Within, Asking>>;

beforeAll(async () => {
  world = await ApiWorld.create();
  const matrix = await Matrix.of(world, await cast(world));
  for (const role of knownRoles) bearers[role] = await matrix.bearers(role);
  await world.work();
});

afterAll(() => world.close());

/** What each is asked gives what it should; a few at a time. @returns those that differ */
async function differing<T>(rows: readonly T[], look: (row: T) => Promise<object | null>): Promise<object[]> {
  const found: object[] = [];
  for (let from = 0; from < rows.length; from += 8)
    found.push(...(await Promise.all(rows.slice(from, from + 8).map(look))).filter((each) => each !== null));
  return found;
}

describe('the access table', () => {
  it('is what the description of the API says of each operation', () => {
    for (const { access } of guarded) {
      const { roles, house = false } = ruleOf(access.action);
      expect(access).toEqual({ action: access.action, roles, house });
    }
    const used = new Set(guarded.map(({ access }) => access.action));
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

type Within = 'free' | 'limited';
type Whose = 'own' | 'foreign' | 'missing';
const whose = ['own', 'foreign', 'missing'] as const;

type Verdict = 'token-missing' | 'token-invalid' | 'role-not-allowed' | 'access-limited' | 'not there' | 'let in';

/** What the house has one of, to whoever may see it at all. */
const ofHouse: readonly (keyof Subject | null)[] = ['webhook', 'robot', 'adoption', 'reading'];
/** What a scope closes. */
const ofScope: readonly (keyof Subject | null)[] = ['licenseId', 'companyId', 'personId'];

/** What the table says of a request: the only place where it is said twice. */
function verdictOf(operation: Guarded, role: Role, within: Within, subject: Whose, { kept }: Asking): Verdict {
  const { action } = operation.access;
  const { roles, house } = ruleOf(action);
  if (!roles.includes(role)) return 'role-not-allowed';
  if (within === 'limited' && house) return 'access-limited';
  const kind = subjectOf(operation);
  if (kind === null) return 'let in';
  // Whose they are is asked before who that is: one's own, or an administrator's to change, or to be given.
  const ofSelf = action === 'change-preferences' || action === 'read-personal-data';
  if (within === 'free' && ofSelf && role !== 'admin') return 'let in';
  if (subject === 'missing') return 'not there';
  if (ofHouse.includes(kind)) return 'let in';
  if (ofScope.includes(kind)) return within === 'free' || subject === 'own' ? 'let in' : 'not there';
  const administers = role === 'admin' && within === 'free';
  if (administers && ['read-jobs', 'revoke-feed', 'revoke-token'].includes(action)) return 'let in';
  // What a person keeps is that person's: whoever keeps none has none.
  const keeps = kind === 'token' || (kept as readonly string[]).includes(kind === 'job' ? 'export' : kind);
  return subject === 'own' && keeps ? 'let in' : 'not there';
}

const denials = ['token-missing', 'token-invalid', 'role-not-allowed', 'access-limited'] as const;

/** What was answered, in the words of the table. Whoever is let in may still be refused, for other reasons. */
function verdictIn({ status, body }: Answer): Verdict | number {
  const denial = denials.find((code) => code === body?.code);
  if (denial) return denial;
  if (status === 404) return body?.code === 'route-not-found' ? 404 : 'not there';
  return status < 500 && status !== 405 ? 'let in' : status;
}

const of = (subjects: Asking['subjects'], operation: Operation, subject: Whose): Subject =>
  subject === 'missing' ? missingBelow(operation, subjects) : subjects[subject];

/** By somebody who may see one company, and by somebody who may see all. */
const asking: readonly (readonly [Within, Whose])[] = [
  ...whose.map((subject) => ['limited', subject] as const),
  ...whose.map((subject) => ['free', subject] as const),
];

describe('every operation', () => {
  it('is closed to strangers, and to tokens that are none, whatever it names', async () => {
    expect(guarded.length).toBeGreaterThan(150);
    const strangers = { 'token-missing': world.stranger(), 'token-invalid': world.stranger('pz_none') };
    const { subjects } = bearers.officer.limited;
    const rows = guarded.flatMap((operation) =>
      whose.flatMap((subject) =>
        Object.entries(strangers).map(([code, client]) => ({ operation, subject, code, client })),
      ),
    );
    const wrong = await differing(rows, async ({ operation, subject, code, client }) => {
      const { status, body } = await ask(client, operation, of(subjects, operation, subject));
      return status === 401 && body?.code === code ? null : { operation: named(operation), subject, status, body };
    });
    expect(wrong).toEqual([]);
  });

  it.each(knownRoles)(
    'is to the role %s exactly what the table says, of what is own, foreign and missing',
    async (role) => {
      const wrong = await differing(guarded, async (operation) => {
        const [limited, free] = [bearers[role].limited, bearers[role].free];
        const answers = new Map<string, Answer>();
        const faults: string[] = [];
        for (const [within, subject] of asking) {
          const bearer = within === 'free' ? free : limited;
          const expected = verdictOf(operation, role, within, subject, bearer);
          const answer = await ask(bearer.client, operation, of(bearer.subjects, operation, subject));
          answers.set(`${within} ${subject}`, answer);
          const seen = verdictIn(answer);
          if (seen !== expected) faults.push(`${within}, ${subject}: ${seen} instead of ${expected}: ${answer.text}`);
        }
        for (const within of ['limited', 'free'] as const)
          if (verdictOf(operation, role, within, 'foreign', bearers[role][within]) === 'not there') {
            const [foreign, missing] = [answers.get(`${within} foreign`), answers.get(`${within} missing`)];
            if (blurred(foreign) !== blurred(missing))
              faults.push(`${within}: ${foreign?.text} is not ${missing?.text}`);
          }
        return faults.length === 0 ? null : { operation: named(operation), faults };
      });
      expect(wrong).toEqual([]);
    },
  );
});

/** An answer without what differs between any two requests: what is foreign answers in the very words of what is not there. */
function blurred(answer: Answer | undefined): string {
  const text = JSON.stringify(answer?.body);
  const ids = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
  const same = text.replace(/"requestId":"[^"]*"/, '').replace(/"instance":"[^"]*"/, '');
  return `${answer?.status} ${same.replaceAll(ids, 'uuid')}`;
}

describe('what belongs to another license', () => {
  const below = ['materialId', 'scanId', 'commentId', 'absenceId'] as const;

  it('is not found below one that is the own', async () => {
    const { client, subjects } = bearers.officer.free;
    const rows = guarded.flatMap((operation) =>
      below.filter((name) => operation.path.includes(`{${name}}`)).map((name) => ({ operation, name })),
    );
    expect(rows.length).toBeGreaterThan(3);
    const wrong = await differing(rows, async ({ operation, name }) => {
      const asked = (of: Subject) => ask(client, operation, { ...subjects.own, [name]: of[name] });
      const [foreign, missing] = [await asked(subjects.foreign), await asked(subjects.missing)];
      const alike = foreign.status === 404 && blurred(foreign) === blurred(missing);
      return alike ? null : { operation: named(operation), foreign: foreign.body, missing: missing.body };
    });
    expect(wrong).toEqual([]);
  });
});
