import { dutyInWords, dutyOfId } from './names.js';

describe('a duty in words', () => {
  it.each([
    ['annual-report', '2028', 'en', 'annual report 2028'],
    ['annual-report', '2028', 'zh', '2028年年报'],
    ['renewal', null, 'en', 'renewal'],
    ['a-new-kind', null, 'en', 'a-new-kind'],
    ['a-new-kind', '2028', 'zh', '2028年a-new-kind'],
  ] as const)('%s of %s in %s', (kind, period, language, words) => {
    expect(dutyInWords(kind, period, language)).toBe(words);
  });
});

describe('the id of a duty', () => {
  it.each([
    ['annual-report:21:2028', { kind: 'annual-report', period: '2028' }],
    ['renewal:2', { kind: 'renewal', period: null }],
    ['renewal', null],
    ['renewal:', null],
    ['renewal:2:28', null],
    ['renewal:2:2028x', null],
    ['renewal:x', null],
    ['X renewal:2', null],
    ['', null],
  ])('%s tells kind and period, or nothing', (id, expected) => {
    expect(dutyOfId(id)).toEqual(expected);
  });
});
