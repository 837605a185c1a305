import { version } from '../../../../libs/config/version.js';
import { shortDigest } from '../../../../libs/gateway/index.js';
import { lawHere } from '../../../../libs/law/index.js';
import { type Check, error, type Finding, ok, warning } from '../check.js';
import { temporalPlace } from '../where.js';

export const workers: Check = {
  name: 'workers',
  needs: ['temporal'],
  async look({ config, temporal }) {
    const where = temporalPlace(config);
    const { laws, versions, ...queues } = await temporal.pollers();
    const findings: Finding[] = Object.entries(queues)
      .filter(([, polled]) => !polled)
      .map(([queue]) =>
        error(
          `${where} ${queue}`,
          { zh: `没有 worker 在取 ${queue} 队列的任务`, en: `No worker polls the queue ${queue}` },
          {
            zh: '启动 worker（WORKER_QUEUES 须含该队列），看它的日志',
            en: 'Start a worker whose WORKER_QUEUES has it, and read its log.',
          },
        ),
      );
    const otherVersions = versions.filter((one) => one !== version);
    if (otherVersions.length > 0) {
      findings.push(
        warning(
          where,
          {
            zh: `worker 版本与本程序（${version}）不同：${otherVersions.join(', ')}`,
            en: `Workers run another release than this program (${version}): ${otherVersions.join(', ')}`,
          },
          { zh: '升级途中属正常；否则统一版本', en: 'Expected during an upgrade; else bring all to one release.' },
        ),
      );
    }
    if (laws.some((digest) => digest !== shortDigest(lawHere().digest))) {
      findings.push(
        error(
          where,
          { zh: 'worker 的规则与此处不同', en: 'A worker works by other law than what is here' },
          {
            zh: '让所有进程使用同一 LAW_FOLDER 内容并重启',
            en: 'Give all processes the same LAW_FOLDER and start them anew.',
          },
        ),
      );
    }
    if (findings.length > 0) return findings;
    return [ok(where, `worker 在线（${versions.join(', ')}）`, `Workers poll every queue (${versions.join(', ')})`)];
  },
};
