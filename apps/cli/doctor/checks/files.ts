import { constants, existsSync } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import { type Check, error, ok, warning } from '../check.js';

const little = 1_000_000_000;
const tooLittle = 200_000_000;

export const files: Check = {
  name: 'files',
  needs: ['database'],
  async look({ config, database }) {
    const folder = config.filesDir;
    if (folder === null) {
      return [
        warning(
          'FILES_DIR',
          {
            zh: '未配置文件目录，此处无法检查',
            en: 'No folder of files is configured here, so none could be looked at',
          },
          { zh: '以 api 的环境变量运行 doctor', en: 'Run doctor with the environment of the api.' },
        ),
      ];
    }
    const [stored] = await database<{ any: boolean }>('select exists (select from paizhao.files) as any');
    if (!existsSync(folder) && stored?.any === false)
      return [ok(folder, '尚无文件；首次上传时创建目录', 'No file yet; the folder is made with the first one')];
    const usable = await access(folder, constants.R_OK | constants.W_OK | constants.X_OK).then(
      () => true,
      () => false,
    );
    if (!usable) {
      return [
        error(
          folder,
          { zh: '文件目录不存在或不可写', en: 'The folder of files is missing or cannot be written to' },
          {
            zh: '挂载该目录，并让 api 的用户可读写',
            en: 'Mount it, and let the user of the api read and write in it.',
          },
        ),
      ];
    }
    const { bavail, bsize } = await statfs(folder);
    const free = bavail * bsize;
    const shown = `${(free / 1e9).toFixed(1)} GB`;
    if (free >= little) return [ok(folder, `剩余空间 ${shown}`, `${shown} are free`)];
    return [
      (free < tooLittle ? error : warning)(
        folder,
        { zh: `剩余空间仅 ${shown}`, en: `Only ${shown} are free` },
        { zh: '清理或扩容磁盘', en: 'Make room, or give it a larger disk.' },
      ),
    ];
  },
};
