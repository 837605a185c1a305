/** `paizhao validity`: from a permit's first day to its last one, and when its renewal is due. */
import type { CivilDate } from '../../../libs/calendar/index.js';
import { lawOfPermit, renewalWindow, validityDeadline } from '../../../libs/rulebook/index.js';
import type { Command } from '../command.js';
import { dateInWords, firmnessInWords } from '../dates-in-words.js';
import { coveredDate, currentLaw } from '../law.js';

export const validity: Command = {
  describe: {
    zh: '许可证有效期最后一日、续期申请截止日及安全日',
    en: 'the last day of a permit, the day by which to apply for renewal, and its safe day',
  },
  positionals: [
    { name: 'start-date', describe: { zh: '有效期起始日，YYYY-MM-DD', en: 'the first day of validity, YYYY-MM-DD' } },
  ],
  examples: ['validity 2021-03-15'],
  run(input, { language }) {
    const start = coveredDate(input.positionals[0], 'start-date');
    const law = lawOfPermit(currentLaw, start, null);
    const lastDay = validityDeadline(law, start).date;
    const renewal = renewalWindow(law, lastDay);
    const safeDate = renewal.safeDay as CivilDate;
    const label = {
      zh: ['有效期最后一日：', '续期申请截止日：', '安全日：'],
      en: ['last day of validity: ', 'apply for renewal by: ', 'safe day: '],
    }[language];
    return {
      json: { lastDay, renewBy: renewal.date, safeDate, firmness: renewal.firmness },
      lines: [
        `${label[0]}${dateInWords(lastDay, language)}`,
        `${label[1]}${dateInWords(renewal.date, language)}`,
        `${label[2]}${dateInWords(safeDate, language)}${firmnessInWords(renewal.firmness, language)}`,
      ],
    };
  },
};
