/** One command line from its words to its answer; knows nothing of the process it runs in. */
import { findCommand, readInput, takeGlobalWords } from './arguments.js';
import { type CommandContext, type CommandEntry, type CommandResult, type Language, UsageError } from './command.js';
import { faultWords } from './fault-words.js';
import { commandHelp, overview } from './help.js';

export type World = Omit<CommandContext, 'ask'> & { entries: readonly CommandEntry[]; version: string };

/** What goes to standard output and standard error (each without the last newline), and the exit code. */
export type Outcome = { exitCode: 0 | 1 | 2 | 3; out: string; err: string };

/**
 * Exit codes: 0 done; 1 the command ran and its answer is a failure, or something outside failed; 2 bad input.
 * A refusal is one line on standard error, with `--json` one JSON object `{ error: { code, message, details } }`.
 */
export async function run(argv: readonly string[], world: World): Promise<Outcome> {
  const json = argv.includes('--json');
  try {
    return await answer(argv, world);
  } catch (error) {
    const { exitCode, code, message, details } = describeFailure(error);
    const heading = languageOf(argv, world.language) === 'zh' ? (faultWords[code] ?? '') : '';
    const said = `paizhao: ${heading === '' ? '' : `${heading}：`}${withRemedy(message, details)}`;
    return { exitCode, out: '', err: json ? JSON.stringify({ error: { code, message, details } }) : said };
  }
}

/** What would be right, where one thing is wrong; for more the line would be too long, and scripts find them all. */
function withRemedy(message: string, details: unknown): string {
  const { errors, remedy } = Object(details) as { errors?: unknown; remedy?: unknown };
  if (!Array.isArray(errors) || errors.length === 0)
    return typeof remedy === 'string' ? inOneLine(message, remedy) : message;
  const [only, ...others] = errors as { remedy?: unknown }[];
  if (others.length > 0) return `${message} (--json says for each what would be right)`;
  return inOneLine(message, String(only?.remedy ?? ''));
}

const inOneLine = (message: string, remedy: string): string =>
  `${message}${message.endsWith('.') ? '' : '.'} ${remedy}`.trim();

/** The language asked for, also where the command line is wrong. */
function languageOf(argv: readonly string[], fallback: Language): Language {
  try {
    return takeGlobalWords(argv).language ?? fallback;
  } catch {
    // The language itself is what is wrong.
    return fallback;
  }
}

async function answer(argv: readonly string[], world: World): Promise<Outcome> {
  const words = takeGlobalWords(argv);
  const { json, lines, exitCode } = await resultOf(argv, world);
  const out = words.json && typeof json !== 'string' ? JSON.stringify(json, null, 2) : lines.join('\n');
  return { exitCode: exitCode ?? 0, out, err: '' };
}

/** The answer of one command line, before it is written. Help and version are texts in JSON, too. */
async function resultOf(argv: readonly string[], world: World): Promise<CommandResult> {
  const words = takeGlobalWords(argv);
  const language = words.language ?? world.language;
  const show = (lines: readonly string[]): CommandResult => ({ json: lines.join('\n'), lines });
  if (words.version) return show([world.version]);

  const found = findCommand(world.entries, words.rest);
  if (!found) {
    const [group = ''] = words.rest;
    const known = group === '' || world.entries.some(({ name }) => name.startsWith(`${group} `));
    if (known && (words.help || words.rest.length === 0)) return show(await overview(world.entries, language, group));
    throw unknownCommand(words.rest, known);
  }
  const { name } = found.entry;
  const command = await found.entry.load();
  if (words.help) return show(commandHelp(name, command, language));

  const ask: CommandContext['ask'] = (others, readText) => resultOf(others, { ...world, language, readText });
  return command.run(readInput(name, command, found.rest), { ...world, language, ask });
}

function unknownCommand(words: readonly string[], group: boolean): UsageError {
  const [first, second] = words;
  if (!group) return new UsageError('unknown-command', `there is no command "${first}"; see paizhao --help`);
  return new UsageError(
    'unknown-command',
    `${first}: ${second === undefined ? 'say what' : `there is no "${second}"`}; see paizhao ${first} --help`,
  );
}

export type Failure = { exitCode: 1 | 2; code: string; message: string; details: unknown };

/** The errors of the core and of the command line carry `code`, `kind` and `details`; all others are failures. */
export function describeFailure(error: unknown): Failure {
  const { code, kind, details } = Object(error) as { code?: unknown; kind?: unknown; details?: unknown };
  const message = oneLine(error instanceof Error ? error.message : String(error));
  if (typeof code !== 'string') return { exitCode: 1, code: 'failed', message, details: {} };
  return { exitCode: kind === 'invalid' ? 2 : 1, code, message, details: details ?? {} };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
