import { type Chapter, words } from './wording.js';

/** Companies, people, and the facts of an applicant. */
export const house: Chapter = {
  'company-not-found': words(
    '没有这家公司',
    'No such company',
    '请在 GET /companies 查看编号。',
    'Look at GET /companies for the ids.',
  ),
  'company-unknown': words(
    '公司尚未登记',
    'Company not registered',
    '请先登记公司（POST /companies）。',
    'Register the company first (POST /companies).',
  ),
  'company-exists': words(
    '该公司已登记',
    'Company registered already',
    '请使用已登记的公司，或记录其变更。',
    'Use the company that is there, or record what changed.',
  ),
  'company-changed-meanwhile': words(
    '公司信息刚被他人修改',
    'Company changed meanwhile',
    '请重新读取后再修改。',
    'Read the company again and repeat what is still to be changed.',
  ),
  'company-name-missing': words(
    '缺少公司名称',
    'Company name missing',
    '请填写营业执照上的名称。',
    'Give the name on the business license.',
  ),
  'invalid-uscc': words(
    '统一社会信用代码有误',
    'Social credit code not valid',
    '请按营业执照核对18位代码，末位为校验码。',
    'Copy the 18 characters of the business license; the last one is a check character.',
  ),
  'unknown-province': words(
    '没有这个省份代码',
    'Unknown province',
    '请使用省级通信管理局代码，例如 sh。',
    'Use the code of a provincial administration, such as sh.',
  ),
  'invalid-capital': words(
    '注册资本有误',
    'Registered capital not valid',
    '请以整数元填写认缴资本。',
    'Give the subscribed capital in whole yuan.',
  ),
  'not-whole': words('不是整数', 'Not a whole number', '请填写整数。', 'Give a whole number.'),
  'invalid-percent': words(
    '百分比有误',
    'Percentage not valid',
    '请填写 0 至 100 之间的百分比。',
    'Give a percentage from 0 to 100.',
  ),
  'out-of-range': words('数值超出范围', 'Out of range', '请填写允许范围内的数值。', 'Give a value within the range.'),
  'shareholders-do-not-add-up': words(
    '股东持股合计不为100%',
    'Shares do not add up',
    '请列出全部股东，合计应为 100%。',
    'Give all shareholders; together they hold 100 percent.',
  ),
  'shares-do-not-add-up': words(
    '股东持股合计不为100%',
    'Shares do not add up',
    '请列出全部股东，合计应为 100%。',
    'Give all shareholders; together they hold 100 percent.',
  ),
  'foreign-share-too-low': words(
    '外资比例低于外方直接持股',
    'Foreign share too low',
    '外资比例不得低于外方股东直接持股之和。',
    'Give at least what foreign shareholders hold directly.',
  ),
  'unknown-shareholder-kind': words(
    '没有这种股东类型',
    'Unknown kind of shareholder',
    '请使用所列类型之一。',
    'Use one of the listed kinds.',
  ),
  'person-not-found': words(
    '没有这个人员',
    'No such person',
    '请先添加人员（POST /people）。',
    'Add the person first (POST /people).',
  ),
  'people-missing': words(
    '缺少责任人员',
    'People missing',
    '请指定负责人、代理人和经理，可为同一人。',
    'Name owner, deputy and manager; they may coincide.',
  ),
  'person-required': words(
    '须由个人办理',
    'A person is required',
    '请使用个人令牌，而非程序令牌。',
    "Use a person's token instead of a program's.",
  ),
};
