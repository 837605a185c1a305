import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { run, type World } from '../run.js';
import { inputLines, longestLine, putTo } from '../streams.js';
import { commands } from './index.js';

type Answer = { ok: boolean; result?: unknown; error?: { code: string; message: string; details: unknown } };

/** A batch over some pieces of input; what it put out, parsed line by line. */
async function batch(...pieces: string[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  const outcome = await run(['batch'], world(Readable.from(pieces.map((piece) => Buffer.from(piece))), answers));
  expect(outcome).toEqual({ exitCode: 0, out: '', err: '' });
  return answers;
}

const world = (input: Readable, answers: Answer[]): World => ({
  entries: commands,
  version: '0.0.0',
  language: 'en',
  readText: (path) => {
    throw new Error(`${path} is read`);
  },
  installation: () => Promise.reject(new Error('an installation is asked for')),
  progress: () => undefined,
  streams: {
    lines: () => inputLines(input, 0),
    put: async (line) => void answers.push(JSON.parse(line) as Answer),
  },
});

const lines = (...questions: unknown[]) => questions.map((question) => `${JSON.stringify(question)}\n`).join('');

describe('paizhao batch', () => {
  it('answers in the order of the questions, with what --json gives', async () => {
    const answers = await batch(
      lines(['calendar', 'roll', '2026-10-02'], ['calendar', 'between', '2026-09-14', '2026-09-20', '--json']),
    );
    expect(answers).toEqual([
      { ok: true, result: { date: '2026-10-08', firmness: 'firm' } },
      { ok: true, result: { days: 5, firmness: 'firm' } },
    ]);
  });

  it('answers the questions of docs/cli.md', async () => {
    const questions = readFileSync(join(__dirname, '../../../docs/examples/questions.jsonl'), 'utf8');
    expect((await batch(questions)).map(({ ok }) => ok)).toEqual([true, true, true, false]);
  });

  it('takes numbers as they are, and an object where a file is named', async () => {
    const timeline = { rounds: [{ receivedOn: '2026-09-14' }] };
    const [added, clocks] = await batch(lines(['calendar', 'add', '2026-09-14', 5], ['clocks', timeline]));
    expect(added).toMatchObject({ ok: true, result: { date: '2026-09-20' } });
    expect(clocks).toMatchObject({ ok: true, result: [{ clock: 'completeness', due: '2026-09-20' }] });
  });

  it('gives an error line for a bad one and goes on; blank lines have no answer', async () => {
    const answers = await batch(
      '\uFEFF["--version"]\n\n  \n{\n',
      lines(['calendar', 'roll', '2026-02-30']),
      '["--version"]',
    );
    expect(answers).toEqual([
      { ok: true, result: '0.0.0' },
      {
        ok: false,
        error: { code: 'invalid-json', message: expect.stringContaining('line 4: '), details: { line: 4 } },
      },
      { ok: false, error: { code: 'invalid-date', message: expect.any(String), details: expect.any(Object) } },
      { ok: true, result: '0.0.0' },
    ]);
  });

  it.each([
    [[], 'invalid-arguments'],
    [{}, 'invalid-arguments'],
    ['calendar', 'invalid-arguments'],
    [['calendar', 'roll', null], 'invalid-arguments'],
    [['calendar', 'add', '2026-09-14', -1], 'invalid-number'],
    [['batch'], 'not-in-batch'],
    [['--json', 'heal'], 'not-in-batch'],
    [['renew'], 'unknown-command'],
    [['assess', 'missing.json'], 'failed'],
    [['calendar', 'roll', { date: '2026-10-02' }], 'invalid-date'],
    [['calendar', 'roll', '2026-10-02', '--lang', 'fr'], 'invalid-option'],
  ])('%j has the error %s', async (question, code) => {
    expect(await batch(lines(question))).toMatchObject([{ ok: false, error: { code } }]);
  });

  it.each([
    ['repeated', '["assess",{"today":"2026-11-22","today":"2026-11-23"}]'],
    ['nested-too-deep', `["assess",${'{"company":'.repeat(50_000)}1${'}'.repeat(50_000)}]`],
  ])('has the error %s for an object that JSON itself lets pass', async (code, line) => {
    expect(await batch(`${line}\n["--version"]\n`)).toMatchObject([{ ok: false, error: { code } }, { ok: true }]);
  });

  it('reads lines across pieces of the input, and characters cut in two', async () => {
    const text = Buffer.from(lines(['calendar', 'roll', '休'], ['--version']));
    const pieces = [...text].map((byte) => Buffer.from([byte]));
    const answers: Answer[] = [];
    await run(['batch'], world(Readable.from(pieces), answers));
    expect(answers.map(({ ok }) => ok)).toEqual([false, true]);
    expect(answers[0]?.error?.message).toContain('"休"');
  });

  it('refuses a line without an end, but not the next one', async () => {
    const endless = Array.from({ length: 10 }, () => 'x'.repeat(longestLine / 8));
    const answers = await batch(...endless, '\n["--version"]\n');
    expect(answers).toMatchObject([{ ok: false, error: { code: 'line-too-long' } }, { ok: true }]);
  });

  it('reads no further than its reader takes', async () => {
    const output = new PassThrough({ highWaterMark: 64 });
    let asked = 0;
    const questions = function* () {
      for (asked = 1; asked <= 10_000; asked++) yield `["calendar","roll","2026-10-02"]\n`;
    };
    const slow: World = {
      ...world(Readable.from([]), []),
      streams: { lines: () => inputLines(Readable.from(questions()), 0), put: putTo(output) },
    };
    const running = run(['batch'], slow);
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toBeLessThan(1000);
    let answered = '';
    for await (const piece of collected(output, running)) answered += piece;
    expect(answered.trim().split('\n')).toHaveLength(10_000);
  });

  it.each([
    ['a terminal', () => Object.assign(Readable.from([]), { isTTY: true })],
    ['an input that fails', () => new Readable({ read: failing })],
  ])('ends with exit code 2 for %s', async (_what, input) => {
    const outcome = await run(['batch'], world(input(), []));
    expect(outcome).toMatchObject({ exitCode: 2, err: expect.stringMatching(/^paizhao: standard input /) });
  });
});

function failing(this: Readable): void {
  this.destroy(new Error('gone'));
}

/** What a stream gives until the run that writes to it is over. */
async function* collected(output: PassThrough, running: Promise<unknown>): AsyncGenerator<string> {
  void running.then(() => output.end());
  for await (const piece of output) yield String(piece);
}
