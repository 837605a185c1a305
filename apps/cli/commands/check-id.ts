/** `paizhao check-id`: whether an identifier can be right, and how it is written. */
import { parseCivilDate } from '../../../libs/calendar/index.js';
import { checkPermitNumber, checkResidentId, checkUscc, type IdentifierCheck } from '../../../libs/rulebook/index.js';
import { type Command, type CommandInput, type Language, UsageError } from '../command.js';
import { currentLaw } from '../law.js';
import { civilToday } from '../today.js';

const kinds = ['uscc', 'permit', 'resident-id'] as const;
type Kind = (typeof kinds)[number];

export const checkId: Command = {
  describe: {
    zh: '核对统一社会信用代码、许可证编号或公民身份号码的写法',
    en: 'whether a credit code, a permit number or a resident identity number is written as one can be',
  },
  positionals: [
    { name: 'uscc|permit|resident-id', describe: { zh: '种类', en: 'what it is' } },
    { name: 'value', describe: { zh: '号码；含空格时加引号', en: 'the identifier; in quotes where it has spaces' } },
  ],
  options: {
    today: {
      type: 'string',
      placeholder: '<date>',
      describe: {
        zh: '提问日，出生日期不得晚于该日（默认今天）',
        en: 'the day of the question, which no birth date is after (default: today)',
      },
    },
  },
  personal: true,
  examples: ['check-id uscc 91350100m000100y43', 'check-id permit 沪B2-20150021'],
  run(input, { language }) {
    const kind = kindOf(input);
    const { valid, severity, reason, message, normalized } = check(kind, input);
    return {
      json: { valid, severity, reason: reason && { code: reason, ...message }, normalised: normalized },
      lines: inWords(kind, { valid, severity, reason, message, normalized }, language),
    };
  },
};

function kindOf(input: CommandInput): Kind {
  const kind = kinds.find((known) => known === input.positionals[0]);
  if (kind) return kind;
  throw new UsageError('unknown-identifier', `check-id: say first what it is: ${kinds.join(', ')}`);
}

function check(kind: Kind, { positionals, options }: CommandInput): IdentifierCheck {
  const value = positionals[1] as string;
  switch (kind) {
    case 'uscc':
      return checkUscc(value);
    case 'permit':
      return checkPermitNumber(currentLaw, value);
    case 'resident-id': {
      const today = options.today;
      return checkResidentId(value, typeof today === 'string' ? parseCivilDate(today, '--today') : civilToday());
    }
    default:
      return kind satisfies never;
  }
}

function inWords(kind: Kind, { severity, message, normalized }: IdentifierCheck, language: Language): string[] {
  const shown = kind === 'resident-id' ? masked(normalized) : normalized;
  return [`${words[language][severity]}${shown}`, ...(message ? [message[language]] : [])];
}

/** All but the last four characters hidden: a screen is seen by others, and `--json` gives the whole to a program. */
function masked(number: string): string {
  return number.replace(/.(?=.{4})/gu, '*');
}

const words = {
  zh: { ok: '写法无误：', warning: '存疑：', error: '有误：' },
  en: { ok: 'well formed: ', warning: 'doubtful: ', error: 'wrong: ' },
} as const;
