import { scheduleIds } from '../../../../libs/contracts/index.js';
import { type Check, error, type Finding, ok } from '../check.js';
import { some, temporalPlace } from '../where.js';

/** The house work of an installation, one schedule each. */
export const schedules: Check = {
  name: 'schedules',
  needs: ['temporal'],
  async look({ config, temporal }) {
    const where = temporalPlace(config);
    const known = await temporal.schedules();
    const missing = Object.values(scheduleIds).filter((id) => !known.some((one) => one.id === id));
    const paused = known.filter((one) => one.paused).map(({ id }) => id);
    const findings: Finding[] = [];
    if (missing.length > 0) {
      findings.push(
        error(
          where,
          { zh: `缺少定时任务：${some(missing)}`, en: `Schedules are missing: ${some(missing)}` },
          { zh: '重启 worker，启动时会建立', en: 'Start a worker anew, which makes them.' },
        ),
      );
    }
    if (paused.length > 0) {
      findings.push(
        error(
          where,
          { zh: `定时任务被暂停：${some(paused)}`, en: `Schedules are paused: ${some(paused)}` },
          {
            zh: '查明是谁暂停的，在 Temporal UI 中恢复',
            en: 'Find out who paused them, and let them go on in the Temporal UI.',
          },
        ),
      );
    }
    if (findings.length > 0) return findings;
    return [
      ok(
        where,
        `定时任务都在（${some(known.map(({ id }) => id))}）`,
        `All schedules are there (${some(known.map(({ id }) => id))})`,
      ),
    ];
  },
};
