import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { temporalCli } from '../support/local-stack.js';
import { runChaos } from './run/run-chaos.js';
import { isClean, type Summary, summaryLines } from './run/summary.js';

jest.setTimeout(600_000);

const root = join(__dirname, '..', '..');
const folder = join(root, '.paizhao', 'test', `${process.pid}-random-kills`);

/** `npm run test:chaos` in short: the same code, fewer kills, and none that a message in hand would make wait. */
describe('licenses whose parts are killed at random', () => {
  let summary: Summary;
  beforeAll(async () => {
    summary = await runChaos({
      folder,
      fresh: true,
      keep: false,
      dist: join(root, 'dist'),
      temporalCli: temporalCli(),
      inherited: { PATH: process.env.PATH ?? '' },
      say: () => undefined,
      plan: { kills: 5, databaseKills: 1, temporalLosses: 1, licenses: 6 },
      pace: { between: [500, 2_000], sparesSends: true },
      seed: undefined,
      signal: new AbortController().signal,
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('lose nothing, do nothing twice, and none is stuck or silent', () => {
    const { kills, commands, mails } = summary;
    expect(kills).toEqual({ worker: 5, postgres: 1, temporalLosses: 1, interruptions: 0 });
    expect(commands.acknowledged).toBeGreaterThan(50);
    expect(mails.messages).toBeGreaterThan(0);
    if (!isClean(summary)) throw new Error(summaryLines(summary).join('\n'));
  });
});
