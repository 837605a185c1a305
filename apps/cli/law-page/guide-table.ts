/** Both guides that the product began with, statement by statement, beside the law and its rules. */
import { type GuideFinding, guideStatements } from '../../../libs/rulebook/index.js';
import type { Bilingual, Language } from '../command.js';

export const guideTitle: Bilingual = { zh: '两份指南与法律对照', en: 'Both guides beside the law' };

export function guideTable(language: Language): string[] {
  const { intro, head } = words[language];
  const rows = guideStatements.map(({ id, says, law, finding, rules }) =>
    [
      id,
      says[language],
      law[language],
      findingWords[finding][language],
      rules.map((rule) => `\`${rule}\``).join(' '),
    ].join(' | '),
  );
  return [
    `## ${guideTitle[language]}`,
    '',
    intro,
    '',
    `| ${head.join(' | ')} |`,
    `|${head.map(() => '---').join('|')}|`,
    ...rows.map((row) => `| ${row} |`),
    '',
  ];
}

const findingWords: Record<GuideFinding, Bilingual> = {
  agrees: { zh: '一致', en: 'agrees' },
  incomplete: { zh: '不完整', en: 'incomplete' },
  outdated: { zh: '已过时', en: 'outdated' },
  differs: { zh: '不一致', en: 'differs' },
  local: { zh: '仅部分地方', en: 'local only' },
  unsettled: { zh: '尚无定论', en: 'unsettled' },
  'no-source': { zh: '未找到依据', en: 'no source found' },
  silent: { zh: '未提及', en: 'silent' },
};

const words = {
  zh: {
    intro:
      '本产品始于两份指南：指南A是一家咨询机构的B24页面（较早版本），指南B是一家代办机构的B24指南。下表以本产品的话逐条转述，并与法律和规则对照；AB为两者均未提及。',
    head: ['编号', '指南的说法', '法律的规定', '结论', '规则'],
  },
  en: {
    intro:
      'The product began with two guides: Guide A, a consultancy’s page on B24 in an older edition, and Guide B, a filing agent’s guide to B24. Here is every statement of either in our own words, beside the law and the rules that hold it; AB is what both leave out.',
    head: ['no.', 'the guide says', 'the law says', 'finding', 'rules'],
  },
} as const;
