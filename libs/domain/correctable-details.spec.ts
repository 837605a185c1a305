import { aLicense, aPermit, aText, Desk } from '../../test/support/builders.js';
import { correctable, proposable } from './correctable.js';
import type { CorrectedValue } from './corrected-value.js';
import type { RecordedEvent } from './events.js';
import type { LicenseState } from './license.js';

const day = '2026-03-02';
const filingId = 'new-1';
const item = (id: string) => ({ id, requirementId: null, text: aText });

/** Every value of a state by its path. */
function leaves(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, part]) => leaves(part, path === '' ? key : `${path}/${key}`));
}

const entry = (desk: Desk, type: RecordedEvent['type'], nth = 0): number =>
  desk.history.filter((event) => event.type === type)[nth]?.seq ?? 0;

/** What a state says otherwise once a detail of an entry does, and what it says no more; null where it cannot. */
function put({ state }: Desk, seq: number, member: string, to: CorrectedValue): Record<string, unknown> | null {
  const found = correctable(state, seq, member);
  if (!found) throw new Error(`nothing like ${member} in entry ${seq}`);
  const after = found.put(to);
  return after && changes(state, after);
}

function changes(before: LicenseState, after: LicenseState): Record<string, unknown> {
  const [was, is] = [new Map(leaves(before)), new Map(leaves(after))];
  const paths = [...new Set([...was.keys(), ...is.keys()])].filter((path) => was.get(path) !== is.get(path));
  return Object.fromEntries(paths.map((path) => [path, is.has(path) ? is.get(path) : 'gone']));
}

const notice = (number: string, ...ids: number[]) => ({
  filingId,
  noticedOn: day,
  dueOn: null,
  number,
  items: ids.map(() => ({ requirementId: null, text: aText })),
});
/** Two rounds, each with a receipt and a notice of its own. */
const twice = () =>
  aLicense(day)
    .prepares()
    .does('submit-filing', { filingId })
    .does('record-receipt', { filingId, receivedOn: day, number: 'R-1' })
    .does('record-correction-notice', notice('C-1', 1, 2))
    .does('answer-correction-item', { filingId, itemId: 'r1-1', text: aText })
    .does('answer-correction-item', { filingId, itemId: 'r1-2', text: aText })
    .does('submit-filing', { filingId })
    .does('record-receipt', { filingId, receivedOn: day, number: 'R-2' })
    .does('record-correction-notice', notice('C-2', 1));
const certificate = (number: string) => ({
  companion: 'number-certificate-95',
  number,
  holder: aText,
  validFrom: day,
  lastDay: '2031-03-01',
});
const inspection = (number: string) => ({
  inspectionId: null,
  kind: 'paper' as const,
  heldOn: day,
  officials: null,
  number,
  findings: [],
  answerDueOn: null,
});
const held = (serviceTypes = ['B24'], opened = ['B24']) =>
  Desk.holds(
    day,
    { validFrom: '2024-01-10', printedLastDay: '2029-01-09', serviceTypes },
    { opened: opened.map((serviceType) => ({ serviceType, openedOn: '2024-01-10' })) },
  );
const looked = () =>
  held()
    .does('record-inspection', inspection('I-1'))
    .does('record-inspection', inspection('I-2'))
    .does('record-companion', certificate('95123'))
    .does('record-companion', certificate('95124'));
/** The place of the entry in the list of papers. */
const paper = (desk: Desk, seq: number) => `papers/${desk.state.papers.findIndex((each) => each.seq === seq)}/number`;

describe('the number of an entry', () => {
  it.each<[string, () => Desk, RecordedEvent['type'], string]>([
    ['a receipt', twice, 'receipt-recorded', `filings/${filingId}/rounds/0/receiptNumber`],
    ['a notice', twice, 'correction-requested', `filings/${filingId}/rounds/0/correction/number`],
    ['an inspection', looked, 'inspection-held', 'conduct/inspections/0/number'],
    ['a certificate', looked, 'companion-recorded', 'conduct/companions/0/number'],
  ])('of %s stands there and in the list of papers, and nowhere else', (_what, told, type, place) => {
    const desk = told();
    const seq = entry(desk, type);
    expect(put(desk, seq, 'number', 'X-9')).toEqual({ [place]: 'X-9', [paper(desk, seq)]: 'X-9' });
  });

  it('of the second receipt is that of its own round', () => {
    const desk = twice();
    const seq = entry(desk, 'receipt-recorded', 1);
    const place = `filings/${filingId}/rounds/1/receiptNumber`;
    expect(put(desk, seq, 'number', null)).toEqual({ [place]: null, [paper(desk, seq)]: null });
  });

  it('of a permit is its own, and is not taken away from it', () => {
    const desk = held();
    const seq = entry(desk, 'permit-registered');
    const inList = paper(desk, seq);
    expect(put(desk, seq, 'permit.number', 'X-9')).toEqual({ 'permit/number': 'X-9', [inList]: 'X-9' });
    expect(put(desk, seq, 'permit.number', null)).toEqual({ [inList]: null });
  });

  it('of a certificate is not taken away from it', () => {
    const desk = looked();
    const seq = entry(desk, 'companion-recorded', 1);
    expect(put(desk, seq, 'number', null)).toEqual({ [paper(desk, seq)]: null });
  });

  it('is no list', () => {
    const desk = held();
    expect(put(desk, entry(desk, 'permit-registered'), 'permit.number', ['X-9'])).toBeNull();
  });
});

describe('the points of a notice', () => {
  it('are those of its own round, with the answers to what remains', () => {
    const desk = twice();
    const { items } = desk.filing(filingId).rounds[0]?.correction ?? {};
    const changed = put(desk, entry(desk, 'correction-requested'), 'items', items?.slice(1) ?? []);
    const places = Object.keys(changed ?? {});
    expect(places.every((place) => place.startsWith(`filings/${filingId}/rounds/0/correction/`))).toBe(true);
    expect(places.filter((place) => place.includes('/answers/r1-1/'))).not.toEqual([]);
    expect(places.filter((place) => place.includes('/answers/r1-2/'))).toEqual([]);
    expect(put(desk, entry(desk, 'correction-requested'), 'items', items ?? [])).toEqual({});
  });

  it.each<[string, CorrectedValue]>([
    ['a text', 'r1-1'],
    ['nothing', null],
    ['texts', ['r1-1']],
    ['a text beside a point', [item('r1-1'), 'r1-2'] as never],
    ['an area', { kind: 'nationwide' }],
  ])('are not %s', (_what, to) => {
    const desk = twice();
    expect(put(desk, entry(desk, 'correction-requested'), 'items', to)).toBeNull();
  });
});

describe('what a permit says', () => {
  const types = (desk: Desk, to: string[]) => put(desk, desk.state.permit?.printedSeq ?? 0, 'permit.serviceTypes', to);
  const area = (desk: Desk, to: CorrectedValue) => put(desk, desk.state.permit?.printedSeq ?? 0, 'permit.coverage', to);
  const everywhere = { kind: 'nationwide' } as const;

  it('of its types is what the license is for as well', () => {
    const unopened = { status: 'not-opened', openedOn: null, seq: null };
    const places = (type: string) =>
      Object.fromEntries(Object.entries(unopened).map(([name, value]) => [`permit/services/${type}/${name}`, value]));
    expect(types(held(), ['B24', 'B22'])).toEqual({
      'permit/serviceTypes/1': 'B22',
      'serviceTypes/1': 'B22',
      ...places('B22'),
    });
    const gone = Object.fromEntries(Object.keys(places('B22')).map((place) => [place, 'gone']));
    expect(types(held(['B24', 'B22']), ['B24'])).toEqual({
      'permit/serviceTypes/1': 'gone',
      'serviceTypes/1': 'gone',
      ...gone,
    });
  });

  it('of a first issue leaves what was applied for', () => {
    const desk = aLicense(day).prepares().submits().accepted().granted();
    desk.issued({ validFrom: day, printedLastDay: '2031-03-01' });
    expect(Object.keys(types(desk, ['B24', 'B22']) ?? {})).not.toContain('serviceTypes/1');
    expect(area(desk, everywhere)).toEqual({
      'permit/coverage/kind': 'nationwide',
      'permit/coverage/provinces/0': 'gone',
    });
  });

  it('of an amended paper is what the license is for', () => {
    const desk = held().prepares({ kind: 'change' }).submits().accepted().granted();
    desk.does('record-permit', {
      filingId: 'change-1',
      permit: aPermit({ validFrom: '2024-01-10', printedLastDay: '2029-01-09' }),
      issuedOn: day,
    });
    expect(area(desk, everywhere)).toEqual({
      'coverage/kind': 'nationwide',
      'coverage/provinces/0': 'gone',
      'permit/coverage/kind': 'nationwide',
      'permit/coverage/provinces/0': 'gone',
    });
  });

  it.each<[string, string[], string[], string[], boolean]>([
    ['keeps a type that was opened', ['B24', 'B22'], ['B24'], ['B22'], false],
    ['may lose one that was not', ['B24', 'B22'], ['B24'], ['B24'], true],
    ['may lose all that were not', ['B24', 'B22'], [], ['B25'], true],
  ])('%s', (_case, named, opened, to, possible) => {
    expect(types(held(named, opened), to) !== null).toBe(possible);
  });

  it.each<[string, CorrectedValue]>([
    ['nothing', null],
    ['a text', 'sh'],
    ['a list', ['sh']],
  ])('of its area is not %s', (_what, to) => {
    expect(area(held(), to)).toBeNull();
  });

  it('of its types is settled once one of them was ended by itself', () => {
    const members = (desk: Desk) =>
      proposable(desk.state).flatMap(({ seq, member }) => (seq === desk.state.permit?.printedSeq ? [member] : []));
    const desk = held(['B24', 'B25'], ['B24', 'B25']);
    expect(members(desk)).toContain('permit.serviceTypes');
    desk
      .prepares({ kind: 'termination', serviceTypes: ['B25'] })
      .submits()
      .published()
      .until('2026-04-20')
      .granted();
    desk.does('record-termination', { filingId: desk.newest.id, endedOn: desk.today, number: null });
    expect(members(desk)).not.toContain('permit.serviceTypes');
    expect(members(desk)).toContain('permit.coverage');
  });
});
