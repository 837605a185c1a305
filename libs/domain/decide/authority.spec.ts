import { aCompany, aContext, aLicense, Desk } from '../../../test/support/builders.js';
import type { CompanyFacts } from '../company.js';
import type { LicenseState } from '../license.js';
import { movedAuthority } from './authority.js';

const day = '2026-11-20';
const { state } = aLicense(day, { company: aCompany({ province: 'sd', city: '济南' }) });
const at = (authority: string, office = authority, more: Partial<LicenseState> = {}): LicenseState => ({
  ...state,
  coverage: { kind: 'province', provinces: ['sd'] },
  authority,
  office,
  ...more,
});
const { filings } = aLicense(day).prepares().state;
/** A filing that goes on with what another authority turned away. */
const named = { filings: Object.fromEntries(Object.values(filings).map((f) => [f.id, { ...f, follows: 'new-0' }])) };

/** `<authority> <office>` of where it moves. */
const moves = (from: LicenseState, facts: Partial<CompanyFacts>, companySeq = 2) =>
  movedAuthority(from, facts, companySeq, { validOn: day, context: aContext(day) }).map(({ type, validOn, data }) =>
    'office' in data ? `${type} ${validOn} ${data.authority} ${data.office}` : type,
  );

const toMiit = `authority-moved ${day} MIIT MIIT`;
const toSd = `authority-moved ${day} sd sd`;
const toQingdao = `authority-moved ${day} sd sd-qingdao`;

describe('changed facts of the company', () => {
  it.each<[string, LicenseState, Partial<CompanyFacts>, string[]]>([
    ['leave the authority that decides', at('sd'), { name: '另一公司' }, []],
    ['move the decision to another authority', at('sd'), { foreignShare: 10 }, [toMiit]],
    ['leave it where it is already', at('MIIT'), { foreignShare: 10 }, []],
    ['move the filing to another office', at('sd'), { city: '青岛' }, [toQingdao]],
    ['move it back from one that only another city has', at('sd', 'sd-qingdao'), { city: '济南' }, [toSd]],
    ['move it back to the authority that the rules name', at('gd'), { name: '另一公司' }, [toSd]],
    ['leave one that another authority has named', at('gd', 'gd', named), { name: '另一公司' }, []],
    ['lead away from that one to another authority', at('gd', 'gd', named), { foreignShare: 10 }, [toMiit]],
    ['lead away from that one to another office', at('gd', 'gd', named), { city: '青岛' }, [toQingdao]],
    ['move nothing where there are none', at('gd'), {}, []],
    [
      'move nothing once a newer entry has told of them',
      at('sd', 'sd', { factSeqs: { foreignShare: 3 } }),
      { foreignShare: 10 },
      [],
    ],
    [
      'move what no newer entry has told of',
      at('sd', 'sd', { factSeqs: { foreignShare: 3, city: 2 } }),
      { foreignShare: 10, city: '青岛' },
      [toQingdao],
    ],
  ])('%s', (_case, from, facts, expected) => {
    expect(moves(from, facts)).toEqual(expected);
  });

  it('lead where the permit leads, whatever was applied for', () => {
    const { permit } = Desk.holds(day).state;
    if (!permit) throw new Error('no permit');
    const nationwide = at('sd', 'sd', { permit: { ...permit, coverage: { kind: 'nationwide' } } });
    expect(moves(nationwide, { name: '另一公司' })).toEqual([toMiit]);
  });
});
