import type { CivilDate } from '../../libs/calendar/index.js';
import { csvLine } from '../../libs/sheets/index.js';
import { columnKeys, columnTexts } from '../../libs/sheets/permits/index.js';
import { aPdf, aRegistration, companyWith } from './samples.js';

interface Answered {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads public JSON as a stranger would.
  body: any;
}

/** As much of a client of the API as is asked here. */
export interface Caller {
  get(path: string): Promise<Answered>;
  post(path: string, body: unknown): Promise<Answered>;
  upload(
    path: string,
    fields: Record<string, string>,
    file: { name: string; type: string; bytes: Buffer },
  ): Promise<Answered>;
}

export interface Desk {
  officer: Caller;
  /** Who has prepared nothing of it. */
  approver: Caller;
  people: { owner: string; deputy: string; manager: string };
  today: CivilDate;
}

/** Whatever an address below a license can name. */
export interface OfLicense {
  companyId: string;
  licenseId: string;
  filingId: string;
  materialId: string;
  requirementId: string;
  /** Number of the receipt's entry, which is a paper with a scan. */
  paperSeq: string;
  scanId: string;
  packSeq: string;
  itemId: string;
  commentId: string;
  obligationId: string;
  operationId: string;
  inspectionId: string;
  conditionId: string;
  companionId: string;
  subsidiaryId: string;
  duty: string;
}

/** @param number of the company, which nobody else has @throws Error where the API refuses */
export async function oneOfEach(desk: Desk, number: number): Promise<OfLicense> {
  const { officer, people, today } = desk;
  const { companyId } = await must(officer.post('/companies', companyWith(number)));
  const registration = aRegistration(companyId, people, today, 600);
  const { licenseId } = await must(officer.post('/licenses/registrations', registration));
  const license = `/licenses/${licenseId}`;
  const { commentId } = await must(officer.post(`${license}/comments`, { text: '样例' }));
  const conduct = await conductOf(officer, license, today);
  const { obligations } = await must(officer.get(`${license}/agenda`));
  const filing = await filingOf(desk, license);
  return { companyId, licenseId, commentId, ...filing, obligationId: obligations[0].id, ...conduct };
}

/** Their numbers are counted for each license. */
async function conductOf(officer: Caller, license: string, today: CivilDate) {
  const add = (path: string, body: object) => must(officer.post(`${license}/${path}`, body));
  const { name, uscc } = companyWith(99_999);
  await add('operations', { serviceType: 'B24', province: 'sh', startedOn: today });
  await add('inspections/announcements', { kind: 'on-site', announcedOn: today });
  await add('conditions', { kind: 'act', text: '样例', dueOn: today });
  const certificate = { companion: 'number-certificate-95', number: '95123', holder: '样例' };
  await add('companions', { ...certificate, validFrom: today, lastDay: '2031-11-19' });
  await add('subsidiaries', {
    ...{ name, uscc, percent: 60, serviceTypes: ['B24'], provinces: ['sh'] },
    approvedOn: today,
  });
  return {
    operationId: 'operation-1',
    inspectionId: 'inspection-1',
    conditionId: 'condition-1',
    companionId: 'companion-1',
    subsidiaryId: 'subsidiary-1',
    duty: 'display-permit-number',
  };
}

/** A filing that the authority has sent back. */
async function filingOf({ officer, approver, today }: Desk, license: string) {
  const { filingId } = await must(officer.post(`${license}/filings`, { kind: 'change' }));
  const filing = `${license}/filings/${filingId}`;
  const { requirements } = await must(officer.get(`${filing}/requirements`));
  const needed = (requirements as { id: string; status: string }[]).filter(({ status }) => status !== 'optional');
  let [materialId, requirementId] = ['', ''];
  for (const { id } of needed) {
    const file = { name: `${id}.pdf`, type: 'application/pdf', bytes: aPdf(id) };
    const fields = { requirementId: id, issuedOn: today };
    const { material } = await must(officer.upload(`${filing}/materials`, fields, file));
    [materialId, requirementId] = [material.materialId, id];
  }
  await must(approver.post(`${filing}/sign-off`, {}));
  await must(officer.post(`${filing}/submission`, {}));
  const { seq: paperSeq } = await must(officer.post(`${filing}/receipt`, { receivedOn: today, number: 'R-1' }));
  const scan = { name: 'scan.pdf', type: 'application/pdf', bytes: aPdf('scan') };
  const { scanId } = await must(officer.upload(`${license}/scans`, {}, scan));
  await must(officer.post(`${license}/papers/${paperSeq}/scans`, { scanId }));
  await must(officer.post(`${filing}/correction-notice`, { noticedOn: today, items: [{ text: '样例' }] }));
  const { packs } = await must(officer.get(`${filing}/packs`));
  const packSeq = String(packs[0].seq);
  return { filingId, materialId, requirementId, paperSeq: String(paperSeq), scanId, packSeq, itemId: 'r1-1' };
}

/** What somebody keeps for oneself. */
export interface OfPerson {
  view: string;
  feed: string;
  export: string;
  import: string;
}

/** @param may which of it the caller is allowed to make */
export async function keptBy(caller: Caller, may: readonly (keyof OfPerson)[]): Promise<Partial<OfPerson>> {
  const make: Record<keyof OfPerson, () => Promise<string>> = {
    view: async () => (await must(caller.post('/views', { name: '样例', filter: {}, shared: false }))).viewId,
    feed: async () => (await must(caller.post('/feeds', {}))).feedId,
    export: async () => (await must(caller.post('/exports', { format: 'csv' }))).jobId,
    import: async () => (await must(caller.upload('/imports', { trial: 'true' }, await aSheet()))).jobId,
  };
  const made: Partial<OfPerson> = {};
  for (const kind of may) made[kind] = await make[kind]();
  return made;
}

/** A sheet of permits with nothing but its headings. */
async function aSheet() {
  const headings = columnKeys.map((key) => columnTexts[key].heading.zh);
  const row = columnKeys.map((key) => (key === 'companyName' ? '样例' : null));
  return { name: 'permits.csv', type: 'text/csv', bytes: Buffer.concat([csvLine(headings), csvLine(row)]) };
}

/** Answers the body. @throws Error where the API refuses */
export async function must(sending: Promise<Answered>): Promise<Answered['body']> {
  const { status, body } = await sending;
  if (status >= 300) throw new Error(`refused with ${status}: ${JSON.stringify(body)}`);
  return body;
}
