/** `paizhao validity`: from a permit's first day to its last one, and when its renewal is due. */
import { addDays, lastDayOfTerm, latestTable, loadCalendar, parseCivilDate, safeDay } from '../../../libs/calendar/index.js';
import type { Command } from '../command.js';
import { dateInWords, firmnessInWords } from '../dates-in-words.js';

const TERM_YEARS = 5;
const RENEWAL_DAYS = 90;

export const validity: Command = {
  describe: {
    zh: '许可证有效期最后一日、续期申请截止日及稳妥日',
    en: 'the last day of a permit, the day by which to apply for renewal, and its safe day',
  },
  positionals: [{ name: 'start-date', describe: { zh: '有效期起始日，YYYY-MM-DD', en: 'the first day of validity, YYYY-MM-DD' } }],
  examples: ['validity 2021-03-15'],
  run(input, { language }) {
    const lastDay = lastDayOfTerm(parseCivilDate(input.positionals[0], 'start-date'), TERM_YEARS);
    const renewBy = addDays(lastDay, -RENEWAL_DAYS);
    const { date: safeDate, firmness } = safeDay(loadCalendar(latestTable), renewBy);
    const label = {
      zh: ['有效期最后一日：', '续期申请截止日：', '稳妥日：'],
      en: ['last day of validity: ', 'apply for renewal by: ', 'safe day: '],
    }[language];
    return {
      json: { lastDay, renewBy, safeDate, firmness },
      lines: [
        `${label[0]}${dateInWords(lastDay, language)}`,
        `${label[1]}${dateInWords(renewBy, language)}`,
        `${label[2]}${dateInWords(safeDate, language)}${firmnessInWords(firmness, language)}`,
      ],
    };
  },
};
