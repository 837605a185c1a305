import type { DutyRule } from '../../pack.js';
import { duty } from './duty.js';

/** What every holder of a permit keeps up. */
export const dutiesOfHolders: DutyRule[] = [
  duty('operate-within-the-permit', {
    title: { zh: '按许可证经营', en: 'Operate within the permit' },
    wording: {
      zh: '只经营许可证载明的业务种类、覆盖范围，且仅在有效期内经营；申请在办或者许可证已届满，均不构成经营的权利。',
      en: 'Only the services and the coverage that the permit states, and only while it is valid: neither a pending application nor an expired permit gives a right to operate.',
    },
    citation: { source: 'TR', article: 'art. 7(3), 69' },
    confidence: 'verified',
    evidence: {
      zh: '业务按种类和省份的开通、停止记录',
      en: 'records of when a service began and stopped, by type and province',
    },
    penalty: 'operating-without-permit',
  }),
  duty('display-permit-number', {
    title: { zh: '标明许可证编号', en: 'Display of the permit number' },
    wording: {
      zh: '在主要经营场所、网站主页、业务宣传材料等显著位置标明许可证编号。',
      en: 'The permit number stands where people see it: at the main premises, on the home page and in advertising.',
    },
    citation: { source: 'O42', article: 'art. 16' },
    confidence: 'unverified',
    evidence: {
      zh: '场所照片、网页截图、宣传材料样张',
      en: 'photos of the premises, page captures, samples of advertising',
    },
  }),
  duty('no-transfer-of-permit', {
    title: { zh: '不得伪造、出租、转让许可证', en: 'No forging, lending or transfer of the permit' },
    wording: {
      zh: '许可证不得伪造、涂改、冒用、出租、出借、买卖或者转让。',
      en: 'A permit is not forged, altered, lent, let, sold or transferred.',
    },
    citation: { source: 'TR', article: 'art. 68; ALL art. 9, 80' },
    confidence: 'verified',
    evidence: { zh: '合作合同审查记录', en: 'records of the review of contracts with partners' },
    penalty: 'permit-lent',
  }),
  duty('open-the-service', {
    title: { zh: '开通业务并留存证明', en: 'Open the service and keep evidence' },
    wording: {
      zh: '每一项业务均应实际开通并留存证明；未开通的，有效期届满时不予续期。',
      en: 'Every service of the permit is really opened, with evidence; one that never opened is not renewed at the end.',
    },
    citation: { source: 'O42', article: 'art. 27' },
    confidence: 'verified',
    evidence: {
      zh: '首批客户合同、接入合同、通话记录、系统截图，按业务种类',
      en: 'first client contracts, carrier contracts, call records, captures of the system, by type of service',
    },
    limits: ['limit.renewal'],
  }),
  duty('special-conditions', {
    title: { zh: '特别规定事项', en: 'Special conditions of the permit' },
    wording: {
      zh: '遵守许可证所附特别规定事项，并在年报中报告执行情况。',
      en: 'The special conditions annexed to the permit are kept, and the annual report says how.',
    },
    citation: { source: 'O42', article: 'art. 35(5)' },
    confidence: 'verified',
    evidence: { zh: '逐项完成证明', en: 'evidence for each condition' },
    limits: ['limit.special-condition'],
  }),
  duty('true-annual-report', {
    title: { zh: '年报真实', en: 'A true annual report' },
    wording: {
      zh: '对年报信息的真实性负责；经营、建设与人员、服务质量的内容向社会公示，商业秘密除外。',
      en: 'The operator answers for the truth of its annual report; business, network and staff, and quality are shown to the public, trade secrets excepted.',
    },
    citation: { source: 'O42', article: 'art. 35' },
    confidence: 'verified',
    evidence: { zh: '年报底稿及其数据来源', en: 'the figures behind the report and where they came from' },
    limits: ['limit.annual-report', 'limit.annual-report-cure'],
  }),
  duty('reports-published-and-checked', {
    holder: 'authority',
    title: { zh: '年报公示和抽查', en: 'Reports are published and checked' },
    wording: {
      zh: '年报五月公示，五月至九月抽查；报送期满后不得修改。',
      en: 'Reports are published in May and spot-checked from May to September; a filed one cannot be edited after the deadline.',
    },
    citation: { source: 'N321', article: 'publication and spot checks' },
    confidence: 'verified',
    evidence: { zh: '公示页面、抽查通知', en: 'the published page, the notice of a check' },
    limits: ['limit.annual-report', 'limit.inspection-answer'],
  }),
  duty('cooperate-with-inspections', {
    title: { zh: '配合监督检查', en: 'Cooperation with inspections' },
    wording: {
      zh: '配合书面检查、实地核查、网络监测和受委托第三方的检查，如实提供情况，按期答复和整改。',
      en: 'Checks on paper, on site, over the network and by commissioned third parties are borne with; questions are answered truthfully and defects put right in time.',
    },
    citation: { source: 'O42', article: 'art. 4, 36; ALL art. 61, 62' },
    confidence: 'verified',
    evidence: { zh: '检查通知、答复和整改材料', en: 'notices, answers and proof of correction' },
    limits: ['limit.inspection-answer'],
  }),
  duty('authorized-subsidiaries', {
    title: { zh: '授权子公司经营', en: 'Authorized subsidiaries' },
    wording: {
      zh: '经发证机关批准，可授权持股不少于百分之五十一且符合条件的子公司经营，并在许可证附页载明；同一地区同一业务只能授权一家。',
      en: 'With the issuer’s consent a subsidiary held to at least 51 percent may operate the service, if it meets the conditions and the permit’s annex names it; one company per region and service.',
    },
    citation: { source: 'O42', article: 'art. 19' },
    confidence: 'unverified',
    otherReadings: [
      {
        id: 'as-in-2009',
        wording: {
          zh: '2009年办法第十九条读到同样的规则；2017年办法的条号未核实。',
          en: 'Article 19 of the measures of 2009 was read with the same rule; its number in the measures of 2017 is not verified.',
        },
        citation: { source: 'O5', article: 'art. 19' },
        confidence: 'secondary',
      },
    ],
    evidence: { zh: '持股证明、许可证附页', en: 'proof of the holding, annex of the permit' },
    minimumPercent: 51,
  }),
  duty('security-measures', {
    title: { zh: '网络与信息安全', en: 'Network and information security' },
    wording: {
      zh: '落实所承诺的网络与信息安全责任人、制度和技术措施；执行情况列入年报。',
      en: 'The promised persons, rules and technical measures for security are really in place; the annual report says so.',
    },
    citation: { source: 'O42', article: 'art. 35(4)' },
    confidence: 'verified',
    evidence: { zh: '制度、演练和检查记录', en: 'rules, records of drills and checks' },
  }),
  duty('aftercare', {
    title: { zh: '终止时的用户善后', en: 'Care for users at the end' },
    wording: {
      zh: '终止、不再续期或者许可证失效时，妥善安置用户，结清费用，停止经营。',
      en: 'When the business ends, is not renewed or the permit falls away, users are provided for, accounts are settled and the service stops.',
    },
    citation: { source: 'O42', article: 'art. 27, 30' },
    confidence: 'verified',
    evidence: { zh: '善后方案、用户告知和结算记录', en: 'plan, notices to users and settlements' },
    limits: ['limit.non-renewal-report', 'limit.permit-return'],
  }),
];
