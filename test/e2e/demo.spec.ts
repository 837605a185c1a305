import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const minutes = 60_000;

/** The whole story on the built product: the same command that a newcomer types. */
describe('npm run demo -- --exit --report', () => {
  const folder = mkdtempSync(join(tmpdir(), 'paizhao-demo-'));
  // biome-ignore lint/suspicious/noExplicitAny: a report is read as whoever gets the file reads it.
  let report: any;
  let output = '';

  beforeAll(async () => {
    const file = join(folder, 'report.json');
    const program = ['scripts/run.mjs', 'demo', '--exit', '--report', file];
    const env = { ...process.env, PAIZHAO_DIR: folder };
    const told = await promisify(execFile)(process.execPath, program, { env, maxBuffer: 10_000_000 });
    output = told.stdout;
    report = JSON.parse(readFileSync(file, 'utf8'));
  }, 5 * minutes);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('ends well: every answer was as the story expects', () => {
    expect(report.expectations.failed).toEqual([]);
    expect(report.expectations.checked).toBeGreaterThan(100);
    expect(report.steps.map(({ step }: { step: number }) => step)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(output).toContain('expectations held');
  });

  it('gives every date its rule and its citation', () => {
    expect(report.dates.length).toBeGreaterThan(10);
    for (const date of report.dates) {
      expect(date).toMatchObject({
        ruleId: expect.stringMatching(/./),
        citation: { source: expect.stringMatching(/./) },
      });
    }
  });

  it('costs no more Temporal actions than a life may cost', () => {
    expect(report.temporal.actions).toBeLessThanOrEqual(report.temporal.actionsAllowed);
    expect(report.temporal.runs).toBeGreaterThan(1);
  });

  it('finds the chain intact, names the changed row, and finds it intact again', () => {
    const { before, during, after, tamperedSeq } = report.verification;
    expect(before).toMatchObject({ ok: true });
    expect(after).toMatchObject({ ok: true });
    expect(during.findings).toEqual(expect.arrayContaining([expect.stringContaining(` ${tamperedSeq}: changed-body`)]));
  });

  it('sends each mail once, without a name or an address in its subject', () => {
    const ids = report.mails.map(({ messageId }: { messageId: string }) => messageId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { subject } of report.mails) expect(subject).not.toMatch(/样例专员|Sample (Deputy|Auditor)|@/);
  });
});
