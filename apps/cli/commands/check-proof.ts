/** `paizhao check-proof`: whether an explained date follows from its own explanation, by a second computation. */
import { checkPrinted, type Difference } from '../../../libs/proof-check/index.js';
import { type Command, type Language, UsageError } from '../command.js';
import { jsonIn } from '../json-argument.js';

export const checkProof: Command = {
  describe: {
    zh: '由说明本身重新计算日期（独立的第二套算法，不用规则和日历）',
    en: 'compute an explained date again from its own text, by a second implementation without rules or calendar',
  },
  positionals: [
    {
      name: 'file',
      describe: {
        zh: 'explain 的输出（文字或 --json），或 API 的说明',
        en: 'what explain printed, as text or with --json, or an explanation of the API',
      },
    },
  ],
  examples: ['check-proof explanation.txt'],
  run(input, { language, readText }) {
    const text = readText(input.positionals[0] as string);
    if (/^\s*[[{]/.test(text)) jsonIn(text, 'check-proof', 'the explanation');
    const checked = checkPrinted(text);
    if (!checked) throw new UsageError('not-an-explanation', 'check-proof: the file holds no explanation of a date');
    const differences = checked.flatMap((one) => one.differences);
    const proven = differences.length === 0;
    return {
      json: { proven, dates: checked.map(({ date }) => date), differences },
      lines: [checked.map(({ date }) => date).join(', '), ...verdictInWords(differences, language)],
      exitCode: proven ? 0 : 1,
    };
  },
};

/** One line where it agrees, otherwise one for each difference. */
export function verdictInWords(differences: readonly Difference[], language: Language): string[] {
  const word = words[language];
  if (differences.length === 0) return [word.agrees];
  return [
    word.differs,
    ...differences.map(({ where, claimed, computed }) => `  ${where}: ${word.found(claimed, computed)}`),
  ];
}

const words = {
  zh: {
    agrees: '已由第二套算法重新计算：一致。',
    differs: '第二套算法的结果不一致：',
    found: (claimed: string, computed: string) => `所称 ${claimed}，重算为 ${computed}`,
  },
  en: {
    agrees: 'Counted again by a second computation: it agrees.',
    differs: 'A second computation differs:',
    found: (claimed: string, computed: string) => `claimed ${claimed}, computed ${computed}`,
  },
} as const;
