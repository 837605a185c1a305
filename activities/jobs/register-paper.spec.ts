import type { RegisterLine } from '../../libs/sheets/register/index.js';
import { pdfText } from '../../test/support/pdf-text.js';
import { registerPaper } from './register-paper.js';

const aLine = (over: Partial<RegisterLine> = {}): RegisterLine => ({
  licenseId: 'license',
  companyId: 'company',
  companyName: '样例公司',
  uscc: null,
  serviceTypes: ['B24'],
  coverage: 'nationwide',
  authority: 'miit',
  status: 'valid',
  statusOn: '2026-11-20',
  owner: '甲',
  deputy: '乙',
  manager: '丙',
  filings: [],
  permitNumber: 'B2-20210001',
  permitLastDay: '2026-12-19',
  nextObligation: null,
  nextDate: null,
  safeDay: null,
  today: '2026-11-20',
  needsAttention: false,
  simulated: false,
  ended: false,
  ...over,
});

const textOf = async (lines: RegisterLine[], over: Partial<Parameters<typeof registerPaper>[0]> = {}) =>
  pdfText(
    await registerPaper({
      lines,
      columns: ['permitNumber', 'owner'],
      filter: {},
      asOf: '2026-11-20',
      createdAt: '2026-11-20T16:30:00.000Z',
      names: new Map(),
      pins: [],
      ...over,
    }),
  );

const simulation = '含模拟数据：部分牌照的时间是模拟的，不作为办理依据';

describe('a register', () => {
  it('says when it was made by the clock of Beijing, how many licenses it has, and by which law', async () => {
    const pins = [
      { pack: 'a', calendar: 'b' },
      { pack: 'c', calendar: 'd' },
    ];
    const text = await textOf([aLine(), aLine()], { pins });
    expect(text).toContain('截至日期：2026-11-20　　导出时间：2026-11-21 00:30（北京时间）　　共 2 件');
    expect(text).toContain('规则与日历版本：a / b；c / d');
  });

  it('says what it was asked for, with names as far as they are given', async () => {
    const filter = { companyId: ['one', 'two'], owner: 'three' };
    const names = new Map([
      ['one', '样例公司'],
      ['three', '某人'],
    ]);
    expect(await textOf([], { filter, names })).toContain('筛选条件：公司：样例公司、two；负责人：某人');
    expect(await textOf([])).toContain('筛选条件：全部牌照');
  });

  it('has its headings, its day and its number on every page', async () => {
    const text = await textOf(Array.from({ length: 60 }, () => aLine()));
    const pages = Number(/共 (\d+) 页/.exec(text)?.[1]);
    expect(pages).toBeGreaterThan(1);
    expect(text.match(/^许可证编号$/gm)).toHaveLength(pages);
    for (let page = 1; page <= pages; page += 1)
      expect(text).toContain(`截至 2026-11-20　·　第 ${page} 页，共 ${pages} 页`);
    expect(text).not.toContain(simulation);
  });

  it('says on every page that there is a simulated license in it', async () => {
    const text = await textOf([...Array.from({ length: 60 }, () => aLine()), aLine({ simulated: true })]);
    const pages = Number(/共 (\d+) 页/.exec(text)?.[1]);
    expect(text.split('\n').filter((line) => line === simulation)).toHaveLength(pages);
  });
});
