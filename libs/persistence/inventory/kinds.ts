export type Bilingual = Readonly<Record<'zh' | 'en', string>>;

/**
 * How PIPL (个人信息保护法) sees it: no personal information; personal information (article 4); such as may be sensitive
 * (article 28: identity documents, accounts, whereabouts …).
 */
export type Sensitivity = 'none' | 'personal' | 'may-be-sensitive';

/** Who reads it through the product. `nobody`: no operation answers it. */
export type Readers =
  | 'nobody'
  | 'all-roles'
  | 'people-readers'
  | 'text-readers'
  | 'own-and-admin'
  | 'admin-and-auditor';

/** Whom it is given to outside the installation. Cross-border (chapter 3 of PIPL): never by the product itself. */
export type Recipient = 'mail-server' | 'webhooks-and-robots' | 'file-store' | 'temporal';

/** What ends it; `days`: a period of the house's choice counts from there, with this default. */
export type Retention =
  | { until: 'never' | 'superseded' | 'with-license' | 'with-person' | 'swept-in-a-week' }
  | { until: 'with-person-or-job' | 'erased-with-content' }
  | { until: 'policy'; policies: readonly RetentionKind[] };

/** What goes by itself once a period that the house chooses has passed, after a report. */
export const retentionKinds = [
  'people-who-left',
  'messages',
  'texts-of-ended-licenses',
  'texts-of-the-house',
  'files-of-ended-licenses',
  'replaced-files',
] as const;
export type RetentionKind = (typeof retentionKinds)[number];

export interface KindOfData {
  name: Bilingual;
  sensitivity: Sensitivity;
  /** What it is needed for. */
  purpose: Bilingual;
  /** Cases of article 13 of PIPL; null where it is no personal information. */
  basis: readonly ('contract' | 'duty' | 'consent')[] | null;
  retention: Retention;
  readers: Readers;
  goesTo: readonly Recipient[];
  /** How it lies. */
  kept: 'plain' | 'own-key' | 'data-key' | 'hash';
}

const duty = ['contract', 'duty'] as const;

/** Every kind of data that the product keeps. Each column of the database is of one of them: `tables.ts` says of which. */
export const kindsOfData = {
  identity: {
    name: { zh: '姓名和邮箱', en: 'Name and mail address' },
    sensitivity: 'personal',
    purpose: {
      zh: '确定谁办理、谁负责，并向其发送提醒',
      en: 'To know who acts and answers for a license, and to write to them',
    },
    basis: duty,
    retention: { until: 'policy', policies: ['people-who-left'] },
    readers: 'people-readers',
    goesTo: ['mail-server'],
    kept: 'own-key',
  },
  text: {
    name: {
      zh: '人员书写的文字，以及法定代表人和自然人股东的姓名',
      en: 'What people wrote, and names of legal representatives and of shareholders who are natural persons',
    },
    sensitivity: 'may-be-sensitive',
    purpose: {
      zh: '申请所需的事实，各项决定和查阅的理由',
      en: 'Facts that filings need, and the reasons of what was decided and looked at',
    },
    basis: duty,
    retention: { until: 'policy', policies: ['texts-of-ended-licenses', 'texts-of-the-house'] },
    readers: 'text-readers',
    goesTo: [],
    kept: 'own-key',
  },
  message: {
    name: { zh: '已生成的邮件（含收件人姓名和地址）', en: 'Mails as rendered, with the recipient’s name and address' },
    sensitivity: 'personal',
    purpose: { zh: '重发时逐字节一致', en: 'That a retry sends the very same bytes' },
    basis: duty,
    retention: { until: 'policy', policies: ['messages'] },
    readers: 'nobody',
    goesTo: ['mail-server'],
    kept: 'own-key',
  },
  file: {
    name: {
      zh: '申请材料和扫描件的登记（文件本身在文件库中，密钥另存；主管部门文书的扫描件与许可证的历史同存）',
      en: 'The register of materials and scans; the files themselves lie in the file store, their keys elsewhere (scans of the authority’s papers stay as long as the history)',
    },
    sensitivity: 'may-be-sensitive',
    purpose: { zh: '提交给主管部门的材料', en: 'What is handed to the authority' },
    basis: duty,
    retention: { until: 'policy', policies: ['files-of-ended-licenses', 'replaced-files'] },
    readers: 'text-readers',
    goesTo: ['file-store'],
    kept: 'own-key',
  },
  sheet: {
    name: { zh: '导入和导出的表格', en: 'Sheets that are imported and exported' },
    sensitivity: 'personal',
    purpose: { zh: '批量登记、对外提供清单', en: 'To take licenses in and give lists out' },
    basis: duty,
    retention: { until: 'swept-in-a-week' },
    readers: 'own-and-admin',
    goesTo: [],
    kept: 'data-key',
  },
  view: {
    name: { zh: '个人保存的视图', en: 'Views that somebody keeps' },
    sensitivity: 'personal',
    purpose: { zh: '再次使用同样的筛选', en: 'To ask the same again' },
    basis: ['contract'],
    retention: { until: 'with-person' },
    readers: 'own-and-admin',
    goesTo: [],
    kept: 'own-key',
  },
  conditions: {
    name: {
      zh: '保存的视图和导入导出作业的筛选条件（可能含有人员自己输入的姓名）、作业的计数',
      en: 'Conditions of kept views, and of imports and exports (somebody may have typed a name), with the jobs’ counts',
    },
    sensitivity: 'personal',
    purpose: { zh: '再次使用同样的筛选，完成作业', en: 'To ask the same again, and to do the job' },
    basis: ['contract'],
    retention: { until: 'with-person-or-job' },
    readers: 'own-and-admin',
    goesTo: [],
    kept: 'plain',
  },
  'request-mark': {
    name: { zh: '每次请求的带密钥摘要', en: 'A keyed hash of each request' },
    sensitivity: 'personal',
    purpose: { zh: '辨认重复提交的请求', en: 'To tell a repeated request from another one' },
    basis: duty,
    retention: { until: 'erased-with-content' },
    readers: 'nobody',
    goesTo: [],
    kept: 'hash',
  },
  availability: {
    name: { zh: '请假日期、免打扰时段、提醒偏好', en: 'Days of absence, quiet hours, what is muted' },
    sensitivity: 'personal',
    purpose: { zh: '提醒及时送达能处理的人', en: 'That reminders reach somebody who can act' },
    basis: ['contract'],
    retention: { until: 'with-person' },
    readers: 'people-readers',
    goesTo: [],
    kept: 'plain',
  },
  access: {
    name: { zh: '角色、范围、期间', en: 'Roles, scopes, periods' },
    sensitivity: 'personal',
    purpose: { zh: '限定谁可以做什么', en: 'To limit who may do what' },
    basis: duty,
    retention: { until: 'never' },
    readers: 'admin-and-auditor',
    goesTo: [],
    kept: 'plain',
  },
  credential: {
    name: { zh: '令牌和登录身份的指纹', en: 'Fingerprints of tokens, and of identities by which people sign in' },
    sensitivity: 'personal',
    purpose: { zh: '识别登录者', en: 'To recognize who asks' },
    basis: ['contract'],
    retention: { until: 'with-person' },
    readers: 'nobody',
    goesTo: [],
    kept: 'hash',
  },
  'mail-trouble': {
    name: {
      zh: '退信的指纹和服务器的答复（已去除地址）',
      en: 'A fingerprint of an address that fails, and the servers’ words without addresses',
    },
    sensitivity: 'personal',
    purpose: { zh: '发现无法送达的地址', en: 'To notice an address that takes no mail' },
    basis: duty,
    retention: { until: 'never' },
    readers: 'people-readers',
    goesTo: [],
    kept: 'hash',
  },
  'person-ref': {
    name: {
      zh: '人员编号（姓名删除后即无法识别个人）',
      en: 'Ids of persons, which tell nobody’s name once that is erased',
    },
    sensitivity: 'personal',
    purpose: { zh: '记录由谁办理', en: 'To record who did it' },
    basis: duty,
    retention: { until: 'never' },
    readers: 'all-roles',
    goesTo: ['temporal', 'webhooks-and-robots'],
    kept: 'plain',
  },
  record: {
    name: {
      zh: '许可证的历史（账本及其派生数据）',
      en: 'The history of licenses: the ledger, and what is derived from it',
    },
    sensitivity: 'personal',
    purpose: {
      zh: '证明每个日期和每次办理；只含人员编号和承诺值，不含姓名、文字',
      en: 'To prove every date and act; ids of persons and commitments, neither names nor texts',
    },
    basis: duty,
    retention: { until: 'never' },
    readers: 'all-roles',
    goesTo: ['webhooks-and-robots'],
    kept: 'plain',
  },
  commitment: {
    name: { zh: '文字的承诺值', en: 'Commitments to texts' },
    sensitivity: 'none',
    purpose: {
      zh: '证明文字未被更改；盐删除后无从推知原文',
      en: 'To prove that a text was not changed; they tell nothing once the salt is destroyed',
    },
    basis: null,
    retention: { until: 'never' },
    readers: 'all-roles',
    goesTo: [],
    kept: 'plain',
  },
  secret: {
    name: { zh: '密钥和机密地址', en: 'Keys, and addresses that are secrets' },
    sensitivity: 'none',
    purpose: { zh: '加密、签名、发送', en: 'To seal, to sign, to send' },
    basis: null,
    retention: { until: 'superseded' },
    readers: 'nobody',
    goesTo: [],
    kept: 'data-key',
  },
  business: {
    name: { zh: '公司、许可证、规则和期限', en: 'Companies, licenses, rules and dates' },
    sensitivity: 'none',
    purpose: { zh: '本产品的用途', en: 'What the product is for' },
    basis: null,
    retention: { until: 'never' },
    readers: 'all-roles',
    goesTo: ['webhooks-and-robots'],
    kept: 'plain',
  },
  technical: {
    name: { zh: '技术数据', en: 'Bookkeeping' },
    sensitivity: 'none',
    purpose: { zh: '运行', en: 'To run' },
    basis: null,
    retention: { until: 'never' },
    readers: 'nobody',
    goesTo: [],
    kept: 'plain',
  },
} as const satisfies Record<string, KindOfData>;

export type KindName = keyof typeof kindsOfData;

/** Days that the house keeps something from the day named in `from` on, where it chose none. */
export const retentionDefaults: Record<RetentionKind, { days: number; atLeast: number; from: Bilingual }> = {
  'people-who-left': {
    days: 1_095,
    atLeast: 30,
    from: {
      zh: '离开之日，且不再负责任何有效许可证',
      en: 'the day on which they left, and look after no open license any more',
    },
  },
  messages: {
    days: 180,
    atLeast: 30,
    from: { zh: '发送或放弃之日', en: 'the day on which they were sent or given up' },
  },
  'texts-of-ended-licenses': {
    days: 3_650,
    atLeast: 1_825,
    from: {
      zh: '许可证终结之日（公司的文字：其最后一个许可证终结之日，从无许可证的，其最后一次变更之日）',
      en: 'the day on which the license ended (of a company: the last of its licenses, or, where it never had one, the day of its last change)',
    },
  },
  'texts-of-the-house': {
    days: 3_650,
    atLeast: 1_825,
    from: {
      zh: '写下之日（与许可证、公司无关的文字；仍有解读或提醒梯级以其为据的，不删除）',
      en: 'the day on which they were written (texts about no license and no company; not while a reading or a ladder rests on them)',
    },
  },
  'files-of-ended-licenses': {
    days: 3_650,
    atLeast: 1_825,
    from: {
      zh: '许可证终结之日（仅申请材料）',
      en: 'the day on which the license ended (materials only)',
    },
  },
  'replaced-files': {
    days: 365,
    atLeast: 30,
    from: {
      zh: '被新版本替换之日（仅未曾签发、未曾提交的申请材料）',
      en: 'the day on which another version took its place (materials that were neither signed for nor handed in)',
    },
  },
};

/** So many days before anything goes, administrators are mailed what. */
export const retentionNoticeDays = 14;
