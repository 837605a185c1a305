import type { Bilingual } from '../rulebook/index.js';

/** Where a value comes from; `nobody`: it is not on record, so somebody writes it in. */
export type FieldSource = 'company' | 'license' | 'filing' | 'permit' | 'nobody';

const from = (source: FieldSource, zh: string, en: string): { label: Bilingual; source: FieldSource } => ({
  label: { zh, en },
  source,
});

/** What a paper or a form of the authority may ask for. */
export const paperFields = {
  company: from('company', '公司名称', 'Company name'),
  uscc: from('company', '统一社会信用代码', 'Unified social credit code'),
  province: from('company', '注册地（省）', 'Province of registration'),
  city: from('company', '注册地（市）', 'City of registration'),
  capital: from('company', '注册资本（万元人民币）', 'Registered capital (RMB 10,000)'),
  establishedOn: from('company', '成立日期', 'Day of establishment'),
  foreignShare: from('company', '外资比例', 'Foreign share'),
  legalRepresentative: from('company', '法定代表人', 'Legal representative'),
  shareholders: from('company', '股东', 'Shareholders'),
  shareholderNames: from('company', '股东名称', 'Names of shareholders'),
  domesticPersons: from('company', '内资自然人出资（万元人民币）', 'Capital of domestic persons (RMB 10,000)'),
  domesticEntities: from('company', '内资法人出资（万元人民币）', 'Capital of domestic entities (RMB 10,000)'),
  foreignPersons: from('company', '外资自然人出资（万元人民币）', 'Capital of foreign persons (RMB 10,000)'),
  foreignEntities: from('company', '外资法人出资（万元人民币）', 'Capital of foreign entities (RMB 10,000)'),
  authority: from('license', '主管部门', 'Authority'),
  office: from('license', '受理机构', 'Office'),
  serviceTypes: from('license', '业务种类', 'Service types'),
  coverage: from('license', '业务覆盖范围', 'Coverage'),
  changes: from('filing', '变更事项', 'What changes'),
  endingTypes: from('filing', '终止的业务种类', 'Service types that end'),
  renewedTypes: from('filing', '申请续期的业务种类', 'Service types to renew'),
  reportYear: from('filing', '报送年份', 'Year in which the report is filed'),
  coveredYear: from('filing', '年报所述年度', 'Year that the report is about'),
  publishedOn: from('filing', '遗失声明刊登日期', 'Day on which the loss was published'),
  permitNumber: from('permit', '许可证编号', 'Permit number'),
  permitValidFrom: from('permit', '有效期起始日', 'First day of validity'),
  permitLastDay: from('permit', '有效期截止日', 'Last day of validity'),
  openedServices: from('permit', '已开通的业务种类及日期', 'Service types opened, and when'),
  address: from('nobody', '注册地址', 'Registered address'),
  officeAddress: from('nobody', '办公地址', 'Office address'),
  idDocument: from('nobody', '法定代表人证件类型及号码', 'Identity document of the legal representative'),
  mobile: from('nobody', '法定代表人手机', 'Mobile of the legal representative'),
  email: from('nobody', '法定代表人电子邮箱', 'E-mail of the legal representative'),
  contact: from('nobody', '联系人', 'Contact person'),
  contactPhone: from('nobody', '联系人手机', 'Mobile of the contact person'),
  contactEmail: from('nobody', '联系人电子邮箱', 'E-mail of the contact person'),
  licenseOfficer: from('nobody', '许可证负责人', 'Officer for the license'),
  serviceOfficer: from('nobody', '服务质量负责人', 'Officer for service quality'),
  securityOfficer: from('nobody', '网络与信息安全负责人', 'Officer for network and information security'),
  staff: from('nobody', '员工人数', 'Number of staff'),
  technicalStaff: from('nobody', '技术人员人数', 'Number of technical staff'),
  revenue: from('nobody', '增值电信业务收入（万元）', 'Revenue of value-added services (RMB 10,000)'),
  seats: from('nobody', '座席数量', 'Number of seats'),
  premises: from('nobody', '经营场所地址及面积', 'Premises: address and area'),
  users: from('nobody', '用户数量', 'Number of users'),
  complaints: from('nobody', '投诉及处理情况', 'Complaints and what became of them'),
  incidents: from('nobody', '网络与信息安全事件情况', 'Security incidents'),
  callCenterForm: from(
    'nobody',
    '呼叫中心产品形态（座席出租、业务外包、其他）',
    'Call-center product: seats, outsourcing, other',
  ),
  shareholderIds: from('nobody', '自然人股东证件号码', 'Identity numbers of shareholders who are persons'),
  fundingOrigin: from('nobody', '外资来源国家或地区', 'Countries of the foreign capital'),
  beforeAndAfter: from('nobody', '变更前后对照', 'Before and after the change'),
  endingOn: from('nobody', '终止经营日期', 'Day on which the business ends'),
  resolution: from('nobody', '股东会决议日期及文号', 'Day and number of the shareholders’ resolution'),
  settlement: from('nobody', '用户处理安排', 'How users are settled with'),
  lossDay: from('nobody', '遗失日期及经过', 'When and how it was lost'),
  lossMedium: from('nobody', '刊登遗失声明的载体', 'Where the loss was published'),
  penalty: from('nobody', '行政处罚文号及整改情况', 'Number of the penalty decision, and what was mended'),
  provincialPermit: from('nobody', '拟注销的省内许可证编号', 'Provincial permit to be given up'),
  promised: from('nobody', '承诺补交的材料及期限', 'Papers promised for later, and by when'),
  notifiedItems: from('nobody', '适用告知承诺的证明事项', 'Proofs on notification and commitment'),
  formerFiling: from('nobody', '上次申请的日期及文号', 'Day and number of the former filing'),
} as const;

export type PaperField = keyof typeof paperFields;

/** A shareholder as a row of a form. A name that nobody may read, or that was erased, is null. */
export interface ShareholderRow {
  name: string | null;
  kind: Bilingual;
  percent: string;
  /** In RMB 10,000. */
  amount: string;
  foreign: boolean;
}

/** What is known for a filing's papers; a field that is left out is not on record. */
export interface PaperFacts {
  values: { readonly [field in PaperField]?: string };
  shareholders: readonly ShareholderRow[];
  /** Nobody asks for these: they are about other services, or other capital. */
  inapplicable?: readonly PaperField[];
}

export const applicable = (fields: readonly PaperField[], { inapplicable = [] }: PaperFacts): PaperField[] =>
  fields.filter((field) => !inapplicable.includes(field));

/** What a table of shareholders says: who they are, and each one's name. */
export const shareholderFields = ['shareholders', 'shareholderNames'] as const satisfies readonly PaperField[];

export function isOnRecord(field: PaperField, { values, shareholders }: PaperFacts): boolean {
  if (field === 'shareholders') return shareholders.length > 0;
  if (field === 'shareholderNames') return shareholders.every(({ name }) => name !== null);
  return values[field] !== undefined;
}
