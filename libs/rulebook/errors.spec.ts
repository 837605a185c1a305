import { InvalidPackError, RulebookError, RuleNotInForceError, UnknownPackError } from './errors.js';

const defect = (n: number) => ({ path: `limits[${n}]`, message: `is wrong in way ${n}` });

describe('a refusal of the rulebook', () => {
  it.each<[string, () => RulebookError, object]>([
    [
      'of a pack with one defect',
      () => new InvalidPackError('a@1', [defect(0)]),
      {
        name: 'InvalidPackError',
        code: 'invalid-rule-pack',
        kind: 'invalid',
        message: 'rule pack a@1, limits[0]: is wrong in way 0',
        details: { pack: 'a@1', defects: [defect(0)] },
      },
    ],
    [
      'of a pack with more',
      () => new InvalidPackError('a@1', [defect(0), defect(1), defect(2)]),
      {
        message: 'rule pack a@1, limits[0]: is wrong in way 0 (and 2 more)',
        details: { pack: 'a@1', defects: [defect(0), defect(1), defect(2)] },
      },
    ],
    [
      'of a pack that is not here',
      () => new UnknownPackError('a@9', ['a@1', 'a@2']),
      {
        name: 'UnknownPackError',
        code: 'unknown-rule-pack',
        kind: 'unavailable',
        message: 'rule pack a@9 is not here',
        details: { pack: 'a@9', known: ['a@1', 'a@2'] },
      },
    ],
    [
      'of a rule that is not in force',
      () => new RuleNotInForceError('a@1', 'limit.b', '2026-03-02'),
      {
        name: 'RuleNotInForceError',
        code: 'rule-not-in-force',
        kind: 'invalid',
        message: 'rule pack a@1 has no rule limit.b for 2026-03-02',
        details: { pack: 'a@1', rule: 'limit.b', on: '2026-03-02' },
      },
    ],
  ])('%s says what, where and why', (_, refuse, expected) => {
    const error = refuse();
    expect(error).toBeInstanceOf(RulebookError);
    expect(error).toMatchObject(expected);
  });
});
