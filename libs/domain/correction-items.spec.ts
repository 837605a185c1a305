import { aText } from '../../test/support/builders.js';
import { correctionItems } from './correction-items.js';
import type { Filing } from './license.js';

const items = [
  { id: 'item-1', requirementId: 'application-form', text: aText },
  { id: 'item-2', requirementId: null, text: null },
];

const version = (seq: number) => ({ seq }) as Filing['materials'][string][number];

/** Only what the question looks at. */
const aFiling = (correction: object | null, materials: Filing['materials'] = {}) =>
  ({ rounds: [{ correction: null }, { correction }], materials }) as unknown as Filing;

describe('what a correction asks for', () => {
  it.each([
    ['nothing was supplied', {}, 'open'],
    ['only older versions are there', { 'application-form': [version(3), version(9)] }, 'open'],
    ['a newer version is there', { 'application-form': [version(3), version(11)] }, 'supplied'],
    ['something else was supplied', { 'network-plan': [version(11)] }, 'open'],
  ] as const)('is told where %s', (_, materials, state) => {
    const told = correctionItems(aFiling({ items, seq: 10 }, materials as unknown as Filing['materials']));
    expect(told).toEqual([
      { ...items[0], state },
      { ...items[1], state: 'open' },
    ]);
  });

  it('is nothing where no correction waits', () => {
    expect(correctionItems(aFiling(null))).toEqual([]);
    expect(correctionItems({ rounds: [], materials: {} } as unknown as Filing)).toEqual([]);
  });
});
