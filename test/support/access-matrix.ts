import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { accessTable } from '../../apps/api/access/access-table.js';
import { exampleValues } from '../../apps/api/schemas/example-values.js';
import { programRoles, type Role } from '../../libs/domain/index.js';
import { keptBy, type OfLicense, type OfPerson, oneOfEach } from '../stack/one-of-each.js';
import { aPdf } from '../stack/samples.js';
import { type Cast, must } from './api-story.js';
import { type Answer, ApiClient, type ApiWorld } from './api-world.js';

export interface Operation {
  method: string;
  path: string;
  /** As the description of the API says it; undefined where it is open to everybody. */
  access: { action: keyof typeof accessTable; roles: Role[]; house: boolean } | undefined;
  /** What an address must ask, as the description shows it. */
  query: string;
  body: unknown;
  form: boolean;
  mail: boolean;
  /** Takes the version of what it changes. */
  versioned: boolean;
}

export type Guarded = Operation & { access: NonNullable<Operation['access']> };

interface Raw {
  parameters?: { $ref?: string; name?: string; in?: string; required?: boolean; example?: unknown }[];
  requestBody?: { content: Record<string, { example?: unknown }> };
  'x-access'?: Operation['access'];
}

export function operationsToAsk(): Operation[] {
  const { paths } = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as {
    paths: Record<string, Record<string, Raw>>;
  };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody, 'x-access': access }]) => {
      const content = requestBody?.content ?? {};
      return {
        ...{ method, path, access },
        query: new URLSearchParams(
          parameters
            .filter((each) => each.in === 'query' && each.required)
            .map(({ name, example }): [string, string] => [String(name), String(example)]),
        ).toString(),
        body: Object.values(content)[0]?.example,
        form: 'multipart/form-data' in content,
        mail: 'message/rfc822' in content,
        versioned: JSON.stringify(parameters).includes('If-Match'),
      };
    }),
  );
}

/** Everything that an address can name. */
export type Subject = OfLicense &
  OfPerson & {
    personId: string;
    absenceId: string;
    webhook: string;
    robot: string;
    adoption: string;
    reading: string;
    token: string;
    job: string;
  };

/** What lies below the first name of an address, by that name; undefined where the house has only one of them. */
const named: readonly [RegExp, keyof Subject][] = [
  [/^\/(simulation\/)?licenses\/\{id\}/, 'licenseId'],
  [/^\/companies\/\{id\}/, 'companyId'],
  [/^\/people\/\{id\}/, 'personId'],
  [/^\/views\/\{id\}/, 'view'],
  [/^\/feeds\/\{id\}/, 'feed'],
  [/^\/tokens\/\{id\}/, 'token'],
  [/^\/jobs\/\{id\}/, 'job'],
  [/^\/exports\/\{id\}/, 'export'],
  [/^\/imports\/\{id\}/, 'import'],
  [/^\/webhooks\/\{id\}/, 'webhook'],
  [/^\/robots\/\{id\}/, 'robot'],
  [/^\/adoptions\/\{id\}/, 'adoption'],
  [/^\/readings\/\{id\}/, 'reading'],
];

export const subjectOf = ({ path }: Operation): keyof Subject | null =>
  named.find(([pattern]) => pattern.test(path))?.[1] ?? null;

function addressOf(operation: Operation, subject: Subject): string {
  const { path } = operation;
  const kind = subjectOf(operation);
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'id' && kind) return subject[kind];
    if (name === 'seq') return path.includes('/packs/') ? subject.packSeq : subject.paperSeq;
    return (subject as unknown as Record<string, string>)[name] ?? randomUUID();
  });
}

/** The shown ones would carry the own people away, or name a task that is not open; what is asked is the same. */
const otherBodies: Readonly<Record<string, object>> = {
  '/people/{id}/hand-over': { to: randomUUID(), licenseIds: null },
  '/people/{id}/departure': { toStandIns: false },
  '/licenses/{id}/comments': { text: '样例' },
};

/** What the description shows, in JSON, with the subject's own ids in it. */
function bodyOf({ path, body }: Operation, { licenseId, companyId, personId, materialId, scanId }: Subject): string {
  const { license, company, owner, deputy, manager, material, scan } = exampleValues;
  const ids = {
    ...{ [license]: licenseId, [company]: companyId, [owner]: personId, [deputy]: personId, [manager]: personId },
    ...{ [material]: materialId, [scan]: scanId },
  };
  const text = JSON.stringify(otherBodies[path] ?? body ?? {});
  return Object.entries(ids).reduce((written, [example, id]) => written.replaceAll(example, id), text);
}

/**
 * Asks as the description says. Where a version is taken, one is named that nothing has: whoever may change it is told
 * so, and nothing is changed.
 */
export function ask(client: ApiClient, operation: Operation, subject: Subject): Promise<Answer> {
  const { method, query, form, mail, versioned } = operation;
  const address = addressOf(operation, subject);
  if (method === 'get') return client.get(query ? `${address}?${query}` : address);
  const headers: Record<string, string> = versioned ? { 'if-match': '"999999999-x"' } : {};
  if (form) {
    const fields = (operation.body ?? {}) as Record<string, string>;
    const { file: _, ...texts } = fields;
    const file = { name: 'a.pdf', bytes: aPdf() };
    return client.upload(address, asTexts(texts), file, { headers });
  }
  if (mail)
    return client.post(address, String(operation.body), { headers: { ...headers, 'content-type': 'message/rfc822' } });
  const body = bodyOf(operation, subject);
  return method === 'put'
    ? client.put(address, JSON.parse(body), { headers })
    : client.post(address, body, { headers });
}

const asTexts = (fields: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));

/** What an address names is not there; what lies below it, and what the body names, is the own. */
export function missingBelow(operation: Operation, { own, missing }: Asking['subjects']): Subject {
  const kind = subjectOf(operation);
  return kind ? { ...own, [kind]: missing[kind] } : missing;
}

/** One who asks: by whom, and what there is of the own, of others, and of nobody. */
export interface Asking {
  client: ApiClient;
  subjects: Record<'own' | 'foreign' | 'missing', Subject>;
  kept: readonly (keyof OfPerson)[];
}

/** Everything there is to ask about, once for the caller's own company and once for another's. */
export class Matrix {
  private constructor(
    private readonly world: ApiWorld,
    private readonly all: Cast,
    private readonly own: Subject,
    private readonly foreign: Subject,
    private readonly missing: Subject,
  ) {}

  static async of(world: ApiWorld, all: Cast): Promise<Matrix> {
    const house = await ofHouse(all);
    const keeper = (await world.person('officer', 'admin')).client;
    const kept = async (): Promise<Omit<Subject, keyof OfLicense | 'personId' | 'absenceId'>> => {
      const mine = (await keptBy(keeper, ['view', 'feed', 'export', 'import'])) as OfPerson;
      const token = await spareToken(all, { integration: 'other', roles: ['integration'] });
      return { ...house, ...mine, token, job: mine.export };
    };
    const one = { ...(await ofOwner(world, all, 40_001)), ...(await kept()) };
    const two = { ...(await ofOwner(world, all, 40_002)), ...(await kept()) };
    const missing = Object.fromEntries(Object.keys(one).map((name) => [name, randomUUID()]));
    return new Matrix(world, all, one, two, missing as unknown as Subject);
  }

  /** Of a role: one who may see everything, and one who may see the own company. */
  async bearers(role: Role): Promise<Record<'free' | 'limited', Asking>> {
    return { free: await this.bearer(role, null), limited: await this.bearer(role, [this.own.companyId]) };
  }

  private async bearer(role: Role, companies: string[] | null): Promise<Asking> {
    const scope = companies && { companies, licenses: [] };
    const kept = keepable(role, scope === null);
    const program = programRoles.includes(role);
    const { client, bearer } = program ? await this.program(role, scope) : await this.person(role, scope);
    const mine = await keptBy(client, kept);
    const token = await spareToken(this.all, { ...bearer, roles: [role] });
    const own = { ...this.own, ...mine, token, job: mine.export ?? this.own.job };
    return { client, kept, subjects: { own, foreign: this.foreign, missing: this.missing } };
  }

  private async program(role: Role, scope: object | null): Promise<{ client: ApiClient; bearer: object }> {
    const bearer = { integration: `matrix-${role}-${scope === null ? 'free' : 'limited'}` };
    const { token } = await must(
      this.all.admin.post('/tokens', { ...bearer, roles: [role], ...(scope ? { scope } : {}) }),
    );
    return { client: new ApiClient(this.world.url, token), bearer };
  }

  private async person(role: Role, scope: object | null): Promise<{ client: ApiClient; bearer: object }> {
    const { id: personId, client } = await this.world.person(role);
    if (scope) await must(this.all.admin.put(`/people/${personId}/access`, { roles: [role], scope }));
    return { client, bearer: { personId } };
  }
}

/** What somebody of a role can keep for oneself. */
function keepable(role: Role, free: boolean): (keyof OfPerson)[] {
  const keeps = ['officer', 'approver', 'manager'].includes(role);
  return [
    ...(keeps ? (['view', 'feed'] as const) : []),
    ...(role === 'postmaster' ? [] : (['export'] as const)),
    ...(role === 'officer' && free ? (['import'] as const) : []),
  ];
}

async function ofOwner(
  world: ApiWorld,
  all: Cast,
  number: number,
): Promise<OfLicense & Pick<Subject, 'personId' | 'absenceId'>> {
  const personId = (await world.person()).id;
  const people = { owner: personId, deputy: all.people.deputy, manager: all.people.deputy };
  const days = { from: exampleValues.today, until: exampleValues.today };
  const { absenceId } = await must(all.officer.post(`/people/${personId}/absences`, days));
  const each = await oneOfEach(
    { officer: all.officer, approver: all.approver, people, today: exampleValues.today },
    number,
  );
  return { ...each, personId, absenceId };
}

async function ofHouse({ admin, officer }: Cast): Promise<Pick<Subject, 'webhook' | 'robot' | 'adoption' | 'reading'>> {
  const url = `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${randomUUID()}`;
  const hook = { name: 'a', url: 'https://erp.example.com/hook' };
  const reading = { rule: 'limit.review', reading: 'working-days-from-acceptance', scope: { kind: 'installation' } };
  const adoption = { kind: 'rulebook', version: 'cn-vats-current@1' };
  return {
    webhook: (await must(admin.post('/webhooks', hook))).webhookId,
    robot: (await must(admin.post('/robots', { kind: 'wecom', name: 'a', url }))).robotId,
    adoption: (await must(officer.post('/adoptions', adoption))).adoptionId,
    reading: (await must(officer.post('/readings', { ...reading, evidence: '样例' }))).readingId,
  };
}

async function spareToken({ admin }: Cast, asked: object): Promise<string> {
  return (await must(admin.post('/tokens', asked))).id;
}
