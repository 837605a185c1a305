import type { GuideStatement } from './guide.js';

/** Guide A: a consultancy’s page on B24 in an older edition, statement by statement, in our own words. */
export const guideA: GuideStatement[] = [
  {
    id: 'A1',
    says: {
      zh: '向用户提供客服呼叫中心服务的企业，须在增值电信业务许可制度下取得B24。',
      en: 'Whoever offers call-center support to users needs B24, under the permit system for value-added services.',
    },
    law: { zh: '受其他单位委托提供的服务，确须许可。', en: 'So it is for service on the order of other entities.' },
    finding: 'agrees',
    rules: ['service-type.B24', 'scope.call-center-asked-for'],
  },
  {
    id: 'A2',
    says: {
      zh: '不限于电话；即时消息、邮件等方式也算。',
      en: 'Not only the phone counts: instant messages, mail and other ways do too.',
    },
    law: {
      zh: '目录列有电话、传真、移动终端、计算机终端、语音信箱、邮件和短信；即时消息未逐字列出，按互联网接入理解。',
      en: 'The catalogue names phone, fax, mobile and computer terminals, voice mail, mail and short messages; instant messages are not named, but reach the platform over the internet.',
    },
    finding: 'agrees',
    rules: ['service-type.B24', 'eligibility.instant-messages-only', 'eligibility.channels-not-stated'],
  },
  {
    id: 'A3',
    says: {
      zh: '2015年分类目录给出定义：受企事业单位委托，经公用通信网或互联网上的呼叫中心系统和数据库，为用户提供业务咨询、信息咨询和数据查询。',
      en: 'The 2015 catalogue defines it: on the order of entities, consultation and queries for users, through a call-center system on the public network or the internet, with a database behind it.',
    },
    law: { zh: '目录自2016年3月起施行，定义相同。', en: 'The catalogue, in force since March 2016, says so.' },
    finding: 'agrees',
    rules: ['service-type.B24'],
  },
  {
    id: 'A4',
    says: { zh: '出租呼叫中心系统或者座席也属于该业务。', en: 'Leasing out the system or its seats belongs to it.' },
    law: { zh: '目录同此。', en: 'The catalogue says so.' },
    finding: 'agrees',
    rules: ['service-type.B24', 'scope.domestic-call-center'],
  },
  {
    id: 'A5',
    says: {
      zh: '用户可用固定电话、传真、移动终端或计算机接入，并以语音信箱、传真、邮件、短信等方式得到答复。',
      en: 'Users come in by fixed phone, fax, mobile or computer and are answered by voice mail, fax, mail or short message.',
    },
    law: {
      zh: '目录同此；接入方式不影响是否须许可。',
      en: 'The catalogue says so; the channel does not decide whether a permit is needed.',
    },
    finding: 'agrees',
    rules: ['service-type.B24'],
  },
  {
    id: 'A6',
    says: { zh: '分为国内和离岸两类。', en: 'There are two kinds, domestic and offshore.' },
    law: { zh: '目录同此。', en: 'The catalogue says so.' },
    finding: 'agrees',
    rules: ['service-type.B24-1', 'service-type.B24-2'],
  },
  {
    id: 'A7',
    says: {
      zh: '国内类：平台在境内，受境内外单位委托，主要服务境内用户。',
      en: 'Domestic: a platform inside China, clients at home or abroad, users mainly at home.',
    },
    law: { zh: '目录同此。', en: 'The catalogue says so.' },
    finding: 'agrees',
    rules: ['service-type.B24-1', 'scope.domestic-call-center'],
  },
  {
    id: 'A8',
    says: {
      zh: '离岸类：平台在境内，受境外单位委托，服务境外用户。',
      en: 'Offshore: a platform inside China, clients and users abroad.',
    },
    law: {
      zh: '目录同此；但办事系统只列国内类，须先询问。',
      en: 'The catalogue says so, but the portal lists only the domestic kind: ask first.',
    },
    finding: 'incomplete',
    rules: ['service-type.B24-2', 'scope.offshore-call-center', 'question.offshore-call-center'],
  },
  {
    id: 'A9',
    says: {
      zh: '任何企业做客服都须许可，只服务本公司用户的也不例外。',
      en: 'Any company with customer support needs the permit, even for its own users alone.',
    },
    law: {
      zh: '定义以受托为前提；只服务本公司用户的，尚无定论。',
      en: 'The definition asks for service on another’s order; in-house support is unsettled.',
    },
    finding: 'unsettled',
    rules: ['scope.own-users-only', 'service-type.B24', 'question.own-users-only'],
  },
  {
    id: 'A10',
    says: { zh: '为其他公司的用户服务的外包中心须许可。', en: 'Outsourced centers for the users of others need it.' },
    law: { zh: '正属受托服务。', en: 'This is service on another’s order.' },
    finding: 'agrees',
    rules: ['service-type.B24', 'scope.domestic-call-center'],
  },
  {
    id: 'A11',
    says: {
      zh: '全中资公司可申请上述全部业务范围。',
      en: 'A company wholly in Chinese hands may ask for each of these kinds.',
    },
    law: {
      zh: '未见限制；离岸类仍须先询问。',
      en: 'No bar was found; for the offshore kind, ask first all the same.',
    },
    finding: 'agrees',
    rules: ['service-type.B24-1', 'service-type.B24-2', 'scope.offshore-asked-for'],
  },
  {
    id: 'A12',
    says: {
      zh: '外商投资电信企业可在一个省、自治区或者直辖市内经营。',
      en: 'A foreign-invested telecom enterprise may have it for one province.',
    },
    law: {
      zh: '未找到限于一省的规定；有外资的，一省也由工信部审批，资本按覆盖范围。',
      en: 'No limit to one province was found; with any foreign share MIIT decides even for one, and the capital follows the coverage.',
    },
    finding: 'differs',
    rules: [
      'routing.foreign-invested',
      'capital.one-province-foreign-invested',
      'eligibility.foreign-invested',
      'question.foreign-share-in-one-province',
    ],
  },
  {
    id: 'A13',
    says: { zh: '经营者是依法设立的公司。', en: 'The operator is a lawfully formed company.' },
    law: { zh: '2017年办法第六条同此。', en: 'Article 6 of the measures of 2017 says so.' },
    finding: 'agrees',
    rules: ['eligibility.lawful-company', 'material.business-license'],
  },
  {
    id: 'A14',
    says: { zh: '有相应的资金和人员。', en: 'It has the funds and the staff for the business.' },
    law: { zh: '办法第六条同此；以公司及人员情况表证明。', en: 'Article 6 says so; the staff form shows it.' },
    finding: 'agrees',
    rules: ['eligibility.funds-and-staff', 'material.company-and-staff', 'material.social-security-proof'],
  },
  {
    id: 'A15',
    says: { zh: '有长期服务的信誉或者能力。', en: 'It has the reputation or the ability for long-term service.' },
    law: {
      zh: '办法第六条同此；以服务和质量保障措施等材料证明。',
      en: 'Article 6 says so; the measures for long-term service show it.',
    },
    finding: 'agrees',
    rules: ['eligibility.long-term-ability', 'material.service-quality-measures', 'material.reputation-evidence'],
  },
  {
    id: 'A16',
    says: {
      zh: '注册资本：一省一百万元，跨省或者全国一千万元。',
      en: 'Registered capital: RMB 1 million for one province, 10 million for several or all.',
    },
    law: { zh: '同此；认缴即可，不再要求实缴。', en: 'So it is; subscribed is enough, it need not be paid in.' },
    finding: 'agrees',
    rules: ['capital.one-province', 'capital.nationwide'],
  },
  {
    id: 'A17',
    says: { zh: '有场地、设施和技术方案。', en: 'It has premises, facilities and technical plans.' },
    law: {
      zh: '办法第六条同此；呼叫中心在受理环节核查场地和人员。',
      en: 'Article 6 says so; for a call center, place and staff are checked on site during acceptance.',
    },
    finding: 'agrees',
    rules: [
      'eligibility.premises-and-plan',
      'material.business-and-technical-plan',
      'material.premises-proof',
      'eligibility.site-check',
      'duty.call-center-site-check',
    ],
  },
  {
    id: 'A18',
    says: {
      zh: '公司、主要出资者和主要经营管理人员不在失信名单上。',
      en: 'Neither the company nor its main investors and managers are on the dishonest list.',
    },
    law: { zh: '办法第六条同此。', en: 'Article 6 says so.' },
    finding: 'agrees',
    rules: [
      'eligibility.dishonest-list',
      'eligibility.dishonest-list-company',
      'eligibility.dishonest-list-investor',
      'eligibility.dishonest-list-manager',
      'credit-list.dishonest',
    ],
  },
  {
    id: 'A19',
    says: { zh: '符合国家规定的其他条件。', en: 'It meets what else the state asks for.' },
    law: {
      zh: '办法第六条同此；地方指南另有要求，如陕西。',
      en: 'Article 6 says so; local guides ask for more, as in Shaanxi.',
    },
    finding: 'agrees',
    rules: ['eligibility.shaanxi-call-center'],
  },
  {
    id: 'A20',
    says: {
      zh: '依2020年版负面清单，自2020年6月起外商独资企业可取得B24。',
      en: 'By the negative list of 2020 a wholly foreign-owned company may have B24 since June 2020.',
    },
    law: {
      zh: '呼叫中心的外资限制自2019年7月30日起已取消；现行清单为2024年版。',
      en: 'The cap for call centers was lifted nationwide on 2019-07-30 already; the list now is that of 2024.',
    },
    finding: 'outdated',
    rules: [
      'eligibility.foreign-call-center',
      'eligibility.foreign-invested',
      'service-type.B24',
      'question.foreign-caps',
    ],
  },
  {
    id: 'A21',
    says: {
      zh: '港澳企业和自贸区企业可能有优待，也有另外的要求。',
      en: 'Companies of Hong Kong, Macau and the free-trade zones may have advantages, and more to show.',
    },
    law: {
      zh: '自贸区试点见2014年和2019年文件，是否仍在执行未核实；港澳另依安排。',
      en: 'There were zone pilots in 2014 and 2019; whether they still run is not verified. Hong Kong and Macau have arrangements of their own.',
    },
    finding: 'unsettled',
    rules: [
      'eligibility.hong-kong-macau',
      'eligibility.notification-commitment-pilot',
      'routing.foreign-invested',
      'question.free-trade-zone-pilots',
    ],
  },
  {
    id: 'A22',
    says: { zh: '在网上向当地主管部门申请。', en: 'One files online with the local authority.' },
    law: {
      zh: '网上申报属实；一省的向该省通信管理局，跨省或者有外资的由工业和信息化部审批。青岛等地另有受理机关。',
      en: 'Online, yes; for one province with its administration, for several, or with any foreign share, MIIT decides. Some cities have an office of their own, as Qingdao.',
    },
    finding: 'incomplete',
    rules: [
      'routing.one-province',
      'routing.nationwide',
      'routing.foreign-invested',
      'office.sd-qingdao',
      'duty.file-on-the-portal',
    ],
  },
  {
    id: 'A23',
    says: {
      zh: '上海自贸区内的，向上海市通信管理局申请。',
      en: 'In the Shanghai free-trade zone one files with the Shanghai administration.',
    },
    law: {
      zh: '出自2014年试点；作为另一理解保留，是否仍在执行未核实。',
      en: 'This comes from the pilot of 2014; it is kept as another reading, not verified to run today.',
    },
    finding: 'unsettled',
    rules: ['routing.foreign-invested', 'authority.sh', 'question.free-trade-zone-pilots'],
  },
  {
    id: 'A24',
    says: {
      zh: '材料和程序各地不同，基本清单见许可管理办法。',
      en: 'Papers and steps differ by region; the measures on permits have the basic list.',
    },
    law: {
      zh: '同此；材料按主管部门、业务和申请人情况确定。',
      en: 'So it is; papers follow from authority, service and applicant.',
    },
    finding: 'agrees',
    rules: ['material.application-form', 'material.agent-contracts', 'material.equipment-contract'],
  },
  {
    id: 'A25',
    says: { zh: '一般三个月以内取得许可。', en: 'The permit usually comes within three months.' },
    law: {
      zh: '五个工作日、六十日和十个工作日相加：六十日按日历日为78至91天，按工作日为105至117天；补正和专家评审另计。',
      en: 'Five working days, sixty days and ten working days: 78 to 91 days where the sixty are calendar days, 105 to 117 where they are working days; corrections and expert review come on top.',
    },
    finding: 'incomplete',
    rules: ['limit.completeness', 'limit.review', 'limit.permit-issue', 'question.sixty-days'],
  },
  {
    id: 'A26',
    says: {
      zh: '无证经营，处所得三至五倍罚款。',
      en: 'Operating without the permit costs three to five times what was earned.',
    },
    law: {
      zh: '另须没收所得；没有所得或者不足五万元的，处十万至一百万元。',
      en: 'The income is confiscated too, and where it is nil or under RMB 50,000 the fine is RMB 100,000 to 1 million.',
    },
    finding: 'incomplete',
    rules: ['penalty.operating-without-permit'],
  },
  {
    id: 'A27',
    says: { zh: '还会被关停并列入黑名单。', en: 'The business is also shut down and put on a blacklist.' },
    law: {
      zh: '情节严重的责令停业整顿，并可能列入失信名单。',
      en: 'Suspension follows in serious cases, and the dishonest list may.',
    },
    finding: 'incomplete',
    rules: ['penalty.operating-without-permit', 'eligibility.dishonest-list', 'credit-list.dishonest'],
  },
  {
    id: 'A28',
    says: { zh: '申请期间不得经营。', en: 'No business while the application is pending.' },
    law: { zh: '电信条例第七条同此。', en: 'Article 7 of the regulations says so.' },
    finding: 'agrees',
    rules: ['eligibility.no-business-before-the-permit', 'duty.operate-within-the-permit'],
  },
  {
    id: 'A29',
    says: {
      zh: '否则企业和审批机关都依第六十九条受罚。',
      en: 'Otherwise both the company and the approving agency are punished under article 69.',
    },
    law: {
      zh: '第六十九条只及于经营者；工作人员另依第七十八条和行政许可法第七十二至七十七条。',
      en: 'Article 69 reaches the operator only; officials fall under article 78 and the Licensing Law, art. 72 to 77.',
    },
    finding: 'differs',
    rules: ['penalty.operating-without-permit', 'eligibility.no-business-before-the-permit'],
  },
  {
    id: 'A30',
    says: { zh: '许可证每五年续期。', en: 'The permit is renewed every five years.' },
    law: {
      zh: '有效期五年；届满九十日前申请，且各项业务须已开通，否则不予续期。',
      en: 'It is valid for five years; renewal is asked for ninety days before the end, and for a service that was opened, or there is none.',
    },
    finding: 'incomplete',
    rules: [
      'limit.validity',
      'limit.renewal',
      'material.service-opened-proof',
      'duty.open-the-service',
      'limit.non-renewal-report',
    ],
  },
];
