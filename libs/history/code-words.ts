import type { AttentionReason, CompanyChange, CreditFlag } from '../domain/index.js';
import type { Bilingual } from '../rulebook/index.js';

/** Who of a license is told. */
export const roleWords: Record<'owner' | 'deputy' | 'manager', Bilingual> = {
  owner: { zh: '负责人', en: 'the owner' },
  deputy: { zh: '代理人', en: 'the deputy' },
  manager: { zh: '主管', en: 'the manager' },
};

export const changeWords: Record<CompanyChange['kind'], Bilingual> = {
  name: { zh: '名称', en: 'name' },
  'legal-representative': { zh: '法定代表人', en: 'legal representative' },
  'registered-capital': { zh: '注册资本', en: 'registered capital' },
  shareholders: { zh: '股东', en: 'shareholders' },
  scope: { zh: '业务种类或覆盖范围', en: 'services or coverage' },
};

/** Facts of a company, by the members of its record. */
export const factWords: Readonly<Record<string, Bilingual>> = {
  name: { zh: '名称', en: 'name' },
  uscc: { zh: '统一社会信用代码', en: 'social credit code' },
  province: { zh: '注册省份', en: 'province of registration' },
  city: { zh: '注册城市', en: 'city of registration' },
  freeTradeZone: { zh: '是否注册在自贸区', en: 'registration in a free-trade zone' },
  registeredCapital: { zh: '注册资本', en: 'registered capital' },
  foreignShare: { zh: '外资比例', en: 'foreign share' },
  establishedOn: { zh: '成立日期', en: 'day of establishment' },
  legalRepresentative: { zh: '法定代表人', en: 'legal representative' },
  shareholders: { zh: '股东', en: 'shareholders' },
  onDishonestList: { zh: '失信名单', en: 'dishonest list' },
  onBadList: { zh: '不良名单', en: 'bad list' },
  recentPenalty: { zh: '三年内的电信处罚', en: 'telecom penalty within three years' },
  listedOn: { zh: '列入名单日期', en: 'day of listing' },
};

export const flagWords: Record<CreditFlag, Bilingual> = {
  'bad-list': { zh: '不良名单', en: 'bad list' },
  'dishonest-list': { zh: '失信名单', en: 'dishonest list' },
  'recent-penalty': { zh: '三年内受过电信处罚', en: 'telecom penalty within three years' },
};

export const attentionWords: Record<AttentionReason, Bilingual> = {
  'acceptance-deemed': { zh: '视为受理，待确认', en: 'accepted by silence, to be confirmed' },
  'notice-after-silence': { zh: '视为受理之后收到通知', en: 'a notice came after acceptance by silence' },
  'renewal-deemed': { zh: '视为准予延续，待确认', en: 'renewed by silence, to be confirmed' },
  'renewal-undecided': { zh: '续期到期未决', en: 'the renewal is undecided at the end of the term' },
  'permit-end-differs': { zh: '证载届满日与推算不一致', en: 'the printed end differs from the computed one' },
  'permit-start-differs': { zh: '有效期起始日不一致', en: 'the start of the term differs' },
  'operating-without-permit': { zh: '无证经营', en: 'a service runs without a permit' },
  'credit-list-expected': { zh: '可能被列入名单', en: 'a listing of the company is to be expected' },
  'pack-stale': { zh: '签核的材料已过时', en: 'the signed pack is out of date' },
  'ledger-behind': { zh: '记录落后于流程', en: 'the record is behind the workflow' },
  'unknown-event': { zh: '有本版本未知的记录', en: 'an entry of an unknown type' },
};

/** What a correction is about, by the last part of the member's name. */
export const memberWords: Readonly<Record<string, Bilingual>> = {
  validOn: { zh: '生效日', en: 'day' },
  receivedOn: { zh: '收件日', en: 'day of receipt' },
  noticedOn: { zh: '通知日', en: 'day of the notice' },
  dueOn: { zh: '期限', en: 'due day' },
  acceptedOn: { zh: '受理日', en: 'day of acceptance' },
  from: { zh: '起始日', en: 'first day' },
  announcedUntil: { zh: '预告的结束日', en: 'announced last day' },
  on: { zh: '日期', en: 'day' },
  publishedOn: { zh: '公示日', en: 'day of the public notice' },
  grantedOn: { zh: '准予日', en: 'day of the grant' },
  refusedOn: { zh: '不予许可日', en: 'day of the refusal' },
  decidedOn: { zh: '决定日', en: 'day of the decision' },
  servedOn: { zh: '送达日', en: 'day of service' },
  filedOn: { zh: '年报完成日', en: 'day on which the report was filed' },
  issuedOn: { zh: '发证日', en: 'day of issue' },
  amendedOn: { zh: '变更日', en: 'day of the amendment' },
  cancelledOn: { zh: '注销日', en: 'day of cancellation' },
  endedOn: { zh: '终止日', en: 'day of the end' },
  reportedOn: { zh: '报告日', en: 'day of the report' },
  announcedOn: { zh: '检查通知日', en: 'day of the announcement' },
  withdrawnOn: { zh: '撤回日', en: 'day of withdrawal' },
  returnedOn: { zh: '退回（收回）日', en: 'day of return' },
  shownOn: { zh: '出示日', en: 'day of showing' },
  registeredOn: { zh: '变更登记日', en: 'day of registration' },
  effectiveOn: { zh: '变更生效日', en: 'day of effect' },
  openedOn: { zh: '开通日', en: 'day of opening' },
  heldOn: { zh: '检查日', en: 'day of the inspection' },
  answerDueOn: { zh: '答复期限', en: 'day by which to answer' },
  validFrom: { zh: '有效期起始日', en: 'first day of the term' },
  lastDay: { zh: '有效期届满日', en: 'last day of the term' },
  printedLastDay: { zh: '证载有效期届满日', en: 'printed last day of the term' },
  computedLastDay: { zh: '推算有效期届满日', en: 'computed last day of the term' },
  number: { zh: '编号', en: 'number' },
  items: { zh: '补正事项', en: 'items' },
  serviceTypes: { zh: '业务种类', en: 'service types' },
  coverage: { zh: '覆盖范围', en: 'coverage' },
  falseMaterial: { zh: '隐瞒情况或提供虚假材料', en: 'false material' },
  byFraud: { zh: '以欺骗、贿赂手段取得', en: 'got by deceit or bribery' },
  reroutedTo: { zh: '告知申请人的主管机关', en: 'authority that is named' },
  refusedTypes: { zh: '不予批准的业务种类', en: 'refused service types' },
  filingId: { zh: '所属申报', en: 'filing' },
  period: { zh: '经营期间', en: 'days of operation' },
  'bad-list': { zh: '列入不良名单日', en: 'day on the bad list' },
  'dishonest-list': { zh: '列入失信名单日', en: 'day on the dishonest list' },
  'recent-penalty': { zh: '电信处罚日', en: 'day of the penalty' },
};
