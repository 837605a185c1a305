import type { RequirementRule } from '../../pack.js';
import { material, ofForeignInvested, ofTypes, type When } from './material.js';

/** At a first application, and where a change touches these facts. */
const atFirstOrOnChangeOf = (...kinds: string[]): When => ({
  when: { any: [{ eq: ['filingKind', 'new'] }, { in: ['changeKinds', kinds] }] },
  examples: [
    { facts: { filingKind: 'new' }, applies: true },
    ...kinds.map((kind) => ({ facts: { filingKind: 'change', changeKinds: [kind] }, applies: true })),
    { facts: { filingKind: 'change', changeKinds: ['registered-capital'] }, applies: false },
  ],
});

/** What version 1 does not name: statements, commitments of single types, foreign capital, papers of other ministries. */
export const requirementsAdded: RequirementRule[] = [
  material('unchanged-statement', {
    filingKinds: ['new', 'renewal', 'change'],
    title: { zh: '材料无变化声明', en: 'Statement that nothing changed' },
    wording: {
      zh: '再次申请且无变化的，以此代替营业执照和股东追溯材料。',
      en: 'On a repeated filing without change it takes the place of the business license and the tracing of shareholders.',
    },
    citation: { source: 'N99', article: 'papers that a statement replaces' },
    confidence: 'secondary',
    validFrom: '2020-05-11',
    when: { eq: ['unchangedSinceLastFiling', true] },
    examples: [
      { facts: { unchangedSinceLastFiling: true }, applies: true },
      { facts: { unchangedSinceLastFiling: false }, applies: false },
    ],
  }),
  material('special-business-commitment-by-name-or-trade', {
    filingKinds: ['new', 'change'],
    ...atFirstOrOnChangeOf('name', 'scope'),
    title: { zh: '依法经营特定电信业务承诺书（名称或行业）', en: 'Commitment on special services (name or trade)' },
    wording: {
      zh: '公司名称含敏感字样，或者从事线下行业的，办事系统会要求；请对照模板说明自查。',
      en: 'The portal asks for it where the company’s name has sensitive words or its trade is offline; look at the form’s notes.',
    },
    citation: { source: 'PG', article: 'portal checklist' },
    confidence: 'secondary',
    status: 'optional',
  }),
  material('access-service-commitment', {
    filingKinds: ['new', 'renewal'],
    title: { zh: '接入服务承诺书', en: 'Commitment on access services' },
    wording: {
      zh: '申请B11、B12、B14的，部分表单清单中列有此项。',
      en: 'For B11, B12 and B14; seen on some form checklists.',
    },
    citation: { source: 'PG', article: 'form checklists' },
    confidence: 'secondary',
    status: 'optional',
    ...ofTypes('B11', 'B12', 'B14'),
  }),
  material('no-business-so-far-statement', {
    filingKinds: ['new'],
    title: { zh: '未曾开展增值电信业务的说明', en: 'Statement that no value-added business was carried on yet' },
    wording: {
      zh: '部分表单清单要求首次申请者说明此前未经营。',
      en: 'Some form checklists ask a first applicant to state that nothing was operated before.',
    },
    citation: { source: 'PG', article: 'form checklists' },
    confidence: 'secondary',
    status: 'optional',
  }),
  material('prior-approval', {
    filingKinds: ['new', 'change'],
    ...atFirstOrOnChangeOf('scope'),
    title: { zh: '有关主管部门的前置审批文件', en: 'Approval of another authority that must come first' },
    wording: {
      zh: '依照法律、行政法规须经有关主管部门事先同意的，提交同意文件。',
      en: 'Where a law or regulation asks for the consent of another authority first, that consent.',
    },
    citation: { source: 'TR', article: 'art. 14' },
    confidence: 'verified',
    status: 'optional',
  }),
  material('foreign-investment-approval', {
    filingKinds: ['new'],
    title: { zh: '外商投资经营电信业务审定意见书', en: 'Separate approval of the foreign investment' },
    wording: {
      zh: '2021年7月1日起取消，并入经营许可。',
      en: 'Abolished on July 1, 2021, when it became part of the permit procedure.',
    },
    citation: { source: 'FI', article: 'approval until June 30, 2021' },
    confidence: 'secondary',
    validTo: '2021-06-30',
    ...ofForeignInvested,
  }),
  material('foreign-investor-track-record', {
    filingKinds: ['new'],
    title: { zh: '外方主要投资者的业绩和运营经验证明', en: 'Track record of the main foreign investor' },
    wording: {
      zh: '2022年5月1日起不再要求。',
      en: 'No longer asked for since May 1, 2022.',
    },
    citation: { source: 'FI', article: 'rules until April 30, 2022' },
    confidence: 'secondary',
    validTo: '2022-04-30',
    ...ofForeignInvested,
  }),
  material('pilot-approval', {
    filingKinds: ['new'],
    title: { zh: '扩大对外开放试点批复', en: 'Approval of the pilot' },
    wording: {
      zh: '在试点区域以超过一般比例的外资经营B11、B12、B14或者B25部分业务的，另需试点批复；未核实。',
      en: 'For B11, B12, B14 or parts of B25 held beyond the usual foreign share in a pilot area; not verified.',
    },
    citation: { source: 'PIL', article: 'pilot plan of 2024' },
    confidence: 'unverified',
    status: 'optional',
    validFrom: '2024-04-08',
    when: {
      all: [{ eq: ['foreignInvested', true] }, { in: ['serviceTypes', ['B11', 'B12', 'B14', 'B25']] }],
    },
    examples: [
      { facts: { foreignInvested: true, serviceTypes: ['B11'] }, applies: true },
      { facts: { foreignInvested: true, serviceTypes: ['B24'] }, applies: false },
      { facts: { foreignInvested: false, serviceTypes: ['B11'] }, applies: false },
    ],
  }),
  material('voip-commitment', {
    filingKinds: ['new'],
    title: {
      zh: '不利用呼叫中心平台经营网络电话的承诺书',
      en: 'Commitment to run no internet telephony on the call-center platform',
    },
    wording: {
      zh: '旧时代办清单所列，未见现行来源。默认对各局关闭。',
      en: 'On an agent’s older list; no current source was found. Switched off for every administration.',
    },
    citation: { source: 'AG', article: 'guides on B24' },
    confidence: 'unverified',
    status: 'optional',
    when: { all: [{ in: ['authority', []] }, { eq: ['serviceTypes', 'B24'] }] },
    examples: [{ facts: { authority: 'sh', serviceTypes: ['B24'] }, applies: false }],
  }),
  material('operator-change-papers', {
    filingKinds: ['change'],
    title: { zh: '合并、分立或者股权变动协议', en: 'Agreement of merger, division or transfer of shares' },
    wording: {
      zh: '经营主体变更的，提交有关协议；变更后仍须符合许可条件。具体清单未核实。',
      en: 'Where the operator changes, the agreement behind it; the conditions of the permit must still be met. The exact list is not verified.',
    },
    citation: { source: 'O42', article: 'art. 28' },
    confidence: 'unverified',
    status: 'optional',
    when: { eq: ['operatorChanges', true] },
    examples: [
      { facts: { operatorChanges: true }, applies: true },
      { facts: { operatorChanges: false }, applies: false },
    ],
  }),
];
