import { latestPins, loadedLaw } from '../../../libs/domain/index.js';
import { until } from '../../stack/parts.js';
import { type LocalStack, must } from '../../support/local-stack.js';

const older = loadedLaw().calendars.find((id) => id !== latestPins.calendar) as string;

/** Three licenses a second, so that there is a middle to be killed in. */
export function adoption(running: () => LocalStack): void {
  describe('an adoption whose worker is killed while it is carried', () => {
    let stack: LocalStack;
    beforeAll(() => {
      stack = running();
    });

    it('goes on where it was, and reaches each license once', async () => {
      const licenses: string[] = [];
      for (let count = 0; count < 12; count++) licenses.push((await stack.registers()).licenseId);
      const [officer, approver] = [await stack.personWith('officer'), await stack.personWith('approver')];
      const { adoptionId } = must(await officer.post('/adoptions', { kind: 'calendar', version: older }));
      must(await approver.post(`/adoptions/${adoptionId}/confirmation`, { perSecond: 3 }));
      const progress = async () => must(await officer.get(`/adoptions/${adoptionId}`)).progress;

      await until('the first licenses', async () => (await progress()).done >= 3);
      await stack.end('worker', 'SIGKILL');
      expect(await progress()).toMatchObject({ refused: [], perSecond: 3, pending: expect.any(Number) });
      expect((await progress()).pending).toBeGreaterThan(0);
      await stack.startWorker();

      await until('the last license', async () => (await progress()).pending === 0, 120_000);
      expect(await progress()).toMatchObject({ done: licenses.length, refused: [], secondsLeft: 0 });
      for (const licenseId of licenses) {
        const types = (await stack.entries(`license/${licenseId}`)).map(({ type }) => type);
        expect(types.filter((type) => type === 'calendar-adopted')).toHaveLength(1);
        expect(await stack.findings(licenseId)).toEqual([]);
      }
    });

    it('leaves an installation that heal and doctor find well', async () => {
      expect((await stack.paizhao('heal')).findings).toEqual([]);
      const examined = await stack.paizhao('doctor').catch(({ stdout }: { stdout: string }) => JSON.parse(stdout));
      expect(examined.findings.filter(({ level }: { level: string }) => level !== 'ok')).toEqual([]);
      const refreshed = await stack.paizhao('refresh', '--all', '--rate', '50');
      expect(refreshed).toEqual({ refreshed: 12, fresh: 0, left: [] });
      expect((await stack.paizhao('heal')).findings).toEqual([]);
    });
  });
}
