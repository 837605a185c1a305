import type { PlainContent } from './plain-body.js';

/** The newest signed checkpoint over the whole ledger; names nobody and nothing of the house. */
export interface CheckpointContent {
  language: 'zh' | 'en';
  /** In Shanghai. */
  day: string;
  number: number;
  /** UTC instant. */
  sealedAt: string;
  /** Of the key that signed it. */
  fingerprint: string;
  /** The signed note, to be kept as it is. */
  note: string;
  /** Of a log that stands in the place of another one: where that ended, and how much of what it vouches for is gone. */
  continues?: { sealedAt: string; origin: string; size: number; gone: number };
}

/** The daily mail to auditors: what they keep, nobody who runs the installation can take back. */
export function checkpointLetter({
  language,
  day,
  number,
  sealedAt,
  fingerprint,
  note,
  continues,
}: CheckpointContent): PlainContent {
  const lines = note.trimEnd().split('\n');
  const before = continues ? continuedInLines(continues, language) : [];
  if (language === 'zh') {
    return {
      language,
      subject: `Paizhao 检查点 ${day}：第 ${number} 号`,
      text: [
        `以下是全部记录在 ${sealedAt}（UTC）的检查点。请保存本邮件：之后若有人删改此前的记录，凭它即可查出。`,
        '无需现在做什么。核验导出的记录时，把下面几行原样存为一个文件，一并交给核验程序（docs/ledger-format.md）。',
        '',
        '== 检查点（原样保存，含空行）',
        ...lines,
        '',
        '== 签名密钥的指纹（请与另一途径获知的指纹核对）',
        fingerprint,
        ...before,
      ].join('\n'),
    };
  }
  return {
    language,
    subject: `Paizhao checkpoint ${day}: number ${number}`,
    text: [
      `This is the checkpoint over the whole record as of ${sealedAt} (UTC). Keep this mail: by it you find out whether`,
      'anybody changes or removes later what was recorded before. Nothing is to be done now. To verify an export, save the',
      'lines below as they are in a file, and give it to the verifier (docs/ledger-format.md).',
      '',
      '== Checkpoint (as it is, with its empty line)',
      ...lines,
      '',
      '== Fingerprint of the key that signs (compare it with what you were told by another way)',
      fingerprint,
      ...before,
    ].join('\n'),
  };
}

type Continues = NonNullable<CheckpointContent['continues']>;

/** Said in every mail as long as the log lasts: nobody can tell which one an auditor reads. */
function continuedInLines({ sealedAt, origin, size, gone }: Continues, language: 'zh' | 'en'): string[] {
  if (language === 'zh') {
    return [
      '',
      `== 请注意：本日志自 ${sealedAt}（UTC）起接续另一份日志`,
      `${origin} 止于 ${size} 个叶。已知该日志封存过的记录中有 ${gone} 条已不存在；请保留当时的邮件，并要求说明原因`,
      '（paizhao checkpoints verify 逐条列出）。',
    ];
  }
  return [
    '',
    `== Note: since ${sealedAt} (UTC) this log stands in the place of another one`,
    `${origin} ended with ${size} leaves. Of what it is known to have sealed, ${gone} entries were no longer on record. Keep`,
    'the mails of that time, and ask why (paizhao checkpoints verify lists each of them).',
  ];
}
