import { dirname, join } from 'node:path';
import { type DeriveKey, keyFromWords } from '../../../libs/backup/index.js';
import { type CommandContext, type CommandOption, UsageError } from '../command.js';

const leastCharacters = 20;

export const keyFileOption: CommandOption = {
  type: 'string',
  placeholder: '<file>',
  describe: {
    zh: '备份密钥文件：一行至少 20 个字符的随机文字（如 openssl rand -base64 32），与备份分开保存',
    en: 'file with the key of the backup: a line of at least 20 random characters (openssl rand -base64 32), kept apart from it',
  },
};

export const ownKeysOption: CommandOption = {
  type: 'string',
  placeholder: '<file>',
  describe: {
    zh: '存放每个人与每段文字自身密钥的文件，只保留最新一份（默认：备份所在目录的 own-keys.backup）',
    en: 'file with the keys of single people and texts, of which only the newest is kept (default: own-keys.backup in the folder of the backup)',
  },
};

/** Beside the backup where no other is named. */
export const ownKeysFile = (given: unknown, backupFile: string): string =>
  typeof given === 'string' ? given : join(dirname(backupFile), 'own-keys.backup');

/** @throws UsageError where none is named, it cannot be read, or anybody could guess it */
export function keyOf(
  name: string,
  file: unknown,
  { readText, deriveKey = keyFromWords }: Pick<CommandContext, 'readText' | 'deriveKey'>,
): DeriveKey {
  if (typeof file !== 'string') throw new UsageError('missing-argument', `${name}: --key-file is missing`);
  const words = readText(file).trim();
  if (words.length < leastCharacters)
    throw new UsageError(
      'backup-key-too-short',
      `${name}: the key in "${file}" has ${words.length} characters; at least ${leastCharacters} random ones are needed`,
    );
  return deriveKey(words);
}
