import { addDays, shanghaiDay } from '../../libs/calendar/index.js';
import { aPdf, aRegistration, companyWith, shanghai } from '../stack/samples.js';
import type { MarkedCaller } from './marked-caller.js';
import { marked } from './marked-values.js';

const today = shanghaiDay(new Date().toISOString());
const later = addDays(today, 60);

export interface MarkedCast {
  officer: MarkedCaller;
  approver: MarkedCaller;
  people: { owner: string; deputy: string; manager: string };
}

let companies = 500;

const aFile = (name: string) => ({ name: `${marked(name)}.pdf`, bytes: aPdf(marked(name)) });

async function aCompany({ officer }: MarkedCast): Promise<string> {
  const facts = {
    ...companyWith(++companies),
    legalRepresentative: marked('legal-representative'),
    shareholders: [{ kind: 'natural-person', name: marked('shareholder'), percent: 100 }],
  };
  return (await officer.post('/companies', {}, facts)).companyId;
}

async function opened(cast: MarkedCast): Promise<string> {
  const opening = { companyId: await aCompany(cast), serviceTypes: ['B24'], coverage: shanghai, people: cast.people };
  return (await cast.officer.post('/licenses', {}, opening)).licenseId;
}

async function filed({ officer }: MarkedCast, id: string): Promise<string> {
  return (await officer.post('/licenses/{id}/filings', { id }, { kind: 'new' })).filingId;
}

/** Every required material, and the receipt of the authority. */
async function received(cast: MarkedCast, at: { id: string; filingId: string }): Promise<void> {
  const { officer } = cast;
  const { requirements } = await officer.get(`/licenses/${at.id}/filings/${at.filingId}/requirements`);
  for (const { id: requirementId, status } of requirements as { id: string; status: string }[]) {
    if (status === 'optional') continue;
    const fields = { requirementId, issuedOn: today };
    await officer.upload('/licenses/{id}/filings/{filingId}/materials', at, fields, aFile('material'));
  }
  await handedIn(cast, at);
}

async function handedIn({ officer, approver }: MarkedCast, at: { id: string; filingId: string }): Promise<void> {
  await approver.post('/licenses/{id}/filings/{filingId}/sign-off', at, {});
  await officer.post('/licenses/{id}/filings/{filingId}/submission', at, {});
  await officer.post('/licenses/{id}/filings/{filingId}/receipt', at, { receivedOn: today });
}

/** From the first question to the permit, with everything that is written on the way. */
export async function liveUntilPermit(cast: MarkedCast): Promise<{ id: string; companyId: string }> {
  const { officer, approver } = cast;
  const id = await opened(cast);
  const at = { id, filingId: await filed(cast, id) };
  await officer.post('/licenses/{id}/comments', { id }, { text: marked('comment') });
  await officer.upload('/licenses/{id}/scans', { id }, {}, aFile('scan'));
  await received(cast, at);
  await correctedAndAnswered(cast, at);
  await officer.post('/licenses/{id}/filings/{filingId}/acceptance', at, { acceptedOn: today });
  const visit = { on: today, officials: 2, note: marked('visit') };
  await officer.post('/licenses/{id}/filings/{filingId}/site-visits', at, visit);
  await officer.post('/licenses/{id}/filings/{filingId}/grant', at, { grantedOn: today });
  const permit = {
    number: '沪B2-20269001',
    validFrom: today,
    printedLastDay: addDays(today, 1_000),
    serviceTypes: ['B24'],
    coverage: { kind: 'nationwide' },
  };
  const entry = {
    permit,
    issuedOn: today,
    settled: { differences: ['coverage'], reason: marked('settled') },
    conditions: [{ kind: 'act', text: marked('condition-of-permit'), dueOn: later }],
  };
  await officer.post('/licenses/{id}/filings/{filingId}/permit/preview', at, entry);
  await officer.post('/licenses/{id}/filings/{filingId}/permit', at, entry);
  const end = { lastDay: permit.printedLastDay, reason: marked('permit-end') };
  await approver.post('/licenses/{id}/permit-end', { id }, end);
  await lend(officer, { ...at, requirementId: 'application-form' });
  const { companyId } = await officer.get(`/licenses/${id}`);
  await officer.post(
    '/licenses/{id}/services',
    { id },
    { serviceType: 'B24', openedOn: today, evidence: marked('open') },
  );
  return { id, companyId };
}

async function lend(officer: MarkedCaller, at: Record<'id' | 'filingId' | 'requirementId', string>): Promise<void> {
  const original = '/licenses/{id}/filings/{filingId}/originals/{requirementId}';
  await officer.post(`${original}/hand-over`, at, { holder: { place: marked('place') }, handedOverOn: today });
  await officer.post(`${original}/return`, at, { returnedOn: today });
  await officer.post(`${original}/correction`, at, { mistaken: 'return', reason: marked('not-back') });
}

async function correctedAndAnswered(cast: MarkedCast, at: { id: string; filingId: string }): Promise<void> {
  const { officer, approver } = cast;
  const items = [
    { requirementId: 'application-form', text: marked('item-of-paper') },
    { text: marked('item') },
    { text: marked('item-without') },
  ];
  const path = '/licenses/{id}/filings/{filingId}/correction-notice';
  await officer.post(path, at, { noticedOn: today, dueOn: later, items });
  const { entries } = await officer.get(`/licenses/${at.id}/corrections`);
  const entered = (entries as { seq: number; member: string }[]).find(({ member }) => member === 'items');
  const entry = { seq: entered?.seq ?? 0, member: 'items' };
  const told = items.map((item, index) => ({ id: `r1-${index + 1}`, ...item, text: marked('item-told-anew') }));
  const correction = { ...entry, to: told, reason: marked('correction') };
  const { events } = await officer.post('/licenses/{id}/corrections', { id: at.id }, correction);
  const approval = { ...entry, proposedSeq: events[0].seq };
  await approver.post('/licenses/{id}/corrections/approval', { id: at.id }, approval);
  const fields = { requirementId: 'application-form', issuedOn: today, reason: marked('replaced') };
  const materials = '/licenses/{id}/filings/{filingId}/materials';
  const { material } = await officer.upload(materials, at, fields, aFile('material-again'));
  const from = { licenseId: at.id, materialId: material.materialId };
  const copy = { requirementId: 'application-form', from, reason: marked('copied') };
  await officer.post(`${materials}/copies`, at, copy);
  const item = '/licenses/{id}/filings/{filingId}/correction-items/{itemId}';
  await officer.post(`${item}/answer`, { ...at, itemId: 'r1-2' }, { text: marked('answer') });
  await officer.post(`${item}/passing-over`, { ...at, itemId: 'r1-3' }, { reason: marked('passed-over') });
  await handedIn(cast, at);
}

/** What is written about a permit that is held. */
export async function keepPermit({ officer, approver }: MarkedCast, id: string): Promise<void> {
  const operation = { serviceType: 'B24', province: 'sh', startedOn: today, evidence: marked('operation') };
  await officer.post('/licenses/{id}/operations', { id }, operation);
  const running = { id, operationId: 'operation-1' };
  const stop = { stoppedOn: today, evidence: marked('stop') };
  await officer.post('/licenses/{id}/operations/{operationId}/stop', running, stop);
  const mistaken = { period: null, reason: marked('mistaken-operation') };
  await officer.post('/licenses/{id}/operations/{operationId}/correction', running, mistaken);
  await officer.post('/licenses/{id}/income', { id }, { income: 80_000, asOf: today, evidence: marked('income') });
  const findings = [marked('finding')];
  await officer.post('/licenses/{id}/inspections', { id }, { kind: 'on-site', heldOn: today, officials: 2, findings });
  const answer = { answeredOn: today, text: marked('inspection-answer') };
  await officer.post('/licenses/{id}/inspections/{inspectionId}/answer', { id, inspectionId: 'inspection-1' }, answer);
  const confirmed = { on: today, place: marked('shown-at'), evidence: marked('confirmed') };
  const duty = { id, duty: 'display-permit-number' };
  await officer.post('/licenses/{id}/duties/{duty}/confirmations', duty, confirmed);
  const condition = { kind: 'act', text: marked('condition'), dueOn: later };
  await officer.post('/licenses/{id}/conditions', { id }, condition);
  const met = { metOn: today, evidence: marked('met') };
  await officer.post('/licenses/{id}/conditions/{conditionId}/fulfillment', { id, conditionId: 'condition-2' }, met);
  const certificate = { companion: 'number-certificate-95', number: '95 123', holder: marked('holder') };
  const term = { validFrom: today, lastDay: addDays(today, 1_800) };
  await officer.post('/licenses/{id}/companions', { id }, { ...certificate, ...term });
  const { name, uscc } = companyWith(++companies);
  const subsidiary = { name, uscc, percent: 60 };
  const use = { serviceTypes: ['B24'], provinces: ['sh'], approvedOn: today };
  await officer.post('/licenses/{id}/subsidiaries', { id }, { ...subsidiary, ...use });
  const ladder = { kind: 'renewal', offsets: null, reason: marked('ladder') };
  await approver.post('/licenses/{id}/ladders', { id }, ladder);
}

/** A company that changes, and what the house decides. */
export async function decideInTheHouse({ officer, approver }: MarkedCast, companyId: string): Promise<void> {
  const facts = {
    legalRepresentative: marked('next-representative'),
    shareholders: [{ kind: 'natural-person', name: marked('next-shareholder'), percent: 100 }],
  };
  const change = { kind: 'legal-representative', decidedOn: today, registeredOn: today, operatorChanges: false };
  await officer.post('/companies/{id}/facts', { id: companyId }, { change, facts });
  const reading = { rule: 'limit.review', reading: 'working-days-from-acceptance', scope: { kind: 'installation' } };
  await officer.post('/readings', {}, { ...reading, evidence: marked('reading') });
  await approver.post('/ladders', {}, { kind: 'renewal', offsets: null, reason: marked('house-ladder') });
}

/** A permit whose renewal window is over: its people are told at once, on rest days as well. */
export async function lateAlready(cast: MarkedCast): Promise<string> {
  const held = aRegistration(await aCompany(cast), cast.people, today, 27);
  return (await cast.officer.post('/licenses/registrations', {}, held)).licenseId;
}

/** Licenses that were turned away, refused, given up, and one that is not renewed. */
export async function endOtherwise(cast: MarkedCast): Promise<void> {
  const { officer, approver } = cast;
  const turnedAway = await opened(cast);
  const first = { id: turnedAway, filingId: await filed(cast, turnedAway) };
  await received(cast, first);
  const path = '/licenses/{id}/filings/{filingId}';
  await officer.post(`${path}/non-acceptance`, first, { decidedOn: today, reason: marked('not-accepted') });
  const refused = await opened(cast);
  const second = { id: refused, filingId: await filed(cast, refused) };
  await received(cast, second);
  await officer.post(`${path}/acceptance`, second, { acceptedOn: today });
  const refusal = { refusedOn: today, servedOn: today, reason: marked('refused') };
  await officer.post(`${path}/refusal`, second, refusal);
  await approver.post('/licenses/{id}/closure', { id: await opened(cast) }, { reason: marked('closed') });
  const held = aRegistration(await aCompany(cast), cast.people, today, 200);
  const { licenseId: id } = await officer.post('/licenses/registrations', {}, held);
  const { obligations } = await officer.get(`/licenses/${id}/agenda`);
  const [{ id: obligationId }] = obligations;
  await officer.post('/licenses/{id}/waivers', { id }, { obligationId, reason: marked('waiver') });
  await approver.post('/licenses/{id}/non-renewal', { id }, { decidedOn: today, reason: marked('not-renewed') });
}

/** A text, a name and a person are erased; why, is a text again. */
export async function eraseSome(cast: MarkedCast, admin: MarkedCaller): Promise<void> {
  const { officer, approver } = cast;
  const because = (name: string, ...refs: string[]) => ({ refs, ground: 'purpose-met', reason: marked(name) });
  const id = await opened(cast);
  await approver.post('/licenses/{id}/closure', { id }, { reason: marked('to-be-erased') });
  const { entries } = await officer.get(`/licenses/${id}/history?limit=500`);
  await approver.post('/licenses/{id}/erasures', { id }, because('text-erased', entries.at(-1).data.reason.ref));
  const companyId = await aCompany(cast);
  const { facts } = await officer.get(`/companies/${companyId}`);
  const names = because('name-erased', facts.legalRepresentative.ref);
  await approver.post('/companies/{id}/erasures', { id: companyId }, names);
  const [{ id: readingId, evidence }] = (await officer.get('/readings')).readings;
  await approver.post('/readings/{id}/rejection', { id: readingId }, {});
  await approver.post('/house/erasures', {}, because('house-text-erased', evidence.ref));
  const leaver = { name: marked('leaver'), mail: `${marked('leaver')}@example.com`, language: 'zh' };
  const { personId } = await admin.post('/people', {}, leaver);
  await admin.post('/people/{id}/departure', { id: personId }, {});
  const { refs: _, ...why } = because('person-erased');
  await admin.post('/people/{id}/erasure', { id: personId }, why);
}
