import { randomUUID } from 'node:crypto';
import { ApiClient } from '../../../apps/demo/api-client.js';
import type { CivilDate } from '../../../libs/calendar/index.js';
import { keptBy, must, oneOfEach } from '../../stack/one-of-each.js';
import { aRegistration, companyWith, shanghai } from '../../stack/samples.js';
import type { Round } from './options.js';

/** Ids of what there is to be asked about, by what they are. */
export type Known = Record<(typeof kinds)[number], string[]>;

const kinds = [
  ...([
    'license',
    'company',
    'person',
    'absence',
    'filing',
    'material',
    'requirement',
    'scan',
    'paper',
    'pack',
  ] as const),
  ...(['item', 'comment', 'obligation', 'operation', 'inspection', 'condition', 'companion', 'subsidiary'] as const),
  ...(['view', 'feed', 'export', 'import', 'job', 'webhook', 'robot', 'token', 'adoption', 'reading'] as const),
] as const;

export interface Register {
  known: Known;
  /** Null: nobody. */
  tokens: Record<Round, string | null>;
}

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
  const approver = new ApiClient(apiUrl, await tokenOf(others[1] ?? '', 'approver'));
  const known = await filled({ caller: new ApiClient(apiUrl, tokens.all), approver, people: others, today });
  // A token that may be revoked without anybody being shut out.
  known.token = [(await must(admin.post('/tokens', { integration: 'spare', roles: ['integration'] }))).id ?? ''];
  return { known, tokens };
}

interface Desk {
  /** To whom everything is open. */
  caller: ApiClient;
  approver: ApiClient;
  people: string[];
  today: CivilDate;
}

async function filled({ caller, approver, people: [owner = '', deputy = ''], today }: Desk): Promise<Known> {
  const people = { owner, deputy, manager: deputy };
  const each = await oneOfEach({ officer: caller, approver, people, today }, 5);
  const [companies, licenses] = [[each.companyId], [each.licenseId]];
  for (const number of [1, 2, 3, 4]) {
    const { companyId } = await must(caller.post('/companies', companyWith(number)));
    companies.push(companyId);
    const opening = { companyId, serviceTypes: ['B24'], coverage: shanghai, people };
    const { licenseId } =
      number % 2 === 1
        ? await must(caller.post('/licenses', opening))
        : await must(caller.post('/licenses/registrations', aRegistration(companyId, people, today, 200 * number)));
    licenses.push(licenseId);
  }
  await must(caller.post(`/licenses/${licenses[1]}/filings`, { kind: 'new' }));
  const mine = await keptBy(caller, ['view', 'feed', 'export', 'import']);
  const jobs = [mine.export ?? '', mine.import ?? ''];
  return {
    ...{ license: licenses, company: companies, person: [owner, deputy] },
    absence: [(await must(caller.post(`/people/${owner}/absences`, { from: today, until: today }))).absenceId],
    ...{ filing: [each.filingId, 'new-1', 'new-9'], material: [each.materialId], requirement: [each.requirementId] },
    ...{ scan: [each.scanId], paper: [each.paperSeq], pack: [each.packSeq], item: [each.itemId] },
    ...{ comment: [each.commentId], obligation: [each.obligationId], operation: [each.operationId] },
    ...{ inspection: [each.inspectionId], condition: [each.conditionId], companion: [each.companionId] },
    ...{ subsidiary: [each.subsidiaryId], view: [mine.view ?? ''], feed: [mine.feed ?? ''] },
    ...{ export: [mine.export ?? ''], import: [mine.import ?? ''], job: jobs, token: [] },
    ...(await ofHouse(caller)),
  };
}

async function ofHouse(caller: ApiClient): Promise<Pick<Known, 'webhook' | 'robot' | 'adoption' | 'reading'>> {
  const hook = { name: 'sample', url: 'https://hooks.example.com/a' };
  const url = `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${randomUUID()}`;
  const reading = { rule: 'limit.review', reading: 'working-days-from-acceptance', scope: { kind: 'installation' } };
  const version = 'cn-vats-current@1';
  return {
    webhook: [(await must(caller.post('/webhooks', hook))).webhookId],
    robot: [(await must(caller.post('/robots', { kind: 'wecom', name: 'sample', url }))).robotId],
    adoption: [(await must(caller.post('/adoptions', { kind: 'rulebook', version }))).adoptionId],
    reading: [(await must(caller.post('/readings', { ...reading, evidence: '样例' }))).readingId],
  };
}
