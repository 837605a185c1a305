import { type CorrectedValue, sameValue } from './corrected-value.js';

const item = (id: string, requirementId: string | null = null) => ({ id, requirementId, text: null });

describe('two values say the same', () => {
  it.each<[string, CorrectedValue, CorrectedValue, boolean]>([
    ['where they are the same text', 'R-1', 'R-1', true],
    ['not where they are other texts', 'R-1', 'R-2', false],
    ['where nothing stands there', null, null, true],
    ['not where one of them is a text', null, 'null', false],
    ['not where a list has the text', ['R-1'], 'R-1', false],
    ['where the same stands in the lists', ['B24', 'B25'], ['B24', 'B25'], true],
    ['not where it stands in another order', ['B24', 'B25'], ['B25', 'B24'], false],
    ['not where the lists end at other places', ['B24', 'B25'], ['B24'], false],
    ['not where the texts of a list only read alike', ['B24,B25'], ['B24', 'B25'], false],
    [
      'in whatever order the members stand',
      { kind: 'province', provinces: ['sh'] },
      { provinces: ['sh'], kind: 'province' },
      true,
    ],
    [
      'not where a member differs',
      { kind: 'province', provinces: ['sh'] },
      { kind: 'province', provinces: ['bj'] },
      false,
    ],
    ['not where one has a member more', { kind: 'nationwide' }, { kind: 'province', provinces: ['sh'] }, false],
    ['where the points are the same', [item('r1-1')], [{ text: null, requirementId: null, id: 'r1-1' }], true],
    ['not where a point asks for something else', [item('r1-1')], [item('r1-1', 'form')], false],
    ['not where nothing stands for an empty list', [], null, false],
  ])('%s', (_case, a, b, same) => {
    expect(sameValue(a, b)).toBe(same);
    expect(sameValue(b, a)).toBe(same);
  });
});
