import { aText, Desk, refusal } from '../../test/support/builders.js';
import { told } from '../../test/support/refused.js';
import type { LicenseState } from './license.js';
import { mayBeReplaced, relationTo } from './succession.js';

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

  it.each([
    ['in force', held],
    ['suspended', () => held().does('record-suspension', { from: '2026-11-20', until: null, number: null })],
  ])('for the whole country may take the place of a provincial one that is %s', (_how, old) => {
    expect(relationTo(old().state, nationwide)).toBe('replaces');
  });

  it('follows one that was closed before any permit', () => {
    const closed = Desk.opens('2026-11-20').does('close-license', { reason: aText });
    expect(relationTo(closed.state, province)).toBe('follows');
  });

  it.each([
    ['expired', () => Desk.holds('2026-11-20', { validFrom: '2021-06-01', printedLastDay: '2026-05-31' })],
    ['revoked', () => held().does('record-revocation', { outcome: 'revoked', revokedOn: '2026-11-20', number: null })],
    ['cancelled', () => held().does('record-cancellation', { cancelledOn: '2026-11-20', number: null })],
    ['none', () => Desk.opens('2026-11-20')],
  ])('takes no place of a permit that is %s', (_how, old) => {
    expect(mayBeReplaced(old().state, nationwide.coverage)).toBe(false);
  });

  const acrossTheCountry = () => Desk.holds('2026-11-20', { coverage: { kind: 'nationwide' } });
  const others: [string, () => LicenseState, Parameters<typeof relationTo>[1], string, object][] = [
    [
      'one of another company',
      () => held().state,
      { ...nationwide, companyId: 'company-2' },
      'It belongs to another company',
      {},
    ],
    ['one in force for a province', () => held().state, province, 'It has not ended', { status: 'valid' }],
    [
      'one in force for the whole country',
      () => acrossTheCountry().state,
      nationwide,
      'It has not ended',
      { status: 'valid' },
    ],
    [
      'one that has no permit yet',
      () => Desk.opens('2026-11-20').state,
      nationwide,
      'It has not ended',
      { status: null },
    ],
  ];

  it.each(others)('does not follow %s', (_what, old, opening, why, details) => {
    const remedy =
      'Name a license of the same company that has ended, or a provincial one that a permit for the whole country is to replace.';
    expect(told(refusal(() => relationTo(old(), opening)))).toEqual([
      'invalid',
      'license-not-to-follow',
      why,
      { pointer: '/follows', ...details, remedy },
    ]);
  });
});
