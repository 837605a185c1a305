import { randomUUID } from 'node:crypto';
import { ApiClient } from '../../../apps/demo/api-client.js';
import type { CivilDate } from '../../../libs/calendar/index.js';
import { aPdf, aRegistration, companyWith, shanghai } from '../../stack/samples.js';
import type { Round } from './options.js';

/** Ids of what there is to be asked about, by what they are. */
export type Known = Record<
  'license' | 'company' | 'person' | 'view' | 'webhook' | 'robot' | 'token' | 'comment' | 'adoption' | 'material',
  string[]
>;

export interface Register {
  known: Known;
  /** Null: nobody. */
  tokens: Record<Round, string | null>;
}

type Answer = Record<string, never> & Record<string, string>;

/** Puts a small register together: licenses on their way and held ones, with people whom nobody who asks is one of. */
export async function aRegister(apiUrl: string, adminToken: string, today: CivilDate): Promise<Register> {
  const admin = new ApiClient(apiUrl, adminToken);
  const person = async (...roles: string[]) => {
    const mail = `${randomUUID()}@example.com`;
    const { personId = '' } = await must(admin.post('/people', { name: '样例', mail, language: 'zh' }));
    if (roles.length > 0) await must(admin.put(`/people/${personId}/access`, { roles }));
    return personId;
  };
  const tokenOf = async (personId: string, ...roles: string[]) =>
    (await must(admin.post('/tokens', { personId, roles }))).token ?? '';
  const everything = ['officer', 'approver', 'manager', 'auditor', 'admin'];
  const [all, officer, auditor] = [await person(...everything), await person('officer'), await person('auditor')];
  const tokens = {
    all: await tokenOf(all, ...everything),
    officer: await tokenOf(officer, 'officer'),
    auditor: await tokenOf(auditor, 'auditor'),
    stranger: null,
  };
  const others = [await person('officer'), await person('approver')];
  const known = await filled(new ApiClient(apiUrl, tokens.all), others, today);
  // A token that may be revoked without anybody being shut out.
  known.token = [(await must(admin.post('/tokens', { integration: 'spare', roles: ['integration'] }))).id ?? ''];
  return { known, tokens };
}

async function filled(client: ApiClient, [owner = '', deputy = '']: string[], today: CivilDate): Promise<Known> {
  const people = { owner, deputy, manager: deputy };
  const companies = [];
  const licenses = [];
  for (const number of [1, 2, 3, 4]) {
    const { companyId = '' } = await must(client.post('/companies', companyWith(number)));
    companies.push(companyId);
    const opening = { companyId, serviceTypes: ['B24'], coverage: shanghai, people };
    licenses.push(
      number % 2 === 1
        ? await must(client.post('/licenses', opening))
        : await must(client.post('/licenses/registrations', aRegistration(companyId, people, today, 200 * number))),
    );
  }
  const [preparing = ''] = licenses.map(({ licenseId = '' }) => licenseId);
  const { filingId } = await must(client.post(`/licenses/${preparing}/filings`, { kind: 'new' }));
  const fields = { requirementId: 'application-form', issuedOn: today };
  const file = { name: 'a.pdf', type: 'application/pdf', bytes: aPdf() };
  const supplied = await must(client.upload(`/licenses/${preparing}/filings/${filingId}/materials`, fields, file));
  const { materialId = '' } = supplied.material as unknown as { materialId?: string };
  const { commentId = '' } = await must(client.post(`/licenses/${preparing}/comments`, { text: '样例' }));
  const view = { name: '样例', filter: { status: ['preparing'] }, shared: true };
  const hook = { name: 'sample', url: 'https://hooks.example.com/a' };
  const robot = { kind: 'wecom', name: 'sample', url: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=sample' };
  return {
    license: licenses.map(({ licenseId = '' }) => licenseId),
    company: companies,
    person: [owner, deputy],
    view: [(await must(client.post('/views', view))).viewId ?? ''],
    webhook: [(await must(client.post('/webhooks', hook))).webhookId ?? ''],
    robot: [(await registeredRobot(client, robot)) ?? ''],
    token: [],
    comment: [commentId],
    adoption: [],
    material: [materialId],
  };
}

/** Where no robot can be reached none is registered, and what is asked about one is asked about none. */
async function registeredRobot(client: ApiClient, robot: object): Promise<string | undefined> {
  const { status, body } = await client.post('/robots', robot);
  return status === 201 ? body.robotId : undefined;
}

async function must(sending: Promise<{ status: number; body: unknown }>): Promise<Answer> {
  const { status, body } = await sending;
  if (status >= 300) throw new Error(`the register was refused with ${status}: ${JSON.stringify(body)}`);
  return body as Answer;
}
