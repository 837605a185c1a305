import type { CalendarTable } from '../table.js';
import { cn2026v1 } from './cn-2026-1.js';

/**
 * `cn-2026.1` and the years 2007 to 2014 before it, for permits and proceedings of those years.
 *
 * The days were taken from chinese-days 1.5.7 (MIT), agree with it day by day, and were read beside reprints of the
 * notices. Qingming, Dragon Boat and Mid-Autumn are public holidays since 2008. No schedule of these years was changed
 * while the year ran.
 */
// biome-ignore format: one row per arrangement, to be read beside the notice
export const cn2026v2: CalendarTable = {
  ...cn2026v1,
  id: 'cn-2026.2',
  covered: { from: '2007-01-01', to: '2026-12-31' },
  notices: [
    { key: 'holiday notice 2007', title: '国务院办公厅关于2007年部分节假日安排的通知', number: '国办发明电〔2006〕49号', published: '2006-12-18', confidence: 'secondary', note: 'Dated 2006-12-14. It also made 30 and 31 December 2006 working days, which lie before the first day of this table.' },
    { key: 'holiday notice 2008', title: '国务院办公厅关于2008年部分节假日安排的通知', number: '国办发明电〔2007〕52号', published: '2007-12-18', confidence: 'secondary', note: 'Another source dates it 2007-12-15; this is the day of publication.' },
    { key: 'holiday notice 2009', title: '国务院办公厅关于2009年部分节假日安排的通知', number: '国办发明电〔2008〕42号', published: '2008-12-10', confidence: 'secondary', note: 'Another source dates it 2008-12-04; this is the day of publication.' },
    { key: 'holiday notice 2010', title: '国务院办公厅关于2010年部分节假日安排的通知', number: '国办发明电〔2009〕27号', published: '2009-12-08', confidence: 'secondary', note: 'Dated 2009-12-07.' },
    { key: 'holiday notice 2011', title: '国务院办公厅关于2011年部分节假日安排的通知', number: '国办发明电〔2010〕40号', published: '2010-12-10', confidence: 'secondary', note: 'Dated 2010-12-09.' },
    { key: 'holiday notice 2012', title: '国务院办公厅关于2012年部分节假日安排的通知', number: '国办发明电〔2011〕45号', published: '2011-12-06', confidence: 'secondary', note: 'Dated 2011-12-05.' },
    { key: 'holiday notice 2013', title: '国务院办公厅关于2013年部分节假日安排的通知', number: '国办发明电〔2012〕33号', published: '2012-12-10', confidence: 'secondary', note: 'Dated 2012-12-08.' },
    { key: 'holiday notice 2014', title: '国务院办公厅关于2014年部分节假日安排的通知', number: '国办发明电〔2013〕28号', published: '2013-12-11', confidence: 'secondary' },
    ...cn2026v1.notices,
  ],
  years: [
    {
      year: 2007,
      arrangements: [
        { holiday: 'new-year', from: '2007-01-01', to: '2007-01-03', makeUpWorkingDays: [] },
        { holiday: 'spring-festival', from: '2007-02-18', to: '2007-02-24', makeUpWorkingDays: ['2007-02-17', '2007-02-25'] },
        { holiday: 'labor-day', from: '2007-05-01', to: '2007-05-07', makeUpWorkingDays: ['2007-04-28', '2007-04-29'] },
        { holiday: 'national-day', from: '2007-10-01', to: '2007-10-07', makeUpWorkingDays: ['2007-09-29', '2007-09-30'] },
      ],
    },
    {
      year: 2008,
      arrangements: [
        { holiday: 'new-year', from: '2007-12-30', to: '2008-01-01', makeUpWorkingDays: ['2007-12-29'] },
        { holiday: 'spring-festival', from: '2008-02-06', to: '2008-02-12', makeUpWorkingDays: ['2008-02-02', '2008-02-03'] },
        { holiday: 'qingming', from: '2008-04-04', to: '2008-04-06', makeUpWorkingDays: [] },
        { holiday: 'labor-day', from: '2008-05-01', to: '2008-05-03', makeUpWorkingDays: ['2008-05-04'] },
        { holiday: 'dragon-boat', from: '2008-06-07', to: '2008-06-09', makeUpWorkingDays: [] },
        { holiday: 'mid-autumn', from: '2008-09-13', to: '2008-09-15', makeUpWorkingDays: [] },
        { holiday: 'national-day', from: '2008-09-29', to: '2008-10-05', makeUpWorkingDays: ['2008-09-27', '2008-09-28'] },
      ],
    },
    {
      year: 2009,
      arrangements: [
        { holiday: 'new-year', from: '2009-01-01', to: '2009-01-03', makeUpWorkingDays: ['2009-01-04'] },
        { holiday: 'spring-festival', from: '2009-01-25', to: '2009-01-31', makeUpWorkingDays: ['2009-01-24', '2009-02-01'] },
        { holiday: 'qingming', from: '2009-04-04', to: '2009-04-06', makeUpWorkingDays: [] },
        { holiday: 'labor-day', from: '2009-05-01', to: '2009-05-03', makeUpWorkingDays: [] },
        { holiday: 'dragon-boat', from: '2009-05-28', to: '2009-05-30', makeUpWorkingDays: ['2009-05-31'] },
        { holiday: 'national-day', from: '2009-10-01', to: '2009-10-08', makeUpWorkingDays: ['2009-09-27', '2009-10-10'] },
      ],
    },
    {
      year: 2010,
      arrangements: [
        { holiday: 'new-year', from: '2010-01-01', to: '2010-01-03', makeUpWorkingDays: [] },
        { holiday: 'spring-festival', from: '2010-02-13', to: '2010-02-19', makeUpWorkingDays: ['2010-02-20', '2010-02-21'] },
        { holiday: 'qingming', from: '2010-04-03', to: '2010-04-05', makeUpWorkingDays: [] },
        { holiday: 'labor-day', from: '2010-05-01', to: '2010-05-03', makeUpWorkingDays: [] },
        { holiday: 'dragon-boat', from: '2010-06-14', to: '2010-06-16', makeUpWorkingDays: ['2010-06-12', '2010-06-13'] },
        { holiday: 'mid-autumn', from: '2010-09-22', to: '2010-09-24', makeUpWorkingDays: ['2010-09-19', '2010-09-25'] },
        { holiday: 'national-day', from: '2010-10-01', to: '2010-10-07', makeUpWorkingDays: ['2010-09-26', '2010-10-09'] },
      ],
    },
    {
      year: 2011,
      arrangements: [
        { holiday: 'new-year', from: '2011-01-01', to: '2011-01-03', makeUpWorkingDays: [] },
        { holiday: 'spring-festival', from: '2011-02-02', to: '2011-02-08', makeUpWorkingDays: ['2011-01-30', '2011-02-12'] },
        { holiday: 'qingming', from: '2011-04-03', to: '2011-04-05', makeUpWorkingDays: ['2011-04-02'] },
        { holiday: 'labor-day', from: '2011-04-30', to: '2011-05-02', makeUpWorkingDays: [] },
        { holiday: 'dragon-boat', from: '2011-06-04', to: '2011-06-06', makeUpWorkingDays: [] },
        { holiday: 'mid-autumn', from: '2011-09-10', to: '2011-09-12', makeUpWorkingDays: [] },
        { holiday: 'national-day', from: '2011-10-01', to: '2011-10-07', makeUpWorkingDays: ['2011-10-08', '2011-10-09'] },
      ],
    },
    {
      year: 2012,
      arrangements: [
        { holiday: 'new-year', from: '2012-01-01', to: '2012-01-03', makeUpWorkingDays: ['2011-12-31'] },
        { holiday: 'spring-festival', from: '2012-01-22', to: '2012-01-28', makeUpWorkingDays: ['2012-01-21', '2012-01-29'] },
        { holiday: 'qingming', from: '2012-04-02', to: '2012-04-04', makeUpWorkingDays: ['2012-03-31', '2012-04-01'] },
        { holiday: 'labor-day', from: '2012-04-29', to: '2012-05-01', makeUpWorkingDays: ['2012-04-28'] },
        { holiday: 'dragon-boat', from: '2012-06-22', to: '2012-06-24', makeUpWorkingDays: [] },
        { holiday: 'mid-autumn', from: '2012-09-30', to: '2012-09-30', makeUpWorkingDays: [] },
        { holiday: 'national-day', from: '2012-10-01', to: '2012-10-07', makeUpWorkingDays: ['2012-09-29'] },
      ],
    },
    {
      year: 2013,
      arrangements: [
        { holiday: 'new-year', from: '2013-01-01', to: '2013-01-03', makeUpWorkingDays: ['2013-01-05', '2013-01-06'] },
        { holiday: 'spring-festival', from: '2013-02-09', to: '2013-02-15', makeUpWorkingDays: ['2013-02-16', '2013-02-17'] },
        { holiday: 'qingming', from: '2013-04-04', to: '2013-04-06', makeUpWorkingDays: ['2013-04-07'] },
        { holiday: 'labor-day', from: '2013-04-29', to: '2013-05-01', makeUpWorkingDays: ['2013-04-27', '2013-04-28'] },
        { holiday: 'dragon-boat', from: '2013-06-10', to: '2013-06-12', makeUpWorkingDays: ['2013-06-08', '2013-06-09'] },
        { holiday: 'mid-autumn', from: '2013-09-19', to: '2013-09-21', makeUpWorkingDays: ['2013-09-22'] },
        { holiday: 'national-day', from: '2013-10-01', to: '2013-10-07', makeUpWorkingDays: ['2013-09-29', '2013-10-12'] },
      ],
    },
    {
      year: 2014,
      arrangements: [
        { holiday: 'new-year', from: '2014-01-01', to: '2014-01-01', makeUpWorkingDays: [] },
        { holiday: 'spring-festival', from: '2014-01-31', to: '2014-02-06', makeUpWorkingDays: ['2014-01-26', '2014-02-08'] },
        { holiday: 'qingming', from: '2014-04-05', to: '2014-04-07', makeUpWorkingDays: [] },
        { holiday: 'labor-day', from: '2014-05-01', to: '2014-05-03', makeUpWorkingDays: ['2014-05-04'] },
        { holiday: 'dragon-boat', from: '2014-06-02', to: '2014-06-02', makeUpWorkingDays: [] },
        { holiday: 'mid-autumn', from: '2014-09-08', to: '2014-09-08', makeUpWorkingDays: [] },
        { holiday: 'national-day', from: '2014-10-01', to: '2014-10-07', makeUpWorkingDays: ['2014-09-28', '2014-10-11'] },
      ],
    },
    ...cn2026v1.years,
  ],
};
