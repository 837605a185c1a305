import { byLevel, type Finding, findingOf } from './findings.js';
import type { Rule } from './pack.js';

const rule: Rule = {
  id: 'some.rule',
  wording: { zh: '某规则。', en: 'A rule.' },
  citation: { source: 'TR', article: 'art. 1' },
  confidence: 'secondary',
  validFrom: '2020-01-01',
  validTo: null,
};
const { validFrom: _from, validTo: _to, id: _id, ...words } = rule;

describe('a finding', () => {
  it('carries what its rule says, and other readings only where there are some', () => {
    expect(findingOf(rule, 'some-code', 'info')).toStrictEqual({
      code: 'some-code',
      level: 'info',
      rule: 'some.rule',
      ...words,
    });
    const otherReadings = [
      { id: 'other', wording: rule.wording, citation: rule.citation, confidence: rule.confidence },
    ];
    expect(findingOf({ ...rule, otherReadings }, 'some-code', 'info').otherReadings).toBe(otherReadings);
  });

  it('that blocks stands before a warning, and that before what is good to know; else the order stays', () => {
    const of = (code: string, level: Finding['level']) => findingOf(rule, code, level);
    const given = [
      of('a', 'info'),
      of('b', 'warning'),
      of('c', 'blocking'),
      of('d', 'info'),
      of('e', 'warning'),
      of('f', 'blocking'),
    ];
    expect(
      byLevel(given)
        .map(({ code }) => code)
        .join(''),
    ).toBe('cfbead');
    expect(given.map(({ code }) => code).join('')).toBe('abcdef');
  });
});
