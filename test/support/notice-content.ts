import type { NoticeContent } from '../../libs/notices/index.js';

/** What a letter about an annual report says, in English and a month ahead, but for what is given. */
export const aNoticeContent = (
  over: Partial<NoticeContent> = {},
  notice: Partial<NoticeContent['notice']> = {},
): NoticeContent => ({
  language: 'en',
  recipient: { name: 'Wang Fang', role: 'owner' },
  company: '上海示例网络有限公司',
  license: { id: '0192', name: 'B2-20260001', url: 'https://paizhao.example.com/licenses/0192' },
  today: '2027-03-01',
  kind: 'annual-report',
  period: '2027',
  next: { zh: '在系统中填报并提交年报。', en: 'Fill in and file the annual report.' },
  basis: {
    source: { zh: '电信业务经营许可管理办法', en: 'Measures on Telecom Business Permits' },
    article: 'art. 36',
    wording: { zh: '每年第一季度', en: 'in the first quarter of each year' },
    confidence: 'secondary',
  },
  otherReadings: [],
  cureEnd: '2027-04-30',
  undelivered: false,
  mutedByOwner: false,
  acknowledgeUrl: 'https://paizhao.example.com/acknowledge/one-use-token',
  simulated: false,
  ...over,
  notice: {
    obligationId: 'annual-report:12:2027',
    kind: 'annual-report',
    rung: 'S-30',
    plannedOn: '2027-03-01',
    to: [],
    date: '2027-03-31',
    safeDay: '2027-03-31',
    firmness: 'firm',
    ruleId: 'annual-report.term',
    late: false,
    skipped: [],
    movedFrom: null,
    ...notice,
  },
});
