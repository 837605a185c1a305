/** Packs as the words of a command line name them. */
import { packIn } from '../../../libs/law/index.js';
import { latestPack, packById, publishedPacks, type RulePack } from '../../../libs/rulebook/index.js';
import { type CommandContext, type CommandInput, type CommandOption, UsageError } from '../command.js';

export const packOption: CommandOption = {
  type: 'string',
  placeholder: '<pack>',
  default: latestPack.id,
  describe: { zh: '规则包编号，或者 JSON 文件', en: 'id of a rule pack, or a JSON file' },
};

/** The pack of that id, or in that file. @throws UsageError, InvalidLawFileError */
export function packNamed(word: string, { readText }: CommandContext): RulePack {
  if (word.endsWith('.json')) return packIn(word, readText(word));
  const known = publishedPacks.map(({ id }) => id);
  if (!known.includes(word)) {
    throw new UsageError(
      'unknown-rule-pack',
      `there is no rule pack "${word}": one of ${known.join(', ')}, or a file`,
      {
        pack: word,
        known,
      },
    );
  }
  return packById(word);
}

export function packAsked(input: CommandInput, context: CommandContext): RulePack {
  return packNamed(String(input.options.pack), context);
}
