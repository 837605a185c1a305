import { Desk, refusal } from '../../test/support/builders.js';
import type { LicenseState } from './license.js';
import { relationTo } from './succession.js';

const held = () => Desk.holds('2026-11-20');
const nationwide = { companyId: 'company-1', coverage: { kind: 'nationwide' as const } };
const province = { companyId: 'company-1', coverage: { kind: 'province' as const, provinces: ['sh'] as [string] } };

describe('a new license', () => {
  it.each([
    ['expired', () => Desk.holds('2026-11-20', { validFrom: '2021-06-01', printedLastDay: '2026-05-31' })],
    ['revoked', () => held().does('record-revocation', { outcome: 'revoked', revokedOn: '2026-11-20', number: null })],
    ['cancelled', () => held().does('record-cancellation', { cancelledOn: '2026-11-20', number: null })],
  ])('follows one whose permit is %s', (_how, old) => {
    expect(relationTo(old().state, province)).toBe('follows');
    expect(relationTo(old().state, nationwide)).toBe('follows');
  });

  it('for the whole country may take the place of a provincial one that is in force', () => {
    expect(relationTo(held().state, nationwide)).toBe('replaces');
  });

  const others: [string, () => LicenseState | null, Parameters<typeof relationTo>[1]][] = [
    ['none', () => null, nationwide],
    ['one of another company', () => held().state, { ...nationwide, companyId: 'company-2' }],
    ['one in force for a province', () => held().state, province],
    ['one that has no permit yet', () => Desk.opens('2026-11-20').state, nationwide],
  ];

  it.each(others)('does not follow %s', (_what, old, opening) => {
    expect(refusal(() => relationTo(old(), opening))).toMatchObject({
      code: 'license-not-to-follow',
      details: { pointer: '/follows' },
    });
  });
});
