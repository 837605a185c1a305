import type { ApiClient } from '../api-client.js';
import { samplePdf } from '../sample-pdf.js';
import { type BodyAt, filing, license } from './places.js';
import { ask, command, licenseNow, type World } from './world.js';

/** Opens a filing and answers its id. */
export async function openFiling(world: World, body: BodyAt<'/licenses/{id}/filings'>): Promise<string> {
  await command(world, world.officer, license('filings'), body);
  const { filings } = await licenseNow(world);
  const open = filings.filter(({ kind, status }) => kind === body.kind && status === 'draft');
  world.narrator.expect(open.length === 1, `one ${body.kind} filing in draft, found ${open.length}`);
  return open[0]?.id ?? '';
}

interface RequirementLine {
  id: string;
  status: string;
  title: { zh: string; en: string };
  citation: { source: string; article: string };
}

/** Uploads a real PDF for every requirement that must be met: the deputy one, the officer the others. */
export async function supplyAll(world: World, filingId: string, issuedOn: string): Promise<RequirementLine[]> {
  const question = world.officer.typed.GET('/licenses/{id}/filings/{filingId}/requirements', {
    params: { path: { id: world.licenseId, filingId } },
  });
  const { requirements } = await ask(world, 'requirements', 200, question);
  const required = requirements.filter(({ status }) => status !== 'optional');
  for (const [index, requirement] of required.entries()) {
    const who = index === 0 ? world.deputy : world.officer;
    await supply(world, filingId, { requirementId: requirement.id, issuedOn, title: requirement.title.en }, who);
  }
  return required;
}

interface Paper {
  requirementId: string;
  issuedOn: string;
  title: string;
  /** Why it takes the place of an older one. */
  reason?: string;
}

export async function supply(
  world: World,
  filingId: string,
  { requirementId, issuedOn, title, reason }: Paper,
  who: ApiClient = world.officer,
): Promise<void> {
  const bytes = await samplePdf(title, [`Requirement: ${requirementId}`, `Issued on: ${issuedOn}`]);
  const path = `/licenses/${world.licenseId}/filings/${filingId}/materials`;
  const file = { name: `${requirementId}.pdf`, type: 'application/pdf', bytes };
  const answer = await who.upload(path, { requirementId, issuedOn, ...(reason ? { reason } : {}) }, file);
  world.narrator.expect(
    answer.status < 300,
    `upload ${requirementId}: got ${answer.status} ${answer.body?.code ?? ''} ${answer.body?.detail ?? ''}`,
  );
}

/** The whole way of a filing that nobody stops: materials, sign-off, submission, receipt. */
export async function prepareAndFile(
  world: World,
  filingId: string,
  day: string,
  approver: ApiClient = world.approver,
): Promise<void> {
  await supplyAll(world, filingId, day);
  await command(world, approver, filing(filingId, 'sign-off'), {});
  await command(world, world.officer, filing(filingId, 'submission'), {});
}
