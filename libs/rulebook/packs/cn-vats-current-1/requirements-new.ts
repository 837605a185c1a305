import type { RequirementRule } from '../../pack.js';
import { material } from './material.js';

const toOpen = ['new'];
const toOpenOrRenew = ['new', 'renewal'];

/** What every applicant hands in for a first permit; several of these are asked for again at renewal. */
export const requirementsNew: RequirementRule[] = [
  material('application-form', {
    filingKinds: toOpen,
    title: { zh: '增值电信业务经营许可证申请表', en: 'Application form' },
    wording: {
      zh: '由法定代表人签署，载明业务种类、覆盖范围、公司名称和联系方式。',
      en: 'Signed by the legal representative; names the services, the coverage, the company and its contacts.',
    },
    citation: { source: 'O42', article: 'art. 8(1); PG' },
    confidence: 'secondary',
  }),
  material('business-license', {
    filingKinds: ['new', 'renewal', 'change'],
    title: { zh: '营业执照副本', en: 'Business license' },
    wording: {
      zh: '与登记信息一致；再次申请且无变化的，可以声明代替复印件。',
      en: 'As registered; on a repeated filing a statement that nothing changed may stand in for the copy.',
    },
    citation: { source: 'O42', article: 'art. 8(2); N99' },
    confidence: 'secondary',
  }),
  material('company-and-staff', {
    filingKinds: toOpenOrRenew,
    title: { zh: '公司及人员情况表', en: 'Company and staff form' },
    wording: {
      zh: '载明许可证、服务和安全三类负责人，以及人员、场地和设施。',
      en: 'Names the officers for license, service and security, and describes staff, premises and facilities.',
    },
    citation: { source: 'O42', article: 'art. 8(3); PG' },
    confidence: 'secondary',
  }),
  material('social-security-proof', {
    filingKinds: toOpenOrRenew,
    title: { zh: '三名负责人的社会保险缴纳证明', en: 'Social security proof of the three officers' },
    wording: {
      zh: '由申请公司缴纳，出具时间不超过一个月；可先承诺、颁证前补交。',
      en: 'Paid by the applicant and not older than one month; may be promised and supplied before the permit is issued.',
    },
    citation: { source: 'N99', article: 'papers that may follow; PG GX 2026' },
    confidence: 'secondary',
    status: 'deferrable',
    freshness: { length: 1, unit: 'month' },
  }),
  material('business-and-technical-plan', {
    filingKinds: toOpenOrRenew,
    title: { zh: '业务发展和实施计划及技术方案', en: 'Business plan and technical plan' },
    wording: {
      zh: '呼叫中心使用专用模板，说明座席出租、业务外包或者其他形式。',
      en: 'For call centers on their own form: seats leased out, outsourced service, or other.',
    },
    citation: { source: 'O42', article: 'art. 8(5); PG' },
    confidence: 'secondary',
  }),
  material('service-quality-measures', {
    filingKinds: toOpen,
    title: { zh: '为用户提供长期服务和质量保障的措施', en: 'Measures for long-term service and quality' },
    wording: {
      zh: '说明服务承诺、投诉处理和用户善后。',
      en: 'Service commitments, complaints, and what becomes of users at the end.',
    },
    citation: { source: 'O42', article: 'art. 8(6)' },
    confidence: 'unverified',
  }),
  material('security-measures', {
    filingKinds: toOpenOrRenew,
    title: { zh: '网络与信息安全保障措施', en: 'Network and information security measures' },
    wording: {
      zh: '说明安全责任人、制度和技术措施。',
      en: 'The persons responsible, the rules and the technical measures.',
    },
    citation: { source: 'O42', article: 'art. 8(7); PG' },
    confidence: 'secondary',
  }),
  material('shareholder-tracing', {
    filingKinds: toOpenOrRenew,
    title: { zh: '股东追溯及相关证明', en: 'Shareholders traced to the end, with proof' },
    wording: {
      zh: '逐层追溯股东；再次申请且无变化的，可以声明代替。',
      en: 'Every layer of shareholders; on a repeated filing a statement that nothing changed may do.',
    },
    citation: { source: 'O42', article: 'art. 8(4); PG' },
    confidence: 'secondary',
  }),
  material('credit-system-screenshots', {
    filingKinds: toOpen,
    title: { zh: '国家企业信用信息公示系统截图', en: 'Screenshots of the national enterprise credit system' },
    wording: {
      zh: '公司及各层企业股东的登记信息页面。',
      en: 'The pages of the company and of each shareholder that is a company.',
    },
    citation: { source: 'PG', article: 'portal checklist' },
    confidence: 'secondary',
  }),
  material('lawful-operation-commitment', {
    filingKinds: ['new', 'renewal', 'change'],
    title: { zh: '依法经营电信业务承诺书', en: 'Commitment to operate lawfully' },
    wording: {
      zh: '使用办事系统模板，法定代表人签字并加盖公章。',
      en: 'On the portal’s form, signed by the legal representative and sealed.',
    },
    citation: { source: 'O42', article: 'art. 8(9); PG' },
    confidence: 'secondary',
  }),
  material('premises-proof', {
    filingKinds: toOpen,
    title: { zh: '经营场所证明（租赁合同或产权证明）', en: 'Proof of premises: lease or title' },
    wording: {
      zh: '呼叫中心须有场地；各省指南有要求。',
      en: 'A call center needs a place; the local guides ask for its proof.',
    },
    citation: { source: 'PG', article: 'local guides on B24' },
    confidence: 'secondary',
    when: { eq: ['serviceTypes', 'B24'] },
    examples: [
      { facts: { serviceTypes: ['B24'] }, applies: true },
      { facts: { serviceTypes: ['B21'] }, applies: false },
    ],
  }),
  material('articles-of-association', {
    filingKinds: toOpen,
    title: { zh: '公司章程', en: 'Articles of association' },
    wording: {
      zh: '法定材料之一；办事系统已取消加盖档案章的要求，是否仍须提交存疑。',
      en: 'One of the statutory papers; the archive seal is no longer asked for, and whether a plain copy is, is doubtful.',
    },
    citation: { source: 'O42', article: 'art. 8(4); N99' },
    confidence: 'unverified',
    status: 'optional',
  }),
  material('reputation-evidence', {
    filingKinds: toOpen,
    title: { zh: '证明公司信誉的有关材料', en: 'Evidence of the company’s reputation' },
    wording: {
      zh: '法定材料之一；办事系统未单列，是否仍须提交存疑。',
      en: 'One of the statutory papers; the portal has no place of its own for it, and whether it is asked for is doubtful.',
    },
    citation: { source: 'O42', article: 'art. 8(8)' },
    confidence: 'unverified',
    status: 'optional',
  }),
  material('branch-papers', {
    filingKinds: toOpenOrRenew,
    title: { zh: '分支机构或控股子公司材料', en: 'Papers of branches or controlled subsidiaries' },
    wording: {
      zh: '跨省经营的可选材料；授权子公司须持股百分之五十一以上。',
      en: 'Optional across provinces; an authorized subsidiary must be held to at least 51 percent.',
    },
    citation: { source: 'PG', article: 'portal checklist' },
    confidence: 'secondary',
    status: 'optional',
    when: { eq: ['coverage', 'nationwide'] },
    examples: [
      { facts: { coverage: 'nationwide' }, applies: true },
      { facts: { coverage: 'province' }, applies: false },
    ],
  }),
];
