/** What a command of `paizhao` is: plain data for its help, and one function. */
import type { DeriveKey } from '../../libs/backup/index.js';
import type { Config } from '../../libs/config/index.js';

export type Language = 'zh' | 'en';
export type Bilingual = Readonly<Record<Language, string>>;

export type CommandOption = {
  type: 'string' | 'boolean';
  /** Stands for the value in the help, such as `<file>`; for `values` they are listed instead. */
  placeholder?: string;
  /** The only values allowed. */
  values?: readonly string[];
  default?: string;
  describe: Bilingual;
};

/** What a command is asked: every declared argument is there, every option checked against its values. */
export type CommandInput = {
  positionals: readonly string[];
  options: Readonly<Record<string, string | boolean | undefined>>;
};

/** What a command may use of the world outside. */
export type CommandContext = {
  language: Language;
  /** The text of a file that an argument names. @throws UsageError when it cannot be read */
  readText(path: string): string;
  /**
   * The installation that a command joins: of the environment, or of the local stack whose data folder is named.
   * `stopped`: variables of a local stack that does not run; beside them counts what such a stack takes from the
   * environment, a bucket say.
   * @throws ConfigurationError
   */
  installation(dataFolder: string | null, stopped?: Record<string, string>): Promise<Config>;
  /** Shows a line at once, beside the answer: standard error. */
  progress(line: string): void;
  /** Standard input and output line by line, for a command that answers while it is still asked; absent elsewhere. */
  streams?: Streams;
  /**
   * What the words of a key file become. Left out: the derivation of the format, which is slow on purpose; another one
   * reads and writes other backups.
   */
  deriveKey?: (words: string) => DeriveKey;
  /** What another command line answers. @throws what that command throws */
  ask(argv: readonly string[], readText: CommandContext['readText']): Promise<CommandResult>;
};

export type Streams = {
  /** The lines of standard input, read as they are asked for. @throws UsageError when it cannot be read */
  lines(): AsyncIterable<string>;
  /** Writes a line of the answer at once; resolves when more may follow. */
  put(line: string): Promise<void>;
};

/**
 * What a command answers: `json` is the contract for scripts (`docs/cli.md`), `lines` the same for people.
 * `exitCode` is 0 unless the answer itself is a failure (1), such as a chain that does not verify, or
 * could not be given (3), such as of a bundle that is older than what it is to be compared with.
 */
export type CommandResult = { json: unknown; lines: readonly string[]; exitCode?: 0 | 1 | 3 };

export type Command = {
  describe: Bilingual;
  /** The arguments by position, all of them required. */
  positionals: readonly { name: string; describe: Bilingual }[];
  options?: Readonly<Record<string, CommandOption>>;
  /** Its arguments may be personal data: no fault of the command line quotes them. */
  personal?: true;
  /** Command lines that the tests run, without the program's name. */
  examples: readonly string[];
  run(input: CommandInput, context: CommandContext): CommandResult | Promise<CommandResult>;
};

/** A line of the table of commands. Loading is deferred, so that `calendar` does not pay for a Temporal client. */
export type CommandEntry = { name: string; load(): Promise<Command> };

/** The command line itself is wrong: exit code 2 and one line. */
export class UsageError extends Error {
  readonly code: string;
  readonly kind = 'invalid';
  readonly details: Record<string, unknown>;

  constructor(code: string, message: string, details: Record<string, unknown> = {}) {
    super(message);
    this.name = 'UsageError';
    this.code = code;
    this.details = details;
  }
}
