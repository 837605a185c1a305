import { aPermit, approver, Desk } from '../../test/support/builders.js';

/** Two types on a permit until 2027-09-15; a renewal was filed in time. */
const renewing = (opened: string[], serviceTypes: string[] | null = null) =>
  Desk.holds(
    '2027-03-01',
    { serviceTypes: ['B24', 'B22'], validFrom: '2022-09-16', printedLastDay: '2027-09-15' },
    {
      grantedOn: '2022-09-10',
      reportsFiled: ['2023', '2024', '2025', '2026', '2027'],
      opened: opened.map((serviceType) => ({ serviceType, openedOn: '2022-10-01' })),
    },
  )
    .prepares({ kind: 'renewal', serviceTypes })
    .submits()
    .accepted();

const services = (desk: Desk) =>
  Object.fromEntries(Object.entries(desk.state.permit?.services ?? {}).map(([type, { status }]) => [type, status]));

const nextTerm = (serviceTypes: string[]) =>
  aPermit({ serviceTypes, validFrom: '2027-09-16', printedLastDay: '2032-09-15' });

describe('a renewal is decided type by type', () => {
  it('and may pass for one and fail for another, with the rights open against that', () => {
    const desk = renewing(['B24', 'B22']).until('2027-04-10');
    const grant = { filingId: 'renewal-1', grantedOn: '2027-04-09', servedOn: '2027-04-10', number: null };
    desk.does('record-grant', { ...grant, refusedTypes: ['B22'] });
    expect(desk.agenda('reconsideration')).toMatchObject([{ deadline: { date: '2027-06-09' } }]);
    const enter = (serviceTypes: string[]) => ({
      filingId: 'renewal-1',
      permit: nextTerm(serviceTypes),
      issuedOn: desk.today,
    });
    expect(desk.refuses('record-permit', enter(['B24', 'B22']))).toMatchObject({
      code: 'permit-differs',
      details: { differences: [{ member: 'serviceTypes', asked: ['B24'], printed: ['B24', 'B22'] }] },
    });
    desk.does('record-permit', enter(['B24']));
    expect(services(desk)).toEqual({ B24: 'opened', B22: 'ended' });
    expect(desk.agenda('litigation')).toHaveLength(1);
  });

  it.each([
    ['all of its types refused', ['B24', 'B22'], 'nothing-granted'],
    ['a type that it does not ask for', ['B21'], 'service-type-not-permitted'],
    ['a type named twice', ['B22', 'B22'], 'duplicate-service-type'],
  ])('and is not granted with %s', (_what, refusedTypes, code) => {
    const data = { filingId: 'renewal-1', grantedOn: '2027-03-01', number: null, refusedTypes };
    expect(renewing(['B24', 'B22']).refuses('record-grant', data)).toMatchObject({ code });
  });

  it('so that a renewal of some types leaves the duty open for the others', () => {
    const desk = renewing(['B24', 'B22'], ['B24']);
    const [duty] = desk.agenda('renewal');
    expect(duty?.next.en).toContain('B22');
    desk.does('decide-non-renewal', { decidedOn: desk.today, serviceTypes: ['B22'], reason: null }, { by: approver });
    expect(desk.agenda('renewal')).toEqual([]);
  });

  it.each([
    ['a change', { kind: 'change' as const, serviceTypes: ['B24'] }, 'service-types-not-applicable'],
    ['no type at all', { kind: 'renewal' as const, serviceTypes: [] }, 'service-types-missing'],
    [
      'a type that is not on the permit',
      { kind: 'renewal' as const, serviceTypes: ['B21'] },
      'service-type-not-permitted',
    ],
  ])('and is not opened for %s', (_what, filing, code) => {
    const desk = Desk.holds('2027-03-01', { validFrom: '2022-09-16', printedLastDay: '2027-09-15' });
    const data = { period: null, answers: [], plannedOn: null, ...filing };
    expect(desk.refuses('open-filing', data)).toMatchObject({ code });
  });
});

describe('silence at the end of the term', () => {
  it('renews every type that was opened', () => {
    const desk = renewing(['B24', 'B22']).until('2027-09-16');
    expect(services(desk)).toEqual({ B24: 'opened', B22: 'opened' });
    expect(desk.state.attention.map(({ reason }) => reason)).toEqual(['renewal-deemed']);
    expect(desk.term).toMatchObject({ provisional: true, validFrom: '2027-09-16' });
  });

  it('never renews a type that was never opened: it stands still, and a person decides', () => {
    const desk = renewing(['B24']).until('2027-09-16');
    expect(services(desk)).toEqual({ B24: 'opened', B22: 'ended' });
    expect(desk.state.attention.map(({ reason, about }) => `${reason} ${about}`)).toEqual([
      'renewal-deemed renewal-1',
      'renewal-undecided renewal-1:B22',
    ]);
    desk.until('2027-10-20').granted();
    desk.does('record-permit', { filingId: 'renewal-1', permit: nextTerm(['B24', 'B22']), issuedOn: desk.today });
    expect(services(desk)).toEqual({ B24: 'opened', B22: 'not-opened' });
    expect(desk.state.attention).toEqual([]);
  });

  it('lets a late decision refuse a type of a permit that has run out meanwhile', () => {
    const desk = renewing([]).until('2027-09-20');
    const grant = { filingId: 'renewal-1', grantedOn: '2027-09-20', number: null, refusedTypes: ['B22'] };
    desk.does('record-grant', grant);
    desk.does('record-permit', { filingId: 'renewal-1', permit: nextTerm(['B24']), issuedOn: desk.today });
    expect(desk.state.permit).toMatchObject({ status: 'valid', serviceTypes: ['B24'] });
  });

  it('renews what was granted while its paper is missing, and ends what was refused', () => {
    const desk = renewing(['B24', 'B22']).until('2027-09-10');
    desk.does('record-grant', { filingId: 'renewal-1', grantedOn: '2027-09-10', number: null, refusedTypes: ['B22'] });
    desk.until('2027-09-16');
    expect(services(desk)).toEqual({ B24: 'opened', B22: 'ended' });
    expect(desk.state.attention.map(({ reason }) => reason)).toEqual(['renewal-deemed']);
  });

  it('ends the types that the renewal does not name', () => {
    const desk = renewing(['B24', 'B22'], ['B24']).until('2027-09-16');
    expect(services(desk)).toEqual({ B24: 'opened', B22: 'ended' });
    expect(desk.state.attention.map(({ reason }) => reason)).toEqual(['renewal-deemed']);
  });

  it('leaves a service that it ended to be entered as a violation', () => {
    const desk = renewing(['B24']).until('2027-09-17');
    const opened = { serviceType: 'B22', openedOn: desk.today, evidence: null, violation: false };
    expect(desk.refuses('open-service', opened)).toMatchObject({
      code: 'service-type-not-permitted',
      details: { pointer: '/serviceType', serviceTypes: ['B24'] },
    });
    desk.does('open-service', { ...opened, violation: true });
    expect(desk.state.attention.at(-1)).toMatchObject({ reason: 'operating-without-permit', about: 'B22' });
    expect(desk.state.unknownEvents).toEqual([]);
  });

  it('claims nothing where no type was opened', () => {
    const desk = renewing([]).until('2027-09-16');
    expect(desk.state.permit?.status).toBe('expired');
    expect(desk.state.attention).toMatchObject([{ reason: 'renewal-undecided', about: 'renewal-1' }]);
  });
});
