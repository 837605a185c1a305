/** The data inventory: what the product keeps, why, how long, and who reads it. Made from the table of classified columns. */
import { givenColumns, notGivenColumns } from '../../libs/persistence/inventory/given.js';
import {
  type KindName,
  type KindOfData,
  kindsOfData,
  type Retention,
  type RetentionKind,
  retentionDefaults,
} from '../../libs/persistence/inventory/kinds.js';
import { type ClassifiedTable, classifiedTables, columnsOf } from '../../libs/persistence/inventory/tables.js';
import type { Bilingual } from '../../libs/rulebook/index.js';
import type { Language } from './command.js';

export function inventoryPage(language: Language): string {
  const say = (text: Bilingual): string => text[language];
  return [
    `# ${say(words.title)}`,
    '',
    say(words.other),
    '',
    say(words.intro),
    '',
    `## ${say(words.kinds)}`,
    '',
    ...kindsTable(language),
    '',
    ...Object.values(words.notes).flatMap((note) => [say(note), '']),
    `## ${say(words.tables)}`,
    '',
    ...columnsTable(language),
    '',
    `## ${say(words.given)}`,
    '',
    say(words.givenLead),
    '',
    ...givenTable(language),
    '',
    say(words.notGiven),
    '',
    ...notGivenTable(language),
    '',
  ].join('\n');
}

function kindsTable(language: Language): string[] {
  const rows = kindNames.map((name) => {
    const kind: KindOfData = kindsOfData[name];
    return [
      `\`${name}\` ${kind.name[language]}`,
      words.sensitivity[kind.sensitivity][language],
      kind.purpose[language],
      kind.basis?.map((each) => words.basis[each][language]).join(language === 'zh' ? '；' : '; ') ?? '–',
      kind.basis === null && kind.retention.until === 'never'
        ? words.forGood[language]
        : kept(kind.retention, language),
      words.readers[kind.readers][language],
      kind.goesTo.map((each) => words.recipients[each][language]).join(language === 'zh' ? '；' : '; ') || '–',
      words.lies[kind.kept][language],
    ];
  });
  return table(words.kindHeads[language], rows);
}

function kept(retention: Retention, language: Language): string {
  if (retention.until !== 'policy') return words.until[retention.until][language];
  return retention.policies.map((policy) => period(policy, language)).join(language === 'zh' ? '；' : '; ');
}

function period(policy: RetentionKind, language: Language): string {
  const { days, atLeast, from } = retentionDefaults[policy];
  return language === 'zh'
    ? `自${from.zh}起 ${days} 天（\`${policy}\`，可另定，不少于 ${atLeast} 天）`
    : `${days} days from ${from.en} (\`${policy}\`; the house may choose, ${atLeast} at least)`;
}

function columnsTable(language: Language): string[] {
  const rows = Object.entries(classifiedTables).map(([name, columns]: [string, ClassifiedTable]) => [
    `\`${name}\``,
    kindNames
      .filter((kind) => columnsOf(columns, kind).length > 0)
      .map((kind) => `**${kind}**: ${columnsOf(columns, kind).join(', ')}`)
      .join('; '),
  ]);
  return table(words.tableHeads[language], rows);
}

function givenTable(language: Language): string[] {
  const columns = Object.entries(givenColumns).flatMap(([name, parts]) =>
    Object.entries(parts).map(([part, given]) => ({ part, given: `${name}: ${given.split(' ').join(', ')}` })),
  );
  const parts = [...new Set(columns.map(({ part }) => part))];
  const rows = parts.map((part) => [
    `\`${part}\``,
    columns
      .filter((column) => column.part === part)
      .map(({ given }) => given)
      .join('; '),
  ]);
  return table(words.givenHeads[language], rows);
}

function notGivenTable(language: Language): string[] {
  const rows = Object.values(notGivenColumns).map(({ why, columns }) => [why[language], columns.join(', ')]);
  return table(words.notGivenHeads[language], rows);
}

const kindNames = Object.keys(kindsOfData) as KindName[];

const table = (heads: readonly string[], rows: readonly string[][]): string[] => [
  `| ${heads.join(' | ')} |`,
  `|${'---|'.repeat(heads.length)}`,
  ...rows.map((row) => `| ${row.join(' | ')} |`),
];

const words = {
  title: { zh: '个人信息清单', en: 'Data inventory' },
  other: { zh: '[English](data-inventory.md)', en: '[中文](data-inventory.zh.md)' },
  intro: {
    zh: '本页由数据库各列的分类生成（`node scripts/check/documents.mjs --write`），不要手工修改；有测试与实际的数据库逐列比对。“个人信息”“敏感个人信息”按《个人信息保护法》第四条、第二十八条理解。本页不是法律意见；处理者是运行本产品的单位。',
    en: 'Made from how each column of the database is classified (`node scripts/check/documents.mjs --write`); do not edit it. A test compares it, column by column, with the real database. “Personal” and “sensitive” are meant as in articles 4 and 28 of the Personal Information Protection Law (PIPL). It is no legal advice; the handler (个人信息处理者) is whoever runs the product.',
  },
  kinds: { zh: '有哪些数据', en: 'What is kept' },
  tables: { zh: '在哪里', en: 'Where it lies' },
  given: { zh: '本人能得到什么', en: 'What the person is given' },
  givenLead: {
    zh: '查阅、复制个人信息（第四十五条，`GET /people/:id/personal-data`）所得的各部分；有测试核对含有个人信息的每一列：或在其中，或写明为何不在。`reads` 由账本的访问记录得出，`house` 由本单位的记录得出。',
    en: 'Parts of what a person is given (article 45, `GET /people/:id/personal-data`). A test sees to it that each column with personal information is in one of them, or that it is said why not. `reads` comes from the access record in the ledger, `house` from the house’s.',
  },
  givenHeads: { zh: ['部分', '各列'], en: ['part', 'columns'] },
  notGiven: { zh: '不在其中的，及其原因：', en: 'What is in none, and why:' },
  notGivenHeads: { zh: ['为何', '各列'], en: ['why', 'columns'] },
  kindHeads: {
    zh: ['数据', '性质', '用途', '依据（第十三条）', '保存多久', '谁能看', '交给谁', '如何存放'],
    en: [
      'data',
      'nature',
      'what for',
      'basis (article 13)',
      'how long',
      'who reads it',
      'where it goes',
      'how it lies',
    ],
  },
  tableHeads: { zh: ['表', '各列'], en: ['table', 'columns'] },
  sensitivity: {
    none: { zh: '非个人信息', en: 'no personal information' },
    personal: { zh: '个人信息', en: 'personal information' },
    'may-be-sensitive': {
      zh: '个人信息，可能含敏感信息（如身份证件）',
      en: 'personal information; may be sensitive (identity documents)',
    },
  },
  basis: {
    contract: { zh: '履行劳动或委托合同（一款二项）', en: 'work or mandate (no. 2)' },
    duty: { zh: '履行法定义务（一款三项）', en: 'duties by law (no. 3)' },
    consent: { zh: '同意（一款一项）', en: 'consent (no. 1)' },
  },
  until: {
    never: {
      zh: '长期（证明所需；姓名删除后无法识别个人）',
      en: 'stays: it is the proof, and names nobody once names are erased',
    },

    superseded: { zh: '更换为止', en: 'until it is replaced' },
    'with-license': { zh: '与许可证的记录同期', en: 'as long as the record of its license' },
    'with-person': { zh: '与该人员的姓名同时删除，或更早', en: 'goes with the name of its person, if not before' },
    'with-person-or-job': {
      zh: '视图与保存者的姓名同时删除，或更早；作业的条件在作业结束后一周内',
      en: 'a view’s go with the name of its person, if not before; a job’s conditions within a week after it',
    },
    'erased-with-content': {
      zh: '请求带来的姓名或文字被删除时一并清除；其余长期',
      en: 'blanked when what the request brought (a person, a text) is erased; else it stays',
    },
    'swept-in-a-week': {
      zh: '作业结束后一周；有人员的信息被删除时立即',
      en: 'a week after the job; at once when a person is erased',
    },
  },
  forGood: { zh: '长期', en: 'for good' },
  readers: {
    nobody: { zh: '任何接口都不返回', en: 'nobody: no operation answers it' },
    'all-roles': { zh: '各角色，在其范围内', en: 'every role, within its scope' },
    'people-readers': {
      zh: '`read-people`：经办、审批、主管、审计、管理员；程序不可见',
      en: '`read-people`: officers, approvers, managers, auditors, administrators; programs see ids',
    },
    'text-readers': {
      zh: '`read-private-text`、`read-material`、`read-scan`：经办、审批、主管、审计；管理员和程序不可见；查阅理由另对管理员和被查阅的人可见',
      en: '`read-private-text`, `read-material`, `read-scan`: officers, approvers, managers, auditors; neither administrators nor programs. Why somebody looked is shown to administrators and to whom the read concerned as well',
    },
    'own-and-admin': { zh: '本人（管理员只见其存在）', en: 'whoever made it; an administrator sees that it exists' },
    'admin-and-auditor': { zh: '管理员、审计', en: 'administrators and auditors' },
  },
  recipients: {
    'mail-server': { zh: '本单位的邮件服务器', en: 'the house’s mail server' },
    'webhooks-and-robots': { zh: '本单位登记的地址和群机器人', en: 'addresses and robots that the house registered' },
    'file-store': { zh: '本单位的文件夹或对象存储', en: 'the house’s folder or bucket' },
    temporal: { zh: 'Temporal（生产环境加密）', en: 'Temporal, sealed in production' },
  },
  lies: {
    plain: { zh: '明文', en: 'in the clear' },
    'own-key': { zh: '以该记录自己的密钥加密', en: 'sealed under a key of its own' },
    'data-key': { zh: '以数据密钥加密', en: 'sealed under the data key' },
    hash: { zh: '仅存摘要', en: 'a fingerprint only' },
  },
  notes: {
    abroad: {
      zh: '本产品不向境外提供任何数据。邮件服务器、对象存储、Temporal 等由运行单位选定，均为受托处理者；选在境外的，由运行单位按第三章办理。',
      en: 'The product itself gives nothing across the border. Mail server, bucket and Temporal are processors that whoever runs it chooses; where one of them is abroad, chapter 3 of PIPL is that house’s to follow.',
    },
    masked: {
      zh: '没有相应权限的角色看不到姓名、地址和文字，连掩码也看不到，只有编号。',
      en: 'Roles without the right see neither names, addresses nor texts, not even masked: they see ids.',
    },
  },
} as const;
