/** The help texts, made from the commands' own descriptions. */
import type { Bilingual, Command, CommandEntry, CommandOption, Language } from './command.js';

const GLOBAL_OPTIONS: readonly [string, Bilingual][] = [
  ['--json', { zh: '以 JSON 输出', en: 'answer in JSON' }],
  ['--lang zh|en', { zh: '语言（默认取系统语言）', en: 'language (default: the system’s)' }],
  ['--help', { zh: '显示说明', en: 'show this help' }],
  ['--version', { zh: '显示版本', en: 'show the version' }],
];

/** Help for all commands, or for those whose name begins with `group`. */
export async function overview(entries: readonly CommandEntry[], language: Language, group = ''): Promise<string[]> {
  const rows = await Promise.all(
    entries
      .filter(({ name }) => group === '' || name.startsWith(`${group} `))
      .map(async ({ name, load }): Promise<[string, string]> => {
        const command = await load();
        return [[name, usageOf(command)].join(' ').trim(), command.describe[language]];
      }),
  );
  const title = {
    zh: '牌照：电信业务经营许可证的期限与义务',
    en: 'Paizhao: terms and duties of Chinese telecom licenses',
  }[language];
  const usage = `paizhao ${group === '' ? '' : `${group} `}<${{ zh: '命令', en: 'command' }[language]}> [--json] [--lang zh|en]`;
  return [title, '', usage, '', ...table(rows), '', ...globalOptions(language)];
}

/** Help for one command. */
export function commandHelp(name: string, command: Command, language: Language): string[] {
  const options = Object.entries(command.options ?? {});
  return [
    `paizhao ${name} ${usageOf(command)}`.trim(),
    command.describe[language],
    '',
    ...table([
      ...command.positionals.map((positional): [string, string] => [
        `<${positional.name}>`,
        positional.describe[language],
      ]),
      ...options.map(([option, spec]): [string, string] => [optionUsage(option, spec), describeOption(spec, language)]),
    ]),
    ...globalOptions(language),
    '',
    { zh: '示例', en: 'Examples' }[language],
    ...command.examples.map((example) => `  paizhao ${example}`),
  ];
}

function usageOf(command: Command): string {
  const positionals = command.positionals.map(({ name }) => `<${name}>`);
  const options = Object.entries(command.options ?? {}).map(([option, spec]) => `[${optionUsage(option, spec)}]`);
  return [...positionals, ...options].join(' ');
}

function optionUsage(option: string, spec: CommandOption): string {
  return `--${option} ${spec.type === 'boolean' ? '' : (spec.values?.join('|') ?? spec.placeholder ?? '<value>')}`.trim();
}

function describeOption(spec: CommandOption, language: Language): string {
  const fallback =
    spec.default === undefined ? '' : { zh: `（默认 ${spec.default}）`, en: ` (default ${spec.default})` }[language];
  return `${spec.describe[language]}${fallback}`;
}

function globalOptions(language: Language): string[] {
  return table(GLOBAL_OPTIONS.map(([option, describe]): [string, string] => [option, describe[language]]));
}

function table(rows: readonly [string, string][]): string[] {
  const width = Math.max(0, ...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
