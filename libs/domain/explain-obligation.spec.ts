import { LicenseStory, law } from '../../test/support/license-story.js';
import { checkPrinted } from '../proof-check/index.js';
import { explanationText } from '../rulebook/index.js';
import { foreseen } from './agenda.js';
import { explainObligation } from './explain-obligation.js';
import { lawOf } from './pinned-law.js';

const filed = () => LicenseStory.on('2026-03-02').files('new-1', 'new', '2026-03-02');
const reviewed = () => filed().goesTo('2026-03-06').accepts('new-1');
const held = () => LicenseStory.on('2026-03-02').holds('2021-06-01', '2026-05-31');
const change = { kind: 'shareholders', registeredOn: null, effectiveOn: null, operatorChanges: null } as const;

/** Places in a license's life at which every kind of obligation is open. */
const moments: [string, () => LicenseStory, string[]][] = [
  ['a filing that was received', filed, ['acceptance']],
  ['a correction with a day', () => filed().goesTo('2026-03-04').corrects('new-1', '2026-03-20'), ['correction']],
  ['a review', reviewed, ['review']],
  [
    'an expert review that goes on',
    () =>
      reviewed()
        .goesTo('2026-03-10')
        .says('expert-review-started', { filingId: 'new-1', from: '2026-03-10', announcedUntil: null })
        .goesTo('2026-04-09'),
    ['review'],
  ],
  ['a grant', () => reviewed().goesTo('2026-04-27').grants('new-1'), ['permit-issue']],
  ['a refusal', () => reviewed().goesTo('2026-04-27').refuses('new-1'), ['reconsideration', 'litigation']],
  ['a permit that ends', held, ['annual-report', 'renewal']],
  ['a renewal', () => held().files('renewal-1', 'renewal', '2026-03-02'), ['acceptance', 'renewal-decision']],
  [
    'a change of shareholders',
    () =>
      held().says('company-fact-recorded', {
        facts: {},
        change: { ...change, decidedOn: '2026-03-02' },
        companySeq: 2,
      }),
    ['change'],
  ],
];

it.each(moments)(
  'every date of %s is explained, and counted again from the explanation alone',
  (_what, story, kinds) => {
    const at = story();
    const obligations = foreseen(at.state, at.context()).filter(({ deadline }) => deadline !== null);
    expect(obligations.map(({ kind }) => kind as string)).toEqual(expect.arrayContaining(kinds));
    for (const obligation of obligations) {
      const explanation = explainObligation(law, obligation);
      if (!explanation) throw new Error(`${obligation.id} is not explained`);
      const { id: subject, next: about, duty } = obligation;
      expect(explanation).toMatchObject({ subject, about, duty });
      const { date, safeDay, readings } = explanation;
      expect([date, safeDay?.date ?? null]).toEqual([obligation.deadline?.date, obligation.deadline?.safeDay]);
      expect(readings.map((reading) => reading.moved?.date ?? reading.date)).toEqual(
        obligation.deadline?.readings.map(({ rolled }) => rolled),
      );
      for (const text of [
        JSON.stringify(explanation),
        ...(['zh', 'en'] as const).map((language) => explanationText(explanation, language).join('\n')),
      ])
        expect(checkPrinted(text)).toEqual([{ date, differences: [] }]);
    }
  },
);

it('a duty without a day has no explanation', () => {
  const story = filed().goesTo('2026-03-04').corrects('new-1', null);
  expect(explainObligation(law, story.duty('correction'))).toBeNull();
});

it('the explanation names what the house has settled', () => {
  const { pins } = reviewed().state;
  const settled = lawOf(pins, {
    'limit.review': { reading: 'working-days-from-acceptance', scope: 'authority', houseSeq: 7 },
  });
  const story = reviewed();
  const obligation = foreseen(story.state, { ...story.context(), law: settled }).find(({ kind }) => kind === 'review');
  const explanation = obligation && explainObligation(settled, obligation);
  if (!explanation) throw new Error('the review is not explained');
  expect(explanation.readings[0]).toMatchObject({ id: 'working-days-from-acceptance', drives: true });
  expect(explanationText(explanation, 'en')).toContain(
    '  Settled: by the house, for this authority, entry 7 of its record',
  );
  expect(explanationText(explanation, 'zh')).toContain('  本单位确认：适用于该主管部门，本单位记录第 7 条');
  expect(checkPrinted(explanationText(explanation, 'zh').join('\n'))?.[0]?.differences).toEqual([]);
});
