import { Cipher, opensNameOf } from '../../../../libs/persistence/index.js';
import { type Check, error, ok } from '../check.js';

export const dataKey: Check = {
  name: 'data-key',
  needs: ['database'],
  async look({ config, database }) {
    const where = 'PAIZHAO_DATA_KEY';
    const [person] = await database<{ id: string; name: Buffer }>('select id, name from paizhao.people limit 1');
    if (!person)
      return [ok(where, '密钥格式正确；尚无已加密的数据', 'The key is well-formed; nothing is encrypted yet')];
    if (opensNameOf(person, new Cipher(config.dataKey.reveal())))
      return [ok(where, '密钥能解开已存的数据', 'The key opens what is stored')];
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
  },
};
