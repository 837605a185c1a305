import type { Condition, Rule } from '../../../libs/rulebook/index.js';
import { clausesOf, conditionInWords, particularsOf, termsOf } from './particulars.js';
import { ruleInWords } from './rule-in-words.js';

const basis = { citation: { source: 'O42', article: 'art. 38' }, confidence: 'verified' } as const;
const wording = { zh: '一', en: 'one' };
const rule = (id: string, more: object): Rule => ({
  id,
  wording,
  ...basis,
  validFrom: '2017-09-01',
  validTo: null,
  ...more,
});

describe('the particulars of a rule', () => {
  it('are its own members in words; unknown members and values are shown as they stand', () => {
    const penalty = rule('penalty.x', { act: 'x', confiscation: true, colour: 'red', note: null, list: [] });
    expect(particularsOf(penalty, 'en')).toEqual([
      ['confiscation of the income', 'yes'],
      ['colour', 'red'],
    ]);
    expect(particularsOf(penalty, 'zh')[0]).toEqual(['没收违法所得', '是']);
  });

  it('show nested data and texts in the language of the reader', () => {
    const companion = rule('companion.x', {
      name: { zh: '码号', en: 'number' },
      duties: [{ limit: 'limit.a', ladder: 'ladder.a' }],
    });
    expect(particularsOf(companion, 'en')).toEqual([
      ['name', 'number'],
      ['what must be done', 'limit limit.a, reminders ladder.a'],
    ]);
    expect(particularsOf(companion, 'zh', ['duties'])).toEqual([['名称', '码号']]);
  });

  it('name the penalty of a breach by its rule, and an authority by its province', () => {
    const breach = rule('duty.x', { penalty: 'permit-lent', authority: 'sd' });
    expect(particularsOf(breach, 'zh').map(([, text]) => text)).toEqual(['penalty.permit-lent', '山东省']);
    expect(particularsOf(breach, 'en').map(([, text]) => text)).toEqual(['penalty.permit-lent', 'Shandong']);
  });

  it('leave statements with a basis of their own to the clauses', () => {
    const exit = { id: 'a-year', wording, ...basis, limit: 'limit.exit' };
    const waiver = { id: 'again', wording, ...basis, when: { eq: ['freeTradeZone', true] } };
    const list = rule('credit-list.x', { exits: [exit], waiver });
    expect(particularsOf(list, 'en')).toEqual([]);
    expect(clausesOf(list)).toEqual([
      ['exits', [exit]],
      ['waiver', [waiver]],
    ]);
    expect(termsOf(exit, 'zh')).toEqual(['期限：limit.exit']);
    const source = { kind: 'measures', title: wording, inForceFrom: null, how: wording };
    const pack = { id: 'p@1', sources: { O42: source } } as never;
    expect(ruleInWords(pack, 'lists', list, 'en').slice(-8)).toEqual([
      'Leads out of it',
      '  a-year  [O42 art. 38; the text was read]',
      '    one',
      '    limit: limit.exit',
      'Need not be handed in',
      '  again  [O42 art. 38; the text was read]',
      '    one',
      '    applies to: registered in a free-trade zone: yes',
    ]);
  });
});

describe('a repeated reminder in words', () => {
  it('says how often, from when and until when', () => {
    const repeats = [
      { key: 'weekly', after: 'safe-day', until: 'closed', every: 7, unit: 'day' },
      { key: 'undated', after: 'opening', until: 'closed', every: 5, unit: 'working-day', onlyWithoutDate: true },
    ];
    expect(particularsOf(rule('ladder.x', { rungs: [{ key: 'S-30' }, { key: 'ask' }], repeats }), 'en')).toEqual([
      ['reminders', 'S-30, ask'],
      [
        'repeated',
        'every 7 days from the safe day to the close of the matter; every 5 working days from the opening to the close of the matter (only while there is no date)',
      ],
    ]);
    expect(particularsOf(rule('ladder.x', { repeats }), 'zh')[0]?.[1]).toMatch(
      /^安全日起每 7 日，至事项办结; 事项发生起每 5 个工作日/,
    );
  });
});

describe('a condition in words', () => {
  it.each<[Condition, string, string]>([
    [{ eq: ['foreignInvested', true] }, 'any foreign share: yes', '含有外资：是'],
    [{ in: ['authority', ['tj', 'jl']] }, 'authority: Tianjin / Jilin', '主管部门：天津市 / 吉林省'],
    [{ in: ['authority', []] }, 'authority: none', '主管部门：无'],
    [{ eq: ['coverageProvince', 'nowhere'] }, 'province asked for: nowhere', '所申请省份：nowhere'],
    [{ gte: ['registeredCapital', 1_000_000] }, 'registered capital ≥ 1,000,000', '注册资本 ≥ 1,000,000'],
    [
      { all: [{ not: { eq: ['coverage', 'nationwide'] } }, { any: [{ eq: ['city', 'x'] }, { eq: ['city', 'y'] }] }] },
      'not (coverage: nationwide or several provinces), and (city of registration: x, or city of registration: y)',
      '并非 (覆盖范围：全国或者跨省)，并且(注册城市：x，或者注册城市：y)',
    ],
    [{ eq: ['weather' as 'city', 'fair'] }, 'weather: fair', 'weather：fair'],
  ])('%j', (condition, en, zh) => {
    expect(conditionInWords(condition, 'en')).toBe(en);
    expect(conditionInWords(condition, 'zh')).toBe(zh);
  });
});
