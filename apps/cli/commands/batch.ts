/** `paizhao batch`: many questions in one process, JSON lines in and out. The law is loaded once. */
import { jsonFault } from '../../../libs/law/index.js';
import { takeGlobalWords } from '../arguments.js';
import { type Command, type CommandContext, UsageError } from '../command.js';
import { describeFailure } from '../run.js';
import { longestLine } from '../streams.js';

type Answer = { ok: true; result: unknown } | { ok: false; error: { code: string; message: string; details: unknown } };
type Asking = Pick<CommandContext, 'ask' | 'readText'>;

export const batch: Command = {
  describe: {
    zh: '逐行回答：标准输入每行一个 JSON 参数数组，按序逐行输出 { ok, result | error }',
    en: 'answer line by line: JSON arrays of arguments on standard input, { ok, result | error } out in the same order',
  },
  positionals: [],
  examples: ['batch < questions.jsonl'],
  async run(_input, { streams, ...asking }) {
    if (!streams) throw new UsageError('unreadable-input', 'batch: there is no standard input to read');
    let number = 0;
    for await (const line of streams.lines()) {
      number += 1;
      if (line.trim() !== '') await streams.put(JSON.stringify(await answerTo(line, number, asking)));
    }
    return { json: '', lines: [] };
  },
};

async function answerTo(line: string, number: number, asking: Asking): Promise<Answer> {
  try {
    const { words, files } = readLine(line, number);
    const readText = (path: string) => files.get(path) ?? asking.readText(path);
    const { json } = await asking.ask(words, readText);
    return { ok: true, result: json };
  } catch (error) {
    const { code, message, details } = describeFailure(error);
    return { ok: false, error: { code, message, details } };
  }
}

/** Commands that would read the same input, or reach out to an installation. */
const refused = [
  'batch',
  'export-audit',
  'checkpoints',
  'heal',
  'rotate-keys',
  'backup',
  'restore',
  'refresh',
  'doctor',
];

/** The words of a line; an object among them becomes the name of a file that holds it. @throws UsageError */
function readLine(line: string, number: number): { words: string[]; files: Map<string, string> } {
  const files = new Map<string, string>();
  const words = argumentsIn(line, number).map((argument, i) => {
    if (typeof argument === 'string') return argument;
    if (typeof argument === 'number') return String(argument);
    if (typeof argument === 'object' && argument !== null && !Array.isArray(argument)) {
      const name = `<argument ${i + 1}>`;
      files.set(name, JSON.stringify(argument));
      return name;
    }
    throw wrong('invalid-arguments', number, `argument ${i + 1} is neither a text, a number nor an object`);
  });
  const [first = ''] = takeGlobalWords(words).rest;
  if (refused.includes(first)) throw wrong('not-in-batch', number, `"${first}" is not answered in a batch`);
  return { words, files };
}

function argumentsIn(line: string, number: number): unknown[] {
  if (line.length >= longestLine) throw wrong('line-too-long', number, `longer than ${longestLine} characters`);
  let given: unknown;
  try {
    given = JSON.parse(number === 1 ? line.replace(/^\uFEFF/, '') : line);
  } catch (error) {
    throw wrong('invalid-json', number, `not JSON: ${(error as Error).message}`);
  }
  const fault = jsonFault(line);
  if (fault) throw wrong(fault.code, number, fault.message);
  if (Array.isArray(given) && given.length > 0) return given;
  throw wrong('invalid-arguments', number, 'expected an array of arguments such as ["calendar","roll","2026-10-02"]');
}

const wrong = (code: string, line: number, why: string) => new UsageError(code, `line ${line}: ${why}`, { line });
