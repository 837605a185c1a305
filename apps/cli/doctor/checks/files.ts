import { constants, existsSync } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import { documentStoreOf } from '../../../../libs/documents/index.js';
import { keyringOf } from '../../../../libs/keys/keyring.js';
import { Cipher, OwnFileKeys } from '../../../../libs/persistence/index.js';
import { type Ask, type Check, error, type Finding, ok, warning } from '../check.js';
import { storedFiles } from '../stored-files.js';
import { bucketPlace } from '../where.js';

const little = 1_000_000_000;
const tooLittle = 200_000_000;

export const files: Check = {
  name: 'files',
  needs: ['database'],
  async look({ config, database }) {
    const store = documentStoreOf(config, new OwnFileKeys({ query: database }, new Cipher(keyringOf(config))));
    if (store === null) return [nowhere];
    const health = await store.probe();
    const place = config.bucket
      ? bucketFinding(bucketPlace(config.bucket), health.store)
      : await folderFinding(config.filesDir ?? '', database);
    const findings = [place, scannerFinding(config.clamd, health.scanner)];
    return place.level === 'error' ? findings : [...findings, ...(await storedFiles(store, database, place.where))];
  },
};

const nowhere = warning(
  'FILES_DIR',
  {
    zh: '未配置文件目录或存储桶，此处无法检查',
    en: 'Neither a folder nor a bucket of files is configured here, so none could be looked at',
  },
  { zh: '以 api 的环境变量运行 doctor', en: 'Run doctor with the environment of the api.' },
);

function bucketFinding(where: string, fault: string | null): Finding {
  if (fault === null) return ok(where, '存储桶可用', 'The bucket answers');
  return error(
    where,
    { zh: `存储桶不可用：${fault}`, en: `The bucket cannot be used: ${fault}` },
    {
      zh: '核对 FILES_S3_URL、FILES_S3_REGION 与密钥；该密钥须能读、写、删除对象并列出存储桶',
      en: 'Look at FILES_S3_URL, FILES_S3_REGION and the key, which must be allowed to read, write and delete objects and to list the bucket.',
    },
  );
}

async function folderFinding(folder: string, database: Ask): Promise<Finding> {
  const [stored] = await database<{ any: boolean }>('select exists (select from paizhao.files) as any');
  if (!existsSync(folder) && stored?.any === false)
    return ok(folder, '尚无文件；首次上传时创建目录', 'No file yet; the folder is made with the first one');
  const usable = await access(folder, constants.R_OK | constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
  if (!usable) {
    return error(
      folder,
      { zh: '文件目录不存在或不可写', en: 'The folder of files is missing or cannot be written to' },
      { zh: '挂载该目录，并让 api 的用户可读写', en: 'Mount it, and let the user of the api read and write in it.' },
    );
  }
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const shown = `${(free / 1e9).toFixed(1)} GB`;
  if (free >= little) return ok(folder, `剩余空间 ${shown}`, `${shown} are free`);
  return (free < tooLittle ? error : warning)(
    folder,
    { zh: `剩余空间仅 ${shown}`, en: `Only ${shown} are free` },
    { zh: '清理或扩容磁盘', en: 'Make room, or give it a larger disk.' },
  );
}

function scannerFinding(address: string | null, fault: string | null): Finding {
  if (address === null)
    return ok(
      'CLAMD_ADDRESS',
      '未配置病毒扫描：上传的文件不经扫描',
      'No virus scanner is set: uploads are not scanned',
    );
  if (fault === null) return ok(address, '病毒扫描可用', 'The virus scanner answers');
  return error(
    address,
    {
      zh: `病毒扫描未响应，上传被拒绝：${fault}`,
      en: `The virus scanner does not answer, so uploads are refused: ${fault}`,
    },
    {
      zh: '检查 clamd 是否在运行，CLAMD_ADDRESS 是否正确，StreamMaxLength 不小于 UPLOAD_MAX_BYTES',
      en: 'Is clamd running, is CLAMD_ADDRESS right, is its StreamMaxLength at least UPLOAD_MAX_BYTES?',
    },
  );
}
