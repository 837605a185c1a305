import { pdfText } from '../../test/support/pdf-text.js';
import { draftOf, missingFrom } from './draft.js';
import type { PaperFacts } from './fields.js';
import { portalFormOf } from './portal-form.js';
import { type Wording, wordingFor, wordings } from './wordings/index.js';

const facts: PaperFacts = {
  values: {
    company: '上海样例有限公司',
    uscc: '91310000MA1K000019',
    authority: '上海市通信管理局',
    serviceTypes: '国内呼叫中心业务（B24）',
    coverage: '上海市',
    permitNumber: '沪B2-20260001',
    permitLastDay: '2031-05-31',
    openedServices: '国内呼叫中心业务（B24）：2026-07-01',
  },
  shareholders: [
    { name: '样例一', kind: { zh: '自然人', en: 'natural person' }, percent: '60%', amount: '60', foreign: false },
    { name: null, kind: { zh: '企业法人', en: 'company' }, percent: '40%', amount: '40', foreign: true },
  ],
};

const wordingOf = (requirement: string): Wording => {
  const wording = wordingFor(requirement);
  if (!wording) throw new Error(`no wording for ${requirement}`);
  return wording;
};

const drafted = async (requirement: string, known = facts) => {
  const options = { facts: known, createdAt: '2026-11-20T00:00:00.000Z', basis: 'cn-vats-current@2' };
  const paper = await draftOf({ wording: wordingOf(requirement), ...options });
  return { ...paper, text: pdfText(paper.bytes).replaceAll('\n', '') };
};

describe('a draft', () => {
  it('says what is on record, with days as Chinese letters write them', async () => {
    const { text } = await drafted('loss-statement');
    expect(text).toContain('编号：沪B2-20260001，有效期至2031年5月31日');
    expect((await drafted('renewal-application-form')).text).toContain('国内呼叫中心业务（B24）：2026年7月1日');
  });

  it('says on each page that it is one', async () => {
    const { bytes, pages } = await drafted('annual-report-form');
    expect(pages).toBeGreaterThan(1);
    expect(pdfText(bytes).match(/^草稿 · 供签字盖章前核对/gm)).toHaveLength(pages);
  });

  it('makes nothing up: what is not on record is marked, and listed at its end', async () => {
    const { text } = await drafted('termination-application');
    expect(text).toContain('【待填：终止经营日期】');
    expect(text).toMatch(/提示：以下各项尚未填写：.*终止经营日期/u);
    expect(missingFrom(wordingOf('termination-application'), facts)).toContainEqual({
      field: 'endingOn',
      label: { zh: '终止经营日期', en: 'Day on which the business ends' },
    });
  });

  it('lists a field once, however often it is named', () => {
    const nothing = { values: {}, shareholders: [] };
    for (const wording of wordings) {
      const fields = missingFrom(wording, nothing).map(({ field }) => field);
      expect(new Set(fields).size).toBe(fields.length);
    }
  });

  it('lists nothing where everything is on record', async () => {
    const { text } = await drafted('nuisance-call-commitment');
    expect(text).not.toContain('待填');
    expect(text).not.toContain('提示');
  });

  it('has a row for each shareholder, and marks a name that nobody may read', async () => {
    const { text } = await drafted('application-form');
    for (const part of ['样例一', '60%', '内资', '【待填：股东名称】', '40%', '外资']) expect(text).toContain(part);
    const alone = { ...facts, shareholders: [] };
    expect((await drafted('application-form', alone)).text).toContain('【待填：股东】');
  });

  it.each([
    ['nobody is on record', [], ['shareholders']],
    ['a name may not be read', facts.shareholders, ['shareholderNames']],
    ['all are known', facts.shareholders.slice(0, 1), []],
  ])('lists what its table of shareholders lacks where %s', (_where, shareholders, lacking) => {
    const known = { ...facts, shareholders };
    const missing = missingFrom(wordingOf('application-form'), known).map(({ field }) => field);
    expect(missing.filter((field) => field.startsWith('shareholder') && field !== 'shareholderIds')).toEqual(lacking);
    const form = portalFormOf('new', known).missing;
    expect(form.filter((field) => field.startsWith('shareholder') && field !== 'shareholderIds')).toEqual(lacking);
  });

  it.each(wordings.map(({ requirements: [requirement = ''] }) => [requirement]))(
    'of %s can be drawn of nothing and of everything, the same twice',
    async (requirement) => {
      const nothing = { values: {}, shareholders: [] };
      const [empty, full, again] = [
        await drafted(requirement, nothing),
        await drafted(requirement),
        await drafted(requirement),
      ];
      expect(empty.lacking).toEqual([]);
      expect(full.lacking).toEqual([]);
      expect(full.text).toMatch(/日期：/u);
      expect(again.bytes.equals(full.bytes)).toBe(true);
    },
  );
});
