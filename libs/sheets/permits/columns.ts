/** Names of the columns of a sheet of permits, in the order of the template. */
export const columnKeys = [
  'remark',
  'uscc',
  'companyName',
  'province',
  'registeredCapital',
  'foreignShare',
  'establishedOn',
  'permitNumber',
  'serviceTypes',
  'coverage',
  'validFrom',
  'printedLastDay',
  'grantedOn',
  'opened',
  'reportsFiled',
  'owner',
  'deputy',
  'manager',
] as const;

export type ColumnKey = (typeof columnKeys)[number];

type Words = Record<'zh' | 'en', string>;

export interface ColumnText {
  heading: Words;
  note: Words;
  example: Words;
  required: boolean;
  width: number;
}

const column = (
  heading: [string, string],
  note: [string, string],
  example: string | [string, string],
  { required = false, width = 16 }: { required?: boolean; width?: number } = {},
): ColumnText => {
  const both = ([zh, en]: [string, string]): Words => ({ zh, en });
  return {
    heading: both(heading),
    note: both(note),
    example: both(typeof example === 'string' ? [example, example] : example),
    required,
    width,
  };
};

const mailNote: [string, string] = [
  '邮箱或人员编号；留空则用导入时指定的人员',
  'Mail address or id of a person; the one named with the import where it is empty',
];

export const columnTexts: Readonly<Record<ColumnKey, ColumnText>> = {
  remark: column(
    ['备注', 'Remark'],
    ['说明行：不导入', 'NOTE: this row is not imported'],
    ['示例：此行不导入', 'EXAMPLE: this row is not imported'],
    { width: 20 },
  ),
  uscc: column(
    ['统一社会信用代码', 'USCC'],
    ['18位；据此识别公司', '18 characters; the company is known by it'],
    '91310000MA1K000019',
    { required: true, width: 22 },
  ),
  companyName: column(
    ['公司名称', 'Company name'],
    ['公司尚未登记时必填', 'Needed where the company is not registered yet'],
    ['样例呼叫中心（上海）有限公司', 'Sample Call Center (Shanghai) Co., Ltd.'],
    { width: 30 },
  ),
  province: column(
    ['注册地省份', 'Province of registration'],
    [
      '公司尚未登记时必填，如 上海市 或 sh',
      'Needed where the company is not registered yet; a name or a code such as sh',
    ],
    '上海市',
  ),
  registeredCapital: column(
    ['注册资本（万元）', 'Registered capital (10,000 RMB)'],
    [
      '公司尚未登记时必填；可写单位，如 1000万元',
      'Needed where the company is not registered yet; a unit may stand with it: 元, 万元',
    ],
    '1000万元',
  ),
  foreignShare: column(
    ['外资比例（%）', 'Foreign share (%)'],
    ['留空视为 0%；小于等于 1 时须写百分号', 'Empty means 0 %; write the sign where it is 1 or less'],
    '0%',
    { width: 14 },
  ),
  establishedOn: column(
    ['成立日期', 'Established on'],
    ['日期，如 2020-05-20 或 2020年5月20日', 'A day, such as 2020-05-20'],
    '2020-05-20',
  ),
  permitNumber: column(
    ['许可证编号', 'Permit number'],
    [
      '与许可证一致；同一公司的同一编号只登记一次',
      'As printed; the same number of the same company is registered once',
    ],
    '沪B2-20210001',
    { required: true, width: 20 },
  ),
  serviceTypes: column(
    ['业务种类', 'Service types'],
    ['编码，多项以顿号或逗号分隔，如 B24、B25', 'Codes, with commas between them, such as B24, B25'],
    'B24',
    { required: true },
  ),
  coverage: column(['覆盖范围', 'Coverage'], ['全国，或一个省份', '全国 or nationwide, or one province'], '上海市', {
    required: true,
  }),
  validFrom: column(['有效期自', 'Valid from'], ['许可证所载起始日', 'As printed'], '2021-12-20', { required: true }),
  printedLastDay: column(['有效期至', 'Valid to'], ['许可证所载截止日', 'As printed'], '2026-12-19', {
    required: true,
  }),
  grantedOn: column(
    ['批准日期', 'Granted on'],
    ['许可决定作出之日；不详可留空', 'Day of the decision; empty where nobody knows'],
    '2021-12-01',
  ),
  opened: column(
    ['已开通业务', 'Services opened'],
    [
      '编码与开通日期，如 B24 2022-01-01；B25。无则写“无”，不详可留空',
      'Code and day, such as B24 2022-01-01; B25. none where there are none, empty where nobody knows',
    ],
    'B24 2022-01-01',
    { width: 24 },
  ),
  reportsFiled: column(
    ['已报年报年份', 'Annual reports filed'],
    [
      '报送年份，如 2023-2025。无则写“无”，不详可留空',
      'Years in which they were filed, such as 2023-2025. none where there are none, empty where nobody knows',
    ],
    '2022-2026',
    { width: 20 },
  ),
  owner: column(['负责人', 'Owner'], mailNote, 'owner@example.com', { width: 24 }),
  deputy: column(['代理人', 'Deputy'], mailNote, 'deputy@example.com', { width: 24 }),
  manager: column(['主管', 'Manager'], mailNote, 'manager@example.com', { width: 24 }),
};

/** Where the returned sheet says what is wrong: not read again when it comes back corrected. */
export const problemsHeading: Words = { zh: '问题', en: 'Problems' };
export const readAsHeading: Words = { zh: '读作', en: 'Read as' };
export const resultHeading: Words = { zh: '结果', en: 'Result' };

/** How headings are compared: people take away stars, units and spaces. */
export const headingForm = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/\(.*?\)|[*\s]/g, '')
    .toLowerCase();

const byHeading = new Map<string, ColumnKey>(
  columnKeys.flatMap((key) =>
    [key, columnTexts[key].heading.zh, columnTexts[key].heading.en].map((text): [string, ColumnKey] => [
      headingForm(text),
      key,
    ]),
  ),
);

export const columnOf = (heading: string): ColumnKey | null => byHeading.get(headingForm(heading)) ?? null;
