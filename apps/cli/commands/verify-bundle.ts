/** `paizhao verify` of an audit bundle: what an auditor was handed, without server or database. */
import type { Checkpoint } from '../../../libs/checkpoints/index.js';
import { lawHere } from '../../../libs/law/hashes.js';
import { openArchive } from '../../../libs/unzip/index.js';
import { type BundleFinding, type BundleReport, verifyBundle } from '../../../libs/verify/index.js';
import { type CommandResult, type Language, UsageError } from '../command.js';
import { checkpointIn } from './checkpoints.js';

/** What the auditor has from elsewhere. */
export interface Brought {
  /** In hex. */
  fingerprint: string | null;
  /** The text of a checkpoint, as it stood in a mail. */
  checkpoint: string | null;
}

/** @throws NotAnArchive, NotACheckpoint, UsageError `unreadable-file` */
export async function verifiedBundle(path: string, brought: Brought, language: Language): Promise<CommandResult> {
  const checkpoint = brought.checkpoint === null ? null : checkpointIn(brought.checkpoint);
  const report = await read(path, { fingerprint: brought.fingerprint, checkpoint });
  const window = windowOf(report);
  const { about, ...rest } = report;
  return {
    json: { ...rest, ...(about ?? {}), window },
    lines: inWords(report, window, language),
    exitCode: statuses[report.verdict],
  };
}

/** A bundle that could not be compared with the checkpoint given is not to pass for one that was. */
const statuses = { anchored: 0, 'consistent-not-anchored': 0, 'checkpoint-newer': 3, broken: 1 } as const;

async function read(
  path: string,
  anchor: { fingerprint: string | null; checkpoint: Checkpoint | null },
): Promise<BundleReport> {
  try {
    const archive = await openArchive(path);
    const { packs, calendars } = lawHere();
    const known = new Map([...packs, ...calendars].map(({ id, hash }) => [id, hash]));
    return await verifyBundle(archive, anchor, known).finally(() => archive.close());
  } catch (error) {
    const { syscall, code } = error as NodeJS.ErrnoException;
    if (syscall === undefined) throw error;
    throw new UsageError('unreadable-file', `"${path}" cannot be read: ${code}`);
  }
}

/** What no checkpoint vouches for: entries that were made after `since`; null where nothing was ever sealed. */
interface Window {
  entries: number;
  since: string | null;
  until: string | null;
}

const windowOf = ({ streams, checkpoint, about }: BundleReport): Window => ({
  entries: streams.reduce((sum, { unanchored }) => sum + unanchored, 0),
  since: checkpoint?.sealedAt ?? null,
  until: about?.createdAt ?? null,
});

function inWords(report: BundleReport, window: Window, language: Language): string[] {
  const { verdict, notAnchored, about, streams, checkpoint, continues, findings, notCompared } = report;
  const word = words[language];
  const simulated = about?.simulated ? word.simulated : '';
  return [
    `${word.verdicts[verdict]}${about ? `license/${about.license}` : ''}${simulated}`,
    ...(continues ? [word.continues(continues)] : []),
    ...streams.map(({ stream, entries, unanchored }) => `  ${stream}: ${word.entries(entries, unanchored)}`),
    ...findings.map((finding) => `  ${placeOf(finding)}: ${word.kinds[finding.kind]} (${finding.what})`),
    ...(notCompared.length > 0 ? [word.notCompared(notCompared)] : []),
    ...(checkpoint ? [word.checkpoint(checkpoint)] : [word.nothingSealed]),
    ...(verdict !== 'broken' && notAnchored ? [word.notAnchored[notAnchored]] : []),
    ...(checkpoint ? [word.window(window)] : []),
  ];
}

const placeOf = ({ file, stream, seq, field }: BundleFinding): string =>
  [file, stream, seq, field].filter((part) => part !== undefined).join(' ');

interface Words {
  verdicts: Record<BundleReport['verdict'], string>;
  simulated: string;
  entries(count: number, unanchored: number): string;
  continues(before: NonNullable<BundleReport['continues']>): string;
  kinds: Record<BundleFinding['kind'], string>;
  notCompared(files: readonly string[]): string;
  checkpoint(newest: NonNullable<BundleReport['checkpoint']>): string;
  nothingSealed: string;
  notAnchored: Record<NonNullable<BundleReport['notAnchored']>, string>;
  window(window: Window): string;
}

const words: Record<Language, Words> = {
  zh: {
    verdicts: {
      anchored: '完整，已锚定：',
      'consistent-not-anchored': '自相一致，未锚定：',
      'checkpoint-newer': '自相一致，但无从与所给检查点比对：',
      broken: '已被破坏：',
    },
    simulated: '（模拟时间）',
    entries: (count, unanchored) =>
      `${count} 条记录${unanchored > 0 ? `，其中 ${unanchored} 条未锚定（自第 ${count - unanchored + 1} 条起）` : ''}`,
    continues: ({ origin, size, kept, gone }) =>
      `请注意：本日志接替了另一份日志（${origin}，止于 ${size} 个叶，沿用其前 ${kept} 个）；该日志封存过的记录中有 ${gone} 条已不存在。请询问原因。`,
    kinds: {
      'missing-part': '缺少该文件',
      'changed-part': '文件已被改动',
      'strange-part': '多出的文件',
      form: '形式不符',
      entry: '记录链已断',
      cut: '链尾被截去',
      checkpoint: '检查点不成立',
      key: '密钥不符',
      'other-log': '所给检查点属于另一份日志',
      law: '规则或日历不符',
      document: '材料与记录不符',
      deadline: '期限说明不成立',
      delivery: '送达记录与记录链不符',
    },
    notCompared: (files) => `本程序没有下列规则或日历的副本，未作比对：${files.join('、')}`,
    checkpoint: ({ number, sealedAt, fingerprint }) =>
      `最新检查点：第 ${number} 个，${sealedAt}，签名密钥指纹 ${fingerprint}`,
    nothingSealed: '包中没有检查点：无从锚定。',
    notAnchored: {
      'checkpoint-newer':
        '所给检查点晚于包中最新的检查点，二者无从比对，结论不作数：请改用不晚于包中最新检查点的邮件，或另取一个更晚制作的审计包。',
      'license-not-sealed':
        '包中没有任何检查点封存过该许可证的记录：结论为“自相一致，未锚定”，密钥或检查点均不能为其作证。请稍后另取一个审计包。',
      'nothing-brought': '未核对密钥或外来检查点：结论为“自相一致，未锚定”（加 --key 或 --checkpoint）。',
    },
    window: ({ entries, since, until }) =>
      `未锚定的窗口：${since} 至 ${until ?? '制作时'} 有 ${entries} 条记录；其间的记录可能被截去、改写或编造，无从得知。`,
  },
  en: {
    verdicts: {
      anchored: 'anchored: ',
      'consistent-not-anchored': 'consistent, not anchored: ',
      'checkpoint-newer': 'consistent, NOT COMPARED with the checkpoint given: ',
      broken: 'BROKEN: ',
    },
    simulated: ' (simulated time)',
    entries: (count, unanchored) =>
      `${count === 1 ? '1 entry' : `${count} entries`}${unanchored > 0 ? `, ${unanchored} of them unanchored (from number ${count - unanchored + 1} on)` : ''}`,
    continues: ({ origin, size, kept, gone }) =>
      `NOTE: this log took the place of another one (${origin}, which ended with ${size} leaves; the first ${kept} were kept); ${gone === 1 ? '1 sealed entry is' : `${gone} sealed entries are`} gone. Ask why.`,
    kinds: {
      'missing-part': 'a part is missing',
      'changed-part': 'a part was changed',
      'strange-part': 'a part too many',
      form: 'another form',
      entry: 'the chain is broken',
      cut: 'the tail was cut',
      checkpoint: 'the checkpoint does not hold',
      key: 'another key',
      'other-log': 'the checkpoint given is of another log',
      law: 'not the law that was published',
      document: 'not the document of the record',
      deadline: 'the date is not proven',
      delivery: 'not what the record says of the message',
    },
    notCompared: (files) => `of this law the program has no copy of its own to compare: ${files.join(', ')}`,
    checkpoint: ({ number, sealedAt, fingerprint }) =>
      `newest checkpoint: number ${number} of ${sealedAt}, signed by the key with the fingerprint ${fingerprint}`,
    nothingSealed: 'There is no checkpoint in the bundle: nothing anchors it.',
    notAnchored: {
      'checkpoint-newer':
        'The checkpoint given is newer than the newest one of the bundle, so that nobody can compare the two: bring a mail not younger than the bundle’s newest, or ask for a bundle made later. Until then nothing is proven.',
      'license-not-sealed':
        'consistent, not anchored: no checkpoint in the bundle is over any entry of the license, so that neither key nor checkpoint vouches for it. Ask for a bundle made later.',
      'nothing-brought':
        'consistent, not anchored: compared with no key and no checkpoint from elsewhere (--key, --checkpoint).',
    },
    window: ({ entries, since, until }) =>
      `unanchored window: ${entries === 1 ? '1 entry' : `${entries} entries`} from ${since} to ${until ?? 'its making'}; they may be changed or invented, and others cut off: nobody could tell.`,
  },
};
