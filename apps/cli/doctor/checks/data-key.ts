import { keyringOf } from '../../../../libs/keys/keyring.js';
import { Cipher, firstNameSql, opensName, type StoredName } from '../../../../libs/persistence/index.js';
import { type Check, error, ok, warning } from '../check.js';

export const dataKey: Check = {
  name: 'data-key',
  needs: ['database'],
  async look({ config, database }) {
    const where = 'PAIZHAO_DATA_KEY';
    const [person] = await database<StoredName>(firstNameSql);
    if (!person)
      return [ok(where, '密钥格式正确；尚无已加密的数据', 'The key is well-formed; nothing is encrypted yet')];
    const keys = keyringOf(config);
    if (!opensName(person, new Cipher(keys))) {
      return [
        error(
          where,
          {
            zh: '密钥解不开已存的数据：姓名、地址与文件均不可读',
            en: 'The key does not open what is stored: no name, address or file can be read',
          },
          {
            zh: '使用加密这些数据时的密钥（随备份保管）；不要用新密钥继续写入',
            en: 'Use the key under which they were stored, which is kept with the backups; write nothing under another.',
          },
        ),
      ];
    }
    if (keys.others.length === 0) return [ok(where, '密钥能解开已存的数据', 'The key opens what is stored')];
    return [
      warning(
        'PAIZHAO_OTHER_DATA_KEYS',
        {
          zh: `除当前密钥外还有 ${keys.others.length} 个密钥在用`,
          en: `${keys.others.length} older keys are in use beside the current one`,
        },
        {
          zh: '运行 paizhao rotate-keys --do；全部由当前密钥加密后，再移除旧密钥',
          en: 'Run paizhao rotate-keys --do; take the older ones away once everything is under the current one.',
        },
      ),
    ];
  },
};
