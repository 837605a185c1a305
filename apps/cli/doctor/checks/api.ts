import { version } from '../../../../libs/config/version.js';
import { type Check, error, ok, warning } from '../check.js';

const patienceMs = 5_000;

/** Asked where people reach it, which may be elsewhere than this machine. */
export const api: Check = {
  name: 'api',
  needs: [],
  async look({ config }) {
    const where = `${config.http.publicUrl}/health/ready`;
    const answer = await fetch(where, { signal: AbortSignal.timeout(patienceMs) }).catch(() => null);
    if (!answer) {
      return [
        warning(
          where,
          { zh: '从这里访问不到 api', en: 'The api cannot be reached from here' },
          {
            zh: '若 api 应在运行，检查进程与 PUBLIC_URL；若在别的网络，可忽略',
            en: 'If it should run, look at its process and at PUBLIC_URL; where it is in another network, never mind.',
          },
        ),
      ];
    }
    const told = (await answer.json().catch(() => ({}))) as { version?: string; checks?: Record<string, string> };
    const failed = Object.entries(told.checks ?? {}).filter(([, said]) => said !== 'ok');
    if (!answer.ok) {
      const names = failed.map(([name]) => name).join(', ');
      return [
        error(
          where,
          { zh: `api 未就绪：${names || answer.status}`, en: `The api is not ready: ${names || answer.status}` },
          { zh: '看其余检查的结果与 api 的日志', en: 'See the other findings, and the log of the api.' },
        ),
      ];
    }
    if (told.version !== version) {
      return [
        warning(
          where,
          {
            zh: `api 版本 ${told.version} 与本程序（${version}）不同`,
            en: `The api runs ${told.version}, this program is ${version}`,
          },
          { zh: '升级途中属正常；否则统一版本', en: 'Expected during an upgrade; else bring all to one release.' },
        ),
      ];
    }
    return [ok(where, `api 就绪（${version}）`, `The api is ready (${version})`)];
  },
};
