import type { PaperField } from '../fields.js';
import { type Block, form, type Wording } from './wording.js';

const ofCompany: PaperField[] = [
  'company',
  'uscc',
  'province',
  'city',
  'address',
  'capital',
  'establishedOn',
  'legalRepresentative',
];
const ofContact: PaperField[] = ['contact', 'contactPhone', 'contactEmail'];
const ofPermit: PaperField[] = ['permitNumber', 'permitValidFrom', 'permitLastDay', 'serviceTypes', 'coverage'];

const callCenter: Block = { ask: '呼叫中心产品形态（申请B24的填写）', choices: ['座席出租', '业务外包', '其他'] };

/** Forms, as a fair copy to check before the portal's own is filled in. */
export const forms: Wording[] = [
  form(['application-form'], '增值电信业务经营许可证申请表', [
    { to: 'authority' },
    { heading: '一、申请人' },
    { form: [...ofCompany, 'foreignShare', ...ofContact] },
    { heading: '二、申请经营的业务' },
    { form: ['serviceTypes', 'coverage', 'office'] },
    callCenter,
    { heading: '三、股东及出资' },
    { shareholders: true },
  ]),
  form(['company-and-staff'], '公司及人员情况表', [
    { heading: '一、公司概况' },
    { form: [...ofCompany, 'officeAddress', 'premises'] },
    { heading: '二、负责人' },
    { form: ['licenseOfficer', 'serviceOfficer', 'securityOfficer'] },
    { heading: '三、人员和设施' },
    { form: ['staff', 'technicalStaff', 'seats'] },
    { write: '场地、设备和系统说明', lines: 5 },
  ]),
  form(['renewal-application-form'], '增值电信业务经营许可证续期申请表', [
    { to: 'authority' },
    { heading: '一、许可证' },
    { form: ['company', 'uscc', 'legalRepresentative', ...ofPermit] },
    { heading: '二、申请续期的业务' },
    { form: ['renewedTypes', 'openedServices'] },
    { text: '每一项业务是否已经开通，以所附开通证明为准；未开通的业务不申请续期。' },
    { heading: '三、联系方式' },
    { form: ofContact },
  ]),
  form(['change-application-form'], '增值电信业务经营许可证变更申请表', [
    { to: 'authority' },
    { heading: '一、许可证' },
    { form: ['company', 'uscc', 'legalRepresentative', ...ofPermit] },
    { heading: '二、变更事项' },
    { form: ['changes', 'beforeAndAfter'] },
    {
      ask: '变更类别',
      choices: ['公司名称', '法定代表人', '经营主体', '覆盖范围', '业务项目', '其他'],
    },
    { write: '变更原因及说明', lines: 4 },
    { heading: '三、联系方式' },
    { form: ofContact },
  ]),
  form(['annual-report-form'], '增值电信业务经营许可年报表', [
    { text: '{reportYear}年报送，填报{coveredYear}年度的情况；该年度没有开展业务的，也应如实填报。' },
    { heading: '一、许可证' },
    { form: ['company', 'uscc', 'legalRepresentative', ...ofPermit] },
    { heading: '二、业务和人员' },
    { form: ['openedServices', 'revenue', 'users', 'staff', 'technicalStaff', 'seats'] },
    { heading: '三、服务质量和安全' },
    { form: ['serviceOfficer', 'complaints', 'securityOfficer', 'incidents'] },
    { heading: '四、股东及出资' },
    { shareholders: true },
    { heading: '五、联系方式' },
    { form: ofContact },
  ]),
  form(['termination-application'], '终止经营增值电信业务申请书', [
    { to: 'authority' },
    {
      text: '本公司{company}（统一社会信用代码：{uscc}）持有增值电信业务经营许可证（编号：{permitNumber}，有效期至{permitLastDay}），经股东会决议（{resolution}），申请终止经营以下业务。',
    },
    { form: ['endingTypes', 'endingOn', 'coverage', 'users', 'settlement', ...ofContact] },
    { text: '用户善后方案和善后承诺书随附。' },
  ]),
  form(['reissue-application'], '增值电信业务经营许可证遗失补办申请表', [
    { to: 'authority' },
    { form: ['company', 'uscc', 'legalRepresentative', ...ofPermit] },
    { form: ['lossDay', 'lossMedium', 'publishedOn'] },
    { text: '本公司申请补发上述许可证。遗失声明和遗失情况说明随附。' },
    { form: ofContact },
  ]),
  form(['business-and-technical-plan', 'changed-business-and-technical-plan'], '业务发展和实施计划及技术方案（提纲）', [
    { heading: '一、业务' },
    { form: ['company', 'uscc', 'serviceTypes', 'coverage'] },
    callCenter,
    { write: '市场、客户和服务内容', lines: 5 },
    { write: '三年发展计划、收入预测和实施步骤', lines: 5 },
    { heading: '二、技术方案' },
    { form: ['seats', 'premises', 'technicalStaff'] },
    { write: '系统组成、网络拓扑和设备清单', lines: 6 },
    { write: '线路、码号来源和接入的基础电信企业', lines: 4 },
    { write: '录音、记录的留存方式和期限', lines: 3 },
  ]),
  form(['shareholder-tracing', 'changed-shareholder-tracing'], '股东追溯表', [
    { form: ['company', 'uscc', 'capital', 'foreignShare'] },
    { heading: '一、直接股东' },
    { shareholders: true },
    { heading: '二、逐层追溯' },
    { write: '各层企业股东的股东、持股比例，直至自然人、国有单位或者上市公司', lines: 8 },
    { form: ['fundingOrigin'] },
  ]),
  {
    requirements: ['company-decision'],
    version: 1,
    title: '股东会（董事会）决议',
    blocks: [
      {
        text: '{company}（统一社会信用代码：{uscc}）于＿＿＿＿年＿＿月＿＿日召开会议。会议的召集和表决符合公司法和公司章程的规定，形成如下决议：',
      },
      {
        items: [
          '同意公司就以下事项作出变更：{changes}。变更前后的情况：{beforeAndAfter}。',
          '变更后公司仍符合经营{serviceTypes}的条件，授权法定代表人办理许可证变更手续。',
        ],
      },
      { shareholders: true },
      { text: '表决结果：代表＿＿＿＿％表决权的股东（或者＿＿＿名董事）同意。' },
      { sign: ['shareholders', 'company'] },
    ],
  },
  {
    requirements: ['lost-notice'],
    version: 1,
    title: '遗失声明（供刊登）',
    blocks: [
      {
        text: '{company}（统一社会信用代码：{uscc}）遗失增值电信业务经营许可证，编号：{permitNumber}，有效期至{permitLastDay}。特此声明。',
      },
      { text: '刊登载体：{lossMedium}。刊登后以报样或者网页截图作为材料。' },
      { sign: ['company', 'contact'] },
    ],
  },
  {
    requirements: ['termination-resolution'],
    version: 1,
    title: '股东会决议',
    blocks: [
      {
        text: '{company}（统一社会信用代码：{uscc}）于＿＿＿＿年＿＿月＿＿日召开股东会。会议的召集和表决符合公司法和公司章程的规定，形成如下决议：',
      },
      {
        items: [
          '同意公司终止经营增值电信业务：{endingTypes}（许可证编号：{permitNumber}），终止日期：{endingOn}。',
          '同意用户善后方案，授权法定代表人办理终止经营的申请、公告和善后事宜。',
        ],
      },
      { shareholders: true },
      { text: '表决结果：代表＿＿＿＿％表决权的股东同意。' },
      { sign: ['shareholders', 'company'] },
    ],
  },
];
