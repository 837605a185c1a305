import { latestPack } from '../packs.js';
import { allRules } from '../rules.js';
import { guideStatements } from './index.js';

describe('the table of the guides', () => {
  const known = new Set(allRules(latestPack).map(({ rule }) => rule.id));

  it.each(guideStatements.map((statement) => [statement.id, statement] as const))(
    '%s leads to rules of the newest pack',
    (_, { rules }) => {
      expect(rules.filter((id) => !known.has(id))).toEqual([]);
      expect(rules.length).toBeGreaterThan(0);
    },
  );

  it('speaks both languages, and numbers the statements of each guide without a gap', () => {
    for (const { says, law } of guideStatements) {
      for (const text of [says, law]) {
        expect(text.zh).toMatch(/\p{Script=Han}/u);
        expect(text.en).not.toMatch(/\p{Script=Han}/u);
      }
    }
    for (const guide of ['A', 'B', 'AB']) {
      const numbers = guideStatements.map(({ id }) => id).filter((id) => id.replace(/\d+$/, '') === guide);
      expect(numbers).toEqual(numbers.map((_, i) => `${guide}${i + 1}`));
    }
  });
});
