import type { GuideStatement } from './guide.js';

/** Guide B: a filing agent’s page on B24, statement by statement, in our own words. Most of it is of the measures of 2009. */
export const guideB: GuideStatement[] = [
  {
    id: 'B1',
    says: {
      zh: '分全网和地网：全网由工信部办理，地网由省通信管理局办理。',
      en: 'Permits are nationwide, from MIIT, or for one province, from its administration.',
    },
    law: {
      zh: '同此；有外资的，一省也由工信部审批。',
      en: 'So it is; with any foreign share MIIT decides for one province too.',
    },
    finding: 'agrees',
    rules: ['routing.nationwide', 'routing.one-province', 'routing.foreign-invested'],
  },
  {
    id: 'B2',
    says: { zh: '经营者是依法设立的公司。', en: 'The operator is a lawfully formed company.' },
    law: { zh: '2017年办法第六条同此。', en: 'Article 6 of the measures of 2017 says so.' },
    finding: 'agrees',
    rules: ['material.business-license'],
  },
  {
    id: 'B3',
    says: { zh: '有相应的资金和专业人员。', en: 'It has funds and professionals for the business.' },
    law: { zh: '同此；另有注册资本的最低数额。', en: 'So it is; and there is a floor of registered capital.' },
    finding: 'incomplete',
    rules: ['material.company-and-staff', 'capital.one-province', 'capital.nationwide'],
  },
  {
    id: 'B4',
    says: { zh: '有可行性研究报告和技术方案。', en: 'It has a feasibility study and a technical plan.' },
    law: {
      zh: '现为业务发展和实施计划及技术方案，呼叫中心用专用模板。',
      en: 'Now it is a business plan with a technical plan, for call centers on a form of their own.',
    },
    finding: 'outdated',
    rules: ['material.business-and-technical-plan'],
  },
  {
    id: 'B5',
    says: { zh: '有必要的场地和设施。', en: 'It has the site and facilities it needs.' },
    law: { zh: '同此；受理环节核查。', en: 'So it is; checked on site during acceptance.' },
    finding: 'agrees',
    rules: ['material.premises-proof', 'eligibility.site-check', 'duty.call-center-site-check'],
  },
  {
    id: 'B6',
    says: { zh: '有长期服务的信誉和能力。', en: 'It has the reputation and the ability for long-term service.' },
    law: { zh: '现行办法为信誉或者能力。', en: 'The measures of 2017 ask for reputation or ability.' },
    finding: 'agrees',
    rules: ['material.service-quality-measures', 'material.reputation-evidence'],
  },
  {
    id: 'B7',
    says: { zh: '三年内没有重大违法。', en: 'No serious violation within three years.' },
    law: {
      zh: '2009年办法的条件；现为不在失信名单上，三年内受过处罚的另交承诺书。天津、吉林的指南仍写旧条件。',
      en: 'A condition of 2009; today it is the dishonest list, and a special commitment after a penalty within three years. The guides of Tianjin and Jilin still have the old one.',
    },
    finding: 'outdated',
    rules: [
      'eligibility.dishonest-list',
      'eligibility.recent-penalty',
      'eligibility.violation-record',
      'material.integrity-commitment',
      'question.old-condition-of-three-years',
    ],
  },
  {
    id: 'B8',
    says: { zh: '材料一：营业执照原件和复印件。', en: 'Paper 1: the business license, original and copy.' },
    law: {
      zh: '在网上提交；再次申请且无变化的，可以声明代替。',
      en: 'Uploaded; on a repeated filing a statement that nothing changed may stand in for it.',
    },
    finding: 'incomplete',
    rules: ['material.business-license', 'material.application-form', 'duty.portal-upload-form'],
  },
  {
    id: 'B9',
    says: {
      zh: '材料二：加盖工商档案章的公司章程。',
      en: 'Paper 2: the articles of association with the archive seal.',
    },
    law: {
      zh: '2020年已在全国取消；个别地方页面仍有，未盖章的章程是否须交存疑。',
      en: 'Abolished nationally in 2020; some local pages still ask, and whether a plain copy is needed is doubtful.',
    },
    finding: 'outdated',
    rules: ['material.sealed-articles-of-association', 'material.articles-of-association', 'question.plain-articles'],
  },
  {
    id: 'B10',
    says: {
      zh: '材料三：完整的股权结构图，法定代表人签字并盖公章。',
      en: 'Paper 3: the whole chart of shareholding, signed by the legal representative and sealed.',
    },
    law: {
      zh: '现为股东追溯及证明；有外资的追溯至最终股东。',
      en: 'Now the shareholders are traced with proof; any foreign share to its end.',
    },
    finding: 'incomplete',
    rules: ['material.shareholder-tracing', 'material.foreign-shareholding-tree'],
  },
  {
    id: 'B11',
    says: {
      zh: '股东是自然人的，交身份证复印件。',
      en: 'For shareholders who are persons, a copy of their identity card.',
    },
    law: { zh: '同此。', en: 'So it is.' },
    finding: 'agrees',
    rules: ['material.shareholder-identity'],
  },
  {
    id: 'B12',
    says: {
      zh: '股东是企业的，交营业执照复印件和盖章的章程。',
      en: 'For shareholders that are companies, their license and sealed articles.',
    },
    law: {
      zh: '现以公示系统截图或者执照为准，不再要求章程；上市公司交前十大股东公告。',
      en: 'Now a page of the credit system or the license will do, without articles; a listed company shows its ten largest holders.',
    },
    finding: 'outdated',
    rules: ['material.shareholder-registration', 'material.credit-system-screenshots', 'material.top-ten-shareholders'],
  },
  {
    id: 'B13',
    says: {
      zh: '材料四：分公司的执照，或者控股子公司的执照和章程。',
      en: 'Paper 4: licenses of branches, or license and articles of controlled subsidiaries.',
    },
    law: {
      zh: '选交；跨省经营或者授权子公司（持股百分之五十一以上）时用。',
      en: 'Optional: for business across provinces, or an authorized subsidiary held to at least 51 percent.',
    },
    finding: 'incomplete',
    rules: ['material.branch-papers', 'duty.authorized-subsidiaries'],
  },
  {
    id: 'B14',
    says: {
      zh: '材料五：成立一年内的交验资报告，一年以上的交最近一年的审计报告。',
      en: 'Paper 5: a capital verification in the first year, later an audit report of the last year.',
    },
    law: { zh: '2017年起不再要求；默认关闭。', en: 'Not asked for since 2017; switched off.' },
    finding: 'outdated',
    rules: ['material.capital-verification-or-audit'],
  },
  {
    id: 'B15',
    says: {
      zh: '材料六：主要管理和技术人员名单及其身份证、资格证书复印件。',
      en: 'Paper 6: the list of managers and technicians, with copies of their cards and certificates.',
    },
    law: {
      zh: '名单现在公司及人员情况表中，含三类负责人；证件复印件2020年已取消，个别地方仍索取。',
      en: 'The list is now in the staff form, with three officers; copies of cards were abolished in 2020, though some pages still ask.',
    },
    finding: 'outdated',
    rules: ['material.company-and-staff', 'material.manager-identity'],
  },
  {
    id: 'B16',
    says: { zh: '材料七：租赁合同或者办公场所证明。', en: 'Paper 7: the lease or another proof of the office.' },
    law: { zh: '各省的呼叫中心指南有此要求。', en: 'The local guides on call centers ask for it.' },
    finding: 'agrees',
    rules: ['material.premises-proof'],
  },
  {
    id: 'B17',
    says: {
      zh: '材料八：盖有社保机构红章的员工社保证明。',
      en: 'Paper 8: proof of the employees’ social security, with its agency’s seal.',
    },
    law: {
      zh: '现为三名负责人的缴纳证明，不超过一个月，可容缺。',
      en: 'Now for the three officers, not older than a month, and it may follow before the permit is issued.',
    },
    finding: 'incomplete',
    rules: ['material.social-security-proof', 'limit.deferred-materials'],
  },
  {
    id: 'B18',
    says: {
      zh: '材料九：劳动合同原件，核对后当场退回。',
      en: 'Paper 9: original labor contracts, given back after a look.',
    },
    law: { zh: '只见于陕西，不少于十五名话务员。', en: 'Seen in Shaanxi only, for at least fifteen agents.' },
    finding: 'local',
    rules: ['material.agent-contracts', 'eligibility.shaanxi-call-center'],
  },
  {
    id: 'B19',
    says: {
      zh: '材料十：不利用平台开展网络电话等未经批准业务的承诺书，没有模板。',
      en: 'Paper 10: a commitment, without a form, not to run VoIP or other unapproved services on the platform.',
    },
    law: {
      zh: '未找到现行依据；现行的是依法经营承诺书和骚扰电话禁呼承诺书。',
      en: 'No present source was found; today there are the commitments to operate lawfully and against nuisance calls.',
    },
    finding: 'no-source',
    rules: ['material.lawful-operation-commitment', 'material.nuisance-call-commitment', 'material.voip-commitment'],
  },
  {
    id: 'B20',
    says: {
      zh: '固定十项材料，没有申请表、安全保障措施、服务质量措施和各项承诺书。',
      en: 'Ten fixed papers; the application form, the security and service measures and the commitments are not among them.',
    },
    law: {
      zh: '材料因地因事而异，这些均须提交。',
      en: 'Papers differ by place and case, and all of these are asked for.',
    },
    finding: 'silent',
    rules: [
      'material.application-form',
      'material.security-measures',
      'material.service-quality-measures',
      'material.nuisance-call-commitment',
      'material.lawful-operation-commitment',
    ],
  },
  {
    id: 'B21',
    says: { zh: '没有提到注册资本数额。', en: 'Says nothing of a capital figure.' },
    law: {
      zh: '一省一百万元，跨省或者全国一千万元。',
      en: 'RMB 1 million for one province, 10 million for several or all.',
    },
    finding: 'silent',
    rules: ['capital.one-province', 'capital.nationwide'],
  },
];
