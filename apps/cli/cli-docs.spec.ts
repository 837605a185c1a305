import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from './commands/index.js';
import { run, type World } from './run.js';

const root = join(__dirname, '..', '..');
const page = readFileSync(join(root, 'docs', 'cli.md'), 'utf8');

/** A command of a `console` block, as a reader types it, and what the page says that it prints. */
type Example = { line: string; words: string[]; input: string | null; output: string };

const prompt = '$ npm run -s paizhao -- ';

/**
 * The examples of the page: in a ```console block a line that begins with `$ ` is typed, the lines up to the next one
 * are printed, and a line that is only `…` stands for any lines left out. ` < file` gives the file to standard input.
 * Everything in a ```sh block is only shown.
 */
function examplesOf(markdown: string): Example[] {
  const blocks = [...markdown.matchAll(/^```console\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block);
  return blocks.flatMap((block) =>
    block
      .split(/^(?=\$ )/m)
      .filter((part) => part !== '')
      .map((part) => {
        const [first = '', ...rest] = part.trimEnd().split('\n');
        if (!first.startsWith(prompt)) throw new Error(`docs/cli.md: "${first}" does not begin with "${prompt}"`);
        const line = first.slice(prompt.length);
        const [command = '', input = null] = line.split(' < ');
        return { line, words: wordsOf(command), input, output: rest.join('\n') };
      }),
  );
}

/** As a shell splits a line whose words are plain or in single quotes. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

/** Text as written, `…` lines left open. JSON without one is compared as data: how it is laid out says nothing. */
function expectPrinted(printed: string, written: string): void {
  if (/^[[{]/.test(written) && !/^\s*…$/m.test(written)) {
    expect(JSON.parse(printed)).toEqual(JSON.parse(written));
    return;
  }
  const parts = written.split(/^[ \t]*…$\n?/m).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  expect(printed === '' ? '' : `${printed}\n`).toMatch(new RegExp(`^${parts.join('(?:.*\\n)*?')}\\n?$`));
}

const inRoot = (path: string) => readFileSync(join(root, path), 'utf8');

/** Runs an example; what a command puts out at once stands before the rest of its answer. */
async function printed({ words, input }: Example): Promise<{ exitCode: number; out: string; err: string }> {
  const lines: string[] = [];
  const world: World = {
    entries: commands,
    version: '0',
    language: 'en',
    readText: inRoot,
    installation: () => Promise.reject(new Error('no example joins an installation')),
    progress: () => undefined,
    streams: {
      async *lines() {
        yield* input === null ? [] : inRoot(input).split('\n');
      },
      put: async (line) => void lines.push(line),
    },
  };
  const { exitCode, out, err } = await run(words, world);
  return { exitCode, out: [...lines, out].join('\n').trimEnd(), err };
}

describe('docs/cli.md', () => {
  const examples = examplesOf(page);

  it.each(examples)('tells the truth: paizhao $line', async (example) => {
    const { exitCode, out, err } = await printed(example);
    expectPrinted(out || err, example.output);
    expect(exitCode).toBe(out === '' ? 2 : 0);
  });

  /** They join an installation, which a test of this kind has not. */
  const shownOnly = [
    'export-audit',
    'checkpoints key',
    'checkpoints verify',
    'checkpoints continue',
    'heal',
    'rotate-keys',
    'backup',
    'restore',
    'refresh',
    'doctor',
  ];

  it.each(commands.map(({ name }) => name))('has %s in its table, and an example of it', (name) => {
    expect(page).toMatch(new RegExp(`^\\|.*\`${name}[ \`]`, 'm'));
    const typed = shownOnly.includes(name)
      ? [...page.matchAll(/^npm run -s paizhao -- (.*)$/gm)].map(([, line = '']) => line)
      : examples.map(({ line }) => line);
    expect(typed.filter((line) => `${line} `.startsWith(`${name} `))).not.toEqual([]);
  });
});
