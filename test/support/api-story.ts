import { aPdf, companyWith } from '../stack/samples.js';
import type { Answer, ApiClient, ApiWorld } from './api-world.js';

export { aPdf, companyWith, sampleCompany } from '../stack/samples.js';

export interface Cast {
  officer: ApiClient;
  approver: ApiClient;
  auditor: ApiClient;
  admin: ApiClient;
  people: { owner: string; deputy: string; manager: string };
}

export async function cast(world: ApiWorld): Promise<Cast> {
  const [officer, approver, auditor, admin] = await Promise.all([
    world.person('officer'),
    world.person('approver'),
    world.person('auditor'),
    world.person('admin'),
  ]);
  return {
    officer: officer.client,
    approver: approver.client,
    auditor: auditor.client,
    admin: admin.client,
    people: { owner: officer.id, deputy: approver.id, manager: approver.id },
  };
}

/** Sends a command that must succeed. */
export async function must(sending: Promise<Answer>): Promise<Answer['body']> {
  const { status, body } = await sending;
  if (status >= 300) throw new Error(`refused with ${status}: ${JSON.stringify(body)}`);
  return body;
}

let companies = 0;

/** A license in preparation, and its company. */
export async function openedLicense({ officer, people }: Cast): Promise<{ companyId: string; licenseId: string }> {
  const { companyId } = await must(officer.post('/companies', companyWith(++companies)));
  const opening = { companyId, serviceTypes: ['B24'], coverage: { kind: 'province', provinces: ['sh'] }, people };
  const { licenseId } = await must(officer.post('/licenses', opening));
  return { companyId, licenseId };
}

/** A permit that is held already, for two types that were opened; its company, and its license. */
export async function heldLicense(
  { officer, people }: Cast,
  permit: Record<string, unknown> = {},
): Promise<{ companyId: string; licenseId: string }> {
  const { companyId } = await must(officer.post('/companies', companyWith(++companies)));
  const held = {
    number: `沪B2-2023${String(companies).padStart(4, '0')}`,
    validFrom: '2023-03-15',
    printedLastDay: '2028-03-14',
    serviceTypes: ['B24', 'B22'],
    coverage: { kind: 'province', provinces: ['sh'] },
    ...permit,
  };
  const opened = held.serviceTypes.map((serviceType) => ({ serviceType, openedOn: held.validFrom }));
  const { licenseId } = await must(
    officer.post('/licenses/registrations', {
      companyId,
      people,
      permit: held,
      grantedOn: held.validFrom,
      opened,
      reportsFiled: ['2024', '2025', '2026'],
    }),
  );
  return { companyId, licenseId };
}

/** A filing in draft with every material that it must have. */
export async function preparedFiling(
  all: Cast,
  licenseId: string,
  kind = 'new',
  rest: Record<string, unknown> = {},
): Promise<string> {
  const { filingId } = await must(all.officer.post(`/licenses/${licenseId}/filings`, { kind, ...rest }));
  const { requirements } = await must(all.officer.get(`/licenses/${licenseId}/filings/${filingId}/requirements`));
  for (const { id } of (requirements as { id: string; status: string }[]).filter(
    ({ status }) => status !== 'optional',
  )) {
    const fields = { requirementId: id, issuedOn: '2026-11-18' };
    await must(
      all.officer.upload(`/licenses/${licenseId}/filings/${filingId}/materials`, fields, {
        name: `${id}.pdf`,
        bytes: aPdf(id),
      }),
    );
  }
  return filingId;
}

/** A filing that the authority has. */
export async function receivedFiling(
  all: Cast,
  licenseId: string,
  kind = 'new',
  rest: Record<string, unknown> = {},
): Promise<string> {
  const filingId = await preparedFiling(all, licenseId, kind, rest);
  const filing = `/licenses/${licenseId}/filings/${filingId}`;
  await must(all.approver.post(`${filing}/sign-off`, {}));
  await must(all.officer.post(`${filing}/submission`, {}));
  await must(all.officer.post(`${filing}/receipt`, { receivedOn: '2026-11-20', number: 'R-1' }));
  return filingId;
}
