import { latestTable, loadCalendar } from '../../calendar/index.js';
import { latestPack } from '../../rulebook/index.js';
import { assess } from '../assess.js';
import { rehearse } from '../rehearse.js';
import { licensedCoverage } from './coverage.js';

const law = { pack: latestPack, calendar: loadCalendar(latestTable) };
const company = { province: 'js', registeredCapital: 10_000_000, foreignShare: 0 };
const coverage = { kind: 'provinces', provinces: ['js', 'zj'] };
const types = [...new Set(law.pack.serviceTypes.map(({ code }) => code))];
const provinces = law.pack.authorities.flatMap(({ code, province }) => (province === null ? [] : code));

describe('a license', () => {
  it.each([
    [
      { kind: 'province', provinces: ['js'] },
      { kind: 'province', provinces: ['js'] },
    ],
    [{ kind: 'province', provinces: ['js', 'zj'] }, { kind: 'nationwide' }],
    [{ kind: 'nationwide' }, { kind: 'nationwide' }],
  ] as const)('asked for %j is kept under %j', (asked, kept) => {
    expect(licensedCoverage(asked)).toEqual(kept);
  });

  it('for two provinces is rehearsed before MIIT', () => {
    const plan = { startOn: '2026-03-02' };
    expect(rehearse(law, { company, serviceTypes: ['B24'], coverage, plan })).toMatchObject({
      authority: 'MIIT',
      eligible: true,
      end: { status: 'valid' },
    });
  });
});

describe('every type of the catalogue', () => {
  const decided = (serviceTypes: string[], asked: object, foreignShare = 0) => {
    const question = { company: { ...company, foreignShare }, serviceTypes, coverage: asked, today: '2026-03-02' };
    const { authority, capitalFloor } = assess(law, question);
    return [authority, capitalFloor];
  };

  it.each(types)('%s is decided by province or by MIIT, with the floor of its coverage', (type) => {
    for (const province of provinces) {
      const one = { kind: 'province', provinces: [province] };
      expect(decided([type], one)).toEqual([province, 1_000_000]);
      expect(decided([type], one, 10)).toEqual(['MIIT', 1_000_000]);
    }
    expect(decided([type], coverage)).toEqual(['MIIT', 10_000_000]);
    expect(decided([type], { kind: 'nationwide' })).toEqual(['MIIT', 10_000_000]);
  });
});
