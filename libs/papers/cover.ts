import { type FinishedPaper, Paper } from './paper.js';

export interface CoverFile {
  title: string;
  version: number;
  /** `YYYY-MM-DD`; null where nobody told. */
  issuedOn: string | null;
  bytes: number;
  /** SHA-256, hex. */
  sha256: string;
}

/** What stands on the first page of a pack. No names of persons: a pack goes to others. */
export interface Cover {
  /** UTC instant of the sign-off. */
  createdAt: string;
  /** Labels and values, in order. */
  about: readonly (readonly [label: string, value: string])[];
  files: readonly CoverFile[];
  /** Titles of what is promised for later. */
  deferred: readonly string[];
  /** SHA-256 that the sign-off stands for, hex. */
  packHash: string;
}

/** The cover sheet of a signed pack. */
export function coverOf({ createdAt, about, files, deferred, packHash }: Cover): Promise<FinishedPaper> {
  const paper = new Paper({ title: '申报材料封面', createdAt, footer: `签核 ${packHash.slice(0, 16)}` });
  paper.title('申报材料封面');
  paper.table({ columns: [{ share: 1 }, { share: 3 }], labeled: true, rows: about });
  paper.heading('材料目录');
  paper.table({
    columns: [
      { title: '序号', share: 1, align: 'right' },
      { title: '材料名称', share: 5.2 },
      { title: '版本', share: 1, align: 'right' },
      { title: '出具日期', share: 2 },
      { title: '字节', share: 1.6, align: 'right' },
      { title: 'SHA-256（前十六位）', share: 3.2 },
    ],
    rows: files.map(({ title, version, issuedOn, bytes, sha256 }, index) => [
      String(index + 1),
      title,
      String(version),
      issuedOn ?? '—',
      String(bytes),
      sha256.slice(0, 16),
    ]),
    size: 8.5,
  });
  if (deferred.length > 0) {
    paper.heading('承诺颁证前补交的材料（容缺）');
    for (const [index, title] of deferred.entries()) paper.text(`${index + 1}. ${title}`);
  }
  paper.heading('签核');
  paper.text('以上材料由未参与准备的第二人签核。签核所对应的材料清单，其哈希值（SHA-256）为：');
  paper.text(packHash, { size: 9.5 });
  paper.text('同一文件夹内的 manifest.json 载有每份材料的完整哈希值和所依据的规则，可据此核对材料是否有改动。', {
    size: 9.5,
  });
  return paper.finish();
}
