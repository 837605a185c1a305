import { coreReportLines, coreResultOf } from './core-report.js';
import type { CoreRound } from './measure-core.js';

describe('the result', () => {
  const round = (rehearsalsPerSecond: number, theirs: number): CoreRound => ({
    rehearsalsPerSecond,
    questions: { one: { ours: 1_000, theirs }, other: { ours: 3_000, theirs: 10 } },
    packLoadMs: 150,
  });
  const result = coreResultOf('0', [round(900, 100), round(1_100, 200), round(1_000, 40)]);

  it('takes the median of the rounds, and ratios of the same round', () => {
    expect(result.summary.rehearsalsPerSecond).toEqual({ median: 1_000, lowest: 900, highest: 1_100 });
    expect(result.summary.questions.one?.ratio).toEqual({ median: 10, lowest: 5, highest: 25 });
    expect(result.summary.questions['all of them in turn']?.ours.median).toBeCloseTo(1_500);
  });

  it('judges the slowest question, not the mean of them', () => {
    const lines = coreReportLines(result).join('\n');
    expect(lines).toMatch(/per second: 1000 \(900–1100\) {2}goal ≥ 1,000 met/);
    expect(lines).toMatch(/the question with the lowest ratio: 10\.0 {2}goal ≥ 10 met/);
    expect(lines).toMatch(/ms: 150 \(150–150\) {2}goal ≤ 200 met/);
    expect(coreReportLines(coreResultOf('0', [round(1, 101)])).join('\n')).toMatch(/ratio: 9\.9 {2}goal ≥ 10 NOT met/);
  });
});
