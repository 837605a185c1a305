import { aCompany, aLicense, aText, Desk, law } from '../../test/support/builders.js';
import { filingOf } from '../domain/decide/guard.js';
import { missingFrom } from './draft.js';
import { paperFactsOf } from './license-facts.js';
import { portalFormOf } from './portal-form.js';
import { wordingFor } from './wordings/index.js';

const day = '2026-03-02';
const nobody = { legalRepresentative: null, shareholders: [] };

const company = aCompany({
  name: '上海样例有限公司',
  registeredCapital: 1_500_000,
  foreignShare: 30,
  establishedOn: '2024-05-20',
  shareholders: [
    { kind: 'natural-person', name: aText, percent: 50, foreign: false },
    { kind: 'state', name: '样例国资', percent: 20, foreign: false },
    { kind: 'company', name: 'Sample Ltd', percent: 30, foreign: true },
  ],
});

const wordingOf = (requirement: string) => wordingFor(requirement) as NonNullable<ReturnType<typeof wordingFor>>;

const drafted = () =>
  aLicense(day, { company }).does('open-filing', { kind: 'new', period: null, answers: [], plannedOn: null });
const factsOf = (desk: ReturnType<typeof drafted>, filingId: string, names = nobody) =>
  paperFactsOf(desk.state, filingOf(desk.state, filingId), law.pack, names);

describe('what papers ask for', () => {
  it('comes from the company, money in ten thousands, and by the origin of the capital', () => {
    expect(factsOf(drafted(), 'new-1').values).toMatchObject({
      company: '上海样例有限公司',
      province: '上海市',
      capital: '150',
      establishedOn: '2024-05-20',
      foreignShare: '30%',
      domesticPersons: '75',
      domesticEntities: '30',
      foreignPersons: '0',
      foreignEntities: '45',
    });
  });

  it('comes from the license, in the words of its rules', () => {
    const { values } = factsOf(drafted(), 'new-1');
    expect(values.coverage).toBe('上海市');
    expect(values.serviceTypes).toContain('（B24）');
    expect(values).not.toHaveProperty('permitNumber');
  });

  it('names persons only where their names are given', () => {
    const { values, shareholders } = factsOf(drafted(), 'new-1');
    expect(values).not.toHaveProperty('legalRepresentative');
    expect(shareholders.map(({ name }) => name)).toEqual([null, null, null]);
    const names = { legalRepresentative: '欧阳', shareholders: ['样例一', '样例国资', null] };
    const known = factsOf(drafted(), 'new-1', names as never);
    expect(known.values.legalRepresentative).toBe('欧阳');
    expect(known.shareholders).toMatchObject([
      { name: '样例一', percent: '50%', amount: '75', foreign: false },
      { name: '样例国资', amount: '30' },
      { name: null, amount: '45', foreign: true },
    ]);
  });

  it('comes from the permit and the filing where they have it', () => {
    const held = Desk.holds(
      '2028-02-01',
      { validFrom: '2024-01-10', printedLastDay: '2029-01-09' },
      { opened: [{ serviceType: 'B24', openedOn: '2024-03-01' }] },
    );
    held.does('open-filing', { kind: 'annual-report', period: '2028', answers: [], plannedOn: null });
    const { values } = factsOf(held, 'annual-report-2028');
    expect(values).toMatchObject({
      permitValidFrom: '2024-01-10',
      permitLastDay: '2029-01-09',
      reportYear: '2028',
      coveredYear: '2027',
    });
    expect(values.openedServices).toContain('：2024-03-01');
  });

  it('is about the service types that the permit still covers: one that has ended is not named any more', () => {
    const permit = { serviceTypes: ['B24', 'B25'], validFrom: '2023-06-01', printedLastDay: '2028-05-31' };
    const held = Desk.holds('2027-06-01', permit)
      .prepares({ kind: 'termination', serviceTypes: ['B25'] })
      .submits();
    const filingId = held.newest.id;
    expect(factsOf(held, filingId).values.endingTypes).toMatch(/^[^、]*（B25）$/u);
    held.accepted().published().until('2027-08-10').granted();
    held.does('record-termination', { filingId, endedOn: held.today, number: null, returnPaper: null });
    held.does('open-filing', { kind: 'renewal', period: null, answers: [], plannedOn: null });
    const { values } = factsOf(held, held.newest.id);
    for (const types of [values.serviceTypes, values.renewedTypes]) expect(types).toMatch(/^[^、]*（B24）$/u);
  });
});

describe('the form of the portal', () => {
  it.each([
    ['new', ['business', 'company', 'representative', 'capital', 'shareholders', 'contact', 'officers', 'figures']],
    ['reissue', ['permit', 'loss', 'company', 'contact']],
  ] as const)('of kind %s has its sections', (kind, sections) => {
    const form = portalFormOf(kind, factsOf(drafted(), 'new-1'));
    expect(form.sections.map(({ id }) => id)).toEqual(sections);
    expect(form.confidence).toBe('unverified');
  });

  it('asks for call centers and the origin of foreign capital only where there are such', () => {
    const about = (serviceTypes: string[], foreignShare: number) => {
      const desk = aLicense(day, { serviceTypes, company: { ...company, foreignShare, shareholders: [] } });
      desk.does('open-filing', { kind: 'new', period: null, answers: [], plannedOn: null });
      const facts = factsOf(desk, 'new-1');
      const form = portalFormOf('new', facts);
      const asked = form.sections.flatMap(({ fields }) => fields.map(({ id }) => id));
      return { asked, missing: form.missing, ofDraft: missingFrom(wordingOf('company-and-staff'), facts) };
    };
    const [center, other] = [about(['B24'], 30), about(['B25'], 0)];
    for (const field of ['callCenterForm', 'seats', 'fundingOrigin'] as const) {
      expect([center.asked, center.missing].every((fields) => fields.includes(field))).toBe(true);
      expect([other.asked, other.missing].some((fields) => fields.includes(field))).toBe(false);
    }
    expect(about(['B25', 'B24'], 0).missing).toContain('seats');
    const fields = ({ ofDraft }: typeof center) => ofDraft.map(({ field }) => field);
    expect(fields(center)).toEqual(expect.arrayContaining(['staff', 'seats']));
    expect(fields(other)).not.toContain('seats');
  });

  it('asks who holds a call center among other services for its seats every year', () => {
    const asked = (serviceTypes: string[]) => {
      const permit = { serviceTypes, validFrom: '2024-01-10', printedLastDay: '2029-01-09' };
      const held = Desk.holds('2028-02-01', permit, { opened: [] });
      held.does('open-filing', { kind: 'annual-report', period: '2028', answers: [], plannedOn: null });
      return portalFormOf('annual-report', factsOf(held, 'annual-report-2028')).missing.includes('seats');
    };
    expect([asked(['B24', 'B25']), asked(['B25'])]).toEqual([true, false]);
  });

  it('names the area of the permit, and in the application what was applied for', () => {
    const desk = aLicense('2026-06-01').prepares().submits().accepted().granted();
    const settled = { differences: ['coverage' as const], reason: aText };
    desk.issued({ coverage: { kind: 'nationwide' } }, { settled });
    desk.until('2031-01-10').prepares({ kind: 'renewal' });
    expect(factsOf(desk, 'new-1').values.coverage).toBe('上海市');
    expect(factsOf(desk, 'renewal-1').values.coverage).toBe('全国');
  });

  it('has values to copy, says where they come from, and lists what is missing once', () => {
    const form = portalFormOf('new', factsOf(drafted(), 'new-1'));
    const fields = form.sections.flatMap((section) => section.fields);
    expect(fields).toContainEqual({
      id: 'capital',
      label: { zh: '注册资本（万元人民币）', en: 'Registered capital (RMB 10,000)' },
      value: '150',
      source: 'company',
    });
    const blank = new Set<string>(fields.filter(({ value }) => value === null).map(({ id }) => id));
    expect(form.missing.filter((field) => field !== 'shareholderNames')).toEqual([...blank]);
    expect(new Set(form.missing).size).toBe(form.missing.length);
    expect(form.missing).toContain('mobile');
    expect(form.sections.find(({ id }) => id === 'shareholders')?.shareholders).toHaveLength(3);
  });
});
