import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { latestCalendar, shanghaiDay, workingDaysLater } from '../../../libs/calendar/index.js';
import type { LocalStack } from '../../support/local-stack.js';

const root = join(__dirname, '..', '..', '..');
const [, walk = ''] = /```bash\n(API=.*?)```/s.exec(readFileSync(join(root, 'README.md'), 'utf8')) ?? [];
const expected = [...walk.matchAll(/^#> (.*)$/gm)].map(([, line = '']) => line);

/** What changes from day to day stands in the README in words; "…" stands for anything. */
const onThisDay = (line: string) => {
  const today = shanghaiDay(new Date().toISOString());
  return line.replace('<five working days on>', workingDaysLater(latestCalendar(), today, 5));
};
const steady = (line: string) => line.replace(/license\/[^,]+/, 'license/…');

export function readmeWalk(local: () => LocalStack): void {
  describe('the walk by curl of the README', () => {
    it('gives the answers that stand there, in their order', async () => {
      const { apiUrl, adminToken } = local().stack;
      const script = walk.replace(/^API=.*$/m, `API=${apiUrl}`).replace(/^ADMIN=.*$/m, `ADMIN=${adminToken}`);
      const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], { cwd: root });
      const told = stdout.split('\n').map(steady);
      expect(expected.length).toBeGreaterThan(5);
      let from = 0;
      for (const line of expected.map(onThisDay)) {
        expect(told.slice(from)).toContain(line);
        from = told.indexOf(line, from) + 1;
      }
    });
  });
}
