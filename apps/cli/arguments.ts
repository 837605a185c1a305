/** From the words of a command line to a command and what it is asked. */
import { parseArgs } from 'node:util';
import { type Command, type CommandEntry, type CommandInput, type Language, UsageError } from './command.js';

/** The words that mean the same for every command, taken out of the others. */
export type GlobalWords = {
  json: boolean;
  help: boolean;
  version: boolean;
  language: Language | undefined;
  rest: string[];
};

export function takeGlobalWords(argv: readonly string[]): GlobalWords {
  const words: GlobalWords = { json: false, help: false, version: false, language: undefined, rest: [] };
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] as string;
    if (word === '--') {
      words.rest.push(...argv.slice(i));
      break;
    }
    if (word === '--json') words.json = true;
    else if (word === '--help' || word === '-h') words.help = true;
    else if (word === '--version') words.version = true;
    else if (word === '--lang') words.language = languageOf(argv[++i]);
    else if (word.startsWith('--lang=')) words.language = languageOf(word.slice('--lang='.length));
    else if (/^--(json|help|version)=/.test(word))
      throw new UsageError('invalid-option', `${word.split('=')[0]} takes no value`);
    else words.rest.push(word);
  }
  return words;
}

function languageOf(word: string | undefined): Language {
  if (word === 'zh' || word === 'en') return word;
  throw new UsageError('invalid-option', `--lang: expected zh or en, got ${word ?? 'nothing'}`);
}

/** The entry whose name the words begin with, the longest first, and the words after it. */
export function findCommand(
  entries: readonly CommandEntry[],
  words: readonly string[],
): { entry: CommandEntry; rest: string[] } | undefined {
  const named = entries.filter(({ name }) => name.split(' ').every((part, i) => words[i] === part));
  const entry = named.sort((a, b) => b.name.length - a.name.length)[0];
  return entry && { entry, rest: words.slice(entry.name.split(' ').length) };
}

/** @throws UsageError naming the word that is wrong, too many or missing; without quoting it where it may be personal */
export function readInput(name: string, command: Command, words: string[]): CommandInput {
  try {
    return inputOf(name, command, words);
  } catch (error) {
    const said = error instanceof UsageError && command.personal ? withoutWords[error.code] : undefined;
    throw said ? new UsageError((error as UsageError).code, `${name}: ${said}`) : error;
  }
}

/** What is wrong, by the code of a fault that would quote a word. */
const withoutWords: Readonly<Record<string, string>> = {
  'invalid-number': 'an argument begins with a hyphen and a digit',
  'surplus-argument': 'there is one argument too many; put a value with spaces in quotes',
  'invalid-option': 'there is an option that it does not have, or one without its value',
};

function inputOf(name: string, command: Command, words: string[]): CommandInput {
  const negative = words.find((word) => /^-\d/.test(word));
  if (negative)
    throw new UsageError('invalid-number', `${name}: ${negative} is negative; expected a whole number, 0 or more`);
  const { values, positionals } = parseWords(name, command, words);
  const missing = command.positionals[positionals.length];
  if (missing)
    throw new UsageError('missing-argument', `${name}: <${missing.name}> is missing; see paizhao ${name} --help`);
  const surplus = positionals[command.positionals.length];
  if (surplus !== undefined) throw new UsageError('surplus-argument', `${name}: "${surplus}" is one argument too many`);
  for (const [option, { values: allowed }] of Object.entries(command.options ?? {})) {
    const value = values[option];
    if (allowed && !allowed.includes(String(value))) {
      throw new UsageError(
        'invalid-option',
        `${name}: --${option} ${value ?? 'is missing'}: expected ${allowed.join(' or ')}`,
      );
    }
  }
  return { positionals, options: values };
}

function parseWords(name: string, command: Command, words: string[]) {
  const options = Object.fromEntries(
    Object.entries(command.options ?? {}).map(([option, spec]) => [
      option,
      { type: spec.type, ...(spec.default === undefined ? {} : { default: spec.default }) },
    ]),
  );
  try {
    return parseArgs({ args: words, options, allowPositionals: true, strict: true });
  } catch (error) {
    // Node explains what to do with a leading hyphen, too; the first sentence is the fault.
    const [fault] = (error instanceof Error ? error.message : String(error)).split(/\.\s|\n/);
    throw new UsageError('invalid-option', `${name}: ${fault}`);
  }
}

/** A whole number written in digits. @throws UsageError */
export function wholeNumber(word: string | undefined, name: string): number {
  if (word !== undefined && /^\d{1,7}$/.test(word)) return Number(word);
  throw new UsageError('invalid-number', `${name}: "${word}" is no whole number from 0 to 9999999`);
}
