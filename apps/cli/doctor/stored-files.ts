import type { DocumentStore } from '../../../libs/documents/index.js';
import { type FileFault, Reach } from '../reach.js';
import { type Ask, error, type Finding, ok } from './check.js';
import { some } from './where.js';

const mostFiles = 20_000;
const atOnce = 8;

/** Whether the key of every file is there: of each only the head is read, of very many the newest ones. */
export async function storedFiles(store: DocumentStore, database: Ask, where: string): Promise<Finding[]> {
  const rows = await database<{ id: string; key: string }>(
    `select id, storage_key as key from paizhao.files where erased_at is null order by stored_at desc, id limit ${mostFiles}`,
  );
  const faults: { id: string; why: FileFault }[] = [];
  const waiting = rows.values();
  const reach = new Reach();
  const look = async (): Promise<void> => {
    for (const { id, key } of waiting) {
      const why = await reach.whyNot(() => store.keyPlace(key));
      if (why !== 'apart' && why !== 'inside') faults.push({ id, why });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, look));
  if (faults.length === 0) return [ok(where, `密钥能解开 ${rows.length} 个文件`, `The keys open ${rows.length} files`)];
  const ofKind = (why: FileFault) => faults.filter((fault) => fault.why === why).map(({ id }) => id);
  return (['missing', 'altered', 'no-key', 'key-gone', 'out-of-reach'] as const).flatMap((why) => {
    const ids = ofKind(why).sort();
    return ids.length === 0 ? [] : [findings[why](where, some(ids))];
  });
}

const findings: Record<FileFault, (where: string, ids: string) => Finding> = {
  missing: (where, ids) =>
    error(
      where,
      { zh: `登记的文件不存在：${ids}`, en: `Files on record are missing: ${ids}` },
      { zh: '从备份恢复文件存储', en: 'Restore the file store from its backup.' },
    ),
  altered: (where, ids) =>
    error(
      where,
      { zh: `文件已被改动：${ids}`, en: `Files were altered: ${ids}` },
      { zh: '从备份恢复这些文件', en: 'Restore them from the backup.' },
    ),
  'no-key': (where, ids) =>
    error(
      where,
      { zh: `没有密钥能解开这些文件：${ids}`, en: `No data key opens these files: ${ids}` },
      {
        zh: '把加密它们时的密钥放入 PAIZHAO_OTHER_DATA_KEYS',
        en: 'Give the key under which they were stored in PAIZHAO_OTHER_DATA_KEYS.',
      },
    ),
  'key-gone': (where, ids) =>
    error(
      where,
      { zh: `这些文件自己的密钥不存在：${ids}`, en: `The own keys of these files are missing: ${ids}` },
      {
        zh: '从最新的 own-keys 备份恢复；没有密钥，文件无法读取',
        en: 'Restore the newest own keys: without them nobody reads these files.',
      },
    ),
  'out-of-reach': (where, ids) =>
    error(
      where,
      { zh: `存储不给出这些文件：${ids}`, en: `The store does not give these files: ${ids}` },
      { zh: '让 api 的用户可读写这些文件', en: 'Let the user of the api read and write them.' },
    ),
};
